"""What the times of one report say of the day it was published: clues, each with the sentence that says so."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from recoupe.find.times.intervals import month_of
from recoupe.find.times.meaning import Meaning
from recoupe.find.times.tense import Tense
from recoupe.find.whens import TimeExpression
from recoupe.lang.cues import verb_cues
from recoupe.parse.document import Parsed

FIRST_YEAR, LAST_YEAR = 1985, 2035
_WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()


@dataclass(frozen=True, slots=True)
class WeekdayClue:
    """Log weight of publication on each weekday, Monday first, by the weekday that is told."""

    weights: tuple[float, ...]
    why: str
    weekday: int


@dataclass(frozen=True, slots=True)
class DayClue:
    """Log weights of the days (ordinals) around a day that is named; elsewhere `far`, or less before the year it names."""

    weights: Mapping[int, float]
    far: float
    year: int | None
    why: str
    own: frozenset[int] = frozenset()  # the years in which it says that the report came out
    told: frozenset[int] = frozenset()  # else the days (ordinals) that it names with their year

    def elsewhere(self, year: int) -> float:
        """Log weight of publication on a day of this year that `weights` does not hold."""
        return self.far if self.year is None or year >= self.year else self.far - 3


@dataclass(frozen=True, slots=True)
class YearClue:
    """About the affair, so it holds for the other reports on it: terms of office, years that are told."""

    score: Callable[[date], float]
    why: str


@dataclass(slots=True)
class Clues:
    """All that one report says of its own day; `seeds` are the days (ordinals) its words name."""

    weekdays: list[WeekdayClue] = field(default_factory=list)
    days: list[DayClue] = field(default_factory=list)
    years: list[YearClue] = field(default_factory=list)
    seeds: set[int] = field(default_factory=set)
    dated: bool = False  # has it a dateline
    months: set[int] = field(default_factory=set)  # told as past without their year: they lie within some months

    def own_years(self) -> set[int]:
        """The years that its own words allow: a year told of something else is none of them."""
        return {year for clue in self.days for year in clue.own}

    def why(self) -> list[str]:
        """The sentences of the report's own clues, in the order of its words."""
        return [*(c.why for c in self.days), *(c.why for c in self.weekdays)]


def read_clues(parsed: Parsed, times: Sequence[TimeExpression]) -> Clues:
    """The clues of a report's time expressions."""
    clues = Clues(years=_told_years(parsed, times))
    seen: set[tuple[object, ...]] = set()
    previous: TimeExpression | None = None
    for e in times:
        _read_time(clues, parsed, e, previous, seen)
        previous = e
    return clues


def _read_time(
    clues: Clues,
    parsed: Parsed,
    e: TimeExpression,
    previous: TimeExpression | None,
    seen: set[tuple[object, ...]],
) -> None:
    """Add what one time expression says of the day of publication."""
    words = f"« {parsed.text[e.span.start : e.span.end]} »"
    limit = e.meaning.unit if e.meaning.kind == "relation" else ""
    told: Tense = "past" if limit == "since" else e.tense  # "depuis vendredi"
    for m in e.meaning.parts():
        if m.kind == "month" and m.month and not (m.year or m.which) and e.tense == "past" and e.firm:
            clues.months.add(m.month)
        if m.kind not in ("day", "days") or m.base == "told" or m.left is not None:
            continue
        if m.month is None and m.day is None:
            key: tuple[object, ...] = ("weekday", m.weekday, told in ("future", "present"), m.which)
            if m.weekday is not None and m.which in ("", "this", "last") and key not in seen:
                seen.add(key)
                clues.weekdays.append(_weekday_clue(words, m.weekday, told, m.which, _is_said(parsed, e)))
            continue
        key = (m.year, m.month, m.day, m.weekday, e.dateline)
        if m.month is not None and m.day is not None and key not in seen:
            seen.add(key)
            clues.dated |= e.dateline
            clue = _named_day(words, parsed, e, m, _deictic_before(parsed, e, previous))
            clues.days.append(clue)
            clues.seeds.update(d.toordinal() for d in _days_of(m.year, m.month, m.day, m.weekday))


