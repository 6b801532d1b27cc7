"""One happening placed by two reports, one place inside the other by its words; other acts, other towns, other days."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "Bellançon suit l'affaire du bac de Lormont, dit la gazette.\n"


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (
            "Deux bombes ont explosé à Lisbonne dans le quartier d'Alfama.",
            "L'attentat contre des passants à Lisbonne a choqué le pays.",
            ["à Lisbonne dans le quartier d'Alfama", "à Lisbonne"],
        ),
        (
            "Les secours ont délivré Luc Perrec dans le nord du Mali.",
            "Après la délivrance de Luc Perrec au Mali, sa famille respire.",
            ["dans le nord du Mali", "au Mali"],
        ),
        (
            "Deux bombes ont explosé dans le centre de Lisbonne.",
            "L'attentat contre des passants dans le quartier d'Alfama, à Lisbonne, a choqué le pays.",
            ["dans le centre de Lisbonne", "dans le quartier d'Alfama, à Lisbonne"],
        ),
        # the race and the rain on it; a name spelt out in brackets
        (
            "La régate de radeaux à Lisbonne dans le quartier d'Alfama a été gagnée par un tonnelier avec ses fils.",
            "La houle à Lisbonne gêne la régate de radeaux et les fils.",
            [],
        ),
        (
            "Les avis du bureau de l'OPM ( Office des ports au Mali ) à Bamako gênent le ministre.",
            "Le loyer du bureau de l'OPM à Bamako gêne le ministre.",
            [],
        ),
        # one office, not one place; two acts; two parts of one town
        ("Luc Perrec brigue un siège à la mairie de Lisbonne.", "Luc Perrec est candidat à Lisbonne.", []),
        ("Luc Perrec a chanté dans le nord du Mali.", "Luc Perrec a acheté une mine au Mali.", []),
        (
            "Deux bombes ont explosé à Lisbonne dans le quartier d'Alfama.",
            "L'attentat contre des passants à Lisbonne dans le quartier de Belém a choqué le pays.",
            ["Lisbonne", "Lisbonne"],
        ),
    ],
)
def test_a_finer_place(first: str, second: str, told: list[str]) -> None:
    found = matters_of(first, second, start=START, days=("2024-03-12", "2024-03-12"))
    assert [v.value for m in found for d in m.differences if d.slot == "place" for v in d.values] == told
