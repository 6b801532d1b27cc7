"""One moment told by two clocks, by the minute of play, by an opening; and hours of two things."""

from __future__ import annotations

import pytest

from recoupe.pipeline import compare_reports
from recoupe.types import Report

START = "Le musée Courbet de Corvel a été cambriolé lundi 5 mai 2025. "
CASES = [
    ("Les voleurs sont entrés vers 9 h 30.", "Les voleurs sont entrés à 9 h 34.", "refined"),
    ("L'alarme a sonné à 9h34.", "Il était 9h34 quand l'alarme a sonné.", "same"),
    ("Au moment de l'ouverture du musée, deux hommes sont entrés.", "Le musée avait déjà ouvert.", "refined"),
    ("Le match a été arrêté vers l'heure de jeu.", "L'arbitre a sifflé à la 62e minute.", "refined"),
]
FRIENDS = [
    ("Les voleurs sont entrés à 9 h 30.", "La ministre est arrivée à 9 h 40."),
    ("9 h 30 - Les voleurs sont entrés dans la nuit.", "9 h 31 - Les voleurs sont recherchés."),
    ("Les voleurs sont entrés vers 9 h 30.", "Publié le 5 mai 2025 à 9 h 38"),
    ("Le but est tombé à la 12e minute.", "L'arbitre a sifflé à la 62e minute."),
]


def _found(left: str, right: str) -> list[str]:
    reports = [Report(name, None, START + "\n" + text, "fr") for name, text in (("a", left), ("b", right))]
    return [d.verdict for m in compare_reports(reports).matters for d in m.differences if d.slot == "time"]


@pytest.mark.parametrize(("left", "right", "wanted"), CASES)
def test_one_moment(left: str, right: str, wanted: str) -> None:
    assert _found(left, right) == [wanted]


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_two_moments(left: str, right: str) -> None:
    assert _found(left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("Les voleurs sont entrés lundi 5 mai à l'aube.", "Les voleurs sont entrés lundi 5 mai à 5 h 10.", ["refined"]),
        ("Les voleurs sont entrés lundi 5 mai en fin d'après-midi.", "Les voleurs sont entrés lundi 5 mai à 18h20.", ["refined"]),
        ("Les voleurs sont entrés lundi 5 mai dans la soirée.", "Les voleurs sont entrés lundi 5 mai à 14h20.", ["contradicted"]),
        ("Le préfet est venu lundi 5 mai à l'aube.", "Les voleurs sont entrés lundi 5 mai à 5 h 10.", []),
        # The evening that was forecast, the afternoon that came.
        (
            "La pluie est prévue pour la soirée de lundi 5 mai sur les salles du musée.",
            "La pluie est tombée lundi 5 mai dans l'après-midi sur les salles du musée.",
            [],
        ),
        # Two names for the same hours, two words for one act; two acts.
        (
            "Luc Perrec a été attaqué lundi 5 mai à la mi-journée devant le cloître.",
            "Le gardien Luc Perrec a été blessé par balle lundi 5 mai en début d'après-midi au cloître.",
            ["refined"],
        ),
        (
            "Luc Perrec a été décoré lundi 5 mai à la mi-journée devant le cloître.",
            "Une fanfare a joué lundi 5 mai en début d'après-midi.",
            [],
        ),
        (
            "Trois foyers ont été allumés lundi 5 mai vers 4 heures dans les réserves du musée Courbet.",
            "Les incendies se sont déclarés lundi 5 mai vers 4 heures au musée Courbet.",
            ["same"],
        ),
        # The same moment by another clock is no second hour.
        ("Le musée a brûlé vers 1 h 30 (5 h 30 GMT).", "À 1 h 27, le musée a pris feu.", ["refined"]),
    ],
)
def test_parts_of_the_day_and_other_clocks(left: str, right: str, wanted: list[str]) -> None:
    assert _found(left, right) == wanted
