"""On which day those died whom two reports count alike: "deux ouvriers tués le 3 octobre", "la mort de deux ouvriers, le 2"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from recoupe.match.acts.datings import when_of
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, shown
from recoupe.match.opposing import oppose_answers, opposed_before
from recoupe.match.when.dayspans import interval_of, names_day
from recoupe.match.who.joined import groups
from recoupe.types import Span

_AGREED = ("shared", "refined")
_DEADLY = frozenset(("TOLL", "KILL", "DIE"))
_NEAR = 4  # days between two days of one happening that a slip explains


@dataclass(frozen=True, slots=True)
class TollDay:
    """The words that say on which day they died, and the day."""

    span: Span
    day: date


def draft_toll_days(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for the deaths that two reports count alike and date otherwise."""
    out, held = list(drafts), opposed_before(drafts, ("time", "date", "day"))
    counts = [d for d in drafts if d.kind == "count" and d.agreement in _AGREED]
    pairs = [(x, y) for d in counts for x, y in _pairs(desk, d) if not held((x.span, y.span))]
    for act in groups(pairs, lambda x: f"{x.span.report} {x.span.start:07d}"):
        oppose_answers(desk, out, "dates", "Date", "date", shown(desk, [x.span for x in act]))
    return out


def _pairs(desk: Desk, draft: Draft) -> Iterator[tuple[TollDay, TollDay]]:
    """Two days near each other, neither known to the other's report."""
    spans = [v.evidence[0] for d in draft.differences if d.slot == "figure" for v in d.values if v.evidence]
    told = [t for s in spans if (t := _day_of(desk, s))]
    for i, x in enumerate(told):
        for y in told[i + 1 :]:
            near = x.span.report != y.span.report and 1 <= abs((x.day - y.day).days) <= _NEAR
            if near and not _knows(desk, x.span.report, y.day) and not _knows(desk, y.span.report, x.day):
                yield x, y


def _day_of(desk: Desk, figure: Span) -> TollDay | None:
    """The day on which a clause of deaths puts those whom it counts."""
    event = desk.event_at(figure)
    when = when_of(desk, event) if event is not None and event.frame in _DEADLY and event.slots.tense == "past" else None
    days = interval_of(when) if when else None
    if not when or not when.span or not days or days[0] != days[1] or not names_day(desk.text(when.span)):
        return None
    return TollDay(when.span, days[0])


def _knows(desk: Desk, report: str, day: date) -> bool:
    """Does a report name this day, or it and the next ("dans la nuit")?"""
    known = (d for w in desk.readings[report].whens if (d := interval_of(w)))
    return any(first <= day <= last and (last - first).days <= 1 for first, last in known)
