"""What two passages must have in common to tell one act: a party, or words; a verb and a sort of thing are in many reports.

"Le club a perdu deux points" of one report and "la liste perd un point" of another are joined by their verb and their noun alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.acts.affairs import gap_between
from recoupe.match.alike.echoes import place_of, whole
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, in_order
from recoupe.types import Difference, Event, Link, Span, Value, make_id

_PART, _MUCH = 0.1, 0.2  # of the words of two sentences: less is in any two of one affair, more tells of one thing
_LONG = 16  # words of two sentences together in which one act leaves its trace
_FEW = 3  # words of two clauses that tell one act whoever takes part
_DAYS = 2  # between two reports, from which each may tell of its own persons
_CONTENT = frozenset(("NOUN", "VERB", "ADJ", "PROPN", "NUM"))
_NAMED = frozenset(("person", "organisation", "place", "state"))
_KINDS = frozenset(("event", "stance"))
_WHY = "rien que le genre d’acte en commun"


@dataclass(frozen=True, slots=True)
class _Passage:
    """One event, where it is told, with the telling words and the names of its clause and of its sentence."""

    event: Event
    span: Span
    clause: frozenset[str]
    sentence: frozenset[str]
    parties: frozenset[str]  # of the clause
    around: frozenset[str]  # of the sentence


def part_strangers(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; acts of two reports that nothing binds but their kind are set side by side instead of compared."""
    return [_part(desk, d) for d in drafts]


def _part(desk: Desk, draft: Draft) -> Draft:
    if draft.kind not in _KINDS or draft.agreement in ("single", "related", "disputed") or len(draft.reports) != 2:
        return draft
    pairs = list(_across(list(_passages(desk, draft))))
    stance = draft.kind == "stance"
    if not pairs or any(_are_bound(desk, a, b) and not (stance and _are_of_others(a, b)) for a, b in pairs):
        return draft
    closest = max(pairs, key=lambda p: (len(p[0].sentence & p[1].sentence), p[0].event.id, p[1].event.id))
    a, b = (p.event.id for p in closest)
    link = Link(a, b, "unsure", 1.0, (_WHY,), make_id("k", "bonds", a, b))
    told = [Value(p.event.report, None, (whole(desk, place_of(desk, p.span)),)) for p in closest]
    passage = Difference("passage", "wording", in_order(told))
    return replace(draft, agreement="related", differences=(passage,), links=(*draft.links, link))


def _across(rows: Sequence[_Passage]) -> Iterator[tuple[_Passage, _Passage]]:
    """Each passage of the one report with each of the other."""
    first = rows[0].event.report if rows else ""
    yield from product([p for p in rows if p.event.report == first], [p for p in rows if p.event.report != first])


def _passages(desk: Desk, draft: Draft) -> Iterator[_Passage]:
    """The clauses of its events, or the words that it compares: these may stand beside the event that they are known by."""
    if draft.kind == "event":
        yield from (_passage(desk, desk.events[e], desk.clause(desk.events[e])) for e in draft.events)
        return
    for span in (s for d in draft.differences for v in d.values for s in v.evidence):
        if event := desk.event_at(span):
            yield _passage(desk, event, span)


def _passage(desk: Desk, event: Event, clause: Span) -> _Passage:
    parsed = desk.readings[event.report].parsed
    sentence = parsed.sentence_of(parsed.at(clause.start, clause.end)[0])
    around = Span(event.report, sentence.start, sentence.end)
    return _Passage(event, clause, _words(desk, clause), _words(desk, around), _parties(desk, clause), _parties(desk, around))


def _words(desk: Desk, span: Span) -> frozenset[str]:
    """The plain words of a passage that say what it is about."""
    parsed = desk.readings[span.report].parsed
    found = (plain(parsed.words[i].lemma) for i in parsed.at(span.start, span.end) if parsed.words[i].pos in _CONTENT)
    return frozenset(found) - function_words() - news_words()


def _parties(desk: Desk, span: Span) -> frozenset[str]:
    """Who and which places have a name there, by pronoun too."""
    here = (m.actor for m in desk.readings[span.report].mentions if span.start <= m.span.start < span.end)
    known = (desk.actors[a] for a in here if a in desk.actors)
    return frozenset(x.id for x in known if x.kind in _NAMED and x.name[:1].isupper())


def _are_bound(desk: Desk, a: _Passage, b: _Passage) -> bool:
    """Does something bind two passages besides the kind of their act?"""
    if a.parties & b.parties:
        return True
    words, first, second = a.sentence | b.sentence, a.event.report, b.event.report
    share = len(a.sentence & b.sentence) / max(1, len(words))
    if share >= _MUCH or len(a.clause & b.clause) >= _FEW:
        return True
    days = gap_between(desk.published(first), desk.published(second))
    others = days > _DAYS and _are_of_others(a, b)
    nobody = not a.around & b.around and desk.are_days_apart(first, second)
    return not (others or nobody or days and share < _PART and len(words) >= _LONG)


def _are_of_others(a: _Passage, b: _Passage) -> bool:
    """Does each clause name a party of which the other's sentence does not speak?"""
    return bool(a.parties and b.parties) and not (a.parties & b.around or b.parties & a.around)
