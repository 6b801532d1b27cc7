"""How sure each report is of one suspicion."""

from __future__ import annotations

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import Row, read_table
from recoupe.match.sure.suspicions import COLUMNS, _pattern
from tests.match.crossing import matters_of

START = "Le hangar de Brégance a brûlé samedi, deux gardiens sont blessés, dit la maire Ana Melo. "


def _degrees(left: str, right: str) -> list[list[tuple[str, str]]]:
    rows = [d for m in matters_of(left, right, start=START) for d in m.differences if d.slot == "certainty"]
    return [[(v.report, v.value) for v in d.values] for d in rows]


@pytest.mark.parametrize(
    ("left", "right", "degrees"),
    [
        ("Un sabotage n'est pas exclu.", "L'enquête a écarté le sabotage.", ("possible", "exclu")),
        ("Aucun indice de malveillance n'a été relevé.", "La malveillance n'est pas écartée.", ("sans preuve", "possible")),
        ("Rien ne prouve une fraude.", "La fraude est établie, conclut le rapport.", ("sans preuve", "établi")),
        ("Un piratage ? Il n'y en a pas eu, tranche la ministre.", "Un piratage est envisagé.", ("exclu", "possible")),
        ("Une ingérence ? Elle ne l'écarte pas.", "Une ingérence n'a jamais été prouvée.", ("possible", "sans preuve")),
        # As sure as each other; two suspicions; nothing said of it; both flat: no matter of doubt.
        ("Un sabotage n'est pas exclu.", "Le sabotage est possible, dit un expert.", None),
        ("Un sabotage n'est pas exclu.", "L'enquête a écarté le suicide.", None),
        ("Un sabotage n'est pas exclu.", "Le sabotage de la ligne avait fait deux morts.", None),
        ("La fraude est établie.", "La fraude est exclue.", None),
    ],
)
def test_two_reports_are_not_equally_sure(left: str, right: str, degrees: tuple[str, str] | None) -> None:
    wanted = [[("a", degrees[0]), ("b", degrees[1])]] if degrees else []
    assert _degrees(left, right) == wanted


@pytest.mark.parametrize("row", read_table("lang/fr/suspicions.tsv", COLUMNS), ids=lambda r: r.where)
def test_the_example_of_a_row_names_its_suspicion(row: Row) -> None:
    text, marks = parse_markup(row["example"])
    found = [m for m in _pattern().finditer(text.lower()) if m[row["kind"]]]
    assert [(m.start(), m.end()) for m in found] == [(m.start, m.end) for m in marks]
