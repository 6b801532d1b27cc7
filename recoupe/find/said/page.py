"""The statements of one report while they are gathered, and where quotations, cues and sentences stand in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from recoupe.find.furniture import site_stretches, told
from recoupe.find.said.cueing import Hit
from recoupe.parse.document import Parsed, Quote, Sentence
from recoupe.types import Mode

_EDGE = " \t\u00a0\u202f,;:–—-"


@dataclass(slots=True)
class Draft:
    """A statement in the making: pieces of text, its cue, the head words of its speaker.

    `limit` is the last word that the speaker's phrase may reach, None where the tree decides.
    """

    pieces: list[tuple[int, int]]
    mode: Mode
    act: str
    cue: tuple[int, int] | None = None
    cue_word: int = -1
    heads: tuple[int, ...] = ()
    speakers: tuple[str, ...] = ()
    unspoken: bool = False  # the speaker is not to be looked for
    limit: int | None = None

    @property
    def start(self) -> int:
        return min(s for s, _ in self.pieces)

    @property
    def end(self) -> int:
        return max(e for _, e in self.pieces)


@dataclass(slots=True)
class Page:
    """One report as the statement finder sees it: outer quotations, cues, and which quotations have found their speaker."""

    parsed: Parsed
    hits: list[Hit]
    quotes: list[Quote] = field(default_factory=list)
    claimed: set[int] = field(default_factory=set)  # indices of quotes
    drafts: list[Draft] = field(default_factory=list)
    by_sentence: dict[int, list[Hit]] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)
    _sentence_starts: list[int] = field(default_factory=list)
    _by_number: dict[int, list[Draft]] = field(default_factory=dict)
    _told: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._sentence_starts = [s.start for s in self.parsed.sentences]
        self.quotes = [q for q in self.parsed.quotes if q.level == 0]
        self._starts = [q.start for q in self.quotes]
        site = site_stretches(self.parsed.text)
        self._told = list(
            accumulate(told(site, s) and "//" not in self.parsed.text[s.start : s.end] for s in self.parsed.sentences)
        )
        for hit in self.hits:
            self.by_sentence.setdefault(self.parsed.words[hit.word].sent, []).append(hit)

    def add(self, draft: Draft) -> None:
        """One more statement, found again by the sentences of its cue and of its words."""
        self.drafts.append(draft)
        touched = {self._number(draft.cue[0])} if draft.cue else set()
        for start, end in draft.pieces:
            touched.update(range(self._number(start), self._number(max(start, end - 1)) + 1))
        for number in sorted(touched):
            self._by_number.setdefault(number, []).append(draft)

    def told(self, number: int) -> int:
        """Sentences of the report's own up to this one: what the site prints between two of them sets nothing apart."""
        return self._told[number]

    def _number(self, char: int) -> int:
        return max(0, bisect_right(self._sentence_starts, char) - 1)

    def in_sentence(self, number: int) -> list[Draft]:
        """The statements whose cue or words touch this sentence, in the order they were found."""
        return self._by_number.get(number, [])

    def around(self, char: int) -> list[Draft]:
        """The statements between whose first and last word this character stands."""
        return [d for d in self.in_sentence(self._number(char)) if d.start <= char < d.end]

    def cues_before(self, char: int) -> list[tuple[tuple[int, int], int]]:
        """Cues of this sentence that end before this character, with their head words."""
        return [(d.cue, d.cue_word) for d in self.in_sentence(self._number(char)) if d.cue and d.cue[1] <= char]

    def quote_at(self, char: int) -> int:
        """Index of the outer quotation around this character, -1 outside."""
        k = bisect_right(self._starts, char) - 1
        return k if k >= 0 and self.quotes[k].start <= char < self.quotes[k].end else -1

    def quotes_in(self, start: int, end: int) -> list[int]:
        """Indices of the quotations that begin in text[start:end]."""
        k = bisect_right(self._starts, start - 1)
        out = []
        while k < len(self.quotes) and self.quotes[k].start < end:
            out.append(k)
            k += 1
        return out

    def sentence_at(self, char: int) -> Sentence | None:
        """The sentence around this character."""
        within = self.parsed.at(char, char + 1)
        return self.parsed.sentences[self.parsed.words[within[0]].sent] if within else None

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """Without outer spaces, commas, the final stop; a quotation that is cut is taken whole."""
        text = self.parsed.text
        for _ in range(2):
            while start < end and text[start] in _EDGE + "\n.":
                start += 1
            while end > start and (text[end - 1] in _EDGE + "\n" or (text[end - 1] in ".?!…" and self.quote_at(end - 1) < 0)):
                end -= 1
            if start < end:
                left, right = self.quote_at(start), self.quote_at(end - 1)
                if right >= 0 and right != left and self.quotes[right].start > start:
                    end = self.quotes[right].end
                elif left >= 0 and right != left and self.quotes[left].closed:
                    if self.quotes[left].inner_start < start:
                        start = self.quotes[left].start
                elif left >= 0 and right == left and (start == self.quotes[left].start) != (end == self.quotes[left].end):
                    quote = self.quotes[left]
                    if start == quote.start and (end >= quote.inner_end - 1 or quote.closed):
                        end = quote.end
        return start, end

    def mode(self, start: int, end: int) -> Mode:
        """Mixed when a quotation lies inside."""
        return "mixed" if self.quotes_in(start, end) or self.quote_at(start) >= 0 else "indirect"

    def claim(self, start: int, end: int) -> None:
        """These quotations have a speaker."""
        self.claimed.update(self.quotes_in(start, end))


def make_draft(page: Page, hit: Hit, pieces: list[tuple[int, int]], mode: str, heads: tuple[int, ...]) -> Draft:
    """The draft of a statement made of these pieces, with its cue and the heads of who speaks."""
    words = page.parsed.words
    return Draft(pieces, mode, hit.cue.act, (words[hit.first].start, words[hit.last].end), hit.word, heads)  # type: ignore[arg-type]
