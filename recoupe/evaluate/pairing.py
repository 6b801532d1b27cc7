"""Best one-to-one pairs between two lists under a score, the Hungarian method on each connected part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

G = TypeVar("G")
P = TypeVar("P")


def best_pairs(left: Sequence[G], right: Sequence[P], score: Callable[[G, P], float]) -> dict[int, int]:
    """left index -> right index, the greatest total of positive scores. Each item is used at most once.

    >>> best_pairs([1, 2], [2, 1], lambda a, b: float(a == b))
    {0: 1, 1: 0}
    """
    weights = {(i, j): w for i, a in enumerate(left) for j, b in enumerate(right) if (w := score(a, b)) > 0}
    pairs: dict[int, int] = {}
    for rows, columns in _parts(weights):
        swapped = len(rows) > len(columns)
        if swapped:
            rows, columns = columns, rows
        matrix = [[weights.get((c, r) if swapped else (r, c), 0.0) for c in columns] for r in rows]
        for i, j in enumerate(_assign(matrix)):
            if matrix[i][j] > 0:
                pair = (columns[j], rows[i]) if swapped else (rows[i], columns[j])
                pairs[pair[0]] = pair[1]
    return pairs


def _parts(weights: dict[tuple[int, int], float]) -> list[tuple[list[int], list[int]]]:
    """The connected parts of the graph of possible pairs, so that each matrix is small."""
    rows: dict[int, list[int]] = {}
    columns: dict[int, list[int]] = {}
    for i, j in sorted(weights):
        rows.setdefault(i, []).append(j)
        columns.setdefault(j, []).append(i)
    parts = []
    seen: set[int] = set()
    for start in rows:
        if start in seen:
            continue
        inside, outside, waiting = {start}, set[int](), [start]
        while waiting:
            for j in rows[waiting.pop()]:
                if j not in outside:
                    outside.add(j)
                    fresh = [i for i in columns[j] if i not in inside]
                    inside.update(fresh)
                    waiting.extend(fresh)
        seen |= inside
        parts.append((sorted(inside), sorted(outside)))
    return parts


def _assign(matrix: list[list[float]]) -> list[int]:
    """The column of each row for the greatest total; no more rows than columns. Kuhn's method with potentials, O(n²m)."""
    rows, columns = len(matrix), len(matrix[0])
    row_price, column_price = [0.0] * rows, [0.0] * (columns + 1)
    owner = [-1] * (columns + 1)  # owner[columns] is the row being placed
    for row in range(rows):
        owner[columns], column = row, columns
        slack, previous = [float("inf")] * columns, [columns] * columns
        done = [False] * (columns + 1)
        while owner[column] >= 0:
            done[column] = True
            placed, step, nearest = owner[column], float("inf"), -1
            for j in range(columns):
                if done[j]:
                    continue
                gap = -matrix[placed][j] - row_price[placed] - column_price[j]
                if gap < slack[j]:
                    slack[j], previous[j] = gap, column
                if slack[j] < step:
                    step, nearest = slack[j], j
            for j in range(columns + 1):
                if done[j]:
                    row_price[owner[j]] += step
                    column_price[j] -= step
                elif j < columns:
                    slack[j] -= step
            column = nearest
        while column != columns:
            owner[column] = owner[previous[column]]
            column = previous[column]
    chosen = [-1] * rows
    for j in range(columns):
        if owner[j] >= 0:
            chosen[owner[j]] = j
    return chosen
