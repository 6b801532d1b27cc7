"""What a number counts, settled by the reports beside it; and numbers that stay what they are."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "Une embarcation de migrants a fait naufrage mardi 2 septembre 2025 au large de Corvel. "
CASES = [
    ("Au moins douze migrants sont morts.", "Douze corps ont été repêchés.", "Nombre de morts : 12"),
    ("Quarante personnes ont été secourues.", "Les 40 rescapés sont logés à Corvel.", "Nombre de personnes secourues : 40"),
    (
        "Une soixantaine de personnes étaient à bord.",
        "65 migrants avaient pris place à bord.",
        "Nombre de personnes à bord : 60 à 65",
    ),
    (
        "Les dégâts atteignent 87 millions d'euros.",
        "Le port, estimé à 87 millions d'euros, est détruit.",
        "Dégâts : 87 millions d'euros",
    ),
    ("Neuf cas de gale sont recensés.", "On compte quatorze malades.", "Nombre de malades : 9, puis 14"),
    ("Une douzaine de traversées sont annulées.", "Treize liaisons ont été supprimées.", "Traversées annulées : 12 à 13"),
    ("Près de 20 000 pièces ont été vendues.", "19 300 fromages avaient été vendus.", "Nombre de ventes : 19 300 à 20 000"),
    ("Le pays compte 1 500 soldats.", "Près de 1 500 militaires sont déployés.", "Nombre de militaires : 1 500"),
    ("Plusieurs milliers de passagers attendent.", "6 400 voyageurs attendent.", "Nombre de passagers : 6 400"),
    (
        "Le récit s'est vendu à 52 300 exemplaires.",
        "Quelque 50 000 exemplaires ont été vendus.",
        "Nombre de ventes : 50 000 à 52 300",
    ),
]
FRIENDS = [
    ("Quarante personnes sont mortes.", "Trois policiers ont été tués."),
    ("Le bateau transportait 118 voyageurs et deux agents.", "Le bateau transportait 118 voyageurs."),
    ("L'enquête compte cent victimes de l'escroquerie.", "Le procès réunit cent victimes."),
    ("Plus de la moitié des passagers ne se sont pas déplacés.", "Cent habitants ont été évacués."),
]


def _titles(left: str, right: str) -> list[str]:
    matters = matters_of(left, right, start=START)
    return [m.title for m in matters if len(m.reports) > 1 and any(d.slot == "figure" for d in m.differences)]


@pytest.mark.parametrize(("left", "right", "wanted"), CASES)
def test_settled_by_the_other_report(left: str, right: str, wanted: str) -> None:
    assert _titles(left, right) == [wanted]


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_left_as_it_is(left: str, right: str) -> None:
    assert not [
        t
        for t in _titles(left, right)
        if t.startswith(("Nombre de morts", "Nombre de personnes é", "Nombre de personnes à bord : 2"))
    ]
