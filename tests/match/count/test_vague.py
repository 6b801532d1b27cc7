"""What one report counts and another calls several; and things that merely share a noun."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

START = "Le gardien de Corvel a été blessé samedi 10 mai 2025 pendant le match contre Belmont. "
CASES = [
    ("Il a reçu plusieurs points de suture.", "On lui a posé six points de suture."),
    ("Le juge a entendu plusieurs témoins du match.", "Le juge a entendu quatre témoins du match."),
]
FRIENDS = [
    ("Il a reçu plusieurs points de suture.", "Le club perd deux points."),
    ("Plusieurs joueurs ont protesté.", "Le club a acheté trois joueurs."),
    ("Il a reçu plusieurs points de suture.", "Il a reçu un coup à la tête."),
]


def _found(left: str, right: str) -> list[str]:
    return verdicts_on("number", left, right, start=START)


@pytest.mark.parametrize(("left", "right"), CASES)
def test_several_and_a_number(left: str, right: str) -> None:
    assert _found(left, right) == ["refined"]


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_other_things(left: str, right: str) -> None:
    assert _found(left, right) == []
