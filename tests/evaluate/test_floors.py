"""Accuracy on our own gold does not fall unnoticed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recoupe.evaluate.gold import read_gold
from recoupe.evaluate.run import evaluate

ROOT = Path(__file__).resolve().parents[2]
LATE = ROOT / "gold" / "affairs" / "dev" / "19"  # from here on written in paraphrase, and held to floors of their own
SETS = {
    "examples": [ROOT / "examples"],
    "dev": [ROOT / "gold" / "dev"],
    "test": [ROOT / "gold" / "test"],
    "affairs-dev": [f for f in LATE.parent.glob("*.mark") if f.name < LATE.name],
    "affairs-late": [f for f in LATE.parent.glob("*.mark") if f.name >= LATE.name],
    "affairs-test": [ROOT / "gold" / "affairs" / "test"],
    "stories-dev": [ROOT / "gold" / "stories" / "dev"],
    "stories-test": [ROOT / "gold" / "stories" / "test"],
    "mixed": [ROOT / "gold" / "mixed"],
    "pairs-dev": [ROOT / "gold" / "pairs" / "dev"],
    "pairs-test": [ROOT / "gold" / "pairs" / "test"],
}


@pytest.mark.parametrize("name", sorted(SETS))
def test_no_layer_falls_below_its_floor(name: str) -> None:
    held = json.loads((ROOT / "gold" / "floors.json").read_text(encoding="utf-8"))[name]
    found = evaluate(read_gold(sorted(SETS[name])), blame=False)
    assert found.digest == held["digest"], "the gold changed: run python gold/floors.py and say why in the commit"
    ratios = {m: found.ratio(m) or 0.0 for m in held["floors"]}
    below = {m: f"{ratios[m]:.3f} < {floor}" for m, floor in held["floors"].items() if ratios[m] < floor}
    assert below == {}
    more = {f.metric: f.hits for f in found.figures if f.hits > held["faults"].get(f.metric, f.hits)}
    assert more == {}
