"""When a report was published, from its own words: a distribution over days, with the clue that cut it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from recoupe.find.affair.affairs import Affairs, find_affairs
from recoupe.find.dating.clues import LAST_YEAR, read_clues
from recoupe.find.dating.office import read_offices
from recoupe.find.dating.told import read_relatives, told_days
from recoupe.find.dating.weigh import Case, top_days, weigh_cases
from recoupe.find.times.intervals import month_of
from recoupe.find.whens import anchor_whens
from recoupe.lang.printed import printed_day
from recoupe.types import DateGuess, PublishedBasis, When, make_id

if TYPE_CHECKING:
    from recoupe.pipeline import Reading

Found = tuple[When | None, PublishedBasis, tuple[str, ...], tuple[DateGuess, ...]]
_SURE = 0.3  # weight from which the best day is the date, below it the month or the year (at .25 to .35, 16 of 20 were right)
_YEAR = 0.55  # weight of a year below which nothing is said: "samedi 4 juin" falls in every sixth year or so
_LONG_AGO = 8  # months after which a month is told with its year
_SHOWN = 10  # days of the distribution
_CLOSE = 0.2  # affinity from which a report's days speak for another's
_HELPERS = 8  # reports of one affair that are asked, the closest ones


def infer_published(readings: Sequence[Reading], today: str | None = None, affairs: Affairs | None = None) -> dict[str, Found]:
    """For every report its date, on what it rests, why, and the days it may be (at most ten, weights sum to 1).

    A given date is kept; a date in the address comes next, then one that a line at the head prints; else the words of the
    report and of those on the same affair decide. `today` only bounds the answer: no clock is read.
    """
    last = date.fromisoformat(today[:10]) if today else date(LAST_YEAR, 12, 31)
    ordered = sorted(readings, key=lambda r: r.report.id)
    out = {r.report.id: given for r in ordered if (given := _given(r)) is not None}
    if len(out) == len(readings):
        return out
    affairs = find_affairs(readings) if affairs is None else affairs
    cases = {r.report.id: _case(r) for r in ordered if r.report.id not in out}
    known = {r: day for r, (when, *_) in out.items() if when is not None and (day := _iso(when.value)) is not None}
    asked = {o for report in cases for o in affairs[report] if o in known}
    dated = {r.report.id: anchor_whens(r.parsed, r.times, out[r.report.id][0]) for r in ordered if r.report.id in asked}
    for report, case in cases.items():
        case.beside = tuple(sorted({known[o].toordinal() for o in affairs[report] if o in known}))
        case.told = told_days((known[o], dated[o]) for o in affairs[report] if o in known)
    near = {report: _closest(affairs[report], report, known) for report in cases}
    weigh_cases(cases, known, near, last)
    return {r.report.id: out.get(r.report.id) or _answer(cases[r.report.id]) for r in ordered}


def _case(reading: Reading) -> Case:
    clues = read_clues(reading.parsed, reading.times)
    clues.years[:0] = read_offices(reading.parsed, reading.times)
    return Case(reading.report.id, clues, relatives=read_relatives(reading.parsed, reading.times))


def _closest(others: Mapping[str, float], report: str, known: Mapping[str, date]) -> list[str]:
    """The reports that are asked: the closest ones, and whatever in the affair has a date of its own."""
    close = sorted((-value, other) for other, value in others.items() if other != report and (value >= _CLOSE or other in known))
    return [other for _, other in close[:_HELPERS]]


def _iso(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


# A slash or hyphen date in an address: /2024/06/18/, /2024-06-18, 20240618 between marks.
_URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def _given(reading: Reading) -> Found | None:
    report = reading.report
    if report.published is not None:
        basis: PublishedBasis = report.published_basis if report.published_basis != "unknown" else "given"
        return report.published, basis, report.published_why, report.published_distribution
    if report.url and (found := _URL_DATE.search(report.url)):
        day = _iso("-".join(found.group(1, 3, 4)))
        if day is not None:
            return _when(report.id, day.isoformat(), day, day), "metadata", (f"L'adresse porte la date {found[0]}.",), ()
    if printed := printed_day(report.text, report.lang):
        day, line = printed
        return _when(report.id, day.isoformat(), day, day), "metadata", (f"En tête du texte : « {line} ».",), ()
    return None


def _answer(case: Case) -> Found:
    days = top_days(case.weights, len(case.weights))
    ranked = [(date.fromordinal(day), weight) for day, weight in days[:_SHOWN]]
    if not ranked:
        return None, "unknown", (), ()
    distribution = _guesses(ranked)
    why = tuple(dict.fromkeys(case.why))
    best, weight = ranked[0]
    if best.year not in case.years or _weight_within(days, *_year(best.year)) < _YEAR:
        return None, "unknown", why, distribution
    # "retrouvé en mai", of a day in March: the report is later
    if not case.clues.dated and any((best.month - month) % 12 >= _LONG_AGO for month in case.clues.months):
        return _when(case.report, f"{best:%Y}", *_year(best.year)), "inferred", why, distribution
    if weight >= _SURE:
        return _when(case.report, best.isoformat(), best, best), "inferred", why, distribution
    month = month_of(best.year, best.month)
    if _weight_within(days, *month) >= 0.5:
        return _when(case.report, f"{best:%Y-%m}", *month), "inferred", why, distribution
    return _when(case.report, f"{best:%Y}", *_year(best.year)), "inferred", why, distribution


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _weight_within(days: Sequence[tuple[int, float]], first: date, last: date) -> float:
    low, high = first.toordinal(), last.toordinal()
    return sum([w for day, w in days if low <= day <= high])


def _guesses(ranked: list[tuple[date, float]]) -> tuple[DateGuess, ...]:
    total = sum(w for _, w in ranked)
    return tuple(DateGuess(d.isoformat(), round(w / total, 4)) for d, w in ranked)


def _when(report: str, value: str, earliest: date, latest: date) -> When:
    return When(make_id("w", report, "published"), None, value, earliest.isoformat(), latest.isoformat(), "absolute")
