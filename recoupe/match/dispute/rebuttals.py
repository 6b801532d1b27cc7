"""What one report tells as denied, and by whom: "dément tout tir", "l'élu nie", « il n'y a eu aucun retard », assure-t-elle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from recoupe.lang.plain import news_words, plain
from recoupe.match.desk import Desk
from recoupe.match.dispute.denials import (
    DENYING,
    Denial,
    act_denied,
    act_negated,
    frames_denied,
    governed,
    heads_denial,
    is_negative,
    is_of_quality,
    lemmas_of,
)
from recoupe.match.dispute.rebuttalwords import blanks, rebuttals
from recoupe.match.dispute.setdenials import POINTING, flat_denials, taken_up, waved_off
from recoupe.match.drafts import touches
from recoupe.types import Event, Span, Statement

_ALSO = re.compile(r"(?i)\bce qu(?:e |['’])[^.;:]*$")  # "…, ce que Kiev dément": told inside another's words
_SHORT = 12  # words of an answer that does no more than call a charge false


def find_denials(desk: Desk, report: str) -> tuple[Denial, ...]:
    """The denials of a report that somebody utters, in text order."""
    if report not in desk.denials:
        desk.denials[report] = _found_denials(desk, report)
    return desk.denials[report]


def _found_denials(desk: Desk, report: str) -> tuple[Denial, ...]:
    flat = (*flat_denials(desk, report), *taken_up(desk, report))
    clear = [s for d in flat for s in d.spans[:1]]
    found = [*flat, *(d for d in (*_stated(desk, report), *_bare(desk, report)) if not _meet(d, clear))]
    waved = list(waved_off(desk, report))
    away = [s for d in waved for s in d.spans]
    found = [replace(d, charge=d.outright and not d.words and _meet(d, away)) for d in found]
    found += [d for d in waved if not _meet(d, [s for other in found if other.outright for s in other.spans])]
    return tuple(sorted(found, key=lambda d: (d.at, d.spans)))


def _meet(denial: Denial, spans: Sequence[Span]) -> bool:
    return any(touches(s, spans) for s in denial.spans[:1])


def _stated(desk: Desk, report: str) -> Iterator[Denial]:
    """Denials that are statements: of an act, or words that call a charge false, or negative words."""
    for statement in desk.readings[report].statements:
        speakers = statement.voices
        if not speakers or not statement.words:
            continue
        lemmas = lemmas_of(desk, statement)
        inside = tuple(e.id for e in _events_of(desk, statement) if statement.act != "deny" or heads_denial(desk, e, statement))
        if statement.act == "deny" and is_of_quality(desk, statement):
            continue
        if statement.act == "deny":
            told = statement.mode == "direct"  # « Mon client dormait » is told, not denied
            words = frozenset() if told else lemmas_of(desk, statement, denied=True) - _names(desk, statement.spans)
            yield _denial(desk, statement, speakers, words, inside, outright=True)
        elif len(statement.words) <= _SHORT and lemmas & rebuttals() and _is_verdict(desk, statement):
            yield replace(_denial(desk, statement, speakers, frozenset(), inside, outright=True), local=True)
        elif statement.act not in ("accuse", "suspect", "criticise") and is_negative(desk, statement):
            merely = _denial(desk, statement, speakers, lemmas - _names(desk, statement.spans), inside, outright=False)
            yield replace(merely, named=_others(desk, statement))


def _others(desk: Desk, statement: Statement) -> tuple[str, ...]:
    rows = desk.readings[statement.spans[0].report].mentions
    inside = [m.actor for m in rows for s in statement.spans if s.start <= m.span.start and m.span.end <= s.end]
    return tuple(a for a in dict.fromkeys(inside) if a not in statement.speakers and a in desk.actors)


def points_to_somebody(desk: Desk, denial: Denial) -> bool:
    """ "Je n'ai jamais travaillé avec elle": only its own report tells with whom."""
    parsed = desk.readings[denial.report].parsed
    words = [parsed.words[i] for s in denial.spans[:1] for i in parsed.at(s.start, s.end)]
    return any(w.lower in ("elle", "lui", "eux", "elles") and w.dep.startswith(("obl", "obj", "iobj")) for w in words)


def _is_verdict(desk: Desk, statement: Statement) -> bool:
    """Is "false" what is said, not a word that narrows a noun: "un contrat apparemment faux"?"""
    words, inside = desk.readings[statement.spans[0].report].parsed.words, set(statement.words)
    told = [words[i] for i in statement.words if plain(words[i].lemma) in rebuttals() or plain(words[i].lower) in rebuttals()]
    return any(w.dep not in ("amod", "acl") or w.head not in inside for w in told)


def _denial(
    desk: Desk, statement: Statement, speakers: tuple[str, ...], words: frozenset[str], events: tuple[str, ...], *, outright: bool
) -> Denial:
    report = statement.spans[0].report
    spans = (*statement.spans, *([statement.speaker_span] if statement.speaker_span else []))
    cue = statement.cue
    by = next((e for e in desk.readings[report].events if cue and e.trigger.start < cue.end and cue.start < e.trigger.end), None)
    if by and by.frame in DENYING:
        spans = (desk.clause(by), *spans)
        words |= frozenset(plain(w) for w in (*by.slots.object, *by.slots.undergoer))  # "dément tout tir : « … »"
    if by and (by.frame in DENYING or statement.act == "deny"):
        events = (by.id, *events)
    shown = tuple(dict.fromkeys(s for s in spans if s.end - s.start < 500))
    words = words - blanks() - rebuttals() - POINTING if outright else words
    words = words - {"revers", "main"} if "revers" in words else words  # "balaie l'accusation d'un revers de main"
    words = words - news_words() or words
    at, sentence = statement.spans[0].start, desk.readings[report].parsed.words[statement.words[0]].sent
    parsed = desk.readings[report].parsed
    head = (act_denied if outright else act_negated)(parsed, statement.words) if words else frozenset()
    return Denial(report, at, sentence, shown, speakers, words, events, frames_denied(desk, events), outright, head)


def _events_of(desk: Desk, statement: Statement) -> Iterator[Event]:
    for event in desk.readings[statement.spans[0].report].events:
        if any(s.start <= event.trigger.start < s.end for s in statement.spans):
            yield event


def _bare(desk: Desk, report: str) -> Iterator[Denial]:
    """Denials without content: "l'élu nie", "clame son innocence", "se dit innocent"."""
    cued = [s.cue for s in desk.readings[report].statements if s.cue and s.act == "deny"]
    for event in desk.readings[report].events:
        if event.frame not in DENYING or any(c.start <= event.trigger.start < c.end for c in cued):
            continue
        claims = desk.claims.get(event.id, ())
        denied = [c for c in claims if c.status == "denied" and not c.negated]
        speakers = event.agents or tuple(dict.fromkeys(s for c in denied if c.statement is None for s in c.sources))
        unnamed = not speakers and bool(denied) and event.frame == "DENY" and _by_pronoun(desk, event)
        if (speakers or unnamed) and (denied or _ALSO.search(desk.readings[report].report.text[: event.trigger.start][-60:])):
            words = frozenset(plain(w) for w in event.slots.object) - blanks() - rebuttals()
            clause = desk.clause(event)
            if not words and (tail := governed(desk, event)):
                words = frozenset(plain(w.lemma) for w in tail if w.pos in ("NOUN", "VERB", "ADJ")) - blanks() - rebuttals()
                clause = Span(report, min(clause.start, event.trigger.start), max(clause.end, tail[-1].end)) if words else clause
            yield Denial(
                report,
                event.trigger.start,
                event.slots.sentence,
                (clause,),
                speakers,
                words,
                (event.id,),
                frozenset(),
                True,
            )


def _by_pronoun(desk: Desk, event: Event) -> bool:
    """ "Lui nie": whoever that is, the text has just told of him."""
    parsed = desk.readings[event.report].parsed
    i = event.slots.predicate
    before = parsed.words[max(0, i - 3) : i] if i > 0 else []
    return any(
        w.lower in ("il", "elle", "ils", "elles", "lui", "eux", "dernier", "dernière", "celui-ci", "celle-ci") for w in before
    )


def _names(desk: Desk, spans: Iterable[Span]) -> frozenset[str]:
    """Words of the parties named within: they fill no part of the act."""
    found: set[str] = set()
    for span in spans:
        for mention in desk.readings[span.report].mentions:
            if span.start <= mention.span.start and mention.span.end <= span.end:
                found.update(plain(w) for w in re.findall(r"[^\W\d_]{3,}", desk.text(mention.span)))
    return frozenset(found)
