"""Names of persons and bodies, compared letter by letter and by ear: the same, another, or perhaps the same?"""

from __future__ import annotations

import re
from functools import cache

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from recoupe.find.who.takenup import FAMILY_FIRST
from recoupe.lang.countries import demonyms
from recoupe.lang.nouns import actor_nouns, first_names
from recoupe.lang.numbers import cardinals
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.who.slips import (
    are_of_two_genders,
    given_names,
    initial_of,
    is_abridged,
    is_first_half,
    is_slip,
    is_slip_inside,
    is_translated,
    is_without_given,
)
from recoupe.match.who.sounds import sound
from recoupe.types import Actor

NUMBERS = {word: str(n) for word, n in cardinals(2, 10).items()}
_SAINTS = {"st": "saint", "ste": "sainte"}
ABRIDGED = "nom de famille abrégé"
ARTICLE = re.compile(r"^(?:l'|l’|le |la |les |un |une |des |ce |cet |cette |ces |son |sa |ses |leurs? |du )", re.IGNORECASE)
_TITLE = re.compile(r"^(?:M\.|Mme|Mlle|Me|Dr|Pr|Mgr)\s+")
# "son of", which reports write, leave out or put in another language, and what stands before a noble or a Dutch name
_LINKS = frozenset("ag ben bin ibn oglu ould uld walad wuld de du des d von van der den".split())


def compare_names(left: str, right: str) -> tuple[str, str, float]:
    """("same" | "different" | "unsure", reason, score) for two full names of persons.

    >>> compare_names("Youri Ouchakov", "Yuri Ushakov")[0]
    'same'
    >>> compare_names("Kim Jong Un", "Kim Jong Il")[0]
    'different'
    """
    a, b = (bare_tokens(tokens_of(n)) for n in (left, right))
    if a == b:
        return "same", "même nom, autre graphie", 1.0
    heard = [sound(t) for t in a], [sound(t) for t in b]
    if heard[0] == heard[1] or "".join(heard[0]) == "".join(heard[1]):
        return "same", "même nom, autre transcription", 0.95
    if is_abridged(a, b) or is_abridged(b, a):
        return "unsure", ABRIDGED, 0.5
    if is_without_given(a, b) or is_without_given(b, a):
        return "same", "même nom, sans prénom", 0.85
    if is_first_half(left, right) or is_first_half(right, left):
        return "unsure", "nom composé abrégé", 0.5
    if _skeleton(heard[0][-1]) != _skeleton(heard[1][-1]) or not (heard[0][-1] == heard[1][-1] or _close(a[-1], b[-1])):
        near = a[:-1] == b[:-1] and is_slip(a, b)
        return ("unsure", "à une lettre près ou de même son", 0.5) if near else ("different", "noms de famille différents", 0.9)
    given, other = a[0], b[0]
    if len(a) == len(b) == 2:
        if (len(given.rstrip(".")) == 1 or len(other.rstrip(".")) == 1) and given[0] == other[0]:
            return "same", "même nom, prénom abrégé", 0.85
        if are_of_two_genders(given, other):
            return "different", "même nom de famille, prénoms d'un homme et d'une femme", 0.9
        if (
            sound(given) == sound(other)
            or _one_given(given, other)
            or (_close(given, other) and given[0] == other[0] and min(len(given), len(other)) > 4)
        ):
            return "same", "même nom, autre transcription", 0.9
        if is_translated(given, other):
            return "unsure", "même nom de famille, prénom d'une autre langue", 0.5
        return "different", "même nom de famille, autre prénom", 0.9
    if is_slip_inside(a, b):
        return "unsure", "à une lettre près ou de même son", 0.5
    small, large = sorted((set(heard[0]), set(heard[1])), key=len)
    if len(small) >= 2 and small < large and heard[0][0] == heard[1][0]:
        return "same", "même nom, forme plus longue", 0.85
    return "different", "prénoms différents", 0.8


def _one_given(left: str, right: str) -> bool:
    """Two forms of one given name: "Oleksandr", "Alexandre"."""
    return bool(_forms().get(left, frozenset()) & _forms().get(right, frozenset()))


