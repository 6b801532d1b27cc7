"""Are two doers of one act two parties for certain: no wider word for one another, not of one side, not one sort of people?"""

from __future__ import annotations

from functools import cache

from recoupe.lang.nouns import actor_nouns
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.families import is_of_nature, kinds
from recoupe.match.acts.sides import PERSON, ROLE
from recoupe.match.asked.doers import Doing
from recoupe.match.desk import Desk

COLUMNS = ("words", "example")
# Names of parties too wide to exclude a narrower one.
_WIDE = frozenset(
    plain(w)
    for w in """personne homme femme individu gens autorité secours sauveteur équipe équipage responsable agent pouvoir force
    membre ami groupe organisateur enquêteur gouvernement état témoin proche cadre passant inconnu quelqu'un tout
    monde fils fille père mère jeune adolescent couple pays unité service élu officiel source parti camp majorité opposition
    bateau navire embarcation bâtiment appareil véhicule suspect auteur tireur agresseur assaillant meurtrier""".split()
)
_HEADS = frozenset("president presidente roi reine monarque souverain souveraine".split())
_APART = frozenset(("state", "government"))
_SEXES = dict.fromkeys(("femme", "fille", "fillette", "adolescente", "mere"), "f")
_BODIES = frozenset(("state", "organisation", "place"))


def are_two(desk: Desk, a: Doing, b: Doing) -> bool:
    """Are two doers two parties for certain: neither a wider word for the other, nor of one side?"""
    if _of_two_sexes(desk, a, b) or _of_two_numbers(a, b) or _rulers(desk, a) | _rulers(desk, b) == _APART:
        return True
    if {a.noun, b.noun} & _WIDE or a.noun == b.noun and not (a.actor and b.actor):
        return False
    if is_of_nature(a.noun) and is_of_nature(b.noun):
        return False  # the rain brought the flood
    if any({a.noun, b.noun} <= row for row in _kin()) or any(k[0] != "@" for k in kinds([a.noun]) & kinds([b.noun])):
        return False
    left, right = (desk.actors.get(x.actor or "") for x in (a, b))
    if a.noun == b.noun and not (left and right and {left.kind, right.kind} == {"person"}):
        return False
    if left is None or right is None:
        known, noun = (left, b.noun) if left else (right, a.noun)
        if known is None or not known.name[:1].isupper():
            return True
        held = {w for role in known.roles for w in plain(role).split()}
        return known.kind == "person" and (a.alone or b.alone) and bool(held) and noun in actor_nouns() and noun not in held
    keys = [{k for k in desk.parties.get(x.id, ()) if k not in (PERSON, ROLE)} for x in (left, right)]
    if keys[0] & keys[1] or left.id == right.id:
        return False
    people = [x.kind == "person" and x.name[:1].isupper() for x in (left, right)]
    if all(people):
        return True
    if any(people):  # "le maire" may be Paul Mercier, unless his function is known
        person, other = (left, right) if people[0] else (right, left)
        roles = {w for role in person.roles for w in plain(role).split()}
        return other.kind == "role" and bool(roles) and not roles & set(plain(other.name).split())
    return not (left.kind in _BODIES and right.kind in _BODIES and "state" in (left.kind, right.kind)) or left.kind == right.kind


def _of_two_numbers(a: Doing, b: Doing) -> bool:
    """ "Neuf hommes", "un présentateur, seul face à la caméra"."""
    return a.number != b.number and min(a.number, b.number) > 0


def _rulers(desk: Desk, doing: Doing) -> frozenset[str]:
    """The government as a body, or the head of state: what one of them decrees, the other has not."""
    words = set(plain(desk.text(doing.span)).replace("'", " ").split())
    head = doing.noun in _HEADS or doing.noun == "chef" and "etat" in words
    return frozenset(("state",)) if head else frozenset(("government",)) if doing.noun == "gouvernement" else frozenset()


def _of_two_sexes(desk: Desk, a: Doing, b: Doing) -> bool:
    """ "Une jeune femme", "un retraité": where one noun tells the sex, and the other would in its own form."""
    for x, y in ((a, b), (b, a)):
        if x.noun in _SEXES:
            word = desk.readings[y.report].parsed.words[y.doer]
            noun = actor_nouns().get(word.lower)
            told = _SEXES.get(y.noun) or (noun.gender if noun and not noun.plural and noun.kind in ("job", "person") else None)
            return told is not None and told != _SEXES[x.noun]
    return False


@cache
def _kin() -> tuple[frozenset[str], ...]:
    """Words for one sort of people: "un promeneur" may be "un joggeur"."""
    return tuple(frozenset(map(plain, r.many("words"))) for r in read_table("lang/fr/callings.tsv", COLUMNS))
