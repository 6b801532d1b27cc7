"""How often one person did one thing."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

DAYS = ("2024-05-15", "2024-05-16")
START = "Le patron de l'agence Bolaris, Paul Orme, a quitté Corvel dimanche 12 mai 2024. "


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        (
            "« Je ne partirai pas d'ici », a-t-il martelé à cinq reprises.",
            "Il criait trois fois « Je ne partirai pas d'ici ».",
            1,
        ),
        ("Paul Orme avait porté plainte à quatre reprises.", "Paul Orme avait déposé plainte deux fois.", 1),
        ("Paul Orme avait porté plainte à quatre reprises.", "Paul Orme avait déposé plainte quatre fois.", 0),
        ("Paul Orme a été contrôlé deux fois en 2021.", "Paul Orme a été contrôlé trois fois en 2022.", 0),
        ("Paul Orme avait porté plainte à quatre reprises.", "Anna Veld avait déposé plainte deux fois.", 0),
        ("Paul Orme avait porté plainte à quatre reprises.", "Paul Orme avait été opéré deux fois.", 0),
        ("Paul Orme avait porté plainte à quatre reprises.", "Paul Orme avait déposé plainte au moins deux fois.", 0),
        ("« Je ne partirai pas d'ici », a-t-il martelé à cinq reprises.", "Il a crié trois fois « Vive la mer et le vent ».", 0),
    ],
)
def test_two_counts(left: str, right: str, wanted: int) -> None:
    found = [v for v in verdicts_on("figure", left, right, start=START, days=DAYS) if v != "same"]
    assert len(found) == wanted


def test_one_of_several_years_is_no_last_one() -> None:
    left = "Le chauffeur avait été contrôlé deux fois en excès de vitesse en 2021, selon le parquet de Corvel."
    right = "Le chauffeur avait été contrôlé trois fois en 2022 pour alcool au volant, a ajouté le parquet de Corvel."
    assert "wording" not in verdicts_on("date", left, right, start=START, days=DAYS)
