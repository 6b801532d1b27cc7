"""One exact number of one thing, told in two reports in whatever words: "en quatre tours", "après quatorze mois au pouvoir"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from recoupe.lang.numbers import cardinals
from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.acts.families import acts
from recoupe.match.count.countednouns import stands_for
from recoupe.match.count.measures import Quantity, quantities_of
from recoupe.match.count.twocounts import is_denied
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, fitting, shown, touches
from recoupe.parse.document import Parsed
from recoupe.types import Difference, Span

_FEW = 3  # smaller numbers meet by chance
_ROUND = frozenset((12, 15, 18, 20, 24, 25, 30, 35, 36, 40, 45, 48, 50, 60, 70, 72, 75, 80, 90, 100, 120, 150, 200))
_TELLING = 11  # from here on a length of time that is not round is its own mark
_LENGTHS = frozenset(("an", "mois", "semaine", "jour", "heure", "minute"))
# Of these every report has several, or they say nothing of their own.
_VAGUE = frozenset(
    "âge année journée nuit seconde siècle numéro page fois reprise point % partie côté cas exemple question chose façon type "
    "personne homme femme gens million milliard euro dollar livre sum kilomètre mètre centimètre kilo tonne degré magnitude "
    "but set manche place part tiers quart moitié pourcent h km m".split()
)
_PENALTY = re.compile(r"(?i)^[^.,;:]{0,12}(?:prison|réclusion|détention|emprisonnement|fermes?\b|sursis|inéligibilité)")
_CLOCK = re.compile(r"(?i)\b(?:à|vers|avant|dès|jusqu['’]à|entre|de|et|aux|après)\s(?:environ )?$")
_IN_WORDS = {word: n for word, n in cardinals(_TELLING, 23).items() if n not in _ROUND}
_WRITTEN = re.compile(
    rf"(?i)(?<![\w,.])(?P<n>\d{{1,3}}|{'|'.join(sorted(_IN_WORDS, key=len, reverse=True))}) "
    r"(?P<unit>ans|années|mois|semaines|jours|heures|minutes)\b"
)
_UNIT = {"ans": "an", "années": "an", "mois": "mois", "semaines": "semaine", "jours": "jour", "heures": "heure"}


@dataclass(frozen=True, slots=True)
class Exact:
    """So many of this, in these words."""

    span: Span
    value: float
    noun: str
    around: frozenset[str]  # words and acts of its sentence


def draft_exact(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for every exact number of one noun that two reports give alike, where no matter holds it yet."""
    told = _told(drafts)
    found: dict[tuple[str, float], list[Exact]] = defaultdict(list)
    for report in sorted(desk.readings):
        for number in _numbers(desk, report) if len(desk.related[report]) > 1 else ():
            found[number.noun, number.value].append(number)
    out = list(drafts)
    for _, numbers in sorted(found.items()):
        for group in fitting(numbers, partial(_is_one, desk)):
            values = shown(desk, (n.span for n in group))
            if len({v.report for v in values}) > 1 and not _hold(told, group):
                slot = "duration" if group[0].noun in _LENGTHS else "figure"
                title = ("Durée : " if slot == "duration" else "Nombre : ") + (values[0].value or "").lower()
                if draft := draft_values(desk, "exact", title, Difference(slot, "same", values)):
                    out.append(draft)
    return out


def _told(drafts: Sequence[Draft]) -> dict[str, list[tuple[Span, int]]]:
    """The words of each report that the matters of several reports hold, with the matter."""
    found: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for n, draft in enumerate(drafts):
        if len(draft.reports) > 1:
            for span in (s for d in draft.differences for v in d.values for s in v.evidence):
                found[span.report].append((span, n))
    return found


def _hold(told: dict[str, list[tuple[Span, int]]], group: Sequence[Exact]) -> bool:
    """Does one matter hold all these numbers?"""
    homes = ({n for span, n in told.get(e.span.report, ()) if touches(e.span, (span,))} for e in group)
    return bool(set.intersection(*homes))


def _numbers(desk: Desk, report: str) -> Iterator[Exact]:
    """The exact numbers of a report whose noun it counts only so; and its lengths of time that say enough."""
    parsed = desk.readings[report].parsed
    counts: dict[str, list[Quantity]] = defaultdict(list)
    for quantity in quantities_of(desk, report):
        if quantity.figure.unit and not desk.is_furniture(quantity.figure.span):
            counts[stands_for(quantity.figure.unit)].append(quantity)
    for noun, rows in counts.items():
        figure = rows[0].figure
        if noun in _VAGUE or noun in _LENGTHS or len({(q.figure.low, q.figure.high) for q in rows}) > 1:
            continue
        if any(is_denied(desk, q.figure) for q in rows):
            continue
        if figure.bound == "exact" and figure.low is not None and figure.low >= _FEW and not rows[0].former:
            span = _whole(parsed, figure.span, figure.head)
            yield Exact(span, figure.low, noun, _around(parsed, span))
    yield from _lengths(desk, report)


def _lengths(desk: Desk, report: str) -> Iterator[Exact]:
    """ "14 mois", "treize ans", wherever they stand; no ages and no terms of prison."""
    reading = desk.readings[report]
    ages = {f.span.start for f in reading.figures if f.unit == "âge"}
    seen: set[tuple[str, int]] = set()
    for match in _WRITTEN.finditer(reading.parsed.text):
        number = (
            _IN_WORDS.get(match["n"].lower()) or int(match["n"]) if match["n"].isdigit() or match["n"].lower() in _IN_WORDS else 0
        )
        unit = _UNIT.get(match["unit"].lower(), "minute")
        span = Span(report, match.start(), match.end())
        if number < _TELLING or number in _ROUND or match.start() in ages or (unit, number) in seen or desk.is_furniture(span):
            continue
        if _CLOCK.search(reading.parsed.text, max(0, match.start() - 16), match.start()) and unit == "heure":
            continue
        if not _PENALTY.match(reading.parsed.text[match.end() : match.end() + 40]):
            seen.add((unit, number))
            yield Exact(span, float(number), unit, _around(reading.parsed, span))


def _whole(parsed: Parsed, span: Span, head: int) -> Span:
    """The number with the noun that it counts."""
    end = parsed.words[head].end if 0 <= head < len(parsed.words) else span.end
    return Span(span.report, span.start, end if 0 < end - span.end < 24 else span.end)


def _around(parsed: Parsed, span: Span) -> frozenset[str]:
    """Words and acts of the sentence, but those that hold the number."""
    words = parsed.at(span.start, span.end)
    if not words:
        return frozenset()
    sentence = parsed.sentence_of(words[0])
    held = frozenset(
        plain(w.lemma)
        for w in parsed.words[sentence.first : sentence.last]
        if w.pos in ("NOUN", "PROPN", "VERB", "ADJ") and len(w.lemma) > 2 and not words[0] <= w.i <= words[-1]
    )
    held = held - function_words() - news_words()
    return held | frozenset("=" + a for a in acts(held))


def _is_one(desk: Desk, a: Exact, b: Exact) -> bool:
    """May both be one number: of two reports of one affair, in sentences that share a word?"""
    if a.span.report == b.span.report:
        return False
    return b.span.report in desk.related[a.span.report] and bool(a.around & b.around)
