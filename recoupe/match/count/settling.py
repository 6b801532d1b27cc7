"""What a number counts where its own words leave it open, settled by the reports beside it: victims, "douze migrants"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.match.acts.slots import compare_figures
from recoupe.match.count.countednouns import stands_for
from recoupe.match.count.measures import Quantity
from recoupe.match.count.measuring import person_nouns
from recoupe.match.count.populations import MONEY, agrees_only
from recoupe.match.desk import Desk

# A number of the first kind is one of the second where the reports beside it give the same number of that kind.
_SAME_NUMBER = (("suspect", "arrested"), ("survivor", "rescued"), ("custody", "arrested"))

# What part of the whole number a count of one kind of people ("pêcheurs", "élèves") must at least be to count all of them.
_LEAST_OF_LOT = {
    **dict.fromkeys(("dead", "injured"), 0.5),
    **dict.fromkeys(("sick", "hospitalised", "missing", "evacuated", "rescued", "held", "survivor", "signature"), 0.25),
}
# Of these there are others beside them in every crowd.
_NARROW = frozenset(
    "enfant mineur adolescent bébé femme octogénaire touriste français policier gendarme soldat militaire pompier".split()
)
_MOST = 0.8
_MINE = re.compile(r"(?i)\b(?:mines?|grisou|houillères?|galeries?)\b")  # "mineurs" who dig

_SOLDIERS = frozenset(("soldat", "militaire", "troupe"))


def settle(desk: Desk, found: Mapping[str, Sequence[Quantity]]) -> dict[str, list[Quantity]]:
    """The quantities of each report with their measures settled."""
    out: dict[str, list[Quantity]] = {}
    for report in sorted(found):
        near = [q for r in sorted(desk.related[report] - {report}) for q in found[r] if not q.part]
        out[report] = [_settled(desk, quantity, found[report], near) for quantity in found[report]]
    return out


def _settled(desk: Desk, quantity: Quantity, own: Sequence[Quantity], near: Sequence[Quantity]) -> Quantity:
    if quantity.measure == "victim":
        return _of_victims(quantity, own, near)
    if quantity.measure == "passenger" and _are_aboard(quantity, own, near):
        return replace(quantity, measure="aboard")
    for name, other in _SAME_NUMBER:
        if quantity.measure == name and _has(quantity, near, other) and not any(q.measure == other for q in own):
            return replace(quantity, measure=other, unit="")
    if quantity.measure == "custody" and not quantity.part and _are_all_arrests(own, near):
        return replace(quantity, measure="arrested")
    if not quantity.measure and quantity.figure.unit in MONEY and _has(quantity, near, "damage", exactly=True):
        return replace(quantity, measure="damage")
    if not quantity.measure and quantity.unit in _SOLDIERS and _has(quantity, near, "troops"):
        return replace(quantity, measure="troops", unit="")
    if not quantity.measure and quantity.unit and quantity.unit not in MONEY:
        # "52 300 exemplaires" beside "50 000 exemplaires ont été vendus"
        alike = (q for q in near if q.figure.unit == quantity.unit and agrees_only(q.measure) and _agree(q, quantity))
        if (told := next(alike, None)) is not None:
            return replace(quantity, measure=told.measure, unit="")
    if quantity.unit in person_nouns() and quantity.measure and not quantity.part:
        # "douze migrants sont morts" is the toll itself where others count "douze morts"; "trois policiers" may be some of it.
        alone = all(q.unit == quantity.unit for q in own if q.measure == quantity.measure and not q.part)
        if alone and any(q.measure == quantity.measure and not q.unit and _agree(q, quantity) for q in near):
            return replace(quantity, unit="")
        if alone and quantity.measure in _LEAST_OF_LOT:
            return _of_the_lot(desk, quantity, near)
    return quantity


def _are_all_arrests(own: Sequence[Quantity], near: Sequence[Quantity]) -> bool:
    """Do the other reports count arrests and none tells arrests and custody apart?"""
    told: dict[str, set[str]] = defaultdict(set)
    for q in near:
        told[q.report].add(q.measure)
    both = any({"arrested", "custody"} <= measures for measures in told.values())
    return not both and any("arrested" in m for m in told.values()) and not any(q.measure == "arrested" for q in own)


def _of_the_lot(desk: Desk, quantity: Quantity, near: Sequence[Quantity]) -> Quantity:
    """ "17 élèves malades", "41 collégiens malades": one kind of people in each report, so all who fell ill."""
    meant = (quantity.measure, "victim") if quantity.measure in ("dead", "sick") else (quantity.measure,)
    others = [q for q in near if q.measure in meant]
    kin = all(not q.unit or stands_for(q.unit) == stands_for(quantity.unit) for q in others)
    plain = [q for q in others if not q.unit]
    miner = quantity.unit == "mineur" and bool(_MINE.search(desk.readings[quantity.report].report.text))
    least = _MOST if quantity.unit in _NARROW and not miner else _LEAST_OF_LOT[quantity.measure]
    if not others or not kin or not all(_is_part(q, quantity, least) for q in plain):
        return quantity
    return replace(quantity, unit="" if plain else stands_for(quantity.unit))


def _is_part(a: Quantity, b: Quantity, least: float) -> bool:
    """Is the smaller number at least such a part of the larger one?"""
    left, right = (q.figure.low or q.figure.high or 0 for q in (a, b))
    return min(left, right) >= least * max(left, right)


def _of_victims(quantity: Quantity, own: Sequence[Quantity], near: Sequence[Quantity]) -> Quantity:
    """Victims are the dead, or the sick, where a report beside it counts them, and its own does not; the nearer number tells."""
    counted = {q.measure for q in own if not q.part and not q.unit}
    sizes = {
        m: max(q.figure.low or q.figure.high or 1 for q in near if q.measure == m)
        for m in ("dead", "sick")
        if m not in counted and any(q.measure == m for q in near)
    }
    size = quantity.figure.low or quantity.figure.high or 1
    if sizes:
        return replace(quantity, measure=min(sorted(sizes), key=lambda m: max(size, sizes[m]) / min(size, sizes[m])))
    hurt = counted & {"injured", "survivor"}
    return replace(quantity, measure="dead") if hurt and "dead" not in counted else quantity


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
