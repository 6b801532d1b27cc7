"""How tellings of one fact differ in detail: a rounded number, an hour or part of the day, a weekday and its date; then, now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from recoupe.match.acts.families import acts
from recoupe.match.acts.happening import LOOSE
from recoupe.match.acts.levels import AHEAD, SURE
from recoupe.match.acts.slots import compare_figures
from recoupe.match.count.roundings import digits
from recoupe.match.count.twocounts import are_two_counts
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, agree, in_order, shown
from recoupe.match.when.clocks import Moment, is_within, moments_in
from recoupe.match.when.dayspans import interval_of, is_dateline, names_day
from recoupe.types import Difference, Event, Figure, Span, Value, When

_KINDS = ("event", "echo")
_NO_COUNT = frozenset("âge an année mois semaine jour journée nuit heure minute seconde siècle numéro".split())
_NEAR = 1.1
_PLURAL = 2  # smaller numbers are articles as often as counts

_Found = Iterator[tuple[Span, Span]]


def shade(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with the details in which their tellings are more or less exact, or earlier and later."""
    told: dict[str, list[Span]] = defaultdict(list)  # details that are matters of their own
    for draft in drafts:
        if draft.kind not in _KINDS and len(draft.reports) > 1:
            for span in (s for d in draft.differences for v in d.values for s in v.evidence):
                told[span.report].append(span)
    return [_shaded(desk, d, told) if d.kind in _KINDS and len(d.reports) > 1 else d for d in drafts]


def _is_told(span: Span, told: Mapping[str, Sequence[Span]]) -> bool:
    return any(s.start < span.end and span.start < s.end for s in told.get(span.report, ()))


def _shaded(desk: Desk, draft: Draft, told: Mapping[str, Sequence[Span]]) -> Draft:
    known = {d.slot for d in draft.differences if d.verdict != "same"}
    places = _places(desk, draft)
    more: list[Difference] = []
    for slot, details, find in _SLOTS:
        if slot not in known:
            rows = [(s.report, here) for s in places if (here := details(desk, s))]
            pairs = [p for (r, a), (other, b) in combinations(rows, 2) if r != other for p in find(desk, a, b)]
            pairs = [p for p in pairs if not all(_is_told(s, told) for s in p)]
            if pairs:
                more.append(Difference(slot, "refined", shown(desk, sorted({s for p in pairs for s in p}))))
    if not known & {"status", "polarity", "certainty"} and (state := _came_about(desk, draft)):
        more.append(state)
    if not more:
        return draft
    kept = tuple(d for d in draft.differences if d.slot not in {m.slot for m in more})
    differences = (*kept, *more)
    disputed = draft.agreement == "disputed"
    return replace(draft, differences=differences, agreement=agree(len(draft.reports), differences, disputed=disputed))


def _places(desk: Desk, draft: Draft) -> list[Span]:
    """The words that tell it: the sentences of an echo, the clauses of a happening."""
    told = [s for d in draft.differences if d.slot == "telling" for v in d.values for s in v.evidence]
    clauses = [desk.clause(desk.events[e]) for e in draft.events]
    return sorted({*told, *clauses})


def _numbers(desk: Desk, left: Sequence[Figure], right: Sequence[Figure]) -> _Found:
    """One number told loosely and told exactly, of like things, when no other may be meant."""
    fits = [(x, y) for x in left for y in right if _rounds(desk, x, y)]
    for x, y in fits:
        if sum(p[0] is x for p in fits) == sum(p[1] is y for p in fits) == 1:
            yield x.span, y.span


def _figures(desk: Desk, span: Span) -> list[Figure]:
    here = (f for f in desk.readings[span.report].figures if span.start <= f.span.start < span.end and f.unit not in _NO_COUNT)
    return [f for f in here if (f.low if f.low is not None else f.high or 0) >= _PLURAL]


def _rounds(desk: Desk, a: Figure, b: Figure) -> bool:
    """ "Une dizaine" and ten, "plusieurs milliers" and 4 000; of one unit of measure, or of what is counted."""
    if (a.bound == "exact") == (b.bound == "exact") or desk.text(a.span).lower() == desk.text(b.span).lower():
        return False
    measured = [f.unit for f in (a, b) if f.unit in ("%", "euro", "dollar", "kilomètre", "mètre", "hectare", "degré", "tonne")]
    if measured and (len(measured) == 1 or measured[0] != measured[1]):
        return False
    if compare_figures(a, b) != "refined" or are_two_counts(desk, a, b, equal=False):
        return False
    loose, exact = (_size(f) for f in ((b, a) if a.bound == "exact" else (a, b)))
    open_end = {a.bound, b.bound} & {"at_least", "more_than", "at_most", "less_than"}
    return digits(loose) <= digits(exact) and (not open_end or max(loose, exact) <= _NEAR * min(loose, exact))


