"""A rule of the grammar of time phrases: a short regex over letters, and what its match means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from recoupe.find.count.numerals import Tokens
from recoupe.find.times.meaning import Meaning

BLOCK = Meaning("duration", unit="block")  # what only looks like a time


@dataclass(slots=True)
class Match:
    """The tokens one rule matched."""

    letters: str
    values: list[Any]
    before: str  # the letter before, "/" at the start
    after: str  # the letters after
    tokens: Tokens
    first: int

    def all(self, letters: str) -> list[Any]:
        """The values of the tokens of these letters."""
        return [v for c, v in zip(self.letters, self.values, strict=True) if c in letters]

    def get(self, letters: str) -> Any:
        """The value of the first token of these letters, None without one."""
        return next((v for c, v in zip(self.letters, self.values, strict=True) if c in letters), None)

    def word(self, k: int) -> str:
        """The k-th word of the match in lower case."""
        t = self.tokens
        return t.low[t.starts[self.first + k] : t.ends[self.first + k]]

    @property
    def which(self) -> Any:
        """Last, next or this one, as the words say."""
        return "last" if "q" in self.letters else "next" if "p" in self.letters else "this" if "c" in self.letters else ""


Build = Callable[[Match], Meaning | None]
Rule = tuple[re.Pattern[str], str, Build]  # the letters it reads, the letter it becomes, what it means


def rules(*rows: tuple[str, str, Build]) -> tuple[Rule, ...]:
    """The rules of one pass."""
    return tuple((re.compile(pattern), letter, build) for pattern, letter, build in rows)
