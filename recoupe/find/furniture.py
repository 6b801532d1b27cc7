"""What a site prints around its reports ("Vos réactions doivent…"): no part of what the report tells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from recoupe.lang.tables import read_table
from recoupe.parse.document import Sentence
from recoupe.types import Span

_CODE = re.compile(r"://|[\"']//|[{}]|\w\(\)")
_LONGEST = 120  # characters: longer lines are text, not furniture
# A report does not speak to its reader; its site does.
_READER = re.compile(
    r"(?i)\b(?:vos|votre|vous|retrouvez|abonnez|inscrivez|cliquez|suivez|partagez|lire aussi|à lire|newsletter|cookies|cgu|"
    r"tous droits|commentaires)\b"
)


def find_furniture(texts: Iterable[str]) -> frozenset[str]:
    """Short lines that three texts hold alike, or two where the line speaks to the reader."""
    count: dict[str, int] = defaultdict(int)
    for text in texts:
        for line in {line.strip() for line in text.split("\n")}:
            count[line] += len(line) < _LONGEST
    return frozenset(line for line, n in count.items() if n > 2 or (n == 2 and _READER.search(line)))


def blank_furniture(text: str, furniture: frozenset[str]) -> str:
    """The text with furniture and lines of code blanked; same length, so that offsets hold."""
    code = _CODE.search(text) is not None
    out = "\n".join(
        " " * len(line) if line.strip() in furniture or code and _CODE.search(line) else line for line in text.split("\n")
    )
    for start, end in site_stretches(text):
        out = out[:start] + " " * (end - start) + out[end:]
    return out


_LONGEST_LINE = 200  # characters: no site says as much in one line
_SCRIPT = re.compile(r"[\"'][\w-]+[\"']\s*:|window\.\w")
_BARE = 30  # a shorter line without a stop among those of the site ("Paris" below "Météo") is the site's too


def site_stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Where the site speaks, not the report: (start, end) of lines that say so by themselves, and of openers ("VIDÉO.")."""
    line_pattern, opener = _patterns()
    found: list[tuple[int, int]] = []
    bare: list[tuple[int, int]] = []  # short lines right behind one of the site's
    at = 0
    for line in text.split("\n"):
        stripped = line.strip()
        site = len(stripped) <= _LONGEST_LINE and line_pattern.fullmatch(stripped) is not None
        if stripped and (site or "{" in line or "}" in line or stripped[0] in "'\"w" and _SCRIPT.match(stripped)):
            found.extend((*bare, (at, at + len(line))))
            bare = []
        elif stripped and len(stripped) < _BARE and stripped[-1] not in ".!?:»" and found and (bare or found[-1][1] == at - 1):
            bare.append((at, at + len(line)))
        elif stripped or not bare:
            bare = []
            if stripped[:2].isupper() and (head := opener.match(line)):
                found.append((at, at + head.end()))
        at += len(line) + 1
    return tuple(found)


def told(stretches: tuple[tuple[int, int], ...], span: Span | Sentence) -> bool:
    """Do these words begin in the report's own text?"""
    k = bisect_right(stretches, (span.start, 1 << 60)) - 1
    return k < 0 or span.start >= stretches[k][1]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = read_table("lang/fr/furniture.tsv", ("kind", "pattern", "example"))
    kinds = {kind: [r["pattern"] for r in rows if r.one_of("kind", ("line", "opener")) == kind] for kind in ("line", "opener")}
    line, opener = ("|".join(f"(?:{p})" for p in kinds[kind]) for kind in ("line", "opener"))
    return re.compile(line, re.IGNORECASE), re.compile(rf"\s*(?:{opener})(?=\s)")
