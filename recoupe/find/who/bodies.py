"""Bodies taken up by their noun alone: "l'Agence des médicaments ... L'agence"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recoupe.find.who.name import Name
from recoupe.find.who.takenup import kinds_taken_up
from recoupe.lang.nouns import ActorNoun
from recoupe.parse.document import Word

ONE = frozenset(("l'", "la", "le", "une", "un", "cette", "cet", "ce", "du", "au", "son", "sa"))


def told_bodies(words: Sequence[Word], names: Sequence[Name], nouns: Mapping[str, ActorNoun]) -> dict[str, int]:
    """Nouns of bodies -> the word from which on the report has told which: "l'Agence des médicaments ... L'agence"."""
    told: dict[str, int] = {}
    first: dict[str, int] = {}  # kind of body -> where the first one is named
    for name in names:
        if name.kind != "organisation":
            continue
        noun = nouns.get(words[name.first].lower)
        noun = noun if noun is not None and noun.kind == "organisation" else None
        if noun is not None and name.last - name.first > 1:
            told.setdefault(noun.lemma, name.last)
        title = nouns.get(words[name.first - 1].lower) if name.first else None
        called = {n.lemma for n in (noun, title) if n is not None}
        kinds = {name.known.sort} if name.known else {k for n in called for k in kinds_taken_up().get(n, ())} or {"unknown"}
        for kind in sorted(kinds):
            first.setdefault(kind, name.last)
    for word in words:
        if word.pos == "NOUN" and word.i and word.lower in kinds_taken_up() and words[word.i - 1].lower in ONE:
            for kind in sorted(kinds_taken_up()[word.lower] & {"company"}):
                first[kind] = min(word.i + 1, first.get(kind, word.i + 1))
    for noun_of_body, kinds_of_it in kinds_taken_up().items():
        places = [first[k] for k in kinds_of_it if k in first]
        if places:
            told[noun_of_body] = min(*places, told.get(noun_of_body, places[0]))
    return told
