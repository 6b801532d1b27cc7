"""Two towns for one act of two reports, in whatever words."""

from __future__ import annotations

import pytest

from recoupe.match.where.oneplace import may_be_one
from recoupe.match.where.spots import Party
from tests.match.crossing import matters_of

START = "Un ferry a coulé lundi 12 mai 2025 au large de Belmont. "
DAYS = ("2025-05-13", "2025-05-14")
CASES = [
    ("Les rescapés ont été ramenés au port de Corvel.", "C'est à Orvalle que les survivants ont mis pied à terre."),
    ("Le capitaine a été interpellé mardi à Corvel.", "Les gendarmes ont passé mardi les menottes au capitaine à Orvalle."),
    ("Les blessés ont été conduits à l'hôpital de Corvel.", "Les blessés, eux, sont soignés à Orvalle."),
    ("Le navire avait appareillé de Corvel dimanche.", "Dimanche, le navire était parti d'Orvalle."),
]
FRIENDS = [
    # Near by.
    ("Le capitaine a été interpellé mardi près de Corvel.", "Le capitaine a été arrêté mardi à Orvalle."),
    # A town that the other report knows.
    (
        "Le capitaine a été interpellé mardi à Corvel. Sa famille vit à Orvalle.",
        "Le capitaine a été arrêté mardi à Orvalle.",
    ),
    # Some of them, and others.
    ("Vingt-deux blessés ont été admis à Corvel.", "Une dizaine de blessés sont soignés à Orvalle."),
    # One, and several.
    ("Le capitaine a été interpellé mardi à Corvel.", "Deux marins ont été arrêtés mardi à Orvalle."),
    # To come, and done.
    ("Les rescapés seront ramenés à Corvel.", "Les rescapés ont été conduits à Orvalle."),
    # Two days.
    ("Les rescapés ont été transférés mardi 13 mai à Corvel.", "Les rescapés ont été conduits lundi 12 mai à Orvalle."),
    # Two acts of one report: which is the other's?
    (
        "Les rescapés ont été ramenés au port de Corvel. Puis ils ont été transférés à Sorbières.",
        "C'est à Orvalle que les survivants ont mis pied à terre.",
    ),
    # A capital, and what may be a suburb of it.
    ("Les rescapés ont été ramenés au port de Dakar.", "C'est à Orvalle que les survivants ont mis pied à terre."),
    # A quarter or an area, and a town.
    ("Le capitaine a été interpellé mardi dans le quartier de Corvel.", "Le capitaine a été arrêté mardi à Orvalle."),
]


def _opposed(left: str, right: str) -> list[str]:
    found = matters_of(left, right, start=START, days=DAYS)
    return [m.title for m in found for d in m.differences if d.slot == "place" and d.verdict == "contradicted"]


@pytest.mark.parametrize(("left", "right"), CASES)
def test_two_towns_of_one_act(left: str, right: str) -> None:
    assert len(_opposed(left, right)) == 1


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_towns_that_do_not_exclude_each_other(left: str, right: str) -> None:
    assert not _opposed(left, right)


NOBODY = frozenset[str]()
CREW = Party(frozenset(["marin"]), NOBODY, "Plur", "", True)


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (Party(frozenset(["matelot"]), NOBODY, "Plur", "", True), True),  # each means all there are
        (Party(frozenset(["marin"]), NOBODY, "Plur", "dix", False), False),
        (Party(frozenset(["marin"]), NOBODY, "Sing", "", True), False),
        (Party(NOBODY, NOBODY, "Plur", "", True, "Masc"), True),
        (Party(NOBODY, frozenset(["p-roy"]), "Plur", "", True), False),  # by name, and no word that ties them
    ],
)
def test_whom_it_befell_may_be_one_party(other: Party, one: bool) -> None:
    assert may_be_one(CREW, other) is one


def test_he_is_not_she() -> None:
    he, she = (Party(NOBODY, NOBODY, "Sing", "", True, gender) for gender in ("Masc", "Fem"))
    assert not may_be_one(he, she)
