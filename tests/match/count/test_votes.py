"""How a body voted, as two reports count it: lone counts of one side exclude each other, two votes do not."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

START = "Le parlement de Sorvie a renversé mardi le gouvernement d'Ana Toljan. "
DAYS = ("2025-05-06", "2025-05-07")


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("La motion a été adoptée par 131 voix.", "Le président lit le résultat, 133 pour.", "contradicted"),
        ("La motion a été adoptée par 131 voix.", "133 députés approuvent la motion.", "contradicted"),
        ("La motion a été adoptée par 131 voix.", "131 députés l'ont censuré.", "same"),
        ("La motion a été adoptée par 131 voix.", "62 députés ont voté contre la motion.", ""),
        ("La motion a été adoptée par 131 voix.", "L'an dernier, 133 députés avaient approuvé une motion.", ""),
        ("La motion a été adoptée par 131 voix.", "Il a reçu 133 lettres, 90 pour l'essentiel favorables à la motion.", ""),
        ("La motion a été adoptée par 131 voix.", "Il en fallait 129 pour adopter la motion.", ""),
    ],
)
def test_lone_counts(left: str, right: str, verdict: str) -> None:
    assert set(verdicts_on("figure", left, right, start=START, days=DAYS)) == ({verdict} if verdict else set())
