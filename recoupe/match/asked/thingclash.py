"""Matters of things that exclude each other in two reports of one act: fled in a van here, on a motorbike there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recoupe.match.alike.surroundings import Answers, Pair
from recoupe.match.asked.onething import JUDGE, Thing, by_kind, thing_pairs
from recoupe.match.desk import Desk
from recoupe.match.drafts import STANCES, Draft, agree, draft_values, shown, touches
from recoupe.types import Difference

ENOUGH = 0.6  # chance of one act
_LABELS = {"instrument": "Moyen", "cause": "Cause", "place": "Lieu", "object": "Objet"}


def draft_thing_clashes(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with the two things of a kind most likely told of one act opposed: where a matter has them, or as one more."""
    out, things = list(drafts), Answers(desk, by_kind)
    for a in sorted(desk.readings):
        for b in sorted(desk.related[a]):
            if a < b and not desk.are_days_apart(a, b):
                best: dict[str, Pair[Thing]] = {}
                for pair in thing_pairs(things, a, b):
                    if JUDGE.of(pair) >= ENOUGH:
                        kind = pair.left.sort.kind
                        best[kind] = max(best.get(kind, pair), pair, key=JUDGE.of)
                for _, pair in sorted(best.items()):
                    home = next((n for n, d in enumerate(out) if _held(d, pair)), None)
                    if home is not None:
                        out[home] = _opposed(out[home], pair)
                    elif draft := _draft(desk, pair):
                        out.append(draft)
    return out


def _held(draft: Draft, pair: Pair[Thing]) -> Difference | None:
    """The slot of a matter that has the words of both."""
    both = (pair.left.span, pair.right.span)
    slots = (x for x in draft.differences if x.slot not in STANCES)
    return next((x for x in slots if all(touches(s, [e for v in x.values for e in v.evidence]) for s in both)), None)


def _opposed(draft: Draft, pair: Pair[Thing]) -> Draft:
    """The matter with its two things opposed, if it took them for the same."""
    old = _held(draft, pair)
    if old is None or old.verdict not in ("same", "refined"):
        return draft
    differences = tuple(replace(x, verdict="contradicted") if x is old else x for x in draft.differences)
    return replace(draft, differences=differences, agreement=agree(len(draft.reports), differences))


def _draft(desk: Desk, pair: Pair[Thing]) -> Draft | None:
    values = shown(desk, (pair.left.span, pair.right.span))
    slot = pair.left.sort.slot
    title = f"{_LABELS[slot]} : " + " ou ".join(v.value or "" for v in values)
    return draft_values(desk, "thing", title, Difference(slot, "contradicted", values))
