"""What befalls a building did not befall one of another sort."""

from __future__ import annotations

import pytest

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.premises import COLUMNS, sorts
from tests.match.crossing import matters_of

START = "Le conseil de Belmont s'est réuni dimanche. Luc Fabre a parlé le premier. "
APART = ("shared", "refined", "updated", "contradicted")


def _together(left: str, right: str) -> list[str]:
    """What both reports are said to tell, beside how they begin."""
    found = matters_of(left, right, start=START, days=("2025-03-05", "2025-03-06"))
    told = [m.title for m in found if len(m.reports) > 1 and m.agreement in APART]
    return [t for t in told if "conseil" not in t.lower() and "parlé" not in t]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Le musée rouvrira le 16 mai.", "La gare rouvrira le 27 mai."),
        ("Le musée a été fermé lundi.", "La gare a été fermée mardi."),
        ("Le stade sera démoli en juin.", "La piscine sera démolie en juillet."),
    ],
)
def test_two_buildings_have_nothing_in_common(left: str, right: str) -> None:
    assert not _together(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Le lycée a été fermé lundi.", "Le collège a été fermé mardi."),
        ("La clinique a été évacuée lundi.", "L'hôpital a été évacué mardi."),
        ("Le musée a été fermé lundi.", "Le bâtiment a été fermé mardi."),
    ],
)
def test_one_building_by_two_nouns_is_one(left: str, right: str) -> None:
    assert _together(left, right)


@pytest.mark.parametrize("row", read_table("lang/fr/premises.tsv", COLUMNS), ids=lambda r: r["sort"])
def test_each_row_has_its_noun_in_its_example(row: dict[str, str]) -> None:
    words = plain(row["example"].replace("'", " ")).replace(".", "").split()
    assert row["sort"] in {sorts().get(w) for w in words}
