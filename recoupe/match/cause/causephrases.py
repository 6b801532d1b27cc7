"""The words of a cause or an effect around its noun: to the next comma, behind a turn, between "c'est" and "qui"."""

from __future__ import annotations

from recoupe.find.done.wordforms import TIME_NOUNS
from recoupe.lang.plain import plain
from recoupe.match.cause.mishaps import kind_words
from recoupe.parse.document import Parsed
from recoupe.types import Span

SHUT = ',;:.!?()«»"”“—–'
_WORDS = 9  # of a cause
_BE = frozenset(("est", "était", "sont", "fut", "serait", "seraient"))


def phrase(parsed: Parsed, i: int) -> Span:
    """The noun with what stands before and behind it, to the next comma."""
    words = parsed.words
    first = i
    while first > 0 and first > parsed.left[i] and i - first < 4 and words[first - 1].pos in ("DET", "ADJ", "NUM", "ADP"):
        first -= 1
    while first < i and words[first].pos == "ADP":
        first += 1
    last = i
    while last + 1 < len(words) and last - i < _WORDS and words[last + 1].sent == words[i].sent:
        following = words[last + 1]
        if (
            following.text in SHUT
            or following.pos in ("VERB", "AUX", "SCONJ", "CCONJ", "PRON")
            or last >= parsed.right[i]
            and (
                following.pos not in ("ADJ", "ADP", "NOUN")
                or following.pos == "ADP"
                and following.lower not in ("de", "d'", "du", "des")
            )
        ):
            break
        last += 1
    while last > i and (words[last].pos in ("ADP", "DET", "ADV") or words[last].lemma in TIME_NOUNS):
        last -= 1
    return Span(parsed.report, words[first].start, words[last].end)


def noun_behind(parsed: Parsed, i: int, end: int) -> int | None:
    """The noun that stands first behind a character, before the next stop; a word of the tables at times."""
    for word in parsed.words[i : i + 6]:
        if word.start < end - 1 and word.end <= end or word.start < end - 2:
            continue
        if word.text in SHUT:
            return None
        if word.pos in ("NOUN", "PROPN") or word.pos == "ADJ" and plain(word.lemma) in kind_words():
            return word.i
    return None


def cleft(parsed: Parsed, i: int) -> int | None:
    """The noun between "c'est" and "qui", in a sentence that says so before word i."""
    words, first = parsed.words, parsed.sentence_of(i).first
    for k in range(first, i - 2):
        if words[k].lower in ("c'", "ce") and words[k + 1].lower in _BE:
            behind = [w for w in words[k + 2 : i] if w.lower in ("qui", "que")]
            if behind:
                nouns = (w.i for w in words[k + 2 : behind[0].i] if w.pos in ("NOUN", "PROPN"))
                return next(nouns, None)
    return None
