"""Where a difference belongs that only all around it tells: on the matter that holds its act as if nothing were opposed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, agree, draft_values, labelled, touches
from recoupe.types import Difference, SlotVerdict, Span, Value

_KINDS = ("event", "echo")


def oppose(desk: Desk, drafts: list[Draft], kind: str, title: str, difference: Difference) -> None:
    """Add a difference to the matter in whose clauses all its words stand; where there is none, it is a matter of its own."""
    spans = [s for v in difference.values for s in v.evidence]
    home = next((n for n, d in enumerate(drafts) if _tells(desk, d, spans)), None)
    if home is None:
        made = draft_values(desk, kind, title, difference)
        drafts += [made] if made else []
        return
    draft = drafts[home]
    differences = (difference, *draft.differences)
    agreement = agree(len(draft.reports), differences)
    drafts[home] = replace(draft, kind=kind, differences=differences, agreement=agreement, title=title)


def oppose_answers(
    desk: Desk,
    drafts: list[Draft],
    kind: str,
    label: str,
    slot: str,
    values: tuple[Value, ...],
    verdict: SlotVerdict = "contradicted",
) -> None:
    """Oppose the answers of several reports under a label: "Date : le 6 ou le 27 mai"."""
    title = labelled(label, values, " ou ")
    oppose(desk, drafts, kind, title, Difference(slot, verdict, values))


def opposed_before(drafts: Sequence[Draft], slots: Collection[str]) -> Callable[[Sequence[Span]], bool]:
    """Whether some matter opposes given words already, by one of these slots."""
    clashing = (x for d in drafts for x in d.differences if x.slot in slots and x.verdict in ("contradicted", "updated"))
    told = [[s for v in x.values for s in v.evidence] for x in clashing]
    return lambda spans: any(all(touches(s, held) for s in spans) for held in told)


def is_called_new(desk: Desk, spans: Sequence[Span], cue: re.Pattern[str]) -> bool:
    """Does the sentence of the later report call its answer a new one: "désormais 17", "le 31 mars, et non le 24"?"""
    later = max(spans, key=lambda s: desk.order[s.report])
    parsed = desk.readings[later.report].parsed
    words = parsed.at(later.start, later.end)
    sentence = parsed.sentence_of(words[0]) if words else None
    return sentence is not None and cue.search(parsed.text, sentence.start, sentence.end) is not None


def _tells(desk: Desk, draft: Draft, spans: Sequence[Span]) -> bool:
    """Does a matter tell the act in whose clauses all these words stand, as if nothing were opposed there?"""
    if draft.kind not in _KINDS or draft.agreement not in ("shared", "refined"):
        return False
    clauses = [desk.clause(desk.events[e]) for e in draft.events if e in desk.events]
    return all(touches(s, clauses) for s in spans)
