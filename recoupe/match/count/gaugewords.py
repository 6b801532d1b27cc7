"""Which gauge a number belongs to: by its unit and the words of its clause, that belong to no other number there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from recoupe.lang.tables import read_table
from recoupe.match.acts.idiom import turn
from recoupe.types import Span

COLUMNS = ("gauge", "units", "words", "way", "whose", "title", "example")
# Numbers asked for, possible, of other times or of other shocks.
_UNREAL = re.compile(
    r"\b(?:requ(?:is|ér|iert)\w*|risqu\w+|encour\w+|réplique\w*|(?:nouvelle|autre|seconde|deuxième) secousse|"
    r"(?:autre|second) séisme|en (?:19|20)\d\d|il y a|l'an (?:dernier|passé)|"
    r"habituel\w*|pourrai\w+|objectif|prévoi\w*|prévisions?|précédent\w*)"
)
# ", coulé en 1987,": the year of the thing, not of its number.
_HISTORY = re.compile(r", \w+(?:[éiu]e?s?|te?s?) en (?:19|20)\d\d,")
# Of this number alone: a ceiling, or one that is over.
_OUTDONE = re.compile(
    r"\b(?:jusqu'à|maximum|maximale?|d'abord|initialement|au lieu d)\b(?:(?!\d)[^.;:,«»]){0,24}$|\bcontre (?:les? )?$"
)
_ASKED = re.compile(r"\b(?:demand\w+|réclam\w+|exig\w+|propos\w+|souhait\w+)")
_ORDERED = frozenset(("fine", "bail", "redress"))  # what a court orders is not what a party asks
_CLAUSE = re.compile(r"[;:.!?«»()\n]| (?:et|mais|alors que|tandis que) (?=\w+ \w+ )|, (?!\d)")
_STRONG = re.compile(r"[;.!?«»\n]")
_OF = ("de ", "des ", "du ", "d'")


def gauge_of(text: str, span: Span, kind: str, ends: Sequence[int] = ()) -> str:
    """The one gauge of the unit whose words stand in the clause, else in the sentence, and belong to no other number there.

    `ends`: where the numbers of the report end.
    """
    rows = by_unit()[kind]
    before = [m.end() for m in _STRONG.finditer(text, max(0, span.start - 240), span.start)]
    after = _STRONG.search(text, span.end, span.end + 160)
    start, end = before[-1] if before else max(0, span.start - 240), after.start() if after else min(len(text), span.end + 160)
    sentence = text[start:end]
    if _UNREAL.search(_HISTORY.sub(",", sentence)):
        return ""
    if _ASKED.search(sentence):
        rows = tuple(row for row in rows if row[0] not in _ORDERED)
    behind = {name for name, _, pattern in rows if pattern and pattern.match(text, span.end)}
    taken = {name for name, _, pattern in rows if pattern and any(pattern.match(text, i) for i in ends if start <= i < end)}
    inner = [m.end() for m in _CLAUSE.finditer(text, start, span.start)]
    stop = _CLAUSE.search(text, span.end, end)
    first = inner[-1] if inner else start
    clause = text[first : stop.start() if stop else end]
    if _OUTDONE.search(text, first, span.start) or text.startswith("jusqu'à", span.start):
        return ""
    party = {name for name, pattern, _ in rows if ways()[name] == "sides" and pattern and pattern.search(clause)}
    if len(behind) == 1 and not party:
        return behind.pop()
    beside = {
        name
        for name, pattern, _ in rows
        if pattern and any(m.end() == span.start - 1 for m in pattern.finditer(text, first, span.start))
    }
    if len(beside) == 1 and not party:
        return beside.pop()  # "un canot de neuf mètres": the words right before the number
    for stretch in (clause, sentence):
        names = {name for name, pattern, _ in rows if pattern and pattern.search(stretch)} - taken
        if names:
            return names.pop() if len(names) == 1 else ""
    return ""


@cache
def by_unit() -> dict[str, tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None], ...]]:
    """Each unit with its gauges: words of the clause, and those right behind the number ("du capital")."""
    found: dict[str, list[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None]]] = defaultdict(list)
    for row in read_table("lang/fr/gauges.tsv", COLUMNS):
        words = row.many("words")
        of = [turn(w) for w in words if w.startswith(_OF)]
        others = [turn(w) for w in words if not w.startswith(_OF)]
        around = re.compile(rf"(?<!\w)(?:{'|'.join(others)})(?!\w)" if words != ("-",) else "") if others else None
        owned = rf" (?:de |d'|du |des )(?:{'|'.join(others)})" if others and words != ("-",) else ""
        told = rf"(?: \w+)? (?:{'|'.join(of)})" if of else ""
        behind = re.compile(rf"(?:{'|'.join(filter(None, (told, owned)))})(?!\w)") if told or owned else None
        for unit in row.many("units"):
            found[unit].append((row["gauge"], around, behind))
    return {unit: tuple(rows) for unit, rows in found.items()}


@cache
def ways() -> dict[str, str]:
    """How two numbers of a gauge stand: "fixed", "moves", "sides", "agree"."""
    rows = read_table("lang/fr/gauges.tsv", COLUMNS)
    return {row["gauge"]: row.one_of("way", ("fixed", "moves", "sides", "agree")) for row in rows}


@cache
def whose() -> dict[str, str]:
    """ "named": one affair may have several, and only of one name they are one; "kin": only of one kind of thing; else ""."""
    rows = read_table("lang/fr/gauges.tsv", COLUMNS)
    return {r["gauge"]: r["whose"] and r.one_of("whose", ("named", "kin")) for r in rows}


@cache
def titles() -> dict[str, str]:
    """The label of each gauge."""
    return {row["gauge"]: row["title"] for row in read_table("lang/fr/gauges.tsv", COLUMNS)}
