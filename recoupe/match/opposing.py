"""Where a difference belongs that only all around it tells: on the matter that holds its act as if nothing were opposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, agree, draft_values, touches
from recoupe.types import Difference, Span

_KINDS = ("event", "echo")


def oppose(desk: Desk, drafts: list[Draft], kind: str, title: str, difference: Difference, *, opposed: bool = True) -> None:
    """Add a difference to the matter in whose clauses all its words stand; where there is none, it is a matter of its own.

    Not `opposed`: it is never added, for a finer answer is no news about the act.
    """
    spans = [s for v in difference.values for s in v.evidence]
    home = next((n for n, d in enumerate(drafts) if opposed and _tells(desk, d, spans)), None)
    if home is None:
        made = draft_values(desk, kind, title, difference)
        drafts += [made] if made else []
        return
    draft = drafts[home]
    differences = (difference, *draft.differences)
    agreement = agree(len(draft.reports), differences)
    drafts[home] = replace(draft, kind=kind, differences=differences, agreement=agreement, title=title)


def _tells(desk: Desk, draft: Draft, spans: Sequence[Span]) -> bool:
    """Does a matter tell the act in whose clauses all these words stand, as if nothing were opposed there?"""
    if draft.kind not in _KINDS or draft.agreement not in ("shared", "refined"):
        return False
    clauses = [desk.clause(desk.events[e]) for e in draft.events if e in desk.events]
    return all(touches(s, clauses) for s in spans)
