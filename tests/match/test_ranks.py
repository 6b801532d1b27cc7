"""One rank told by several reports is one, where each shares a word with some other of them."""

from __future__ import annotations

from tests.match.crossing import matters_of

START = "La finale des échecs de Corvel, remportée par Anna Brisse, s'est jouée dimanche 4 mai 2025. "


def test_equal_ranks_chain_through_a_third_report() -> None:
    texts = (
        "Quatrième joueuse titrée, Anna Brisse félicite son adversaire.",
        "Anna Brisse est la 4e femme, après Ines Varga et Mia Lorens.",
        "Quatrième dame sacrée, elle rejoint Ines Varga, Mia Lorens et une autre.",
    )
    found = [m.reports for m in matters_of(*texts, start=START) if any(d.slot == "rank" for d in m.differences)]
    assert found == [("a", "b", "c")]
