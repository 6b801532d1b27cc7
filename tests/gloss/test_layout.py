"""Datelines, bylines, stamps, lines of the site, capitals and quotation marks of English reports."""

from __future__ import annotations

import re
from dataclasses import replace
from unittest.mock import ANY

import pytest

from recoupe.gloss.headlines import lower_headlines
from recoupe.gloss.layout import lay_out
from recoupe.gloss.reports import in_french
from recoupe.lang.tables import read_table
from recoupe.match.copying.credits import find_credits
from recoupe.pipeline import compare_reports
from recoupe.types import Report


def _french(text: str) -> str:
    """The gloss of what needs no parser."""
    return " ".join(p.text for p in lay_out(text).fixed)


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("OSTEND, Belgium (March 4) — A ferry sank.", "OSTEND ( Belgique ) , 4 mars -"),
        ("PORTO, March 4 (Reuters) - Three men died.", "PORTO , 4 mars ( Reuters ) -"),
        ("LONDON, March 4, 2026 (Agency) — A judge resigned.", "LONDRES , 4 mars 2026 ( Agency ) -"),
        ("WASHINGTON (AP) — The law passed.", "WASHINGTON ( AP ) -"),
        ("MOSCOW — The law passed.", "MOSCOU -"),
        ("Sydney, Australia – The law passed.", "Sydney ( Australie ) -"),
        ("OSLO, 4 March - “We tried,” he said.", "OSLO , 4 mars -"),
        ("UPDATE — The law passed.", ""),
        ("The law passed on March 4 — a Tuesday.", ""),
    ],
)
def test_datelines(english: str, french: str) -> None:
    laid = lay_out(english)
    assert _french(english) == french
    assert len(laid.text) == len(english) and laid.text.strip()[-4:] == english[-4:]


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("By Jane Roe / Staff writer", "Par Jane Roe"),
        ("By Tom Harker, Crime Reporter", "Par Tom Harker"),
        ("EXCLUSIVE by Kate Bell", "Par Kate Bell"),
        ("By Jane Roe and Mark Poe in Brussels", "Par Jane Roe et Mark Poe"),
        ("By The Associated Press", "Par Associated Press"),
        ("4 March 2026\nBy Ruth Adler\nRegional correspondent, Nakuru", "4 mars 2026 Par Ruth Adler"),
        ("Posted March 5, 2026 at 6:12 a.m. EST", "Publié le 5 mars 2026"),
        ("PUBLISHED: 07:15, 5 March 2026 | UPDATED: 10:02, 6 March 2026", "Publié le 5 mars 2026 mis à jour le 6 mars 2026"),
        ("Fiona Reid, Scotland correspondent\nTue 3 Mar 2026 06.00 GMT", "Par Fiona Reid 3 mars 2026"),
        ("Analysis: By Nick Barrow, Europe editor", "Par Nick Barrow"),
        ("Last updated at 14:35 GMT", ""),
        ("Last updated on Wednesday 4 March 2026 18.22 GMT", "Mis à jour le mercredi 4 mars 2026"),
    ],
)
def test_lines_that_say_who_wrote_and_when(english: str, french: str) -> None:
    assert (_french(english), lay_out(english).text.strip()) == (french, "")


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday, the fire was out.",
        "By March 2024 the bridge had reopened.",
        "Published figures show that 12 people died on March 4.",
        "Police said more on this case would follow.",
        "Share prices fell.",
    ],
)
def test_lines_of_the_report_are_read(line: str) -> None:
    assert lay_out(line).text == line


@pytest.mark.parametrize(
    ("line", "french", "rest"),
    [
        ("14:10 Schools to stay shut", "14:10 |", "Schools to stay shut"),
        ("8.12pm – The alarm rang.", "8.12pm |", "The alarm rang."),
        ("3.10pm: Eight men fled.", "3.10pm |", "Eight men fled."),
        ("14:35", "14:35", ""),
        ("10:30 is late.", "", "10:30 is late."),
        ("15.5 million people left.", "", "15.5 million people left."),
        ("BREAKING: A minister has resigned.", "", "A minister has resigned."),
        ("Harbour fire LIVE: the port is shut", "", "Harbour fire     : the port is shut"),
        ("UPDATE - OSLO (AP) - A bridge fell.", "OSLO ( AP ) -", "A bridge fell."),
    ],
)
def test_what_stands_before_a_sentence_and_is_no_part_of_it(line: str, french: str, rest: str) -> None:
    assert (_french(line), lay_out(line).text.strip()) == (french, rest)


def test_each_line_of_the_site_matches_its_row() -> None:
    rows = read_table("lang/en/furniture.tsv", ("pattern", "example"))
    missed = [r.where for r in rows if not re.fullmatch(r["pattern"], r["example"], re.IGNORECASE)]
    assert missed == []
    assert [lay_out(r["example"]).text.strip() for r in rows] == [""] * len(rows)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("A BRITISH mother told her story.", "A British mother told her story."),
        ("THE driver said that NATO was late.", "The driver said that NATO was late."),
        ("EIGHT MEN FOUND IN LONDON AS US AND UK FIGHT FRAUD", "eight men found in London as US and UK fight fraud"),
        ("Ex-minister Jailed for Six Years Over Dam Contract", "Ex-minister jailed for six years over dam contract"),
        ("STONE: We tried. Ada Stone left.", "Stone: We tried. Ada Stone left."),
        ("4 March 2026, Ada Stone Reporting", "4 March 2026, Ada Stone Reporting"),
    ],
)
def test_capitals(line: str, written: str) -> None:
    assert lower_headlines(line) == written


@pytest.mark.parametrize(
    ("english", "quoted"),
    [
        ("He said it was ‘a trap’ and left.", ["a trap"]),
        ("Mayor promises 'full inquiry' into fire", ["full inquiry"]),
        ("“She called it ‘a trap’,” he said.", ["a trap", "She called it ‘a trap’,"]),
        ("It's the workers’ fault, and the ferries' owners say so.", []),
    ],
)
def test_quotations_in_marks_of_all_kinds(english: str, quoted: list[str]) -> None:
    assert [english[q.start : q.end] for q in lay_out(english).quotes] == quoted


def test_what_a_colon_announces_is_read_on_its_own() -> None:
    (_, glosses, _) = in_french([Report("r", None, 'His lawyer said he would appeal: "The verdict is wrong."', "en")])
    assert glosses["r"].text == "Son avocat a dit qu'il ferait appel: « Le verdict est mauvais. »"


def test_a_dateline_dates_and_credits_the_report_and_is_no_place_of_the_event() -> None:
    text = "LONDON, March 4, 2025 (AP) — A bridge collapsed in Porto on Tuesday, killing two people, police said."
    dossier = compare_reports([Report("r", None, text, "en")])
    places = {a.id: a.name for a in dossier.actors if a.kind == "place"}
    assert {places[e.place] for e in dossier.events if e.place} == {"Porto"}
    (day,) = (w for w in dossier.whens if w.span and dossier.words(w.span) == "March 4, 2025")
    assert (day.value, dossier.reports[0].published) == ("2025-03-04", replace(day, id=ANY, span=None))
    (_, glosses, _) = in_french(dossier.reports)
    assert [c.agency for c in find_credits(replace(dossier.reports[0], text=glosses["r"].text))] == ["AP"]
    (said,) = dossier.statements
    assert dossier.words(said.spans[0]).startswith("A bridge collapsed")
