"""How sure each report is of a happening, and whether a headline is surer than its own text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recoupe.match.acts.families import acts, kinds
from recoupe.match.acts.happening import Occasion, opposed
from recoupe.match.acts.levels import SURE, Level, by_act, shown, stances_of
from recoupe.match.acts.sides import PERSON, ROLE
from recoupe.match.acts.slots import days_between
from recoupe.match.count.twocounts import are_two_sums
from recoupe.match.desk import Desk
from recoupe.match.drafts import in_order
from recoupe.types import Claim, Difference, SlotVerdict, Value

_FOR = frozenset(("pour", "afin"))
_PUT_OFF = 3  # days
_TIMELESS = frozenset(("COMPRISE",))  # "une délégation composée de ministres" is none the less planned for being told as it is
_STEPS = frozenset(("CHARGE",))  # a frame of several steps: who "est poursuivi" has not been tried


def compare_stances(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """Certainty and state of affairs, report by report: of the first act on which they differ."""
    return next((d for part in by_act(group) if (d := _compare(desk, part))), None)


def _compare(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    rows, values = stances_of(group)
    levels = set(rows.values())
    if {"sure", "ahead"} <= levels and not all(o.frame in _TIMELESS for o in group):
        done = [desk.order[r] for r, level in rows.items() if level == "sure"]
        ahead = [desk.order[r] for r, level in rows.items() if level == "ahead"]
        told = [o for o in group if not _is_aim(desk, o)]  # what was done for is not what was ahead
        verdict: SlotVerdict = "updated" if min(ahead)[0] <= max(done)[0] and _came_about(told, rows) else "wording"
        return Difference("status", verdict, values)
    asked = any(v.value == "requested" for v in values)  # what one asks for is no surer for another's weighing it
    if {"sure", "hedged"} <= levels or {"hedged", "ahead"} <= levels and not asked:
        held = any(v.value == "alleged" for v in values)  # what is only possible for one may come true or not
        return Difference("certainty", "refined" if held and not _of_two_sums(desk, values) else "wording", values)
    return None


def _of_two_sums(desk: Desk, values: Sequence[Value]) -> bool:
    """Is each told of its own sum: "aurait touché 45 000 euros", "100 000 euros touchés"?"""
    spans = [v.evidence[0] for v in values]
    return all(are_two_sums(desk, a, b) for a in spans for b in spans if a.report < b.report)


def _came_about(group: Sequence[Occasion], rows: Mapping[str, Level]) -> bool:
    """Does a report have done what another has ahead: one act of one party or thing, not two that only a topic joins?"""
    ahead, done = ([o for o in group if rows.get(o.report) == level] for level in ("ahead", "sure"))
    return any(_one_act(a, b) for a in ahead for b in done)


def _is_aim(desk: Desk, occasion: Occasion) -> bool:
    """Is all that it tells an aim: "pour faire baisser le chômage", "afin de sauver les otages"?"""
    parsed = desk.readings[occasion.report].parsed
    heads = [e.slots.predicate for e in occasion.events if not e.slots.nominal and 0 <= e.slots.predicate < len(parsed.words)]
    aims = [any(k.lower in _FOR for k in parsed.kids(i)) and parsed.words[i].feat("VerbForm") == "Inf" for i in heads]
    return bool(aims) and all(aims) and len(aims) == len(occasion.events)


def _one_act(a: Occasion, b: Occasion) -> bool:
    """Is b what a had ahead? A departure and a return are not one act, nor are "elle pourrait partir", "lui est parti"."""
    if opposed(a, b, a.agents, b.agents) or all(e.slots.nominal for e in b.events):
        return False  # "avant l'élection régionale" names the act, it does not say that it took place
    if _befalls_apart(a, b) or _days_apart(a, b):
        return False  # "doit rencontrer les élus", "a rencontré son homologue"
    several = a.frame in _STEPS and not a.lemmas & b.lemmas
    return (
        bool(acts(a.lemmas) & acts(b.lemmas)) or a.frame == b.frame and not several and bool(a.lemmas & b.lemmas or _meet(a, b))
    )


def _days_apart(a: Occasion, b: Occasion) -> bool:
    """Set for one day and done on another, more than some days from it: each time may be another."""
    days = [(x, y) for x in a.whens for y in b.whens if x.earliest and x.latest and y.earliest and y.latest]
    return bool(days) and all(days_between(x, y) > _PUT_OFF for x, y in days)


def _befalls_apart(a: Occasion, b: Occasion) -> bool:
    """Is it done to one party here and to another there, or to two things that have no word in common?"""
    left, right = ((o.targets | o.undergoers | o.objects) - {PERSON, ROLE} for o in (a, b))
    return bool(a.undergoers and b.undergoers and left and right and not left & right) and not (
        kinds(a.undergoers) & kinds(b.undergoers)
    )


def _meet(a: Occasion, b: Occasion) -> bool:
    """Does one party or one thing take part in both?"""
    parties = (a.agents | a.targets) & (b.agents | b.targets) - {PERSON, ROLE}
    return bool(parties or (a.doers | a.undergoers) & (b.doers | b.undergoers) or a.objects & b.objects)


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
