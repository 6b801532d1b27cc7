"""An hour told to the minute in one report and roughly in another."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

START = "Une explosion a fait deux morts samedi 10 mai 2025 dans une usine de Belmont. "
TOLD = [
    ("La déflagration s'est produite à 9h52.", "Un peu avant dix heures, l'usine a explosé."),
    ("Le site a explosé à 18h41.", "L'explosion a retenti vers sept heures moins le quart du soir."),
    ("Le site a explosé à 18H40.", "Sur le coup de dix-neuf heures, le site a sauté."),
    ("L'avion du ministre s'est posé, il est 17h42.", "Le ministre a atterri en fin d'après-midi."),
    ("Les secours sont arrivés à 6h12.", "Les secours sont venus à l'aube."),
]
FRIENDS = [
    ("La déflagration s'est produite à 9h52.", "Vers midi, l'usine a explosé."),
    ("La déflagration s'est produite vendredi à 9h52.", "Samedi, vers dix heures, l'usine a explosé."),
    ("La déflagration s'est produite à 9h52.", "Le maire a parlé dans la matinée."),
    ("La déflagration a duré neuf heures.", "Vers neuf heures, le feu était éteint."),
]


@pytest.mark.parametrize(("left", "right"), TOLD)
def test_one_hour_told_in_two_ways(left: str, right: str) -> None:
    assert "refined" in verdicts_on("time", left, right, start=START)


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_two_hours(left: str, right: str) -> None:
    assert "refined" not in verdicts_on("time", left, right, start=START)
