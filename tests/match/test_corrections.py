"""A date that a report says has moved, beside the reports that told the date before; and dates of two things."""

from __future__ import annotations

import pytest

from recoupe.pipeline import compare_reports
from recoupe.types import Report, When

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
    day = When("w", None, "2025-07-01", "2025-07-01", "2025-07-01")
    reports = [
        Report(n, None, START + text, "fr", published=day, published_basis="given") for n, text in (("a", left), ("b", right))
    ]
    matters = compare_reports(reports).matters
    return [m.reports for m in matters if m.title.startswith("Date reportée") and len(m.reports) > 1]


@pytest.mark.parametrize(("left", "right"), CASES)
def test_a_date_that_moved(left: str, right: str) -> None:
    assert _found(left, right) == [("a", "b")]


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_dates_of_two_things(left: str, right: str) -> None:
    assert _found(left, right) == []
