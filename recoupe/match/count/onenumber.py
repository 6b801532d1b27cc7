"""Two numbers of two reports: do they answer one question ("une facture de 38 millions", "coûtera 83 millions")?

Newsrooms tell one quantity in words that share next to nothing, so no rule on words finds such pairs. What tells them is all
that stands around at once: how far apart the numbers lie, whether either report has another number of that kind, where in
their reports they stand, what their clauses have in common, and by how much no other number of the other report fits better.
A logistic regression on these, fitted on pairs of reports written for it and on real articles (docs/accuracy.md).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log

from recoupe.lang.plain import plain
from recoupe.match.acts.scenes import Scenes, is_elsewhere
from recoupe.match.alike.surroundings import Answers, Fit, Regression, names_of
from recoupe.match.asked.twoacts import are_two_acts, days_of, differ
from recoupe.match.count.ages import bearer
from recoupe.match.count.countednouns import stands_for
from recoupe.match.count.dimensions import compare_sizes, dimension, exclude_sizes
from recoupe.match.count.numbers import Number, is_rough, numbers_of
from recoupe.match.count.tallies import Told, time_of
from recoupe.match.count.twocounts import are_two_counts
from recoupe.match.desk import Desk
from recoupe.types import Figure

_STEPS, _NEAR = (5, 2.5, 1), 0.05  # of the last digit that is no nought, what a number may be rounded to; part it may lie off
_FAR = 5.0  # logarithm of the ratio of two numbers, at most
JUDGE = Regression(
    -5.81,
    {
        "ratio": -1.08,
        "alone": 1.69,
        "head": 1.75,
        "one measure": 6.37,
        "closest": 1.84,
        "margin": 0.08,
        "money": 1.67,
        "size": 2.73,
        "age": -0.82,
        "other places": -2.18,
        "time": 0.22,
    },
)
_FACET = re.compile(
    r"(?i)[^.;:,\d]{0,16}? (?:de |d['’])(?P<of>profond|fond\b|altitude|haut\b|hauteur|long\b|longueur|large\b|largeur|diamètre|"
    r"épaisseur|envergure|dénivelé)"
)
_FACETS = {"prof": "deep", "fond": "deep", "alti": "high", "haut": "high", "long": "long", "larg": "wide", "diam": "wide"} | {
    "épai": "thick",
    "enve": "wide",
    "déni": "climb",
}
_FAR_OFF = re.compile(r"(?i)\b(?:à|située?s? à|distante?s? de) (?:quelque |environ |près de |plus de |moins de )?$")
PASSING = frozenset(("people", "money", "%", "time"))  # of what changes from day to day, or stands in any text
_WIDE = frozenset(("", "people", "object"))  # measures under which any number may stand


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers of two reports that differ, and what speaks for and against one question."""

    left: Number
    right: Number
    finer: bool  # one may be the other, told more exactly; else they exclude each other
    features: Mapping[str, float]


