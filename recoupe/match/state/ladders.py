"""The tables of states: on which scale things of the news stand, which words put them on which rung, and what they are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table

PARTS = ("done", "does", "is", "of", "with", "to", "from", "against", "on", "self")
ORDERS = ("up", "turn")
PERSONS = "persons"  # the kind of everybody
ANY = "any"  # the kind of nouns that say of nobody what he is: "l'homme", "le blessé"
NAME = "@name"  # among the words near: any name
PLACE = "place"  # the kind of things that stay where they are
_BEFORE = frozenset("en à au aux sous sur dans hors sans de entre derrière devant".split())


@dataclass(frozen=True, slots=True)
class Scale:
    """One scale; `turns` = things go to and fro on it."""

    name: str
    turns: bool
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rung:
    """This word puts its holder here."""

    scale: str
    step: int
    label: str
    part: str  # what the holder is to the word, see PARTS
    kind: str  # of part "self": the kind of what the word itself holds
    behind: str  # the preposition it stands behind, plain
    reflexive: bool
    near: tuple[frozenset[str], ...]  # of each of these, one plain word must be near
    sure: bool  # whatever its verb: "n'ont plus de courant"
    tried: bool  # it says that the rung is thought of: "réfléchit à un appel"


@cache
def scales() -> dict[str, Scale]:
    """The scales by name."""
    rows = read_table("lang/fr/scales.tsv", ("scale", "order", "kinds", "example"))
    return {r["scale"]: Scale(r["scale"], r.one_of("order", ORDERS) == "turn", frozenset(r.many("kinds"))) for r in rows}


@lru_cache(maxsize=1 << 16)
def rungs_of(lemma: str, form: str) -> tuple[Rung, ...]:
    """The rungs that a word may stand for: by its lemma, by itself, and by itself without the endings of a participle."""
    known = _rungs()
    bare = plain(form)
    one = bare.rstrip("s")
    forms = dict.fromkeys((plain(lemma), bare, one, one.removesuffix("e")))
    return tuple(dict.fromkeys(rung for word in forms for rung in known.get(word, ())))


@cache
def kinds_of(noun: str) -> frozenset[str]:
    """The kinds of holders that a noun names (lower case, with its accents: "marché", "marche"), and those it may stand for."""
    return _kinds().get(noun, frozenset())


@cache
def name_of(kind: str) -> str:
    """What things of a kind are called: its first noun."""
    rows = read_table("lang/fr/holders.tsv", ("kind", "also", "nouns", "example"))
    return next((row.many("nouns")[0] for row in rows if row["kind"] == kind), "")


@cache
def _rungs() -> dict[str, tuple[Rung, ...]]:
    found: dict[str, list[Rung]] = defaultdict(list)
    for row in read_table("lang/fr/ladders.tsv", ("scale", "rung", "label", "part", "words", "example")):
        part, _, kind = row["part"].partition(":")
        if part not in PARTS:
            row.one_of("part", PARTS)  # says where
        for words in row.many("words"):
            head, *near = words.split("+")
            first, _, rest = head.partition(" ")
            reflexive, behind = first == "se" and bool(rest), first if rest and first in _BEFORE else ""
            word = plain(rest if reflexive or behind else head)
            groups = tuple(frozenset(w if w == NAME else plain(w) for w in group.split("/")) for group in near)
            scale = row.one_of("scale", scales())
            tried = row["label"].startswith("?")
            sure, label = row["label"].startswith("!"), row["label"].lstrip("?!")
            found[word].append(Rung(scale, int(row["rung"]), label, part, kind, plain(behind), reflexive, groups, sure, tried))
    return {word: tuple(rungs) for word, rungs in found.items()}


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_table("lang/fr/holders.tsv", ("kind", "also", "nouns", "example")):
        for noun in row.many("nouns"):
            for form in {noun.lower(), noun.lower().rstrip("s")}:
                found[form].update((row["kind"], *row.many("also")))
    return {noun: frozenset(kinds) for noun, kinds in found.items()}
