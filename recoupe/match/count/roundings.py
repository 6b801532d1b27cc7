"""Numbers that only one other can mean: "38 400 sinistrés" and "près de quarante mille habitants", whatever noun is counted.

Two newsrooms count in other words what they count alike. So where neither a measure nor a noun brings two figures together,
the numbers may: one rounds the other, or both are one telling number, and no other figure of either report could be meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from recoupe.lang.nouns import actor_nouns
from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.acts.families import acts, kinds
from recoupe.match.count.populations import MONEY
from recoupe.match.count.twocounts import are_two_counts, names_race
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, labelled, shown, touches
from recoupe.parse.document import Parsed
from recoupe.types import Difference, Figure, SlotVerdict, Span

_CLOSE = 0.1  # part of a number that "près de" and "une soixantaine" may be off
_LEAST = 8  # smaller numbers meet by chance
_SMALL = 13  # up to here only a round number and an exact one of people in like sentences
_TELLING = 100  # from here on two digits that are no zeros make a number its own mark
_LARGE, _NEAR = 1000, 0.06  # from here on a rounding so close is seldom chance
_ROUND = 2  # words that the sentences of one round number must share
_DOZEN = 0.2  # part of a number that "une dizaine" may be off
_SUM, _TOLD, _ABOVE = 1e5, 3, 1.25  # from here on sums; digits of a sum told exactly; how far it may lie above "plus de"
_BARE = 1e6  # such a number without a noun is a sum
_FLOORS = frozenset(("more_than", "at_least"))
_UNITS = frozenset("kilomètre mètre centimètre hectare tonne kilo gramme litre degré % point euro dollar livre franc".split())
_NO_COUNT = frozenset("âge an année mois semaine jour journée nuit heure minute seconde siècle numéro page fois word".split())
_DEATHS = frozenset("mort deces tue cadavre corps victime".split())  # nobody else is counted with them
_PEOPLE = frozenset(("people", "workers", "troops", "suspect", "job", "mayor", "police", "prosecutor"))


@dataclass(frozen=True, slots=True)
class _Number:
    """So many, of this class of thing, in these words."""

    report: str
    figure: Figure
    span: Span
    value: float
    exact: bool
    floor: bool  # "plus de", "au moins"
    unit: str  # a unit of measure, or "" for what is counted
    kinds: frozenset[str]  # of the noun counted; "people" for whoever it names
    around: frozenset[str]  # words and acts of its sentence


def draft_roundings(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for every two numbers of two reports of which each can only mean the other."""
    told: dict[str, set[Span]] = defaultdict(set)
    for difference in (x for d in drafts if len(d.reports) > 1 for x in d.differences if x.slot == "figure"):
        for span in (s for v in difference.values for s in v.evidence):
            told[span.report].add(span)
    pool = _told_alike({r: list(_numbers(desk, r)) for r in sorted(desk.readings) if len(desk.related[r]) > 1})
    known: _Kinds = {}
    out: list[Draft] = []
    for left, right in combinations(sorted(pool), 2):
        if right in desk.related[left]:
            for a, b in _pairs(pool[left], pool[right], known):
                spoken = any(touches(n.span, told.get(n.report, ())) for n in (a, b))
                apart = are_two_counts(desk, a.figure, b.figure, equal=_is_same(a, b))
                if not spoken and not apart and (draft := _draft(desk, a, b)):
                    out.append(draft)
    return [*drafts, *out]


def _numbers(desk: Desk, report: str) -> Iterator[_Number]:
    """The figures of a report that may be matched by their number alone."""
    parsed = desk.readings[report].parsed
    for figure in desk.readings[report].figures:
        value = figure.low if figure.low is not None else figure.high
        if value is None or value < _LEAST or figure.unit in _NO_COUNT or desk.is_furniture(figure.span):
            continue
        at = parsed.at(figure.span.start, figure.span.end)
        if not at:
            continue
        if _measures_one(parsed, figure, at) or names_race(desk, figure):
            continue
        sentence = parsed.sentence_of(at[0])
        words = frozenset(
            plain(w.lemma)
            for w in parsed.words[sentence.first : sentence.last]
            if w.pos in ("NOUN", "PROPN", "VERB", "ADJ") and len(w.lemma) > 2
        )
        words = words - function_words() - news_words()
        unit = figure.unit if figure.unit in _UNITS else "sum" if not figure.unit and value >= _BARE else ""
        around = words | frozenset("=" + a for a in acts(words)) | frozenset("~" + k for k in _kinds(words))
        yield _Number(
            report,
            figure,
            _whole(desk, figure),
            value,
            figure.bound == "exact",
            figure.bound in _FLOORS,
            unit,
            _counted(desk, figure),
            around,
        )


def _measures_one(parsed: Parsed, figure: Figure, at: range) -> bool:
    """ "Une salle de 140 fauteuils": how large one thing is, not how many there are; not "une dizaine d'hommes", nor a sum."""
    head = figure.head
    if not 0 <= head < len(parsed.words) or not parsed.words[head].dep.startswith("nmod") or figure.unit in MONEY:
        return False
    above = parsed.words[head].head
    return above not in at and any(k.lower in ("un", "une") for k in parsed.kids(above, "det"))


