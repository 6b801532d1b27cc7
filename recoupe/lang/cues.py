"""What reports speech in French: verbs, nouns and phrases, with the constructions that each allows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.lang.tables import Row, read_table

ACTS = (
    "say", "announce", "accuse", "deny", "praise", "criticise", "promise", "threaten", "warn", "request", "agree",
)  # fmt: skip
FRAMES = ("que", "X", "N", "inf", "de_inf", "à_inf", "X_de", "X_à", "X_pour", "de_N", "adj", "si", "quote")
NOUN_FRAMES = ("selon", "que", "de_inf", "de_N")
PLACES = ("before", "source", "through")


@dataclass(frozen=True, slots=True)
class Cue:
    """This verb, noun or phrase reports this kind of act, in these constructions."""

    name: str
    act: str
    frames: frozenset[str]
    example: str


@cache
def verb_cues() -> Mapping[tuple[str, str, bool], Cue]:
    """(lemma, rest of a fixed expression or "", reflexive) -> its cue, from fr/cues.tsv."""
    cues: dict[tuple[str, str, bool], Cue] = {}
    for row in read_table("lang/fr/cues.tsv", ("verb", "act", "frame", "example")):
        name = row["verb"]
        reflexive = name.startswith(("se ", "s'"))
        bare = name[3:] if name.startswith("se ") else name[2:] if reflexive else name
        lemma, _, rest = bare.partition(" ")
        cues.setdefault((lemma, rest, reflexive), _cue(row, name, FRAMES))
    return cues


@cache
def noun_cues() -> Mapping[str, Cue]:
    """Lemma of a noun that names speech -> its cue, from fr/cue_nouns.tsv."""
    rows = read_table("lang/fr/cue_nouns.tsv", ("noun", "act", "frame", "example"))
    return {row["noun"]: _cue(row, row["noun"], NOUN_FRAMES) for row in rows}


@cache
def phrase_cues() -> Mapping[str, Cue]:
    """A phrase that names a source ("selon", "d'après", "de source") -> its cue, from fr/cue_phrases.tsv."""
    rows = read_table("lang/fr/cue_phrases.tsv", ("phrase", "frame", "example"))
    return {r["phrase"]: Cue(r["phrase"], "say", frozenset((r.one_of("frame", PLACES),)), r["example"]) for r in rows}


@cache
def first_words() -> frozenset[str]:
    """Lemmas that may start a verb cue: a quick look before anything else is asked of a word."""
    return frozenset(lemma for lemma, _, _ in verb_cues())


@cache
def expressions() -> Mapping[str, tuple[str, ...]]:
    """Lemma -> the second parts of its fixed expressions ("faire" -> "savoir", "valoir")."""
    found: dict[str, list[str]] = {}
    for lemma, rest, _ in verb_cues():
        if rest:
            found.setdefault(lemma, []).append(rest)
    return {lemma: tuple(rests) for lemma, rests in found.items()}


def _cue(row: Row, name: str, frames: tuple[str, ...]) -> Cue:
    for frame in row.many("frame"):
        if frame not in frames:
            row.one_of("frame", frames)  # raises, naming the line and what is allowed
    return Cue(name, row.one_of("act", ACTS), frozenset(row.many("frame")), row["example"])
