"""The subject that goes with a verb by number: "les équipages de la compagnie sont", not "la compagnie sont"."""

from __future__ import annotations

from recoupe.parse.document import Parsed, Word

_UP = frozenset("nmod appos conj flat obl acl".split())
_CLIMB = 4


def agreeing(parsed: Parsed, s: int, i: int) -> int | None:
    """The head of the subject of word i that agrees with it in number: word s, or what s hangs on; None when none does."""
    number = number_of(parsed, i)
    for _ in range(_CLIMB):
        word = parsed.words[s]
        if number is None or _agrees(parsed, word, number):
            return s
        if word.dep.partition(":")[0] not in _UP or word.head == s or not word.head < i:
            return None
        if word.dep == "conj" and number == "Plur":
            return word.head
        s = word.head
    return None


def agrees(parsed: Parsed, s: int, i: int) -> bool:
    """May word s be the subject of verb i, by number, and by gender where its participle shows it?"""
    number, noun = number_of(parsed, i), parsed.words[s]
    being = any(k.lemma == "être" for k in parsed.kids(i, "aux", "cop"))
    genders = {noun.feat("Gender"), parsed.words[i].feat("Gender")} - {None} if being and noun.pos == "NOUN" else set()
    return (number is None or _agrees(parsed, noun, number)) and len(genders) < 2


def number_of(parsed: Parsed, i: int) -> str | None:
    """The number of the finite verb of word i."""
    group = (*parsed.kids(i, "aux", "cop"), parsed.words[i])
    return next((w.feat("Number") for w in group if w.feat("VerbForm") == "Fin"), None)


def _agrees(parsed: Parsed, word: Word, number: str) -> bool:
    """May this word be the subject of a verb in that number? "Une dizaine de maisons ont brûlé"; a name may be either."""
    if word.pos == "PROPN" and number == "Plur" and word.text[-1:] not in "sxz":  # "les soins de Vincent Roy ont été arrêtés"
        return any(parsed.kids(word.i, "conj", "appos")) or word.dep == "conj" or word.text.isupper()
    if word.pos != "NOUN" or word.feat("Number") in (None, number) or any(parsed.kids(word.i, "conj", "fixed")):
        return True
    if number == "Plur":
        return any(k.feat("Number") == "Plur" or k.pos == "NUM" for k in parsed.kids(word.i, "nmod", "nummod", "obl"))
    return word.text[:1].isupper() and not any(parsed.kids(word.i, "det", "nummod"))  # "Médecins du monde a quitté"
