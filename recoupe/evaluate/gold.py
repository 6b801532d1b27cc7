"""Gold stories as records: read from JSON, or compiled from marked-up text (`.mark`)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from recoupe.errors import InputError, why_not
from recoupe.evaluate.marked import compile_stories

_WANTED = "give a gold .json, a .mark file or a folder of them"


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """These words of this report."""

    report: str
    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report as the product gets it, and what it should infer (`published_gold`, `published_any`)."""

    id: str
    text: str = ""
    file: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    lang: str | None = None
    published: str | None = None
    published_gold: str | None = None
    published_any: tuple[str, ...] = ()
    phenomena: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldActor:
    """One party, with the forms that name it."""

    id: str
    name: str
    kind: str | None = None
    country: str | None = None
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldMention:
    """These words stand for any one of these actors."""

    span: GoldSpan
    actors: tuple[str, ...]
    form: str | None = None
    phenomena: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """Any one of `speaker` said this. `partial`: the spans are a fragment. `optional`: neither costs nor earns."""

    spans: tuple[GoldSpan, ...]
    id: str = ""
    mode: str | None = None
    act: str | None = None
    cue: GoldSpan | None = None
    speaker: tuple[str, ...] = ()
    speaker_span: GoldSpan | None = None
    partial: bool = False
    optional: bool = False
    accept_unknown: bool = False
    phenomena: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldTime:
    """These words name this time; `values` are right too."""

    span: GoldSpan
    value: str | None = None
    values: tuple[str, ...] = ()
    duration: str | None = None
    optional: bool = False
    phenomena: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """These words count so many."""

    span: GoldSpan
    low: float | None = None
    high: float | None = None
    bound: str | None = None
    optional: bool = False
    phenomena: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldProposition:
    """These words hold a claim. `sources` or `agents` None = not annotated; `plover` is "" where none was annotated."""

    span: GoldSpan
    status: str | tuple[str, ...]
    id: str = ""
    negated: bool | None = None
    negated_any: bool = False
    sources: tuple[str, ...] | None = None
    agents: tuple[str, ...] | None = None
    plover: dict[str, str | None] | str | None = ""
    optional: bool = False
    phenomena: tuple[str, ...] = ()

    @property
    def statuses(self) -> tuple[str, ...]:
        """Every status that is right."""
        return (self.status,) if isinstance(self.status, str) else self.status


@dataclass(frozen=True, slots=True)
class GoldFact:
    """One fact of the story, with its words in each report."""

    id: str
    kind: str
    evidence: tuple[GoldSpan, ...]
    fact: str = ""
    note: str = ""
    phenomena: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldDivergence:
    """Here the reports differ, in this way."""

    id: str
    type: str
    evidence: tuple[GoldSpan, ...]
    question: str = ""
    note: str = ""
    accept: tuple[str, ...] = ()
    phenomena: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldCopy:
    """These two reports stand so to each other."""

    left: str
    right: str
    relation: str
    accept: tuple[str, ...] = ()
    scorable: bool = False


