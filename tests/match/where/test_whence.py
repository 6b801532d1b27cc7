"""Two beginnings or ends of one journey, two countries where one thing was made."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.where.whence import COLUMNS
from recoupe.parse.document import Parsed
from tests.match.crossing import matters_of

BOAT = "Un bateau a chaviré samedi 10 mai 2025 au large de Belmont, faisant douze morts. "
OPPOSED = [
    ("L'embarcation, partie de Tripoli, a coulé en dix minutes.", "Les migrants avaient embarqué à Tunis."),
    ("Le bateau avait quitté Sète à l'aube.", "Le bateau était parti de Toulon."),
    ("Le navire devait rallier Oran.", "Le bateau se rendait à Alger."),
    ("Le moteur avait été fabriqué en Chine.", "Le moteur, importé de Turquie, était neuf."),
]
FRIENDS = [
    ("Le bateau était parti de Libye.", "Le bateau était parti de Sète."),  # a state, a town
    ("Le bateau était parti de Toulon.", "Le bateau avait quitté Sète, après une escale à Toulon."),
    ("Le bateau était parti de Toulon.", "Un autre bateau était parti de Sète."),
    ("Le bateau était parti de Toulon.", "Le car était parti de Sète."),
    ("Le bateau devait rallier Oran.", "Le bateau a été dérouté ; il se rendait à Alger."),
    ("Le moteur avait été fabriqué en Chine.", "La radio avait été fabriquée en Turquie."),
]


def _found(left: str, right: str) -> list[str]:
    titles = ("Départ : ", "Destination : ", "Origine : ")
    return [m.agreement for m in matters_of(left, right, start=BOAT) if m.title.startswith(titles)]


@pytest.mark.parametrize(("left", "right"), OPPOSED)
def test_two_places(left: str, right: str) -> None:
    assert _found(left, right) == ["contradicted"]


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_places_that_may_both_be(left: str, right: str) -> None:
    assert _found(left, right) == []


def test_each_row_of_whence_has_one_of_its_words_in_its_example(parse: Callable[[str], Parsed]) -> None:
    rows = read_table("lang/fr/whence.tsv", COLUMNS)
    assert [r["example"] for r in rows if not set(r.many("verbs")) & {plain(w.lemma) for w in parse(r["example"]).words}] == []
