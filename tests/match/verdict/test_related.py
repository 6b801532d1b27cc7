"""What is close and no one fact is set side by side, and said to be no more than that: neither agreement nor opposition."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from recoupe.match.affair import what_is_new
from recoupe.pipeline import compare_reports
from recoupe.types import Dossier, Report

START = "Le ferry Astrolabe s'est échoué lundi 5 mai 2025 devant le port de Corvel. "
MAY_BE_ONE = [
    # One mishap, two things told of it.
    (
        "Le train de Belmont a déraillé mardi près de la gare de Corvel.",
        "Ses onze voitures ont quitté la voie à Corvel, selon la compagnie.",
    ),
    # Four men or five, drawn from the water by these or those.
    (
        "Les gardes-côtes ont sorti de l'eau cinq marins du ferry en détresse.",
        "Quatre marins du ferry en détresse ont été tirés de l'eau par un voilier.",
    ),
]
OF_OTHERS = [
    # One man did two things.
    (
        "Le ministre Luc Oriol y avait tenu en mai une conférence.",
        "Le ministre Luc Oriol a échangé ensuite avec les équipes.",
    ),
    # Nothing in common.
    ("Le maire de Belmont a planté un chêne.", "Une boulangère de Sarnac compte ses pains."),
]


def _compare(*texts: str) -> Dossier:
    reports = [Report(id=chr(97 + n), path=None, text=START + text, lang="fr") for n, text in enumerate(texts)]
    return compare_reports(reports)


def _side_by_side(dossier: Dossier) -> list[list[str]]:
    """The passages of each related matter, those that are `START` left out."""
    found = [
        [dossier.words(s) for d in m.differences for v in d.values for s in v.evidence]
        for m in dossier.matters
        if m.agreement == "related"
    ]
    return [words for words in found if not any(w in START for w in words)]


@pytest.mark.parametrize("texts", MAY_BE_ONE)
def test_what_may_be_one_fact_is_set_side_by_side(texts: Sequence[str]) -> None:
    assert sorted(map(sorted, _side_by_side(_compare(*texts)))) == [sorted(texts)]


@pytest.mark.parametrize("texts", OF_OTHERS)
def test_one_cast_makes_nothing_close(texts: Sequence[str]) -> None:
    assert _side_by_side(_compare(*texts)) == []


def test_what_is_joined_is_not_shown_again() -> None:
    dossier = _compare("La police a arrêté mercredi le marin Luc Arnal à Belmont.", "Luc Arnal a été arrêté mercredi à Belmont.")
    assert any(m.agreement == "shared" and len(m.reports) == 2 for m in dossier.matters)
    assert _side_by_side(dossier) == []


def test_a_line_is_shown_once_with_all_that_is_close_to_it() -> None:
    left, right = MAY_BE_ONE[0]
    assert [len(words) for words in _side_by_side(_compare(left, right, right))] == [3]


def test_links_say_why_and_nothing_is_held_to_be_one() -> None:
    dossier = _compare(*MAY_BE_ONE[0])
    matter = next(m for m in dossier.matters if m.agreement == "related")
    links = [k for k in dossier.links if {k.left, k.right} <= set(matter.events)]
    assert links
    assert all(k.verdict in ("unsure", "different") and k.reasons for k in links)
    assert [(d.slot, d.verdict) for d in matter.differences] == [("passage", "wording")]


def test_what_keeps_two_apart_is_the_first_reason() -> None:
    texts = "En 1998, Luc Arnal avait été condamné à Belmont pour fraude.", "Luc Arnal a été condamné mardi 6 mai 2025 à Belmont."
    dossier = _compare(*texts)
    kept = [k.reasons[0] for k in dossier.links if k.verdict == "different"]
    assert kept
    assert all("rappelé d" in reason for reason in kept)
    assert [sorted(words) for words in _side_by_side(dossier)] == [sorted(texts)]


def test_a_close_line_is_no_news_of_its_own() -> None:
    dossier = _compare(*MAY_BE_ONE[0])
    assert all(m.agreement != "related" for m in what_is_new(dossier, {"b"}))
