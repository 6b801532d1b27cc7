"""Matters of one sum told in two currencies: "deux millions de couronnes d'amende", "une amende d'environ 170 000 euros"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from recoupe.lang.tables import read_table
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.match.measures import Quantity
from recoupe.match.populations import populations
from recoupe.match.tallies import events_of, value_of
from recoupe.types import Difference

COLUMNS = ("unit", "least", "most", "example")
_SLACK = 0.1  # part by which either sum may be rounded


def draft_currencies(desk: Desk, quantities: Sequence[Quantity]) -> Iterator[Draft]:
    """One matter for each fine, price or loss that two reports give in two currencies, when no other sum may be meant."""
    sums = [q for q in quantities if q.unit in _worth() and q.roles and not q.former and not q.elsewhere]
    for quantity in sums:
        if quantity.unit == "euro":
            continue
        rows = [q for q in sums if q.report in desk.related[quantity.report] and _meets(quantity, q)]
        rows = [q for q in rows if len({(o.figure.low, o.figure.high) for o in rows if o.report == q.report}) == 1]
        if rows and not any(q.report == quantity.report for q in rows) and (events := events_of(desk, [quantity, *rows])):
            values = in_order([value_of(desk, q) for q in (quantity, *rows)])
            shown = " / ".join(dict.fromkeys(v.value or "" for v in values))
            title = f"{populations()[min(quantity.roles & rows[0].roles)].title} : {shown}"
            if draft := draft_values(desk, "currency", title, Difference("figure", "refined", values), events=events):
                yield draft


@cache
def _worth() -> dict[str, tuple[float, float]]:
    return {row["unit"]: (float(row["least"]), float(row["most"])) for row in read_table("data/currencies.tsv", COLUMNS)}


def _meets(a: Quantity, b: Quantity) -> bool:
    """Two currencies, one kind of sum, and euros that may be the same."""
    if a.unit == b.unit or not a.roles & b.roles or "claim" in a.roles ^ b.roles:
        return False
    left, right = _euros(a), _euros(b)
    return left[0] <= right[1] and right[0] <= left[1]


def _euros(quantity: Quantity) -> tuple[float, float]:
    figure, (least, most) = quantity.figure, _worth()[quantity.unit]
    low = figure.low if figure.low is not None else figure.high or 0.0
    high = figure.high if figure.high is not None else low
    return low * least * (1 - _SLACK), high * most * (1 + _SLACK)
