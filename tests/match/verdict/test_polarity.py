"""Done in one report and not in another: a contradiction only where it befalls one thing."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "Lisbonne et Rabat ont tenu leur rencontre annuelle mardi à Lisbonne. Elle a duré deux heures. "


@pytest.mark.parametrize(
    ("left", "right", "opposed"),
    [
        ("Lisbonne et Rabat n'ont pas signé l'accord sur le thon.", "Lisbonne et Rabat ont signé l'accord sur le thon.", True),
        (
            "Lisbonne et Rabat n'ont pas signé l'accord attendu.",
            "Lisbonne et Rabat ont signé une convention sur le tourisme.",
            False,
        ),
    ],
)
def test_what_was_signed_is_not_what_was_not(left: str, right: str, opposed: bool) -> None:
    found = matters_of(left, right, start=START, days=("2024-05-08", "2024-05-08"))
    assert any(d.slot == "polarity" and d.verdict == "contradicted" for m in found for d in m.differences) == opposed
