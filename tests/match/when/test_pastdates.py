"""Two days long gone and next to each other are of one act, in whatever words; others are not."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

START = "Le journaliste Ivan Tolmar a été libéré jeudi par la Sorvie. "
DAYS = ("2025-08-01", "2025-08-02")


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("La police l'avait cueilli le 29 mars 2023.", "Ivan Tolmar avait été interpellé le 30 mars 2023.", "contradicted"),
        ("Ivan Tolmar est né le 3 mai 1981 à Bel.", "Ivan Tolmar a vu le jour le 4 mai 1981.", "contradicted"),
        ("Ivan Tolmar avait été arrêté le 29 mars 2023.", "Ivan Tolmar avait été interpellé le 29 mars 2023.", ""),
        ("Ivan Tolmar avait été arrêté le 29 mars 2023.", "Le tribunal de Bel avait brûlé le 30 mars 2023.", ""),
        ("Ivan Tolmar avait été arrêté le 29 mars 2023.", "Ivan Tolmar avait été condamné le 30 mars 2023.", ""),
        ("Ivan Tolmar a plaidé le 29 mars 2023.", "Ivan Tolmar avait publié un livre le 12 avril 2023.", ""),
        ("Ivan Tolmar a plaidé le 29 juillet.", "Ivan Tolmar avait parlé de tout le 30 juillet.", ""),
    ],
)
def test_two_days_long_gone(left: str, right: str, verdict: str) -> None:
    found = set(verdicts_on("date", left, right, start=START, days=DAYS)) & {"contradicted", "updated"}
    assert found == ({verdict} if verdict else set())
