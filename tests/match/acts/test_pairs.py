"""The one strike, the one release that each report tells is the same, though nothing else is; where nothing sets them apart."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

DAYS = ("2025-03-11", "2025-03-11")
STRIKE = "La société Corvex, de Brelan, attend. Ce jour de grève coûte cher, selon Paul Ravel."


def _together(left: str, right: str, word: str) -> bool:
    matters = matters_of(left, right, days=DAYS)
    return any(len(m.reports) > 1 and word in m.title.lower() for m in matters)


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("La société Corvex, de Brelan, parle. Anne Sorel dit comprendre la grève.", True),
        ("La société Corvex, de Brelan, parle. Une autre grève suivra, dit Anne Sorel.", False),
    ],
)
def test_the_one_strike_of_each_report(text: str, one: bool) -> None:
    assert _together(STRIKE, text, "grève") is one


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("Découverte de Lina à Brelan", "Les gendarmes de Brelan ont retrouvé l'enfant", True),
        ("Découverte de Lina à Brelan", "Les gendarmes de Brelan n'ont pas retrouvé l'enfant", False),
    ],
)
def test_what_both_tell_at_their_head(left: str, right: str, one: bool) -> None:
    rest = "\n\nLa mère remercie les gendarmes de Brelan."
    assert _together(left + rest, right + rest, "découverte") is one


def test_opposite_occasions_of_two_weeks_are_two() -> None:
    start = "Les Jeux de la mer de Corvel réunissent quarante pays. "
    left = start + "Corvel a suivi la cérémonie d'ouverture des Jeux de la mer."
    right = start + "Corvel a suivi la cérémonie de clôture des Jeux de la mer."
    found = matters_of(left, right, days=("2024-08-05", "2024-08-22"))
    assert [m.title for m in found if "cérémonie" in m.title and m.agreement in ("shared", "refined")] == []
