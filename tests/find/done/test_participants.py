"""Who and what takes part in events, actors or not, on sentences of our own (tests/cases/fr/participants.txt)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from recoupe.find.events import find_events
from recoupe.find.mentions import find_mentions
from recoupe.find.statements import find_statements
from recoupe.lang.frames import MOTION_COLUMNS
from recoupe.lang.markup import Mark, parse_markup
from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed
from recoupe.types import Event, Slots

CASES = Path(__file__).resolve().parents[2] / "cases" / "fr" / "participants.txt"
PARTS = ("doer", "undergoer", "origin", "destination", "instrument", "purpose")


def read(parsed: Parsed) -> tuple[Event, ...]:
    mentions, actors = find_mentions(parsed)
    statements, mentions, actors = find_statements(parsed, mentions, actors, ())
    return find_events(parsed, mentions, actors, (), (), statements)


def told(text: str, slots: Slots) -> set[tuple[str, str]]:
    return {(part, text[s.start : s.end]) for part in PARTS for s in getattr(slots, part + "_spans")}


def marked(text: str, marks: tuple[Mark, ...]) -> set[tuple[str, str]]:
    return {(m.label, text[m.start : m.end]) for m in marks if m.label in PARTS}


def test_every_part_of_the_marked_event(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    cases = [parse_markup(line.strip()) for line in lines if line.strip() and not line.startswith("#")]
    wrong: list[str] = []
    for (text, marks), parsed in zip(cases, parse_many([t for t, _ in cases]), strict=True):
        trigger = next(m for m in marks if m.label == "event")
        found = [told(text, e.slots) for e in read(parsed) if trigger.start <= e.trigger.start < trigger.end]
        if found != [marked(text, marks)]:
            wrong.append(f"{text}: {found}")
    assert not wrong, "\n".join(wrong)


def test_heads_stand_first(parse: Callable[[str], Parsed]) -> None:
    (event,) = read(parse("Le toit de la gare et deux wagons de fret ont été endommagés."))
    assert event.slots.undergoer == ("toit", "wagon", "gare", "fret")


def test_every_row_of_motion_reads_its_example(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    rows = read_table("lang/fr/motion.tsv", MOTION_COLUMNS)
    cases = [parse_markup(row["example"]) for row in rows]
    wrong: list[str] = []
    for row, (text, marks), parsed in zip(rows, cases, parse_many([t for t, _ in cases]), strict=True):
        wanted = [(m.label, m.start, m.end) for m in marks]
        spans = [(p, s) for e in read(parsed) for p in ("origin", "destination") for s in getattr(e.slots, p + "_spans")]
        missed = [w for w in wanted if not any(p == w[0] and s.start < w[2] and w[1] < s.end for p, s in spans)]
        if missed:
            wrong.append(f"{row.where}: {text} {missed}")
    assert not wrong, "\n".join(wrong)
