"""What two sentences have in common, weighed.

A logistic regression on nine counts, fitted on the development affairs and on pairs of real sentences that readers judged;
a second one, fitted on the pairs that the first leaves apart, says which of them are close (docs/accuracy.md). What many
sentences of an affair hold says little, and so do the words of any report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from math import exp

from recoupe.lang.plain import news_words, plain
from recoupe.lang.roots import root
from recoupe.match.acts.families import acts, kinds, word_families
from recoupe.match.acts.slots import compare_figures, compare_whens
from recoupe.match.alike.sentences import Feature, Telling
from recoupe.match.count.countednouns import stands_for
from recoupe.match.count.measuring import person_nouns
from recoupe.match.count.populations import MONEY
from recoupe.types import Figure, When

_COMMON = 0.3  # weight of a word that any report may hold
_FEW = 2  # a number that two reports share by chance
_BASE = -1.85
WEIGHTS = {
    "words": 0.57,
    "names": 0.29,
    "actors": 0.65,
    "deed": 0.62,
    "deed of one kind": 0.62,
    "parts": 0.79,
    "acts": 0.77,
    "families": 0.89,
    "numbers": 1.45,
    "days": 1.61,
    "days apart": -0.71,
}
_CLOSE_BASE = -2.32
# The same for sentences that the rest leaves apart: of these, who they speak of, the words and the numbers say most.
CLOSE = WEIGHTS | {
    "words": 0.91,
    "names": 0.4,
    "actors": 1.22,
    "deed": 0.41,
    "deed of one kind": 0.38,
    "parts": 0.0,
    "acts": 0.0,
    "families": 0.44,
    "numbers": 0.91,
    "days": 1.07,
    "days apart": 0.0,
}
_TOLD = 0.05  # a smaller part of the sum is not told
_KIN = 0.5  # what counts one number of kin things more than one number of any
_PEOPLE = frozenset("personne homme femme individu victime mort tué blessé disparu habitant occupant".split())
_SEASON = 100  # days of a stretch that tells one fact from another
_BROAD = 8  # days of a time that is no day: "cette année" is in many sentences


AreTwo = Callable[[Figure, Figure], bool]


def measure(
    a: Telling, b: Telling, held: Sequence[tuple[Counter[Feature], int]], are_two: AreTwo = lambda a, b: False
) -> tuple[tuple[float, ...], float]:
    """What two sentences have in common, each part by how rare it is in the affair; in the order of `WEIGHTS`.

    And how much of words is left out of that: those of a day or a number in common, which counts already, and "a expliqué".
    `are_two`: does something keep two like numbers apart, see `twocounts`?
    """

    def rare(feature: Feature) -> float:
        return min(1 / (1 + max(0, count[feature] - 2) * 2 / max(4, reports)) for count, reports in held)

    common = a.words & b.words
    named = common & (a.names | b.names)
    deed, kind, taking, said = _deeds(a, b, rare)
    number, one_unit = _figures(a.figures, b.figures, are_two)
    days, apart = days_in_common(a.whens, b.whens)
    told = common - named - said
    left_out = (a.telling & b.telling) | (a.dating & b.dating if days else frozenset())
    left_out |= a.counting & b.counting if one_unit else frozenset()
    one = a.acts & b.acts
    carried = {act for w in common for act in acts(frozenset([w]))} if one else set()

    def weight(words: frozenset[str]) -> float:
        return sum((rare(w) * (_COMMON if w in _any_report() else 1.0) for w in sorted(words)), 0.0)

    parts = (
        weight(told - left_out),
        sum(rare(w) for w in sorted(named)),
        sum(rare(("actor", x)) for x in sorted(a.actors & b.actors)),
        deed,
        kind,
        taking,
        sum(sorted((rare(("act", x)) for x in one - carried), reverse=True)[:2]),
        _alike(a, b, common, rare),
        number,
        days,
        apart,
    )
    return parts, weight(told & left_out)


def _alike(a: Telling, b: Telling, common: frozenset[str], rare: Callable[[Feature], float]) -> float:
    """How many words of two sentences are of one family without being one word, the rarest families first; each word once."""
    left, right = ([f for f in t.families if f[0] not in common] for t in (a, b))
    pairs = sorted(
        ((max(rare(("family", f)) for f in x & y), one, other) for one, x in left for other, y in right if x & y),
        key=lambda p: (-p[0], p[1], p[2]),
    )
    total, used = 0.0, set[tuple[int, str]]()
    for value, one, other in pairs:
        if not {(0, one), (1, other)} & used:
            total += value
            used |= {(0, one), (1, other)}
    return total


def _deeds(a: Telling, b: Telling, rare: Callable[[Feature], float]) -> tuple[float, float, float, frozenset[str]]:
    """How alike the likest events of two sentences are called, by word or by frame alone, and how many take part in both."""
    best: tuple[float, float, float, frozenset[str]] = (0.0, 0.0, 0.0, frozenset())
    for x in a.deeds:
        for y in b.deeds:
            common = x.names & y.names
            if common:
                said = frozenset(n for n in common if isinstance(n, str))
                called = max(rare(n) for n in common)
                by_name = any(n[0] != "frame" for n in common)
                found = called * by_name, called * (not by_name), float(min(2, len(x.parts & y.parts))), said
                best = max(best, found, key=lambda r: (r[0] + r[1] + r[2], sorted(r[3])))
    return best


def _figures(left: Sequence[Figure], right: Sequence[Figure], are_two: AreTwo) -> tuple[float, bool]:
    """One number of one thing: 2, of kin things 1.5; one number, or two of one thing that agree: 1. "Des centaines" is none.

    And whether one thing is counted. One age is that of many, and is worth what one number of kin things is.
    """
    best, one = 0.0, False
    for a in left:
        for b in right:
            if a.bound != "exact" != b.bound:
                continue
            if min(a.low or a.high or 0, b.low or b.high or 0) > _FEW and compare_figures(a, b) in ("same", "refined"):
                unit = _KIN if a.unit == b.unit == "âge" else _one_unit(a.unit, b.unit)
                value = float((a.low, a.high) == (b.low, b.high)) + unit
                if (value > best or a.unit == b.unit and not one) and not are_two(a, b):
                    best, one = max(best, value), one or a.unit == b.unit
    return best, one


@cache
def _one_unit(a: str | None, b: str | None) -> float:
    """1 where one thing is counted, half of it where it may be: "six ouvriers" and "six personnes", euros and dollars."""
    if a == b or a and b and stands_for(a) == stands_for(b):
        return 1.0
    left, right = plain(a or ""), plain(b or "")
    if kinds((left,)) & kinds((right,)) or word_families(left) & word_families(right):
        return _KIN
    return _KIN if a in _persons() and b in _persons() or a in MONEY and b in MONEY else 0.0


@cache
def _persons() -> frozenset[str]:
    return person_nouns() | _PEOPLE


def days_in_common(left: Sequence[When], right: Sequence[When]) -> tuple[float, float]:
    """One day or one named stretch of time in both; or days, and none in common. That a day lies in a year says nothing."""
    relations = {compare_whens(a, b) for a in left for b in right if _is_narrow(a) and _is_narrow(b) or _is_one(a, b)}
    if relations & {"same", "refined"}:
        return 1.0, 0.0
    return 0.0, float("disjoint" in relations)


def _is_narrow(when: When) -> bool:
    return _is_within(when, _BROAD)


def _is_within(when: When, days: int) -> bool:
    ends = [date.fromisoformat(d) for d in (when.earliest, when.latest) if d]
    return len(ends) == 2 and (ends[1] - ends[0]).days < days


def _is_one(a: When, b: When) -> bool:
    """One month, one summer; a year is that of all that was done in it."""
    return (a.earliest, a.latest) == (b.earliest, b.latest) and _is_within(a, _SEASON)


def weigh(parts: Sequence[float]) -> float:
    """How likely two sentences tell one fact, 0 to 1: the logistic of the weighted sum."""
    return _logistic(_BASE, WEIGHTS, parts)


def weigh_closeness(parts: Sequence[float]) -> float:
    """How likely two sentences that nothing joined tell one fact after all, 0 to 1."""
    return _logistic(_CLOSE_BASE, CLOSE, parts)


def _logistic(base: float, weights: Mapping[str, float], parts: Sequence[float]) -> float:
    return 1 / (1 + exp(-base - sum(w * p for w, p in zip(weights.values(), parts, strict=True))))


REASONS = {
    "words": "mêmes mots",
    "names": "mêmes noms",
    "actors": "mêmes acteurs",
    "deed": "même acte",
    "deed of one kind": "actes d’un genre",
    "parts": "mêmes participants",
    "acts": "mots d’un même acte",
    "families": "mots d’une même famille",
    "numbers": "même nombre",
    "days": "même jour",
    "days apart": "autre jour",
}


def reasons_of(parts: Sequence[float], weights: Mapping[str, float] = WEIGHTS) -> tuple[str, ...]:
    """What counted, with its weight, the heaviest first: "même nombre (2,9)"."""
    counted = sorted(((abs(weights[n] * p), n, weights[n] * p) for n, p in zip(WEIGHTS, parts, strict=True) if p), reverse=True)
    return tuple(f"{REASONS[name]} ({value:+.1f})".replace(".", ",") for size, name, value in counted if size >= _TOLD)


@cache
def _any_report() -> frozenset[str]:
    """Roots of words that any report may hold."""
    return frozenset(root(w) for w in news_words())
