"""What the accuracy scripts have in common: where the development data is, how a table is written, how readings are made."""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from recoupe.pipeline import Reading, read_report
from recoupe.types import Report

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
PAGE = ROOT / "docs" / "accuracy.md"


class Absent(Exception):
    """The development data of this section is not beside the project."""


def data(*parts: str) -> Path:
    """A file or folder of the development data. Absent, with what is missing, when it is not there."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        raise Absent(f"../{path.relative_to(ROOT.parent)} is not here: this section is left as it is")
    return path


def winer(count: int) -> list[dict[str, Any]]:
    """`count` articles of winer_fr spread over its two years.

    Only articles of odd rank: during development those of even rank were looked at.
    """
    with gzip.open(data("data", "winer_fr", "winer_fr_2016_2017.jsonl.gz"), "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][1::2]
    return [rows[i * len(rows) // count] for i in range(min(count, len(rows)))]


def orangesum(count: int) -> list[dict[str, Any]]:
    """`count` articles of orangesum spread over its years."""
    with gzip.open(data("data", "orangesum", "slice_2000.jsonl.gz"), "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [rows[i * len(rows) // count] for i in range(min(count, len(rows)))]


def read_all(texts: Iterable[tuple[str, str]]) -> list[Reading]:
    """What one report says, for each (id, text) by itself."""
    from recoupe.parse.spacy import parse

    reports = [Report(ident, None, text, "fr") for ident, text in texts]
    return [read_report(report, parsed) for report, parsed in zip(reports, parse(reports), strict=True)]


def ratio(hits: float, out_of: float) -> str:
    """.87, or – when there is nothing to count."""
    return "–" if not out_of else f"{hits / out_of:.2f}"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def run_sections(sections: dict[str, Callable[[], str]], only: Sequence[str], *, write: bool) -> None:
    """Print the sections; with `write`, put each between its two marks in docs/accuracy.md."""
    for name, section in sections.items():
        if only and name not in only:
            continue
        try:
            text = section()
        except Absent as absent:
            sys.stderr.write(f"{name}: {absent}\n")
            continue
        print(f"## {name}\n\n{text}", flush=True)
        if write:
            _put(name, text)


def _put(name: str, text: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    marks = re.compile(rf"(<!-- figures: {re.escape(name)} -->\n).*?(<!-- end -->)", re.DOTALL)
    if not marks.search(page):
        raise SystemExit(f"{PAGE.name}: no place is marked <!-- figures: {name} --> ... <!-- end -->")
    PAGE.write_text(marks.sub(lambda m: f"{m[1]}{text.strip()}\n{m[2]}", page), encoding="utf-8")
