"""When a report says that something was: the days of its times, of years told together, and those counted from a happening.

"Le 3 mars" is one day, "en 2017 et 2018" two years, "deux jours après l'orage" the day before yesterday of a report that tells
its news as of today, "à l'approche du vote" the weeks that follow it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from recoupe.find.times.tense import tense_at
from recoupe.lang.numbers import cardinals
from recoupe.lang.printed import is_date_line
from recoupe.match.acts.governing import Happening, happening_at, happening_of
from recoupe.match.desk import Desk
from recoupe.parse.document import Parsed, Word
from recoupe.types import Span, When

_LONGEST = 800  # days of the longest stretch that still says when something was
_AHEAD = 45  # days that "à l'approche de" may span
_BEHIND = 6  # words between "après" and its noun
_SAID = 3  # words behind a noun that say which
_LEAD = 4  # sentences whose past is that of the news
_DIGITS = re.compile(r"\d")
_DATELINE = re.compile(r"\s*[.)]?\s*[-–—]")
# What says no more than an hour or a part of some day.
_HOURS = re.compile(
    r"(?i)\b\d{1,2}(?: (?:à|et) \d{1,2})?\s?(?:heures?|h\b|h(?=\d)|:)\s?(?:\d\d)?|\b\d{1,2} minutes?|\b(?:ce|cet|cette|à|a|"
    r"au|en|dans|la|le|du|de|des|depuis|vers|dès|fin|début|milieu|mi|matin|matinée|soir|soirée|nuit|journée|midi|minuit|après|avant|aube|"
    r"heures?|utc|gmt|autour|alentours|environ|peu|locales?|aujourd|hui|jour|même|une?|jusqu|partir|entre|et|pleine?|quelques|plus|tard|"
    r"tôt|moment|minutes?)\b|\bl['’]|\bd['’]|[^\w]"
)
_EDITION = re.compile(r"\d{1,2}(?:er)?[-‑](?-i:[A-ZÀ-Þ])\w+")  # "le défilé du 14-Juillet": a name
_YEAR_AGO, _ABOUT_A_YEAR = re.compile(r"(?i)il y a (?:un|1) an"), (480, 250)  # days before its report
_ZONE = re.compile(r"(?i)\bheures? (?:de |d['’])(?-i:[A-ZÀ-Þ])[\w-]+")  # "à 7 heures, heure de Paris"
_SEASON = re.compile(r"(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)")  # "2015-2016" names a season, a school year, an edition
_SINCE = re.compile(r"\d{4}(?P<month>-\d\d(?P<day>-\d\d)?)?/\.\.")
_TODAY = re.compile(r"(?i)(?:ce|cet|cette) (?:matin|après-midi|soir|nuit)|aujourd['’]hui|dans la nuit")
_AND = re.compile(r" (?:et|puis|comme en|et en) ")
_NUMBERS = cardinals(1, 20) | {"une": 1, "trente": 30, "quarante": 40, "cinquante": 50}
_AFTER = re.compile(
    rf"(?i)\b(?P<n>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|\d{{1,2}}) (?P<unit>jours?|semaines?|mois|ans?)"
    r"(?: seulement| à peine| jour pour jour| presque| exactement)* après\b(?! (?:que|qu['’]|avoir|être|s['’]être))"
)
_UNITS = {"j": (1, 0, 1), "s": (7, 1, 3), "m": (30, 8, 12), "a": (365, 45, 200)}  # days; days that one, and many, may be off
_NEARING = re.compile(
    r"(?i)\bà (?:l['’]approche|quelques (?:jours|semaines|heures)|la veille|une (?:semaine|quinzaine de jours)) "
    r"d(?:e |u |es |['’])"
)


@dataclass(frozen=True, slots=True)
class Told:
    """These words say that this happened between these days."""

    span: Span
    first: date
    last: date
    what: Happening
    own: bool = False  # only the day on which its report came out, without a date
    named: bool = False  # counted from the happening that the words name

    @property
    def days(self) -> int:
        """How many days later its last one is than its first."""
        return (self.last - self.first).days


def tellings(desk: Desk, report: str) -> Iterator[Told]:
    """What a report dates, in the order of its words."""
    found = [*_of_times(desk, report), *_counted(desk, report), *_nearing(desk, report)]
    yield from sorted((t for t in found if t.what.core and not desk.is_furniture(t.span)), key=lambda t: t.span)


def _of_times(desk: Desk, report: str) -> Iterator[Told]:
    text, today = desk.readings[report].report.text, _today(desk, report)
    rows = sorted((w for w in desk.readings[report].whens if w.span), key=lambda w: w.span or Span("", 0, 0))
    before: Told | None = None
    for when in rows:
        days, span = _narrowed(text, when, interval_of(when), today), when.span
        if not span or not days or (days[1] - days[0]).days > _LONGEST or not _says_when(text, span, days, today):
            continue
        if not (what := happening_at(desk, span)):
            continue
        one = Told(span, *days, what, today == days[0] == days[1] and not _DIGITS.search(desk.text(span)))
        if before and before.days > 27 and one.days > 27 and _AND.fullmatch(text, before.span.end, span.start):
            one = Told(Span(report, before.span.start, span.end), min(before.first, one.first), max(before.last, one.last), what)
            yield one  # "en 2017 et 2018": both years
        yield one
        before = one


def interval_of(when: When) -> tuple[date, date] | None:
    """Its first and last day; of "depuis mars" those of the time that it began."""
    if not when.earliest or when.flags:
        return None
    try:
        first = date.fromisoformat(when.earliest[:10])
        if when.latest:
            return first, date.fromisoformat(when.latest[:10])
        grain = _SINCE.fullmatch(when.value or "")
        if not grain:
            return None
        if grain["day"]:
            return first, first
        month = first.month if grain["month"] else 12
        return first, date(first.year, month, monthrange(first.year, month)[1])
    except ValueError:  # a year that the calendar of the program does not know
        return None


def _narrowed(text: str, when: When, days: tuple[date, date] | None, today: date | None) -> tuple[date, date] | None:
    """ "Il y a un an", written in January, is no day of the autumn, though that lies in the year before."""
    if not today or not when.span or not _YEAR_AGO.fullmatch(text, when.span.start, when.span.end):
        return days
    first, last = (today - timedelta(days=n) for n in _ABOUT_A_YEAR)
    return first, last


def _today(desk: Desk, report: str) -> date | None:
    published = desk.published(report)
    days = interval_of(published) if published else None
    return days[0] if days and days[0] == days[1] and not desk.is_day_unsure(report) else None


def _says_when(text: str, span: Span, days: tuple[date, date], today: date | None) -> bool:
    """Do the words name a day or a stretch, not only an hour of a day told before?"""
    words = text[span.start : span.end]
    if is_dateline(text, span):
        return False
    if _SEASON.fullmatch(words) or _EDITION.fullmatch(words):
        return False
    if words.lower().startswith(("avant", "après", "d'ici", "d’ici")) or words.lower().endswith(("après", "avant", "même jour")):
        return False
    return names_day(words) or days[0] == days[1] == today and bool(_TODAY.search(words))


def names_day(words: str) -> bool:
    """Do they name a day or a stretch, not only an hour or a part of some day?"""
    return bool(_HOURS.sub("", _ZONE.sub("", words)))


def is_dateline(text: str, span: Span) -> bool:
    """ "16 juin 2016. – …", or a line that prints the date of its page: it dates the report, not what it tells."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    if is_date_line(text[start : end if end >= 0 else len(text)]):
        return True
    return span.start - text.rfind("\n", 0, span.start) < 4 and bool(_DATELINE.match(text, span.end))


