"""The language of a text, told offline; unknown is an answer."""

from __future__ import annotations

import re

from recoupe.lang.languages import READABLE as READABLE

_SAMPLE = 5000  # characters looked at: a report is in one language from head to end, give or take a quotation
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")  # these make the detector give up
_WORD = re.compile(r"[^\W\d_]+")
# Little words of French that are none in English, Spanish, Italian, German or Dutch.
_FRENCH = frozenset(
    "le les du des une et est dans pour par sur avec au aux qui ce cette ces sont ont été il elle ils elles sa leur leurs ne pas "
    "plus après selon était aurait sera".split()
)
# Little words that French shares with its neighbours: they support a reading, they do not make one.
_COMMON = frozenset("la de a un en que se d l n s à y on son".split())


def find_language(text: str) -> str | None:
    """ISO 639-1 code of the language of a text, None when it is too short or too mixed to tell.

    >>> find_language("Le président est arrivé mardi soir dans la capitale pour une visite de deux jours.")
    'fr'
    >>> find_language("The president arrived on Tuesday evening in the capital for a two-day visit.")
    'en'
    >>> find_language("Bonsoir.")
    """
    import pycld2

    sample = _CONTROLS.sub(" ", text[:_SAMPLE])
    reliable, _, guesses = pycld2.detect(sample, isPlainText=True)
    code = str(guesses[0][1])
    if reliable and code != "un":
        return code.split("-")[0]
    words = [w.lower() for w in _WORD.findall(sample)]
    french = sum(w in _FRENCH for w in words)
    support = french + sum(w in _COMMON for w in words)
    return "fr" if (french >= 1 and support >= 2 or french >= 2) and support >= 0.15 * len(words) else None
