"""Which reports are not independent: pairs, and groups of one origin."""

from __future__ import annotations

from collections import defaultdict

from recoupe.show.view import View
from recoupe.types import Copy


def group_origins(view: View) -> tuple[tuple[str, ...], ...]:
    """Reports grouped by origin: those of one text or one agency stand together."""
    parent = {r.id: r.id for r in view.reports}

    def root(report: str) -> str:
        while parent[report] != report:
            report = parent[report]
        return report

    for copy in rank_copies(view):
        if copy.relation in ("same_text", "same_origin") and copy.left in parent and copy.right in parent:
            first, second = sorted((root(copy.left), root(copy.right)), key=view.order)
            parent[second] = first
    by: dict[str, list[str]] = defaultdict(list)
    for report in view.reports:
        if report.id not in view.unread:
            by[root(report.id)].append(report.id)
    return tuple(tuple(group) for group in by.values())


def rank_copies(view: View) -> tuple[Copy, ...]:
    """Pairs of reports that are not independent, the closest first."""
    pairs = [c for c in view.dossier.copies if c.relation != "independent"]
    return tuple(sorted(pairs, key=lambda c: (-c.share, view.order(c.left), view.order(c.right))))
