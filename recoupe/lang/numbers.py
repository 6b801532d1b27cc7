"""Small numbers in words, as news write them: "onze", "vingt et un", "troisième"."""

from __future__ import annotations

from functools import cache

from recoupe.lang.tables import read_table

COLUMNS = ("word", "kind", "value", "example")
_LAST = 69  # what comes then is built otherwise: "soixante-dix"


def cardinals(first: int, last: int) -> dict[str, int]:
    """The words of the whole numbers from `first` to `last`, 0 to 69, masculine, with their values."""
    return {word: n for n, word in enumerate(_cardinals()) if first <= n <= last}


def ordinals(first: int, last: int) -> dict[str, int]:
    """The same in order, from "deuxième" on."""
    return {_ordinal(word): n for word, n in cardinals(max(first, 2), last).items()}


@cache
def _cardinals() -> tuple[str, ...]:
    rows = read_table("lang/fr/numbers.tsv", COLUMNS)
    told = {int(float(r["value"])): r["word"] for r in reversed(rows) if r["kind"] == "number"}  # "un" stands before "une"
    return tuple(told.get(n) or _compound(told, n) for n in range(_LAST + 1))


def _compound(told: dict[int, str], n: int) -> str:
    ten, unit = told[n - n % 10], told[n % 10]
    return f"{ten} et {unit}" if n % 10 == 1 else f"{ten}-{unit}"


def _ordinal(word: str) -> str:
    stem = word[:-1] + "v" if word.endswith("neuf") else word + "u" if word.endswith("cinq") else word.removesuffix("e")
    return stem + "ième"
