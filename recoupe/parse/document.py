"""One parsed report: sentences and Universal Dependencies words, free of any parser's own objects."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from recoupe.types import Span


@cache
def features(morph: str) -> dict[str, str]:
    """Universal Features as a dict: "Mood=Ind|Tense=Past" -> {"Mood": "Ind", "Tense": "Past"}. Shared: do not change it."""
    return dict(pair.split("=", 1) for pair in morph.split("|")) if morph and morph != "_" else {}


@cache
def _base(dep: str) -> str:
    """A relation without its subtype."""
    return dep.split(":", 1)[0]


@dataclass(slots=True)
class Word:
    """One syntactic word. `i`, `head` index Parsed.words; `start`, `end` are code points of the report. Root: head == i.

    Treat as read-only once parsed; not frozen because half a million of them are made a minute.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str  # lower case, straight apostrophes and quotes
    lemma: str
    pos: str  # UPOS
    dep: str  # UD relation, with subtype ("obl:mod", "nsubj:pass")
    head: int
    morph: str  # UD features, "Mood=Ind|Number=Sing"
    sent: int  # index of its sentence

    def feat(self, name: str) -> str | None:
        """The value of one Universal Feature ("Mood"), None when absent."""
        return features(self.morph).get(name)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: words[first:last], text[start:end], in paragraph number `paragraph` (0 = the first non-empty line)."""

    first: int
    last: int
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quote:
    """One stretch between quotation marks: `start:end` with its marks, `inner_start:inner_end` without them.

    `closed` is False when the closing mark is missing (the quote then ends with its paragraph).
    `level` is 0 for an outer quotation, 1 for one inside it. `continues` = it goes on from the paragraph before
    (» or « at line start).
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    mark: str
    closed: bool = True
    level: int = 0
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """A name as the model saw it: words[first:last], label PER, LOC, ORG or MISC. A hint, often wrong."""

    first: int
    last: int
    label: str


@dataclass(slots=True)
class Parsed:
    """A report after parsing. Treat as read-only."""

    report: str
    text: str
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    entities: tuple[Entity, ...]
    lang: str = "fr"
    title: str | None = None
    children: tuple[tuple[int, ...], ...] = field(default=())
    left: tuple[int, ...] = field(default=())  # first word of each word's subtree
    right: tuple[int, ...] = field(default=())  # last word of each word's subtree, inclusive
    _starts: list[int] = field(default_factory=list)

    def __hash__(self) -> int:
        """By identity: what was read of a report may be kept for the next layer."""
        return id(self)

    def __post_init__(self) -> None:
        kids: list[list[int]] = [[] for _ in self.words]
        for word in self.words:
            if word.head != word.i:
                kids[word.head].append(word.i)
        self.children = tuple(tuple(k) for k in kids)
        left = list(range(len(self.words)))
        right = list(range(len(self.words)))
        # UD trees are shallow: push each word's edges up to its ancestors.
        for word in self.words:
            i, steps = word.i, 0
            low = high = i
            while self.words[i].head != i and steps < 200:
                i = self.words[i].head
                steps += 1
                if left[i] <= low and right[i] >= high and steps > 1:
                    break
                left[i] = min(left[i], low)
                right[i] = max(right[i], high)
                low, high = left[i], right[i]
        self.left, self.right = tuple(left), tuple(right)
        self._starts = [w.start for w in self.words]

    def span(self, first: int, last: int) -> Span:
        """The span of words[first:last] (half open, at least one word)."""
        return Span(self.report, self.words[first].start, self.words[last - 1].end)

    def at(self, start: int, end: int) -> range:
        """Indices of the words that touch text[start:end]."""
        first = bisect_left(self._starts, start)
        if first > 0 and self.words[first - 1].end > start:
            first -= 1
        last = bisect_left(self._starts, end)
        return range(first, max(first, last))

    def kids(self, i: int, *deps: str) -> Iterator[Word]:
        """Children of word i, in order; with `deps`, those whose relation, or its part before the colon, is among them."""
        children = self.children[i]
        if not children:  # half of all words: asked for a hundred thousand times a run
            return iter(())
        words = self.words
        if not deps:
            return iter([words[k] for k in children])
        return iter([w for k in children if (w := words[k]).dep in deps or _base(w.dep) in deps])

    def subtree(self, i: int) -> range:
        """Indices from the first to the last word under i. A hull: a crossing edge may add words that do not hang on i."""
        return range(self.left[i], self.right[i] + 1)

    def ancestors(self, i: int) -> Iterator[Word]:
        """The heads above word i, nearest first."""
        while self.words[i].head != i:
            i = self.words[i].head
            yield self.words[i]

    def sentence_of(self, i: int) -> Sentence:
        """The sentence that holds word i."""
        return self.sentences[self.words[i].sent]
