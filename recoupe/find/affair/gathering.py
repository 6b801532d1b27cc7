"""Gather the reports of a run into affairs: what a whole group has in common tells more than any one pair of short reports.

Average linkage (Sokal and Michener 1958) over the words and names that two reports share, with a bar that falls as more pairs
speak: two short reports of one affair may share little, but four by four unrelated ones never share as much on average.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Mean likeness that two groups need: _BAR + spread / sqrt(pairs); one pair of reports, .10 in a small run.
# The more reports there are, the liker the likest two of them by chance: in steps, so that one more report moves nothing.
_BAR = 0.04
_SPREADS = ((12, 0.062), (50, 0.07), (10**9, 0.17))  # reports, at most -> spread
_SMALL = 30.0  # weight below which a text is too short for one shared word to count in full
_TOUCH, _MOST = 0.03, 0.5  # more than half of the pairs between two groups must have something in common: no chains
GATHERED = 0.19  # the affinity of a pair in one group, at least: related, yet no help in dating by itself


class Weighted(Protocol):
    """What a report is about: features with their weights."""

    def weights(self) -> dict[str, float]:
        """Feature -> weight, multiples of a quarter (so that sums are exact)."""
        ...


def gather(topics: Sequence[Weighted]) -> list[list[int]]:
    """Groups of indices of the topics, each in order; a topic that is like no other stands alone."""
    if len(topics) < 2:
        return [[i] for i in range(len(topics))]
    groups: dict[int, list[int]] = {i: [i] for i in range(len(topics))}
    for keep, gone in _merges(_likeness(topics)):
        groups[keep] += groups.pop(gone)
    return [sorted(group) for group in groups.values()]


def _likeness(topics: Sequence[Weighted]) -> NDArray[np.float64]:
    """What each pair shares over the geometric mean of what both hold, n × n."""
    import numpy as np

    rows = [t.weights() for t in topics]
    holders: dict[str, int] = {}
    for row in rows:
        for feature in row:
            holders[feature] = holders.get(feature, 0) + 1
    column = {f: k for k, f in enumerate(sorted(f for f, count in holders.items() if count > 1))}
    weight = np.zeros((len(rows), len(column)), dtype=np.float32)
    for i, row in enumerate(rows):
        for feature, value in row.items():
            if feature in column:
                weight[i, column[feature]] = value
    shared = (weight @ (weight > 0).astype(np.float32).T).astype(np.float64)
    size = np.sqrt(np.array([max(sum(row.values()), 1.0) for row in rows]))
    likeness: NDArray[np.float64] = np.minimum(shared, shared.T) / np.maximum(np.outer(size, size), _SMALL)
    return likeness


def _merges(likeness: NDArray[np.float64]) -> list[tuple[int, int]]:
    """(kept, gone) pairs of groups, in the order of merging: always the two that stand highest above their bar."""
    import numpy as np

    groups = _Groups(likeness)
    best = np.full(len(likeness), -np.inf)
    partner = np.zeros(len(likeness), dtype=int)

    def look(k: int) -> NDArray[Any]:
        row = groups.margins(k)
        partner[k] = int(row.argmax())
        best[k] = row[partner[k]]
        return row

    for k in range(len(likeness)):
        look(k)
    merges: list[tuple[int, int]] = []
    while best.max() >= 0:
        i = int(best.argmax())
        keep, gone = sorted((i, int(partner[i])))
        merges.append((keep, gone))
        groups.join(keep, gone)
        best[gone] = -np.inf
        stale = groups.alive & ((partner == gone) | (partner == keep))
        row = look(keep)
        better = groups.alive & (row > best)
        best[better], partner[better] = row[better], keep
        for k in np.flatnonzero(stale).tolist():
            if k != keep:
                look(k)
    return merges


class _Groups:
    """What the groups have in common, the sum over their pairs of reports; a group is known by its first report."""

    def __init__(self, likeness: NDArray[np.float64]) -> None:
        import numpy as np

        n = len(likeness)
        self._spread = next(value for most, value in _SPREADS if n <= most)
        self._total = likeness
        self._touch = (likeness >= _TOUCH).astype(np.float64)  # pairs between two groups that have something in common
        self._size = np.ones(n)
        self.alive = np.ones(n, dtype=bool)

    def margins(self, i: int) -> NDArray[Any]:
        """How far each group stands above the bar that it and group i need."""
        import numpy as np

        pairs = self._size[i] * self._size
        joined = self.alive & (self._touch[i] > _MOST * pairs)
        row: NDArray[Any] = np.where(joined, self._total[i] / pairs - (_BAR + self._spread / np.sqrt(pairs)), -np.inf)
        row[i] = -np.inf
        return row

    def join(self, keep: int, gone: int) -> None:
        """Make one of two."""
        for sums in (self._total, self._touch):
            sums[keep] += sums[gone]
            sums[:, keep] = sums[keep]
        self._size[keep] += self._size[gone]
        self.alive[gone] = False
