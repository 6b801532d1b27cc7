"""English times, sums and clock hours as French writes them: they are read as wholes, before the words around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Build = Callable[[re.Match[str]], str]

_DAYS = {"monday": "lundi", "tuesday": "mardi", "wednesday": "mercredi", "thursday": "jeudi", "friday": "vendredi",
         "saturday": "samedi", "sunday": "dimanche"}  # fmt: skip
_MONTHS = {"jan": "janvier", "feb": "février", "mar": "mars", "apr": "avril", "may": "mai", "jun": "juin", "jul": "juillet",
           "aug": "août", "sep": "septembre", "oct": "octobre", "nov": "novembre", "dec": "décembre"}  # fmt: skip
_PARTS = {"morning": "matin", "afternoon": "après-midi", "evening": "soir", "night": "soir"}
_UNITS = {"second": "seconde", "minute": "minute", "hour": "heure", "day": "jour", "week": "semaine", "month": "mois",
          "year": "an", "decade": "décennie"}  # fmt: skip
_SPAN_UNITS = {"week": "la semaine", "month": "le mois", "year": "l'année", "summer": "l'été", "winter": "l'hiver",
               "spring": "le printemps", "autumn": "l'automne", "fall": "l'automne"}  # fmt: skip
_THIS = {"week": "cette semaine", "month": "ce mois-ci", "year": "cette année", "spring": "ce printemps"}
_NUMBERS = {w: str(n) for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)} | {
    "a": "un", "an": "un", "several": "plusieurs", "a few": "quelques", "few": "quelques"}  # fmt: skip
_SIGNS = {"$": "dollars", "US$": "dollars", "€": "euros", "£": "livres sterling", "¥": "yens", "₽": "roubles"}

_DAY = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?!\w)"
)
_N = r"(?P<n>\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|few)"
_U = r"(?P<unit>second|minute|hour|day|week|month|year|decade)s?"


@dataclass(frozen=True, slots=True)
class Whole:
    """text[start:end] reads so in French. kind: time (stands without a preposition), number, sum, age, adverb."""

    start: int
    end: int
    french: str
    kind: str


def _day(m: re.Match[str]) -> str:
    return _DAYS[m["weekday"].lower() + "day"]


def _date(m: re.Match[str]) -> str:
    groups = m.groupdict()
    weekday = _day(m) + " " if groups.get("weekday") else ""
    number = "1er" if int(m["d"]) == 1 else str(int(m["d"]))
    year = f" {groups['y']}" if groups.get("y") else ""
    part = f" {_PARTS[groups['part'].lower()]}" if groups.get("part") else ""
    article = "" if weekday or m.start() == 0 or m.string[m.start() - 1] in "\n([" else "le "
    return f"{weekday or article}{number} {_MONTHS[m['month'][:3].lower()]}{year}{part}"


def _weekday(m: re.Match[str]) -> str:
    which = {"last": " dernier", "next": " prochain", "this": ""}.get((m["which"] or "").lower(), "")
    part = f" {_PARTS[m['part'].lower()]}" if m["part"] else ""
    return _day(m) + which + part


def _span_unit(m: re.Match[str]) -> str:
    unit = m["unit"].lower()
    french, which = _SPAN_UNITS[unit], m["which"].lower()
    if which == "this":
        return _THIS.get(unit) or "cet " + french.removeprefix("l'").removeprefix("le ")
    feminine = unit in ("week", "year")
    adjective = {"last": "dernière" if feminine else "dernier", "next": "prochaine" if feminine else "prochain"}[which]
    return f"{french} {adjective}"


def _count(n: str, unit: str) -> str:
    n, unit = n.lower(), unit.lower()
    number = _NUMBERS.get(n, n)
    french = _UNITS[unit]
    if number in ("un", "1"):
        return f"{'une' if french.endswith(('e', 'ie')) else 'un'} {french}"
    return f"{number} {french if french.endswith('s') else french + 's'}"


def _hour(m: re.Match[str]) -> str:
    hour, minute = int(m["h"]), m["min"] or ""
    half = m["half"].lower().replace(".", "").replace(" ", "")
    hour = hour % 12 + (12 if half == "pm" else 0)
    return f"à {hour} h {minute}".rstrip() if minute else f"à {hour} heures"


_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")


def french_number(text: str) -> str:
    """ "1,250.5" -> "1 250,5"."""
    return _DIGITS.sub(lambda m: m[0].replace(",", " ").replace(".", ","), text)


def _sum(m: re.Match[str]) -> str:
    scale = {
        "million": "million",
        "m": "million",
        "billion": "milliard",
        "bn": "milliard",
        "b": "milliard",
        "trillion": "billion",
    }.get((m["scale"] or "").lower(), "")
    number = french_number(m["n"])
    many = float(m["n"].replace(",", "")) >= 2
    return f"{number} {scale + ('s' if many else '')} de {_SIGNS[m['sign']]}" if scale else f"{number} {_SIGNS[m['sign']]}"


_TODAY = {
    "today": "aujourd'hui", "yesterday": "hier", "tomorrow": "demain", "tonight": "ce soir", "last night": "hier soir",
    "overnight": "dans la nuit", "this morning": "ce matin", "this afternoon": "cet après-midi", "this evening": "ce soir",
    "yesterday morning": "hier matin", "yesterday evening": "hier soir", "yesterday afternoon": "hier après-midi",
    "at dawn": "à l'aube", "at noon": "à midi", "at midnight": "à minuit", "in the morning": "le matin",
    "in the evening": "le soir", "in the afternoon": "l'après-midi", "at night": "la nuit", "in the night": "dans la nuit",
}  # fmt: skip
_PART = r"(?: (?P<part>morning|afternoon|evening|night))?"
_Y = r"(?:,? (?P<y>(?:19|20)\d\d))?"
_EDGE = r"(?:(?:early|late) )?(?:on |in the early hours of )?"

_MONTHLY = rf"{_MONTH} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_Y}(?![\w,.]*\d)(?!\w)"  # "March 3, 2024", and no "March 3.5"
_DAILY = rf"(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}{_Y}(?!\w)"
_LEAD = rf"(?<!\w){_EDGE}(?:{_DAY}{_PART},? )?"
_SCALED = r"(?: ?(?P<scale>million|billion|trillion|bn|[mMB])(?!\w))?"
_PLAIN = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)"


def _month(m: re.Match[str]) -> str:
    return _MONTHS[m["month"][:3].lower()] + (f" {m['y']}" if m["y"] else "")


def _month_of(m: re.Match[str]) -> str:
    return f"en {_MONTHS[m['month'][:3].lower()]} " + ("dernier" if m["which"].lower() == "last" else "prochain")


def _before_or_after(m: re.Match[str]) -> str:
    return _count(m["n"], m["unit"]) + (" plus tard" if m["side"].lower() in ("later", "after") else " plus tôt")


# Pattern, kind, French. Those in capitals only are names of days and months; the others may open a sentence.
_NAMED: tuple[tuple[str, str, Build], ...] = (
    (_LEAD + _DAILY, "time", _date),
    (_LEAD + _MONTHLY, "time", _date),
    (rf"(?<!\w){_EDGE}(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his) )?{_DAY}{_PART}(?!\w)", "time", _weekday),
    (rf"(?<!\w)[Ii]n {_MONTH}{_Y}(?!\w)", "time", lambda m: "en " + _month(m)),
    (rf"(?<!\w){_MONTH},? (?P<y>(?:19|20)\d\d)(?!\w)", "time", _month),
    (rf"(?<!\w)(?:[Ii]n )?(?P<which>[Ll]ast|[Nn]ext) {_MONTH}(?!\w)", "time", _month_of),
    (r"(?<!\w)[Ii]n the (?:(?:early|late|mid) )?(?P<y>(?:1[89]|20)\d0)s(?!\w)", "time", lambda m: f"dans les années {m['y']}"),
    (r"(?<!\w)[Ii]n (?P<y>(?:19|20)\d\d)(?!\w)", "time", lambda m: f"en {m['y']}"),
    (rf"(?<![\w$])(?P<sign>US\$|[$€£¥₽]) ?(?P<n>\d[\d,]*(?:\.\d+)?){_SCALED}", "sum", _sum),
    (rf"(?<![\w.,]){_PLAIN}(?![\w,]|\.\d|-[a-z])", "number", lambda m: french_number(m[0])),
)
_COMMON: tuple[tuple[str, str, Build], ...] = (
    (rf"(?<!\w)(?P<which>last|next|this) (?P<unit>{'|'.join(_SPAN_UNITS)})(?!\w)", "time", _span_unit),
    (r"(?<!\w)(?P<n>\d{1,3})[- ]years?[- ]old(?!\w|-)", "age", lambda m: f"de {m['n']} ans"),
    (r"(?<!\w)aged (?P<n>\d{1,3})(?!\w|-)", "adverb", lambda m: f"âgé de {m['n']} ans"),
    (r"(?<=[a-z], )(?P<n>[1-9]\d)(?=,)", "adverb", lambda m: f"{m['n']} ans"),
    (rf"(?<!\w){_N} {_U} ago(?!\w)", "time", lambda m: "il y a " + _count(m["n"], m["unit"])),
    (rf"(?<!\w){_N} {_U} (?P<side>later|earlier|before|after)(?=[,.;]|$)", "time", _before_or_after),
    (rf"(?<!\w)for (?:the (?:last|past) )?{_N} {_U}(?!\w)", "time", lambda m: "pendant " + _count(m["n"], m["unit"])),
    (r"(?<!\w)(?:at )?(?P<h>\d{1,2})(?:[:.](?P<min>\d\d))? ?(?P<half>[ap]\.? ?m\.?)(?!\w)", "time", _hour),
    (r"(?<!\w)(?:" + "|".join(sorted(_TODAY, key=len, reverse=True)) + r")(?!\w)", "time", lambda m: _TODAY[m[0].lower()]),
)
_RULES = tuple(
    (re.compile(pattern, flags), kind, build)
    for rules, flags in ((_NAMED, 0), (_COMMON, re.IGNORECASE))
    for pattern, kind, build in rules
)


def find_wholes(text: str) -> Iterator[Whole]:
    """The leftmost, then the longest, without overlap, in order."""
    found = sorted(
        (Whole(m.start(), m.end(), build(m), kind) for pattern, kind, build in _RULES for m in pattern.finditer(text)),
        key=lambda w: (w.start, -w.end),
    )
    done = 0
    for whole in found:
        if whole.start >= done:
            done = whole.end
            yield whole