def _named_day(words: str, parsed: Parsed, e: TimeExpression, m: Meaning, deictic: int | None) -> DayClue:
    """What a day of a month says of the day of publication."""
    assert m.month is not None and m.day is not None
    limit = e.meaning.unit if e.meaning.kind == "relation" else ""
    days = _days_of(m.year, m.month, m.day, m.weekday)
    this = m.which == "this" or deictic is not None
    style = (
        "dateline"
        if e.dateline
        else "limit"
        if limit in _LIMITS
        else "this"
        if this
        else "weekday"
        if m.weekday is not None
        else "plain"
    )
    tense = "future" if m.which == "next" else "past" if m.which == "last" else e.tense
    clue = _day_clue(words, days, _Named(style, tense, deictic or 0, m.year, m.weekday is not None))
    own = style in _OWN or _is_stamp(parsed, e)
    told = frozenset(d.toordinal() for d in days if m.year and not own)
    return replace(clue, own=frozenset(d.year for d in days if own), told=told)


# "Le 3 mai 2016" in a text may lie years back: news give no year to a day of their own year.
_OWN = ("dateline", "this", "weekday")
_STAMP = re.compile(r"\d/\d|\d ?[:hH] ?\d\d")
_ALONE = re.compile(r"[^\n–—-]{0,30}(?:[–—-]|$)", re.MULTILINE)  # "3 mai 2016, Vernay. –"


def _is_stamp(parsed: Parsed, e: TimeExpression) -> bool:
    """ "le 3/05/2016 à 20:14"; a date at the head of its line that ends there or before a dash."""
    start, end = e.span.start, e.span.end
    if _STAMP.search(parsed.text[start:end]):
        return True
    return not parsed.text[parsed.text.rfind("\n", 0, start) + 1 : start].strip() and bool(_ALONE.match(parsed.text, end))


def _is_said(parsed: Parsed, e: TimeExpression) -> bool:
    """Is it the day of a verb of speech: "a annoncé mardi le préfet"?"""
    outside = (parsed.words[i].head for i in range(e.first, e.last))
    return any((parsed.words[h].lemma, "", False) in verb_cues() for h in outside if not e.first <= h < e.last)


def _deictic_before(parsed: Parsed, e: TimeExpression, previous: TimeExpression | None) -> int | None:
    """ "hier, mardi 18 juin": the shift of the word just before, None without one."""
    if previous is None or previous.meaning.kind != "shift":
        return None
    m = previous.meaning
    if m.base != "published" or m.unit != "day" or parsed.text[previous.span.end : e.span.start].strip(" ,(\u00a0"):
        return None
    return int(m.shift * (m.count or 0))


def _days_of(year: int | None, month: int, day: int, weekday: int | None) -> list[date]:
    """The days that fit; all years when none is told, those where the weekday fits when one is."""
    days = []
    for y in (year,) if year else range(FIRST_YEAR, LAST_YEAR + 1):
        if 1 <= y <= 9000 and day <= month_of(y, month)[1].day:
            days.append(date(y, month, day))
    fits = [d for d in days if weekday is None or d.weekday() == weekday]
    return fits or days


def _logs(shares: Iterable[float]) -> tuple[float, ...]:
    return tuple(map(math.log, shares))


# News usage: what a bare weekday is worth by its distance in days. An event ahead is rarely named by the weekday of its own
# day ("vendredi" for today is mostly told as done).
_PAST_WEEKDAY = _logs((0.45, 0.26, 0.1, 0.07, 0.05, 0.04, 0.03))
_SAID_WEEKDAY = _logs((0.6, 0.2, 0.07, 0.05, 0.03, 0.03, 0.02))  # "a annoncé mardi": words are told on their day
_LAST_WEEKDAY = _logs((0.12, 0.04, 0.12, 0.18, 0.18, 0.18, 0.18))  # "vendredi dernier" is seldom yesterday
_NEXT_WEEKDAY = _logs((0.16, 0.3, 0.16, 0.12, 0.1, 0.09, 0.07))


