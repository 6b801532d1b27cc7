"""One thing that two reports put in two towns."""

from __future__ import annotations

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.where.seats import COLUMNS, _seat
from tests.match.crossing import matters_of

START = "Une mutinerie a éclaté samedi 10 mai 2025 près de Belmont, a indiqué l'état-major. "
OPPOSED = [
    (
        "Les mutins se sont emparés du quartier général de l'armée à Lyon.",
        "Ils avaient saisi le quartier général de l'armée à Nice.",
    ),
    ("Les mutins ont attaqué la prison centrale à Lyon.", "L'attaque a visé la prison centrale à Nice."),
]
FRIENDS = [
    ("Les mutins ont attaqué la prison centrale à Lyon.", "L'attaque a visé la caserne à Nice."),
    ("Les mutins ont attaqué la prison centrale à Lyon.", "Venus de Lyon, ils ont attaqué la prison centrale à Nice."),
    ("Les mutins ont attaqué une prison à Lyon.", "L'attaque a visé une prison à Nice."),
    ("Les mutins ont attaqué la prison centrale à Lyon.", "Le maire est né à côté de la prison centrale à Nice."),
]


def _found(left: str, right: str) -> list[str]:
    return [m.agreement for m in matters_of(left, right, start=START) if m.title.startswith("Lieu : ")]


@pytest.mark.parametrize(("left", "right"), OPPOSED)
def test_two_towns(left: str, right: str) -> None:
    assert _found(left, right) == ["contradicted"]


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_towns_of_two_things(left: str, right: str) -> None:
    assert _found(left, right) == []


@pytest.mark.parametrize("row", read_table("lang/fr/seats.tsv", COLUMNS), ids=lambda r: str(r.where))
def test_each_row_of_seats_tells_its_example(row: dict[str, str]) -> None:
    assert _seat().search(parse_markup(row["example"])[0])
