"""How sure a figure is: resample the reports with replacement, look at the middle 95 %."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

from recoupe.evaluate.outcome import Outcome

DRAWS = 1000
SEED = 20240618  # fixed: the same gold and the same dossiers give the same intervals


def intervals(outcomes: Sequence[Outcome]) -> dict[str, tuple[float, float]]:
    """metric -> (2.5 %, 97.5 %) of its ratio over draws of reports: not of items, since the errors of one text go together."""
    by_metric: dict[str, dict[str, tuple[float, float]]] = defaultdict(dict)
    for o in outcomes:
        hits, out_of = by_metric[o.metric].get(o.unit, (0.0, 0.0))
        by_metric[o.metric][o.unit] = hits + o.hits, out_of + o.out_of
    return {metric: _interval(by_metric[metric]) for metric in sorted(by_metric)}


def _interval(sums: dict[str, tuple[float, float]]) -> tuple[float, float]:
    """The 2.5 % and 97.5 % points of the ratio over draws of units, given (hits, out of) by unit; (0, 0) where nothing counts."""
    units = [sums[u] for u in sorted(sums)]
    draw = random.Random(SEED)
    ratios = []
    for _ in range(DRAWS):
        sample = draw.choices(units, k=len(units))
        out_of = sum(n for _, n in sample)
        if out_of:
            ratios.append(sum(h for h, _ in sample) / out_of)
    ratios.sort()
    if not ratios:
        return 0.0, 0.0
    return ratios[int(0.025 * len(ratios))], ratios[min(int(0.975 * len(ratios)), len(ratios) - 1)]
