"""Views of an affair and explanations, over a small dossier of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.match.affair import at_date, ties, timeline, what_is_new
from recoupe.pipeline import cross_read, read_report
from recoupe.show.narrate import narrate
from recoupe.types import Difference, Dossier, Matter, Report, Span, Value, When

TEXTS = (
    (
        "a",
        "2023-05-08",
        "La police a arrêté samedi 6 mai Hugo Lestang à Nancy. Le ministre Paul Ferrand a accusé Hugo Lestang de vol.",
    ),
    ("b", "2023-05-10", "Hugo Lestang a été arrêté le 6 mai à Nancy. Il a été condamné mercredi à deux ans de prison."),
)


@pytest.fixture(scope="module")
def dossier(parse_many: Callable[[list[str]], list]) -> Dossier:  # type: ignore[type-arg]
    """Two reports of one arrest."""
    from recoupe.parse.spacy import parse

    reports = [
        Report(n, f"{n}.txt", t, "fr", published=When(f"w-{n}", None, d, d, d), published_basis="given") for n, d, t in TEXTS
    ]
    return cross_read(reports, [read_report(r, p) for r, p in zip(reports, parse(reports), strict=True)])


def test_at_a_date_only_what_was_out_is_known(dossier: Dossier) -> None:
    early = at_date(dossier, "2023-05-08")
    assert [r.id for r in early.reports] == ["a"]
    assert {e.report for e in early.events} == {"a"}
    assert {m.agreement for m in early.matters} <= {"single", "disputed"}
    assert at_date(dossier, "2023-05-10").matters == dossier.matters


def test_the_newest_report_adds_the_sentence(dossier: Dossier) -> None:
    events = {e.id: e.lemma for e in dossier.events}
    assert "condamner" in {events[e] for m in what_is_new(dossier, {"b"}) for e in m.events}


def test_a_copy_of_an_older_report_adds_nothing() -> None:
    texts = {"a": "Paul Ravel nie tout vol.", "b": "Paul Ravel a volé.", "c": "Paul Ravel a volé."}
    values = tuple(Value(r, None, (Span(r, 0, len(t)),)) for r, t in texts.items())
    matter = Matter("x", "Vol", (), (), tuple(texts), "disputed", (Difference("polarity", "wording", values),), 3, ())
    dossier = Dossier(reports=tuple(Report(r, f"{r}.txt", t, "fr") for r, t in texts.items()), matters=(matter,))
    assert [what_is_new(dossier, {r}) for r in texts] == [(matter,), (), ()]


def test_the_timeline_names_who_told_it_first(dossier: Dossier) -> None:
    assert ("2023-05-06", "a") in {(m.day, m.first) for m in timeline(dossier)}


def test_ties_say_who_accuses_whom(dossier: Dossier) -> None:
    names = {a.id: a.name for a in dossier.actors}
    assert ("Paul Ferrand", "Hugo Lestang", "ACCUSE") in {(names[t.left], names[t.right], t.kind) for t in ties(dossier)}


def test_an_explanation_shows_the_words_of_every_report(dossier: Dossier) -> None:
    (matter,) = [
        m for m in dossier.matters if len(m.reports) == 2 and any(e.frame == "ARREST" for e in dossier.events if e.id in m.events)
    ][:1]
    text = "\n".join(narrate(dossier, matter.id))
    assert all(part in text for part in (matter.title, "a : ", "b : ", "origine"))
    with pytest.raises(KeyError):
        narrate(dossier, "x-nothing")
