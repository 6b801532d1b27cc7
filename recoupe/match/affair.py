"""Views over a dossier: the affair at a date, what the newest report adds, the timeline, the actors' ties. They store nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from recoupe.types import Agreement, Claim, Difference, Dossier, Event, Matter, Report

_HOSTILE = frozenset(("ACCUSE", "REJECT", "THREATEN", "COERCE", "ASSAULT", "SANCTION", "PROTEST"))
_FRIENDLY = frozenset(("SUPPORT", "AGREE", "AID", "COOPERATE", "CONCEDE"))


@dataclass(frozen=True, slots=True)
class Moment:
    """On this day, this happened (or is to happen); this report told it first."""

    day: str
    event: str
    first: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """This actor does this to that one, so often, by the account of these (none = the reports themselves)."""

    left: str
    right: str
    kind: str
    count: int
    accounts: tuple[str, ...]
    events: tuple[str, ...]


def at_date(dossier: Dossier, day: str) -> Dossier:
    """What was known on a day (ISO): only reports published by then, and what rests on them. Undated reports stay out."""
    kept = {r.id for r in dossier.reports if (d := _day(r)) and d <= day}
    return _only(dossier, kept)


def what_is_new(dossier: Dossier, reports: set[str]) -> tuple[Matter, ...]:
    """Matters to which these reports add something: theirs alone, or one of which they change or sharpen a slot."""
    out = []
    for matter in dossier.matters:
        mine = set(matter.reports) & reports
        if not mine or matter.agreement == "related":  # what is close adds nothing: its lines are matters of their own
            continue
        if mine == set(matter.reports) or any(d.verdict != "same" and _adds(dossier, d, mine) for d in matter.differences):
            out.append(matter)
    return tuple(out)


def _adds(dossier: Dossier, difference: Difference, reports: set[str]) -> bool:
    """Do these reports fill the slot as no other does? A copy of an older report brings nothing."""
    told: dict[bool, set[str]] = {True: set(), False: set()}
    for value in difference.values:
        words = value.value or " ".join(" ".join(map(dossier.words, value.evidence)).casefold().split())
        told[value.report in reports].add(words)
    return bool(told[True] - told[False])


def timeline(dossier: Dossier) -> tuple[Moment, ...]:
    """Dated events in order of their day, one for each matter, with the first report that told it."""
    whens = {w.id: w for w in dossier.whens}
    events = {e.id: e for e in dossier.events}
    order = {r.id: (_day(r) or "9999", r.id) for r in dossier.reports}
    out = []
    for matter in dossier.matters:
        dated = [
            (w.earliest[:10], events[e])
            for e in matter.events
            if e in events and (w := whens.get(events[e].when or "")) and w.earliest and not w.duration
        ]
        if dated:
            day, event = min(dated, key=lambda x: (x[0], order[x[1].report], x[1].trigger))
            out.append(Moment(day, event.id, min(matter.reports, key=lambda r: order[r]), matter.reports))
    return tuple(sorted({m.event: m for m in out}.values(), key=lambda m: (m.day, m.event)))


def ties(dossier: Dossier) -> tuple[Tie, ...]:
    """Who accuses, supports, meets whom, how often and by whose account; denied and negated events are no ties."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in dossier.claims:
        claims[claim.event].append(claim)
    found: dict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in dossier.events:
        held = [c for c in claims[event.id] if c.status != "denied" and not c.negated]
        if held and event.plover:
            for agent in event.agents:
                for target in event.targets:
                    if agent != target:
                        found[agent, target, event.plover.type].append(event)
    out = []
    for (agent, target, kind), events in found.items():
        accounts = {c.sources[-1] for e in events for c in claims[e.id] if c.sources}
        out.append(Tie(agent, target, kind, len(events), tuple(sorted(accounts)), tuple(sorted(e.id for e in events))))
    return tuple(sorted(out, key=lambda t: (-t.count, t.left, t.right, t.kind)))


def mood(kind: str) -> str:
    """Is a tie of this PLOVER type hostile, friendly or neutral?"""
    return "hostile" if kind in _HOSTILE else "friendly" if kind in _FRIENDLY else "neutral"


def _day(report: Report) -> str | None:
    return report.published.earliest[:10] if report.published and report.published.earliest else None


def _only(dossier: Dossier, kept: set[str]) -> Dossier:
    """The part of a dossier that rests on these reports. Matters keep their verdict only where two of their reports stay."""
    events = {e.id for e in dossier.events if e.report in kept}
    claims = {c.id for c in dossier.claims if c.event in events}
    matters = []
    for matter in dossier.matters:
        mine = tuple(e for e in matter.events if e in events)
        if not mine:
            continue
        differences = tuple(replace(d, values=tuple(v for v in d.values if v.report in kept)) for d in matter.differences)
        differences = tuple(d for d in differences if len(d.values) > 1)
        reports = tuple(r for r in matter.reports if r in kept)
        agreement = matter.agreement if reports == matter.reports else _weaker(matter, reports, differences)
        matters.append(
            replace(
                matter,
                events=mine,
                claims=tuple(c for c in matter.claims if c in claims),
                reports=reports,
                agreement=agreement,
                differences=differences,
                origins=min(matter.origins, len(reports)),
            )
        )
    return replace(
        dossier,
        reports=tuple(r for r in dossier.reports if r.id in kept),
        mentions=tuple(m for m in dossier.mentions if m.span.report in kept),
        whens=tuple(w for w in dossier.whens if w.span and w.span.report in kept),
        figures=tuple(f for f in dossier.figures if f.span.report in kept),
        statements=tuple(s for s in dossier.statements if s.spans[0].report in kept),
        events=tuple(e for e in dossier.events if e.id in events),
        claims=tuple(c for c in dossier.claims if c.id in claims),
        matters=tuple(matters),
        copies=tuple(c for c in dossier.copies if c.left in kept and c.right in kept),
    )


def _weaker(matter: Matter, reports: tuple[str, ...], differences: tuple[Difference, ...]) -> Agreement:
    """The agreement that is left when some reports are not out yet."""
    if len(reports) < 2 and matter.agreement not in ("disputed", "contradicted"):
        return "single"
    return matter.agreement if differences or matter.agreement in ("disputed", "shared") else "shared"
