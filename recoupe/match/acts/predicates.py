"""What a report says of each thing, clause by clause, whether or not a frame knows the verb: "la salle était comble"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from recoupe.find.done.arguments import read_clause
from recoupe.find.done.moods import is_negated, tense_of, verb_group
from recoupe.lang.plain import function_words, plain
from recoupe.match.acts.levels import SURE
from recoupe.match.acts.sides import PERSON, ROLE
from recoupe.match.desk import Desk
from recoupe.parse.document import Parsed, Word
from recoupe.types import Event, Span, Statement

_STAY = frozenset("rester demeurer trouver porter sembler paraître retrouver déclarer juger ressortir finir terminer".split())
_DEFINITE = frozenset("le la l' les ce cet cette ces son sa ses leur leurs du au des aux".split())
_NONE = frozenset(("aucun", "aucune", "nul", "nulle"))
_NEAR = 4  # words around a predicate that may complete it: "fermée à clé"
_LONGEST = 300
_SAID = frozenset(("ADJ", "NOUN", "VERB", "ADV", "PROPN"))
_PARTS = frozenset("un une certains plusieurs quelques autre autres".split())


@dataclass(frozen=True, slots=True)
class Predicate:
    """One clause: of which thing what is said, and how."""

    report: str
    word: int
    span: Span
    forms: frozenset[str]  # of its main word, plain
    near: frozenset[str]  # plain lemmas beside it
    themes: frozenset[str]  # keys of what it is said of
    narrowed: tuple[frozenset[str], frozenset[str]]  # words that narrow the theme, and the others
    others: frozenset[str]  # keys of who else takes part: the doer of what befalls the theme, the object of what it does
    negated: bool
    none: bool  # "aucune arme": of all there is
    sure: bool
    time: str  # past, present, or "" for a perfect, which may tell either
    sources: tuple[str, ...]
    event: Event | None


def find_predicates(desk: Desk, report: str, wanted: frozenset[str]) -> Iterator[Predicate]:
    """The clauses of a report that say one of the wanted words (plain) of a definite thing, in text order."""
    parsed = desk.readings[report].parsed
    events = {e.slots.predicate if e.slots.predicate >= 0 else e.slots.head: e for e in desk.readings[report].events}
    events |= {e.slots.head: e for e in desk.readings[report].events if not e.slots.nominal}
    said = {i: s for s in desk.readings[report].statements for i in s.words}
    for word in parsed.words:
        if word.pos not in _SAID or wanted.isdisjoint(_forms(word)):
            continue
        if (verb := _carrier(parsed, word)) is not None and not desk.is_furniture(Span(report, word.start, word.end)):
            yield from _said(desk, parsed, word, verb, events.get(word.i), said.get(word.i))


def _carrier(parsed: Parsed, word: Word) -> int | None:
    """The word that has the subject: the predicate itself, or the verb of staying above it."""
    above = parsed.words[word.head]
    if word.pos in ("ADJ", "NOUN", "VERB", "ADV") and word.dep.partition(":")[0] in ("xcomp", "obl", "advcl", "obj"):
        if above.lemma in _STAY and above.pos in ("VERB", "AUX") and word.i > above.i:
            return above.i
    if word.pos == "VERB" and (verb_group(parsed, word.i)[0] is not None):
        return word.i
    if word.pos in ("ADJ", "NOUN", "VERB", "ADV") and any(parsed.kids(word.i, "cop", "aux:pass")):
        return word.i
    return None


def _said(
    desk: Desk, parsed: Parsed, word: Word, verb: int, event: Event | None, statement: Statement | None
) -> Iterator[Predicate]:
    clause = read_clause(parsed, verb)
    stays = verb != word.i
    finite, perfect = verb_group(parsed, verb)
    finite = finite or next(parsed.kids(verb, "cop"), None)  # "a été calme"
    if finite is None or not clause.subjects or finite.feat("Mood") in ("Cnd", "Sub", "Imp"):
        return
    themes = clause.subjects if clause.passive or stays or not clause.objects or clause.reflexive else clause.objects
    others = clause.agents if clause.passive else clause.subjects if themes is clause.objects else ()
    claim = next(iter(desk.claims.get(event.id, ())), None) if event else None
    tense = tense_of(finite)
    sure = claim.status in SURE and claim.certainty == "certain" if claim else tense != "Fut"
    sources = claim.sources if claim else statement.speakers if statement else ()
    none = any(k.lower in _NONE for t in themes for k in parsed.kids(t, "det"))
    keys = frozenset(k for t in themes for k in _keys(desk, parsed, t, loose=none))
    if not keys:
        return
    near = parsed.words[max(0, word.i - _NEAR) : word.i + _NEAR + 1]
    yield Predicate(
        parsed.report,
        word.i,
        clause_span(parsed, min(*clause.subjects, word.i), word.i),
        _forms(word),
        frozenset(plain(w.lemma) for w in near if w.sent == word.sent and w.i != word.i),
        keys,
        (_narrowing(parsed, themes), _narrowing(parsed, others)),
        frozenset(k for t in others for k in _keys(desk, parsed, t, loose=True)),
        is_negated(parsed, verb) or stays and is_negated(parsed, word.i),
        none,
        sure,
        "past" if tense in ("Past", "Imp") else "" if perfect or finite.lemma == "avoir" else "present",
        tuple(sources),
        event,
    )


def _forms(word: Word) -> frozenset[str]:
    """Its lemma, and the form itself without its endings, for participles that the tagger takes for adjectives."""
    return _variants(word.lemma, word.lower)


@lru_cache(maxsize=1 << 16)
def _variants(lemma: str, form: str) -> frozenset[str]:
    bare = plain(form)
    one = bare.rstrip("s")
    male = next((one.removesuffix(f) + m for f, m in (("euse", "eux"), ("ive", "if")) if one.endswith(f)), one)
    return frozenset((plain(lemma), bare, one, one.removesuffix("e"), male))


def _keys(desk: Desk, parsed: Parsed, i: int, *, loose: bool) -> Iterator[str]:
    """Under which keys a thing compares: the party it is, or its noun where that is definite."""
    word = parsed.words[i]
    before = [k.lower for k in parsed.kids(i, "det", "nummod", "case", "amod") if k.i < i]
    for mention in (m for m in desk.readings[parsed.report].mentions if m.head == i):
        actor = desk.actors.get(mention.actor)
        if actor and actor.kind != "group":
            yield from (k for k in desk.parties.get(actor.id, ()) if k[0] not in "~=" and k not in (PERSON, ROLE))
    if (
        word.text[0].islower()
        and word.pos in ("NOUN", "ADJ", "PROPN")
        and (loose or any(d in _DEFINITE for d in before) and not any(d in _PARTS for d in before))
    ):
        if (noun := plain(word.lemma)) not in function_words():
            yield "noun " + noun


def _narrowing(parsed: Parsed, things: Iterable[int]) -> frozenset[str]:
    return frozenset(plain(k.lemma) for i in things for k in parsed.kids(i, "amod", "nmod", "nummod", "appos"))


def clause_span(parsed: Parsed, first: int, word: int) -> Span:
    """The words of the clause, from its subject on; of a long one the predicate alone."""
    sentence = parsed.sentence_of(word)
    last = next((k for k in range(word + 1, sentence.last) if parsed.words[k].text in ",;.:!?"), sentence.last)
    start, end = parsed.words[parsed.left[first]].start, parsed.words[max(word, last - 1)].end
    start = max(start, sentence.start)
    return Span(parsed.report, start, end) if end - start < _LONGEST else parsed.span(word, word + 1)
