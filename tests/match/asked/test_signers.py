"""Who signed an agreement in one report and refused to in another."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

START = "À l'usine Morvan de Sarlande, la CFDT, la CGT et FO ont été reçues mardi 12 mars 2024. "
OPPOSED = [
    ("CFDT, FO et CGT ont mis leur signature sous le plan.", "La CFDT et FO ont validé l'accord ; la CGT s'y est opposée."),
    ("La CGT et FO ont paraphé le protocole.", "FO a refusé de parapher le protocole."),
    ("La CFDT a signé le texte.", "La CFDT n'a finalement pas signé l'accord."),
    ("La CFDT et la CGT viennent de signer la convention.", "La CGT refuse de signer le texte."),
]
FRIENDS = [
    ("La CFDT a signé l'accord, mais la CGT a refusé de signer.", "La CFDT et FO ont signé l'accord."),
    ("La CGT a validé une charte des primes.", "L'accord est signé par FO, la CGT s'y est refusée."),
    ("La CGT a signé la pétition.", "La CGT n'a pas signé l'accord."),
    ("La CGT pourrait signer l'accord.", "La CGT a refusé de signer l'accord."),
]


@pytest.mark.parametrize(("left", "right"), OPPOSED)
def test_signed_and_refused(left: str, right: str) -> None:
    days = ("2024-03-13", "2024-03-13")
    assert "contradicted" in verdicts_on("polarity", left, right, start=START, days=days)


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_another_party_another_paper_or_not_sure(left: str, right: str) -> None:
    days = ("2024-03-13", "2024-03-13")
    assert "contradicted" not in verdicts_on("polarity", left, right, start=START, days=days)


def test_who_refused_first_may_sign_later() -> None:
    left, right = "La CGT a refusé de signer l'accord.", "La CGT a signé l'accord."
    assert "updated" in verdicts_on("polarity", left, right, start=START, days=("2024-03-13", "2024-03-20"))
