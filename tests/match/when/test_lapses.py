"""Since when something was not so: a year here, a number of years there; records of two things and of two ages."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "Une crue de la Sarvelle a noyé Bellançon lundi 11 mars 2024.\n"


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (
            "C'est la montée la plus brutale depuis plus de 90 ans.",
            "La rivière est montée à un niveau jamais vu depuis 1932.",
            ["depuis plus de 90 ans", "depuis 1932"],
        ),
        ("C'est la pire crue depuis 1932.", "C'est la crue la plus forte depuis 1932.", ["depuis 1932", "depuis 1932"]),
        # other ages; no record; the first of two records of one report
        ("C'est la montée la plus brutale depuis plus de 90 ans.", "C'est la pire crue depuis 1955.", []),
        ("C'est la montée la plus brutale depuis plus de 90 ans.", "Le pont attend sa réfection depuis 1932.", []),
        ("C'est la pire crue depuis 1932.", "La mer est au plus haut depuis 1932. Le blé est au plus bas depuis 1971.", []),
    ],
)
def test_a_record_is_told_by_its_age(first: str, second: str, told: list[str]) -> None:
    found = matters_of(first, second, start=START, days=("2024-03-12", "2024-03-12"))
    rows = [d for m in found for d in m.differences if d.slot == "date"]
    assert [v.value for d in rows for v in d.values if (v.value or "").startswith("depuis")] == told


def test_three_reports_of_one_lapse_are_one_matter() -> None:
    texts = (
        "La crue de la Sarvelle, lundi 11 mars 2024 à Bellançon, est la pire depuis 1932.",
        "À Bellançon, la crue de la Sarvelle a surpris tout le monde lundi 11 mars 2024. C'est la pire crue depuis 1932.",
        "Bellançon a les pieds dans l'eau de la Sarvelle. Une crue jamais vue depuis plus de 90 ans, lundi 11 mars 2024.",
    )
    found = matters_of(*texts, days=("2024-03-12", "2024-03-12", "2024-03-12"))
    assert [m.reports for m in found if any(d.slot == "date" and d.verdict == "refined" for d in m.differences)] == [
        ("a", "b", "c")
    ]
