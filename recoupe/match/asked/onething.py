"""Two things of one kind in two reports ("une camionnette", "une moto"): do they exclude each other, being told of one act?

As with numbers (see `onenumber`), what tells is what stands around; fitted on pairs of reports written for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.alike.surroundings import Answers, Pair, Regression, Surroundings, surroundings
from recoupe.match.asked.twoacts import are_two_acts
from recoupe.match.desk import Desk
from recoupe.types import Span

COLUMNS = ("kind", "slot", "beside", "sorts", "example")
SLOTS = ("instrument", "cause", "place", "object")
_BEFORE = 3  # words before a side in which its noun may stand
JUDGE = Regression(-1.61, {"head": 1.01, "closest": 3.34, "many": -1.06})


@dataclass(frozen=True, slots=True)
class Sort:
    """What a noun of the table names: a sort of this kind. `beside`: the nouns of which one must stand right before it."""

    kind: str
    slot: str  # what of an act it is: "instrument", "cause", "place", "object"
    name: str
    beside: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """One thing of a report, of a kind of which an act has one."""

    span: Span
    sort: Sort
    where: Surroundings
    bearer: str = ""  # the noun beside it, of a kind that stands beside nouns


def thing_pairs(things: Answers[dict[str, list[Thing]]], a: str, b: str) -> Iterator[Pair[Thing]]:
    """The things of one kind of two reports of which the other report names none of that sort."""
    desk, mine, theirs = things.desk, things.of(a), things.of(b)
    worth = things.words.between(a, b)
    for kind in sorted(mine.keys() & theirs.keys()):
        known = {t.sort.name for t in mine[kind]} & {t.sort.name for t in theirs[kind]}
        left, right = ([t for t in side if t.sort.name not in known] for side in (mine[kind], theirs[kind]))
        for x in left:
            for y in right:
                if are_two_acts(desk, x.where, y.where) or _are_two_bearers(x, y):
                    continue
                features = {
                    "head": float(x.where.in_head) + float(y.where.in_head),
                    "closest": worth.fit(x.where, y.where).closest,
                    "many": float(len(left) * len(right) > 1),
                }
                yield Pair(x, y, features)


def _are_two_bearers(x: Thing, y: Thing) -> bool:
    """Is each told of a thing of its own ("le genou droit", "l'épaule gauche")? Two sides of one place are no two things."""
    return bool(x.bearer and y.bearer) and x.bearer != y.bearer and x.sort.slot != "place"


def by_kind(desk: Desk, report: str) -> dict[str, list[Thing]]:
    """The things of a report that the table knows, but for those in names."""
    reading = desk.readings[report]
    words = reading.parsed.words
    named = {i for m in reading.mentions if m.form == "name" for i in reading.parsed.at(m.span.start, m.span.end)}
    found: dict[str, list[Thing]] = defaultdict(list)
    for word in words:
        sort = sorts().get(plain(word.lemma)) or sorts().get(plain(word.lower))
        if sort is None or word.i in named or word.pos not in ("NOUN", "ADJ"):
            continue
        before = [plain(w.lemma) for w in reversed(words[max(0, word.i - _BEFORE) : word.i])]
        bearer = next((noun for noun in before if noun in sort.beside), "")
        span = Span(report, word.start, word.end)
        if (not sort.beside or bearer) and not desk.is_furniture(span):
            found[sort.kind].append(Thing(span, sort, surroundings(desk, report, word.i, (word.i,)), bearer))
    return found


@cache
def sorts() -> Mapping[str, Sort]:
    """What each noun of the table names, by its plain lemma."""
    found: dict[str, Sort] = {}
    for row in read_table("lang/fr/rival_things.tsv", COLUMNS):
        beside = frozenset(plain(w) for w in row.many("beside") if w != "-")
        for nouns in row["sorts"].split(";"):
            names = [plain(n.strip()) for n in nouns.split(",")]
            found |= {name: Sort(row["kind"], row.one_of("slot", SLOTS), names[0], beside) for name in names}
    return found
