"""Every row of the event tables names the event its own example shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.find.claims import find_claims
from recoupe.find.events import find_events
from recoupe.find.mentions import find_mentions
from recoupe.find.statements import find_statements
from recoupe.lang.frames import IDIOM_COLUMNS, NOUN_COLUMNS, STATE_COLUMNS, VERB_COLUMNS
from recoupe.lang.markup import Mark, parse_markup
from recoupe.lang.tables import Row, read_table
from recoupe.parse.document import Parsed
from recoupe.types import Claim, Event

TABLES = {"event_verbs": VERB_COLUMNS, "idioms": IDIOM_COLUMNS, "event_nouns": NOUN_COLUMNS}
LEAST = {"event_verbs": 700, "idioms": 150, "event_nouns": 250}
FUTURE_CODES = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE"}


def read(parsed: Parsed) -> tuple[tuple[Event, ...], tuple[Claim, ...]]:
    mentions, actors = find_mentions(parsed)
    statements, mentions, actors = find_statements(parsed, mentions, actors, ())
    events = find_events(parsed, mentions, actors, (), (), statements)
    return events, find_claims(parsed, events, statements, mentions, actors)


def hit(events: tuple[Event, ...], mark: Mark) -> list[Event]:
    return [e for e in events if e.trigger.start < mark.end and e.trigger.end > mark.start]


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_row_reads_its_example(name: str, parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    rows = read_table(f"lang/fr/{name}.tsv", TABLES[name])
    assert len(rows) >= LEAST[name]
    marked = [parse_markup(row["example"]) for row in rows]
    wrong: list[str] = []
    for row, (text, marks), parsed in zip(rows, marked, parse_many([t for t, _ in marked]), strict=True):
        events, _ = read(parsed)
        seen = [(e.frame, e.plover.type if e.plover else "") for e in hit(events, marks[0])]
        wanted = {(row["frame"], row["plover"]), (row["frame"], FUTURE_CODES.get(row["plover"], row["plover"]))}
        if not wanted & set(seen):
            wrong.append(f"{row.where}: {text} should be {row['frame']} {row['plover']}, is {seen}")
    assert not wrong, "\n".join(wrong)


def test_every_state_reads_its_example(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    rows = read_table("lang/fr/states.tsv", STATE_COLUMNS)
    marked = [parse_markup(row["example"]) for row in rows]
    wrong: list[str] = []
    for row, (text, marks), parsed in zip(rows, marked, parse_many([t for t, _ in marked]), strict=True):
        seen = [e.frame for e in hit(read(parsed)[0], marks[0])]
        if seen != [row["frame"]]:
            wrong.append(f"{row.where}: {text} should be {row['frame']}, is {seen}")
    assert not wrong, "\n".join(wrong)


def test_every_modal_gives_its_status(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    rows: tuple[Row, ...] = read_table("lang/fr/modality.tsv", ("word", "kind", "effect", "example"))
    marked = [parse_markup(row["example"]) for row in rows]
    wrong: list[str] = []
    for row, (text, marks), parsed in zip(rows, marked, parse_many([t for t, _ in marked]), strict=True):
        events, claims = read(parsed)
        ids = {e.id for e in hit(events, marks[0])}
        seen = [c.status for c in claims if c.event in ids]
        if marks[0].label not in seen:
            wrong.append(f"{row.where}: {text} should be {marks[0].label}, is {seen}")
    assert not wrong, "\n".join(wrong)
