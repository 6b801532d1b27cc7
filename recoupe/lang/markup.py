"""Marked-up sentences: "[speaker: Poutine] [cue: a annoncé] [content: son départ]." -> the text and its labelled spans."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recoupe.errors import TableError

_OPEN = re.compile(r"\[([a-z_]+)(?:=([^:\]]*))?: ?")


@dataclass(frozen=True, slots=True)
class Mark:
    """text[start:end] is a `label`; `value` is what stands after = ("[when=2024-06-18: mardi]"), None without it."""

    label: str
    start: int
    end: int
    value: str | None = None


def parse_markup(source: str) -> tuple[str, tuple[Mark, ...]]:
    """The plain text and its marks, in order of their start. Marks may nest. TableError when a bracket stays open.

    >>> parse_markup("[speaker: Poutine] nie.")
    ('Poutine nie.', (Mark(label='speaker', start=0, end=7, value=None),))
    """
    out: list[str] = []
    length = 0
    open_marks: list[tuple[str, int, str | None]] = []
    marks: list[Mark] = []
    i = 0
    while i < len(source):
        if found := _OPEN.match(source, i):
            open_marks.append((found[1], length, found[2]))
            i = found.end()
        elif source[i] == "]" and open_marks:
            label, start, value = open_marks.pop()
            marks.append(Mark(label, start, length, value))
            i += 1
        else:
            out.append(source[i])
            length += 1
            i += 1
    if open_marks:
        raise TableError(f"mark [{open_marks[-1][0]}: … is never closed in {source!r}")
    return "".join(out), tuple(sorted(marks, key=lambda m: (m.start, -m.end, m.label)))
