"""Things of one kind that exclude each other in one act, by the table of sorts; each row of it is read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.lang.plain import plain
from recoupe.lang.tables import Row, read_table
from recoupe.match.asked.onething import COLUMNS, sorts
from recoupe.parse.document import Parsed
from tests.match.crossing import verdicts_on

START = "La mairie de Sarlan a tout dit du port de Belmont. "
ROWS = read_table("lang/fr/rival_things.tsv", COLUMNS)

ONE_ACT = [
    ("instrument", "Les voleurs du phare ont fui à moto.", "Ils ont quitté le phare dans une camionnette."),
    ("object", "Un chalutier a coulé devant la digue.", "Le voilier a disparu devant la digue."),
    ("cause", "Un mégot a mis le feu au hangar.", "La foudre a mis le feu au hangar."),
    ("object", "La passerelle en bois du port a cédé.", "La passerelle métallique du port a cédé."),
    ("object", "L'usine d'Orvalle fabrique des câbles en acier.", "À Orvalle, l'usine fait des câbles en nylon."),
    ("place", "La falaise est tombée du versant nord.", "La falaise est partie du versant sud."),
]
TWO_ACTS = [
    # Either report knows both.
    ("instrument", "Les voleurs ont fui à moto, la police les suivait en camionnette.", "Ils ont fui dans une camionnette."),
    # One sort under two names.
    ("instrument", "Les voleurs ont fui dans une camionnette.", "Ils ont fui dans un fourgon."),
    # Two doers of one verb.
    ("instrument", "Les voleurs ont fui à moto.", "Les témoins ont fui dans une camionnette."),
    # Two works of two towns.
    ("object", "L'usine d'Orvalle fabrique des câbles métalliques.", "L'usine de Brenne tisse des fibres textiles."),
    # North is a side of something only beside a noun.
    ("place", "Le nord du pays attend la pluie.", "Le sud du pays attend la pluie."),
]


@pytest.mark.parametrize(("slot", "left", "right"), ONE_ACT)
def test_two_sorts_of_one_kind(slot: str, left: str, right: str) -> None:
    assert "contradicted" in verdicts_on(slot, left, right, start=START)


@pytest.mark.parametrize(("slot", "left", "right"), TWO_ACTS)
def test_what_excludes_nothing(slot: str, left: str, right: str) -> None:
    assert "contradicted" not in verdicts_on(slot, left, right, start=START)


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["kind"])
def test_the_example_holds_one_of_its_nouns(row: Row, parse: Callable[[str], Parsed]) -> None:
    parsed = parse(row["example"])
    known = [sorts().get(plain(w.lemma)) or sorts().get(plain(w.lower)) for w in parsed.words]
    assert row["kind"] in {s.kind for s in known if s}


def test_no_noun_names_two_sorts() -> None:
    nouns = [plain(n.strip()) for row in ROWS for sort in row["sorts"].split(";") for n in sort.split(",")]
    assert sorted({n for n in nouns if nouns.count(n) > 1}) == []
