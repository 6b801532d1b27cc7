"""Numbers of one thing under different words: passengers and people aboard, the only count of a unit."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

START = "Le ferry Astrolabe s'est échoué lundi 5 mai 2025 devant le port de Corvel. "
CASES = [
    ("Environ 120 passagers étaient à bord.", "À bord se trouvaient 118 personnes.", "refined"),
    ("Le navire transportait 62 passagers.", "67 personnes étaient à bord, dont cinq membres d'équipage.", None),
    (
        "Il a heurté le quai sous les yeux de quelque 2 000 spectateurs.",
        "On comptait 1 987 spectateurs sur les quais.",
        "refined",
    ),
]


@pytest.mark.parametrize(("left", "right", "wanted"), CASES)
def test_counts_under_other_words(left: str, right: str, wanted: str | None) -> None:
    assert set(verdicts_on("figure", left, right, start=START)) == ({wanted} if wanted else set())


HOSPITAL = [
    ("Trente-quatre élèves ont été hospitalisés.", "Le nombre d'élèves hospitalisés est passé à 41.", "updated"),
    ("Le nombre d'élèves hospitalisés est passé à 41.", "Une quarantaine d'élèves étaient à l'hôpital.", "refined"),
]


@pytest.mark.parametrize(("left", "right", "wanted"), HOSPITAL)
def test_a_number_that_its_subject_names(left: str, right: str, wanted: str) -> None:
    start = "Une intoxication a frappé mardi 14 janvier 2025 le collège Jules-Verne de Corvel. "
    assert set(verdicts_on("figure", left, right, start=start)) == {wanted}


SUMS = [
    ("Le marché valait quelque six millions d'euros.", "Il a signé le contrat, 6,2 millions d'euros.", {"refined"}),
    ("Il aurait touché environ 80 000 euros.", "L'enquête chiffre à 82 400 euros la somme remise au maire.", {"refined"}),
    ("Il réclame 80 000 euros de dommages.", "Il a obtenu 20 000 euros de dommages.", set()),
]


@pytest.mark.parametrize(("left", "right", "wanted"), SUMS)
def test_sums_that_agree_within_a_rounding(left: str, right: str, wanted: set[str]) -> None:
    start = "Le maire de Corvel, Luc Arnal, a été mis en examen mardi 14 janvier 2025 pour corruption. "
    assert set(verdicts_on("figure", left, right, start=start)) == wanted


SCOPES = [
    ("Le groupe supprimera 300 emplois en France.", "Le groupe supprimera 1 400 emplois dans le monde.", set()),
    (
        "Le groupe supprimera 300 emplois.",
        "La moitié des 212 communes sont touchées par les 340 suppressions d'emplois.",
        {"updated"},
    ),
    ("Le feu a ravagé 300 hectares.", "L'incendie de 2016 avait détruit 1 100 hectares, bien avant celui de mardi.", set()),
    ("Six victimes ont été dénombrées.", "Neuf spectateurs ont succombé.", {"updated"}),
]


@pytest.mark.parametrize(("left", "right", "wanted"), SCOPES)
def test_counts_of_one_scope(left: str, right: str, wanted: set[str]) -> None:
    start = "Le groupe Bolaris de Corvel a été frappé mardi 14 janvier 2025 par un incendie. "
    assert set(verdicts_on("figure", left, right, start=start, days=("2025-01-15", "2025-01-16"))) == wanted


SPEEDS = [
    ("Le train circulait à 140 km/h.", "Le train roulait à 120 km/h au lieu de 90.", {"contradicted"}),
    ("Des rafales à 100 km/h étaient attendues.", "Le vent a soufflé à 154 km/h.", set()),
]


@pytest.mark.parametrize(("left", "right", "wanted"), SPEEDS)
def test_a_train_has_one_speed_and_a_wind_many(left: str, right: str, wanted: set[str]) -> None:
    start = "Un train a déraillé mardi 14 janvier 2025 à Corvel pendant la tempête Oda. "
    assert set(verdicts_on("figure", left, right, start=start)) == wanted
