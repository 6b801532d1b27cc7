"""Shares of the votes and the turnout, report by report; and per cents of other things."""

from __future__ import annotations

import pytest

from recoupe.pipeline import compare_reports
from recoupe.types import Report, When

START = "L'élection régionale de Sorvie a eu lieu dimanche 15 juin 2025. "
CASES = [
    (
        "Paul Verrier obtient 31 % des voix.",
        "Paul Verrier (31,2 %) arrive en tête.",
        ("Part des voix de Paul Verrier : 31 à 31,2 %", "refined"),
    ),
    (
        "Anne Colin l'emporte avec 50,8 % des voix.",
        "Anne Colin a recueilli 50,9 % des suffrages.",
        ("Part des voix d’Anne Colin : 50,8 à 50,9 %", "updated"),
    ),
    ("La participation atteint 54 %.", "L'abstention a reculé à 46 % lors du scrutin.", ("Participation : 54 %", "shared")),
    ("La participation est de 48 %.", "Près de 52 % des électeurs ne se sont pas déplacés.", ("Participation : 48 %", "refined")),
]
FRIENDS = [
    ("Paul Verrier obtient 31 % des voix.", "Anne Colin obtient 27 % des voix."),
    ("Paul Verrier obtient 31 % des voix.", "Paul Verrier veut baisser l'impôt de 31 %."),
    ("La participation atteint 54 %.", "Le chômage atteint 8 % en Sorvie."),
]


def _found(left: str, right: str, later: str = "2025-06-16") -> list[tuple[str, str]]:
    days = (("a", "2025-06-15", left), ("b", later, right))
    given = {n: When(f"w{n}", None, d, d, d) for n, d, _ in days}
    reports = [Report(n, None, START + t, "fr", published=given[n], published_basis="given") for n, _, t in days]
    return [(m.title, m.agreement) for m in compare_reports(reports).matters if any(d.slot == "share" for d in m.differences)]


@pytest.mark.parametrize(("left", "right", "wanted"), CASES)
def test_one_share(left: str, right: str, wanted: tuple[str, str]) -> None:
    assert _found(left, right) == [wanted]


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_other_per_cents(left: str, right: str) -> None:
    assert _found(left, right) == []


def test_two_rounds_are_two() -> None:
    assert _found("La participation atteint 54 %.", "La participation atteint 48 %.", "2025-06-22") == []


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("Moins d'un électeur sur deux s'est déplacé.", "La participation a été de 47,2 % au scrutin.", "refined"),
        ("La participation s'est élevée à 71,4 %.", "Plus de sept électeurs sur dix ont voté.", "refined"),
        ("La participation s'est élevée à 71,4 %.", "Plus de trois électeurs sur dix sont restés chez eux.", "updated"),
        ("À peine 41 % des inscrits se sont rendus aux urnes.", "Le taux de participation a atteint 47 %.", "contradicted"),
    ],
)
def test_turnout_in_so_many_out_of_ten(left: str, right: str, wanted: str) -> None:
    assert [agreement for title, agreement in _found(left, right) if title.startswith("Participation")] == [wanted]


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("Anne Colin obtient 51,2 % des voix.", "Anne Colin l'emporte avec 56,7 % des suffrages.", "contradicted"),
        (
            "Anne Colin obtient 51,2 % des voix, tous bureaux dépouillés.",
            "Anne Colin a recueilli 56,7 % des suffrages.",
            "contradicted",
        ),
        ("Anne Colin obtient 51,2 % des voix, selon un décompte partiel.", "Anne Colin a recueilli 56,7 % des voix.", "updated"),
        ("À midi, la participation atteint 31 %.", "La participation s'est élevée à 58 %.", "updated"),
        ("Environ 41 % des électeurs ont voté.", "La participation s'est élevée à 47 %.", "contradicted"),
    ],
)
def test_two_last_counts_exclude_each_other(left: str, right: str, wanted: str) -> None:
    assert [agreement for _, agreement in _found(left, right)] == [wanted]
