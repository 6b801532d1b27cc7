"""Where a report puts what happened, and what it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import Row, read_table
from recoupe.match.desk import lay_desk
from recoupe.match.where.spots import COLUMNS, Spot, spots_of
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report

ROWS = read_table("lang/fr/placings.tsv", COLUMNS)
Parse = Callable[[str], Parsed]


def _spots(parse: Parse, text: str) -> list[Spot]:
    parsed = replace(parse(text), report="r")
    desk = lay_desk([read_report(Report("r", None, text, "fr"), parsed)])
    return spots_of(desk, "r")


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["act"])
def test_each_row_knows_its_example(parse: Parse, row: Row) -> None:
    text, (mark,) = parse_markup(row["example"])
    (spot,) = _spots(parse, text)
    assert (spot.span.start, spot.span.end) == (mark.start, mark.end)
    assert (row["act"], row["way"]) in spot.acts


@pytest.mark.parametrize(
    ("text", "act", "name"),
    [
        ("Les enfants ont été conduits à l'hôpital de Corvel.", "treat", "corvel"),
        ("Les campeurs ont été mis à l'abri dans un hall d'exposition de Corvel.", "shelter", "corvel"),
        ("C'est à Corvel, au fond d'une impasse, que les policiers lui ont passé les menottes.", "arrest", "corvel"),
        ("L'organe avait été expédié de Lille.", "origin", "lille"),
        ("La déflagration a soufflé un magasin à Corvel.", "burst", "corvel"),
    ],
)
def test_acts_are_known_in_many_words(parse: Parse, text: str, act: str, name: str) -> None:
    (spot,) = _spots(parse, text)
    assert act in {a for a, _ in spot.acts} and spot.name == name


@pytest.mark.parametrize("text", ["Il s'est rendu à Corvel.", "Il est monté à bord du Pionnier.", "Il dort à l'Élysée."])
def test_what_is_no_act_in_a_town(parse: Parse, text: str) -> None:
    assert not _spots(parse, text)


def test_a_town_near_by_is_told_as_such(parse: Parse) -> None:
    assert [s.near for s in _spots(parse, "Il a été arrêté aux portes de Corvel. Il a été soigné à Belmont.")] == [True, False]


def test_handcuffs_befall_whom_they_are_put_on(parse: Parse) -> None:
    (spot,) = _spots(parse, "Les policiers lui ont passé les menottes à Corvel.")
    assert not spot.party.nouns and spot.party.number == "Sing"
