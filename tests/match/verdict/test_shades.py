"""Details of one fact told twice: rounder numbers, parts of the day; and what only looks like it."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "La scène se passe à Bellançon, chez les Tuileries Morvan.\n"
DAYS = ("2024-03-12", "2024-03-14")


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (
            "Une dizaine d'hommes armés ont attaqué le fourgon de la banque.",
            "Dix hommes armés ont attaqué le fourgon de la banque.",
            ["figure refined"],
        ),
        (
            "L'hélicoptère s'est posé sur le stade en début d'après-midi.",
            "L'hélicoptère s'est posé sur le stade vers 13 h 40.",
            ["time refined"],
        ),
        # a toll that rose; an hour of another part of the day
        (
            "La coulée de boue a tué au moins douze randonneurs.",
            "La coulée de boue a tué dix-neuf randonneurs.",
            [],
        ),
        (
            "L'hélicoptère s'est posé sur le stade en début d'après-midi.",
            "L'hélicoptère s'est posé sur le stade vers 21 h 40.",
            [],
        ),
        # the night of the deaths, and the hour at which the last body was found
        (
            "Trois ouvriers ont été tués dans l'effondrement du four, dans la nuit de dimanche à lundi.",
            "Le dernier a été retrouvé mort mercredi vers 5 heures, portant le bilan à quatre morts dans l'effondrement du four.",
            [],
        ),
    ],
)
def test_tellings_of_one_fact(left: str, right: str, told: list[str]) -> None:
    found = {f"{d.slot} {d.verdict}" for m in matters_of(left, right, start=START, days=DAYS) for d in m.differences}
    assert sorted(found & {"figure refined", "time refined"}) == told
