"""Where an event happens: the place named beside its trigger, by the words' order rather than the parser's attachments."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from recoupe.find.done.wordforms import DAYS, TIME_NOUNS
from recoupe.lang.frames import noun_classes
from recoupe.parse.document import Parsed, Word
from recoupe.types import ActorKind, Mention, Span

_SIMPLE = frozenset(
    ("à", "au", "aux", "en", "dans", "sur", "sous", "devant", "près", "loin", "autour", "au-dessus", "au-dessous", "hors")
)
_DE = frozenset(("de", "du", "d'", "des"))
# Verbs that only say that the event took place: "le déraillement survenu jeudi à Valmorin".
TOOK_PLACE = frozenset(
    "survenir produire perpétrer commettre organiser tenir prévoir situer dérouler intervenir avoir être attendre mener "
    "constater".split()
)
_STOPS = frozenset("; : ( ) « » \" “ ” qui que qu' dont où et mais selon après avant lors".split())
_ELSEWHERE = frozenset(("selon", "après", "avant", "lors"))  # what follows has a place of its own
_COMPOUND = frozenset(("près", "loin", "autour", "au-dessus", "au-dessous", "hors"))  # prepositions only with "de"
# Prepositions that put a bare name in space: "à Tolna", "près de Tolna", "en Morévie".
_OPENS_NAME = frozenset(("à", "en", "près", "loin", "autour", "au-dessus", "au", "aux", "dans"))
_LONGEST = 9  # words of one place: "à l'entrée de la gare de Saint-Jean"


class Known(Protocol):
    """What the finder asks about the actors of the report."""

    def at(self, i: int) -> Mention | None:
        """The mention at word i."""

    def kind(self, actor: str) -> ActorKind | None:
        """The kind of an actor."""


@dataclass(frozen=True, slots=True)
class Place:
    """`span` holds the whole phrase without its preposition, `name` the proper name in it (else the common noun)."""

    span: Span
    name: str
    actor: str | None
    kind: ActorKind | None
    words: range
    preposition: str


def find_place(
    parsed: Parsed, known: Known, first: int, last: int, trigger: int, others: Collection[int], nominal: bool
) -> Place | None:
    """The place among words[first..last] of an event: the first one behind its trigger, else one that opens the sentence.

    `others` are other triggers: what stands behind them is theirs.
    """
    k = trigger + 1
    end = _nominal_end(parsed, trigger) if nominal else last + 1
    while k < end:
        word = parsed.words[k]
        if (k in others and word.lemma not in TOOK_PLACE) or (word.lower in _ELSEWHERE and not _clock(parsed, k + 1)):
            break
        if place := _place_at(parsed, known, k, end):
            return place
        k += 1
    if nominal:
        return None
    sentence = parsed.sentence_of(trigger)
    for k in range(max(first, sentence.first), min(first + 3, trigger)):
        if k <= sentence.first + 2 and (place := _place_at(parsed, known, k, trigger)):
            after = parsed.words[place.words.stop]
            return place if after.text == "," else None
    return None


def _clock(parsed: Parsed, k: int) -> bool:
    """ "peu avant 8 heures", "peu après midi": a time, not another event."""
    return k < len(parsed.words) and (parsed.words[k].pos == "NUM" or parsed.words[k].lemma in TIME_NOUNS)


def points_here(parsed: Parsed, first: int, last: int) -> int:
    """The word that opens "sur place" or "sur les lieux" in words[first..last], -1 without one."""
    words = parsed.words
    for k in range(first, min(last + 1, len(words) - 1)):
        if words[k].lower == "sur" and any(w.lemma in ("place", "lieu") for w in words[k + 1 : k + 3]):
            return k
    return -1


def _nominal_end(parsed: Parsed, trigger: int) -> int:
    """How far the words behind an event noun may still tell its place."""
    sentence = parsed.sentence_of(trigger)
    for k in range(trigger + 1, min(sentence.last, trigger + 16)):
        word = parsed.words[k]
        if word.lower in _STOPS or word.text in ".!?–—-":
            return k
        if word.pos in ("VERB", "AUX") and not (
            word.lemma in TOOK_PLACE and word.feat("VerbForm") == "Part" and word.pos == "VERB"
        ):
            return k
        if word.text == "," and not _goes_on(parsed.words[k + 1] if k + 1 < sentence.last else word):
            return k
    return min(sentence.last, trigger + 16)


def _goes_on(word: Word) -> bool:
    return word.lower in _SIMPLE or word.lemma in TIME_NOUNS or word.pos == "NUM"


def _place_at(parsed: Parsed, known: Known, k: int, end: int) -> Place | None:
    """The place whose preposition is word k."""
    word = parsed.words[k]
    if word.lower not in _SIMPLE or word.dep == "mark":
        return None
    if k and known.at(k) is not None and known.at(k - 1) == known.at(k):
        return None  # inside a name: "son ambassadeur à Paris"
    if _beside_person(parsed, known, k):
        return None
    return _read(parsed, known, k, end)


def _beside_person(parsed: Parsed, known: Known, k: int) -> bool:
    """ "l'ambassadeur de Morévie à Paris": the preposition stands behind an office and belongs to it."""
    for i in (k - 1, k - 3):
        mention = known.at(i) if i >= 0 else None
        if mention and mention.form in ("title", "description") and known.kind(mention.actor) in ("person", "role"):
            return mention.span.end == parsed.words[k - 1].end or (i == k - 3 and parsed.words[k - 2].lower in _DE)
    return False


def _read(parsed: Parsed, known: Known, k: int, end: int) -> Place | None:
    """The place behind the preposition k: a known one, a bare name, else a site told by its common noun."""
    words, preposition = parsed.words, parsed.words[k].lower
    if preposition in _COMPOUND and not (k + 1 < end and words[k + 1].lower in _DE):
        return None
    first = head = -1
    told = False
    for j in range(k + 1, min(end, k + _LONGEST)):
        word = words[j]
        if word.pos in ("PUNCT", "VERB", "AUX"):
            break
        if place := _named_place(parsed, known, (k, first, head, end), j):
            return place
        if word.pos in ("NOUN", "PROPN"):
            classes = _sites(word)
            if not classes and head == j - 1 and head >= 0:
                continue  # an adjective taken for a noun: "la région frontalière de"
            if not classes or (word.lower == "place" and j == k + 1):
                break
            first = first if first >= 0 else j
            if head < 0 or "site" in classes:
                head, told = j, "site" in classes
        elif not (word.pos in ("DET", "ADJ", "NUM") or word.lower in _DE or word.lower in ("la", "le", "l'")):
            break
    if not told or preposition == "en":
        return None  # "dans la région", "au centre du débat": no place to be found on a map
    return _made(parsed, first, head + 1, words[head].lemma, None, None, preposition)


def _named_place(parsed: Parsed, known: Known, so_far: tuple[int, int, int, int], j: int) -> Place | None:
    """The place whose name begins at word j. `so_far`: the preposition, the first word and the head read till now, the limit."""
    k, first, head, end = so_far
    words, preposition = parsed.words, parsed.words[k].lower
    mention = known.at(j)
    kind = known.kind(mention.actor) if mention else None
    if mention and kind in ("place", "state") and mention.form not in ("adjective", "possessive", "pronoun"):
        if mention.span.start >= words[k].end:
            span = parsed.at(mention.span.start, mention.span.end)
            first = first if first >= 0 else span.start
            return _made(parsed, first, span.stop, _proper(parsed, span), mention.actor, kind, preposition)
    if not _named(words[j], mention, kind) or not (head >= 0 or preposition in _OPENS_NAME):
        return None
    stop = j + 1
    while stop < end and words[stop].dep.startswith("flat") and words[stop].pos == "PROPN":
        stop += 1
    name = parsed.text[words[j].start : words[stop - 1].end]
    return _made(parsed, first if first >= 0 else j, stop, name, None, None, preposition)


def _sites(word: Word) -> frozenset[str]:
    """Does this noun stand for a site or an area?"""
    sites = noun_classes()
    return (sites.get(word.lemma, frozenset()) | sites.get(word.lower, frozenset())) & {"site", "area"}


def _named(word: Word, mention: Mention | None, kind: ActorKind | None) -> bool:
    if word.pos not in ("PROPN", "NOUN") or not word.text[:1].isupper() or word.lemma in DAYS:
        return False
    return mention is None or kind in ("place", "state")


def _proper(parsed: Parsed, span: range) -> str:
    """ "gare de Valmorin" -> "Valmorin": the last run of capitalised words."""
    words = [parsed.words[w] for w in span]
    stop = len(words)
    while stop and not words[stop - 1].text[:1].isupper():
        stop -= 1
    start = stop
    while start and (words[start - 1].text[:1].isupper() or words[start - 1].text == "-"):
        start -= 1
    chosen = words[start:stop] or words
    return parsed.text[chosen[0].start : chosen[-1].end]


def _made(parsed: Parsed, first: int, stop: int, name: str, actor: str | None, kind: ActorKind | None, preposition: str) -> Place:
    while first < stop - 1 and parsed.words[first].pos == "DET":
        first += 1
    return Place(parsed.span(first, stop), name, actor, kind, range(first, stop), preposition)
