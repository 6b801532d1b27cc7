"""The numbers of a report with what stands around them, so that two of two reports can be held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from recoupe.lang.nouns import actor_nouns
from recoupe.lang.plain import function_words, plain
from recoupe.match.desk import Desk
from recoupe.match.dimensions import dimension, size
from recoupe.match.loose import stands_for
from recoupe.match.measures import Quantity, quantities_of
from recoupe.match.measuring import person_nouns
from recoupe.match.populations import MONEY
from recoupe.match.sentences import LIGHT
from recoupe.parse.document import Parsed, Word
from recoupe.types import Figure

_CONTENT = frozenset(("NOUN", "VERB", "ADJ", "PROPN"))
# Units of a stretch of time, in minutes; of people, what befalls them.
_MINUTES = {"seconde": 1 / 60, "minute": 1, "heure": 60, "jour": 1440, "journée": 1440, "nuit": 1440, "semaine": 10080} | {
    "mois": 43800, "an": 525600, "année": 525600, "siècle": 52560000
}
_BEFALLS = frozenset(
    """dead victim injured hospitalised missing survivor arrested custody evacuated aboard passenger demonstrator rescuer
    investigator attacker suspect people rebel jobs_cut jobs_kept jobs_made staff spectator released held rescued presumed sick
    striker signature inhabitant idle stranded troops complaint""".split()
)
_WINDOW = 14  # words to either side that belong to the clause of a number
_CLIMB = 20  # steps up to its verb
_ROUGH = re.compile(r"(?i)^(?:des|plusieurs|quelques|une?) .*\b(?:dizaines?|centaines?|milliers?|millions|milliards|quelques)\b|^(?:plusieurs|quelques)\b")


@dataclass(frozen=True, slots=True, eq=False)
class Number:
    """One number of a report: of what kind of thing, how many, and the words that say what it is told of."""

    quantity: Quantity
    kind: str  # numbers of one kind may answer one question: "money", "people", "length", "car"…
    figure: Figure  # its own, a stretch of time in minutes
    size: float
    path: frozenset[str]  # content lemmas from it up to its verb, in plain form
    clause: frozenset[str]
    sentence: frozenset[str]
    around: frozenset[str]  # of its sentence and the two beside it
    actors: frozenset[str]  # named in its sentence
    row: int  # number of its sentence
    verb: int  # the word at the head of its clause
    depth: float  # how far down its report that stands, 0..1

    @property
    def report(self) -> str:
        """The report that gives it."""
        return self.quantity.report


def numbers_of(desk: Desk, report: str) -> tuple[Number, ...]:
    """The numbers of a report that count or measure something, in order of the text."""
    reading = desk.readings[report]
    parsed, found = reading.parsed, []
    for quantity in quantities_of(desk, report):
        kind, figure = _kind(quantity), _in_minutes(quantity.figure)
        words = parsed.at(quantity.figure.span.start, quantity.figure.span.end)
        if not kind or not words or desk.is_furniture(quantity.figure.span) or not size(figure):
            continue
        head = quantity.figure.head if 0 <= quantity.figure.head < len(parsed.words) else words[-1]
        own, row = {*words, head}, parsed.words[head].sent
        sentence = parsed.sentences[row]
        path = list(_path(parsed, head))
        verb = path[-1] if path else head
        reach = range(max(sentence.first, parsed.left[verb]), min(sentence.last, parsed.right[verb] + 1))
        here = (m for m in reading.mentions if sentence.start <= m.span.start < sentence.end)
        found.append(
            Number(
                quantity,
                kind,
                figure,
                size(figure),
                _lemmas(parsed, path, own),
                _lemmas(parsed, (i for i in reach if abs(i - head) <= _WINDOW), own),
                _lemmas(parsed, range(sentence.first, sentence.last), own),
                _lemmas(parsed, _beside(parsed, row), own),
                frozenset(m.actor for m in here),
                row,
                verb,
                row / len(parsed.sentences),
            )
        )
    return tuple(found)


def is_rough(desk: Desk, number: Number) -> bool:
    """ "Des dizaines de gendarmes", "plusieurs millions": no number that another could exclude."""
    return bool(_ROUGH.match(desk.text(number.quantity.figure.span)))


def _kind(quantity: Quantity) -> str:
    unit = quantity.figure.unit
    if unit in MONEY or quantity.unit in MONEY:
        return "money"
    if unit in ("âge", "%"):
        return unit
    if unit in _MINUTES:
        return "time"
    if known := dimension(unit):
        return known
    if quantity.measure in _BEFALLS or unit in person_nouns() or unit in actor_nouns():
        return "people"
    return stands_for(unit) or quantity.measure


def _in_minutes(figure: Figure) -> Figure:
    """A stretch of time in minutes, so that hours and days compare; any other figure as it is."""
    times = _MINUTES.get(figure.unit)
    if times is None:
        return figure
    low, high = (None if v is None else v * times for v in (figure.low, figure.high))
    return replace(figure, low=low, high=high, unit="minute")


def _path(parsed: Parsed, i: int) -> Iterator[int]:
    """The words above a number, up to the verb of its clause."""
    for _ in range(_CLIMB):
        if parsed.words[i].head == i:
            return
        i = parsed.words[i].head
        yield i
        if parsed.words[i].pos == "VERB":
            return


def _beside(parsed: Parsed, row: int) -> range:
    near = parsed.sentences[max(0, row - 1) : row + 2]
    return range(near[0].first, near[-1].last)


def _lemmas(parsed: Parsed, places: Iterable[int], own: set[int]) -> frozenset[str]:
    """The content words at these places, but for those of the number itself."""
    return frozenset(x for i in places if i not in own and (x := _bare(parsed.words[i])))


def _bare(word: Word) -> str:
    if word.pos not in _CONTENT or len(word.lemma) < 3:
        return ""
    lemma = plain(word.lemma)
    return "" if lemma in function_words() or lemma in LIGHT or lemma[0].isdigit() else lemma
