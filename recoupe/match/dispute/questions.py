"""On which question of news some words take a side: "les sirènes étaient muettes" and "l'alarme a retenti" answer one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.find.done.moods import is_negated
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.dispute.rebuttalwords import blanks
from recoupe.parse.document import Parsed

COLUMNS = ("question", "deed", "cleared", "about", "example")
_NONE = frozenset("aucun aucune nul nulle ni sans".split())
_NOBODY = frozenset("rien personne aucun aucune nul".split())
_LINKS = frozenset(("conj", "xcomp", "ccomp", "parataxis", "csubj", "appos", "root", "aux", "fixed"))
_SAID = frozenset(("NOUN", "VERB", "ADJ", "ADV", "PROPN", "AUX", "X"))
_MALE = (("ette", "et"), ("elle", "el"), ("enne", "en"), ("euse", "eux"), ("ive", "if"), ("e", ""))
_DEPTH = 4  # words between one that takes a side and the verb that may negate it


@dataclass(frozen=True, slots=True)
class Stand:
    """Questions that some words answer with yes (it was done), with no, and those they only name."""

    yes: frozenset[str]
    no: frozenset[str]
    about: frozenset[str]

    def turned(self) -> Stand:
        """The same words under a verb of denial."""
        return Stand(self.no, self.yes, self.about)


def stand_of(parsed: Parsed, words: Sequence[int], *, all_main: bool = False) -> Stand:
    """The sides that these words take by what they say in the main: not by a purpose, a relative clause, a passing word."""
    found: dict[str, set[str]] = {"deed": set(), "cleared": set(), "about": set()}
    inside = frozenset(words)
    hits = [(i, *hit) for i in words for hit in _hits(parsed, i, inside)]
    named = {question for _, side, question, _, _ in hits if side == "about"}
    for i, side, question, width, common in hits:
        if side == "about":
            found[side].add(question)
        elif (question in named or not common) and (all_main or any(_is_main(parsed, j, inside) for j in range(i, i + width))):
            if any(_is_denied(parsed, j) for j in range(i, i + width)):
                side = "cleared" if side == "deed" else "deed"
            found[side].add(question)
    yes, no = frozenset(found["deed"]), frozenset(found["cleared"])
    return Stand(yes - no, no - yes, frozenset(found["about"]))


def _hits(parsed: Parsed, i: int, inside: frozenset[int]) -> Iterator[tuple[str, str, int, bool]]:
    """Side, question, width and "is a common word" of the rows that a word begins."""
    word = parsed.words[i]
    for rest, side, question, common in _held(word.lemma, word.lower):
        if not rest:
            if word.pos in _SAID:
                yield side, question, 1, common
        elif i + len(rest) in inside and all(r in _forms(*_at(parsed, i + n)) for n, r in enumerate(rest, 1)):
            yield side, question, len(rest) + 1, common


@lru_cache(maxsize=1 << 15)
def _held(lemma: str, form: str) -> tuple[tuple[tuple[str, ...], str, str, bool], ...]:
    """The rows that a word begins."""
    rows = _rows()
    return tuple(row for word in sorted(_forms(lemma, form)) for row in rows.get(word, ()))


def _is_main(parsed: Parsed, i: int, inside: frozenset[int]) -> bool:
    """Is the word the head of what is said, or held by a verb that only carries it ("a commis une fraude")?"""
    for _ in range(_DEPTH + 2):
        word = parsed.words[i]
        if word.head == i or word.head not in inside:
            return True
        above = parsed.words[word.head]
        base = word.dep.partition(":")[0]
        held = base in ("obj", "nsubj", "obl", "iobj") and (word.pos == "VERB" or plain(above.lemma) in _carriers())
        named = base in ("nmod", "acl") and plain(above.lemma) in _carriers()
        told = base == "acl" and (above.lower in _NOBODY or _is_finite(parsed, i))
        if not held and not named and not told and base not in _LINKS:
            return False
        i = word.head
    return False


def _is_finite(parsed: Parsed, i: int) -> bool:
    """A clause that the parser hangs on its own subject: "la laiterie savait", "le Danois s'est dopé"."""
    finite = parsed.words[i].feat("Mood") == "Ind" or any(parsed.kids(i, "aux", "aux:tense", "aux:pass", "cop"))
    return finite and not any(parsed.kids(i, "mark", "nsubj", "nsubj:pass"))


def _at(parsed: Parsed, i: int) -> tuple[str, str]:
    return parsed.words[i].lemma, parsed.words[i].lower


def _is_denied(parsed: Parsed, i: int) -> bool:
    """Is the word, or the verb that carries it, negated: "n'a pas retenti", "n'a commis aucune fraude"?"""
    for _ in range(_DEPTH):
        word = parsed.words[i]
        if any(k.lower in _NONE for k in parsed.kids(i, "det", "amod", "case", "cc", "mark")):
            return True
        if word.pos in ("VERB", "AUX") or any(parsed.kids(i, "cop")):
            if is_negated(parsed, i):
                return True
            if not word.dep.startswith("xcomp"):
                return False
        elif parsed.words[word.head].lower in _NOBODY:
            return True
        elif word.head != i and plain(parsed.words[word.head].lemma) not in _carriers():
            return False
        if word.head == i:
            return False
        i = word.head
    return False


@lru_cache(maxsize=1 << 14)
def _forms(lemma: str, form: str) -> frozenset[str]:
    """Its lemma, itself, and the verb of a participle that the tagger takes for an adjective."""
    bare = plain(form)
    one = bare.rstrip("s") or bare
    found = {plain(lemma), bare, one, *(one.removesuffix(f) + m for f, m in _MALE if one.endswith(f))}
    if form.endswith(("é", "és", "ée", "ées")):
        found.add(one.removesuffix("e").removesuffix("e") + "er")
    return frozenset(found)


@cache
def _rows() -> dict[str, tuple[tuple[tuple[str, ...], str, str, bool], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str, str, bool]]] = defaultdict(list)
    for row in read_table("lang/fr/quarrels.tsv", COLUMNS):
        for side in ("deed", "cleared", "about"):
            for item in row.many(side):
                first, *rest = plain(item.rstrip("*")).replace("'", "' ").split()
                found[first].append((tuple(rest), side, row["question"], item.endswith("*")))
    return {first: tuple(rows) for first, rows in found.items()}


@cache
def _carriers() -> frozenset[str]:
    """Words that only say of a deed that it was, or that somebody blames or denies it."""
    verbs = "avoir etre exister commettre subir faire proceder recourir user pratiquer procurer connaitre eu lieu produire"
    verbs += (
        " technique acte cas type sorte usage emploi recours manoeuvre tentative operation campagne pratique employer utiliser"
    )
    verbs += " recevoir essuyer rester demeurer sembler paraitre laisser"
    verbs += " accuser denoncer reprocher parler invoquer evoquer imputer soupconner mettre plaider crier"
    verbs += " dementir nier contester refuter recuser rejeter balayer repousser ecarter exclure defendre"
    return frozenset(verbs.split()) | blanks()


@cache
def camps_of(words: frozenset[str]) -> frozenset[str]:
    """The sides of a quarrel that these plain lemmas may stand for: "employeur" and "directeur"."""
    known = _camps()
    return frozenset(camp for word in words for camp in known.get(word, ()))


@cache
def _camps() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_table("lang/fr/camps.tsv", ("camp", "words", "example")):
        for word in row.many("words"):
            found[plain(word)].append(row["camp"])
    return {word: tuple(camps) for word, camps in found.items()}
