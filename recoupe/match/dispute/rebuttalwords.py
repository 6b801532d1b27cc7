"""Words of denial and of answering, by what they do: call a charge false, stand aside, excuse, blame, reply, insist."""

from __future__ import annotations

from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table

COLUMNS = ("kind", "words", "example")


@cache
def rebuttals() -> frozenset[str]:
    """Words that call a charge false, or the accused innocent."""
    return words_of("verdict", "innocence")


@cache
def excuses() -> frozenset[str]:
    """Words by which the accused says that all was as it should be, or nobody's doing."""
    return words_of("excuse")


@cache
def blaming() -> frozenset[str]:
    """Verbs by which one speaks up against another."""
    return words_of("blaming")


@cache
def replying() -> frozenset[str]:
    """Verbs by which one answers another."""
    return words_of("replying")


@cache
def insisting() -> frozenset[str]:
    """Verbs by which one holds to what is doubted."""
    return words_of("insisting")


@cache
def blanks() -> frozenset[str]:
    """Nouns that take up a charge as it stands."""
    return words_of("blank")


def words_of(*kinds: str) -> frozenset[str]:
    """All words of these kinds, in plain form."""
    rows = read_table("lang/fr/rebuttals.tsv", COLUMNS)
    return frozenset(
        plain(w)
        for r in rows
        if r.one_of("kind", ("verdict", "innocence", "blank", "quality", "excuse", "blaming", "replying", "insisting")) in kinds
        for w in r.many("words")
    )
