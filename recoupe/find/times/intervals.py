"""Intervals of days at a grain, and the arithmetic of the calendar: adding units, lengths, Easter."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from recoupe.find.times.meaning import Meaning
from recoupe.find.times.tense import Tense
from recoupe.types import Anchor

Grain = Literal["day", "month", "year", "span"]
DAY = timedelta(days=1)
_UNIT_DAYS = {"day": 1, "week": 7, "weekend": 7}
UNIT_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


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
    looks_back: bool = False  # the report has told a day long gone, and none of its own days


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


def add(day: date, count: float, unit: str) -> date:
    """`count` units later (earlier when negative), the day clipped to the month's length."""
    if unit in _UNIT_DAYS:
        return day + timedelta(days=round(count * _UNIT_DAYS[unit]))
    if unit in ("hour", "minute", "second", "halfhour"):
        return day + timedelta(hours=count * {"hour": 1, "halfhour": 0.5, "minute": 1 / 60, "second": 1 / 3600}[unit])
    months = day.year * 12 + day.month - 1 + round(count * UNIT_MONTHS[unit])
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
