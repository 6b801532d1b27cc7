"""From a meaning to the calendar: an interval of days, given when the report was published and what time it told last."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date

from recoupe.find.times.intervals import DAY, UNKNOWN, Grain, Interval, Moment, add, duration, month_of
from recoupe.find.times.meaning import Meaning
from recoupe.find.times.periods import (
    base_of,
    nearest_to,
    of_told_year,
    one_day,
    resolve_century,
    resolve_decade,
    resolve_duration,
    resolve_feast,
    resolve_lasting,
    resolve_recent,
    resolve_season,
    resolve_unit,
    resolve_year,
    whole_of,
    years_around,
)
from recoupe.find.times.tense import Tense


def resolve(meaning: Meaning, at: Moment) -> Interval:
    """The days a phrase names. UNKNOWN where it needs a publication date that nobody gave; never raises."""
    try:
        return _RESOLVE[meaning.kind](meaning, at)
    except (ValueError, OverflowError):  # 30 February, year 0
        return UNKNOWN


def _day(m: Meaning, at: Moment) -> Interval:
    if m.month is None and m.day is None:
        return _weekday(m, at)
    if m.day is None:
        return UNKNOWN
    if m.month is None:
        return _day_of_month(m, at)
    years = (m.year,) if m.year else years_around(at)
    if m.left is not None and at.published:
        side = resolve(m.left, at)
        years = (side.lo.year,) if side.lo else years
    days = [date(y, m.month, m.day) for y in years if m.day <= monthrange(y, m.month)[1]]
    if m.year:
        found, anchor = (days[0] if days else None), "absolute"
    else:
        found, anchor = of_told_year(nearest_to(days, at, m.which), at, m.which)
    clash = found is not None and m.weekday is not None and found.weekday() != m.weekday
    return one_day(found, anchor, ("weekday_clash",) if clash else ())  # type: ignore[arg-type]


def _day_of_month(m: Meaning, at: Moment) -> Interval:
    """ "le 18", "samedi 3": of the month that was told, else the nearest."""
    if m.weekday is None and at.told and at.told.lo and at.told.grain in ("day", "month"):
        told = at.told.lo.replace(day=m.day or 1)
        ahead = (told - at.published).days if at.published else 0
        if not (at.tense == "future" and -31 < ahead < 0 or at.tense == "past" and 0 < ahead < 31):
            return one_day(told, "told")
    if at.published is None:
        return UNKNOWN
    days = []
    for step in (-1, 0, 1):
        month = add(at.published.replace(day=1), step, "month")
        if (m.day or 1) <= monthrange(month.year, month.month)[1]:
            days.append(month.replace(day=m.day or 1))
    fits = [d for d in days if m.weekday is None or d.weekday() == m.weekday]
    found = nearest_to(fits or days, at, m.which, against=20)
    return one_day(found, "published", () if fits else ("weekday_clash",))


def _weekday(m: Meaning, at: Moment) -> Interval:
    assert m.weekday is not None
    if m.base == "told":
        base = at.told_day.hi if at.told_day and at.told_day.hi else at.published
        if base is None:
            return UNKNOWN
        back = (base.weekday() - m.weekday) % 7 or 7
        ahead = (m.weekday - base.weekday()) % 7 or 7
        return one_day(base + ahead * DAY if m.which == "next" else base - back * DAY, "told")
    pub = at.published
    if pub is None:
        return UNKNOWN
    if m.left is not None:
        week = resolve(m.left, at)
        return one_day(week.lo + m.weekday * DAY if week.lo else None, "published")
    back = (pub.weekday() - m.weekday) % 7
    ahead = (m.weekday - pub.weekday()) % 7
    if m.which == "last":
        return one_day(pub - (back or 7) * DAY, "published")
    if m.which == "next":
        return one_day(pub + (ahead or 7) * DAY, "published")
    if m.which == "this" and at.tense not in ("past", "future"):
        forward = ahead <= back  # "ce vendredi": the nearest
    else:
        forward = at.tense in ("future", "present")
    return one_day(pub + ahead * DAY if forward else pub - back * DAY, "published")


def _days(m: Meaning, at: Moment) -> Interval:
    assert m.day and m.last_day and m.month
    first = _day(replace(m, kind="day", last_day=None), at)
    if first.lo is None:
        return UNKNOWN
    return Interval(first.lo, first.lo.replace(day=m.last_day), "day", first.anchor, flags=first.flags)


def _month(m: Meaning, at: Moment) -> Interval:
    assert m.month
    if m.year:
        return Interval(*month_of(m.year, m.month), "month")
    if m.left is not None:
        year = resolve(m.left, at)
        return Interval(*month_of(year.lo.year, m.month), "month", year.anchor) if year.lo else UNKNOWN
    if at.published is None:
        return UNKNOWN
    starts = [date(y, m.month, 1) for y in years_around(at)]
    now = at.published.replace(day=1)
    if m.which == "last":
        starts = [s for s in starts if s < now]
        found = starts[-1]
    elif m.which == "next":
        found = next(s for s in starts if s > now)
    else:
        at = replace(at, published=now)
        found = nearest_to(starts, at, "") or now
    day, anchor = of_told_year(found, at, m.which)
    found = day or found
    return Interval(*month_of(found.year, found.month), "month", anchor)


def _shift(m: Meaning, at: Moment) -> Interval:
    """ "il y a trois ans", "dans deux jours", "trois jours plus tard", "la veille (de X)"."""
    if m.left is not None:
        eve = resolve(m.left, at)
        if eve.lo is None or m.count is None:
            return UNKNOWN
        return one_day(add(eve.lo, m.shift * m.count, "day"), eve.anchor)
    lo, hi, anchor = base_of(m, at)
    length = duration(m)
    if m.unit == "day" and m.bound == "exact" and m.count is not None and m.count < (2 if m.base == "event" else 3):
        length = None  # "hier" is a day, not a length of time
    if lo is None or hi is None:
        return replace(UNKNOWN, duration=length)
    if m.count is None and m.base == "event" and m.unit in ("hour", "minute", "second", "halfhour"):
        return Interval(lo, hi, "day", anchor)
    if m.count is None:
        return Interval(None, lo, "day", anchor) if m.shift < 0 else Interval(hi, None, "day", anchor)
    day = add(lo if m.shift < 0 else hi, m.shift * m.count, m.unit)
    if m.bound == "more_than":
        return (
            Interval(None, day, "day", anchor, duration=length)
            if m.shift < 0
            else Interval(day, None, "day", anchor, duration=length)
        )
    if m.bound == "less_than":
        edges = (day, lo) if m.shift < 0 else (hi, day)
        return Interval(*edges, "day", anchor, duration=length)
    return replace(whole_of(day, m.unit), anchor=anchor, duration=length)


def _of_day(m: Meaning, at: Moment) -> Interval:
    if m.left is not None:
        return resolve(m.left, at)
    told = at.told_day.hi if at.told_day else None
    if told and not (at.published and told > at.published and at.tense == "past"):  # what is past was on no day ahead
        return Interval(told, told, "day", "told")
    return one_day(at.published, "published")


def _clock(m: Meaning, at: Moment) -> Interval:
    day = _of_day(m, at)
    if day.lo is None or day.lo != day.hi:
        return day
    return replace(day, clock=f"{m.hour:02d}:{m.minute:02d}")


def _part(m: Meaning, at: Moment) -> Interval:
    """ "fin juin": shown as June, bounded to its last third; "début 2023" to its first four months."""
    assert m.left
    whole = resolve(m.left, at)
    if whole.lo is None or whole.hi is None:
        return whole
    if m.unit in ("week", "weekend"):
        monday = whole.lo - whole.lo.weekday() * DAY
        if m.unit == "week":
            return replace(whole, lo=monday, hi=monday + 6 * DAY, grain="day")
        saturday = monday + (5 if whole.lo.weekday() > 1 else -2) * DAY  # of a Monday or a Tuesday: the days before it
        return replace(whole, lo=saturday, hi=saturday + DAY, grain="day")
    third = ((whole.hi - whole.lo).days + 1) // 3
    lo, hi = whole.lo, whole.hi
    if m.unit in ("firsthalf", "lasthalf"):
        half = ((hi - lo).days + 1) // 2
        lo, hi = (lo, lo + (half - 1) * DAY) if m.unit == "firsthalf" else (lo + half * DAY, hi)
    elif third:
        lo, hi = {"start": (lo, lo + third * DAY), "mid": (lo + third * DAY, hi - third * DAY), "end": (hi - third * DAY, hi)}[
            m.unit
        ]
    return replace(whole, lo=lo, hi=hi, shown=whole.value or "")


def _range(m: Meaning, at: Moment) -> Interval:
    assert m.left and m.right
    right = resolve(m.right, at)
    if right.lo is None and m.left.year is None:
        left = resolve(m.left, at)
    else:
        left = resolve(m.left, replace(at, published=right.lo, tense="past") if right.anchor == "published" and right.lo else at)
    if left.lo is None or right.hi is None or left.lo > right.hi:
        return UNKNOWN
    grain: Grain = left.grain if left.grain == right.grain else "day"
    return Interval(left.lo, right.hi, grain, right.anchor, flags=left.flags + right.flags)


def _relation(m: Meaning, at: Moment) -> Interval:
    assert m.left
    sure: dict[str, Tense] = {"since": "past", "by": "future"}
    if at.tense == "none":
        sure["until"] = "future"
    inner = resolve(
        m.left, replace(at, tense=sure.get(m.unit, at.tense), firm=at.firm and not (m.unit == "from" and at.tense == "past"))
    )
    if m.unit == "by" and at.published and inner.hi and inner.hi < at.published:
        return UNKNOWN
    if inner.lo is None and inner.hi is None:
        return inner
    grain = "day" if inner.clock else inner.grain
    if m.left.kind == "clock":
        return inner
    if m.unit in ("since", "from"):
        return replace(inner, hi=None, grain=grain, shown="", clock="")
    if m.unit == "until":
        return replace(inner, lo=None, grain=grain, shown="", clock="")
    if m.unit == "before":
        return (
            replace(inner, lo=None, hi=(inner.lo or inner.hi), grain=grain, shown="", clock="")
            if grain != "year"
            else _before_year(inner)
        )
    if m.unit == "after":
        return replace(inner, lo=inner.hi, hi=None, grain=grain, shown="", clock="")
    return replace(inner, lo=at.published, hi=inner.hi, grain="day" if at.published else grain, shown="", clock="")


def _before_year(inner: Interval) -> Interval:
    return replace(inner, lo=None, hi=inner.lo - DAY if inner.lo else None, shown="")


_RESOLVE = {
    "day": _day,
    "days": _days,
    "month": _month,
    "year": resolve_year,
    "season": resolve_season,
    "decade": resolve_decade,
    "century": resolve_century,
    "feast": resolve_feast,
    "unit": resolve_unit,
    "recent": resolve_recent,
    "shift": _shift,
    "lasting": resolve_lasting,
    "duration": resolve_duration,
    "clock": _clock,
    "daypart": _of_day,
    "part": _part,
    "range": _range,
    "relation": _relation,
}
