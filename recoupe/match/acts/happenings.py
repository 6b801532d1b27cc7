"""Two fires, two attacks, two storms: reports weeks apart whose news is a happening of one kind, each its own."""

from __future__ import annotations

from datetime import date

from recoupe.match.acts.hearts import kinds_of
from recoupe.match.acts.slots import days_between
from recoupe.match.desk import Desk
from recoupe.types import Event, When

_HEAD = 2  # sentences that tell the news: the headline and the first one that tells anything, behind the dateline
_LINES = 4  # lines among which they stand
_FRESH = 3  # days before its report of what is told as news
_NARROW = 31  # days of a time that still says when
# Happenings of which there is another one next month.
_RECUR = frozenset(
    """blast crash wreck derailment collision collapse blaze flood slide quake storm shooting strike robbery abduction murder
    outage spill poisoning hacking escape crush""".split()
)
_AHEAD = frozenset(("planned", "announced", "possible", "requested", "hypothetical"))
_INDEFINITE = frozenset("un une des deux trois plusieurs".split())


def part_happenings(desk: Desk) -> None:
    """Take from what is related on a desk the pairs of reports that tell two happenings of one kind, weeks apart."""
    news = {r: find_news(desk, r) for r in sorted(desk.readings) if len(desk.related[r]) > 1}
    for report, told in news.items():
        two = frozenset(o for o in desk.related[report] if told & news.get(o, frozenset()) and _are_two(desk, report, o))
        if two:
            desk.related[report] -= two


def find_news(desk: Desk, report: str) -> frozenset[str]:
    """The kinds of happening that the head of a report tells as news, of the days before it came out."""
    out = desk.published(report)
    if out is None or not out.earliest or not out.latest:
        return frozenset()
    told = [rows for number in range(_LINES) if (rows := desk.by_sentence.get((report, number), ()))]
    head = (e for rows in told[:_HEAD] for e in rows)
    return frozenset(k for e in head for k in _RECUR.intersection(kinds_of(e)) if _is_news(desk, e, out))


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
        alone = parsed.words[head].dep in ("ROOT", "root") or parsed.words[head].sent == 0
        bare = alone and not any(True for _ in parsed.kids(head, "det", "case"))  # "Corvel : explosion dans un silo"
        return bare or any(k.lower in _INDEFINITE for k in parsed.kids(head, "det", "nummod"))
    return parsed.words[head].dep in ("ROOT", "root")


def _are_two(desk: Desk, a: str, b: str) -> bool:
    """Are they weeks apart, and does the later report name no time of the earlier one's?"""
    first, later = sorted((a, b), key=lambda r: desk.order[r])
    out = desk.published(first)
    if out is None or not desk.are_weeks_apart(a, b):
        return False
    named = (w for w in desk.readings[later].whens if w.span and w.earliest and w.latest and not w.duration)
    return not any(days_between(w, out) <= _FRESH for w in named if _is_narrow(w))


def _is_narrow(when: When) -> bool:
    first, last = (date.fromisoformat((d or "")[:10]) for d in (when.earliest, when.latest))
    return (last - first).days <= _NARROW
