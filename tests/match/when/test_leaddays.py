"""The day of the news by its weekday and, in another report, by its date; and days that only fall together."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "La scène se passe à Bellançon, chez les Tuileries Morvan.\n"
NEWS = "Le plafond de l'atelier s'est effondré mardi sur deux ouvriers."


@pytest.mark.parametrize(
    ("later", "day", "told"),
    [
        ("Depuis le drame du 12 mars, les fours sont froids.", "2024-03-13", ["mardi", "12 mars"]),
        ("Personne n'a oublié le 12 mars.", "2024-03-20", ["mardi", "le 12 mars"]),
        # the day that heads a report
        ("12 mars 2024 . – Les fours sont froids.", "2024-03-20", []),
        # on the next day any date may be another's; another day; what lies ahead
        ("Le maire lit le compte rendu du 11 mars.", "2024-03-20", []),
        ("La mairie publie le 12 mars une carte des marchés.", "2024-03-12", []),
    ],
)
def test_the_day_of_the_news(later: str, day: str, told: list[str]) -> None:
    found = matters_of(NEWS, later, start=START, days=("2024-03-12", day))
    assert [
        v.value
        for m in found
        if m.title.startswith("Date :") or m.title.endswith("(date)")
        for d in m.differences
        for v in d.values
    ] == told
