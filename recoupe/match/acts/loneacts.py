"""Acts that one party alone can have done, by their verbs and things (lang/fr/lone_acts.tsv)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table

ACTS = ("act", "by", "holder", "verbs", "things", "example")
ANY = "*"  # a thing of any noun
_BY = ("one", "cleft", "both", "asked")
_HOLDERS = ("thing", "named", "actor", "culprit", "recipient", "count", "body")


@dataclass(frozen=True, slots=True)
class Act:
    """A deed that one party alone can do: told `by` its verb, one cleft, two or a demand; `holder`: what it is one act of."""

    name: str
    by: str
    holder: str
    things: frozenset[str]


@cache
def acts_by_verb() -> dict[str, tuple[Act, ...]]:
    """The acts that each verb tells, plain."""
    found: dict[str, tuple[Act, ...]] = defaultdict(tuple)
    for act, verbs in _rows():
        for verb in verbs:
            found[verb] += (act,)
    return dict(found)


@cache
def acts_by_thing() -> dict[str, tuple[Act, ...]]:
    """The acts that may be done to each thing, plain."""
    found: dict[str, tuple[Act, ...]] = defaultdict(tuple)
    for act, _ in _rows():
        for thing in sorted(act.things):
            found[thing] += (act,)
    return dict(found)


def act_named(name: str) -> Act:
    """The row of the table for this act."""
    return next(act for act, _ in _rows() if act.name == name)


@cache
def _rows() -> tuple[tuple[Act, tuple[str, ...]], ...]:
    out = []
    for row in read_table("lang/fr/lone_acts.tsv", ACTS):
        by, holder = row.one_of("by", _BY), row.one_of("holder", _HOLDERS)
        act = Act(row["act"], by, holder, frozenset(map(plain, row.many("things"))))
        out.append((act, tuple(map(plain, row.many("verbs")))))
    return tuple(out)
