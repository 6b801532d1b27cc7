"""Matters of the time of day that two reports give to one act, in whatever words, where the two exclude each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.match.alike.surroundings import Answers, Pair
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, shown
from recoupe.match.opposing import oppose_answers, opposed_before
from recoupe.match.when.onehour import JUDGE, Moment, hour_pairs, moments_of
from recoupe.match.who.joined import groups
from recoupe.types import Span

ENOUGH = 0.5  # chance of one act
_AT = "à "
_SLOTS = ("time", "date", "hour")


def draft_hour_clashes(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for the hours of reports most likely told of one act, where no matter opposes them yet."""
    out, held = list(drafts), opposed_before(drafts, _SLOTS)
    pairs = [p for p in _likeliest(desk) if not held(p)]
    for act in groups(pairs, lambda s: f"{s.report} {s.start:07d}"):
        oppose_answers(desk, out, "hours", "Heure", "time", shown(desk, _with_lead(desk, act)))
    return out


def _with_lead(desk: Desk, spans: Sequence[Span]) -> list[Span]:
    """The times in words that can stand for each other: "à 7 h 30" beside "à la mi-journée", "7 h 30" beside "9 heures"."""
    if all(desk.text(s)[:1].isdigit() for s in spans):
        return list(spans)
    texts = {s.report: desk.readings[s.report].report.text for s in spans}
    return [replace(s, start=s.start - len(_AT)) if texts[s.report].endswith(_AT, 0, s.start) else s for s in spans]


def _likeliest(desk: Desk) -> list[tuple[Span, Span]]:
    """Of each two reports the two times of day most likely told of one act, if those of the other reports agree with it."""
    moments, chances = Answers(desk, moments_of), dict[frozenset[Span], float]()
    best: list[Pair[Moment]] = []
    for a in sorted(desk.readings):
        for b in sorted(desk.related[a]):
            if a < b:
                pairs = list(hour_pairs(moments, a, b))
                chances |= {frozenset((p.left.span, p.right.span)): JUDGE.of(p) for p in pairs}
                best += sorted(pairs, key=JUDGE.of)[-1:]
    acts: dict[Span, list[Moment]] = {}
    found = []
    for pair in sorted(best, key=lambda p: (-JUDGE.of(p), p.left.span, p.right.span)):
        left, right = (acts.get(m.span, [m]) for m in (pair.left, pair.right))
        if JUDGE.of(pair) >= ENOUGH and (left is right or are_one(desk.related, left, right, chances)):
            if not desk.are_days_apart(pair.left.span.report, pair.right.span.report):
                found.append((pair.left.span, pair.right.span))
            one = left if left is right else [*left, *right]
            acts |= {m.span: one for m in one}
    return found


def are_one(
    related: Mapping[str, frozenset[str]],
    left: Sequence[Moment],
    right: Sequence[Moment],
    chances: Mapping[frozenset[Span], float],
) -> bool:
    """Is every time of one act, on the whole, told of the other? Three reports that say 20 h 11 outvote a pair by chance."""
    pairs = [(x, y) for x in left for y in right if y.span.report in related[x.span.report] - {x.span.report}]
    told = [1.0 if x.minutes == y.minutes else chances.get(frozenset((x.span, y.span)), 0.0) for x, y in pairs]
    return bool(told) and sum(told) >= ENOUGH * len(told)
