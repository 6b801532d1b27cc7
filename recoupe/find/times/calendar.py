"""From a meaning to the calendar: an interval of days, given when the report was published and what time it told last."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from recoupe.find.times.meaning import Meaning
from recoupe.find.times.tense import Tense
from recoupe.types import Anchor

Grain = Literal["day", "month", "year", "span"]
DAY = timedelta(days=1)
_UNIT_DAYS = {"day": 1, "week": 7, "weekend": 7}
_UNIT_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_CODES = {
    "day": "P{}D",
    "week": "P{}W",
    "weekend": "P{}W",
    "month": "P{}M",
    "quarter": "P{}M",
    "half": "P{}M",
    "year": "P{}Y",
    "decade": "P{}Y",
    "century": "P{}Y",
    "hour": "PT{}H",
    "minute": "PT{}M",
    "halfhour": "PT{}M",
    "second": "PT{}S",
}
_MULTIPLE = {"quarter": 3, "half": 6, "decade": 10, "century": 100, "halfhour": 30}


@dataclass(frozen=True, slots=True)
class Interval:
    """From `lo` to `hi` (None = open, both None = not known), known to this grain. `clock` "20:15" is a time of `lo`."""

    lo: date | None
    hi: date | None
    grain: Grain = "span"
    anchor: Anchor = "absolute"
    clock: str = ""
    duration: str | None = None
    flags: tuple[str, ...] = ()
    shown: str = ""  # a coarser value than lo and hi: "fin juin" is shown as 2024-06

    @property
    def value(self) -> str | None:
        """The interval in EDTF, None when nothing is known."""
        if self.shown:
            return self.shown
        if self.lo is None and self.hi is None:
            return None
        if self.clock and self.lo:
            return f"{self.lo}T{self.clock}"
        if self.lo is None or self.hi is None:
            return f"{_edge(self.lo, self.grain)}/{_edge(self.hi, self.grain)}"
        first, last = _edge(self.lo, self.grain), _edge(self.hi, self.grain)
        return first if first == last else f"{first}/{last}"


def _edge(day: date | None, grain: Grain) -> str:
    if day is None:
        return ".."
    text = day.isoformat()
    return text[:4] if grain == "year" else text[:7] if grain == "month" else text


UNKNOWN = Interval(None, None)


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a phrase stands: the day of publication, the time told last, the tense of its clause."""

    published: date | None
    told: Interval | None = None
    told_day: Interval | None = None  # the last one that was a day, or a few
    tense: Tense = "none"
    firm: bool = False  # the phrase hangs on the verb itself, so the tense is its own
    event: Interval | None = None  # the day of the event that it counts from


def resolve(meaning: Meaning, at: Moment) -> Interval:
    """The days a phrase names. UNKNOWN where it needs a publication date that nobody gave; never raises."""
    try:
        return _RESOLVE[meaning.kind](meaning, at)
    except (ValueError, OverflowError):  # 30 February, year 0
        return UNKNOWN


def duration(meaning: Meaning) -> str | None:
    """ISO 8601 duration of a quantity of time, None when it is not counted."""
    if meaning.count is None:
        return None
    count = meaning.count * _MULTIPLE.get(meaning.unit, 1)
    if meaning.unit == "second" and count > 60:
        minutes, seconds = divmod(int(count), 60)
        hours, minutes = divmod(minutes, 60)
        return "PT" + "".join(f"{n}{sign}" for n, sign in ((hours, "H"), (minutes, "M"), (seconds, "S")) if n)
    if meaning.unit == "year" and count != int(count):
        return f"P{int(count)}Y{round(count % 1 * 12)}M"
    return _CODES[meaning.unit].format(int(count) if count == int(count) else count)