class Numbers(Answers[dict[str, list[Number]]]):
    """The numbers of each report by kind, and where what they count happened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, by_kind)
        self.scenes = Scenes(desk)


def pairs(numbers: Numbers, a: str, b: str) -> Iterator[Pair]:
    """The numbers of one kind of two reports that differ, both unknown to the other report."""
    mine, theirs = numbers.of(a), numbers.of(b)
    worth = numbers.words.between(a, b)
    for kind in sorted(mine.keys() & theirs.keys()):
        known = {n.size for n in mine[kind]} & {n.size for n in theirs[kind]}
        left, right = ([n for n in side if n.size not in known] for side in (mine[kind], theirs[kind]))
        if not left or not right:
            continue
        told = [(x, y, finer) for x in left for y in right if (finer := _differ_how(numbers, x, y)) is not None]
        if not told:
            continue
        alone = tuple(1 / max(1, len({n.size for n in side})) for side in (left, right))
        rows, columns = {id(x) for x, _, _ in told}, {id(y) for _, y, _ in told}
        near = ((x, y) for x in left for y in right if id(x) in rows or id(y) in columns)
        fit = {(x, y): worth.fit(x.where, y.where) for x, y in near}
        for x, y, finer in told:
            better = max((f.total for (v, w), f in fit.items() if (v is x) != (w is y)), default=0.0)
            yield Pair(x, y, finer, _features(x, y, fit[x, y], better, alone))


def _differ_how(numbers: Numbers, x: Number, y: Number) -> bool | None:
    """True where one may be the other, told more exactly, False where they exclude each other, None where they are no pair."""
    finer = compare_sizes(x.figure, y.figure) == "refined" and not _rounds_otherwise(x.figure, y.figure)
    apart = exclude_sizes(x.figure, y.figure) and not any(is_rough(numbers.desk, n) for n in (x, y))
    return finer if (finer or apart) and not are_two(numbers, x, y) else None


def _rounds_otherwise(a: Figure, b: Figure) -> bool:
    """Is the exact one further from the round one than that is coarse: "environ 18 000", "16 616"; not "environ 15 000"?"""
    for about, exact in ((a, b), (b, a)):
        if about.bound == "about" and exact.bound == "exact" and about.low and about.low == about.high and exact.low:
            unit = 10.0 ** int(Decimal(about.low).normalize().as_tuple().exponent)
            step = next((k * unit for k in _STEPS if about.low % (k * unit) == 0), unit)
            return abs(exact.low - about.low) > max(step, _NEAR * about.low)
    return False


def _features(x: Number, y: Number, words: Fit, better: float, alone: Sequence[float]) -> dict[str, float]:
    measures = {n.quantity.measure for n in (x, y)}
    return {
        "ratio": min(_FAR, abs(log(x.size / y.size))),
        "alone": sum(alone),
        "head": float(x.where.in_head) + float(y.where.in_head),
        "one measure": float(len(measures) == 1 and measures.isdisjoint(_WIDE)),
        "closest": words.closest,
        "margin": words.total - better,
        "money": float(x.kind == "money"),
        "size": float(bool(dimension(x.quantity.figure.unit)) and x.kind != "money"),
        "age": float(x.kind == "âge"),
        "other places": float(bool(x.where.places and y.where.places and not x.where.places & y.where.places)),
        "time": float(x.kind == "time"),
    }


def are_two(numbers: Numbers, x: Number, y: Number) -> bool:
    """Do the words beside two numbers say that they are two?"""
    desk, a, b = numbers.desk, x.quantity, y.quantity
    if any(q.part or q.former or q.elsewhere for q in (a, b)):
        return True
    if a.grave != b.grave or a.measure != b.measure and {a.measure, b.measure}.isdisjoint(_WIDE):
        return True  # red alerts and orange ones, the dead and the hurt
    if (
        a.measure == b.measure
        and a.measure not in _WIDE
        and (a.unit != b.unit and a.figure.unit and b.figure.unit or differ(days_of(desk, x.where), days_of(desk, y.where)))
    ):
        return True  # "37 passagers turcs" of the passengers; each day has its own arrests
    if a.measure not in _WIDE and a.measure == b.measure and is_elsewhere(numbers.scenes, a, b):
        return True
    if x.kind == "%" and not _of_one_whole(desk, x, y):
        return True
    lasting = x.kind == "âge" or x.kind not in PASSING and compare_sizes(x.figure, y.figure) == "refined"
    if are_two_acts(desk, x.where, y.where) or not lasting and _is_far(desk, x, y):
        return True
    if x.kind == "âge" and len({bearer(desk, q.figure.span) for q in (a, b)} - {None}) > 1:
        return True
    if x.kind == "length" and _facet(desk, x) != _facet(desk, y):
        return True  # how far and how deep
    return are_two_counts(desk, a.figure, b.figure, equal=True)


def _of_one_whole(desk: Desk, x: Number, y: Number) -> bool:
    """Of what are they parts: of one thing, as far as either says so ("9 % de ses effectifs")?"""
    for one, other in ((x, y), (y, x)):
        parsed = desk.readings[one.report].parsed
        kids = parsed.kids(one.where.head, "nmod", "obl:arg")
        whole = {
            x for w in kids if w.pos == "NOUN" and w.i > one.where.head for x in (plain(w.lemma), plain(stands_for(w.lemma)))
        }
        if whole and not any(names_of(a) & names_of(b) for a in whole for w in other.where.around for b in (w, stands_for(w))):
            return False
    return True


def _facet(desk: Desk, number: Number) -> str:
    """What of a thing a length is: its depth, its height; "far" for how far off something lies, which is told of many places."""
    text, span = desk.readings[number.report].report.text, number.quantity.figure.span
    behind = _FACET.match(text, span.end)
    if behind:
        return _FACETS[behind["of"].lower()[:4]]
    off = number.quantity.figure.unit == "kilomètre"
    return f"far {number.report}" if off and _FAR_OFF.search(text, max(0, span.start - 16), span.start) else ""


def _is_far(desk: Desk, x: Number, y: Number) -> bool:
    """Is one told of a time far from that of the other?"""
    left, right = (Told(time_of(desk, n.quantity), desk.published(n.report)) for n in (x, y))
    return left.far(right)


def by_kind(desk: Desk, report: str) -> dict[str, list[Number]]:
    """The numbers of a report by kind."""
    found: dict[str, list[Number]] = defaultdict(list)
    for number in numbers_of(desk, report):
        found[number.kind].append(number)
    return found
