"""One sum in two currencies: exchanged, or mistaken."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

DAYS = ("2025-01-21", "2025-01-22")
START = "Le ballon « Argos » a disparu lundi 20 janvier 2025 près de Corvel. "


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("La place est vendue 250 000 dollars.", "Le billet coûtait 250 000 euros.", ["contradicted"]),
        ("La place est vendue 250 000 dollars.", "Le billet coûtait 210 000 euros.", ["refined"]),
        ("La place est vendue 250 000 dollars, soit 250 000 euros.", "Le billet coûtait 250 000 euros.", ["same"]),
        ("La place est vendue 200 000 dollars.", "La police offre une récompense de 200 000 euros.", []),
    ],
)
def test_two_currencies(left: str, right: str, wanted: list[str]) -> None:
    assert verdicts_on("figure", left, right, start=START, days=DAYS) == wanted
