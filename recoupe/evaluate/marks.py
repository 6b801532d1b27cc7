"""The marks inside a report of a marked-up story, turned into gold records."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from recoupe.lang.markup import Mark

Json = dict[str, Any]

_FORMS = {
    "n": "name",
    "t": "title",
    "y": "metonym",
    "k": "acronym",
    "a": "adjective",
    "d": "description",
    "p": "pronoun",
    "o": "possessive",
}
_MODES = ("direct", "indirect", "mixed", "free")
_PRONOUNS = frozenset(
    "il elle ils elles lui leur eux se s' s’ je j' j’ me m' m’ moi nous on tu te vous qui dont y en"
    " le la les l' l’ celui-ci celle-ci ceux-ci celles-ci ce cela tous".split()
)
_POSSESSIVES = frozenset("son sa ses leur leurs mon ma mes notre nos votre vos".split())
_LEADING = re.compile(r"(?i)^(?:l[’']|d[’']|(?:le|la|les|un|une|des|du|de|cet|cette|ces|ce) )+")
_FIGURE = re.compile(r"([~<>]?)(-?[\d.]+)(?:(\+|-)([\d.]+)?)?$")


@dataclass(slots=True)
class Draft:
    """The story being compiled, and where its evidence goes."""

    story: Json
    evidence: dict[str, list[Json]] = field(default_factory=dict)
    actors: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.evidence = {x["id"]: x["evidence"] for k in ("matters", "divergences") for x in self.story[k]}
        self.actors = {a["id"] for a in self.story["actors"]}


class Annotations:
    """The marks of one report, turned into gold records."""

    def __init__(self, draft: Draft, report: str, text: str, marks: tuple[Mark, ...]) -> None:
        self.draft, self.report, self.text, self.marks = draft, report, text, marks
        self.statements: dict[str, Json] = {}

    def add(self) -> None:
        """Put the records into the draft. ValueError or KeyError for a mark that cannot be read."""
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
        """The actors "a+b". ValueError for one that the story does not declare."""
        found = [i for i in ids.split("+") if i]
        if unknown := [i for i in found if i not in self.draft.actors]:
            raise ValueError(f"actor {unknown[0]!r} is not declared")
        return found

    def _statement(self, mark: Mark) -> None:
        """`s=1 direct say @mayor`: a statement; the same number again is a further piece of it."""
        ident, *tokens = (mark.value or "").split()
        if ident in self.statements:
            self.statements[ident]["spans"].append(self._span(mark))
            return
        record: Json = {"id": f"{self.report}-S{ident}", "spans": [self._span(mark)]}
        for token in tokens:
            if token in _MODES:
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
        """`m=mayor/d by=1`: a mention of actors, its form where the letters do not show it, the statement that it speaks."""
        who, *flags = (mark.value or "").split()
        ids, _, code = who.partition("/")
        actors = self._known(ids)
        form = _FORMS[code] if code else self._form(self.text[mark.start : mark.end], actors)
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
        """`t=2031-03-03`: a time with its value, others that are right too, or its length."""
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
        """`f=3+`: a figure with its bounds. ValueError for what is none."""
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
        """`p=denied neg @mayor`: a claim with its status; without `@` its source is the speaker of the statement around it."""
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
