"""Ranks of one thing in its row, in two reports; and ranks that may both be true."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.count.ranks import COLUMNS, find_ranks
from recoupe.match.desk import lay_desk
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import verdicts_on

DAYS = ("2025-08-21", "2025-08-22")
PUTSCH = "Des officiers ont renversé mercredi 20 août 2025 le président du Zambara, Issa Tomandé. "
PRIZE = "La romancière Lise Amaury a reçu mercredi 20 août 2025 à Tours le prix des Quais. "
CUP = "Le club de Corvel a gagné mercredi 20 août 2025 la Coupe de Sorvie contre Belmont. "
RACE = "Le coureur Malo Renn a gagné mercredi 20 août 2025 le Tour de Sorvie. "
CASES = [
    (PUTSCH, "Il tient la deuxième ville du pays.", "Les blindés sont dans la troisième ville du pays.", ["contradicted"]),
    (RACE, "C'est sa deuxième victoire de la saison.", "C'est le troisième succès de l'année de Malo Renn.", ["contradicted"]),
    (PUTSCH, "C'est le troisième putsch depuis 2021.", "Le pays vit son quatrième coup d'État en quatre ans.", ["contradicted"]),
    (
        PUTSCH,
        "C'est le cinquième coup d'État depuis 1960.",
        "Ce putsch est le quatrième que connaisse le pays.",
        ["contradicted"],
    ),
    (PRIZE, "Elle est la sixième femme à le recevoir.", "Lise Amaury est la septième femme au palmarès.", ["contradicted"]),
    (PRIZE, "Le jury l'a choisie au premier tour.", "Il a fallu au jury trois tours de scrutin.", ["contradicted"]),
    (CUP, "Corvel décroche son 7e titre.", "C'est la huitième couronne de Corvel.", ["contradicted"]),
    (CUP, "Corvel décroche son 7e titre.", "C'est le septième sacre de Corvel.", ["same"]),
]
FRIENDS = [
    (CUP, "Corvel fête sa troisième victoire.", "Pour le visiteur, c'est la troisième victoire."),
    (PRIZE, "Lise Amaury achève son troisième mandat.", "Le troisième mandat de Lise Amaury divise."),
    # Equal ranks alone are nothing that two reports share.
    (PRIZE, "La crise vient du troisième mandat que Lise Amaury brigue.", "Ils refusent à Lise Amaury un troisième mandat."),
    (PUTSCH, "Il tient la deuxième ville du pays.", "Les blindés sont dans la troisième ville du continent."),
    (PUTSCH, "Il tient la deuxième ville visitée.", "C'est la troisième ville tombée."),
    (CUP, "C'est la septième couronne de Corvel.", "Corvel fête aussi son sixième titre en salle."),
    (CUP, "C'est la deuxième victoire de la saison pour Corvel.", "C'est le troisième succès de l'année pour Corvel."),
    (PUTSCH, "C'est le deuxième jour de grève.", "Troisième jour de grève dans les rues."),
    (PUTSCH, "C'est le troisième putsch en quatre ans.", "C'est le cinquième coup d'État depuis 1960."),
    (CUP, "C'est le troisième titre consécutif de Corvel.", "C'est la quatrième couronne de Corvel."),
    (CUP, "Corvel décroche son 7e titre.", "Après son sixième titre, Corvel en voulait un autre."),
    (CUP, "Corvel décroche son 7e titre.", "Corvel vise un huitième titre."),
    (PRIZE, "C'est son deuxième roman.", "Son deuxième mari était là."),
    (PRIZE, "Au premier tour de la présidentielle, elle avait voté.", "Au second tour, elle s'était abstenue."),
]


@pytest.mark.parametrize(("start", "left", "right", "wanted"), CASES)
def test_one_row(start: str, left: str, right: str, wanted: list[str]) -> None:
    assert verdicts_on("rank", left, right, start=start, days=DAYS) == wanted


@pytest.mark.parametrize(("start", "left", "right"), FRIENDS)
def test_ranks_that_may_both_be_true(start: str, left: str, right: str) -> None:
    assert verdicts_on("rank", left, right, start=start, days=DAYS) == []


def test_every_example_is_of_its_row(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    rows = read_table("lang/fr/ranked.tsv", COLUMNS)
    parsed = parse_many([parse_markup(row["example"])[0] for row in rows])
    missed = []
    for row, one in zip(rows, parsed, strict=True):
        desk = lay_desk([read_report(Report(one.report, None, one.text, "fr"), one)])
        found = [rank.series for rank in find_ranks(desk, one.report)]
        if found != [row["series"]]:
            missed.append((row["series"], row["example"], found))
    assert missed == []
