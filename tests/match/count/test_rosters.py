"""Lists in common nouns that two reports give, not alike, or that one of them counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.count.rosters import COLUMNS
from recoupe.parse.document import Parsed
from tests.match.crossing import matters_of

START = "Un cyclone a frappé Belmont samedi 10 mai 2025, faisant deux morts. "
TOLD = [
    ("Un navire a débarqué de l'eau, des tentes et des lits.", "L'armée a distribué des tentes, du riz et des bâches."),
    ("La délégation comprend des juges et des maires.", "Une délégation, composée de juges, de préfets et d'élus, est venue."),
    ("Le ministre était accompagné de cinq préfets.", "Le ministre avait emmené ses préfets de la Marne et de la Meuse."),
    ("Une femme et deux enfants ont été hospitalisés.", "Trois personnes sont à l'hôpital."),
    ("Plusieurs lots ont été rappelés.", "Sont rappelés les lots 031 à 038."),
    ("Les routes, les ponts et les écoles sont fermés.", "Les ponts et les écoles ont fermé."),
]
FRIENDS = [
    ("Des policiers et des gendarmes cherchent.", "Des policiers et des soldats sont venus."),
    ("Le navire a débarqué des tentes, du riz et des lits.", "La ville a perdu ses tentes, son stade et son port."),
    ("Une femme et deux enfants ont été hospitalisés.", "Trois personnes ont été arrêtées."),
    ("Le candidat de la droite et du centre est venu.", "Le candidat de la droite et du parti était là."),
    ("Plusieurs jours ont passé.", "Les jours 3 à 5 ont été gris."),
    # Two lists in common nouns of two things; one list that both tell, cut in another place.
    ("La milice a commis des vols, des viols et des meurtres.", "Il recense les viols et les meurtres."),
    (
        "Le chantier prévoit une digue au nord et un canal en six biefs de pierre, avec deux écluses et une vanne.",
        "Le chantier prévoit une digue au nord, un canal en six biefs de pierre, avec deux écluses et une vanne.",
    ),
]


def _found(left: str, right: str) -> list[str]:
    return [m.agreement for m in matters_of(left, right, start=START) if any(d.slot == "list" for d in m.differences)]


@pytest.mark.parametrize(("left", "right"), TOLD)
def test_one_list_told_in_two_ways(left: str, right: str) -> None:
    assert set(_found(left, right)) == {"refined"}


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_two_lists(left: str, right: str) -> None:
    assert _found(left, right) == []


def test_each_row_of_rosters_has_one_of_its_words_in_its_example(parse: Callable[[str], Parsed]) -> None:
    bad = []
    for row in read_table("lang/fr/rosters.tsv", COLUMNS):
        words = {plain(w.lemma) for w in parse(row["example"]).words}
        if not any(plain(w) in words or w in row["example"] for w in row.many("words")):
            bad.append(row["example"])
    assert bad == []
