"""Hedged in one report, told as done in another in words that hardly share one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.match.desk import lay_desk
from recoupe.match.sure.doubts import DOUBTED, DoubtReader
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import verdicts_on

START = (
    "Un incendie a détruit lundi la mairie de Corbeville. "
    "Le maire, Paul Vasseur, et son adjointe, Aline Roux, sont attendus au tribunal. "
)


def told(slot: str, weak: str, flat: str) -> list[str]:
    """What two reports of one affair, a day apart, say on one slot."""
    return verdicts_on(slot, weak, flat, start=START, days=("2024-03-12", "2024-03-13"))


@pytest.mark.parametrize(
    ("weak", "flat"),
    [
        ("Paul Vasseur aurait gagné la Suisse, glisse un proche.\n", "Paul Vasseur s'est replié en Suisse.\n"),
        ("Le vent pourrait avoir aggravé cet incendie.\n", "Le vent a rendu cet incendie plus violent.\n"),
        ("Aline Roux est soupçonnée d'avoir soufflé l'idée au maire.\n", "L'idée, Aline Roux l'avait proposée au maire.\n"),
        ("Une porte se serait ouverte vers 3 h 40, selon un voisin.\n", "À 3 h 40, un battant de la porte a cédé.\n"),
        (
            "Le maire aurait vu en secret un promoteur à Corbeville.\n",
            "Paul Vasseur a rencontré le promoteur à Corbeville en secret.\n",
        ),
        ("L'adjointe aurait livré les plans de la mairie à un voleur.\n", "Aline Roux a remis les plans au voleur.\n"),
    ],
)
def test_the_one_clause_that_tells_it_as_done(weak: str, flat: str) -> None:
    assert "refined" in told("certainty", weak, flat)


@pytest.mark.parametrize(
    ("weak", "flat"),
    [
        # what one can or may do, what is not yet, what somebody promised
        ("Une garde à vue peut durer deux jours à Corbeville.\n", "Paul Vasseur a été maintenu en garde à vue deux jours.\n"),
        ("Une loi qui autoriserait le maire à rester est prête.\n", "La loi permet au maire de rester.\n"),
        ("Il a assuré que les habitants seraient fiers de lui.\n", "Les habitants sont fiers de lui.\n"),
        # a step of justice is not the deed; it is still a suspicion; a question
        ("Paul Vasseur est soupçonné d'avoir détourné des fonds.\n", "Paul Vasseur a été mis en examen pour des fonds.\n"),
        ("Paul Vasseur aurait détourné des fonds.\n", "On lui reproche d'avoir détourné des fonds.\n"),
        ("Le maire aurait promis un poste à Aline Roux.\n", "Le maire et Aline Roux ont-ils enterré la querelle ?\n"),
        # another number, another day
        ("Aline Roux aurait touché 40 000 euros du promoteur.\n", "Aline Roux a reçu 75 000 euros du promoteur.\n"),
    ],
)
def test_what_is_no_hedge_or_another_fact(weak: str, flat: str) -> None:
    assert "refined" not in told("certainty", weak, flat)


def test_what_was_possible_and_is_done_later_has_come_about() -> None:
    ahead, done = "Les rafales pourraient atteindre 110 km/h.\n", "Les rafales ont dépassé 110 km/h.\n"
    assert "updated" in told("status", ahead, done)


def test_an_opinion_in_the_conditional_is_a_rumour() -> None:
    rumour, flat = "Le mobile serait politique, indique le procureur.\n", "Le mobile est politique.\n"
    assert "refined" in told("certainty", rumour, flat)


@pytest.mark.parametrize(
    ("text", "lemma", "doubted"),
    [
        ("Le maire pourrait remporter l'élection.", "remporter", True),
        ("Il faut trente voix pour pouvoir remporter l'élection.", "remporter", False),
        ("Une loi qui autoriserait le maire à rester est prête.", "autoriser", False),
        ("Il a assuré que les habitants seraient fiers de lui.", "fier", False),
        ("Les habitants seraient fiers de lui.", "fier", True),
    ],
)
def test_what_is_doubted(parse_many: Callable[[list[str]], list[Parsed]], text: str, lemma: str, doubted: bool) -> None:
    reading = read_report(Report("a", None, text, "fr"), replace(parse_many([text])[0], report="a"))
    told = DoubtReader(lay_desk([reading]), "a").doubted()
    assert (lemma in {t.lemma for t in told if t.status in DOUBTED}) == doubted


def test_what_somebody_says_is_not_told_as_done() -> None:
    weak, flat = "Une porte se serait ouverte vers 3 h 40, selon un voisin.\n", "À 3 h 40, un battant de la porte a cédé{}.\n"
    assert "refined" in told("certainty", weak, flat.format(""))
    assert "refined" not in told("certainty", weak, flat.format(", affirme Luc Dorn"))
