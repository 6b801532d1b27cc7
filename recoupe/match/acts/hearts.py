"""What an affair is about: the one happening at the head of its reports, which each may call by another word.

"Une explosion a fait deux morts", "l'usine a explosé", "l'accident survenu hier": where most heads of an affair tell one kind of
happening, that is its heart, and a report that tells it once, or at its own head, tells this one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.families import carries
from recoupe.match.acts.happening import Occasion, clash, merged
from recoupe.match.desk import Desk
from recoupe.types import Event

HEARTS = ("heart", "words", "frames", "wider", "example")
_LEAST = 2  # reports that tell it at their head
_AHEAD = frozenset(("planned", "announced", "possible", "requested", "hypothetical"))
_DEFINITE = frozenset(("le", "la", "l'", "les", "ce", "cet", "cette", "du", "au"))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of happening: the words and frames that tell it, the nouns that take it up."""

    name: str
    words: frozenset[str]
    frames: frozenset[str]
    wider: frozenset[str]


def mark_hearts(desk: Desk, occasions: Sequence[Occasion]) -> list[Occasion]:
    """The occasions, in order, those that tell the heart of their affair marked with it and merged within a report."""
    heads: dict[str, frozenset[str]] = {r: frozenset() for r in desk.readings}
    by_report: dict[str, list[Occasion]] = defaultdict(list)
    for occasion in occasions:
        by_report[occasion.report].append(occasion)
        if occasion.main and _is_news(occasion):
            heads[occasion.report] |= frozenset(k for e in occasion.events for k in kinds_of(e))

    @cache
    def heart(group: frozenset[str]) -> str:
        count = Counter(k for r in sorted(group) for k in heads.get(r, ()))
        best = min(count, key=lambda k: (-count[k], k), default="")
        return best if count[best] >= _LEAST else ""

    out: list[Occasion] = []
    for report in sorted(by_report):
        found = heart(desk.related[report] | {report}) if len(desk.related[report]) > 1 else ""
        out += _marked(desk, by_report[report], kinds()[found]) if found else by_report[report]
    return out


def _marked(desk: Desk, occasions: list[Occasion], kind: Kind) -> list[Occasion]:
    """One report's occasions, those that tell this kind of happening made one if they can be; none if it tells two."""
    told = [o for o in occasions if _is_news(o) and any(kind.name in kinds_of(e) for e in o.events)]
    told = [o for o in told if o.main] or told
    taken = [o for o in occasions if o not in told and _is_news(o) and any(_takes_up(desk, e, kind) for e in o.events)]
    if not told and len(taken) != 1:
        return occasions
    first, *others = told or taken
    if any(clash(first, o) for o in others):
        return occasions
    for other in (*others, *(taken if told else ())):
        if not clash(first, other):
            first = merged(first, other)
    held = {e.id for e in first.events}
    one = replace(first, heart=kind.name, events=tuple(sorted(first.events, key=lambda e: (e.trigger, e.id))))
    kept = (o for o in occasions if not held & {e.id for e in o.events})
    return sorted((*kept, one), key=lambda o: (o.events[0].trigger, o.id))


def _is_news(occasion: Occasion) -> bool:
    """Not recalled, not a second one, not to come, and nobody says that it was not."""
    ahead = any(c.status in _AHEAD for c in occasion.claims)
    return not (occasion.remote or occasion.ordinals or ahead) and not any(c.negated for c in occasion.claims)


@cache
def _named() -> Mapping[str, frozenset[str]]:
    """Word or frame -> the kinds of happening that it tells."""
    found: dict[str, set[str]] = defaultdict(set)
    for kind in kinds().values():
        for key in (*kind.words, *("frame " + f for f in kind.frames)):
            found[key].add(kind.name)
    return {key: frozenset(names) for key, names in found.items()}


def kinds_of(event: Event) -> Iterator[str]:
    """The kinds of happening that an event tells by its word or frame, or by the noun of which it says that it was."""
    slots = event.slots
    own = plain(event.lemma.lower())
    beside = (*slots.doer[: len(slots.doer_spans)], *slots.undergoer[: len(slots.undergoer_spans)])
    told = [plain(w.lower()) for w in beside] if carries(own) in ("occur", "light") else []
    yield from sorted({k for key in (own, f"{own}@{event.frame}", "frame " + event.frame, *told) for k in _named().get(key, ())})


def kinds_named(lemma: str) -> frozenset[str]:
    """The kinds of happening that a noun names by itself."""
    return _named().get(plain(lemma.lower()), frozenset())


def _takes_up(desk: Desk, event: Event, kind: Kind) -> bool:
    """ "L'accident", "ce drame", "l'attaque survenue vendredi"."""
    if not event.slots.nominal or plain(event.lemma.lower()) not in kind.wider:
        return False
    parsed, i = desk.readings[event.report].parsed, event.slots.head
    if not 0 <= i < len(parsed.words):
        return False
    return any(k.lower.replace("’", "'") in _DEFINITE for k in parsed.kids(i, "det", "case"))


def _key(word: str) -> str:
    """A word in plain form; its frame keeps its letters."""
    lemma, at, frame = word.partition("@")
    return plain(lemma) + at + frame


@cache
def kinds() -> Mapping[str, Kind]:
    """The rows of the table, by name."""
    rows = read_table("lang/fr/hearts.tsv", HEARTS)
    return {
        r["heart"]: Kind(
            r["heart"],
            frozenset(_key(w) for w in r.many("words")),
            frozenset(r.many("frames")),
            frozenset(plain(w) for w in r.many("wider")),
        )
        for r in rows
    }
