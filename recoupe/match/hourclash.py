"""Matters of the time of day that two reports give to one act, in whatever words, where the two exclude each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, shown
from recoupe.match.joined import groups
from recoupe.match.onehour import JUDGE, hour_pairs, moments_of
from recoupe.match.opposing import oppose, opposed_before
from recoupe.match.surroundings import Answers
from recoupe.types import Difference, Span

ENOUGH = 0.5  # chance of one act
_AT = "à "
_SLOTS = ("time", "date", "hour")


def draft_hour_clashes(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for the hours of reports most likely told of one act, where no matter opposes them yet."""
    out, held = list(drafts), opposed_before(drafts, _SLOTS)
    pairs = [p for p in _likeliest(desk) if not held(p)]
    for act in groups(pairs, lambda s: f"{s.report} {s.start:07d}"):
        values = shown(desk, _with_lead(desk, act))
        title = "Heure : " + " ou ".join(dict.fromkeys(v.value or "" for v in values))
        oppose(desk, out, "hours", title, Difference("time", "contradicted", values))
    return out


def _with_lead(desk: Desk, spans: Sequence[Span]) -> list[Span]:
    """The times in words that can stand for each other: "à 7 h 30" beside "à la mi-journée", "7 h 30" beside "9 heures"."""
    if all(desk.text(s)[:1].isdigit() for s in spans):
        return list(spans)
    texts = {s.report: desk.readings[s.report].report.text for s in spans}
    return [replace(s, start=s.start - len(_AT)) if texts[s.report].endswith(_AT, 0, s.start) else s for s in spans]


def _likeliest(desk: Desk) -> list[tuple[Span, Span]]:
    """Of each two reports the two times of day most likely told of one act."""
    found, moments = [], Answers(desk, moments_of)
    for a in sorted(desk.readings):
        for b in sorted(desk.related[a]):
            if a < b and not desk.are_days_apart(a, b):
                best = max(hour_pairs(moments, a, b), key=JUDGE.of, default=None)
                if best is not None and JUDGE.of(best) >= ENOUGH:
                    found.append((best.left.span, best.right.span))
    return found
