"""The matter that shows an update already, and how it takes in the other places that tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recoupe.match.drafts import Draft, in_order
from recoupe.types import Value


def home_of(drafts: Sequence[Draft], values: Sequence[Value]) -> int | None:
    """The matter that shows this difference already."""
    for n, draft in enumerate(drafts):
        for difference in draft.differences:
            if difference.verdict in ("updated", "contradicted"):
                hit = {v.report for v in values for w in difference.values if v.report == w.report and _meet(v, w)}
                if len(hit) >= len(values):
                    return n
    return None


def with_places(draft: Draft, values: Sequence[Value]) -> Draft:
    """The matter that shows an update, with the other places that tell it."""

    def grown(old: Value) -> Value:
        more = (s for v in values if v.report == old.report and _meet(v, old) for s in v.evidence)
        fresh = [s for s in more if not any(s.start < t.end and t.start < s.end for t in old.evidence)]
        return replace(old, evidence=(*old.evidence, *sorted(set(fresh))))

    differences = tuple(
        replace(d, values=in_order([grown(v) for v in d.values])) if d.verdict == "updated" else d for d in draft.differences
    )
    return replace(draft, differences=differences)


def _meet(a: Value, b: Value) -> bool:
    return any(s.start < t.end and t.start < s.end for s in a.evidence for t in b.evidence)
