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

_N_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
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


_ANY_MONTH = _MONTH.replace("?P<month>", "?:")
_WRITTEN = r"\d{1,2}(?:st|nd|rd|th)?"
# A day with its month, as a dateline or a stamp has it.
DATE = re.compile(
    r"(?:on )?(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?"
    rf"(?:{_WRITTEN}(?: of)? {_ANY_MONTH}|{_ANY_MONTH} {_WRITTEN}(?!\d))"
    r"(?:,? (?:19|20)\d\d)?"
)


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
    part = f" {_PARTS[m['part'].lower()]}" if m["part"] else _edge(m)
    return _day(m) + which + part


def _edge(m: re.Match[str]) -> str:
    """ "early Monday" -> "lundi matin", "late on Monday" -> "lundi soir"."""
    edge = m["edge"].strip().lower()
    return " matin" if edge.startswith(("early", "in the early")) else " soir" if edge.startswith("late") else ""


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


_ABOUT = r"(?:at )?(?:(?P<about>about|around|approximately|roughly|(?:shortly|just|soon) (?:after|before)|at) )?"


def _about(m: re.Match[str]) -> str:
    """ "around 9pm" -> "vers"; nothing in brackets: "(12:00 GMT)"."""
    about = (m["about"] or "").lower()
    if about.endswith(("after", "before")):
        return "peu après " if about.endswith("after") else "peu avant "
    bracketed = m.string[m.start() - 1 : m.start()] in ("(", "/")
    return "vers " if about not in ("", "at") else "" if bracketed else "à "


def _hour(m: re.Match[str]) -> str:
    """ "at 5:30 p.m." -> "à 17 h 30", with the stop of the sentence that English leaves out."""
    hour, minute = int(m["h"]), m["min"] or ""
    half = m["half"].lower().replace(".", "").replace(" ", "")
    hour = hour % 12 + (12 if half == "pm" else 0)
    return _about(m) + _clock(hour, minute) + _local(m) + ("." if m.end() == len(m.string) and m["half"].endswith(".") else "")


def _clock(hour: int, minute: str) -> str:
    """ "17 h 30", "17 heures"."""
    return f"{hour} h {minute}" if minute.strip("0") else f"{hour} heure{'s' if hour > 1 else ''}"


def _hour_of_day(m: re.Match[str]) -> str:
    return _about(m) + _clock(int(m["h"]), m["min"]) + (_local(m) if "local" in m.groupdict() else "")


def _local(m: re.Match[str]) -> str:
    return " heure locale" if m["local"] else ""


def _oclock(m: re.Match[str]) -> str:
    hour = int(_NUMBERS.get(m["h"].lower(), m["h"]))
    late = (m["side"] or "").lower() in ("in the afternoon", "in the evening", "at night")
    return _about(m) + _clock(hour + 12 * (late and hour < 12), "")


_TURNS = {"noon": "midi", "midday": "midi", "midnight": "minuit", "dawn": "l'aube", "sunrise": "l'aube"}


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
    money = _SIGNS[m["sign"]]
    if not scale:
        return f"{number} {money}"
    link = "d'" if money == "euros" else "de "
    return f"{number} {scale}{'s' if many else ''} {link}{money}"


