"""At what time of day it befell, and what came first."""

from __future__ import annotations

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.when.dayparts import COLUMNS, bounds
from recoupe.match.when.onsets import _words
from recoupe.match.when.orders import COLUMNS as ORDERS
from recoupe.match.when.orders import KINDS
from tests.match.crossing import matters_of

FIRE = "À Noirval, un incendie a ravagé le dépôt Carrel. "
TRIAL = "À Darles, l'ancien patron de Solanor, Yves Karel, est jugé pour corruption. "
DAYS = ("2024-05-16", "2024-05-16")


@pytest.mark.parametrize(
    ("left", "right", "verdicts"),
    [
        ("Le feu s'est déclaré vers 14 heures.", "Les flammes sont apparues à l'aube.", ["contradicted"]),
        ("Il était 15 h 20 quand le feu a pris.", "En pleine nuit, le toit s'est embrasé.", ["contradicted"]),
        ("14 h 15. Le feu se déclare dans la cave.", "L'alerte a été donnée peu avant 5 heures.", ["contradicted"]),
        ("Le feu s'est déclaré vers 5 heures.", "Les flammes sont apparues à l'aube.", []),
        ("Le feu s'est déclaré vers 5 heures.", "Les pompiers ont été appelés à 5 h 40.", []),
        ("Le feu s'est déclaré vers 5 heures.", "Le feu a été maîtrisé à 16 heures.", []),
        ("Le feu s'est déclaré lundi à 5 heures.", "Le feu a repris mardi à 16 heures.", []),
        ("Mardi soir, le feu s'est déclaré.", "Les flammes sont apparues ce matin.", []),  # of Thursday: another day
    ],
)
def test_two_times_of_day(left: str, right: str, verdicts: list[str]) -> None:
    found = matters_of(left, right, start=FIRE, days=DAYS)
    assert [d.verdict for m in found for d in m.differences if d.slot == "time" and d.verdict == "contradicted"] == verdicts


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("Il avait quitté Solanor avant la perquisition.", "Il est parti un mois après la perquisition.", True),
        ("La perquisition a eu lieu après son départ.", "Il a quitté Solanor une fois la perquisition faite.", True),
        ("Lors de la perquisition, il avait déjà quitté Solanor.", "Il est parti après la perquisition.", True),
        ("Il avait quitté Solanor avant la perquisition.", "La perquisition a eu lieu après son départ.", False),
        ("Il serait parti avant la perquisition.", "Il est parti après la perquisition.", False),
        ("Il est parti avant la perquisition.", "Luc Roumel est parti après la perquisition.", False),
        ("Il est arrivé avant la perquisition.", "Il est parti après la perquisition.", False),
    ],
)
def test_what_came_first(left: str, right: str, found: bool) -> None:
    told = [m.agreement for m in matters_of(left, right, start=TRIAL, days=DAYS) if m.title.startswith("Ordre")]
    assert told == (["contradicted"] if found else [])


def test_each_row_of_the_parts_of_the_day_holds_its_example() -> None:
    for row in read_table("lang/fr/dayparts.tsv", COLUMNS):
        text, (mark, *_) = parse_markup(row["example"])
        if row["kind"] == "part":
            assert text[mark.start : mark.end].lower() in bounds(), row.where
        else:
            assert _words(row["kind"]).search(text.lower(), mark.start), row.where


def test_each_happening_of_the_orders_is_in_its_example() -> None:
    for row in read_table("lang/fr/orders.tsv", ORDERS):
        assert row.one_of("kind", KINDS) and any(w[:4] in row["example"].lower() for w in row.many("words")), row.where
