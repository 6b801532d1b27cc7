"""Two days of the deaths that two reports count alike."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "Une grue s'est effondrée sur le chantier du pont de Sarvic, a annoncé la préfecture. "
DAYS = ("2023-10-05", "2023-10-05")


@pytest.mark.parametrize(
    ("left", "right", "opposed"),
    [
        ("Deux ouvriers ont été tués le 3 octobre.", "La chute de la grue a coûté la vie à deux ouvriers, le 2 octobre.", True),
        ("Deux ouvriers ont été tués mardi.", "La chute de la grue a coûté la vie à deux ouvriers, lundi.", True),
        # told of one verb, the act itself says so, and its count does not swallow it
        ("Deux ouvriers ont été tués le 3 octobre.", "Deux ouvriers ont été tués le 2 octobre.", True),
        ("Deux ouvriers ont été tués le 3 octobre.", "Deux ouvriers ont perdu la vie mardi 3 octobre.", False),
        ("Deux ouvriers ont été tués dans la nuit de lundi à mardi.", "Deux ouvriers ont été tués mardi.", False),
        ("Deux ouvriers ont été tués le 3 octobre.", "Deux ouvriers ont été enterrés le 5 octobre.", False),
        ("Deux ouvriers ont été tués le 3 octobre.", "En 2019, deux ouvriers avaient été tués le 2 octobre.", False),
    ],
)
def test_on_which_day_they_died(left: str, right: str, opposed: bool) -> None:
    found = matters_of(left, right, start=START, days=DAYS)
    assert any(d.slot == "date" and d.verdict == "contradicted" for m in found for d in m.differences) == opposed
