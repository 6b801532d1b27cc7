"""The towns in which a report puts what happened, and what it was: "à l'hôpital de Magog", "c'est à Gasan que …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.alike.surroundings import Surroundings, surroundings
from recoupe.match.asked.twoacts import days_of
from recoupe.match.desk import Desk
from recoupe.match.where.twotowns import AREAS, QUARTERS, other_names
from recoupe.parse.document import Parsed, Word
from recoupe.types import Span

COLUMNS = ("act", "way", "words", "example")
AT, FROM = "at", "from"
_TO = frozenset("à au aux vers pour".split())  # before a town
_SITES = frozenset("à au aux dans en sur vers devant chez derrière jusqu'à".split())  # before what stands in one
_SINCE = frozenset(("depuis",))
_OF = frozenset(("de", "d'", "du", "des"))
# "À l'est de Metz", "aux portes de Metz": the other town may lie there.
_BESIDE = frozenset(
    "porte environ abord banlieue peripherie est ouest nord sud alentour large proximite frontiere direction route chemin".split()
)
_NEAR = frozenset("près loin proximité avant après entre".split())
_ARTICLES = frozenset(("le", "la", "les", "l'"))
_DEFINITE = frozenset((*_ARTICLES, "son", "sa", "ses", "leur", "leurs", "ce", "cet", "cette", "ces"))
# No objects: "s'est rendu", "a été dévoilée dimanche".
_NO_OBJECT = frozenset("se s' lundi mardi mercredi jeudi vendredi samedi dimanche hier matin soir nuit".split())
_VESSEL = frozenset(("bord", "pont", "barre", "bras", "profit", "cote", "sein"))  # "à bord du Halden": no town
_CLIMB = 3  # nouns of one phrase: "dans un hall d'exposition de Dresde"
_LETTERS = 3  # of a town's name, at least
_TAKEN = ("obj", "obj:lvc", "xcomp", "nsubj", "nsubj:pass", "obl:arg", "obl:mod", "nmod", "obl", "fixed")
_SUBJECTS = ("nsubj", "nsubj:pass")
_PASSED = ("acl", "acl:relcl", "amod")
_SOME = frozenset("dizaine douzaine quinzaine vingtaine trentaine centaine millier poignee groupe partie majorite".split())


@dataclass(frozen=True, slots=True)
class Party:
    """Whom or what an act befalls, or who acts: its nouns, its actors, how many, and whether all of them are meant."""

    nouns: frozenset[str]
    actors: frozenset[str]
    number: str  # "Sing", "Plur", "" unknown
    count: str  # "trois" of "trois blessés", "" where it is not counted
    definite: bool
    gender: str = ""  # "Masc", "Fem"

    @property
    def is_known(self) -> bool:
        """Is it told by a noun or a name?"""
        return bool(self.nouns or self.actors)


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A town, or an area or a quarter by its name, in which a report says that something was done."""

    span: Span
    name: str  # in plain form
    rank: str  # "town", "area", "quarter"
    near: bool  # told as beside it, or in its outskirts
    acts: frozenset[tuple[str, str]]  # rows of the table: act and way
    party: Party
    days: frozenset[str]
    verb: int  # the word that tells the act
    where: Surroundings


def spots_of(desk: Desk, report: str) -> list[Spot]:
    """The towns in which a report puts something that the table knows, in order of the text."""
    parsed, other, found = desk.readings[report].parsed, other_names(desk, report), []
    for word in parsed.words:
        chain = _chain(parsed, word) if _is_name(word) and word.i not in other else []
        if not chain:
            continue
        head = chain[-1]
        first = min([head.i, *(k.i for k in parsed.kids(head.i, "case"))])
        last = max([word.i, *(k.i for k in parsed.kids(word.i, "flat", "flat:name") if k.i == word.i + 1)])
        span = Span(report, parsed.words[first].start, parsed.words[last].end)
        where = surroundings(desk, report, head.i, range(first, last + 1))
        verb = _verb(parsed, first, last, where)
        acts = _acts(parsed, verb, head, FROM if _cases(parsed, head) & (_SINCE | _OF) else AT)
        if not acts or desk.is_furniture(span):
            continue
        rank = "area" if head.lemma in AREAS else "quarter" if head.lemma in QUARTERS else "town"
        beside = any(plain(w.lemma) in _BESIDE for w in chain[1:])
        near = beside or any(w.lower in _NEAR for w in parsed.words[max(0, first - 2) : last])
        found.append(
            Spot(span, plain(word.text), rank, near, acts, _party(desk, parsed, verb), days_of(desk, where), verb.i, where)
        )
    return found


def _is_name(word: Word) -> bool:
    return word.pos in ("PROPN", "NOUN", "X", "ADJ") and word.text[:1].isupper() and len(word.text) >= _LETTERS


def _lower(word: Word) -> str:
    return word.lower.replace("’", "'")


def _cases(parsed: Parsed, word: Word) -> frozenset[str]:
    return frozenset(_lower(k) for k in parsed.kids(word.i, "case"))


