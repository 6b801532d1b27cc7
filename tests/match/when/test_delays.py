"""How long after one act it was."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

DAYS = ("2024-05-15", "2024-05-16")
START = "Le bathyscaphe « Argos » de l'agence Bolaris ne répond plus depuis dimanche 12 mai 2024. "


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        (
            "Le contact a été perdu une heure et 45 minutes après le début de la plongée.",
            "La liaison a cessé environ 75 minutes après le début de la descente.",
            ["contradicted"],
        ),
        (
            "Il s'est tu vingt minutes après le départ.",
            "Il s'est tu trois quarts d'heure après avoir appareillé.",
            ["contradicted"],
        ),
        # Days after it date each report.
        ("Deux jours après le naufrage, Bolaris parle.", "Une semaine après le naufrage, Bolaris se tait.", []),
        # One length in two units; of two acts; several of one act.
        ("Il s'est tu une heure et demie après le départ.", "Il s'est tu 90 minutes après avoir appareillé.", []),
        ("Il s'est tu vingt minutes après le départ.", "Il s'est tu une heure après le début de la plongée.", []),
        (
            "Il s'est tu vingt minutes après le départ.",
            "Il a tangué vingt minutes après le départ, puis s'est tu une heure après le départ.",
            [],
        ),
    ],
)
def test_two_delays(left: str, right: str, wanted: list[str]) -> None:
    assert verdicts_on("duration", left, right, start=START, days=DAYS) == wanted
