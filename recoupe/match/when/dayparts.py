"""Parts of the day in news ("à l'aube", "en fin d'après-midi"), with the first and last minute that they may mean."""

from __future__ import annotations

import re
from functools import cache

from recoupe.lang.tables import read_table

COLUMNS = ("kind", "from", "to", "words", "example")
KINDS = ("part", "begin", "alert", "other")


@cache
def bounds() -> dict[str, tuple[int, int]]:
    """First and last minute of each part of the day, past 1440 of the next morning."""
    found: dict[str, tuple[int, int]] = {}
    for row in read_table("lang/fr/dayparts.tsv", COLUMNS):
        if row.one_of("kind", KINDS) == "part":
            low, high = (60 * int(h) + int(m) for h, _, m in (row[c].partition(":") for c in ("from", "to")))
            found |= {form: (low, high) for w in row.many("words") for form in (w, w.replace("à ", "a ", 1))}
    return found


@cache
def parts() -> re.Pattern[str]:
    """The words of the parts of the day, as `bounds` knows them."""
    forms = sorted(bounds(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])")
