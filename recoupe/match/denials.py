"""Denials meet what they deny: "la Morévie dément" belongs to the act Morévie is accused of, in whatever report each is told."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.lang.plain import plain
from recoupe.match.desk import Desk
from recoupe.match.families import kinds
from recoupe.match.merge import Occasion, party_keys
from recoupe.match.sides import PERSON

_DENYING = frozenset(("DENY", "REJECT"))
_VOICES = ("avocat", "defenseur", "porte-parole", "conseil ")
_STEM = 5  # letters of one stem
# What is denied without being named: the answer takes up the accusation as it stands.
_BLANK = frozenset(
    "accusation allegation implication responsabilite fait version role participation soupcon charge grief reproche tout "
    "innocence culpabilite faute information affirmation lien long propos".split()
)


def attach_denials(desk: Desk, groups: list[list[Occasion]]) -> list[list[Occasion]]:
    """Groups with every denial beside the accusation it answers; one that several reports tell stays a matter of its own too."""
    charged = [n for n, g in enumerate(groups) if not any(_is_denial(o) for o in g)]
    moved: dict[int, int] = {}
    for n, group in enumerate(groups):
        if not all(_is_denial(o) for o in group):
            continue
        homes = {h for o in group if (h := _home(desk, o, groups, charged)) is not None}
        if len(homes) == 1:
            moved[n] = homes.pop()
    out = [list(g) for g in groups]
    for n, home in sorted(moved.items()):
        out[home] += groups[n]
        if len({o.report for o in groups[n]}) < 2:
            out[n] = []
    return [sorted(g, key=lambda o: (desk.order[o.report], o.events[0].trigger, o.id)) for g in out if g]


def _is_alleged(occasion: Occasion) -> bool:
    return any(c.status == "alleged" and not c.negated for c in occasion.claims)


def _is_told(occasion: Occasion) -> bool:
    """Is it told on the word of somebody?"""
    return any(c.sources and c.status == "happened" and not c.negated for c in occasion.claims)


def _is_denial(occasion: Occasion) -> bool:
    """An act of denying, or an act that is told only as denied ("Oslo dément tout tir")."""
    denied = [c.status == "denied" for c in occasion.claims]
    return any(denied) if occasion.frame in _DENYING else bool(denied) and all(denied)


def _home(desk: Desk, denial: Occasion, groups: Sequence[list[Occasion]], charged: Sequence[int]) -> int | None:
    """The accusation this denial answers: of its own report first, the nearest before it; else the one most reports tell."""
    about = {o for o in denial.objects | (frozenset() if denial.frame in _DENYING else denial.lemmas) if o not in _BLANK}
    deniers = denial.agents if denial.frame in _DENYING else frozenset()
    deniers |= party_keys(desk, sorted({s for c in denial.claims if c.status == "denied" for s in c.sources}))
    ranked: list[tuple[tuple[int, int, int, int], int]] = []
    open_ones: set[int] = set()
    for n in charged:
        for occasion in groups[n]:
            if occasion.report not in desk.related[denial.report]:
                continue
            alleged = _is_alleged(occasion)
            if alleged and (_is_accused(deniers, occasion) or _speaks_for(desk, denial)):
                open_ones.add(n)
            if not _is_accused(deniers, occasion) or not (alleged and not about or _alike(about, occasion)):
                continue
            if not alleged and not (about and _is_told(occasion)):
                continue
            here = occasion.report == denial.report
            before = here and occasion.events[0].trigger < denial.events[0].trigger
            ranked.append(((int(alleged), int(before) + int(here), len({o.report for o in groups[n]}), -n), n))
    if ranked:
        return max(ranked)[1]
    # Where one accusation alone is open against a party, its denial in other words, or its lawyer's, is the answer.
    return next(iter(open_ones)) if len(open_ones) == 1 else None


def _is_accused(deniers: frozenset[str], charge: Occasion) -> bool:
    """Is a denier the one accused, or of its side?"""
    return bool((deniers - {PERSON}) & (charge.agents | charge.targets))


def _alike(about: set[str], charge: Occasion) -> bool:
    """Is what is denied what the charge is about: one word, one kind, or one stem ("tout tir", "ont tiré")?"""
    words = charge.objects | charge.content | charge.lemmas
    if about & words or kinds(about) & kinds(charge.objects):
        return True
    return any(_one_stem(w, x) for w in about for x in words)


def _one_stem(a: str, b: str) -> bool:
    short = min(len(a), len(b))
    return short >= 3 and (a[:_STEM] == b[:_STEM] or a.startswith(b) or b.startswith(a))


def _speaks_for(desk: Desk, denial: Occasion) -> bool:
    """Is the denier somebody's lawyer or spokesman?"""
    actors = [desk.actors[a] for e in denial.events for a in e.agents if a in desk.actors]
    return any(word in plain(text) for a in actors for text in (a.name, *a.roles) for word in _VOICES)
