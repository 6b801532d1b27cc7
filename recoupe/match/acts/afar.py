"""Reports that came out weeks apart: "la bataille", "l'homme", "le livre" of the later one may be another."""

from __future__ import annotations

from recoupe.match.desk import Desk
from recoupe.types import Span

_WITH_NAMES = frozenset(("person", "organisation"))


def may_be_others(desk: Desk, a: Span, b: Span) -> bool:
    """Did the two come out weeks apart, and is no person or body with a name spoken of in both sentences?"""
    return desk.are_weeks_apart(a.report, b.report) and not _named(desk, a) & _named(desk, b)


def are_of_others(desk: Desk, a: Span, b: Span) -> bool:
    """Did the two come out days apart, and does each sentence speak of persons or bodies with a name, but of other ones?"""
    left, right = (_named(desk, s) for s in (a, b))
    return bool(left and right) and not left & right and desk.are_days_apart(a.report, b.report)


def _named(desk: Desk, span: Span) -> frozenset[str]:
    """The persons and bodies with a name in the sentence of these words, by pronoun too."""
    reading = desk.readings[span.report]
    words = reading.parsed.at(span.start, span.end)
    if not words:
        return frozenset()
    first, last = (reading.parsed.sentence_of(w) for w in (words[0], words[-1]))
    here = (m.actor for m in reading.mentions if first.start <= m.span.start < last.end)
    known = (desk.actors[a] for a in here if a in desk.actors)
    return frozenset(x.id for x in known if x.kind in _WITH_NAMES and x.name[:1].isupper())
