"""The rank of one thing in its row: "le cinquième coup d'État depuis 1960", "le quatrième que connaisse le pays".

Each report must tell one rank of that row. A rank since some year is at most the rank over all: only what cannot both be true
excludes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from recoupe.lang.numbers import ordinals
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.idiom import SMALL_NUMBERS, plain_turn
from recoupe.match.acts.slots import days_between
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, fitting, in_order, labelled, touches
from recoupe.parse.document import Sentence
from recoupe.types import Difference, SlotVerdict, Span, Value

COLUMNS = ("series", "nouns", "whose", "example")
_VALUE = ordinals(2, 20) | {"second": 2, "seconde": 2, "premier": 1, "première": 1}
_RANK = (
    rf"(?:(?P<word>{'|'.join(sorted(_VALUE, key=len, reverse=True))})|(?P<digits>\d{{1,3}}) ?(?:e|è|ème|ième|eme|er|ère|nde|nd))"
)
_FILL = r"(?: (?:et dernière?|et ultime|grande?|nouvelle?|nouveau|seule?|petite?|vraie?|véritable))?"
_CONSECUTIVE = re.compile(r"\b(?:consécuti\w+|d'affilée|de suite|de rang|successi\w+)\b")
_SINCE = re.compile(r"\bdepuis (?:le |la |les |l')?(?:[\w'-]+ ){0,4}?(?P<year>(?:19|20)\d\d)\b")
_WITHIN = re.compile(r"\ben (?P<n>\d+|[a-zé-]+) (?P<unit>ans?|années?|mois|semaines?|jours?)\b")
_SHORT = re.compile(
    r"(?:\b|^ ?)(?:de la saison|cette saison|de l'année|cette année|du mois|ce mois|de la semaine|cette semaine|de la journée|"
    r"de l'été|de l'hiver|^ en (?:19|20)\d\d|depuis (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|"
    r"novembre|décembre|le début)|à domicile|à l'extérieur|sur terre battue|sur gazon|sur dur|en salle|en simple|en double|"
    r"(?:en|du) grand chelem|sur le circuit|en coupe|en championnat|en ligue|olympique|mondial|continental|par équipes|"
    r"de la rencontre|du match|de la législature|du mandat)\b"
)
# Where a season is a calendar year, both are one scope.
_CALENDAR = re.compile(
    r"(?i)\b(?:tour d[eu]|étape|cyclis\w+|coureu\w+|peloton|grand prix|rallye|tournoi|open|triathlon|marathon|moto\w*|"
    r"critérium)\b"
)
_RECALLED = re.compile(
    r"\b(?:après (?:son|sa|leur|le|la)|visait?|vise|brigue\w*|viser|espér\w+|possible|éventuel\w*|un|une|avant (?:son|sa)) $"
)
# "la troisième ville du département du Nord": of what it is the third one.
_OF = re.compile(
    r" (?:plus \w+ )?(?:du|de la|de l'|des|de|d')\s?(?:(?:département|région|pays|province) "
    r"(?:du|de la|de l'|des|de|d')\s?)?(?P<of>[\w-]+)"
)
# The rounds of a jury or a conclave, of which the last is the one that counts; a people votes in both of its rounds.
_JURY = re.compile(r"\b(?:jury|jurés?|conclave|cardinaux|académiciens?|grands électeurs|voix contre)\b")
_ROUNDS = re.compile(r"\b(?P<n>un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) tours?(?: de scrutin| de vote)?\b")
_TENS = {"quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100}
_YEARS = {"a": 1.0, "m": 1 / 12, "s": 1 / 52, "j": 1 / 365}
_LASTING = ("term", "head", "edition")  # that a report speaks of somebody's third term is no news of its own
_FAR, _DAYS, _LONG = 2, 14, 40.0  # ranks that two reports may differ by; days between them; years: as good as ever


@dataclass(frozen=True, slots=True)
class Rank:
    """So many-eth of its row, counted over so many years (None = over all) or in a row."""

    report: str
    series: str
    value: int
    years: float | None
    scope: str  # "", "row", or the words of a short scope
    names: frozenset[str]
    span: Span


def draft_ranks(desk: Desk, told: Sequence[Draft]) -> Iterator[Draft]:
    """One matter for each row of which two reports give one rank each, but for the ranks already told."""
    known = {s for d in told for x in d.differences for v in x.values for s in v.evidence}
    by_series: dict[str, dict[str, list[Rank]]] = defaultdict(lambda: defaultdict(list))
    for report in sorted(desk.readings):
        for rank in find_ranks(desk, report) if len(desk.related[report]) > 1 else ():
            by_series[rank.series][report].append(rank)
    for series in sorted(by_series):
        ones = {r: found[0] for r, found in by_series[series].items() if len({(x.value, x.scope) for x in found}) == 1}
        for group in fitting((ones[r] for r in sorted(ones)), partial(_is_one, desk)):
            if len(group) > 1 and not all(touches(r.span, known) for r in group) and (draft := _draft(desk, group)):
                yield draft


def find_ranks(desk: Desk, report: str) -> Iterator[Rank]:
    """The ranks of a report with the row each belongs to, in order."""
    parsed = desk.readings[report].parsed
    for sentence in parsed.sentences:
        text = plain_turn(parsed.text[sentence.start : sentence.end])
        if not _MAYBE.search(text):
            continue
        for match in (*_pattern().finditer(text), *_bare().finditer(text)):
            series = _series()[match["noun"].rstrip("s")]
            value = int(match["digits"]) if match["digits"] else _VALUE[match["word"]]
            if series == "round" and not _JURY.search(text) or _RECALLED.search(text[: match.start()]):
                continue
            if value == 1 and series not in ("round", "novel", "title", "win", "film", "album"):
                continue  # "le premier attentat depuis …" ranks nothing by itself
            of = _OF.match(text, match.end()) if _whose(series) == "of" else None
            if _whose(series) == "of" and of is None:
                continue  # "la deuxième ville visitée" has no rank
            end = of.end() if of else match.end()
            span = Span(report, sentence.start + match.start("rank"), sentence.start + end)
            rank = _rank(desk, span, series, value, text[end:], sentence)
            yield replace(rank, scope=of["of"]) if of else rank
        if _JURY.search(text):
            for match in _ROUNDS.finditer(text):
                span = Span(report, sentence.start + match.start(), sentence.start + match.end())
                yield _rank(
                    desk, span, "round", int(match["n"]) if match["n"].isdigit() else SMALL_NUMBERS[match["n"]], "", sentence
                )


def _rank(desk: Desk, span: Span, series: str, value: int, after: str, sentence: Sentence) -> Rank:
    after = re.split(r"[;:.!?()«»]", after)[0]
    years = _years(desk, span.report, after)
    short = _SHORT.search(after)
    scope = "row" if _CONSECUTIVE.search(after) else _plain_scope(desk, span.report, short[0]) if short else ""
    parsed = desk.readings[span.report].parsed
    held = parsed.words[sentence.first : sentence.last]
    names = frozenset(plain(w.text) for w in held if w.pos == "PROPN")
    return Rank(span.report, series, value, years, scope, names, span)


def _plain_scope(desk: Desk, report: str, words: str) -> str:
    """A short scope without its determiner; of sports that go by calendar years a season is a year."""
    noun = words.split(" ")[-1].rsplit("'", 1)[-1]
    return "année" if noun == "saison" and _CALENDAR.search(desk.readings[report].report.text) else noun


def _years(desk: Desk, report: str, after: str) -> float | None:
    """Over how many years a rank is counted: "en quatre ans", "depuis 2021"; None for all times."""
    if within := _WITHIN.search(after):
        n = int(within["n"]) if within["n"].isdigit() else _number(within["n"])
        years = n * _YEARS[within["unit"][0]]
        return years if 0 < years < _LONG else None
    since, published = _SINCE.search(after), desk.published(report)
    if since and published and published.earliest:
        years = float(int(published.earliest[:4]) - int(since["year"]))
        return years if 0 <= years < _LONG else None
    return None


def _number(word: str) -> int:
    """A number word, its tens at least; 0 for none."""
    return SMALL_NUMBERS.get(word) or next((n for tens, n in _TENS.items() if word.startswith(tens)), 0)


def _is_one(desk: Desk, a: Rank, b: Rank) -> bool:
    """May both rank one thing: one affair, the same days, one scope, no two names where everybody has a row?"""
    if b.report not in desk.related[a.report] or abs(a.value - b.value) > _FAR or a.scope != b.scope:
        return False
    if _whose(a.series) == "of" and desk.is_elsewhere(a.span, b.span):
        return False
    equal = a.value == b.value
    if _whose(a.series) == "own" and not a.names & b.names and (equal or a.names and b.names):
        return False  # everybody has a third victory
    days = [d for r in (a, b) if (d := desk.published(r.report)) and d.earliest and d.latest]
    if _whose(a.series) == "day" and (len(days) < 2 or days[0].earliest != days[1].earliest):
        return False  # the third day of a strike, the fourth
    return (len(days) < 2 or days_between(days[0], days[1]) <= _DAYS) and (a.series not in _LASTING if equal else _excludes(a, b))


def _excludes(a: Rank, b: Rank) -> bool:
    """Can two ranks not both be true? Over more years a rank is as high or higher."""
    if a.years is None or b.years is None:
        whole, part = (a, b) if a.years is None else (b, a)
        return part.years is None or whole.value < part.value
    if abs(a.years - b.years) <= 1:
        return True
    longer, shorter = (a, b) if a.years > b.years else (b, a)
    return longer.value < shorter.value


def _draft(desk: Desk, group: list[Rank]) -> Draft | None:
    verdict: SlotVerdict = "same" if len({r.value for r in group}) == 1 else "contradicted"
    if verdict == "same" and max(r.value for r in group) < _LEAST:
        return None
    values = in_order([Value(r.report, " ".join(desk.text(r.span).split()), (r.span,)) for r in group])
    title = labelled("Rang", values)
    return draft_values(desk, "rank", title, Difference("rank", verdict, values))


_LEAST = 3  # the second of two things says nothing
_MAYBE = re.compile(r"ième\b|premi|second|\d ?[eè]\w{0,3}\b|tours?\b")


@cache
def _whose(series: str) -> str:
    return {row["series"]: row["whose"] for row in read_table("lang/fr/ranked.tsv", COLUMNS)}[series]


@cache
def _series() -> dict[str, str]:
    """Each noun, without its s, with its series."""
    rows = read_table("lang/fr/ranked.tsv", COLUMNS)
    return {noun.replace("’", "'").rstrip("s"): row["series"] for row in rows for noun in row.many("nouns")}


@cache
def _pattern() -> re.Pattern[str]:
    nouns = "|".join(re.escape(n) for n in sorted(_series(), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?P<rank>{_RANK}){_FILL} (?P<noun>(?:{nouns})s?)(?![\w-])")


@cache
def _bare() -> re.Pattern[str]:
    """A rank that stands for its noun: "Ce putsch est le quatrième que connaisse le pays"."""
    nouns = "|".join(re.escape(n) for n in sorted(_series(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?P<noun>(?:{nouns})s?)(?![\w-])[^.;:,]{{0,40}}? (?:est|était|serait|sera) "
        rf"(?:ainsi |donc |déjà |seulement )?(?:le|la) (?P<rank>{_RANK}) (?=que |qu'|en |depuis |de |du )"
    )
