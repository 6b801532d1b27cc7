"""The chain behind a record, for every record of a dossier."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.errors import RecoupeError
from recoupe.show.explain import explain
from recoupe.show.narrate import narrate
from recoupe.show.view import View
from recoupe.types import Link
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


def test_a_join_names_the_two_reports_and_absent_parties_are_left_out() -> None:
    dossier = sample()
    matter = next(m for m in dossier.matters if len(m.events) > 1)
    first, second = (next(e for e in dossier.events if e.id == m) for m in matter.events[:2])
    link = Link(first.id, second.id, "same", 0.8, ("même objet", "même jour."), "l")
    view = View(dossier)
    pair = " et ".join(f"{view.label(e.report)} « {view.words((e.trigger,))} »" for e in (first, second))
    told = narrate(replace(dossier, links=(link,)), matter.id)
    assert f"Rapprochés : {pair} (0.80) : même objet ; même jour." in told
    assert not [line for line in told if ": —" in line and "auteur" in line]


def test_an_unknown_id_is_named() -> None:
    with pytest.raises(RecoupeError, match="no record 'm-0' in this dossier"):
        explain(sample(), "m-0")
