"""Short forms in brackets and what they shorten: "la régie des eaux du Lez (REL)", "le REL (régie des eaux du Lez)".

After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003): the letters of
the short form are sought backwards in the words before it, the first of them at the beginning of a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anyascii import anyascii

from recoupe.parse.document import Parsed, Word

_LONGEST = 14  # words of a long form
_SMALL = frozenset(("DET", "ADP", "CCONJ", "PUNCT"))  # parts of speech that give no letter, as a rule
_NEVER = frozenset(("VERB", "AUX", "PRON", "SCONJ"))


@dataclass(frozen=True, slots=True)
class Acronym:
    """words[first:last] are shortened by words[short:end]."""

    first: int
    last: int
    short: int
    end: int


def find_acronyms(parsed: Parsed) -> tuple[Acronym, ...]:
    """Long and short forms set beside each other with brackets, in order."""
    words = parsed.words
    found: list[Acronym] = []
    for i, word in enumerate(words):
        if word.text != "(" or i == 0 or i + 2 >= len(words):
            continue
        close = next((k for k in range(i + 1, min(i + _LONGEST + 2, len(words))) if words[k].text in (")", ",", ";")), -1)
        if close < 0:
            continue
        inside = words[i + 1].start, words[close - 1].end
        if _is_short(parsed.text[slice(*inside)]):
            first = _long(words, parsed.text[slice(*inside)], i)
            if first >= 0:
                found.append(Acronym(first, i, i + 1, close))
        elif words[close].text == ")" and _is_short(words[i - 1].text):
            first = _long(words, words[i - 1].text, close)
            if i < first <= i + 2:
                found.append(Acronym(first, close, i - 1, i))
    return tuple(found)


def _is_short(text: str) -> bool:
    """ "OMS", "Inra", "CGT-FO": one token of capitals, or with one at its head."""
    letters = [c for c in text if c.isalpha()]
    return (
        2 <= len(letters) <= 10 and len(text) <= 12 and " " not in text and text[0].isupper() and text.replace("-", "").isalnum()
    )


def _long(words: tuple[Word, ...], short: str, end: int) -> int:
    """The first word of the phrase before word `end` that `short` shortens, -1 if none does."""
    letters = [c for c in anyascii(short).lower() if c.isalpha()]
    phrases = [
        (first, phrase)
        for first in _starts(words, end)
        if (phrase := [w for w in words[first:end] if w.text[0].isalpha()]) and anyascii(phrase[0].lower)[:1] == letters[0]
    ]
    for spells in (_initials, _within):  # "Autorité de l'aviation civile (AAC)" before "aviation civile"
        if (found := next((first for first, phrase in phrases if spells(phrase, letters)), -1)) >= 0:
            return found
    return -1


def _starts(words: tuple[Word, ...], end: int) -> Iterator[int]:
    """Words at which the long form may begin, the nearest first, within its sentence."""
    for first in range(end - 2, max(-1, end - 1 - _LONGEST), -1):
        word = words[first]
        if word.sent != words[end].sent or word.text in "().;:" or word.pos in _NEVER:
            return
        if word.text[0].isupper() or (word.pos not in _SMALL and word.text[0].isalpha()):
            yield first


def _initials(phrase: list[Word], letters: list[str]) -> bool:
    """Are the letters the initials of the words, small ones apart or not?"""
    plain = [anyascii(w.lower) for w in phrase]
    full = [t for t, w in zip(plain, phrase, strict=True) if w.pos not in _SMALL]
    return letters in ([t[0] for t in full], [t[0] for t in plain])


def _within(phrase: list[Word], letters: list[str]) -> bool:
    """Are they the initials with some letters from within the words: "Insee", "Ined"?"""
    full = [anyascii(w.lower) for w in phrase if w.pos not in _SMALL]
    return 2 <= len(full) <= len(letters) and len(letters) > 2 and _walk(full, letters)


def _walk(full: list[str], letters: list[str]) -> bool:
    """Does every word give its first letter, and the rest of the letters follow inside the words, in order?"""
    k = 0
    for n, word in enumerate(full):
        if k >= len(letters) or word[0] != letters[k]:
            return False
        k += 1
        rest = len(full) - n - 1  # letters that the words to come need
        for c in word[1:]:
            if len(letters) - k > rest and letters[k] == c:
                k += 1
    return k == len(letters)
