"""On whose word a report tells a word: the statement that holds it, those around it, and the chain of their speakers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from recoupe.find.done.arguments import read_clause
from recoupe.find.who.bearers import Parties
from recoupe.parse.document import Parsed
from recoupe.types import Event, Statement

_MOST_HOLDERS = 6  # claims on one event in one breath


class Tellers:
    """The statements and parties of one report, looked up by word."""

    def __init__(self, parsed: Parsed, statements: Sequence[Statement], parties: Parties) -> None:
        self.parsed = parsed
        self.statements = {s.id: s for s in statements}
        self.ordered = statements
        self.parties = parties
        self.inner = _innermost(statements)

    def statement_of(self, i: int, event: Event) -> Statement | None:
        """The innermost statement that holds word i and is not cued by it."""
        statement = self.inner.get(i)
        while statement is not None and (statement.cue_word in (i, event.slots.predicate) or self._inserted(i, statement)):
            statement = self.statements.get(statement.parent or "")
        return statement

    def _inserted(self, i: int, statement: Statement) -> bool:
        """Is word i in the writer's own insert between dashes inside reported (not quoted) words?"""
        if statement.mode == "direct":
            return False
        sentence = self.parsed.sentence_of(i)
        dashes = [k for k in range(sentence.first, sentence.last) if self.parsed.words[k].text in ("–", "—")]
        for left, right in zip(dashes[::2], dashes[1::2], strict=False):
            if left < i < right and (statement.words[0] < left or statement.words[-1] > right):
                return True
        return False

    def chain(self, statement: Statement | None) -> list[Statement]:
        """From the outermost statement to this one."""
        chain: list[Statement] = []
        while statement is not None and statement not in chain and len(chain) < 6:
            chain.append(statement)
            statement = self.statements.get(statement.parent or "")
        return chain[::-1]

    def cited(self, statement: Statement) -> tuple[str, ...]:
        """Whom the speaker of a statement quotes for it: "la radio, citant le parquet, indique que", "le journal, qui cite X"."""
        words, cue = self.parsed.words, statement.cue_word
        if cue < 0:
            return ()
        sentence = self.parsed.sentence_of(cue)
        for k in range(sentence.first, min(cue, sentence.last)):  # behind the cue it stands for a statement of its own
            relative = words[k].lower in ("cite", "citent") and words[k - 1].lower == "qui"
            if words[k].lemma == "citer" and (words[k].lower == "citant" or relative):
                told = next((o for o in read_clause(self.parsed, k).objects if o > k), -1)
                found = self.parties.of(told) if told >= 0 else None
                return (found,) if found and found not in speakers_of(statement) else ()
        return ()

    def holders(self, i: int) -> list[str]:
        """The actors behind an attitude verb or noun at word i."""
        word = self.parsed.words[i]
        if word.pos in ("VERB", "AUX", "ADJ"):
            clause = read_clause(self.parsed, i)
            heads = clause.agents if clause.passive else clause.subjects
        else:
            heads = tuple(k.i for k in self.parsed.kids(i, "det", "amod", "nmod"))
        return [a for h in heads if (a := self.parties.of(h))][:3]

    def before(self, i: int) -> Statement | None:
        """The attributed statement of the sentence before, in the same paragraph or the one just above: its speaker may go on."""
        sentence = self.parsed.sentence_of(i)
        number = self.parsed.words[i].sent
        if number == 0:
            return None
        previous = self.parsed.sentences[number - 1]
        if sentence.paragraph - previous.paragraph > 1:
            return None
        for statement in reversed(self.ordered):
            if statement.words and previous.first <= statement.words[-1] < previous.last and speakers_of(statement):
                return statement
        return None


def speakers_of(statement: Statement) -> tuple[str, ...]:
    """Ids of all who speak."""
    if statement.speakers:
        return statement.speakers
    speaker = statement.speaker
    return (speaker,) if isinstance(speaker, str) else tuple(speaker or ())


def under(levels: list[tuple[str, ...]], holders: Sequence[str]) -> list[tuple[str, ...]]:
    """The chain with these holders as its innermost, once."""
    return [tuple(s for s in level if s not in holders) for level in levels] + [tuple(holders)]


def chains(levels: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Chains of sources, outermost first: joint holders ("Moscou et Pyongyang nient") hold each a chain of their own."""
    chains = [tuple(dict.fromkeys(chain)) for chain in product(*(level for level in levels if level))]
    return list(dict.fromkeys(chains))[:_MOST_HOLDERS]


def _innermost(statements: Sequence[Statement]) -> dict[int, Statement]:
    """For each word the shortest statement that holds it."""
    found: dict[int, Statement] = {}
    for statement in sorted(statements, key=lambda s: (-len(s.words), s.id)):
        for w in statement.words:
            found[w] = statement
    return found
