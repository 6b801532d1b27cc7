"""Event frames of French: what a verb, a noun or a fixed turn says that happens, from the tables under lang/fr."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from recoupe.errors import TableError
from recoupe.lang.tables import Row, read_table

VERB_COLUMNS = ("verb", "with", "frame", "plover", "mode", "context", "example")
IDIOM_COLUMNS = ("idiom", "frame", "plover", "mode", "context", "example")
MOTION_COLUMNS = ("word", "origin", "destination", "example")
STATE_COLUMNS = ("state", "of", "frame", "example")
NOUN_COLUMNS = ("noun", "de", "frame", "plover", "mode", "context", "example")
PLOVER_TYPES = (
    "",
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
_BARE = ("inf", "pass", "que", "rien", "nonaux", "tout")
_PREPOSITIONS = (
    "à",
    "de",
    "en",
    "dans",
    "chez",
    "aux",
    "avec",
    "contre",
    "pour",
    "par",
    "devant",
    "comme",
    "sur",
    "vers",
    "sous",
    "d",
)


@dataclass(frozen=True, slots=True)
class Test:
    """One thing that must (or, with `absent`, must not) stand beside a verb."""

    kind: str  # obj, subj, prep, inf, pass, que, rien, nonaux, tout, turn
    preposition: str = ""
    lemmas: frozenset[str] = frozenset()
    classes: tuple[str, ...] = ()
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Sense:
    """This verb or noun, among these neighbours, names this kind of event."""

    frame: str
    plover: str
    mode: str
    context: str
    tests: tuple[Test, ...] = ()
    de: str = "agent"  # nouns: who stands after "de"


@cache
def verb_senses() -> dict[str, tuple[Sense, ...]]:
    """Senses by verb lemma ("se rendre" with its pronoun), the most demanding first. TableError on a broken row."""
    found: dict[str, list[Sense]] = {}
    for row in read_table("lang/fr/event_verbs.tsv", VERB_COLUMNS):
        tests = tuple(_test(token, row) for token in row["with"].split())
        found.setdefault(reflexive_key(row["verb"]), []).append(_sense(row, tests))
    for row in read_table("lang/fr/idioms.tsv", IDIOM_COLUMNS):
        verb, *rest = row["idiom"].split()
        if verb == "se":
            verb = "se " + rest.pop(0)
        noun = rest[-1]
        turn = Test("turn", " ".join(rest[:-1]), frozenset([noun]))
        found.setdefault(verb, []).append(_sense(row, (turn, turn)))
    return {verb: tuple(sorted(senses, key=lambda s: -_demand(s))) for verb, senses in found.items()}


@cache
def noun_senses() -> dict[str, Sense]:
    """The sense of each event noun."""
    rows = read_table("lang/fr/event_nouns.tsv", NOUN_COLUMNS)
    return {r["noun"]: _sense(r, (), r.one_of("de", ("agent", "target", "both", "none"))) for r in rows if " " not in r["noun"]}


@cache
def noun_phrases() -> dict[str, tuple[tuple[tuple[str, ...], Sense], ...]]:
    """Event nouns of several words ("garde à vue") by their first word: the words after it, and the sense."""
    found: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    for row in read_table("lang/fr/event_nouns.tsv", NOUN_COLUMNS):
        first, *rest = row["noun"].replace("'", "' ").split()
        if rest:
            found.setdefault(first, []).append((tuple(rest), _sense(row, (), row["de"])))
    return {first: tuple(items) for first, items in found.items()}


@cache
def states() -> dict[str, tuple[Sense, ...]]:
    """Predicates that tell a state ("introuvable", "en fuite"): their senses, those said of some nouns only first."""
    found: dict[str, list[Sense]] = {}
    for row in read_table("lang/fr/states.tsv", STATE_COLUMNS):
        tests = (Test("subj", "", frozenset(row.many("of"))),) if row["of"] else ()
        found.setdefault(row["state"], []).append(Sense(row["frame"], "", "", "", tests))
    return {state: tuple(sorted(senses, key=lambda s: not s.tests)) for state, senses in found.items()}


@dataclass(frozen=True, slots=True)
class Motion:
    """What follows a word of going or sending: prepositions ("obj" for the object) of where from and of where to."""

    origin: frozenset[str]
    destination: frozenset[str]


@cache
def motions() -> dict[str, Motion]:
    """Verbs and nouns of motion by lemma."""
    rows = read_table("lang/fr/motion.tsv", MOTION_COLUMNS)
    return {r["word"]: Motion(frozenset(r.many("origin")), frozenset(r.many("destination"))) for r in rows}


@cache
def means() -> frozenset[str]:
    """Nouns of what one acts with or passes through: "tournevis", "fenêtre"."""
    rows = read_table("lang/fr/means.tsv", ("class", "nouns", "example"))
    return frozenset(noun for row in rows for noun in row.many("nouns"))


@cache
def noun_classes() -> dict[str, frozenset[str]]:
    """The classes a noun belongs to: "président" -> {"leader"}."""
    found: dict[str, set[str]] = {}
    for row in read_table("lang/fr/noun_classes.tsv", ("class", "nouns", "example")):
        for noun in row.many("nouns"):
            found.setdefault(noun, set()).add(row["class"])
    return {noun: frozenset(classes) for noun, classes in found.items()}


_ODD = {
    "mourir": "mort", "naître": "né", "croître": "crû", "promouvoir": "promu", "élire": "élu",
    "recevoir": "reçu", "suivre": "suivi",
    "poursuivre": "poursuivi", "vaincre": "vaincu", "acquérir": "acquis", "conquérir": "conquis", "faire": "fait",
    "vendre": "vendu",
}  # fmt: skip
_ENDINGS = (
    ("er", "é"), ("prendre", "pris"), ("mettre", "mis"), ("battre", "battu"), ("tenir", "tenu"), ("venir", "venu"),
    ("uire", "uit"),
    ("indre", "int"), ("vrir", "vert"), ("frir", "fert"), ("ompre", "ompu"), ("dre", "du"), ("clure", "clu"), ("aître", "u"),
    ("oître", "u"), ("crire", "crit"), ("ir", "i"),
)  # fmt: skip


@cache
def participles() -> dict[str, str]:
    """Past participles of the tables' verbs, for forms the lemmatiser left as they stand ("approfondi", "accrus")."""
    found: dict[str, str] = {}
    for key in verb_senses():
        verb = key.removeprefix("se ")
        stem = _ODD.get(verb) or next((verb.removesuffix(a) + b for a, b in _ENDINGS if verb.endswith(a)), "")
        if stem:
            for ending in ("", "e", "s", "es"):
                found.setdefault(stem + ending, verb)
    return found


