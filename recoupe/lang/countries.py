"""States and territories: codes, names, capitals, demonym adjectives in all their forms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from recoupe.lang.tables import read_table

COLUMNS = ("code", "name", "kind", "article", "capitals", "demonyms", "aliases", "example")

# Longest ending first: "-éen" doubles its n, "-ais" takes a plain e.
_FEMININE = (
    ("éen", "éenne"),
    ("ien", "ienne"),
    ("yen", "yenne"),
    ("ain", "aine"),
    ("ais", "aise"),
    ("ois", "oise"),
    ("and", "ande"),
    ("ard", "arde"),
    ("an", "ane"),
    ("in", "ine"),
    ("on", "onne"),
    ("ol", "ole"),
    ("ch", "che"),
    ("gol", "gole"),
)


@dataclass(frozen=True, slots=True)
class Country:
    """One state or territory with all the words that name it."""

    code: str
    name: str
    kind: str
    article: str
    capitals: tuple[str, ...]
    aliases: tuple[str, ...]


@cache
def countries() -> dict[str, Country]:
    """Every state and territory by its code."""
    return {
        row["code"]: Country(
            row["code"],
            row["name"],
            row.one_of("kind", ("state", "territory", "former")),
            row["article"],
            row.many("capitals"),
            row.many("aliases"),
        )
        for row in read_table("data/countries.tsv", COLUMNS)
    }


@cache
def demonyms() -> dict[str, str]:
    """Demonym adjectives in lower case, every gender and number -> code ("nord-coréennes" -> "PRK")."""
    found: dict[str, str] = {}
    for row in read_table("data/countries.tsv", COLUMNS):
        for demonym in row.many("demonyms"):
            for form in inflect(demonym):
                found.setdefault(form, row["code"])
    return found


def inflect(demonym: str) -> tuple[str, ...]:
    """The four forms of an adjective; "turc:turque" gives a feminine that no rule makes.

    >>> inflect("grec:grecque")
    ('grec', 'grecque', 'grecs', 'grecques')
    >>> inflect("néo-zélandais")
    ('néo-zélandais', 'néo-zélandaise', 'néo-zélandais', 'néo-zélandaises')
    """
    masculine, _, feminine = demonym.partition(":")
    if not feminine:
        feminine = next((masculine[: -len(end)] + new for end, new in _FEMININE if masculine.endswith(end)), masculine)
        if feminine == masculine and masculine[-1] in "ité" and masculine[-2:] != "te":
            feminine = masculine + "e"
    plural = masculine if masculine[-1] in "sx" else masculine + "s"
    return masculine, feminine, plural, feminine + "s"
