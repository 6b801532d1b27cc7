"""Slots: figures as intervals, dates, words."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.match.acts.slots import compare_days, compare_figures, compare_whens, compare_words
from recoupe.types import Bound, Figure, Span, When


def figure(low: float | None, high: float | None, bound: Bound = "exact") -> Figure:
    """A figure without words."""
    return Figure("f", Span("r", 0, 1), low, high, bound, "mort")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (figure(24, 24), figure(20, None, "more_than"), "refined"),
        (figure(115, 115), figure(40, None, "at_least"), "disjoint"),
        (figure(67, 67), figure(60, 60, "about"), "refined"),
        (figure(8, 8), figure(10, 10, "about"), "refined"),
        (figure(4, 4), figure(3, 4, "between"), "refined"),
        (figure(3000, 3000), figure(2987, 2987), "refined"),
        (figure(40, 40), figure(41, 41), "disjoint"),
        (figure(5, 5), figure(5, 5), "same"),
        (figure(None, None), figure(5, 5), "unknown"),
    ],
)
def test_figures(a: Figure, b: Figure, expected: str) -> None:
    assert (compare_figures(a, b), compare_figures(b, a)) == (expected, expected)


@given(st.floats(0, 1e9), st.floats(0, 1e9), st.sampled_from(["exact", "about", "at_least", "at_most", "more_than", "less_than"]))
def test_figures_compare_alike_both_ways(x: float, y: float, bound: Bound) -> None:
    a, b = figure(x, x), figure(y, y, bound)
    assert compare_figures(a, b) == compare_figures(b, a)


def when(earliest: str | None, latest: str | None) -> When:
    """A time without words."""
    return When("w", None, earliest, earliest, latest)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (when("2024-06-18", "2024-06-18"), when("2024-06-18", "2024-06-18"), "same"),
        (when("2024-06-01", "2024-06-30"), when("2024-06-18", "2024-06-18"), "refined"),
        (when("2024-06-18", "2024-06-19"), when("2024-06-19", "2024-06-20"), "overlap"),
        (when("2024-06-18", "2024-06-18"), when("2024-06-19", "2024-06-19"), "disjoint"),
        (when(None, "2004-06-17"), when("2000-01-01", "2000-12-31"), "unknown"),
    ],
)
def test_whens(a: When, b: When, expected: str) -> None:
    assert compare_whens(a, b) == compare_whens(b, a) == expected


def test_words() -> None:
    pairs = [("Nancy", "à Nancy"), ("la gare de Nancy", "Nancy"), ("Nancy", "Metz"), ("", "Metz")]
    assert [compare_words(a, b) for a, b in pairs] == ["same", "refined", "disjoint", "unknown"]


def test_two_names_of_one_state_are_one_place() -> None:
    pairs = [("au Burkina", "le Burkina-Faso"), ("Guinée", "Guinée-Bissau"), ("au Mali", "au nord du Mali")]
    assert [compare_words(a, b) for a, b in pairs] == ["same", "refined", "refined"]


@dataclass
class _Words:
    words: str
    unsure: bool = False

    def text(self, span: Span) -> str:
        return self.words[span.start : span.end]

    def is_day_unsure(self, report: str) -> bool:
        return self.unsure


@pytest.mark.parametrize(
    ("left", "right", "days", "unsure", "relation"),
    [
        ("lundi", "lundi", ("2024-03-11", "2024-03-04"), False, "disjoint"),
        ("lundi", "lundi", ("2024-03-11", "2024-03-04"), True, "same"),  # counted from a day that was only guessed
        ("lundi", "mardi", (None, None), False, "disjoint"),
        ("24 mars", "31 mars", (None, None), False, "disjoint"),
        ("un jour", "lundi", (None, None), False, "unknown"),
    ],
)
def test_weekdays_tell_where_the_day_of_a_report_is_not_sure(
    left: str, right: str, days: tuple[str | None, str | None], unsure: bool, relation: str
) -> None:
    desk = _Words(left + right, unsure)
    a = When("a", Span("a", 0, len(left)), days[0], days[0], days[0])
    b = When("b", Span("b", len(left), len(left + right)), days[1], days[1], days[1])
    assert compare_days(desk, a, b) == relation


def since(earliest: str, latest: str | None, duration: str | None = None) -> When:
    """A start of something, with its words in a text that says no more."""
    value = earliest[:7] if duration else earliest
    return When("w", Span("r", 0, 0), value, earliest, latest, duration=duration)


@pytest.mark.parametrize(
    ("rounded", "day", "relation"),
    [
        (since("2023-09-01", "2023-09-30", "P3M"), since("2023-09-13", None), "refined"),  # "depuis trois mois"
        (since("2023-09-01", "2023-09-30", "P3M"), since("2023-08-24", None), "refined"),
        (since("2023-09-01", "2023-09-30", "P3M"), since("2023-03-02", None), "disjoint"),
        (since("2013-01-01", "2013-12-31", "P10Y"), since("2011-06-01", None), "refined"),  # "depuis dix ans"
        (since("2023-11-30", "2023-11-30", "P10D"), since("2023-11-28", None), "refined"),
        (since("2023-12-01", None), since("2023-12-03", None), "disjoint"),
    ],
)
def test_a_rounded_time_excludes_no_day_near_it(rounded: When, day: When, relation: str) -> None:
    desk = _Words("")
    assert compare_days(desk, rounded, day, starts=True) == compare_days(desk, day, rounded, starts=True) == relation


def test_vers_a_day_is_not_that_day() -> None:
    desk = _Words("vers le 15 mars, le 17 mars")
    a, b = When("a", Span("a", 5, 15), None, "2024-03-15", "2024-03-15"), When("b", Span("b", 17, 27), None, *["2024-03-17"] * 2)
    assert (compare_days(desk, a, b), compare_days(desk, replace(a, span=b.span), b)) == ("refined", "disjoint")
