"""Answers without a word of denial, by where they stand: "la police assure au contraire …", "…, ce dernier l'accusant de …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recoupe.match.acts.likeness import alike
from recoupe.match.desk import Desk
from recoupe.match.dispute.turns import Turn, turn_of
from recoupe.types import Statement

_AGAINST = re.compile(r"(?i)\b(?:au contraire|tout le contraire|à rebours d[eu]s?|loin de là)\b(?! d[eu]\b)")
_INVERSE = re.compile(r"(?i)\bà l['’]inverse\b(?! d[eu]\b)")  # two trends, too, may be told so
_LATTER = re.compile(
    r"(?i)\b(?:ces? derni\w+|cette dernière|celui-ci|celle-ci|ceux-ci|lequel|laquelle|à son tour|en retour|lui-même)\b"
    r"[^.;]{0,20} (?:l['’]|les? |la |lui |leur )\w+"
)
_BETWEEN = 260
_BEFORE = 2  # sentences back, at most, to what is answered
_HELD = ("request", "promise", "praise", "threaten")


def find_retorts(desk: Desk, report: str, charges: Sequence[Turn]) -> Iterator[tuple[Turn, Turn]]:
    """Pairs (what is told, what another sets against it) of one report: an adverb says so, or each accuses the other."""
    yield from _contrasted(desk, report)
    accusing = [c for c in charges if c.hard and c.who]
    yield from _in_turn(desk, report, accusing)
    for i, first in enumerate(accusing):
        for second in accusing[i + 1 :]:
            if abs(first.sentence - second.sentence) <= 1 and _each_other(first, second):
                yield first, second


def _in_turn(desk: Desk, report: str, accusing: Sequence[Turn]) -> Iterator[tuple[Turn, Turn]]:
    """ "X a accusé Y de …, ce dernier l'accusant de …": whoever that is, it is the other way round."""
    reading = desk.readings[report]
    for statement in (s for s in reading.statements if s.act == "accuse" and s.cue and s.words):
        first = statement.spans[0].start
        here = reading.parsed.words[statement.words[0]].sent
        before = [c for c in accusing if c.sentence == here and c.at < first and c.spans[0] != statement.spans[0]]
        between = reading.report.text[before[0].at : first] if before else ""
        if len(between) < _BETWEEN and _LATTER.search(between):
            answer = replace(turn_of(desk, statement), replies=True, open=True, who=before[0].toward, actors=())
            yield before[0], answer


def _contrasted(desk: Desk, report: str) -> Iterator[tuple[Turn, Turn]]:
    reading = desk.readings[report]
    rows = sorted((s for s in reading.statements if s.words and s.act not in _HELD), key=lambda s: s.spans[0])
    for match in (m for mark in (_AGAINST, _INVERSE) for m in mark.finditer(reading.report.text)):
        at = reading.parsed.at(match.start(), match.end())
        if not at:
            continue
        bounds = reading.parsed.sentence_of(at[0])
        here = [s for s in rows if s.speakers and bounds.start <= s.spans[0].start < bounds.end and not _quotes(s, match.start())]
        answer = next((s for s in here if s.spans[0].end > match.start() or s is here[-1]), None)
        told = _just_told(desk, rows, answer) if answer else None
        if answer and told:
            pair = turn_of(desk, told), turn_of(desk, answer)
            against = answer.act == "criticise" and told.act not in ("criticise", "accuse")
            if match.re is _AGAINST or against or alike(pair[0].words, pair[1].words):
                yield pair[0], replace(pair[1], replies=True)


def _quotes(statement: Statement, at: int) -> bool:
    """Does the adverb stand inside what is quoted: then the speaker sets it against words of his own?"""
    return statement.mode == "direct" and any(s.start <= at < s.end for s in statement.spans)


def _just_told(desk: Desk, rows: Sequence[Statement], answer: Statement) -> Statement | None:
    """The last thing said before by somebody else who is known."""
    words = desk.readings[answer.spans[0].report].parsed.words
    here = words[answer.words[0]].sent
    before = [s for s in rows if s.spans[0].start < answer.spans[0].start and here - words[s.words[0]].sent <= _BEFORE]
    last = before[-1] if before else None
    return last if last and last.speakers and not set(last.speakers) & set(answer.speakers) else None


def _each_other(a: Turn, b: Turn) -> bool:
    """Does each accuse the other?"""
    return all(any(k[0] != "~" for k in x.toward & y.who) for x, y in ((a, b), (b, a)))
