"""How long one thing lasts, in two reports that tell it in unlike words; and lengths of two things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.find.whens import anchor_whens
from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.desk import lay_desk
from recoupe.match.when.lasting import COLUMNS, find_lasting
from recoupe.match.when.spells import find_spells
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import verdicts_on

DAYS = ("2025-03-14", "2025-03-16")
PORT = "Le port de Corvel change de mains : la ville l'a confié vendredi 14 mars 2025 à la société Mervant. "
CHIEF = "Le Premier ministre de Sorvie, Karel Dost, a démissionné vendredi 14 mars 2025. "
CAPTIVE = "La journaliste Anna Veld a été libérée vendredi 14 mars 2025 au Zambara. "
CASES = [
    (PORT, "La concession court sur vingt ans.", "Le bail vaut pour vingt-cinq ans.", ["contradicted"]),
    (PORT, "La concession court sur vingt ans.", "Le bail vaut pour une vingtaine d'années.", ["refined"]),
    (CHIEF, "Karel Dost s'en va après onze ans de pouvoir.", "Karel Dost était aux affaires depuis 2014.", ["refined"]),
    (CHIEF, "Karel Dost s'en va après trois ans au pouvoir.", "Karel Dost était aux affaires depuis 2014.", ["contradicted"]),
    (CHIEF, "Il a parlé pendant 3 minutes et 48 secondes.", "Pendant quatre longues minutes, il a vidé son sac.", ["refined"]),
    (
        CAPTIVE,
        "Elle a passé quatorze mois en captivité.",
        "Elle était aux mains de ses ravisseurs depuis dix mois.",
        ["contradicted"],
    ),
    (
        CHIEF,
        "Karel Dost a été suspendu mardi pour quatre mois par son parti.",
        "Le parti a mis Karel Dost au ban pour un an.",
        ["contradicted"],
    ),
    (PORT, "Le port est fermé pour trois jours.", "La fermeture du port durera une semaine.", ["updated"]),
    (PORT, "Le procès de l'ancien exploitant a duré deux semaines.", "Le procès a pris dix jours d'audience.", ["refined"]),
    (PORT, "Le procès durera trois semaines.", "Le procès est prévu sur cinq semaines.", ["contradicted"]),
]
FRIENDS = [
    (CHIEF, "Le scrutin donne un troisième mandat à Karel Dost, 64 ans, réélu.", "Karel Dost est au pouvoir depuis 2009."),
    (PORT, "La concession court sur vingt ans.", "Les travaux dureront deux ans."),
    (PORT, "Mervant réclamait une concession de trente ans.", "Le bail vaut pour vingt-cinq ans."),
    (PORT, "Une enquête vise douze agents soupçonnés de fraudes commises depuis trois ans.", "L'enquête dure depuis deux ans."),
    (PORT, "Le débat doit durer deux heures.", "Le débat a duré trois heures."),
    (CHIEF, "Karel Dost s'en va après trois ans au pouvoir.", "Ivo Marek était resté huit ans au pouvoir."),
    (CHIEF, "Le débat a duré deux heures, le débat suivant trois heures.", "Le débat a duré quatre heures."),
]


@pytest.mark.parametrize(("start", "left", "right", "wanted"), CASES)
def test_one_thing_that_lasts(start: str, left: str, right: str, wanted: list[str]) -> None:
    assert verdicts_on("duration", left, right, start=start, days=DAYS) == wanted


@pytest.mark.parametrize(("start", "left", "right"), FRIENDS)
def test_two_lengths(start: str, left: str, right: str) -> None:
    assert verdicts_on("duration", left, right, start=start, days=DAYS) == []


def test_every_example_names_its_thing(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    rows = read_table("lang/fr/lasting.tsv", COLUMNS)
    parsed = parse_many([parse_markup(row["example"])[0] for row in rows])
    missed = []
    for row, one in zip(rows, parsed, strict=True):
        reading = read_report(Report(one.report, None, one.text, "fr"), one)
        desk = lay_desk([replace(reading, whens=anchor_whens(one, reading.times, None))])
        found = [x.thing.name for s in find_spells(desk, one.report) if (x := find_lasting(desk, s))]
        if row["thing"] not in found:
            missed.append((row["thing"], row["example"], found))
    assert missed == []
