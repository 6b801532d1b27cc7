"""The how-many-eth to do it: two ranks in one class, of one feat; governments that fall; rounds in which somebody is chosen."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of, verdicts_on

DAYS = ("2024-05-16", "2024-05-16")
FALL = "À Corvel, le gouvernement d'Ivo Lanz a été renversé jeudi par une motion de censure. "
PRIZE = "À Varlen, la romancière Lise Amaury a reçu lundi le prix Lormont pour « Sel ». "
LUC = "À Varlen, le romancier Luc Amaury a reçu lundi le prix Lormont pour « Sel ». "
VOTE = "À Corvel, Ivo Lanz a été élu dimanche président de la Morévie face à Anton Belmar. "
SLIDE = "À Corvel, une avalanche a tué mardi deux randonneurs. "
CASES = [
    (FALL, "C'est le deuxième cabinet à chuter ainsi.", "Ivo Lanz est le troisième Premier ministre renversé."),
    (FALL, "C'est la première fois qu'un gouvernement tombe ainsi.", "C'est la deuxième censure adoptée par le Parlement."),
    (LUC, "Il est le premier romancier belge à le recevoir.", "Luc Amaury est le deuxième Belge couronné."),
    (PRIZE, "Lise Amaury est la première femme à remporter ce prix.", "Elle est la troisième femme primée."),
    (PRIZE, "Elle a été élue au premier tour, par six voix contre quatre.", "Il a fallu trois tours aux jurés."),
    (PRIZE, "Le prix lui a été attribué dès le premier scrutin.", "Lise Amaury l'a emporté au troisième tour."),
    (VOTE, "Ivo Lanz l'a emporté dès le premier tour.", "Ivo Lanz a été élu au second tour."),
]
FRIENDS = [
    (PRIZE, "Elle est la première romancière belge à le recevoir.", "Lise Amaury est la deuxième femme à le recevoir."),
    (PRIZE, "Elle est la première femme noire à le recevoir.", "Lise Amaury est la deuxième femme à le recevoir."),
    (LUC, "Il est le premier Belge à recevoir le prix.", "Il fut le deuxième Belge à diriger l'hôpital."),
    (VOTE, "Au premier tour, Ivo Lanz avait obtenu 31 % des voix.", "Ivo Lanz a été élu au second tour."),
    (VOTE, "En 2014, il avait été élu au premier tour.", "Ivo Lanz a été élu au second tour."),
    (VOTE, "Le maire Paul Denis a été élu au premier tour.", "Ivo Lanz a été élu au second tour."),
    (FALL, "C'est le deuxième gouvernement à tomber depuis 2010.", "C'est le cinquième gouvernement renversé."),
    (FALL, "C'est la deuxième censure adoptée.", "La première motion, déposée lundi, avait échoué."),
    (FALL, "Ivo Lanz est le deuxième chef de cabinet renversé.", "On cherche un troisième Premier ministre."),
    # whose number grows
    (SLIDE, "Le deuxième Français tué s'appelle Luc Roy.", "Le troisième Français porté disparu est Paul Denis."),
    (SLIDE, "C'est le deuxième Belge à mourir ici.", "C'est le troisième Belge à mourir ici cet hiver."),
]


@pytest.mark.parametrize(("start", "left", "right"), CASES)
def test_two_ranks_of_one_feat(start: str, left: str, right: str) -> None:
    assert "contradicted" in verdicts_on("rank", left, right, start=start, days=DAYS)


@pytest.mark.parametrize(("start", "left", "right"), FRIENDS)
def test_ranks_that_may_both_be_true(start: str, left: str, right: str) -> None:
    assert [m.title for m in matters_of(left, right, start=start, days=DAYS) if m.agreement == "contradicted"] == []
