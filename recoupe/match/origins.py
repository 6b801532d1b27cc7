"""How many independent origins stand behind a matter, and why. Independence is never proved: none in common was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.types import Copy

_NUMBERS = ("", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")


def index_copies(copies: Sequence[Copy]) -> dict[str, list[Copy]]:
    """Ties between reports by either report; those without a tie left out."""
    found: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        if copy.relation != "independent":
            found[copy.left].append(copy)
            found[copy.right].append(copy)
    return found


def count_origins(desk: Desk, draft: Draft, ties: Mapping[str, Sequence[Copy]]) -> tuple[int, tuple[str, ...]]:
    """Reports that copy one another, credit one agency or rest on one innermost source count once."""
    reports = draft.reports
    if len(reports) < 2:
        return 1, ()
    home = {r: r for r in reports}
    why: list[str] = []
    for copy in sorted({id(c): c for r in reports for c in ties.get(r, ())}.values(), key=lambda c: (c.left, c.right)):
        if copy.left in home and copy.right in home and (copy.relation != "same_quote" or draft.kind == "quote"):
            _join(home, copy.left, copy.right)
            why += [w for w in copy.why[:1] if w not in why]
    for source, members in sorted(_sole_sources(desk, draft).items()):
        if len(members) > 1:
            for other in members[1:]:
                _join(home, members[0], other)
            why.append(f"{_number(len(members))} rapports citent la même source : {desk.actors[source].name}.")
    origins = len(set(home.values()))
    if not why:
        why.append("Aucune origine commune trouvée.")
    elif origins > 1:
        why.append(
            "Entre les autres, aucune origine commune trouvée." if len(reports) > 2 else "Aucune autre origine commune trouvée."
        )
    return origins, tuple(why)


def _join(home: dict[str, str], a: str, b: str) -> None:
    if home[a] == home[b]:
        return
    keep, drop = sorted((home[a], home[b]))
    for report in sorted(home):
        if home[report] == drop:
            home[report] = keep


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
