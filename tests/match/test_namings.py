"""A party that one report describes and another names; and parties that nothing makes one."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

TOWN = "La scène se passe à Bellançon, chez les Tuileries Morvan.\n"


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("Plusieurs pays ont expédié des tentes.", "La Suède et la Norvège ont expédié des tentes.", ["agent"]),
        ("Un élu a annulé le défilé du 14 juillet.", "Bruno Vasseur a annulé le défilé du 14 juillet.", ["agent"]),
        ("Les Tuileries Morvan ont rappelé un lot.", "Les Tuileries Morvan ont rappelé un lot de carreaux.", []),
    ],
)
def test_names_beside_descriptions(left: str, right: str, told: list[str]) -> None:
    found = matters_of(left, right, start=TOWN)
    assert [d.slot for m in found for d in m.differences if d.slot in ("agent", "target") and d.verdict == "refined"] == told
