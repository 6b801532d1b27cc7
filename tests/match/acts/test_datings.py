"""What lies long before its report is recalled, unless another report of the affair told it as news."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.match.acts.datings import is_remote
from recoupe.match.desk import lay_desk
from recoupe.parse.spacy import parse
from recoupe.pipeline import read_report
from recoupe.types import Report, When


@pytest.mark.parametrize(
    ("day", "other", "remote"),
    [
        ("2024-05-06", "2024-05-07", False),
        ("2024-05-06", "2024-05-20", True),
        ("2024-05-08", "2024-05-07", True),
        ("2026-05-01", "2024-05-07", False),
        ("2011-05-06", "2024-05-07", True),
    ],
)
def test_the_news_of_another_report_is_not_recalled(day: str, other: str, remote: bool) -> None:
    texts = {"a": "Le câble de Corvel a cédé.", "b": "Le câble de Corvel avait cédé."}
    days = {"a": other, "b": "2026-05-04"}
    reports = [Report(r, None, text, "fr", published=_when(days[r])) for r, text in texts.items()]
    readings = [read_report(r, p) for r, p in zip(reports, parse(reports), strict=True)]
    desk = replace(lay_desk(readings), related=dict.fromkeys("ab", frozenset("ab")))
    assert is_remote(desk, "b", _when(day)) == remote


def _when(day: str) -> When:
    return When(f"w{day}", None, day, day, day)
