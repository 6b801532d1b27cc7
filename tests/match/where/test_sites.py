"""The spot of what happens once, where two reports tell it otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.where.sites import COLUMNS
from recoupe.parse.document import Parsed
from tests.match.crossing import matters_of

FALL = "Un avion de tourisme est tombé samedi 10 mai 2025 à Belmont, faisant deux morts. "
RAPT = "L'entrepreneur Marc Lestrade a été victime d'un rapt vendredi 9 mai 2025 à Belmont. "
OPPOSED = [
    (FALL, "L'appareil s'est écrasé dans un champ.", "L'avion a fini sa course dans un étang."),
    (FALL, "L'avion s'est abîmé sur un versant.", "L'appareil est tombé sur une maison."),
    (RAPT, "Marc Lestrade a été enlevé devant son bureau.", "Le patron a été kidnappé à son domicile."),
    (RAPT, "Il a été enlevé sur le parking de son entreprise.", "Il a été capturé au bas de son immeuble."),
]
FRIENDS = [
    (FALL, "L'appareil s'est écrasé dans un bois.", "L'avion est tombé sur une colline."),  # a wooded one
    (FALL, "L'appareil s'est écrasé dans un champ.", "L'avion est tombé près d'un étang."),
    (FALL, "L'appareil s'est écrasé dans un champ.", "Un débris est tombé sur une maison."),
    (RAPT, "Marc Lestrade a été enlevé devant son bureau.", "Il a été kidnappé dans la rue."),
    (RAPT, "Marc Lestrade a été enlevé devant son bureau.", "Son chauffeur Luc Roy a été enlevé à son domicile."),
    (RAPT, "Marc Lestrade a été retrouvé dans une cave.", "Deux hommes ont été retrouvés dans un hôtel."),
]
FINER = [
    (RAPT, "L'homme était détenu dans une grange.", "Marc Lestrade, séquestré dans une grange de Dourvel, est libre."),
]


def _found(start: str, left: str, right: str) -> list[str]:
    found = (m for m in matters_of(left, right, start=start) if m.differences and m.differences[0].slot == "place")
    return [m.agreement for m in found if not m.title.startswith("Trajet")]


@pytest.mark.parametrize(("start", "left", "right"), OPPOSED)
def test_two_spots(start: str, left: str, right: str) -> None:
    assert _found(start, left, right) == ["contradicted"]


@pytest.mark.parametrize(("start", "left", "right"), FRIENDS)
def test_spots_that_may_be_one_or_of_two_acts(start: str, left: str, right: str) -> None:
    assert _found(start, left, right) == []


@pytest.mark.parametrize(("start", "left", "right"), FINER)
def test_one_spot_that_one_names_more_closely(start: str, left: str, right: str) -> None:
    assert _found(start, left, right) == ["refined"]


def test_each_row_of_sites_has_one_of_its_words_in_its_example(parse: Callable[[str], Parsed]) -> None:
    rows = read_table("lang/fr/sites.tsv", COLUMNS)
    bad = [
        r["example"]
        for r in rows
        if not {plain(w) for w in r.many("words")} & {plain(w.lemma) for w in parse(r["example"]).words}
    ]
    assert bad == []
