"""What a number counts where its own words leave it open, settled by the reports beside it: victims, "douze migrants"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.match.desk import Desk
from recoupe.match.measures import Quantity, person_nouns
from recoupe.match.populations import MONEY, agrees_only
from recoupe.match.slots import compare_figures

# A number of the first kind is one of the second where the reports beside it give the same number of that kind.
_SAME_NUMBER = (("suspect", "arrested"), ("survivor", "rescued"), ("custody", "arrested"))

_SOLDIERS = frozenset(("soldat", "militaire", "troupe"))


def settle(desk: Desk, found: Mapping[str, Sequence[Quantity]]) -> dict[str, list[Quantity]]:
    """The quantities of each report with their measures settled."""
    out: dict[str, list[Quantity]] = {}
    for report in sorted(found):
        near = [q for r in sorted(desk.related[report] - {report}) for q in found[r] if not q.part]
        out[report] = [_settled(quantity, found[report], near) for quantity in found[report]]
    return out


def _settled(quantity: Quantity, own: Sequence[Quantity], near: Sequence[Quantity]) -> Quantity:
    if quantity.measure == "victim":
        return _of_the_dead(quantity, own, near)
    if quantity.measure == "passenger" and _are_aboard(quantity, own, near):
        return replace(quantity, measure="aboard")
    for name, other in _SAME_NUMBER:
        if quantity.measure == name and _has(quantity, near, other) and not any(q.measure == other for q in own):
            return replace(quantity, measure=other, unit="")
    if not quantity.measure and quantity.figure.unit in MONEY and _has(quantity, near, "damage", exactly=True):
        return replace(quantity, measure="damage")
    if not quantity.measure and quantity.unit in _SOLDIERS and _has(quantity, near, "troops"):
        return replace(quantity, measure="troops", unit="")
    if not quantity.measure and quantity.unit and quantity.unit not in MONEY:
        # "52 300 exemplaires" beside "50 000 exemplaires ont été vendus"
        alike = (q for q in near if agrees_only(q.measure) and q.figure.unit == quantity.unit and _agree(q, quantity))
        if (told := next(alike, None)) is not None:
            return replace(quantity, measure=told.measure, unit="")
    if quantity.unit in person_nouns() and quantity.measure and not quantity.part:
        # "douze migrants sont morts" is the toll itself where others count "douze morts"; "trois policiers" may be some of it.
        alone = all(q.unit == quantity.unit for q in own if q.measure == quantity.measure and not q.part)
        if alone and any(q.measure == quantity.measure and not q.unit and _agree(q, quantity) for q in near):
            return replace(quantity, unit="")
    return quantity


def _of_the_dead(quantity: Quantity, own: Sequence[Quantity], near: Sequence[Quantity]) -> Quantity:
    """Victims are the dead where a report beside it counts dead, and its own report does not."""
    counted = any(q.measure == "dead" and not q.part for q in own)
    others = any(q.measure == "dead" for q in near) or any(q.measure in ("dead", "injured", "survivor") for q in own)
    return replace(quantity, measure="dead") if others and not counted else quantity


def _has(quantity: Quantity, near: Sequence[Quantity], measure: str, *, exactly: bool = False) -> bool:
    same = (q for q in near if q.measure == measure and not q.former)
    return any(compare_figures(q.figure, quantity.figure) == "same" if exactly else _agree(q, quantity) for q in same)


def _agree(a: Quantity, b: Quantity) -> bool:
    return compare_figures(a.figure, b.figure) in ("same", "refined")


def _are_aboard(quantity: Quantity, own: Sequence[Quantity], near: Sequence[Quantity]) -> bool:
    """Passengers stand for all aboard where no report tells them from the crew and the numbers agree ("quelque 80", "82")."""
    aboard = [q for q in near if q.measure == "aboard"]
    told_apart = any(q.measure == "aboard" for q in own)
    return bool(aboard) and not told_apart and all(_agree(quantity, q) for q in aboard)
