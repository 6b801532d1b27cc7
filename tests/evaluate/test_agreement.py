"""Our figures are those of the outside scorer, where that is present."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from recoupe.evaluate.gold import GoldSpan, GoldStory, read_stories
from recoupe.evaluate.marked import compile_file
from recoupe.evaluate.outcome import totals
from recoupe.evaluate.result import LAYERS
from recoupe.evaluate.scoring import score_story
from recoupe.show.json import render_json
from recoupe.types import (
    Actor,
    Claim,
    Copy,
    Difference,
    Dossier,
    Event,
    Figure,
    Matter,
    Mention,
    Plover,
    Report,
    Span,
    Statement,
    Value,
    When,
)

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
AFFAIRS = Path(__file__).resolve().parents[2] / "gold" / "affairs"


@pytest.mark.parametrize("name", ["visite", "crue", "proces"])
@pytest.mark.parametrize("noise", [0.0, 0.4])
def test_figures_agree_with_the_outside_scorer(name: str, noise: float, shared: Path, tmp_path: Path) -> None:
    story = read_stories(EXAMPLES / name / "gold.json")[0]
    _agree(story, EXAMPLES / name / "gold.json", _dossier(story, noise), shared, tmp_path)


@pytest.mark.parametrize("name", ["seeds", "stories/02-crocus", "stories/14-azal"])
def test_figures_agree_on_shared_gold(name: str, shared: Path, tmp_path: Path) -> None:
    path = shared / "gold" / f"{name}.json"
    story = read_stories(path)[0]
    _agree(story, path, _dossier(story, 0.3), shared, tmp_path)


@pytest.mark.parametrize("name", ["dev/02-row", "test/07-runway"])
def test_figures_agree_on_affairs(name: str, shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps(compile_file(AFFAIRS / f"{name}.mark")), encoding="utf-8")
    story = read_stories(path)[0]
    _agree(story, path, _dossier(story, 0.3), shared, tmp_path)


def _agree(story: GoldStory, path: Path, dossier: Dossier, shared: Path, tmp_path: Path) -> None:
    file = tmp_path / "dossier.json"
    file.write_bytes(render_json(dossier))
    # `path` names files beside it, so the gold is read where it stands
    done = subprocess.run(
        [sys.executable, str(shared / "tools" / "score.py"), str(path), str(file), "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    theirs = json.loads(done.stdout.splitlines()[-1])["counts"]
    found = totals(score_story(story, dossier))
    layers = {*LAYERS} - {"joined"}  # of our own: the pairs that are more than side by side
    ours = {k: [round(h, 6), round(n, 6)] for k, (h, n) in found.items() if k.partition(".")[0] in layers}
    assert ours == theirs


def _dossier(story: GoldStory, noise: float) -> Dossier:
    """The gold told as a dossier, with `noise` of its records dropped, moved or changed."""
    draw = random.Random(7)

    def keep() -> bool:
        return draw.random() >= noise

    def moved(span: Any) -> Span:
        start = span.start + (draw.randint(0, 6) if draw.random() < noise else 0)
        return Span(span.report, min(start, span.end - 1), span.end)

    def other(ids: tuple[str, ...]) -> tuple[str, ...]:
        return ids if keep() else (draw.choice(story.actors).id,)

    claims, events = [], []
    for i, p in enumerate(story.propositions):
        if keep():
            plover = Plover(str(p.plover["type"]), p.plover.get("mode")) if isinstance(p.plover, dict) and keep() else None
            span = moved(p.span)
            agents = other(p.agents or ())
            events.append(Event(f"e{i}", span.report, (span,), span, "x", "X", plover, agents))
            sources = tuple(s for s in other(p.sources or ()) if s != "?")
            claims.append(Claim(f"c{i}", f"e{i}", draw.choice(p.statuses), not keep(), "unknown", sources, None, (span,)))  # type: ignore[arg-type]
    return Dossier(
        reports=tuple(Report(r.id, None, r.text, published=When("w" + r.id, None, r.published_gold)) for r in story.reports),
        mentions=tuple(
            Mention(f"m{i}", moved(m.span), other(m.actors[:1])[0], "name") for i, m in enumerate(story.mentions) if keep()
        ),
        actors=tuple(Actor(a.id, a.name, a.kind or "person", a.country, a.forms) for a in story.actors),  # type: ignore[arg-type]
        whens=tuple(
            When(f"w{i}", moved(t.span), t.value if keep() else "2001", duration=t.duration)
            for i, t in enumerate(story.times)
            if keep()
        ),
        figures=tuple(
            Figure(f"f{i}", moved(f.span), f.low, f.high if keep() else 9.0, f.bound or "exact", "x")  # type: ignore[arg-type]
            for i, f in enumerate(story.figures)
            if keep()
        ),
        statements=tuple(_statement(i, s, moved, other) for i, s in enumerate(story.statements) if keep()),
        events=tuple(events),
        claims=tuple(claims),
        matters=tuple(_matters(story, draw, noise)),
        copies=tuple(
            Copy(c.left, c.right, "same_origin" if keep() else "independent", 0.5, id=f"k{i}") for i, c in enumerate(story.copies)
        ),
    )


def _statement(i: int, gold: Any, moved: Callable[[Any], Span], other: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Statement:
    cue = moved(gold.cue) if gold.cue else None
    speakers = other(gold.speaker)
    return Statement(f"s{i}", tuple(map(moved, gold.spans)), gold.mode or "direct", gold.act or "say", cue, speakers or None)


def _matters(story: GoldStory, draw: random.Random, noise: float) -> list[Matter]:
    """One matter a gold fact or divergence, told through differences so that no event is needed."""
    verdict = {"contradiction": "contradicted", "update": "updated", "precision": "refined", "naming": "wording"}
    agreement = {"contradiction": "contradicted", "update": "updated", "precision": "refined", "dispute": "disputed"}
    matters = []
    items: list[tuple[str, tuple[GoldSpan, ...]]] = [(f.kind, f.evidence) for f in story.matters]
    items += [(d.type, d.evidence) for d in story.divergences]
    for i, (kind, evidence) in enumerate(items):
        if draw.random() < noise:
            continue
        values = tuple(Value(e.report, e.text, (Span(e.report, e.start, e.end),)) for e in evidence)
        if draw.random() < noise:
            kind = "contradiction"
        difference = Difference("x", verdict.get(kind, "same"), values)  # type: ignore[arg-type]
        title, reports = f"matter {i}", tuple(sorted({e.report for e in evidence}))
        matters.append(Matter(f"x{i}", title, (), (), reports, agreement.get(kind, "shared"), (difference,)))  # type: ignore[arg-type]
    return matters


def test_a_perfect_dossier_scores_perfectly() -> None:
    story = read_stories(EXAMPLES / "visite" / "gold.json")[0]
    found = totals(score_story(story, _dossier(story, 0.0)))
    layers = ("statements.", "times.", "figures.", "propositions.found", "propositions.status", "mentions.span")
    assert {k: h / n for k, (h, n) in found.items() if k.startswith(layers)} == {k: 1.0 for k in found if k.startswith(layers)}
