"""By which way they broke in and where to they fled, where two reports tell it otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed
from tests.match.crossing import matters_of

START = "La bijouterie Corvel, à Belmont, a été cambriolée samedi 10 mai 2025. "
OPPOSED = [
    ("Les voleurs sont entrés par le toit.", "La bande s'est introduite par une fenêtre."),
    ("Ils ont pénétré dans la boutique par la porte de service.", "Les malfaiteurs sont passés par les égouts."),
    ("Les cambrioleurs sont entrés en brisant une vitre.", "Ils sont passés par une lucarne."),
    ("Les voleurs ont fui vers le nord.", "Les malfaiteurs ont pris la direction du sud."),
    ("Les voleurs ont pris la fuite en direction de la Belgique.", "Les fuyards ont filé vers la côte."),
    ("Leur voiture a pris la route de Dole.", "Les voleurs se sont enfuis vers Gray."),
]
FRIENDS = [
    ("Les voleurs sont entrés par le toit.", "Les policiers sont entrés par une fenêtre."),
    ("Les voleurs sont entrés par le toit.", "La fumée est entrée par la fenêtre."),
    ("Les voleurs sont entrés par le toit.", "Ils sont passés par une lucarne."),  # a part of the roof
    ("Les voleurs sont entrés par le toit.", "Les voleurs sont entrés par la porte, puis ils sont passés par une fenêtre."),
    ("Les voleurs ont fui vers le nord.", "Les voleurs ont filé vers la forêt."),
    ("Les voleurs ont fui vers le nord.", "Les voleurs ont filé vers le nord-est."),
    ("Les voleurs ont fui vers Dole.", "Les voleurs ont filé vers Gray, puis vers Dole."),
    ("Les voleurs ont fui vers Liège.", "Les voleurs ont fui vers la Belgique."),
]


def _found(left: str, right: str) -> list[str]:
    matters = matters_of(left, right, start=START)
    return [m.agreement for m in matters if m.title.startswith(("Par où", "Direction de la fuite"))]


@pytest.mark.parametrize(("left", "right"), OPPOSED)
def test_two_ways(left: str, right: str) -> None:
    assert _found(left, right) == ["contradicted"]


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_ways_that_may_be_one(left: str, right: str) -> None:
    assert "contradicted" not in _found(left, right)


def test_each_row_of_routes_has_one_of_its_words_in_its_example(parse: Callable[[str], Parsed]) -> None:
    rows = read_table("lang/fr/routes.tsv", ("class", "kind", "words", "example"))
    bad = [r["example"] for r in rows if not {plain(w) for w in r.many("words")} & _lemmas(parse(r["example"]))]
    assert bad == []


def _lemmas(parsed: Parsed) -> set[str]:
    return {plain(w.lemma) for w in parsed.words}
