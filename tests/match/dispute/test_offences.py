"""One person or one inquiry, and the offences that two reports name."""

from __future__ import annotations

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.acts.idiom import plain_turn
from recoupe.match.dispute.offences import COLUMNS, _pattern
from tests.match.crossing import matters_of

START = "À Belmont, la mort du gardien de l'usine du Rouet émeut la commune et la préfète, Anne Sorel. "


@pytest.mark.parametrize(
    ("left", "right", "titles"),
    [
        (
            "Le directeur Luc Fabre est poursuivi pour blessures involontaires.",
            "Luc Fabre a été mis en examen pour homicide involontaire.",
            ["Qualification des faits : blessures involontaires, puis homicide involontaire"],
        ),
        (
            "Une enquête a été ouverte pour homicide involontaire.",
            "L'enquête est désormais ouverte pour meurtre.",
            ["Qualification des faits : homicide involontaire, puis meurtre"],
        ),
        (
            "La justice a placé en cellule le suspect, identifié comme Luc Fabre, 31 ans, poursuivi pour tentative de meurtre.",
            "Mardi, le tribunal a condamné pour acte terroriste le jeune tireur.",
            ["Qualification des faits : tentative de meurtre, puis terrorisme"],
        ),
        ("Luc Fabre est poursuivi pour vol.", "Marc Vial est poursuivi pour meurtre.", []),
        ("Luc Fabre est jugé pour vol et recel.", "Luc Fabre est jugé pour vol.", []),
        ("Une enquête a été ouverte pour meurtre.", "L'enquête vise aussi une association de malfaiteurs.", []),
        ("Luc Fabre est jugé pour vol.", "Luc Fabre a été condamné en 2012 pour meurtre.", []),
    ],
)
def test_a_charge_takes_another_name(left: str, right: str, titles: list[str]) -> None:
    found = matters_of(left, right, start=START, days=("2025-05-12", "2025-05-14"))
    assert [m.title for m in found if m.title.startswith("Qualification")] == titles


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (
            "Luc Fabre avait été condamné vendredi pour vol.",
            "Luc Fabre, condamné vendredi pour meurtre, court.",
            ["contradicted"],
        ),
        (
            "Luc Fabre a été condamné vendredi pour recel.",
            "Luc Fabre, condamné la semaine passée pour vol, court.",
            ["contradicted"],
        ),
        ("Luc Fabre avait été condamné vendredi pour vol.", "Luc Fabre a déjà été condamné pour meurtre.", []),
        ("Luc Fabre avait été condamné vendredi pour vol.", "Luc Fabre avait été condamné en mars pour meurtre.", []),
    ],
)
def test_one_conviction_is_of_one_offence(left: str, right: str, told: list[str]) -> None:
    found = matters_of(left, right, start=START, days=("2025-05-13", "2025-05-14"))
    assert [m.agreement for m in found if m.title.startswith("Qualification")] == told


def test_each_name_is_found_in_its_example() -> None:
    rows = [(r, *parse_markup(r["example"])) for r in read_table("lang/fr/offences.tsv", COLUMNS)]
    found = {r["kind"]: [(m.lastgroup, m.span()) for m in _pattern().finditer(plain_turn(text))] for r, text, _ in rows}
    assert [r["kind"] for r, _, marks in rows if (r["kind"], (marks[0].start, marks[0].end)) not in found[r["kind"]]] == []
