"""Runs of words with names, numbers and dates masked: reports of one affair must not look alike for their facts alone."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from recoupe.lang.plain import function_words, plain

SIZE = 5  # words a shingle; the two seeds share none of 5 words, a planted copy .8 of its own
_WORD = re.compile(r"[^\W_]+")
_ENDS = re.compile(r"[.!?…:;\n«“\"»”]\W*\Z")
_DATE = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril "
    "mai juin juillet aout septembre octobre novembre decembre".split()
)
_NUMBERS = frozenset(
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize vingt trente quarante cinquante soixante "
    "cent cents mille million millions milliard milliards dizaine dizaines vingtaine "
    "trentaine quarantaine cinquantaine centaine centaines "
    "millier milliers premier premiere deuxieme second seconde troisieme quatrieme".split()
)


class Token(NamedTuple):  # a tuple, not a dataclass: one is made for every word of a run
    """One word of a text, plain (lower case ASCII) and masked (names, numbers and dates are one sign each)."""

    start: int
    end: int
    plain: str
    masked: str

    @property
    def content(self) -> bool:
        """Does it carry meaning, and is it no name, number or date?"""
        return self.masked.isalpha() and self.plain not in function_words() and len(self.plain) > 1


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text with their places."""
    out: list[Token] = []
    new, last = tuple.__new__, 0  # what Token(…) does, without the call between
    for match in _WORD.finditer(text):
        start, end = match.span()
        word, masked, upper = _mask(match[0])
        # A capital at the head of a sentence says nothing; there only a function word is surely no name.
        if upper and (upper > 1 or out and not _ENDS.search(text, max(0, last - 1), start)):
            masked = "@"
        out.append(new(Token, (start, end, word, masked)))
        last = end
    return tuple(out)


@lru_cache(maxsize=1 << 16)
def _mask(text: str) -> tuple[str, str, int]:
    """A form in plain letters, masked wherever it stands, and 1 if it is a name inside a sentence, 2 if anywhere."""
    word = plain(text)
    if text[0].isdigit() or word in _NUMBERS:
        return word, "0", 0
    if word in _DATE:
        return word, "#", 0
    return word, word, (2 if text.isupper() and len(text) > 1 else 1) if text[0].isupper() else 0


def shingles(words: tuple[Token, ...]) -> frozenset[tuple[str, ...]]:
    """Masked runs of SIZE words of which two at least carry meaning (a run of grammar and names is everybody's)."""
    empty = function_words()
    masks = [w.masked for w in words]
    # Written out rather than asked of Token.content: this runs over every word of a run.
    heavy = [m.isalpha() and w.plain not in empty and len(w.plain) > 1 for m, w in zip(masks, words, strict=True)]
    so_far = list(accumulate(heavy, initial=0))
    return frozenset(tuple(masks[i : i + SIZE]) for i in range(len(words) - SIZE + 1) if so_far[i + SIZE] - so_far[i] >= 2)
