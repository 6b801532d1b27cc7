"""Who blames and who answers, in one report: the turns of a quarrel, each with the side it takes on the questions of news."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from recoupe.lang.plain import plain
from recoupe.match.acts.fillers import party_keys
from recoupe.match.desk import Desk
from recoupe.match.dispute.denials import Denial, is_of_quality, lemmas_of
from recoupe.match.dispute.questions import Stand, camps_of, stand_of
from recoupe.match.dispute.rebuttals import find_denials
from recoupe.match.dispute.rebuttalwords import blaming, excuses, insisting, rebuttals, replying
from recoupe.match.dispute.turns import (
    BLAMES,
    Turn,
    accusation_turn,
    actors_in,
    camps_in,
    content_at,
    denial_turn,
    is_cued,
    nouns_at,
    turn_of,
)
from recoupe.types import Span, Statement

_NO_CHARGE = ("deny", "request", "promise", "praise")
_NO_ANSWER = (*BLAMES, "deny", "request", "threaten", "promise", "warn", "praise")
_LONGEST = 60  # words of one turn
_SHORT = 16  # of one that does no more than answer
_FLAT = 6  # of one that says no more than "it is false"
_LAMENTING = frozenset("condamner deplorer regretter desapprouver reprouver saluer".split())  # of what was done, by whomever
_OBJECTS = frozenset("nous vous me m' te t' le la les l' se s' pas".split())
_DENIED = re.compile(r"(?i)\bdémenti\b[^.;«»]{0,40}[:,]?\s*[«“\"]?\s*$")
_QUE = re.compile(r"^(?:ce|une|cette|la|des|ces|les)\b[^,.;]{0,30}? ?qu(?:e\b|['’])")
_POINTS_AT = re.compile(
    r"\b(?:(?:montr|point|désign)\w+ du doigt|met(?:tent)? en cause|(?:a|ont) mis en cause|s['’]en pren(?:d|nent) (?:à|au|aux)"
    r"|(?:fait|font) porter (?:la responsabilité|le chapeau) (?:à|au|aux)"
    r"|(?:rejet|renvo|report)\w* la (?:faute|responsabilité) sur|tire(?:nt)? à boulets rouges sur"
    r"|(?:tient|tiennent) (?:\w+ )?pour responsables?|jett?e(?:nt)? la pierre (?:à|au|aux)"
    r"|(?:déposé|porté|porte|dépose) plainte contre)\b",
    re.IGNORECASE,
)


def find_turns(desk: Desk, report: str) -> tuple[tuple[Turn, ...], tuple[Turn, ...]]:
    """What is told in this report against somebody or on his word, and what is said to the contrary of something."""
    rows = [s for s in desk.readings[report].statements if 0 < len(s.words) <= _LONGEST]
    turns = {s.id: turn_of(desk, s) for s in rows if s.act not in _NO_CHARGE}
    return tuple(_charges(desk, report, turns)), tuple(_answers(desk, report, turns))


def _charges(desk: Desk, report: str, turns: dict[str, Turn]) -> Iterator[Turn]:
    reading = desk.readings[report]
    cued: list[Span] = []
    for statement in reading.statements:
        if statement.cue:
            cued.append(statement.cue)
        turn = turns.get(statement.id)
        if turn is None:
            continue
        if statement.act in BLAMES or _is_blaming(desk, statement):
            if not is_of_quality(desk, statement) and not is_cued(desk, statement, _LAMENTING):
                stand = turn.stand
                stand = Stand(stand.yes | stand.about | stand.no, frozenset(), stand.about)
                yield replace(turn, open=True, hard=statement.act in BLAMES[:2] or _is_blaming(desk, statement), stand=stand)
        elif (turn.who or statement.mode == "direct") and not _tells_own(desk, statement):
            yield replace(turn, open=bool(turn.stand.yes) and _is_alleged(desk, statement), said=not turn.stand.yes)
    for event in reading.events:
        claims = desk.claims.get(event.id, ())
        if event.frame != "ACCUSE" or not event.targets or any(c.start <= event.trigger.start < c.end for c in cued):
            continue
        if claims and not claims[0].negated and claims[0].status not in ("denied", "hypothetical", "requested"):
            yield accusation_turn(desk, event)
    yield from _pointed_at(desk, report)
    yield from _contested(desk, report)


def _pointed_at(desk: Desk, report: str) -> Iterator[Turn]:
    """Set phrases of blaming: "la région montre du doigt l'armée"."""
    reading = desk.readings[report]
    for match in _POINTS_AT.finditer(reading.report.text):
        words = reading.parsed.at(match.start(), match.end())
        if not words or reading.parsed.words[max(0, words[0] - 1)].lower in _OBJECTS:
            continue
        bounds = reading.parsed.sentence_of(words[0])
        before = actors_in(desk, [Span(report, bounds.start, match.start())])[-1:]
        after = actors_in(desk, [Span(report, match.end(), bounds.end)])[:1]
        if before and after:
            own, inside = party_keys(desk, before), list(range(bounds.first, bounds.last))
            stand = stand_of(reading.parsed, inside, all_main=True)
            yield Turn(
                report,
                match.start(),
                reading.parsed.words[words[0]].sent,
                (Span(report, bounds.start, bounds.end),),
                before,
                own,
                camps_in(desk, before),
                party_keys(desk, after) - own,
                camps_in(desk, after),
                Stand(stand.yes | stand.about | stand.no, frozenset(), stand.about),
                content_at(desk, report, inside),
                plain(reading.report.text[match.end() : bounds.end]),
                True,
                camps_blamed=camps_in(desk, after),
                hard=True,
                past=True,
            )


def _is_blaming(desk: Desk, statement: Statement) -> bool:
    """Is it said with a verb of anger or blame: « … », tonne X?"""
    return is_cued(desk, statement, blaming())


def _tells_own(desk: Desk, statement: Statement) -> bool:
    """ "Nous avons tiré": what one did oneself is no charge."""
    parsed, inside = desk.readings[statement.spans[0].report].parsed, set(statement.words)
    heads = [i for i in statement.words if parsed.words[i].head not in inside or parsed.words[i].head == i]
    return any(k.lower in ("je", "j'", "nous") for i in heads for k in parsed.kids(i, "nsubj"))


def _is_alleged(desk: Desk, statement: Statement) -> bool:
    """ "Il aurait puisé dans la caisse"."""
    words = desk.readings[statement.spans[0].report].parsed.words
    return any(words[i].feat("Mood") == "Cnd" and words[i].lemma in ("avoir", "être") for i in statement.words[:-1])


def _contested(desk: Desk, report: str) -> Iterator[Turn]:
    """What stands before "…, ce que X conteste", whoever told it."""
    reading = desk.readings[report]
    for denial in find_denials(desk, report):
        bounds = reading.parsed.sentences[denial.sentence]
        words = [i for i in range(bounds.first, bounds.last) if reading.parsed.words[i].end <= denial.at]
        if denial.outright and not denial.words and len(words) > 2 and _is_relative(desk, denial):
            told = Span(report, bounds.start, reading.parsed.words[words[-1]].end)
            named = actors_in(desk, [told])
            yield Turn(
                report,
                bounds.start,
                denial.sentence,
                (told,),
                named[:1],
                party_keys(desk, named[:1]) - party_keys(desk, denial.speakers),
                camps_in(desk, named[:1]) | camps_of(nouns_at(desk, report, words[:4])),
                frozenset(),
                frozenset(),
                stand_of(reading.parsed, words, all_main=True),
                content_at(desk, report, words),
                plain(desk.text(told)),
                True,
            )


def _is_relative(desk: Desk, denial: Denial) -> bool:
    """ "…, une version que X conteste"."""
    text = desk.readings[denial.report].report.text
    return text[: denial.at].rstrip().endswith((",", "–", "—", "(")) and bool(_QUE.search(text[denial.at : denial.at + 40]))


def _answers(desk: Desk, report: str, turns: dict[str, Turn]) -> Iterator[Turn]:
    reading = desk.readings[report]
    denials = find_denials(desk, report)
    held = [s for d in denials if d.outright for s in d.spans[:1]]
    for denial in denials:
        if denial.outright:
            yield denial_turn(desk, denial)
    for statement in reading.statements:
        turn = turns.get(statement.id)
        if turn is None or not statement.speakers or statement.act in _NO_ANSWER:
            continue
        first = statement.spans[0]
        if any(s.start < first.end and first.start < s.end for s in held):
            continue
        said = lemmas_of(desk, statement) | {plain(desk.text(first)).strip(" .!")}
        false = len(statement.words) <= _SHORT and bool(said & rebuttals())
        excused = len(statement.words) <= _SHORT and bool(said & excuses())
        before = reading.report.text[max(0, first.start - 60) : first.start]
        replies = is_cued(desk, statement, replying()) or bool(_DENIED.search(before))
        holds = turn.negative and turn.past and (replies or is_cued(desk, statement, insisting()))
        if turn.stand.no or turn.none or false or excused or holds:
            blank = (false or excused) and not (turn.stand.no or turn.none)
            flat = false and len(statement.words) <= _FLAT
            yield replace(turn, open=false or bool(_DENIED.search(before)), replies=replies, holds=holds, blank=blank, flat=flat)
