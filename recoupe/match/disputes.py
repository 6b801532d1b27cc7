"""Opposed stances of different holders: one says it was so, another that it was not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from recoupe.match.desk import Desk
from recoupe.match.levels import SURE
from recoupe.match.merge import Occasion
from recoupe.types import Claim


def is_disputed(desk: Desk, group: Sequence[Occasion]) -> bool:
    """Do different holders stand opposed: one denies what another alleges or tells?"""
    for occasion in group:
        stances: dict[str, list[Claim]] = defaultdict(list)
        for claim in occasion.claims:
            stances[claim.event].append(claim)
        for claims in stances.values():
            denying = [c for c in claims if c.status == "denied" or c.negated]
            others = [c for c in claims if c.status not in ("denied", "hypothetical") and not c.negated]
            if any(d.sources and set(d.sources) != set(o.sources) for d in denying for o in others):
                return True
    if _said_and_unsaid(group):
        return True
    charges = any(c.status == "alleged" or c.sources and c.status == "happened" for o in group for c in o.claims if not c.negated)
    denied = {
        tuple(c.sources)
        for o in group
        for c in o.claims
        if c.sources and (c.status == "denied" and (charges or not _about_denial(desk, c)) or c.negated and charges)
    }
    told = {
        tuple(c.sources)
        for o in group
        for c in o.claims
        if not c.negated and (c.status == "alleged" or c.sources and c.status == "happened") and not _about_denial(desk, c)
    }
    return any(d != t for d in denied for t in told)


def _said_and_unsaid(group: Sequence[Occasion]) -> bool:
    """Does one report tell in its own voice what another's source says is not so, or the other way round?"""
    rows = [(o.report, c) for o in group for c in o.claims if c.certainty == "certain" and c.status in SURE]
    no = {(r, tuple(c.sources)) for r, c in rows if c.negated}
    yes = {(r, tuple(c.sources)) for r, c in rows if not c.negated}
    verbal = all(not e.slots.nominal for o in group for e in o.events)
    return verbal and any(a != b and s != t and (s or t) for a, s in no for b, t in yes)


def _about_denial(desk: Desk, claim: Claim) -> bool:
    event = desk.events.get(claim.event)
    return event is None or event.frame in ("DENY", "REJECT", "ACCUSE")
