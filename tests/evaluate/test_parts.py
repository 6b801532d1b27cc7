"""The small parts of scoring: words, dates, pairs."""

from __future__ import annotations

import itertools
import random

import pytest

from recoupe.evaluate.dates import bounds
from recoupe.evaluate.pairing import best_pairs
from recoupe.evaluate.words import Texts, overlap, plain_name
from recoupe.types import Span


@pytest.mark.parametrize(
    ("value", "ends"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-02-03T10:00", ("2024-02-03", "2024-02-03")),
        ("20XX", ("2000-01-01", "2099-12-31")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("2000~", ("2000-01-01", "2000-12-31")),
        ("2000/..", ("2000-01-01", None)),
        ("../2004-06", (None, "2004-06-30")),
        ("soon", None),
        ("2024/soon", None),
        (None, None),
    ],
)
def test_edtf_as_first_and_last_day(value: str | None, ends: tuple[str | None, str | None] | None) -> None:
    assert bounds(value) == ends


def test_words_touched_by_spans() -> None:
    texts = Texts({"a": "L’État du Nord, dit-il."})
    whole = texts.words([Span("a", 0, 14)])
    assert sorted(whole) == [("a", 0), ("a", 1), ("a", 2), ("a", 3)]
    assert sorted(texts.bare(whole)) == [("a", 1), ("a", 2), ("a", 3)]
    assert texts.words([Span("a", 14, 16)]) == frozenset()
    assert texts.words([Span("b", 0, 5), None]) == frozenset()
    assert overlap(whole, texts.words([Span("a", 10, 23)])) == 1 / 6
    assert plain_name("Le Président de l'État") == "president etat"


def test_pairs_are_the_best_of_all() -> None:
    draw = random.Random(3)
    for _ in range(100):
        rows, columns = draw.randint(1, 4), draw.randint(1, 4)
        weights = [[draw.choice([0.0, 0.5, 1.0, draw.random()]) for _ in range(columns)] for _ in range(rows)]
        pairs = best_pairs(range(rows), range(columns), lambda i, j, w=weights: w[i][j])  # type: ignore[misc]
        assert len(set(pairs.values())) == len(pairs)
        table = weights if rows <= columns else [list(column) for column in zip(*weights, strict=True)]
        orders = itertools.permutations(range(len(table[0])), len(table))
        best = max(sum(table[i][j] for i, j in enumerate(order)) for order in orders)
        assert sum(weights[i][j] for i, j in pairs.items()) == pytest.approx(best)
