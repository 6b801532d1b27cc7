"""What one report tells by a vague word and another by a number; and numbers of other things."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

START = "À Belmont, la crue du Gardouin a surpris la commune de Corvel et la préfète, Anne Sorel. "
CASES = [
    ("Plusieurs personnes ont été blessées dans la crue.", "La crue a fait six blessés."),
    ("Plusieurs véhicules ont été emportés par la crue.", "La crue a emporté huit voitures."),
    (
        "Luc Vial est libre après plusieurs mois de captivité chez les pirates.",
        "Les pirates ont rendu Luc Vial au bout de 143 jours.",
    ),
    ("L'armée distribuera des tentes à Corvel.", "L'armée a distribué 400 tentes à Corvel."),
]
FRIENDS = [
    ("Plusieurs personnes ont été blessées dans la crue.", "La préfète a félicité six sauveteurs."),
    ("Plusieurs véhicules ont été emportés par la crue.", "Le garage de Vesles a vendu huit voitures."),
    ("Luc Vial est libre après plusieurs mois de captivité.", "Anne Sorel est en poste depuis 143 jours."),
    ("Plusieurs maisons ont été inondées le 5 mai 2025.", "Six maisons ont été inondées le 6 mai 2025."),
    (
        "Un bac a coulé lundi à Corvel, tuant 14 personnes, ont dit des responsables.",
        "Un bac a coulé lundi à Corvel. Douze personnes sont mortes et trente ont été secourues.",
    ),
    (
        "La préfète a cité six élus, à des degrés divers, responsables de la crue.",
        "La préfète a cité six responsables de la crue.",
    ),
    ("Le nombre de morts peut monter.", "La crue a fait 31 morts."),
]


def _found(left: str, right: str) -> list[str]:
    return verdicts_on("number", left, right, start=START)


@pytest.mark.parametrize(("left", "right"), CASES)
def test_a_vague_word_and_a_number(left: str, right: str) -> None:
    assert _found(left, right) == ["refined"]


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_numbers_of_other_things(left: str, right: str) -> None:
    assert _found(left, right) == []
