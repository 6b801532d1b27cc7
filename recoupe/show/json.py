"""Dossier <-> JSON: the contract of docs/records.md, the same bytes for the same input."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from recoupe.errors import InputError, why_not
from recoupe.types import Dossier, Span, Statement

SCHEMA = "schema/dossier.schema.json"


def render_json(dossier: Dossier) -> bytes:
    """The dossier as UTF-8 JSON, one record a line, lists in a fixed order."""
    ordered = sorted_dossier(dossier)
    lists = []
    for name in exported(Dossier):
        records = [msgspec.json.encode(_plain(record)) for record in getattr(ordered, name)]
        body = b"[\n" + b",\n".join(records) + b"\n]" if records else b"[]"
        lists.append(b'"%s": %s' % (name.encode(), body))
    return b"{\n" + b",\n".join(lists) + b"\n}\n"


def read_dossier(path: str | Path) -> Dossier:
    """A dossier that `render_json` wrote. InputError when the file is none."""
    try:
        dossier = parse_json(data := Path(path).read_bytes())
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise InputError(str(path), f"no dossier ({error}); `recoupe compare … -o dossier.json` makes one") from None
    except OSError as error:
        raise InputError(str(path), why_not(error)) from None
    if not dossier.reports and b'"reports"' not in data:
        raise InputError(str(path), 'no dossier (no "reports" in it); `recoupe compare … -o dossier.json` makes one')
    return dossier


def parse_json(data: bytes) -> Dossier:
    """The dossier in the bytes of `render_json`. msgspec.DecodeError when they hold none."""
    dossier = msgspec.json.decode(data, type=Dossier)
    statements = tuple(dataclasses.replace(s, speakers=s.voices) for s in dossier.statements)
    return dataclasses.replace(dossier, statements=statements)


def sorted_dossier(dossier: Dossier) -> Dossier:
    """The dossier with its lists in the order of reports (by id) and of the words in them, so that no file order shows."""

    def place(span: Span | None) -> tuple[str, int, int]:
        return (span.report, span.start, span.end) if span else ("", -1, -1)

    trigger = {event.id: place(event.trigger) for event in dossier.events}
    first: dict[str, tuple[str, int, int]] = {}
    for mention in dossier.mentions:
        first[mention.actor] = min(first.get(mention.actor, place(mention.span)), place(mention.span))
    nowhere = ("\U0010ffff", 0, 0)  # records that rest on no words come last
    keys: dict[str, Callable[[Any], Any]] = {
        "reports": lambda r: r.id,
        "mentions": lambda m: (place(m.span), m.id),
        "actors": lambda a: (first.get(a.id, nowhere), a.id),
        "whens": lambda w: (place(w.span), w.id),
        "figures": lambda f: (place(f.span), f.id),
        "statements": lambda s: (min(map(place, s.spans), default=nowhere), s.id),
        "events": lambda e: (place(e.trigger), e.id),
        "claims": lambda c: (trigger.get(c.event, nowhere), c.id),
        "matters": lambda m: (min((trigger.get(e, nowhere) for e in m.events), default=nowhere), m.id),
        "copies": lambda c: (c.left, c.right, c.relation),
        "links": lambda k: (k.left, k.right, k.verdict, k.reasons),
        "failures": lambda f: (f.path, f.reason),
    }
    return dataclasses.replace(dossier, **{name: tuple(sorted(getattr(dossier, name), key=key)) for name, key in keys.items()})


def dossier_schema() -> dict[str, Any]:
    """The JSON Schema of `render_json`'s output, made from the records; the published file is this."""
    (schema,), components = msgspec.json.schema_components([Dossier])
    kept = {record.__name__: exported(record) for record in _records(Dossier)}
    for name, fields in kept.items():
        properties = components[name]["properties"]
        for field in list(properties):
            if field not in fields:
                del properties[field]
            else:
                properties[field].pop("default", None)
        components[name]["required"] = list(fields)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "recoupe dossier",
        **schema,
        "$defs": {name: components[name] for name in sorted(kept)},
    }


@cache
def exported(record: type) -> tuple[str, ...]:
    """The fields of a record that leave the program, in their order."""
    return tuple(f.name for f in dataclasses.fields(record) if f.metadata.get("export", True))


def _plain(value: Any) -> Any:
    """A record as what JSON knows, without its internal fields."""
    kind: type = type(value)
    if value is None or kind is str or kind is Span:  # msgspec writes a span as we would; most records are spans
        return value
    if dataclasses.is_dataclass(kind):
        plain = {name: _plain(getattr(value, name)) for name in exported(kind)}
        if isinstance(value, Statement):
            speakers = value.voices
            plain["speaker"] = list(speakers) if len(speakers) > 1 else speakers[0] if speakers else None
        return plain
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, float) and value.is_integer():
        return int(value)  # "115", as a reader would write it, not "115.0"
    return value


def _records(record: type) -> tuple[type, ...]:
    """A record type and all record types that its exported fields hold."""
    found: dict[type, None] = {record: None}
    hints = typing.get_type_hints(record)
    for name in exported(record):
        for held in _held(hints[name]):
            found.update(dict.fromkeys(_records(held)))
    return tuple(found)


def _held(hint: Any) -> list[type]:
    if dataclasses.is_dataclass(hint):
        return [typing.cast(type, hint)]
    return [record for argument in typing.get_args(hint) for record in _held(argument)]
