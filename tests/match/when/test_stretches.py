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


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (
            "Luc Sorel dirigeait la ville depuis près de 400 jours.",
            "L'ancien maire aura tenu 389 jours à son poste.",
            ["près de 400 jours", "389 jours"],
        ),
        (
            "Le même parti gouvernait la commune depuis plus d'un demi-siècle.",
            "Une page de cinquante-sept ans se tourne pour le parti d'Anne Perrec.",
            ["plus d'un demi-siècle", "cinquante-sept ans"],
        ),
        # another length fits as well; two exact ones round nothing; one that many things last
        (
            "Luc Sorel dirigeait la ville depuis près de 400 jours.",
            "Il aura tenu 389 jours, et son adjoint 395 jours.",
            [],
        ),
        ("Luc Sorel dirigeait la ville depuis 392 jours.", "L'ancien maire aura tenu 389 jours à son poste.", []),
        ("Luc Sorel dirigeait la ville depuis près de deux ans.", "La rue du Port est en travaux depuis 24 mois.", []),
    ],
)
def test_a_length_that_one_report_rounds(first: str, second: str, told: list[str]) -> None:
    found = matters_of(first, second, start=START, days=("2024-03-12", "2024-03-12"))
    slots = [d for m in found for d in m.differences if d.slot == "duration"]
    assert sorted(v.value or "" for d in slots if d.verdict == "refined" for v in d.values) == sorted(told)
