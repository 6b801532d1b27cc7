"""Numbers of which one affair has one, told once in each report: the magnitude, the ransom, the part of the staff on strike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.acts.families import kinds
from recoupe.match.acts.idiom import plain_turn
from recoupe.match.acts.slots import days_between
from recoupe.match.count.dimensions import as_sum, compare_sizes, dimension, exclude_sizes, size
from recoupe.match.count.gaugewords import by_unit, gauge_of, titles, ways, whose
from recoupe.match.count.populations import MONEY
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, fitting, shown, touches
from recoupe.parse.document import Parsed
from recoupe.types import Bound, Difference, Figure, SlotVerdict, Span

_FRACTION = re.compile(
    r"(?P<bound>plus d(?:'|es?|u) ?|près d(?:'|es?|u) ?|moins d(?:'|es?|u) ?|environ |presque |à peine )?"
    r"(?P<part>(?:(?:un|le) )?quart|(?:(?:un|le) )?tiers|la moitié|trois quarts|deux tiers|un cinquième|un dixième|un sixième|"
    r"deux cinquièmes|trois cinquièmes|quatre cinquièmes|"
    r"un huitième)(?= d| pour|[,.;:)]|$)"
)
_PARTS = {
    "quart": 25.0,
    "tiers": 33.33,
    "moitié": 50.0,
    "trois quarts": 75.0,
    "deux tiers": 66.67,
    "un cinquième": 20.0,
    "un dixième": 10.0,
    "un sixième": 16.67,
    "un huitième": 12.5,
    "deux cinquièmes": 40.0,
    "trois cinquièmes": 60.0,
    "quatre cinquièmes": 80.0,
}
# Numbers that no figure holds, or without their unit: "43,1°C", "4,6 sur l'échelle de Richter".
_WRITTEN = re.compile(r"(?<![\w,.])(?P<n>\d{1,3}(?:[,.]\d+)?)(?: ?°c?(?!\w)|(?P<shock> sur l'échelle (?:ouverte )?de richter))")
_SCOPES = frozenset("monde france europe planète pays région département ville trimestre semestre mois année jour".split())
_SIZES = frozenset("longueur largeur hauteur profondeur poids taille surface superficie volume fond distance dimension".split())
_AT_PLACE = frozenset(("heat", "rain", "snow", "crest"))  # read off in every town
_SHOCK = 0.6  # by how much two magnitudes of one quake may differ
_SLACK, _NEARLY = 0.06, 0.12  # part of itself that "un quart", "près d'un quart" may be off
_CHANGED = re.compile(
    r"(?i)\b(?:ramen|abaiss|rédui|relev|port|pass|rev|augment|rehauss|doubl|tripl|baiss|diminu)(?:[éui]|ite|it)e?s? "
    r"(?:depuis |finalement |désormais |ensuite |hier )?(?:de [\w ,.]{1,24} )?à (?:plus de |près de |environ )?$"
    r"|\bdésormais (?:de |à )?$"
)
_DAYS, _SIDES, _LASTING = 7, 4, 90  # days between two reports: of what changes, of what changes from day to day, of what stays
_HEAD = 4  # sentences that tell what a report is about
_FAR = 4  # times as large: another thing


@dataclass(frozen=True, slots=True)
class Reading:
    """So much on this gauge, in these words."""

    gauge: str
    span: Span
    low: float
    high: float
    figure: Figure | None
    exact: float
    plain: bool  # an exact number, that another may contradict
    names: frozenset[str] = frozenset()  # of its sentence, where several such things may be told of

    def meets(self, other: Reading) -> bool:
        """Can both be one number?"""
        if self.figure and other.figure and self.figure.unit != "%":
            rounds = self.figure.unit != "magnitude"
            return compare_sizes(self.figure, other.figure, rounds=rounds) in ("same", "refined")
        return self.low <= other.high and other.low <= self.high

    def excludes(self, other: Reading) -> bool:
        """Can they never be one number?"""
        if self.figure and other.figure:
            return exclude_sizes(self.figure, other.figure)
        return self.plain and other.plain and not self.meets(other)


def draft_gauges(desk: Desk, told: Sequence[Draft]) -> Iterator[Draft]:
    """One matter for each gauge of which two reports give one number each, but for the numbers already told."""
    known = {s for d in told if len(d.reports) > 1 for x in d.differences for v in x.values for s in v.evidence}
    found: dict[str, dict[str, list[Reading]]] = defaultdict(lambda: defaultdict(list))
    for report in sorted(desk.readings):
        for reading in find_gauges(desk, report) if len(desk.related[report]) > 1 else ():
            found[reading.gauge][report].append(reading)
    for gauge in sorted(found):
        ones = {r: rows[0] for r, rows in found[gauge].items() if all(a.meets(b) for a in rows for b in rows)}
        for group in fitting((ones[r] for r in sorted(ones)), partial(_is_one, desk)):
            if len(group) > 1 and not all(touches(r.span, known) for r in group) and (draft := _draft(desk, gauge, group)):
                yield draft


def find_gauges(desk: Desk, report: str) -> Iterator[Reading]:
    """The numbers of a report that belong to one gauge by their unit and the words of their clause."""
    reading = desk.readings[report]
    text = plain_turn(reading.report.text)
    ends = [f.span.end for f in reading.figures]
    for figure in map(as_sum, reading.figures):
        if dimension(figure.unit) not in ("", "money") and not _has_its_unit(reading.parsed, figure):
            continue
        value = figure.low if figure.low is not None else figure.high
        kind = "money" if figure.unit in MONEY else figure.unit
        if value is None or kind not in by_unit():
            continue
        if gauge := gauge_of(text, figure.span, kind, ends):
            low, high = _interval(value, figure.bound, reading.report.text[figure.span.start : figure.span.end])
            names = _holders(desk, gauge, figure.span)
            yield Reading(gauge, figure.span, low, high, figure, value, figure.bound == "exact", names)
    yield from _written(desk, report, text)
    for match in _FRACTION.finditer(text):
        span = Span(report, match.start(), match.end())
        value = _PARTS.get(match["part"]) or _PARTS[match["part"].rsplit(" ", 1)[-1]]
        if gauge := gauge_of(text, span, "%"):
            yield Reading(gauge, span, *_fraction(value, (match["bound"] or "")[:4]), None, value, plain=False)


def _has_its_unit(parsed: Parsed, figure: Figure) -> bool:
    """Does the unit stand right behind the number? "longue de neuf mètres, pliée en deux": the second has none."""
    return 0 <= figure.head < len(parsed.words) and 0 <= parsed.words[figure.head].start - figure.span.end <= 1


def _written(desk: Desk, report: str, text: str) -> Iterator[Reading]:
    """Degrees and magnitudes written by sign or scale, where no figure has told them with their unit."""
    taken = {f.span.start for f in desk.readings[report].figures if f.unit in ("degré", "magnitude")}
    for match in _WRITTEN.finditer(text):
        unit = "magnitude" if match["shock"] else "degré"
        if match.start() in taken or unit not in by_unit():
            continue
        span = Span(report, match.start(), match.end("n") if match["shock"] else match.end())
        if gauge := gauge_of(text, span, unit):
            value = float(match["n"].replace(",", "."))
            names = _holders(desk, gauge, span)
            yield Reading(gauge, span, *_interval(value, "exact", match["n"]), None, value, plain=True, names=names)


def _holders(desk: Desk, gauge: str, span: Span) -> frozenset[str]:
    """Whose number it is, where one affair may have several such numbers."""
    kind = whose()[gauge]
    return _names(desk, span) if kind == "named" else _things(desk, span) if kind == "kin" else frozenset()


def _names(desk: Desk, span: Span) -> frozenset[str]:
    """Names in the sentence of a number, who its pronouns and descriptions mean, with the words that tell its scope."""
    parsed = desk.readings[span.report].parsed
    words = parsed.at(span.start, span.end)
    if not words:
        return frozenset()
    sentence = parsed.sentence_of(words[0])
    held = parsed.words[sentence.first : sentence.last]
    told = (m.actor for m in desk.readings[span.report].mentions if sentence.start <= m.span.start < sentence.end)
    named = frozenset(a for a in told if a in desk.actors and desk.actors[a].kind in ("person", "place", "organisation"))
    return named | frozenset(
        plain(w.text) for w in held if w.pos == "PROPN" and len(w.text) > 2 and w.text[0].isupper() or w.lemma in _SCOPES
    )


def _things(desk: Desk, span: Span) -> frozenset[str]:
    """The nouns of the sentence of a number, and the kinds of things that they are."""
    parsed = desk.readings[span.report].parsed
    words = parsed.at(span.start, span.end)
    sentence = parsed.sentence_of(words[0]) if words else None
    held = parsed.words[sentence.first : sentence.last] if sentence else ()
    nouns = (plain(w.lemma) for w in held if w.pos == "NOUN" and len(w.lemma) > 2 and not dimension(w.lemma.lower()))
    told = frozenset(nouns) - news_words() - function_words() - _SIZES
    return told | frozenset(k for k in kinds(told) if k[0] != "@")


def _share_a_name(desk: Desk, a: Reading, b: Reading) -> bool:
    """Do both sentences name one and the same, no other person, and no two scopes ("en France", "dans le monde")?"""
    if whose()[a.gauge] == "kin":
        return bool(a.names & b.names)
    sorts = ("place",) if a.gauge in _AT_PLACE else ("person",)
    told = frozenset(n for n in a.names | b.names if n in desk.actors and desk.actors[n].kind in sorts)
    for kept in (_SCOPES, told):
        left, right = a.names & kept, b.names & kept
        if left and right and left != right:
            return False
    return bool((a.names & b.names) - _SCOPES) or a.gauge not in _AT_PLACE and _is_of_main(desk, a, b)


def _is_of_main(desk: Desk, a: Reading, b: Reading) -> bool:
    """ "La dette courait à …": a sentence that names nobody, in a report that speaks of whom the other's head and number tell."""
    if bool(a.names - _SCOPES) == bool(b.names - _SCOPES):
        return False
    named, other = (a, b) if a.names - _SCOPES else (b, a)
    main = named.names & _main_actors(desk, named.span.report)
    return any(plain(desk.actors[m].name) in desk.plain_text(other.span.report) for m in main)


