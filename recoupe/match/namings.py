"""Who did it, or whom it befell, more exactly: "plusieurs pays" in one report, "l'Italie et la Grèce" in another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoupe.lang.plain import plain
from recoupe.match.desk import Desk
from recoupe.match.drafts import in_order
from recoupe.match.families import kinds
from recoupe.match.merge import Occasion
from recoupe.match.pairs import all_solid
from recoupe.types import Difference, Event, Span, Value

# Quantifiers and articles of somebody or something not yet named.
_LOOSE = frozenset("un une des plusieurs quelques certains certaines deux trois quatre cinq six sept huit neuf dix".split())
_LONGEST = 160  # characters of a party shown
_NAMED = frozenset(("person", "state", "organisation", "place"))


def compare_names(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """A party that one report only describes and another names, where all else matches."""
    for slot, of in (("agent", _doers), ("target", _undergoers)):
        rows = [(o, s) for o in group for e in o.events for s in of(e) if s.end - s.start <= _LONGEST]
        loose = [(o, s) for o, s in rows if _is_loose(desk, s)]
        named = [(o, s) for o, s in rows if _is_name(desk, s)]
        told = {o.report for o, _ in named}
        apart = [(o, s) for o, s in loose if o.report not in told]
        if apart and named and all_solid(desk, group) and not _clash(desk, apart, named):
            return Difference(slot, "refined", in_order([Value(o.report, desk.text(s), (s,)) for o, s in (*apart, *named)]))
    return None


def _doers(event: Event) -> Iterable[Span]:
    return dict.fromkeys((*event.slots.agent_spans, *event.slots.doer_spans))


def _undergoers(event: Event) -> Iterable[Span]:
    return dict.fromkeys((*event.slots.target_spans, *event.slots.undergoer_spans))


def _is_loose(desk: Desk, span: Span) -> bool:
    """An indefinite common noun: "un haut responsable", "plusieurs pays"."""
    parsed = desk.readings[span.report].parsed
    words = [parsed.words[i] for i in parsed.at(span.start, span.end)]
    if not words or any(w.pos == "PROPN" or w.text[:1].isupper() for w in words[1:]):
        return False
    head = next((w for w in words if w.pos == "NOUN"), None)
    if head is None:
        return False
    return any(k.lower in _LOOSE for k in parsed.kids(head.i) if k.i < head.i) or words[0].lower in _LOOSE


def _is_name(desk: Desk, span: Span) -> bool:
    """A name of its own, of a party that the run knows."""
    actor = desk.actors.get(desk.mentions.get(span, ""))
    return actor is not None and actor.kind in _NAMED and any(w[:1].isupper() for w in desk.text(span).split())


def _clash(desk: Desk, loose: Sequence[tuple[Occasion, Span]], named: Sequence[tuple[Occasion, Span]]) -> bool:
    """Is what is only described of another kind than what is named: a thing, not somebody?"""
    for _, span in loose:
        things = kinds(plain(w) for w in desk.text(span).lower().split())
        if any(desk.actors[desk.mentions[s]].kind == "person" for _, s in named) and things & {"firm", "site", "building", "law"}:
            return True
    return False
