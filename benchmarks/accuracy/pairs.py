"""Contradiction in pairs of sentences: recoupe.match.contrast on daccord and the development part of rte3_fr."""

from __future__ import annotations

import csv
from collections import Counter

from accuracy.shared import data, ratio, table

SETS = {
    "daccord": (("data", "daccord", "daccord_covid_climat.tsv"), "1"),
    "rte3_fr": (("data", "rte3_fr", "RTE3-FR-dev-set-3class.tsv"), "2"),
}


def section() -> str:
    """Precision and recall of "contradicted", and the slots it was said of."""
    from recoupe.match.contrast import contrast_all

    rows = []
    for name, (path, contradiction) in SETS.items():
        with data(*path).open(encoding="utf-8") as lines:
            pairs = list(csv.DictReader(lines, delimiter="\t"))
        verdicts = contrast_all([(p["premise"], p["hypothesis"]) for p in pairs])
        said = [(p, v) for p, v in zip(pairs, verdicts, strict=True) if v.verdict == "contradicted"]
        right = sum(p["label"] == contradiction for p, _ in said)
        there = sum(p["label"] == contradiction for p in pairs)
        slots = Counter(v.slot or "" for _, v in said)
        shown = ", ".join(f"{slot} {n}" for slot, n in sorted(slots.items(), key=lambda x: (-x[1], x[0])))
        rows.append([name, str(len(pairs)), str(there), str(len(said)), ratio(right, len(said)), ratio(right, there), shown])
    return table(("", "pairs", "contradictions", "said", "precision", "recall", "on the slots"), rows)
