"""Keys under which parties compare: themselves, their names, their sides."""

from __future__ import annotations

import pytest

from recoupe.match.acts.sides import party_keys_of
from recoupe.types import Actor

ACTORS = {
    a.id: a
    for a in (
        Actor("1", "Morévie", "state"),
        Actor("2", "armée morévienne", "organisation"),
        Actor("3", "gouvernement du Sarvan", "organisation"),
        Actor("4", "Sarvan", "state"),
        Actor("5", "ministres des Finances de la Ligue du Nord", "group"),
        Actor("6", "Ligue du Nord", "organisation"),
        Actor("7", "Pavel Dorin", "person", None, (), ("Premier ministre du Sarvan",)),
        Actor("8", "Irina Kolesh", "person", None, (), ("ministre sarvanaise",)),
        Actor("9", "ambassadeur à Morévie-Ville", "role"),
        Actor("10", "journalistes", "group"),
        Actor("11", "parquet de Lonce", "organisation"),
        Actor("12", "procureur", "role"),
    )
}


def common(a: str, b: str) -> tuple[bool, bool]:
    """(one party, one side)."""
    keys = party_keys_of(ACTORS)
    both = keys[a] & keys[b] - {"~person"}
    return any(k[0] != "~" for k in both), any(k[0] == "~" for k in both)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("1", "2", (False, True)),
        ("3", "4", (False, True)),
        ("5", "6", (False, True)),
        ("7", "8", (False, True)),
        ("2", "3", (False, False)),
        ("1", "9", (False, False)),
        ("11", "12", (True, False)),
        ("10", "10", (False, True)),
    ],
)
def test_who_stands_on_one_side(a: str, b: str, expected: tuple[bool, bool]) -> None:
    assert common(a, b) == expected


def test_two_reports_name_one_party_alike() -> None:
    keys = party_keys_of({"x": Actor("x", "La Morévie", "state"), "y": Actor("y", "Morévie", "state")})
    assert "n:morevie" in keys["x"] & keys["y"]
