"""Headlines In Capitals Of Every Word, and words IN CAPITALS: written small, so that a parser sees verbs, not names."""

from __future__ import annotations

import re
from collections.abc import Collection

from recoupe.gloss import lexicon

_WORD = re.compile(r"[^\W\d_]+(?:'s)?")
_LONG = re.compile(r"[^\W\d_]{5,}(?:[-'’][^\W\d_]+)*|[^\W\d_]+-[^\W\d_]{5,}")  # shorter words are written small in such headlines
_SHARE = 0.85  # of the long words that begin with a capital
_DATED = re.compile(r"\d{1,2} (?:[A-Z][a-z]+) (?:19|20)\d\d|[A-Z][a-z]+ \d{1,2}, (?:19|20)\d\d")
_OPENING = re.compile(r"(?:An? )?[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){0,4}(?=,? [a-z]|,? [A-Z][a-z])")
_SPEAKER = re.compile(r"[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’.-]+){0,2}(?=: )")
_SHORT = 4  # letters: a shorter word in capitals is an acronym unless it is one of these
_SMALL = frozenset("the and for two six ten men man one his her was has had are new old who out off".split())


def lower_headlines(text: str) -> str:
    """The text with its title-case lines, and words in capitals, in lower case, names left; offset for offset.

    A name is a word that the report never writes small and that no table knows as a noun, a verb or an adjective.

    >>> lower_headlines("Plane Crashes Near Oslo, Killing Two")
    'plane crashes near Oslo, killing two'
    """
    small = frozenset(w for w in _WORD.findall(text) if w.islower())
    titled = frozenset(w for w in _WORD.findall(text) if w.istitle())
    return "\n".join(_written(line, small, titled) for line in text.split("\n"))


def _written(line: str, small: Collection[str], titled: Collection[str]) -> str:
    if line.isupper() and len(line.split()) > 2:
        return _WORD.sub(lambda m: _uncapped(m[0], titled), line)
    if found := _SPEAKER.match(line):  # "STONE: We tried." in a script
        return _WORD.sub(lambda m: t if (t := m[0].capitalize()) in titled else m[0], found[0]) + line[found.end() :]
    if found := _OPENING.match(line):  # "DISGRACED Colin Strand", "A BRITISH mother"
        line = _WORD.sub(lambda m: _uncapped(m[0], titled), found[0]) + line[found.end() :]
        line = line if not found[0][0].isupper() else line[0].upper() + line[1:]
    return _lowered(line, small) if _is_title(line) else line


def _uncapped(word: str, titled: Collection[str]) -> str:
    """A word in capitals as a sentence has it: small, or with one capital where it is a name; acronyms stay."""
    low, title = word.lower(), word.capitalize()
    if not word.isupper() or len(word) == 1:
        return word
    if title not in titled and len(word) < _SHORT:
        return low if low in _SMALL or len(word) == 2 and low != "us" and lexicon.is_grammar(low) else word
    if lexicon.is_name(title) or lexicon.demonym(title):
        return title
    return low if _is_common(low) else title if title in titled else word


def _is_title(line: str) -> bool:
    words = _LONG.findall(line)
    capital = sum(w[0].isupper() for w in words)
    return capital > 2 and capital >= _SHARE * len(words) and not line.rstrip().endswith(".") and not _DATED.search(line)


def _lowered(line: str, small: Collection[str]) -> str:
    return _WORD.sub(lambda m: m[0].lower() if m[0].lower() in small or _is_common(m[0].lower()) else m[0], line)


def _is_common(word: str) -> bool:
    """Does a table know it, in a form that a headline may have: "Crashes", "Killed", "Killing"?"""
    return any(lexicon.knows(form) for form in lexicon.base_forms(word) if len(form) > 1)
