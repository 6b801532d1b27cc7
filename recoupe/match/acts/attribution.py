"""According to whom each report tells a happening: a source lost, or another one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from recoupe.lang.nouns import actor_nouns
from recoupe.match.acts.families import acts, carries
from recoupe.match.acts.happening import LOOSE, Occasion
from recoupe.match.acts.levels import by_act, shown
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, in_order
from recoupe.types import Claim, Difference, Span, Value

_PAPERS = frozenset(("bilan", "décompte", "chiffre", "chiffres"))
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
    changed = any(d.verdict == "updated" for d in draft.differences)  # an older and a later count are no count of two sources
    if changed or not named or len(named) == len(rows) and (len(speakers) < 2 or None in speakers or may_be_one(desk, speakers)):
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
            if speaker and is_paper(desk, speaker):
                break
            return _Told(speaker, statement.speaker_span, (span, statement.speaker_span))
    words = reading.parsed.at(span.start, span.end)
    sentence = reading.parsed.sentence_of(words[0]) if words else None
    if sentence is not None:
        beside = _AFTER.match(reading.report.text, span.end, sentence.end) or _BEFORE.match(
            reading.report.text, sentence.start, span.start
        )
        if beside and _PAPERS.isdisjoint(beside["who"].lower().split()):
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
    named = [c for c in rows.values() if c.sources]
    if any(_is_unknown(desk, c) for c in rows.values()) or not all(_is_told(desk, c) for c in named):
        return None
    if len(set(innermost.values())) < 2 or may_be_one(desk, innermost.values()):
        return None
    if None not in innermost.values() and not _one_act(desk, named):
        return None
    values = in_order([Value(r, source_name(desk, innermost[r]), _source_span(desk, c)) for r, c in sorted(rows.items())])
    return Difference("source", "wording" if None in innermost.values() else "refined", values)


def _is_unknown(desk: Desk, claim: Claim) -> bool:
    """Is it said by somebody that the report names by a word we cannot resolve ("a-t-il dit")?"""
    statement = desk.statements.get(claim.statement or "")
    return not claim.sources and statement is not None and statement.speaker_span is not None


def _is_told(desk: Desk, claim: Claim) -> bool:
    """Does the source tell that it was so, not only speak of it: "la grève inquiète, dit X", "qui a frappé la côte"?"""
    event = desk.events[claim.event]
    parsed, i = desk.readings[event.report].parsed, event.slots.predicate if event.slots.predicate >= 0 else event.slots.head
    if not 0 <= i < len(parsed.words):
        return True
    word = parsed.words[i]
    if event.slots.nominal and i == event.slots.head:
        carried = word.dep == "nsubj:pass" or word.dep == "obj" and bool(carries(parsed.words[word.head].lemma))
        return carried or word.head == i or word.dep in ("ccomp", "parataxis") or claim.status == "alleged"
    return not word.dep.startswith("acl") or claim.status == "alleged"


def _one_act(desk: Desk, claims: Sequence[Claim]) -> bool:
    """Do all tell it in words for one act?"""
    frames = {desk.events[c.event].frame for c in claims}
    if len(frames) == 1 and not frames & LOOSE:
        return True
    told = [acts(frozenset([desk.events[c.event].lemma.lower()])) | {desk.events[c.event].lemma.lower()} for c in claims]
    return bool(frozenset.intersection(*(frozenset(t) for t in told)))


def may_be_one(desk: Desk, actors: Iterable[str | None]) -> bool:
    """One party, or a name and a post that he may hold: "Jean Colmar", "le député"."""
    known = [desk.actors.get(a or "") for a in actors]
    posts = [a for a in known if a and a.kind in ("role", "person") and _is_post(a.name)]
    persons = [a for a in known if a and a.kind == "person" and a.name[:1].isupper()]
    names = {a.name if a and a.name[:1].islower() else None for a in known}
    if len(names) == 1 and None not in names:  # "sa fille" of two reports
        return True
    return one_party(desk, (a.id if a else None for a in known)) or bool(
        posts and len(posts) + len(persons) == len(known) == 2 and persons
    )


def _is_post(name: str) -> bool:
    """Is it what one person is: "député de Marseille", no "liste", no body?"""
    noun = actor_nouns().get(name.split()[0].lower()) if name[:1].islower() else None
    return noun is not None and not noun.plural and noun.kind in ("office", "job", "person", "kin")


def is_paper(desk: Desk, actor: str) -> bool:
    """ "Selon un bilan provisoire": that is nobody's word."""
    return not _PAPERS.isdisjoint(desk.actors[actor].name.lower().split())


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
