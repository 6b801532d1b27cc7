"""Answers that stand against what was just told, without a word of denial."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "À Belmont, une réunion sur le port s'est tenue lundi, selon Claire Morel. "
OPPOSED = [
    "Des riverains disent avoir vu des hommes forcer la grille du dépôt. "
    "La police assure au contraire n'avoir relevé aucune effraction.",
    "Le ministre estime que la loi protège les salariés. Au contraire, affirme la CGT, elle les livre à leurs patrons.",
    "Le maire a accusé le préfet d'avoir tardé. Le préfet accuse le maire d'avoir fermé les écoles trop tôt.",
]
FRIENDS = [
    "Le préfet dit que la route est ouverte. Elle ne fermera pas, au contraire d'autres routes, a-t-il ajouté.",
    "La banque dit que les prix baissent. À l'inverse, les loyers montent, selon l'Insee.",
    "Le maire a accusé le préfet d'avoir tardé. Le préfet accuse l'État d'avoir fermé les écoles trop tôt.",
    "Le ministre estime que la loi protège les salariés. « Au contraire, ce texte a fait ses preuves », répète le ministre.",
]


def _disputed(text: str) -> list[str]:
    return [m.title for m in matters_of(text, "La réunion a duré deux heures.", start=START) if m.agreement == "disputed"]


@pytest.mark.parametrize("text", OPPOSED)
def test_set_against_what_was_told(text: str) -> None:
    assert len(_disputed(text)) == 1


@pytest.mark.parametrize("text", FRIENDS)
def test_set_against_nothing(text: str) -> None:
    assert _disputed(text) == []
