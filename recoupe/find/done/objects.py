"""Complements the parser hung elsewhere or named otherwise: which nouns behind a verb are its objects all the same."""

from __future__ import annotations

from recoupe.find.done.wordforms import DAYS, TIME_NOUNS, preposition_of
from recoupe.parse.document import Parsed, Word

UNITS = frozenset(
    "m² km² ha hectare mètre kilomètre centimètre millimètre tonne litre kilo gramme hectolitre baril pourcent % pour-cent point"
    " degré fois euro dollar livre franc yen place rang kilomètre/heure km/h".split()
)
# Verbs whose noun says what somebody is or is made, and is no object.
ATTRIBUTIVE = frozenset(
    "être devenir rester demeurer sembler paraître élire nommer désigner proclamer sacrer déclarer appeler baptiser juger"
    " estimer considérer croire dire trouver rendre faire laisser naître mourir vivre avoir constituer passer valoir".split()
)


def fronted(parsed: Parsed, i: int) -> list[int]:
    """ "De nouvelles averses sont possibles": the partitive article made the parser take the subject for a complement."""
    found = []
    for k in parsed.children[i]:
        kid = parsed.words[k]
        if k < i and kid.dep.startswith("obl") and kid.pos == "NOUN" and kid.lemma not in TIME_NOUNS:
            if not preposition_of(parsed, k) and any(d.dep == "det" and d.lower in ("de", "d'", "des") for d in parsed.kids(k)):
                found.append(k)
    return found


def partitive(parsed: Parsed, i: int, o: int) -> bool:
    """ "recevoir du pétrole", "obtenir de la farine": right behind its verb, with an article in the preposition."""
    first = parsed.words[parsed.left[o]]
    behind = parsed.words[first.i + 1] if first.i + 1 < len(parsed.words) else first
    near = first.i - i <= 2 or parsed.words[first.i - 1].text == ","
    return (
        i < first.i
        and near
        and (
            first.lower in ("du", "des")
            or (first.lower in ("de", "d'") and behind.lower in ("la", "l'", "nouveaux", "nouvelles"))
        )
    )


def behind_bare(parsed: Parsed, o: int) -> list[int]:
    """ "A placé en garde à vue deux hommes": the object, which the parser hung on a noun without an article."""
    if parsed.words[o].pos != "NOUN" or any(k.dep in ("det", "nummod") for k in parsed.kids(o)):
        return []
    return [
        n.i
        for n in parsed.kids(o, "nmod", "appos")
        if n.i > o
        and n.pos in ("NOUN", "PROPN")
        and preposition_of(parsed, n.i) == ""
        and n.lemma not in TIME_NOUNS
        and any(d.dep in ("det", "nummod") and d.i < n.i for d in parsed.kids(n.i))
    ]


def given(parsed: Parsed, i: int) -> list[int]:
    """What stands as "des missiles" on the receiver of "fournir à la Russie des missiles"."""
    return [
        k.i
        for k in parsed.kids(i, "nmod")
        if k.i > i and k.pos == "NOUN" and any(parsed.words[c].lower == "des" for c in parsed.children[k.i])
    ]


def counted(parsed: Parsed, word: Word) -> bool:
    """Does the noun count something that is no time: "trois maisons"?"""
    return word.lemma not in DAYS and any(k.dep == "nummod" or k.pos == "NUM" for k in parsed.kids(word.i))


def bare_object(parsed: Parsed, i: int, kid: Word) -> bool:
    """Is a noun right behind its verb its object though the parser calls it an adverbial?"""
    if kid.i < i or kid.pos not in ("NOUN", "PROPN") or kid.lemma in TIME_NOUNS or kid.dep == "obl:agent":
        return False
    if kid.dep.startswith("xcomp") and kid.pos == "NOUN":  # "abandonne le pouvoir", but "devient le patron"
        near = kid.i - i <= 3 and parsed.words[i].lemma not in ATTRIBUTIVE
        return near and any(d.dep == "det" for d in parsed.kids(kid.i)) and not any(parsed.kids(kid.i, "case"))
    if kid.dep.startswith(("xcomp", "advmod")):
        return kid.pos == "PROPN"
    if kid.dep == "conj":  # "« dément catégoriquement » toute vitesse excessive"
        kids = {k.dep for k in parsed.kids(kid.i)}
        return kid.pos == "NOUN" and "det" in kids and not kids & {"cc", "nsubj", "cop", "punct"}
    if kid.i - i > 6 or any(k.dep == "case" or k.pos == "ADP" and k.dep != "det" for k in parsed.kids(kid.i) if k.i < kid.i):
        return False
    counted = any(k.dep == "nummod" for k in parsed.kids(kid.i))
    return not counted or kid.lemma not in UNITS  # "a duré dix mètres", but "a contaminé plus de 300 élevages"
