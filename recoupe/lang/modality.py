"""What French words do to the status of the event they govern, from the table lang/fr/modality.tsv."""

from __future__ import annotations

import re
from functools import cache

from recoupe.lang.frames import reflexive_key
from recoupe.lang.tables import read_table

COLUMNS = ("word", "kind", "effect", "example")
_LONGEST_LEAD = 5  # words of "sur le point de"
_APART = {
    "d'": "de",
    "qu'": "que",
    "au": "à le",
    "aux": "à les",
    "du": "de le",
    "l'": "le",
    "s'": "se",
    "jusqu'": "jusque",
    "jusqu'à": "jusque à",
}


@cache
def modality() -> dict[tuple[str, str], str]:
    """Effects by (kind, word)."""
    rows = read_table("lang/fr/modality.tsv", COLUMNS)
    return {(r["kind"], reflexive_key(r["word"])): r["effect"].removesuffix("+") for r in rows}


@cache
def views() -> frozenset[tuple[str, str]]:
    """The (kind, word) whose effect is the view of their subject ("craindre"): the table marks them with +."""
    rows = read_table("lang/fr/modality.tsv", COLUMNS)
    return frozenset((r["kind"], reflexive_key(r["word"])) for r in rows if r["effect"].endswith("+"))


@cache
def doubting() -> frozenset[str]:
    """The adverbs that make what they stand beside less than certain: "vraisemblablement"."""
    return frozenset(word for kind, word in modality() if kind == "adverb")


@cache
def asides() -> re.Pattern[str]:
    """What finds an aside by which a report leaves its clause open: "dit-on", "selon toute vraisemblance"."""
    spelt = (re.escape(p).replace("'", "['’]") for p in sorted(aside_effects(), key=lambda p: (-len(p), p)))
    return re.compile(r"\b(?:" + "|".join(spelt) + r")\b", re.IGNORECASE)


@cache
def aside_effects() -> dict[str, str]:
    """What each aside of doubt makes of its clause: "alleged", "probable", or "open" where it stays as it is told."""
    rows = read_table("lang/fr/hedges.tsv", ("phrases", "effect", "example"))
    return {p: row.one_of("effect", ("alleged", "probable", "open")) for row in rows for p in row.many("phrases")}


@cache
def leads() -> dict[tuple[str, ...], str]:
    """Effects of the turns that stand right before an infinitive ("au lieu de"), by their words with elisions undone."""
    return {tuple(spelt_out(word.split())): effect for (kind, word), effect in modality().items() if kind == "lead"}


def lead_effect(before: list[str]) -> str | None:
    """The effect of the longest turn that these lower-case words end with, None when they end with none."""
    words, table = spelt_out(before), leads()
    for length in range(min(len(words), _LONGEST_LEAD + 1), 0, -1):
        if found := table.get(tuple(words[-length:])):
            return found
    return None


def spelt_out(words: list[str]) -> list[str]:
    """Words without elision or contraction: ["au", "lieu", "d'"] -> ["à", "le", "lieu", "de"]."""
    out: list[str] = []
    for word in words:
        out += _APART.get(word, word).split()
    return out
