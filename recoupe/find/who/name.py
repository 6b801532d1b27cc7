"""A proper name of a report: which words, and what they name."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.find.who.gazetteer import Known
from recoupe.types import ActorKind


@dataclass(frozen=True, slots=True)
class Name:
    """words[first:last] name somebody or something. `text` has straight apostrophes and single blanks, no title."""

    first: int
    last: int
    text: str
    kind: ActorKind | None  # None: nothing says what it is
    known: Known | None = None
    gender: str | None = None
    sure: bool = False  # a civility, a table or a first name says so, not only the model
