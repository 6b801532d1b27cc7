"""The chain behind a record, for every record of a dossier."""

from __future__ import annotations

import pytest

from recoupe.errors import RecoupeError
from recoupe.show.explain import explain
from tests.show.sample import sample


def test_a_matter_shows_its_differences_its_claims_and_their_words() -> None:
    dossier = sample()
    matter = next(m for m in dossier.matters if m.differences and m.claims)
    shown = explain(dossier, matter.id)
    first = shown.splitlines()[0]
    words = dossier.words(matter.differences[0].values[0].evidence[0])
    assert first == f"matter {matter.id}: {matter.title}"
    assert f"« {' '.join(words.split())[:40]}" in shown
    assert all(claim in shown for claim in matter.claims)


def test_every_record_can_be_explained_and_no_text_is_told_whole() -> None:
    dossier = sample()
    for records in (dossier.reports, dossier.mentions, dossier.actors, dossier.statements, dossier.events, dossier.claims):
        for record in records:
            shown = explain(dossier, record.id)
            assert record.id in shown.splitlines()[0]
            assert max(map(len, shown.splitlines())) < 400


def test_an_unknown_id_is_named() -> None:
    with pytest.raises(RecoupeError, match="no record 'm-0' in this dossier"):
        explain(sample(), "m-0")
