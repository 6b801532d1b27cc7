"""How much a number says: its values with scale and half, its bounds ("au moins", "près de"), its share ("neuf sur dix")."""

from __future__ import annotations

import re

from recoupe.parse.document import Parsed
from recoupe.types import Bound


def low_and_high(kind: str, values: list[float], letters: str) -> tuple[float | None, float | None, Bound]:
    """The bounds that the shape of a number gives; `letters` are of `numerals`, `kind` is their shape in `figures`."""
    if kind in ("between", "span"):
        return values[0], values[1], "between"
    if kind == "abouts":
        if "f" in letters[1:]:
            value = values[-2] * values[-1]
            if "1" in letters:  # "une quarantaine de millions"
                return value, value, "about"
            return 2.0 * value, None, "at_least"  # "des centaines de milliers"
        times = values[0] if len(values) > 1 else 2
        return times * values[-1], None, "at_least"
    if kind == "about":
        value = values[-1] * (values[0] if len(values) > 1 and letters[0] in "dwn" else 1)
        return value, value, "about"
    if kind == "part":
        value = round(values[-1] * (values[0] if len(values) > 1 else 1), 6)
        return value, value, "exact"
    return values[0], values[0], "exact"


def apply_scale(low: str, kind: str, values: list[float], start: int, end: int) -> int:
    """Put the scale of the last number and its half into the values; where the number ends then."""
    if (scale := scale_of(low[start:end])) and (half := HALF.match(low, end)):
        values[-1] += scale / 2  # "deux millions et demi"
        end = half.end()
    if kind in ("between", "span") and (scale := scale_of(low[start:end])) and values[0] < min(scale, values[1] / scale):
        values[0] *= scale  # "de 10 à 15 millions", "entre 1,7 et 1,9 milliard"
    return end


def scale_of(words: str) -> float:
    """The last scale word of a number: "deux millions" -> 1e6; 0 for none."""
    return {"million": 1e6, "milliard": 1e9}.get(words.rsplit(" ", 1)[-1].rstrip("s"), 0.0)


HALF = re.compile(r" et demie?(?!\w)")


def read_bounds(
    low_text: str, start: int, end: int, unit_end: int, low: float | None, high: float | None, bound: Bound
) -> tuple[int, float | None, float | None, Bound]:
    """Read "au moins", "plus de", "près de" before the number, "au moins" and "environ" after it."""
    before = _PREFIX.search(low_text, max(0, start - 26), start) if low_text[max(0, start - 1)] in " '" else None
    named = before.lastgroup if before else None
    if before is None and (after := _SUFFIX.match(low_text, end) or _SUFFIX.match(low_text, unit_end)):
        named = {"au moins": "at_least", "au minimum": "at_least", "environ": "about"}.get(after[0].strip(" ,"), "at_most")
    if named is None:
        return start, low, high, bound
    start = before.start() if before else start
    if named in ("at_least", "more_than"):
        return start, low, None, named  # type: ignore[return-value]
    if named in ("at_most", "less_than"):
        return start, None, high if high is not None else low, named  # type: ignore[return-value]
    return start, low, high, "about" if bound == "exact" else bound


_BEFORE = re.compile(
    r"(?P<at_least>au moins|au minimum|pas moins d(?:e |')|minimum de|à partir de|jusqu'à présent)"
    r"|(?P<more_than>(?<!guère )plus d(?:e |')(?:près de )?|davantage de|au-delà de|au-dessus de|supérieure? à|dépassant|dépassé"
    r"|dépasse|passé la barre des|quelque plus de)"
    r"|(?P<at_most>au plus|au maximum|jusqu'à|tout au plus|pas plus d(?:e |'))"
    r"|(?P<less_than>moins d(?:e |')|en dessous de|inférieure? à|à peine)"
    r"|(?P<about>guère plus d(?:e |')|près d(?:e |')"
    r"|environ|quelque|autour d(?:e |'|u )|aux alentours d(?:e |')|à peu près|presque|quasiment"
    r"|une? bonn?e?|approximativement|de l'ordre de|plus ou moins|à quelque)"
)
_PREFIX = re.compile(rf"(?<!\w)(?:{_BEFORE.pattern}) ?(?:les? |la |l')?$")
_SUFFIX = re.compile(r",? (?:au moins|environ|au plus|au maximum|au minimum)(?!\w)")


def share_of(parsed: Parsed, low: str, part: float, end: int) -> tuple[float, int] | None:
    """ "neuf sur dix", "deux habitants sur trois": the share and where its words end; not "deux hommes sur trois bateaux"."""
    found = _OUT_OF.match(low, end)
    if found is None:
        return None
    whole = float(_WHOLES.get(found["whole"]) or found["whole"])
    last = parsed.at(found.start("whole"), found.end("whole"))
    after = parsed.words[last[-1] + 1] if last and last[-1] + 1 < len(parsed.words) else None
    if whole not in (2, 3, 4, 5, 10, 100) or part >= whole or after is not None and after.pos in ("NOUN", "ADJ", "SYM"):
        return None
    return round(100 * part / whole, 2), found.end("whole")


_OUT_OF = re.compile(r"(?: [^\W\d_]+){0,2} sur (?P<whole>deux|trois|quatre|cinq|six|sept|huit|dix|vingt|cent|\d+)(?![\w,.]*\d)")
_WHOLES = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "dix": 10, "vingt": 20, "cent": 100}
