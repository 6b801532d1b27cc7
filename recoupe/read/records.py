"""JSON Lines: one report a line, as docs/records.md has it; keys we do not know are kept in `meta`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from recoupe.errors import InputError
from recoupe.read.decode import clean
from recoupe.read.draft import Draft

_OWN = ("id", "text", "title", "outlet", "url", "published", "lang")


def read_lines(text: str, path: str) -> Iterator[Draft | InputError]:
    """A draft for each line, or the reason why there is none. Empty lines are passed over."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield _draft(line, path, f"{path}:{number}")
            except InputError as error:
                yield error


def is_record(line: str) -> bool:
    """True for a line that is a JSON object."""
    try:
        return isinstance(_decode(line, ""), dict)
    except InputError:
        return False


def _decode(line: str, where: str) -> Any:
    """The JSON of a line; `where` names it in the InputError."""
    import msgspec

    try:
        return msgspec.json.decode(line.encode("utf-8", "surrogatepass"))
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise InputError(where, f'not a JSON object ({error}); one report a line, {{"text": …}}') from None


def _draft(line: str, path: str, where: str) -> Draft:
    """The report of a line. InputError where the line is no object or has no text; a field of another kind is noted, not used."""
    record = _decode(line, where)
    if not isinstance(record, dict):
        raise InputError(where, f'a JSON {_kind(record)}, not an object; one report a line, {{"text": …}}')
    text = _text(record, where)
    notes: list[str] = []
    published, time = _published(record.get("published"), notes)
    meta = {key: record[key] for key in sorted(record) if key not in _OWN}
    if time:
        meta["published_time"] = time
    return Draft(
        path=path,
        where=where,
        text=clean(text),
        id=_string(record, "id", notes),
        title=_string(record, "title", notes),
        outlet=_string(record, "outlet", notes),
        url=_string(record, "url", notes),
        lang=_string(record, "lang", notes),
        published=published,
        meta=meta,
        notes=tuple(notes),
    )


def _text(record: dict[str, Any], where: str) -> str:
    """The text of a record. InputError where there is none."""
    text = record.get("text")
    if "text" not in record:
        keys = ", ".join(sorted(record)) or "none"
        raise InputError(where, f'no "text" in this record (keys: {keys}); a report needs its text')
    if not isinstance(text, str):
        raise InputError(where, f'"text" is a {_kind(text)}, not a string; a report needs its text')
    if not text.strip():
        raise InputError(where, "empty; a report needs some text")
    return text


def _published(value: object, notes: list[str]) -> tuple[str | None, str | None]:
    """The day, and the whole date-time when one is given. What is no ISO date is said and not used."""
    if value in (None, ""):
        return None, None
    try:
        if not isinstance(value, str):
            raise ValueError
        moment = datetime.datetime.fromisoformat(value.strip())
    except ValueError:
        notes.append(f"published {value!r} is no ISO date such as 2024-06-18; not used")
        return None, None
    return moment.date().isoformat(), value.strip() if len(value.strip()) > len("2024-06-18") else None


def _string(record: dict[str, Any], key: str, notes: list[str]) -> str | None:
    """A field that should be a string; None, with a note, for another kind. A number is a fine id."""
    value = record.get(key)
    if isinstance(value, int | float) and not isinstance(value, bool) and key == "id":
        return str(value)
    if value is None or isinstance(value, str):
        return clean(value).strip() or None if value else None
    notes.append(f"{key} is a {_kind(value)}, not a string; not used")
    return None


def _kind(value: object) -> str:
    """What JSON calls this value."""
    return {dict: "object", list: "list", bool: "boolean", int: "number", float: "number", str: "string"}.get(
        type(value), "null value"
    )
