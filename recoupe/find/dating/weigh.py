"""Candidate days of publication and their weights: a report's own clues first, then those of reports on its affair."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from recoupe.find.dating.clues import FIRST_YEAR, Clues, YearClue
from recoupe.find.dating.told import Relative, weigh_told

# Log weight of a day near the given day of another report on the affair: it may be a later look back, so never a bar.
_BESIDE = ((2, 7.5), (7, 6.5), (15, 5.5), (60, 4.0), (400, 2.0))  # days apart, at most -> log weight
_TABLES_END = 2026  # the terms of office are known up to here; a later year needs its own words
_WINDOW = range(-8, 15)  # days around a named day that may be the day of publication
_REACH = 40  # days; beyond them the pull of another report is under a millionth
# Reports on one affair come out on one day or the next ones.
_FADE = (1.0, 0.9, 0.7, *(0.7 * math.exp(-(gap - 2) / 2.5) for gap in range(3, _REACH + 1)))
_FADES = tuple((gap, _FADE[abs(gap)]) for gap in range(-_REACH, _REACH + 1))
_ANCHORS = 3  # likely days of another report that may be near this one's day
_OVERLAP = 0.03  # how much of one report's likely days must lie near another's

Tops = Mapping[str, Sequence[tuple[int, float]]]  # report -> its likeliest days with their weights


@dataclass(slots=True)
class Case:
    """One report without a date: its clues, and its candidate days (ordinals) with their log weights."""

    report: str
    clues: Clues
    weights: dict[int, float] = field(default_factory=dict)
    why: list[str] = field(default_factory=list)
    beside: tuple[int, ...] = ()  # given days (ordinals) of other reports on the affair
    relatives: tuple[Relative, ...] = ()  # days it tells from its own
    told: Mapping[int, float] = field(default_factory=dict)  # days (ordinals) that the dated reports of the affair tell
    years: set[int] = field(default_factory=set)  # in which it can have come out, by its own words or those of its affair


def weigh_cases(cases: Mapping[str, Case], known: Mapping[str, date], near: Mapping[str, Sequence[str]], last: date) -> None:
    """Fill the weights of every case. `known` are days that need no guess, `near` the closest reports of each one's affair."""
    for case in cases.values():
        case.years = case.clues.own_years() | {date.fromordinal(day).year for day in case.beside}
        _weigh(case, case.clues.years, case.clues.seeds | (set(case.beside) if case.clues.seeds else set()), last)
    tops: dict[str, list[tuple[int, float]]] = {r: [(day.toordinal(), 1.0)] for r, day in known.items()}
    tops |= {report: top_days(case.weights, 25) for report, case in cases.items() if case.weights}
    asked = {other for report in cases for other in near[report]}
    likely = {report: _near_days(top) for report, top in tops.items() if report in asked}
    for case in cases.values():
        helpers = _of_one_time(case.report, near[case.report], tops, likely)
        years = _shared_years(case, cases, helpers)
        case.years |= {year for r in helpers if r in cases for year in cases[r].clues.own_years()}
        case.years |= {known[r].year for r in helpers if r in known} | _met_years(case, [cases[r] for r in helpers if r in cases])
        anchors = {d for r in helpers for d, w in tops.get(r, ())[:_ANCHORS] if w > 0.1}
        if helpers:
            _weigh(case, years, case.clues.seeds | anchors | set(case.beside), last)
            _draw(case, [likely[r] for r in helpers if r in likely])
        if not case.weights and case.beside:  # no day of its own, no close report: the days of its affair
            _weigh(case, years, set(case.beside), last)


def _met_years(case: Case, helpers: Sequence[Case]) -> set[int]:
    """The years of days that one report names in full, and another by its weekday alone: "le 21 janvier 2025", "mardi"."""
    told = [(one.report, day) for one in (case, *helpers) for clue in one.clues.days for day in clue.told]
    weekdays = [(one.report, clue.weekday) for one in (case, *helpers) for clue in one.clues.weekdays]
    return {date.fromordinal(d).year for r, d in told for other, w in weekdays if r != other and (d + 6) % 7 == w}


