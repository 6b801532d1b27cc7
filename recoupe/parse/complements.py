"""What a verb carries and the parser hung elsewhere: the clause that is said, the object that it lost to its subject."""

from __future__ import annotations

from functools import cache

from recoupe.lang.cues import verb_cues
from recoupe.parse.document import Sentence, Word
from recoupe.parse.tree import attach, has_case

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


def return_object(words: list[Word], sentence: Sentence) -> None:
    """A noun with its article behind a verb hangs on no word before that verb: "Boko Haram dément la libération"."""
    for word in words[sentence.first + 2 : sentence.last]:
        head = words[word.head]
        if word.pos != "NOUN" or word.dep != "nmod" or head.i >= word.i or has_case(words, word):
            continue
        verb = words[head.head] if head.dep.startswith(("nsubj", "nmod", "flat")) else head
        verb = words[verb.head] if verb.pos in ("NOUN", "PROPN") else verb
        between = verb.pos == "VERB" and head.i < verb.i < word.i and verb.feat("VerbForm") == "Fin"
        article = word.i and words[word.i - 1].pos == "DET" and words[word.i - 1].head == word.i
        if between and article and word.i - verb.i == 2 and not _has(words, sentence, verb, "obj", "xcomp", "ccomp"):
            attach(words, word, verb.i, "obj")


def _has(words: list[Word], sentence: Sentence, verb: Word, *deps: str) -> bool:
    return any(w.head == verb.i and w.i != verb.i and w.dep.startswith(deps) for w in words[sentence.first : sentence.last])


@cache
def _says_that() -> frozenset[str]:
    """Verbs that carry what is said in a clause."""
    return frozenset(verb for (verb, _, _), cue in verb_cues().items() if "que" in cue.frames)
