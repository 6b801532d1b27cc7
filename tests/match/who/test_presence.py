"""Was somebody there, where two reports tell it otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.who.presence import COLUMNS, way_of
from recoupe.parse.document import Parsed
from recoupe.types import Mention, Span
from tests.match.crossing import verdicts_on

START = "Les obsèques du chanteur Yvan Corbel ont été célébrées samedi 10 mai 2025 à Angers. "
OPPOSED = [
    ("Assise au premier rang, la ministre Anne Roy a pleuré.", "La ministre Anne Roy, retenue à Lyon, était absente."),
    ("Le préfet Luc Brun a assisté à la messe.", "Le préfet Luc Brun n'a pas assisté à la cérémonie."),
    ("La messe a été dite en présence du préfet Luc Brun.", "Le préfet Luc Brun s'était fait représenter."),
    ("Le préfet Luc Brun, assis près de la veuve, a pleuré.", "Le préfet Luc Brun a suivi la messe depuis son bureau."),
    ("Luc Brun a chanté, sous les yeux de la ministre Anne Roy.", "La ministre Anne Roy n'était pas à Angers."),
    ("Le préfet Luc Brun a remis la médaille à la veuve.", "Le préfet Luc Brun, souffrant, n'a pu assister à la messe."),
    ("Le préfet Luc Brun présidait la cérémonie.", "À la messe, le préfet Luc Brun, bloqué mardi à Nantes, était absent."),
    # An office without a name, of which each report has its own; "y"; an arrival told by the way.
    ("Le roi a assisté à la messe au premier rang.", "Le roi n'est pas venu aux obsèques."),
    ("La ministre Anne Roy n'y était pas.", "Les obsèques, que présidait la ministre, Mme Roy, ont duré une heure."),
    (
        "Le préfet Luc Brun a été hué à son arrivée au cimetière.",
        "Le préfet Luc Brun n'est pas place Nobel.",
    ),
]
FRIENDS = [
    ("Le roi a assisté à la messe samedi.", "Le roi n'est pas venu à la messe vendredi."),
    ("La ministre Anne Roy était présente aux obsèques.", "La ministre Anne Roy n'y est plus revenue depuis dix ans."),
    ("Le préfet Luc Brun a assisté à la messe.", "Le maire Yves Brun était absent."),
    ("Le préfet Luc Brun a assisté à la messe.", "Le préfet Luc Brun, fait rare, a souri."),
    ("Le préfet Luc Brun était présent.", "Le préfet Luc Brun sera absent du conseil."),  # another occasion
    ("Samedi, le préfet Luc Brun était présent.", "Vendredi, le préfet Luc Brun était absent."),
    ("Le préfet Luc Brun avait suivi la maladie depuis son bureau.", "Le préfet Luc Brun était absent."),
]


@pytest.mark.parametrize(("left", "right"), OPPOSED)
def test_there_and_not_there(left: str, right: str) -> None:
    assert "contradicted" in verdicts_on("place", left, right, start=START) + verdicts_on("polarity", left, right, start=START)


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_no_contradiction(left: str, right: str) -> None:
    days = ("2025-05-11", "2025-05-11")
    assert "contradicted" not in verdicts_on("place", left, right, start=START, days=days)


@pytest.mark.parametrize("row", read_table("lang/fr/presence.tsv", COLUMNS), ids=lambda r: str(r.where))
def test_each_row_of_presence_tells_its_example(row: object, parse: Callable[[str], Parsed]) -> None:
    text, marks = parse_markup(row["example"])  # type: ignore[index]
    mention = Mention("m", Span("r", marks[0].start, marks[0].end), "a", "name")
    told = way_of(text, mention, parse(text).sentences[0])
    assert told is not None and told[0] == row["way"]  # type: ignore[index]


MORE = [
    ("Devant le ministre Luc Brun, le fils a parlé.", "Le ministre Luc Brun avait préféré ne pas venir."),
    ("La messe a commencé en l'absence du préfet Luc Brun.", "Dans la salle, samedi, le préfet Luc Brun a souri."),
    ("Le préfet Luc Brun s'est incliné devant le cercueil.", "Le préfet Luc Brun ne s'était pas déplacé."),
    (
        "Cérémonie à Angers : au premier rang, la ministre Anne Roy a pleuré.",
        "La ministre Anne Roy a suivi la messe sur son téléphone.",
    ),
]


@pytest.mark.parametrize(("left", "right"), MORE)
def test_there_and_not_there_in_other_words(left: str, right: str) -> None:
    assert "contradicted" in verdicts_on("place", left, right, start=START)
