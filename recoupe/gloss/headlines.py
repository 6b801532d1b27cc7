"""Headlines In Capitals Of Every Word: written as sentences are, so that a parser sees verbs where it would see names."""

from __future__ import annotations

import re

from recoupe.gloss import lexicon

_WORD = re.compile(r"[^\W\d_]+(?:'s)?")
_SMALL = 4  # letters; shorter words are written small in such headlines anyway


def lower_headlines(text: str) -> str:
    """The text with its title-case lines in lower case, names left; offset for offset.

    A name is a word that the report never writes small and that no table knows as a noun, a verb or an adjective.

    >>> lower_headlines("Plane Crashes Near Oslo, Killing Two")
    'plane crashes near Oslo, killing two'
    """
    small = frozenset(w for w in _WORD.findall(text) if w.islower())
    return "\n".join(_lowered(line, small) if _is_title(line) else line for line in text.split("\n"))


def _is_title(line: str) -> bool:
    words = [w for w in _WORD.findall(line) if len(w) > _SMALL]
    return len(words) > 2 and all(w[0].isupper() for w in words) and not line.rstrip().endswith(".")


def _lowered(line: str, small: frozenset[str]) -> str:
    return _WORD.sub(lambda m: m[0].lower() if m[0].lower() in small or _is_common(m[0].lower()) else m[0], line)


def _is_common(word: str) -> bool:
    """Does a table know it, in a form that a headline may have: "Crashes", "Killed", "Killing"?"""
    return any(lexicon.knows(form) for form in lexicon.base_forms(word) if len(form) > 1)
