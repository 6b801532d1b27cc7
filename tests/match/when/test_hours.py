"""Hours of one thing that exclude one another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.lang.tables import read_table
from recoupe.match.when.hours import COLUMNS, HOUR, _role, _thing, minutes_of
from recoupe.parse.document import Parsed
from tests.match.crossing import verdicts_on

START = "Un cyclone a frappé Belmont samedi 10 mai 2025, faisant deux morts. "
OPPOSED = [
    ("Un couvre-feu entrera en vigueur à partir de 18H00.", "À partir de vingt heures, plus personne n'a le droit de sortir."),
    ("Le couvre-feu débute à 21 heures.", "Un couvre-feu de 19h00 à 05h00 a été décrété."),
    ("Le couvre-feu dure de 21h00 à 05h00.", "Le couvre-feu prend fin à 6 heures."),
    ("La cérémonie a débuté à 14h30.", "La cérémonie a commencé à seize heures."),
    ("Le toit du gymnase s'est effondré à 4h40.", "Le toit s'est écroulé à six heures et quart."),
    ("L'explosion s'est produite à 6h12.", "La déflagration a retenti à 7h30."),
    ("Une panne a privé le quartier d'eau à partir de 14H20.", "La coupure a débuté à 15h10."),
    ("Le service des urgences a fermé ses portes à 18 heures.", "Les urgences ont fermé à 20h30, selon la mairie."),
    ("Un incendie s'est déclaré vers 4 heures.", "Le feu a pris à 5h45 dans une cave."),
    ("L'explosion a soufflé la vitrine à 5h20.", "La déflagration a réveillé le village à 6h45."),
    ("Une avalanche a emporté trois skieurs à 11h30.", "La coulée s'est déclenchée à 13H15."),
    ("La cabine s'est décrochée à 19h05.", "La cabine s'était détachée à 18 heures."),
]
FRIENDS = [
    ("L'explosion a soufflé la vitrine à 5h20.", "L'incendie né de l'explosion a été maîtrisé à 8h45."),
    ("Un couvre-feu entrera en vigueur à partir de 18H00.", "Les magasins ferment à 19 heures, à cause du couvre-feu."),
    ("Le couvre-feu dure de 21h00 à 05h00.", "Le couvre-feu a été levé à midi."),
    ("Le couvre-feu débute à 21 heures.", "Le couvre-feu, avancé, débute à 19 heures."),
    ("La cérémonie a débuté à 14h30.", "La cérémonie a commencé vers 15 heures."),
    ("La cérémonie débutera à 14h30.", "La cérémonie a commencé à 15 heures."),  # planned, then late
    ("La cérémonie a débuté à 14h30.", "Une autre cérémonie a débuté à 16 heures."),
    ("Le toit s'est effondré à 4h40.", "Un pont s'est effondré à 6h10."),
    ("L'explosion s'est produite à 6h12 (4h12 GMT).", "La déflagration a retenti à 4h12 GMT."),
    ("Le toit s'est effondré à 4h40.", "Le toit s'est effondré à 4h45."),
    ("La réunion a duré deux heures.", "La réunion a commencé à 4 heures."),
    ("Un incendie s'est déclaré vers 4 heures.", "Le feu a pris à 4h50 dans une cave."),
    ("Un incendie s'est déclaré à 4 heures.", "L'incendie a été éteint à 9h30."),
    ("Les pompiers ont été appelés à 18 heures.", "Les gendarmes ont été appelés à 20h30."),
    ("Un incendie s'est déclaré à 4 heures.", "Un autre incendie s'est déclaré à 9h30."),
]


@pytest.mark.parametrize(("left", "right"), OPPOSED)
def test_two_hours(left: str, right: str) -> None:
    assert "contradicted" in verdicts_on("time", left, right, start=START)


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_hours_that_may_both_be(left: str, right: str) -> None:
    assert "contradicted" not in verdicts_on("time", left, right, start=START)


@pytest.mark.parametrize("row", read_table("lang/fr/hours.tsv", COLUMNS), ids=lambda r: str(r["thing"]))
def test_each_row_of_hours_tells_its_example(row: dict[str, str], parse: Callable[[str], Parsed]) -> None:
    parsed = parse(row["example"])
    match = HOUR.search(parsed.text)
    assert match is not None and minutes_of(match) >= 0
    told = _thing(parsed, parsed.sentences[0], match, _role(parsed.text[: match.start()]))
    assert told is not None and told[0] == row["thing"]
