"""Turns of phrase in tables: "manqu* … à l'appel" = a stem, up to three words between, then the rest; "……" = up to eight."""

from __future__ import annotations

import re

SMALL_NUMBERS = {
    word: n
    for n, words in enumerate("un une/deux/trois/quatre/cinq/six/sept/huit/neuf/dix".split("/"), 1)
    for word in words.split()
}


def turn(words: str) -> str:
    """The regular expression of a turn of phrase; match it against `plain_turn` of a text."""
    parts = re.escape(words.replace("’", "'")).replace("\\ ……\\ ", "(?: [\\w'-]+){0,8} ")
    parts = parts.replace("\\ …\\ ", "(?: [\\w'-]+){0,3} ").replace("\\*", "\\w*")
    return parts.replace("\\ ", " ")


def plain_turn(text: str) -> str:
    """A text in lower case with straight apostrophes, letter for letter."""
    return text.replace("’", "'").lower()