_TODAY = {
    "today": "aujourd'hui", "yesterday": "hier", "tomorrow": "demain", "tonight": "ce soir", "last night": "hier soir",
    "overnight": "dans la nuit", "this morning": "ce matin", "this afternoon": "cet après-midi", "this evening": "ce soir",
    "yesterday morning": "hier matin", "yesterday evening": "hier soir", "yesterday afternoon": "hier après-midi",
    "at dawn": "à l'aube", "at noon": "à midi", "at midnight": "à minuit", "in the morning": "le matin",
    "in the evening": "le soir", "in the afternoon": "l'après-midi", "at night": "la nuit", "in the night": "dans la nuit",
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ONES = tuple("one two three four five six seven eight nine".split())
_DOZENS = {"two": "deux", "three": "trois", "four": "quatre", "five": "cinq", "six": "six"}
_H24 = r"(?P<h>[01]?\d|2[0-3])[:.]?(?P<min>[0-5]\d)"
_LOCAL = r"(?P<local> local time)?"
_ZONE = r"GMT|UTC|BST|CET|CEST|E[SD]?T|P[SD]?T|local time|hrs|hours"
_PART = r"(?: (?P<part>morning|afternoon|evening|night))?"
_Y = r"(?:,? (?P<y>(?:19|20)\d\d))?"
_EDGE = r"(?P<edge>(?:(?:[Ee]arly|[Ll]ate) )?(?:[Oo]n |[Ii]n the early hours of )?)"

_MONTHLY = rf"{_MONTH} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_Y}(?![\w,.]*\d)(?!\w)"  # "March 3, 2024", and no "March 3.5"
_DAILY = rf"(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}{_Y}(?!\w)"
_LEAD = rf"(?<!\w){_EDGE}(?:{_DAY}{_PART},? )?"
_SCALED = r"(?: ?(?P<scale>million|billion|trillion|bn|[mMB])(?!\w))?"
_COUNTED = "|".join(
    f"(?<={w} )" for w in (r"[\d%mk]", "bn", "lion", "euros", "dollars", "pounds", "percent", "times", "tonnes", "once", "twice")
)
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
    (r"(?<!\w)[Ii]n (?P<y>1[1-9]\d\d|20\d\d)(?!\w)", "time", lambda m: f"en {m['y']}"),
    (rf"(?<![\w$])(?P<sign>US\$|[$€£¥₽]) ?(?P<n>\d[\d,]*(?:\.\d+)?){_SCALED}", "sum", _sum),
    (rf"(?<![\w.,]){_PLAIN}(?![\w,]|\.\d|-[a-z])", "number", lambda m: french_number(m[0])),
)
_LENGTHS = {
    "foot": "pieds", "feet": "pieds", "ft": "pieds", "inch": "pouces", "mile": "miles", "metre": "mètres", "meter": "mètres",
    "km": "kilomètres", "kilometre": "kilomètres", "kilometer": "kilomètres", "acre": "acres", "ton": "tonnes", "tonne": "tonnes",
    "pound": "livres", "euro": "euros", "dollar": "dollars", "percent": "pour cent", "point": "points", "page": "pages",
    "second": "secondes", "minute": "minutes", "hour": "heures", "day": "jours", "night": "nuits", "week": "semaines",
    "month": "mois", "year": "ans", "storey": "étages", "story": "étages", "floor": "étages", "room": "pièces", "bed": "lits",
    "seat": "places", "man": "hommes", "member": "membres", "nation": "pays", "country": "pays", "state": "États",
    "car": "voitures",
    "mph": "miles à l'heure", "kph": "km/h", "lb": "livres", "lbs": "livres",
    "degree": "degrés", "lap": "tours", "goal": "buts",
    "match": "matchs", "game": "matchs", "set": "sets", "vote": "voix", "strong": "personnes",
}  # fmt: skip


def _measured(m: re.Match[str]) -> str:
    number = french_number(_NUMBERS.get(m["n"].lower(), m["n"]))
    if m["unit"].lower() == "magnitude":
        return f"de magnitude {number}"
    return f"de {number} {_LENGTHS[m['unit'].lower()]}"


