"""That one person did two things, or thought twice, makes no matter of them."""

from __future__ import annotations

import pytest

from recoupe.pipeline import compare_reports
from recoupe.types import Report

_HEAD = "Rentrée scolaire à Sarnac.\n\nLe lycée Brandeau de Sarnac a rouvert lundi. "


def _shared(left: str, right: str) -> set[str]:
    """The lemmas told by two reports at once."""
    reports = [Report(id=f"r{n}", path=None, text=_HEAD + text, lang="fr") for n, text in enumerate((left, right))]
    dossier = compare_reports(reports)
    events = {e.id: e for e in dossier.events}
    return {events[e].lemma for m in dossier.matters if len(m.reports) > 1 and m.agreement != "related" for e in m.events} - {
        "rouvrir",
        "rentrée",
    }


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        # Two talks of one minister.
        (
            "Le ministre Luc Oriol y avait tenu en mai une conférence.",
            "Le ministre Luc Oriol a échangé ensuite avec les équipes.",
            set(),
        ),
        # Two wishes of one man.
        (
            "Le député Hugo Perlan demande à ses confrères du respect.",
            "Le député Hugo Perlan avait demandé une prime au proviseur.",
            set(),
        ),
        # One arrest in two words is one.
        (
            "Le vigile Hugo Perlan y a été interpellé en fin de journée.",
            "L'arrestation du vigile Hugo Perlan a surpris les élèves.",
            {"interpeller", "arrestation"},
        ),
    ],
)
def test_persons(left: str, right: str, found: set[str]) -> None:
    assert _shared(left, right) == found
