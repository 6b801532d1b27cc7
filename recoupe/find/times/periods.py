"""Seasons, decades, centuries, feasts, units and stretches of time as intervals, seen from the moment of the text."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date

from recoupe.find.times.intervals import DAY, UNIT_MONTHS, UNKNOWN, Interval, Moment, add, duration, easter, month_of
from recoupe.find.times.meaning import Meaning
from recoupe.types import Anchor

_RECENT = 60  # days after which a day without its year is no news


def resolve_year(m: Meaning, at: Moment) -> Interval:
    """ "en 1994", "en 2024 ou 2025": a year by its number."""
    assert m.year
    return Interval(date(m.year, 1, 1), date(m.year, 12, 31), "year")


#: Seasons by their meteorological months: 3-5, 6-8, 9-11, 12-2. News means these, and the equinox makes no difference to a day.
def resolve_season(m: Meaning, at: Moment) -> Interval:
    """ "cet été", "l'hiver dernier": a season by its months, the nearest where no year is told."""
    assert m.month

    def of(year: int) -> Interval:
        month = m.month * 3  # type: ignore[operator]
        lo = date(year, month, 1)
        end = add(lo, 2, "month")
        return Interval(lo, month_of(end.year, end.month)[1], "month", "absolute" if m.year else "published")

    if m.year:
        return of(m.year)
    if at.published is None:
        return UNKNOWN
    seasons = [of(y) for y in years_around(at)]
    for s in seasons:
        assert s.lo and s.hi
        if (
            m.which in ("", "this")
            and s.lo <= at.published <= s.hi
            and (m.which or at.tense != "past" or at.published > s.lo + 30 * DAY)
        ):
            return s
    ends = [s.hi if at.tense != "future" and m.which != "next" else s.lo for s in seasons]
    near = nearest_to([e for e in ends if e], at, m.which)
    return next(s for s, e in zip(seasons, ends, strict=True) if e == near) if near else UNKNOWN


def resolve_decade(m: Meaning, at: Moment) -> Interval:
    """ "les années 80"."""
    assert m.year
    return Interval(date(m.year, 1, 1), date(m.year + 9, 12, 31), "year")


def resolve_century(m: Meaning, at: Moment) -> Interval:
    """ "au XIXe siècle"."""
    assert m.year
    return Interval(date(m.year * 100 - 99, 1, 1), date(m.year * 100, 12, 31), "year")


def resolve_feast(m: Meaning, at: Moment) -> Interval:
    """ "à Noël", "à Pâques": a feast of the nearest year that fits."""

    def of(year: int) -> date:
        rule, _, shift = m.unit.partition(" ")
        if rule == "easter":
            return easter(year) + int(shift or 0) * DAY
        if rule == "nth":
            month, nth, weekday = (int(x) for x in shift.split("-"))
            first = date(year, month, 1)
            return first + ((weekday - first.weekday()) % 7 + 7 * (nth - 1)) * DAY
        month, day = (int(x) for x in rule.split("-"))
        return date(year, month, day)

    if m.year:
        return one_day(of(m.year), "absolute")
    return one_day(nearest_to([of(y) for y in years_around(at)], at, m.which), "published")


def resolve_unit(m: Meaning, at: Moment) -> Interval:
    """ "cette semaine", "ce mois-ci", "l'année": the calendar unit around the day to count from."""
    lo, hi, anchor = base_of(m, at)
    if lo is None or hi is None:
        return UNKNOWN
    if m.unit == "day":
        return Interval(lo + m.shift * DAY, hi + m.shift * DAY, "day", anchor)
    if m.unit == "week":
        monday = lo - lo.weekday() * DAY + 7 * m.shift * DAY
        return Interval(monday, monday + 6 * DAY, "day", anchor)
    if m.unit == "weekend":
        return resolve_weekend(m, lo, at, anchor)
    if m.unit == "month":
        start = add(lo.replace(day=1), m.shift, "month")
        return Interval(*month_of(start.year, start.month), "month", anchor)
    if m.unit in ("quarter", "half"):
        size = UNIT_MONTHS[m.unit]
        start = add(lo.replace(month=(lo.month - 1) // size * size + 1, day=1), m.shift, m.unit)
        end = add(start, size - 1, "month")
        return Interval(start, month_of(end.year, end.month)[1], "month", anchor)
    if m.unit == "century":
        return replace(resolve_century(Meaning("century", year=(lo.year - 1) // 100 + 1 + m.shift), at), anchor=anchor)
    if m.unit == "decade":
        return replace(resolve_decade(Meaning("decade", year=lo.year // 10 * 10 + 10 * m.shift), at), anchor=anchor)
    year = lo.year + m.shift
    return Interval(date(year, 1, 1), date(year, 12, 31), "year", anchor)


def resolve_weekend(m: Meaning, base: date, at: Moment, anchor: Anchor) -> Interval:
    """The Saturday and Sunday of a week."""
    saturday = base - base.weekday() * DAY + 5 * DAY
    if m.shift:
        saturday += (
            -7 if m.shift < 0 else 0 if base.weekday() < 5 else 7
        ) * DAY  # told on a Sunday, the last one is the one before
    elif at.tense == "past" and base.weekday() < 5:
        saturday -= 7 * DAY
    return Interval(saturday, saturday + DAY, "day", anchor)


def resolve_recent(m: Meaning, at: Moment) -> Interval:
    """ "ces trois derniers jours", "les prochaines semaines": so many units up to the day to count from, or after it."""
    lo, hi, anchor = base_of(m, at)
    if lo is None or hi is None:
        return replace(UNKNOWN, duration=duration(m))
    if m.count is None:
        return Interval(None, lo, "day", anchor) if m.shift < 0 else Interval(hi, None, "day", anchor)
    other = add(lo if m.shift < 0 else hi, m.shift * m.count, m.unit)
    first, last = (other, lo) if m.shift < 0 else (hi, other)
    return Interval(first, last, "day", anchor, duration=duration(m))


def resolve_lasting(m: Meaning, at: Moment) -> Interval:
    """ "depuis 24 ans": the start, told as the year it fell in."""
    if at.published is None:
        return replace(UNKNOWN, duration=duration(m))
    if m.count is None:
        return Interval(None, at.published, "day", "published")
    start = add(at.published, -m.count, m.unit)
    if m.bound == "more_than":
        return Interval(None, start, "day", "published", duration=duration(m))
    if m.bound == "less_than":
        return Interval(start, at.published, "day", "published", duration=duration(m))
    return replace(whole_of(start, m.unit), anchor="published", duration=duration(m))


def resolve_duration(m: Meaning, at: Moment) -> Interval:
    """ "pendant trois jours": a length and no day."""
    return replace(UNKNOWN, duration=duration(m))


def whole_of(day: date, unit: str) -> Interval:
    """The calendar unit around a day that was counted in such units."""
    if unit in ("year", "decade", "century"):
        return Interval(date(day.year, 1, 1), date(day.year, 12, 31), "year")
    if unit in ("month", "quarter", "half"):
        return Interval(*month_of(day.year, day.month), "month")
    if unit == "week":
        return Interval(day - 3 * DAY, day + 3 * DAY, "day", shown=day.isoformat())
    return Interval(day, day, "day")


def base_of(m: Meaning, at: Moment) -> tuple[date | None, date | None, Anchor]:
    """The day to count from: first and last day of the time told or of the event, else the day of publication."""
    if m.base == "event":
        return (at.event.lo, at.event.hi, at.event.anchor) if at.event else (None, None, "told")
    told = at.told_day if m.unit in ("day", "hour", "minute", "second", "halfhour", "week", "weekend") else at.told
    if m.base == "told" and told and (told.lo or told.hi):
        return told.lo or told.hi, told.hi or told.lo, "told"
    return at.published, at.published, "told" if m.base == "told" else "published"


def nearest_to(candidates: list[date], at: Moment, which: str, against: int = 120) -> date | None:
    """The candidate nearest to publication; one against the tense counts as that many days farther."""
    if at.published is None or not candidates:
        return None
    pub = at.published

    def cost(day: date) -> tuple[float, date]:
        delta = (day - pub).days
        wrong = (delta > 0 and (which == "last" or at.tense == "past")) or (
            delta < 0 and (which == "next" or at.tense == "future")
        )
        if which:
            wrong = (delta >= 0) if which == "last" else (delta <= 0) if which == "next" else False
            return abs(delta) + 10_000 * wrong, day
        return abs(delta) + against * wrong * (2.5 if at.firm else 1), day

    return min(candidates, key=cost)


def of_told_year(day: date | None, at: Moment, which: str) -> tuple[date | None, Anchor]:
    """A day without its year, in the year that was told before where a report looks back: "le 15 mai 2024 … le 31 mai"."""
    told = at.told_day.lo if at.told_day else None
    if day is None or which or told is None or at.published is None or not at.looks_back:
        return day, "published"
    years = [y for y in (told.year - 1, told.year, told.year + 1) if day.day <= monthrange(y, day.month)[1]]
    then = min((day.replace(year=y) for y in years), key=lambda d: abs((d - told).days))
    ago, since = (at.published - day).days, abs((then - told).days)
    ahead = ago < 0 and at.tense != "future" and since <= _RECENT
    return (then, "told") if ahead or ago > _RECENT and since < ago / 2 else (day, "published")


def years_around(at: Moment) -> tuple[int, ...]:
    """The years that a day without its year may be of: that of publication and its neighbours."""
    return tuple(range(at.published.year - 1, at.published.year + 2)) if at.published else ()


def one_day(day: date | None, anchor: Anchor, flags: tuple[str, ...] = ()) -> Interval:
    """A day as an interval; UNKNOWN for none."""
    return Interval(day, day, "day", anchor, flags=flags) if day else UNKNOWN
