"""The chain behind one record of a dossier: what it says, its words, the records it was made of, why they were joined."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from recoupe.errors import RecoupeError
from recoupe.show.json import exported
from recoupe.types import Claim, Dossier, Event, Matter, Span, Statement

_CHAIN = (Matter, Event, Claim, Statement)  # what is unfolded in turn; other records are named in one line
_DEEP = 3  # matter -> claim -> statement -> speaker is the longest chain a reader follows
_SHOWN = 160  # characters of a quotation: enough to find it again


def explain(dossier: Dossier, id: str) -> str:
    """The record with this id and what it rests on, as indented text. RecoupeError when the dossier has none."""
    records = {r.id: r for name in exported(Dossier) for r in getattr(dossier, name) if getattr(r, "id", "")}
    if id not in records:
        near = sorted(known for known in records if known.startswith(id[:3]))[:5]
        raise RecoupeError(f"no record {id!r} in this dossier" + (f"; some that it has: {', '.join(near)}" if near else ""))
    lines = list(_record(dossier, records, records[id], 0, set()))
    joined = [link for link in dossier.links if id in (link.left, link.right)]
    for link in joined:
        other = link.right if link.left == id else link.left
        lines.append(f"{link.verdict} as {_name(records[other]) if other in records else other} ({link.score:.2f})")
        lines.extend(f"  because {reason}" for reason in link.reasons)
    return "\n".join(lines) + "\n"


def _record(dossier: Dossier, records: Mapping[str, Any], record: Any, depth: int, seen: set[str]) -> Iterator[str]:
    """The record's own words and values, then the records it was made of."""
    yield "  " * depth + _name(record)
    seen.add(record.id)
    fields = [(field, value) for field, value in _filled(record) if field not in ("id", "text", "meta")]
    for field, value in sorted(fields, key=lambda f: _leads_on(records, f[1])):
        yield from _field(dossier, records, field, value, depth + 1, seen)


def _field(dossier: Dossier, records: Mapping[str, Any], field: str, value: Any, depth: int, seen: set[str]) -> Iterator[str]:
    """A field of a record by what it holds: words quoted, a record named or unfolded, a part of a record, a plain value."""
    pad = "  " * depth
    if isinstance(value, tuple):
        for one in value:
            yield from _field(dossier, records, field, one, depth, seen)
    elif isinstance(value, Span):
        yield f"{pad}{field}: {_quote(dossier, value)}"
    elif isinstance(value, str) and value in records:
        record = records[value]
        if isinstance(record, _CHAIN) and depth <= _DEEP and value not in seen:
            yield f"{pad}{field}:"
            yield from _record(dossier, records, record, depth + 1, seen)
        else:
            span = getattr(record, "span", None)
            yield f"{pad}{field}: {_name(record)}" + (f" {_quote(dossier, span)}" if span else "")
    elif dataclasses.is_dataclass(value):
        yield f"{pad}{field}:"
        for inner, part in _filled(value):
            yield from _field(dossier, records, inner, part, depth + 1, seen)
    else:
        yield f"{pad}{field}: {value}"


def _filled(record: Any) -> list[tuple[str, Any]]:
    """The fields that say something."""
    kind: type = type(record)
    return [(name, value) for name in exported(kind) if (value := getattr(record, name)) not in (None, (), "")]


def _leads_on(records: Mapping[str, Any], value: Any) -> bool:
    first = value[0] if isinstance(value, tuple) else value
    return isinstance(first, str) and isinstance(records.get(first), _CHAIN)


def _name(record: Any) -> str:
    """ "matter m-1: Visite à Pyongyang": the kind, the id and what best names the record."""
    named = ("title", "name", "lemma", "path", "status", "value", "act")
    title = next((t for field in named if isinstance(t := getattr(record, field, None), str)), "")
    return f"{type(record).__name__.lower()} {record.id}" + (f": {title}" if title else "")


def _quote(dossier: Dossier, span: Span) -> str:
    words = " ".join(dossier.words(span).split())
    report = next(r for r in dossier.reports if r.id == span.report)
    place = Path(report.path).name if report.path else report.id
    return f"« {words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''} » ({place}, {span.start}-{span.end})"
