"""It happened in one report and did not in another: a contradiction, or an update when it may have happened in between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recoupe.match.acts.attribution import may_be_one
from recoupe.match.acts.comparing import all_solid
from recoupe.match.acts.faced import one_thing, same_deed
from recoupe.match.acts.families import acts
from recoupe.match.acts.happening import LOOSE, Occasion, opposed
from recoupe.match.acts.levels import AHEAD, SURE, Level, in_own_voice, is_not_yet, shown, stances_of
from recoupe.match.acts.sides import PERSON
from recoupe.match.acts.slots import compare_days
from recoupe.match.desk import Desk
from recoupe.match.drafts import in_order
from recoupe.types import Claim, Difference, Value

_LIKELY = 0.1  # weight of a day of publication that cannot be left out


def compare_polarity(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """One report says that it happened, another that it did not, or that it might: both in their own voice."""
    rows, values = stances_of(group)
    if _came_true(desk, group, rows):
        return Difference("status", "updated", values)
    if reversed_ := _reversed(desk, group):
        return reversed_
    if set(rows.values()) == {"ahead", "never"} and all_solid(desk, group):
        last = max(desk.order[r] for r, level in rows.items() if level == "never")
        first = min(desk.order[r] for r, level in rows.items() if level == "ahead")
        return Difference("polarity", "updated", values) if first[0] <= last[0] else None
    if not set(rows.values()) >= {"sure", "never"}:
        return None
    if any(
        compare_days(desk, x, y) == "disjoint"
        for a in group
        for b in group
        if a.report < b.report
        for x in a.whens
        for y in b.whens
    ):
        return None  # it did not happen then, it did happen on another day
    triggers = [o.events[0].trigger for o in group]
    if any(desk.is_elsewhere(x, y) for i, x in enumerate(triggers) for y in triggers[i + 1 :] if x.report != y.report):
        return None  # nor here, but there
    never = [r for r, level in rows.items() if level == "never"]
    sure = [r for r, level in rows.items() if level == "sure"]
    if _came_later(desk, group, never, sure):
        deeds = [o for o in group if o.report in {*never, *sure}]
        one = all(same_deed(a, b) for i, a in enumerate(deeds) for b in deeds[i + 1 :])
        if not one and not all_solid(desk, group):
            return None
        apart = _two_say(desk, [o for o in deeds if o.report in never], [o for o in deeds if o.report in sure])
        # "n'a pas tiré, dit l'un", "a tiré, affirme l'autre": each holds his own, whatever the day
        return Difference("polarity", "wording" if apart else "updated", values)
    if (
        all_solid(desk, group)
        and all(in_own_voice(o) for o in group)
        and not (_may_come(desk, group, never) or _on_two(desk, group))
    ):
        return Difference("polarity", "contradicted", values)
    return None


def _may_come(desk: Desk, group: Sequence[Occasion], never: Sequence[str]) -> bool:
    """ "N'a pas encore été revendiquée", "à ce stade": said of its hour, not of what came after."""
    return any(is_not_yet(desk, e.trigger) for o in group if o.report in never for e in o.events)


def _on_two(desk: Desk, group: Sequence[Occasion]) -> bool:
    """Does it befall two in two reports: "n'a pas entendu l'épouse du notaire", "a entendu le fils du notaire"?"""
    held = [o for o in group if o.undergoers]
    pairs = [(a, b) for i, a in enumerate(held) for b in held[i + 1 :]]
    return any(not one_thing(a.undergoers, b.undergoers) or _is_one_of_several(desk, a, b) for a, b in pairs)


def _is_one_of_several(desk: Desk, a: Occasion, b: Occasion) -> bool:
    """Two nouns, one of them new: "n'ont pas signé l'accord attendu", "ont signé une convention"."""
    return not a.undergoers & b.undergoers and _is_indefinite(desk, a) != _is_indefinite(desk, b)


def _is_indefinite(desk: Desk, occasion: Occasion) -> bool:
    parsed = desk.readings[occasion.report].parsed
    heads = (i for e in occasion.events for s in e.slots.undergoer_spans for i in parsed.at(s.start, s.end))
    return any(k.feat("Definite") == "Ind" for i in heads for k in parsed.kids(i, "det"))


def _two_say(desk: Desk, left: Sequence[Occasion], right: Sequence[Occasion]) -> bool:
    """Is it told on both sides on somebody's word alone, and are those two parties?"""
    claims = [c for o in (*left, *right) for c in o.claims]
    voices = [{c.sources[-1] for o in side for c in o.claims if c.sources} for side in (left, right)]
    return all(c.sources for c in claims) and not any(may_be_one(desk, (a, b)) for a in voices[0] for b in voices[1])


