"""Two times of day in two reports: are both told of one act ("la rame a déraillé à 7 h 52", "le choc, à la mi-journée")?

As with numbers (see `onenumber`), what tells is all that stands around at once; fitted on pairs of reports written for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import log1p

from recoupe.match.acts.idiom import plain_turn
from recoupe.match.alike.surroundings import Answers, Pair, Regression, Surroundings, surroundings
from recoupe.match.asked.actwords import kinds_of
from recoupe.match.asked.twoacts import (
    are_two_acts,
    are_two_times,
    days_of,
    differ,
    have_one_frame,
    have_two_frames,
)
from recoupe.match.desk import Desk
from recoupe.match.when.dayparts import bounds, parts
from recoupe.match.when.hours import HOUR, minutes_of
from recoupe.types import Span

JUDGE = Regression(
    1.61,
    {
        "gap": -0.94,
        "head": 1.66,
        "margin": 0.48,
        "one day": 1.77,
        "part": -1.76,
        "alone": 0.3,
        "one frame": 1.77,
        "two frames": -1.1,
        "other places": -1.31,
    },
)

_DAY = 1440
_WIDE = 75  # minutes below which two hours may be one, where one of them is rough
_GRAINS, _FINEST = ((30, 15), (15, 10), (5, 5)), 2  # what an hour is a multiple of, and minutes below which it may be another one
_PART = 60  # minutes between an hour and a part of the day
_LEAD = 24  # characters before an hour that say what it is
_BESIDE = 24  # characters from an hour within which a part of the day is that of the hour: "jeudi soir vers 22 heures"
_AT = re.compile(
    r"(?i)(?:\bà|\bdès|\bil (?:est|était)|\b(?:marqu|affich|indiqu)\w+(?: pas encore)?|"
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|matin|soir|nuit|aube),?) $"
)
_ROUGH = re.compile(
    r"(?i)\b(?:vers|environ|autour d\S*|aux? alentours d\S*|aux environs d\S*|sur le coup d\S*|un peu (?:moins|plus) d\S*|"
    r"peu (?:avant|après)|(?:près|loin) d\S*) ?$"
)
# "Environ six heures", but not "il était près de 17 heures", "à environ six heures".
_AMOUNT = re.compile(r"(?i)(?<!\bà )(?<!\best )(?<!\bétait )\b(?:environ|près d\S*|un peu (?:moins|plus) d\S*) $")
_FROM = re.compile(r"(?i)\b(?:à partir d[eu]|à compter d[eu]|depuis|entre|jusqu['’]à|jusqu['’]) ?$")
_SPOKEN = frozenset(("SAY", "PUBLISH", "CRITICISE", "PRAISE", "OPINION"))  # that somebody spoke at that hour
_TO = re.compile(r"(?i) (?:à|et|jusqu['’]à) ")  # "de 9 heures à 19 heures": a stretch
_PRINTED = re.compile(r"(?i)\b(?:publi\w+|mise? [àa] jour|modifié\w*|actualisé\w*|màj)\b[^\n]{0,12}$")
_ZONE = re.compile(r"(?i) ?\(?(?:GMT|UTC|TU\b|heures? (?:de paris|française))")


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """One hour, or one part of the day, at which a report says that something happened."""

    span: Span
    first: int  # minutes of the day; past 1440 those of the next one
    last: int
    rough: bool
    days: frozenset[str]  # that its sentence names
    kinds: frozenset[str]  # of acts, by the tables
    where: Surroundings

    @property
    def is_part(self) -> bool:
        """Is it a part of the day?"""
        return self.first < self.last

    @property
    def minutes(self) -> tuple[int, int]:
        """Its first and last minute."""
        return self.first, self.last


def hour_pairs(moments: Answers[list[Moment]], a: str, b: str) -> Iterator[Pair[Moment]]:
    """The times of day of two reports that exclude each other, both unknown to the other report, on days that may be one."""
    desk, mine, theirs = moments.desk, moments.of(a), moments.of(b)
    known = {m.minutes for m in mine} & {m.minutes for m in theirs}
    left, right = ([m for m in side if m.minutes not in known] for side in (mine, theirs))
    if not left or not right:
        return
    worth = moments.words.between(a, b)
    alone = sum(1 / len({m.minutes for m in side}) for side in (left, right))
    fit = {(x, y): worth.fit(x.where, y.where) for x in left for y in right}
    for (x, y), words in fit.items():
        if _exclude(x, y) and not differ(x.days, y.days) and not _is_unborn(desk, x, y) and not _are_two(desk, x.where, y.where):
            better = max((f.total for (v, w), f in fit.items() if (v is x) != (w is y)), default=0.0)
            yield Pair(x, y, _features(desk, x, y, words.total - better, alone))


def moments_of(desk: Desk, report: str) -> list[Moment]:
    """The times of day at which a report says that something happened or will, in order of the text."""
    parsed, found = desk.readings[report].parsed, []
    for start, end, first, last, rough in _times(parsed.text):
        span, words = Span(report, start, end), parsed.at(start, end)
        if not words or desk.is_furniture(span):
            continue
        head = next((i for i in reversed(words) if parsed.words[i].head not in words), words[-1])
        event, where = desk.event_at(span), surroundings(desk, report, head, words)
        told = parsed.words[where.verb]
        if not (event and event.frame in _SPOKEN and event.trigger.start <= told.start < event.trigger.end):
            found.append(Moment(span, first, last, rough, days_of(desk, where), kinds_of(parsed, where), where))
    return found


def _times(text: str) -> list[tuple[int, int, int, int, bool]]:
    """Where a text tells a time of day, its first and last minute, and whether it is told roughly."""
    found, end = [], 0
    for match in HOUR.finditer(text):
        minutes, lead = minutes_of(match), text[max(0, match.start() - _LEAD) : match.start()]
        goes_on, end = bool(_TO.fullmatch(text, end, match.start())), match.end()
        rough = bool(_ROUGH.search(lead))
        if _AMOUNT.search(lead):
            continue
        if minutes < 0 or not rough and not _AT.search(lead) or _FROM.search(lead) or goes_on:
            continue
        if not _PRINTED.search(lead) and not _ZONE.match(text, match.end()):
            found.append((*match.span(), minutes, minutes, rough))
    hours = tuple(found)
    for match in parts().finditer(plain_turn(text)):
        if all(match.end() + _BESIDE <= start or end + _BESIDE <= match.start() for start, end, *_ in hours):
            found.append((*match.span(), *bounds()[match[0]], True))
    return sorted(found)


def _exclude(x: Moment, y: Moment) -> bool:
    """Do so many minutes lie between them that they are two? Two parts of the day are told of too many acts."""
    if x.is_part or y.is_part:
        return not (x.is_part and y.is_part) and _gap(x, y) >= _PART
    return _gap(x, y) >= (_WIDE if x.rough or y.rough else max(map(_grain, (x.first, y.first))))


def _grain(minutes: int) -> int:
    """How many minutes further another hour must lie: "18 heures" may be rounded, "18 h 15" less, "18 h 03" is not."""
    return next((grain for step, grain in _GRAINS if minutes % step == 0), _FINEST)


def _gap(x: Moment, y: Moment) -> int:
    """The minutes between them, over midnight where that is shorter; 0 where they meet."""
    return min(max(0, x.first + turn - y.last, y.first - x.last - turn) for turn in (-_DAY, 0, _DAY))


def _is_unborn(desk: Desk, x: Moment, y: Moment) -> bool:
    """Is one told of a day after which the other report had come out: "jeudi à 20 heures", in a report of Wednesday?"""
    out = [(p.latest or "")[:10] if (p := desk.published(m.span.report)) else "" for m in (x, y)]
    return any(m.days and other and min(m.days) > other for m, other in ((x, out[1]), (y, out[0])))


def _are_two(desk: Desk, x: Surroundings, y: Surroundings) -> bool:
    """Do the words say that two acts are timed?"""
    return are_two_acts(desk, x, y) or are_two_times(desk, x, y)


def _features(desk: Desk, x: Moment, y: Moment, margin: float, alone: float) -> dict[str, float]:
    alike = bool(x.kinds & y.kinds)
    return {
        "gap": log1p(_gap(x, y)),
        "head": float(x.where.in_head) + float(y.where.in_head),
        "margin": margin,
        "one day": float(bool(x.days & y.days)),
        "part": float(x.is_part or y.is_part),
        "alone": alone,
        "one frame": float(alike or have_one_frame(desk, x.where, y.where)),
        "two frames": float(not alike and have_two_frames(desk, x.where, y.where)),
        "other places": float(differ(x.where.places, y.where.places)),
    }
