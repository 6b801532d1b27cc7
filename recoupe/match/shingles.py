"""Runs of words with names, numbers and dates masked: reports of one affair must not look alike for their facts alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from anyascii import anyascii

from recoupe.lang.tables import read_table

SIZE = 5  # words a shingle; the two seeds share none of 5 words, a planted copy .8 of its own
_CODE = re.compile(r"://|[\"']//|[{}]|\w\(\)")
_FURNITURE = 120  # characters: longer lines are text, not furniture
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


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text, plain (lower case ASCII) and masked (names, numbers and dates are one sign each)."""

    start: int
    end: int
    plain: str
    masked: str

    @property
    def content(self) -> bool:
        """Does it carry meaning, and is it no name, number or date?"""
        return self.masked.isalpha() and self.plain not in function_words() and len(self.plain) > 1


@cache
def function_words() -> frozenset[str]:
    """French words of grammar, in plain form."""
    rows = read_table("lang/fr/function_words.tsv", ("words", "example"))
    return frozenset(plain(word) for row in rows for word in row.many("words"))


def plain(text: str) -> str:
    """Lower case ASCII: "Été" -> "ete"."""
    return text.lower() if text.isascii() else anyascii(text).lower()


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text with their places."""
    out: list[Token] = []
    last = 0
    for match in _WORD.finditer(text):
        word = plain(match[0])
        opens = not out or bool(_ENDS.search(text, max(0, last - 1), match.start()))
        out.append(Token(match.start(), match.end(), word, _mask(match[0], word, opens)))
        last = match.end()
    return tuple(out)


def _mask(text: str, word: str, opens: bool) -> str:
    if text[0].isdigit() or word in _NUMBERS:
        return "0"
    if word in _DATE:
        return "#"
    # A capital at the head of a sentence says nothing; there only a function word is surely no name.
    if text[0].isupper() and (not opens or text.isupper() and len(text) > 1):
        return "@"
    return word


def shingles(words: tuple[Token, ...]) -> frozenset[tuple[str, ...]]:
    """Masked runs of SIZE words of which two at least carry meaning (a run of grammar and names is everybody's)."""
    heavy = [w.content for w in words]
    return frozenset(
        tuple(w.masked for w in words[i : i + SIZE]) for i in range(len(words) - SIZE + 1) if sum(heavy[i : i + SIZE]) >= 2
    )


def find_furniture(texts: Iterable[str]) -> frozenset[str]:
    """Short lines that three texts hold alike: what a site prints around its reports ("Vos réactions doivent…")."""
    count: dict[str, int] = defaultdict(int)
    for text in texts:
        for line in {line.strip() for line in text.split("\n")}:
            count[line] += len(line) < _FURNITURE
    return frozenset(line for line, n in count.items() if n > 2)


def blank_furniture(text: str, furniture: frozenset[str]) -> str:
    """The text with furniture and lines of code blanked; same length, so that offsets hold."""
    return "\n".join(" " * len(line) if line.strip() in furniture or _CODE.search(line) else line for line in text.split("\n"))