def _of_one_time(report: str, near: Sequence[str], tops: Tops, likely: Mapping[str, Mapping[int, float]]) -> list[str]:
    """The closest reports that can have come out within days of this one: a running topic is no one affair."""
    top = tops.get(report)
    if top is None:  # without a day of its own, a report takes the time at which most of its affair is told
        dated = [other for other in near if other in tops]
        chosen = max(dated, key=lambda r: (sum(_meet(tops[r], likely[o]) for o in dated), -dated.index(r)), default=None)
        top = tops[chosen] if chosen else ()
    return [other for other in near if other not in likely or not top or _meet(top, likely[other])]


def _meet(top: Sequence[tuple[int, float]], days: Mapping[int, float]) -> bool:
    return sum(w * days.get(day, 0.0) for day, w in top) >= _OVERLAP


def top_days(weights: Mapping[int, float], count: int) -> list[tuple[int, float]]:
    """The likeliest days with weights that sum to 1 over all days."""
    if not weights:
        return []
    ranked = sorted([(-w, day) for day, w in weights.items()])
    low = ranked[0][0]
    total = sum([math.exp(w + low) for w in weights.values()])
    return [(day, math.exp(low - w) / total) for w, day in ranked[:count]]


def _shared_years(case: Case, cases: Mapping[str, Case], near: Sequence[str]) -> list[YearClue]:
    """What holds for the whole affair, each sentence once."""
    clues = [c for r in (case.report, *near) if r in cases for c in cases[r].clues.years]
    return list({c.why: c for c in clues}.values())


def _weigh(case: Case, years: Sequence[YearClue], seeds: set[int], last: date) -> None:
    """The days around the seeds, by the report's own clues and the years of its affair."""
    first, end = date(FIRST_YEAR, 1, 1).toordinal(), last.toordinal()
    days = {s + k for s in seeds if s >= first for k in _WINDOW if s + k <= end}
    by_year: dict[int, list[int]] = {}
    for day in sorted(days):
        by_year.setdefault(date.fromordinal(day).year, []).append(day)
    weekdays = [sum(c.weights[k] for c in case.clues.weekdays) for k in range(7)]
    case.weights = {}
    for year, group in by_year.items():
        # Clues of the affair are about years (or terms of office): the middle candidate of a year stands for it.
        middle = date.fromordinal(group[len(group) // 2])
        base = _usual(year) + sum(c.score(middle) for c in years)
        clues = [(c.weights.get, c.elsewhere(year)) for c in case.clues.days]
        for day in group:
            own = weekdays[(day + 6) % 7] + sum([get(day, far) for get, far in clues])
            if case.beside:
                own += _beside(case.beside, day) + weigh_told(case.relatives, case.told, day)
            case.weights[day] = base + own
    case.why = [*case.clues.why(), *(c.why for c in years)]
    if case.beside:
        near = date.fromordinal(case.beside[0]).isoformat()
        case.why.append(f"Un autre texte sur la même affaire est daté ({near}).")
        if case.relatives:
            words = ", ".join(f"« {r.words} »" for r in case.relatives[:3])
            case.why.append(f"{words} : jours que les textes datés de l'affaire nomment aussi.")


def _beside(days: Sequence[int], day: int) -> float:
    """The mean pull of the given days: most of what is written of an affair is written within its days."""
    pulls = [next((math.exp(w) for reach, w in _BESIDE if abs(day - other) <= reach), 1.0) for other in days]
    return math.log(sum(pulls) / len(pulls))


def _usual(year: int) -> float:
    """Log weight of a year before any clue: reports that are read by machine are rarely old, and the tables end in 2026."""
    return -0.1 * max(2012 - year, 0) - 0.9 * max(year - _TABLES_END, 0)


def _draw(case: Case, others: Sequence[Mapping[int, float]]) -> None:
    """Each report draws the others' likely days nearer."""
    if not others:
        return
    share = math.sqrt(len(others))
    for day in case.weights:
        case.weights[day] += sum([math.log(1e-4 + other.get(day, 0.0)) for other in others]) / share
    case.why.append(f"{len(others) + 1} textes sur la même affaire ont paru à peu de jours les uns des autres.")


def _near_days(top: Sequence[tuple[int, float]]) -> dict[int, float]:
    """How near each day is to a report's likely days. Worked out once a report: many reports of one affair share it."""
    near: dict[int, float] = {}
    for day, weight in top:
        for gap, fade in _FADES:
            near[day + gap] = near.get(day + gap, 0.0) + weight * fade
    return near
