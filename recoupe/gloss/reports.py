"""English reports in French words (`in_french`), and at the end every finding back on its English words (`put_back`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast

from recoupe.errors import ModelError
from recoupe.gloss.layout import Layout, lay_out
from recoupe.gloss.nodes import read_tree
from recoupe.gloss.pieces import Gloss, Piece, join
from recoupe.gloss.quoting import place_quotes
from recoupe.gloss.transfer import Transfer
from recoupe.gloss.turns import plain_turns
from recoupe.lang.languages import GLOSSED
from recoupe.parse.document import Parsed
from recoupe.parse.spacy import parse_english
from recoupe.types import Failure, Matter, Report, Span

Record = TypeVar("Record")


def in_french(reports: Sequence[Report]) -> tuple[list[Report], dict[str, Gloss], list[Failure]]:
    """The reports as they are read, English ones in French words; the glosses by report id; those that could not be made."""
    english = [r for r in reports if r.lang in GLOSSED]
    glosses: dict[str, Gloss] = {}
    lost: list[Failure] = []
    layouts = [lay_out(r.text) for r in english]
    try:
        parsed = list(parse_english(replace(r, text=laid.text) for r, laid in zip(english, layouts, strict=True)))
    except ModelError as error:
        lost = [Failure(r.path or r.id, f"in English; {error}") for r in english]
        return [r for r in reports if r.lang not in GLOSSED], glosses, lost
    for report, own, laid in zip(english, parsed, layouts, strict=True):
        try:
            glosses[report.id] = gloss(own, report.text, laid)
        except Exception as error:  # a bug of ours must not cost the other reports
            reason = f"could not be glossed ({type(error).__name__}: {error}), a fault of recoupe; the others are used"
            lost.append(Failure(report.path or report.id, reason))
    read = [replace(r, text=glosses[r.id].text) if r.id in glosses else r for r in reports]
    return [r for r in read if r.lang not in GLOSSED or r.id in glosses], glosses, lost


def gloss(parsed: Parsed, original: str | None = None, laid: Layout | None = None) -> Gloss:
    """The French words of a parsed English report, line by line, each with the English it stands for.

    `original` is the report where it was parsed as laid out.
    """
    text, laid = original or parsed.text, laid or Layout(parsed.text)
    return join(_pieces(parsed, text, laid), text)


def _pieces(parsed: Parsed, text: str, laid: Layout) -> Iterator[Piece]:
    lines = (Piece("\n", i, i + 1, True) for i, character in enumerate(text) if character == "\n")
    waiting = sorted((*laid.fixed, *lines), key=lambda p: (p.start, p.end))  # what no sentence holds
    done = 0
    for sentence in parsed.sentences:
        while done < len(waiting) and waiting[done].start < sentence.end:
            yield waiting[done]
            done += 1
        nodes, root = read_tree(parsed, sentence)
        if root is not None:
            root = plain_turns(nodes, root)
            own = list(Transfer(nodes).gloss(root))
            first = next((k for k, p in enumerate(own) if p.text[:1].isalnum()), None)
            if first is not None and parsed.text[nodes[0].start : nodes[-1].end].lstrip("\"“'‘([` ")[:1].isupper():
                own[first] = replace(own[first], text=own[first].text[0].upper() + own[first].text[1:])
            yield from place_quotes(own, laid.quotes, sentence.start, sentence.end)
    yield from waiting[done:]


def put_back(record: Record, glosses: Mapping[str, Gloss]) -> Record:
    """The record with each span of a glossed report on the English words it stands for, and the report in its own words."""
    return cast(Record, _put_back(record, glosses)) if glosses else record


def _put_back(record: Any, glosses: Mapping[str, Gloss]) -> Any:
    if isinstance(record, Span):
        made = glosses.get(record.report)
        return record if made is None else Span(record.report, *made.source(record.start, record.end))
    if isinstance(record, tuple):
        return tuple(_put_back(r, glosses) for r in record) if record and is_dataclass(record[0]) else record
    if not is_dataclass(record):
        return record
    changed: dict[str, Any] = {}
    if isinstance(record, Report) and record.id in glosses:
        changed["text"] = glosses[record.id].original
    if isinstance(record, Matter) and "«" in record.title:
        changed["title"] = _quoted_title(record, glosses)
    for name in _exported(cast(Any, type(record))):
        value = getattr(record, name)
        if isinstance(value, tuple) or is_dataclass(value):
            new = _put_back(value, glosses)
            if new is not value:
                changed[name] = new
    return replace(cast(Any, record), **changed) if changed else record


_MARKED = re.compile(r"« ?([^«»]+?) ?»")


def _quoted_title(matter: Matter, glosses: Mapping[str, Gloss]) -> str:
    """The title with what stands in quotation marks in the words of the report: a gloss is nobody's words."""

    def own(found: re.Match[str]) -> str:
        for made in (glosses[r] for r in matter.reports if r in glosses):
            at = made.text.find(found[1])
            if at >= 0:
                start, end = made.source(at, at + len(found[1]))
                return f"« {made.original[start:end]} »"
        return found[0]

    return _MARKED.sub(own, matter.title)


@cache
def _exported(kind: Any) -> tuple[str, ...]:
    """The fields that leave the program: the others have done their work."""
    return tuple(f.name for f in fields(kind) if f.metadata.get("export", True))
