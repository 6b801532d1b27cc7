"""Real agency and portal news (orangesum): does anything crash, does a dossier break what the contract promises?"""

from __future__ import annotations

import importlib.util
import json
import tempfile
from collections import Counter
from pathlib import Path

from accuracy.shared import data, orangesum, table

from recoupe.pipeline import cross_read, read_report
from recoupe.types import Report


def section(count: int = 200) -> str:
    """Every article as a dossier of its own, held against the referee's list of invariants; one in ten made twice."""
    from recoupe.parse.spacy import parse
    from recoupe.show.json import render_json

    spec = importlib.util.spec_from_file_location("referee", data("tools", "score.py"))
    assert spec and spec.loader
    referee = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(referee)
    rows = orangesum(count)
    reports = [Report(row["id"], None, row["text"], "fr", row.get("title")) for row in rows]
    crashed: list[str] = []
    broken: list[str] = []
    changed: list[str] = []
    records: Counter[str] = Counter()
    for i, (report, parsed) in enumerate(zip(reports, parse(reports), strict=True)):
        try:
            dossier = cross_read([report], [read_report(report, parsed)])
            made = render_json(dossier)
            if i % 10 == 0 and render_json(cross_read([report], [read_report(report, parsed)])) != made:
                changed.append(report.id)
        except Exception as error:  # the point of this section is to count these
            crashed.append(f"{report.id}: {error!r}")
            continue
        records.update({k: len(v) for k, v in json.loads(made).items() if isinstance(v, list)})
        broken += _faults(referee, report, made)
    lines = [["articles", str(count)], ["crashed", str(len(crashed))], ["invariants broken", str(len(broken))]]
    lines += [["made twice, and not the same bytes", f"{len(changed)} of {len(range(0, count, 10))}"]]
    lines += [
        [f"{name} found", f"{records[name]:,}"] for name in ("statements", "mentions", "whens", "figures", "events", "claims")
    ]
    return table(("", ""), lines) + "".join(f"\n* {x}" for x in (*crashed, *broken)[:10])


def _faults(referee: object, report: Report, made: bytes) -> list[str]:
    gold = {"id": report.id, "exhaustive": [], "reports": [{"id": report.id, "text": report.text}], "actors": []}
    with tempfile.TemporaryDirectory() as folder:
        told, dossier = Path(folder, "gold.json"), Path(folder, "dossier.json")
        told.write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
        dossier.write_bytes(made)
        faults: list[str] = referee.run(told, dossier, False)[2]  # type: ignore[attr-defined]
    return faults
