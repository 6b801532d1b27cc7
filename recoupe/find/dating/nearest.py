"""Days without a year in reports without a date: "le 12 mai" and "le 15 mai" are two days of one year, whichever it was.

Nobody knows the year, so nothing of it is told; to set the reports of one affair against each other, all such days are taken
as those nearest to one day: that of a dated report of the affair, else the one that the clues of all its reports favour.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from recoupe.find.affair.affairs import Affairs
from recoupe.find.times.meaning import Meaning
from recoupe.types import DateGuess, Difference, Matter, When

Dates = Mapping[str, tuple[When | None, tuple[DateGuess, ...]]]  # report -> its day of publication, and the days it may be


def days_around(dates: Dates, affairs: Affairs) -> dict[str, date]:
    """For every report whose own day is unknown, the day to which its days without a year lie nearest.

    One and the same for all reports of an affair. A report is left out where nothing names or suggests any day.
    """
    known = {report: day for report, (when, _) in dates.items() if (day := day_of(when))}
    out: dict[str, date] = {}
    for group in _groups(sorted(set(dates) - set(known)), affairs):
        beside = sorted({known[o] for r in group for o in affairs.get(r, ()) if o in known})
        day = beside[len(beside) // 2] if beside else _likeliest(dates, group)
        if day:
            out |= dict.fromkeys(group, day)
    return out


def day_of(when: When | None) -> date | None:
    """The day of a publication date, None where it is a month, a year or unknown."""
    value = when.value if when else None
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _groups(reports: list[str], affairs: Affairs) -> list[list[str]]:
    """These reports, those of one affair together."""
    left, out = set(reports), []
    for report in reports:
        group, fresh = [], [report] if report in left else []
        while fresh:
            left -= set(fresh)
            group += fresh
            fresh = sorted({o for r in fresh for o in affairs.get(r, ()) if o in left})
        if group:
            out.append(sorted(group))
    return out


def _likeliest(dates: Dates, group: list[str]) -> date | None:
    """The best day of the year that all their guesses together favour."""
    guesses = [(date.fromisoformat(g.value[:10]), g.weight) for report in group for g in dates[report][1]]
    years: Counter[int] = Counter()
    for day, weight in guesses:
        years[day.year] += weight  # type: ignore[assignment]
    year = max(years, key=lambda y: (years[y], -y), default=None)
    return max((g for g in guesses if g[0].year == year), key=lambda g: (g[1], -g[0].toordinal()), default=(None, 0.0))[0]


def near(meaning: Meaning, around: date) -> Meaning | None:
    """A day or month that was named without its year, in the year that brings it nearest; None for any other time."""
    parts = meaning.parts()
    bare = [m for m in parts if m.month and m.year is None and m.kind in ("day", "days", "month")]
    if not bare or any(m.base != "published" or m.kind in ("unit", "recent", "shift", "lasting") for m in parts):
        return None
    years = {min(_candidates(m, around), default=(0, None))[1] for m in bare}
    year = years.pop()
    return _in_year(meaning, year) if year and not years else None


def as_written(when: When) -> When:
    """A day without a year as its report has it: on no calendar."""
    return replace(when, value=None, earliest=None, latest=None, assumed=False) if when.assumed else when


def without_years(matters: Sequence[Matter], assumed: Sequence[When]) -> tuple[Matter, ...]:
    """The matters, without the year that days were given for comparing."""
    values = {(w.span, w.value) for w in assumed}
    if not values:
        return tuple(matters)

    def one(difference: Difference) -> Difference:
        told = [replace(v, value=None) if any((s, v.value) in values for s in v.evidence) else v for v in difference.values]
        return replace(difference, values=tuple(told))

    return tuple(replace(m, differences=tuple(one(d) for d in m.differences)) for m in matters)


def _candidates(m: Meaning, around: date) -> list[tuple[int, int | None]]:
    """How far a day of this month lies from that day, in each of three years."""
    days = [(y, m.day or 15) for y in (around.year - 1, around.year, around.year + 1) if m.month]
    return [(abs((date(y, m.month or 1, d) - around).days), y) for y, d in days if d <= monthrange(y, m.month or 1)[1]]


def _in_year(meaning: Meaning, year: int) -> Meaning:
    """The same with its year; a weekday beside it says nothing, for the year may be another one."""
    bare = meaning.month is not None and meaning.kind in ("day", "days", "month")
    left, right = (side and _in_year(side, year) for side in (meaning.left, meaning.right))
    return replace(
        meaning, year=year if bare else meaning.year, weekday=None if bare else meaning.weekday, left=left, right=right
    )
