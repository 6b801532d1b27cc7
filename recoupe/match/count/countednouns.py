"""Nouns under which one set of people or things is counted ("militaires", "soldats"), and which of them are for things."""

from __future__ import annotations

from functools import cache

from recoupe.lang.nouns import actor_nouns
from recoupe.lang.tables import read_table
from recoupe.match.count.measuring import person_nouns


def stands_for(noun: str) -> str:
    """The noun under which one set of people or things is counted, itself where the table knows none."""
    return _stands_for().get(noun, noun)


def counts_things(noun: str) -> bool:
    """Is it known under other nouns, none of which is one for persons: beds, cows, lorries?"""
    return noun in _stands_for() and noun not in _persons()


@cache
def _persons() -> frozenset[str]:
    """The nouns of sets in which some noun is for persons."""
    people = person_nouns() | actor_nouns().keys()
    return frozenset(noun for nouns in _sets() if not people.isdisjoint(nouns) for noun in nouns)


def is_known(noun: str) -> bool:
    """Does the table know other nouns for it?"""
    return noun in _stands_for()


@cache
def _stands_for() -> dict[str, str]:
    """Noun -> the noun that stands for it and its like."""
    return {noun: nouns[0] for nouns in _sets() for noun in nouns}


@cache
def _sets() -> tuple[tuple[str, ...], ...]:
    return tuple(row.many("nouns") for row in read_table("lang/fr/counted_alike.tsv", ("nouns", "example")))
