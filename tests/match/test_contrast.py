"""Contrast of two sentences."""

from __future__ import annotations

import pytest

from recoupe.lang.languages import tell_language
from recoupe.match.contrast import contrast, contrast_all

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
    (
        "Personne n'a été blessé dans l'incendie de la mairie.",
        "Douze personnes ont été blessées dans l'incendie de la mairie.",
        "contradicted",
        "polarity",
    ),
    ("Le pont de Nancy a rouvert lundi.", "Le maire de Metz est malade.", "unknown", None),
    ("The mayor resigned on Monday.", "The mayor did not resign on Monday.", "contradicted", "polarity"),
    (
        "The report announces a rise in rents in Britain.",
        "The report announces a fall in rents in Britain.",
        "contradicted",
        "words",
    ),
    (
        "The strike brought together 300 demonstrators in front of the town hall in Leeds.",
        "The strike brought together 800 demonstrators in front of the town hall in Leeds.",
        "contradicted",
        "figure",
    ),
    (
        "The police closed the bridge in Leeds to lorries.",
        "The police did not close the bridge in York to lorries.",
        "unknown",
        None,
    ),
    ("The bridge in Leeds reopened on Monday.", "The bridge in Leeds reopened on Monday morning.", "compatible", None),
    ("Le maire de Leeds a démissionné lundi.", "The mayor of Leeds did not resign on Monday.", "contradicted", "polarity"),
    ("Le pont de Nancy a rouvert lundi.", "Le pont de Nancy a rouvert lundi matin.", "compatible", None),
]


@pytest.fixture(scope="module")
def found() -> list[tuple[str, str | None]]:
    """All cases, parsed together."""
    return [(c.verdict, c.slot) for c in contrast_all([(a, b) for a, b, _, _ in CASES])]


@pytest.mark.parametrize("i", range(len(CASES)))
def test_contrast(found: list[tuple[str, str | None]], i: int) -> None:
    assert found[i] == CASES[i][2:]


def test_the_spans_of_english_sentences_stand_on_english_words() -> None:
    a, b = "The vaccine protects children against the flu.", "The vaccine does not protect children against the flu."
    found = contrast(a, b, lang="en")
    assert found.left and found.right
    assert (a[found.left.start : found.left.end], b[found.right.start : found.right.end]) == ("protects", "does not")


def test_a_language_that_is_named_is_not_told_again() -> None:
    assert contrast("Oslo wins.", "Oslo loses.", lang="fr") == contrast("Oslo wins.", "Oslo loses.")
    assert tell_language("He resigned in March, said the mayor.") == "en"
    assert tell_language("Le patron de The Sun a démissionné.") == "fr"
