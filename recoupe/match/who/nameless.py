"""Roles that a report tells without their holder: "l'ancien maire de X", "la présidence de X", whoever that may be."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from recoupe.match.desk import Desk
from recoupe.match.who.callings import Phrase, read_field, read_phrase
from recoupe.match.who.portraits import is_party, names_in
from recoupe.types import Span

_OFFICES = {
    "présidence": "président",
    "vice-présidence": "vice-président",
    "mairie": "maire",
    "ministère": "ministre",
    "direction": "directeur",
    "secrétariat": "secrétaire",
}
_UNNAMED = frozenset(("person", "role", "organisation", "group"))
_NEAR = 3  # sentences within which "cet ancien boxeur" is somebody named before


@dataclass(frozen=True, slots=True)
class Nameless:
    """The roles without a holder in one report, by noun, and in which sentences each actor stands."""

    roles: Mapping[str, tuple[tuple[Phrase, Span, int, bool], ...]]
    stands: Mapping[str, tuple[int, ...]]

    def of(self, noun: str, actor: str, *, offices: bool = False) -> Iterator[tuple[Phrase, Span]]:
        """The roles of this noun that may be this actor's: he stands near a bare one, and in the sentence of an office.

        `offices`: only these.
        """
        sentences = self.stands.get(actor, ())
        for phrase, span, sentence, office in self.roles.get(noun, ()) if sentences else ():
            if offices and not office:
                continue
            n = bisect_left(sentences, sentence + 1)
            last = sentences[n - 1] if n else -_NEAR - 1
            if last == sentence or not office and (phrase.about or sentence - last <= _NEAR and phrase.former):
                yield phrase, span


def nameless_in(desk: Desk, report: str) -> Nameless:
    """The roles that a report tells by descriptions of no named party, and by nouns of office."""
    parsed = desk.readings[report].parsed
    named = names_in(desk, report)
    roles: dict[str, list[tuple[Phrase, Span, int, bool]]] = defaultdict(list)
    stands: dict[str, set[int]] = defaultdict(set)
    for mention in desk.readings[report].mentions:
        actor, words = desk.actors.get(mention.actor), parsed.at(mention.span.start, mention.span.end)
        if actor is None or not words:
            continue
        sentence = parsed.words[words[0]].sent
        if is_party(actor):
            stands[actor.id].add(sentence)
        elif mention.form == "description" and actor.kind in _UNNAMED:
            start = words[0] + (parsed.words[words[0]].lower in ("ce", "cet", "cette"))
            if phrase := read_phrase(parsed, named, start, parsed.sentences[sentence].last):
                roles[phrase.noun].append((phrase, parsed.span(words[0], phrase.last), sentence, False))
    for word in parsed.words:
        if word.lower in _OFFICES:
            noun = _OFFICES[word.lower]
            if field := read_field(parsed, named, word.i + 1, parsed.sentences[word.sent].last, noun):
                roles[noun].append((field, parsed.span(word.i, field.last), word.sent, True))
    return Nameless({n: tuple(rows) for n, rows in roles.items()}, {a: tuple(sorted(s)) for a, s in stands.items()})
