"""Two fires, two attacks, two storms: reports weeks apart whose news is a happening of one kind, each its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.match.desk import Desk
from recoupe.match.hearts import kinds_of
from recoupe.match.slots import days_between
from recoupe.types import Event, When

_HEAD = 2  # sentences that tell the news: the headline and the first one
_FRESH = 3  # days before its report of what is told as news
_NARROW = 31  # days of a time that still says when
# Happenings of which there is another one next month.
_RECUR = frozenset(
    """blast crash wreck derailment collision collapse blaze flood slide quake storm shooting strike robbery abduction murder
    outage spill poisoning hacking escape crush""".split()
)
_AHEAD = frozenset(("planned", "announced", "possible", "requested", "hypothetical"))
_INDEFINITE = frozenset("un une des deux trois plusieurs".split())


@dataclass(frozen=True, slots=True)
class News:
    """A happening of this kind is the news of a report that came out then."""

    kind: str
    out: When


def part_happenings(desk: Desk) -> None:
    """Take from what is related on a desk the pairs of reports that tell two happenings of one kind, weeks apart."""
    news = {r: list(find_news(desk, r)) for r in sorted(desk.readings) if len(desk.related[r]) > 1}
    for report, told in news.items():
        two = frozenset(o for o in desk.related[report] if o in news and _are_two(desk, report, told, o, news[o]))
        if two:
            desk.related[report] -= two


def find_news(desk: Desk, report: str) -> Iterator[News]:
    """The kinds of happening that the head of a report tells as news, of the days before it came out."""
    out = desk.published(report)
    if out is None or not out.earliest or not out.latest:
        return
    for number in range(_HEAD):
        for event in desk.by_sentence.get((report, number), ()):
            for kind in sorted(_RECUR.intersection(kinds_of(event))):
                if _is_news(desk, event, out):
                    yield News(kind, out)


def _is_news(desk: Desk, event: Event, out: When) -> bool:
    """Told by the main clause, or as something new ("un incendie"), as having been, and of no time before."""
    claims = desk.claims.get(event.id, ())
    if not claims or any(c.negated or c.status in _AHEAD for c in claims):
        return False
    when = desk.whens.get(event.when or "")
    if when and when.earliest and when.latest and days_between(when, out) > _FRESH:
        return False
    parsed = desk.readings[event.report].parsed
    head = event.slots.head if event.slots.nominal else event.slots.predicate
    if not 0 <= head < len(parsed.words):
        return False
    if event.slots.nominal:
        return any(k.lower in _INDEFINITE for k in parsed.kids(head, "det", "nummod"))
    return parsed.words[head].dep in ("ROOT", "root")


def _are_two(desk: Desk, a: str, left: list[News], b: str, right: list[News]) -> bool:
    """Is the news of both of one kind, weeks apart, and does the later report name no time of the earlier one's?"""
    alike = [(x, y) for x in left for y in right if x.kind == y.kind]
    if not alike or not desk.are_weeks_apart(a, b):
        return False
    first, later = (left[0].out, b) if desk.order[a] < desk.order[b] else (right[0].out, a)
    named = (w for w in desk.readings[later].whens if w.span and w.earliest and w.latest and not w.duration)
    return not any(days_between(w, first) <= _FRESH for w in named if _is_narrow(w))


def _is_narrow(when: When) -> bool:
    start = When("", None, None, when.earliest, when.earliest)
    end = When("", None, None, when.latest, when.latest)
    return days_between(start, end) <= _NARROW
