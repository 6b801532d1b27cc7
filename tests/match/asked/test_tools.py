"""With what an act was done, when several reports name it; and tools that only stand in the text."""

from __future__ import annotations

import re

import pytest

from recoupe.lang.tables import read_table
from tests.match.crossing import matters_of

START = "La bijouterie Corvel, à Belmont, a été cambriolée samedi 10 mai 2025. "
CASES = [
    ("Les voleurs sont montés par une échelle.", "L'échelle était encore contre le mur dimanche."),
    ("Ils ont brisé la vitrine à la masse.", "Deux hommes sont arrivés avec une masse."),
    ("Le commando est venu dans un camion à nacelle.", "Le camion-nacelle avait été loué la veille."),
]
FRIENDS = [
    ("La masse salariale du bijoutier augmente.", "Ils ont brisé la vitrine à la masse."),
    ("Les voleurs sont montés par une échelle.", "Ils ont brisé la vitrine à la masse."),
    ("Le camion a reculé.", "Le camion a démarré."),
    ("Le poste a été obtenu en mai par Pierre Denis.", "Le régime de Pierre Denis a tremblé."),  # the name of a man
    ("Un avion s'est écrasé à Belmont.", "Quatre voyageurs n'étaient pas montés dans l'avion."),  # what it befell
    ("Le système a sonné.", "Un voisin veille grâce au système."),
    # a name; where somebody was; what came to grief itself
    (
        "Le vol est dû à la hâte de Pierre Aubin.",
        "Une enquête sur Pierre Aubin est ouverte, et la suite repose sur Pierre Aubin.",
    ),
    ("Deux employés se trouvaient dans la camionnette.", "La camionnette était garée devant la vitrine."),
    ("Les voleurs ont fui à bord d'une camionnette.", "La camionnette des voleurs a chaviré dans le canal."),
]


def _found(left: str, right: str) -> list[tuple[str, ...]]:
    drafts = [m for m in matters_of(left, right, start=START) if m.differences and m.differences[0].slot == "instrument"]
    return [(m.agreement, *(v.report for v in m.differences[0].values)) for m in drafts]


@pytest.mark.parametrize(("left", "right"), CASES)
def test_means_that_both_name(left: str, right: str) -> None:
    assert _found(left, right) == [("shared", "a", "b")]


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_things_that_merely_stand_there(left: str, right: str) -> None:
    assert _found(left, right) == []


def test_each_row_of_means_has_its_noun_in_its_example() -> None:
    rows = read_table("lang/fr/means.tsv", ("class", "nouns", "example"))
    assert [r["class"] for r in rows if not set(r.many("nouns")) & set(re.findall(r"[\w-]+", r["example"].lower()))] == []
