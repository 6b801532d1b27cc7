"""Which actors of several reports were taken for one, and why: a union of ids that keeps its reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

_Row = TypeVar("_Row")


class Joined:
    """Ids joined step by step. The smallest id of a union stands for it, so that the order of joining does not matter."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.parent: dict[str, str] = {i: i for i in ids}
        self.why: dict[tuple[str, str], tuple[str, float]] = {}

    def find(self, x: str) -> str:
        """The id that stands for all that x was joined with."""
        while self.parent[x] != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x

    def join(self, left: str, right: str, reason: str, score: float) -> None:
        """From here on both are one."""
        a, b = sorted((self.find(left), self.find(right)))
        if a != b:
            self.parent[b] = a
            self.why[(min(left, right), max(left, right))] = (reason, score)


def groups(pairs: Sequence[tuple[_Row, _Row]], name: Callable[[_Row], str]) -> list[list[_Row]]:
    """What pairs tie together, each row once, in the order of their names."""
    rows = {name(row): row for pair in pairs for row in pair}
    joined = Joined(rows)
    for left, right in pairs:
        joined.join(name(left), name(right), "", 1.0)
    found: dict[str, list[_Row]] = defaultdict(list)
    for key in sorted(rows):
        found[joined.find(key)].append(rows[key])
    return [found[key] for key in sorted(found)]
