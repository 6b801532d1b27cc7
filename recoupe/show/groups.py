"""The matters by agreement, in the order in which an editor needs them, and the words that each rests on."""

from __future__ import annotations

from collections import defaultdict

from recoupe.show.stances import stances_of
from recoupe.show.view import View
from recoupe.types import Agreement, Matter, Span

# What an editor needs first comes first.
ORDER: tuple[Agreement, ...] = ("contradicted", "disputed", "updated", "refined", "shared", "related", "single")


def group_matters(view: View) -> tuple[tuple[Agreement, tuple[Matter, ...]], ...]:
    """Matters by agreement in the order an editor needs; inside, most reports first, who is who and bare days last."""
    by: dict[str, list[Matter]] = defaultdict(list)
    for matter in view.dossier.matters:
        by[matter.agreement].append(matter)
    return tuple((a, tuple(sorted(by[a], key=lambda m: matter_key(view, m)))) for a in ORDER if by[a])


def evidence_of(view: View, matter: Matter) -> tuple[Span, ...]:
    """Every span a matter rests on, once, in the order of the reports."""
    spans = {s for stance in stances_of(view, matter) for s in stance.spans}
    spans |= {s for d in matter.differences for v in d.values for s in v.evidence}
    if not spans:
        spans = {s for e in matter.events if e in view.events for s in view.events[e].spans}
    return view.sorted_spans(spans)


def matter_key(view: View, matter: Matter) -> tuple[bool, int, int, tuple[int, int], str]:
    """The place of a matter among those of one agreement: who is who last, then by reports, differences, place."""
    spans = evidence_of(view, matter)
    first = (view.order(spans[0].report), spans[0].start) if spans else (10**9, 0)
    return (_is_background(matter), -len(matter.reports), -len(matter.differences), first, matter.id)


def _is_background(matter: Matter) -> bool:
    """Who somebody is, when it was, how long: told alike or more exactly, no news of its own."""
    slots = {d.slot for d in matter.differences}
    kept = matter.agreement in ("shared", "refined")
    return kept and (slots == {"role"} or slots == {"date"} and not matter.claims or slots == {"duration"} and not matter.claims)
