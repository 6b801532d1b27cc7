"""Do two reports name one holder of a state: one party, or things that no name, number or word tells apart?"""

from __future__ import annotations

from recoupe.match.state.holders import Book, Holder
from recoupe.match.state.ladders import ANY, PERSONS, PLACE


def same_person(a: Holder, b: Holder, *, part: bool = False, lone: bool = False) -> bool:
    """One party, or nothing that tells them apart (whoever asks knows that each report has one only).

    part = b may be some of a: of four who are sought two are caught. lone = of nobody else do the reports tell the like.
    """
    if a.keys & b.keys:
        return True
    anybody = "personne" in (a.noun, b.noun) and not (a.plural or b.plural)
    if PERSONS not in a.kinds & b.kinds or anybody:
        return False  # "une personne" may be anybody
    if a.named and b.named or a.plural != b.plural:
        return False
    if a.number and b.number and a.number != b.number and not (part and a.number > b.number):
        return False
    if None not in (a.male, b.male) and a.male != b.male and not a.plural and not (lone and "" in (a.noun, b.noun)):
        return False  # the gender of a bare name is a guess
    if a.noun and a.noun == b.noun:
        return True
    if lone and a.named != b.named and ANY in (b if a.named else a).kinds:
        return True  # "un homme", of whom the other report tells the name
    if lone and a.named != b.named and (a if a.named else b).kinds <= {PERSONS, "person"}:
        return True  # a name of whom nothing is told, and one who is not named
    common = (a.kinds & b.kinds) - {PERSONS, ANY}
    return bool(common) or ANY in a.kinds and not b.named or ANY in b.kinds and not a.named


def same_thing(a: Holder, b: Holder, kinds: frozenset[str]) -> bool:
    """Things of one of these kinds that no name, number or word tells apart."""
    if not a.kinds & b.kinds & kinds or a.other != b.other:
        return False
    if a.names and b.names and not a.names & b.names:
        return False
    left, right = a.names or a.near, b.names or b.near
    if PLACE in a.kinds & b.kinds and left and right and not left & (right | b.near) and not right & a.near:
        return False
    if a.plural != b.plural and a.noun == b.noun:
        return False
    if a.number and b.number and a.number != b.number:
        return False
    if a.topic and b.topic and not a.topic & b.topic and not a.names & b.names:
        return False
    return not (a.noun == b.noun and a.detail and b.detail and not a.detail & b.detail and not a.names & b.names)


def is_lone(book: Book, holder: Holder, kinds: frozenset[str]) -> bool:
    """Does its report tell of no other thing of its kind, of these, by another name?"""
    return all(len(book.series.get(kind, ())) < 2 for kind in sorted(holder.kinds & kinds))


def are_named_alike(a: Holder, b: Holder) -> bool:
    """Does one name tell which of several it is?"""
    return bool(a.names & (b.names | b.near) or b.names & a.near)
