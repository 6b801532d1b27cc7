"""Lines of inquiry: another one followed, one given up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.desk import lay_desk
from recoupe.match.sure.leads import COLUMNS, find_leads
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import matters_of

ParseMany = Callable[[list[str]], list[Parsed]]
START = "À Belmont, la mort du gardien de l'usine du Rouet émeut la commune et la préfète, Anne Sorel. "


@pytest.mark.parametrize(
    ("left", "right", "titles"),
    [
        (
            "Les enquêteurs suivent la piste d'un différend familial.",
            "L'hypothèse d'un suicide est désormais retenue.",
            ["Piste suivie : conflit privé, puis suicide"],
        ),
        (
            "Le procureur privilégie la piste accidentelle.",
            "Le procureur a écarté la thèse de l'accident.",
            ["Piste suivie : accident, puis accident (écarté)"],
        ),
        (
            "C'est un loup solitaire, dit le ministre.",
            "Le ministre n'écarte plus l'idée qu'il ait eu des complices.",
            ["Seul ou non : seul, puis avec des complices"],
        ),
        ("La piste criminelle est privilégiée.", "La piste terroriste est privilégiée.", []),
        ("La piste accidentelle est privilégiée.", "La piste accidentelle n'est pas écartée.", []),
        ("La piste accidentelle est privilégiée.", "Est-ce la piste criminelle ?", []),
        ("La piste terroriste est privilégiée.", "L'enquête doit déterminer s'il s'agissait d'un coup de folie.", []),
    ],
)
def test_a_line_of_inquiry_turns(left: str, right: str, titles: list[str]) -> None:
    found = matters_of(left, right, start=START, days=("2025-05-12", "2025-05-14"))
    assert [m.title for m in found if m.title.startswith(("Piste suivie", "Seul ou non"))] == titles


def test_reports_of_one_day_follow_no_turn() -> None:
    texts = ("La piste accidentelle est privilégiée.", "La piste du suicide est privilégiée.")
    found = matters_of(*texts, start=START, days=("2025-05-12", "2025-05-12"))
    assert not [m for m in found if m.title.startswith("Piste suivie")]


def test_each_row_reads_its_example(parse_many: ParseMany) -> None:
    rows = read_table("lang/fr/leads.tsv", COLUMNS)
    missed = []
    for row, parsed in zip(rows, parse_many([parse_markup(r["example"])[0] for r in rows]), strict=True):
        desk = lay_desk([read_report(Report("r", None, parsed.text, "fr"), replace(parsed, report="r"))])
        if row["kind"] not in {lead.kind for lead in find_leads(desk, "r")}:
            missed.append(row.where)
    assert missed == []
