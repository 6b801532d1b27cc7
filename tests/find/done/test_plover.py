"""The PLOVER type of events, on sentences of our own (tests/cases/fr/plover.txt), and the rules for the unreal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.find.done.factuality import Stance
from recoupe.find.done.plover import code_event
from recoupe.find.events import find_events
from recoupe.find.mentions import find_mentions
from recoupe.find.statements import find_statements
from recoupe.lang.frames import IDIOM_COLUMNS, NOUN_COLUMNS, PLOVER_TYPES, VERB_COLUMNS, Sense
from recoupe.lang.markup import Mark, parse_markup
from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed
from recoupe.types import Event, Plover

CASES = Path(__file__).resolve().parents[2] / "cases" / "fr" / "plover.txt"


def read(parsed: Parsed) -> tuple[Event, ...]:
    mentions, actors = find_mentions(parsed)
    statements, mentions, actors = find_statements(parsed, mentions, actors, ())
    return find_events(parsed, mentions, actors, (), (), statements)


def right(mark: Mark, events: tuple[Event, ...]) -> bool:
    codes = {e.plover.type.lower() for e in events if e.plover and e.trigger.start < mark.end and e.trigger.end > mark.start}
    return not codes if mark.label == "none" else mark.label in codes


def test_types_of_agency_sentences(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    marked = [parse_markup(line.strip()) for line in lines if line.strip() and not line.startswith("#")]
    assert {m.label.upper() for _, marks in marked for m in marks} == set(PLOVER_TYPES) - {""} | {"NONE"}
    wrong = [
        f"{text}: {mark.label}, found {[(text[e.trigger.start : e.trigger.end], e.plover) for e in events]}"
        for (text, marks), parsed in zip(marked, parse_many([t for t, _ in marked]), strict=True)
        for events in [read(parsed)]
        for mark in marks
        if not right(mark, events)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("name", "columns", "least"),
    [("event_verbs", VERB_COLUMNS, 700), ("event_nouns", NOUN_COLUMNS, 250), ("idioms", IDIOM_COLUMNS, 150)],
)
def test_enough_rows_carry_a_code(name: str, columns: tuple[str, ...], least: int) -> None:
    rows = read_table(f"lang/fr/{name}.tsv", columns)
    assert sum(bool(r["plover"]) for r in rows) >= least


VISIT = Sense("VISIT", "CONSULT", "visit", "diplomatic")
LEAVE = Sense("RETREAT", "RETREAT", "withdraw", "military")
MEET = Sense("MEET", "CONSULT", "", "diplomatic")
ASK = Sense("REQUEST", "REQUEST", "", "")
STRIKE = Sense("STRIKE", "PROTEST", "strike", "")
HURT = Sense("INJURE", "", "", "")
KILL = Sense("KILL", "ASSAULT", "", "")


@pytest.mark.parametrize(
    ("sense", "stance", "content", "code"),
    [
        (VISIT, Stance("happened"), [], Plover("CONSULT", "visit", "diplomatic")),
        (VISIT, Stance("planned"), [], Plover("AGREE", "visit", "diplomatic")),
        (VISIT, Stance("requested", finite=False), [], None),
        (VISIT, Stance("requested"), [], Plover("REQUEST", "meet", "diplomatic")),
        (VISIT, Stance("planned", negated=True), [], Plover("REJECT", "meet", "diplomatic")),
        (VISIT, Stance("happened", negated=True), [], None),
        (MEET, Stance("happened"), ["téléphone"], Plover("CONSULT", "phone", "diplomatic")),
        (ASK, Stance("happened"), ["libération"], Plover("REQUEST", "yield", None)),
        (STRIKE, Stance("announced", act="threaten"), [], Plover("THREATEN", "restrict", None)),
        (HURT, Stance("happened", tense="past"), ["couteau"], Plover("ASSAULT", "primitive", None)),
        (HURT, Stance("happened", tense="past"), ["chute"], None),
        (ASK, Stance("happened"), ["retrait", "réforme"], Plover("REQUEST", "change", None)),
        (STRIKE, Stance("ongoing"), ["faim"], Plover("PROTEST", "hunger", None)),
        (LEAVE, Stance("alleged", conditional=True), [], Plover("CONCEDE", None, "military")),
        (LEAVE, Stance("announced"), [], Plover("CONCEDE", None, "military")),
        (KILL, Stance("happened"), ["accident"], None),
        (KILL, Stance("happened"), ["couteau"], Plover("ASSAULT", "primitive", None)),
        (Sense("ECON_RISE", "", "", ""), Stance("happened"), [], None),
    ],
)
def test_rules_of_the_manual(sense: Sense, stance: Stance, content: list[str], code: Plover | None) -> None:
    assert code_event(sense, stance, frozenset(content), joint=False) == code


@pytest.mark.parametrize(
    ("sense", "doers", "code"),
    [
        (Sense("ATTACK", "ASSAULT", "destroy", ""), ["incendie"], None),
        (Sense("ATTACK", "ASSAULT", "primitive", ""), ["manifestant"], Plover("PROTEST", "riot", None)),
        (Sense("SHELL", "ASSAULT", "heavy-weapons", ""), ["drone"], Plover("ASSAULT", "drone", None)),
    ],
)
def test_who_does_it_tells_an_assault_from_an_accident(sense: Sense, doers: list[str], code: Plover | None) -> None:
    assert code_event(sense, Stance("happened"), frozenset(), joint=False, doers=frozenset(doers)) == code
