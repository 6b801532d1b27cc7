"""Who says what: the statements by speaker, and how each is made."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from recoupe.show.view import FIRM, View
from recoupe.show.words import say
from recoupe.types import Span, Statement


@dataclass(frozen=True, slots=True)
class Speech:
    """One speaker (several when joint, none when unknown) and what they say."""

    speakers: tuple[str, ...]
    statements: tuple[Statement, ...]


def group_statements(view: View) -> tuple[Speech, ...]:
    """Statements by speaker: who speaks in most reports first, the unidentified last."""
    by: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for statement in view.dossier.statements:
        by[statement.voices].append(statement)
    rows = [Speech(who, tuple(sorted(said, key=lambda s: _statement_key(view, s)))) for who, said in by.items()]
    return tuple(sorted(rows, key=lambda s: _speech_key(view, s)))


def manner_of(view: View, statement: Statement) -> tuple[str, ...]:
    """How a statement is made, where that is not the usual way (saying, telling as a fact) and its words do not show it."""
    act = (say(f"act.{statement.act}", view.lang),) if statement.act != "say" else ()
    mode = (say(f"mode.{statement.mode}", view.lang),) if statement.mode == "free" else ()
    counts = Counter(c.status for c in view.claims_in.get(statement.id, ()) if c.status not in FIRM)
    status = (say(f"status.{s}", view.lang) for s, _ in sorted(counts.items(), key=lambda p: (-p[1], p[0])))
    return tuple(dict.fromkeys((*act, *mode, *status)))


def _statement_key(view: View, statement: Statement) -> tuple[int, tuple[Span, ...], str]:
    report = statement.spans[0].report if statement.spans else ""
    return (view.order(report), statement.spans, statement.id)


def _speech_key(view: View, speech: Speech) -> tuple[bool, int, int, str]:
    reports = {s.spans[0].report for s in speech.statements if s.spans}
    return (not speech.speakers, -len(reports), -len(speech.statements), view.speaker(speech.speakers))
