"""Numbers put right, sums of two things, and details that are one fact in any report."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "Le maire de Corvel est soupçonné d'avoir reçu de l'argent d'une entreprise du port. "


def _shared(left: str, right: str, days: tuple[str, str] = ("2025-03-04", "2025-03-05")) -> list[tuple[str, str]]:
    plain = ("figure", "rank", "number", "status")
    found = [m for m in matters_of(left, right, start=START, days=days) if any(d.slot in plain for d in m.differences)]
    return sorted((m.agreement, m.title) for m in found if len(m.reports) > 1)


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        (
            "Le maire a touché 500 000 euros.",
            "Le maire n'a pas touché 500 000 euros, comme on l'avait écrit d'abord, mais 742 300 euros.",
            ("updated", "Chiffre revu : 500 000 euros, puis 742 300 euros"),
        ),
        (
            "La cagnotte du port dépassait 75 000 euros. Elle s'élève déjà à plus de 115 000 euros.",
            "La cagnotte du port contient au moins 117 000 euros.",
            ("updated", "Somme réunie : 115 000, puis 117 000 euros"),
        ),
        # One fine in two currencies.
        (
            "Le tribunal condamne le maire à deux millions de couronnes d'amende.",
            "Le maire paiera une amende d'environ 170 000 euros.",
            ("refined", "Amende : deux millions de couronnes ou environ 170 000 euros"),
        ),
    ],
)
def test_a_number_put_right(left: str, right: str, wanted: tuple[str, str]) -> None:
    assert wanted in _shared(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Two sums, one for a watch and one for clothes.
        ("Il a reçu une montre d'un prix de plus de 10 000 euros.", "On lui a acheté pour 13 000 euros de vêtements."),
        # The other currency makes another sum.
        ("Il paie 170 000 euros d'amende.", "Il paie deux millions de dollars d'amende."),
        # A law has one number, and a vote its rounds.
        ("Il est jugé selon l'article 127 du code.", "Le procureur cite l'article 127 du code."),
        ("Le conseil votait mardi au quatrième tour.", "Au quatrième tour, le conseil votait."),
    ],
)
def test_what_says_nothing(left: str, right: str) -> None:
    assert not [t for t in _shared(left, right) if t[1].startswith(("Prix", "Numéro", "Rang", "Amende"))]
