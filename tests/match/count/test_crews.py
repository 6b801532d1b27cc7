"""How many did it, were aboard, made up the convoy, and numbers whose digits changed places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.acts.hearts import kinds
from recoupe.match.asked.asked import Scene
from recoupe.match.count.crews import COLUMNS, find_crews
from recoupe.match.desk import lay_desk
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import matters_of

ParseMany = Callable[[list[str]], list[Parsed]]
HEIST = "À Larmont, la bijouterie Orval a été dévalisée mercredi par des voleurs. "
COACH = "Près de Sauvignac, un car de la compagnie Moreno s'est renversé lundi. "
AID = "Près de Tessan, un convoi de l'ONG Vital a été attaqué dimanche. "
FIRM = "À Cholmer, le fabricant Duvernoy ferme son usine de la rue Basse. "
DAYS = ("2024-05-16", "2024-05-16")


@pytest.mark.parametrize(
    ("start", "left", "right", "title"),
    [
        (HEIST, "Ils étaient trois, masqués.", "Cinq hommes cagoulés ont vidé les vitrines.", "Nombre d'auteurs"),
        (HEIST, "Les individus, au nombre de trois, ont fui.", "On voit quatre silhouettes sur les images.", "Nombre d'auteurs"),
        (HEIST, "Le trio a pris la fuite.", "Le vol a été commis par quatre hommes.", "Nombre d'auteurs"),
        (COACH, "Ils étaient trente à bord.", "Quarante-sept personnes se trouvaient à bord.", "Nombre de personnes à bord"),
        (AID, "Il comptait huit camions.", "Le convoi se composait de quinze véhicules.", "Nombre de véhicules"),
        (
            FIRM,
            "Au total, 1.254 salariés perdent leur poste.",
            "Ce sont 1.524 emplois qui disparaissent.",
            "Chiffres intervertis",
        ),
    ],
)
def test_numbers_that_exclude_each_other(start: str, left: str, right: str, title: str) -> None:
    found = matters_of(left, right, start=start, days=DAYS)
    assert [m.agreement for m in found if m.title.startswith(title)] == ["contradicted"]


@pytest.mark.parametrize(
    ("start", "left", "right"),
    [
        (HEIST, "Trois hommes cagoulés ont vidé les vitrines.", "Deux individus armés ont été interpellés."),
        (HEIST, "Trois hommes cagoulés ont vidé les vitrines.", "Parmi eux, deux hommes armés ont menacé le gérant."),
        (HEIST, "Trois hommes cagoulés ont vidé les vitrines.", "Au moins deux hommes cagoulés sont entrés."),
        (COACH, "Il transportait 41 passagers.", "Un autre car transportait 52 passagers ce jour-là."),
        (COACH, "Il y avait huit enfants à bord.", "Ses 45 occupants ont eu peur."),
        (COACH, "Il transportait trente touristes.", "Trente-deux personnes se trouvaient à bord."),
        (FIRM, "Sur 1.254 salariés, 1.524 euros sont promis à chacun.", "Ce sont 1.524 emplois qui disparaissent."),
        (FIRM, "L'usine compte 143 salariés.", "L'usine compte 431 salariés dans toute la vallée."),
        (COACH, "Il transportait 37 passagers turcs et neuf Grecs.", "Soixante-deux personnes se trouvaient à bord."),
    ],
)
def test_numbers_that_may_both_be_right(start: str, left: str, right: str) -> None:
    titles = ("Nombre d'auteurs", "Nombre de personnes à bord", "Chiffres intervertis")
    found = [m for m in matters_of(left, right, start=start, days=DAYS) if m.agreement == "contradicted"]
    assert [m.title for m in found if m.title.startswith(titles)] == []


def test_weeks_later_another_flight_is_told_of() -> None:
    told = "Ils étaient trente à bord.", "Quarante-sept personnes se trouvaient à bord."
    found = [m.title for m in matters_of(*told, start=COACH, days=("2025-05-05", "2025-07-06")) if len(m.reports) > 1]
    assert not any(t.startswith("Nombre de personnes à bord") for t in found)


def test_each_turn_reads_its_example(parse_many: ParseMany) -> None:
    rows = [r for r in read_table("lang/fr/crews.tsv", COLUMNS) if r["kind"] == "turn"]
    marked = [parse_markup(r["example"]) for r in rows]
    missed = []
    for row, (_, marks), parsed in zip(rows, marked, parse_many([text for text, _ in marked]), strict=True):
        desk = lay_desk([read_report(Report("r", None, parsed.text, "fr"), replace(parsed, report="r"))])
        found = list(find_crews(Scene(desk, "r"), frozenset(kinds())))
        if not any(a.question == row["name"] and a.span.start == marks[0].start for a in found):
            missed.append((row.where, row["example"], [parsed.text[a.span.start : a.span.end] for a in found]))
    assert missed == []
