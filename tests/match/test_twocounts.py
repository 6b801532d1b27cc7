"""Like numbers of two reports that count two things, and the same number that one report tells with "plus de"."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

START = "La course de Sarlan a réuni les coureurs du club de Belmont. "
DAYS = ("2025-05-05", "2025-05-06")
APART = [
    # foretold and measured
    ("La perturbation amène des vents qui pourront dépasser les 100 km/h.", "Des vents de plus de 100 km/h ont balayé Sarlan."),
    ("Plus de 40 degrés seront attendus jeudi à Sarlan.", "Le thermomètre de Sarlan a marqué 44 degrés."),
    ("Les rafales pourraient atteindre 110 km/h à Sarlan.", "Les rafales ont dépassé 110 km/h à Sarlan."),
    # denied
    ("Le gouvernement annonce la libération de 5 000 otages.", "La milice dément la libération des 5 000 otages."),
    # the name of a race
    ("Luc Vial est le plus rapide sur le 200 m de Sarlan.", "Luc Vial vise le 200 m et le 4x100 m de Sarlan."),
    # two stages, two matches
    ("Après plus de 162,5 kilomètres entre Corvel et Vesles, l'étape finit.", "L'étape de 184,5 kilomètres sera longue."),
    ("L'étape compte 162,5 kilomètres entre Corvel et Vesles.", "L'étape compte 162,5 kilomètres entre Orvault et Lurs."),
    ("Vial (6 buts sur 8 tirs) a brillé.", "Vial (6 buts sur 9 tirs) a brillé."),
    # two speakers, each of their own
    # two days, two races
    ("Samedi 3 mai, il a fait 31,5 degrés à Sarlan.", "Dimanche 4 mai, il a fait 31,5 degrés à Sarlan."),
    ("Les 55 qualifiés ont pris le départ à Sarlan.", "Les 55 qualifiées ont pris le départ à Sarlan."),
    # two nouns
    ("Le gardien réalise quinze arrêts.", "Le gardien compte quinze participations."),
]


@pytest.mark.parametrize(("left", "right"), APART)
def test_two_counts(left: str, right: str) -> None:
    assert verdicts_on("figure", left, right, start=START, days=DAYS) == []


def test_more_than_a_number_is_no_finer_than_the_number() -> None:
    left, right = "L'étape compte 197 kilomètres jusqu'à Vesles.", "Après plus de 197 kilomètres, l'étape a fini à Vesles."
    assert verdicts_on("figure", left, right, start=START, days=DAYS) == ["same"]
