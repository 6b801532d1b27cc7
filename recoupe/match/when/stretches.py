"""The same length of time told by several reports of one thing: "au pouvoir depuis 14 mois", "14 mois de cohabitation".

What `durations` ties by the noun and `lasting` by its kind is tied here by the number itself, where few things last so long,
and by who and what stands beside it; "près de 500 jours" and "491 jours" by the number alone, where no other length fits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from recoupe.match.acts.governing import Happening, alike, common_words, happening_at, is_one
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, fitting, labelled, shown, touches
from recoupe.match.when.lengths import DAY
from recoupe.match.when.spells import Spell, find_spells
from recoupe.types import Difference, SlotVerdict, Span

_COMMON = frozenset((1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 24, 30, 48, 50, 72, 100))  # many things last so long
_NEAR = 1.3  # times as long as what it rounds
_UNITS = (DAY, 7 * DAY, 30.4 * DAY, 365.25 * DAY)


def draft_stretches(desk: Desk, told: Sequence[Draft]) -> Iterator[Draft]:
    """One matter for each length of days or more that reports of one affair tell alike, but for those already told."""
    known = [s for d in told for x in d.differences for v in x.values for s in v.evidence]
    by_length: dict[float, list[tuple[Spell, Happening]]] = defaultdict(list)
    spells = {r: _spells(desk, r) for r in sorted(desk.readings) if len(desk.related[r]) > 1}
    for spell in (s for here in spells.values() for s in here):
        if what := happening_at(desk, spell.span):
            by_length[spell.exact].append((spell, what))
    for exact in sorted(by_length):
        for group in fitting(by_length[exact], lambda a, b: _is_one(desk, a, b)):
            spans = _firsts(group)
            if len(spans) > 1 and not all(touches(s, known) for s in spans) and (draft := _draft(desk, spans, "same")):
                known += spans
                yield draft
    for a, b in _rounded(desk, spells):
        spans = [a.span, b.span]
        if not all(touches(s, known) for s in spans) and (draft := _draft(desk, spans, "refined")):
            yield draft


def _draft(desk: Desk, spans: Sequence[Span], verdict: SlotVerdict) -> Draft | None:
    values = shown(desk, spans)
    title = labelled("Durée", values)
    return draft_values(desk, "duration", title, Difference("duration", verdict, values))


def _spells(desk: Desk, report: str) -> list[Spell]:
    """The lengths of a day or more in a report."""
    return [s for s in find_spells(desk, report) if s.exact >= DAY and not _is_none(desk, s)]


def _rounded(desk: Desk, spells: Mapping[str, Sequence[Spell]]) -> Iterator[tuple[Spell, Spell]]:
    """Lengths of two reports of which one rounds the other, a rare one, when neither report tells another that fits."""
    for left, right in combinations(spells, 2):
        if right not in desk.related[left]:
            continue
        near = [(a, b) for a in spells[left] for b in spells[right] if a.meets(b) and _is_near(a.exact, b.exact)]
        for a, b in near:
            alone = sum(a is x or b is y for x, y in near) == 1
            if alone and a.loose != b.loose and a.exact != b.exact and _is_rare((b if a.loose else a).exact):
                yield a, b


def _is_near(a: float, b: float) -> bool:
    return max(a, b) <= _NEAR * min(a, b)


def _is_none(desk: Desk, spell: Spell) -> bool:
    """An age, or the span of a comparison: "en hausse sur un an"."""
    text, start = desk.readings[spell.span.report].report.text, spell.span.start
    return spell.aged or text[max(0, start - 4) : start].lower().endswith(("sur ", "par "))


def _firsts(group: Sequence[tuple[Spell, Happening]]) -> list[Span]:
    """The first words for it of each report."""
    found: dict[str, Span] = {}
    for spell, _ in group:
        found.setdefault(spell.span.report, spell.span)
    return [found[r] for r in sorted(found)]


def _is_one(desk: Desk, a: tuple[Spell, Happening], b: tuple[Spell, Happening]) -> bool:
    """Are two like lengths of one thing: a rare one of the same party, a common one of the same act and party?"""
    (left, one), (right, two) = a, b
    if left.span.report == right.span.report:
        return bool(alike(one, two) and one.names & two.names)
    if right.span.report not in desk.related[left.span.report]:
        return False
    if _is_rare(left.exact):
        return bool(one.names & two.names or left.things & right.things) or is_one(one, two)
    return bool(alike(one, two)) and bool(one.names & two.names or common_words(one, two)) and is_one(one, two)


def _is_rare(exact: float) -> bool:
    """ "14 mois", "43 jours": not a number of units that all sorts of things last."""
    return not any(round(exact / unit, 3) in _COMMON for unit in _UNITS)
