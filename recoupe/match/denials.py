"""Denials meet what they deny: "la Morévie dément" belongs to the act Morévie is accused of, in whatever report each is told."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.match.desk import Desk
from recoupe.match.families import kinds
from recoupe.match.merge import Occasion

_DENYING = frozenset(("DENY", "REJECT"))
# What is denied without being named: the answer takes up the accusation as it stands.
_BLANK = frozenset(
    "accusation allegation implication responsabilite fait version role participation soupcon charge grief reproche tout "
    "innocence culpabilite faute information affirmation lien long propos".split()
)


def attach_denials(desk: Desk, groups: list[list[Occasion]]) -> list[list[Occasion]]:
    """Groups with every denial beside the accusation it answers; one that several reports tell stays a matter of its own too."""
    accused = [n for n, g in enumerate(groups) if any(_is_alleged(o) for o in g)]
    moved: dict[int, int] = {}
    for n, group in enumerate(groups):
        if not all(o.frame in _DENYING and _denies(o) for o in group):
            continue
        homes = {h for o in group if (h := _home(desk, o, groups, accused)) is not None and h != n}
        if len(homes) == 1:
            moved[n] = homes.pop()
    out = [list(g) for g in groups]
    for n, home in sorted(moved.items()):
        if home not in moved:
            out[home] += groups[n]
            if len({o.report for o in groups[n]}) < 2:
                out[n] = []
    return [sorted(g, key=lambda o: (desk.order[o.report], o.events[0].trigger, o.id)) for g in out if g]


def _is_alleged(occasion: Occasion) -> bool:
    return occasion.frame not in _DENYING and any(c.status == "alleged" and c.sources for c in occasion.claims)


def _denies(occasion: Occasion) -> bool:
    return any(c.status == "denied" for c in occasion.claims)


def _home(desk: Desk, denial: Occasion, groups: Sequence[list[Occasion]], accused: Sequence[int]) -> int | None:
    """The accusation this denial answers: of its own report first, the nearest before it; else the one most reports tell."""
    about = {o for o in denial.objects if o not in _BLANK}
    best: tuple[tuple[int, int, int], int] | None = None
    for n in accused:
        for occasion in groups[n]:
            if occasion.report not in desk.related[denial.report] or not _answers(denial, occasion, about):
                continue
            here = occasion.report == denial.report
            before = here and occasion.events[0].trigger < denial.events[0].trigger
            rank = (int(before) + int(here), len({o.report for o in groups[n]}), -n)
            if best is None or rank > best[0]:
                best = (rank, n)
    return best[1] if best else None


def _answers(denial: Occasion, charge: Occasion, about: set[str]) -> bool:
    """Is the denier the one accused (or of one side), and does it deny this, or all it is charged with?"""
    sides = denial.agents - {"~person"}
    if not sides & charge.agents:
        return False
    return not about or bool(about & (charge.objects | charge.content)) or bool(kinds(about) & kinds(charge.objects))
