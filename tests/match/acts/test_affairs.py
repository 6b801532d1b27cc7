"""A report that comes out weeks later is of the affair to which most of a small run ties it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.match.acts.affairs import relate
from recoupe.parse.spacy import parse
from recoupe.pipeline import read_report
from recoupe.types import Report, When

TEXTS = {
    "a": "Le pont d'Orvalle s'est effondré mardi.",
    "b": "L'effondrement du pont a fait trois morts.",
    "c": "Le maire a décrété un deuil.",
    "d": "Les travaux commenceront au printemps.",
}


@pytest.mark.parametrize(("ties", "later"), [("abc", {"a", "b", "c", "d"}), ("a", {"d"})])
def test_what_most_of_a_small_run_is_tied_to_is_of_its_affair_however_much_later(ties: str, later: set[str]) -> None:
    days = {"a": "2025-03-04", "b": "2025-03-04", "c": "2025-03-05", "d": "2025-04-20"}
    reports = [Report(r, None, text, "fr") for r, text in TEXTS.items()]
    readings = [read_report(r, p) for r, p in zip(reports, parse(reports), strict=True)]
    dated = [
        replace(x, report=replace(x.report, published=When(f"w{x.report.id}", None, day, day, day)))
        for x in readings
        for day in [days[x.report.id]]
    ]
    affairs = {r: {o: 0.19 for o in "abc" if o != r} for r in "abc"}
    affairs = {r: others | ({"d": 0.19} if r in ties else {}) for r, others in affairs.items()} | {"d": dict.fromkeys(ties, 0.19)}
    assert relate(dated, affairs)["d"] == later
