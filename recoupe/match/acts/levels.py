"""How one report stands to a happening: sure of it, ahead of it, hedging, or saying it never was."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from recoupe.match.acts.families import acts
from recoupe.match.acts.happening import Occasion
from recoupe.match.desk import Desk
from recoupe.match.drafts import in_order
from recoupe.types import Claim, Event, Span, Value

Level = Literal["sure", "ahead", "hedged", "never"]
SURE = frozenset(("happened", "ongoing", "state"))
AHEAD = frozenset(("planned", "announced", "possible", "requested"))
HEDGED = frozenset(("alleged", "possible", "hypothetical", "opinion"))
_YET = re.compile(
    r"(?i)\b(?:encore|toujours pas|à ce stade|pour l['’](?:instant|heure)|pour le moment|jusqu['’](?:ici|à présent)|"
    r"à cette heure)\b"
    r"|\bn(?:e |['’])\S+(?: \S+)? plus\b"
)
_MAX_EVIDENCE = 500


def stances_of(group: Sequence[Occasion]) -> tuple[dict[str, Level], tuple[Value, ...]]:
    """How each report stands to a happening, and the words that say so; nothing when all stand alike."""
    rows = {o.report: stand(o) for o in group}
    if len(rows) < 2 or len({level for level, _ in rows.values()} - {None}) < 2:
        return {}, ()
    values = in_order([Value(r, c.status, shown(c.evidence)) for r, (_, c) in sorted(rows.items()) if c and c.evidence])
    if len({v.report for v in values}) < 2:
        return {}, ()
    return {r: level for r, (level, _) in rows.items() if level}, values


def by_act(group: Sequence[Occasion]) -> Iterator[list[Occasion]]:
    """The occasions cut down to one act that two reports tell, each in turn; then all they tell.

    A report that vouches for the flood may still put the fallen bridge on the word of a neighbour.
    """
    held: dict[str, set[str]] = defaultdict(set)
    for occasion in group:
        for event in occasion.events:
            held[_act(event)].add(occasion.report)
    for act in sorted(a for a, reports in held.items() if len(reports) > 1) if len(held) > 1 else ():
        cut = [replace(o, events=tuple(e for e in o.events if _act(e) == act)) for o in group]
        yield [_with_claims(o) for o in cut if o.events]
    yield list(group)


def _act(event: Event) -> str:
    known = sorted(acts(frozenset([event.lemma])))
    return known[0] if known else event.lemma.lower()


def _with_claims(occasion: Occasion) -> Occasion:
    ids = {e.id for e in occasion.events}
    return replace(occasion, claims=tuple(c for c in occasion.claims if c.event in ids))


def stand(occasion: Occasion) -> tuple[Level | None, Claim | None]:
    """How a report stands to the occasion: sure, ahead (planned), hedged, or never."""
    bare = {e.id for e in occasion.events if e.slots.nominal and not e.when}  # "la suppression de la taxe" may lie ahead
    told = [c for c in occasion.claims if c.event not in bare or c.status not in (*SURE, "announced")]
    own = [c for c in told if not c.sources] or told
    for claim in own:
        if claim.status == "denied":
            continue
        if claim.negated:
            return ("never", claim) if claim.status in SURE and claim.certainty == "certain" else (None, None)
        if claim.status in SURE:
            return "sure", claim
        if claim.status in HEDGED:
            return "hedged", claim
        if claim.status in AHEAD:
            return "ahead", claim
    return None, None


def is_not_yet(desk: Desk, told: Span) -> bool:
    """Does the sentence of these words say that they hold until now or no longer: "pas encore", "à ce stade", "ne … plus"?"""
    parsed = desk.readings[told.report].parsed
    words = parsed.at(told.start, told.end)
    if not words:
        return False
    sentence = parsed.sentence_of(words[0])
    return bool(_YET.search(parsed.text, sentence.start, sentence.end))


def in_own_voice(occasion: Occasion) -> bool:
    """Does the report tell it without a source?"""
    return any(not c.sources for c in occasion.claims)


def shown(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans of evidence that are short enough to be read."""
    return tuple(s for s in spans if s.end - s.start <= _MAX_EVIDENCE)[:3]
