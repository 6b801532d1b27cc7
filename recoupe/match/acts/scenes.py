"""Where a counted thing happened, as its own clause or the head of its report tells: tolls of two places are of two affairs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from recoupe.match.acts.slots import compare_figures, days_between
from recoupe.match.count.measures import Quantity
from recoupe.match.desk import Desk
from recoupe.types import Actor, Span

_CUT = re.compile(r"(?i)[;\n]|\b(?:tandis que?|alors qu['’e]|pendant que?|mais|contre|après|depuis|avant) ")
# Where a hospital or an office stands says nothing of where it happened.
_SEAT = re.compile(
    r"(?i)\b(?:hôpital|hôpitaux|chu|clinique|hospitalisée?s?|soign(?:ée?s?|ent)|transportée?s?|transférée?s?|conduite?s?|admise?s?|parquet|procureure?|tribunal|cour"
    r"|préfecture|préfète?|mairie|maire|université|aéroport|police|pompiers|députée?|juge|avocate?)"
    r"(?: \w+){0,2}? (?:de |d['’]|du |des |à |au |vers |en )(?:la |le |l['’])?$"
)
_PLACED = frozenset(
    ("dead", "victim", "injured", "missing", "survivor", "rescued", "evacuated", "burnt", "flooded", "houses_lost", "houses_hit")
)
_APART = 3  # days between two reports whose tolls may be alike by chance
_NAME = 5  # letters of a name
_FEW = 10  # tolls up to this are often alike
_FIRST = 8  # sentences among which the place of a report's news stands
_MIN_WORDS = 6  # a head line shorter than this is a dateline or a rubric
_OF_TOWN = re.compile(r"(?:[a-zà-ÿ-]+ )+(?:d['’]|d[eu] (?:la )?)(?P<town>[A-ZÀ-Þ].+)")
_EARLIER = re.compile(r"(?i)\b(?:après|depuis|à la suite d[eu'’]|un an avant)\b[^,;.\n]*")


@dataclass(slots=True)
class Scenes:
    """The places of counts and of the heads of reports, each looked up once."""

    desk: Desk
    homes: dict[str, frozenset[str]] = field(default_factory=dict)
    all: dict[str, frozenset[str]] = field(default_factory=dict)
    others: dict[str, frozenset[str]] = field(default_factory=dict)

    def home(self, report: str) -> frozenset[str]:
        """Places and states named at the head of a report."""
        if report not in self.homes:
            self.homes[report] = _head(self.desk, report)
        return self.homes[report]

    def told(self, report: str) -> frozenset[str]:
        """Places and states that a report names, but in what it tells of before ("après l'attentat d'Istanbul")."""
        if report not in self.all:
            text = self.desk.readings[report].report.text
            self.all[report] = _named(self.desk, Span(report, 0, len(text)), seats=True)
        return self.all[report]

    def unknown(self, report: str) -> frozenset[str]:
        """Names in one word that nobody bears by all the reports tell: of the villages and pits that no gazetteer holds."""
        if report not in self.others:
            reading = self.desk.readings[report]
            known = (m for m in reading.mentions if m.actor in self.desk.actors and not _is_bare(self.desk.actors[m.actor]))
            held = {i for m in known for i in reading.parsed.at(m.span.start, m.span.end)}
            heads = {s.first for s in reading.parsed.sentences}
            words = (w for w in reading.parsed.words if w.i not in held | heads and len(w.text) >= _NAME)
            self.others[report] = frozenset(w.text for w in words if w.text[0].isupper() and w.text[1:].islower())
        return self.others[report]


def _is_bare(actor: Actor) -> bool:
    """Is it taken for a person by one word only?"""
    return actor.kind == "person" and " " not in actor.name


def is_elsewhere(scenes: Scenes, a: Quantity, b: Quantity) -> bool:
    """Is one of two differing counts told of a place that is none of the other's ("101 morts au Pérou")?"""
    if compare_figures(a.figure, b.figure, rounds=False) != "disjoint":
        return _is_weak(scenes.desk, a, b) and _two_towns(scenes, a, b)
    left, right = _away(scenes, a), _away(scenes, b)
    if a.report == b.report:
        return bool(left) != bool(right)
    for away, other, quantity in ((left, b, a), (right, a, b)):
        if away and _is_first_floor(scenes, quantity, other):
            continue
        if away and not away & (_clause_places(scenes.desk, other) | scenes.home(other.report)):
            return True
    return _two_towns(scenes, a, b)


