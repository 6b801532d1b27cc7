"""What stands around an answer of a report, and how much two such places of two reports have in common.

An answer is a number or an hour; newsrooms give it in words that share next to nothing, so all that stands around counts at
once: the words up to its verb, its clause, its sentence and the two beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, log
from typing import Any, Generic, TypeVar

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.lang.roots import root
from recoupe.match.acts.families import acts, kinds, word_families
from recoupe.match.alike.sentences import LIGHT
from recoupe.match.desk import Desk
from recoupe.parse.document import Parsed, Word

Read = TypeVar("Read")
_CONTENT = frozenset(("NOUN", "VERB", "ADJ", "PROPN"))
_WINDOW = 14  # words to either side that belong to its clause
_CLIMB = 20  # steps up to its verb
_HEAD = 3  # sentences at the head of a report
_ASIDE = ("acl", "amod", "advcl", "appos", "parataxis", "conj")  # what tells another clause
_COMMON = 0.4  # weight of a word that any report may hold


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The content lemmas around a place of a report, in plain form, and where in the report it stands."""

    report: str
    path: frozenset[str]  # from it up to its verb
    clause: frozenset[str]
    sentence: frozenset[str]
    around: frozenset[str]  # of its sentence and the two beside it
    actors: frozenset[str]  # named in its sentence
    places: frozenset[str]  # towns and states named in its sentence
    row: int  # number of its sentence
    head: int  # its own word
    verb: int  # the word at the head of its clause
    years: frozenset[str]  # that date this word: not that of "la mine, ouverte en 1957"

    @property
    def in_head(self) -> bool:
        """Does it stand where a report tells what it is about?"""
        return self.row < _HEAD


@dataclass(frozen=True, slots=True)
class Fit:
    """How much the words around two places have in common, each word in common by its worth."""

    path: float
    clause: float
    closest: float  # the best word that both clauses share
    sentence: float
    around: float

    @property
    def total(self) -> float:
        """All of it, the nearest words most."""
        return self.path + self.clause + self.sentence / 2 + self.around / 4


def surroundings(desk: Desk, report: str, head: int, own: Iterable[int]) -> Surroundings:
    """What stands around word `head`, but for the words `own` of the answer itself."""
    reading = desk.readings[report]
    parsed, left_out = reading.parsed, frozenset((head, *own))
    row = parsed.words[head].sent
    sentence = parsed.sentences[row]
    path = list(_path(parsed, head))
    verb = path[-1] if path else head
    reach = range(max(sentence.first, parsed.left[verb]), min(sentence.last, parsed.right[verb] + 1))
    here = (m for m in reading.mentions if sentence.start <= m.span.start < sentence.end)
    near = parsed.sentences[max(0, row - 1) : row + 2]
    return Surroundings(
        report,
        _lemmas(parsed, path, left_out),
        _lemmas(parsed, (i for i in reach if abs(i - head) <= _WINDOW), left_out),
        _lemmas(parsed, range(sentence.first, sentence.last), left_out),
        _lemmas(parsed, range(near[0].first, near[-1].last), left_out),
        frozenset(m.actor for m in here),
        frozenset(a for start, a in desk.grounds.get(report, ()) if sentence.start <= start < sentence.end),
        row,
        head,
        verb,
        frozenset(w.text for w in parsed.words[sentence.first : sentence.last] if _is_year(w) and _dates(parsed, w, verb)),
    )


def _is_year(word: Word) -> bool:
    """A year of the last century or of ours, in digits."""
    return len(word.text) == 4 and word.text[:2] in ("19", "20") and word.text.isdecimal()


def _dates(parsed: Parsed, year: Word, verb: int) -> bool:
    """Does a year hang on a verb, through no other clause?"""
    for word in (year, *parsed.ancestors(year.i)):
        if word.i == verb or word.dep.startswith(_ASIDE):
            return word.i == verb
    return False


def _path(parsed: Parsed, i: int) -> Iterator[int]:
    """The words above a word, up to the verb of its clause."""
    for _ in range(_CLIMB):
        if parsed.words[i].head == i:
            return
        i = parsed.words[i].head
        yield i
        if parsed.words[i].pos == "VERB":
            return