def add(day: date, count: float, unit: str) -> date:
    """`count` units later (earlier when negative), the day clipped to the month's length."""
    if unit in _UNIT_DAYS:
        return day + timedelta(days=round(count * _UNIT_DAYS[unit]))
    if unit in ("hour", "minute", "second", "halfhour"):
        return day + timedelta(hours=count * {"hour": 1, "halfhour": 0.5, "minute": 1 / 60, "second": 1 / 3600}[unit])
    months = day.year * 12 + day.month - 1 + round(count * _UNIT_MONTHS[unit])
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_of(year: int, month: int) -> tuple[date, date]:
    """Its first and last day."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Butcher's algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _nearest(candidates: list[date], at: Moment, which: str, against: int = 120) -> date | None:
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


def _around(at: Moment) -> tuple[int, ...]:
    return tuple(range(at.published.year - 1, at.published.year + 2)) if at.published else ()


def _one(day: date | None, anchor: Anchor, flags: tuple[str, ...] = ()) -> Interval:
    return Interval(day, day, "day", anchor, flags=flags) if day else UNKNOWN


def _day(m: Meaning, at: Moment) -> Interval:
    if m.month is None and m.day is None:
        return _weekday(m, at)
    if m.day is None:
        return UNKNOWN
    if m.month is None:
        return _day_of_month(m, at)
    years = (m.year,) if m.year else _around(at)
    if m.left is not None and at.published:
        side = resolve(m.left, at)
        years = (side.lo.year,) if side.lo else years
    days = [date(y, m.month, m.day) for y in years if m.day <= monthrange(y, m.month)[1]]
    if m.year:
        found, anchor = (days[0] if days else None), "absolute"
    else:
        found, anchor = _nearest(days, at, m.which), "published"
    clash = found is not None and m.weekday is not None and found.weekday() != m.weekday
    return _one(found, anchor, ("weekday_clash",) if clash else ())  # type: ignore[arg-type]


def _day_of_month(m: Meaning, at: Moment) -> Interval:
    """ "le 18", "samedi 3": of the month that was told, else the nearest."""
    if m.weekday is None and at.told and at.told.lo and at.told.grain in ("day", "month"):
        told = at.told.lo.replace(day=m.day or 1)
        ahead = (told - at.published).days if at.published else 0
        if not (at.tense == "future" and -31 < ahead < 0 or at.tense == "past" and 0 < ahead < 31):
            return _one(told, "told")
    if at.published is None:
        return UNKNOWN
    days = []
    for step in (-1, 0, 1):
        month = add(at.published.replace(day=1), step, "month")
        if (m.day or 1) <= monthrange(month.year, month.month)[1]:
            days.append(month.replace(day=m.day or 1))
    fits = [d for d in days if m.weekday is None or d.weekday() == m.weekday]
    found = _nearest(fits or days, at, m.which, against=20)
    return _one(found, "published", () if fits else ("weekday_clash",))


def _weekday(m: Meaning, at: Moment) -> Interval:
    assert m.weekday is not None
    if m.base == "told":
        base = at.told_day.hi if at.told_day and at.told_day.hi else at.published
        if base is None:
            return UNKNOWN
        back = (base.weekday() - m.weekday) % 7 or 7
        ahead = (m.weekday - base.weekday()) % 7 or 7
        return _one(base + ahead * DAY if m.which == "next" else base - back * DAY, "told")
    pub = at.published
    if pub is None:
        return UNKNOWN
    if m.left is not None:
        week = resolve(m.left, at)
        return _one(week.lo + m.weekday * DAY if week.lo else None, "published")
    back = (pub.weekday() - m.weekday) % 7
    ahead = (m.weekday - pub.weekday()) % 7
    if m.which == "last":
        return _one(pub - (back or 7) * DAY, "published")
    if m.which == "next":
        return _one(pub + (ahead or 7) * DAY, "published")
    if m.which == "this" and at.tense not in ("past", "future"):
        forward = ahead <= back  # "ce vendredi": the nearest
    else:
        forward = at.tense in ("future", "present")
    return _one(pub + ahead * DAY if forward else pub - back * DAY, "published")


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
    starts = [date(y, m.month, 1) for y in _around(at)]
    now = at.published.replace(day=1)
    if m.which == "last":
        starts = [s for s in starts if s < now]
        found = starts[-1]
    elif m.which == "next":
        found = next(s for s in starts if s > now)
    else:
        at = replace(at, published=now)
        found = _nearest(starts, at, "") or now
    return Interval(*month_of(found.year, found.month), "month", "published")


def _year(m: Meaning, at: Moment) -> Interval:
    assert m.year
    return Interval(date(m.year, 1, 1), date(m.year, 12, 31), "year")


#: Seasons by their meteorological months: 3-5, 6-8, 9-11, 12-2. News means these, and the equinox makes no difference to a day.
def _season(m: Meaning, at: Moment) -> Interval:
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
    seasons = [of(y) for y in _around(at)]
    for s in seasons:
        assert s.lo and s.hi
        if (
            m.which in ("", "this")
            and s.lo <= at.published <= s.hi
            and (m.which or at.tense != "past" or at.published > s.lo + 30 * DAY)
        ):
            return s
    ends = [s.hi if at.tense != "future" and m.which != "next" else s.lo for s in seasons]
    near = _nearest([e for e in ends if e], at, m.which)
    return next(s for s, e in zip(seasons, ends, strict=True) if e == near) if near else UNKNOWN


def _decade(m: Meaning, at: Moment) -> Interval:
    assert m.year
    return Interval(date(m.year, 1, 1), date(m.year + 9, 12, 31), "year")


def _century(m: Meaning, at: Moment) -> Interval:
    assert m.year
    return Interval(date(m.year * 100 - 99, 1, 1), date(m.year * 100, 12, 31), "year")


def _feast(m: Meaning, at: Moment) -> Interval:
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
        return _one(of(m.year), "absolute")
    return _one(_nearest([of(y) for y in _around(at)], at, m.which), "published")


def _base(m: Meaning, at: Moment) -> tuple[date | None, date | None, Anchor]:
    """The day to count from: first and last day of the time told or of the event, else the day of publication."""
    if m.base == "event":
        return (at.event.lo, at.event.hi, at.event.anchor) if at.event else (None, None, "told")
    told = at.told_day if m.unit in ("day", "hour", "minute", "second", "halfhour", "week", "weekend") else at.told
    if m.base == "told" and told and (told.lo or told.hi):
        return told.lo or told.hi, told.hi or told.lo, "told"
    return at.published, at.published, "told" if m.base == "told" else "published"


def _unit(m: Meaning, at: Moment) -> Interval:
    lo, hi, anchor = _base(m, at)
    if lo is None or hi is None:
        return UNKNOWN
    if m.unit == "day":
        return Interval(lo + m.shift * DAY, hi + m.shift * DAY, "day", anchor)
    if m.unit == "week":
        monday = lo - lo.weekday() * DAY + 7 * m.shift * DAY
        return Interval(monday, monday + 6 * DAY, "day", anchor)
    if m.unit == "weekend":
        return _weekend(m, lo, at, anchor)
    if m.unit == "month":
        start = add(lo.replace(day=1), m.shift, "month")
        return Interval(*month_of(start.year, start.month), "month", anchor)
    if m.unit in ("quarter", "half"):
        size = _UNIT_MONTHS[m.unit]
        start = add(lo.replace(month=(lo.month - 1) // size * size + 1, day=1), m.shift, m.unit)
        end = add(start, size - 1, "month")
        return Interval(start, month_of(end.year, end.month)[1], "month", anchor)
    if m.unit == "century":
        return replace(_century(Meaning("century", year=(lo.year - 1) // 100 + 1 + m.shift), at), anchor=anchor)
    if m.unit == "decade":
        return replace(_decade(Meaning("decade", year=lo.year // 10 * 10 + 10 * m.shift), at), anchor=anchor)
    year = lo.year + m.shift
    return Interval(date(year, 1, 1), date(year, 12, 31), "year", anchor)


def _weekend(m: Meaning, base: date, at: Moment, anchor: Anchor) -> Interval:
    saturday = base - base.weekday() * DAY + 5 * DAY
    if m.shift:
        saturday += (
            -7 if m.shift < 0 else 0 if base.weekday() < 5 else 7
        ) * DAY  # told on a Sunday, the last one is the one before
    elif at.tense == "past" and base.weekday() < 5:
        saturday -= 7 * DAY
    return Interval(saturday, saturday + DAY, "day", anchor)


def _recent(m: Meaning, at: Moment) -> Interval:
    lo, hi, anchor = _base(m, at)
    if lo is None or hi is None:
        return replace(UNKNOWN, duration=duration(m))
    if m.count is None:
        return Interval(None, lo, "day", anchor) if m.shift < 0 else Interval(hi, None, "day", anchor)
    other = add(lo if m.shift < 0 else hi, m.shift * m.count, m.unit)
    first, last = (other, lo) if m.shift < 0 else (hi, other)
    return Interval(first, last, "day", anchor, duration=duration(m))


def _shift(m: Meaning, at: Moment) -> Interval:
    """ "il y a trois ans", "dans deux jours", "trois jours plus tard", "la veille (de X)"."""
    if m.left is not None:
        eve = resolve(m.left, at)
        if eve.lo is None or m.count is None:
            return UNKNOWN
        return _one(add(eve.lo, m.shift * m.count, "day"), eve.anchor)
    lo, hi, anchor = _base(m, at)
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
    return replace(_whole(day, m.unit), anchor=anchor, duration=length)


def _whole(day: date, unit: str) -> Interval:
    """The calendar unit around a day that was counted in such units."""
    if unit in ("year", "decade", "century"):
        return Interval(date(day.year, 1, 1), date(day.year, 12, 31), "year")
    if unit in ("month", "quarter", "half"):
        return Interval(*month_of(day.year, day.month), "month")
    if unit == "week":
        return Interval(day - 3 * DAY, day + 3 * DAY, "day", shown=day.isoformat())
    return Interval(day, day, "day")


def _lasting(m: Meaning, at: Moment) -> Interval:
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
    return replace(_whole(start, m.unit), anchor="published", duration=duration(m))


def _duration(m: Meaning, at: Moment) -> Interval:
    return replace(UNKNOWN, duration=duration(m))


def _of_day(m: Meaning, at: Moment) -> Interval:
    if m.left is not None:
        return resolve(m.left, at)
    told = at.told_day.hi if at.told_day else None
    if told and not (at.published and told > at.published and at.tense == "past"):  # what is past was on no day ahead
        return Interval(told, told, "day", "told")
    return _one(at.published, "published")


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
    "year": _year,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "feast": _feast,
    "unit": _unit,
    "recent": _recent,
    "shift": _shift,
    "lasting": _lasting,
    "duration": _duration,
    "clock": _clock,
    "daypart": _of_day,
    "part": _part,
    "range": _range,
    "relation": _relation,
}
