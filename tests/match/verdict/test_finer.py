"""Who or what it was, told more finely by one of two reports of one happening."""

from __future__ import annotations

import re

import pytest

from recoupe.lang.tables import read_table
from recoupe.match.verdict.finer import COLUMNS
from tests.match.crossing import matters_of

START = "À Belmont, la crue du Gardouin a surpris la commune de Corvel et la préfète, Anne Sorel. "
CASES = [
    ("Un appareil s'est écrasé à Corvel.", "Un hélicoptère s'est écrasé à Corvel.", "Un hélicoptère"),
    ("Un animal s'est échappé du cirque.", "Un dromadaire s'est échappé du cirque.", "Un dromadaire"),
    ("Un ministre a été hospitalisé à Corvel.", "Le ministre Ivo Karad a été hospitalisé à Corvel.", "Le ministre Ivo Karad"),
]
FRIENDS = [
    ("Un obus a été désamorcé sous le pont.", "L'obus a été désamorcé sous le pont."),
    ("Un animal s'est échappé du cirque.", "Des chevaux se sont échappés du cirque."),
    ("L'animal s'est échappé du cirque.", "Un jongleur s'est échappé du cirque."),
]


def _found(left: str, right: str) -> list[str]:
    found = [d for m in matters_of(left, right, start=START) for d in m.differences if d.slot in ("agent", "object")]
    return [v.value or "" for d in found if d.verdict == "refined" for v in d.values]


@pytest.mark.parametrize(("left", "right", "finer"), CASES)
def test_told_more_finely(left: str, right: str, finer: str) -> None:
    assert finer in _found(left, right)


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_not_told_more_finely(left: str, right: str) -> None:
    assert _found(left, right) == []


def test_each_row_has_a_general_noun_in_its_example() -> None:
    rows = read_table("lang/fr/general.tsv", COLUMNS)
    words = {r.where: frozenset(re.findall(r"[\w-]+", r["example"].lower())) for r in rows}
    assert [r.where for r in rows if not words[r.where] & set(r.many("general"))] == []
