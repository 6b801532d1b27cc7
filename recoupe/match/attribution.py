"""According to whom each report tells a happening: a source lost, or another one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, in_order
from recoupe.match.levels import by_act, shown
from recoupe.match.merge import Occasion
from recoupe.types import Claim, Difference, Span, Value

_CUE = r"(?:selon|d['’]après|à en croire|au dire de|aux dires de|de source|sources? ?:|citant)"
_AFTER = re.compile(rf"[^.;:!?«»\n]{{0,40}}?\(?,? ?\b{_CUE} (?P<who>[^,.;:()«»\n]{{2,60}})", re.IGNORECASE)
_BEFORE = re.compile(rf"{_CUE} (?P<who>[^,.;:()«»\n]{{2,60}}),", re.IGNORECASE)


def compare_sources(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """Who is given as the source of one act: lost in one report, or another one."""
    return next((d for part in by_act(group) if (d := _compare(desk, part))), None)


def source_details(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, those of a figure or a date with the sources of its values where they differ."""
    return [_sourced(desk, d) if d.kind not in ("event", "quote") and len(d.reports) > 1 else d for d in drafts]


def _sourced(desk: Desk, draft: Draft) -> Draft:
    if not draft.differences or any(d.slot in ("source", "certainty") for d in draft.differences):
        return draft
    rows: dict[str, _Told] = {}
    for value in draft.differences[0].values:
        for span in value.evidence[:1]:
            told = told_by(desk, span)
            kept = rows.get(value.report)
            rows[value.report] = told if kept is None or told.speaker is None and told.words is None else kept
    named = [t for t in rows.values() if t.words]
    speakers = {t.speaker for t in named}
    if not named or len(named) == len(rows) and (len(speakers) < 2 or None in speakers or one_party(desk, speakers)):
        return draft
    values = [
        Value(
            r, source_name(desk, t.speaker) if t.speaker else desk.text(t.words) if t.words else source_name(desk, None), t.spans
        )
        for r, t in sorted(rows.items())
    ]
    difference = Difference("source", "refined" if len(named) == len(rows) else "wording", in_order(values))
    differences = (*draft.differences, difference)
    agreement = "refined" if draft.agreement == "shared" and difference.verdict == "refined" else draft.agreement
    return replace(draft, differences=differences, agreement=agreement)


@dataclass(frozen=True, slots=True)
class _Told:
    """Who stands behind some words: an actor, or words that name a source ("selon elle"), or nobody."""

    speaker: str | None
    words: Span | None
    spans: tuple[Span, ...]


def told_by(desk: Desk, span: Span) -> _Told:
    """The source of the words of a span, from the statement around it or a source named beside it."""
    reading = desk.readings[span.report]
    for statement in reading.statements:
        if statement.speaker_span and any(s.start <= span.start < s.end for s in statement.spans):
            speaker = next((s for s in statement.speakers if s in desk.actors), None)
            return _Told(speaker, statement.speaker_span, (span, statement.speaker_span))
    words = reading.parsed.at(span.start, span.end)
    sentence = reading.parsed.sentence_of(words[0]) if words else None
    if sentence is not None:
        beside = _AFTER.match(reading.report.text, span.end, sentence.end) or _BEFORE.match(
            reading.report.text, sentence.start, span.start
        )
        if beside:
            found = Span(span.report, beside.start("who"), beside.end("who"))
            return _Told(None, found, (span, found))
    return _Told(None, None, (span,))


def _compare(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    rows: dict[str, Claim] = {}
    denied = {c.event for o in group for c in o.claims if c.status == "denied"}
    for occasion in group:
        claims = [c for c in occasion.claims if c.status != "requested" and c.event not in denied and c.evidence]
        if claims:  # what a report once tells in its own voice it vouches for
            rows.setdefault(occasion.report, sorted(claims, key=lambda c: (bool(c.sources), c.evidence, c.id))[0])
    if len(rows) < 2:
        return None
    innermost = {r: c.sources[-1] if c.sources else None for r, c in rows.items()}
    if len(set(innermost.values())) < 2 or one_party(desk, innermost.values()):
        return None
    values = in_order([Value(r, source_name(desk, innermost[r]), _source_span(desk, c)) for r, c in sorted(rows.items())])
    return Difference("source", "wording" if None in innermost.values() else "refined", values)


def one_party(desk: Desk, actors: Iterable[str | None]) -> bool:
    """Do these ids name one party ("le maire" of two reports that nothing else ties)?"""
    keys = [frozenset(k for k in desk.parties.get(a or "", frozenset()) if k[0] != "~") for a in actors]
    return all(keys) and bool(frozenset.intersection(*keys))


def source_name(desk: Desk, actor: str | None) -> str | None:
    """The name of a source; the report itself where none is given."""
    return desk.actors[actor].name if actor and actor in desk.actors else "le rapport lui-même" if actor is None else None


def _source_span(desk: Desk, claim: Claim) -> tuple[Span, ...]:
    statement = desk.statements.get(claim.statement or "")
    spans = (statement.speaker_span,) if statement and statement.speaker_span else ()
    return (*spans, *shown(claim.evidence))
