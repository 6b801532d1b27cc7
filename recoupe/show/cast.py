"""The actors as a cast: who is named most, who they are in three names, who does what to whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from recoupe.match.affair import Tie, ties
from recoupe.show.oneline import clean
from recoupe.show.view import View
from recoupe.types import Actor, Span


@dataclass(frozen=True, slots=True)
class Role:
    """An actor with the places where it is named."""

    actor: Actor
    spans: tuple[Span, ...]
    statements: int

    @property
    def is_major(self) -> bool:
        """Is it named more than once, or does it speak?"""
        return len(self.spans) > 1 or self.statements > 0


def rank_actors(view: View) -> tuple[Role, ...]:
    """Actors, the most often named first."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for mention in view.dossier.mentions:
        spans[mention.actor].append(mention.span)
    said = Counter(s for statement in view.dossier.statements for s in statement.voices)
    rows = [Role(a, view.sorted_spans(set(spans[a.id])), said[a.id]) for a in view.dossier.actors]
    return tuple(sorted(rows, key=lambda r: (-len(r.spans), -r.statements, r.actor.name, r.actor.id)))


def chief_parties(view: View) -> str:
    """The affair in a few names: the parties named in most reports."""
    rows = [r for r in rank_actors(view) if r.actor.kind in ("person", "state", "organisation", "place") and r.spans]
    rows.sort(key=lambda r: (-len({s.report for s in r.spans}), -len(r.spans), r.actor.name))
    names = [clean(r.actor.name) for r in rows[:3]]
    text = ", ".join(names)
    return text[:1].upper() + text[1:]


def named_ties(view: View) -> tuple[Tie, ...]:
    """Who accuses, supports, meets whom, the most frequent first; only between parties this dossier names."""
    return tuple(t for t in ties(view.dossier) if t.left in view.actors and t.right in view.actors)
