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
from pathlib import Path

from recoupe.errors import InputError
from recoupe.evaluate.marks import Annotations, Draft, Json
from recoupe.lang.markup import parse_markup

_RECORDS = "reports actors mentions statements times figures propositions matters divergences copies".split()


def compile_story(source: str, name: str = "story") -> Json:
    """The gold story that a marked-up text stands for. InputError names the line that cannot be read."""
    head, *blocks = re.split(r"(?m)^== +", source)
    story = _head(head, name)
    draft = Draft(story)
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


def _head(head: str, name: str) -> Json:
    """The story that the lines before the first report declare, without its reports."""
    story: Json = {"id": "", "split": "dev", "topic": None, "exhaustive": []}
    story |= {kind: [] for kind in _RECORDS}
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
    """The actor of a line `actor id: name | kind | country | form; form`."""
    name, kind, country, forms = ([x.strip() for x in rest.split("|")] + [""] * 3)[:4]
    actor: Json = {"id": ident, "name": name, "kind": kind or "person", "country": country or None}
    return actor | ({"forms": [f.strip() for f in forms.split(";")]} if forms else {})


def _divergence(ident: str, kind: str, tokens: list[str], question: str) -> Json:
    """The item of a `diff` line: its tokens are verdicts that are right too, and `ph=` what it shows."""
    item: Json = {"id": ident, "type": kind, "question": question, "evidence": []}
    accept = [t for t in tokens if not t.startswith("ph=")]
    shows = [name for t in tokens if t.startswith("ph=") for name in t[3:].split(",")]
    return item | ({"accept": accept} if accept else {}) | ({"phenomena": shows} if shows else {})


def _report(draft: Draft, first: str, body: str, name: str) -> None:
    """Add a report with its marks, `first` being its line `== id | option=…`, to the draft."""
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
        Annotations(draft, ident, report["text"], marks).add()
        for item, span in _pointed(tail, ident, report["text"]):
            draft.evidence[item].append(span)
    except KeyError as error:
        raise InputError(name, f"report {ident}: {error} is no statement, fact or difference that this story declares") from error
    except ValueError as error:
        raise InputError(name, f"report {ident}: {error}") from error


def _pointed(tail: str, report: str, text: str) -> Iterator[tuple[str, Json]]:
    """The lines below `--`: each item with the span of its words."""
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
