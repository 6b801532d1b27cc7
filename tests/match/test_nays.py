"""One report says what another unsays: the same verb, who and what, only the negation differs."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "Un voilier a coulé samedi devant Port-Brenec. Le skipper Alan Rozec a été secouru par les sauveteurs de Port-Brenec. "
OPPOSED = [
    ("Alan Rozec portait un harnais.", "Alan Rozec ne portait pas de harnais."),
    ("Le skipper avait une balise.", "Alan Rozec n'avait aucune balise."),
    ("Alan Rozec a déclenché sa balise.", "Le skipper n'a pas déclenché sa balise."),
    ("Le voilier transportait du carburant.", "Le voilier ne transportait pas de carburant."),
    ("Les sauveteurs ont retrouvé la quille.", "Les sauveteurs n'ont jamais retrouvé la quille."),
]
FRIENDS = [
    ("Alan Rozec portait un harnais.", "Alan Rozec ne portait pas de casque."),  # another thing
    ("Alan Rozec portait un harnais.", "Son frère Denis Rozec ne portait pas de harnais."),  # another man
    ("Alan Rozec a signé le rapport.", "Alan Rozec n'a pas encore signé le rapport."),  # not yet
    ("Alan Rozec portait un harnais.", "Alan Rozec ne portera pas de harnais."),  # another time
    ("Alan Rozec a vendu sa balise.", "Alan Rozec n'aurait pas vendu sa balise."),  # hedged
    ("Lundi, Alan Rozec a vu le juge.", "Mardi, Alan Rozec n'a pas vu le juge."),  # another day
    ("Le voilier avait une radio.", "À Nice, le voilier n'avait pas de radio."),  # another town
    ("Alan Rozec veut un avocat.", "Alan Rozec ne veut pas d'avocat."),  # of what somebody wants there is more than one
]


def _opposed(left: str, right: str) -> bool:
    found = matters_of(left, right, start=START, days=("2025-05-11", "2025-05-11"))
    return any(d.slot == "polarity" and d.verdict in ("contradicted", "wording") for m in found for d in m.differences)


@pytest.mark.parametrize(("left", "right"), OPPOSED)
def test_said_and_unsaid(left: str, right: str) -> None:
    assert _opposed(left, right) and _opposed(right, left)


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_no_contradiction(left: str, right: str) -> None:
    assert not _opposed(left, right)
