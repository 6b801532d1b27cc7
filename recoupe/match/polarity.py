"""It happened in one report and did not in another: a contradiction, or an update when it may have happened in between."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.match.desk import Desk
from recoupe.match.levels import in_own_voice, stances_of
from recoupe.match.merge import Occasion
from recoupe.match.pairs import all_solid, same_deed
from recoupe.match.slots import compare_days
from recoupe.types import Difference

_LIKELY = 0.1  # weight of a day of publication that cannot be left out


def compare_polarity(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """One report says that it happened, another that it did not: both in their own voice."""
    rows, values = stances_of(group)
    if set(rows.values()) == {"ahead", "never"} and all_solid(desk, group):
        last = max(desk.order[r] for r, level in rows.items() if level == "never")
        first = min(desk.order[r] for r, level in rows.items() if level == "ahead")
        return Difference("polarity", "updated", values) if first[0] <= last[0] else None
    if not set(rows.values()) >= {"sure", "never"}:
        return None
    if any(
        compare_days(desk, x, y) == "disjoint"
        for a in group
        for b in group
        if a.report < b.report
        for x in a.whens
        for y in b.whens
    ):
        return None  # it did not happen then, it did happen on another day
    never = [r for r, level in rows.items() if level == "never"]
    sure = [r for r, level in rows.items() if level == "sure"]
    if _came_later(desk, group, never, sure):
        deeds = [o for o in group if o.report in {*never, *sure}]
        one = all(same_deed(a, b) for i, a in enumerate(deeds) for b in deeds[i + 1 :])
        return Difference("polarity", "updated", values) if one or all_solid(desk, group) else None
    if all_solid(desk, group) and all(in_own_voice(o) for o in group):
        return Difference("polarity", "contradicted", values)
    return None


def _came_later(desk: Desk, group: Sequence[Occasion], never: Sequence[str], sure: Sequence[str]) -> bool:
    """May it have been done after the report that says it was not came out? Then both are right at their time."""
    out = min(_may_be_out(desk, r) for r in never)
    days = [w.latest for o in group if o.report in sure for w in o.whens if w.latest]
    if days:
        return max(days) >= out
    return out < min(desk.order[r][0] for r in sure)


def _may_be_out(desk: Desk, report: str) -> str:
    """The first day on which a report may well have come out."""
    record = desk.readings[report].report
    likely = [g.value for g in record.published_distribution if g.weight >= _LIKELY]
    return min(likely, default=desk.order[report][0])
