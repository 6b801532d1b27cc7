"""Nouns under which one set is counted, and those that are for things only."""

from __future__ import annotations

import pytest

from recoupe.match.count.countednouns import counts_things, is_known, stands_for
from tests.match.crossing import matters_of


def test_nouns_of_one_set_stand_for_each_other() -> None:
    assert stands_for("soldat") == stands_for("militaire")
    assert is_known("lit") and not is_known("montagne")


@pytest.mark.parametrize(("noun", "thing"), [("lit", True), ("vache", True), ("soldat", False), ("montagne", False)])
def test_things_are_no_persons(noun: str, thing: bool) -> None:
    assert counts_things(noun) is thing


def test_a_lead_in_votes_is_no_vote() -> None:
    left = "Anne Colin devance son rival de 190 voix à la mairie de Belmont."
    right = "À Belmont, Anne Colin a été élue maire avec 122 voix d'avance sur son rival."
    found = matters_of(left, right, days=("2025-05-05", "2025-05-06"))
    assert [m.title for m in found if m.agreement == "contradicted"] == ["Voix d'avance : 122 à 190"]
