"""The numbers of a report with what stands around them, so that two of two reports can be held against each other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from recoupe.lang.nouns import actor_nouns
from recoupe.match.alike.surroundings import Surroundings, surroundings
from recoupe.match.count.countednouns import counts_things, stands_for
from recoupe.match.count.dimensions import dimension, size
from recoupe.match.count.measures import Quantity, quantities_of
from recoupe.match.count.measuring import person_nouns
from recoupe.match.count.populations import MONEY
from recoupe.match.desk import Desk
from recoupe.types import Figure

# Units of a stretch of time, in minutes; of people, what befalls them.
_MINUTES = {"seconde": 1 / 60, "minute": 1, "heure": 60, "jour": 1440, "journée": 1440, "nuit": 1440, "semaine": 10080} | {
    "mois": 43800,
    "an": 525600,
    "année": 525600,
    "siècle": 52560000,
}
_BEFALLS = frozenset(
    """dead victim injured hospitalised missing survivor arrested custody evacuated aboard passenger demonstrator rescuer
    investigator attacker suspect people rebel jobs_cut jobs_kept jobs_made staff spectator released held rescued presumed sick
    striker signature idle stranded troops complaint""".split()
)
_ROUGH = re.compile(
    r"(?i)^(?:(?:des|plusieurs|quelques|une? (?:bonne|petite|grosse)) "
    r".*\b(?:dizaines?|centaines?|milliers?|millions|milliards|quelques)\b"
    r"|(?:plusieurs|quelques)\b)"
)
_CLASS = re.compile(r"(?i)\b(?:en|catégorie(?: des)?)\s+$")  # "l'haltérophilie en 48 kg": a class, nobody's weight


@dataclass(frozen=True, slots=True, eq=False)
class Number:
    """One number of a report: of what kind of thing, how many, and what stands around it."""

    quantity: Quantity
    kind: str  # numbers of one kind may answer one question: "money", "people", "length", "car"…
    figure: Figure  # its own, a stretch of time in minutes
    size: float
    where: Surroundings

    @property
    def report(self) -> str:
        """The report that gives it."""
        return self.quantity.report


def numbers_of(desk: Desk, report: str) -> tuple[Number, ...]:
    """The numbers of a report that count or measure something, in order of the text."""
    parsed = desk.readings[report].parsed
    found = []
    for quantity in quantities_of(desk, report):
        kind, figure = _kind(quantity), _in_minutes(quantity.figure)
        words = parsed.at(quantity.figure.span.start, quantity.figure.span.end)
        if not kind or not words or desk.is_furniture(quantity.figure.span) or size(figure) <= 0:
            continue
        if kind == "weight" and _CLASS.search(parsed.text, max(0, quantity.figure.span.start - 16), quantity.figure.span.start):
            continue
        head = quantity.figure.head if 0 <= quantity.figure.head < len(parsed.words) else words[-1]
        found.append(Number(quantity, kind, figure, size(figure), surroundings(desk, report, head, words)))
    return tuple(found)


def is_rough(desk: Desk, number: Number) -> bool:
    """ "Des dizaines de gendarmes", "plusieurs millions": no number that another could exclude."""
    return bool(_ROUGH.match(desk.text(number.quantity.figure.span)))


def _kind(quantity: Quantity) -> str:
    unit = quantity.figure.unit
    if stands_for(unit) == "voix":
        return ""  # of votes see `votes`
    if unit in MONEY or quantity.unit in MONEY:
        return "money"
    if unit in ("âge", "%"):
        return unit
    if unit in _MINUTES:
        return "time"
    if known := dimension(unit):
        return known
    if quantity.measure == "inhabitant":
        return "inhabitant"  # those who live there, whatever befell them
    if unit in person_nouns() or unit in actor_nouns():
        return "people"
    if quantity.measure in _BEFALLS and not counts_things(quantity.unit):  # "38 lits disparaissent"
        return "people"
    return stands_for(unit) or quantity.measure


def _in_minutes(figure: Figure) -> Figure:
    """A stretch of time in minutes, so that hours and days compare; any other figure as it is."""
    times = _MINUTES.get(figure.unit)
    if times is None:
        return figure
    low, high = (None if v is None else v * times for v in (figure.low, figure.high))
    return replace(figure, low=low, high=high, unit="minute")
