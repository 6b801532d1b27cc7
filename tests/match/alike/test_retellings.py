"""One fact told with reserve or on somebody's word in one report, flatly in another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.match.alike.retellings import draft_retellings
from recoupe.match.desk import lay_desk
from recoupe.pipeline import cross_read, read_report
from recoupe.types import Report, When

TOWN = "Une crue a frappé Corbon dans la nuit de lundi. La préfète de la Vire, Anne Sorel, est sur place. "


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (
            "La passerelle du lavoir, classée depuis 1950, se serait effondrée, selon un riverain.\n",
            "La passerelle du lavoir s'est effondrée.\n",
            {("certainty", "refined"), ("source", "wording")},
        ),
        (
            "La digue avait déjà cédé en aval la veille, d'après le syndicat des eaux.\n",
            "La digue avait cédé deux fois la veille.\n",
            {("source", "wording")},
        ),
        (  # "elle" is a source too, whoever it is
            "Les dégâts atteignent 12 millions d'euros à Corbon, selon elle.\n",
            "Les dégâts atteignent 12 millions d'euros à Corbon.\n",
            {("source", "wording")},
        ),
        # One word of doubt among what is told as done.
        (
            "Un pilleur du lavoir classé de Corbon a été arrêté, interrogé puis écroué pour une possible fraude.\n",
            "Le pilleur du lavoir classé de Corbon a été arrêté lundi.\n",
            set(),
        ),
        # Another fact about the same thing.
        ("La passerelle du lavoir se serait effondrée.\n", "La passerelle du lavoir date de l'Empire.\n", set()),
    ],
)
def test_reserve_and_source_lost_on_the_way(
    parse_many: Callable[[list[str]], list],  # type: ignore[type-arg]
    left: str,
    right: str,
    found: set[tuple[str, str]],
) -> None:
    texts = [TOWN + left, TOWN + right]
    readings = []
    for name, text, parsed in zip("ab", texts, parse_many(texts), strict=True):
        when = When(f"w-{name}", None, "2024-03-12", "2024-03-12", "2024-03-12")
        readings.append(read_report(Report(name, None, text, "fr", published=when), replace(parsed, report=name)))
    dossier = cross_read([r.report for r in readings], readings)
    marked = {(d.slot, d.verdict) for m in dossier.matters for d in m.differences if d.slot in ("certainty", "source")}
    assert marked == found


def test_that_only_one_gives_a_source_is_no_matter_by_itself(parse_many: Callable[[list[str]], list]) -> None:  # type: ignore[type-arg]
    """Where both sentences are joined already, as in the test above, the source stands beside what they tell."""
    texts = [
        TOWN + "La digue avait déjà cédé en aval la veille, d'après le syndicat des eaux.\n",
        TOWN + "La digue avait cédé deux fois la veille.\n",
    ]
    readings = [
        read_report(Report(name, None, text, "fr"), replace(parsed, report=name))
        for name, text, parsed in zip("ab", texts, parse_many(texts), strict=True)
    ]
    assert draft_retellings(lay_desk(readings), []) == []
