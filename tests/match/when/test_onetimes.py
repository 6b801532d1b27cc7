"""The day of what one affair has once, told by a verb here and by a noun there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.find.whens import anchor_whens
from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.asked.asked import Scene
from recoupe.match.desk import lay_desk
from recoupe.match.when.onetimes import COLUMNS, find_days
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report, When
from tests.match.crossing import matters_of

DAYS = ("2024-05-15", "2024-05-16")
START = "La sonde « Argos » de l'agence Bolaris ne répond plus depuis dimanche 12 mai 2024. "


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("L'engin avait décollé de Corvel le 2 mai.", "Le lancement, le 3 mai depuis Corvel, s'était bien passé.", True),
        ("L'engin avait décollé le 2 mai.", "Depuis son départ de Corvel, le 4 mai, elle filait.", True),
        ("Le général Paul Orme a juré mardi de démissionner.", "Le serment du 10 mai n'engage que lui.", True),
        # A day of the clause; another departure; a ship and a plane; one still to come; a night that belongs to both days.
        ("L'engin avait décollé le 2 mai.", "Après son départ de Corvel, mardi, Bolaris a fermé le site.", False),
        ("L'engin avait décollé le 2 mai.", "Un autre lancement, le 9 mai, s'était bien passé.", False),
        ("Le cargo avait appareillé le 2 mai.", "L'avion avait décollé le 4 mai.", False),
        ("L'engin avait décollé le 2 mai.", "Le lancement du 20 mai sera retardé.", False),
        ("Le serment du 14 mai n'engage que lui.", "Le général Paul Orme jurera mardi : le serment de mardi le lie.", False),
        ("Cinq ingénieurs ont été arrêtés le 2 mai.", "Un sixième ingénieur a été arrêté le 3 mai.", False),
        ("L'ingénieur a été arrêté le 2 mai.", "Des ingénieurs ont été arrêtés le 4 mai.", False),
        ("L'engin avait décollé le 2 mai.", "Le lancement, le 3 mai dans la nuit, s'était bien passé.", False),
    ],
)
def test_two_days(left: str, right: str, wanted: bool) -> None:
    found = matters_of(left, right, start=START, days=DAYS)
    days = [m for m in found if m.agreement in ("contradicted", "disputed") and any(d.slot == "date" for d in m.differences)]
    assert bool(days) is wanted


def test_every_example_is_found(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    rows = read_table("lang/fr/onetime.tsv", COLUMNS)
    parsed = parse_many([parse_markup(row["example"])[0] for row in rows])
    published = When("w", None, "2024-05-16", "2024-05-16", "2024-05-16")
    missed = []
    for row, one in zip(rows, parsed, strict=True):
        report = Report(one.report, None, one.text, "fr", published=published, published_basis="given")
        reading = read_report(report, one)
        desk = lay_desk([replace(reading, whens=anchor_whens(one, reading.times, published))])
        found = {x.question for x in find_days(Scene(desk, one.report))}
        if row["who"] != "person" and row["act"] not in found:
            missed.append((row["act"], found))
    assert missed == []
