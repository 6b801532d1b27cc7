"""Our own sentence splitter, aware of paragraphs and quotations; the parser is given its starts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from recoupe.lang.numbers import cardinals
from recoupe.lang.plain import function_words, plain
from recoupe.parse.document import Quote

LONGEST = 1200  # characters; a longer stretch without a stop is cut at a space, so that one line of 5 MB stays linear

# After these a full stop does not end a sentence (lower case, without the stop): a name, a street or a year follows.
_ABBREVIATIONS = frozenset(
    "m mm mme mmes mlle dr pr me st ste av bd ave cf env janv févr avr juill sept oct nov déc gal gén cdt lt cne n° vs".split()
)
_BEFORE_NUMBERS = frozenset("vol art p pp no fig chap min max approx réf éd".split())  # only before a number: "un vol. Il…"
_DOTTED = re.compile(r"(?:[A-ZÀ-Ý]\.)+[A-ZÀ-Ý]")  # "U.S", "C.G.T": the stop behind the last letter may be the acronym's own
_LETTERS = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"(?P<stop>[.!?…]+)(?P<close>[ \u00a0\u202f]*[»”\"'’)\]]+)?(?P<gap>[ \u00a0\u202f\t]+)(?=(?P<next>\S))")
_GLUED = re.compile(r"[.!?…]+[»”\"]?(?=[A-ZÀ-Ý])")  # a stop without the space behind it
_COUNTS = cardinals(1, 20)
_LOST_SPACE = re.compile(r"(?:[a-zà-ÿ]{3}|\b\d{4}|[»”\"])\Z")  # before a stop that the next sentence follows at once
# What stands before the first sentence of a dispatch or of an entry of a live page is no part of it:
# "PARIS, 3 mars 2025 (AFP) - ", "Bruxelles, 13 mars - ", "MARSEILLE (ANP) — ", "20 h 30 - ".
_CITY = r"[A-ZÀ-Ý][^\W\d_]*(?:[ '’-][^\W\d_]+){0,4}"
_DAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?(?:le\s+)?\d{1,2}(?:er)?\s+[a-zéû]{3,9}\.?(?:\s+\d{4})?"
_AGENCY = r"\([A-Z][^()\n]{1,30}\)"
_HEAD = re.compile(
    rf"\s*(?:{_CITY}(?:\s*\([^()\n]{{2,30}}\))?(?:\s*,\s*{_DAY}(?:\s*{_AGENCY})?|\s*{_AGENCY})"
    r"|\d{1,2}\s?[hH:]\s?\d{0,2})"
    r"\s*[-–—:]\s*(?=[A-ZÀ-Ý«“\"])"
)
_OPENING = '«“"„‹([—–-•'


@dataclass(frozen=True, slots=True)
class Stretch:
    """text[start:end] is one sentence, in paragraph number `paragraph`."""

    start: int
    end: int
    paragraph: int


def split_sentences(text: str, quotes: Sequence[Quote] = ()) -> tuple[Stretch, ...]:
    """Sentences in order, without surrounding white space. A line break always ends a sentence. Linear in the text.

    A stop inside a quotation ends a sentence only when another sentence of the quotation follows, so that
    « Non. », a-t-il dit. stays whole, and its cue with it.
    """
    out: list[Stretch] = []
    at, paragraph = 0, 0
    for line in text.split("\n"):
        pieces = _split_line(text, at, at + len(line))
        out.extend(Stretch(start, end, paragraph) for start, end in pieces)
        paragraph += bool(pieces)
        at += len(line) + 1
    return tuple(out)


def _split_line(text: str, start: int, end: int) -> list[tuple[int, int]]:
    head = _HEAD.match(text, start, end)
    cuts = [start, head.end()] if head and head.end() < end else [start]
    for found in _STOP.finditer(text, start, end):
        if _ends_sentence(text, found, start):
            cuts.append(found.end("gap"))
    cuts += (found.end() for found in _GLUED.finditer(text, start, end) if _has_lost_space(text, found, start))
    cuts = [*sorted(cuts), end]
    pieces: list[tuple[int, int]] = []
    for left, right in pairwise(cuts):
        pieces.extend(_cut_long(text, left, right))
    trimmed = ((_skip(text, left, right), _back(text, left, right)) for left, right in pieces)
    return [(left, right) for left, right in trimmed if left < right]


def _ends_sentence(text: str, found: re.Match[str], line_start: int) -> bool:
    after = found["next"]
    if not (after.isupper() or after.isdigit() or after in _OPENING):
        return False
    if after in "—–-" and not found["close"]:
        return found["stop"] != "."
    if found["stop"] != ".":
        # "Quoi ? », dit-il" never gets here (comma or lower case follows); "Non ! Jamais !" does.
        return True
    if found["close"]:
        return True
    before = text[max(line_start, found.start() - 12) : found.start()]
    word = re.split(r"[\s\u00a0\u202f(«“\"'’]", before)[-1]
    if word.lower() in _ABBREVIATIONS or (word.lower() in _BEFORE_NUMBERS and after.isdigit()):
        return False
    if _DOTTED.fullmatch(word):
        # "l'U.S. Navy" goes on, "aux U.S. Le navire" does not: sentences, not names, begin with words of grammar.
        opener = _LETTERS.match(text, found.end("gap"))
        return opener is not None and plain(opener[0]) in function_words()
    # An initial ("J. Dupont") is no end, unless a number or a longer word stands before the stop ("de type B. Il").
    return not (len(word) == 1 and word.isupper() and after.isupper())


def _has_lost_space(text: str, found: re.Match[str], line_start: int) -> bool:
    """ "en 2008.La mère": a word of grammar with a capital right behind the stop of a page; not "Booking.com", "M.Dupont"."""
    opener = _LETTERS.match(text, found.end())
    if opener is None or not opener[0][0].isupper() or opener[0][1:] != opener[0][1:].lower():
        return False
    before = text[max(line_start, found.start() - 4) : found.start()]
    goes_on = text[opener.end() : opener.end() + 1] in (" ", "\u00a0", "'", "’")
    return goes_on and bool(_LOST_SPACE.search(before)) and (plain(opener[0]) in function_words() or opener[0].lower() in _COUNTS)


def _cut_long(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > LONGEST:
        cut = max(
            text.rfind(" ", start + LONGEST // 2, start + LONGEST), text.rfind("; ", start + LONGEST // 2, start + LONGEST) + 1
        )
        cut = cut if cut > start else start + LONGEST
        pieces.append((start, cut))
        start = cut
    pieces.append((start, end))
    return pieces


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _back(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
