"""The line at the head of a page that prints its date: "Publié le 14/01/2026 à 18:42", "Le 24 janvier 2026 - Ouest Info".

It is known by its form: a date, with what a page sets beside one (a verb of publishing, an hour, an author, a name); no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from recoupe.lang.plain import plain

_HEAD = 8  # lines among which such a line stands
_BODY = 25  # words of a line with which the text has begun
_BESIDE = 7  # words that a page sets beside its date
_MONTHS = (
    "janvier janv jan january,février févr fév february feb,mars march mar,avril avr april apr,mai may,juin june jun,"
    "juillet juil july jul,août aout august aug,septembre sept september sep,octobre oct october,novembre nov november,"
    "décembre déc december dec"
)
_NUMBER = {plain(name): n for n, names in enumerate(_MONTHS.split(","), 1) for name in names.split()}
_MONTH = "|".join(sorted({m for names in _MONTHS.split(",") for m in names.split()}, key=lambda m: (-len(m), m)))
_DAY = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday "
    "lun mar mer jeu ven sam dim mon tue wed thu fri sat sun"
)
_DATE = (
    rf"(?:(?:le )?(?:{'|'.join(_DAY.split())})\.?,? )?(?:le |the )?"
    rf"(?:(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)? (?:de )?(?P<month>{_MONTH})\.?,? (?P<year>(?:19|20)\d\d)"
    rf"|(?P<month2>{_MONTH})\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?, (?P<year2>(?:19|20)\d\d)"
    r"|(?P<day3>\d{1,2})(?P<mark>[/.-])(?P<month3>\d{1,2})(?P=mark)(?P<year3>(?:19|20)\d\d)"
    r"|(?P<year4>(?:19|20)\d\d)-(?P<month4>\d\d)-(?P<day4>\d\d)(?:T[\d:.+Z-]*)?)"
)
_TIME = r"(?:,? ?(?:à|at|-|–|—|\||·|•)? ?\d{1,2} ?(?:h|:|heures?) ?(?:\d\d)?(?::\d\d)?(?: ?(?:am|pm|gmt|utc|cet|cest))?)?"
_UPDATED = r"mise? (?:à|a) jour|actualisée?|modifiée?|màj|maj|updated|last updated|dernière mise à jour"
_PUBLISHED = r"publiée?|publication|postée?|parue?|parution|mise? en ligne|écrit|date|published|posted"
_LEAD = rf"(?:(?:(?P<printed>{_PUBLISHED})|(?P<updated>{_UPDATED})) ?:? ?(?:le |on )?)?"
_MARK = r"[-–—|·•,:/(]"
_SET_APART = frozenset("-–—|·•/(")  # not "13 novembre 2015 : Paris", which heads a text
_NUMERIC = re.compile(r"\b(?:0?\d|1[0-2])[/.-](?:0?\d|1[0-2])[/.-](?:19|20)\d\d")
_LINE = re.compile(rf"(?i){_LEAD}{_DATE}{_TIME}(?P<rest>.*)")
_SMALL = frozenset(
    "par de du la le les l d des et avec the by of en pour sur rédaction staff newsroom nos notre envoyé envoyée envoyés spécial "
    "spéciale spéciaux correspondant correspondante correspondants".split()
)
_ENDS = " .,;:-–—|·•()[]*_#\u200b"


def printed_day(text: str, lang: str | None = None) -> tuple[date, str] | None:
    """The day that a line at the head of a text prints, with that line; what was published before what was updated.

    In an English text "03/04/2026" is two days, hence none.

    >>> printed_day("Publié le 14/01/2026 à 18:42\\n\\nUn sirop est retiré de la vente.")
    (datetime.date(2026, 1, 14), 'Publié le 14/01/2026 à 18:42')
    >>> printed_day("Le 24 janvier 2026, la tour de Corvel s'est effondrée.")
    """
    told = enumerate(_lines(text))
    found = [(updated, n, day, line) for n, (day, line, updated) in told if lang != "en" or not _NUMERIC.search(line)]
    return min(found)[2:] if found else None


def is_date_line(line: str) -> bool:
    """Does a line print the date of its page, and nothing else?"""
    return _read(line) is not None


def is_byline(line: str) -> bool:
    """Does a line name its author, and nothing else: "Par la rédaction avec l'ANP"?"""
    words = line.strip(_ENDS)
    return bool(re.match(r"(?i)(?:par|by) ", words)) and _is_name(words)


def _lines(text: str) -> Iterator[tuple[date, str, bool]]:
    shown = [stripped for line in text.split("\n", 4 * _HEAD)[: 4 * _HEAD] if (stripped := line.strip())]
    for line in shown[:_HEAD]:
        if len(line.split()) > _BODY:
            return
        if found := _read(line):
            yield found[0], line, found[1]


def _read(line: str) -> tuple[date, bool] | None:
    """The day of such a line, and whether it is that of an update."""
    line = " ".join(line.split()).strip(_ENDS)
    if len(line.split()) > _BODY:
        return None
    match = _LINE.match(line)
    before = ""
    if match is None:
        match = next((m for m in _LINE.finditer(line) if m.start() and re.search(rf"(?:{_MARK} ?|\s)$", line[: m.start()])), None)
        before = line[: match.start()] if match else ""
    if match is None or not _is_beside(before.rstrip(), match["printed"] or match["updated"]) or not _is_rest(match["rest"]):
        return None
    try:
        return _day(match), match["updated"] is not None
    except (KeyError, ValueError):
        return None


def _day(match: re.Match[str]) -> date:
    year, month, day = next(
        (match[f"year{n}"], match[f"month{n}"], match[f"day{n}"]) for n in ("", "2", "3", "4") if match[f"year{n}"]
    )
    return date(int(year), int(month) if month.isdigit() else _NUMBER[plain(month.lower())], int(day))


def _is_beside(words: str, told: str | None) -> bool:
    """Nothing, or the name of a paper or an author and a mark: "Ouest Info |", "Par Jean Roux,"."""
    if not words:
        return True
    return (words[-1] in "-–—|·•,:/(" or told is not None) and _is_name(words)


def _is_rest(rest: str) -> bool:
    """Nothing, another hour or date, or a mark and a name."""
    mark, rest = rest.strip()[:1], rest.strip(_ENDS)
    if not rest:
        return True
    if re.match(rf"(?i)(?:{_PUBLISHED}|{_UPDATED}|temps de lecture|lecture|\d+ min|par|by)\b", rest):
        return True
    return mark in _SET_APART and _is_name(rest)


def _is_name(words: str) -> bool:
    """Capitals and small words only: no sentence."""
    told = re.findall(r"[^\W\d_]+", words)
    return 0 < len(told) <= _BESIDE and all(w[0].isupper() or w.lower() in _SMALL for w in told)
