"""States on scales: what a report says of a holder, and two reports that have it on two rungs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.desk import lay_desk
from recoupe.match.state.holders import Book
from recoupe.match.state.ladders import kinds_of, scales
from recoupe.match.state.standings import find_standings
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import matters_of

ParseMany = Callable[[list[str]], list[Parsed]]
START = "À Belmont, la crue du Gardouin a surpris la commune de Corvel et la préfète, Anne Sorel. "
DAYS = ("2025-05-12", "2025-05-14")

# Of one holder, on two rungs.
MOVED = [
    ("Un homme a été grièvement blessé.", "Le blessé a quitté l'hôpital."),
    ("Le blessé est entre la vie et la mort.", "L'état du blessé est stabilisé."),
    ("Le rapport des ingénieurs est attendu vendredi.", "Le rapport des ingénieurs a été remis samedi."),
    ("Le chauffeur, dont le pronostic vital est engagé, a 31 ans.", "Le chauffeur est hors de danger."),
    ("Le patron, Luc Fabre, a exclu de quitter ses fonctions.", "Luc Fabre a rendu son tablier."),
    ("Le pont des Arches est fermé.", "Le pont des Arches a été rendu à la circulation."),
    ("Le tunnel du Rouet est coupé.", "La circulation a repris dans le tunnel du Rouet."),
    ("L'usine a suspendu sa production.", "L'usine a rallumé ses fours."),
    ("Mille foyers sont privés d'électricité.", "Le courant est revenu."),
    ("Les éboueurs sont en grève.", "Les éboueurs ont repris le travail."),
    ("Une camionnette reste introuvable.", "Le fourgon a été retrouvé calciné."),
    ("Les habitants ont été évacués.", "Les riverains ont regagné leur domicile."),
    ("Quatre personnes sont recherchées.", "Deux hommes ont avoué."),
    ("Le point : quatre hommes recherchés", "Deux hommes ont avoué."),
    ("Le port doit rouvrir mardi.", "Le port a rouvert."),
    ("Le conseil doit se prononcer mardi.", "Le conseil a rendu son avis."),
    ("Les élus réclament l'ouverture d'une enquête.", "Le parquet a ouvert une enquête."),
    ("Les surveillants bloquent la prison.", "Les surveillants ont levé le blocage de la prison."),
    ("L'alerte rouge est en vigueur.", "L'alerte rouge n'est plus en vigueur."),
    ("L'aéroport n'accueille plus aucun vol.", "Un premier avion s'est posé."),
    ("L'avocat de Luc Fabre réfléchit à un recours.", "Luc Fabre a fait appel."),
    ("Luc Fabre se trouvait mardi soir entre la vie et la mort.", "Le pronostic vital du patron, Luc Fabre, n'est plus engagé."),
    ("Luc Fabre est dans un état sérieux.", "L'état de Luc Fabre est stable, d'après l'hôpital."),
    ("Les jours de Luc Fabre sont en danger.", "Les jours de Luc Fabre ne sont plus en danger."),
    ("On est sans nouvelles de Marc Vial.", "Marc Vial a été relâché."),
    ("Marc Vial est toujours interrogé par la police.", "Marc Vial a été mis hors de cause."),
    ("Marc Vial est soupçonné de fraude.", "Marc Vial a été blanchi."),
    ("Une cagnotte a été lancée pour les sinistrés.", "Le site a décidé de clore la cagnotte."),
    ("L'armée a mis en pause son offensive.", "L'armée a relancé son offensive."),
    ("Aucune revendication n'est parvenue.", "L'explosion a été revendiquée."),
    ("Le sommet promet d'être agité.", "À l'issue du sommet, nul n'a parlé."),
    ("Les fouilles se poursuivent.", "Les fouilles ont été abandonnées."),
    ("Mille foyers étaient sans électricité lundi soir.", "Le courant est revenu."),
    ("Deux spéléologues sont bloqués sous terre.", "Les deux spéléologues ont retrouvé l'air libre."),
    ("L'auteur présumé du vol de Metz, Luc Fabre, est recherché.", "Luc Fabre s'est rendu à la gendarmerie."),
    ("La tempête Odile doit toucher le littoral mardi.", "Odile a balayé le littoral."),
    ("Le maire n'a pas encore dit s'il briguera un mandat.", "Le maire ne se représentera pas."),
    ("Le match de Corvel a été interrompu par la pluie.", "Le match de Corvel a été rejoué."),
    ("Un cessez-le-feu est en vigueur depuis mardi.", "Les combats ont repris, chacun accusant l'autre."),
    ("L'Aude et le Gard sont placés en vigilance orange.", "La vigilance orange a été levée dans le Gard."),
    ("La factrice blessée à Corvel, entre la vie et la mort mardi, a 30 ans.", "La factrice est hors de danger."),
    ("Le cargo Norna a été arraisonné.", "Le cargo Norna a repris la mer."),
    ("Le groupe Bravia négocie une fusion.", "Bravia va fusionner avec une rivale."),
    ("Le jugement a été mis en délibéré.", "Le jugement a été rendu mercredi."),
    ("Les mutins ont fermé les frontières.", "Les frontières, elles, sont rouvertes depuis mardi."),
    ("Le pont des Arches est fermé.", "Le pont des Arches est en travaux. Il a rouvert mardi."),
    ("Luc Fabre, patron du club, s'accroche à son fauteuil.", "Luc Fabre a confié qu'il jetterait l'éponge."),
    ("Le nouvel homme fort prêtera serment lundi.", "Le général Luc Fabre a juré ce matin de défendre la Constitution."),
    ("Un audit va être lancé sur l'usine.", "L'audit a conclu que l'usine était rentable."),
    ("Luc Fabre fera appel.", "La cour d'appel a confirmé la peine de Luc Fabre."),
    ("Paul Vial, 15 ans, n'a plus donné signe de vie.", "L'adolescent a été localisé chez un ami."),
]
# Two holders, or one rung.
FRIENDS = [
    # To what end something was done is no state to come.
    ("Un gardien est mort pour sauver les otages.", "Luc Vial est mort en libérant les otages."),
    # Nobody says whose trial it is.
    ("Sa condamnation, lundi, a surpris la salle.", "Son procès en appel s'ouvre mardi."),
    ("Le pont des Arches est fermé.", "Le pont du Moulin a rouvert."),
    ("L'usine est à l'arrêt.", "L'usine est toujours à l'arrêt."),
    ("Un homme et une cycliste ont été blessés.", "Le blessé a quitté l'hôpital."),
    ("Luc Fabre a été arrêté.", "Marc Vial a été relâché."),
    # Charged, and at large: both at one time.
    ("Le maire, Luc Fabre, a été mis en examen.", "Luc Fabre a été placé sous contrôle judiciaire."),
    ("Le maire, Luc Fabre, a été mis en examen.", "Luc Fabre a été laissé libre."),
    ("Le tunnel du Rouet est fermé. Le tunnel de Vesles l'est aussi.", "Un tunnel a rouvert."),
    ("Deux suspects sont en fuite.", "Trois suspects ont été arrêtés."),
    ("Le concert de Nora est annulé.", "Le concert de Lucien a eu lieu."),
    ("Le feu de Vesles progresse.", "Le feu de Corvel est éteint."),
    ("Le maire, Luc Fabre, a été condamné en 2012.", "Luc Fabre a été relâché."),
    ("Un chalutier a été dépêché sur place.", "Les marins, dépêchés sur place, sont arrivés."),
    ("Luc Fabre entrait en prison quand la crue est venue.", "Luc Fabre a été arrêté."),
    ("La grève est possible mardi.", "Les éboueurs sont en grève."),
    ("Une réunion est programmée mardi 20 mai.", "Une réunion a eu lieu lundi 12 mai."),
    ("L'armée a repris son offensive.", "L'armée va-t-elle s'arrêter, ou suspendre son offensive ?"),
    ("Luc Fabre est dans un état sérieux.", "L'état de Marc Vial est stable."),
    ("Luc Fabre est attendu jeudi en Norvège.", "Luc Fabre est arrivé mardi soir à Vienne."),
    ("Les éboueurs sont en grève.", "Les facteurs ont repris le travail."),
    ("Un alpiniste belge est porté disparu.", "Un pêcheur a été retrouvé sain et sauf."),
    ("Les élus étudieront la loi sur l'eau.", "Les élus ont adopté la réforme du permis de conduire."),
    ("Le feu progresse.", "Le feu n'était pas encore fixé."),
    ("L'Aude est placée en vigilance orange.", "La vigilance orange a été levée dans le Gard."),
    ("Le maire n'a pas dit s'il briguera un mandat.", "Le maire n'a pas encore dit s'il briguera un mandat."),
]


def _updated(left: str, right: str) -> list[str]:
    found = matters_of(left, right, start=START, days=DAYS)
    return [m.title for m in found if any(d.slot == "status" and d.verdict == "updated" for d in m.differences)]


@pytest.mark.parametrize(("left", "right"), MOVED)
def test_moved(left: str, right: str) -> None:
    assert len(_updated(left, right)) == 1


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_nothing_moved(left: str, right: str) -> None:
    assert _updated(left, right) == []


def test_the_day_a_fire_was_put_out_is_not_the_day_it_broke_out() -> None:
    left, right = (
        "L'incendie s'est déclaré lundi à Vesles.",
        "Les pompiers sont venus à bout de l'incendie de l'entrepôt mercredi matin.",
    )
    assert [
        d.slot for m in matters_of(left, right, start=START, days=DAYS) for d in m.differences if d.verdict == "contradicted"
    ] == []


def test_the_later_state_may_stand_in_the_earlier_page() -> None:
    assert _updated(
        "Les habitants ont pu regagner leur domicile.", "Les trois cents évacués, eux, attendent encore de rentrer."
    ) == ["Habitants : évacués, puis de retour"]


def test_a_later_report_that_stops_at_a_lower_rung_tells_of_the_past() -> None:
    assert _updated("Le blessé a succombé.", "Le blessé avait été hospitalisé.") == []


def test_a_report_of_the_day_after_that_stops_at_a_lower_rung_tells_of_the_past() -> None:
    texts = ("Luc Fabre se pourvoit en cassation.", "Luc Fabre a été condamné lundi.")
    found = matters_of(*texts, start=START, days=("2025-05-12", "2025-05-13"))
    assert [m for m in found if m.agreement == "updated"] == []


CLASHES = [
    ("Le candidat Luc Fabre a annoncé son retrait.", "Luc Fabre se maintient au second tour.", ["contradicted"]),
    ("Le ministre Luc Fabre a démissionné.", "Luc Fabre exclut de démissionner.", ["wording"]),
    ("Luc Fabre exclut de démissionner.", "Le ministre Luc Fabre a démissionné.", []),
    ("Luc Fabre a été relaxé.", "Luc Fabre a été condamné à six mois.", ["contradicted"]),
    ("Luc Fabre a été relaxé.", "Luc Fabre a été condamné en appel à six mois.", []),
]


@pytest.mark.parametrize(("left", "right", "verdicts"), CLASHES)
def test_states_that_cannot_follow(left: str, right: str, verdicts: list[str]) -> None:
    found = matters_of(left, right, start=START, days=DAYS)
    assert sorted({d.verdict for m in found for d in m.differences if " ou " in m.title}) == verdicts


def test_a_turn_told_twice_is_one_matter_with_all_its_places() -> None:
    """An event tells the closing and the opening; the sentences beside it join its matter."""
    left = "La préfète a décrété l'état d'urgence à Corvel. L'état d'urgence est déclaré pour deux jours."
    right = "L'état d'urgence prend fin à Corvel. L'état d'urgence a été levé mardi."
    found = [d for m in matters_of(left, right, start=START, days=DAYS) for d in m.differences if d.verdict == "updated"]
    assert [len({s.start for v in d.values for s in v.evidence}) > 2 for d in found] == [True]


@pytest.mark.parametrize(
    ("right", "one"),
    [("L'État islamique lance une offensive surprise dans la montagne.", False), ("L'Otan lance une offensive surprise.", True)],
)
def test_weeks_later_the_offensive_of_another_is_another(right: str, one: bool) -> None:
    left = "L'Otan a mis en pause son offensive dans le désert."
    start = "La préfecture de Sarlan a reçu les pêcheurs du port de Belmont. "
    found = matters_of(left, right, start=start, days=("2025-05-05", "2025-05-26"))
    assert any(m.agreement == "updated" for m in found) == one


def test_each_row_reads_its_example(parse_many: ParseMany) -> None:
    rows = read_table("lang/fr/ladders.tsv", ("scale", "rung", "label", "part", "words", "example"))
    texts = [parse_markup(r["example"]) for r in rows]
    missed = []
    for row, (text, marks), parsed in zip(rows, texts, parse_many([t for t, _ in texts]), strict=True):
        desk = lay_desk([read_report(Report("r", None, text, "fr"), replace(parsed, report="r"))])
        read = {(s.rung.scale, s.rung.step, parsed.words[s.word].text) for s in find_standings(desk, Book(desk, "r"))}
        if (row["scale"], int(row["rung"]), text[marks[0].start : marks[0].end]) not in read:
            missed.append(row.where)
    assert missed == []


def test_each_kind_of_holder_is_in_its_example() -> None:
    rows = read_table("lang/fr/holders.tsv", ("kind", "also", "nouns", "example"))
    assert [
        r["kind"]
        for r in rows
        if not any(r["kind"] in kinds_of(w.lower().rstrip("s")) for w in re.findall(r"[\w-]+", r["example"].replace("'", " ")))
    ] == []


def test_scales_are_of_known_kinds() -> None:
    kinds = {r["kind"] for r in read_table("lang/fr/holders.tsv", ("kind", "also", "nouns", "example"))} | {"persons"}
    assert {k for s in scales().values() for k in s.kinds} <= kinds
