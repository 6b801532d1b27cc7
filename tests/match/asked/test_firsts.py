"""Who was the first to do something, where two reports name two persons; each row of the table is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.tables import Row, read_table
from recoupe.match.asked.asked import Scene
from recoupe.match.asked.firsts import COLUMNS, find_firsts
from recoupe.match.desk import lay_desk
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import verdicts_on

START = "L'avion de Paul Mercier et de Luc Arnal s'est posé mardi 12 mars 2024 à Bellançon. "
OPPOSED = [
    ("Paul Mercier s'est montré le premier.", "Luc Arnal est sorti avant tous les autres."),
    ("Paul Mercier a tiré le premier.", "C'est Luc Arnal qui a attaqué le premier."),
    ("Paul Mercier a été le premier à témoigner.", "Luc Arnal a parlé en premier."),
    ("Paul Mercier a été le premier à sortir.", "Luc Arnal est descendu le premier."),
    ("Paul Mercier est entré avant les autres.", "Luc Arnal est arrivé le premier."),
    ("Paul Mercier a remarqué le premier la fumée.", "C'est Luc Arnal qui a alerté en premier."),
]
FRIENDS = [
    ("Paul Mercier est sorti le premier.", "Luc Arnal est entré le premier."),
    ("Paul Mercier est sorti le premier.", "Luc Arnal a vu sortir le premier ministre."),
    ("Paul Mercier est arrivé le premier.", "Mercier était entré avant les autres."),
    ("Paul Mercier devait sortir le premier.", "Luc Arnal est sorti le premier."),
    ("Paul Mercier est sorti pour la première fois.", "Luc Arnal est sorti le premier."),
]


@pytest.mark.parametrize(("left", "right"), OPPOSED)
def test_two_who_were_first(left: str, right: str) -> None:
    assert "contradicted" in verdicts_on("agent", left, right, start=START)


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_two_acts_one_person_or_no_first(left: str, right: str) -> None:
    assert "contradicted" not in verdicts_on("agent", left, right, start=START)


@pytest.mark.parametrize("row", read_table("lang/fr/firsts.tsv", COLUMNS), ids=lambda r: r["act"])
def test_each_row_of_firsts_tells_its_example(row: Row, parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    text = START + row["example"]
    desk = lay_desk([read_report(Report("a", None, text, "fr"), replace(parse_many([text])[0], report="a"))])
    assert [a.question for a in find_firsts(Scene(desk, "a"))] == [row["act"]]
