"""What may be one happening under two names: families of frames, and kinds of things ("la rame", "le train")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from recoupe.lang.frames import noun_classes, noun_senses
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table

_NOT_THINGS = frozenset(("group", "place", "leader", "body"))  # classes of verb senses too wide to tie two themes


def kinship(a: str, b: str) -> str:
    """How two frames stand: "same", "near" (two words for one act), "far" (one act seen from another side) or ""."""
    if a == b:
        return "same"
    return _kin().get((a, b), "")


@cache
def acts(lemmas: frozenset[str]) -> frozenset[str]:
    """The acts these lemmas may name: two reports tell one act in either word."""
    known = _acts()
    return frozenset(a for lemma in lemmas for a in known.get(plain(lemma), ()))


@cache
def word_families(lemma: str) -> frozenset[str]:
    """The wide families of words that one plain lemma belongs to: "expulser", "refouler"."""
    return frozenset(_word_families().get(lemma, ()))


def _word_families() -> dict[str, tuple[str, ...]]:
    return _groups("lang/fr/word_families.tsv", "family")


@cache
def act_words(lemma: str) -> frozenset[str]:
    """The acts one plain lemma may name."""
    return frozenset(_acts().get(lemma, ()))


@cache
def carries(lemma: str) -> str:
    """What a verb does with the act that a noun beside it names: "light", "phase", "occur", "cause" or ""."""
    return _carriers().get(lemma, "")


@cache
def _carriers() -> dict[str, str]:
    rows = read_table("lang/fr/carriers.tsv", ("kind", "words", "example"))
    return {plain(w): r.one_of("kind", ("light", "phase", "occur", "cause")) for r in rows for w in r.many("words")}


def _acts() -> dict[str, tuple[str, ...]]:
    return _groups("lang/fr/kin_words.tsv", "act")


@cache
def _groups(table: str, name: str) -> dict[str, tuple[str, ...]]:
    """Plain words with the names of the rows that hold them."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_table(table, (name, "words", "example")):
        for word in row.many("words"):
            found[plain(word)].append(row[name])
    return {word: tuple(sorted(names)) for word, names in found.items()}


def relatives(frame: str) -> tuple[str, ...]:
    """Names of the families a frame belongs to."""
    return _families().get(frame, ())


def kinds(lemmas: Iterable[str]) -> frozenset[str]:
    """The kinds of things these plain lemmas name."""
    return _kinds_of(frozenset(lemmas))


@lru_cache(maxsize=1 << 14)  # the things of one occasion are held against those of every other
def _kinds_of(lemmas: frozenset[str]) -> frozenset[str]:
    known = _kinds()
    return frozenset(k for lemma in lemmas for k in known.get(lemma, ()))


@cache
def _families() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in _rows():
        for frame in row[2]:
            found[frame].append(row[0])
    return {frame: tuple(sorted(names)) for frame, names in found.items()}


@cache
def _kin() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for _, strength, frames in _rows():
        for a in frames:
            for b in frames:
                if a != b and (strength == "near" or (a, b) not in found):
                    found[a, b] = strength
    return found


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    rows = read_table("lang/fr/happenings.tsv", ("family", "strength", "frames", "example"))
    return tuple((r["family"], r.one_of("strength", ("near", "far")), r.many("frames")) for r in rows)


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_table("lang/fr/things.tsv", ("kind", "nouns", "example")):
        for noun in row.many("nouns"):
            found[plain(noun)].add(row["kind"])
    for noun, classes in noun_classes().items():
        found[plain(noun)].update("@" + c for c in classes if c not in _NOT_THINGS)
    return {noun: frozenset(names) for noun, names in found.items()}


_WEATHER = frozenset(
    "pluie orage vent neige eau boue vague flot torrent glace froid chaleur foudre intemperie rafale grele houle".split()
)


@cache
def is_of_nature(lemma: str) -> bool:
    """A storm, a flood, or the water that it brings: links of one chain, in plain form."""
    return lemma in _WEATHER or any(plain(noun) == lemma and sense.frame == "DISASTER" for noun, sense in noun_senses().items())
