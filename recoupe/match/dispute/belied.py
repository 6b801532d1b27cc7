"""Words or decisions that the next sentence takes up to call them false or bad: "des propos démentis par l'enquête"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recoupe.match.acts.likeness import alike
from recoupe.match.acts.sides import one_party
from recoupe.match.desk import Desk
from recoupe.match.dispute.accused import event_turn
from recoupe.match.dispute.pleas import Plea, held_in, phrases, plainly
from recoupe.match.dispute.turns import Turn, turn_of
from recoupe.types import Span, Statement

_TAKEN = (
    r"(?:propos|déclarations?|affirmations?|versions?|thèses?|dires|assertions?|explications?|récits?|assurances?|accusations?"
    r"|allégations?|garanties?|promesses?|chiffres?|informations?)"
)
_BELIED = re.compile(
    rf"(?i)\b(?:(?:des|ces|ses|cette|ce|une|les|la|leurs?) )?{_TAKEN}(?: (?:qu['’]|que |qui )?[^.;«»\n]{{0,30}}?)? ?"
    r"(?:(?:démenti|contredit|infirmé|réfuté|contesté|ébranlé|nuancé|balayé)\w*|battu\w* en brèche|mis\w* à mal"
    r"|remis\w* en (?:cause|question))"
    r"(?: \w+){0,3}? par\b"
)
_CODE = re.compile(r"[{}]|\bwindow\.|[a-z]\.[a-z]+/|[\w.]+ ?[=:] ?\"|\"\s*,\s*$|^\W*$")
_BACK = 2  # sentences between what was said and the words that belie it
_SAME = 3  # content words that two reports of one speaker's words must share


def find_belied(desk: Desk, report: str, pleas: Sequence[Plea]) -> Iterator[tuple[Turn, Turn]]:
    """Pairs (what was said, what belies or rejects it) that follow each other in one report."""
    reading = desk.readings[report]
    rows = sorted((s for s in reading.statements if s.words), key=lambda s: s.spans[0])
    for match in _BELIED.finditer(reading.report.text):
        words = reading.parsed.at(match.start(), match.end())
        told = _last_before(desk, rows, match.start(), reading.parsed.words[words[0]].sent) if words else None
        if told and told.speakers:
            bounds = reading.parsed.sentence_of(words[0])
            charge, span = turn_of(desk, told), Span(report, match.start(), bounds.end)
            answer = replace(charge, at=span.start, sentence=reading.parsed.words[words[0]].sent, spans=(span,), who=frozenset())
            yield charge, replace(answer, actors=(), camps=frozenset(), toward=frozenset(), open=True, negative=True, blank=True)
            yield from ((other, answer) for other in _told_elsewhere(desk, told, charge))
    yield from _taken_to_task(desk, rows)
    for plea in pleas:
        if (plea.scorns and plea.takes_up or plea.points_back) and (charged := _just_done(desk, rows, plea)):
            yield charged, plea.turn


def _taken_to_task(desk: Desk, rows: Sequence[Statement]) -> Iterator[tuple[Turn, Turn]]:
    """ "Y demande à X de revoir sa copie": what X has said is not let stand."""
    for n, statement in enumerate(rows):
        if statement.act != "request" or not statement.cue or not statement.speakers:
            continue
        words = desk.text(Span(statement.cue.report, statement.cue.start, statement.spans[-1].end))
        if not phrases("takesback").search(plainly(words)):
            continue
        gap = Span(statement.cue.report, statement.cue.end, statement.spans[0].start)
        asked = {m.actor for m in desk.readings[gap.report].mentions if gap.start <= m.span.start < gap.end}
        said = [s for s in rows[:n] if asked & set(s.speakers) and s.act != "request"]
        answer = turn_of(desk, statement)
        told = [t for t in (turn_of(desk, s) for s in said) if alike(t.words, answer.words)]
        yield from ((t, answer) for t in told[-1:])


def _last_before(desk: Desk, rows: Sequence[Statement], at: int, sentence: int) -> Statement | None:
    words = desk.readings[rows[0].spans[0].report].parsed.words if rows else ()
    before = [s for s in rows if s.spans[-1].end <= at and s.act != "request"]
    if not before or sentence - words[before[-1].words[0]].sent > _BACK + _blanks(desk, before[-1], at):
        return None
    return before[-1]


def _blanks(desk: Desk, told: Statement, at: int) -> int:
    """Sentences of the site, and of no prose ("window.x = …"), between two places of a report."""
    report = told.spans[0].report
    reading = desk.readings[report]
    between = [s for s in reading.parsed.sentences if told.spans[-1].end <= s.start and s.end <= at]
    text = reading.report.text
    return sum(desk.is_furniture(Span(report, s.start, s.end)) or bool(_CODE.search(text[s.start : s.end])) for s in between)


def _told_elsewhere(desk: Desk, told: Statement, turn: Turn) -> Iterator[Turn]:
    """The same words of the same speaker in the other reports."""
    for report in sorted(desk.related[turn.report] - {turn.report}):
        for statement in desk.readings[report].statements:
            if statement.words and set(statement.speakers) & set(told.speakers):
                other = turn_of(desk, statement)
                if len(alike(other.words, turn.words)) >= _SAME:
                    yield other


def _just_done(desk: Desk, rows: Sequence[Statement], plea: Plea) -> Turn | None:
    """What somebody else said or did in the sentence before, or before it in the same one."""
    turn = plea.turn
    words = desk.readings[turn.report].parsed.words
    near = [
        s
        for s in rows
        if s.speakers
        and s.spans[0].start < turn.at
        and s.spans[-1].end <= turn.at
        and turn.sentence - words[s.words[0]].sent <= 1
    ]
    if near:
        told = turn_of(desk, near[-1])
        return None if one_party(told.who, turn.who) or held_in(near[-1], turn) else told
    for event in reversed(desk.by_sentence.get((turn.report, turn.sentence - 1), ())):
        agents = [a for a in event.agents if a not in turn.actors]
        head = event.slots.predicate if event.slots.predicate >= 0 else event.slots.head
        if agents and not event.slots.nominal and not words[head].dep.startswith(("acl", "advcl")):
            done = event_turn(desk, event, event.agents)
            return None if one_party(done.who, turn.who) else done
    return None
