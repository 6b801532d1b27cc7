"""Units of measure as they are written behind a number: "km", "km/h", "kilomètres cubes", "M€"."""

from __future__ import annotations

import re
from functools import cache

from recoupe.lang.tables import read_table
from recoupe.parse.document import Word

_PER_HOUR = re.compile(r" ?/ ?h(?!\w)|(?: à l'| par |-| )heure(?!\w)")
_POWER = re.compile(r" (?P<power>carré|cube)s?(?!\w)")
_LENGTHS = frozenset("kilomètre mètre centimètre millimètre mille".split())
_SCALES = {"million d'": 1e6, "milliard d'": 1e9}


@cache
def _units() -> dict[str, str]:
    """Written form of a unit ("€", "km", "%") -> its lemma."""
    return {row["form"]: row["unit"] for row in read_table("lang/fr/units.tsv", ("form", "unit", "kind", "example"))}


def written_unit(low: str, word: Word) -> tuple[str, int] | None:
    """The unit that a word writes, with what follows it ("par heure", "carrés"), and where it ends; None for no unit."""
    unit = _units().get(word.lower.rstrip("."))
    if unit is None:
        return None
    if unit in _LENGTHS and (power := _POWER.match(low, word.end)):
        return f"{unit} {power['power']}", power.end("power")
    if unit in ("kilomètre", "mètre") and _PER_HOUR.match(low, word.end):
        return unit + "/heure", word.end  # a speed is no distance
    return unit, word.end


def scaled_unit(unit: str) -> tuple[str, float]:
    """The unit itself and how many of it one of the written unit is: "million d'euros" -> 1e6 euro."""
    scale = next((s for s in _SCALES if unit.startswith(s)), None)
    return (unit.removeprefix(scale).rstrip("s"), _SCALES[scale]) if scale else (unit, 1.0)
