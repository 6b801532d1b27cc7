"""Buildings of two sorts: what befell the museum did not befall the station, whatever day or deed the two have in common."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.happening import Occasion

COLUMNS = ("sort", "nouns", "example")


def are_two_premises(a: Occasion, b: Occasion) -> bool:
    """Does one act befall buildings of two sorts, and nothing else?"""
    return are_two_sorts(a.undergoers, b.undergoers)


def are_two_sorts(a: frozenset[str], b: frozenset[str]) -> bool:
    """Do these plain nouns and those name buildings, and none of one sort?"""
    one, two = _sorts_of(a), _sorts_of(b)
    return bool(one and two and not one & two)


def _sorts_of(nouns: frozenset[str]) -> frozenset[str]:
    """The sorts of these nouns; nothing where one of them is no building that the table knows."""
    known = sorts()
    found = [known.get(n, "") for n in nouns]
    return frozenset(found) if all(found) else frozenset()


@cache
def sorts() -> Mapping[str, str]:
    """Plain noun of a building -> its sort."""
    rows = read_table("lang/fr/premises.tsv", COLUMNS)
    return {plain(noun): row["sort"] for row in rows for noun in row.many("nouns")}
