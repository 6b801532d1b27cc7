"""Words that one report turns round, and a night that names no day."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "La scène se passe à Bellançon, chez les Tuileries Morvan.\n"


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (
            "« Nous avons fermé la vanne avant minuit », assure le chef d'atelier, Luc Abadie.",
            "« Nous n'avons pas fermé la vanne avant minuit », assure le chef d'atelier, Luc Abadie.",
            ["contradicted"],
        ),
        (
            "« Nous avons fermé la vanne avant minuit », assure le chef d'atelier, Luc Abadie.",
            "« Nous avons bien fermé la vanne avant minuit », assure le chef d'atelier, Luc Abadie.",
            ["wording"],
        ),
    ],
)
def test_words_turned_round(left: str, right: str, told: list[str]) -> None:
    found = matters_of(left, right, start=START)
    assert [d.verdict for m in found for d in m.differences if d.slot == "wording" and d.verdict != "same"] == told


def test_a_night_is_no_day() -> None:
    found = matters_of(
        "Le four de l'atelier a explosé lundi soir.",
        "Le four de l'atelier a explosé en pleine nuit.",
        start=START,
        days=("2024-03-12", "2024-03-13"),
    )
    assert "contradicted" not in {m.agreement for m in found}
