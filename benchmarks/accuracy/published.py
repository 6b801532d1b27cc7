"""The date of publication, inferred from the text alone, on winer_fr: the id of an article is its date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from accuracy.shared import ratio, read_all, table, winer

from recoupe.pipeline import cross_read

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_FULL = re.compile(rf"\b(?:1er|\d\d?)[ \u00a0](?:{_MONTHS})[ \u00a0]\d{{4}}\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b", re.IGNORECASE)
_DATELINE = re.compile(rf"^\W*{_FULL.pattern}[^\n–—]{{0,40}}?[–—.-]+ ?", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class _Tally:
    articles: int
    dated: int
    year: int
    day: int

    def row(self, name: str) -> list[str]:
        share = [f"{n} ({ratio(n, self.articles)})" for n in (self.dated, self.year, self.day)]
        return [name, str(self.articles), *share]


def section(count: int = 300, without: int = 150) -> str:
    """As published, and with the dateline taken out: harder, and nearer to a text that was pasted somewhere."""
    rows = [(a["id"][:10].replace("_", "-"), a["id"], a["text"]) for a in winer(count)]
    kept = [r for r in rows if _told(r[2])]
    cut = [(day, ident, _DATELINE.sub("", text, count=1)) for day, ident, text in rows[:: max(1, count // without)]]
    cut = [r for r in cut if _told(r[2])]
    header = ("", "articles", "dated at all", "year right", "day right")
    return table(header, [_tally(kept).row("as published"), _tally(cut).row("dateline taken out")])


def _told(text: str) -> bool:
    return bool(_FULL.search(text) or _WEEKDAY.search(text))


def _tally(rows: list[tuple[str, str, str]]) -> _Tally:
    dated = year = day = 0
    for (wanted, _, _), reading in zip(rows, read_all((ident, text) for _, ident, text in rows), strict=True):
        # each by itself: other articles of those days would help, and a lone text is the harder case
        published = cross_read([reading.report], [reading]).reports[0].published
        value = published.value if published else None
        dated += bool(value)
        year += bool(value and value[:4] == wanted[:4])
        day += value == wanted
    return _Tally(len(rows), dated, year, day)
