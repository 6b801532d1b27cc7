"""One fact, one matter: what several reports tell again inside the sentences of another matter of theirs folds into it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from recoupe.match.acts.happening import LOOSE
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.match.line.titles import title_event
from recoupe.types import Event, Span

_COUNTED = frozenset(("TOLL", "DIE", "INJURE", "KILL", "COUNT", "ESTIMATE", "STATE"))  # told whole by their figure
_FIGURES = frozenset(("count", "sum", "tally", "measure", "age"))
_KEPT = frozenset(("source", "date", "place"))  # rows that are kept of what folds
_FRESH = frozenset(("refined", "updated", "contradicted"))  # verdicts that are news of their own


def fold(desk: Desk, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, those that tell nothing beyond another one taken into it."""
    held: dict[tuple[str, int], list[int]] = defaultdict(list)  # sentence -> drafts of several reports that stand in it
    for n, draft in enumerate(drafts):
        if len(draft.reports) > 1 and draft.agreement not in ("disputed", "contradicted"):  # what is agreed stays beside it
            for place in sorted({_sentence(desk, s) for s in _spans(desk, draft)}):
                held[place].append(n)
    into = {**_twins(drafts), **recounted(drafts)}
    for n in sorted((n for n, d in enumerate(drafts) if _is_idle(d)), key=lambda n: (_weight(desk, drafts[n]), n)):
        events = [desk.events[e] for e in drafts[n].events]
        near = [set(held[_sentence(desk, e.trigger)]) for e in events]
        hosts = [h for h in sorted(set.intersection(*near)) if h != n and h not in into] if n not in into else []
        told = [h for h in hosts if set(drafts[n].reports) <= set(drafts[h].reports) and _tells(desk, drafts[h], events)]
        heavier = [h for h in told if (_weight(desk, drafts[h]), h) > (_weight(desk, drafts[n]), n)]
        if heavier:
            into[n] = max(heavier, key=lambda h: (_weight(desk, drafts[h]), -h))
    guests: dict[int, list[Draft]] = defaultdict(list)
    for n in sorted(into):
        guests[into[n]].append(drafts[n])
    return tuple(_with(desk, d, guests.get(n, ())) for n, d in enumerate(drafts) if n not in into)


def _twins(drafts: Sequence[Draft]) -> dict[int, int]:
    """Turns of one affair told twice: one act of a report set against two tellings of what it ended."""
    into: dict[int, int] = {}
    first: dict[tuple[str, tuple[str, ...]], int] = {}
    for n, draft in enumerate(drafts):
        if draft.kind != "event" or draft.agreement != "updated" or not any(d.slot == "polarity" for d in draft.differences):
            continue
        keys = [(event, draft.reports) for event in draft.events]
        host = next((first[k] for k in keys if k in first), None)
        if host is None:
            first.update((k, n) for k in keys)
        else:
            into[n] = host
    return into


def recounted(drafts: Sequence[Draft]) -> dict[int, int]:
    """Counts that agree and stand in the words of another matter of numbers: "auteurs : 4" in "4 assaillants sur 11"."""
    into: dict[int, int] = {}
    counts = [(n, _numbers(d)) for n, d in enumerate(drafts) if d.kind in _FIGURES and len(d.reports) > 1]
    for n, spans in counts:
        if drafts[n].agreement == "shared" and spans:
            hosts = [k for k, others in counts if spans < others or spans == others and k < n]
            if hosts:
                into[n] = max(hosts, key=lambda k: (len(drafts[k].reports), -k))
    return into


def _numbers(draft: Draft) -> frozenset[Span]:
    """The words of its numbers, without who gives them."""
    return frozenset(s for d in draft.differences if d.slot not in _KEPT for v in d.values for s in v.evidence)


def _is_idle(draft: Draft) -> bool:
    """Told alike by several reports, with nothing that one of them adds."""
    fresh = any(d.verdict in _FRESH for d in draft.differences)
    return (
        draft.kind in ("event", "day", "stance", "echo") and draft.agreement == "shared" and len(draft.reports) > 1 and not fresh
    )


def _weight(desk: Desk, draft: Draft) -> tuple[int, ...]:
    """How well a matter stands for its sentences: what differs, then full clauses with somebody in them, then the rest."""
    events = [desk.events[e] for e in draft.events]
    full = sum(not e.slots.nominal and e.frame not in LOOSE and bool(e.agents or e.targets or e.slots.undergoer) for e in events)
    fresh = sum(d.verdict in _FRESH for d in draft.differences)
    return len(draft.reports), fresh, int(draft.kind in ("event", "echo")), min(full, 3), len(events)


def _tells(desk: Desk, host: Draft, events: Iterable[Event]) -> bool:
    """Does the host tell each of these acts: in the words of its own, in its quotation, or as its figure?"""
    return all(_inside(desk, host, e) for e in events)


def _inside(desk: Desk, host: Draft, event: Event) -> bool:
    here = _sentence(desk, event.trigger)
    slight = event.slots.nominal or event.frame in LOOSE or event.frame in ("GENERIC", "")
    for e in host.events:
        other = desk.events[e]
        if other.report == event.report and _sentence(desk, other.trigger) == here:
            clause = desk.clause(other)
            within = clause.start <= event.trigger.start and event.trigger.end <= clause.end
            if host.kind == "event" and (e == event.id or slight or within):
                return True
            if host.kind in _FIGURES and event.frame in _COUNTED:
                return True
    quoted = (s for d in host.differences for v in d.values for s in v.evidence) if host.kind == "quote" else ()
    return any(s.report == event.report and s.start <= event.trigger.start and event.trigger.end <= s.end for s in quoted)


def _spans(desk: Desk, draft: Draft) -> Iterable[Span]:
    yield from (desk.events[e].trigger for e in draft.events)
    yield from (s for d in draft.differences for v in d.values for s in v.evidence)


def _sentence(desk: Desk, span: Span) -> tuple[str, int]:
    parsed = desk.readings[span.report].parsed
    words = parsed.at(span.start, span.end)
    return span.report, parsed.words[words[0]].sent if words else -1


def _with(desk: Desk, draft: Draft, guests: Sequence[Draft]) -> Draft:
    """The matter with the acts that it tells too; it keeps its name."""
    if not guests:
        return draft
    title = draft.title or title_event(desk, draft.events)
    events = tuple(sorted({*draft.events, *(e for g in guests for e in g.events)}))
    claims = tuple(sorted({*draft.claims, *(c for g in guests for c in g.claims)}))
    known = {d.slot for d in draft.differences}
    more = {d.slot: d for g in guests for d in g.differences if d.slot in _KEPT - known}
    links = (*draft.links, *(k for g in guests for k in g.links))
    differences = (*draft.differences, *(more[slot] for slot in sorted(more)))
    return replace(draft, events=events, claims=claims, title=title, differences=differences, links=links)
