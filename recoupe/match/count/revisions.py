"""Matters of a number put right: "pas 500 000 euros, comme dit d'abord, mais 831 440", beside the reports that gave the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from recoupe.match.count.measures import Quantity
from recoupe.match.count.measuring import measures
from recoupe.match.count.tallies import events_of, value_of
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.types import Difference

_BUT = re.compile(r"(?i)\bmais\b")
_RATHER = re.compile(r"(?i)^[^.;:\d]{0,24}(?:et non (?:pas |plus )?|au lieu d[eu'’] ?)(?:les? |de )?$")


def draft_revisions(desk: Desk, found: Mapping[str, Sequence[Quantity]]) -> Iterator[Draft]:
    """One matter for each number of no named measure that a report puts right."""
    for report in sorted(found):
        for old, new in _revised(desk, found[report]):
            others = sorted(desk.related[report] & set(found) - {report})
            rows = [q for r in others for q in found[r] if not q.former and _is(old, q)]
            rows = rows or [old]
            values = in_order([value_of(desk, q) for q in (*rows, new)])
            title = f"Chiffre revu : {value_of(desk, rows[0]).value}, puis {value_of(desk, new).value}"
            difference = Difference("figure", "updated", values)
            if draft := draft_values(desk, "revised", title, difference, events=events_of(desk, [*rows, new])):
                yield draft


def _revised(desk: Desk, quantities: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """The old and the new number of one thing, in one sentence."""
    for first, second in pairwise(quantities):
        named = {first.measure, second.measure} & set(measures())
        if first.sentence != second.sentence or first.figure.unit != second.figure.unit or named or _is(first, second):
            continue
        between = desk.readings[first.report].report.text[first.figure.span.end : second.figure.span.start]
        if first.former and not second.former and _BUT.search(between):
            yield first, second
        elif second.former and not first.former and _RATHER.search(between):
            yield second, first


def _is(a: Quantity, b: Quantity) -> bool:
    return (a.figure.low, a.figure.high, a.figure.unit) == (b.figure.low, b.figure.high, b.figure.unit)
