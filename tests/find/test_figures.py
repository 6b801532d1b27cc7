"""Figures: every marked-up sentence gives exactly its marked figures, with bounds and unit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.find.figures import find_figures
from recoupe.find.whens import find_times
from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed
from recoupe.types import Figure

CASES = Path(__file__).parents[1] / "cases" / "fr" / "figures.txt"
LINES = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def _rows() -> list[str]:
    tables = (
        ("lang/fr/numbers.tsv", ("word", "kind", "value", "example")),
        ("lang/fr/units.tsv", ("form", "unit", "kind", "example")),
    )
    return [r["example"] for name, columns in tables for r in read_table(name, columns) if r["example"]]


def _shown(figure: Figure) -> str:
    def number(value: float | None) -> str:
        return "" if value is None else f"{value:g}" if value % 1 else str(int(value))

    if figure.bound == "between":
        return f"{number(figure.low)}-{number(figure.high)}"
    sign = {"about": "~", "at_least": ">", "more_than": ">", "at_most": "<", "less_than": "<"}.get(figure.bound, "")
    return sign + number(figure.low if figure.low is not None else figure.high)


@pytest.fixture(scope="session")
def parsed_figures(parse_many: Callable[[list[str]], list[Parsed]]) -> dict[str, Parsed]:
    sources = LINES + _rows()
    return dict(zip(sources, parse_many([parse_markup(s)[0] for s in sources]), strict=True))


@pytest.mark.parametrize("source", LINES + _rows())
def test_figures_of_marked_sentences(source: str, parsed_figures: dict[str, Parsed]) -> None:
    parsed = parsed_figures[source]
    text, marks = parse_markup(source)
    wanted = [(text[m.start : m.end], *(m.value or "").split("|")) for m in marks if m.label == "f"]
    found = [(text[f.span.start : f.span.end], _shown(f), f.unit) for f in find_figures(parsed, find_times(parsed))]
    assert [f[: len(w)] for f, w in zip(found, wanted, strict=False)] == wanted and len(found) == len(wanted), (found, wanted)
