"""Which way a vehicle was going, where two reports tell it otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.lang.tables import read_table
from recoupe.match.acts.occasions import occasions
from recoupe.match.where.journeys import _lemma
from recoupe.parse.document import Parsed
from tests.match.crossing import verdicts_on

START = "Un ferry s'est échoué samedi 10 mai 2025 devant Carvenac, avec 212 passagers. "
OPPOSED = [
    ("Le navire venait de quitter le port de Carvenac.", "Le ferry regagnait Carvenac."),
    ("Le bateau venait d'appareiller.", "Le ferry entrait au port quand il a heurté un banc de sable."),
    ("Le ferry devait rallier Sète.", "Le navire ramenait des vacanciers de Sète."),
    ("Le ferry, à destination de Sète, était à l'heure.", "Les passagers rentraient de Sète."),
    # A verb that the tagger takes for a noun, and a participle that tells what was under way.
    ("Deux gendarmes reconduisaient le prévenu de Sète à Lorne.", "Le fourgon qui conduisait le prévenu à Sète a brûlé."),
    ("Un fourgon ramenant le détenu de Sète à Lorne a brûlé.", "Le convoi emmenait le détenu à Sète."),
    # Up and down.
    ("Le funiculaire descendait vers le port.", "La rame, qui grimpait à la ville haute, a déraillé."),
    ("Le tramway, lancé dans la descente, a déraillé.", "Le funiculaire montait vers la gare haute."),
    ("L'autocar gravissait la côte de Carvenac.", "L'autocar dévalait la côte."),
    ("Le ferry se rendait à Lorne, où l'on devait inaugurer une digue.", "Le navire revenait d'une inauguration."),
]
FRIENDS = [
    ("Le navire venait de quitter Carvenac.", "Le ferry regagnait Lorne."),  # from one place to another
    ("Un second ferry regagnait Carvenac.", "Le navire venait de quitter Carvenac."),
    ("L'autocar descendait vers le port.", "Le funiculaire grimpait vers la ville haute."),
    ("Les passagers descendaient de la cabine.", "La cabine montait vers la gare haute."),
    ("La cabine montait vers la gare haute.", "L'autre cabine descendait."),
    ("La dernière révision remontait à la veille.", "Le funiculaire descendait vers le port."),
    ("Le car regagnait Carvenac.", "Le ferry venait de quitter Carvenac."),
    ("Le préfet rentrait de Sète.", "Le ferry devait rallier Sète."),
    ("Le ferry est parti de Carvenac.", "Le ferry est rentré à Carvenac."),  # two steps of one story
    ("Le ferry venait d'appareiller.", "Le ferry a fait demi-tour alors qu'il rentrait au port."),
]


@pytest.mark.parametrize(("left", "right"), OPPOSED)
def test_to_a_place_and_from_it(left: str, right: str) -> None:
    assert verdicts_on("direction", left, right, start=START) == ["contradicted"]


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_journeys_that_may_both_be(left: str, right: str) -> None:
    assert verdicts_on("direction", left, right, start=START) == []


def test_two_days_are_two_journeys() -> None:
    left, right = "Vendredi, le ferry devait rallier Sète.", "Samedi, le ferry revenait de Sète."
    assert verdicts_on("direction", left, right, start=START, days=("2025-05-11", "2025-05-11")) == []


def test_each_row_of_journeys_has_one_of_its_words_in_its_example(parse: Callable[[str], Parsed]) -> None:
    bad = []
    for row in read_table("lang/fr/journeys.tsv", ("way", "kind", "words", "ground", "example")):
        told = {_lemma(w) or w.lemma for w in parse(row["example"]).words}
        if not any(word in row["example"] or word in told for word in row.many("words")):
            bad.append(row["example"])
    assert bad == []


def test_each_row_of_occasions_is_known_from_its_example(parse: Callable[[str], Parsed]) -> None:
    rows = read_table("lang/fr/occasions.tsv", ("occasion", "words", "example"))
    assert [r["example"] for r in rows if r["occasion"] not in occasions(w.lemma for w in parse(r["example"]).words)] == []
