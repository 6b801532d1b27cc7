"""Prison terms: what is asked is not what is passed, and the parts count."""

from __future__ import annotations

import pytest

from recoupe.pipeline import compare_reports
from recoupe.types import Report
from tests.match.crossing import matters_of

START = "Le tribunal de Corvel a jugé mardi 4 mars 2025 l'ancien trésorier du club, Luc Arnal. "
CASES = [
    (
        "Luc Arnal a été condamné à deux ans de prison, dont un avec sursis.",
        "Luc Arnal écope de deux ans de prison ferme.",
        "contradicted",
    ),
    ("Luc Arnal a été condamné à deux ans de prison, dont un avec sursis.", "Il a été condamné à deux ans de prison.", "refined"),
    ("Luc Arnal a été condamné à deux ans de prison.", "Il a été condamné à trois ans de prison.", "contradicted"),
    ("Luc Arnal a été condamné à dix-huit mois de prison.", "Le tribunal l'a condamné à dix-huit mois de prison.", "same"),
    (
        "Quatre ans dont trois avec sursis pour Luc Arnal.",
        "Le tribunal inflige à Luc Arnal quatre ans de prison, dont un ferme.",
        "same",
    ),
    ("Luc Arnal a été condamné à deux ans de prison.", "Le parquet avait requis trois ans de prison.", None),
    ("Luc Arnal a été condamné à deux ans de prison.", "Il risquait cinq ans de prison.", None),
    (
        "Quatre ans de prison ferme : la salle se tait.",
        "Quatre ans d'emprisonnement, dont deux avec sursis, pour lui.",
        "contradicted",
    ),
    ("Luc Arnal encourt la réclusion à perpétuité.", "Il encourt la prison à vie.", "same"),
    ("Luc Arnal a été condamné à deux ans de prison.", "Sa complice, Anne Colin, a été condamnée à un an de prison.", None),
    ("Luc Arnal a été condamné à deux ans de prison.", "Il a été condamné en appel à trois ans de prison.", None),
    ("Le vol est passible de sept ans de prison.", "La peine encourue atteint dix ans.", None),
]


@pytest.mark.parametrize(("left", "right", "wanted"), CASES)
def test_prison_terms(left: str, right: str, wanted: str | None) -> None:
    reports = [Report(name, None, START + text, "fr") for name, text in (("a", left), ("b", right))]
    found = [d.verdict for m in compare_reports(reports).matters for d in m.differences if d.slot == "penalty"]
    assert found == ([wanted] if wanted else [])


def test_what_a_suspect_faces_changes_with_the_charge() -> None:
    texts = ("Le vol est passible de sept ans de prison.", "La peine encourue atteint dix ans.")
    found = [
        (m.title, d.verdict)
        for m in matters_of(*texts, start=START, days=("2025-03-04", "2025-03-06"))
        for d in m.differences
        if d.slot == "penalty"
    ]
    assert found == [("Peine encourue : sept ans de prison, puis dix ans", "updated")]


@pytest.mark.parametrize(
    ("left", "right", "title"),
    [
        (
            "Le parquet a requis trois ans de prison contre Luc Arnal.",
            "Luc Arnal a été condamné à deux ans de prison.",
            ["Peine : trois ans de prison (requise), puis deux ans de prison (prononcée)"],
        ),
        ("Le parquet a requis trois ans de prison contre Luc Arnal.", "Anne Colin a été condamnée à deux ans de prison.", []),
        ("Luc Arnal a été condamné à deux ans de prison.", "Le parquet a requis trois ans de prison contre Luc Arnal.", []),
    ],
)
def test_a_penalty_is_asked_then_passed(left: str, right: str, title: list[str]) -> None:
    found = matters_of(left, right, start=START, days=("2025-03-04", "2025-03-06"))
    assert [m.title for m in found if any(d.slot == "penalty" for d in m.differences)] == title
