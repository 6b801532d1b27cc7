"""Lengths of time as a report words them: "3 minutes et 48 secondes", "un peu plus d'un an et demi", "depuis 2014"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from recoupe.lang.nouns import actor_nouns
from recoupe.match.desk import Desk
from recoupe.match.readings import Reading
from recoupe.match.when.lengths import DAY, SECONDS, reach, things_near
from recoupe.parse.document import Parsed
from recoupe.types import Figure, Span

_BEFORE = re.compile(
    r"(?i)(?:\b(?:il y a|voici|voilà|dans|d['’]ici|avant|sous|chaque|tous les|toutes les|dans les|ces|les|vers|dès)\s*"
    r"(?:près d[e'’] ?|environ |plus d[e'’] ?)?)$"
)
_BEHIND = re.compile(
    r"(?i)\s*(?:plus tard|plus tôt|après|avant|auparavant|fermes?\b|de (?:prison|réclusion|sursis)"
    r"|d['’]emprisonnement|avec sursis|du matin|du soir|d['’]avance|d['’]écart|par (?:jour|semaine|mois|an))"
)
_AWAY = re.compile(r"(?i)\bà $")
_FROM = re.compile(r" d(?:u|e la|e l['’]|es|e son|e sa|['’]une?)\b")
_PERSON = re.compile(r"(?P<noun>[\w-]+) (?:de |d['’])$")
_CLOCK = re.compile(r"(?i)\s*(?:h|heures?)\s*\d")
# Lengths that no figure holds: an article for the number, halves and quarters.
_ONE = re.compile(
    r"(?i)(?<![\w-])(?P<bound>(?:un peu )?plus d['’]|près d['’]|moins d['’]|environ )?"
    r"(?:(?P<half>(?:une? )?demi-(?P<of>heure|journée|siècle))|(?P<quarter>(?P<n>un|trois) quarts? d['’]heure)"
    r"|une? (?:bonne |petite |longue |grosse )?(?P<unit>minute|heure|journée|semaine|mois|an|année|décennie|siècle)"
    r"(?P<more> et demie?)?)(?! de (?:grève|blocage|mobilisation|manifestation|action|deuil))(?![\w-])"
)
_BOUNDS = {"plus": (1.0, 1.5), "un p": (1.0, 1.25), "près": (0.75, 1.0), "moin": (0.6, 1.0), "envi": (0.8, 1.2)}
_SINCE = re.compile(
    r"(?i)\bdepuis (?:le )?(?:\d{1,2}(?:er)? )?(?:(?:début |fin |mi-)?(?:janvier|février|mars|avril|mai|juin|juillet|août|"
    r"septembre|octobre|novembre|décembre) )?(?P<year>(?:19|20)\d\d)\b"
)
_FORTNIGHTS = {8.0: 1.2, 15.0: 1.2}  # "huit jours" are a week, "quinze jours" two
_WORKED = 5 / 7  # "deux semaines" of a trial are ten days of it
_LEAD = re.compile(r"(?i)(?:pendant|durant|depuis|en) ")
_LOOSE = re.compile(r"(?i)(?:un peu )?(?:plus|moins|près) d|environ |quelque |presque |une \w+aine d")
_ISO = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_MORE = re.compile(r"(?: et|,)? (?P<n>\d+) (?P<unit>mois|jour|heure|minute|seconde)s?\b")
_ISO_UNITS = ("an", "mois", "semaine", "jour", "heure", "minute", "seconde")
_JOIN = re.compile(r"(?:,| et)? ?$")
_ORDER = ("siècle", "décennie", "an", "année", "mois", "semaine", "jour", "heure", "minute", "seconde")


@dataclass(frozen=True, slots=True)
class Spell:
    """So long, in these words, with the lemmas of what lasted; seconds."""

    span: Span
    low: float
    high: float
    exact: float
    things: frozenset[str]
    aged: bool = False  # read as an age: of a thing only where its noun says so
    worked: float | None = None  # the least that weeks of work may be, against days and months
    loose: bool = False  # "près de 500 jours", "plus d'un demi-siècle"

    def meets(self, other: Spell) -> bool:
        """Can both be one length?"""
        return self.exact == other.exact or self._least(other) < other.high and other._least(self) < self.high

    def _least(self, other: Spell) -> float:
        """ "Cinq semaines" may be 25 days, but not "trois semaines"."""
        return self.low if self.worked is None or other.worked is not None else self.worked


def find_spells(desk: Desk, report: str) -> list[Spell]:
    """The lengths of time in a report, in order; no ages, no clock times, no points in time, no prison terms."""
    reading = desk.readings[report]
    text, parsed = reading.report.text, reading.parsed
    out = list(_whens(reading))
    for spell in (*_figures(reading), *_articles(text, parsed), *_since(desk, report)):
        if not any(s.span.start < spell.span.end and spell.span.start < s.span.end for s in out):
            out.append(spell)
    return sorted(out, key=lambda s: s.span)


def _figures(reading: Reading) -> Iterator[Spell]:
    text, parsed = reading.report.text, reading.parsed
    pieces = sorted((f for f in reading.figures if _unit(text, parsed, f)), key=lambda f: f.span)
    skip: set[str] = set()
    for n, figure in enumerate(pieces):
        if figure.id in skip:
            continue
        second = pieces[n + 1] if n + 1 < len(pieces) and _is_joined(text, parsed, figure, pieces[n + 1]) else None
        last = second or figure
        skip.add(last.id)
        if not _is_none(text, figure.span.start, _end(parsed, last)):
            yield _of_figures(text, parsed, figure, second)


def _unit(text: str, parsed: Parsed, figure: Figure) -> str:
    """The unit of time of a figure; "an" for what was read as an age but stands with no person ("inéligibilité de cinq ans")."""
    if not (figure.low or figure.high):
        return ""
    if figure.unit in SECONDS:
        return figure.unit
    return "an" if figure.unit == "âge" and text.startswith("ans", figure.span.end + 1) else ""


def _is_joined(text: str, parsed: Parsed, a: Figure, b: Figure) -> bool:
    """ "3 minutes" and "48 secondes" right behind it."""
    first, second = _unit(text, parsed, a), _unit(text, parsed, b)
    near = _end(parsed, a) <= b.span.start <= _end(parsed, a) + 4
    return (
        near
        and bool(_JOIN.fullmatch(text, _end(parsed, a), b.span.start))
        and _ORDER.index(_plain(first)) < _ORDER.index(_plain(second))
    )


def _plain(unit: str) -> str:
    return {"journée": "jour", "nuit": "jour"}.get(unit, unit)


def _end(parsed: Parsed, figure: Figure) -> int:
    """The end of a figure with its unit."""
    noun = parsed.words[figure.head].end if 0 <= figure.head < len(parsed.words) else 0
    return noun if figure.span.end <= noun <= figure.span.end + 20 else figure.span.end


def _is_none(text: str, start: int, end: int) -> bool:
    """A point in time, a clock time or a prison term."""
    if _AWAY.search(text, max(0, start - 4), start) and _FROM.match(text, end):
        return True  # "à deux jours de l'arrivée"
    person = _PERSON.search(text, max(0, start - 24), start)
    if person and person["noun"].lower() in actor_nouns():
        return True  # "une femme d'une quarantaine d'années"
    return bool(_BEFORE.search(text, max(0, start - 20), start) or _BEHIND.match(text, end) or _CLOCK.match(text, end))


def _of_figures(text: str, parsed: Parsed, figure: Figure, second: Figure | None) -> Spell:
    unit = _unit(text, parsed, figure)
    low, high, size = figure.low, figure.high, SECONDS[unit]
    exact = low if low is not None else high or 0.0
    span = Span(figure.span.report, figure.span.start, _end(parsed, second or figure))
    things = things_near(parsed, figure.span)
    if second:
        small = SECONDS[_unit(text, parsed, second)]
        total = exact * size + (second.low or second.high or 0.0) * small
        return Spell(span, total - small / 2, total + small / 2, total, things | things_near(parsed, second.span))
    slack = _FORTNIGHTS.get(exact, reach(exact, unit)) if unit == "jour" else reach(exact, unit)
    if figure.bound == "about":
        slack = max(slack, 0.2 * exact)
    elif figure.bound in ("at_least", "more_than", "at_most", "less_than"):
        slack = 0.0
    bottom = (low if low is not None else (high or 0.0) / 1.5) - slack
    top = (high if high is not None else (low or 0.0) * 1.5) + slack
    worked = bottom * size * _WORKED if unit == "semaine" else None
    return Spell(span, bottom * size, top * size, exact * size, things, figure.unit == "âge", worked, figure.bound != "exact")


def _whens(reading: Reading) -> Iterator[Spell]:
    """ "pendant 3 minutes et 48 secondes", "depuis dix mois": lengths that were read as times."""
    for when in reading.whens:
        iso = _ISO.fullmatch(when.duration or "")
        if not iso or not when.span or not any(iso.groups()):
            continue
        lead = _LEAD.match(reading.report.text, when.span.start, when.span.end)
        if lead is None:
            continue
        parts = [(float(n), unit) for n, unit in zip(iso.groups(), _ISO_UNITS, strict=True) if n]
        more = _MORE.match(reading.report.text, when.span.end)
        end = more.end() if more else when.span.end
        if more:
            parts.append((float(more["n"]), more["unit"]))
        total = sum(n * SECONDS[unit] for n, unit in parts)
        slack = reach(parts[-1][0], parts[-1][1]) * SECONDS[parts[-1][1]]
        span = Span(when.span.report, lead.end(), end)
        loose = bool(_LOOSE.match(reading.report.text, lead.end()))
        yield Spell(span, total - slack, total + slack, total, things_near(reading.parsed, span), loose=loose)


def _articles(text: str, parsed: Parsed) -> Iterator[Spell]:
    for match in _ONE.finditer(text):
        if _is_none(text, *match.span()):
            continue
        count = 0.5 if match["half"] else (0.25 if match["n"] == "un" else 0.75) if match["quarter"] else 1.0
        count += 0.5 if match["more"] else 0.0
        size = count * SECONDS[(match["unit"] or match["of"] or "heure").lower()]
        low, high = _BOUNDS.get((match["bound"] or "")[:4].lower(), (0.8, 1.2))
        span = Span(parsed.report, *match.span())
        yield Spell(span, low * size, high * size, size, things_near(parsed, span), loose=bool(match["bound"]))


def _since(desk: Desk, report: str) -> Iterator[Spell]:
    """ "depuis 2014": counted to the day of publication."""
    parsed, published = desk.readings[report].parsed, desk.published(report)
    if not published or not published.latest:
        return
    today = date.fromisoformat(published.latest[:10])
    for match in _SINCE.finditer(parsed.text):
        year = int(match["year"])
        low, high = ((today - day).days * DAY for day in (date(year, 12, 31), date(year, 1, 1)))
        span = Span(report, *match.span())
        if low > 0:
            yield Spell(span, low, high, (low + high) / 2, things_near(parsed, span))
