"""Under which keys two parties compare: the actor itself, its name, its country, and the side it stands on.

Keys with "~" name a side: "l'armée morévienne", "le gouvernement de la Morévie" and "la Morévie" are three parties of one side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from recoupe.lang.countries import countries, demonyms
from recoupe.lang.plain import function_words, plain
from recoupe.match.acts.families import kinds
from recoupe.types import Actor

_DEMONYM = re.compile(
    r"^(?:i?en(?:ne)?|i?ain(?:e)?|ais(?:e)?|ois(?:e)?|een(?:ne)?|in(?:e)?|ite|ique|ard(?:e)?|ol(?:e)?|ote?)?s?$"
)
_OF = re.compile(r"\b(?:du |de la |de l['’]|de |d['’]|des )")
_TITLE = re.compile(r"^(?:m\.|mme|mlle|me|dr|pr|mgr|monsieur|madame|maitre)\s+")
_AGE = re.compile(r"\b(\d{1,2}) ans\b")
_BODIES = frozenset(("police", "prosecutor", "court"))  # one of a kind in an affair: "le parquet" and "le procureur"
_OWN = frozenset(("person", "state", "organisation", "place"))  # kinds whose name alone tells who it is
ROLE = "~role"  # on the keys of every party told by its function only: "l'attaquant de Vannes" may be anybody of that name
PERSON = "~person"  # on the keys of every person: two of them are two, whatever side they stand on
_BARE = 5  # letters of a name below which an adjective of it is not looked for


def one_party(a: frozenset[str], b: frozenset[str]) -> bool:
    """Is one party under both sets of keys, not only a side, a function or somebody?"""
    return any(k[0] != "~" for k in a & b)


def one_side(a: frozenset[str], b: frozenset[str]) -> bool:
    """One party, or one that is named after the other: "l'équipe de X" and X."""
    names = [[frozenset(k[2:].split()) for k in keys if k[:2] == "n:"] for keys in (a, b)]
    return one_party(a, b) or any(x <= y or y <= x for x in names[0] for y in names[1])


def party_keys_of(actors: Mapping[str, Actor]) -> dict[str, frozenset[str]]:
    """The keys of every actor of a run."""
    realms = _realms(actors.values())
    stems = {realm.rstrip("aeiouy") or realm: realm for realm in sorted(realms)}
    found = {i: _keys(a, realms, stems) for i, a in actors.items()}
    by_name = {a.name: i for i, a in sorted(actors.items(), reverse=True)}
    for i, actor in actors.items():
        if actor.kind == "group" and " et " in actor.name:  # "les deux pays": each of the two
            parts = [by_name[n] for n in re.split(r", | et ", actor.name) if n in by_name]
            found[i] = found[i].union(*(found[p] for p in parts))
    return found


def _realms(actors: Iterable[Actor]) -> frozenset[str]:
    """Plain names that others may belong to: of states and bodies. A town makes no side."""
    found = set()
    for actor in actors:
        if actor.kind in ("state", "organisation") and actor.name[:1].isupper():
            name = plain(_bare(actor.name))
            if len(name) >= _BARE and len(name.split()) <= 3:
                found.add(name)
    return frozenset(found)


def _keys(actor: Actor, realms: frozenset[str], stems: Mapping[str, str]) -> frozenset[str]:
    name = _TITLE.sub("", plain(_bare(actor.name)))
    vague = actor.kind == "group" and len(_words(name)) < 2 and not actor.name[:1].isupper()
    keys = {"~" + actor.id if vague else actor.id}  # "des journalistes" of two reports may be others
    if actor.kind in _OWN and actor.name[:1].isupper() and name:
        keys.add("n:" + name)
    elif len(_words(name)) >= 2:
        keys.add("n:" + " ".join(_words(name)))
    elif actor.kind == "role" and len(name) > 6:
        keys.add("n:" + name)
    if actor.kind in ("role", "organisation", "group"):
        keys.update("k:" + kind for kind in kinds(_words(name)[:3]) if kind in _BODIES)
    if (age := _AGE.search(name)) and actor.kind != "group":
        keys.add("a:" + age[1])  # "un homme de 47 ans", "un randonneur de 47 ans"
    if actor.country:
        if actor.kind == "state" or actor.kind == "place" and actor.name in _capitals():
            keys.add("=" + actor.country)  # a capital stands for its state; two other towns of one state are two
        if actor.kind in ("state", "person"):
            keys.add("~" + actor.country)  # a leader and the state stand on one side
    if actor.kind == "person":
        keys.add(PERSON)
    if actor.kind == "role":
        keys.add(ROLE)
    if actor.kind in ("role", "organisation", "group"):
        keys.update("~" + code for word in re.findall(r"[a-z]{4,}", name) for code in _states().get(word, ()))
    for text in (actor.name, *actor.roles[:2]):
        keys.update("~" + realm for realm in _belongs(plain(text), realms, stems))
    return frozenset(keys)


@cache
def _capitals() -> frozenset[str]:
    return frozenset(capital for country in countries().values() for capital in country.capitals)


@cache
def _states() -> dict[str, tuple[str, ...]]:
    """Plain adjectives of states, and whose they are: "portugais"."""
    return {plain(form): (code,) for form, code in demonyms().items()}


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(sorted(w for w in re.findall(r"[a-z0-9]+", name) if w not in function_words()))


def _belongs(name: str, realms: frozenset[str], stems: Mapping[str, str]) -> Iterable[str]:
    """Realms that a name is of: "gouvernement du Sarvan", "armée sarvanaise"; not "ambassadeur à Paris"."""
    bare = _bare(name)
    if bare in realms:
        yield bare
    for match in _OF.finditer(name):
        tail = _bare(name[match.end() :]).split()
        for n in (3, 2, 1):
            if len(tail) >= n and " ".join(tail[:n]) in realms:
                yield " ".join(tail[:n])
                break
    for word in re.findall(r"[a-z]{6,}", name):
        for cut in range(len(word) - 1, 3, -1):
            if word[:cut] in stems and _DEMONYM.match(word[cut:]) and stems[word[:cut]] != word:
                yield stems[word[:cut]]
                break


def _bare(name: str) -> str:
    return re.sub(r"^(?:l['’]|le |la |les |un |une |des |L['’]|Le |La |Les )", "", name)
