"""Prison terms: what is asked is not what is passed, and the parts count."""

from __future__ import annotations

import pytest

from recoupe.pipeline import compare_reports
from recoupe.types import Report

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
]


@pytest.mark.parametrize(("left", "right", "wanted"), CASES)
def test_prison_terms(left: str, right: str, wanted: str | None) -> None:
    reports = [Report(name, None, START + text, "fr") for name, text in (("a", left), ("b", right))]
    found = [d.verdict for m in compare_reports(reports).matters for d in m.differences if d.slot == "penalty"]
    assert found == ([wanted] if wanted else [])
