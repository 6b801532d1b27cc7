"""How two fillers of one slot stand to each other: figures as intervals, dates as EDTF, words as words."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Literal, Protocol

from recoupe.lang.countries import countries
from recoupe.lang.plain import function_words, plain
from recoupe.match.copying.shingles import tokens
from recoupe.types import Figure, Span, When

Relation = Literal["same", "refined", "overlap", "disjoint", "unknown"]

_WEEKDAY = re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b")
_DATE = re.compile(r"\b(\d{1,2}|1er) (janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov|déc)")
_NEAR = 1.3  # "plus de 20 ans" may be 24; "au moins 40 morts" is no word about 115
_ABOUT = 0.15  # "environ 60" may be 67, hardly 75
_DOZEN = 0.2  # "une dizaine" is 8 to 12


_ROUND = re.compile(r"P(?:T?(\d+)([YMWDHS]))")  # the leading unit of a told distance: "il y a deux ans"
_UNIT_DAYS = {"Y": 366, "M": 31, "W": 7, "D": 1}
_LOOSELY = re.compile(r"(?i)\b(?:vers|environ|autour|alentours|à peu près|aux environs)\W*(?:du?|de|le|l['’])?\W*$")
_LOOSE_DAYS, _REACH = 3, 0.2  # days around "vers le 15 mars"; part of a long distance that rounding may hide


class Texts(Protocol):
    """Whatever can show the words of a span and says whether a report's own day is sure."""

    def text(self, span: Span) -> str: ...

    def is_day_unsure(self, report: str) -> bool: ...


def compare_figures(a: Figure, b: Figure, *, rounds: bool = True) -> Relation:
    """Same number, one within the other's bounds (refined), or disjoint. Units are not looked at.

    `rounds`: 3000 may stand for 2987, as with sums and crowds; a toll of 40 does not stand for 41.
    """
    if a.low is None and a.high is None or b.low is None and b.high is None:
        return "unknown"
    if (a.low, a.high) == (b.low, b.high):
        return "same" if a.bound == b.bound else "refined"
    left, right = _interval(a), _interval(b)
    if left[0] <= right[1] and right[0] <= left[1]:
        return "refined"
    if rounds and (_rounds_to(a, b) or _rounds_to(b, a)):
        return "refined"
    return "disjoint"


def exclude(a: Figure, b: Figure) -> bool:
    """Can they never be one number? A floor ("plus de 8") stands against smaller numbers only, however far a larger one lies."""
    if compare_figures(a, b) != "disjoint":
        return False
    left, right = _reach_of(a), _reach_of(b)
    return left[0] > right[1] or right[0] > left[1]


def _reach_of(f: Figure) -> tuple[float, float]:
    """The least and the most that the words allow, an open bound without end."""
    low, high = _interval(f)
    if f.bound in ("at_least", "more_than"):
        return low, float("inf")
    return (0.0, high) if f.bound in ("at_most", "less_than") else (low, high)


def _interval(f: Figure) -> tuple[float, float]:
    """The values that the words honestly admit: an open bound reaches a little further, never to infinity."""
    low = f.low if f.low is not None else f.high
    high = f.high if f.high is not None else f.low
    assert low is not None and high is not None
    if f.bound == "about":
        reach = _DOZEN if high <= 20 else _ABOUT
        return low * (1 - reach), high * (1 + reach)
    if f.bound in ("at_least", "more_than"):
        return low, low * _NEAR
    if f.bound in ("at_most", "less_than"):
        return high / _NEAR, high
    return low, high


def _rounds_to(round_one: Figure, exact: Figure) -> bool:
    """Is the first a rounding of the second: 3000 of 2987, 2,3 millions of 2 314 000?"""
    a, b = round_one.low, exact.low
    if a is None or b is None or round_one.low != round_one.high or exact.low != exact.high or abs(a) < 100:
        return False
    step = 1.0
    while a % (step * 10) == 0 and step < 1e12:
        step *= 10
    return step >= 10 and b % step != 0 and abs(a - b) <= step / 2 and abs(a - b) <= 0.06 * abs(b)


def compare_whens(a: When | None, b: When | None) -> Relation:
    """Same days, one within the other (refined), overlapping, or disjoint; unknown when either is open or missing."""
    if a is None or b is None or not a.earliest or not a.latest or not b.earliest or not b.latest:
        return "unknown"
    if (a.earliest, a.latest) == (b.earliest, b.latest):
        return "same"
    if a.earliest <= b.earliest and b.latest <= a.latest or b.earliest <= a.earliest and a.latest <= b.latest:
        return "refined"
    if a.earliest <= b.latest and b.earliest <= a.latest:
        return "overlap"
    return "refined" if _within(a, b, max(_slack(a), _slack(b))) else "disjoint"


