"""What a counted thing is counted as, by the words around it: hectares burnt, jobs cut, a sum claimed or awarded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed, Word
from recoupe.types import Figure

Way = Literal["moves", "fixed", "agree", "role"]
_WAYS: tuple[Way, ...] = ("moves", "fixed", "agree", "role")
COLUMNS = ("population", "units", "cues", "says", "way", "title", "example")
MONEY = frozenset("euro dollar livre franc yen rouble couronne yuan dirham dinar peso real sum".split())
_THINGS = frozenset(("roads_cut", "towns_hit", "flights_off", "trains_off", "crossings_off", "schools_shut", "trees", "fires"))
_CLIMB = 3  # words up the tree within which a cue may govern the count


@dataclass(frozen=True, slots=True)
class Population:
    """Things counted under these cues are one quantity, that moves or stands so."""

    name: str
    way: Way
    title: str
    cues: tuple[tuple[str, str], ...]  # a lemma, and the lemma that must hang on it or ""; none = no cue is needed
    says: tuple[str, ...] = ()  # words after the number that tell it


def find_populations(parsed: Parsed, figure: Figure, *, people: bool) -> tuple[Population, ...]:
    """The populations that the words around a figure tell, the nearest first. `people`: it counts persons of some kind."""
    rows = [*_by_unit().get("money" if figure.unit in MONEY else figure.unit, ()), *(_by_unit()["people"] if people else ())]
    if not rows:
        return ()
    tail = parsed.text[figure.span.end : figure.span.end + 60].split(".")[0].lower()
    found = {row.name: row for row in rows if not row.cues or any(words in tail for words in row.says)}
    for word in _around(parsed, figure):
        lemmas = _lemmas(word)
        for row in rows:
            for cue, kid in row.cues:
                if cue in lemmas and (not kid or any(k.lemma.lower() == kid for k in _below(parsed, word))):
                    found.setdefault(row.name, row)
    return tuple(found.values())


def _lemmas(word: Word) -> tuple[str, ...]:
    """The lemma; of a participle taken for an adjective ("fermé") its verb, too."""
    lemma = word.lemma.lower()
    return (lemma, f"{lemma[:-1]}er") if lemma.endswith("é") else (lemma,)


@cache
def populations() -> dict[str, Population]:
    """Each population by its name (the first row of several)."""
    found: dict[str, Population] = {}
    for rows in _by_unit().values():
        for row in rows:
            found.setdefault(row.name, row)
    return found


@cache
def things_counted() -> frozenset[str]:
    """Nouns for what is no person and befalls no person: roads, towns, trains; "40 hommes évacués et 12 routes coupées"."""
    return frozenset(
        unit for unit, rows in _by_unit().items() if unit not in ("people", "money") and any(row.name in _THINGS for row in rows)
    )


def agrees_only(measure: str) -> bool:
    """Of such things many are counted in one affair: only numbers that agree are taken for one."""
    known = populations().get(measure)
    return known is not None and known.way == "agree"


@cache
def _by_unit() -> dict[str, tuple[Population, ...]]:
    found: dict[str, list[Population]] = {}
    for row in read_table("lang/fr/populations.tsv", COLUMNS):
        cues = tuple((c.split(" ")[0], c.partition(" ")[2]) for c in row.many("cues") if c != "-")
        way: Way = row.one_of("way", _WAYS)  # type: ignore[assignment]
        one = Population(row["population"], way, row["title"], cues, row.many("says"))
        for unit in row.many("units"):
            found.setdefault(unit, []).append(one)
    return {unit: tuple(rows) for unit, rows in found.items()}


def _around(parsed: Parsed, figure: Figure) -> Iterator[Word]:
    """The words that say what becomes of the counted thing, the nearest first: what hangs on it, then what governs it."""
    words = parsed.at(figure.span.start, figure.span.end)
    if not words:
        return
    before = [*range(max(0, words[0] - 2), words[0])]
    if len(before) == 2 and parsed.words[before[1]].lower in ("de", "d'", "d’") and parsed.words[before[0]].pos == "NOUN":
        yield parsed.words[before[0]]  # "la suppression de 300 emplois", wherever the parser hung it
    if before and parsed.words[before[-1]].pos == "VERB":
        yield parsed.words[before[-1]]  # "ils en réclament 60 000"
    own = _own_verb(parsed, words) if 0 <= figure.head < words[0] else None
    if own is not None:
        yield own
        yield from parsed.kids(own.i, "xcomp")
        return
    # "sur 431 salariés, 287 vont partir": the number stands for its noun.
    verb_before = 0 <= figure.head < words[0] and parsed.words[words[-1]].dep.startswith(("nsubj", "obj"))
    head = words[-1] if figure.head < 0 or verb_before else figure.head
    yield from (k for k in parsed.kids(head, "acl", "amod", "nmod") if k.i > head)
    if head + 1 < len(parsed.words) and parsed.words[head + 1].pos in ("VERB", "ADJ") and head > words[-1]:
        yield parsed.words[head + 1]  # "400 routes affectées", wherever the parser hung it
    yield from parsed.kids(head, "nsubj")  # "le prix est de 30 000 euros"
    for above, _ in zip(parsed.ancestors(head), range(_CLIMB), strict=False):
        if above.pos in ("VERB", "AUX"):  # "les dégâts sont estimés à": the noun says more than the verb
            for noun in (k for k in parsed.kids(above.i, "nsubj", "obj") if k.i != head and k.pos == "NOUN"):
                # "l'offre de prime est portée à", "le coût des dégâts approche", "la somme récoltée atteint"
                yield from parsed.kids(noun.i, "nmod", "acl")
                yield noun
        yield above
        yield from parsed.kids(above.i, "xcomp")
        if above.pos == "VERB" and above.dep in ("ROOT", "root", "conj"):
            return


def _own_verb(parsed: Parsed, words: range) -> Word | None:
    """The verb right after a number that stands for a noun told before: "310 partiront et 600 resteront"."""
    following = parsed.words[words[-1] + 1 : words[-1] + 4]
    plain = [w for w in following if w.pos != "AUX"]
    return plain[0] if plain and plain[0].pos == "VERB" else None


def _below(parsed: Parsed, word: Word) -> Iterator[Word]:
    """What hangs on a word, at most two steps down, behind it."""
    for kid in parsed.kids(word.i):
        if kid.i > word.i:
            yield kid
            yield from parsed.kids(kid.i)
