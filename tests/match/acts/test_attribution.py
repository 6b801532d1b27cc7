"""A source lost or another one, told only where the same act is told: no word in passing, no post against its holder's name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.pipeline import cross_read, read_report
from recoupe.types import Report, When

FIRE = "Un incendie a détruit lundi la halle de Corbon, dans la vallée de la Vire. "


def sources(parse_many: Callable[[list[str]], list], *texts: str) -> set[tuple[str, ...]]:  # type: ignore[type-arg]
    """The values of every row of sources."""
    when = When("w", None, "2025-03-13", "2025-03-13", "2025-03-13")
    rows = []
    for name, text, one in zip("ab", texts, parse_many(list(texts)), strict=False):
        report = Report(name, f"{name}.txt", text, "fr", published=replace(when, id=f"w-{name}"), published_basis="given")
        rows.append((report, read_report(report, replace(one, report=name))))
    found = cross_read([r for r, _ in rows], [x for _, x in rows])
    return {tuple(str(v.value) for v in d.values) for m in found.matters for d in m.differences if d.slot == "source"}


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        (  # lost
            FIRE + "Selon le préfet Hugo Salles, le toit s'est effondré sur deux pompiers.",
            FIRE + "Le toit s'est effondré sur deux pompiers.",
            {("Hugo Salles", "le rapport lui-même")},
        ),
        (  # spoken of in passing
            FIRE + "« La grève des gardiens inquiète la ville », dit le préfet Hugo Salles.",
            FIRE + "La grève des gardiens dure depuis mardi.",
            set(),
        ),
        (  # a name, and a post that he may hold
            FIRE + "« Cette halle était une ruine dangereuse pour tous », a déclaré Hugo Salles.",
            FIRE + "« Cette halle était une ruine dangereuse pour tous », a déclaré le député de Corbon.",
            set(),
        ),
        (  # a count on paper is nobody's word
            FIRE + "Selon un premier bilan, douze personnes ont été blessées.",
            FIRE + "Douze personnes ont été blessées.",
            set(),
        ),
    ],
)
def test_a_source_is_compared_where_one_act_is_told(
    parse_many: Callable[[list[str]], list],  # type: ignore[type-arg]
    left: str,
    right: str,
    wanted: set[tuple[str, ...]],
) -> None:
    assert sources(parse_many, left, right) == wanted
