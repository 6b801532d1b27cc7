"""Where it was, loosely in one report and by name in another."""

from __future__ import annotations

import pytest

from recoupe.lang.tables import read_table
from recoupe.match.where.coarse import COLUMNS, _loose, _town
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
TOWNS = [
    ("Une avalanche a tué deux skieurs à Bessans.", "C'est à Aussois que deux skieurs ont été tués par une avalanche."),
    ("Une collision a eu lieu à Nice.", "La collision survenue mercredi à Lyon a fait un mort."),
    ("Une avalanche a tué deux skieurs à Bessans.", "La coulée s'est déclenchée sur la commune d'Aussois."),
    ("L'explosion s'est produite à Nice.", "L'explosion de Lyon a fait un mort."),
    ("Marc Vial a été enlevé à Nice.", "Marc Vial, kidnappé par deux hommes, l'a été à Lyon."),
]
ONE_TOWN = [
    ("Une avalanche a tué deux skieurs à Bessans.", "La coulée de Bessans s'est déclenchée à Aussois."),
    ("L'explosion s'est produite à Nice.", "Des explosions ont eu lieu à Lyon."),
    ("L'explosion s'est produite à Nice.", "Le blessé de l'explosion a été opéré à Lyon."),
    ("Marc Vial a été enlevé à Nice.", "Luc Roy, kidnappé par deux hommes, l'a été à Lyon."),
    ("L'explosion s'est produite à Terehovka.", "L'explosion de Terekhovka a fait un mort."),
    ("L'explosion s'est produite à Louvain.", "L'explosion de Leuven a fait un mort."),
]


@pytest.mark.parametrize(("left", "right"), TOLD)
def test_one_place_told_in_two_ways(left: str, right: str) -> None:
    assert "refined" in verdicts_on("place", left, right, start=START)


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_two_places(left: str, right: str) -> None:
    assert "refined" not in verdicts_on("place", left, right, start=START)


@pytest.mark.parametrize(("left", "right"), TOWNS)
def test_two_towns(left: str, right: str) -> None:
    assert "contradicted" in verdicts_on("place", left, right, start=START)


@pytest.mark.parametrize(("left", "right"), ONE_TOWN)
def test_no_two_towns(left: str, right: str) -> None:
    assert "contradicted" not in verdicts_on("place", left, right, start=START)


@pytest.mark.parametrize("row", read_table("lang/fr/grounds.tsv", COLUMNS), ids=lambda r: str(r.where))
def test_each_row_of_grounds_is_told(row: dict[str, str]) -> None:
    loose, near = _loose()
    how = {"loose": loose, "vague": loose, "area": loose, "near": near, "town": _town()}.get(row["class"])
    assert how is None or how.search(row["example"])
