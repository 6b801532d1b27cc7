"""Matters of the day to come that two reports give to one appointment, in whatever words, where the two exclude each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.match.acts.affairs import gap_between
from recoupe.match.alike.surroundings import Answers
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, in_order
from recoupe.match.opposing import is_called_new, oppose_answers, opposed_before
from recoupe.match.when.onedate import JUDGE, Appointment, appointments_of, date_pairs
from recoupe.match.who.joined import groups
from recoupe.types import SlotVerdict, Value

ENOUGH = 0.35  # chance of one appointment
_SLOTS = ("time", "date", "hour", "day")
_LONGEST = 7  # days between two reports: later on, another appointment may be meant
_SOON = 2  # days within which two reports know the same
_MOVED = re.compile(
    r"(?i)\b(?:avanc|report|repouss|retard|décal|ajourn|déplac)(?:ée?s?|e|er|ent|é)\b|\b(?:finalement|désormais|au lieu d|et non)"
)


def draft_date_clashes(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for the days to come of reports most likely of one appointment, where none opposes them yet."""
    out, held, answers = list(drafts), opposed_before(drafts, _SLOTS), Answers(desk, appointments_of)
    pairs: dict[SlotVerdict, list[tuple[Appointment, Appointment]]] = {"contradicted": [], "updated": []}
    for a in sorted(desk.readings):
        for b in sorted(desk.related[a]):
            gap = gap_between(desk.published(a), desk.published(b))
            best = max(date_pairs(answers, a, b), key=JUDGE.of, default=None) if a < b and gap <= _LONGEST else None
            if best is None or JUDGE.of(best) < ENOUGH:
                continue
            spans = (best.left.span, best.right.span)
            if not held(spans):
                verdict: SlotVerdict = "updated" if gap > _SOON or gap and is_called_new(desk, spans, _MOVED) else "contradicted"
                pairs[verdict].append((best.left, best.right))
    for way, found in pairs.items():
        for act in groups(found, lambda x: f"{x.span.report} {x.span.start:07d}"):
            values = in_order([Value(x.span.report, _words(desk, x), (x.span,)) for x in act])
            oppose_answers(desk, out, "dates", "Date", "date", values, way)
    return out


def _words(desk: Desk, told: Appointment) -> str:
    words = " ".join(desk.text(told.span).split())
    return f"pas {words}" if told.not_before else words