def _main_actors(desk: Desk, report: str) -> frozenset[str]:
    """The persons and bodies that a report mentions at its head."""
    reading = desk.readings[report]
    end = reading.parsed.sentences[min(_HEAD, len(reading.parsed.sentences)) - 1].end if reading.parsed.sentences else 0
    told = frozenset(m.actor for m in reading.mentions if m.span.start < end and m.form != "pronoun" and m.actor in desk.actors)
    return frozenset(a for a in told if desk.actors[a].kind in ("person", "organisation"))


def _interval(value: float, bound: Bound, words: str) -> tuple[float, float]:
    decimals = len(match[1]) if (match := re.search(r"[,.](\d+)", words)) else 0
    half = 0.5 * 10.0**-decimals
    if bound in ("more_than", "at_least"):
        return value, value * 1.2
    if bound in ("less_than", "at_most"):
        return value / 1.2, value
    return (value * (1 - _NEARLY), value * (1 + _NEARLY)) if bound == "about" else (value - half, value + half)


def _fraction(value: float, bound: str) -> tuple[float, float]:
    if bound == "plus":
        return value, value * 1.2
    if bound in ("près", "moin", "pres", "à pe"):
        return value * (1 - _NEARLY), value
    return value * (1 - _SLACK), value * (1 + _SLACK)


