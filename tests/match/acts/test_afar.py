"""What a report weeks later tells of "le livre", "l'homme", "les orages" is no word on the earlier one's."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

START = "La préfecture de Sarlan a reçu les pêcheurs du port de Belmont. "
FAR, NEAR = ("2025-05-05", "2025-07-06"), ("2025-05-05", "2025-05-06")
NAMELESS = [
    ("status", "Le livre doit paraître au printemps.", "Le livre est paru et se vend bien."),
    ("certainty", "L'homme aurait braqué la banque avec un couteau.", "L'homme a braqué la banque avec un couteau."),
    ("duration", "La ligue a perdu 7 points en deux mois.", "Le club gagne 7 points en deux mois sur la plage."),
    ("instrument", "Deux hommes ont été tués par une voiture piégée.", "Une voiture piégée a visé un hôtel."),
    ("number", "Plusieurs nageurs visaient la finale de la course.", "Un groupe de 40 nageurs a fini la course."),
    ("list", "Les ponts, les routes et les écoles sont fermés.", "Les ponts et les écoles ont fermé."),
]
NAMED = [("status", "Paul Denis doit publier un livre.", "Paul Denis a publié un livre.")]


@pytest.mark.parametrize(("slot", "left", "right"), NAMELESS)
def test_of_nobody_with_a_name(slot: str, left: str, right: str) -> None:
    assert verdicts_on(slot, left, right, start=START, days=NEAR)
    assert verdicts_on(slot, left, right, start=START, days=FAR) == []


@pytest.mark.parametrize(("slot", "left", "right"), NAMED)
def test_of_one_with_a_name(slot: str, left: str, right: str) -> None:
    assert verdicts_on(slot, left, right, start=START, days=FAR)
