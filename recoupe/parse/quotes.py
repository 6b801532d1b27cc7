"""Quotations of a whole report: one pass over the marks, so that a wrong mark loses one quotation and never the report."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from recoupe.parse.document import Quote

_MARK = re.compile("<<|>>|''|\"\"|[«»“”„‟‹›\"‘’']")
_PARAGRAPH = re.compile(r"[^\r\n]+")
_SENTENCE_END = re.compile(r"[.!?…](?=\s+[A-ZÀ-ÖØ-Þ«“\"]|\s*$)")
_DIALOGUE = re.compile(r"[ \t\u00a0]*([—–])[ \u00a0]?(?=[^\W\d_])")
# A dash at the start of a line is a list item far more often than speech: only a voice makes it one.
_VOICE = re.compile(r"\b(?:je|j['’]|moi|tu|vous|nous)\b|[!?…]\s*$|-t?-?(?:il|elle|je)\b", re.IGNORECASE)
_ELIDED = re.compile(r"(?:^|[^\w])(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quoiqu|presqu|quelqu|aujourd)$", re.IGNORECASE)

_OPENERS = {"«": "«", "“": "“", "„": "“", "‹": "‹", "<<": "<<", "‘": "'"}
_CLOSERS = {"»": "«", "”": "“", "›": "‹", ">>": "<<"}
_SPAN_LIMIT = 4000  # code points a quotation may run over paragraphs that do not repeat the mark
_HEADING = 70  # a shorter paragraph without a final stop is a heading: what it leaves open does not go on
_SINGLE_LIMIT = 300  # a single mark is an apostrophe unless its partner is this near


@dataclass(slots=True)
class _Open:
    """A quotation that still waits for its closing mark."""

    family: str
    start: int
    inner: int
    mark: str
    spaced: bool
    continues: bool = False


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Every quotation of the text, outer before inner, in order of their start.

    An opening mark without partner ends with its paragraph, or with its sentence where another quotation follows it; a closing
    mark without partner is no quotation. Apostrophes, primes and inches are no marks.
    """
    paragraphs = [(m.start(), m.end()) for m in _PARAGRAPH.finditer(text) if m[0].strip()]
    found: list[Quote] = []
    carried: _Open | None = None  # an outer quotation that the paragraph before left open
    for number, (start, end) in enumerate(paragraphs):
        scan = _Scan(text, start, end, found)
        carried = scan.run(carried, partial(_goes_on, text, paragraphs[number + 1 : number + 7]))
    return tuple(sorted(set(found), key=lambda q: (q.start, -q.end)))


def _goes_on(text: str, later: list[tuple[int, int]], family: str) -> bool:
    """Does a quotation of this family, open at the end of a paragraph, go on in the next ones?"""
    if not later:
        return False
    first = later[0][0]
    for start, end in later:
        for found in _MARK.finditer(text, start, min(end, first + _SPAN_LIMIT)):
            mark = found[0]
            if mark in "'‘’" or (family == "“" and mark == "“" and _tight_close(text, found.start(), found.end())):
                continue
            if start == first and not text[start : found.start()].strip() and _family(mark) == family:
                return True  # the mark is repeated at the head of the paragraph: it goes on
            if family == '"' and mark == '"':
                closes = _tight_close(text, found.start(), found.end()) or _spaced_close(text, found.start(), found.end())
                return closes and not _tight_open(text, found.start(), found.end())
            if _CLOSERS.get(mark) == family:
                return True
            if _OPENERS.get(mark) == family or (mark == '"' and family != '"'):
                return False
        if end > first + _SPAN_LIMIT:
            return False
    return False


def _family(mark: str) -> str:
    return _OPENERS.get(mark) or _CLOSERS.get(mark) or '"'


def _char(text: str, i: int) -> str:
    return text[i] if 0 <= i < len(text) else "\n"


