"""Known names of states, capitals, places and institutions, found in a text by their first word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from recoupe.lang.countries import countries, demonyms, inflect
from recoupe.lang.tables import read_table
from recoupe.types import ActorKind

INSTITUTIONS = ("name", "kind", "country", "gender", "aliases", "example")
PLACES = ("name", "kind", "country", "demonym", "example")
EXONYMS = ("names", "country", "example")
_KIND: dict[str, ActorKind] = {"group": "group", "team": "group", "bloc": "group"}
_FIRST = re.compile(r"\w+'?")


@dataclass(frozen=True, slots=True)
class Known:
    """One known name: what it stands for. `sort` tells capitals, seats, media, clubs apart."""

    name: str
    kind: ActorKind
    country: str | None
    sort: str
    gender: str | None = None
    plural: bool = False


@cache
def known_names() -> dict[str, tuple[tuple[str, Known], ...]]:
    """First word -> the known names that begin with it, longest first, with straight apostrophes."""
    index: dict[str, dict[str, Known]] = {}

    def add(name: str, known: Known) -> None:
        if found := _FIRST.match(name):
            index.setdefault(found[0], {}).setdefault(name, known)

    for country in countries().values():
        gender = {"la": "f", "le": "m", "les": "p"}.get(country.article, "f" if country.name[-1] == "e" else "m")
        sort = "country" if country.kind != "territory" else "territory"
        kind: ActorKind = "state" if country.kind != "territory" else "place"
        state = Known(country.name, kind, country.code, sort, "f" if gender == "f" else "m", gender == "p")
        for name in (country.name, *country.aliases):
            add(name, state)
            if name.isupper() and len(name) > 2:
                add(name.title(), state) if len(name) > 3 else None
        for capital in country.capitals:
            add(capital, Known(capital, "place", country.code, "capital", "m"))
    for row in read_table("data/institutions.tsv", INSTITUTIONS):
        sort = row["kind"]
        actor = Known(
            row["name"], _KIND.get(sort, "organisation"), row["country"] or None, sort, row["gender"], row["gender"] == "p"
        )
        for name in (row["name"], *row.many("aliases")):
            add(name, actor)
    for row in read_table("data/places.tsv", PLACES):
        add(row["name"], Known(row["name"], "place", row["country"] or None, row["kind"]))
    for row in read_table("data/exonyms.tsv", EXONYMS):
        first, *others = row.many("names")
        known = index.get(first.split(" ")[0].split("-")[0], {}).get(first)
        at = known or Known(first, "place", row["country"] or None, "city")
        for name in (first, *others):
            add(name, at)
    return {first: tuple(sorted(names.items(), key=lambda item: (-len(item[0]), item[0]))) for first, names in index.items()}


@cache
def place_adjectives() -> dict[str, str]:
    """Adjectives of regions and cities, every form -> the place ("marseillaise" -> "Marseille")."""
    found: dict[str, str] = {}
    for row in read_table("data/places.tsv", PLACES):
        if row["demonym"]:
            for form in inflect(row["demonym"]):
                found.setdefault(form, row["name"])
    for form in demonyms():
        found.pop(form, None)
    return found


def known_at(text: str, start: int) -> tuple[int, Known] | None:
    """The longest known name at text[start:] (straight apostrophes) that ends at a word's end: its end and what it is."""
    first = _FIRST.match(text, start)
    if first is None:
        return None
    for name, known in known_names().get(first[0], ()):
        if text.startswith(name, start):
            end = start + len(name)
            if end == len(text) or not (text[end].isalnum() or (text[end] == "-" and text[end + 1 : end + 2].isalnum())):
                return end, known
    return None
