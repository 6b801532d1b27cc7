"""Names of persons that may be one in one affair: a surname cut to its letter, a slip of the pen, a translated given name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rapidfuzz.distance import Levenshtein

from recoupe.lang.nouns import first_names
from recoupe.lang.plain import plain
from recoupe.match.who.sounds import as_heard, sound

_LONG_NAME, _VERY_LONG = 5, 9  # letters of a surname in which one, or two, may be a slip
_LONG_PART = 4  # letters of a part of a surname in which one may be a slip
_SAME_START = 4  # letters that two forms of one given name have in common
_ENDING = 3  # letters that may follow them


def initial_of(tokens: Sequence[str]) -> str:
    """The letter a surname is cut to, "" for a surname in full.

    >>> initial_of(["mathieu", "d."]), initial_of(["mathieu", "delorme"])
    ('d', '')
    """
    last = tokens[-1].rstrip(".") if len(tokens) > 1 else ""
    return last if len(last) == 1 and last.isalpha() else ""


def is_abridged(short: Sequence[str], full: Sequence[str]) -> bool:
    """Is the first name the second one with its surname cut to a letter: "Mathieu D.", "Mathieu Delorme"?"""
    letter = initial_of(short)
    if (
        not letter
        or initial_of(full)
        or len(full) < 2
        or [sound(t) for t in short[:-1]] != [sound(t) for t in full[: len(short) - 1]]
    ):
        return False
    return full[len(short) - 1].startswith(letter) or full[-1].startswith(letter)


def is_first_half(short: str, full: str) -> bool:
    """Has the second name a surname of two parts, of which the first name has but one: "Iris Lescure", "Iris Lescure-Valet"?

    In Spanish, Portuguese and many African names no hyphen joins the parts: "Pedro Salas", "Pedro Salas Ortuño".
    """
    given, _, surname = plain(short).partition(" ")
    return bool(surname) and plain(full).startswith((f"{given} {surname}-", f"{given} {surname} "))


def is_without_given(short: Sequence[str], full: Sequence[str]) -> bool:
    """Is the first name the surname of two words that ends the second one: "Salas Ortuño", "Pedro Luis Salas Ortuño"?"""
    ends = 1 < len(short) < len(full) and list(full[-len(short) :]) == list(short)
    return ends and plain(short[0]) not in given_names()


def is_slip_inside(left: Sequence[str], right: Sequence[str]) -> bool:
    """One letter in the first half of a surname of two parts: "Yaël Braun-Pivet", "Yaël Brun-Pivet"."""
    apart = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    if len(left) != len(right) or len(apart) != 1 or left[0] != right[0] or left[-1] != right[-1]:
        return False
    a, b = apart[0]
    long = min(len(a), len(b)) >= _LONG_PART and a[0] == b[0] and not {a, b} & given_names().keys()
    return long and Levenshtein.distance(a, b, score_cutoff=1) <= 1


def is_slip(left: Sequence[str], right: Sequence[str]) -> bool:
    """Do two names differ by a slip: a letter of a long surname, two of a very long one, or the given name's language?"""
    if is_slip_inside(left, right):
        return True
    if left[:-1] == right[:-1]:
        a, b = left[-1], right[-1]
        shortest = min(len(a), len(b))
        limit = 2 if shortest >= _VERY_LONG else 1
        apart = min(Levenshtein.distance(sound(a), sound(b)), Levenshtein.distance(a, b))
        return shortest >= _LONG_NAME and (apart <= limit or as_heard(a) == as_heard(b))
    if len(left) != len(right) and min(len(left), len(right)) > 1:
        return left == right[: len(left)] or right == left[: len(right)]  # asked of a surname cut in half only
    return left[1:] == right[1:] and is_translated(left[0], right[0])


def is_translated(left: str, right: str) -> bool:
    """May two given names be one in two languages: "Frédérique", "Frederica"? Not two that are both at home in French."""
    common = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    if common < _SAME_START or max(len(left), len(right)) - common > _ENDING:
        return False
    return not {left, right} <= given_names().keys()


def are_of_two_genders(left: str, right: str) -> bool:
    """Is one the name of a man and the other that of a woman: "Daniel", "Danielle"?"""
    return {given_names().get(left, ""), given_names().get(right, "")} == {"m", "f"}


@cache
def given_names() -> dict[str, str]:
    """First names in plain form; one that two genders share is of either."""
    found: dict[str, str] = {}
    for name, gender in first_names().items():
        key = plain(name)
        found[key] = gender if found.get(key, gender) == gender else "e"
    return found
