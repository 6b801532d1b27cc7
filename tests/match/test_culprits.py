"""A noun of guilt against a suspicion."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.tables import read_table
from recoupe.match.culprits import COLUMNS
from recoupe.pipeline import cross_read, read_report
from recoupe.types import Report, When

TOWN = "Un incendie a détruit lundi la grange de Corbon. "


@pytest.mark.parametrize(
    ("flat", "found"),
    [("Le pyromane de Corbon est en prison.\n", True), ("Le pyromane présumé de Corbon est en prison.\n", False)],
)
def test_a_noun_of_guilt_is_surer_than_a_suspicion(parse_many: Callable[[list[str]], list], flat: str, found: bool) -> None:  # type: ignore[type-arg]
    texts = [TOWN + "Un homme de 30 ans est soupçonné d'avoir allumé le feu.\n", TOWN + flat]
    readings = []
    for name, text, parsed in zip("ab", texts, parse_many(texts), strict=True):
        when = When(f"w-{name}", None, "2024-03-12", "2024-03-12", "2024-03-12")
        readings.append(read_report(Report(name, None, text, "fr", published=when), replace(parsed, report=name)))
    dossier = cross_read([r.report for r in readings], readings)
    shown = {
        dossier.words(v.evidence[0]) for m in dossier.matters for d in m.differences if d.slot == "certainty" for v in d.values
    }
    assert (flat.strip() in shown) is found


def test_every_row_of_the_culprits_has_an_example() -> None:
    assert [r.where for r in read_table("lang/fr/culprits.tsv", COLUMNS) if not r["example"]] == []
