"""Where from and where to: the ends of a way that a verb or noun of motion takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from recoupe.find.done.parts import NARROWING
from recoupe.find.done.trigger import Trigger
from recoupe.find.done.wordforms import TIME_NOUNS, preposition_of
from recoupe.lang.frames import Motion, motions, noun_classes
from recoupe.parse.document import Parsed
from recoupe.types import ActorKind


def find_way(parsed: Parsed, trigger: Trigger, kinds: Mapping[int, ActorKind]) -> tuple[list[int], list[int]]:
    """Where from and where to, by what the verb or noun of motion takes (lang/fr/motion.tsv)."""
    table, words, clause = motions(), parsed.words, trigger.clause
    origin: list[int] = []
    destination: list[int] = []
    if motion := table.get(words[trigger.predicate].lemma) or table.get(words[trigger.i].lemma):
        _read_way(parsed, motion, _complements(parsed, trigger), kinds, origin, destination)
    for k in (*clause.subjects, *clause.objects):
        if words[k].pos != "PRON" and parsed.children[k]:
            _carried(parsed, k, trigger.predicate, kinds, origin, destination)
    return list(dict.fromkeys(origin)), list(dict.fromkeys(destination))


def _carried(
    parsed: Parsed, i: int, predicate: int, kinds: Mapping[int, ActorKind], origin: list[int], destination: list[int]
) -> None:
    """The way a noun brings along: "la liaison entre Nice et Bastia", "un avion parti de Lima"."""
    table, words = motions(), parsed.words
    if words[i].pos == "NOUN" and (motion := table.get(words[i].lemma)):
        _read_way(parsed, motion, _noun_complements(parsed, i), kinds, origin, destination)
    for k in parsed.children[i]:
        moved = words[k]
        if moved.pos == "VERB" and k > i and (motion := table.get(moved.lemma)) and moved.dep in ("acl", "appos", "conj"):
            if k != predicate:
                _read_way(parsed, motion, _noun_complements(parsed, k), kinds, origin, destination)
            behind = ((p, c) for p, c in _noun_complements(parsed, i) if c > k)  # what the parser hung on the noun
            _read_way(parsed, motion, behind, kinds, origin, destination)


def _read_way(
    parsed: Parsed,
    motion: Motion,
    complements: Iterable[tuple[str, int]],
    kinds: Mapping[int, ActorKind],
    origin: list[int],
    destination: list[int],
) -> None:
    between: list[int] = []
    for preposition, k in complements:
        if preposition == "entre" and preposition in motion.origin:
            between.append(k)
        elif preposition in motion.origin and _where(parsed, k, kinds, preposition):
            origin.append(k)
        elif preposition in motion.destination and _where(parsed, k, kinds, preposition):
            destination.append(k)
    if len(between) == 2:
        origin.append(between[0])
        destination.append(between[1])


def _complements(parsed: Parsed, trigger: Trigger) -> Iterator[tuple[str, int]]:
    """Complements with their preposition ("obj" for objects), also what the parser hung on one of them ("de Lyon pour Rome")."""
    clause = trigger.clause
    patients = () if trigger.nominal else clause.subjects if clause.passive else clause.objects
    yield from (("obj", k) for k in patients)
    yield from clause.obliques
    if trigger.nominal or trigger.i != trigger.predicate:
        yield from _noun_complements(parsed, trigger.i)
    for i in (*(k for _, k in clause.obliques), *(() if clause.passive else clause.objects)):
        yield from ((p, k) for p, k in _noun_complements(parsed, i) if p != "de")


def _noun_complements(parsed: Parsed, i: int) -> Iterator[tuple[str, int]]:
    words = parsed.words
    for k in parsed.children[i]:
        kid = words[k]
        if k < i or kid.pos not in NARROWING or not kid.dep.startswith(("nmod", "obl")):
            continue
        if preposition := preposition_of(parsed, k):
            yield preposition, k
            if parsed.children[k][1:]:
                yield from ((preposition, c.i) for c in parsed.kids(k, "conj") if c.pos in NARROWING)
                if preposition == "de":  # "le départ de la flotte pour Malte"
                    yield from ((p, c) for p, c in _noun_complements(parsed, k) if p != "de")


def _where(parsed: Parsed, k: int, kinds: Mapping[int, ActorKind], preposition: str) -> bool:
    word, kind = parsed.words[k], kinds.get(k)
    if kind in ("place", "state"):
        return True
    if word.lemma in TIME_NOUNS or word.pos not in ("NOUN", "PROPN"):
        return False
    if preposition in _SPATIAL or (word.pos == "PROPN" and kind is None):
        return True
    return bool(noun_classes().get(word.lemma, frozenset()) & {"site", "area", "place"})


_SPATIAL = frozenset(("depuis", "vers"))  # what follows is a place whatever the noun: "depuis une colline"
