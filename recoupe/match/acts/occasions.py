"""What people attend: the occasions that words name ("le gala", "la remise du prix"), by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table


def occasions(lemmas: Iterable[str]) -> frozenset[str]:
    """The kinds of occasion that these lemmas name."""
    known = _known()
    return frozenset(kind for lemma in lemmas for kind in known.get(plain(lemma), ()))


@cache
def _known() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_table("lang/fr/occasions.tsv", ("occasion", "words", "example")):
        for word in row.many("words"):
            found[plain(word)].append(row["occasion"])
    return {word: tuple(kinds) for word, kinds in found.items()}
