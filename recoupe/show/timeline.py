"""What happens or is told on which day, with the days on which the reports were published."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from recoupe.show.headings import without_note
from recoupe.show.oneline import clean
from recoupe.show.view import FIRM, View
from recoupe.show.words import colon, say
from recoupe.types import Event, Matter, Report, Span


@dataclass(frozen=True, slots=True)
class Moment:
    """On this day, this: a matter as told by these reports, or (without a matter) the publication of a report."""

    earliest: str
    latest: str
    value: str
    title: str
    matter: str | None
    spans: tuple[Span, ...]
    reports: tuple[tuple[str, bool], ...]  # (report, told as a fact)


def build_timeline(view: View) -> tuple[Moment, ...]:
    """What happens or is told on each day, earliest first; publications stand among the rest."""
    moments = [_publication(view, r) for r in view.reports if r.published is not None and r.published.earliest]
    for matter in view.dossier.matters:
        moments += _moments(view, matter)
    moments = _told_once(view, moments)
    return tuple(sorted(moments, key=lambda m: (m.earliest, m.latest, m.matter is None, m.title, m.matter or "")))


def _told_once(view: View, moments: list[Moment]) -> list[Moment]:
    """Without those whose matter is only the hour or the place of another one of that day: "Le feu a pris (heure)"."""
    titles = {m.id: m.title for m in view.original.matters}
    told = {(m.earliest, m.latest, titles.get(m.matter or "")) for m in moments}
    notes = ((m, titles.get(m.matter or "", "")) for m in moments)
    return [m for m, title in notes if (bare := without_note(title)) == title or (m.earliest, m.latest, bare) not in told]


def _publication(view: View, report: Report) -> Moment:
    day = report.published
    assert day is not None and day.earliest is not None
    title = f"{say('timeline.published', view.lang)}{colon(view.lang)}{view.label(report.id)}"
    return Moment(day.earliest, day.latest or day.earliest, day.value or day.earliest, title, None, (), ((report.id, True),))


def _moments(view: View, matter: Matter) -> list[Moment]:
    """A matter once for each time its events are dated by the reports."""
    firm = {c.event: c.status in FIRM and not c.negated for c in reversed(view.claims_of(matter))}
    by: dict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in (view.events[e] for e in matter.events if e in view.events):
        when = view.whens.get(event.when or "")
        if when is not None and when.earliest is not None:
            by[(when.earliest, when.latest or when.earliest, when.value or when.earliest)].append(event)
    moments = []
    for (earliest, latest, value), events in by.items():
        spans = view.sorted_spans({s for e in events for s in e.spans})
        told = {e.report: any(firm.get(o.id, True) for o in events if o.report == e.report) for e in events}
        reports = tuple(sorted(told.items(), key=lambda p: view.order(p[0])))
        moments.append(Moment(earliest, latest, value, clean(matter.title), matter.id, spans, reports))
    return moments
