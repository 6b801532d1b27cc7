"""Every layer on the gold: the referee's seeds and stories, and our own development and test halves."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from types import ModuleType

from accuracy.shared import ROOT, Absent, data, table

from recoupe.evaluate.dossiers import end_to_end, reports_of
from recoupe.evaluate.gold import GoldStory, read_gold
from recoupe.evaluate.result import Evaluation, Figure
from recoupe.evaluate.run import evaluate
from recoupe.parse.spacy import parse
from recoupe.types import Dossier

Counts = dict[str, tuple[float, float]]

#: metric -> what it says, in the order of the tables.
LINES = {
    "statements.found.f1": "statements found, F",
    "statements.found.precision": "· of those we give, right",
    "statements.found.recall": "· of those there are, found",
    "statements.speaker": "speaker right, of those found",
    "statements.mode": "mode right (direct, indirect, mixed)",
    "statements.act": "act right (announce, deny, accuse …)",
    "statements.cue": "cue right",
    "mentions.span.recall": "mentions found",
    "mentions.linked.recall": "mentions found and tied to the right actor",
    "mentions.b3.precision": "mentions of one actor kept together, B³ precision",
    "mentions.b3.recall": "mentions of one actor kept together, B³ recall",
    "times.found.f1": "times found, F",
    "times.value": "value right, of those found",
    "times.published": "day of publication inferred rightly",
    "figures.found.f1": "figures found, F",
    "figures.value": "value right, of those found",
    "propositions.found.recall": "propositions found",
    "propositions.status": "status right (happened, alleged, denied …)",
    "propositions.negation": "negation right",
    "propositions.source": "innermost source right",
    "propositions.agents.f1": "who does it, F",
    "plover.type": "PLOVER type right",
    "plover.mode": "PLOVER mode right",
    "plover.none": "no PLOVER type where there is none",
    "shared.pairs": "facts that several reports share, joined or side by side",
    "joined.pairs": "· joined (the referee does not tell)",
    "divergences.contradiction.typed": "contradictions found and named so",
    "divergences.update.typed": "updates found and named so",
    "divergences.precision.typed": "differences of precision found and named so",
    "divergences.certainty.typed": "differences of certainty found and named so",
    "divergences.attribution.typed": "differences of source found and named so",
    "divergences.dispute.typed": "disputes found and named so",
    "divergences.naming.typed": "spellings of one name not taken for two",
    "copies.relation": "copies and common origins told rightly",
    "bad.false_friends": "*fault:* two things taken for one and called contradicted",
    "bad.false_merges": "*fault:* two events joined",
    "bad.contradictions_not_in_gold": "*fault:* contradictions the gold does not have",
}


def section_layers() -> str:
    """One table, a column a set of gold; a cell is the share and how many items it rests on."""
    columns: list[tuple[str, Counts]] = []
    try:
        columns += [("seeds", _referee(["seeds.json"])), ("four stories", _referee(_stories()))]
    except Absent as absent:
        sys.stderr.write(f"seeds and stories: {absent}\n")
    columns += [(name, _counts(_own(name))) for name in ("examples", "dev", "test")]
    rows = []
    for metric, says in LINES.items():
        cells = [_cell(metric, counts) for _, counts in columns]
        if any(cell != "–" for cell in cells):
            rows.append([says, *cells])
    return table(("", *(name for name, _ in columns)), rows)


def section_intervals() -> str:
    """The main figures of our two halves with their 95 % intervals over reports."""
    found = {name: {f.metric: f for f in _own(name).figures} for name in ("dev", "test")}
    main = [
        m
        for m in LINES
        if m.endswith((".f1", ".speaker", ".value", ".status", ".source", "plover.type", "mentions.linked.recall"))
    ]
    rows = [[LINES[m], *(_interval(found[name].get(m)) for name in found)] for m in main]
    return table(("", *found), [r for r in rows if set(r[1:]) != {"–"}])


def section_phenomena() -> str:
    """What is found by how it is said, both halves together, most items first."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0, 0])
    for name in ("dev", "test"):
        for f in _own(name).phenomena:
            sums[f.metric][0] += f.hits
            sums[f.metric][1] += f.out_of
    keep = {k: v for k, v in sums.items() if v[1] >= 15 and k.startswith(("statements.", "propositions.status"))}
    ordered = sorted(keep, key=lambda k: (k.partition(" / ")[0], -keep[k][1], k))
    return table(
        ("layer / what it shows", "share", "of"), [[k, f"{keep[k][0] / keep[k][1]:.2f}", f"{keep[k][1]:g}"] for k in ordered]
    )


@cache
def _own(name: str) -> Evaluation:
    folder = ROOT / "examples" if name == "examples" else ROOT / "gold" / name
    return evaluate(read_gold([folder]), blame=False)


def _counts(evaluation: Evaluation) -> Counts:
    return {f.metric: (f.hits, f.out_of) for f in evaluation.figures}


def _stories() -> list[str]:
    return [f"stories/{p.name}" for p in sorted(data("gold", "stories").glob("*.json"))]


def _referee(names: list[str]) -> Counts:
    """The counts of the referee's own script on dossiers made as its users would make them."""
    score = _script(data("tools", "score.py"))
    sums: dict[str, tuple[float, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            gold = data("gold", *name.split("/"))
            story, dossier = Path(folder, "story.jsonl"), Path(folder, "dossier.json")
            with story.open("w", encoding="utf-8") as lines:
                subprocess.run([sys.executable, str(data("tools", "score.py")), "--input", str(gold)], check=True, stdout=lines)
            _compare(story, dossier)
            _, counts, broken = score.run(gold, dossier, False)
            if broken:
                raise SystemExit(f"{name}: {broken[0]}")
            for metric, (hits, out_of) in counts.items():
                before = sums.get(metric, (0.0, 0.0))
                sums[metric] = before[0] + hits, before[1] + out_of
    return sums


def _compare(story: Path, dossier: Path) -> None:
    from recoupe.pipeline import compare
    from recoupe.show.json import render_json

    dossier.write_bytes(render_json(compare([story])))


def _script(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("referee", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _cell(metric: str, counts: Counts) -> str:
    hits, out_of = counts.get(metric, (0, 0))
    if not out_of:
        return "–"
    if metric.startswith("bad."):
        return f"{hits:g} of {out_of:g}"
    return f"{hits / out_of:.2f}" + ("" if metric.endswith(".f1") else f" of {out_of:g}")


def _interval(figure: Figure | None) -> str:
    return "–" if figure is None else f"{figure.ratio:.2f} ({figure.low:.2f} to {figure.high:.2f})"


def own_dossiers(stories: Sequence[GoldStory]) -> list[Dossier]:
    """The program's dossiers of these stories."""
    reports = [r for s in stories for r in reports_of(s)]
    documents = iter(parse(reports))
    return [end_to_end(s, list(islice(documents, len(s.reports)))) for s in stories]


def errors(name: str) -> str:
    """Every error on one half, with its words: what docs/accuracy.md's examples are classes of."""
    lines = [{"where": e.unit, "layer": e.metric, "words": e.words, "wrong": e.note} for e in _own(name).errors]
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
