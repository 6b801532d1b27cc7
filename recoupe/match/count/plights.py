"""What has become of the people whom a number counts, told in a turn of phrase: "quarante-six noms manquent à l'appel"."""

from __future__ import annotations

import re
from functools import cache

from recoupe.lang.tables import read_table
from recoupe.match.acts.idiom import plain_turn, turn
from recoupe.parse.document import Parsed
from recoupe.types import Figure

COLUMNS = ("measure", "side", "words", "example")
_REACH = 90  # letters on either side of the number
# A clause ends at a mark, at a relative that turns to some of them, and before another number that begins its own.
_STOP = re.compile(r"(?i)[,;:.!?()«»\n–]|\b(?:dont|parmi|tandis que?|alors que?|mais|lorsque?|quand|après que)\b")
_AGES = re.compile(r", (?:âgé\w* (?:respectivement )?de )?[\w-]+(?:(?:, [\w-]+)? et [\w-]+)? ans,")
_THEY = re.compile(r"(?i)\b(?:ils|elles) (?:sont|étaient|seraient|étaient)(?: \w+){0,3} $")
_ASIDE = re.compile(r"[,;]")
_NEXT = re.compile(r"(?i)\b(?:et|ou|puis) (?=\d|(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|une \w+aine)\b)")
_ELIDED = re.compile(r" d'$")  # "sans nouvelles d'une soixantaine"
_NOT = re.compile(r"(?i)\b(?:ne|n['’]) ?\w+ (?:pas|plus|jamais)\b")
_KEEPS_NOT = frozenset(("missing", "dead"))  # their turns may hold a negation of their own ("n'ont pas reparu")


def find_plight(parsed: Parsed, figure: Figure) -> str:
    """The measure that the turns of phrase around a number give it, "" for none."""
    start, end = figure.span.start, figure.span.end
    words = parsed.at(start, end)
    if not words:
        return ""
    sentence = parsed.sentence_of(words[0])
    after = plain_turn(parsed.text[end : min(sentence.end, end + _REACH)])
    head = parsed.words[figure.head].end - end if 0 <= figure.head < len(parsed.words) else 0
    after = _AGES.sub("", after)
    if _THEY.search(parsed.text, max(sentence.start, start - 40), start):
        after = _ASIDE.sub("", after)  # "ils sont six, dans son camp, à …"
        head = len(after)
    stop = _STOP.search(after, max(0, head))
    after = after[: stop.start()] if stop else after
    following = _NEXT.search(after)
    after = after[: following.start()] if following else after
    if found := _turns()["after"].search(after):
        measure = found.lastgroup or ""
        return "" if measure not in _KEEPS_NOT and _NOT.search(after) else measure
    before = plain_turn(parsed.text[max(sentence.start, start - _REACH) : start])
    before = _ELIDED.sub(" de ", re.split(r"[,;:.!?()«»\n]", before)[-1])
    found = _turns()["before"].search(before)
    return found.lastgroup or "" if found else ""


@cache
def _turns() -> dict[str, re.Pattern[str]]:
    """One pattern for each side; the group that matched names the measure."""
    sides: dict[str, list[str]] = {"after": [], "before": []}
    for row in read_table("lang/fr/plights.tsv", COLUMNS):
        side = row.one_of("side", ("after", "before"))
        turns = "|".join(turn(words) for words in row.many("words"))
        tail = r" (?:\w+ ){0,2}?(?:plus d['e] ?|près de |environ |au moins )?$" if side == "before" else ""
        sides[side].append(rf"(?P<{row['measure']}>\b(?:{turns})(?!\w){tail})")
    return {side: re.compile("|".join(found)) for side, found in sides.items()}
