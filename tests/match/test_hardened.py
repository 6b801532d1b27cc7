"""Doubted in one report, told as done in another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.match.desk import lay_desk
from recoupe.match.hardened import draft_hardened
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report, When

FALL = "Deux alpinistes sont morts samedi dans une chute au pic de Vesles. Le guide de Vesles est rentré seul. "


def found(parse_many: Callable[[list[str]], list[Parsed]], weak: str, flat: str, days: tuple[str, str]) -> list[tuple[str, str]]:
    """Slot and verdict of what this step alone sets side by side."""
    texts = [FALL + weak, FALL + flat]
    readings = []
    for name, text, parsed, day in zip("ab", texts, parse_many(texts), days, strict=True):
        report = Report(name, None, text, "fr", published=When(f"w-{name}", None, day, day, day))
        readings.append(read_report(report, replace(parsed, report=name)))
    return [(x.slot, x.verdict) for d in draft_hardened(lay_desk(readings), []) for x in d.differences]


@pytest.mark.parametrize(
    ("weak", "flat", "hardened"),
    [
        ("Le guide aurait négligé la météo, selon un proche.\n", "Le guide avait négligé la météo.\n", True),
        ("Un câble se serait rompu, dit un secouriste.\n", "Un câble a lâché.\n", True),
        # Another thing is done; another thing does it; denied; a condition.
        ("Le guide aurait négligé la météo, selon un proche.\n", "Le guide avait négligé sa famille.\n", False),
        ("Le guide aurait perdu la vue, selon un proche.\n", "Le guide avait perdu ses gants.\n", False),
        ("Un câble se serait rompu, dit un secouriste.\n", "Une porte du refuge a lâché.\n", False),
        ("Le guide aurait négligé la météo, selon un proche.\n", "Le guide n'avait pas négligé la météo.\n", False),
        ("Le guide aurait négligé la météo, selon un proche.\n", "Le juge dira si le guide a négligé la météo.\n", False),
    ],
)
def test_a_clause_that_is_doubted_and_told_flatly(
    parse_many: Callable[[list[str]], list[Parsed]], weak: str, flat: str, hardened: bool
) -> None:
    rows = found(parse_many, weak, flat, ("2024-03-12", "2024-03-12"))
    assert rows == ([("certainty", "refined")] if hardened else [])


def test_what_was_possible_and_is_done_later_has_come_about(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    rows = found(
        parse_many, "Le refuge pourrait fermer ses portes.\n", "Le refuge a fermé ses portes.\n", ("2024-03-12", "2024-03-20")
    )
    assert rows == [("status", "updated")]
