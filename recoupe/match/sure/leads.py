"""Lines of inquiry: what was it, did he act alone? A report follows one, a later one another, or drops it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.lang.tables import read_table
from recoupe.match.acts.idiom import plain_turn, turn
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.types import Difference, Span, Value

COLUMNS = ("question", "kind", "label", "with", "words", "turns", "example")
_TITLES = {"what": "Piste suivie", "who": "Seul ou non"}
_NOUN = r"\b(?:pistes?|hypoth[èe]ses?|th[èe]ses?|mobiles?|sc[ée]narios?|motivations?|caractère|l'origine|une origine|nature)\b"
_CUE = re.compile(
    r"(?i)piste|hypoth|th[èe]se|mobile|sc[ée]nario|motivation|caractère|origine|nature|complic|solitaire|isolé|agi |seul|"
    r"antiterroriste|pnat|radicalis|terroriste|règlement|drame|crime|conflit|désespéré|déséquilibré|folie|enlèvement|disparition"
)
_REACH = r"(?:[ ,][^ .;:!?«»]+){0,6}"
_OPEN = re.compile(
    r"\b(?:n'|ne )\w+(?: \w+)? (?:pas|plus) (?:\w+ )?(?:exclu\w*|écart\w*)|\b(?:n'exclu\w*|n'écart\w*) (?:pas|plus)\b"
)
_OUT = re.compile(
    r"\b(?:écart\w+|exclu\w*|abandonn\w+|rejet\w+|infirm\w+|invalid\w+|refermé\w*|dément\w*|contredi\w+|improbable)\b|"
    r"\bpeu probable|n'(?:a|ont) rien donné|\bne \w+ (?:pas|plus) à\b|"
    r"n'est (?:pas|plus) (?:\w+ )?(?:privilégi|retenu|suivi|d'actualité)"
)
_BEFORE = re.compile(r"\bav(?:ait|aient) (?:\w+ )?(?:écarté|exclu|évoqué|privilégié|retenu)")  # how it once stood
# "Pour comprendre si …": a question that is still asked is no line that is followed, nor one given up.
_ASKED = re.compile(
    r"\b(?:comprendre|savoir|déterminer|établir|vérifier|préciser|éclaircir|ignor\w*|demand\w*) (?:\w+ ){0,2}(?:si\b|s'ils?\b)"
)
_LONGEST = 260
_NEAR = 45  # letters around a line where it may be given up
_MANY = 2  # lines at once: a list of what is possible


@dataclass(frozen=True, slots=True)
class Lead:
    """By this report, this line of inquiry is followed (or given up)."""

    report: str
    question: str
    kind: str
    followed: bool
    span: Span


def draft_leads(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each question whose answer an inquiry changes between two reports of an affair."""
    found: dict[str, dict[str, list[Lead]]] = {"what": {}, "who": {}}
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1 and desk.order[report][0]:
            for lead in find_leads(desk, report):
                found[lead.question].setdefault(report, []).append(lead)
    out: list[Draft] = []
    for question, told in found.items():
        done: set[str] = set()
        for report in sorted(told, key=lambda r: desk.order[r]):
            group = [r for r in sorted(told, key=lambda r: desk.order[r]) if r in desk.related[report] and r not in done]
            rows = _turned(desk, {r: told[r] for r in group})
            if rows:
                done.update(lead.report for lead in rows)
                if draft := _draft(desk, question, rows):
                    out.append(draft)
    return [*drafts, *out]


def find_leads(desk: Desk, report: str) -> Iterator[Lead]:
    """The lines of inquiry that a report tells, in text order, each kind once a sentence."""
    parsed = desk.readings[report].parsed
    for sentence in parsed.sentences if _CUE.search(parsed.text) else ():
        text = parsed.text[sentence.start : sentence.end]
        if not _CUE.search(text) or text.rstrip().endswith("?") or _BEFORE.search(text):
            continue
        told = plain_turn(text)
        seen: set[str] = set()
        for match in _pattern().finditer(told):
            for question, kind in _kinds_in(match):
                if kind not in seen and not _ASKED.search(told, 0, match.start()):
                    seen.add(kind)
                    span = Span(report, sentence.start, sentence.end)
                    if span.end - span.start > _LONGEST:
                        span = Span(report, sentence.start + match.start(), sentence.start + match.end())
                    near = told[max(0, match.start() - _NEAR) : match.end() + _NEAR]
                    followed = bool(_OPEN.search(near)) or not _OUT.search(near)
                    if not desk.is_furniture(span):
                        yield Lead(report, question, kind, followed, span)


def _kinds_in(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    for question, kind, _, words, turns in _rows():
        if match["noun"] and words and words.search(match[0]) or turns and turns.search(match[0]):
            yield question, kind


def _turned(desk: Desk, told: Mapping[str, Sequence[Lead]]) -> list[Lead]:
    """The first and the later answers, where a later report follows another line, or gives up the first; else nothing."""
    reports = sorted(told, key=lambda r: desk.order[r])
    for i, first in enumerate(reports):
        here = _followed(told[first])
        if not here or len(here) > _MANY:
            continue
        for then in reports[i + 1 :]:
            there = _followed(told[then])
            dropped = {x.kind for x in told[then] if not x.followed} - there
            later = desk.order[first][0] < desk.order[then][0]
            if later and len(there) <= _MANY and (_excludes(here, there) or dropped & here):
                kept = [x for r in reports[i:] for x in told[r] if x.kind in here | there or r == then]
                return list(dict.fromkeys(kept))
    return []


def _excludes(here: set[str], there: set[str]) -> bool:
    """Is none of the later lines one of the first, nor one that goes with it?"""
    going = {w for row in read_table("lang/fr/leads.tsv", COLUMNS) if row["kind"] in here for w in row.many("with")}
    return bool(there) and not there & (here | going)


def _followed(leads: Sequence[Lead]) -> set[str]:
    given_up = {x.kind for x in leads if not x.followed}
    return {x.kind for x in leads if x.followed} - given_up


def _draft(desk: Desk, question: str, rows: Sequence[Lead]) -> Draft | None:
    labels = {kind: label for _, kind, label, _, _ in _rows()}
    by_report: dict[str, list[Lead]] = defaultdict(list)
    for lead in rows:
        by_report[lead.report].append(lead)
    values, told = [], []
    for report in sorted(by_report, key=lambda r: desk.order[r]):
        leads = by_report[report]
        state = ", ".join(dict.fromkeys(labels[x.kind] + ("" if x.followed else " (écarté)") for x in leads))
        told.append(state)
        values.append(Value(report, state, tuple(dict.fromkeys(x.span for x in leads))))
    title = f"{_TITLES[question]} : " + ", puis ".join(dict.fromkeys(told))
    return draft_values(desk, "state", title, Difference("status", "updated", in_order(values)))


@cache
def _rows() -> tuple[tuple[str, str, str, re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    return tuple(
        (row.one_of("question", _TITLES), row["kind"], row["label"], _any(row.many("words")), _any(row.many("turns")))
        for row in read_table("lang/fr/leads.tsv", COLUMNS)
    )


def _any(words: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{'|'.join(turn(w) for w in words)})(?!\w)") if words else None


@cache
def _pattern() -> re.Pattern[str]:
    """A noun of inquiry with the words behind it, or a turn that says the line by itself."""
    turns = [turn(w) for row in read_table("lang/fr/leads.tsv", COLUMNS) for w in row.many("turns")]
    return re.compile(rf"(?P<noun>{_NOUN}){_REACH}|(?<!\w)(?:{'|'.join(turns)})(?!\w)")
