"""Titles that an editor would write: no dateline, no bare infinitive, no half clause, the doer named."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.match.titles import trim
from recoupe.pipeline import cross_read, read_report
from recoupe.types import Report, When


def titles(parse_many: Callable[[list[str]], list], text: str) -> list[str]:  # type: ignore[type-arg]
    """The titles of one report's matters."""
    from dataclasses import replace

    (one,) = parse_many([text])
    report = Report("a", "a.txt", text, "fr", published=When("w-a", None, "2025-03-13", "2025-03-13", "2025-03-13"))
    found = cross_read([report], [read_report(report, replace(one, report="a"))])
    return [m.title for m in found.matters]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Orvalle, 13 mars 2025 (ANP) - Le parquet a ouvert une enquête pour vol.", "Le parquet a ouvert une enquête pour vol"),
        ("Selon la préfecture, le train circulait trop vite.", "Le train circulait trop vite"),
    ],
)
def test_a_title_starts_with_the_fact(parse_many: Callable[[list[str]], list], text: str, title: str) -> None:  # type: ignore[type-arg]
    assert title in titles(parse_many, text)


def test_an_accusation_names_the_accused_with_a_hedge(parse_many: Callable[[list[str]], list]) -> None:  # type: ignore[type-arg]
    found = titles(parse_many, "Paul Ferrand accuse Hugo Lestang d'avoir volé un tableau.")
    assert any(re.fullmatch(r"Hugo Lestang aurait volé un tableau", t) for t in found)


@given(st.text(alphabet="abcdé «»,;' ", max_size=300))
def test_a_title_is_short_and_its_marks_are_paired(text: str) -> None:
    title = trim(text)
    assert len(title) <= 92 and title.count("«") == title.count("»")
