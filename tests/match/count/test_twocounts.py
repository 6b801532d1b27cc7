"""Like numbers of two reports that count two things, and the same number that one report tells with "plus de"."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

START = "La course de Sarlan a réuni les coureurs du club de Belmont. "
DAYS = ("2025-05-05", "2025-05-06")
APART = [
    # foretold and measured
    ("On craint à Sarlan un vent qui pourra dépasser les 100 km/h.", "Un vent de plus de 100 km/h a balayé Sarlan."),
    ("Jeudi, Sarlan aura plus de 40 degrés.", "Le thermomètre de Sarlan a marqué 44 degrés."),
    ("Les rafales pourraient atteindre 110 km/h à Sarlan.", "Les rafales ont dépassé 110 km/h à Sarlan."),
    # denied
    ("Le ministère annonce la vente de 300 barques.", "Le port dément la vente des 300 barques."),
    # the name of a race
    ("Luc Vial est le plus rapide sur le 200 m de Sarlan.", "Luc Vial vise le 200 m et le 4x100 m de Sarlan."),
    # two stages, two matches
    ("L'étape compte 71,5 kilomètres entre Corvel et Vesles.", "L'étape compte 71,5 kilomètres entre Orvault et Lurs."),
    ("Vial (6 buts sur 8 tirs) a brillé.", "Vial (6 buts sur 9 tirs) a brillé."),
    # two days, two races
    ("Samedi 3 mai, il a fait 31,5 degrés à Sarlan.", "Dimanche 4 mai, il a fait 31,5 degrés à Sarlan."),
    ("Les 28 engagés ont pris le large à Sarlan.", "Les 28 engagées ont pris le large à Sarlan."),
    # two nouns
    ("Le meunier compte quinze sacs.", "Le meunier fête quinze victoires."),
]


@pytest.mark.parametrize(("left", "right"), APART)
def test_two_counts(left: str, right: str) -> None:
    assert verdicts_on("figure", left, right, start=START, days=DAYS) == []


def test_more_than_a_number_is_no_finer_than_the_number() -> None:
    left, right = "L'étape compte 83 kilomètres jusqu'à Vesles.", "Les coureurs ont fait plus de 83 kilomètres jusqu'à Vesles."
    assert verdicts_on("figure", left, right, start=START, days=DAYS) == ["same"]
