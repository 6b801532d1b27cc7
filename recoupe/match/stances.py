"""How sure each report is of a happening, and whether a headline is surer than its own text."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.match.desk import Desk
from recoupe.match.drafts import in_order
from recoupe.match.families import acts
from recoupe.match.levels import SURE, by_act, shown, stances_of
from recoupe.match.merge import Occasion
from recoupe.types import Claim, Difference, SlotVerdict, Value


def compare_stances(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """Certainty and state of affairs, report by report: of the first act on which they differ."""
    return next((d for part in by_act(group) if (d := _compare(desk, part))), None)


def _compare(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    rows, values = stances_of(group)
    levels = set(rows.values())
    if {"sure", "ahead"} <= levels:
        done = [desk.order[r] for r, level in rows.items() if level == "sure"]
        ahead = [desk.order[r] for r, level in rows.items() if level == "ahead"]
        verdict: SlotVerdict = "updated" if min(ahead)[0] <= max(done)[0] and _one_act(group) else "wording"
        return Difference("status", verdict, values)
    asked = any(v.value == "requested" for v in values)  # what one asks for is no surer for another's weighing it
    if {"sure", "hedged"} <= levels or {"hedged", "ahead"} <= levels and not asked:
        return Difference("certainty", "refined", values)
    return None


def _one_act(group: Sequence[Occasion]) -> bool:
    """Do all tell it by one frame, or by words for one act? A departure and a return are none."""
    return len({o.frame for o in group}) == 1 or bool(frozenset.intersection(*(acts(o.lemmas) for o in group)))


def compare_headline(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """A headline that tells as done what its own text hedges or only plans."""
    for occasion in group:
        top = [c for c in occasion.claims if _in_headline(desk, c) and not c.negated]
        below = [c for c in occasion.claims if not _in_headline(desk, c) and c.status != "denied"]
        sure = [c for c in top if c.status in SURE and not c.sources and not desk.events[c.event].slots.nominal]
        if sure and below and not any(c.status in SURE for c in below):
            rows = [(c.status, shown(c.evidence)) for c in (sure[0], below[0]) if c.evidence]
            if len(rows) == 2:
                return Difference("certainty", "wording", in_order([Value(occasion.report, s, spans) for s, spans in rows]))
    return None


def _in_headline(desk: Desk, claim: Claim) -> bool:
    event = desk.events.get(claim.event)
    if event is None:
        return False
    parsed = desk.readings[event.report].parsed
    first = parsed.sentences[0]
    return event.trigger.end <= first.end and any(s.paragraph > first.paragraph for s in parsed.sentences)
