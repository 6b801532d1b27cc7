"""The one happening that an affair is about is one matter, whatever each report calls it; a second one of its kind is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.lang.tables import read_table
from recoupe.match.acts.hearts import HEARTS, kinds_of
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import matters_of

HEAD = "Une explosion a soufflé mardi un atelier de la société Corvex à Brelan, ont annoncé les pompiers de Brelan."
TOLD = [
    "Vers midi, l'atelier Corvex a explosé à Brelan, sous les yeux des pompiers.",
    "La société Corvex pleure ses morts. L'accident survenu mardi a choqué tout Brelan.",
    "Les pompiers de Brelan ont travaillé toute la nuit chez Corvex. La déflagration a brisé les vitres.",
]
APART = [
    "La société Corvex, de Brelan, aide les pompiers. Une autre explosion avait eu lieu à Brelan.",
    "La société Corvex, à Brelan, est connue des pompiers. Il y a dix ans, une explosion y avait tué un ouvrier.",
]


@pytest.mark.parametrize("text", TOLD)
def test_one_happening_under_several_names(text: str) -> None:
    days = ("2025-05-06", "2025-05-06", "2025-05-07")
    second = "Explosion chez Corvex : les pompiers cherchent des survivants à Brelan, dans les ruines de l'atelier."
    assert any(m.reports == ("a", "b", "c") for m in matters_of(HEAD, second, text, days=days))


@pytest.mark.parametrize("text", APART)
def test_another_or_a_feared_one_is_not_it(text: str) -> None:
    days = ("2025-05-06", "2025-05-06", "2025-05-07")
    second = "Explosion chez Corvex : les pompiers cherchent des survivants à Brelan, dans les ruines de l'atelier."
    events = {e for m in matters_of(HEAD, second, text, days=days) if len(m.reports) > 2 for e in m.events}
    assert not events


def test_each_row_tells_its_example(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    rows = read_table("lang/fr/hearts.tsv", HEARTS)
    wrong = []
    for row, parsed in zip(rows, parse_many([r["example"] for r in rows]), strict=True):
        events = read_report(Report(parsed.report, None, row["example"], "fr"), parsed).events
        if not any(row["heart"] in kinds_of(e) for e in events):
            wrong.append((row["heart"], [(e.lemma, e.frame) for e in events]))
    assert wrong == []
