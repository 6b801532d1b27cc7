"""What happens or is told on which day."""

from __future__ import annotations

from dataclasses import replace

from recoupe.show.timeline import build_timeline
from recoupe.show.view import View
from tests.show.sample import sample

DOSSIER = sample()


def test_a_matter_that_is_only_the_hour_of_another_is_told_once() -> None:
    told = [m for m in build_timeline(View(DOSSIER)) if m.matter]
    first = next(m for m in DOSSIER.matters if m.id == told[0].matter)
    hour = replace(first, id="x-hour", title=f"{first.title} (heure)")
    for lang in ("fr", "en"):
        again = build_timeline(View(replace(DOSSIER, matters=(*DOSSIER.matters, hour)), lang))
        assert [m.matter for m in again if m.matter] == [m.matter for m in told]
    alone = build_timeline(View(replace(DOSSIER, matters=(hour,))))
    assert "x-hour" in [m.matter for m in alone]
