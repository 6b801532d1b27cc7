"""A denial, and what of its words it falls on: "X dément que les otages aient été libérés", not that they were held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recoupe.lang.frames import noun_senses
from recoupe.lang.plain import function_words, plain
from recoupe.match.acts.happening import LOOSE
from recoupe.match.desk import Desk
from recoupe.match.dispute.rebuttalwords import blanks, words_of
from recoupe.parse.document import Parsed, Word
from recoupe.types import Event, Span, Statement

DENYING = frozenset(("DENY", "REJECT"))
_NEGATORS = frozenset(("pas", "jamais", "rien", "aucun", "aucune", "personne", "nul", "nulle", "guere", "sans"))
_NOT_NEGATED = re.compile(r"\b(?:ne |n['’])", re.IGNORECASE)
_ONLY = re.compile(
    r"(?i)\b(?:pas seulement|pas que|sans doute|sans cesse|sans tarder|n['’]est-ce pas|pas encore"
    r"|jamais (?:été )?(?:autant|aussi|plus|si|mieux))\b"
)
_DEPTH = 12  # words between a word and the head of what is denied
_CARRIED = frozenset(("obj", "nsubj", "nsubj:pass", "obl", "obl:arg"))
_CARRIERS = frozenset(  # verbs that only say of a noun that it was: "dément que la vente ait eu lieu", "qu'il y ait eu un accord"
    "avoir etre faire mettre prendre donner exister produire survenir proceder commettre lieu effectuer mener conclure".split()
)
# Nouns of a part in something: "nie toute implication dans l'attaque" does not deny the attack.
_PARTS = frozenset("implication responsabilite role participation lien complicite intention volonte faute".split())
_REACH = 4  # words behind "ne" among which its verb stands


@dataclass(frozen=True, slots=True)
class Denial:
    """Somebody says that it is not so: who, in which words, and what words name the act denied (none: as it stands)."""

    report: str
    at: int
    sentence: int
    spans: tuple[Span, ...]
    speakers: tuple[str, ...]
    words: frozenset[str]  # lemmas, plain, of what is denied
    events: tuple[str, ...]
    frames: frozenset[str]  # of the acts denied
    outright: bool  # by a word of denial; False: a sentence that is merely negative
    head: frozenset[str] = frozenset()  # the act itself, where what is denied begins with one
    named: tuple[str, ...] = ()  # actors whom a merely negative sentence names beside the speaker
    local: bool = False  # it only calls something false: what its own report has just told
    charge: bool = False  # it takes up an accusation as such ("ces insinuations"): nothing else can be meant


def frames_denied(desk: Desk, events: Iterable[str]) -> frozenset[str]:
    """What kinds of acts are denied."""
    return frozenset(desk.events[e].frame for e in events) - LOOSE - DENYING - {"ACCUSE", "CRITICISE"}


def governed(desk: Desk, event: Event) -> list[Word]:
    """What a verb of denial governs after itself: "se défend de [vouloir fermer la caserne]"."""
    parsed = desk.readings[event.report].parsed
    words = parsed.at(event.trigger.start, event.trigger.end)
    sentence = parsed.sentence_of(words[-1])
    tail: list[Word] = []
    for word in parsed.words[words[-1] + 1 : sentence.last]:
        if word.pos == "PUNCT" or word.lower in ("et", "mais", "que", "qu'", "qui"):
            break
        tail.append(word)
    governed = next((w for w in tail if w.pos not in ("ADP", "ADV")), None)
    return tail if governed is not None and governed.feat("VerbForm") == "Inf" else []


def lemmas_of(desk: Desk, statement: Statement, *, denied: bool = False) -> frozenset[str]:
    """Plain lemmas of what is said; `denied`: only of what a denial falls on."""
    parsed = desk.readings[statement.spans[0].report].parsed
    words = parsed.words
    return frozenset(
        lemma
        for i in (_denied_words(parsed, statement.words) if denied else statement.words)
        if words[i].pos in ("NOUN", "VERB", "ADJ", "ADV")
        and len(lemma := plain(words[i].lemma)) > 2
        and lemma not in function_words()
        and lemma not in _NEGATORS
    )


def heads_denial(desk: Desk, event: Event, statement: Statement) -> bool:
    """Does the denial fall on this event: the head of what is denied, not a participle or a number beside it?

    "X dément que les otages détenus par Y aient été libérés" denies that they were freed, not that they were held.
    """
    parsed, inside = desk.readings[event.report].parsed, set(statement.words)
    i = event.slots.predicate if event.slots.predicate in inside else event.slots.head
    if i not in inside or i not in _denied_words(parsed, statement.words):
        return i not in inside
    for _ in range(_DEPTH):
        word = parsed.words[i]
        if word.head == i or word.head not in inside:
            return True
        above = parsed.words[word.head]
        carried = word.dep in _CARRIED and plain(above.lemma) in _CARRIERS
        named = word.dep == "nmod" and plain(above.lemma) in blanks() - _PARTS
        if not carried and not named and word.dep not in ("conj", "xcomp", "ccomp", "csubj"):
            return False
        i = word.head
    return False


def act_denied(parsed: Parsed, words: Sequence[int]) -> frozenset[str]:
    """The verb or noun of an act that heads what is denied; none where the head only carries it ("toute implication dans")."""
    inside = set(words)
    heads = [parsed.words[i] for i in words if parsed.words[i].head not in inside or parsed.words[i].head == i]
    acts_ = [plain(w.lemma) for w in heads if w.pos == "VERB" or w.lemma in noun_senses()]
    return frozenset(a for a in acts_ if a not in _CARRIERS and a not in blanks() and len(a) > 2)


def act_negated(parsed: Parsed, words: Sequence[int]) -> frozenset[str]:
    """The verb that a merely negative sentence negates ("je n'exclus rien"), whatever the tagger takes it for."""
    found: set[str] = set()
    for i in (i for i in words if parsed.words[i].lower in ("ne", "n'")):
        after = [parsed.words[j] for j in words if i < j <= i + _REACH]
        told = [w for w in after if w.pos not in ("PRON", "ADP", "DET") and plain(w.lower) not in _NEGATORS]
        verb = next((plain(w.lemma) for w in told if w.lemma not in ("avoir", "être", "aller", "pouvoir")), "")
        found.add(verb if verb.endswith(("er", "ir", "re")) else "")
    return frozenset(found) if found and not found & ({""} | _CARRIERS) else frozenset()


def is_of_quality(desk: Desk, statement: Statement) -> bool:
    """ "Conteste la légalité des écoutes": that they took place is not denied."""
    words = desk.readings[statement.spans[0].report].parsed.words
    first = next((words[i] for i in statement.words if words[i].pos in ("NOUN", "VERB")), None)
    return first is not None and plain(first.lemma) in words_of("quality")


def _denied_words(parsed: Parsed, words: Sequence[int]) -> tuple[int, ...]:
    """The words a denial falls on: without clauses that narrow a noun, gerunds, and what was said "contrairement à" it."""
    inside = set(words)
    unlike = next((i for i in words if parsed.words[i].lower == "contrairement"), len(parsed.words))
    return tuple(i for i in words if i < unlike and not _is_aside(parsed, i, inside))


def _is_aside(parsed: Parsed, i: int, inside: set[int]) -> bool:
    for _ in range(_DEPTH):
        word = parsed.words[i]
        if word.head == i or word.head not in inside:
            return False
        if word.lower.endswith("ant") and any(k.lower == "en" for k in parsed.kids(i)):
            return True  # "toute implication en accusant les rebelles"
        if word.dep.startswith("acl") and plain(parsed.words[word.head].lemma) not in blanks():
            return True
        i = word.head
    return False


def is_negative(desk: Desk, statement: Statement) -> bool:
    """Do its words negate something, and no more than that?"""
    parsed = desk.readings[statement.spans[0].report].parsed
    said = " ".join(desk.text(s) for s in statement.spans)
    negators = [parsed.words[i] for i in statement.words if plain(parsed.words[i].lower) in _NEGATORS]
    return bool(negators) and (bool(_NOT_NEGATED.search(said)) or negators[0].lower == "sans") and not _ONLY.search(said)
