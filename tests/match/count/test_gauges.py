"""Numbers of which one affair has one, in two reports; and numbers of two things."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.count.gauges import find_gauges
from recoupe.match.count.gaugewords import COLUMNS
from recoupe.match.desk import lay_desk
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import verdicts_on

DAYS = ("2025-01-21", "2025-01-22")
QUAKE = "Un séisme a secoué lundi 20 janvier 2025 la province de Tarma. "
FIRM = "Le constructeur Bolaris a annoncé lundi 20 janvier 2025 à Corvel le rappel de ses fourgons. "
STRIKE = "Les marins de la compagnie Bolaris sont en grève depuis lundi 20 janvier 2025 à Corvel. "
SALE = "La galerie Bolaris a fermé lundi 20 janvier 2025 à Corvel après la vente de la toile « Aurore ». "
KIDNAP = "L'héritière Anna Veld a été libérée lundi 20 janvier 2025 près de Corvel. "
CASES = [
    (
        SALE,
        "La toile d'Anna Veld est partie à 310 000 euros.",
        "La toile d'Anna Veld a été adjugée 380 000 euros.",
        "contradicted",
    ),
    (QUAKE, "La secousse était d'une magnitude de 6,8.", "Elle atteignait 6,4 sur l'échelle de Richter.", "contradicted"),
    (STRIKE, "La grève est suivie à 82 %, selon le syndicat.", "À peine 35 % du personnel a cessé le travail.", "wording"),
    (QUAKE, "La secousse était d'une magnitude de 6,8.", "Magnitude : 7, selon l'observatoire.", "contradicted"),
    (FIRM, "L'action a perdu 23,4 % à la Bourse.", "Les actionnaires ont laissé près d'un quart de leur mise.", "refined"),
    (
        KIDNAP,
        "Les ravisseurs exigeaient une rançon de 700 000 euros.",
        "Ils demandaient une rançon de 900 000 euros.",
        "contradicted",
    ),
    (STRIKE, "La grève est suivie à 82 %, selon le syndicat.", "Elle est suivie par 57 % des marins, selon Bolaris.", "wording"),
]
WRECK = "Le cargo Solveig a sombré lundi 20 janvier 2025 près de Corvel. "
DAM = "Le barrage de Corvel a cédé lundi 20 janvier 2025. "
CASES += [
    # Across the units of one dimension.
    (WRECK, "L'épave gît à 900 mètres de profondeur.", "L'épave repose par 3 000 pieds de fond.", "refined"),
    (WRECK, "Le Solveig dérivait à 12 milles de la côte.", "Le Solveig était à 40 kilomètres de la côte.", "contradicted"),
    (
        WRECK,
        "L'épave du Solveig, construit en 1987, dort à 12 milles du phare.",
        "Le Solveig gît à 40 kilomètres du phare.",
        "contradicted",
    ),
    # The words right before the number tell more than those of the clause; one kind of thing under two names.
    (WRECK, "C'était un cargo de 90 mètres, au niveau de pont unique.", "Le navire était long de 120 mètres.", "contradicted"),
    # A ceiling excludes what lies above it, whatever else the sentence counts.
    (
        WRECK,
        "On entassait jusqu'à 70 hommes sur un cargo de moins de 80 mètres.",
        "Le navire, long de 95 mètres.",
        "contradicted",
    ),
    (WRECK, "Le cargo, long de neuf mètres, s'est plié en deux.", "Le navire était long de neuf mètres.", "same"),
    (DAM, "Le lac contenait 18 kilomètres cubes d'eau.", "Huit kilomètres cubes d'eau ont déferlé.", "contradicted"),
    (DAM, "Quelque 9 500 véhicules passaient chaque jour sur le pont.", "9 000 voitures y passaient par jour.", "refined"),
    (FIRM, "Bolaris a dégagé près de deux milliards d'euros de bénéfice.", "Bolaris : 1,9 milliard de profit.", "refined"),
    # Who speaks of nobody speaks of whom the head tells.
    (FIRM, "Bolaris doit plus de huit millions d'euros.", "La dette s'élève à six millions d'euros.", "contradicted"),
    # It was another number before, and says so.
    (KIDNAP, "La rançon était de deux millions d'euros.", "La rançon a été ramenée à 800 000 euros.", "updated"),
]
FRIENDS = [
    (WRECK, "C'était un cargo de plus de 90 mètres.", "Le navire était long de 120 mètres."),
    (WRECK, "C'était un cargo de 90 mètres.", "Un requin de 3 mètres nageait là."),
    (FIRM, "Anna Veld paiera 20 000 euros d'amende.", "Paul Orme paiera 5 000 euros d'amende, comme Anna Veld."),
    (SALE, "La toile d'Anna Veld est partie à 310 000 euros.", "Un bronze de Paul Orme a été adjugé 380 000 euros."),
    (
        SALE,
        "Bolaris affiche un déficit de 3 millions d'euros en France.",
        "Bolaris affiche un déficit de 9 millions d'euros dans le monde.",
    ),
    (QUAKE, "La secousse était d'une magnitude de 6,8.", "Une nouvelle secousse, de magnitude 6,3, a suivi."),
    (QUAKE, "La secousse était d'une magnitude de 6,8.", "Une réplique de magnitude 5,1 a suivi."),
    (QUAKE, "La secousse était d'une magnitude de 6,8.", "En 1998, un séisme de magnitude 6,1 avait fait cent morts."),
    (FIRM, "L'action a perdu 23,4 % à la Bourse.", "Le groupe supprimera 9 % de ses effectifs."),
    (KIDNAP, "Les ravisseurs exigeaient une rançon de 700 000 euros.", "Le butin du hold-up de mai était de 300 000 euros."),
]


@pytest.mark.parametrize(("start", "left", "right", "wanted"), CASES)
def test_one_number(start: str, left: str, right: str, wanted: str) -> None:
    assert set(verdicts_on("figure", left, right, start=start, days=DAYS)) == {wanted}


@pytest.mark.parametrize(("start", "left", "right"), FRIENDS)
def test_two_numbers(start: str, left: str, right: str) -> None:
    assert verdicts_on("figure", left, right, start=start, days=DAYS) == []


def test_every_example_is_read_off_its_gauge(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    rows = read_table("lang/fr/gauges.tsv", COLUMNS)
    parsed = parse_many([parse_markup(row["example"])[0] for row in rows])
    missed = []
    for row, one in zip(rows, parsed, strict=True):
        desk = lay_desk([read_report(Report(one.report, None, one.text, "fr"), one)])
        found = [x.gauge for x in find_gauges(desk, one.report)]
        if found != [row["gauge"]]:
            missed.append((row["gauge"], row["example"], found))
    assert missed == []
