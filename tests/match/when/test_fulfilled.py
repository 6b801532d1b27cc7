"""What is ahead in one report and done in a later one."""

from __future__ import annotations

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.when.fulfilled import COLUMNS, WHO
from tests.match.crossing import matters_of

START = "À Belmont, la crue du Gardouin a surpris la commune de Corvel et la préfète, Anne Sorel. "
DAYS = ("2025-05-12", "2025-05-20")

FULFILLED = [
    (
        "Le ministre Luc Fabre sera auditionné devant la commission des lois.",
        "Luc Fabre passait sur le gril de la commission des lois.",
    ),
    (
        "Le collectif Eau libre appelle à se rassembler place du Port.",
        "Le collectif Eau libre a compté 800 manifestants place du Port.",
    ),
    ("Le maire Luc Fabre espère décrocher un troisième mandat.", "Luc Fabre a été réélu."),
    ("Le tribunal doit rendre son jugement sur le barrage.", "Le tribunal a débouté la commune."),
]
FRIENDS = [
    ("Luc Fabre sera auditionné devant la commission des lois.", "Marc Vial passait sur le gril du comité de bassin."),
    ("Le collectif Eau libre appelle à se rassembler le 17 mai.", "Le collectif Eau libre a compté 800 manifestants le 10 mai."),
    ("Luc Fabre sera auditionné devant la commission des lois.", "Luc Fabre aurait été entendu par un juge."),
    ("La préfète Anne Sorel doit rencontrer les élus.", "La préfète Anne Sorel a rencontré son homologue belge."),
    ("Les cours du lycée seront suspendus le 13 mai.", "Les cours du lycée ont été suspendus le 19 mai."),
    ("L'armée de Corvel va attaquer le fort.", "L'armée de Belmont a attaqué le fort."),
]


def _updated(left: str, right: str, days: tuple[str, str] = DAYS) -> bool:
    found = matters_of(left, right, start=START, days=days)
    return any(d.slot == "status" and d.verdict == "updated" for m in found for d in m.differences)


@pytest.mark.parametrize(("left", "right"), FULFILLED)
def test_a_plan_is_told_as_done(left: str, right: str) -> None:
    assert (_updated(left, right), _updated(right, left)) == (True, False)


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_another_deed_fulfils_no_plan(left: str, right: str) -> None:
    assert not _updated(left, right)


def test_each_turn_of_the_table_is_in_its_example() -> None:
    rows = read_table("lang/fr/plans.tsv", COLUMNS)
    assert all(r["who"] in WHO and parse_markup(r["example"])[1] for r in rows)