def _whole(desk: Desk, figure: Figure) -> Span:
    """The number with the noun that it counts."""
    words = desk.readings[figure.span.report].parsed.words
    end = words[figure.head].end if 0 <= figure.head < len(words) else figure.span.end
    return Span(figure.span.report, figure.span.start, max(figure.span.end, end if end - figure.span.end < 24 else 0))


def _counted(desk: Desk, figure: Figure) -> frozenset[str]:
    words = desk.readings[figure.span.report].parsed.words
    noun = words[figure.head].lemma.lower() if 0 <= figure.head < len(words) else figure.unit
    if plain(noun) in _DEATHS:
        return frozenset(("dead",))
    found = _kinds(frozenset([plain(noun)]))
    if noun in actor_nouns() or found & _PEOPLE:
        return frozenset(("people",))
    return found


@lru_cache(maxsize=1 << 12)
def _kinds(words: frozenset[str]) -> frozenset[str]:
    return frozenset(k for k in kinds(words) if k[0] != "@")


_NOWHERE = Span("", 0, 0)
_NOTHING = Figure("", _NOWHERE, None, None, "exact", "")
_Kinds = dict[tuple[int, int], bool]


def _told_alike(pool: Mapping[str, Sequence[_Number]]) -> dict[str, list[tuple[int, _Number]]]:
    """The numbers of each report with one mark for all that are told alike: reports of one affair repeat each other."""
    known: dict[_Number, int] = {}
    bare = {
        r: [replace(n, report="", figure=replace(_NOTHING, unit=n.figure.unit), span=_NOWHERE) for n in numbers]
        for r, numbers in pool.items()
    }
    return {r: [(known.setdefault(b, len(known)), n) for b, n in zip(bare[r], pool[r], strict=True)] for r in pool}


def _pairs(
    left: Sequence[tuple[int, _Number]], right: Sequence[tuple[int, _Number]], known: _Kinds
) -> Iterator[tuple[_Number, _Number]]:
    """Pairs that fit, when neither fits another number. `known`: which marks do."""
    found = []
    for mark, a in left:
        for other, b in right:
            if (fits := known.get((mark, other))) is None:
                fits = known[mark, other] = _fit(a, b)
            if fits:
                found.append((a, b))
    near: dict[Span, set[float]] = defaultdict(set)
    for a, b in found:
        near[a.span].add(b.value)
        near[b.span].add(a.value)
    for a, b in found:
        if len(near[a.span]) == len(near[b.span]) == 1:
            yield a, b


def _fit(a: _Number, b: _Number) -> bool:
    """Does one round the other, or are they one number that says enough?"""
    one_unit = a.unit == b.unit or {a.unit, b.unit} <= MONEY and "sum" in (a.unit, b.unit)
    if not one_unit or a.kinds and b.kinds and not a.kinds & b.kinds or ("dead" in a.kinds) != ("dead" in b.kinds):
        return False
    if min(a.value, b.value) < _SMALL:
        return _few(a, b)
    common = {w for w in a.around & b.around if w[:1] != "~"}
    if a.value == b.value and (a.exact or b.exact):
        if digits(a.value) < 2 or a.value < _TELLING and a.figure.unit != b.figure.unit:
            return len(common) >= _ROUND  # "15 arrêts", "quinze participations"
        return bool(common or a.value >= _TELLING and not a.unit)
    if _sums(a, b):
        return True
    if a.exact == b.exact or abs(a.value - b.value) > _CLOSE * max(a.value, b.value):
        return False
    loose, exact = (b, a) if a.exact else (a, b)
    if digits(loose.value) > min(2, digits(exact.value) - 1):
        return False
    large = exact.value >= _LARGE and abs(a.value - b.value) <= _NEAR * exact.value
    return large or bool(a.around & b.around) or "people" in a.kinds | b.kinds and not a.unit


def _few(a: _Number, b: _Number) -> bool:
    """ "dix hommes", "une dizaine de militaires": people, in sentences that share a word or an act."""
    near = a.exact != b.exact and abs(a.value - b.value) <= _DOZEN * max(a.value, b.value)
    return near and not a.unit and "people" in a.kinds & b.kinds and bool(a.around & b.around)


def _sums(a: _Number, b: _Number) -> bool:
    """ "deux millions" and "2,15 millions", "plus d'un milliard" and "1,18 milliard": a large round sum and its exact one."""
    loose, exact = (a, b) if digits(a.value) < digits(b.value) else (b, a)
    if not {a.unit, b.unit} <= MONEY or min(a.value, b.value) < _SUM or digits(loose.value) != 1 or digits(exact.value) < _TOLD:
        return False
    return abs(a.value - b.value) <= _CLOSE * max(a.value, b.value) or loose.floor and 1 <= exact.value / loose.value <= _ABOVE


def _is_same(a: _Number, b: _Number) -> bool:
    """One number, neither told more exactly: "plus de 197" adds nothing to 197."""
    return a.value == b.value and (a.exact or a.floor) == (b.exact or b.floor)


def digits(value: float) -> int:
    """How many digits of a number are no closing zeros."""
    return len(f"{value:.6f}".rstrip("0").rstrip(".").replace(".", "").rstrip("0"))


def _draft(desk: Desk, a: _Number, b: _Number) -> Draft | None:
    verdict: SlotVerdict = "same" if _is_same(a, b) else "refined"
    values = shown(desk, (a.span, b.span))
    title = labelled("Nombre", values)
    return draft_values(desk, "count", title, Difference("figure", verdict, values))
