"""Titles whole at both ends, of what the reports of a matter share, as it stands now, and with what a bare value is of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.match.line.backing import lacks, topic_of
from recoupe.pipeline import cross_read, read_report
from recoupe.types import Matter, Report, When

Parser = Callable[[list[str]], list]  # type: ignore[type-arg]
DAYS = ("2025-03-10", "2025-03-12", "2025-03-14")


def matters(parse_many: Parser, *texts: str, days: tuple[str, ...] = DAYS) -> tuple[Matter, ...]:
    rows = zip("abc", texts, days, parse_many(list(texts)), strict=False)
    pairs = [(Report(n, f"{n}.txt", t, "fr", published=When(f"w-{n}", None, d, d, d)), p) for n, t, d, p in rows]
    readings = [read_report(r, replace(p, report=r.id)) for r, p in pairs]
    return cross_read([r for r, _ in pairs], readings).matters


def titles(parse_many: Parser, *texts: str) -> list[str]:
    return [m.title for m in matters(parse_many, *texts)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # the subject that stands before the verb, not that of another clause
        (
            "C'est près du gué qu'un jeune berger, Bruno, a été blessé par un bélier.",
            "Un jeune berger a été blessé par un bélier",
        ),
        (
            "Une lettre agite le port : jeudi le conseil d'Orvalle a demandé à la région un relevé des digues.",
            "Le conseil d'Orvalle a demandé à la région un relevé des digues",
        ),
        ("C'est l'aumônier du régiment Vauban qui a célébré l'office.", "L'aumônier du régiment Vauban a célébré l'office"),
        (
            "La rameuse Anne Roux prise d'une fièvre renoncera avant la dernière écluse.",
            "La rameuse Anne Roux prise d'une fièvre renoncera",
        ),
        # a number with all its digits and with what it counts
        (
            "La mairie a démenti que les 7 200 tonneaux saisis par la douane aient été rendus mardi à Varland.",
            "Les 7 200 tonneaux saisis par la douane",
        ),
        (
            "Un prêt sans intérêt d'une valeur de 30 millions d'euros a été accordé au théâtre d'Orvalle.",
            "Un prêt sans intérêt d'une valeur de 30 millions d'euros a été accordé",
        ),
        # the clause that holds a bare noun
        (
            "La société est poursuivie à Corbon pour détournement de fonds publics.",
            "La société est poursuivie à Corbon pour détournement de fonds publics",
        ),
    ],
)
def test_a_title_is_whole_at_both_ends(parse_many: Parser, text: str, title: str) -> None:
    found = titles(parse_many, text)
    assert any(t.startswith(title) for t in found), found
    assert not any(t.startswith(("A été", "A célébré", "200 ", "Une lettre a ", "Détournement")) for t in found), found


def test_a_matter_is_titled_with_what_its_reports_share(parse_many: Parser) -> None:
    found = titles(
        parse_many,
        "Incendie à la halle de Corbon : le récit d'un pompier volontaire\n\nUn incendie a ravagé mardi la halle de Corbon. "
        "Le pompier a tout raconté.",
        "Corbon pleure sa halle\n\nL'incendie de la halle de Corbon a été maîtrisé mardi.",
    )
    assert not any("récit" in t for t in found), found


def test_a_headline_keeps_before_its_colon_what_is_borne_out() -> None:
    heard = {"a": frozenset("incend hal corbon".split()), "b": frozenset(("recit",))}
    assert topic_of(heard, "a", "Incendie à la halle de Corbon : le récit d'un pompier") == "Incendie à la halle de Corbon"
    assert topic_of(heard, "c", "Incendie à la halle de Corbon : le récit d'un pompier") == ""
    assert topic_of(heard, "a", "Incendie : le récit d'un pompier") == ""
    assert lacks(heard, "a", "Un pompier volontaire raconte sa nuit") > lacks(heard, "a", "L'incendie de la halle") == 0


def test_a_matter_that_moved_is_titled_as_it_stands(parse_many: Parser) -> None:
    found = matters(
        parse_many,
        "Le pont de Corbon est fermé depuis lundi. Les quatorze marins sont retenus à Orvalle.",
        "Le pont de Corbon a rouvert mercredi. Les quatorze marins ont été libérés mercredi à Orvalle.",
    )
    moved = [m.title for m in found if m.agreement == "updated" and ":" not in m.title]
    assert moved
    assert not any("retenus" in t or "fermé" in t for t in moved), moved


@pytest.mark.parametrize(
    ("texts", "title"),
    [
        (
            (
                "Le séisme, qui a détruit la vallée, a tué 63 personnes à Orvalle.",
                "Le séisme, qui a détruit la vallée, a tué 63 personnes à Orvalle, dit le maire.",
            ),
            "Cause : le séisme",
        ),
    ],
)
def test_a_label_says_what_the_value_is_of(parse_many: Parser, texts: tuple[str, str], title: str) -> None:
    assert title in titles(parse_many, *texts)
