"""States that no table knows: a name with a government, an army or an ambassador of its own, and the adjective made from it.

"L'armée morévienne" is Morevia's as soon as the report also writes "la Morévie": the adjective shares the stem of one name only.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from anyascii import anyascii

from recoupe.find.who.gazetteer import Known, place_adjectives
from recoupe.find.who.kinds import STATE_ORGANS, acts_as_state
from recoupe.find.who.name import Name
from recoupe.lang.countries import demonyms
from recoupe.parse.document import Parsed

_ENDING = re.compile(r"(?:ien(?:ne)?|yen(?:ne)?|éen(?:ne)?|ais(?:e)?|ois(?:e)?|ain(?:e)?|an(?:e)?|in(?:e)?|ite|ote|ole?|que)s?$")


def find_realms(parsed: Parsed, names: tuple[Name, ...]) -> tuple[tuple[Name, ...], dict[str, str]]:
    """The names with such states made known, and the adjectives that belong to them ("morévienne" -> "Morévie")."""
    places = [n for n in names if n.known is None and n.kind in ("place", "organisation") and " " not in n.text]
    with_article = {n.text for n in places if n.first and parsed.words[n.first - 1].lower in ("le", "la", "l'", "du")}
    if not with_article:
        return names, {}
    adjectives = _adjectives(parsed, with_article)
    states = {n.text for n in places if n.text in with_article and acts_as_state(parsed.words, n.first, n.last)}
    states |= {name for word, name in adjectives.items() if _narrows_an_organ(parsed, word)}
    if not states:
        return names, {}
    known = {text: Known(text, "state", text, "country", _gender(parsed, text, names)) for text in sorted(states)}
    told = tuple(
        replace(n, kind="state", known=known[n.text], sure=True) if n.known is None and n.text in known else n for n in names
    )
    return told, {word: name for word, name in adjectives.items() if name in states}


def _adjectives(parsed: Parsed, names: set[str]) -> dict[str, str]:
    """Adjectives of no known country whose stem is that of exactly one of the names."""
    folded = {name: anyascii(name).lower() for name in sorted(names)}
    found: dict[str, str] = {}
    for word in parsed.words:
        lower = word.lower
        if word.pos not in ("ADJ", "NOUN", "VERB", "PROPN", "X") or len(lower) < 6 or not word.text.islower() or lower in found:
            continue
        ending = _ENDING.search(lower)
        if ending is None or lower in _known_adjectives():
            continue
        stem = anyascii(lower[: ending.start()]).lower()
        stem = stem[:-2] + "c" if stem.endswith("qu") else stem  # "taroquois" is of "Taroc"
        fitting = [n for n, plain in folded.items() if len(stem) > 3 and plain.startswith(stem) and len(plain) - len(stem) < 4]
        if len(fitting) == 1:
            found[lower] = fitting[0]
    return found


@cache
def _known_adjectives() -> frozenset[str]:
    return frozenset(demonyms()) | frozenset(place_adjectives())


def _narrows_an_organ(parsed: Parsed, adjective: str) -> bool:
    """ "l'armée morévienne", "la ministre sarvanaise": the adjective stands beside what only a state has."""
    return any(w.lower == adjective and w.i and parsed.words[w.i - 1].lemma.lower() in STATE_ORGANS for w in parsed.words)


def _gender(parsed: Parsed, text: str, names: tuple[Name, ...]) -> str:
    before = [parsed.words[n.first - 1].lower for n in names if n.text == text and n.first]
    return "f" if "la" in before or ("le" not in before and "du" not in before and text.endswith("e")) else "m"
