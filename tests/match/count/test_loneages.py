"""The age of somebody whom two reports leave unnamed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.asked.asked import Scene
from recoupe.match.count.loneages import COLUMNS, find_lone_ages
from recoupe.match.desk import lay_desk
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import verdicts_on

DAYS = ("2025-05-05", "2025-05-06")
START = "Le funiculaire de Corvel a déraillé dimanche 4 mai 2025, tuant quinze touristes. "


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("Un enfant belge de trois ans a été sorti vivant.", "Dans les débris, un bambin de 5 ans.", ["contradicted"]),
        ("À 14 ans, la fille du gérant est morte à l'hôpital.", "Une gerbe pour la fillette, âgée de 12 ans.", ["contradicted"]),
        ("Le conducteur, 45 ans, est indemne.", "Le chauffeur, âgé de 54 ans, est indemne.", ["contradicted"]),
        # A boy and a girl; a child and a grown-up; one of several; a second one.
        ("Un garçon de trois ans a été sorti vivant.", "Une fillette de 5 ans a été sortie vivante.", []),
        ("Un enfant de trois ans a été sorti vivant.", "La fille du gérant, 41 ans, a été sortie vivante.", []),
        ("Un enfant de trois ans a été sorti vivant.", "Six enfants sont morts, dont un bambin de 5 ans.", []),
        ("Un enfant de trois ans a été sorti vivant.", "Un autre enfant, de 5 ans, est mort.", []),
    ],
)
def test_two_ages(left: str, right: str, wanted: list[str]) -> None:
    assert verdicts_on("age", left, right, start=START, days=DAYS) == wanted


def test_every_example_is_found(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    rows = read_table("lang/fr/lone_persons.tsv", COLUMNS)
    parsed = parse_many([parse_markup(row["example"])[0] for row in rows])
    found = []
    for one in parsed:
        desk = lay_desk([read_report(Report(one.report, None, one.text, "fr"), one)])
        found.append([x.question for x in find_lone_ages(Scene(desk, one.report))])
    assert found == [[row["part"]] for row in rows]
