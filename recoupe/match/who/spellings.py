"""Storms, ships and operations that an affair has under two spellings: one letter apart, or one to the ear."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import Levenshtein

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, fitting, in_order
from recoupe.match.who.sounds import sound
from recoupe.types import Difference, Span, Value

COLUMNS = ("kind", "nouns", "example")
_LONG = 5  # letters of a name in which one may be a slip


def draft_spellings(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each thing whose name the reports of an affair write in two ways."""
    told = {r: _things(desk, r) for r in sorted(desk.readings) if len(desk.related[r]) > 1}
    drafts = []
    done: set[tuple[str, str]] = set()
    for report, kinds in told.items():
        for kind in sorted(kinds):
            if len(kinds[kind]) != 1 or (report, kind) in done:
                continue
            group = {r: told[r][kind] for r in sorted(desk.related[report]) if r in told and len(told[r].get(kind, ())) == 1}
            rows = [(r, name, span) for r, found in group.items() for name, span in found.items()]
            done |= {(r, kind) for r, _, _ in rows}
            for alike in fitting(rows, lambda a, b: _is_one(a[1], b[1])):
                if draft := _draft(desk, alike):
                    drafts.append(draft)
    return tuple(drafts)


def _draft(desk: Desk, rows: list[tuple[str, str, Span]]) -> Draft | None:
    """The spellings of one name, when there are several."""
    names = sorted({name for _, name, _ in rows}, key=plain)
    if len({plain(n) for n in names}) < 2:
        return None
    values = in_order([Value(report, name, (span,)) for report, name, span in rows])
    return draft_values(desk, "spelling", "Nom : " + " ou ".join(names), Difference("name", "wording", values))


def _is_one(left: str, right: str) -> bool:
    """Are they one to the ear, or but for a letter?"""
    a, b = plain(left), plain(right)
    return sound(a) == sound(b) or min(len(a), len(b)) >= _LONG and Levenshtein.distance(a, b, score_cutoff=1) <= 1


def _things(desk: Desk, report: str) -> dict[str, dict[str, Span]]:
    """Kind -> names of it with the first words that hold each."""
    found: dict[str, dict[str, Span]] = defaultdict(dict)
    for kind, name, span in _named(desk, report):
        if desk.readings[report].parsed.at(span.start, span.end):
            found[kind].setdefault(name, span)
    return found


def _named(desk: Desk, report: str) -> Iterator[tuple[str, str, Span]]:
    pattern, kinds = _pattern()
    for match in pattern.finditer(desk.readings[report].report.text):
        yield kinds[plain(match["noun"])], match["name"], Span(report, match.start("noun"), match.end("name"))


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {plain(noun): row["kind"] for row in read_table("lang/fr/named_things.tsv", COLUMNS) for noun in row.many("nouns")}
    nouns = [noun for row in read_table("lang/fr/named_things.tsv", COLUMNS) for noun in row.many("nouns")]
    either = "|".join(rf"[{n[0]}{n[0].upper()}]{re.escape(n[1:])}" for n in sorted(nouns, key=lambda n: (-len(n), n)))
    name = r"[A-ZÀ-Ý][\w'’-]*[a-zà-ÿ][\w'’-]*(?: [A-ZÀ-Ý][\wà-ÿ'’-]+)?"
    pattern = rf"\b(?P<noun>{either}) (?:tropicale? |humanitaire |militaire )?[«\"]? ?(?P<name>{name})"
    return re.compile(pattern), kinds
