"""Matters of things that exclude each other in two reports of one act: fled in a van here, on a motorbike there."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown, touches
from recoupe.match.onething import ThingPair, chance, thing_pairs
from recoupe.types import Difference

ENOUGH = 0.5  # chance of one act
_LABELS = {"instrument": "Moyen", "cause": "Cause", "place": "Lieu", "object": "Objet"}


def draft_thing_clashes(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for the two things of a kind most likely told of one act, where no matter holds them yet."""
    told = [[s for v in x.values for s in v.evidence] for d in drafts for x in d.differences if len(d.reports) > 1]
    out = list(drafts)
    for a in sorted(desk.readings):
        for b in sorted(desk.related[a]):
            if a < b and not desk.are_weeks_apart(a, b):
                best: dict[str, ThingPair] = {}
                for pair in thing_pairs(desk, a, b):
                    if chance(pair) >= ENOUGH and (kind := pair.left.sort.kind):
                        best[kind] = max(best.get(kind, pair), pair, key=chance)
                for _, pair in sorted(best.items()):
                    held = any(all(touches(t.span, spans) for t in (pair.left, pair.right)) for spans in told)
                    if not held and (draft := _draft(desk, pair)):
                        out.append(draft)
    return out


def _draft(desk: Desk, pair: ThingPair) -> Draft | None:
    values = shown(desk, (pair.left.span, pair.right.span))
    slot = pair.left.sort.slot
    title = f"{_LABELS[slot]} : " + " ou ".join(v.value or "" for v in values)
    return draft_values(desk, "thing", title, Difference(slot, "contradicted", values))