def _lemmas(parsed: Parsed, places: Iterable[int], left_out: frozenset[int]) -> frozenset[str]:
    return frozenset(x for i in places if i not in left_out and (x := content_lemma(parsed.words[i])))


def content_lemma(word: Word) -> str:
    """The plain lemma of a word that carries meaning, "" of another."""
    if word.pos not in _CONTENT or len(word.lemma) < 3:
        return ""
    lemma = plain(word.lemma)
    return "" if lemma in function_words() or lemma in LIGHT or lemma[0].isdigit() else lemma


class Answers(Generic[Read]):
    """What is read of each report, once a run, and what words in common are worth between two."""

    def __init__(self, desk: Desk, read: Callable[[Desk, str], Read]) -> None:
        self.desk, self.words = desk, Words(desk)
        self._read = read
        self._held: dict[str, Read] = {}

    def of(self, report: str) -> Read:
        """What a report answers."""
        if report not in self._held:
            self._held[report] = self._read(self.desk, report)
        return self._held[report]


@dataclass(frozen=True, slots=True)
class Pair(Generic[Read]):
    """Answers of two reports that differ, and what speaks for and against one question."""

    left: Read
    right: Read
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Regression:
    """A logistic regression: how likely two answers are answers to one question."""

    base: float
    weights: Mapping[str, float]

    def chance(self, features: Mapping[str, float]) -> float:
        """The chance, 0..1, of what has these features."""
        return 1 / (1 + exp(-self.base - sum(self.weights[name] * value for name, value in features.items())))

    def of(self, pair: Pair[Any]) -> float:
        """The chance, 0..1, of a pair."""
        return self.chance(pair.features)


class Words:
    """In how many sentences of each report a word stands, counted once a run."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._counts: dict[str, Counter[str]] = {}

    def between(self, a: str, b: str) -> Worth:
        """What words in common are worth between two reports."""
        return Worth(self._of(a), self._of(b), sum(len(self._desk.readings[r].parsed.sentences) for r in (a, b)))

    def _of(self, report: str) -> Counter[str]:
        if report not in self._counts:
            parsed = self._desk.readings[report].parsed
            held = ({root(plain(w.lemma)) for w in parsed.words[s.first : s.last]} for s in parsed.sentences)
            self._counts[report] = Counter(w for words in held for w in words)
        return self._counts[report]


class Worth:
    """What a word in common is worth between two reports: little where many of their sentences hold it."""

    __slots__ = ("_all", "_left", "_right")

    def __init__(self, left: Counter[str], right: Counter[str], sentences: int) -> None:
        self._left, self._right = left, right
        self._all = log(sentences + 1)

    def fit(self, x: Surroundings, y: Surroundings) -> Fit:
        """How much two places have in common."""
        clause = self.alike(x.clause, y.clause), self.alike(y.clause, x.clause)
        return Fit(
            sum(self.alike(x.path, y.path | y.clause)) + sum(self.alike(y.path, x.path | x.clause)),
            sum(map(sum, clause)),
            min(max(side, default=0.0) for side in clause),
            sum(self.alike(x.sentence, y.sentence)) + sum(self.alike(y.sentence, x.sentence)),
            sum(self.alike(x.sentence, y.around)) + sum(self.alike(y.sentence, x.around)),
        )

    def alike(self, words: frozenset[str], others: frozenset[str]) -> list[float]:
        """The worth of each word that the other side names too."""
        known = _names_of_all(others)
        return [self._of(w) for w in sorted(words) if not known.isdisjoint(names_of(w))]

    def _of(self, word: str) -> float:
        count = self._left[root(word)] + self._right[root(word)]
        return (1 - log(count + 0.5) / self._all if count else 1.0) * (_COMMON if word in news_words() else 1.0)


@lru_cache(maxsize=1 << 13)  # one place is held against many
def _names_of_all(words: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*map(names_of, words))


@cache
def names_of(word: str) -> frozenset[str]:
    """All by which a lemma may be known again: its root, the acts and kinds of things it names, its families."""
    one = frozenset([word])
    named = (
        *(f"act {a}" for a in acts(one)),
        *(f"kind {k}" for k in kinds(one)),
        *(f"family {f}" for f in word_families(word)),
    )
    return frozenset((root(word), *named))
