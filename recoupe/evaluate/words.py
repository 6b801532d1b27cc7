"""Spans as sets of words: what two annotations share is counted in words, so that a comma or an article's edge costs nothing."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Protocol

Words = frozenset[tuple[str, int]]  # (report, number of the word in it)

_WORD = re.compile(r"\w+")
_PLAIN = re.compile(r"[^a-z0-9]+")
DETERMINERS = frozenset("le la les l un une des du de d the a an ce cet cette ces".split())


class Place(Protocol):
    """Anything that stands for text[start:end] of a report."""

    @property
    def report(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Texts:
    """The texts of a story, cut into words."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts
        self._starts = {k: [m.start() for m in _WORD.finditer(t)] for k, t in texts.items()}
        self._ends = {k: [m.end() for m in _WORD.finditer(t)] for k, t in texts.items()}

    def words(self, spans: Iterable[Place | None]) -> Words:
        """The words that the spans touch."""
        found: set[tuple[str, int]] = set()
        for span in spans:
            if span is not None and span.report in self.texts:
                first = bisect_right(self._ends[span.report], span.start)
                found.update((span.report, i) for i in range(first, bisect_left(self._starts[span.report], span.end)))
        return frozenset(found)

    def bare(self, words: Words) -> Words:
        """Without leading determiners: « le pays » and « pays » are one mention."""
        ordered = sorted(words)
        while len(ordered) > 1 and plain(self._text(ordered[0])) in DETERMINERS:
            ordered.pop(0)
        return frozenset(ordered)

    def size(self, reports: Iterable[str]) -> int:
        """The number of words of these reports."""
        return sum(len(self._starts[r]) for r in reports)

    def quote(self, span: Place, limit: int = 90) -> str:
        """The words of a span, for an error message."""
        words = self.texts.get(span.report, "")[span.start : span.end].replace("\n", " ")
        return words if len(words) <= limit else words[: limit - 1] + "…"

    def _text(self, word: tuple[str, int]) -> str:
        report, i = word
        return self.texts[report][self._starts[report][i] : self._ends[report][i]]


def overlap(left: Words, right: Words) -> float:
    """Shared words over all words, 0 when none is shared."""
    both = len(left & right)
    return both / len(left | right) if both else 0.0


def plain(text: str | None) -> str:
    """Lower case, no accents, no punctuation: "L'Agence" -> "l agence".

    A curly apostrophe vanishes ("L’Agence" -> "lagence"): the outside scorer has it so, and our figures are to be its figures.
    """
    ascii_only = unicodedata.normalize("NFD", (text or "").lower()).encode("ascii", "ignore").decode()
    return _PLAIN.sub(" ", ascii_only).strip()


def plain_name(text: str | None) -> str:
    """`plain` without determiners."""
    return " ".join(w for w in plain(text).split() if w not in DETERMINERS)
