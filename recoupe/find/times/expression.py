"""A phrase of a report that names a time, before anybody knows when the report was written."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.find.times.meaning import Meaning
from recoupe.find.times.tense import Tense
from recoupe.types import Span


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """These words are a time, not yet dated. words[first:last] in the parse; `tense` is that of the clause around it."""

    id: str
    span: Span
    first: int
    last: int
    meaning: Meaning
    tense: Tense = "none"
    firm: bool = False  # it hangs on the verb itself, not on a noun of the clause
    dateline: bool = False  # at the head of the report: its own date
