"""The tables of matching: every row whole, every example one of its own words."""

from __future__ import annotations

import pytest

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.count.dimensions import COLUMNS as DIMENSIONS
from recoupe.match.count.dimensions import CURRENCIES
from recoupe.match.count.measuring import COLUMNS, measures
from recoupe.match.count.populations import COLUMNS as POPULATIONS

TABLES = {
    "lang/fr/measures.tsv": COLUMNS,
    "lang/fr/populations.tsv": POPULATIONS,
    "lang/fr/counted_alike.tsv": ("nouns", "example"),
    "data/currencies.tsv": CURRENCIES,
    "data/dimensions.tsv": DIMENSIONS,
    "lang/fr/antonyms.tsv": ("left", "right", "example"),
    "lang/fr/news_words.tsv": ("words", "example"),
    "lang/fr/function_words.tsv": ("words", "example"),
}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_row_has_an_example(name: str) -> None:
    rows = read_table(name, TABLES[name])
    assert [r.where for r in rows if not r["example"]] == []


def test_no_unit_belongs_to_two_measures() -> None:
    seen: dict[str, str] = {}
    twice = []
    for row in read_table("lang/fr/measures.tsv", COLUMNS):
        for unit in row.many("units"):
            if seen.setdefault(plain(unit), row["measure"]) != row["measure"]:
                twice.append((row.where, unit, seen[plain(unit)]))
    assert (twice, "dead" in measures()) == ([], True)
