"""Our own headings in English; the words of a report stay French."""

from __future__ import annotations

import pytest

from recoupe.lang.tables import read_table
from recoupe.match.cause.mishaps import MISHAPS
from recoupe.match.count.gaugewords import titles as gauge_titles
from recoupe.match.count.measuring import measures
from recoupe.match.count.populations import populations
from recoupe.match.count.scores import _titles as score_titles
from recoupe.match.when.lasting import COLUMNS as LASTING
from recoupe.show.headings import COLUMNS, heading


def test_each_row_reads_its_example() -> None:
    examples = [r["example"].split(" -> ") for r in read_table("data/headings.tsv", COLUMNS) if r["example"]]
    assert [heading(french, "en") for french, _ in examples] == [english for _, english in examples]


def test_every_label_of_the_tables_has_its_english() -> None:
    labels = {t for t, _ in measures().values()} | {p.title for p in populations().values()} | set(gauge_titles().values())
    labels |= {r["title"] for r in read_table("lang/fr/lasting.tsv", LASTING)} | set(score_titles().values())
    labels |= {r["title"] for r in read_table("lang/fr/mishaps.tsv", MISHAPS)}
    assert sorted(x for x in labels if x and heading(f"{x} : 3", "en") == f"{x} : 3") == []


def test_every_state_has_its_english() -> None:
    rows = read_table("lang/fr/ladders.tsv", ("scale", "rung", "label", "part", "words", "example"))
    labels = {r["label"].lstrip("?!") for r in rows}
    assert sorted(x for x in labels if heading(f"Le pont : {x}", "en") == f"Le pont : {x}") == []


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Jean Roy : démission annoncée, puis effective", "Jean Roy: resignation announced, then effective"),
        ("Incendie : non maîtrisé, puis éteint", "Incendie: not contained, then out"),
        ("Luc Roy : condamné ou relaxé", "Luc Roy: sentenced or acquitted"),
        ("Luc Roy : démission ou non", "Luc Roy: resignation or not"),
        ("Nombre de morts (sauveteurs) : 3", "Dead (sauveteurs): 3"),
        ("Les passeurs : soupçonnés ou coupables", "Les passeurs: suspected or guilty"),
        ("Un pont s'est effondré mardi (date)", "Un pont s'est effondré mardi (date)"),
        ("Un pont s'est effondré mardi (heure)", "Un pont s'est effondré mardi (time)"),
        ("« mardi 3 mars » : le jour de la semaine et la date s'excluent", "“mardi 3 mars”: the weekday excludes the date"),
        # the words of reports
        ("Jean Roy : « Le pont est fermé »", "Jean Roy : « Le pont est fermé »"),
        ("Tornade en Sorvie : déjà 14 morts recensés", "Tornade en Sorvie : déjà 14 morts recensés"),
        ("Le pont est fermé", "Le pont est fermé"),
    ],
)
def test_a_heading_in_english(french: str, english: str) -> None:
    assert heading(french, "en") == english
    assert heading(french, "fr") == french
