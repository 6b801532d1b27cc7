"""What each report tells once is one fact: the fire of an affair, an act on one day; two storms of two names are not."""

from __future__ import annotations

import pytest

from recoupe.pipeline import compare_reports
from recoupe.types import Report, When

START = "La foire de Corvel ferme\n\nLa foire de Corvel, en Sorvie, a fermé jeudi 8 mai 2025, dit la mairie de Corvel.\n\n"
JOINED = [
    # One fire, under an idiom, a verb of its spreading, a bare noun.
    ("mis", "Un pétard a mis le feu à la grange, selon un témoin.", "gagné", "Le feu a gagné près de 300 m²."),
    ("gagné", "Le feu a gagné près de 300 m².", "incendie", "L'incendie était « sous contrôle », écrivait le maire."),
    # One act of its kind, of one thing.
    (
        "interdite",
        "La commercialisation du four est interdite, par un arrêté.",
        "mis",
        "C'est alors que la Sorvie a mis le four hors commerce.",
    ),
]
APART = [
    # Two storms, each of its own name.
    ("ouragan", "L'ouragan Bianca a touché la côte.", "ouragan", "L'ouragan Marco arrivera lundi."),
    # What its noun only qualifies.
    ("incendie", "Le chef du service d'incendie a parlé.", "gagné", "Le feu a gagné près de 300 m²."),
]


def _are_one(a: str, left: str, b: str, right: str) -> bool:
    """Is the event of this word of one text one matter with that of the other?"""
    day = When("w", None, "2025-05-10", "2025-05-10", "2025-05-10")
    reports = [Report(n, None, START + t, "fr", published=day, published_basis="given") for n, t in (("a", left), ("b", right))]
    dossier = compare_reports(reports)
    texts = {r.id: r.text for r in reports}
    said = {e.id: (e.report, texts[e.report][e.trigger.start : e.trigger.end].lower()) for e in dossier.events}
    return any({("a", a), ("b", b)} <= {said[e] for e in m.events} for m in dossier.matters)


@pytest.mark.parametrize(("a", "left", "b", "right"), JOINED)
def test_the_only_one_of_its_kind_is_the_same(a: str, left: str, b: str, right: str) -> None:
    assert _are_one(a, left, b, right)


@pytest.mark.parametrize(("a", "left", "b", "right"), APART)
def test_two_of_a_kind_stay_two(a: str, left: str, b: str, right: str) -> None:
    assert not _are_one(a, left, b, right)
