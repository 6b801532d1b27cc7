"""Renew gold/floors.json: `python gold/floors.py [SET…]`. Lower a floor only with a reason in the same commit."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path

from recoupe.evaluate.crossing import RIGHT
from recoupe.evaluate.gold import read_gold
from recoupe.evaluate.result import Figure
from recoupe.evaluate.run import evaluate

GOLD = Path(__file__).resolve().parent
LATE = GOLD / "affairs" / "dev" / "19"  # from here on written in paraphrase, and held to floors of their own
SETS = {
    "examples": [GOLD.parent / "examples"],
    "dev": [GOLD / "dev"],
    "test": [GOLD / "test"],
    "affairs-dev": [f for f in LATE.parent.glob("*.mark") if f.name < LATE.name],
    "affairs-late": [f for f in LATE.parent.glob("*.mark") if f.name >= LATE.name],
    "affairs-test": [GOLD / "affairs" / "test"],
    "stories-dev": [GOLD / "stories" / "dev"],
    "stories-test": [GOLD / "stories" / "test"],
    "mixed": [GOLD / "mixed"],
    "pairs-dev": [GOLD / "pairs" / "dev"],
    "pairs-test": [GOLD / "pairs" / "test"],
}
HELD = (
    "statements.found.f1",
    "statements.speaker",
    "mentions.span.recall",
    "mentions.linked.recall",
    "times.found.f1",
    "times.value",
    "figures.found.f1",
    "figures.value",
    "propositions.found.recall",
    "propositions.status",
    "propositions.source",
    "shared.pairs",
    "joined.pairs",
    *(f"divergences.{kind}.typed" for kind in sorted(RIGHT)),
    "copies.relation",
)
FAULTS = ("bad.contradictions_not_in_gold", "bad.false_friends", "bad.false_merges", "bad.independent_tied")
MARGIN = 0.01  # one item of some eighty may turn without anybody having to explain it


def _floor(figure: Figure) -> float:
    """A little under the ratio: divergences of one kind are few, so that one of them may turn."""
    margin = max(MARGIN, 1 / figure.out_of) if figure.layer == "divergences" else MARGIN
    return max(0, math.floor((figure.ratio - margin) * 100) / 100)


def main(names: Sequence[str]) -> None:
    """Write the digest and the floors of these sets; the others keep theirs."""
    file = GOLD / "floors.json"
    floors = json.loads(file.read_text(encoding="utf-8"))
    for name in names:
        found = evaluate(read_gold(sorted(SETS[name])), blame=False)
        held = {f.metric: _floor(f) for m in HELD for f in found.figures if f.metric == m}
        faults = dict.fromkeys(FAULTS, 0) | {f.metric: int(f.hits) for f in found.figures if f.metric in FAULTS}
        floors[name] = {"digest": found.digest, "floors": held, "faults": faults}
    file.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:] or tuple(SETS))
