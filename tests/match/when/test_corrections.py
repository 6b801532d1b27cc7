"""A date that a report says has moved, beside the reports that told the date before; and dates of two things."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "La ligne de Corvel à Belmont est coupée depuis lundi 3 mars 2025 par un éboulement. "
CASES = [
    ("Le trafic reprendra le lundi 31 mars, et non le 24 comme espéré.", "La ligne doit rouvrir au trafic le 24 mars."),
    ("Prévue le 12 mai, l'audience a finalement été reportée au 20 juin.", "L'audience aura lieu le 12 mai."),
    ("L'audience, prévue en mai, s'est tenue du 2 au 4 juin 2025.", "L'audience s'ouvrira le 12 mai 2025."),
]
FRIENDS = [
    ("Le trafic reprendra le lundi 31 mars, et non le 24 comme espéré.", "Le ministre doit venir le 24 mars."),
    ("Prévue le 12 mai, l'audience a finalement été reportée au 20 juin.", "Le maire avait été élu le 12 mai."),
    ("Le trafic reprendra le 31 mars.", "La ligne doit rouvrir au trafic le 24 mars."),
]


def _found(left: str, right: str) -> list[tuple[str, ...]]:
    matters = matters_of(left, right, start=START, days=("2025-07-01", "2025-07-01"))
    return [m.reports for m in matters if m.title.startswith("Date reportée") and len(m.reports) > 1]


@pytest.mark.parametrize(("left", "right"), CASES)
def test_a_date_that_moved(left: str, right: str) -> None:
    assert _found(left, right) == [("a", "b")]


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_dates_of_two_things(left: str, right: str) -> None:
    assert _found(left, right) == []


MOVED = [
    # The new day in one sentence, the old one in another, or in another report.
    (
        "L'ouverture du pont devait se faire le 19 mars. Le maire annonce que l'ouverture est avancée au 17 mars.",
        "Le maire est venu.",
        ["Date avancée : le 19 mars, puis le 17 mars"],
    ),
    (
        "L'ouverture du pont est repoussée au 28 mars.",
        "L'ouverture du pont est prévue le 19 mars.",
        ["Date reportée : le 19 mars, puis le 28 mars"],
    ),
    # The days on which somebody announced and spoke are none of them.
    ("L'inauguration, promise pour la fin du printemps, a été repoussée, disait-on le 17 octobre.", "Le maire est venu.", []),
    ("L'ouverture du pont est repoussée au 28 mars.", "La réunion des élus est prévue le 19 mars.", []),
]


@pytest.mark.parametrize(("left", "right", "wanted"), MOVED)
def test_two_days_of_one_thing(left: str, right: str, wanted: list[str]) -> None:
    matters = matters_of(left, right, start=START, days=("2025-03-05", "2025-03-05"))
    assert [m.title for m in matters if m.title.startswith("Date ")] == wanted
