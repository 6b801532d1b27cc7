"""The languages the program can analyse."""

from __future__ import annotations

import re

READABLE = ("fr", "en")  # ISO 639-1; a report in another language is named and left out
GLOSSED = ("en",)  # read through French: recoupe.gloss

# Little words of English that are none in French.
_ENGLISH = frozenset(
    "the of to is are was were has have had been be and not no that this with by from will would his her he she they it its in "
    "at for who which did does do said after before over into than their were there".split()
)
_FRENCH = frozenset(
    "le la les l du des d un une et est sont a ont été dans pour par sur avec au aux qui que ce cette ces se s ne n pas plus il "
    "elle ils elles sa son ses leur leurs à en de".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def tell_language(sentence: str) -> str:
    """ "en" for a sentence with more little words of English than of French, else "fr".

    >>> tell_language("The mayor has resigned."), tell_language("Le maire a démissionné."), tell_language("Oslo")
    ('en', 'fr', 'fr')
    """
    words = [w.lower() for w in _WORD.findall(sentence)]
    return "en" if sum(w in _ENGLISH for w in words) > sum(w in _FRENCH for w in words) else "fr"
