"""Those who are spoken against speak up: who is blamed, charged or talked of, and what he says of it, in one report or across."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.fillers import party_keys
from recoupe.match.acts.likeness import alike
from recoupe.match.acts.sides import PERSON, ROLE, one_party, one_side
from recoupe.match.desk import Desk
from recoupe.match.dispute.accused import Blame
from recoupe.match.dispute.rebuttals import find_denials
from recoupe.match.dispute.turns import Turn, turn_of
from recoupe.match.drafts import touches
from recoupe.types import Span, Statement

COLUMNS = ("kind", "phrases", "example")
KINDS = ("clears", "scorns", "disagrees", "answers", "yields", "takesback", "taken")
_WEAK = frozenset((PERSON, ROLE))
_ANSWERS = re.compile(
    r"(?i)\b(?:réagi\w*|répond\w*|répliqu\w*|ripost\w*|rétorqu\w*|en réponse|revenant|revenu) (?:\w+ )?"
    r"(?:aux?|à la|à l['’]|à|sur les|à ces|à cette)"
    r" ?(?:\w+ ){0,2}(?:propos|tweets?|accusations?|attaques?|critiques?|déclarations?|mots|lettre|tribune|reproches?|messages?"
    r"|sortie)\b"
)
# What one says of one's own conduct, and of the past: « Je n'ai jamais levé la main sur elle », "jure n'avoir rien signé".
_NEVER = re.compile(
    r" (?:je|nous) n'(?:ai|avons) (?:absolument |strictement )?(?:jamais|rien) (?!vu |vecu )"
    r"| n'avoir (?:absolument )?(?:jamais|rien) (?!vu )"
)
_BACK = re.compile(r" (?:s'en defend\w*|s'en est defendu\w*|s'en sont defendu\w*) ")
_REACH = 40  # letters within which whose words they are is named
_FAR, _NEAR = 3, 1  # sentences between a charge and the answer to it
_WORD = re.compile(r"[a-z0-9]+(?:['-][a-z]+)*'?")
_GRAVITY = ("accused", "charged", "blamed", "told")
_LONGEST = 80  # words of an answer
_OTHER_ACTS = ("promise", "praise", "thank", "announce")


@dataclass(frozen=True, slots=True)
class Plea:
    """What somebody says, and how it may answer."""

    turn: Turn
    clears: bool  # what only the accused says
    scorns: bool
    disagrees: bool
    answers: bool  # told as an answer
    said: bool  # plainly asserted
    accuses: bool  # somebody in turn
    takes_up: bool  # names what was just said or done: "cette décision", "des propos"
    text: str
    denies: bool = False
    to: frozenset[str] = frozenset()  # whom the report tells that it answers

    @property
    def speaks_up(self) -> bool:
        """Is it against something?"""
        return self.clears or self.scorns or self.disagrees

    @property
    def points_back(self) -> bool:
        """Does it wave off what was just said: "les grévistes s'en défendent"?"""
        return bool(_BACK.search(self.text))


def find_pleas(desk: Desk, report: str, answers: Sequence[Turn]) -> tuple[Plea, ...]:
    """All that is said in a report, by somebody known, that may answer blame; `answers`: what it tells as denied."""
    reading = desk.readings[report]
    denied = [s for d in find_denials(desk, report) if d.outright for s in d.spans]
    rows = [s for s in reading.statements if s.speakers and 0 < len(s.words) <= _LONGEST]
    answered = _answered(desk, report)
    found = [_to(p, answered) for s in rows if (p := _plea(desk, s, denied))]
    known = [s for p in found for s in p.turn.spans[:1]]
    bare = [a for a in answers if a.blank and a.who and not touches(a.spans[0], known)]
    return (*found, *(Plea(a, a.open, False, True, True, True, False, False, "") for a in bare))


def _answered(desk: Desk, report: str) -> list[tuple[int, frozenset[str]]]:
    """By sentence, whose words it is told that somebody answers: "a réagi aux propos de X"."""
    reading = desk.readings[report]
    out = []
    for match in _ANSWERS.finditer(reading.report.text):
        words = reading.parsed.at(match.start(), match.end())
        named = [m.actor for m in reading.mentions if match.end() <= m.span.start < match.end() + _REACH]
        if words and named:
            out.append((reading.parsed.words[words[0]].sent, party_keys(desk, named[:1])))
    return out


def _to(plea: Plea, answered: Sequence[tuple[int, frozenset[str]]]) -> Plea:
    """With whom it answers, where its sentence or the one before tells."""
    met = [keys - plea.turn.who for at, keys in answered if 0 <= plea.turn.sentence - at <= 1]
    return replace(plea, answers=True, to=met[0]) if met and met[0] - _WEAK else plea


def _plea(desk: Desk, statement: Statement, denied: Sequence[Span]) -> Plea | None:
    text = _told(desk, statement)
    if statement.act in _OTHER_ACTS or _holds("yields", text):
        return None
    turn = turn_of(desk, statement)
    denies = statement.act == "deny" or any(s in denied for s in statement.spans)
    return Plea(
        turn,
        clears=_holds("clears", text) or turn.negative and bool(_NEVER.search(text)),
        scorns=_holds("scorns", text),
        disagrees=denies or _holds("disagrees", text),
        answers=_is_answer(desk, statement),
        said=statement.act in ("say", "deny"),
        accuses=statement.act in ("accuse", "criticise", "suspect"),
        takes_up=_takes_up(text),
        text=text,
        denies=denies and turn.past or statement.act == "deny",
    )


def _told(desk: Desk, statement: Statement) -> str:
    """The plain words of a statement, with those that introduce it."""
    first, last = statement.spans[0], statement.spans[-1]
    spans = [first, last, *([statement.cue] if statement.cue else [])]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    return plainly(desk.readings[first.report].report.text[start:end])


def plainly(text: str) -> str:
    """Words alone, plain, with a blank on either side of each."""
    return " " + " ".join(_WORD.findall(plain(text))) + " "


def _is_answer(desk: Desk, statement: Statement) -> bool:
    words = desk.readings[statement.spans[0].report].parsed.words
    if statement.cue is None:
        return False
    here = desk.readings[statement.spans[0].report].parsed.at(statement.cue.start, statement.cue.end)
    return any(plain(words[i].lemma) in _verbs() for i in here)


def find_answered(
    desk: Desk, pleas: Mapping[str, Sequence[Plea]], blames: Mapping[str, Sequence[Blame]]
) -> Iterator[tuple[Turn, Turn]]:
    """Pairs (who is spoken against, how he answers): told one after the other, or in two reports where only he can be meant."""
    for report in sorted(pleas):
        for plea in pleas[report]:
            own = [b for b in blames[report] if _answers_here(b, plea)]
            closest = _closest(own) if own else []
            yield from ((b.turn, plea.turn) for b in closest)
            if plea.clears or plea.to or plea.denies:
                for other in sorted(r for r in desk.related[report] - {report} if not desk.is_weeks_before(report, r)):
                    fits = [b for b in blames.get(other, ()) if _answers_there(b, plea, closest)]
                    yield from ((b.turn, plea.turn) for b in sorted(fits, key=_gravity)[:1])


def _answers_there(blame: Blame, plea: Plea, own: Sequence[Blame]) -> bool:
    """Can what another report tells be what he answers: where his own report tells it, too, in the same words?"""
    if one_side(blame.turn.who, plea.turn.who) or _aims(blame, plea) < 2:
        return False
    if blame.kind == "told" or not (plea.clears or plea.to):  # it is told of him, and of that he denies the very thing
        return plea.denies and bool(blame.turn.who) and bool(alike(blame.turn.words, plea.turn.words))
    if plea.to and not plea.clears:
        return one_party(blame.toward, plea.turn.who) and one_party(blame.turn.who, plea.to)
    return not own or any(alike(blame.turn.words, b.turn.words) for b in own)


def _closest(found: Sequence[Blame]) -> Sequence[Blame]:
    """Of several the gravest, then the last told."""
    return [max(found, key=lambda b: (b.kind != "told", b.turn.at))]


def _gravity(blame: Blame) -> tuple[int, int]:
    return _GRAVITY.index(blame.kind), blame.turn.at


def _answers_here(blame: Blame, plea: Plea) -> bool:
    """Is it told after the charge, near it, by whom it is about?"""
    apart = plea.turn.sentence - blame.turn.sentence
    if not 0 <= apart <= _FAR or blame.turn.at >= plea.turn.at or one_side(blame.turn.who, plea.turn.who):
        return False
    if any(touches(a, plea.turn.spans[:1]) for a in blame.turn.spans[:1]):
        return False
    aim = _aims(blame, plea)
    if plea.accuses and plea.turn.toward and not one_party(blame.turn.who, plea.turn.toward):
        return False  # it goes on against somebody else
    if blame.kind == "accused":
        plain_answer = plea.said and apart <= _NEAR
        side = bool(blame.turn.camps_blamed & plea.turn.camps - blame.turn.camps)
        return (
            aim == 2
            and (plea.speaks_up or plea.answers or plain_answer)
            or (aim == 1 or side)
            and apart == _NEAR
            and plain_answer
        )
    if blame.kind == "blamed":
        return aim == 2 and (plea.speaks_up or plea.answers)
    if blame.kind == "charged":
        return aim == 2 and plea.speaks_up
    if plea.turn.blank and apart <= _NEAR and blame.turn.who:  # "… Les grévistes s'en défendent"
        return bool(blame.toward & plea.turn.who - _WEAK) or plea.turn.flat or plea.points_back
    return apart <= _NEAR and aim == 2 and plea.answers and plea.speaks_up


def _aims(blame: Blame, plea: Plea) -> int:
    """2 = the one who answers is the one spoken of, or names who spoke; 1 = a pronoun may stand for him; 0 = no sign."""
    if one_party(blame.toward, plea.turn.who):
        return 2
    here = plea.turn.toward if blame.turn.report == plea.turn.report and not plea.turn.blank else frozenset()
    names = one_party(blame.turn.who, here | plea.to)
    if names and (plea.answers or plea.scorns):
        return 2
    return int(blame.pronoun)


def held_in(statement: Statement, turn: Turn) -> bool:
    """Is the turn told inside the words of this statement?"""
    return any(s.start <= turn.at < s.end for s in statement.spans)


def _takes_up(text: str) -> bool:
    return bool(_taking().search(text))


@cache
def _taking() -> re.Pattern[str]:
    """A noun that takes up words or a decision, with a word that calls it bad beside it."""
    rows = read_table("lang/fr/pleas.tsv", COLUMNS)
    noun = "(?:" + "|".join(sorted(p for r in rows if r["kind"] == "taken" for p in r.many("phrases"))) + ")s?"
    bad = "(?:" + _alternatives("scorns") + ")"
    the = " (?:l'|la |le |les |cette |ce |cet |ces |des |un |une |d'une |d'un )"
    after, before = rf"{the}(?:\w+ )?{noun} (?:[a-z']+ ){{0,4}}(?:d')?{bad} ", rf"{the}{bad} (?:\w+ ){{0,2}}{noun} "
    return re.compile(rf"{after}|{before}| (?:de|d') ?{bad} {the.strip()}{noun} ")


def _holds(kind: str, text: str) -> bool:
    return bool(phrases(kind).search(text))


@cache
def phrases(kind: str) -> re.Pattern[str]:
    """What finds the phrases of a kind in plain words with a blank on either side."""
    return re.compile(r"(?<=[ '])(?:" + _alternatives(kind) + r")(?= )")


def _alternatives(kind: str) -> str:
    rows = read_table("lang/fr/pleas.tsv", COLUMNS)
    told = sorted({p for r in rows if r.one_of("kind", KINDS) == kind for p in r.many("phrases")}, key=lambda p: (-len(p), p))
    return "|".join(re.escape(p).replace(r"\*", r"[a-z]*") for p in told)


@cache
def _verbs() -> frozenset[str]:
    rows = read_table("lang/fr/pleas.tsv", COLUMNS)
    return frozenset(p for r in rows if r["kind"] == "answers" for p in r.many("phrases"))
