"""Two days ahead in two reports: are both the day of one appointment ("le jugement tombera le 6", "la cour se prononce le 27")?

A report looks ahead to few days, so as with numbers (see `onenumber`) what tells is how far they lie apart, how far ahead,
whether either report has another one, and what the clauses have in common; a logistic regression, fitted on the same pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import log1p

from recoupe.find.times.tense import tense_at
from recoupe.match.alike.surroundings import Answers, Fit, Pair, Regression, Surroundings, names_of, surroundings
from recoupe.match.asked.actwords import acts_of, kinds_of
from recoupe.match.asked.twoacts import are_start_and_end, are_two_acts, differ, have_one_frame
from recoupe.match.desk import Desk
from recoupe.match.when.dayspans import interval_of, is_dateline, names_day
from recoupe.parse.document import Parsed
from recoupe.types import Span, When

JUDGE = Regression(-3.91, {"alone": 0.94, "clause": 0.48, "one act": 0.89, "gap": -0.47, "ahead": 0.56})

_LONGEST = 366  # days of a stretch that still names when
_SHORT = 2  # days of a time that is one day; a season is told of more than one appointment
_LEAD = 60  # characters before a time that say whether it is a limit
_NOT = re.compile(r"(?i)\b(?:pas|plus|jamais|guère|aucun\w*)\b[^.;,]{0,40}$")
_BEFORE = re.compile(r"(?i)avant\b")
_LIMIT = re.compile(
    r"(?i)\b(?:jusqu['’](?:à|au|en)|d['’]ici|avant|depuis|au plus tard|au plus tôt|courant)\s*(?:à |au |en |le |la |l['’])?$"
)
_LIMITED = re.compile(r"(?i)(?:jusqu|d['’]ici|avant|depuis)")
_END = "end"  # the kind of what ends, by the table of appointments


@dataclass(frozen=True, slots=True, eq=False)
class Appointment:
    """Days ahead of its report on which it says that something will be; `not_before` = not earlier than the first of them."""

    span: Span
    first: date
    last: date
    not_before: bool
    ahead: int  # days from publication
    acts: frozenset[str]  # lemmas of its verb with the noun that a light one takes, or of the noun that is expected
    kinds: frozenset[str]  # of what is set for a day
    where: Surroundings

    @property
    def days(self) -> int:
        """How many days later its last one is than its first."""
        return (self.last - self.first).days


def appointments_of(desk: Desk, report: str) -> list[Appointment]:
    """The days to come that a report names, in order of the text."""
    reading, published = desk.readings[report], desk.published(report)
    out = interval_of(published) if published else None
    around = reading.report.around
    today = out[1] if out else date.fromisoformat(around) if around else None
    if today is None or out and desk.is_day_unsure(report):
        return []
    parsed, found = reading.parsed, []
    for when in reading.whens:
        days, not_before = _days_of(parsed, when)
        span = when.span
        if not span or not days or (days[1] - days[0]).days > _LONGEST or desk.is_furniture(span):
            continue
        words = parsed.at(span.start, span.end)
        if not words or is_dateline(parsed.text, span) or not names_day(desk.text(span)):
            continue
        head = next((i for i in words if parsed.words[i].head not in words), words[0])
        if tense_at(parsed, head) != "future" if when.assumed else days[0] <= today:
            continue
        where = surroundings(desk, report, head, words)
        found.append(
            Appointment(
                span, *days, not_before, max(1, (days[0] - today).days), acts_of(parsed, where), kinds_of(parsed, where), where
            )
        )
    return found


def _days_of(parsed: Parsed, when: When) -> tuple[tuple[date, date] | None, bool]:
    """The days of a time that is no limit, and whether nothing is to be before them."""
    if not when.span:
        return None, False
    lead = parsed.text[max(0, when.span.start - _LEAD) : when.span.start]
    words = parsed.text[when.span.start : when.span.end]
    days = interval_of(when)
    if _NOT.search(lead) and _BEFORE.match(words) and when.latest:
        limit = date.fromisoformat(when.latest[:10])
        return (limit, limit), True
    return (None, False) if _LIMIT.search(lead) or _LIMITED.match(words) else (days, False)


def date_pairs(appointments: Answers[list[Appointment]], a: str, b: str) -> Iterator[Pair[Appointment]]:
    """The days to come of two reports that exclude each other, neither told by both, of acts that may be one."""
    desk, mine, theirs = appointments.desk, appointments.of(a), appointments.of(b)
    known = {(x.first, x.last) for x in mine} & {(y.first, y.last) for y in theirs}
    left, right = ([x for x in side if (x.first, x.last) not in known] for side in (mine, theirs))
    if not left or not right:
        return
    alone = sum(1 / len({(x.first, x.last) for x in side}) for side in (mine, theirs))
    worth = appointments.words.between(a, b)
    for x in left:
        for y in right:
            if _exclude(x, y) and not _are_two(desk, x, y):
                features = _features(desk, x, y, worth.fit(x.where, y.where), alone)
                short = features["clause"] > 0 and max(x.days, y.days) <= _SHORT
                if short or features["one act"]:
                    yield Pair(x, y, features)


def _are_two(desk: Desk, x: Appointment, y: Appointment) -> bool:
    """Do places, doers or the kind of act say that there are two appointments?"""
    a, b = x.where, y.where
    two_ends = are_start_and_end(desk, a, b) and _END not in x.kinds & y.kinds
    return differ(a.places, b.places) or two_ends or are_two_acts(desk, a, b, dated=False)


def _exclude(x: Appointment, y: Appointment) -> bool:
    """Can it not be on both? "Pas avant le 19" excludes the 4th."""
    if x.not_before or y.not_before:
        late, early = (x, y) if x.not_before else (y, x)
        return not early.not_before and early.last < late.first
    return x.last < y.first or y.last < x.first


def _features(desk: Desk, x: Appointment, y: Appointment, words: Fit, alone: float) -> dict[str, float]:
    named = any(names_of(a) & names_of(b) for a in x.acts for b in y.acts)
    one = named or bool(x.kinds & y.kinds) or bool(x.acts and y.acts) and have_one_frame(desk, x.where, y.where)
    return {
        "alone": alone,
        "clause": words.clause,
        "one act": float(one),
        "gap": log1p(abs((x.first - y.first).days)),
        "ahead": log1p(max(x.ahead, y.ahead)),
    }
