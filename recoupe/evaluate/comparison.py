"""A gold story beside the dossier of the same reports: which of their mentions and actors are one, and what an item shows."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from recoupe.evaluate.gold import GoldProposition, GoldStatement, GoldStory
from recoupe.evaluate.pairing import best_pairs
from recoupe.evaluate.words import Place, Texts, Words, overlap, plain_name
from recoupe.types import Dossier


class Comparison:
    """A gold story beside the dossier of the same reports (same report ids), and which actors are one."""

    def __init__(self, gold: GoldStory, dossier: Dossier) -> None:
        self.gold, self.dossier = gold, dossier
        self.texts = Texts({r.id: r.text for r in gold.reports})
        self.actors = {a.id: a for a in gold.actors}
        self.found_actors = {a.id: a for a in dossier.actors}
        self.events = {e.id: e for e in dossier.events}
        self.mentioned = {a for m in gold.mentions for a in m.actors}
        gold_words = [self.texts.bare(self.texts.words([m.span])) for m in gold.mentions]
        self._mention_words = [self.texts.bare(self.texts.words([m.span])) for m in dossier.mentions]
        self.mention_pairs = best_pairs(gold_words, self._mention_words, half_shared)
        self.same = self._align()

    def unit(self, report: str) -> str:
        """What the bootstrap draws: a report of a story."""
        return f"{self.gold.id}/{report}"

    def exhaustive(self, layer: str) -> bool:
        """True when the gold lists everything of this layer."""
        return layer in self.gold.exhaustive

    def phenomena(self, item: Any, report: str) -> tuple[str, ...]:
        """What an item shows: as the gold names it, as its fields tell, and what its report shows."""
        of_report = next((r.phenomena for r in self.gold.reports if r.id == report), ())
        return tuple(dict.fromkeys((*item.phenomena, *self._told(item), *of_report)))

    def _told(self, item: Any) -> tuple[str, ...]:
        """What the fields of an item tell of it: "mode direct", "speaker pronoun", "status denied", "negated"."""
        if isinstance(item, GoldStatement):
            forms = [m.form for m in self.gold.mentions if item.speaker_span and m.span == item.speaker_span]
            speaker = forms[0] if forms else "unnamed" if item.accept_unknown else "elsewhere"
            shown = (
                item.mode and f"mode {item.mode}",
                f"speaker {speaker}",
                len(item.spans) > 1 and "split",
                not item.cue and "no cue",
            )
            return tuple(s for s in shown if s)
        if isinstance(item, GoldProposition):
            return (f"status {item.statuses[0]}", *(("negated",) if item.negated else ()))
        return ()

    def same_actor(self, gold: str, given: str, span: Place | None = None) -> bool:
        """Is the dossier's actor the gold's? By shared mentions, country or name; by place when the gold never mentions it."""
        if given not in self.found_actors:
            return False
        if self.same.get(gold) == given:
            return True
        mine, theirs = self.actors[gold], self.found_actors[given]
        if mine.kind == theirs.kind == "state" and mine.country and mine.country == theirs.country:
            return True
        names = {plain_name(n) for n in (mine.name, *mine.forms)} - {""}
        others = {plain_name(n) for n in (theirs.name, *theirs.names)} - {""}
        if names & others or any(_within(a, b) for a in names for b in others):
            return True
        return gold not in self.mentioned and span is not None and self._mentioned_at(given, span)

    def _mentioned_at(self, actor: str, span: Place) -> bool:
        here = self.texts.bare(self.texts.words([span]))
        return any(m.actor == actor and words & here for m, words in zip(self.dossier.mentions, self._mention_words, strict=True))

    def _align(self) -> dict[str, str]:
        """gold actor -> dossier actor, the pairing that shares most mentions."""
        shared: dict[tuple[str, str], int] = defaultdict(int)
        for i, j in self.mention_pairs.items():
            for actor in self.gold.mentions[i].actors:
                shared[actor, self.dossier.mentions[j].actor] += 1
        mine, theirs = sorted({a for a, _ in shared}), sorted({b for _, b in shared})
        pairs = best_pairs(mine, theirs, lambda a, b: float(shared.get((a, b), 0)))
        return {mine[i]: theirs[j] for i, j in pairs.items()}


def _within(a: str, b: str) -> bool:
    """« Iouri Ouchakov » is within « le conseiller Iouri Ouchakov »; one word alone is no proof."""
    return len(a.split()) > 1 and set(a.split()) <= set(b.split())


def half_shared(a: Words, b: Words) -> float:
    """The words in common over all words, 0 below half."""
    shared = overlap(a, b)
    return shared if shared >= 0.5 else 0
