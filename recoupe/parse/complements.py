"""The clause that a verb of saying carries, which the parser hung on a noun that stands between."""

from __future__ import annotations

from functools import cache

from recoupe.lang.cues import verb_cues
from recoupe.parse.document import Sentence, Word

_THAT = frozenset(("que", "qu'"))


def raise_said_clause(words: list[Word], sentence: Sentence) -> None:
    """In "a nié dans une lettre lue lundi que …" the clause is what he denies; a letter says nothing "que"."""
    for mark in words[sentence.first : sentence.last]:
        if mark.lower not in _THAT or not mark.dep.startswith("mark") or mark.head <= mark.i:
            continue
        clause = words[mark.head]
        noun = words[clause.head]
        if not clause.dep.startswith("acl") or noun.pos != "NOUN" or noun.i > mark.i or not noun.dep.startswith("obl"):
            continue
        verb = words[noun.head]
        if verb.i < noun.i and verb.lemma in _says_that() and not _has(words, sentence, verb, "ccomp", "obj"):
            clause.head, clause.dep = verb.i, "ccomp"


def _has(words: list[Word], sentence: Sentence, verb: Word, *deps: str) -> bool:
    return any(w.head == verb.i and w.i != verb.i and w.dep.startswith(deps) for w in words[sentence.first : sentence.last])


@cache
def _says_that() -> frozenset[str]:
    """Verbs that carry what is said in a clause."""
    return frozenset(verb for (verb, _, _), cue in verb_cues().items() if "que" in cue.frames)
