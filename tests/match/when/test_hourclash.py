"""Hours of one act in two reports, in whatever words; hours of two acts oppose nothing."""

from __future__ import annotations

from typing import cast

import pytest

from recoupe.match.alike.surroundings import Surroundings
from recoupe.match.when.hourclash import are_one
from recoupe.match.when.onehour import Moment
from recoupe.types import Span
from tests.match.crossing import matters_of, verdicts_on

START = "La mairie de Sarlan a tout dit du port de Belmont. "
DAYS = ("2025-05-05", "2025-05-06")

ONE_ACT = [
    ("La barge a heurté le quai dimanche à 7 h 50.", "Le choc s'est produit dimanche à 9 h 20."),
    ("La cloison de la barge a lâché à 23 heures.", "Il était 21 h 30 quand la barge a pris l'eau."),
    ("La lanterne du phare a lâché à six heures du soir.", "Le phare a perdu sa lanterne à 9 h 10."),
    ("Les marins ont voté à 10 heures et quart.", "Le scrutin s'est tenu à 14 heures."),
    ("La barge a rompu ses amarres à 7 h 50.", "Les amarres de la barge ont cédé en fin d'après-midi."),
    ("La barge a rompu ses amarres à 7 h 50.", "En fin d’après-midi, les amarres de la barge ont cédé."),
    ("La barge, mise à l'eau en 2019, a heurté le quai à 7 h 50.", "Le choc s'est produit à 9 h 20."),
    ("La barge a heurté le quai à 7 h 52.", "Le choc s'est produit à 7 h 57."),
    ("La barge a heurté le quai à 19:42.", "Le choc s'est produit à 19:08."),
    ("La sirène de la barge a sonné à 20 h 11.", "Il était 20 heures et 3 minutes quand la sirène a retenti."),
]
TWO_ACTS = [
    ("La barge a heurté le quai à 7 h 50.", "La barge a heurté le quai à 8 heures."),
    ("La barge a heurté le quai à 7 h 52.", "Environ six heures durant, la barge a heurté le quai."),
    ("La barge a heurté le quai à 7 h 52.", "La barge a dérivé environ six heures."),
    ("Lundi, la barge a heurté le quai à 7 h 52.", "Mercredi, la barge a heurté le quai à 9 h 20."),
    ("La barge a heurté le quai à 7 h 52.", "Mardi à 9 h 20, la barge a heurté le quai."),
    ("Le feu a pris à 4 heures.", "Le feu a été éteint à 9 h 30."),
    ("Le toit s'est effondré à 4 h 40.", "Un pont s'est effondré à 7 h 10."),
    ("Le pilote de la barge a été blessé dimanche à 7 h 50.", "Le pilote de la barge est mort à 16 heures."),
    ("La cloison de la barge a lâché au petit matin.", "La barge a pris l'eau en fin d'après-midi."),
    ("La fête débutera à 14 h 30.", "La fête a commencé à 16 heures."),
    ("La grue est tombée lundi à 4 h 40.", "La grue est tombée mardi à 9 h 10."),
    ("La grue est tombée à 4 h 40.", "Une autre grue est tombée à 9 h 10."),
    ("Le musée est ouvert de 9 heures à 19 heures.", "Le vol a eu lieu à 21 heures."),
    ("La barge a heurté le quai à 7 h 50.", "Mis à jour à 9 h 20. La barge a heurté le quai."),
    ("La barge a heurté le quai à 7 h 50.", "Mis a jour à 9 h 20. La barge a heurté le quai."),
    ("La barge a heurté le quai à 7 h 50.", "La barge a heurté le quai à huit heures moins dix."),
    ("La barge a heurté le quai à 7 h 50.", "La barge a heurté le quai lundi matin vers 8 heures."),
    ("La barge a heurté le quai à 7 h 50.", "La barge a heurté le quai au petit matin."),
    ("En 2019, la grue était tombée à 4 h 40.", "La grue est tombée à 9 h 10."),
]


@pytest.mark.parametrize(("left", "right"), ONE_ACT)
def test_two_hours_of_one_act(left: str, right: str) -> None:
    assert verdicts_on("time", left, right, start=START, days=DAYS) == ["contradicted"]


@pytest.mark.parametrize(("left", "right"), TWO_ACTS)
def test_hours_of_two_acts(left: str, right: str) -> None:
    assert "contradicted" not in verdicts_on("time", left, right, start=START, days=DAYS)


def test_the_title_says_each_time_with_its_preposition() -> None:
    left = "Un car scolaire a quitté la route dimanche à 7 h 30 près de Corvel."
    right = "Près de Corvel, un car a basculé dimanche, à la mi-journée, dans un fossé."
    titles = [m.title for m in matters_of(left, right, days=DAYS) if m.agreement == "contradicted"]
    assert titles == ["Un car scolaire a quitté la route dimanche à 7 h 30 ou à la mi-journée près de Corvel"]


def _moment(report: str, minutes: int) -> Moment:
    return Moment(Span(report, 0, 5), minutes, minutes, False, frozenset(), frozenset(), cast(Surroundings, None))


def test_an_hour_that_the_others_of_an_act_do_not_fit_is_another_act_s() -> None:
    alert, again, late = _moment("a", 1211), _moment("b", 1203), _moment("c", 1228)
    related = dict.fromkeys("abc", frozenset("abc"))
    near = {frozenset((again.span, late.span)): 0.6, frozenset((alert.span, again.span)): 0.8}
    assert are_one(related, [again], [late], near)
    assert not are_one(related, [alert, again], [late], near)
    assert are_one(related, [alert, again], [late], {**near, frozenset((alert.span, late.span)): 0.5})
    assert are_one(related, [alert], [_moment("c", 1211)], {})
