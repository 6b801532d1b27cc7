"""Two places of a report that tell one happening: where another report vouches for it, and what sets them apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.match.acts.comparing import Likeness
from recoupe.match.acts.fillers import occasion_of
from recoupe.match.acts.happening import Occasion
from recoupe.match.acts.twice import is_told_twice, told_once
from recoupe.match.desk import lay_desk
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report

LEAST = 2.3
ALIKE = Likeness(3.0, (), True, True)
NONE: frozenset[str] = frozenset()
RAID = Occasion("a", "ATTACK", (), (), frozenset(["attaquer"]), NONE, NONE, NONE, NONE, NONE, (), NONE, NONE, frame="ATTACK")


@pytest.mark.parametrize(
    ("left", "right", "likeness", "one"),
    [
        (RAID, RAID, ALIKE, True),
        (RAID, RAID, replace(ALIKE, score=2.0), False),
        (RAID, RAID, replace(ALIKE, possible=False), False),
        (RAID, replace(RAID, block="DISASTER", frame="DISASTER"), ALIKE, False),
        (replace(RAID, called="ana"), replace(RAID, called="berto"), ALIKE, False),
        (RAID, replace(RAID, several=True), ALIKE, False),
        (RAID, replace(RAID, ordinals=frozenset(["autre"])), ALIKE, False),
        (replace(RAID, block="WIN", frame="WIN"), replace(RAID, block="WIN", frame="WIN"), ALIKE, False),
    ],
)
def test_one_happening_or_two(left: Occasion, right: Occasion, likeness: Likeness, one: bool) -> None:
    assert is_told_twice(lay_desk([]), left, right, likeness, LEAST) is one


@pytest.mark.parametrize(("second", "one"), [("neuf", True), ("84", False)])
def test_other_counts_of_one_thing_are_of_two(parse: Callable[[str], Parsed], second: str, one: bool) -> None:
    text = f"La fusillade a fait neuf morts à Brelan. La fusillade a fait {second} morts dans ce port."
    desk = lay_desk([read_report(Report("t", None, text, "fr"), parse(text))])
    tolls = [occasion_of(desk, e) for e in desk.readings["t"].events if e.frame == "TOLL" and e.figures]
    assert [is_told_twice(desk, tolls[0], toll, ALIKE, LEAST) for toll in tolls[1:]] == [one]


def test_a_group_holds_one_happening_of_a_report() -> None:
    other = replace(RAID, report="b")
    group = [RAID, other, replace(RAID, called="ana")]
    assert told_once(group) == [replace(RAID, called="ana"), other]
