"""One sentence told twice in much the same words: on somebody's word here, on nobody's or another's there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recoupe.match.acts.attribution import is_paper, may_be_one, source_name
from recoupe.match.desk import Desk
from recoupe.match.dispute.turns import content_at
from recoupe.match.drafts import Draft, in_order
from recoupe.types import Difference, Span, Value

_ALIKE = 0.6  # part of the shorter sentence that both share, and of a sentence that its teller says
_SAID = re.compile(r"(?i)[«»\"“”]|\b(?:selon|d['’]après|à en croire|de source|aurai(?:t|ent)|serai(?:t|ent))\b")


@dataclass(frozen=True, slots=True)
class _Teller:
    """Who tells a sentence, "" for the report itself, with the words that show it."""

    actor: str
    spans: tuple[Span, ...]


def source_echoes(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, those of one sentence told twice with the sources of both where they differ."""
    known = {pair for d in drafts for x in d.differences if x.slot == "source" for pair in _places(desk, x)}
    return [_sourced(desk, d, known) if d.kind == "echo" and len(d.reports) == 2 else d for d in drafts]


def _places(desk: Desk, difference: Difference) -> Iterator[tuple[str, int]]:
    """The sentences that a difference shows."""
    for span in (s for v in difference.values for s in v.evidence):
        parsed = desk.readings[span.report].parsed
        if words := parsed.at(span.start, span.end):
            yield span.report, parsed.words[words[0]].sent


def _sourced(desk: Desk, draft: Draft, known: set[tuple[str, int]]) -> Draft:
    told = [s for d in draft.differences if d.slot == "telling" for v in d.values for s in v.evidence]
    if len(told) != 2 or any(d.slot in ("source", "certainty") for d in draft.differences) or not _are_alike(desk, told):
        return draft
    if known.issuperset(p for x in draft.differences if x.slot == "telling" for p in _places(desk, x)):
        return draft  # shown already
    tellers = [t for s in told if (t := _teller(desk, s))]
    named = [t.actor for t in tellers if t.actor]
    if len(tellers) != 2 or not named or len(named) == 2 and may_be_one(desk, named):
        return draft
    values = [Value(t.spans[0].report, source_name(desk, t.actor or None), t.spans) for t in tellers]
    source = Difference("source", "refined" if len(named) == 2 else "wording", in_order(values))
    agreement = "refined" if draft.agreement == "shared" and len(named) == 2 else draft.agreement
    return replace(draft, differences=(*draft.differences, source), agreement=agreement)


def _are_alike(desk: Desk, told: Sequence[Span]) -> bool:
    words = [content_at(desk, s.report, desk.readings[s.report].parsed.at(s.start, s.end)) for s in told]
    return len(words[0] & words[1]) >= max(2, _ALIKE * min(len(w) for w in words))


def _teller(desk: Desk, span: Span) -> _Teller | None:
    """Who tells most of a sentence; nobody where nothing in it is said by anybody; None where we cannot tell."""
    reading = desk.readings[span.report]
    inside = set(reading.parsed.at(span.start, span.end))
    said = [s for s in reading.statements if inside & set(s.words)]
    for statement in said:
        speaker = next((a for a in statement.speakers if a in desk.actors), "")
        most = len(inside & set(statement.words)) >= _ALIKE * len(inside)
        if statement.mode == "mixed":  # perhaps no more than the words in marks: "« inhabituelle » selon X"
            return None
        if most and speaker and statement.speaker_span and not is_paper(desk, speaker):
            return _Teller(speaker, (span, statement.speaker_span))
    return None if said or _SAID.search(desk.text(span)) else _Teller("", (span,))
