"""What a day to come is set for: the act of its verb, of the noun that a light verb takes, or of the noun that is expected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import Row, read_table
from recoupe.match.alike.surroundings import Surroundings, surroundings
from recoupe.match.asked.actwords import COLUMNS, acts_of, kinds_of
from recoupe.match.desk import lay_desk
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report

ROWS = read_table("lang/fr/appointments.tsv", COLUMNS)
Parse = Callable[[str], Parsed]


def _where(parse: Parse, marked: str) -> tuple[Parsed, Surroundings]:
    """A parsed sentence, and what stands around its mark."""
    text, (mark,) = parse_markup(marked)
    parsed = replace(parse(text), report="r")
    desk = lay_desk([read_report(Report("r", None, text, "fr"), parsed)])
    words = parsed.at(mark.start, mark.end)
    head = next(i for i in words if parsed.words[i].head not in words)
    return parsed, surroundings(desk, "r", head, words)


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["act"])
def test_each_row_knows_its_example(parse: Parse, row: Row) -> None:
    assert row["act"] in kinds_of(*_where(parse, row["example"]))


@pytest.mark.parametrize(
    ("marked", "act"),
    [
        ("L'élue prêtera serment [day: le 3 mai].", "serment"),
        ("L'investiture est fixée [day: au 3 mai].", "investiture"),
        ("L'entrée en vigueur est prévue [day: le 3 mai].", "vigueur"),
        ("Rendez-vous est pris pour [day: le 3 mai].", "rendez-vous"),
    ],
)
def test_the_act_that_a_day_is_set_for(parse: Parse, marked: str, act: str) -> None:
    assert act in acts_of(*_where(parse, marked))
