"""What an evaluation found, as plain data: figures with intervals, recall by phenomenon, errors with their words."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recoupe.errors import InputError
from recoupe.evaluate.intervals import intervals
from recoupe.evaluate.outcome import Outcome, totals

MAIN = ("statements.speaker", "times.value", "propositions.status")
_SAME = 5e-4  # a change that three decimals do not show
LAYERS = (
    "statements",
    "mentions",
    "times",
    "figures",
    "propositions",
    "plover",
    "shared",
    "joined",
    "divergences",
    "copies",
    "bad",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One metric: hits of out_of, the interval of their ratio, and the ratio of the last saved scores (None without one)."""

    metric: str
    hits: float
    out_of: float
    low: float
    high: float
    before: float | None = None

    @property
    def ratio(self) -> float:
        """hits / out_of."""
        return self.hits / self.out_of

    @property
    def change(self) -> float:
        """The ratio less that of before; 0 where that is unknown or rounds to the same."""
        change = 0.0 if self.before is None else self.ratio - self.before
        return change if abs(change) >= _SAME else 0.0

    @property
    def layer(self) -> str:
        """The first part of the metric's name."""
        return self.metric.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of one run over some gold. `blame`: metrics of a layer that was given gold input, by what it was given."""

    digest: str
    stories: int
    reports: int
    figures: tuple[Figure, ...]
    phenomena: tuple[Figure, ...] = ()
    errors: tuple[Outcome, ...] = ()
    blame: tuple[tuple[str, tuple[Figure, ...]], ...] = ()

    def ratio(self, metric: str) -> float | None:
        """The ratio of a metric, None when nothing in the gold speaks of it."""
        return next((f.ratio for f in self.figures if f.metric == metric), None)


def figures_of(outcomes: Sequence[Outcome], before: dict[str, float] | None = None) -> tuple[Figure, ...]:
    """The figures of all metrics of a layer, in the layers' order."""
    spread = intervals(outcomes)
    known = before or {}
    figures = [
        Figure(metric, hits, out_of, *spread[metric], known.get(metric))
        for metric, (hits, out_of) in totals(outcomes).items()
        if metric.partition(".")[0] in LAYERS
    ]
    return tuple(sorted(figures, key=lambda f: (LAYERS.index(f.layer), f.metric)))


def phenomena_of(outcomes: Sequence[Outcome]) -> tuple[Figure, ...]:
    """Recall of each layer, and its main attribute, by what the items show ("nested-quote", "speaker pronoun")."""
    split: dict[str, list[Outcome]] = defaultdict(list)
    for o in outcomes:
        if metric := _shown(o.metric):
            for name in o.phenomena:
                split[f"{metric} / {name}"].append(o)
    figures = []
    for name in sorted(split):
        hits, out_of = sum(o.hits for o in split[name]), sum(o.out_of for o in split[name])
        figures.append(Figure(name, hits, out_of, *next(iter(intervals([_renamed(o) for o in split[name]]).values()))))
    return tuple(figures)


def _shown(metric: str) -> str:
    """The name under which a metric is split by phenomena; "" for one that is not."""
    first, _, rest = metric.partition(".")
    if first == "phenomena":
        return f"{rest}.found"
    if first == "divergences":
        return "divergences.typed" if rest.endswith(".typed") else ""
    return metric if metric in MAIN else ""


def _renamed(o: Outcome) -> Outcome:
    return Outcome("recall", o.hits, o.out_of, o.unit)


def errors_of(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Everything with a note, by layer, report and words."""
    wrong = {(layer_of(o), o.unit, o.words, o.note): o for o in outcomes if o.note}
    return tuple(wrong[k] for k in sorted(wrong))


def layer_of(outcome: Outcome) -> str:
    """The layer an error belongs to."""
    first, _, rest = outcome.metric.partition(".")
    return rest if first in ("phenomena", "errors") else first


def as_json(evaluation: Evaluation) -> str:
    """The evaluation as a JSON text, which `read_saved` reads."""
    return json.dumps(plain(evaluation), ensure_ascii=False, indent=1) + "\n"


def read_saved(path: Path) -> tuple[str, dict[str, float]]:
    """The gold's digest and the ratios of scores in the JSON of `as_json`; ("", {}) when there are none yet."""
    if not path.exists():
        return "", {}
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return str(data["digest"]), {f["metric"]: f["ratio"] for f in data["figures"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(str(path), f"no saved scores ({error}); name another file, or remove it") from None


def plain(evaluation: Evaluation) -> dict[str, Any]:
    """The evaluation as JSON knows it."""

    def rows(figures: Sequence[Figure]) -> list[dict[str, Any]]:
        """Figures as JSON objects."""
        return [
            {
                "metric": f.metric,
                "hits": round(f.hits, 4),
                "out_of": round(f.out_of, 4),
                "ratio": round(f.ratio, 4),
                "interval": [round(f.low, 4), round(f.high, 4)],
            }
            for f in figures
        ]

    return {
        "digest": evaluation.digest,
        "stories": evaluation.stories,
        "reports": evaluation.reports,
        "figures": rows(evaluation.figures),
        "phenomena": rows(evaluation.phenomena),
        "blame": {name: rows(figures) for name, figures in evaluation.blame},
        "errors": [{"layer": layer_of(e), "where": e.unit, "words": e.words, "wrong": e.note} for e in evaluation.errors],
    }
