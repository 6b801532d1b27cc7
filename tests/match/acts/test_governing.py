"""What a time is told of: the act that governs it, not the saying or the main verb around it; and words that name no day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.match.acts.governing import happening_at
from recoupe.match.desk import lay_desk
from recoupe.match.when.dayspans import is_dateline, names_day
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report, Span


@pytest.mark.parametrize(
    ("text", "time", "held", "left_out"),
    [
        ("Cinq otages ont été libérés par une opération, selon l'annonce du maire mercredi.", "mercredi", "annonce", "operation"),
        ("Deux salles ont été ajoutées à la liste dans le bulletin émis lundi à 16 heures.", "lundi", "bulletin", "ajouter"),
        ("Deux salles ont été ajoutées à la liste lundi.", "lundi", "ajouter", "bulletin"),
    ],
)
def test_what_a_time_is_told_of(parse: Callable[[str], Parsed], text: str, time: str, held: str, left_out: str) -> None:
    parsed = parse(text)
    desk = lay_desk([read_report(Report(parsed.report, None, text, "fr"), parsed)])
    found = happening_at(desk, Span(parsed.report, text.index(time), text.index(time) + len(time)))
    words = {w for w, _ in found.core} if found else set()
    assert (held in words, left_out in words) == (True, False)


def test_words_that_name_a_day() -> None:
    told = {w: names_day(w) for w in ("à 7 h, heure de Paris", "dans l'après-midi", "lundi à 7 h", "en mars")}
    assert told == {"à 7 h, heure de Paris": False, "dans l'après-midi": False, "lundi à 7 h": True, "en mars": True}


def test_a_dateline_dates_the_report() -> None:
    text = "Titre\n\n9 mars 2024 . – La grève du 8 mars 2024 a pris fin."
    assert [is_dateline(text, Span("a", (at := text.index(day)), at + 11)) for day in ("9 mars", "8 mars")] == [True, False]
