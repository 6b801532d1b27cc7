"""Small numbers in words."""

from __future__ import annotations

from recoupe.lang.numbers import cardinals, ordinals


def test_compounds_and_ordinals_are_spelt_as_news_spell_them() -> None:
    assert cardinals(16, 22) == {
        "seize": 16, "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19, "vingt": 20, "vingt et un": 21, "vingt-deux": 22,
    }  # fmt: skip
    assert list(cardinals(0, 2)) == ["zéro", "un", "deux"]
    assert [*ordinals(1, 5), *ordinals(9, 11), *ordinals(19, 21)] == [
        "deuxième", "troisième", "quatrième", "cinquième", "neuvième", "dixième", "onzième", "dix-neuvième", "vingtième",
        "vingt et unième",
    ]  # fmt: skip
