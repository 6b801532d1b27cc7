"""Lines that hold a bare number, date or length: the clause that it stands in, else the noun that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.lang.plain import plain
from recoupe.match.acts.nearby import is_time
from recoupe.match.desk import Desk
from recoupe.match.line.phrasing import MOST, WHOLE, clause_line, is_finite, noun_start
from recoupe.match.line.shortening import may_end
from recoupe.match.line.titles import tidied, trim
from recoupe.match.line.toldof import stands
from recoupe.parse.document import Parsed
from recoupe.types import Span

_CLIMB = 8
_FAULTS = 2
_SHORT = 24  # characters of a line that says more than the value
_ON = 5  # words behind a value that may belong to it
_OPEN = re.compile(r"(?i)^(?:le|la|les|l['’]|un|une|des|du|plusieurs|\d)|^\w+s\b")
_SPLIT = re.compile(r"[;:«»\"()]")


def holding(desk: Desk, span: Span, *, alike: bool = False, until: int = 0) -> Iterator[str]:
    """Lines that hold these words and what goes on to `until`; where all reports have them `alike`, also the noun before."""
    parsed = desk.readings[span.report].parsed
    at = parsed.at(span.start, span.end)
    if not at:
        return
    words = parsed.words
    value = plain(" ".join(desk.text(span).split()))
    i = next((k for k in at if words[k].head not in at or words[k].head == k), at[0])
    nouns: list[int] = []
    for _ in range(_CLIMB):
        if i not in at and is_finite(parsed, i):
            yield from _clause(desk, span, i, value, max(until, span.end))
            break
        if i not in at and words[i].pos == "NOUN" and i < at[0] and not is_time(words[i]):
            nouns.append(i)
        if words[i].head == i:
            break
        i = words[i].head
    for noun in nouns if alike else ():
        yield from _phrase(parsed, noun, at[-1], value)


def _clause(desk: Desk, span: Span, verb: int, value: str, end: int) -> Iterator[str]:
    parsed = desk.readings[span.report].parsed
    here = desk.by_sentence.get((span.report, parsed.words[verb].sent), ())
    if not here or parsed.words[verb].dep.startswith("acl"):
        return
    line = clause_line(desk, here[0], verb, max(end, parsed.words[verb].end))
    text = trim(tidied(line.fitted()), MOST)
    if line.faults <= _FAULTS and value in plain(text) and len(text) >= _SHORT and stands(text):
        yield text


def _phrase(parsed: Parsed, noun: int, last: int, value: str) -> Iterator[str]:
    """The noun with all up to the value and what belongs to that."""
    words, first = parsed.words, noun_start(parsed, noun)
    sentence = parsed.sentence_of(noun)
    ends = [k for k in range(last, min(last + _ON, sentence.last)) if may_end(parsed, k)]
    for k in ends[:1]:
        text = parsed.text[words[first].start : words[k].end]
        held = words[first : k + 1]
        named = any(w.text[:1].isupper() for w in held)  # "dans le nord de Bali | deux touristes"
        if named or _SPLIT.search(text) or any(w.feat("VerbForm") == "Fin" for w in held) or not _OPEN.match(text):
            continue
        text = trim(tidied(text), MOST)
        if _SHORT <= len(text) <= WHOLE and value in plain(text) and stands(text):
            yield text