def _is_first_floor(scenes: Scenes, a: Quantity, b: Quantity) -> bool:
    """ "Au moins deux morts à Petit-Bourg", in a report on the island's storm: the first ones of its toll, not another one."""
    desk = scenes.desk
    early = desk.order[a.report][0] < desk.order[b.report][0] and a.figure.bound == "at_least"
    less = (a.figure.low or 0) < (b.figure.low if b.figure.low is not None else b.figure.high or 0)
    return early and less and bool(scenes.home(a.report) & scenes.home(b.report))


def _is_weak(desk: Desk, a: Quantity, b: Quantity) -> bool:
    """May two counts agree by chance: small ones, or "des dizaines"?"""
    first, second = desk.published(a.report), desk.published(b.report)
    known = first and second and first.earliest and first.latest and second.earliest and second.latest
    if not known or not first or not second or days_between(first, second) < _APART:
        return False
    vague = any(desk.text(q.figure.span).lower().startswith(("des ", "plusieurs", "quelques")) for q in (a, b))
    return vague or max(q.figure.low or q.figure.high or 0 for q in (a, b)) <= _FEW


def _clause_places(desk: Desk, quantity: Quantity) -> frozenset[str]:
    """Places and states named in the clause that counts."""
    return _named(desk, _clause(desk, quantity))


def _away(scenes: Scenes, quantity: Quantity) -> frozenset[str]:
    """The places of a count that are not those of its report."""
    own, main = _clause_places(scenes.desk, quantity), scenes.home(quantity.report)
    return own if own and main and not own & main else frozenset()


def _two_towns(scenes: Scenes, a: Quantity, b: Quantity) -> bool:
    """Two reports that tell of other towns, neither naming the other's but as what came before."""
    desk = scenes.desk
    left, right = (_towns(desk, _clause_places(desk, q) | scenes.home(q.report)) for q in (a, b))
    if not left or not right or a.report == b.report or a.measure not in _PLACED:
        return False
    return have_no_town_in_common(scenes, a.report, b.report)


def have_no_town_in_common(scenes: Scenes, a: str, b: str) -> bool:
    """Do two reports name towns, and none of them both?"""
    left, right = (_towns(scenes.desk, scenes.told(report)) for report in (a, b))
    return bool(left and right and not left & right and not scenes.unknown(a) & scenes.unknown(b))


def _towns(desk: Desk, places: frozenset[str]) -> frozenset[str]:
    return frozenset(p for p in places if p in desk.actors and desk.actors[p].kind == "place")


def _named(desk: Desk, span: Span, *, seats: bool = False) -> frozenset[str]:
    """Places and states named in a stretch, but for what it tells of before and, unless asked for, seats of offices."""
    text = desk.readings[span.report].report.text[span.start : span.end]
    before = [(span.start + m.start(), span.start + m.end()) for m in _EARLIER.finditer(text)]
    here = ((start, actor) for start, actor in desk.grounds.get(span.report, ()) if span.start <= start < span.end)
    told = ((start, actor) for start, actor in here if not any(s <= start < e for s, e in before))
    whole = desk.readings[span.report].report.text
    return frozenset(
        place
        for start, a in told
        if (seats or not _SEAT.search(whole, max(0, start - 40), start))
        and not desk.is_furniture(Span(span.report, start, start + 1))
        for place in (a, *_town_of(desk, a))
    )


def _town_of(desk: Desk, place: str) -> tuple[str, ...]:
    """The town that the name of one of its places tells: "la place d'Allanche"."""
    named = _OF_TOWN.fullmatch(desk.actors[place].name) if place in desk.actors else None
    return tuple(a.id for a in desk.actors.values() if a.kind == "place" and a.name == named["town"]) if named else ()


def _head(desk: Desk, report: str) -> frozenset[str]:
    """Places of the lines before the first full sentence and of that sentence, else of the first one that names any."""
    parsed = desk.readings[report].parsed
    found: frozenset[str] = frozenset()
    full = False
    for sentence in parsed.sentences[:_FIRST]:
        found |= _named(desk, Span(report, sentence.start, sentence.end))
        words = parsed.words[sentence.first : sentence.last]
        ends = parsed.text[: sentence.end].rstrip()[-1:] in '.!?»"'
        full = full or len(words) >= _MIN_WORDS and ends and any(w.pos in ("VERB", "AUX") for w in words)
        if full and found:
            break
    return found


def _clause(desk: Desk, quantity: Quantity) -> Span:
    """The words around a figure up to the next mark or conjunction that opens another clause."""
    span = quantity.figure.span
    parsed = desk.readings[span.report].parsed
    sentence = parsed.sentences[quantity.sentence]
    before, after = parsed.text[sentence.start : span.start], parsed.text[span.end : sentence.end]
    start = max((m.end() for m in _CUT.finditer(before)), default=0)
    following = _CUT.search(after)
    return Span(span.report, sentence.start + start, span.end + (following.start() if following else len(after)))
