"""The verb that a clause lost: read as a noun or an adverb, or hung on its own subject as a modifier."""

from __future__ import annotations

from recoupe.parse.document import Sentence, Word
from recoupe.parse.tags import homographs
from recoupe.parse.tree import has_case

_BEFORE = frozenset({"NOUN", "PROPN", "ADJ", "PRON", "PUNCT"})
_ANY = frozenset(("tout", "toute", "tous", "toutes"))
_ASIDES = ("acl", "acl:relcl", "advcl")
_AFTER = frozenset({"DET", "NUM", "ADP", "PRON", "ADV", "SCONJ", "PUNCT", "AUX", "VERB"})


def find_lost_verb(words: list[Word], sentence: Sentence) -> None:
    """Where a clause lacks its verb, a verb form read as a noun or adverb is that verb."""
    known = homographs()
    for i in range(sentence.first + 1, sentence.last - 1):
        word = words[i]
        if word.lower not in known or word.pos in ("VERB", "AUX", "PROPN"):
            continue
        before, after = words[i - 1], words[i + 1]
        if before.pos not in _BEFORE or after.pos not in _AFTER and after.lower not in _ANY:
            continue
        if before.pos == "PUNCT" and before.lower not in (",", '"', ")"):
            continue
        if not _clause_has_verb(words, word, sentence):
            _make_verb(words, word, known[word.lower], sentence)
        elif after.feat("VerbForm") == "Inf" and word.lower == "dément":
            _make_control_verb(words, word, sentence)
        elif word.lower == "dément" and before.pos != "ADJ":
            _make_relative_verb(words, word)


def _clause_has_verb(words: list[Word], word: Word, sentence: Sentence) -> bool:
    """A finite verb that governs this word's clause already, marks of a relative clause apart."""
    chain: list[Word] = []
    i = word.i
    while words[i].head != i and len(chain) < 60:
        i = words[i].head
        chain.append(words[i])
    aside = words[word.i - 1].text == "," and words[i].i < word.i and words[i].pos in ("NOUN", "PROPN")
    told = [w for w in chain if w.pos in ("VERB", "AUX") and w.feat("VerbForm") in ("Fin", "Part", None)]
    if any(not (aside and w.dep in _ASIDES and w.i < word.i) for w in told):
        return True  # "Le maire, élu en 2020, | dément": what is told between commas has a verb of its own
    top = words[i]
    return any(w.head == top.i and w.dep.startswith(("cop", "aux")) for w in words[sentence.first : sentence.last])


def raise_finite_modifier(words: list[Word], sentence: Sentence) -> None:
    """A noun with a finite modifier ("Un quotidien rapporte deux arrestations") is the subject of that verb."""
    for verb in words[sentence.first : sentence.last]:
        if verb.dep not in ("acl", "amod") or verb.pos != "VERB" or verb.feat("VerbForm") != "Fin" or verb.head >= verb.i:
            continue
        noun = words[verb.head]
        while words[verb.i - 1].text == "," and noun.dep in ("nmod", "amod", "appos") and words[noun.head].i < noun.i:
            noun = words[noun.head]  # "La CGT, majoritaire avec 58 % des voix, appelle"
        kids = [w for w in words[sentence.first : sentence.last] if w.head == verb.i]
        if (
            noun.head != noun.i
            or noun.pos not in ("NOUN", "PROPN")
            or any(w.dep.startswith(("nsubj", "expl:subj")) for w in kids)
        ):
            continue
        for child in words[verb.i + 1 : sentence.last]:
            if child.head == noun.i:
                child.head = verb.i
                if child.dep == "nmod" and not has_case(words, child):
                    child.dep = "obj"
        verb.head, verb.dep = verb.i, "ROOT"
        noun.head, noun.dep = verb.i, "nsubj"
        return


def _make_verb(words: list[Word], word: Word, lemma: str, sentence: Sentence) -> None:
    top = word
    while top.head != top.i:
        top = words[top.head]
    word.pos, word.lemma, word.morph = "VERB", lemma, "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    for child in words[sentence.first : sentence.last]:
        if child.head == top.i and child is not word and child is not top:
            moves = child.dep.startswith(("nsubj", "punct", "parataxis")) or (child.i > word.i) != (top.i > word.i)
            if moves and child.pos != "DET":
                child.head = word.i
    word.head, word.dep = word.i, "ROOT"
    if top is not word:
        top.head, top.dep = word.i, "obj" if top.i > word.i else "nsubj"
    if words[word.i - 1].text == ",":
        for child in words[word.i + 1 : sentence.last]:
            if child.head < word.i:  # hung on what stands between the commas
                bare = child.pos in ("NOUN", "PROPN") and not has_case(words, child)
                child.head, child.dep = word.i, "obj" if bare else child.dep
    for child in words[word.i + 1 : sentence.last]:
        if child.head == word.i and child.dep == "nmod" and not has_case(words, child):
            child.dep = "obj"
        elif child.head == word.i and child.dep == "acl" and words[word.i + 1].feat("VerbForm") == "Inf":
            child.dep = "xcomp"


def _make_control_verb(words: list[Word], word: Word, sentence: Sentence) -> None:
    """In "Le ministre dément avoir reçu cette lettre" the infinitive hangs on the verb that the tagger missed."""
    inner = words[word.i + 1]
    inner = words[inner.head] if inner.dep.startswith("aux") else inner
    here = words[sentence.first : sentence.last]
    root = next((w for w in here if w.head == w.i), None)
    if root is None or inner.i < word.i or (root is not inner and inner.head != root.i):
        return
    word.pos, word.lemma, word.morph = "VERB", "démentir", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    subject = root if root is not inner else next((w for w in here if w.head == inner.i and w.dep.startswith("nsubj")), None)
    word.head, word.dep = word.i, "ROOT"
    for child in here:
        outer = child.head == inner.i and child.i < word.i and not child.dep.startswith("aux")
        if child is not word and (outer or (child.dep == "punct" and child.head in (inner.i, root.i))):
            child.head = word.i
    if subject is not None:
        subject.head, subject.dep = word.i, "nsubj"
    inner.head, inner.dep = word.i, "xcomp"


def _make_relative_verb(words: list[Word], word: Word) -> None:
    """In "…, ce que la Chine dément" the noun taken for the clause's head is the verb's subject."""
    subject = words[word.head]
    word.pos, word.lemma, word.morph = "VERB", "démentir", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    if subject.i < word.i and subject.pos in ("NOUN", "PROPN") and subject.head != subject.i:
        word.head, word.dep = subject.head, subject.dep
        subject.head, subject.dep = word.i, "nsubj"
