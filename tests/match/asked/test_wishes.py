"""At whose wish a measure was taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.asked.wishes import COLUMNS, find_wishes
from recoupe.match.desk import lay_desk
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import verdicts_on

ParseMany = Callable[[list[str]], list[Parsed]]
START = "Au stade de Lubac, le concert de Vannier a été annulé dimanche. "


@pytest.mark.parametrize(
    ("left", "right", "verdicts"),
    [
        ("Il a été annulé à la demande de la mairie.", "L'annulation a été décidée par le producteur.", ["contradicted"]),
        ("C'est la mairie qui a pris la décision.", "La décision émane du préfet.", ["contradicted"]),
        ("Le préfet a ordonné l'annulation.", "Il a été annulé à la demande de l'artiste.", ["contradicted"]),
        ("Il a été annulé à la demande de la mairie.", "La décision a été prise par la mairie.", []),
        ("Il a été annulé à la demande de la mairie.", "Le match a été reporté à la demande du préfet.", []),
        ("Il a été annulé à la demande de la mairie.", "Le préfet aurait ordonné l'annulation.", []),
    ],
)
def test_at_whose_wish(left: str, right: str, verdicts: list[str]) -> None:
    assert verdicts_on("agent", left, right, start=START, days=("2024-05-16", "2024-05-16")) == verdicts


def test_each_row_reads_its_example(parse_many: ParseMany) -> None:
    rows = [r for r in read_table("lang/fr/wishes.tsv", COLUMNS) if r["kind"] == "measure"]
    marked = [parse_markup(r["example"]) for r in rows]
    missed = []
    for row, (_, (mark, *_)), parsed in zip(rows, marked, parse_many([text for text, _ in marked]), strict=True):
        desk = lay_desk([read_report(Report("r", None, parsed.text, "fr"), replace(parsed, report="r"))])
        found = list(find_wishes(desk, "r"))
        if not any(d.act.endswith(row["name"]) and d.span.start < mark.end and mark.start < d.span.end for d in found):
            missed.append((row.where, row["example"]))
    assert missed == []
