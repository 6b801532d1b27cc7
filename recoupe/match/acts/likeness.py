"""Which words name one act or one root: "retard" and "tarder", "tir" and "tirer"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from recoupe.lang.roots import stem
from recoupe.match.acts.families import acts

_STEM = 5  # letters of one stem


def alike(a: Iterable[str], b: Iterable[str]) -> frozenset[str]:
    """The words of `a` that some word of `b` names too: one act, or one root ("retard", "tarder"; "tir", "tirer")."""
    return _alike(frozenset(a), frozenset(b))


@lru_cache(maxsize=1 << 14)  # reports of one affair tell one charge, and one denial, in the same words
def _alike(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    roots, doing, stems = _likenesses(b)
    return frozenset(w for w in a if w in b or stem(w) in roots or w[:_STEM] in stems or not doing.isdisjoint(_acts_of(w)))


@lru_cache(maxsize=1 << 12)  # a charge is held against every denial of its affair
def _likenesses(words: frozenset[str]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The roots, the acts and the stems of these words."""
    stems = frozenset(w[:_STEM] for w in words if len(w) >= _STEM)
    return frozenset(map(stem, words)), frozenset(x for w in words for x in _acts_of(w)), stems


@cache
def _acts_of(word: str) -> frozenset[str]:
    return acts(frozenset([word]))
