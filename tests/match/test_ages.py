"""One person's age, told differently by two reports."""

from __future__ import annotations

import pytest

from recoupe.pipeline import compare_reports
from recoupe.types import Matter, Report, When


def _report(name: str, day: str, text: str) -> Report:
    return Report(name, None, text, "fr", published=When(f"w-{name}", None, day, day, day), published_basis="given")


FIRST = "Le pilote Marc Delaunay, 52 ans, a été grièvement blessé samedi dans l'accident de son planeur à Corvel."
CASES = [
    ("2025-05-03", "Marc Delaunay, 51 ans, est sorti de l'hôpital de Corvel après l'accident de son planeur.", "contradicted"),
    ("2025-11-20", "Marc Delaunay, âgé de 53 ans, a repris les vols à Corvel après l'accident de son planeur.", "updated"),
    ("2025-05-03", "Marc Delaunay, 52 ans, est sorti de l'hôpital de Corvel après l'accident de son planeur.", None),
    ("2025-05-03", "Le frère de Marc Delaunay, 47 ans, est venu à Corvel après l'accident du planeur.", None),
]


@pytest.mark.parametrize(("day", "second", "wanted"), CASES)
def test_two_ages_of_one_person(day: str, second: str, wanted: str | None) -> None:
    dossier = compare_reports([_report("a", "2025-05-03", FIRST), _report("b", day, second)])
    ages: list[Matter] = [m for m in dossier.matters if any(d.slot == "age" for d in m.differences)]
    assert [m.agreement for m in ages] == ([wanted] if wanted else [])
