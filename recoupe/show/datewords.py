"""Dates in EDTF (ISO 8601-2) as a reader says them, in French and English."""

from __future__ import annotations

import datetime
import re

from recoupe.show.words import say


def date_words(value: str | None, lang: str = "fr", *, weekday: bool = True) -> str:
    """An EDTF date as a reader says it; what is not such a date comes back as it is."""
    if not value:
        return say("undated", lang)
    left, slash, right = value.partition("/")
    if not slash:
        return _one_date(value, lang, weekday)
    if left in ("..", ""):
        return _bound("until", right, lang, weekday)
    if right in ("..", ""):
        return _bound("from", left, lang, weekday)
    return f"{_one_date(left, lang, weekday)} – {_one_date(right, lang, weekday)}"


def _bound(word: str, value: str, lang: str, weekday: bool) -> str:
    """An interval open on one side: "jusqu’au 17 juin 2004", "jusqu’en 2004"."""
    key = f"{word}.day" if re.fullmatch(r"\d{4}-\d\d-\d\d.*", value) else word
    return f"{say(key, lang)} {_one_date(value, lang, weekday)}"


def _one_date(value: str, lang: str, weekday: bool) -> str:
    """One EDTF date without an interval."""
    match = _EDTF.fullmatch(value)
    if match is None:
        return value
    year, month, day, hour, minute, mark = match.groups()
    text = year.lstrip("0") or "0"
    if month in _SEASONS[lang]:
        text = f"{_SEASONS[lang][month]} {text}"
    elif month is not None and 1 <= int(month) <= 12:
        text = f"{_MONTHS[lang][int(month) - 1]} {text}"
        if day is not None:
            text = _day(value[:10], text, int(day), lang, weekday)
    if hour is not None:
        text += f", {hour} h {minute}" if lang == "fr" else f", {hour}:{minute}"
    return f"{text} (?)" if mark else text


def _day(iso: str, month_year: str, day: int, lang: str, weekday: bool) -> str:
    """A full date with its weekday."""
    number = "1er" if lang == "fr" and day == 1 else str(day)
    try:
        name = _DAYS[lang][datetime.date.fromisoformat(iso).weekday()]
    except ValueError:  # 30 February: shown as written
        return f"{number} {month_year}"
    return f"{name} {number} {month_year}" if weekday else f"{number} {month_year}"


_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_DAYS = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
_SEASONS = {
    "fr": {"21": "printemps", "22": "été", "23": "automne", "24": "hiver"},
    "en": {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"},
}
_EDTF = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?([~?%])?")
