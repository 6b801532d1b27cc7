"""What the reports differ on, by sides."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import recoupe
from recoupe.show.differences import common_words, sides_of
from recoupe.show.groups import group_matters
from recoupe.show.markdown import render_markdown
from recoupe.show.page import render_page
from recoupe.show.terminal import render
from recoupe.show.view import View
from recoupe.show.words import WORDS
from recoupe.types import Difference, Span, Value
from tests.show.sample import sample

DOSSIER = sample()


def test_sides_put_equal_values_together() -> None:
    view = View(DOSSIER)
    (day,) = group_matters(view)[0][1][0].differences
    assert [(s.value, s.reports) for s in sides_of(view, day)] == [
        ("2025-03-04", ("apo", "courrier")),
        ("2025-03-05", ("littoral",)),
    ]


def test_what_is_shared_on_a_slot_is_shown_in_the_words_of_each_report() -> None:
    view = View(DOSSIER)
    matter = dict(group_matters(view))["contradicted"][0]
    alike = replace(matter, differences=tuple(replace(d, verdict="same") for d in matter.differences))
    assert ([view.words([s]) for s in common_words(view, alike)], common_words(view, matter)) == (
        ["mardi 4 mars", "mardi 4 mars", "mercredi 5 mars"],
        (),
    )


def test_one_value_on_all_sides_is_told_apart_by_its_words() -> None:
    view = View(DOSSIER)
    day = dict(group_matters(view))["contradicted"][0].differences[0]
    alike = replace(day, slot="polarity", values=tuple(replace(v, value="happened") for v in day.values))
    assert [(s.value, s.reports) for s in sides_of(view, alike)] == [(None, ("apo", "courrier")), (None, ("littoral",))]
    voices = replace(day, slot="source", values=tuple(replace(v, value=None) for v in day.values))
    assert [(view.value("source", s.value), len(s.reports)) for s in sides_of(view, voices)] == [("le texte lui-même", 3)]


def test_slots_that_matching_names_have_words() -> None:
    source = "".join(p.read_text(encoding="utf-8") for p in sorted((Path(recoupe.__file__).parent / "match").rglob("*.py")))
    slots = set(re.findall(r"Difference\(\s*\"(\w+)\"", source))
    assert "polarity" in slots
    assert sorted(s for s in slots if f"slot.{s}" not in WORDS) == []


def test_values_that_parties_dispute_are_no_mere_other_words() -> None:
    (matter,) = dict(group_matters(View(DOSSIER)))["disputed"]
    values = tuple(Value("apo", v, (Span("apo", at, at + 3),)) for at, v in ((0, "10 000"), (4, "7 000")))
    told = replace(matter, claims=(), differences=(Difference("figure", "wording", values),))
    dossier = replace(DOSSIER, matters=(told,))
    shown = [view(dossier).partition("<footer")[0] for view in (render, render_markdown, render_page)]  # below: all labels
    assert [("⇄ contesté" in text or ">contesté</span>" in text, "autres mots" in text) for text in shown] == [(True, False)] * 3
