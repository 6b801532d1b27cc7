"""Numbers that only one other can mean, whatever is counted; and numbers that merely meet."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

START = "La scène se passe à Bellançon, chez les Tuileries Morvan.\n"


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        # one rounds the other, in other words
        ("La crue a chassé 18 300 riverains.", "Un peu plus de dix-huit mille âmes dorment chez des proches.", ["refined"]),
        ("Quelque 260 boutiques resteront fermées.", "Deux cent soixante boutiques baissent le rideau.", ["refined"]),
        # one telling number
        ("Le tableau donne 167 voix.", "Cent soixante-sept députés se sont levés.", ["same"]),
        ("Dix hommes masqués ont pris la parole.", "Une dizaine de militaires ont pris la parole.", ["refined"]),
        ("La facture est de deux millions d'euros.", "Elle a payé 2,15 millions d'euros de tuiles.", ["refined"]),
        ("Le groupe met plus d'un milliard d'euros.", "Il versera 1,18 milliard d'euros à la ville.", ["refined"]),
        ("Une soixantaine de clients attendent un taxi.", "Cinquante-sept attendent un taxi.", ["refined"]),
        # two numbers may be meant; how large one thing is; other things
        ("On compte 61 blessés et 58 sans-abri.", "Une soixantaine de personnes attendent des soins.", []),
        ("Quelque 260 boutiques resteront fermées.", "Il dort dans une boutique de 260 articles.", []),
        ("La digue retient 240 hectares.", "Le débat a réuni 240 curieux.", []),
    ],
)
def test_numbers_of_two_reports(left: str, right: str, told: list[str]) -> None:
    assert verdicts_on("figure", left, right, start=START) == told
