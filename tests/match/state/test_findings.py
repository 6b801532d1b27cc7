"""Nothing of a kind in one report, something of it in another: each row of the table, and what looks like it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.tables import read_table
from recoupe.match.desk import lay_desk
from recoupe.match.state.findings import COLUMNS, draft_findings
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report

ParseMany = Callable[[list[str]], list[Parsed]]
START = "Cela s'est passé à Bellançon, chez les Tuileries Morvan, mardi 12 mars 2024. Une enquête a été ouverte.\n"


def _found(parse_many: ParseMany, left: str, right: str) -> list[str]:
    texts = [START + left, START + right]
    reports = [Report(name, f"{name}.txt", text, "fr") for name, text in zip("ab", texts, strict=True)]
    rows = zip(reports, parse_many(texts), strict=True)
    return [d.agreement for d in draft_findings(lay_desk([read_report(r, replace(p, report=r.id)) for r, p in rows]), [])]


def test_every_row_of_the_table(parse_many: ParseMany) -> None:
    rows = [row["example"].split(" / ") for row in read_table("lang/fr/found_things.tsv", COLUMNS)]
    assert [r for r in rows if _found(parse_many, r[0], r[1]) != ["contradicted"]] == []


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("Aucune arme n'a été trouvée, dit son avocat.", "Deux fusils ont été saisis.", ["disputed"]),
        ("Il ne transportait pas d'explosif.", "Il transportait dix kilos d'explosif.", ["contradicted"]),
        ("Pas un gramme de cannabis au bar.", "La police a mis la main sur dix kilos de cannabis au bar.", ["contradicted"]),
        ("Le club dément avoir touché la moindre indemnité.", "Le club a touché une indemnité.", ["disputed"]),
        ("La famille n'a pas versé un centime.", "La famille a payé une rançon.", ["contradicted"]),
        # some of a kind, of which there may be others; elsewhere; another time; in doubt; one that is missing; both in a report
        ("Aucun pistolet n'a été trouvé.", "Deux fusils ont été saisis.", []),
        ("Aucune arme n'a été trouvée dans la cave.", "Deux fusils ont été saisis dans le jardin.", []),
        ("Aucun corps n'a été retrouvé dans l'école.", "Trois corps ont été retrouvés sous le marché.", []),
        ("Aucune arme n'a été trouvée.", "La semaine dernière, deux fusils avaient été saisis.", []),
        ("Aucune arme n'a été trouvée.", "Deux fusils auraient été saisis.", []),
        ("La police n'a pas trouvé l'arme.", "Deux fusils ont été saisis.", []),
        ("Aucune arme n'a été trouvée.", "Deux fusils ont été saisis. Aucune arme n'a été trouvée.", []),
    ],
)
def test_some_and_none(parse_many: ParseMany, left: str, right: str, told: list[str]) -> None:
    assert _found(parse_many, left, right) == told
