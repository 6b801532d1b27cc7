"""Matters of numbers that answer one question in two reports, though no word beside them is the same.

They exclude each other, or one is the other told more exactly ("une quarantaine de guichets", "43 succursales").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from recoupe.match.acts.affairs import gap_between
from recoupe.match.count.dimensions import dimension
from recoupe.match.count.measuring import measures
from recoupe.match.count.numbers import Number, is_rough
from recoupe.match.count.onenumber import JUDGE, PASSING, Numbers, Pair, pairs
from recoupe.match.count.roundings import digits
from recoupe.match.count.tallies import value_of
from recoupe.match.desk import Desk
from recoupe.match.drafts import STANCES, Draft, draft_values, in_order, labelled
from recoupe.match.opposing import is_called_new, oppose
from recoupe.match.who.joined import groups
from recoupe.types import Difference, SlotVerdict, Span, Value

ENOUGH, SURE = 0.55, 0.75  # chance of one question; of a toll, and of an age, which is told of many
NEARLY, _OFF = 0.2, 1.05  # the same of two exact numbers, the higher so many times the lower: seldom chance
_OWN, _ALIKE, _BOTH = 0.1, 1.25, 2.0  # the same of the one number of its sort in both reports, the higher so many times the lower
_DIGITS = 2  # that are no closing zeros, of such a number
_COMMON = ("%", "âge", "time")  # one report has many, so some word must say that they are one
_ALONE, _ALONE_TWO = 1.25, 1.5  # how nearly alone of its kind each stands, both together; persons of two names
_WORSE = -3.0  # by how much another number of its kind may fit the words better
_FEW = 10  # people, of whom a report tells several such numbers
_POLL = 2  # days between two polls, two rounds, two days of trade
_OPPOSED: tuple[SlotVerdict, ...] = ("updated", "contradicted")
_NEW = re.compile(
    r"(?i)\b(?:désormais|maintenant|dorénavant|finalement|passée?s? (?:de|à)|(?:port|relev|ramen|abaiss|révis|rehauss)ée?s? à|"
    r"dernier (?:bilan|décompte|chiffre|pointage)|(?:ne |n['’])\w+ plus que)\b"
)
_NEWS = 7  # days between two reports: later on, the number may have changed


def draft_number_clashes(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each question to which two reports give two numbers, where no matter holds them yet."""
    known = (x for d in drafts if len(d.reports) > 1 for x in d.differences if x.slot not in STANCES)
    told = [{s for v in x.values for s in v.evidence} for x in known]
    kept = [(p, v) for p, v in _answers(desk) if not any(_holds(desk, spans, p) for spans in told)]
    out = list(drafts)
    finer = (_values(desk, [p.left, p.right]) for p, v in kept if v == "refined")
    made = (draft_values(desk, "number", _title(values), Difference("figure", "refined", values)) for values in finer)
    out += (d for d in made if d)
    for verdict in _OPPOSED:
        opposed = [(p.left, p.right) for p, v in kept if v == verdict]
        for group in groups(opposed, lambda n: f"{n.report} {n.quantity.figure.id}"):
            values = _values(desk, group)
            oppose(desk, out, "number", _title(values), Difference("figure", verdict, values))
    return out


def _answers(desk: Desk) -> Iterator[tuple[Pair, SlotVerdict]]:
    """Of each two reports the pairs most likely to answer one question, each number once."""
    numbers = Numbers(desk)
    for a in sorted(desk.readings):
        for b in sorted(desk.related[a]):
            if a < b:
                late = gap_between(desk.published(a), desk.published(b)) > _NEWS
                found = sorted(pairs(numbers, a, b), key=lambda p: (not p.finer, -JUDGE.chance(p.features)))
                finer = Counter(id(n) for p in found if p.finer for n in (p.left, p.right))
                taken: set[int] = set()
                for pair in found:
                    if pair.finer and max(finer[id(pair.left)], finer[id(pair.right)]) > 1:
                        continue  # "une soixantaine" may be the 58 or the 61
                    if late and not (pair.finer and _is_lasting(pair)):
                        continue
                    if (verdict := _verdict(desk, pair)) and taken.isdisjoint((id(pair.left), id(pair.right))):
                        taken |= {id(pair.left), id(pair.right)}
                        yield pair, verdict