def _weekday_clue(words: str, weekday: int, tense: str, which: str, said: bool) -> WeekdayClue:
    ahead = tense in ("future", "present")
    past = _SAID_WEEKDAY if said and not ahead else _PAST_WEEKDAY

    def score(day: int) -> float:
        back, fore = (day - weekday) % 7, (weekday - day) % 7
        if which == "this":
            return 0.0 if back == 0 else -1.5 if min(back, fore) == 1 else -3.0
        if which == "last":
            return _LAST_WEEKDAY[back]
        if tense == "none":
            return max(past[back], _NEXT_WEEKDAY[fore]) - 0.3
        return _NEXT_WEEKDAY[fore] if ahead else past[back]

    side = "à venir ou en cours" if ahead else "passé"
    why = f"{words} : un {_WEEKDAYS[weekday]} {side}, à quelques jours de la publication."
    return WeekdayClue(tuple(score(day) for day in range(7)), why, weekday)


@dataclass(frozen=True, slots=True)
class _Named:
    """How a day is named: in a dateline, as "ce mardi 18 juin", with or without its weekday; the tense; the deictic before it."""

    style: str
    tense: str
    shift: int
    year: int | None
    weekday: bool


_LIMITS = ("before", "until", "by")
_FAR = {"limit": -4.5, "dateline": -9.0, "this": -8.0, "weekday": -7.5, "plain": -5.5}
_WINDOW = 40  # days around a named day; beyond them its weight is the floor


def _day_clue(words: str, days: list[date], named: _Named) -> DayClue:
    far = _FAR[named.style]
    weights: dict[int, float] = {}
    by_gap = _around(named.style, named.tense, named.year is not None)
    last = -math.inf
    for day in days:
        at = day.toordinal() - named.shift
        if at - last > 2 * _WINDOW:  # the same day of another year: nothing to weigh against
            weights.update([(at + gap, weight) for gap, weight in by_gap])
        else:
            for gap, weight in by_gap:
                if weights.get(at + gap, -20.0) < weight:
                    weights[at + gap] = weight
        last = at
    if named.style == "dateline":
        why = f"{words} ouvre le texte comme date de dépêche."
    elif named.year is None and named.weekday:
        years = ", ".join(str(d.year) for d in days if d.year >= 2010)
        why = f"{words} ne tombe juste qu'en {years} (depuis 2010)."
    else:
        why = f"{words} : jour nommé, {'à venir' if named.tense == 'future' else 'passé ou proche'}."
    return DayClue(weights, far, None if named.tense == "future" else named.year, why)


@cache
def _around(style: str, tense: str, dated: bool) -> tuple[tuple[int, float], ...]:
    """Log weight of each day around one that is named in this way, nowhere below its floor."""
    far = _FAR[style]
    floor = far if not dated or tense == "future" else far - 3
    gaps = range(-_WINDOW, _WINDOW + 1)
    return tuple((gap, max(_distance(gap, style, tense), far if not dated or gap >= 0 else floor)) for gap in gaps)


_NEAR = (-0.9, -1.2, -1.9, -2.4, -2.8, -3.0, -3.2)
_AHEAD = (-1.6, -0.9, -1.5, -1.9, -2.2, -2.5, -2.7)  # an event ahead is told on the eve more often than on its day


