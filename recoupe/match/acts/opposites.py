"""Acts that exclude one another ("approuvé", "rejeté") or follow one another ("retenus", "libérés"): the table."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table

KINDS = ("final", "opposed", "turn", "then")
Side = tuple[str, int]  # row of the table, 0 = left or 1 = right


_CLEARED = re.compile(r"(?i)\b(?:relax|acquitt|blanchi|innocent|mise? hors de cause|non coupable)")
_CONVICTED = re.compile(r"(?i)\b(?:condamn|écop|reconnue? coupable|déclarée? coupable)")


def is_split(text: str) -> bool:
    """Does a report tell of one verdict on several counts, or of several accused: cleared and convicted?"""
    return bool(_CLEARED.search(text) and _CONVICTED.search(text))


@cache
def sides_of(lemmas: frozenset[str]) -> frozenset[Side]:
    """Where these plain lemmas stand in the table."""
    known = _sides()
    return frozenset(s for lemma in lemmas for s in known.get(lemma, ()))


def opposition(a: frozenset[Side], b: frozenset[Side]) -> str:
    """How two acts stand: "final", "opposed", "turn", "then", or "" when nothing opposes them."""
    if not a or not b:
        return ""
    rows = {row for row, side in a if (row, 1 - side) in b} - {row for row, side in a if (row, side) in b}
    return min((row.split()[0] for row in rows), key=KINDS.index, default="")


@cache
def _sides() -> dict[str, tuple[Side, ...]]:
    found: dict[str, list[Side]] = defaultdict(list)
    for n, row in enumerate(read_table("lang/fr/opposites.tsv", ("kind", "left", "right", "example"))):
        name = f"{row.one_of('kind', KINDS)} {n}"
        for side, column in enumerate(("left", "right")):
            for word in row.many(column):
                found[word if word.isupper() else plain(word)].append((name, side))
    return {word: tuple(rows) for word, rows in found.items()}
