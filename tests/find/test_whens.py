"""Times: every marked-up sentence gives exactly its marked times, with their values."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.find.whens import anchor_whens, find_times
from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed
from recoupe.types import When

CASES = Path(__file__).parents[1] / "cases" / "fr" / "times.txt"
LINES = [line.split(" | ", 1) for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
DAY = "2024-06-18"


def _published(day: str) -> When:
    return When("w", None, day, day, day)


def _found(parsed: Parsed, day: str | None) -> list[tuple[str, str]]:
    """Words and value (or duration, or ?) of every time."""
    whens = anchor_whens(parsed, find_times(parsed), _published(day) if day else None)
    return [(parsed.text[w.span.start : w.span.end], w.value or w.duration or "?") for w in whens if w.span]


def _check(source: str, day: str, parsed: Parsed) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(wanted, found): a mark without a value only asks for its words; one with a duration asks for that."""
    text, marks = parse_markup(source)
    wanted = [
        (text[m.start : m.end], m.value and m.value.replace(".", ":") if "T" in (m.value or "") else m.value)
        for m in marks
        if m.label == "t"
    ]
    whens = anchor_whens(parsed, find_times(parsed), _published(day))
    got: list[tuple[str, str | None]] = []
    for k, when in enumerate(whens):
        assert when.span
        value: str | None = when.value or "?"
        if k < len(wanted):
            value = None if wanted[k][1] is None else when.duration if (wanted[k][1] or "").startswith("P") else value
        got.append((text[when.span.start : when.span.end], value))
    return wanted, got  # type: ignore[return-value]


@pytest.fixture(scope="session")
def parsed_cases(parse_many: Callable[[list[str]], list[Parsed]]) -> dict[str, Parsed]:
    sources = [source for _, source in LINES] + [row["example"] for row in _rows()]
    texts = [parse_markup(s)[0] for s in sources]
    return dict(zip(sources, parse_many(texts), strict=True))


def _rows() -> list[dict[str, str]]:
    words = read_table("lang/fr/time_words.tsv", ("word", "class", "value", "example"))
    feasts = read_table("lang/fr/holidays.tsv", ("name", "rule", "shift", "example"))
    return [r.cells for r in (*words, *feasts) if r["example"]]


@pytest.mark.parametrize(("day", "source"), LINES, ids=[source[:60] for _, source in LINES])
def test_times_of_marked_sentences(day: str, source: str, parsed_cases: dict[str, Parsed]) -> None:
    wanted, found = _check(source, day, parsed_cases[source])
    assert found == wanted


@pytest.mark.parametrize("source", [r["example"] for r in _rows()])
def test_examples_of_the_tables(source: str, parsed_cases: dict[str, Parsed]) -> None:
    wanted, found = _check(source, DAY, parsed_cases[source])
    assert found == wanted


def test_without_a_date_only_absolute_times_have_a_value(parse: Callable[[str], Parsed]) -> None:
    parsed = parse("Le pont a fermé mardi. La crue avait commencé le 3 mai 2019 et repris en juin.")
    assert _found(parsed, None) == [("mardi", "?"), ("le 3 mai 2019", "2019-05-03"), ("en juin", "?")]


def test_weekday_that_does_not_fit_its_day_is_kept_and_flagged(parse: Callable[[str], Parsed]) -> None:
    parsed = parse("Le roi est arrivé mercredi 18 juin à Lisbonne.")
    (when,) = anchor_whens(parsed, find_times(parsed), _published("2024-06-18"))
    assert (when.value, when.flags) == ("2024-06-18", ("weekday_clash",))


def test_ids_do_not_depend_on_the_date(parse: Callable[[str], Parsed]) -> None:
    parsed = parse("Le roi est arrivé mardi et repartira demain.")
    times = find_times(parsed)
    ids = [[w.id for w in anchor_whens(parsed, times, day)] for day in (None, _published("2024-06-18"), _published("2013-01-01"))]
    assert ids[0] == ids[1] == ids[2] == [t.id for t in times]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("La barge a coulé le 15 mai 2024. Elle a été relevée le 31 mai.", "2024-05-31"),
        ("La barge a coulé le 15 mai 2024. L'enquête est publiée le 6 juin.", "2024-06-06"),
        ("La barge a coulé le 15 décembre 2023. Elle a été relevée le 4 janvier.", "2024-01-04"),
        ("La barge a coulé le 15 mai 2024. Le procès s'ouvrira le 31 mai.", "2026-05-31"),
        ("La barge a coulé le 15 mai 2024. Un homme a été condamné lundi. Il avait été arrêté le 31 mai.", "2025-05-31"),
        ("La barge a coulé le 15 mai 2024. Elle a été vendue le 2 octobre.", "2025-10-02"),
    ],
)
def test_a_report_that_looks_back_tells_days_of_the_year_it_named(text: str, value: str, parse: Callable[[str], Parsed]) -> None:
    assert _found(parse(text), "2025-10-22")[-1][1] == value
