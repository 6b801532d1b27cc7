"""A bare date, place or number is printed with what it is told of."""

from __future__ import annotations

import pytest

from recoupe.match.line.toldof import stands
from tests.match.crossing import matters_of

DAYS = ("2019-02-07", "2019-02-07")


@pytest.mark.parametrize(
    ("left", "right", "title"),
    [
        (
            "Deux jours après la crue de la Rance, la préfète Hélène Roy a visité Vernay.",
            "La crue de la Rance, mardi 5 février, a noyé trois hameaux de Vernay. La préfète Hélène Roy a visité Vernay jeudi.",
            "La crue de la Rance (date)",
        ),
        (
            "Les pompiers ont conduit environ 90 élèves vers la halle de Morlette.",
            "Selon la mairie, les pompiers ont conduit 90 élèves vers la halle de Morlette.",
            "Les pompiers ont conduit environ 90 élèves vers la halle de Morlette (lieu)",
        ),
    ],
)
def test_a_bare_value_is_printed_with_what_it_is_told_of(left: str, right: str, title: str) -> None:
    assert title in [m.title for m in matters_of(left, right, days=DAYS)]


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("L'incendie du port de Vernay", True),
        ("Il a quitté le port", False),
        ("Ont quitté le port de Vernay", False),
        ("La préfecture du Drac avoir fermé le pont", False),
        ("Le port de Vernay est fermé pour…", False),
    ],
)
def test_a_line_stands_alone(line: str, whole: bool) -> None:
    assert stands(line) is whole
