"""Matters of one sum told in two currencies: "deux millions de couronnes d'amende", "une amende d'environ 170 000 euros".

One number in two currencies is no exchange: "250 000 dollars la place", "250 000 euros la place" cannot both be right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from recoupe.match.count.dimensions import compare_sizes, worth
from recoupe.match.count.measures import Quantity
from recoupe.match.count.populations import MONEY, populations
from recoupe.match.count.tallies import events_of, value_of
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.types import Difference

_DISTINCT = 3  # digits that make a number its own mark
_MANY = 100
_OF_THEIR_OWN = frozenset("claim fine bail reward aid award pay bonus clause".split())  # sums that are no price
_SUM_WORDS = frozenset("million milliard millier euro dollar franc livre couronne rouble yen yuan somme soit".split())


def draft_currencies(desk: Desk, quantities: Sequence[Quantity]) -> Iterator[Draft]:
    """One matter for each fine, price or loss that two reports give in two currencies, when no other sum may be meant."""
    sums = [q for q in quantities if q.figure.unit in worth() and not q.former and not q.elsewhere]
    yield from _exchanged(desk, [q for q in sums if q.roles])
    yield from _mistaken(desk, sums)


def _exchanged(desk: Desk, sums: Sequence[Quantity]) -> Iterator[Draft]:
    """A sum beside the euros that it may be worth."""
    for quantity in sums:
        if quantity.unit == "euro":
            continue
        rows = [q for q in sums if q.report in desk.related[quantity.report] and _meets(quantity, q)]
        rows = [q for q in rows if len({(o.figure.low, o.figure.high) for o in rows if o.report == q.report}) == 1]
        if rows and not any(q.report == quantity.report for q in rows):
            roles = quantity.roles & rows[0].roles
            if draft := _draft(desk, [quantity, *rows], populations()[min(roles)].title, "refined"):
                yield draft


def _mistaken(desk: Desk, sums: Sequence[Quantity]) -> Iterator[Draft]:
    """One number in two currencies, of one thing by its words or by the number itself, in reports that give it in one only."""
    by_number: dict[float, list[Quantity]] = defaultdict(list)
    for quantity in sums:
        if quantity.figure.bound == "exact" and (quantity.figure.low or 0) >= _MANY:
            by_number[quantity.figure.low or 0].append(quantity)
    for number in sorted(by_number):
        rows = by_number[number]
        if len({q.unit for q in rows}) < 2:
            continue
        lone = [q for q in rows if len({o.unit for o in rows if o.report == q.report}) == 1]
        pair = next(((a, b) for i, a in enumerate(lone) for b in lone[i + 1 :] if _is_slip(desk, a, b)), None)
        if pair:
            group = [q for q in lone if all(q in pair or q.report in desk.related[p.report] for p in pair)]
            roles = pair[0].roles & pair[1].roles
            label = populations()[min(roles)].title if roles else "Somme"
            if draft := _draft(desk, group, label, "contradicted"):
                yield draft


def _is_slip(desk: Desk, a: Quantity, b: Quantity) -> bool:
    """Two currencies in two reports of one affair, and nothing but one sum that both may mean?"""
    if a.unit == b.unit or b.report not in desk.related[a.report] or a.report == b.report:
        return False
    if (a.roles ^ b.roles) & _OF_THEIR_OWN or a.roles and b.roles and not a.roles & b.roles:
        return False
    digits = len(f"{a.figure.low:.0f}".rstrip("0"))
    words = (a.context & b.context) - MONEY - _SUM_WORDS
    return bool(a.roles & b.roles or words) or digits >= _DISTINCT


def _meets(a: Quantity, b: Quantity) -> bool:
    """Two currencies, one kind of sum, and euros that may be the same, though not one number."""
    if a.unit == b.unit or not a.roles & b.roles or "claim" in a.roles ^ b.roles:
        return False
    return a.figure.low != b.figure.low and compare_sizes(a.figure, b.figure) == "refined"


def _draft(desk: Desk, group: Sequence[Quantity], label: str, verdict: Literal["refined", "contradicted"]) -> Draft | None:
    rows = sorted(group, key=lambda q: (desk.order[q.report], q.figure.span))
    values = in_order([value_of(desk, q) for q in rows])
    shown = " / ".join(dict.fromkeys(value_of(desk, q).value or "" for q in rows))
    events = events_of(desk, list(group))
    return draft_values(desk, "currency", f"{label} : {shown}", Difference("figure", verdict, values), events=events)
