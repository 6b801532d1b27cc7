"""One person's age, told differently by two reports."""

from __future__ import annotations

import pytest

from recoupe.types import Matter
from tests.match.crossing import matters_of, verdicts_on

FIRST = "Le pilote Marc Delaunay, 52 ans, a été grièvement blessé samedi dans l'accident de son planeur à Corvel."
CASES = [
    ("2025-05-03", "Marc Delaunay, blessé à Corvel dans l'accident de son planeur, est mort à l'âge de 55 ans.", "contradicted"),
    ("2025-05-03", "Marc Delaunay, 51 ans, est sorti de l'hôpital de Corvel après l'accident de son planeur.", "contradicted"),
    ("2025-11-20", "Marc Delaunay, âgé de 53 ans, a repris les vols à Corvel après l'accident de son planeur.", "updated"),
    ("2025-05-03", "Marc Delaunay, 52 ans, est sorti de l'hôpital de Corvel après l'accident de son planeur.", None),
    ("2025-05-03", "Sorti de l'hôpital, Marc Delaunay (51 ans) raconte l'accident de son planeur à Corvel.", "contradicted"),
    (
        "2025-05-03",
        "Marc Delaunay est sorti de l'hôpital de Corvel. À 55 ans, il a survécu à l'accident de son planeur.",
        "contradicted",
    ),
    # years later
    ("2036-05-10", "Marc Delaunay, âgé de 63 ans, n'a jamais revu le planeur de l'accident de Corvel.", None),
    ("2036-05-10", "Marc Delaunay, âgé de 58 ans, n'a jamais revu le planeur de l'accident de Corvel.", "contradicted"),
    # an age of another time
    ("2025-05-03", "Orphelin à l'âge de 11 ans, Marc Delaunay avait appris à voler en planeur à Corvel.", None),
    ("2025-05-03", "Le frère de Marc Delaunay, 47 ans, est venu à Corvel après l'accident du planeur.", None),
]


@pytest.mark.parametrize(("day", "second", "wanted"), CASES)
def test_two_ages_of_one_person(day: str, second: str, wanted: str | None) -> None:
    ages: list[Matter] = [
        m for m in matters_of(FIRST, second, days=("2025-05-03", day)) if any(d.slot == "age" for d in m.differences)
    ]
    assert [m.agreement for m in ages] == ([wanted] if wanted else [])


ARREST = "Un incendie a ravagé samedi 3 mai 2025 la scierie de Corvel. "
SUSPECTS = [
    ("Un homme de 42 ans a été interpellé.", "Cet homme de 24 ans a été arrêté par les gendarmes.", ["contradicted"]),
    ("Un homme de 42 ans a été interpellé.", "Un deuxième suspect, un homme de 31 ans, a été arrêté.", []),
    ("Un homme de 42 ans a été interpellé.", "Un pompier de 24 ans a été blessé.", []),
    ("Un homme de 42 ans et un homme de 24 ans ont été arrêtés.", "Un homme de 24 ans a été arrêté.", []),
]


@pytest.mark.parametrize(("left", "right", "wanted"), SUSPECTS)
def test_swapped_digits_of_the_one_arrested(left: str, right: str, wanted: list[str]) -> None:
    assert verdicts_on("age", left, right, start=ARREST, days=("2025-05-04", "2025-05-04")) == wanted


DECADES = [
    ("Une octogénaire est morte dans l'incendie.", "La victime de l'incendie, une femme de 84 ans, vivait seule.", ["refined"]),
    ("Une octogénaire est morte dans l'incendie.", "Un pompier de 34 ans a été blessé dans l'incendie.", []),
    ("Une octogénaire et une autre octogénaire sont mortes.", "Une femme de 84 ans est morte.", []),
    ("Une octogénaire est morte dans l'incendie.", "Une femme de 84 ans et un homme de 88 ans sont morts.", []),
]


@pytest.mark.parametrize(("left", "right", "wanted"), DECADES)
def test_a_decade_and_an_age(left: str, right: str, wanted: list[str]) -> None:
    assert verdicts_on("age", left, right, start=ARREST, days=("2025-05-04", "2025-05-04")) == wanted
