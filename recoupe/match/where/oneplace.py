"""Two towns for one act of two reports, in whatever words: "immobilisé en gare de Riesa", "s'est arrêté à Wurzen".

Only towns count of which the other report has no word, told of an act that either report puts in one town only, and of a party
that may be one. A town near by may be the same place, so "près de Riesa" opposes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from recoupe.find.who.gazetteer import known_names
from recoupe.lang.nouns import actor_nouns
from recoupe.lang.plain import plain
from recoupe.match.alike.surroundings import names_of
from recoupe.match.asked.twoacts import are_two_acts, differ
from recoupe.match.count.twocounts import is_ahead
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, shown
from recoupe.match.opposing import oppose_answers, opposed_before
from recoupe.match.where.spots import Party, Spot, spots_of
from recoupe.match.who.joined import groups
from recoupe.types import Span

_SLOTS = ("place", "direction", "ground")


def draft_place_clashes(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for the towns of one act that exclude each other, where no matter opposes them yet."""
    out, held = list(drafts), opposed_before(drafts, _SLOTS)
    pairs = [p for p in _pairs(desk) if not held(p)]
    for act in groups(pairs, lambda s: f"{s.report} {s.start:07d}"):
        oppose_answers(desk, out, "towns", "Lieu", "place", shown(desk, act))
    return out


def _pairs(desk: Desk) -> Iterator[tuple[Span, Span]]:
    told = {r: spots_of(desk, r) for r in sorted(desk.readings) if len(desk.related[r]) > 1}
    for a in told:
        for b in sorted(desk.related[a] & told.keys()):
            if a < b and not desk.are_days_apart(a, b):
                yield from ((x.span, y.span) for x, y in clashes(desk, told[a], told[b]))


def clashes(desk: Desk, mine: Sequence[Spot], theirs: Sequence[Spot]) -> Iterator[tuple[Spot, Spot]]:
    """The towns of two reports in which they put one act."""
    left, right = _lone(mine), _lone(theirs)
    for act in sorted(left.keys() & right.keys()):
        x, y = left[act], right[act]
        if x.rank == y.rank and not x.near and not y.near and not differ(x.days, y.days):
            known = desk.knows_place(x.span.report, y.name) or desk.knows_place(y.span.report, x.name)
            if (
                not known
                and not _may_be_suburb(x.name, y.name)
                and may_be_one(x.party, y.party)
                and not _are_two(desk, x, y)
                and _is_tied(x, y)
            ):
                yield x, y


def _are_two(desk: Desk, x: Spot, y: Spot) -> bool:
    """Do the words say that there are two acts: one to come, one done; persons, years, doers that differ?"""
    ahead = [is_ahead(p, p.words[s.verb]) for s in (x, y) for p in [desk.readings[s.span.report].parsed]]
    return ahead[0] != ahead[1] or are_two_acts(desk, x.where, y.where)


def _may_be_suburb(x: str, y: str) -> bool:
    """A capital, and a town that no gazetteer holds: "à Katmandou", "à Kirtipur"?"""
    cities = [_towns().get(name, "") for name in (x, y)]
    return "capital" in cities and "" in cities


@cache
def _towns() -> dict[str, str]:
    """The towns of the gazetteer in plain form, and whether they are capitals."""
    known = (row for rows in known_names().values() for row in rows)
    return {plain(name): k.sort for name, k in known if k.kind == "place" and k.sort in ("capital", "city")}


def _is_tied(x: Spot, y: Spot) -> bool:
    """Is there more in common than the act: whom it befell, a day, a word of both clauses?"""
    return (
        bool(x.days & y.days)
        or _have_one(x.party, y.party)
        or any(not names_of(m).isdisjoint(names_of(n)) for m in x.where.clause for n in y.where.clause)
    )


def _lone(spots: Sequence[Spot]) -> dict[tuple[str, str], Spot]:
    """The acts that a report puts in one town alone, and where."""
    found: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for spot in spots:
        for act in spot.acts:
            found[act].append(spot)
    return {act: rows[0] for act, rows in found.items() if len({s.name for s in rows}) == 1}


def may_be_one(a: Party, b: Party) -> bool:
    """Can they be one party: by name, by noun, behind a pronoun, or by two nouns that each mean all there are?"""
    if a.number != b.number and a.number and b.number:
        return False
    if a.count != b.count and not (a.definite and b.definite):
        return False  # "vingt-deux blessés", "une dizaine de blessés"
    if a.gender != b.gender and a.gender and b.gender and not (a.nouns and b.nouns):
        return False  # "il", "elle"
    if _have_one(a, b) or not (a.is_known and b.is_known):
        return True
    persons = any(n in actor_nouns() for n in a.nouns | b.nouns)
    return bool(a.nouns and b.nouns) and a.definite and b.definite and not (persons and a.number == "Sing")


def _have_one(a: Party, b: Party) -> bool:
    """Are they one by an actor or by a noun?"""
    return bool(a.actors & b.actors) or any(not names_of(m).isdisjoint(names_of(n)) for m in a.nouns for n in b.nouns)
