"""Of which country a suspect or a ship is, and in which year a thing was built or checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.asked.asked import Scene
from recoupe.match.desk import lay_desk
from recoupe.match.when import milestones
from recoupe.match.who import nations
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import matters_of

ParseMany = Callable[[list[str]], list[Parsed]]
ARREST = "À Varlen, un homme a été arrêté vendredi après l'incendie du consulat Morel. "
RACE = "À Varlen, le cross du lac Morel a réuni samedi deux mille coureurs. "
SHIP = "Au large de Kerbras, le pétrolier Aldana a été intercepté dimanche par la marine. "
BRIDGE = "À Quimerch, la passerelle du parc Lanvaux s'est effondrée dimanche. "
DAYS = ("2024-05-16", "2024-05-16")


@pytest.mark.parametrize(
    ("start", "left", "right", "found"),
    [
        (ARREST, "Le suspect est belge.", "L'homme, un Néerlandais, nie les faits.", True),
        (ARREST, "De nationalité belge, il vivait à Varlen.", "Ce Néerlandais de 30 ans est en garde à vue.", True),
        (ARREST, "Le suspect est né en Belgique.", "Originaire de Suède, le suspect se tait.", True),
        (ARREST, "Le suspect est belge.", "Le suspect belge nie.", False),
        (ARREST, "Le suspect est belge.", "Le suspect est originaire de Suède.", False),
        (ARREST, "Le suspect est belge.", "Le suspect serait suédois.", False),
        (
            RACE,
            "Le Belge Piet Maes, auteur d'une belle course, a gagné.",
            "Le Suédois Nils Berg, auteur du livre, est venu.",
            False,
        ),
        (SHIP, "Il bat pavillon maltais.", "L'Aldana naviguait sous pavillon panaméen.", True),
        (SHIP, "L'équipage est indien.", "L'équipage compte vingt Indiens et un Suédois.", False),
        (SHIP, "Les marins sont tous indiens.", "Les marins sont vingt Indiens et un Suédois.", True),
    ],
)
def test_two_countries(start: str, left: str, right: str, found: bool) -> None:
    told = [d.verdict for m in matters_of(left, right, start=start, days=DAYS) for d in m.differences if d.slot == "country"]
    assert told == (["contradicted"] if found else [])


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("La passerelle, construite en 1967, était usée.", "La passerelle avait été inaugurée en 1971.", True),
        ("Elle avait été inspectée en 2022.", "La dernière inspection de la passerelle remontait à 2019.", True),
        ("La passerelle, construite en 1967, était usée.", "La passerelle avait été rénovée en 2003.", False),
        ("La passerelle, construite en 1967, était usée.", "La mairie avait été inaugurée en 1971.", False),
        ("La passerelle, construite en 1967, était usée.", "Une passerelle voisine avait été inaugurée en 1971.", False),
        ("La passerelle, construite en 1967, était usée.", "La passerelle fut construite vers 1970.", False),
        ("La passerelle, construite en 1967, était usée.", "La passerelle, bâtie sur un sol jugé instable dès 1998.", False),
    ],
)
def test_two_years(left: str, right: str, found: bool) -> None:
    titles = tuple(r["title"] for r in read_table("lang/fr/milestones.tsv", milestones.COLUMNS))
    told = [m.agreement for m in matters_of(left, right, start=BRIDGE, days=DAYS) if m.title.startswith(titles)]
    assert told == (["contradicted"] if found else [])


def test_each_row_reads_its_example(parse_many: ParseMany) -> None:
    rows = [
        *((r, "nation") for r in read_table("lang/fr/belongings.tsv", nations.COLUMNS)),
        *((r, "year") for r in read_table("lang/fr/milestones.tsv", milestones.COLUMNS)),
    ]
    marked = [parse_markup(r["example"]) for r, _ in rows]
    missed = []
    for (row, label), (_, (mark, *_)), parsed in zip(rows, marked, parse_many([text for text, _ in marked]), strict=True):
        desk = lay_desk([read_report(Report("r", None, parsed.text, "fr"), replace(parsed, report="r"))])
        find = nations.find_nations if label == "nation" else milestones.find_milestones
        kind = row["kind"] if label == "year" else None
        found = [a for a in find(Scene(desk, "r")) if kind in (None, a.question)]
        held = label == "year" and row["of"] == "person"  # a sentence alone may name nobody
        if not held and not any(a.span.start == mark.start for a in found):
            missed.append((row.where, row["example"]))
    assert missed == []