_COMMON: tuple[tuple[str, str, Build], ...] = (
    (r"(?<![\w.,])(?P<n>\d[\d,]*(?:\.\d+)?) ?(?P<unit>ft|mph|kph|lbs?)(?!\w)", "sum", lambda m: _measured(m).removeprefix("de ")),
    (rf"(?<!\w)a record(?= \d| (?:{'|'.join(_NUMBERS)})\b)", "adverb", lambda m: "un nombre record de"),
    (rf"(?<!\w)an? (?:further|additional|extra|more)(?= \d| (?:{'|'.join(_NUMBERS)})\b)", "adverb", lambda m: "encore"),
    (rf"(?:{_COUNTED})(?:a|per|each) {_U}(?!\w| ago| earlier| later)", "adverb", lambda m: "par " + _UNITS[m["unit"].lower()]),
    (rf"(?<!\w)(?P<which>last|next|this) (?P<unit>{'|'.join(_SPAN_UNITS)})(?!\w)", "time", _span_unit),
    (r"(?<!\w)(?P<n>\d{1,3})[- ]years?[- ]old(?!\w|-)", "age", lambda m: f"de {m['n']} ans"),
    (r"(?<!\w)aged (?P<n>\d{1,3})(?!\w|-)", "adverb", lambda m: f"âgé de {m['n']} ans"),
    (r"(?<=[a-z], )(?P<n>[1-9]\d)(?=,)", "adverb", lambda m: f"{m['n']} ans"),
    (rf"(?<!\w){_N} {_U} ago(?!\w)", "time", lambda m: "il y a " + _count(m["n"], m["unit"])),
    (rf"(?<!\w){_N} {_U} (?P<side>later|earlier|before|after)(?=[,.;]|$)", "time", _before_or_after),
    (rf"(?<!\w)for (?:the (?:last|past) )?{_N} {_U}(?!\w)", "time", lambda m: "pendant " + _count(m["n"], m["unit"])),
    (rf"(?<!\w){_ABOUT}(?P<h>\d{{1,2}})(?:[:.](?P<min>\d\d))? ?(?P<half>[ap](?:\. ?m\.|m))(?!\w){_LOCAL}", "time", _hour),
    (rf"(?<!\w){_ABOUT}{_H24}(?= ?(?:{_ZONE})\b){_LOCAL}", "time", _hour_of_day),
    (
        rf"(?<!\w)(?=at|about|around|shortly|just|soon){_ABOUT}(?P<h>[01]?\d|2[0-3]):(?P<min>[0-5]\d)(?![\d:])",
        "time",
        _hour_of_day,
    ),
    (rf"(?<!\w){_ABOUT}{_N.replace('<n>', '<h>')} o['’]clock(?: (?P<side>in the \w+|at night))?(?!\w)", "time", _oclock),
    (
        rf"(?<!\w)(?=about|around|shortly|just|soon){_ABOUT}(?P<turn>{'|'.join(_TURNS)})(?!\w)",
        "time",
        lambda m: _about(m) + _TURNS[m["turn"].lower()],
    ),
    (
        rf"(?<!\w)(?P<tens>{'|'.join(_TENS)})-(?P<ones>{'|'.join(_ONES)})(?!\w|-)",
        "number",
        lambda m: str(_TENS[m["tens"].lower()] + int(_NUMBERS[m["ones"].lower()])),
    ),
    (
        r"(?<!\w)(?P<n>two|three|four|five|six) dozen(?= (?!of )[a-z])",
        "number",
        lambda m: f"{_DOZENS[m['n'].lower()]} douzaines de",
    ),
    (r"(?<!\w)(?:" + "|".join(sorted(_TODAY, key=len, reverse=True)) + r")(?!\w)", "time", lambda m: _TODAY[m[0].lower()]),
)
_RULES = tuple(
    (re.compile(pattern, flags), kind, build)
    for rules, flags in ((_NAMED, 0), (_COMMON, re.IGNORECASE))
    for pattern, kind, build in rules
)


_HYPHENED = (
    (
        re.compile(
            rf"(?<!\w)(?P<n>\d[\d,.]*|{_N_WORDS})-(?P<unit>magnitude|{'|'.join(_LENGTHS)})(?:[- ](?:long|wide|high))?(?!\w|-)",
            re.IGNORECASE,
        ),
        "age",
        _measured,
    ),
)


def find_wholes(text: str) -> Iterator[Whole]:
    """The leftmost, then the longest, without overlap, in order."""
    rules = (*_RULES, *_HYPHENED) if "-" in text else _RULES
    found = sorted(
        (Whole(m.start(), m.end(), build(m), kind) for pattern, kind, build in rules for m in pattern.finditer(text)),
        key=lambda w: (w.start, -w.end),
    )
    done = 0
    for whole in found:
        if whole.start >= done:
            done = whole.end
            yield whole
