"""Numbers that answer one question in two reports though no word beside them is the same: opposed, moved or told more exactly."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of, verdicts_on

START = "La mairie de Sarlan a tout dit du port de Belmont. "
NEXT_DAY, SAME_DAY, WEEKS = ("2025-05-05", "2025-05-06"), ("2025-05-05", "2025-05-05"), ("2025-05-05", "2025-06-16")

OPPOSED = [
    ("Le vainqueur de la régate touchera 30 000 francs.", "Il empoche 45 000 francs pour sa victoire."),
    ("La société a perdu 62 millions d'euros cette année.", "Les pertes du groupe se montent à 81 millions d'euros."),
    ("Les douaniers ont saisi 310 kilos d'héroïne dans la soute.", "La drogue trouvée à bord pèse 240 kilos."),
    ("L'aviation a mené une centaine de raids sur le port.", "Le port a subi 480 frappes de l'aviation."),
    ("La vague a atteint 11 mètres devant la digue.", "Une déferlante de 14 mètres a emporté le ponton."),
    ("Le navire a perdu 400 tonnes de fioul.", "La nappe échappée du navire pèse 650 tonnes."),
    ("Les pirates ont copié 2,4 téraoctets de courriers.", "Quelque 900 gigaoctets ont été pris."),
]
FINER = [
    ("Environ 15 000 caisses de vin ont disparu.", "Les voleurs ont emporté 16 617 caisses."),
    ("Une quarantaine de barques ont coulé dans le port.", "Au total, 43 embarcations ont été perdues par les pêcheurs."),
    ("Près de 300 caisses de vin ont disparu.", "Les voleurs ont emporté 287 caisses."),
]
OF_TWO = [
    # Asked for, and granted.
    ("La procureure a requis une amende de 14 millions d'euros.", "Le tribunal l'a condamné à payer 9 millions d'euros."),
    # A second one of its kind.
    ("La secousse était de magnitude 6,1.", "Une réplique de magnitude 4,8 a suivi dans la nuit."),
    # No number that another could exclude.
    ("Des dizaines de soldats gardent la digue.", "Quelque 900 soldats sont sur place."),
    # Only forecast.
    ("La liste de Paul Denis obtiendrait 38 sièges.", "La liste de Paul Denis a obtenu 41 sièges."),
    # Of another year.
    ("Le port a perdu 62 millions d'euros.", "En 2019, le port avait perdu 81 millions d'euros."),
    # Of the world, and of one country.
    ("Le groupe a perdu 3 millions d'euros en Italie.", "Le groupe a perdu 9 millions d'euros dans le monde."),
    # How deep and how wide.
    ("La faille a 90 mètres de profondeur.", "La faille a 40 mètres de large."),
    # How far from here and how far from there.
    ("Un blessé est soigné à Sarville, à 60 kilomètres.", "Un blessé est soigné à Morlac, à 45 kilomètres."),
    # One verb of two persons.
    ("Anna Veld paiera 20 000 euros.", "Paul Orme paiera 5 000 euros."),
    # Parts of two things.
    ("L'action a perdu 23,4 % à la Bourse.", "Le groupe se sépare de 9 % de ses vendeurs."),
    # What holds so many, and how many came.
    ("La salle peut recevoir 1 500 spectateurs.", "Le concert a attiré 870 spectateurs."),
]


@pytest.mark.parametrize(("left", "right"), OPPOSED)
def test_two_answers_to_one_question(left: str, right: str) -> None:
    assert "contradicted" in verdicts_on("figure", left, right, start=START, days=NEXT_DAY)


@pytest.mark.parametrize(("left", "right"), OPPOSED)
def test_weeks_later_it_is_another_question(left: str, right: str) -> None:
    assert "contradicted" not in verdicts_on("figure", left, right, start=START, days=WEEKS)


@pytest.mark.parametrize(("left", "right"), FINER)
def test_a_round_number_and_the_exact_one(left: str, right: str) -> None:
    assert verdicts_on("figure", left, right, start=START, days=NEXT_DAY) == ["refined"]


@pytest.mark.parametrize(
    ("left", "right", "verdicts"),
    [
        ("Le livre de bord compte quelque 400 pages.", "Le livre de bord, 412 pages, a été vendu.", {"refined"}),
        ("Une quarantaine de barques ont été vues.", "Au total, 43 pêcheurs étaient là.", set()),
    ],
)
def test_weeks_later_only_what_lasts_is_told_more_exactly(left: str, right: str, verdicts: set[str]) -> None:
    assert set(verdicts_on("figure", left, right, start=START, days=WEEKS)) == verdicts


@pytest.mark.parametrize(("left", "right"), OF_TWO)
def test_numbers_of_two_things(left: str, right: str) -> None:
    assert not {"contradicted", "updated"} & set(verdicts_on("figure", left, right, start=START, days=NEXT_DAY))


def test_a_round_number_that_may_be_either_of_two_is_neither() -> None:
    left = "Le cargo a perdu 61 tonnes de blé et 58 tonnes de maïs."
    assert "refined" not in verdicts_on("figure", left, "Une soixantaine de tonnes de grain flottent.", start=START)
    assert "refined" in verdicts_on(
        "figure", "Le cargo a perdu 61 tonnes de blé.", "Une soixantaine de tonnes de grain flottent.", start=START
    )


def test_what_the_other_report_knows_too_answers_nothing() -> None:
    left = "Le pont a coûté 14 millions d'euros, le quai 19 millions d'euros."
    assert verdicts_on("figure", left, "Le quai a coûté 19 millions d'euros.", start=START, days=SAME_DAY) != ["contradicted"]


@pytest.mark.parametrize(
    ("right", "verdicts"),
    [("Ici, 431 ouvriers soudent des coques.", ["contradicted"]), ("Ici, 520 ouvriers soudent des coques.", [])],
)
def test_exact_numbers_that_hardly_differ_need_less_beside_them(right: str, verdicts: list[str]) -> None:
    left = "Le chantier naval du port emploie 427 ouvriers, l'arsenal voisin 180."
    assert verdicts_on("figure", left, right, start=START, days=SAME_DAY) == verdicts


def test_sentences_told_alike_do_not_hide_two_numbers() -> None:
    left = "Le marin Luc Arnal, 28 ans, a été cueilli mercredi par les gendarmes de Belmont avec 46 kilos de tabac."
    right = "À 28 ans, Luc Arnal dort depuis mercredi dans une cellule de la gendarmerie de Belmont, pour 53 kilos de tabac."
    found = [m for m in matters_of(left, right, start=START, days=SAME_DAY) if any(d.slot == "telling" for d in m.differences)]
    assert [d.verdict for m in found for d in m.differences if d.slot == "figure"] == ["contradicted"]


def test_a_new_count_has_moved() -> None:
    left, right = "Les douaniers ont saisi 310 kilos d'héroïne.", "La drogue trouvée à bord pèse désormais 640 kilos."
    assert verdicts_on("figure", left, right, start=START, days=NEXT_DAY) == ["updated"]


def test_the_words_of_both_are_shown() -> None:
    found = [m for m in matters_of(*OPPOSED[2], start=START, days=NEXT_DAY) if m.agreement == "contradicted"]
    assert [[v.value for d in m.differences for v in d.values] for m in found] == [["310 kilos", "240 kilos"]]


def test_the_title_tells_both_answers_and_gives_neither_source() -> None:
    left, right = "Les douaniers ont saisi 310 kilos d'héroïne.", "La drogue trouvée à bord pèse 240 kilos, selon le juge."
    found = [m.title for m in matters_of(left, right, start=START, days=NEXT_DAY) if m.agreement == "contradicted"]
    assert found == ["La drogue trouvée à bord pèse 310 ou 240 kilos"]


def test_a_number_rounded_to_thousands_is_none_that_lies_further_off() -> None:
    left = "Environ 18 000 caisses de vin ont disparu."
    assert "refined" not in verdicts_on("figure", left, "Les voleurs ont emporté 16 617 cartons.", start=START, days=SAME_DAY)
    assert "refined" in verdicts_on("figure", left, "Les voleurs ont emporté 17 617 cartons.", start=START, days=SAME_DAY)


@pytest.mark.parametrize(
    ("right", "verdicts"),
    [
        ("Quelque part dans le port, 160 000 flacons dormaient.", ["contradicted"]),
        ("Il y avait 160 000 flacons ici, 90 000 flacons là.", []),
    ],
)
def test_the_one_number_of_its_sort_in_both_reports(right: str, verdicts: list[str]) -> None:
    left = "Le rappel de 140 000 flacons de sirop a commencé."
    assert verdicts_on("figure", left, right, start=START, days=SAME_DAY) == verdicts
