"""Parts and wholes, a number in two states, two nouns for one set of people; and numbers that only look alike."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "Le cargo Astrolabe a été arraisonné lundi 5 mai 2025 devant le port de Corvel. "
CASES = [
    ("Treize marins sont retenus à Corvel.", "Les treize marins ont été libérés.", {("status", "updated")}),
    ("Treize marins sont retenus à Corvel.", "Une douzaine de matelots étaient à bord.", {("figure", "refined")}),
    ("Trois des cinq canots ont coulé.", "Trois canots gisent au fond.", {("part", "refined")}),
    (
        "Neuf hommes ont été arrêtés, dont trois contrebandiers.",
        "Neuf hommes, trois contrebandiers, ont été arrêtés.",
        {("part", "refined")},
    ),
    (
        "Un avion a ramené 1 079 personnes, dont 577 Français.",
        "Un millier de personnes, dont 677 Français, sont rentrées.",
        {("number", "contradicted"), ("figure", "refined")},
    ),
]
FRIENDS = [
    ("Neuf hommes, dont trois Belges, ont été arrêtés.", "Neuf hommes, trois Belges et six Suisses, ont été arrêtés."),
    ("Treize marins sont retenus à Corvel.", "Treize tonnes de morue ont été saisies."),
    ("Treize marins sont retenus à Corvel.", "Trois marins ont été libérés."),
    ("Trois des cinq canots ont coulé.", "Cinq canots partaient, trois sont revenus et deux canots ont coulé."),
    ("L'équipage compte 20 hommes, dont 5 Français.", "L'équipage compte 31 hommes, dont 8 Français."),
    ("Un avion a ramené 300 personnes, dont 57 enfants.", "Un navire a ramené 900 personnes, dont 80 enfants."),
]


def _found(left: str, right: str) -> set[tuple[str, str]]:
    slots = ("figure", "status", "part", "number")
    matters = (m for m in matters_of(left, right, start=START) if len(m.reports) > 1)
    return {(d.slot, d.verdict) for m in matters for d in m.differences if d.slot in slots and d.verdict != "same"}


@pytest.mark.parametrize(("left", "right", "wanted"), CASES)
def test_parts_states_and_lots(left: str, right: str, wanted: set[tuple[str, str]]) -> None:
    assert _found(left, right) == wanted


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_numbers_that_only_look_alike(left: str, right: str) -> None:
    assert _found(left, right) == set()
