"""What a verb has behind it, which the parser hung on a noun before it, or on one that stands between."""

from __future__ import annotations

from functools import cache

from recoupe.lang.cues import verb_cues
from recoupe.parse.document import Sentence, Word
from recoupe.parse.tree import has_case

_THAT = frozenset(("que", "qu'"))


def raise_object(words: list[Word], sentence: Sentence) -> None:
    """In "Boko Haram dément la libération" a noun behind the verb hangs on no noun before it: it is the verb's object."""
    for noun in words[sentence.first : sentence.last]:
        up = words[noun.head]
        if noun.pos != "NOUN" or noun.dep != "nmod" or up.i > noun.i or has_case(words, noun) or not _has_article(words, noun):
            continue
        verb = next((w for w in reversed(words[up.i + 1 : noun.i]) if w.pos == "VERB" and w.feat("VerbForm") == "Fin"), None)
        if verb is None or not _is_above(words, verb, up) or _has(words, sentence, verb, "obj", "cop"):
            continue
        noun.head, noun.dep = verb.i, "obj"


def raise_said_clause(words: list[Word], sentence: Sentence) -> None:
    """In "a démenti dans une vidéo mise en ligne vendredi que …" the clause is what he denies; a video says nothing "que"."""
    for mark in words[sentence.first : sentence.last]:
        if mark.lower not in _THAT or mark.pos != "SCONJ" or mark.head <= mark.i:
            continue
        clause = words[mark.head]
        noun = words[clause.head]
        if not clause.dep.startswith("acl") or noun.pos != "NOUN" or noun.i > mark.i or not noun.dep.startswith("obl"):
            continue
        verb = words[noun.head]
        if verb.i < noun.i and verb.lemma in _says_that() and not _has(words, sentence, verb, "ccomp", "obj"):
            clause.head, clause.dep = verb.i, "ccomp"


def _has_article(words: list[Word], noun: Word) -> bool:
    return any(k.head == noun.i and k.dep == "det" for k in words[max(0, noun.i - 3) : noun.i])


def _is_above(words: list[Word], verb: Word, word: Word) -> bool:
    """Is the word in the subject of this verb?"""
    i = word.i
    while words[i].head != i and words[i].head != verb.i:
        i = words[i].head
    return words[i].head == verb.i and i != verb.i and words[i].dep.startswith("nsubj")


def _has(words: list[Word], sentence: Sentence, verb: Word, *deps: str) -> bool:
    return any(w.head == verb.i and w.i != verb.i and w.dep.startswith(deps) for w in words[sentence.first : sentence.last])


@cache
def _says_that() -> frozenset[str]:
    """Verbs that carry what is said in a clause."""
    return frozenset(verb for (verb, _, _), cue in verb_cues().items() if "que" in cue.frames)
