"""Scores of a match and counts of a vote: one of each kind in every report, or none that may be compared."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.count.scores import find_scores
from recoupe.parse.document import Parsed
from tests.match.crossing import verdicts_on

DAYS = ("2025-05-18", "2025-05-19")
CUP = "La finale de la Coupe de Sorvie a opposé Corvel à Belmont samedi 17 mai 2025 au stade des Tilleuls. "
LAW = "Le Sénat de Sorvie a rejeté samedi 17 mai 2025 la loi sur l'eau du ministre Paul Ornec. "
CASES = [
    (CUP, "Corvel a battu Belmont 3 à 2.", "Corvel s'est imposé 4-2.", "contradicted"),
    (CUP, "Corvel a battu Belmont 3-2.", "Corvel s'est imposé quatre buts à deux.", "contradicted"),
    (CUP, "Corvel a battu Belmont 3-2.", "Belmont s'est incliné trois buts à deux.", "same"),
    (
        CUP,
        "Le score était alors de un but partout.",
        "Corvel menait deux buts à un à l'arrêt du match.",
        "contradicted",
    ),
    (LAW, "Le texte est tombé par 61 voix contre 54.", "Soixante-trois sénateurs ont voté contre, 54 pour.", "contradicted"),
    (LAW, "Le texte est tombé par 61 voix contre 54.", "Le vote : 61 voix contre, 54 pour.", "same"),
    (LAW, "Selon un premier décompte, 58 sénateurs ont voté contre.", "Le tableau affiche 61 voix contre le texte.", "updated"),
]
FRIENDS = [
    (CUP, "Corvel a battu Belmont 3-2.", "Corvel, qui avait perdu 2-1 à Auray, a battu Belmont."),
    (LAW, "Le texte est tombé par 61 voix contre 54.", "Il avait approuvé le budget par 65 voix contre 50."),
    (CUP, "Corvel a battu Belmont 3-2.", "À la mi-temps, le score était de 1-1."),
    (CUP, "Corvel a battu Belmont 3-2.", "En 2019, Corvel avait battu Belmont 4-0."),
    (CUP, "Corvel a battu Belmont 3-2.", "Dans l'autre match, Auray a battu Sauzet 2-0."),
    (CUP, "Corvel a battu Belmont 3-2.", "Corvel a battu Belmont, et Auray a dominé Sauzet 2-0 : Corvel gagne 4-2."),
    (LAW, "Le texte est tombé par 61 voix contre 54.", "Un amendement a été adopté par 70 voix contre 45."),
    (LAW, "Le texte est tombé par 61 voix contre 54.", "Il en fallait 58 voix pour passer."),
    (LAW, "Le texte est tombé par 61 voix contre 54.", "Le conseil municipal l'avait rejeté par 12 voix contre 3."),
]


@pytest.mark.parametrize(("start", "left", "right", "wanted"), CASES)
def test_one_result(start: str, left: str, right: str, wanted: str) -> None:
    assert set(verdicts_on("figure", left, right, start=start, days=DAYS)) == {wanted}


@pytest.mark.parametrize(("start", "left", "right"), FRIENDS)
def test_two_results(start: str, left: str, right: str) -> None:
    assert "contradicted" not in verdicts_on("figure", left, right, start=start, days=DAYS)


def test_every_example_is_of_its_stage(parse: Callable[[str], Parsed]) -> None:
    rows = read_table("lang/fr/match_stages.tsv", ("stage", "words", "title", "example"))
    found = [[s.stage for s in find_scores(parse(parse_markup(row["example"])[0]))] for row in rows]
    assert found == [[row["stage"]] for row in rows]
