"""Which reports of one affair may have their figures, dates and bare nouns set against each other."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.find.affairs import ENOUGH, Affairs
from recoupe.match.readings import Reading
from recoupe.match.slots import days_between
from recoupe.types import When

_BY_GAP = ((10, ENOUGH), (30, 0.24), (400, 0.34), (10**6, 0.42))  # days between publications -> affinity


def relate(readings: Sequence[Reading], affairs: Affairs) -> dict[str, frozenset[str]]:
    """For each report, the reports (itself among them) that tell of the same affair, now that their days are known."""
    published = {r.report.id: r.report.published for r in readings}
    days = {r.report.id: _named_days(r) for r in readings}
    related: dict[str, frozenset[str]] = {}
    for report, others in affairs.items():
        needed = {o: ENOUGH if days[report] & days[o] else _needed(published[report], published[o]) for o in others}
        kept = (o for o, value in others.items() if needed[o] == ENOUGH or value >= needed[o])
        related[report] = frozenset((report, *kept))
    return related


def _needed(a: When | None, b: When | None) -> float:
    """The further apart two reports came out, the more they must have in common, unless both name one day."""
    if not a or not b or not a.earliest or not a.latest or not b.earliest or not b.latest:
        return ENOUGH
    gap = days_between(a, b)
    return next(enough for days, enough in _BY_GAP if gap <= days)


def _named_days(reading: Reading) -> frozenset[str]:
    """Days named by their date, not by a weekday alone."""
    text = reading.report.text
    dated = (w for w in reading.whens if w.span and w.earliest and w.earliest == w.latest)
    return frozenset(
        w.earliest for w in dated if w.span and w.earliest and any(c.isdigit() for c in text[w.span.start : w.span.end])
    )
