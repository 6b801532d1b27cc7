"""Two hours of the day in two reports: were both told of one act ("la rame a déraillé à 7 h 52", "le choc, vers 6 heures")?

As with numbers (see `onenumber`), what tells is all that stands around at once; fitted on pairs of reports written for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import log1p

from recoupe.match.desk import Desk
from recoupe.match.hours import HOUR, minutes_of
from recoupe.match.surroundings import Answers, Fit, Pair, Regression, Surroundings, surroundings
from recoupe.match.twoacts import are_two_acts, are_two_times, days_of
from recoupe.types import Span

JUDGE = Regression(2.42, {"gap": -1.13, "head": 1.95, "margin": 0.56, "one day": 2.82})

_DAY = 1440
_GAP, _WIDE = 15, 75  # minutes below which two hours may be one; where one of them is rough
_AT = re.compile(
    r"(?i)(?:\bà|\bdès|\bil (?:est|était)|\b(?:marqu|affich|indiqu)\w+(?: pas encore)?|"
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|matin|soir|nuit|aube),?) $"
)
_ROUGH = re.compile(
    r"(?i)\b(?:vers|environ|autour d\S*|aux? alentours d\S*|aux environs d\S*|sur le coup d\S*|un peu (?:moins|plus) d\S*|"
    r"peu (?:avant|après)|(?:près|loin) d\S*) ?$"
)
_FROM = re.compile(r"(?i)\b(?:à partir d[eu]|à compter d[eu]|depuis|entre|jusqu['’]à|jusqu['’]) ?$")
_SPOKEN = frozenset(("SAY", "PUBLISH", "CRITICISE", "PRAISE", "OPINION"))  # that somebody spoke at that hour
_TO = re.compile(r"(?i) (?:à|et|jusqu['’]à) ")  # "de 9 heures à 19 heures": a stretch
_PRINTED = re.compile(r"(?i)\b(?:publi\w+|mis(?:e)? à jour|modifié\w*|actualisé\w*|màj)\b[^\n]{0,12}$")
_ZONE = re.compile(r"(?i) ?\(?(?:GMT|UTC|TU\b|heures? (?:de paris|française))")


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """One hour of the day at which a report says that something happened."""

    span: Span
    minutes: int
    rough: bool
    days: frozenset[str]  # that its sentence names
    where: Surroundings


def hour_pairs(moments: Answers[list[Moment]], a: str, b: str) -> Iterator[Pair[Moment]]:
    """The hours of two reports that exclude each other, both unknown to the other report, on days that may be one."""
    desk, mine, theirs = moments.desk, moments.of(a), moments.of(b)
    known = {m.minutes for m in mine} & {m.minutes for m in theirs}
    left, right = ([m for m in side if m.minutes not in known] for side in (mine, theirs))
    if not left or not right:
        return
    worth = moments.words.between(a, b)
    fit = {(x, y): worth.fit(x.where, y.where) for x in left for y in right}
    for (x, y), words in fit.items():
        apart = _gap(x, y) >= (_WIDE if x.rough or y.rough else _GAP)
        one_day = not (x.days and y.days and not x.days & y.days)
        if apart and one_day and not are_two_acts(desk, x.where, y.where) and not are_two_times(desk, x.where, y.where):
            better = max((f.total for (v, w), f in fit.items() if (v is x) != (w is y)), default=0.0)
            yield Pair(x, y, _features(x, y, words, better))


def moments_of(desk: Desk, report: str) -> list[Moment]:
    """The hours at which a report says that something happened or will, in order of the text."""
    parsed = desk.readings[report].parsed
    found, end = [], 0
    for match in HOUR.finditer(parsed.text):
        minutes, words = minutes_of(match), parsed.at(*match.span())
        goes_on, end = bool(_TO.fullmatch(parsed.text, end, match.start())), match.end()
        lead = parsed.text[max(0, match.start() - 24) : match.start()]
        rough = bool(_ROUGH.search(lead))
        if minutes < 0 or not words or not rough and not _AT.search(lead) or _FROM.search(lead) or goes_on:
            continue
        if _PRINTED.search(lead):
            continue
        span = Span(report, *match.span())
        if _ZONE.match(parsed.text, match.end()) or desk.is_furniture(span):
            continue
        event, where = desk.event_at(span), surroundings(desk, report, words[-1], words)
        told = parsed.words[where.verb]
        if event and event.frame in _SPOKEN and event.trigger.start <= told.start < event.trigger.end:
            continue
        found.append(Moment(span, minutes, rough, days_of(desk, where), where))
    return found


def _gap(x: Moment, y: Moment) -> int:
    gap = abs(x.minutes - y.minutes)
    return min(gap, _DAY - gap)


def _features(x: Moment, y: Moment, words: Fit, better: float) -> dict[str, float]:
    return {
        "gap": log1p(_gap(x, y)),
        "head": float(x.where.in_head) + float(y.where.in_head),
        "margin": words.total - better,
        "one day": float(bool(x.days & y.days)),
    }
