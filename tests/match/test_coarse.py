"""Where it was, loosely in one report and by name in another."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

START = "Une enquête a été ouverte samedi 10 mai 2025 à Belmont, a indiqué le parquet de Belmont. "
TOLD = [
    ("Le tueur a été capturé à l'étranger.", "Le tireur a été arrêté à Anvers."),
    ("Le suspect a été interpellé en région parisienne.", "Le suspect a été arrêté à Créteil."),
    ("L'avion s'est posé près de Paris.", "L'avion a atterri à Villacoublay."),
    ("Marc Vial a été enlevé dans le sud du pays.", "Marc Vial a été kidnappé à Nice."),
]
FRIENDS = [
    ("Le tueur a été capturé à l'étranger.", "Un cousin a été arrêté à Lyon."),
    ("Marc Vial a été arrêté à l'étranger.", "Luc Roy a été arrêté à Lyon."),
    ("Marc Vial a été arrêté vendredi 9 mai 2025 à l'étranger.", "Marc Vial a été arrêté samedi 10 mai 2025 à Lyon."),
    ("Marc Vial a été arrêté à l'étranger.", "Marc Vial a été vu à Lyon."),
]


@pytest.mark.parametrize(("left", "right"), TOLD)
def test_one_place_told_in_two_ways(left: str, right: str) -> None:
    assert "refined" in verdicts_on("place", left, right, start=START)


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_two_places(left: str, right: str) -> None:
    assert "refined" not in verdicts_on("place", left, right, start=START)
