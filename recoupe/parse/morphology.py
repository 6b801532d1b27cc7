"""What the tagger misses on moods: the French conditional, told by its form."""

from __future__ import annotations

import re

from recoupe.parse.document import Word

_ENDING = re.compile(r"^(?P<stem>.*r)(?P<ending>ais|ait|ions|iez|aient)$")
_IMPERFECT = re.compile(r"(?:ais|ait|ions|iez|aient)$")
# Irregular future stems; a prefixed verb ends in the same letters (reviendr-, prévaudr-).
_IRREGULAR = (
    "ser", "aur", "ir", "fer", "pourr", "devr", "voudr", "saur", "verr", "viendr", "tiendr", "faudr", "vaudr", "cevr", "enverr",
    "courr", "mourr", "querr", "assiér", "cueiller", "pleuvr", "mouvr", "échoir", "surseoir",
)  # fmt: skip
_PREFIXABLE = tuple(stem for stem in _IRREGULAR if len(stem) > 2)
# -re verbs lose their e: prendr-, mettr-, connaîtr-, vivr-, suivr-, rompr-. Never -trer, -vrer, -brer verbs ("montrait").
_RE_STEMS = (
    "endr", "andr", "ondr", "aindr", "eindr", "oindr", "erdr", "ordr", "ettr", "battr", "aîtr", "aitr", "croîtr", "oîtr", "vivr",
    "suivr", "rompr", "vaincr", "oudr", "clur",
)  # fmt: skip
# Imperfects whose stem looks like an infinitive: verbs in -irer and -irir ("retirait" is retirer, not *retir).
_IRER = frozenset(
    "tir retir attir étir soutir inspir respir expir aspir conspir transpir soupir admir désir délir vir chavir "
    "déchir empir cir mir".split()
)
_PERSON = {"ais": ("1", "Sing"), "ait": ("3", "Sing"), "ions": ("1", "Plur"), "iez": ("2", "Plur"), "aient": ("3", "Plur")}
_NOT_VERBS = frozenset("frais vrais trait portrait extrait retrait attrait abstrait distrait soustrait lait fait parfait".split())


def is_conditional(form: str) -> bool:
    """Is this lower-case form a present conditional? By its spelling alone.

    >>> [is_conditional(w) for w in ("aurait", "fournirait", "déclarait", "retirait", "montrait", "mettrait")]
    [True, True, False, False, False, True]
    """
    found = _ENDING.match(form)
    if not found or form in _NOT_VERBS:
        return False
    stem = found["stem"]
    if stem in _IRREGULAR or (len(stem) > 3 and stem.endswith(_PREFIXABLE)):
        return True
    if stem.endswith(_RE_STEMS):
        return stem != "engendr"
    if stem.endswith("er"):
        return len(stem) > 3
    return stem.endswith("ir") and stem not in _IRER and len(stem) > 2


def correct_mood(word: Word) -> None:
    """Give a conditional form its mood when the tagger gave another (5 of 16 forms were missed on the seed reports).

    And an imperfect that it took for a conditional its own: "transportait", "sortaient".
    """
    if word.lower[-1:] not in "stz":
        return
    if not is_conditional(word.lower):
        if word.feat("Mood") == "Cnd" and (found := _IMPERFECT.search(word.lower)):
            person, number = _PERSON[found[0]]
            word.morph = f"Mood=Ind|Number={number}|Person={person}|Tense=Imp|VerbForm=Fin"
        return
    if word.feat("Mood") == "Cnd":
        return
    if word.pos not in ("VERB", "AUX"):
        word.pos = "VERB"
    person, number = _PERSON[_ENDING.match(word.lower)["ending"]]  # type: ignore[index]
    word.morph = f"Mood=Cnd|Number={number}|Person={person}|Tense=Pres|VerbForm=Fin"
