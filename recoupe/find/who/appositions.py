"""Descriptions that stand beside a name, one comma apart: "le maire, Paul Denis,", "Paul Denis, maire de Lure"."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.find.who.candidates import Candidate
from recoupe.find.who.name import Name
from recoupe.parse.document import Word


def appose(words: Sequence[Word], candidates: list[Candidate]) -> None:
    """Set each description beside the name it stands next to, one comma apart."""
    starts: dict[int, list[int]] = {}
    for n, candidate in enumerate(candidates):
        if candidate.form != "adjective":
            starts.setdefault(candidate.first, []).append(n)
            if candidate.core != candidate.first:
                starts.setdefault(candidate.core, []).append(n)
    for n, left in enumerate(candidates):
        j = left.last
        if left.form == "adjective" or j + 1 >= len(words) or words[j].text not in (",", "(", "–"):
            continue
        for m in starts.get(j + 1, ()):
            right = candidates[m]
            if m != n and _same_party(words, left, right):
                if right.name is None:
                    right.apposed = n
                elif left.name is None and left.apposed is None:
                    left.apposed = m
                break


def _same_party(words: Sequence[Word], left: Candidate, right: Candidate) -> bool:
    named, described = (left, right) if left.name else (right, left)
    if named is right and named.name is not None and _holds_office(described, named.name):
        named.kind = "person"
    if (left.name is None) == (right.name is None) or described.noun is None or named.kind is None:
        return False
    if described.plural or described.noun.kind == "group" or (described.noun.weak):
        return False
    if (described.noun.kind == "organisation") != (named.kind == "organisation") or named.kind in ("place", "state"):
        return False
    if named.gender and described.gender and named.gender != described.gender and named.kind == "person":
        if described.noun.kind not in ("office", "job") or described.gender != "m" or described.determiner == "ind":
            return False  # "son avocat, Me Sophie Delmas": the masculine names the job
    after = words[right.last] if right.last < len(words) else None
    if right is described:
        if words[right.head].dep.startswith("nsubj") and described.determiner == "def" and _governed(words, left):
            return False  # "Interrogé par l'AFP, le ministère a précisé"
        listing = after is not None and after.lower in ("et", "ou") and described.determiner == "def"
        return not listing and described.determiner != "dem"
    return described.determiner in ("def", "pos", "") and words[left.last].text != "(" or described.determiner == "ind"


def _governed(words: Sequence[Word], c: Candidate) -> bool:
    """Does a preposition stand before it ("par l'AFP", "selon Paul Denis")?"""
    return c.first > 0 and words[c.first - 1].pos == "ADP"


def _holds_office(described: Candidate, name: Name) -> bool:
    """ "Son directeur général, Tedros Adhanom,": whatever the model says, a person."""
    noun = described.noun
    if noun is None or noun.kind not in ("office", "job") or described.plural or name.known is not None:
        return False
    return " " in name.text and name.kind in ("organisation", "place") and described.determiner in ("def", "pos")
