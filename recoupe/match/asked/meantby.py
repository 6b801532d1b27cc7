"""Of which named person a turn of phrase is told, and its subject: "né à Oran, il …", "l'auteur, natif de …"."""

from __future__ import annotations

import re

from recoupe.match.asked.asked import Scene
from recoupe.match.count.ages import bearer
from recoupe.parse.document import Sentence, Word
from recoupe.types import Span

_DEFINITE = frozenset(("le", "la", "l'", "l’", "ce", "cet", "cette"))

_KINS = (
    r"(?:père|mère|frère|sœur|soeur|fils|fille|épouse|époux|mari|femme|compagne|compagnon|cousine?|oncle|tante|parents?|"
    r"grands?-(?:père|mère|parents)|neveu|nièce|amie?|voisine?|veuve|enfants?|entraîneur|avocate?|agent)"
)
_KIN = re.compile(
    rf"(?i)\b(?:(?:son|sa|ses|leurs?|mon|ma|mes) (?:[\w-]+ ){{0,2}}{_KINS}\b|{_KINS} (?:de |d'|du |des ))[^.;:]{{0,80}}$"
)


def person_of(scene: Scene, sentence: Sentence, span: Span) -> frozenset[str]:
    """The person whom the words of a span are told of: the noun or subject that they hang on, the one whom the sentence names,
    the only one named before; nobody where it may be two."""
    mentions = scene.desk.readings[scene.report].mentions
    found = bearer(scene.desk, span)
    named = scene.named((found,)) if found else frozenset[str]()
    if not named:
        here = (m for m in mentions if sentence.start <= m.span.start < sentence.end)
        named = scene.named(m.actor for m in here if not span.start <= m.span.start < span.end)
    words = scene.parsed.at(span.start, span.end)
    subject = subject_of(scene, words[0]) if words else None
    if not named and (subject is None or subject.lower == "il" or _is_definite(scene, subject)):
        before = scene.named(m.actor for m in mentions if m.span.start < sentence.start)
        named = frozenset(a for a in before if " " in scene.desk.actors[a].name)
    return named if len(named) == 1 else frozenset()


def subject_of(scene: Scene, i: int) -> Word | None:
    """The noun that word i is told of, or that does it."""
    parsed = scene.parsed
    for word in (parsed.words[i], *parsed.ancestors(i)):
        if word.pos in ("NOUN", "PRON") and word.i < i:
            return word
        if word.pos in ("VERB", "ADJ") and (kid := next(parsed.kids(word.i, "nsubj"), None)) is not None:
            return kid
    return None


def _is_definite(scene: Scene, noun: Word) -> bool:
    """ "L'auteur", "cet ancien vigile"."""
    return any(k.lower in _DEFINITE for k in scene.parsed.kids(noun.i, "det"))


def is_of_kin(text: str, start: int, end: int) -> bool:
    """Do the words before tell of somebody's kin: "sa mère, née à", "le frère de Paul, mort à"?"""
    return bool(_KIN.search(text, start, end))
