"""What is told alike is compared once; the dossier is the one that comparing all would give."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from recoupe.match.acts import pairs
from recoupe.match.alike import tellings
from recoupe.match.count import roundings
from recoupe.match.dispute import disputes
from recoupe.pipeline import compare_reports
from recoupe.show.json import render_json
from recoupe.types import Report, When

AFFAIR = Path(__file__).resolve().parents[2] / "examples" / "crue" / "reports.jsonl"


def test_comparing_once_what_is_told_alike_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    known = [json.loads(line) for line in AFFAIR.read_text(encoding="utf-8").splitlines()]
    reports = [_without(n, model) for n, model in enumerate([*known, *known, *known])]
    once = render_json(compare_reports(reports))
    number = itertools.count()
    monkeypatch.setattr(pairs, "_telling", lambda desk, occasion: (next(number),))
    monkeypatch.setattr(tellings, "_kinds", lambda told: {r: [next(number) for _ in rows] for r, rows in told.items()})
    monkeypatch.setattr(roundings, "_told_alike", lambda pool: {r: [(next(number), n) for n in rows] for r, rows in pool.items()})
    monkeypatch.setattr(disputes, "_DEED", lambda charge: next(number))
    assert render_json(compare_reports(reports)) == once


def _without(n: int, model: dict[str, str]) -> Report:
    """A report of the example without one of its sentences, a day later for each round."""
    sentences = model["text"].split(". ")
    kept = [s for k, s in enumerate(sentences) if k != n % len(sentences) or not k]
    day = f"2025-03-{10 + n % 4:02d}"
    name = f"r{n:02d}"
    published = When(f"w{name}", None, day, day, day)
    return Report(name, None, ". ".join(kept), "fr", published=published, published_basis="given")
