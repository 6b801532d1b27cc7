"""Sentences that tell one fact in other words become one matter; sentences of one cast that tell two facts do not."""

from __future__ import annotations

import pytest

from recoupe.lang.tables import read_table
from recoupe.match.acts.families import word_families
from recoupe.match.alike.weighing import WEIGHTS, weigh
from tests.match.crossing import matters_of

START = "Le ferry Astrolabe s'est échoué lundi 5 mai 2025 devant le port de Corvel. "
CASES = [
    # One act in two words of a family, of one party, on one day.
    (
        "Le marin Luc Arnal a été cueilli mercredi par les gendarmes de Belmont.",
        "Luc Arnal dort depuis mercredi dans une cellule de la gendarmerie de Belmont.",
    ),
    # One thing befalls one party, under two verbs.
    (
        "Des plongeurs ont repêché mercredi le coffre du commandant Brisse.",
        "Le coffre de Paul Brisse a été récupéré mercredi par deux nageurs.",
    ),
    # Nobody acts: a town and a name.
    (
        "Les habitants de Belmont ont pleuré mercredi le mousse Jean Brisse.",
        "Belmont a rendu mercredi un dernier hommage à Jean Brisse.",
    ),
    # No party, many words that no other sentence holds.
    (
        "Cela suffit pour ouvrir une enquête des chefs de contrebande aggravée, d'entrave au pilotage et de fausse balise.",
        "Une enquête préliminaire pour contrebande aggravée, entrave au pilotage et fausse balise est en cours.",
    ),
    # One number of kin things.
    (
        "Pour la tempête, les assureurs paieront sept cents millions d'euros.",
        "La facture des assureurs : 700 millions de dollars.",
    ),
]
FRIENDS = [
    # One number of two kinds of things.
    ("Pour la tempête, les assureurs paieront sept cents millions d'euros.", "Les assureurs suivent 700 bateaux."),
    # One party, two facts.
    ("Le marin Luc Arnal a écrit mercredi à sa mère.", "Luc Arnal dort depuis mercredi dans une cellule de Belmont."),
    # Two towns.
    ("Des pêcheurs ont recueilli douze marins à Belmont.", "Des pêcheurs ont repêché douze marins à Orvalle."),
    # One recalled from long ago.
    ("En 1998, Luc Arnal avait été condamné à Belmont pour fraude.", "Luc Arnal a été condamné mardi 6 mai 2025 à Belmont."),
    # Two speakers, each in his words.
    ("« Le quai de Corvel est trop court », dit Anne Colin.", "« Le quai de Corvel est une honte », dit Paul Verrier."),
    # One of several, and another one.
    ("Un canot a coulé mardi à Belmont avec Luc Arnal.", "Un autre canot a sombré mardi à Belmont avec Luc Arnal."),
    # The first and the second of one kind.
    (
        "Des plongeurs ont repêché mercredi le premier coffre du commandant Brisse.",
        "Le deuxième coffre de Paul Brisse a été récupéré mercredi par deux nageurs.",
    ),
    # One tells it, the other says who denies it.
    (
        "Les gendarmes ont cueilli mercredi le marin Luc Arnal à Belmont.",
        "La mairie dément que Luc Arnal dorme depuis mercredi dans une cellule de la gendarmerie de Belmont.",
    ),
    # Words of one family, and nothing that says they are the same men.
    ("Des matelots ont été arrêtés et jetés en prison.", "Trois hommes dorment en cellule, sous les verrous."),
]


def _joins(left: str, right: str) -> int:
    days = ("2025-05-08", "2025-05-09")
    return sum(any(d.slot == "telling" for d in m.differences) for m in matters_of(left, right, start=START, days=days))


@pytest.mark.parametrize(("left", "right"), CASES)
def test_one_fact_in_other_words(left: str, right: str) -> None:
    assert _joins(left, right) == 1


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_two_facts_of_one_cast(left: str, right: str) -> None:
    assert _joins(left, right) == 0


def test_an_agreed_matter_takes_in_a_third_telling() -> None:
    texts = (
        "La police a arrêté mercredi le marin Luc Arnal à Belmont.",
        "Luc Arnal a été arrêté mercredi à Belmont par la police.",
        "Le marin Luc Arnal dort depuis mercredi dans une cellule de la police de Belmont.",
    )
    days = ("2025-05-08", "2025-05-08", "2025-05-09")
    matters = matters_of(*texts, start=START, days=days)
    found = [m for m in matters if any(d.slot == "telling" for d in m.differences)]
    assert [m.reports for m in found] == [("a", "b", "c")]


def test_one_fact_on_two_words_is_one_line() -> None:
    left = "Selon la mairie de Belmont, le marin Luc Arnal aurait été cueilli mercredi chez lui."
    right = "Luc Arnal dort depuis mercredi dans une cellule de Belmont, indique la gendarmerie."
    matters = matters_of(left, right, start=START, days=("2025-05-08", "2025-05-09"))
    told = [m for m in matters if any(d.slot in ("telling", "certainty", "source") for d in m.differences)]
    assert len(told) <= 1


def test_the_score_grows_with_what_is_shared() -> None:
    none = weigh([0.0] * len(WEIGHTS))
    assert none < 0.2 < weigh([1.0 if name != "days apart" else 0.0 for name in WEIGHTS])
    assert weigh([1.0 if name == "days apart" else 0.0 for name in WEIGHTS]) < none


def test_every_example_holds_a_word_of_its_family(parse_many) -> None:  # type: ignore[no-untyped-def]
    rows = read_table("lang/fr/word_families.tsv", ("family", "words", "example"))
    wrong = []
    for row, parsed in zip(rows, parse_many([r["example"] for r in rows]), strict=True):
        forms = {w.lemma.lower() for w in parsed.words} | {w.lower for w in parsed.words}
        if not forms & set(row.many("words")):
            wrong.append(row.where)
    assert wrong == []


def test_a_word_may_belong_to_several_families() -> None:
    assert {"arrest", "sentence"} <= word_families("prison")


def test_a_report_of_a_year_later_recalls_the_day_of_the_news() -> None:
    texts = (
        "Le ferry Astrolabe s'est échoué lundi 5 mai 2025 devant le port de Corvel, a annoncé le capitaine Luc Arnal.",
        "Le 5 mai 2025, le ferry Astrolabe du capitaine Luc Arnal s'échouait devant le port de Corvel.",
    )
    found = matters_of(*texts, days=("2025-05-06", "2026-05-04"))
    assert any(m.reports == ("a", "b") and m.agreement in ("shared", "refined") for m in found)


def test_sentences_told_alike_are_shown_whole() -> None:
    texts = (
        "Le marin Luc Arnal a été arrêté mercredi à Belmont, où il cachait six barils de rhum de contrebande.",
        "Luc Arnal, qui avait six barils de rhum de contrebande chez lui, a été arrêté mercredi à Belmont.",
    )
    found = matters_of(*texts, start=START, days=("2025-05-08", "2025-05-09"))
    told = [v.evidence[0] for m in found for d in m.differences if d.slot == "telling" for v in d.values]
    assert sorted(s.end - s.start for s in told)[-2:] == sorted(map(len, texts))
