"""Marked-up stories: the annotation is written into the text, and compiled to the gold format (docs/examples.md: the marks).

    id: fire
    actor mayor: Anne Delvaux | person | BEL | la maire
    fact F1 shared: the fire
    diff D1 update: number of dead
    == a | outlet=Le Soir du Lac | published=2031-03-04
    « [s=1 direct say: Tout a brûlé] », [c=1: a dit] [m=mayor by=1: Anne Delvaux]. [e=D1: [f=2: Deux morts]] [t=2031-03-03: lundi]
    --
    F1: Tout a brûlé

Below a line `--` of a report, `item: words` (`words #2` = their second occurrence) points at evidence without a mark in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from recoupe.errors import InputError
from recoupe.lang.markup import Mark, parse_markup

Json = dict[str, Any]

FORMS = {
    "n": "name",
    "t": "title",
    "y": "metonym",
    "k": "acronym",
    "a": "adjective",
    "d": "description",
    "p": "pronoun",
    "o": "possessive",
}
MODES = ("direct", "indirect", "mixed", "free")
_PRONOUNS = frozenset(
    "il elle ils elles lui leur eux se s' s’ je j' j’ me m' m’ moi nous on tu te vous qui dont y en"
    " le la les l' l’ celui-ci celle-ci ceux-ci celles-ci ce cela tous".split()
)
_POSSESSIVES = frozenset("son sa ses leur leurs mon ma mes notre nos votre vos".split())
_LEADING = re.compile(r"(?i)^(?:l[’']|d[’']|(?:le|la|les|un|une|des|du|de|cet|cette|ces|ce) )+")
_FIGURE = re.compile(r"([~<>]?)(-?[\d.]+)(?:(\+|-)([\d.]+)?)?$")


def compile_story(source: str, name: str = "story") -> Json:
    """The gold story that a marked-up text stands for. InputError names the line that cannot be read."""
    head, *blocks = re.split(r"(?m)^== +", source)
    story = _head(head, name)
    draft = _Draft(story)
    for block in blocks:
        first, _, body = block.partition("\n")
        _report(draft, first, body, name)
    story["matters"] = [m for m in story["matters"] if m["evidence"]]
    for item in story["divergences"]:
        if not item["evidence"]:
            raise InputError(name, f"{item['id']} has no evidence in any report")
    return {k: v for k, v in story.items() if v != [] or k in ("exhaustive", "reports", "actors")}


def compile_stories(source: str, name: str = "stories") -> list[Json]:
    """The stories of a marked-up file; each begins with its line `id: …`."""
    parts = [part for part in re.split(r"(?m)^(?=id: )", source) if part.startswith("id: ")]
    if not parts:
        raise InputError(name, "no marked-up story: none of its lines begins with `id: `")
    return [compile_story(part, f"{name} ({part.partition(chr(10))[0]})") for part in parts]


def compile_file(path: Path) -> Json:
    """The one story of a file."""
    return compile_story(path.read_text(encoding="utf-8"), str(path))


@dataclass(slots=True)
class _Draft:
    """The story being compiled, and where its evidence goes."""

    story: Json
    evidence: dict[str, list[Json]] = field(default_factory=dict)
    actors: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.evidence = {x["id"]: x["evidence"] for k in ("matters", "divergences") for x in self.story[k]}
        self.actors = {a["id"] for a in self.story["actors"]}


def _head(head: str, name: str) -> Json:
    story: Json = {"id": "", "split": "dev", "topic": None, "exhaustive": []}
    story |= {
        k: []
        for k in (
            "reports",
            "actors",
            "mentions",
            "statements",
            "times",
            "figures",
            "propositions",
            "matters",
            "divergences",
            "copies",
        )
    }
    for line in head.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        key, colon, rest = line.partition(":")
        words, rest = key.split(), rest.strip()
        match words:
            case ["id" | "split" | "topic" | "note"] if colon:
                story[words[0]] = rest
            case ["exhaustive"]:
                story["exhaustive"] = rest.split()
            case ["actor", ident]:
                story["actors"].append(_actor(ident, rest))
            case ["fact", ident, kind]:
                story["matters"].append({"id": ident, "kind": kind, "fact": rest, "evidence": []})
            case ["diff", ident, kind, *tokens]:
                story["divergences"].append(_divergence(ident, kind, tokens, rest))
            case ["copy", left, right, relation, *accept]:
                copy: Json = {"left": left, "right": right, "relation": relation, "scorable": True, "note": rest}
                story["copies"].append(copy | ({"accept": accept} if accept else {}))
            case _:
                raise InputError(name, f"{line!r} is no line of a story's head")
    return story


def _actor(ident: str, rest: str) -> Json:
    name, kind, country, forms = ([x.strip() for x in rest.split("|")] + [""] * 3)[:4]
    actor: Json = {"id": ident, "name": name, "kind": kind or "person", "country": country or None}
    return actor | ({"forms": [f.strip() for f in forms.split(";")]} if forms else {})


def _divergence(ident: str, kind: str, tokens: list[str], question: str) -> Json:
    """The item of a `diff` line: its tokens are verdicts that are right too, and `ph=` what it shows."""
    item: Json = {"id": ident, "type": kind, "question": question, "evidence": []}
    accept = [t for t in tokens if not t.startswith("ph=")]
    shows = [name for t in tokens if t.startswith("ph=") for name in t[3:].split(",")]
    return item | ({"accept": accept} if accept else {}) | ({"phenomena": shows} if shows else {})


def _report(draft: _Draft, first: str, body: str, name: str) -> None:
    ident, *options = (x.strip() for x in first.split("|"))
    report: Json = {"id": ident, "lang": "fr"}
    for option in options:
        key, _, value = option.partition("=")
        report[key] = value.split() if key in ("phenomena", "published_any") else value
    report.setdefault("published", None)
    body, _, tail = body.partition("\n--\n")
    text, marks = parse_markup(body.strip("\n"))
    if left := re.search(r"\[[a-z]+=|\]", text):
        raise InputError(name, f"report {ident}: mark left over at {text[left.start() : left.start() + 60]!r}")
    report["text"] = text + "\n"
    draft.story["reports"].append(report)
    try:
        _Annotations(draft, ident, report["text"], marks).add()
        for item, span in _pointed(tail, ident, report["text"]):
            draft.evidence[item].append(span)
    except (KeyError, ValueError) as error:
        raise InputError(name, f"report {ident}: {error}") from error


def _pointed(tail: str, report: str, text: str) -> Iterator[tuple[str, Json]]:
    for line in filter(str.strip, tail.splitlines()):
        items, _, words = line.partition(":")
        words, _, nth = words.strip().partition(" #")
        at = -1
        for _ in range(int(nth or 1)):
            at = text.find(words, at + 1)
            if at < 0:
                raise ValueError(f"{words!r} is not in the text")
        for item in items.split():
            yield item, {"report": report, "start": at, "end": at + len(words), "text": words}


class _Annotations:
    """The marks of one report, turned into gold records."""

    def __init__(self, draft: _Draft, report: str, text: str, marks: tuple[Mark, ...]) -> None:
        self.draft, self.report, self.text, self.marks = draft, report, text, marks
        self.statements: dict[str, Json] = {}

    def add(self) -> None:
        for mark in self.marks:
            if mark.label == "s":
                self._statement(mark)
        for mark in self.marks:
            match mark.label:
                case "s":
                    pass
                case "m":
                    self._mention(mark)
                case "c":
                    self.statements[mark.value or ""]["cue"] = self._span(mark)
                case "t":
                    self._time(mark)
                case "f":
                    self._figure(mark)
                case "e":
                    for item in (mark.value or "").split():
                        self.draft.evidence[item].append(self._span(mark))
                case "p":
                    pass
                case other:
                    raise ValueError(f"mark {other!r} unknown; one of s c m t f p e")
        for mark in self.marks:  # last: a proposition inherits the speaker of the statement around it
            if mark.label == "p":
                self._proposition(mark)
        self.draft.story["statements"] += self.statements.values()

    def _span(self, mark: Mark) -> Json:
        return {"report": self.report, "start": mark.start, "end": mark.end, "text": self.text[mark.start : mark.end]}

    def _known(self, ids: str) -> list[str]:
        found = [i for i in ids.split("+") if i]
        if unknown := [i for i in found if i not in self.draft.actors]:
            raise ValueError(f"actor {unknown[0]!r} is not declared")
        return found

    def _statement(self, mark: Mark) -> None:
        ident, *tokens = (mark.value or "").split()
        if ident in self.statements:
            self.statements[ident]["spans"].append(self._span(mark))
            return
        record: Json = {"id": f"{self.report}-S{ident}", "spans": [self._span(mark)]}
        for token in tokens:
            if token in MODES:
                record["mode"] = token
            elif token == "@?":
                record |= {"speaker": [], "accept_unknown": True}
            elif token.startswith("@"):
                record["speaker"] = self._known(token[1:])
            elif token.startswith("to="):
                record["addressee"] = self._known(token[3:])
            elif token in ("optional", "partial", "accept_unknown"):
                record[token] = True
            elif token.startswith("ph="):
                record["phenomena"] = token[3:].split(",")
            else:
                record["act"] = token
        self.statements[ident] = record

    def _mention(self, mark: Mark) -> None:
        who, *flags = (mark.value or "").split()
        ids, _, code = who.partition("/")
        actors = self._known(ids)
        form = FORMS[code] if code else self._form(self.text[mark.start : mark.end], actors)
        self.draft.story["mentions"].append({"span": self._span(mark), "actors": actors, "form": form})
        for flag in flags:
            if flag.startswith("by="):
                for ident in flag[3:].split(","):
                    self.statements[ident] |= {"speaker": actors, "speaker_span": self._span(mark)}
            elif flag.startswith("to="):
                self.statements[flag[3:]]["addressee"] = actors
            else:
                raise ValueError(f"mention flag {flag!r} unknown; by=… or to=…")

    def _form(self, words: str, actors: list[str]) -> str:
        """The form that the letters show; a mark may say otherwise (`m=RUS/y`)."""
        if words.lower() in _PRONOUNS and words.lower() != "leur":
            return "pronoun"
        if words.lower() in _POSSESSIVES:
            return "possessive"
        bare = _LEADING.sub("", words)
        kinds = {a["kind"] for a in self.draft.story["actors"] if a["id"] in actors}
        if " " not in words and words[:1].islower() and kinds <= {"state", "place"}:
            return "adjective"
        if re.fullmatch(r"[A-ZÉ]{2,}(?:-[A-ZÉ]+)?", bare):
            return "acronym"
        return "name" if re.search(r"[A-ZÀ-Ý]", bare) else "description"

    def _time(self, mark: Mark) -> None:
        record: Json = {"span": self._span(mark)}
        for token in (mark.value or "").split():
            if token == "optional":
                record["optional"] = True
            elif token.startswith("dur="):
                record["duration"] = token[4:]
            elif token.startswith("ph="):
                record["phenomena"] = token[3:].split(",")
            elif token != "-":
                record["value"], *others = token.split("|")
                record |= {"values": others} if others else {}
        record.setdefault("value", None)
        self.draft.story["times"].append(record)

    def _figure(self, mark: Mark) -> None:
        value, *flags = (mark.value or "").split()
        found = _FIGURE.match(value)
        if not found:
            raise ValueError(f"figure {value!r} cannot be read; 3, ~3, 3+, 3-, >3, <3 or 3-5")
        sign, number, tail, upper = found.groups()
        n = float(number)
        low: float | None = n
        high: float | None = n
        bound = "about" if sign == "~" else "exact"
        if sign == ">":
            high, bound = None, "more_than"
        elif sign == "<":
            low, bound = None, "less_than"
        elif upper:
            high, bound = float(upper), "between"
        elif tail == "+":
            high, bound = None, "at_least"
        elif tail == "-":
            low, bound = None, "at_most"
        record: Json = {"span": self._span(mark), "low": _plain(low), "high": _plain(high), "bound": bound}
        self.draft.story["figures"].append(record | ({"optional": True} if "optional" in flags else {}))

    def _proposition(self, mark: Mark) -> None:
        status, *tokens = (mark.value or "").split()
        statuses = status.split("|")
        count = sum(p["span"]["report"] == self.report for p in self.draft.story["propositions"]) + 1
        record: Json = {"id": f"{self.report}-P{count}", "span": self._span(mark)}
        record |= {"status": statuses if len(statuses) > 1 else statuses[0], "negated": False, "sources": self._holder(mark)}
        for token in tokens:
            key, _, value = token.partition("=")
            match key:
                case "neg":
                    record["negated"] = True
                case "neg?":
                    record["negated_any"] = True
                case "@-":
                    record["sources"] = []
                case "@?":
                    record["sources"] = ["?"]
                case "ag":
                    record["agents"] = self._known(value)
                case "to":
                    record["targets"] = self._known(value)
                case "pl":
                    kind, _, mode = value.partition("/")
                    record["plover"] = None if kind == "none" else {"type": kind, "mode": mode or None}
                case "ph":
                    record["phenomena"] = value.split(",")
                case _ if token.startswith("@"):
                    record["sources"] = self._known(token[1:])
                case _:
                    raise ValueError(f"proposition token {token!r} unknown")
        self.draft.story["propositions"].append(record)

    def _holder(self, mark: Mark) -> list[str]:
        """The speakers of the innermost statement around a mark: who says it, unless the mark says otherwise."""
        around = [
            (span["end"] - span["start"], s)
            for s in self.statements.values()
            for span in s["spans"]
            if span["start"] <= mark.start and mark.end <= span["end"]
        ]
        if not around:
            return []
        speaker: list[str] = min(around, key=lambda x: x[0])[1].get("speaker", [])
        return speaker or ["?"]


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value
