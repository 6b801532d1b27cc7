"""One happening told at two places of a report, which only another report's telling of it shows to be one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from recoupe.match.acts.comparing import Likeness
from recoupe.match.acts.happening import LOOSE, Occasion, clash, merged, misnamed
from recoupe.match.acts.opposites import opposition
from recoupe.match.acts.slots import compare_figures
from recoupe.match.desk import Desk
from recoupe.types import Figure

# Of these a report may well tell two that have all but their names in common: two stages won, two bills rejected.
_SEVERAL = frozenset(("WIN", "LOSE", "PLAY", "ELECT", "MEET", "SPEAK", "VISIT", "PHONE", "AWARD"))


def is_told_twice(desk: Desk, a: Occasion, b: Occasion, likeness: Likeness, least: float) -> bool:
    """May two occasions of one report be one, as alike as those of two reports have to be, with nothing that sets them apart?"""
    alike = a.block == b.block and a.frame not in LOOSE or a.acts & b.acts
    if not likeness.possible or likeness.score < least or not alike:
        return False
    several = misnamed(a, b) or a.several or b.several or {a.frame, b.frame} & _SEVERAL
    return not (several or clash(a, b) or opposition(a.sides, b.sides) or _counted_apart(desk, a, b))


def _counted_apart(desk: Desk, a: Occasion, b: Occasion) -> bool:
    """Do they count the same thing, and otherwise: nine dead here, eighty-four there?"""
    left, right = ([desk.figures[f] for e in o.events for f in e.figures if f in desk.figures] for o in (a, b))
    return any(_differ(x, y) for x in left for y in right)


def _differ(x: Figure, y: Figure) -> bool:
    return x.unit == y.unit and compare_figures(x, y) == "disjoint"


def told_once(group: Sequence[Occasion]) -> list[Occasion]:
    """The occasions of a group, those of one report made one, each in the place of its first."""
    by_report: dict[str, list[Occasion]] = {}
    for occasion in group:
        by_report.setdefault(occasion.report, []).append(occasion)
    return [reduce(merged, told) for told in by_report.values()]