def _distance(gap: int, style: str, tense: str) -> float:
    """Log weight of publication `gap` days after the day that the text names."""
    if style == "dateline":
        return 0.0 if gap == 0 else -3.0 if gap == 1 else -6.0
    if style == "limit":  # "avant le 30 juin": a term may be months ahead
        return -2.5 + gap / 30 if gap <= 0 else -4.0
    if style == "this":
        return 0.0 if gap == 0 else -2.2 if gap == 1 else -4.0 if abs(gap) == 2 else -8.0
    if tense == "future" and gap > 0 or tense == "past" and gap < 0:
        return -5.0 - min(abs(gap), 30) / 10
    steps = abs(gap)
    if steps < 7:
        return (_AHEAD if tense == "future" else _NEAR)[steps] - (0.6 if gap < 0 and tense == "none" else 0.1 if gap < 0 else 0.0)
    return max(-3.4 - steps / (12 if style == "weekday" else 40), -7.0)


# ---------------------------------------------------------------- years


def _told_years(parsed: Parsed, times: Sequence[TimeExpression]) -> list[YearClue]:
    """The latest year told as past bounds the year of publication from below, and is likely near it."""
    past: list[tuple[int, str]] = []
    future: list[tuple[int, str]] = []
    for e in times:
        for m in e.meaning.parts():
            if m.year and m.kind in ("day", "days", "month", "year", "season") and FIRST_YEAR - 200 < m.year <= LAST_YEAR:
                ahead = e.tense == "future" or m.which == "next"
                if ahead and (not e.firm or _on_noun(parsed, e)):
                    continue  # "son concert de 2013 sera rediffusé" says nothing of 2013
                if _names_one_to_come(parsed, e):
                    continue  # "ne pourra être candidate à la présidentielle de 2027": its name, whatever the tense around it
                (future if ahead else past).append((m.year, parsed.text[e.span.start : e.span.end]))
    clues: list[YearClue] = []
    if past:
        year, words = max(past)
        clues.append(YearClue(_since(year), f"« {words} » : la dernière année dite au passé est {year}."))
    if future:
        year, words = min(future)
        clues.append(YearClue(_until(year), f"« {words} » est à venir : pas après {year}."))
    return clues


_SINCE = (0.0, -0.5, -1.3, -1.8, -2.1, -2.4)  # by years since the last one told


def _since(year: int) -> Callable[[date], float]:
    def score(day: date) -> float:
        gap = day.year - year
        return -2.5 + gap if gap < 0 else _SINCE[gap] if gap < len(_SINCE) else -2.4 - 0.08 * min(gap, 40)

    return score


def _until(year: int) -> Callable[[date], float]:
    def score(day: date) -> float:
        gap = day.year - year
        return -1.5 * min(gap, 4) if gap > 0 else -0.1 * min(-gap, 20)

    return score


# What is called by its year long before that year comes.
_CALLED_BY_YEAR = frozenset(
    "élection présidentielle législative municipale européenne sénatoriale régionale cantonale primaire scrutin jeu jo mondial "
    "coupe euro championnat budget échéance horizon exposition plan programmation".split()
)


_TOWARDS = frozenset(("à", "au", "aux", "pour", "avant", "vers"))  # "candidat à", "en vue de"; "a perdu les municipales" is past


def _names_one_to_come(parsed: Parsed, e: TimeExpression) -> bool:
    """Is it the year by which an election, games or a budget are called?"""
    heads = [parsed.words[i].head for i in range(e.first, e.last)]
    nouns = [parsed.words[h] for h in heads if not e.first <= h < e.last]
    nouns += [parsed.words[w.head] for w in nouns if w.pos == "ADJ"]
    called = [w for w in nouns if w.lemma.lower() in _CALLED_BY_YEAR or w.lower in _CALLED_BY_YEAR]
    return any(k.lemma.lower() in _TOWARDS for w in called for k in parsed.kids(w.i, "case"))


def _on_noun(parsed: Parsed, e: TimeExpression) -> bool:
    outside = (parsed.words[i].head for i in range(e.first, e.last))
    return any(parsed.words[h].pos in ("NOUN", "PROPN") for h in outside if not e.first <= h < e.last)
