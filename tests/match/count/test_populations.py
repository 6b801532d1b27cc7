"""One counted thing under other verbs or none: jobs, hectares, people out of their homes, sums; and what must stay apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.find.figures import find_figures
from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.count.populations import COLUMNS, find_populations
from recoupe.parse.document import Parsed
from tests.match.crossing import matters_of

PLANT = "Le groupe Tavernier a présenté lundi 5 mai 2025 son plan pour la fonderie de Corvel. "
FIRE = "Un feu de forêt s'est déclaré lundi 4 août 2025 près de Sorbières. "
TOWN = "Le stade de Corvel a accueilli samedi 10 mai 2025 le match entre Corvel et Sorbières. "
CASES = [
    (PLANT, "Il prévoit la suppression de près de 200 postes.", "Sur 350 salariés, 194 vont partir.", {"refined"}),
    (PLANT, "Le plan prévoit 194 suppressions d'emplois.", "Finalement, 90 personnes perdront leur emploi.", {"updated"}),
    (
        PLANT,
        "La direction annonce 194 suppressions de postes.",
        "Le nombre de licenciements est ramené de 194 à 90.",
        {"updated"},
    ),
    (PLANT, "Une centaine de salariés conserveront leur poste.", "Le repreneur garde 104 ouvriers.", {"refined"}),
    (PLANT, "Il offre une trentaine de millions d'euros.", "Le prix, 31,5 millions d'euros, sera versé en juin.", {"refined"}),
    (FIRE, "Le feu a parcouru 200 hectares.", "L'incendie a ravagé 540 hectares de pins.", {"updated"}),
    (FIRE, "Quelque 1 500 personnes ont été évacuées.", "Près de 1 500 habitants ont dormi loin de chez eux.", {"same"}),
    (FIRE, "On a évacué 1 480 habitants.", "Les mille cinq cents évacués attendent toujours.", {"refined"}),
    (TOWN, "Une vingtaine de supporteurs ont été interpellés.", "Vingt-six personnes ont été interpellées.", {"updated"}),
    (TOWN, "Quelque 11 000 personnes assistaient à la rencontre.", "Devant 10 870 spectateurs, Corvel a gagné.", {"refined"}),
    (
        TOWN,
        "Environ 2 000 manifestants ont défilé selon la police, 5 000 selon les organisateurs.",
        "Entre 2 000 et 3 000 personnes ont manifesté.",
        {"wording"},
    ),
    (FIRE, "Quelque 5 000 foyers sont privés d'électricité.", "Seuls 800 clients restaient sans courant.", {"updated"}),
    (FIRE, "On compte 12 routes fermées.", "Trente personnes sont évacuées et 31 routes affectées.", {"updated"}),
    (FIRE, "Une pétition a réuni 800 signatures.", "Près de 2 300 personnes ont signé la pétition.", {"updated"}),
    (FIRE, "La cagnotte atteint 7 500 euros.", "La somme récoltée s'élève à 11 500 euros.", {"updated"}),
    (FIRE, "Huit cent mille foyers ont perdu le courant.", "Quelque 790 000 abonnés étaient sans électricité.", {"refined"}),
    (FIRE, "Deux départements sont en vigilance rouge.", "Sept départements sont placés en alerte rouge.", {"updated"}),
    (FIRE, "Trois incendies volontaires ont été allumés.", "La police compte quatre foyers criminels.", {"contradicted"}),
    (FIRE, "Le tireur a fait feu à trois reprises.", "Cinq coups de feu ont été tirés.", {"contradicted"}),
    (FIRE, "Douze morts ont été comptés.", "Un blessé est mort, portant à treize le nombre de morts.", {"updated"}),
    (FIRE, "Douze morts ont été comptés.", "Le bilan du feu est monté à 15. Les morts sont des villageois.", {"updated"}),
    (
        FIRE,
        "Les dégâts sont évalués à plusieurs millions d'euros.",
        "La facture, elle, est connue : la ville évoque une cinquantaine de millions d'euros.",
        {"updated"},
    ),
    (FIRE, "Deux soldats ont été tués.", "Le père de l'un des deux militaires français morts témoigne.", {"same"}),
    (FIRE, "Les voleurs étaient trois.", "Deux voleurs armés ont fait irruption dans le camp.", {"contradicted"}),
    (FIRE, "On est sans nouvelles d'une soixantaine de passagers.", "Douze personnes restent introuvables.", {"updated"}),
    (FIRE, "Les dégâts sont estimés à 80 millions d'euros.", "Le coût des dégâts atteint 112 millions d'euros.", {"updated"}),
]
FRIENDS = [
    (FIRE, "Le train transportait 37 passagers turcs.", "Le train transportait 62 passagers."),
    (PLANT, "Le groupe va supprimer 194 postes.", "Le groupe va créer 120 emplois."),
    (PLANT, "Le groupe va supprimer 194 postes.", "En 2019, le groupe avait supprimé 60 postes."),
    (PLANT, "Les grévistes réclament 20 000 euros de prime.", "Une prime de 9 000 euros sera versée."),
    (PLANT, "Le parquet a demandé une amende de 50 000 euros.", "Il paiera une amende de 50 000 euros."),
    (FIRE, "Le feu a parcouru 200 hectares.", "Un autre feu a brûlé 35 hectares à Belmont."),
    (FIRE, "Le feu a parcouru 200 hectares.", "Depuis janvier, 1 700 hectares ont brûlé dans la région."),
    (FIRE, "Le feu a parcouru 200 hectares.", "En 2003, un incendie avait détruit 3 000 hectares."),
    (FIRE, "Douze personnes sont mortes.", "Ce feu survient un an après celui de Belmont, qui avait fait 37 morts."),
    (
        FIRE,
        "Neuf départements ont été placés en vigilance orange pour la soirée du lundi 4 août 2025.",
        "Dimanche 17 août 2025, 21 départements sont en vigilance orange.",
    ),
    (FIRE, "Deux départements sont en vigilance rouge.", "Douze départements sont placés en vigilance orange."),
    (
        FIRE,
        "Douze personnes ont été interpellées vendredi 8 août 2025.",
        "Samedi 9 août 2025, 31 personnes ont été interpellées.",
    ),
    (TOWN, "Devant 10 870 spectateurs, Corvel a gagné.", "Le stade peut recevoir 15 000 spectateurs."),
    (TOWN, "Quatre supporteurs ont été interpellés.", "En 2019, douze supporteurs avaient été interpellés."),
]


def _verdicts(start: str, left: str, right: str) -> set[str]:
    found = (m for m in matters_of(left, right, start=start) if len(m.reports) > 1)
    return {d.verdict for m in found for d in m.differences if d.slot == "figure"}


@pytest.mark.parametrize(("start", "left", "right", "wanted"), CASES)
def test_one_counted_thing(start: str, left: str, right: str, wanted: set[str]) -> None:
    assert _verdicts(start, left, right) == wanted


@pytest.mark.parametrize(("start", "left", "right"), FRIENDS)
def test_two_counted_things(start: str, left: str, right: str) -> None:
    assert _verdicts(start, left, right) == set()


def test_every_example_names_its_population(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    rows = read_table("lang/fr/populations.tsv", COLUMNS)
    parsed = parse_many([parse_markup(row["example"])[0] for row in rows])
    missed = []
    for row, one in zip(rows, parsed, strict=True):
        found = [p.name for f in find_figures(one, ()) for p in find_populations(one, f, people=True)]
        if row["population"] not in found:
            missed.append((row["population"], row["example"], found))
    assert missed == []


def test_things_are_no_rescued_persons() -> None:
    left, right = "Les plongeurs ont repêché 46 pièces d'or à Corvel.", "Les plongeurs ont récupéré 53 pièces d'or à Corvel."
    assert not [m.title for m in matters_of(left, right) if "personnes" in m.title]