def _counted(desk: Desk, report: str) -> Iterator[Told]:
    """ "Deux jours après l'orage": the day of the orage, counted back from the day that the sentence tells or from today."""
    parsed = desk.readings[report].parsed
    for match in _AFTER.finditer(parsed.text):
        words = parsed.at(*match.span())
        noun = _noun_behind(parsed, words[-1] + 1) if words else None
        base = _base(desk, report, words[0], match.start()) if noun else None
        if not noun or not base:
            continue
        count = _NUMBERS.get(match["n"].lower()) or int(match["n"])
        length, off, most = _UNITS[match["unit"][0].lower()]
        slack = off if count == 1 else min(off * count, most) if length > 7 else most if length > 1 or count > 6 else 0
        day = base - timedelta(days=length * count)
        span = Span(report, match.start(), _end(parsed, noun))
        yield Told(span, day - timedelta(days=slack), day + timedelta(days=slack), happening_of(desk, report, noun), named=True)


def _base(desk: Desk, report: str, word: int, start: int) -> date | None:
    """The one day that the sentence tells besides, else the day of publication where it tells its news."""
    parsed = desk.readings[report].parsed
    sentence = parsed.sentence_of(word)
    here = (w for w in desk.readings[report].whens if w.span and sentence.start <= w.span.start < sentence.end)
    others = (w for w in here if w.span and not start - 1 <= w.span.start <= start + 30)
    days = {d[0] for w in others if (d := interval_of(w)) and d[0] == d[1]}
    if len(days) == 1:
        return min(days)
    verb = next((a for a in parsed.ancestors(word) if a.pos in ("VERB", "AUX")), None)
    now = verb is None or tense_at(parsed, verb.i) != "past" or parsed.words[word].sent < _LEAD
    return _today(desk, report) if now and not days else None


def _nearing(desk: Desk, report: str) -> Iterator[Told]:
    """ "À l'approche du vote": what lies ahead of the day of publication."""
    parsed, today = desk.readings[report].parsed, _today(desk, report)
    for match in _NEARING.finditer(parsed.text) if today else ():
        words = parsed.at(*match.span())
        noun = _noun_behind(parsed, words[-1] + 1) if words else None
        if noun and today:
            span = Span(report, match.start(), noun.end)
            yield Told(span, today, today + timedelta(days=_AHEAD), happening_of(desk, report, noun), named=True)


def _end(parsed: Parsed, noun: Word) -> int:
    """The end of a noun with the few words that say which: "un attentat à la bombe"."""
    words = parsed.words[noun.i : min(parsed.right[noun.i], noun.i + _SAID) + 1]
    stop = next((w for w in words if w.pos in ("PUNCT", "VERB", "AUX", "PRON")), None)
    held = words[: stop.i - noun.i] if stop else words
    last = next((w for w in reversed(held) if w.pos in ("NOUN", "PROPN", "ADJ")), noun)
    while last.pos == "PROPN" and last.i + 1 < len(parsed.words) and parsed.words[last.i + 1].pos == "PROPN":
        last = parsed.words[last.i + 1]  # a name is not cut
    return last.end


def _noun_behind(parsed: Parsed, first: int) -> Word | None:
    """The noun behind "après", "à l'approche de"; of "une journée de grève" the second."""
    for word in parsed.words[first : first + _BEHIND]:
        if word.pos in ("VERB", "PUNCT", "SCONJ", "CCONJ"):
            return None
        if word.pos in ("NOUN", "PROPN"):
            inner = next((k for k in parsed.kids(word.i, "nmod") if k.pos == "NOUN" and k.i > word.i), None)
            return inner if word.lemma in ("journée", "série", "vague", "jour") and inner else word
    return None
