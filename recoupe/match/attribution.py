"""According to whom each report tells a happening: a source lost, or another one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoupe.match.desk import Desk
from recoupe.match.drafts import in_order
from recoupe.match.levels import by_act, shown
from recoupe.match.merge import Occasion
from recoupe.types import Claim, Difference, Span, Value


def compare_sources(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """Who is given as the source of one act: lost in one report, or another one."""
    return next((d for part in by_act(group) if (d := _compare(desk, part))), None)


def _compare(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    rows: dict[str, Claim] = {}
    for occasion in group:
        claims = [c for c in occasion.claims if c.status != "denied" and c.evidence]
        if claims:  # what a report once tells in its own voice it vouches for
            rows.setdefault(occasion.report, sorted(claims, key=lambda c: (bool(c.sources), c.evidence, c.id))[0])
    if len(rows) < 2:
        return None
    innermost = {r: c.sources[-1] if c.sources else None for r, c in rows.items()}
    if len(set(innermost.values())) < 2 or one_party(desk, innermost.values()):
        return None
    values = in_order([Value(r, source_name(desk, innermost[r]), _source_span(desk, c)) for r, c in sorted(rows.items())])
    return Difference("source", "wording" if None in innermost.values() else "refined", values)


def one_party(desk: Desk, actors: Iterable[str | None]) -> bool:
    """Do these ids name one party ("le maire" of two reports that nothing else ties)?"""
    keys = [frozenset(k for k in desk.parties.get(a or "", frozenset()) if k[0] != "~") for a in actors]
    return all(keys) and bool(frozenset.intersection(*keys))


def source_name(desk: Desk, actor: str | None) -> str | None:
    """The name of a source; the report itself where none is given."""
    return desk.actors[actor].name if actor and actor in desk.actors else "le rapport lui-même" if actor is None else None


def _source_span(desk: Desk, claim: Claim) -> tuple[Span, ...]:
    statement = desk.statements.get(claim.statement or "")
    spans = (statement.speaker_span,) if statement and statement.speaker_span else ()
    return (*spans, *shown(claim.evidence))
