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
_BARE = 30
_STOPS = ".!?:»"
_MARKS = " \t\u00a0>»•▶→"  # what may stand before a link
_FILLED = re.compile(r"[^\n]*\S[^\n]*")


def site_stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Where the site speaks, not the report: (start, end) of lines that say so by themselves, and of openers ("VIDÉO."),
    of lists of links, and of a lead that it prints twice."""
    lines = _Lines()
    at = 0
    for line in text.split("\n"):
        lines.read(line, at)
        at += len(line) + 1
    return tuple(sorted((*lines.found, *_printed_twice(text))))


class _Lines:
    """The lines of a page, from its head to its foot; `found` are those of the site."""

    def __init__(self) -> None:
        self.found: list[tuple[int, int]] = []
        self._bare: list[tuple[int, int]] = []  # short lines right behind one of the site's
        self._links = 0  # 1 below a heading of links, 2 in their list

    def read(self, line: str, at: int) -> None:
        """The next line, which begins at this character."""
        stripped, span = line.strip().lstrip(_MARKS), (at, at + len(line))
        if not stripped:
            self._links %= 2  # an empty line ends a list that has begun
            return
        patterns = _patterns()
        short = len(stripped) <= _LONGEST_LINE
        heading = short and patterns["heading"].fullmatch(stripped) is not None
        site = heading or short and patterns["line"].fullmatch(stripped) is not None
        if site or "{" in line or "}" in line or stripped[0] in "'\"w" and _SCRIPT.match(stripped):
            self.found.extend((*self._bare, span))
            self._bare, self._links = [], 1 if heading else 0
        elif self._links and len(stripped) < _LONGEST and stripped[-1] not in _STOPS:
            self.found.append(span)
            self._links = 2
        elif self._is_bare(stripped, at):
            self._bare.append(span)
        else:
            self._bare, self._links = [], 0
            if stripped[:2].isupper() and (head := patterns["opener"].match(line)):
                self.found.append((at, at + head.end()))

    def _is_bare(self, stripped: str, at: int) -> bool:
        """A short line without a stop among those of the site ("Paris" below "Météo")."""
        behind = bool(self._bare) or bool(self.found) and self.found[-1][1] == at - 1
        return len(stripped) < _BARE and stripped[-1] not in _STOPS and behind


_WHOLE = 40  # characters of a lead, at least
_BLANKS = re.compile(r"\s+")


def _printed_twice(text: str) -> tuple[tuple[int, int], ...]:
    """A lead above the text that is told again at its head: the report's own words are those of the text."""
    lines = [(m.start(), m.end()) for m, _ in zip(_FILLED.finditer(text), range(3), strict=False)]
    for start, end in lines:
        lead = _BLANKS.sub("", text[start:end])
        if end - start >= _WHOLE and _BLANKS.sub("", text[end : end + 2 * (end - start) + _WHOLE]).startswith(lead):
            return ((start, end),)
    return ()


def told(stretches: tuple[tuple[int, int], ...], span: Span | Sentence) -> bool:
    """Do these words begin in the report's own text?"""
    k = bisect_right(stretches, (span.start, 1 << 60)) - 1
    return k < 0 or span.start >= stretches[k][1]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    rows = read_table("lang/fr/furniture.tsv", ("kind", "pattern", "example"))
    kinds = ("line", "heading", "opener")
    joined = {kind: "|".join(f"(?:{r['pattern']})" for r in rows if r.one_of("kind", kinds) == kind) for kind in kinds}
    found = {kind: re.compile(joined[kind], re.IGNORECASE) for kind in ("line", "heading")}
    return found | {"opener": re.compile(rf"\s*(?:{joined['opener']})(?=\s)")}
