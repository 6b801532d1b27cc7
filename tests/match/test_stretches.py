"""The same length of time of one thing in other words; like lengths of two things."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "La mairie de Bellançon a changé de mains lundi 11 mars 2024.\n"


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (
            "L'alliance d'Anne Perrec et de Luc Sorel, nouée depuis 14 mois, a volé en éclats.",
            "Le vote met fin à 14 mois de vie commune entre Anne Perrec et son rival.",
            ["14 mois", "14 mois"],
        ),
        # many things last three days; a comparison over a year lasts nothing
        ("Anne Perrec a passé trois jours à Lormont.", "La fête du village a duré trois jours.", []),
        ("La dette d'Anne Perrec a baissé sur 14 mois.", "Sur 14 mois, la dette a monté, dit Anne Perrec.", []),
    ],
)
def test_a_rare_length_of_one_party(first: str, second: str, told: list[str]) -> None:
    found = matters_of(first, second, start=START, days=("2024-03-12", "2024-03-12"))
    assert [v.value for m in found for d in m.differences if d.slot == "duration" for v in d.values] == told
