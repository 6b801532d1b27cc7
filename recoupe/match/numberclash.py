"""Matters of numbers that exclude each other though no word they stand beside is the same: one question, two answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.match.joined import Joined
from recoupe.match.measuring import measures
from recoupe.match.numbers import Number
from recoupe.match.onenumber import Pair, chance, pairs
from recoupe.match.slots import days_between
from recoupe.match.tallies import value_of
from recoupe.types import Difference, Span

ENOUGH = 0.45  # chance of one question
_NEWS = 7  # days between two reports: later on, the number may have changed


def draft_number_clashes(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each question to which two reports give two numbers, where no matter holds them yet."""
    told = [{s for v in x.values for s in v.evidence} for d in drafts for x in d.differences if len(d.reports) > 1]
    kept = [p for p in _clashes(desk) if not any(_holds(desk, spans, p) for spans in told)]
    numbers = {f"{p.report} {p.quantity.figure.id}": p for pair in kept for p in (pair.left, pair.right)}
    joined = Joined(numbers)
    for pair in kept:
        left, right = (f"{n.report} {n.quantity.figure.id}" for n in (pair.left, pair.right))
        joined.join(left, right, "number", 1.0)
    groups: dict[str, list[Number]] = defaultdict(list)
    for name in sorted(numbers):
        groups[joined.find(name)].append(numbers[name])
    return [*drafts, *(d for _, g in sorted(groups.items()) if (d := _draft(desk, g)))]


def _clashes(desk: Desk) -> Iterator[Pair]:
    """Of each two reports the pairs most likely to answer one question, each number once."""
    for a in sorted(desk.readings):
        for b in sorted(desk.related[a]):
            if a < b and _are_of_one_time(desk, a, b):
                likely = sorted(((p, chance(p)) for p in pairs(desk, a, b)), key=lambda p: -p[1])
                taken: set[int] = set()
                for pair, value in likely:
                    if value >= ENOUGH and taken.isdisjoint((id(pair.left), id(pair.right))):
                        taken |= {id(pair.left), id(pair.right)}
                        if not _has_moved(desk, pair):
                            yield pair


def _are_of_one_time(desk: Desk, a: str, b: str) -> bool:
    days = desk.published(a), desk.published(b)
    known = all(d and d.earliest and d.latest for d in days)
    return not known or bool(days[0] and days[1] and days_between(days[0], days[1]) <= _NEWS)


def _has_moved(desk: Desk, pair: Pair) -> bool:
    """Does its number grow with the news, in reports of two days?"""
    days = {desk.order[n.report][0] for n in (pair.left, pair.right)}
    known = {n.quantity.measure for n in (pair.left, pair.right)} & measures().keys()
    return len(days) > 1 and any(measures()[m][1] for m in known)


def _holds(desk: Desk, spans: set[Span], pair: Pair) -> bool:
    """Does a matter tell one of the two already, beside words of the other's report?"""
    for own, other in ((pair.left, pair.right), (pair.right, pair.left)):
        figure = own.quantity.figure.span
        here = any(s.report == figure.report and s.start <= figure.start < s.end for s in spans)
        if here and any(s.report == other.report for s in spans):
            return True
    return False


def _draft(desk: Desk, group: Sequence[Number]) -> Draft | None:
    values = in_order([value_of(desk, n.quantity) for n in group])
    title = "Nombre : " + " / ".join(dict.fromkeys(v.value or "" for v in values))
    return draft_values(desk, "number", title, Difference("figure", "contradicted", values))
