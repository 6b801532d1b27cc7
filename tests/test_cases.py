"""The traps of tests/cases/fr/traps.txt: near, natural and wrong readings that must not come back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from recoupe.evaluate.dossiers import end_to_end, reports_of
from recoupe.evaluate.gold import GoldStory, checked
from recoupe.evaluate.marked import compile_story
from recoupe.evaluate.scoring import score_story
from recoupe.parse.document import Parsed
from recoupe.types import Dossier, Span

TRAPS = Path(__file__).parent / "cases" / "fr" / "traps.txt"
_LINE = re.compile(r"(?m)^(expect|fails)(?: ([a-z ]+))?: ?(.*)\n?")


@cache
def _traps() -> tuple[tuple[GoldStory, tuple[tuple[str, str], ...], str | None], ...]:
    """Each trap as its gold, its expectations and the reason why it is known to fail."""
    traps = []
    for part in re.split(r"(?m)^(?=id: )", TRAPS.read_text(encoding="utf-8"))[1:]:
        lines = [(m[1], m[2] or "", m[3]) for m in _LINE.finditer(part)]
        story = checked(compile_story(_LINE.sub("", part), str(TRAPS)), str(TRAPS))
        fails = next((rest for kind, _, rest in lines if kind == "fails"), None)
        traps.append((story, tuple((what, rest) for kind, what, rest in lines if kind == "expect"), fails))
    return tuple(traps)


@pytest.fixture(scope="module")
def parsed() -> dict[str, list[Parsed]]:
    """All traps, parsed in one batch."""
    from recoupe.parse.spacy import parse

    stories = [story for story, _, _ in _traps()]
    documents = iter(parse([r for s in stories for r in reports_of(s)]))
    return {s.id: [next(documents) for _ in s.reports] for s in stories}


@pytest.mark.parametrize(("story", "expected", "fails"), _traps(), ids=[s.id for s, _, _ in _traps()])
def test_trap(
    story: GoldStory,
    expected: tuple[tuple[str, str], ...],
    fails: str | None,
    parsed: dict[str, list[Parsed]],
    request: pytest.FixtureRequest,
) -> None:
    if fails:
        request.applymarker(pytest.mark.xfail(reason=fails, strict=True))
    dossier = end_to_end(story, parsed[story.id])
    wrong = [f"{o.metric}: {o.words!r}: {o.note}" for o in score_story(story, dossier) if o.note]
    wrong += [problem for what, rest in expected for problem in _check(what, rest, story, dossier)]
    assert wrong == []


def _check(what: str, rest: str, story: GoldStory, dossier: Dossier) -> Iterator[str]:
    if what == "calm":
        yield from (f"contradicted: {m.title}" for m in dossier.matters if m.agreement == "contradicted")
    elif what == "independent":
        yield from (f"{c.left} and {c.right} tied as {c.relation}" for c in dossier.copies if c.relation != "independent")
    elif what == "never happened":
        span = _find(rest, story)
        events = {e.id for e in dossier.events if _meets(e.trigger, span)}
        if not events:
            yield f"no event at {rest!r}"
        yield from (f"{rest!r} is said to have happened" for c in dossier.claims if c.event in events and c.status == "happened")
    elif what == "different":
        sides = [{e.id for e in dossier.events if _meets(e.trigger, _find(words.strip(), story))} for words in rest.split("|")]
        kept_apart = [{k.left, k.right} for k in dossier.links if k.verdict == "different"]
        if not any(pair & sides[0] and pair & sides[1] for pair in kept_apart):
            yield f"{rest!r}: no link keeps them apart"
    else:
        left, right = (_find(words.strip(), story) for words in rest.split("|"))
        together = any(_covers(spans, left) and _covers(spans, right) for spans in _spans(dossier))
        if together != (what == "one"):
            yield f"{rest!r}: " + ("one event or matter" if together else "not one event or matter")


def _spans(dossier: Dossier) -> Iterator[list[Span]]:
    """The triggers of each event and of each matter: what is held to be one."""
    events = {e.id: e for e in dossier.events}
    for event in dossier.events:
        yield [event.trigger, *event.spans]
    for matter in dossier.matters:
        if matter.agreement != "related":
            yield [s for e in matter.events for s in (events[e].trigger, *events[e].spans)]


def _find(words: str, story: GoldStory) -> Span:
    for report in story.reports:
        if (at := report.text.find(words)) >= 0:
            return Span(report.id, at, at + len(words))
    raise AssertionError(f"{words!r} is in no report of {story.id}")


def _covers(spans: list[Span], span: Span) -> bool:
    return any(_meets(s, span) for s in spans)


def _meets(a: Span, b: Span) -> bool:
    return a.report == b.report and a.start < b.end and b.start < a.end