def _chain(parsed: Parsed, name: Word) -> list[Word]:
    """The name, and the nouns that it narrows, up to the one that is told as a place; empty where none is."""
    if any(_lower(k) not in _ARTICLES or k.text[:1].islower() for k in parsed.kids(name.i, "det")):
        return []  # "à l'Élysée": a house
    if _cases(parsed, name) & (_TO | _SINCE):
        return [name]
    chain = [name]
    while len(chain) <= _CLIMB and _cases(parsed, chain[-1]) & _OF:
        above = parsed.words[chain[-1].head]
        if above.pos == "VERB" and len(chain) == 1:
            return chain  # "venait de Dijon"
        if above.pos != "NOUN":
            return []
        if plain(above.lemma) in _VESSEL:
            return []
        chain.append(above)
        if _cases(parsed, above) & _SITES:
            return chain
    return []


def _verb(parsed: Parsed, first: int, last: int, where: Surroundings) -> Word:
    """The verb of which the place is told; of "c'est à Lille que …" the one behind "que"."""
    if first > 1 and parsed.words[first - 1].lemma == "être" and _lower(parsed.words[first - 2]) in ("c'", "ce"):
        behind = parsed.words[last + 1 : parsed.sentence_of(last).last]
        if that := next((w for w in behind if _lower(w) in ("que", "qu'")), None):
            return parsed.words[that.head]
    return parsed.words[where.verb]


def _acts(parsed: Parsed, verb: Word, head: Word, way: str) -> frozenset[tuple[str, str]]:
    lemma = plain(verb.lemma)
    taken = [*(plain(n.lemma) for n in parsed.kids(verb.i, *_TAKEN)), plain(head.lemma)]
    above = parsed.words[head.head]
    named = {lemma, *(f"{lemma} {n}" for n in taken), *([plain(above.lemma)] if above.pos == "NOUN" else [])}
    named.update(plain(n.lemma) for n in parsed.kids(verb.i, *_SUBJECTS) if n.pos == "NOUN")  # "la déflagration a soufflé"
    return frozenset(row for row, words in placings().items() if row[1] == way and named & words)


def _party(desk: Desk, parsed: Parsed, verb: Word) -> Party:
    deeds = frozenset(w for words in placings().values() for w in words)
    words = [w for w in _parties(parsed, verb) if w.pos in ("PROPN", "PRON") or w.pos == "NOUN" and plain(w.lemma) not in deeds]
    told_by = [w for w in (verb, *parsed.kids(verb.i, *_SUBJECTS)) if w.pos == "NOUN" and plain(w.lemma) in deeds]
    number = next((n for w in (*words, *told_by) if (n := w.feat("Number"))), None) or ""  # "l'explosion", "des explosions"
    nouns = {plain(w.lemma) for w in words if w.pos == "NOUN"}
    some = [w for w in words if plain(w.lemma) in _SOME]
    counts = [k.lower for w in words for k in parsed.kids(w.i, "nummod")] + [plain(w.lemma) for w in some]
    definite = bool(words) and all(
        w.pos != "NOUN" or any(_lower(k) in _DEFINITE for k in parsed.kids(w.i, "det")) and w not in some for w in words
    )
    here = (m for m in desk.readings[parsed.report].mentions if any(m.span.start <= w.start < m.span.end for w in words))
    told = [verb, *words] if verb.feat("VerbForm") == "Part" and any(True for _ in parsed.kids(verb.i, "aux:pass")) else words
    gender = next((g for w in told if (g := w.feat("Gender"))), None) or ""
    return Party(frozenset(nouns), frozenset(m.actor for m in here), number, " ".join(counts), definite, gender)


def _parties(parsed: Parsed, verb: Word) -> Iterator[Word]:
    """The object, else the subject, or what a participle stands beside; of a verb with its noun ("mettre pied") the subject."""
    objects = [k for k in parsed.kids(verb.i, "obj") if k.pos in ("NOUN", "PROPN", "PRON") and _lower(k) not in _NO_OBJECT]
    light = any(f"{plain(verb.lemma)} {plain(k.lemma)}" in _turns() for k in objects)
    if light and (whom := list(parsed.kids(verb.i, "iobj", "obl:arg"))):
        yield from (k for k in whom if k.dep == "iobj" or k.pos == "PROPN")  # "lui passer les menottes"
        return
    subjects = list(parsed.kids(verb.i, *_SUBJECTS))
    if verb.dep in _PASSED and (not subjects or subjects[0].lower == "qui"):
        subjects = [parsed.words[verb.head]]
    yield from subjects if light or not objects else objects


@cache
def placings() -> dict[tuple[str, str], frozenset[str]]:
    """The words of each act and way; "passer menotte" is a verb with a noun that it takes."""
    rows = read_table("lang/fr/placings.tsv", COLUMNS)
    return {(row["act"], row.one_of("way", (AT, FROM))): frozenset(map(plain, row.many("words"))) for row in rows}


@cache
def _turns() -> frozenset[str]:
    return frozenset(w for words in placings().values() for w in words if " " in w)