@cache
def _forms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table("data/given_names.tsv", ("names", "example")):
        for name in row.many("names"):
            found.setdefault(anyascii(name).lower(), set()).add(row.where)
    return {name: frozenset(rows) for name, rows in found.items()}


def tokens_of(name: str) -> list[str]:
    """The words of a name in plain form, without its title: "St-Denis" as "Saint-Denis"."""
    words = re.split(r"[\s-]+", anyascii(_TITLE.sub("", name)).lower())
    return [_SAINTS.get(t.rstrip("."), t) if n < len(words) - 1 else t for n, t in enumerate(words) if t] or [name.lower()]


def bare_tokens(tokens: list[str]) -> list[str]:
    """Without the small words inside a name: "Ould", "Ag", "Ben", "de"."""
    kept = [t for t in tokens if t not in _LINKS]
    return kept if len(kept) > 1 else tokens


def _close(left: str, right: str) -> bool:
    """One letter apart in a name of five letters or more ("Tchiani" / "Tiani" sound two apart in eight)."""
    a, b = anyascii(left).lower(), anyascii(right).lower()
    if min(len(a), len(b)) < 4:
        return False
    distance = min(Levenshtein.distance(a, b), Levenshtein.distance(sound(a), sound(b)))
    return distance <= 1


def are_namesakes(left: str, right: str) -> bool:
    """Do both bear one surname, at the end or, as in Korea, at the beginning?"""
    a, b = tokens_of(left), tokens_of(right)
    family = left.split(" ")[0] in FAMILY_FIRST
    return sound(a[-1]) == sound(b[-1]) or (family and len(a) > 2 and sound(a[0]) == sound(b[0]))


def _skeleton(heard: str) -> str:
    return re.sub(r"[aeiou]", "", heard)


def block_keys(name: str) -> list[str]:
    """Under which keys to look for variants: the sound of the surname, and of the surname less its vowels."""
    tokens = tokens_of(name)
    last = sound(tokens[-1])
    keys = [last, "~" + re.sub(r"[aeiou]", "", last)]
    if len(tokens) > 2:
        keys += [sound(tokens[0]), f"{tokens[0]} {tokens[1][:3]}"]  # "Pedro Salas Ortuño" goes by "Pedro Salas"
        keys += [sound(tokens[-2])] if plain(tokens[-2]) not in given_names() else []  # and by "Salas"
    surname = name.split(" ")[-1]
    if "-" in surname:
        keys.append(sound(surname.split("-")[0]))  # "Lescure-Valet" goes by "Lescure"
    if len(tokens) > 1:
        keys.append(f"{tokens[0]} {tokens[-1][:3]}")  # a slip may stand at the end: "Ferrand", "Ferrant"
    return keys


def surnames(name: str) -> list[str]:
    """By which one word somebody may go: the last, or of a name of three words or more the one before, if no given name."""
    words = name.split(" ")
    return [words[-1], *([words[-2]] if len(words) > 2 and plain(words[-2]) not in given_names() else [])]


def abridged_keys(name: str, *, full: bool) -> tuple[str, ...]:
    """Where "Mathieu D." meets "Mathieu Delorme": given names, and the letter of the surname; of a full name only if `full`."""
    tokens = tokens_of(name)
    if len(tokens) < 2:
        return ()
    letter = initial_of(tokens)
    letters = (letter,) if letter else sorted({t[0] for t in tokens[1:]}) if full else ()
    return tuple(f"{sound(tokens[0])} {x}." for x in letters)


def is_named(actor: Actor) -> bool:
    """Has the actor a name of its own, rather than a description with a name inside ("proche de Marc Vidal")?"""
    first, last = actor.name.split(" ")[0], actor.name.split(" ")[-1]
    if actor.kind == "person" and (not first[:1].isupper() or (first.lower() in actor_nouns() and first not in first_names())):
        return False
    return any(c.isupper() for c in actor.name) and last.lower() not in demonyms()


def plain_name(name: str) -> str:
    return " ".join(tokens_of(ARTICLE.sub("", name).replace("’", "'")))
