"""What is ahead in one report and done in another: an update only where it is one act."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on


@pytest.mark.parametrize(
    ("left", "right", "updated"),
    [
        (
            "Le procès de l'ancien maire, Luc Tarvel, s'ouvrira lundi.",
            "L'ancien maire, Luc Tarvel, est poursuivi pour fraude.",
            False,
        ),
        ("L'ancien maire, Luc Tarvel, sera jugé lundi à Orlac.", "L'ancien maire, Luc Tarvel, a été jugé lundi à Orlac.", True),
    ],
)
def test_who_is_charged_has_not_been_tried(left: str, right: str, updated: bool) -> None:
    start = "L'ancien maire d'Orlac, Luc Tarvel, aurait vidé la caisse. "
    found = verdicts_on("status", left.strip(), right, start=start, days=("2025-03-06", "2025-03-12"))
    assert ("updated" in found) == updated
