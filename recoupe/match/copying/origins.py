"""How many independent origins stand behind a matter, and why. Independence is never proved: none in common was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.match.who.joined import Joined
from recoupe.types import Copy

_NUMBERS = ("", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")


def index_copies(copies: Sequence[Copy]) -> dict[str, list[Copy]]:
    """Ties between reports by the first of the two, in order; those without a tie left out."""
    found: dict[str, list[Copy]] = defaultdict(list)
    for copy in sorted(copies, key=lambda c: (c.left, c.right)):
        if copy.relation != "independent":
            found[copy.left].append(copy)
    return found


def count_origins(desk: Desk, draft: Draft, ties: Mapping[str, Sequence[Copy]]) -> tuple[int, tuple[str, ...]]:
    """Reports that copy one another, credit one agency or rest on one innermost source count once."""
    reports = draft.reports
    if len(reports) < 2:
        return 1, ()
    home = Joined(reports)
    told: dict[str, None] = {}
    for copy in (c for r in sorted(home.parent) for c in ties.get(r, ()) if c.right in home.parent):
        if copy.relation != "same_quote" or draft.kind == "quote":
            home.join(copy.left, copy.right, "", 1.0)
            told.update(dict.fromkeys(copy.why[:1]))
    why = list(told)
    for source, members in sorted(_sole_sources(desk, draft).items()):
        if len(members) > 1:
            for other in members[1:]:
                home.join(members[0], other, "", 1.0)
            why.append(f"{_number(len(members))} textes citent la même source : {desk.actors[source].name}.")
    origins = len({home.find(r) for r in reports})
    if not why:
        why.append("Aucune origine commune trouvée.")
    elif origins > 1:
        why.append(
            "Entre les autres, aucune origine commune trouvée." if len(reports) > 2 else "Aucune autre origine commune trouvée."
        )
    return origins, tuple(why)


def _sole_sources(desk: Desk, draft: Draft) -> dict[str, list[str]]:
    """Innermost sources by actor -> reports whose every claim in this matter rests on that one."""
    by_report: dict[str, set[str | None]] = defaultdict(set)
    for event in draft.events:
        record = desk.events.get(event)
        for claim in desk.claims.get(event, ()):
            if record and claim.status != "denied":
                by_report[record.report].add(claim.sources[-1] if claim.sources else None)
    found: dict[str, list[str]] = defaultdict(list)
    for report in draft.reports:
        sources = by_report.get(report, set())
        if len(sources) == 1 and (source := next(iter(sources))) and source in desk.actors:
            found[source].append(report)
    return found


def _number(n: int) -> str:
    return (_NUMBERS[n] if n < len(_NUMBERS) else str(n)).capitalize()
