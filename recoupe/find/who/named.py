"""Candidates that a name or a demonym makes: "le président Paul Denis", "les autorités russes"."""

from __future__ import annotations

from collections.abc import Mapping

from recoupe.find.who.candidates import Candidate
from recoupe.find.who.name import Name
from recoupe.find.who.nameruns import CIVIL
from recoupe.parse.document import Parsed, Word
from recoupe.types import Form


def named(parsed: Parsed, name: Name, title: Candidate | None, countries_of: Mapping[str, str]) -> Candidate:
    """A name with its title and its article."""
    words = parsed.words
    first, head = name.first, name.first
    if words[head].pos == "DET" and name.last > head + 1:
        head += 1  # "La Réunion", "Le Monde"
    plural = bool(name.known and name.known.plural)
    kind = name.kind
    if title is not None:
        first = title.first
    elif first and words[first - 1].lower in CIVIL:
        first -= 1
    before = words[first - 1] if first else None
    if title is None and before is not None and before.lower in ("le", "la", "l'", "les") and before.pos != "PRON":
        first -= 1
    form: Form = "name"
    if name.known and name.known.sort == "seat":
        form = "metonym"
    elif name.text.isupper() and 2 <= len(name.text) <= 6 and kind != "person":
        form = "acronym"
    country = name.known.country if name.known else None
    found = Candidate(first, name.last, head, form, kind, name, None, country, name.gender, plural, core=name.first)
    if title is not None:
        found.titles = [text_of(parsed, title.core, title.last)]
        found.title_noun, found.determiner, found.key = title.noun, title.determiner, title.key
        found.country = found.country or title.country
        found.gender = found.gender or (title.noun.gender if title.noun else None)
    after = words[name.last] if name.last < len(words) else None
    if after and kind in ("place", "organisation") and after.pos == "ADJ" and after.lower in countries_of:
        found.last, found.country = name.last + 1, countries_of[after.lower]
    if found.gender == "e":
        found.gender = title.noun.gender if title and title.noun else None
    return found


def adjective(
    parsed: Parsed,
    word: Word,
    inside: Name | None,
    before: Name | None,
    initials: frozenset[int],
    countries_of: Mapping[str, str],
) -> Candidate | None:
    """A demonym that stands for a state: "les autorités russes"; `inside` and `before`: the names it stands in and behind."""
    words = parsed.words
    if inside is not None and (inside.known is not None or inside.kind != "organisation"):
        return None
    if word.text[0].isupper() and word.i not in initials:
        return None
    if word.pos not in ("ADJ", "NOUN", "PROPN", "VERB", "X"):
        return None
    if before is not None and before.kind == "place":
        return None  # "l'Extrême-Orient russe" is one name
    if word.i and words[word.i - 1].lower in ("en", "le") and word.pos == "NOUN":
        return None  # "en français", "le russe": the language
    return Candidate(word.i, word.i + 1, word.i, "adjective", "state", country=countries_of[word.lower], core=word.i, gender=None)


def text_of(parsed: Parsed, first: int, last: int) -> str:
    """The words [first, last) with single spaces."""
    return " ".join(parsed.text[parsed.words[first].start : parsed.words[last - 1].end].split())
