"""Numbers of which one affair has one, told once in each report: the magnitude, the ransom, the part of the staff on strike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, fitting, shown, touches
from recoupe.match.idiom import plain_turn, turn
from recoupe.match.populations import MONEY
from recoupe.match.slots import compare_figures, days_between
from recoupe.types import Bound, Difference, Figure, SlotVerdict, Span

COLUMNS = ("gauge", "units", "words", "way", "whose", "title", "example")
_FRACTION = re.compile(
    r"(?P<bound>plus d['e] ?|près d['e] ?|moins d['e] ?|environ |presque |à peine )?(?P<part>(?:un|le) quart|(?:un|le) tiers|"
    r"la moitié|trois quarts|deux tiers|un cinquième|un dixième|un sixième|deux cinquièmes|trois cinquièmes|quatre cinquièmes|"
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
_AT_PLACE = frozenset(("heat", "rain", "snow", "crest"))  # read off in every town
_SHOCK = 0.6  # by how much two magnitudes of one quake may differ
_SLACK, _NEARLY = 0.06, 0.12  # part of itself that "un quart", "près d'un quart" may be off
# Numbers asked for, possible, of other times or of other shocks.
_UNREAL = re.compile(
    r"\b(?:requ(?:is|ér|iert)\w*|risqu\w+|encour\w+|réplique\w*|(?:nouvelle|autre|seconde|deuxième) secousse|"
    r"(?:autre|second) séisme|jusqu'à|maximum|maximale?|en (?:19|20)\d\d|il y a|d'abord|l'an (?:dernier|passé)|initialement|"
    r"au lieu d|contre \d|habituel\w*|pourrai\w+|objectif|prévoi\w*|prévisions?|précédent\w*)"
)
_ASKED = re.compile(r"\b(?:demand\w+|réclam\w+|exig\w+|propos\w+|souhait\w+)")
_ORDERED = frozenset(("fine", "bail", "redress"))  # what a court orders is not what a party asks
_CLAUSE = re.compile(r"[;:.!?«»()\n]| (?:et|mais|alors que|tandis que) (?=\w+ \w+ )|, (?!\d)")
_STRONG = re.compile(r"[;.!?«»\n]")
_DAYS, _SIDES, _FAR = 7, 4, 4  # days between two reports, of what changes from day to day; times as large: another thing


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
            return compare_figures(self.figure, other.figure, rounds=rounds) in ("same", "refined")
        return self.low <= other.high and other.low <= self.high


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
    for figure in reading.figures:
        value = figure.low if figure.low is not None else figure.high
        kind = "money" if figure.unit in MONEY else figure.unit
        if value is None or kind not in _by_unit():
            continue
        if gauge := _gauge(text, figure.span, kind):
            low, high = _interval(value, figure.bound, reading.report.text[figure.span.start : figure.span.end])
            names = _names(desk, figure.span) if gauge in _named() else frozenset[str]()
            yield Reading(gauge, figure.span, low, high, figure, value, figure.bound == "exact", names)
    yield from _written(desk, report, text)
    for match in _FRACTION.finditer(text):
        span = Span(report, match.start(), match.end())
        value = _PARTS.get(match["part"]) or _PARTS[match["part"].rsplit(" ", 1)[-1]]
        if gauge := _gauge(text, span, "%"):
            yield Reading(gauge, span, *_fraction(value, (match["bound"] or "")[:4]), None, value, plain=False)


def _written(desk: Desk, report: str, text: str) -> Iterator[Reading]:
    """Degrees and magnitudes written by sign or scale, where no figure has told them with their unit."""
    taken = {f.span.start for f in desk.readings[report].figures if f.unit in ("degré", "magnitude")}
    for match in _WRITTEN.finditer(text):
        unit = "magnitude" if match["shock"] else "degré"
        if match.start() in taken or unit not in _by_unit():
            continue
        span = Span(report, match.start(), match.end("n") if match["shock"] else match.end())
        if gauge := _gauge(text, span, unit):
            value = float(match["n"].replace(",", "."))
            names = _names(desk, span) if gauge in _named() else frozenset[str]()
            yield Reading(gauge, span, *_interval(value, "exact", match["n"]), None, value, plain=True, names=names)


def _names(desk: Desk, span: Span) -> frozenset[str]:
    """Names in the sentence of a number, with the words that tell its scope."""
    parsed = desk.readings[span.report].parsed
    words = parsed.at(span.start, span.end)
    if not words:
        return frozenset()
    sentence = parsed.sentence_of(words[0])
    held = parsed.words[sentence.first : sentence.last]
    told = desk.readings[span.report].mentions
    persons = (m.actor for m in told if sentence.start <= m.span.start < sentence.end and m.form in ("name", "title"))
    named = frozenset(a for a in persons if a in desk.actors and desk.actors[a].kind in ("person", "place"))
    return named | frozenset(plain(w.text) for w in held if w.pos == "PROPN" and len(w.text) > 2 or w.lemma in _SCOPES)


def _share_a_name(desk: Desk, a: Reading, b: Reading) -> bool:
    """Do both sentences name one and the same, no other person, and no two scopes ("en France", "dans le monde")?"""
    kinds = ("place",) if a.gauge in _AT_PLACE else ("person",)
    told = frozenset(n for n in a.names | b.names if n in desk.actors and desk.actors[n].kind in kinds)
    for kept in (_SCOPES, told):
        left, right = a.names & kept, b.names & kept
        if left and right and left != right:
            return False
    return bool((a.names & b.names) - _SCOPES)


def _gauge(text: str, span: Span, kind: str) -> str:
    """The one gauge of the unit whose words stand in the clause, else in the sentence."""
    rows = _by_unit()[kind]
    before = [m.end() for m in _STRONG.finditer(text, max(0, span.start - 240), span.start)]
    after = _STRONG.search(text, span.end, span.end + 160)
    start, end = before[-1] if before else max(0, span.start - 240), after.start() if after else min(len(text), span.end + 160)
    sentence = text[start:end]
    if _UNREAL.search(sentence):
        return ""
    if _ASKED.search(sentence):
        rows = tuple(row for row in rows if row[0] not in _ORDERED)
    behind = {name for name, _, pattern in rows if pattern and pattern.match(text, span.end)}
    inner = [m.end() for m in _CLAUSE.finditer(text, start, span.start)]
    stop = _CLAUSE.search(text, span.end, end)
    clause = text[inner[-1] if inner else start : stop.start() if stop else end]
    party = {name for name, pattern, _ in rows if _ways()[name] == "sides" and pattern and pattern.search(clause)}
    if len(behind) == 1 and not party:
        return behind.pop()
    for stretch in (clause, sentence):
        names = {name for name, pattern, _ in rows if pattern and pattern.search(stretch)}
        if names:
            return names.pop() if len(names) == 1 else ""
    return ""


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
    units = {r.figure.unit for r in (a, b) if r.figure} - {"sum"}
    if b.span.report not in desk.related[a.span.report] or len(units) > 1:
        return False
    days = [d for r in (a, b) if (d := desk.published(r.span.report)) and d.earliest and d.latest]
    most = _SIDES if _ways()[a.gauge] == "sides" else _DAYS
    near = len(days) < 2 or days_between(days[0], days[1]) <= most
    if a.gauge in _named() and not _share_a_name(desk, a, b):
        return False
    if a.gauge == "magnitude" and abs(a.exact - b.exact) > _SHOCK:
        return False  # the quake and an aftershock
    return near and max(a.exact, b.exact) <= _FAR * min(a.exact, b.exact) and (a.meets(b) or _ways()[a.gauge] != "agree")


def _draft(desk: Desk, gauge: str, group: Sequence[Reading]) -> Draft | None:
    verdict = _verdict(desk, gauge, group)
    if verdict is None:
        return None
    spans = [r.span for r in sorted(group, key=lambda r: (desk.order[r.span.report], r.span))]
    numbers = dict.fromkeys(" ".join(desk.text(s).split()).lower() for s in spans)
    title = f"{_titles()[gauge]} : {(', puis ' if verdict == 'updated' else ' / ').join(numbers)}"
    difference = Difference("figure", verdict, shown(desk, spans))
    return draft_values(desk, "gauge", title, difference, disputed=verdict == "wording")


def _verdict(desk: Desk, gauge: str, group: Sequence[Reading]) -> SlotVerdict | None:
    if all(a.meets(b) for a in group for b in group):
        return "same" if len({(r.exact, r.low, r.high) for r in group}) == 1 else "refined"
    way = _ways()[gauge]
    if way == "sides":
        return "wording"
    if way == "moves":
        days = {desk.order[r.span.report][0] for r in group}
        return "updated" if len(days) == len(group) and "" not in days else None
    return "contradicted" if all(r.plain for r in group) else None


@cache
def _by_unit() -> dict[str, tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None], ...]]:
    """Each unit with its gauges: words of the clause, and those right behind the number ("du capital")."""
    found: dict[str, list[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None]]] = defaultdict(list)
    for row in read_table("lang/fr/gauges.tsv", COLUMNS):
        words = row.many("words")
        of = [turn(w) for w in words if w.startswith(_OF)]
        others = [turn(w) for w in words if not w.startswith(_OF)]
        around = re.compile(rf"(?<!\w)(?:{'|'.join(others)})(?!\w)" if words != ("-",) else "") if others else None
        behind = re.compile(rf"(?: \w+)? (?:{'|'.join(of)})(?!\w)") if of else None
        for unit in row.many("units"):
            found[unit].append((row["gauge"], around, behind))
    return {unit: tuple(rows) for unit, rows in found.items()}


_OF = ("de ", "des ", "du ", "d'")


@cache
def _ways() -> dict[str, str]:
    rows = read_table("lang/fr/gauges.tsv", COLUMNS)
    return {row["gauge"]: row.one_of("way", ("fixed", "moves", "sides", "agree")) for row in rows}


@cache
def _named() -> frozenset[str]:
    """Gauges of which one affair may have several: only of one name they are one."""
    return frozenset(r["gauge"] for r in read_table("lang/fr/gauges.tsv", COLUMNS) if r["whose"] == "named")


@cache
def _titles() -> dict[str, str]:
    return {row["gauge"]: row["title"] for row in read_table("lang/fr/gauges.tsv", COLUMNS)}
