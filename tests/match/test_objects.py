"""What one report says more of an object is news when it is a name or a number."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on


def _rows(left: str, right: str) -> list[str]:
    return verdicts_on("object", left, right)


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (
            "Le maire de Sarnac, Hugo Perlan, a remis sa démission lundi.",
            "Le maire de Sarnac, Hugo Perlan, a remis une démission écrite lundi.",
            [],
        ),
        (
            "Le préfet Luc Oriol a fermé lundi une route de Vaize.",
            "Le préfet Luc Oriol a fermé lundi la route départementale 14 de Vaize.",
            ["refined"],
        ),
        (
            "Le préfet Luc Oriol a fermé lundi le pont de Vaize.",
            "Lundi, le préfet Luc Oriol a fermé un ouvrage menacé à Vaize.",
            [],
        ),
    ],
)
def test_objects(left: str, right: str, found: list[str]) -> None:
    assert _rows(left, right) == found
