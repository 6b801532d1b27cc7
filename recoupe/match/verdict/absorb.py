"""What needs no line of its own: days of a known matter, bare nouns inside a clause already shown, words of a count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from recoupe.find.who.pronouns import CUES
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, in_order
from recoupe.match.verdict.folding import fold
from recoupe.types import Agreement, Claim, Event, Span

# An act told by such a frame is told whole by its count, its quotation or its age.
_COUNTED = frozenset(("TOLL", "DIE", "INJURE", "SPEED", "ESTIMATE", "STATE", "COUNT", "KILL"))
_QUOTED = frozenset(("SAY", "CRITICISE", "PRAISE", "AGREE", "OPINION", "GENERIC", "ANNOUNCE", "PLAN"))
_SHORT = 2  # words of a clause that say too little to stand alone


def absorb(desk: Desk, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts that stand alone, with what was taken in."""
    kept = [d for d in _days(desk, drafts) if not _is_furniture(desk, d)]
    details = [d for d in kept if d.kind not in ("event", "day") and len(d.reports) > 1]
    counted = {e for d in details if d.kind in ("count", "sum", "age", "penalty") for e in d.events}
    quoted = {e for d in details if d.kind == "quote" for e in d.events}
    hosts = {e: d for d in kept if d.kind == "event" for e in d.events}
    out: dict[int, Draft] = {}
    taken: dict[int, list[str]] = {}
    for n, draft in enumerate(kept):
        events = [desk.events[e] for e in draft.events]
        plain_event = draft.kind == "event" and draft.agreement != "disputed" and not _is_redated(draft)
        if plain_event and _is_told(events, counted, quoted):
            continue
        if plain_event and all(_is_bare(desk, e) for e in events):
            around = [h for e in events if (h := _host(desk, e, hosts, draft))]
            if around and (len(draft.reports) < 2 or len(around) == len(events) and len({id(h) for h in around}) == 1):
                taken.setdefault(id(around[0]), []).extend(draft.events)
                continue
        out[n] = draft
    return fold(desk, [_with(desk, d, taken.get(id(d), ())) for d in out.values()])


def _is_redated(draft: Draft) -> bool:
    """Do its reports put it on two days? That no count says."""
    return any(d.slot == "date" and d.verdict in ("contradicted", "updated") for d in draft.differences)


def _is_furniture(desk: Desk, draft: Draft) -> bool:
    """Do all its words belong to the sites of the reports?"""
    spans = [s for d in draft.differences for v in d.values for s in v.evidence]
    return bool(spans) and all(desk.is_furniture(s) for s in spans)


def _days(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """Days whose happening is a matter of the same reports already: the date becomes a slot of that matter."""
    kept: list[Draft | None] = list(drafts)
    shared = [n for n, d in enumerate(drafts) if d.kind in ("event", "echo") and len(d.reports) > 1]
    dated = [frozenset(_times(d)) for d in drafts if d.kind != "day"]
    for n, day in enumerate(drafts):
        if day.kind != "day":
            continue
        own = frozenset(_times(day))
        if any({s.report for s in own} == {s.report for s in times & own} for times in dated if own):
            kept[n] = None  # told of its happening already
            continue
        near = [(len(set(day.events) & set(drafts[k].events)), -k) for k in shared]
        common, k = max(near, default=(0, 0))
        kept[n] = None  # that facts fell on one day is no fact
        if common >= 2 and (home := kept[-k]) and (told := _of(desk, home, day)):
            kept[-k] = _dated(home, told)
    return [d for d in kept if d]


def _of(desk: Desk, home: Draft, day: Draft) -> Draft | None:
    """The words of a day without those that say when somebody spoke; None where only one report has such."""
    slot = day.differences[0]
    values = tuple(v for v in slot.values if any(_tells(desk, home, s) or not _is_of_speech(desk, s) for s in v.evidence))
    reports = tuple(sorted({v.report for v in values}))
    return replace(day, differences=(replace(slot, values=values),), reports=reports) if len(reports) > 1 else None


def _tells(desk: Desk, home: Draft, span: Span) -> bool:
    event = desk.event_at(span)
    return event is not None and event.id in home.events


def _is_of_speech(desk: Desk, span: Span) -> bool:
    """ "Le maire, qui assurait lundi n'avoir rien reçu": the day on which he said so."""
    parsed = desk.readings[span.report].parsed
    at = parsed.at(span.start, span.end)
    head = next((parsed.words[i].head for i in at if parsed.words[i].head not in at), -1)
    return head >= 0 and parsed.words[head].lemma in CUES


def _times(draft: Draft) -> Iterator[Span]:
    """The words of its dates."""
    return (s for d in draft.differences if d.slot == "date" for v in d.values for s in v.evidence)


def _dated(draft: Draft, day: Draft) -> Draft:
    """The matter with the words of its day as a slot, beside those it had."""
    new = day.differences[0]
    reports = tuple(sorted({*draft.reports, *day.reports}))
    old = next((d for d in draft.differences if d.slot == "date"), None)
    if old is None:
        differences = (new, *draft.differences)
        return replace(draft, differences=differences, reports=reports, agreement=_weigh(draft, new.verdict))
    merged = replace(
        old, values=in_order([*old.values, *new.values]), verdict=new.verdict if old.verdict == "same" else old.verdict
    )
    rest = tuple(merged if d is old else d for d in draft.differences)
    return replace(draft, differences=rest, reports=reports, agreement=_weigh(draft, merged.verdict))


def _weigh(draft: Draft, verdict: str) -> Agreement:
    return "refined" if draft.agreement == "shared" and verdict == "refined" else draft.agreement


def _is_told(events: Iterable[Event], counted: set[str], quoted: set[str]) -> bool:
    return all(e.id in counted and e.frame in _COUNTED or e.id in quoted and e.frame in _QUOTED for e in events)


def _is_bare(desk: Desk, event: Event) -> bool:
    """A noun, or one or two words, with nobody, no place and no day of its own."""
    words = desk.text(desk.clause(event)).split()
    if len(words) <= _SHORT and not (event.agents and event.targets):
        return True
    slots = event.slots
    empty = not (event.agents or event.targets or event.place or event.when or slots.object)
    return slots.nominal and empty and len(words) <= 2 * _SHORT


def _host(desk: Desk, event: Event, hosts: dict[str, Draft], own: Draft) -> Draft | None:
    """The matter of the tightest clause around a bare event."""
    words = desk.readings[event.report].parsed.at(event.trigger.start, event.trigger.end)
    if not words:
        return None
    sentence = desk.readings[event.report].parsed.words[words[0]].sent
    around = []
    for other in desk.by_sentence.get((event.report, sentence), ()):
        clause = desk.clause(other)
        inside = clause.start <= event.trigger.start and event.trigger.end <= clause.end
        if inside and other.id not in own.events and other.id in hosts and not _is_bare(desk, other):
            around.append((clause.end - clause.start, other.id))
    return hosts[min(around)[1]] if around else None


def _with(desk: Desk, draft: Draft, events: Iterable[str]) -> Draft:
    """The matter with bare events taken in; its verdict stays."""
    more = tuple(events)
    if not more:
        return draft
    claims: list[Claim] = [c for e in more for c in desk.claims.get(e, ())]
    return replace(
        draft,
        events=tuple(sorted({*draft.events, *more})),
        claims=tuple(sorted({*draft.claims, *(c.id for c in claims)})),
    )
