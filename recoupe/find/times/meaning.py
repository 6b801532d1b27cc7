"""What a time phrase means before anybody knows when it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "day",  # year, month, day, weekday as far as said; which
    "days",  # several days of one month: day .. last_day
    "month",
    "year",
    "season",  # month = 1 spring .. 4 winter
    "decade",
    "century",
    "feast",  # unit = its rule
    "unit",  # this, the last, the next `unit`: shift
    "recent",  # these last / the next count units: shift -1 or +1
    "shift",  # count units before (shift -1) or after (+1) the base
    "lasting",  # count units up to now ("depuis 24 ans")
    "duration",  # count units, nowhere on the calendar
    "clock",  # hour, minute of left, or of the day told
    "daypart",  # unit = morning ..., of left, or of the day told
    "part",  # unit = start, mid, end of left
    "range",  # left .. right
    "relation",  # unit = since, until, before, after, by, from: left
]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A time phrase, read and not yet dated. Fields that do not matter for `kind` are empty."""

    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    which: Literal["", "last", "next", "this"] = ""
    unit: str = ""
    count: float | None = None
    shift: int = 0
    base: Literal["published", "told", "event"] = "published"  # event: that of the words behind
    bound: Literal["exact", "about", "more_than", "less_than"] = "exact"
    hour: int | None = None
    minute: int = 0
    left: Meaning | None = None
    right: Meaning | None = None

    def parts(self) -> tuple[Meaning, ...]:
        """This meaning and those inside it."""
        inner: tuple[Meaning, ...] = (self,)
        for side in (self.left, self.right):
            if side is not None:
                inner += side.parts()
        return inner
