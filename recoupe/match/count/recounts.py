"""Is one number told again weeks later? Then by whoever tells one thing: a new month, poll or race has new numbers."""

from __future__ import annotations

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.desk import Desk
from recoupe.types import Figure

_MEASURED = frozenset(("kilomètre", "mètre", "centimètre", "%", "degré", "point"))  # each poll and race has as many
_WORDS, _HALF = 2, 0.5
_TELLING, _SMALL = 3, 13  # digits that make a number its own mark; up to here numbers are near by chance
_CLASSES = frozenset(("NOUN", "PROPN", "VERB", "ADJ"))


def are_counted_anew(desk: Desk, a: Figure, b: Figure, *, equal: bool) -> bool:
    """Were the two told weeks apart, in sentences that have too little in common? `equal`: neither is finer.

    "près de 300" may be the 287 of a month ago; 6,57 millions and 6,6 millions are two months', each told to its last digit.
    """
    if not desk.are_weeks_apart(a.span.report, b.span.report):
        return False
    left, right = (_around(desk, f) for f in (a, b))
    common = left & right
    digits = min(_digits(a), _digits(b))
    if {a.unit, b.unit} & _MEASURED or not equal and (digits > 1 or _size(a) < _SMALL):
        return len(common) < _WORDS or len(common) <= _HALF * max(len(left), len(right))
    return equal and digits < _TELLING and not common


def _size(figure: Figure) -> float:
    return figure.low if figure.low is not None else figure.high or 0


def _digits(figure: Figure) -> int:
    """How many digits of a number are no closing zeros."""
    return len(f"{_size(figure):.12g}".replace(".", "").rstrip("0"))


def _around(desk: Desk, figure: Figure) -> frozenset[str]:
    """The words of its sentence that say something, without the number and its unit."""
    parsed = desk.readings[figure.span.report].parsed
    at = parsed.at(figure.span.start, figure.span.end)
    if not at:
        return frozenset()
    sentence = parsed.sentence_of(at[0])
    held = (w for w in parsed.words[sentence.first : sentence.last] if w.i not in at and w.i != figure.head)
    told = (plain(w.lemma) for w in held if w.pos in _CLASSES and len(w.lemma) > 2)
    return frozenset(told) - function_words() - news_words()
