"""Tolls of two happenings stay two; a toll told weeks later with its day is the same one; the times of a race are no length."""

from __future__ import annotations

import pytest

from recoupe.match.acts.fillers import ordinals_of
from recoupe.match.desk import lay_desk
from recoupe.parse.spacy import parse
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import matters_of

FIRST = "Un attentat à la bombe a tué 40 personnes mardi sur le marché de Corvel, en Sorvie, a annoncé la police de Corvel."
CASES = [
    ("2025-05-07", "L'attentat du marché de Corvel, en Sorvie, a fait 52 morts, selon la police de Corvel.", {"updated"}),
    (
        "2025-07-02",
        "L'attentat du 6 mai sur le marché de Corvel, en Sorvie, a fait 52 morts, selon la police de Corvel.",
        {"updated"},
    ),
    ("2025-07-02", "Un attentat a fait sept morts lundi sur le marché de Corvel, en Sorvie, selon la police de Corvel.", set()),
    (
        "2025-05-07",
        "En 2019, un attentat avait fait sept morts sur le marché de Corvel, en Sorvie, rappelle la police de Corvel.",
        set(),
    ),
]


def _found(day: str, left: str, right: str, slot: str) -> set[str]:
    return {
        d.verdict
        for m in matters_of(left, right, days=("2025-05-06", day))
        if len(m.reports) > 1
        for d in m.differences
        if d.slot == slot
    }


@pytest.mark.parametrize(("day", "text", "wanted"), CASES)
def test_one_toll_or_two(day: str, text: str, wanted: set[str]) -> None:
    assert _found(day, FIRST, text, "figure") - {"refined"} == wanted


RACE = [
    ("La Suissesse s'impose en 1 heure 38 minutes et 12 secondes.", "L'Allemande finit en 1 heure 41 minutes et 3 secondes."),
    ("Elle compte huit minutes d'avance.", "Elle pointe avec sept minutes de retard."),
    ("Sur un an, le nombre de licences augmente.", "Le triathlon a pris une année de retard."),
]


@pytest.mark.parametrize(("left", "right"), RACE)
def test_times_of_a_race(left: str, right: str) -> None:
    start = "Le triathlon de Corvel, en Sorvie, a eu lieu dimanche 4 mai 2025. "
    assert _found("2025-05-06", start + left, start + right, "duration") == set()


BOMB = "Somarie : attentat à la voiture piégée à Corvel\n\n{day}. –\n\nÀ Corvel, capitale de la Somarie, {deed} a fait {n} morts."


def test_an_attack_of_each_season_is_its_own() -> None:
    left = BOMB.format(day="30 août 2024", deed="une attaque contre le port", n=15)
    right = BOMB.format(day="25 janvier 2025", deed="un double attentat contre un hôtel", n=28)
    assert [m.title for m in matters_of(left, right, days=("2024-08-30", "2025-01-25")) if len(m.reports) > 1] == []


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Un train express a lui aussi déraillé vendredi près de Belmont.", True),
        ("Un train express a déraillé à son tour près de Belmont.", True),
        ("Un autre train a déraillé près de Belmont.", True),
        ("Le train express a lui aussi déraillé.", False),
        ("Un train express a déraillé près de Belmont.", False),
    ],
)
def test_one_more_of_a_kind(text: str, other: bool) -> None:
    report = Report("a", None, text, "fr")
    desk = lay_desk([read_report(report, next(parse([report])))])
    (event,) = (e for e in desk.events.values() if e.frame == "CRASH")
    assert bool(ordinals_of(desk, event)) is other
