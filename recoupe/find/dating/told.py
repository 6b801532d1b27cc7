"""One day told in two ways: what an undated report calls "hier" or "jeudi", dated reports of its affair tell as well."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from recoupe.find.times.meaning import Meaning
from recoupe.find.whens import TimeExpression
from recoupe.parse.document import Parsed
from recoupe.types import When

_LEAD = 3  # sentences in which "deux jours après le drame" says when the report was written
_LOW = 0.12  # what a day weighs that no other report tells


@dataclass(frozen=True, slots=True)
class Relative:
    """A day told from that of publication: `shift` days from it, or the nearest of its `weekday`."""

    words: str
    shift: int = 0
    weekday: int | None = None
    ahead: bool = False

    def day(self, published: int) -> int:
        """The day (ordinal) that is meant when the report came out on this one."""
        if self.weekday is None:
            return published + self.shift
        fore = (self.weekday - published - 6) % 7
        return published + fore if self.ahead else published - (-fore) % 7


def read_relatives(parsed: Parsed, times: Sequence[TimeExpression]) -> tuple[Relative, ...]:
    """The days that a report tells from its own day, each once."""
    found: dict[tuple[int, int | None, bool], Relative] = {}
    for e in times:
        words = parsed.text[e.span.start : e.span.end]
        for relative in _relatives(e, words, parsed.words[e.first].sent < _LEAD):
            found.setdefault((relative.shift, relative.weekday, relative.ahead), relative)
    return tuple(found.values())


def _relatives(e: TimeExpression, words: str, lead: bool) -> Iterable[Relative]:
    since = e.meaning.kind == "relation" and e.meaning.unit == "since"
    for m in e.meaning.parts():
        if m.kind == "day" and m.weekday is not None and m.day is None and m.base == "published" and m.left is None:
            if e.tense == "past" or since or m.which == "last":
                yield Relative(words, weekday=m.weekday)
            elif e.tense == "future":
                yield Relative(words, weekday=m.weekday, ahead=True)
        elif (days := _days_away(m)) and (m.base == "published" or m.base == "event" and lead and e.tense != "future"):
            yield Relative(words, shift=days if m.base == "published" else -days)


def _days_away(m: Meaning) -> int:
    """ "hier" -1, "il y a trois jours" -3; 0 where it is no such count."""
    if m.kind != "shift" or m.unit != "day" or m.bound != "exact" or not m.count or m.count > 20 or m.left is not None:
        return 0
    return int(m.shift * m.count)


def told_days(reports: Iterable[tuple[date, Sequence[When]]]) -> dict[int, float]:
    """How many dated reports tell each day (ordinal), as a share of the one most told; a day of publication counts half."""
    count: dict[int, float] = {}
    for published, whens in reports:
        days = {w.earliest for w in whens if w.earliest and w.earliest == w.latest}
        ordinals = {date.fromisoformat(d).toordinal() for d in days}
        for day in ordinals | {published.toordinal()}:
            count[day] = count.get(day, 0.0) + (1.0 if day in ordinals else 0.5)
    most = max(count.values(), default=1.0)
    return {day: n / most for day, n in sorted(count.items())}


def weigh_told(relatives: Sequence[Relative], told: Mapping[int, float], published: int) -> float:
    """Log weight of a day of publication: do the days that it makes of "hier" and "jeudi" stand in the other reports?"""
    weights = [math.log(_LOW + told.get(r.day(published), 0.0)) * (1.0 if r.weekday is None else 0.5) for r in relatives]
    return sum(weights)
