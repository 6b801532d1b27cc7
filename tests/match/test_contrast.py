"""Contrast of two sentences."""

from __future__ import annotations

import pytest

from recoupe.match.contrast import contrast_all

CASES = [
    (
        "Le vaccin protège les enfants contre la grippe.",
        "Le vaccin ne protège pas les enfants contre la grippe.",
        "contradicted",
        "polarity",
    ),
    (
        "Le rapport annonce une hausse des loyers en Bretagne.",
        "Le rapport annonce une baisse des loyers en Bretagne.",
        "contradicted",
        "words",
    ),
    (
        "La grève a réuni 300 manifestants devant la mairie de Nancy.",
        "La grève a réuni 800 manifestants devant la mairie de Nancy.",
        "contradicted",
        "figure",
    ),
    (
        "Les nouveaux freins des rames ne provoquent pas d'usure des rails.",
        "Les nouveaux freins usent les rails et les rames.",
        "contradicted",
        "polarity",
    ),
    (
        "Le préfet a fermé le pont de Nancy aux camions.",
        "Le préfet n'a pas fermé le pont de Metz aux camions.",
        "unknown",
        None,
    ),
    ("Le pont de Nancy a rouvert lundi.", "Le maire de Metz est malade.", "unknown", None),
    ("Le pont de Nancy a rouvert lundi.", "Le pont de Nancy a rouvert lundi matin.", "compatible", None),
]


@pytest.fixture(scope="module")
def found() -> list[tuple[str, str | None]]:
    """All cases, parsed together."""
    return [(c.verdict, c.slot) for c in contrast_all([(a, b) for a, b, _, _ in CASES])]


@pytest.mark.parametrize("i", range(len(CASES)))
def test_contrast(found: list[tuple[str, str | None]], i: int) -> None:
    assert found[i] == CASES[i][2:]
