"""One report says what another unsays: one act of one thing, in one word or another, only the negation differs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.lang.tables import Row, read_table
from recoupe.match.verdict.nays import COLUMNS, KINDS
from recoupe.parse.document import Parsed
from tests.match.crossing import matters_of

ParseMany = Callable[[list[str]], list[Parsed]]
START = "Un voilier a coulé samedi devant Port-Brenec. Le skipper Alan Rozec a été secouru par les sauveteurs de Port-Brenec. "
OPPOSED = [
    ("Alan Rozec portait un harnais.", "Alan Rozec ne portait pas de harnais."),
    ("Le skipper avait une balise.", "Alan Rozec n'avait aucune balise."),
    ("Alan Rozec a déclenché sa balise.", "Le skipper n'a pas déclenché sa balise."),
    ("Le voilier transportait du carburant.", "Le voilier ne transportait pas de carburant."),
    ("Les sauveteurs ont retrouvé la quille.", "Les sauveteurs n'ont jamais retrouvé la quille."),
    # in another word for the act, as a noun beside a verb that says little, by a verb that governs it
    ("La balise a été larguée.", "La balise n'a pas été éjectée."),
    ("Alan Rozec a déposé plainte.", "Alan Rozec n'a jamais porté plainte."),
    ("Alan Rozec a signé le rapport.", "Alan Rozec a refusé de signer le rapport."),
    ("Alan Rozec mettait sa ceinture.", "Le skipper n'avait pas sa ceinture."),
]
FRIENDS = [
    ("Alan Rozec portait un harnais.", "Alan Rozec ne portait pas de casque."),  # another thing
    ("Alan Rozec portait un harnais.", "Son frère Denis Rozec ne portait pas de harnais."),  # another man
    ("Alan Rozec a signé le rapport.", "Alan Rozec n'a pas encore signé le rapport."),  # not yet
    ("Alan Rozec portait un harnais.", "Alan Rozec ne portera pas de harnais."),  # another time
    ("Alan Rozec a vendu sa balise.", "Alan Rozec n'aurait pas vendu sa balise."),  # hedged
    ("Lundi, Alan Rozec a vu le juge.", "Mardi, Alan Rozec n'a pas vu le juge."),  # another day
    ("Le voilier avait une radio.", "À Nice, le voilier n'avait pas de radio."),  # another town
    ("Les clients du port ont été évacués.", "Les riverains du port n'ont pas été évacués."),  # others
    ("Le juge a entendu le fils d'Alan Rozec.", "Le juge n'a pas entendu l'épouse d'Alan Rozec."),
    ("Deux plongeurs ont refusé de descendre.", "Trois plongeurs sont descendus."),  # some, and others
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


def _agreements(left: str, right: str, days: tuple[str, str]) -> set[str]:
    found = matters_of(left, right, start=START, days=days)
    return {d.verdict for m in found for d in m.differences if d.slot == "polarity"}


def test_not_yet_is_of_its_hour() -> None:
    left, right = "Alan Rozec n'a toujours pas recousu sa voile.", "Alan Rozec a recousu sa voile lundi."
    assert _agreements(left, right, ("2025-05-11", "2025-05-13")) == {"updated"}
    assert _agreements(left, right, ("2025-05-14", "2025-05-14")) == {"contradicted"}


def test_what_is_said_and_unsaid_is_not_told_alike() -> None:
    left, right = "Le skipper Alan Rozec a salué les secours.", "Le skipper Alan Rozec n'a pas salué les secours."
    found = matters_of(left, right, start=START, days=("2025-05-11", "2025-05-11"))
    assert not any("salu" in m.title and m.agreement == "shared" for m in found)


@pytest.mark.parametrize("row", read_table("lang/fr/shunning.tsv", COLUMNS), ids=lambda r: r.where)
def test_each_row_holds_a_word_of_its_example(parse_many: ParseMany, row: Row) -> None:
    (parsed,) = parse_many([row["example"]])
    assert {w.lemma for w in parsed.words} & {w.split()[-1] for w in row.many("words")} and row["kind"] in KINDS
