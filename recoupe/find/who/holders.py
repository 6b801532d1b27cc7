"""Who holds an office of state, for reports that name the holder without the title: a help after the report's own words."""

from __future__ import annotations

from functools import cache

from recoupe.lang.tables import read_table

_CONCEPT = {
    "président": "head",
    "présidente": "head",
    "dirigeant": "head",
    "maréchal": "head",
    "premier ministre": "premier",
    "première ministre": "premier",
    "chancelier": "premier",
    "chancelière": "premier",
    "président du gouvernement": "premier",
    "président du conseil": "premier",
    "présidente du conseil": "premier",
    "secrétaire d'état": "diplomat",
    "pape": "pope",
}


@cache
def offices_of() -> dict[str, tuple[tuple[str, str], ...]]:
    """Name in lower case, hyphens as blanks -> (office, country) of everybody in leaders.tsv."""
    return _offices(left=False)


@cache
def offices_left() -> dict[str, tuple[tuple[str, str], ...]]:
    """The same for those who have left the office."""
    return _offices(left=True)


@cache
def took_office() -> dict[tuple[str, str, str], str]:
    """(name, office, country) -> the day on which the latest term began."""
    found: dict[tuple[str, str, str], str] = {}
    for row in read_table("data/leaders.tsv", ("name", "office", "country", "start", "end", "example")):
        if concept := _CONCEPT.get(row["office"].lower()):
            key = (row["name"].lower().replace("-", " "), concept, row["country"])
            found[key] = max(row["start"], found.get(key, ""))
    return found


def _offices(*, left: bool) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, dict[tuple[str, str], None]] = {}
    for row in read_table("data/leaders.tsv", ("name", "office", "country", "start", "end", "example")):
        if (concept := _CONCEPT.get(row["office"].lower())) and (row["end"] or not left):
            found.setdefault(row["name"].lower().replace("-", " "), {}).setdefault((concept, row["country"]))
    return {name: tuple(offices) for name, offices in found.items()}