def _tight_open(text: str, start: int, end: int) -> bool:
    """Space (or an opening sign) before the mark and a letter right after it."""
    before, after = _char(text, start - 1), _char(text, end)
    return (before.isspace() or before in "([{-—–/'’«“:;,\"") and not after.isspace() and after not in ".,;:!?)]}»”"


def _tight_close(text: str, start: int, end: int) -> bool:
    """Something right before the mark and a space or a sign after it."""
    before, after = _char(text, start - 1), _char(text, end)
    return not before.isspace() and before not in "([{" and (not after.isalnum())


def _spaced_close(text: str, start: int, end: int) -> bool:
    """A space before the mark, as the question mark before it has one, and a sign behind: « Est-ce utile ? », a-t-il dit."""
    return _char(text, start - 1).isspace() and _char(text, start - 2) in "?!…." and _char(text, end) in ",.;:)"


class _Scan:
    """One paragraph."""

    def __init__(self, text: str, start: int, end: int, found: list[Quote]) -> None:
        self.text, self.start, self.end, self.found = text, start, end, found
        self.stack: list[_Open] = []

    def run(self, carried: _Open | None, goes_on: Callable[[str], bool]) -> _Open | None:
        """Read the paragraph; the outer quotation it leaves open, when the next paragraph continues it."""
        position = self._head(carried)
        for match in _MARK.finditer(self.text, position, self.end):
            if match.start() >= position:
                position = self._mark(match[0], match.start(), match.end(), position)
        return self._tail(goes_on)

    def _head(self, carried: _Open | None) -> int:
        """Where reading starts: behind a repeated mark when a quotation goes on, behind a dash of dialogue."""
        body = self.start + len(self.text[self.start : self.end]) - len(self.text[self.start : self.end].lstrip())
        if carried:
            match = _MARK.match(self.text, body, self.end)
            repeated = match is not None and match[0] not in "'‘’" and _family(match[0]) == carried.family
            inner = match.end() if match and repeated else body
            self.stack.append(_Open(carried.family, body, inner, carried.mark, False, continues=True))
            return inner
        if (dash := _DIALOGUE.match(self.text, self.start, self.end)) and _VOICE.search(self.text[self.start : self.end]):
            line = self.text[dash.end() : self.end]
            if not any(m in line for m in '«“"'):
                inner_end = dash.end() + len(line.rstrip())
                self.found.append(Quote(dash.start(1), inner_end, dash.end(), inner_end, dash[1]))
                return self.end
        return self.start

    def _mark(self, mark: str, start: int, end: int, position: int) -> int:
        """Open, close or pass over one mark; the place to read on from."""
        if mark in "'‘’":
            return self._single(mark, start, end)
        if mark in ('"', "''", '""'):
            self._straight(mark, start, end)
        elif mark in _OPENERS:
            if (mark == "“" and any(o.mark == "„" for o in self.stack)) or (
                mark == "“"
                and self._holds("“")
                and _tight_close(self.text, start, end)
                and not _tight_open(self.text, start, end)
            ):
                self._close(start, end, "“")
            else:
                self._open(_OPENERS[mark], mark, start, end)
        elif self._holds(_CLOSERS[mark]):
            self._close(start, end, _CLOSERS[mark])
        elif mark == "”" and _tight_open(self.text, start, end):
            self._open("“", mark, start, end)
        elif self.stack and self.stack[-1].family in ('"', "“", "«"):
            self._close(start, end, self.stack[-1].family)  # "texte” : marks of two hands
        return end

    def _straight(self, mark: str, start: int, end: int) -> None:
        """A mark that looks the same at both ends."""
        text = self.text
        if not self._holds('"'):
            before = _char(text, start - 1)
            if self.stack and self.stack[-1].family == "“" and _tight_close(text, start, end) and "”" not in text[end : self.end]:
                self._close(start, end, "“")
            elif before.isdigit() and not _tight_open(text, start, end):
                return  # inches, seconds
            elif not (before.isalnum() and _char(text, end).isalnum()) and not (
                _tight_close(text, start, end) and not _tight_open(text, start, end) and not _char(text, end).isspace()
            ):
                if not (before.isalnum() and _tight_close(text, start, end)):
                    self._open('"', mark, start, end)
            return
        top = next(o for o in reversed(self.stack) if o.family == '"')
        if not top.spaced and _tight_open(text, start, end) and not _tight_close(text, start, end):
            self._cut(top, start)  # the one before was never closed
            self._open('"', mark, start, end)
        else:
            self._close(start, end, '"')

    def _single(self, mark: str, start: int, end: int) -> int:
        """‘mot’ or 'mot': a quotation only when both marks stand at word edges, near one another."""
        before, after = _char(self.text, start - 1), _char(self.text, end)
        if mark == "’" or before.isalnum() or not after.isalpha() or not (before.isspace() or before in '([«“":'):
            return end
        for match in re.finditer("['’]", self.text[end : min(self.end, end + _SINGLE_LIMIT)]):
            at = end + match.start()
            if _char(self.text, at + 1).isalnum() or self.text[at - 1].isspace():
                continue
            if _ELIDED.search(self.text[max(end - 1, at - 9) : at]):
                continue  # "l' Uruguay": an apostrophe
            if re.search(r"[\n«»“”\"]", self.text[end:at]):
                return end
            self.found.append(Quote(start, at + 1, end, at, mark, level=len(self.stack)))
            return at + 1
        return end

    def _holds(self, family: str) -> bool:
        return any(o.family == family for o in self.stack)

    def _open(self, family: str, mark: str, start: int, end: int) -> None:
        self.stack.append(_Open(family, start, end, mark, _char(self.text, end).isspace()))

    def _close(self, start: int, end: int, family: str) -> None:
        """Close the nearest quotation of this family; those opened inside it and never closed are lost."""
        while self.stack[-1].family != family:
            self.stack.pop()
        opened = self.stack.pop()
        self._add(opened, end, start, True, len(self.stack))

    def _add(self, opened: _Open, end: int, inner_end: int, closed: bool, level: int) -> None:
        inner = opened.inner
        while inner < inner_end and self.text[inner].isspace():
            inner += 1
        while inner_end > inner and self.text[inner_end - 1].isspace():
            inner_end -= 1
        if inner < inner_end:
            self.found.append(Quote(opened.start, end, inner, inner_end, opened.mark, closed, level, opened.continues))

    def _cut(self, opened: _Open, before: int) -> None:
        """End an unclosed quotation with its sentence, if it has one before the next quotation."""
        self.stack.remove(opened)
        if end := _SENTENCE_END.search(self.text, opened.inner, before):
            self._add(opened, end.start() + 1, end.start() + 1, False, 0)

    def _tail(self, goes_on: Callable[[str], bool]) -> _Open | None:
        """What the paragraph leaves open: the outermost may go on; else it ends here, or with its sentence."""
        if not self.stack:
            return None
        outer = self.stack[0]
        rest = self.text[outer.inner : self.end].strip()
        heading = rest != "" and len(rest) < _HEADING and rest[-1] not in ".!?…,;:)"
        body_end = self.start + len(self.text[self.start : self.end].rstrip())
        if not heading and goes_on(outer.family):
            self._add(outer, body_end, body_end, False, 0)
            return outer
        inside = [q for q in self.found if q.start > outer.start and q.start >= self.start]
        self.found[:] = [q for q in self.found if q not in inside]
        if not inside:
            self._add(outer, body_end, body_end, False, 0)
            return None
        # Another quotation follows an opening mark that has no partner: end the first with its sentence, keep the others whole.
        first = min(q.start for q in inside)
        if end := _SENTENCE_END.search(self.text, outer.inner, first):
            self._add(outer, end.start() + 1, end.start() + 1, False, 0)
        for quote in inside:
            self.found.append(
                Quote(
                    quote.start, quote.end, quote.inner_start, quote.inner_end, quote.mark, quote.closed, max(0, quote.level - 1)
                )
            )
        return None
