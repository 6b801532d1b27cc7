"""Reports of a small run that stand alone, and the one thing that ties them to another: a rare name, or numbers.

Who asks for two reports to be compared asks about one affair, and two newsrooms may tell it in other words with other
names. A rare name in common is enough then, so are two numbers that few texts hold ("95 millions de roupies" and
"140 mètres"), or one beside a name of abroad, or beside five words. Numbers tie one pair in a thousand of two affairs
(docs/accuracy.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from recoupe.find.affair.stragglers import Topical
from recoupe.types import Figure

MOST = 20  # reports of a run that somebody put together
_NUMBERS, _BESIDE, _WORDS = 2.0, 1.0, 5  # weight of the numbers in common; beside a name of abroad, or so many words
_LEAST, _DIGITS = 12, 2  # smaller numbers, and round ones, stand in any text
_ROUND, _HALF = 100, 0.5  # a round one from here on, of one thing, is half of what a telling one is worth
# Of these any two texts may hold the same number.
_ANYBODYS = frozenset("âge an année mois semaine jour journée heure minute seconde siècle %".split())
# The name by which a town is called for short: Yverdon(-les-Bains), Châlons(-en-Champagne).
_TOWN = re.compile(r"(\w{5,})-(?:les?|la|lès|sur|en|sous|du|des?|d['’]\w+|aux?)-?\w")


class Placed(Topical, Protocol):
    """A topic with what its towns are called for short, see `affairs.Topic`."""

    @property
    def towns(self) -> frozenset[str]: ...


def tie_loners(
    topics: Sequence[Placed], near: Mapping[str, Mapping[str, float]], figures: Mapping[str, Sequence[Figure]]
) -> list[tuple[str, str]]:
    """Pairs of a report of a small run that stands alone, and one that it belongs to."""
    if len(topics) > MOST:
        return []
    numbers = {t.report: telling_numbers(figures.get(t.report, ())) for t in topics}
    alone = [t for t in topics if not near[t.report]]
    pairs = ((a, b) for a in alone for b in topics if b is not a)
    return [
        (a.report, b.report)
        for a, b in pairs
        if a.rare & (b.rare | b.towns)
        or a.towns & b.rare
        or _are_told_alike(a, b, sum(w for n, w in numbers[a.report].items() if n in numbers[b.report]))
    ]


def _are_told_alike(a: Topical, b: Topical, numbers: float) -> bool:
    """Have they enough numbers in common, by weight?"""
    beside = a.abroad & b.abroad or len(a.lemmas & b.lemmas) >= _WORDS
    return numbers >= (_BESIDE if beside else _NUMBERS)


def telling_numbers(figures: Iterable[Figure]) -> dict[tuple[float, str], float]:
    """The numbers of a report that few others hold, with their weight: 1 with two digits that are no zeros, else a half.

    A round one tells only with what it counts ("9 millions d'euros"), another with whatever noun ("140 mètres", "140 m").
    """
    found: dict[tuple[float, str], float] = {}
    for figure in figures:
        number = figure.low if figure.low is not None else figure.high
        if number is None or figure.unit in _ANYBODYS or number <= _LEAST:
            continue
        if _digits(number) >= _DIGITS:
            found[number, ""] = 1.0
        elif number >= _ROUND and figure.unit:
            found[number, figure.unit] = _HALF
    return found


def _digits(number: float) -> int:
    """How many digits it has but for the zeros at its end: two for 140 and for 95 million."""
    return len(f"{number:.15g}".replace(".", "").rstrip("0"))


def short_towns(names: Iterable[str]) -> frozenset[str]:
    """What towns are called for short."""
    return frozenset(m[1] for name in names if (m := _TOWN.match(name)))