def _reversed(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """Decided against, then for, on another day: "a décidé de ne pas fermer l'avenue", "l'avenue sera fermée"."""
    decided = [(o, claim) for o in group if (claim := _decision(o))]
    if len({claim.negated for _, claim in decided}) < 2:
        return None
    for i, (a, left) in enumerate(decided):
        for b, right in decided[i + 1 :]:
            days = {desk.order[o.report][0] for o in (a, b)}
            if left.negated != right.negated and len(days - {""}) == 2 and a.lemmas & b.lemmas:
                values = [Value(o.report, c.status, shown(c.evidence)) for o, c in ((a, left), (b, right))]
                return Difference("polarity", "updated", in_order(values)) if _on_one(a, b) else None
    return None


def _decision(occasion: Occasion) -> Claim | None:
    """The claim by which a report tells it as decided, when all that do agree whether it will be."""
    told = [c for c in occasion.claims if c.status in ("planned", "announced") and c.evidence]
    return min(told, key=lambda c: (bool(c.sources), c.evidence, c.id)) if len({c.negated for c in told}) == 1 else None


def _on_one(a: Occasion, b: Occasion) -> bool:
    """Does it befall one party, or one thing, in both?"""
    return bool(a.targets & b.targets - {PERSON} or a.undergoers & b.undergoers)


def _came_true(desk: Desk, group: Sequence[Occasion], rows: Mapping[str, Level]) -> bool:
    """Did earlier reports hold for possible what a later one tells as done ("devrait frapper", "a frappé")?"""
    if set(rows.values()) not in ({"hedged", "sure"}, {"hedged", "ahead", "sure"}):
        return False
    open_ = [o for o in group if rows.get(o.report) == "hedged"]
    done = [o for o in group if rows.get(o.report) == "sure"]
    if not all(_is_open(o) for o in open_) or not all(_is_one_act(a, b) for a in open_ for b in done):
        return False
    last, first = max(desk.order[o.report][0] for o in open_), min(desk.order[o.report][0] for o in done)
    return bool(last) and last < first


def _is_open(occasion: Occasion) -> bool:
    """Does it lie ahead of its report, and is no word of a past that is in doubt?"""
    told = {c.status for c in occasion.claims if not c.negated}
    return "possible" in told and not told & SURE and told <= {*AHEAD, "hypothetical"} and "past" not in occasion.tenses


def _is_one_act(a: Occasion, b: Occasion) -> bool:
    one = bool(a.lemmas & b.lemmas) or a.frame == b.frame and a.frame not in LOOSE or bool(acts(a.lemmas) & acts(b.lemmas))
    apart = a.undergoers and b.undergoers and not one_thing(a.undergoers, b.undergoers)
    return one and not apart and not opposed(a, b, a.agents, b.agents)


def _came_later(desk: Desk, group: Sequence[Occasion], never: Sequence[str], sure: Sequence[str]) -> bool:
    """May it have been done after the report that says it was not came out? Then both are right at their time."""
    out = min(_may_be_out(desk, r) for r in never)
    days = [w.latest for o in group if o.report in sure for w in o.whens if w.latest]
    if days:
        return max(days) >= out
    return out < min(desk.order[r][0] for r in sure)


def _may_be_out(desk: Desk, report: str) -> str:
    """The first day on which a report may well have come out."""
    record = desk.readings[report].report
    likely = [g.value for g in record.published_distribution if g.weight >= _LIKELY]
    return min(likely, default=desk.order[report][0])
