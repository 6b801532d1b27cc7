"""The words that show a claim: those of its event, with what is asked or promised, without the words that name the speaker."""

from __future__ import annotations

from recoupe.find.done.arguments import read_clause
from recoupe.find.done.evidence import LONGEST, clause_words, evidence_span
from recoupe.find.done.factuality import Stance
from recoupe.find.done.plover import asked_for
from recoupe.parse.document import Parsed
from recoupe.types import Event, Span, Statement

ACCUSING = frozenset(("accuse", "allege", "suspect"))
_WITH_CONTENT = frozenset(("REQUEST", "APPEAL", "AGREE"))


def claim_evidence(parsed: Parsed, event: Event, nominal: bool, stance: Stance) -> Span:
    """The words of an event as its holder tells it; of a charge ("X est soupçonné d'avoir volé") with whom it is about."""
    slots = event.slots
    if slots.first < 0:
        return evidence_span(parsed, slots.predicate, slots.head, nominal)
    first = slots.first
    if stance.status == "alleged" and stance.holder >= 0 and slots.sentence == parsed.words[stance.holder].sent:
        accused = read_clause(parsed, stance.holder)
        if accused.passive and accused.subjects and accused.subjects[0] < first:  # "X est soupçonné d'avoir volé"
            first = min(first, parsed.left[accused.subjects[0]])
    return parsed.span(first, _last(parsed, event) + 1)


def _last(parsed: Parsed, event: Event) -> int:
    """The last word of the evidence; of a demand, a promise or a refusal: with what is asked, promised or refused."""
    last = event.slots.last
    if event.frame in _WITH_CONTENT and not event.slots.nominal:
        for k in asked_for(parsed, event.slots.predicate):
            end = clause_words(parsed, k, k, False)[1]
            if end > last and parsed.words[end].end - parsed.words[event.slots.first].start <= LONGEST:
                last = end
    return last


def without_cue(parsed: Parsed, evidence: Span, event: Event, statement: Statement | None) -> Span:
    """Without the words that name the speaker: "…, rapporte Ouest-France" is no part of what is told."""
    start, end, text = evidence.start, evidence.end, parsed.text
    cue = statement.cue if statement else None
    if cue and event.trigger.end <= cue.start < end:
        end = cue.start
    unsaid = statement is not None and statement.act in ACCUSING and statement.speaker_span is None  # "X est soupçonné de"
    if cue and statement and not unsaid and start <= cue.start and cue.end <= event.trigger.start:  # "D'après le préfet, …"
        speaker = statement.speaker_span
        told = [
            cue.end,
            *([speaker.end] if speaker and start <= speaker.start and speaker.end <= event.trigger.start else []),
        ]
        start = max(told)
    while end > event.trigger.end and text[end - 1] in " ,;:\n\u00a0(–—":
        end -= 1
    while start < event.trigger.start and text[start] in " ,;:\n\u00a0)":
        start += 1
    return Span(evidence.report, start, end)