@dataclass(frozen=True, slots=True)
class GoldStory:
    """All that a perfect dossier of these reports would contain, as far as `exhaustive` says."""

    id: str
    exhaustive: tuple[str, ...]
    reports: tuple[GoldReport, ...]
    actors: tuple[GoldActor, ...] = ()
    mentions: tuple[GoldMention, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    times: tuple[GoldTime, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    propositions: tuple[GoldProposition, ...] = ()
    matters: tuple[GoldFact, ...] = ()
    divergences: tuple[GoldDivergence, ...] = ()
    copies: tuple[GoldCopy, ...] = ()


def read_gold(paths: Sequence[Path]) -> tuple[GoldStory, ...]:
    """The stories in these files and folders (.json with an `exhaustive` key, .mark), by id. InputError names what is wrong."""
    stories = [story for path in _files(paths) for story in read_stories(path)]
    if not stories:
        raise InputError(", ".join(map(str, paths)), f"no gold story here; {_WANTED}")
    ids = [s.id for s in stories]
    if double := sorted({i for i in ids if ids.count(i) > 1}):
        raise InputError(", ".join(map(str, paths)), f"two stories have the id {double[0]!r}")
    return tuple(sorted(stories, key=lambda s: s.id))


def read_stories(path: Path) -> tuple[GoldStory, ...]:
    """The stories of a file: one of a .json, one or several of a .mark. Texts are read from the files that reports name."""
    try:
        raw = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(str(path), why_not(error)) from None
    except UnicodeError as error:
        raise InputError(str(path), f"no text in UTF-8 ({error}); {_WANTED}") from None
    if path.suffix == ".mark":
        return tuple(checked(data, str(path)) for data in compile_stories(raw, str(path)))
    try:
        data = json.loads(raw)
    except ValueError as error:
        raise InputError(str(path), f"no JSON ({error}); {_WANTED}") from None
    for report in data.get("reports", ()) if isinstance(data, dict) else ():
        if "text" not in report:
            report["text"] = _text(path, report)
    return (checked(data, str(path)),)


def checked(data: dict[str, Any], name: str) -> GoldStory:
    """The records of a gold object whose spans quote their reports. InputError when they do not."""
    try:
        story = msgspec.convert(data, type=GoldStory)
    except msgspec.ValidationError as error:
        raise InputError(name, f"not a gold story: {error}; {_WANTED}") from None
    texts = {r.id: r.text for r in story.reports}
    for span in _spans(story):
        if span.report not in texts:
            raise InputError(name, f"span {span.text!r} is of report {span.report!r}, which the story does not have")
        if span.text and texts[span.report][span.start : span.end] != span.text:
            found = texts[span.report][span.start : span.end]
            raise InputError(
                name, f"report {span.report}, {span.start}-{span.end}: the gold has {span.text!r}, the text {found!r}"
            )
    known = {a.id for a in story.actors} | {"?"}
    if strangers := sorted({a for a in _actors(story) if a not in known}):
        raise InputError(name, f"actor {strangers[0]!r} is not among the story's actors")
    return story


def digest(stories: Sequence[GoldStory]) -> str:
    """16 hex digits that change when any gold record or text does."""
    content = b"\n".join(msgspec.json.encode(s, order="deterministic") for s in stories)
    return hashlib.sha256(content).hexdigest()[:16]


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for file in sorted(p for p in path.rglob("*") if p.suffix in (".json", ".mark")):
            if file.suffix == ".mark" or _is_gold(file):
                yield file


def _is_gold(path: Path) -> bool:
    """A folder may hold other JSON; a file named outright is taken at its word."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(data, dict) and "exhaustive" in data and "reports" in data


def _text(path: Path, report: dict[str, Any]) -> str:
    """The report's own text: from its file, or from the line with its id in a reports.jsonl beside the gold."""
    try:
        if "file" in report:
            return Path(path.parent, report["file"]).read_bytes().decode("utf-8")
        lines = map(json.loads, (path.parent / "reports.jsonl").read_text(encoding="utf-8").splitlines())
        return next(str(line["text"]) for line in lines if line.get("id") == report.get("id"))
    except (OSError, UnicodeError, ValueError, StopIteration) as error:
        raise InputError(str(path), f"report {report.get('id')!r}: its text cannot be read ({error})") from None


def _actors(story: GoldStory) -> Iterator[str]:
    """Every actor that a record points at."""
    for mention in story.mentions:
        yield from mention.actors
    for statement in story.statements:
        yield from statement.speaker
    for proposition in story.propositions:
        yield from (*(proposition.sources or ()), *(proposition.agents or ()))


def _spans(story: GoldStory) -> Iterator[GoldSpan]:
    for layer in (story.mentions, story.times, story.figures, story.propositions):
        yield from (item.span for item in layer)
    for statement in story.statements:
        yield from statement.spans
        yield from (s for s in (statement.cue, statement.speaker_span) if s)
    for evidence in (*(f.evidence for f in story.matters), *(d.evidence for d in story.divergences)):
        yield from evidence
