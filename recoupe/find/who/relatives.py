"""The noun that a relative pronoun stands for: "le maire de Lure, Paul Denis, qui"."""

from __future__ import annotations

from recoupe.find.who.nounphrases import (
    NOMINAL,
    is_office,
)
from recoupe.parse.document import Parsed

_NO_CASE = frozenset(("'", "des", "du", "de", "d'"))  # a torn apostrophe, an article: no preposition before a subject


def noun_of_relative(parsed: Parsed, verb: int, relative: int) -> int:
    """The noun that the relative pronoun before this verb stands for."""
    words, at = parsed.words, verb
    for _ in range(4):
        if words[at].dep.startswith("acl") and words[at].head < relative and words[words[at].head].pos in NOMINAL:
            titled = _titled(parsed, relative)
            return titled if titled >= 0 else _bearer(parsed, words[at].head, relative)
        if words[at].dep != "conj":
            break
        at = words[at].head
    for k in range(relative - 1, max(-1, relative - 12), -1):
        if words[k].sent != words[relative].sent:
            break
        if words[k].pos in NOMINAL and not words[k].dep.startswith("flat"):
            return _bearer(parsed, k, relative)
    return -1


_TITLES = frozenset(("m.", "mm.", "mme", "mmes", "me", "mlle", "mgr", "dr", "pr"))


def _titled(parsed: Parsed, relative: int) -> int:
    """ "a réagi devant l'agence M. Denis, qui conteste": the name with a title right before the comma; -1 without one."""
    words, k = parsed.words, relative - 1
    if k < 2 or words[k].text != ",":
        return -1
    while k > 1 and words[k - 1].pos == "PROPN" and words[k - 1].lower not in _TITLES:
        k -= 1
    return k if k < relative - 1 and words[k - 1].lower in _TITLES else -1


def _bearer(parsed: Parsed, noun: int, relative: int) -> int:
    """ "X, président de Y, qui", "le chef de mission pour le Sahel qui": the person, not the name inside the title."""
    words, at = parsed.words, noun
    for _ in range(5):
        word = words[at]
        head = words[word.head]
        if word.head >= at or head.pos not in NOMINAL or word.dep.split(":")[0] not in ("nmod", "conj", "appos", "flat", "obl"):
            break
        apart = any(w.text == "," for w in words[head.i : at])
        if word.dep.startswith("appos") and apart or is_office(head) and word.dep.split(":")[0] in ("nmod", "conj"):
            noun = head.i
        at = head.i
    # the parser may hang the title on the verb: "a ajouté Paul R., le chef de mission pour le Sahel qui"
    title = words[noun]
    first = parsed.left[noun]
    if is_office(title) and 1 < first < relative and words[first - 1].text == "," and words[first - 2].pos == "PROPN":
        name = first - 2
        while words[name].dep.startswith("flat") and words[name].head < name:
            name = words[name].head
        return name
    return noun
