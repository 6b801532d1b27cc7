"""What a bare value is told of: the clause, or the act, that a date, a place, a number stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.match.desk import Desk
from recoupe.match.line.phrasing import is_finite, noun_line
from recoupe.match.line.titles import lines_of, tidied, trim
from recoupe.parse.document import Parsed
from recoupe.types import Span

_CLIMB = 6  # words between a value and what governs it
_FAULTS = 4  # of a clause that is still better than a bare value
_NOUN = (14, 80)  # characters of a noun with what belongs to it
_COUNTED = frozenset(("après", "avant", "depuis"))  # "deux jours après l'orage"
# what points to another line, or begins in the middle of a clause
_POINTING = re.compile(
    r"(?i)(?:il|elle|ils|elles|on|ce|cet|cette|ces|son|sa|ses|leurs?|lui|y|en|se|s['’]\w+|que|qui|dont|où|celui|celle|ceux|celles"
    r"|ne|n['’]\w+|a|ont|est|sont|avait|avaient|était|étaient|sera|seront|serait|aurait|été|être|avoir|ayant)\b"
)
_HEADED = re.compile(r"(?i)(?:le|la|les|un|une|des|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) |l['’]")
_INFINITIVE = re.compile(r"^(?:\S+ ){1,6}(?:avoir|être|s['’]être) ")  # "L'agence avoir acheté": no clause


def told_of(desk: Desk, span: Span) -> Iterator[str]:
    """Lines for what these words are told of, the nearest first: the act that they narrow, the clause that they stand in."""
    parsed = desk.readings[span.report].parsed
    at = parsed.at(span.start, span.end)
    if not at:
        return
    words = parsed.words
    acts = {e.slots.head for e in desk.by_sentence.get((span.report, words[at[0]].sent), ()) if e.slots.nominal}
    if any(words[k].lower in _COUNTED for k in at):
        yield from (line for k in at if k in acts for line in _noun(desk, parsed, k))
    i = next((k for k in at if words[k].head not in at or words[k].head == k), at[0])
    for _ in range(_CLIMB):
        if i not in at:
            if is_finite(parsed, i):
                yield from _clauses(desk, span.report, i)
                return
            if i in acts:
                yield from _noun(desk, parsed, i)
        if words[i].head == i:
            return
        i = words[i].head


def _clauses(desk: Desk, report: str, i: int) -> Iterator[str]:
    """The lines of the acts that word i tells."""
    sentence = desk.readings[report].parsed.words[i].sent
    here = [e.id for e in desk.by_sentence.get((report, sentence), ()) if i in (e.slots.predicate, e.slots.head)]
    if here:
        yield from (t for t, faults in lines_of(desk, here) if faults <= _FAULTS and stands(t))


def _noun(desk: Desk, parsed: Parsed, i: int) -> Iterator[str]:
    """The act with what belongs to it."""
    line = noun_line(desk, parsed, i)
    text = trim(tidied(line.fitted()))
    headed = _HEADED.match(text) or parsed.words[i].text[:1].isupper()
    if headed and line.faults <= _FAULTS and _NOUN[0] <= len(text) <= _NOUN[1] and stands(text) and " " in text:
        yield text


def stands(text: str) -> bool:
    """Can a line stand alone: whole, and with nothing at its head that points to another?"""
    return "…" not in text and not _POINTING.match(text) and not _INFINITIVE.match(text)
