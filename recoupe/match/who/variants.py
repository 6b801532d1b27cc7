"""Spellings of one unknown name that is no person's full name: "Terehova", "Terekhova"; "Inazra", "In-Azra".

What kind of thing bears an unknown name is a guess in each report, so two guesses do not keep two spellings apart. Candidates
meet by their letters less any one of them, after W. Garbe's symmetric deletion (2012).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from recoupe.find.who.gazetteer import known_at
from recoupe.match.who.joined import Joined
from recoupe.match.who.sorts import Bearer, weigh_kinds
from recoupe.match.who.sounds import as_heard, sound
from recoupe.types import Actor, ActorKind

if TYPE_CHECKING:
    from recoupe.pipeline import Reading

_KINDS = ("person", "place", "organisation")
_SHORT, _LONG = 5, 7  # letters of a name that must sound the same; of one that may differ by a letter


def match_variants(readings: Sequence[Reading], joined: Joined, near: Mapping[str, frozenset[str]]) -> dict[str, ActorKind]:
    """Join the spellings of one name in kindred reports (`near`) of which none has both; return the kind of each such union."""
    bearers: dict[str, list[Bearer]] = defaultdict(list)
    for reading in readings:
        for actor in reading.actors:
            if _is_unknown(actor):
                bearers[actor.name].append((reading, actor))
    holding = {name: frozenset(r.report.id for r, _ in found) for name, found in bearers.items()}
    decided: dict[str, ActorKind] = {}
    for left, right in _candidates(sorted(bearers)):
        both = [*bearers[left], *bearers[right]]
        kindred = any(b in near.get(a, ()) for a in holding[left] for b in holding[right])
        people = all(a.kind == "person" for _, a in both)
        if holding[left] & holding[right] or not kindred or people or not _is_one(left, right):
            continue
        first, *others = sorted(a.id for _, a in both)
        for other in others:
            joined.join(first, other, "même nom, autre graphie, même affaire", 0.7)
        decided[first] = weigh_kinds(both)
    return {joined.find(a): kind for a, kind in decided.items()}


def _is_unknown(actor: Actor) -> bool:
    """A name of its own that no table knows, without figures: "A320" and "A321" are two."""
    name = actor.name
    named = actor.kind in _KINDS and not actor.country and all(w[:1].isupper() for w in name.split())
    return named and len(_letters(name)) > _SHORT and not any(c.isdigit() for c in name) and not known_at(name, 0)


def _candidates(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names that are the same less one letter of either, or sound the same, in order."""
    index: dict[str, set[str]] = defaultdict(set)
    for name in names:
        letters = _letters(name)
        for key in {letters, "~" + _heard(name), *(letters[:i] + letters[i + 1 :] for i in range(len(letters)))}:
            index[key].add(name)
    found = {(a, b) for group in index.values() for a in group for b in group if a < b}
    yield from sorted(found)


def _is_one(left: str, right: str) -> bool:
    """Do they differ by a hyphen, a sound written otherwise, or one letter that is not the first, nor a plural ("Lillois")?"""
    a, b = _letters(left), _letters(right)
    if " " not in left + right and (a + "s" == b or b + "s" == a):
        return False
    if a == b or _heard(left) == _heard(right):
        return True
    return a[0] == b[0] and min(len(a), len(b)) >= _LONG and Levenshtein.distance(a, b, score_cutoff=1) <= 1


def _letters(name: str) -> str:
    return "".join(c for c in anyascii(name).lower() if c.isalpha())


def _heard(name: str) -> str:
    return as_heard("".join(sound(w) for w in name.replace("-", " ").split()))
