"""Which actor a word stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from recoupe.find.done.senses import ABOUT, MEASURES
from recoupe.parse.document import Parsed
from recoupe.types import Actor, ActorKind, Mention, Span

if TYPE_CHECKING:
    pass


class Parties:
    """Which actor a word stands for."""

    __slots__ = ("_actors", "_heads", "_members", "_words", "kinds", "named", "parsed")

    def __init__(self, parsed: Parsed, mentions: Sequence[Mention], actors: Sequence[Actor]) -> None:
        self.parsed = parsed
        self._actors = {a.id: a for a in actors}
        self._members = _members(actors)
        self._heads: dict[int, Mention] = {}
        self._words: dict[int, Mention] = {}
        for mention in mentions:
            if mention.head >= 0:
                self._heads.setdefault(mention.head, mention)
            for w in parsed.at(mention.span.start, mention.span.end):
                other = self._words.get(w)
                if other is None or _length(mention.span) < _length(other.span):
                    self._words[w] = mention
        self.kinds: dict[int, ActorKind] = {
            w: self._actors[m.actor].kind for w, m in self._heads.items() if m.actor in self._actors
        }

        # also the words of "l'ancien maire Michel Garrigue", whose head may be any of them
        self.named = dict(self.kinds)
        for w, m in self._words.items():
            if m.form in ("name", "title", "adjective") and m.actor in self._actors:
                self.named.setdefault(w, self._actors[m.actor].kind)

    def of(self, i: int) -> str | None:
        """The actor of the mention whose head is word i (or that covers it)."""
        pos = self.parsed.words[i].pos
        mention = self._heads.get(i) or (self._words.get(i) if pos in ("PROPN", "PRON", "NOUN") else None)
        if mention is None and pos == "NOUN":
            mention = self._beside(i) or self._counted(i)
        return mention.actor if mention else None

    def _beside(self, i: int) -> Mention | None:
        """The name that says who the noun is: "l'antiquaire Paul Ruel", where only the name is a mention."""
        words = self.parsed.words
        for k in self.parsed.children[i]:
            if i < k <= i + 2 and words[k].pos == "PROPN" and words[k].dep.startswith(("appos", "flat")):
                if words[k - 1].pos in ("NOUN", "ADJ") and (found := self._heads.get(k) or self._words.get(k)):
                    return found if self._actors[found.actor].kind in ("person", "organisation") else None
        return None

    def _counted(self, i: int) -> Mention | None:
        """ "des milliers d'agriculteurs": who is counted acts."""
        if self.parsed.words[i].lemma not in MEASURES and self.parsed.words[i].lemma not in ABOUT:
            return None
        return next((m for k in self.parsed.kids(i, "nmod") if (m := self._heads.get(k.i))), None)

    def members(self, actor: str) -> tuple[str, ...]:
        """The parties that a joint one consists of ("les deux pays" told as A and B), else itself."""
        return self._members.get(actor, (actor,))

    def at(self, i: int) -> Mention | None:
        """The shortest mention that covers word i."""
        return self._words.get(i) or self._heads.get(i)

    def kind(self, actor: str) -> ActorKind | None:
        """The kind of an actor."""
        found = self._actors.get(actor)
        return found.kind if found else None

    def span(self, i: int) -> Span:
        """The words of the mention at i, or word i itself."""
        mention = self._heads.get(i) or self._words.get(i)
        word = self.parsed.words[i]
        return mention.span if mention else Span(self.parsed.report, word.start, word.end)


def _members(actors: Sequence[Actor]) -> dict[str, tuple[str, ...]]:
    """The members of joint actors, which are called by the names of both: "Pérou et Chili"."""
    joint = [a for a in actors if a.kind == "group" and " et " in a.name]
    if not joint:
        return {}
    named = {a.name: a.id for a in actors}
    found = {a.id: [named.get(part.strip()) for part in re.split(r",| et ", a.name)] for a in joint}
    return {actor: tuple(m for m in members if m) for actor, members in found.items() if all(members)}


def _length(span: Span) -> int:
    return span.end - span.start
