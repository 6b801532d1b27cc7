"""Opposed stances within one matter: one holder says it was so, another that it was not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from recoupe.match.acts.happening import Occasion
from recoupe.match.acts.levels import SURE
from recoupe.match.desk import Desk
from recoupe.match.dispute.denials import governed, heads_denial
from recoupe.types import Claim, Event

_WISHED = frozenset(("requested", "hypothetical", "opinion"))  # not to want it is not to deny it


def is_disputed(desk: Desk, group: Sequence[Occasion]) -> bool:
    """Do different holders stand opposed: one denies what another alleges or tells?"""
    for occasion in group:
        stances: dict[str, list[Claim]] = defaultdict(list)
        for claim in occasion.claims:
            stances[claim.event].append(claim)
        for claims in stances.values():
            denying = [c for c in claims if c.status == "denied" and falls_on(desk, c) or c.negated and c.status not in _WISHED]
            others = [c for c in claims if c.status not in ("denied", "hypothetical") and not c.negated]
            if any(d.sources and set(d.sources) != set(o.sources) for d in denying for o in others):
                return True
    if _said_and_unsaid(group):
        return True
    charges = any(c.status == "alleged" or c.sources and c.status == "happened" for o in group for c in o.claims if not c.negated)
    denied = [
        (o.report, c)
        for o in group
        for c in o.claims
        if c.sources
        and falls_on(desk, c)
        and (
            c.status == "denied" and (charges or not _about_denial(desk, c)) or c.negated and charges and c.status not in _WISHED
        )
    ]
    told = [
        (o.report, c)
        for o in group
        for c in o.claims
        if not c.negated and (c.status == "alleged" or c.sources and c.status == "happened") and not _about_denial(desk, c)
    ]
    return any(d.sources != t.sources and not _not_yet(desk, r, d, q) for r, d in denied for q, t in told)


def falls_on(desk: Desk, claim: Claim) -> bool:
    """Does a denial fall on the event of this claim, not on another word of what is denied?"""
    event, statement = desk.events.get(claim.event), desk.statements.get(claim.statement or "")
    if claim.status != "denied" or event is None:
        return True
    if statement is None or statement.act != "deny":
        return not _denies_else(desk, claim, event)
    return heads_denial(desk, event, statement)


def _denies_else(desk: Desk, claim: Claim, event: Event) -> bool:
    """ "Se défend de vouloir fermer la caserne" denies its own words, not what was told before."""
    for span in claim.evidence:
        for one in desk.readings[span.report].events if span.report == event.report else ():
            if one.frame == "DENY" and one.id != event.id and span.start <= one.trigger.start < span.end:
                tail = governed(desk, one)
                return bool(tail) and not any(w.start <= event.trigger.start < w.end for w in tail)
    return False


def _not_yet(desk: Desk, report: str, claim: Claim, later: str) -> bool:
    """Is it said not to be so, outright denied by nobody, in a report older than the one that has it done?"""
    return claim.status != "denied" and "" < desk.order[report][0] < desk.order[later][0]


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
