"""One unknown name, one actor: a report that takes "Transcor" for a person yields to the one that calls it a company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from recoupe.find.who.gazetteer import known_at
from recoupe.find.who.kinds import evidence_at
from recoupe.lang.nouns import actor_nouns
from recoupe.match.who.joined import Joined
from recoupe.types import Actor, ActorKind

if TYPE_CHECKING:
    from recoupe.pipeline import Reading

Bearer = tuple["Reading", Actor]  # a report, and its own actor
_KINDS = ("person", "place", "organisation", "state")


def match_sorts(readings: Sequence[Reading], joined: Joined) -> dict[str, ActorKind]:
    """Join actors of one name and several kinds; return, for each union, the kind that the words of all reports speak for."""
    by_name: dict[str, list[Bearer]] = {}
    surnames: set[str] = set()
    for reading in readings:
        for actor in reading.actors:
            if actor.kind == "person" and " " in actor.name:
                surnames.update(actor.name.lower().split(" ")[1:])
            elif actor.kind in _KINDS and not actor.country and actor.name[:1].isupper():
                by_name.setdefault(actor.name.lower(), []).append((reading, actor))
    decided: dict[str, ActorKind] = {}
    for name in sorted(by_name):
        bearers = by_name[name]
        kinds = {a.kind for _, a in bearers}
        if len(kinds) < 2 or name in surnames or known_at(bearers[0][1].name, 0):
            continue
        kind = weigh_kinds(bearers)
        ordered = sorted(a.id for _, a in bearers)
        for other in ordered[1:]:
            joined.join(ordered[0], other, "même nom, d’une autre nature selon le texte", 0.9)
        decided[ordered[0]] = kind
    return {joined.find(a): kind for a, kind in decided.items()}


def weigh_kinds(bearers: Sequence[Bearer]) -> ActorKind:
    """The kind that the neighbours of every mention, what the actor is called, and each report's own reading speak for."""
    votes: Counter[ActorKind] = Counter()
    for reading, actor in sorted(bearers, key=lambda b: (b[0].report.id, b[1].id)):
        votes[actor.kind] += 4 if actor.kind == "state" else 1
        for office in actor.held:
            if noun := actor_nouns().get(office.noun):
                votes["organisation" if noun.kind in ("organisation", "group") else "person"] += 5
        for mention in reading.mentions:
            if mention.actor == actor.id and mention.head >= 0 and mention.form in ("name", "acronym", "metonym"):
                for kind, weight in evidence_at(reading.parsed.words, mention.head, mention.head + 1):
                    votes[kind] += weight  # type: ignore[assignment]
    if votes["state"]:
        votes["state"] += max(0, votes["place"])  # whatever speaks for a place speaks for a state
    return min(votes, key=lambda k: (-votes[k], k))