def _slack(when: When) -> int:
    """Days that a rounded distance ("il y a trois mois", "depuis deux ans") may be off: one of its units, more for long ones."""
    match = _ROUND.match(when.duration or "")
    if not match or match[2] not in _UNIT_DAYS or (when.duration or "").startswith("PT"):
        return 0
    return max(1, round(_UNIT_DAYS[match[2]] * max(1.0, _REACH * int(match[1]))))


def _within(a: When, b: When, days: int) -> bool:
    """Do two times touch when each may be off by so many days? An open end counts as its start."""
    if not days or not a.earliest or not b.earliest:
        return False
    try:
        left, right = ([date.fromisoformat((x or w.earliest or "")[:10]) for x in (w.earliest, w.latest)] for w in (a, b))
        reach = timedelta(days=days)
    except ValueError:
        return False
    return left[0] <= right[1] + reach and right[0] <= left[1] + reach


def compare_days(desk: Texts, a: When, b: When, *, starts: bool = False) -> Relation:
    """As `compare_whens`; where a report's own day is unknown its weekdays still tell. `starts`: only the first days count."""
    if starts and a.earliest and b.earliest and not any(s and desk.is_day_unsure(s.report) for s in (a.span, b.span)):
        if a.earliest[:10] == b.earliest[:10] and a.latest == b.latest:
            return "same"
        loose = max(_slack(a), _slack(b), *(_LOOSE_DAYS if _is_loose(desk, w) else 0 for w in (a, b)))
        return "refined" if _within(a, b, loose) or _one_start(a, b) else "disjoint"
    relation = compare_whens(a, b)
    if relation == "disjoint" and any(_is_loose(desk, w) for w in (a, b)) and _within(a, b, _LOOSE_DAYS):
        return "refined"
    if not a.span or not b.span or relation != "unknown" and not any(desk.is_day_unsure(s.report) for s in (a.span, b.span)):
        return relation
    left, right = (_WEEKDAY.findall(desk.text(s).lower()) for s in (a.span, b.span))
    if len(left) == 1 == len(right):
        return "same" if left == right else "disjoint"
    left, right = (_DATE.findall(desk.text(s).lower()) for s in (a.span, b.span))
    if len(left) == 1 == len(right):
        return "same" if left == right else "disjoint"
    return relation


def _is_loose(desk: Texts, when: When) -> bool:
    """ "vers le 15 mars", "aux alentours du 3"."""
    span = when.span
    return bool(span and (_LOOSELY.search(desk.text(Span(span.report, max(0, span.start - 20), span.start)) + " ")))


def _one_start(a: When, b: When) -> bool:
    """Since a day, and since the month or the year that holds it."""
    pairs = ((a, b), (b, a))
    return any(
        x.value
        and y.value
        and len(x.value.split("/")[0]) < len(y.value.split("/")[0])
        and y.value.startswith(x.value.split("/")[0])
        for x, y in pairs
    )


def days_between(a: When, b: When) -> int:
    """Days that lie between two times, 0 when they touch. Both must be bounded."""
    assert a.earliest and a.latest and b.earliest and b.latest
    first, last = max(a.earliest, b.earliest), min(a.latest, b.latest)
    if first <= last:
        return 0
    try:
        return max(0, _day(first[:10]) - _day(last[:10]))
    except ValueError:  # a year that the calendar of the program does not know
        return 0


@lru_cache(maxsize=1 << 12)
def _day(iso: str) -> int:
    """The number of a day."""
    return date.fromisoformat(iso).toordinal()


def compare_words(a: str, b: str) -> Relation:
    """Two wordings of a place or a thing: same words, one with more of them, some in common, or none."""
    left, right = _content(a), _content(b)
    if not left or not right:
        return "unknown"
    if left == right or (state := _state(left)) and state == _state(right):
        return "same"
    if left < right or right < left:
        return "refined"
    return "overlap" if left & right else "disjoint"


def _state(words: frozenset[str]) -> str | None:
    """The state that these words name and nothing else: "au Burkina", "le Burkina-Faso"."""
    return _states().get(frozenset(part for word in words for part in word.split("-")))


@cache
def _states() -> dict[frozenset[str], str]:
    known = ((name, c.code) for c in countries().values() for name in (c.name, *c.aliases))
    return {frozenset(part for word in _content(name) for part in word.split("-")): code for name, code in known}


def _content(text: str) -> frozenset[str]:
    words = frozenset(t.plain for t in tokens(text) if t.plain not in function_words())
    return words or frozenset([plain(text).strip()]) - {""}
