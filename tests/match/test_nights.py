"""A night that names no day excludes no other."""

from __future__ import annotations

from tests.match.crossing import matters_of

START = "La scène se passe à Bellançon, chez les Tuileries Morvan.\n"


def test_a_night_is_no_day() -> None:
    found = matters_of(
        "Le four de l'atelier a explosé lundi soir.",
        "Le four de l'atelier a explosé en pleine nuit.",
        start=START,
        days=("2024-03-12", "2024-03-13"),
    )
    assert "contradicted" not in {m.agreement for m in found}
