"""The grammar of French time phrases: three passes of short regexes over the letters of `recoupe.find.count.numerals`.

A phrase that is found becomes one letter for the next pass: 5 a day, 6 a longer stretch, 7 a time of day, 8 a quantity of time,
9 a finished phrase, and ? what only looks like a time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from recoupe.find.count.numerals import Tokens
from recoupe.find.times.cores import CORES
from recoupe.find.times.joins import JOINS, RELATIONS
from recoupe.find.times.meaning import Meaning
from recoupe.find.times.rules import BLOCK, Match


@dataclass(frozen=True, slots=True)
class Phrase:
    """text[start:end] means this. `letters` are the tokens it was read from."""

    start: int
    end: int
    meaning: Meaning
    letters: str


def read_phrases(tokens: Tokens) -> list[Phrase]:
    """Every time phrase of a text, in order."""
    text = "".join(tokens.letters)
    found: list[Phrase] = []
    for zone in _ZONE.finditer(text):
        found += _read_zone(tokens, zone.start(), zone.end())
    return found


def _read_zone(tokens: Tokens, start: int, end: int) -> list[Phrase]:
    """The phrases of one stretch of known words, with the token on either side as context."""
    first, last = max(start - 1, 0), end + 1
    part = Tokens(
        tokens.text,
        tokens.low,
        tokens.letters[first:last],
        tokens.starts[first:last],
        tokens.ends[first:last],
        tokens.values[first:last],
    )
    for level in range(len(_PASSES)):
        part = _apply(level, part)
    return [
        Phrase(part.starts[k], part.ends[k], value.meaning, value.letters)
        for k, (letter, value) in enumerate(zip(part.letters, part.values, strict=True))
        if letter in "5679" and isinstance(value, _Read)
    ]


# No rule reads over an unknown word or a line end, so that a stretch between them can be read alone.
_ZONE = re.compile(r"[^?/]*[WMZBUhmAJCXYFdQ][^?/]*")


@dataclass(frozen=True, slots=True)
class _Read:
    meaning: Meaning
    letters: str


@lru_cache(maxsize=1 << 13)  # the same few letters come back all the time: "?lWd?"
def _matches(level: int, text: str) -> tuple[tuple[int, int, int], ...]:
    """Where the rules of one pass match: start, minus the end, number of the rule; leftmost, longest first."""
    rules = enumerate(_PASSES[level])
    return tuple(sorted((m.start(), -m.end(), number) for number, (pattern, _, _) in rules for m in pattern.finditer(text)))


def _apply(level: int, tokens: Tokens) -> Tokens:
    """One pass: the leftmost, longest phrases become one letter each."""
    text = "".join(tokens.letters)
    found = _matches(level, text)
    if not found:
        return tokens
    rules = _PASSES[level]
    out = Tokens(tokens.text, tokens.low, [], [], [], [])
    done = 0
    for start, minus_end, number in found:
        end = -minus_end
        if start < done:
            continue
        values = [v.meaning if isinstance(v, _Read) else v for v in tokens.values[start:end]]
        _, letter, build = rules[number]
        match = Match(text[start:end], values, text[start - 1] if start else "/", text[end : end + 4], tokens, start)
        meaning = build(match)
        if meaning is None:
            continue
        for k in range(done, start):
            out.add(text[k], tokens.starts[k], tokens.ends[k], tokens.values[k])
        read = "".join(
            v.letters if isinstance(v, _Read) else c for c, v in zip(text[start:end], tokens.values[start:end], strict=True)
        )
        letter = "?" if meaning is BLOCK else letter
        out.add(letter, tokens.starts[start], tokens.ends[end - 1], _Read(meaning, read))
        done = end
    for k in range(done, len(text)):
        out.add(text[k], tokens.starts[k], tokens.ends[k], tokens.values[k])
    return out


_PASSES = (CORES, JOINS, RELATIONS)
