"""Who said what in one report: cues and quotations in, statements with their speakers out. Nobody is guessed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from recoupe.find.said.asides import find_asides
from recoupe.find.said.continuation import carry_on, first_persons, free_speech
from recoupe.find.said.cueing import find_hits
from recoupe.find.said.frames import find_governed
from recoupe.find.said.insertions import find_insertions
from recoupe.find.said.interviews import find_interviews
from recoupe.find.said.introductions import (
    find_bare_names,
    find_echoes,
    find_introductions,
    find_judged,
    find_signed,
    find_trailing,
)
from recoupe.find.said.inversions import find_inversions
from recoupe.find.said.nounsources import noun_statements
from recoupe.find.said.page import Draft, Page
from recoupe.find.said.samevoice import HE, earlier_voice, group_before, same_again, same_voice, subject_before, told_apart
from recoupe.find.said.sources import named_sources
from recoupe.find.said.voices import find_voices
from recoupe.find.who.attribution import Parties
from recoupe.find.who.nounphrases import phrase
from recoupe.parse.document import Parsed
from recoupe.types import Actor, Mention, Span, Statement, make_id


def find_statements(
    parsed: Parsed, mentions: Sequence[Mention], actors: Sequence[Actor], times: Sequence[Any] = ()
) -> tuple[tuple[Statement, ...], tuple[Mention, ...], tuple[Actor, ...]]:
    """Statements in order, and the mentions and actors with the speakers and first persons that only statements show."""
    parties = Parties(parsed, mentions, actors)
    page = Page(parsed, find_hits(parsed))
    asides = find_asides(page, parties)
    inserted = asides | find_insertions(page, parties, asides)
    find_interviews(page, parties)
    find_introductions(page, parties)
    for hit in page.hits:
        if hit.word not in inserted:
            find_governed(page, parties, hit)
    find_echoes(page, parties)
    find_judged(page, parties)
    find_inversions(page, parties)
    find_trailing(page, parties)
    noun_statements(page, parties)
    named_sources(page, parties)
    find_signed(page, parties)
    find_bare_names(page, parties)
    drafts = _settle(page, parties)
    drafts = carry_on(page, parties, drafts)
    find_voices(page, parties, drafts)
    drafts = free_speech(page, drafts)
    statements = _records(page, parties, drafts, times)
    first_persons(page, parties, statements)
    return (
        statements,
        tuple(sorted(parties.mentions, key=lambda m: (m.span.start, -m.span.end, m.id))),
        tuple(parties.actors.values()),
    )


def _settle(page: Page, parties: Parties) -> list[Draft]:
    """In order, one for the same words and cue, with their actors."""
    drafts: list[Draft] = []
    seen: set[tuple[object, ...]] = set()
    for draft in sorted(page.drafts, key=lambda d: (d.start, -d.end, d.cue or (0, 0))):
        key = (tuple(draft.pieces), draft.cue)
        if key in seen or any(s >= e for s, e in draft.pieces):
            continue
        seen.add(key)
        draft.heads = tuple(dict.fromkeys(o for h in draft.heads for o in parties.owners(h)))
        drafts.append(draft)
    spoken = sorted(drafts, key=lambda d: (d.cue or (d.start, d.end), d.start))
    for k, draft in enumerate(spoken):
        if not draft.speakers and same_again(page, draft):
            draft.speakers = earlier_voice(page, parties, [d for d in spoken[max(0, k - 10) : k] if d.speakers], draft)
        if not draft.speakers:
            draft.speakers = told_apart(
                page, parties, draft, same_voice(page, parties, spoken[max(0, k - 40) : k], draft)
            ) or told_apart(page, parties, draft, tuple(dict.fromkeys(a for h in draft.heads if (a := parties.actor(h)))))
        if not draft.speakers and len(draft.heads) == 1:
            pronoun = page.parsed.words[draft.heads[0]]
            found = subject_before(page, parties, pronoun, draft.start) or group_before(page, parties, pronoun, draft.start)
            draft.speakers = told_apart(page, parties, draft, found)
        if len(draft.heads) == len(draft.speakers) == 1 and page.parsed.words[draft.heads[0]].lower in HE:
            parties.tie(draft.heads[0], draft.speakers[0])
    return drafts


def _records(page: Page, parties: Parties, drafts: list[Draft], times: Sequence[Any]) -> tuple[Statement, ...]:
    parsed, out = page.parsed, []
    used: set[str] = set()
    dated = _by_sentence(parsed, times)
    for draft in drafts:
        pieces = sorted(draft.pieces)
        spans = tuple(Span(parsed.report, s, e) for s, e in pieces)
        identity = make_id("s", parsed.report, pieces[0][0], pieces[-1][1], draft.cue[0] if draft.cue else None)
        if identity in used:
            continue
        used.add(identity)
        speaker = draft.speakers[0] if len(draft.speakers) == 1 else draft.speakers or None
        cue = Span(parsed.report, *draft.cue) if draft.cue else None
        content = tuple(i for s, e in pieces for i in parsed.at(s, e))
        out.append(
            Statement(
                identity, spans, draft.mode, draft.act, cue, speaker, _speaker_span(page, draft),
                _addressee(page, parties, draft, content), _time(page, draft, dated), draft.cue_word, content, draft.speakers,
            )
        )  # fmt: skip
    return tuple(_nest(out))


def _speaker_span(page: Page, draft: Draft) -> Span | None:
    if not draft.heads:
        return None
    bounds = [phrase(page.parsed, h, draft.limit) for h in draft.heads]
    first, last = min(b[0] for b in bounds), max(b[1] for b in bounds)
    return page.parsed.span(first, last)


def _addressee(page: Page, parties: Parties, draft: Draft, content: tuple[int, ...]) -> str | None:
    if draft.cue_word < 0:
        return None
    inside = set(content)
    for kid in page.parsed.kids(draft.cue_word, "iobj", "obl"):
        if kid.i in inside or kid.i in draft.heads:
            continue
        case = next((w.lower for w in page.parsed.kids(kid.i, "case")), "")
        if kid.dep.startswith("iobj") or case in ("à", "au", "aux", "devant", "auprès"):
            mention = parties.mention_of(kid.i)
            actor = parties.actors.get(mention.actor) if mention else None
            if mention and actor and (actor.kind not in ("place", "state") or case != "à"):
                return mention.actor
    return None


def _by_sentence(parsed: Parsed, times: Sequence[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for time in times:
        within = parsed.at(time.span.start, time.span.end) if time.span else ()
        if within:
            found.setdefault(parsed.words[within[0]].sent, []).append(time)
    return found


def _time(page: Page, draft: Draft, dated: dict[int, list[Any]]) -> str | None:
    """The time that hangs on the cue, outside what is said."""
    if draft.cue_word < 0 or draft.cue is None:
        return None
    parsed, words = page.parsed, page.parsed.words
    sentence = parsed.sentences[words[draft.cue_word].sent]
    best: tuple[int, Any] | None = None
    for time in dated.get(words[draft.cue_word].sent, ()):
        span = time.span
        if span.start < sentence.start or span.end > sentence.end or any(s <= span.start < e for s, e in draft.pieces):
            continue
        within = parsed.at(span.start, span.end)
        hangs = any(words[i].head == draft.cue_word for i in within)
        distance = min(abs(span.start - draft.cue[1]), abs(draft.cue[0] - span.end))
        if (hangs or distance <= 2) and (best is None or distance < best[0]):
            best = (distance, time)
    return make_id("w", parsed.report, best[1].span.start, best[1].span.end) if best else None


def _nest(statements: list[Statement]) -> list[Statement]:
    """Point every statement at the smallest one whose words hold its cue and its words."""
    held = sorted(
        ((s.start, s.end, other.id, k) for k, other in enumerate(statements) for s in other.spans), key=lambda h: (h[0], h[1])
    )
    starts = [h[0] for h in held]
    longest = max((end - start for start, end, _, _ in held), default=0)
    out = []
    for k, one in enumerate(statements):
        start, end = one.spans[0].start, one.spans[-1].end
        size = end - start
        if one.cue:
            start, end = min(start, one.cue.start), max(end, one.cue.end)
        near = held[bisect_left(starts, start - longest) : bisect_right(starts, start)]
        parents = [(e - s, name) for s, e, name, number in near if number != k and end <= e and e - s > size]
        out.append(replace(one, parent=min(parents)[1]) if parents else one)
    return out
