"""Two days long gone that lie next to each other: "interpellé le 29 mars 2023" and "arrêté le 30 mars 2023" are of one act.

A report tells few days of other years, so two that nearly coincide by chance are rare, whatever the words; of an act that has
its own table (`onetimes`) nothing is asked here. Opposed are only such that no other kind of act, person or thing keeps apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from recoupe.match.alike.surroundings import Answers, Surroundings, surroundings
from recoupe.match.asked.twoacts import are_two_acts, differ, have_two_frames
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, shown
from recoupe.match.opposing import oppose_answers, opposed_before
from recoupe.match.when.dayspans import interval_of, names_day
from recoupe.match.who.joined import groups
from recoupe.types import Span

_GONE = 60  # days before its report from which on a day is no news
_NEAR = 3  # days between two that nearly coincide
_SLOTS = ("time", "date", "day")


@dataclass(frozen=True, slots=True, eq=False)
class PastDay:
    """A day long gone that a report names in full."""

    span: Span
    day: date
    where: Surroundings


def draft_past_dates(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for two days long gone and next to each other, each unknown to the other report."""
    out, held, told = list(drafts), opposed_before(drafts, _SLOTS), Answers(desk, past_days)
    pairs = [(x, y) for x, y in _pairs(desk, told) if not held((x.span, y.span))]
    for act in groups(pairs, lambda x: f"{x.span.report} {x.span.start:07d}"):
        oppose_answers(desk, out, "dates", "Date", "date", shown(desk, [x.span for x in act]))
    return out


def past_days(desk: Desk, report: str) -> list[PastDay]:
    """The days long gone that a report names by their number, in order of the text."""
    reading, published = desk.readings[report], desk.published(report)
    today = interval_of(published) if published else None
    if today is None or desk.is_day_unsure(report):
        return []
    found = []
    for when in reading.whens:
        days = interval_of(when)
        if not when.span or not days or days[0] != days[1] or (today[0] - days[0]).days < _GONE or not desk.has_date(when):
            continue
        words = reading.parsed.at(when.span.start, when.span.end)
        if words and names_day(desk.text(when.span)) and not desk.is_furniture(when.span):
            head = next((i for i in words if reading.parsed.words[i].head not in words), words[0])
            found.append(PastDay(when.span, days[0], surroundings(desk, report, head, words)))
    return found


def _pairs(desk: Desk, told: Answers[list[PastDay]]) -> Iterator[tuple[PastDay, PastDay]]:
    for a in sorted(desk.readings):
        for b in sorted(desk.related[a]):
            mine, theirs = (told.of(a), told.of(b)) if a < b else ([], [])
            known = {x.day for x in mine} & {y.day for y in theirs}
            worth = told.words.between(a, b) if mine and theirs else None
            for x in mine:
                for y in theirs:
                    near = 1 <= abs((x.day - y.day).days) <= _NEAR and not {x.day, y.day} & known
                    if worth and near and not _are_two(desk, x.where, y.where):
                        fit = worth.fit(x.where, y.where)
                        if fit.clause or x.where.actors & y.where.actors:
                            yield x, y


def _are_two(desk: Desk, x: Surroundings, y: Surroundings) -> bool:
    """Do places, doers or the kinds of act say that there are two?"""
    return differ(x.places, y.places) or have_two_frames(desk, x, y) or are_two_acts(desk, x, y, dated=False)