def _is_lasting(pair: Pair) -> bool:
    """Is it of what weeks do not change: the pages of a book, the length of a line, not a count of people or a sum?"""
    return pair.left.kind not in PASSING and pair.left.quantity.measure not in measures()


def _verdict(desk: Desk, pair: Pair) -> SlotVerdict | None:
    """How two numbers of one question stand to each other; None where it may be another question, or somebody else's age."""
    if pair.finer:
        return "refined" if _is_finer(desk, pair) else None
    kind, gap = pair.left.kind, gap_between(desk.published(pair.left.report), desk.published(pair.right.report))
    known = {n.quantity.measure for n in (pair.left, pair.right)} & measures().keys()
    moves = any(measures()[m][1] for m in known)  # with the news
    enough = SURE if moves or kind == "âge" else _OWN if _is_its_own(desk, pair) else NEARLY if _is_nearly(desk, pair) else ENOUGH
    if JUDGE.chance(pair.features) < enough:
        return None
    if kind in _COMMON and not pair.features["closest"] or kind == "%" and gap > _POLL:
        return None
    if kind == "people" and min(pair.left.size, pair.right.size) < _FEW and not pair.features["one measure"]:
        return None
    spans = [n.quantity.figure.span for n in (pair.left, pair.right)]
    return "updated" if gap and (moves or is_called_new(desk, spans, _NEW)) else "contradicted"


def _is_nearly(desk: Desk, pair: Pair) -> bool:
    """Are they "427 ouvriers", "431 ouvriers": exact, of hardly other size, and of a noun that both have?"""
    numbers, units = (pair.left, pair.right), {n.quantity.figure.unit for n in (pair.left, pair.right)}
    low, high = sorted(n.size for n in numbers)
    near = high <= _OFF * low and min(digits(low), digits(high)) >= _DIGITS
    return near and len(units) == 1 and all(_is_exact(desk, n) for n in numbers)


def _is_its_own(desk: Desk, pair: Pair) -> bool:
    """Has each report but one number of this sort of thing, exact and of like size: "140 000 flacons", "160 000 flacons"?"""
    numbers, low, high = (pair.left, pair.right), *sorted(n.size for n in (pair.left, pair.right))
    alike = high <= _ALIKE * low and min(digits(low), digits(high)) >= _DIGITS and pair.features["alone"] >= _BOTH
    thing = pair.left.kind == pair.left.quantity.figure.unit and not dimension(pair.left.kind)
    return alike and thing and pair.left.kind not in _COMMON and all(_is_exact(desk, n) for n in numbers)


def _is_exact(desk: Desk, number: Number) -> bool:
    return number.quantity.figure.bound == "exact" and not is_rough(desk, number)


def _is_finer(desk: Desk, pair: Pair) -> bool:
    """A round number and an exact one that rounds to it, of what either report counts but once: by chance seldom."""
    x, y = pair.left, pair.right
    if x.kind in _COMMON or _is_exact(desk, x) == _is_exact(desk, y) or pair.features["margin"] < _WORSE:
        return False
    units = {n.quantity.figure.unit for n in (x, y)}
    two = x.kind == "people" and len(units - {"", "personne"}) > 1 and not pair.features["one measure"]
    return pair.features["alone"] >= (_ALONE_TWO if two else _ALONE)


def _holds(desk: Desk, spans: set[Span], pair: Pair) -> bool:
    """Does a matter tell one of the two already, beside words of the other's report?"""
    for own, other in ((pair.left, pair.right), (pair.right, pair.left)):
        figure = own.quantity.figure.span
        here = any(s.report == figure.report and s.start <= figure.start < s.end for s in spans)
        if here and any(s.report == other.report for s in spans):
            return True
    return False


def _values(desk: Desk, group: Sequence[Number]) -> tuple[Value, ...]:
    return in_order([value_of(desk, n.quantity) for n in group])


def _title(values: Sequence[Value]) -> str:
    return labelled("Nombre", values)
