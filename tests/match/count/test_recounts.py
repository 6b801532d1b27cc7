"""Like numbers of two reports that came out weeks apart."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of, verdicts_on

START = "La préfecture de Sarlan a reçu les pêcheurs du port de Belmont. "
FAR, NEAR = ("2025-05-05", "2025-07-06"), ("2025-05-05", "2025-05-06")
OTHER = [
    # two polls
    ("Selon un sondage, 61 % des habitants redoutent la marée.", "Les sondés sont 61 % à préférer le train au bateau."),
    # two races
    ("La course comptait 20 kilomètres de vélo et une descente.", "Les nageurs sont repartis pour 20 kilomètres de vélo."),
    # two months, each told to its last digit
    ("Le port compte 6 570 inscrits à la criée.", "Les équipages de la baie font en tout environ 6 600 inscrits."),
]
AGAIN = [
    (
        "L'usine du port supprime près de 300 emplois.",
        "La direction du port avait annoncé 287 suppressions d'emplois.",
        "refined",
    ),
    ("Le marché a coûté 82 400 euros.", "Les 82 400 euros du marché ont été rendus.", "same"),
]


@pytest.mark.parametrize(("left", "right"), OTHER)
def test_other_numbers(left: str, right: str) -> None:
    assert verdicts_on("figure", left, right, start=START, days=NEAR)
    assert verdicts_on("figure", left, right, start=START, days=FAR) == []


@pytest.mark.parametrize(("left", "right", "verdict"), AGAIN)
def test_told_again(left: str, right: str, verdict: str) -> None:
    assert verdicts_on("figure", left, right, start=START, days=FAR) == [verdict]


def test_a_number_of_two_things_makes_no_sentences_one() -> None:
    left = "Selon un sondage, 61 % des pêcheurs interrogés redoutent la marée noire."
    right = "Selon un sondage, 61 % des pêcheurs interrogés préfèrent une aide de la région."
    told = [[m for m in matters_of(left, right, start=START, days=days) if m.agreement == "shared"] for days in (NEAR, FAR)]
    assert len(told[0]) > len(told[1])
