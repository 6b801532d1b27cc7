"""In which town somebody was born or lives: two towns of one person, not of two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.asked.asked import Scene
from recoupe.match.desk import lay_desk
from recoupe.match.who.lives import COLUMNS, find_lives
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import matters_of

ParseMany = Callable[[list[str]], list[Parsed]]
DAYS = ("2024-05-16", "2024-05-16")
BOOK = "À Varlen, le roman « Sel » de Nadir Belkas a reçu lundi le prix Lormont. "
RACE = "À Varlen, la patineuse Ilse Marn a battu samedi le record du lac. "
SHOT = "À Varlen, un homme a ouvert le feu mardi sur le consulat Morel, tuant Lise Amaury et Paul Denis. "
CASES = [
    (BOOK, "Né à Corvel, le romancier vit de sa plume.", "L'auteur, natif de Bellançon, a remercié ses parents."),
    (BOOK, "Nadir Belkas est né le 3 mai 1970 à Corvel.", "Enfant de Bellançon, où il a vu le jour, Nadir Belkas a pleuré."),
    (RACE, "Ilse Marn a vu le jour à Corvel en 1999.", "Née à Saint-Aubrac, la championne de Varlen a pleuré."),
    (RACE, "Elle réside à Corvel avec ses deux chiens.", "La jeune femme, qui vit à Bellançon, s'entraîne seule."),
    (SHOT, "Le tireur, domicilié à Corvel, s'est tu.", "Le suspect habite Bellançon, où sa maison a été fouillée."),
    (SHOT, "Cet ancien vigile installé à Corvel était armé.", "L'homme vivait à Bellançon avec sa mère."),
    (SHOT, "Le tireur habite Corvel.", "Arrêté sur place, Ivo Lanz, domicilié à Bellançon, se tait."),
]
FRIENDS = [
    (RACE, "Née à Corvel, elle a 24 ans.", "Son entraîneur, né à Bellançon, a pleuré."),
    (RACE, "Elle habitait Corvel depuis 2019.", "Elle vit à Bellançon."),
    (RACE, "Née en Bretagne, elle a 24 ans.", "Elle est née à Rennes."),
    (RACE, "Elle est née à Kharkiv.", "Ilse Marn est née à Kharkov."),
    (SHOT, "Le tireur habite Corvel.", "Lise Amaury, domiciliée à Bellançon, avait 34 ans."),
    (SHOT, "Le tireur habite Corvel.", "Paul Denis, domicilié à Bellançon, avait 34 ans."),
    (SHOT, "Paul Denis est né à Corvel.", "Lise Amaury est née à Bellançon."),
    (SHOT, "Le tireur habite Corvel.", "Son père, qui vit à Bellançon, a été entendu."),
    (SHOT, "Le tireur habite Corvel.", "Une habitante de Bellançon a filmé la scène."),
]


@pytest.mark.parametrize(("start", "left", "right"), CASES)
def test_two_towns_of_one_life(start: str, left: str, right: str) -> None:
    found = [m for m in matters_of(left, right, start=start, days=DAYS) if m.title.startswith(("Lieu de naissance", "Domicile"))]
    assert [m.agreement for m in found] == ["contradicted"]


@pytest.mark.parametrize(("start", "left", "right"), FRIENDS)
def test_towns_of_two_lives(start: str, left: str, right: str) -> None:
    assert [m.title for m in matters_of(left, right, start=start, days=DAYS) if m.agreement == "contradicted"] == []


def test_each_row_reads_its_example(parse_many: ParseMany) -> None:
    rows = read_table("lang/fr/lives.tsv", COLUMNS)
    marked = [parse_markup(row["example"]) for row in rows]
    missed = []
    for row, (_, (mark, *_)), parsed in zip(rows, marked, parse_many([text for text, _ in marked]), strict=True):
        desk = lay_desk([read_report(Report("r", None, parsed.text, "fr"), replace(parsed, report="r"))])
        found = [(a.question, a.span.start, a.span.end) for a in find_lives(Scene(desk, "r"))]
        if found != [(row["kind"], mark.start, mark.end)]:
            missed.append((row.where, row["example"], found))
    assert missed == []
