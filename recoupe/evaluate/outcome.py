"""One thing that was right or wrong; every figure of an evaluation is a sum of these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """`hits` of `out_of` for a metric ("statements.found.recall"), in one report of one story."""

    metric: str
    hits: float
    out_of: float
    unit: str = ""  # "story/report": what the bootstrap draws
    words: str = ""  # the words it is about
    note: str = ""  # what was wrong; empty when it was right
    phenomena: tuple[str, ...] = ()


Totals = dict[str, tuple[float, float]]


def totals(outcomes: Iterable[Outcome]) -> Totals:
    """metric -> (hits, out of), in the order of the metrics' names."""
    sums: dict[str, tuple[float, float]] = {}
    for o in outcomes:
        hits, out_of = sums.get(o.metric, (0.0, 0.0))
        sums[o.metric] = hits + o.hits, out_of + o.out_of
    return {k: sums[k] for k in sorted(sums) if sums[k][1]}


def found(metric: str, *, hits: float, gold: float, given: float, exhaustive: bool, unit: str) -> list[Outcome]:
    """Recall; precision and F1 too where the gold lists everything. F1 = 2 hits / (gold + given), so that it can be summed."""
    out = [Outcome(f"{metric}.recall", hits, gold, unit)]
    if exhaustive:
        out += [Outcome(f"{metric}.precision", hits, given, unit), Outcome(f"{metric}.f1", 2 * hits, gold + given, unit)]
    return out
