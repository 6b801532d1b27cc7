"""What one report alone says, sentence by sentence: many small matters of one sentence make one line to read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recoupe.show.groups import evidence_of
from recoupe.show.oneline import clean
from recoupe.show.stances import Stance, stances_of
from recoupe.show.view import FIRM, View
from recoupe.show.words import colon, say
from recoupe.types import Matter, Span

# The end of a sentence: not the stop of a title or an initial ("M. Ferrand", "J. Dupré").
_STOP = re.compile(r"(?<!\bM)(?<!\bMM)(?<!\bMe)(?<!\bMgr)(?<!\bDr)(?<!\bPr)(?<!\b[A-Z])[.!?…]+(?:\s?[»”\"])?\s+(?=[«“\"A-ZÀ-Ý])")
_PART = 0.6  # evidence that is less of its sentence than this is marked in it


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a report with the matters that it alone tells.

    `pieces` are the sentence's words in order, each with whether a matter rests on it; `stances` one of each holder and stance.
    """

    report: str
    pieces: tuple[tuple[str, bool], ...]
    matters: tuple[Matter, ...]
    spans: tuple[Span, ...]
    stances: tuple[Stance, ...]

    @property
    def words(self) -> str:
        """The sentence on one line."""
        return clean("".join(text for text, _ in self.pieces))

    def told(self, view: View) -> str:
        """Who tells it and how, by holder, unless the report itself tells it as a fact; then what to read it with."""
        near = ", ".join(view.label(r) for r in view.beside(self.spans))
        return " ; ".join(x for x in (self._stance(view), say("closeness.beside", view.lang, who=near) if near else "") if x)

    def _stance(self, view: View) -> str:
        by: dict[str, dict[str, None]] = defaultdict(dict)
        for stance in self.stances:
            parts = view.stance_words(stance.claim).split(", ")
            by["" if not stance.claim.sources else view.holder(stance.claim)].update(dict.fromkeys(parts))
        firm = {say(f"status.{status}", view.lang) for status in FIRM}
        if set(by) == {""} and not set(by[""]) - firm:
            return ""
        # what a source tells as a fact is not the report's fact: there the source is all there is to say
        told = {who: ", ".join(how) for who, how in by.items() if not who or set(how) - firm}
        sources = " · ".join(who for who in by if who not in told)
        return " ; ".join(
            [f"{say('slot.source', view.lang)}{colon(view.lang)}{sources}"] * bool(sources)
            + [(f"{who}{colon(view.lang)}" if who else "") + how for who, how in told.items()]
        )

    @property
    def partial(self) -> bool:
        """Do the matters rest on a small part of the sentence only, so that it must be marked?"""
        marked = sum(len(text) for text, on in self.pieces if on)
        return marked < _PART * sum(len(text) for text, _ in self.pieces)


def single_lines(view: View, matters: Iterable[Matter]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """Matters of one report each as lines, by report, in the order of the texts. A matter without words is left out."""
    by: dict[tuple[str, int, int], list[tuple[Matter, tuple[Span, ...]]]] = defaultdict(list)
    for matter in matters:
        spans = evidence_of(view, matter)
        if spans:
            by[(spans[0].report, *_sentence(view.texts[spans[0].report], spans[0]))].append((matter, spans))
    reports: dict[str, list[Line]] = defaultdict(list)
    for report, start, end in sorted(by, key=lambda k: (view.number[k[0]], k[1], k[2])):
        reports[report].append(_line(view, report, start, end, by[report, start, end]))
    return tuple((report, tuple(lines)) for report, lines in reports.items())


def _sentence(text: str, span: Span) -> tuple[int, int]:
    """Where the sentence of a span begins and ends: inside its line, between two stops."""
    low = text.rfind("\n", 0, span.start) + 1
    high = text.find("\n", span.start)
    high = len(text) if high < 0 else high
    start, end = low, high
    for stop in _STOP.finditer(text, low, high):
        if stop.end() <= span.start:
            start = stop.end()
        else:
            end = stop.end()
            break
    return start, len(text[:end].rstrip())


def _line(view: View, report: str, start: int, end: int, rows: Sequence[tuple[Matter, tuple[Span, ...]]]) -> Line:
    rows = sorted(rows, key=lambda row: (row[1], row[0].id))
    spans = view.sorted_spans({s for _, found in rows for s in found})
    stances: dict[tuple[str, str], Stance] = {}
    for matter, _ in rows:
        for stance in stances_of(view, matter):
            stances.setdefault((view.holder(stance.claim), view.stance_words(stance.claim)), stance)
    return Line(report, _pieces(view.texts[report], start, end, spans), tuple(m for m, _ in rows), spans, tuple(stances.values()))


def _pieces(text: str, start: int, end: int, spans: Sequence[Span]) -> tuple[tuple[str, bool], ...]:
    """The sentence cut where evidence begins and ends; overlapping evidence is one piece."""
    pieces: list[tuple[str, bool]] = []
    at = start
    for span in spans:
        low, high = max(span.start, at), min(span.end, end)
        if high <= low:
            continue
        if low > at:
            pieces.append((text[at:low], False))
        if pieces and pieces[-1][1] and low == at:
            pieces[-1] = (pieces[-1][0] + text[low:high], True)
        else:
            pieces.append((text[low:high], True))
        at = high
    if at < end:
        pieces.append((text[at:end], False))
    return tuple(pieces)
