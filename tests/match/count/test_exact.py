"""One exact number of one noun in two reports is one fact; equal ages, terms of prison, clock times and other things are none."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "L'alliance au pouvoir à Corvel a éclaté mardi 6 mai 2025. "
ONE = [
    (
        "Cette rupture met un terme à 14 mois de vie commune entre le PCV et le Rassemblement.",
        "Le chef du PCV, Luc Arnal, se dit trahi. Son parti gouvernait avec le Rassemblement depuis quatorze mois.",
    ),
    (
        "L'usine Tavernier tournait depuis 43 ans.",
        "En 43 ans d'existence, l'usine Tavernier a changé de mains.",
    ),
    (
        "Le nouveau maire a été choisi au bout de quatre tours.",
        "Pour le choix du maire, qui promet d'être long, il pourrait y avoir jusqu'au soir 4 tours.",
    ),
]
TWO = [
    ("Un homme de 43 ans a été arrêté à l'usine.", "L'usine tournait depuis 43 ans."),
    ("Luc Arnal a été condamné à 14 mois de prison.", "Luc Arnal gouvernait depuis 14 mois."),
    ("Le conseil se réunit à 17 heures.", "Le conseil a débattu pendant 17 heures."),
    ("Quatre tours ont été construites au port.", "Le sculpteur a modelé quatre vases."),
]


def _numbers(left: str, right: str) -> list[str]:
    found = (d for m in matters_of(START + left, START + right) for d in m.differences if d.slot in ("figure", "duration"))
    return [d.verdict for d in found if len({v.report for v in d.values}) > 1]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_one_exact_number(left: str, right: str) -> None:
    assert _numbers(left, right) == ["same"]


@pytest.mark.parametrize(("left", "right"), TWO)
def test_two_things_of_one_number(left: str, right: str) -> None:
    assert not _numbers(left, right)