def _is_one(desk: Desk, a: Reading, b: Reading) -> bool:
    """May both be read off one gauge: one affair, the same days, one unit, no other order of size?"""
    if b.span.report not in desk.related[a.span.report] or not _is_of_one_dimension(a, b):
        return False
    days = [d for r in (a, b) if (d := desk.published(r.span.report)) and d.earliest and d.latest]
    most = {"sides": _SIDES, "fixed": _LASTING}.get(ways()[a.gauge], _DAYS)
    near = len(days) < 2 or days_between(days[0], days[1]) <= most
    if whose()[a.gauge] and not _share_a_name(desk, a, b):
        return False
    if a.gauge == "magnitude" and abs(a.exact - b.exact) > _SHOCK:
        return False  # the quake and an aftershock
    sizes = [size(r.figure) if r.figure else r.exact for r in (a, b)]
    return near and max(sizes) <= _FAR * min(sizes) and (a.meets(b) or ways()[a.gauge] != "agree")


def _is_of_one_dimension(a: Reading, b: Reading) -> bool:
    """Are both in units of one dimension, or in none ("voitures", "véhicules"); a bare sum in any currency?"""
    units = {r.figure.unit for r in (a, b) if r.figure} - {"sum"}
    return len({dimension(u) for u in units}) < 2


def _draft(desk: Desk, gauge: str, group: Sequence[Reading]) -> Draft | None:
    verdict = _verdict(desk, gauge, group)
    if verdict is None:
        return None
    spans = [r.span for r in sorted(group, key=lambda r: (desk.order[r.span.report], r.span))]
    numbers = dict.fromkeys(" ".join(desk.text(s).split()).lower() for s in spans)
    title = f"{titles()[gauge]} : {(', puis ' if verdict == 'updated' else ' / ').join(numbers)}"
    difference = Difference("figure", verdict, shown(desk, spans))
    return draft_values(desk, "gauge", title, difference, disputed=verdict == "wording")


def _verdict(desk: Desk, gauge: str, group: Sequence[Reading]) -> SlotVerdict | None:
    if all(a.meets(b) for a in group for b in group):
        return "same" if len({(r.exact, r.low, r.high) for r in group}) == 1 else "refined"
    way = ways()[gauge]
    if way == "sides":
        return "wording"
    if way == "moves":
        days = {desk.order[r.span.report][0] for r in group}
        return "updated" if len(days) == len(group) and "" not in days else None
    if any(_is_changed(desk, r) for r in group):
        days = {desk.order[r.span.report][0] for r in group}
        return "updated" if len(days) > 1 and "" not in days else None
    return "contradicted" if any(a.excludes(b) for a in group for b in group) else None


def _is_changed(desk: Desk, reading: Reading) -> bool:
    """ "ramenée à 800 000 euros": do the words before it say that it was another number before?"""
    span = reading.span
    return bool(_CHANGED.search(desk.readings[span.report].report.text, max(0, span.start - 40), span.start))
