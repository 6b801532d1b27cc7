"""A noun of guilt against a suspicion."""

from __future__ import annotations

import pytest

from recoupe.lang.tables import read_table
from recoupe.match.sure.culprits import CAUGHT, COLUMNS, KINDS
from tests.match.crossing import matters_of

GRANGE = "Un incendie a détruit lundi la grange de Corbon. "
SUSPECT = "Un homme de 30 ans est soupçonné d'avoir allumé le feu.\n"
BOAT = "Une embarcation de migrants a chaviré lundi au large de Vesles. "
TWO = "Deux hommes, soupçonnés d'avoir piloté l'embarcation, sont en garde à vue.\n"


def hardened(*texts: str, start: str) -> list[str]:
    """What is told as sure in the differences of certainty."""
    found = matters_of(*texts, start=start, days=["2024-03-12"] * len(texts))
    rows = [d for m in found for d in m.differences if d.slot == "certainty"]
    return [
        texts[ord(v.report) - 97][v.evidence[0].start - len(start) :][:12]
        for d in rows
        for v in d.values
        if v.value == "happened"
    ]


@pytest.mark.parametrize(
    ("start", "weak", "flat", "found"),
    [
        (GRANGE, SUSPECT, "Le pyromane de Corbon est en prison.\n", True),
        (GRANGE, SUSPECT, "Le pyromane présumé de Corbon est en prison.\n", False),
        # Whoever did it: nobody has him. He was tried. Somebody else calls him so.
        (GRANGE, SUSPECT, "Le pyromane est passé par le toit de la grange de Corbon.\n", False),
        (GRANGE, SUSPECT, "Le pyromane de Corbon a été condamné à six ans de prison.\n", False),
        (GRANGE, SUSPECT, "« Le pyromane de Corbon est en prison », écrit Paul Dorval.\n", False),
        (BOAT, TWO, "Les deux passeurs de Vesles dorment en cellule.\n", True),
        (GRANGE, SUSPECT, "L'auteur, un homme de 30 ans, vivait à Corbon.\n", True),
        (BOAT, TWO, "Les quatre passeurs de Vesles dorment en cellule.\n", False),
    ],
)
def test_a_noun_of_guilt_is_surer_than_a_suspicion(start: str, weak: str, flat: str, found: bool) -> None:
    assert (hardened(weak, flat, start=start) == [flat[:12]]) is found


def test_every_row_of_the_culprits_has_an_example() -> None:
    rows = [*read_table("lang/fr/culprits.tsv", COLUMNS), *read_table("lang/fr/caught.tsv", CAUGHT)]
    assert [r.where for r in rows if not r["example"]] == []
    assert {r["kind"] for r in read_table("lang/fr/caught.tsv", CAUGHT)} <= set(KINDS)
