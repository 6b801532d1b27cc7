"""One form for the words of one root: "tarder", "retard"; "libérer", "libération"."""

from __future__ import annotations

import re
from functools import cache

_ENDING = re.compile(
    r"(?:issement|ations?|itions?|ions?|ements?|ages?|ances?|ences?|eurs?|esses?|itude|iser|ures?|er|ir|re|ees?|es|e|s)$"
)
_AGAIN = ("re", "de")
_MADE, _LONG = re.compile(r"is$|(?<=if)i?c?$"), 5  # "délocaliser", "délocalisation"; "unifier", "unification"


@cache
def root(word: str) -> str:
    """One form for a verb and its nouns that spelling sets apart: "bloquer", "blocage"; "abandon", "abandonner"."""
    bare = stem(word).replace("qu", "c").replace("gu", "g")
    bare = _MADE.sub("", bare) if len(bare) > _LONG else bare
    return bare[:-1] if bare[-1:] == bare[-2:-1] else bare


@cache
def stem(word: str) -> str:
    """A word less its ending and a prefix of repetition: "retard", "tarder" -> "tard"."""
    bare = _ENDING.sub("", word)
    bare = bare if len(bare) >= 3 else word
    return next((bare[len(p) :] for p in _AGAIN if bare.startswith(p) and len(bare) - len(p) >= 4), bare)