def verb_lemma(lemma: str, form: str) -> str:
    """The lemma of a verb form, mended where the lemmatiser gave the form back."""
    if lemma.endswith(("er", "ir", "re", "oir")):
        return lemma
    return participles().get(form, lemma)


def reflexive_key(verb: str) -> str:
    """ "s'effondrer" -> "se effondrer": one spelling of reflexive lemmas."""
    return "se " + verb[2:] if verb.startswith(("s'", "s’")) else verb


def _sense(row: Row, tests: tuple[Test, ...], de: str = "agent") -> Sense:
    return Sense(row["frame"], row.one_of("plover", PLOVER_TYPES), row["mode"], row["context"], tests, de)


def _demand(sense: Sense) -> float:
    """How much a sense asks for: a row that names its object outranks one that only wants some object."""
    return sum(1.0 + (1.5 if t.lemmas else 1.0 if t.classes else 0.0) for t in sense.tests)


def _test(token: str, row: Row) -> Test:
    absent = token.startswith("pas:")
    kind, _, values = token.removeprefix("pas:").partition("=")
    names = tuple(v for v in values.split("|") if v)
    lemmas = frozenset(n for n in names if not n.startswith("@"))
    classes = tuple(n[1:] for n in names if n.startswith("@"))
    if kind in ("obj", "subj") or (kind in _BARE and not values):
        return Test(kind, "", lemmas, classes, absent)
    if kind in _PREPOSITIONS:
        return Test("prep", "à" if kind == "aux" else kind, lemmas, classes, absent)
    if absent:
        return Test("obj", "", frozenset([kind]), (), True)
    raise TableError(f"{row.where}: with {token!r} unknown; one of obj=, subj=, a preposition, {', '.join(_BARE)}")
