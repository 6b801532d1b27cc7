"""Contrary things said of one thing: each row of the table, and what looks like them and is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.tables import read_table
from recoupe.match.state.contraries import COLUMNS
from recoupe.parse.document import Parsed
from recoupe.pipeline import cross_read, read_report
from recoupe.types import Report, When

ParseMany = Callable[[list[str]], list[Parsed]]
TOWN = "La scène se passe à Bellançon, chez les Tuileries Morvan.\n"
AFTER = " Le parquet a ouvert une enquête."


def opposed(parse_many: ParseMany, left: str, right: str, days: tuple[str, str] = ("2024-03-12", "2024-03-12")) -> list[str]:
    """What two reports of one affair say contrarily: the agreements and verdicts that are no "shared"."""
    texts = [TOWN + text + AFTER for text in (left, right)]
    readings = []
    for name, text, day, parsed in zip("ab", texts, days, parse_many(texts), strict=True):
        when = When(f"w-{name}", None, day, day, day)
        report = Report(name, f"{name}.txt", text, "fr", published=when, published_basis="given")
        readings.append(read_report(report, replace(parsed, report=name)))
    found = cross_read([r.report for r in readings], readings)
    return sorted({m.agreement for m in found.matters} & {"contradicted", "disputed", "updated"})


def test_every_row_of_the_table(parse_many: ParseMany) -> None:
    rows = [row["example"].split(" / ") for row in read_table("lang/fr/contraries.tsv", COLUMNS)]
    assert [r for r in rows if opposed(parse_many, r[0], r[1]) != ["contradicted"]] == []


@pytest.mark.parametrize(
    ("left", "right", "days", "told"),
    [
        ("Le marché est fermé.", "À Lyon, le marché n'est pas fermé.", ("2024-03-12", "2024-03-12"), []),  # another town's
        # on somebody's word, or days later
        (
            "Le pilote était ivre, selon la police.",
            "Le pilote n'était pas ivre, assure son avocat.",
            ("2024-03-12", "2024-03-12"),
            ["disputed"],
        ),
        ("Le guichet est ouvert.", "Le guichet est fermé.", ("2024-03-12", "2024-03-20"), ["updated"]),
        ("L'accès au port est bloqué.", "L'accès au port est libre.", ("2024-03-12", "2024-03-13"), ["updated"]),
        # two things, two who take part, what is not sure
        ("La porte du garage était ouverte.", "La porte du bureau était fermée.", ("2024-03-12", "2024-03-12"), []),
        ("La salle serait vide.", "La salle est comble.", ("2024-03-12", "2024-03-12"), []),
        ("L'homme était seul.", "L'homme était accompagné.", ("2024-03-12", "2024-03-12"), []),
    ],
)
def test_one_thing_at_one_time(parse_many: ParseMany, left: str, right: str, days: tuple[str, str], told: list[str]) -> None:
    assert opposed(parse_many, left, right, days) == told
