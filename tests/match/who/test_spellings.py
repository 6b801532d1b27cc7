"""A storm or a ship whose name two reports of an affair write differently."""

from __future__ import annotations

import pytest

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.who.spellings import COLUMNS, _pattern
from tests.match.crossing import matters_of

START = "Le port de Valcourt est resté fermé samedi 10 mai 2025, a indiqué la préfecture maritime. "
CASES = [
    ("La tempête Kirana a coulé trois barques.", "La tempête Kyrana a coulé trois barques.", ["Nom : Kirana ou Kyrana"]),
    ("Le cyclone Chamil a coulé trois barques.", "La tempête Shamil a coulé trois barques.", ["Nom : Chamil ou Shamil"]),
    ("La tempête Kirana a coulé trois barques.", "La tempête Marcus a coulé trois barques.", []),
    ("La tempête Kirana a coulé trois barques.", "Le cargo Kyrana a coulé trois barques.", []),
    ("La tempête Kirana a suivi la tempête Kyrana.", "La tempête Kyrana a coulé trois barques.", []),
]


@pytest.mark.parametrize(("left", "right", "wanted"), CASES)
def test_one_name_in_two_spellings(left: str, right: str, wanted: list[str]) -> None:
    assert [m.title for m in matters_of(left, right, start=START) if m.title.startswith("Nom : ")] == wanted


def test_every_row_is_read_in_its_example() -> None:
    pattern, kinds = _pattern()
    rows = read_table("lang/fr/named_things.tsv", COLUMNS)
    found = [(r["kind"], [kinds[plain(m["noun"])] for m in pattern.finditer(r["example"])]) for r in rows]
    assert found == [(kind, [kind]) for kind, _ in found]