def _size(figure: Figure) -> float:
    return figure.low if figure.low is not None else figure.high or 1.0


def _moments(desk: Desk, span: Span) -> list[Moment]:
    return list(moments_in(desk, span))


def _hours(desk: Desk, left: Sequence[Moment], right: Sequence[Moment]) -> _Found:
    """An hour, and a part of the day or another hour told loosely that holds it."""
    for x in left:
        for y in right:
            if _one_hour(x, y) and not _on_other_days(desk, x.span, y.span):
                yield x.span, y.span


def _on_other_days(desk: Desk, a: Span, b: Span) -> bool:
    """Do both sentences name days, and none in common: "dans la nuit de dimanche à lundi", "mercredi vers 5 heures"?"""
    left, right = ([d for w in _whens(desk, _sentence(desk, s)) if (d := interval_of(w))] for s in (a, b))
    return bool(left and right) and all(x[1] < y[0] or y[1] < x[0] for x in left for y in right)


def _sentence(desk: Desk, span: Span) -> Span:
    parsed = desk.readings[span.report].parsed
    at = parsed.at(span.start, span.end)
    here = parsed.sentence_of(at[0]) if at else None
    return Span(span.report, here.start, here.end) if here else span


def _one_hour(a: Moment, b: Moment) -> bool:
    kinds = {a.kind, b.kind}
    if kinds == {"clock", "part"}:
        clock, part = (a, b) if a.kind == "clock" else (b, a)
        return is_within(clock.minutes, part)
    return kinds == {"clock"} and a.loose != b.loose and abs(a.minutes - b.minutes) <= 20


def _days(desk: Desk, left: Sequence[When], right: Sequence[When]) -> _Found:
    """A weekday, and the date it fell on."""
    for x in left:
        for y in right:
            same = x.earliest and x.earliest == x.latest == y.earliest == y.latest
            if same and desk.has_date(x) != desk.has_date(y) and x.span and y.span:
                yield x.span, y.span


def _whens(desk: Desk, span: Span) -> list[When]:
    here, text = desk.readings[span.report].whens, desk.readings[span.report].report.text
    told = [w for w in here if w.span and span.start <= w.span.start < span.end and not w.duration]
    return [w for w in told if w.span and names_day(desk.text(w.span)) and not is_dateline(text, w.span)]


def _came_about(desk: Desk, draft: Draft) -> Difference | None:
    """Still ahead in an earlier report, done in a later one: where the events tell it in one frame or word."""
    ahead: list[tuple[Event, Value]] = []
    done: list[tuple[Event, Value]] = []
    for event in (desk.events[e] for e in draft.events if draft.kind == "echo"):
        claims = desk.claims.get(event.id, ())
        if claims and not event.slots.nominal and not any(c.negated for c in claims):
            value = Value(event.report, claims[0].status, (desk.clause(event),))
            if all(c.status in AHEAD for c in claims):
                ahead.append((event, value))
            elif all(c.status in SURE for c in claims):
                done.append((event, value))
    rows = [v for x, first in ahead for y, then in done if _follows(desk, x, y) for v in (first, then)]
    return Difference("status", "updated", in_order(rows)) if rows else None


def _follows(desk: Desk, a: Event, b: Event) -> bool:
    """Is it one act, and the report that has it done no earlier than the one that has it ahead?"""
    days = [desk.order[e.report][0] for e in (a, b)]
    if a.report == b.report or not days[0] or days[0] > days[1] or a.slots.tense == "none":  # "la décision de partir"
        return False
    one = a.lemma == b.lemma or acts(frozenset([a.lemma])) & acts(frozenset([b.lemma]))
    if not one and (a.frame != b.frame or a.frame in LOOSE):
        return False
    left, right = ({*e.agents, *e.targets, *e.slots.doer, *e.slots.undergoer, *e.slots.object} for e in (a, b))
    return bool(left & right)


# Slot, the details of one place, and which of two places go together.
_SLOTS: tuple[tuple[str, Callable[[Desk, Span], list[Any]], Callable[[Desk, Any, Any], _Found]], ...] = (
    ("figure", _figures, _numbers),
    ("time", _moments, _hours),
    ("date", _whens, _days),
)
