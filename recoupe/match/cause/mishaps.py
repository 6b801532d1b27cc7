"""Mishaps and what may bring them about: the tables, by plain lemma."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.parse.document import Word

MISHAPS = ("family", "title", "sort", "holder", "nouns", "verbs", "themes", "example")
KINDS = ("sort", "kind", "with", "words", "example")
ACTS = ("sort", "kind", "verbs", "of", "example")
CAUSERS = ("shape", "words", "example")
SHAPES = ("verb", "to", "lead", "origin", "struck", "account", "quality")
_WIDE = "edge"
GENERAL = "misfortune"  # "l'accident": which one, the rest of the report says

# What may stand in between: "mort lundi d'un cancer", "décédé à 60 ans d'un cancer".
_GAP = (
    r"(?:,?\s+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|subitement|brutalement|(?:à|à\s+l['’]âge\s+de)\s+\d+\s+ans,?)"
    r"(?:\s+(?:matin|soir|dernier|\d+\s+\w+))?)?"
)


@dataclass(frozen=True, slots=True)
class Mishap:
    family: str
    sort: str
    holder: str
    themes: frozenset[str]
    title: str


@dataclass(frozen=True, slots=True)
class Act:
    sort: str
    kind: str
    reflexive: bool
    of: tuple[frozenset[str], ...]


def mishaps_of(word: Word) -> tuple[Mishap, ...]:
    """The mishaps a word may tell; also a noun that opens a headline ("Naufrage du Velia"), which may pass for a name."""
    if word.pos not in ("NOUN", "VERB", "ADJ", "AUX", "PROPN"):
        return ()
    return _told(word.pos, word.lemma, word.lower)


@lru_cache(maxsize=1 << 15)  # asked of each word of a report
def _told(pos: str, lemma: str, lower: str) -> tuple[Mishap, ...]:
    mark = "v" if pos in ("VERB", "ADJ", "AUX") else "n"
    found = _mishaps().get(mark + plain(lemma)) if pos != "PROPN" else None
    return found or _mishaps().get(mark + plain(lower), ())


def title_of(family: str) -> str:
    """What to call the question: "Cause du crash"."""
    return mishap_named(family).title


def sort_of(family: str) -> str:
    return mishap_named(family).sort


@cache
def mishap_named(family: str) -> Mishap:
    return next(m for found in _mishaps().values() for m in found if m.family == family)


def kind_in(sort: str, words: list[Word]) -> str:
    """The kind of a cause: of its noun, else of what narrows it."""
    known = known_kinds()
    by = next((n for n, w in enumerate(words) if w.lower == "par"), 0)  # "un câble arraché par une pelleteuse"
    wide = ""  # "une lame" of "une lame de rasoir"
    for word in (*words[by:], *words[:by]):
        kind = known.get((sort, plain(word.lemma))) or known.get((sort, plain(word.lower))) or ""
        if kind and kind != _WIDE:
            return kind
        wide = wide or kind
    if wide:
        return wide
    struck = next((k for w in words if (k := strikes().get(plain(w.lemma)))), "")
    return struck if sort == "accident" else ""


def excludes(sort: str, a: str, b: str, *, alone: bool) -> bool:
    """Can of two kinds of cause only one be true? `alone`: one report says that it was nothing else."""
    return a != b and (alone or b not in _beside()[sort, a] and a not in _beside()[sort, b])


@cache
def _beside() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], frozenset[str]] = defaultdict(frozenset)
    for row in read_table("lang/fr/cause_kinds.tsv", KINDS):
        found[row["sort"], row["kind"]] |= frozenset(row.many("with"))
    return found


@cache
def known_kinds() -> dict[tuple[str, str], str]:
    rows = read_table("lang/fr/cause_kinds.tsv", KINDS)
    return {(row["sort"], plain(w)): row["kind"] for row in rows for w in row.many("words")}


@cache
def kind_words() -> frozenset[str]:
    return frozenset(w for _, w in known_kinds())


@cache
def acts() -> dict[str, tuple[Act, ...]]:
    """Verbs and states that bring a mishap about, plain, and of whom they must be said."""
    found: dict[str, tuple[Act, ...]] = defaultdict(tuple)
    for row in read_table("lang/fr/cause_acts.tsv", ACTS):
        of = tuple(frozenset(map(plain, words.split("+"))) for words in row.many("of"))
        for verb in row.many("verbs"):
            bare = verb.removeprefix("se ").removeprefix("s'")
            found[plain(bare)] += (Act(row["sort"], row["kind"], bare != verb, of),)
    return dict(found)


@cache
def themes() -> dict[str, tuple[str, ...]]:
    """Things, plain, with the mishaps that may befall them."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in read_table("lang/fr/mishaps.tsv", MISHAPS):
        for noun in row.many("themes"):
            found[plain(noun)] += (row["family"],)
    return dict(found)


@cache
def anywhere() -> tuple[str, ...]:
    """Mishaps that an affair has once, or whose holder tells them apart, wherever they are told."""
    return tuple(sorted({m.family for found in _mishaps().values() for m in found if m.holder != "affair"}))


@cache
def _mishaps() -> dict[str, tuple[Mishap, ...]]:
    found: dict[str, tuple[Mishap, ...]] = defaultdict(tuple)
    for row in read_table("lang/fr/mishaps.tsv", MISHAPS):
        holder = row.one_of("holder", ("affair", "one", "actor", "thing"))
        mishap = Mishap(row["family"], row["sort"], holder, frozenset(map(plain, row.many("themes"))), row["title"])
        for mark, column in (("n", "nouns"), ("v", "verbs")):
            for word in row.many(column):
                found[mark + plain(word)] += (mishap,)
    return dict(found)


@cache
def causers() -> dict[str, tuple[str, ...]]:
    """The single words that tie a cause to an effect, plain."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in read_table("lang/fr/causers.tsv", CAUSERS):
        shape = row.one_of("shape", SHAPES)
        for word in row.many("words") if shape not in ("lead", "origin") else ():
            found[plain(word.partition(" ")[0])] += (shape,)
    return dict(found)


@cache
def strikes() -> dict[str, str]:
    """What befell a craft, plain, with the kind of cause where the verb alone tells it."""
    rows = [r for r in read_table("lang/fr/causers.tsv", CAUSERS) if r["shape"] == "struck"]
    return {plain(w.partition(" ")[0]): w.partition(" ")[2].strip("[]") for r in rows for w in r.many("words")}


@cache
def leads() -> re.Pattern[str]:
    """The turns of several words; the group "origin" tells those behind which the effect stands."""
    rows = read_table("lang/fr/causers.tsv", CAUSERS)
    parts = []
    for shape in ("lead", "origin"):
        turns = sorted((w for r in rows if r["shape"] == shape for w in r.many("words")), key=lambda w: (-len(w), w))
        parts.append(f"(?P<{shape}>" + "|".join(map(_turn, turns)) + ")")
    return re.compile(r"(?i)\b(?:" + "|".join(parts) + ")")


def _turn(turn: str) -> str:
    body = re.escape(turn.removesuffix(" d'")).replace("'", "['’]").replace(r"\ …", _GAP).replace(r"\ ", r"\s+")
    return body + (r"\s+(?:d['’]|de\b|du\b|des\b)" if turn.endswith(" d'") else r"\b")
