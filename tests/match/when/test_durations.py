"""How long one thing lasted, told in two units, as a length or as its last day; and lengths of two things."""

from __future__ import annotations

import pytest

from recoupe.pipeline import compare_reports
from recoupe.types import Matter, Report

START = "Le ministre Marc Delorme a été entendu mardi 14 janvier 2025 par les juges de Corvel. "
CASES = [
    ("Sa garde à vue a duré deux jours.", "Il est sorti après 47 heures de garde à vue.", "refined"),
    ("L'audition a duré une heure et demie.", "L'audition de 85 minutes s'est bien passée.", "refined"),
    ("L'audition a duré un quart d'heure.", "L'audition a pris une quinzaine de minutes.", "refined"),
    ("Le procès a duré trois semaines.", "Le procès de trois semaines est terminé.", "same"),
    (
        "L'ultimatum de dix jours, lancé le 10 janvier, court toujours.",
        "L'ultimatum court jusqu'au 20 janvier 2025.",
        "refined",
    ),
]
FRIENDS = [
    ("Sa garde à vue a duré deux jours.", "Le procès de Marc Delorme durera deux jours."),
    ("L'audition a duré une heure.", "Il y a une heure, le juge est parti."),
    ("Il a été condamné à deux ans de prison.", "Il est ministre depuis deux ans."),
    ("L'ultimatum de dix jours, lancé le 10 janvier, court toujours.", "L'ultimatum court jusqu'au 30 janvier 2025."),
    ("Anna Veld remporte un premier trophée en 4 h 12.", "Lise Maar remporte un premier trophée en quatre heures."),
]


def _matters(left: str, right: str) -> list[Matter]:
    reports = [Report(name, None, START + text, "fr") for name, text in (("a", left), ("b", right))]
    return [m for m in compare_reports(reports).matters if any(d.slot == "duration" for d in m.differences)]


@pytest.mark.parametrize(("left", "right", "wanted"), CASES)
def test_one_length(left: str, right: str, wanted: str) -> None:
    assert [d.verdict for m in _matters(left, right) for d in m.differences] == [wanted]


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_two_lengths(left: str, right: str) -> None:
    assert [m.title for m in _matters(left, right)] == []


def test_the_title_names_what_lasted() -> None:
    assert [m.title for m in _matters(*CASES[0][:2])] == ["Durée (garde à vue) : deux jours ou 47 heures"]
