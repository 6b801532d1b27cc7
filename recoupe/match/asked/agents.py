"""Two doers of what one party alone did, joined or not: "signé par le maire", "par son adjoint"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from recoupe.match.acts.affairs import gap_between
from recoupe.match.acts.parties_apart import are_two
from recoupe.match.acts.slots import compare_days, compare_figures
from recoupe.match.asked.doers import Doing, find_doings
from recoupe.match.asked.onething import sorts
from recoupe.match.asked.wishes import find_wishes
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.types import Difference, SlotVerdict, Span, Value

_NAMED = "n:"  # of keys that are names
_DAYS = 5  # between two reports that each bring in a thing of their own


def draft_agents(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each act that two reports give to two doers."""
    known = frozenset(place for d in drafts for place in _places(desk, d))
    found: dict[tuple[str, str], dict[str, list[Doing]]] = defaultdict(lambda: defaultdict(list))
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1:
            for doing in (*find_doings(desk, report), *find_wishes(desk, report)):
                found[doing.act, doing.key][report].append(doing)
    out: dict[tuple[Span, ...], Draft] = {}
    for key in sorted(found):
        rows = [d for r in sorted(found[key]) if (d := _one(desk, found[key][r])) is not None]
        if (draft := _draft(desk, rows)) and not _is_known(desk, draft, known):
            out.setdefault(tuple(v.evidence[0] for v in draft.differences[0].values), draft)
    return [*drafts, *out.values()]


def _is_known(desk: Desk, draft: Draft, known: frozenset[tuple[str, int]]) -> bool:
    """Was it told by the events that were joined?"""
    return sum(place in known for place in _places(desk, draft)) > 1


def _places(desk: Desk, draft: Draft) -> set[tuple[str, int]]:
    """The sentences in which a matter tells who did it."""
    spans = [s for x in draft.differences if x.slot == "agent" for v in x.values for s in v.evidence]
    words = [(s.report, desk.readings[s.report].parsed.at(s.start, s.end)) for s in spans]
    return {(report, desk.readings[report].parsed.words[at[0]].sent) for report, at in words if at}


def _one(desk: Desk, doings: Sequence[Doing]) -> Doing | None:
    """What a report says of the act; None where it knows two doers."""
    first = min(doings, key=lambda d: (not d.alone, d.span))
    return None if any(are_two(desk, first, d) for d in doings) else first


def _draft(desk: Desk, rows: Sequence[Doing]) -> Draft | None:
    pairs = [(a, b) for a, b in combinations(rows, 2) if b.report in desk.related[a.report] and _clash(desk, a, b)]
    if not pairs:
        return None
    told = {d for pair in pairs for d in pair}
    values = in_order([Value(d.report, " ".join(desk.text(d.span).split()), (d.span,)) for d in told])
    said = all(a.sources or b.sources for a, b in pairs)
    verdict: SlotVerdict = "wording" if said else "contradicted"
    return draft_values(desk, "agent", "", Difference("agent", verdict, values), disputed=said)


def _clash(desk: Desk, a: Doing, b: Doing) -> bool:
    """Is it one act of one thing, which two parties are said to have done?"""
    if a.alone + b.alone < max(a.needs, b.needs):
        return False
    if a.ahead != b.ahead or _of_two_sorts(a.thing, b.thing):
        return False
    if not a.key.startswith(_NAMED) and _may_be_another(desk, a, b):
        return False
    if a.narrow and b.narrow and not a.narrow & b.narrow or a.to and b.to and a.to != b.to:
        return False
    if a.count and b.count and compare_figures(a.count, b.count) not in ("same", "refined"):
        return False
    whens = [desk.whens.get(e.when or "") if (e := desk.event_at(d.span)) else None for d in (a, b)]
    if whens[0] and whens[1] and compare_days(desk, whens[0], whens[1]) == "disjoint":
        return False
    return are_two(desk, a, b)


def _may_be_another(desk: Desk, a: Doing, b: Doing) -> bool:
    """Is it "the contract" of a month later, or "une résolution" where the other report told of "une résolution" days before?"""
    if desk.are_weeks_apart(a.report, b.report):
        return True
    gap = gap_between(desk.published(a.report), desk.published(b.report))
    return gap > _DAYS and a.new and b.new


def _of_two_sorts(a: str, b: str) -> bool:
    """ "La voiture", "le camion": each has its driver."""
    left, right = sorts().get(a), sorts().get(b)
    return left is not None and right is not None and left.kind == right.kind and left.name != right.name
