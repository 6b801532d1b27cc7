"""Titles that an editor would write: no dateline, no bare infinitive, no half clause, the doer named."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.match.line.titles import tidied, trim
from recoupe.pipeline import cross_read, read_report
from recoupe.types import Report, When


def titles(parse_many: Callable[[list[str]], list], text: str) -> list[str]:  # type: ignore[type-arg]
    """The titles of one report's matters."""
    from dataclasses import replace

    (one,) = parse_many([text])
    report = Report("a", "a.txt", text, "fr", published=When("w-a", None, "2025-03-13", "2025-03-13", "2025-03-13"))
    found = cross_read([report], [read_report(report, replace(one, report="a"))])
    return [m.title for m in found.matters]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Orvalle, 13 mars 2025 (ANP) - Le parquet a ouvert une enquête pour vol.", "Le parquet a ouvert une enquête pour vol"),
        ("Selon la préfecture, le train circulait trop vite.", "Le train circulait trop vite"),
    ],
)
def test_a_title_starts_with_the_fact(parse_many: Callable[[list[str]], list], text: str, title: str) -> None:  # type: ignore[type-arg]
    assert title in titles(parse_many, text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # subject and finite verb, wherever the subject stands
        ("Des heurts, qui se sont produits place Vauban, ont inquiété la ville.", "Des heurts se sont produits place Vauban"),
        ("Le bilan des pluies qui ont frappé la côte samedi s'alourdit.", "Les pluies ont frappé la côte samedi"),
        ("Jean Colmar a quitté la salle. Il a démissionné lundi de son poste.", "Jean Colmar a démissionné lundi de son poste"),
        ("Mardi 20 août, Jean Colmar, a dissous la chambre.", "Jean Colmar a dissous la chambre"),
        # else the noun of the act, or the noun with its participle
        ("Après l'évacuation de trois villages, la pluie a cessé.", "L'évacuation de trois villages"),
        ("Au moins 13 marins ont péri lundi au large de Corbon.", "Au moins 13 marins ont péri lundi au large de Corbon"),
        ("10 h 30 - Un incendie a détruit la halle de Corbon.", "Un incendie a détruit la halle de Corbon"),
        (
            "Rappel : la mairie de Corbon a fermé ses portes\n\nLa salle est vide. On attend.",
            "La mairie de Corbon a fermé ses portes",
        ),
    ],
)
def test_a_title_can_stand_alone(parse_many: Callable[[list[str]], list], text: str, title: str) -> None:  # type: ignore[type-arg]
    assert title in titles(parse_many, text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # who is only pointed at is called by name
        ("Paul Ferrand est détenu à Oslo. Son extradition est demandée.", "L'extradition de Paul Ferrand est demandée"),
        ("Hélène Roy mène. Sa liste obtient douze sièges.", "La liste d'Hélène Roy obtient douze sièges"),
        ("Le Norna entrait au port quand il a perdu son hélice.", "Le Norna a perdu son hélice"),
        # what ties a sentence to the one before goes
        ("Le maire a parlé. Le pont a également été fermé.", "Le pont a été fermé"),
        ("Le vent souffle. Donc six écoles ont fermé.", "Six écoles ont fermé"),
        # a number stays whole, though the parser cuts it
        ("Selon la mairie, 5.530 personnes ont été blessées.", "5.530 personnes ont été blessées"),
        # a longer line loses what it can do without, not its object
        (
            "La préfecture de la Vesle a interdit mardi la circulation des camions dans toute la vallée de la Rance jusqu'à "
            "la fin de la semaine prochaine.",
            "La préfecture de la Vesle a interdit mardi la circulation des camions",
        ),
        ("La mairie de Corbon confirme avoir porté plainte.", "La mairie de Corbon a porté plainte"),
    ],
)
def test_a_title_is_as_an_editor_prints_it(parse_many: Callable[[list[str]], list], text: str, title: str) -> None:  # type: ignore[type-arg]
    assert any(t.startswith(title) for t in titles(parse_many, text)), titles(parse_many, text)


def test_a_line_ends_with_no_half_of_a_pair() -> None:
    assert tidied("Le match entre Vesles") == "Le match"
    assert tidied("Le match entre Vesles et Corbon") == "Le match entre Vesles et Corbon"
    assert tidied("La trêve entre les deux camps") == "La trêve entre les deux camps"
    assert tidied("Il a écrit au maire, mais ce dernier") == "Il a écrit au maire"
    assert tidied("Le maire met en garde ceux") == "Le maire met en garde"


def test_who_is_the_source_is_not_who_is_told_of(parse_many: Callable[[list[str]], list]) -> None:  # type: ignore[type-arg]
    found = titles(parse_many, "L'appareil est tombé, a affirmé Paul Ferrand. Selon lui, il transportait des obus.")
    assert not any("Ferrand transportait" in t for t in found)


def test_an_accusation_names_the_accused_with_a_hedge(parse_many: Callable[[list[str]], list]) -> None:  # type: ignore[type-arg]
    found = titles(parse_many, "Paul Ferrand accuse Hugo Lestang d'avoir volé un tableau.")
    assert any(re.fullmatch(r"Hugo Lestang aurait volé un tableau", t) for t in found)
    found = titles(parse_many, "Les riverains accusent les autorités d'avoir détruit un hangar.")
    assert "Les autorités auraient détruit un hangar" in found
    long = (
        "pour l'aider à prolonger le siège de la ville en échange de bois et de vivres. La papeterie a nié ces ventes de cuves."
    )
    found = titles(parse_many, "Les élus de la vallée ont accusé la papeterie de vendre à la milice des cuves d'acier " + long)
    assert "Les élus de la vallée ont accusé la papeterie de vendre à la milice des cuves d'acier" in found


@given(st.text(alphabet="abcdé «»,;' ", max_size=300))
def test_a_title_is_short_and_its_marks_are_paired(text: str) -> None:
    title = trim(text)
    assert len(title) <= 92 and title.count("«") == title.count("»")
