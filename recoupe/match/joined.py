"""Which actors of several reports were taken for one, and why: a union of ids that keeps its reasons."""

from __future__ import annotations

from collections.abc import Iterable


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
