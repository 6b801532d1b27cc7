"""Do two reports tell of one affair? Only then may their figures, dates and bare nouns be set against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.lang.tables import read_table
from recoupe.match.readings import Reading
from recoupe.match.shingles import blank_furniture, function_words, plain
from recoupe.match.slots import days_between
from recoupe.types import When

_ENOUGH = 0.14  # reports of one affair reach .13 to .45, of two affairs mostly under .10
_FAINT = 0.05
_MANY_NAMES = 10
_BY_GAP = ((10, _ENOUGH), (30, 0.24), (400, 0.34), (10**6, 0.42))  # days between publications -> affinity
_NAME_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Topic:
    """What one report is about: its names and content lemmas, in plain form, and when it was published."""

    report: str
    names: frozenset[str]
    lemmas: frozenset[str]
    published: When | None
    days: frozenset[str] = frozenset()  # days named by their date


def find_topic(reading: Reading, furniture: frozenset[str] = frozenset()) -> Topic:
    """The topic of a report, read off its nouns, names and adjectives outside what its site prints around it."""
    names: set[str] = set()
    lemmas: set[str] = set()
    body = blank_furniture(reading.parsed.text, furniture)
    for word in reading.parsed.words:
        if body[word.start] == " ":
            continue
        if (
            word.pos == "PROPN"
            or word.pos == "NOUN"
            and word.text[0].isupper()
            and word.start > reading.parsed.sentence_of(word.i).start
        ):
            if len(word.text) > 2:
                names.add(plain(word.text))
        elif word.pos in ("NOUN", "ADJ", "VERB"):
            lemma = plain(word.lemma)
            if len(lemma) > 2 and lemma not in function_words() and lemma not in news_words():
                lemmas.add(lemma)
    text = reading.report.text
    dated = (w for w in reading.whens if w.span and w.earliest and w.earliest == w.latest)
    days = frozenset(
        w.earliest for w in dated if w.span and w.earliest and any(c.isdigit() for c in text[w.span.start : w.span.end])
    )
    return Topic(reading.report.id, frozenset(names), frozenset(lemmas), reading.report.published, days)


@cache
def news_words() -> frozenset[str]:
    """Lemmas that any news report may hold ("dire", "président", "mardi"): they tie no two reports."""
    rows = read_table("lang/fr/news_words.tsv", ("words", "example"))
    return frozenset(plain(word) for row in rows for word in row.many("words"))


def affinity(a: Topic, b: Topic) -> float:
    """How much two reports are about the same thing, 0..1."""
    small = min(_size(a), _size(b))
    names, lemmas = len(a.names & b.names), len(a.lemmas & b.lemmas)
    if not small or not names and lemmas < 6:
        return 0.0
    if names < 2 and min(len(a.names), len(b.names)) >= _MANY_NAMES:
        return 0.0
    return (_NAME_WEIGHT * names + lemmas) / small


def _needed(a: Topic, b: Topic) -> float:
    """The further apart two reports came out, the more they must have in common, unless both name one day."""
    x, y = a.published, b.published
    if a.days & b.days or not x or not y or not x.earliest or not x.latest or not y.earliest or not y.latest:
        return _ENOUGH
    gap = days_between(x, y)
    return next(enough for days, enough in _BY_GAP if gap <= days)


def _size(topic: Topic) -> float:
    return _NAME_WEIGHT * len(topic.names) + len(topic.lemmas)


def find_affairs(topics: Sequence[Topic]) -> dict[str, frozenset[str]]:
    """For each report, the reports (itself among them) that tell of the same affair."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, topic in enumerate(topics):
        for name in sorted(topic.names):
            holders[name].append(i)
    pairs: set[tuple[int, int]] = set()
    for owners in holders.values():
        pairs.update((i, j) for n, i in enumerate(owners) for j in owners[n + 1 :])
    needed = {pair: _needed(topics[pair[0]], topics[pair[1]]) for pair in pairs}
    score = {pair: affinity(topics[pair[0]], topics[pair[1]]) for pair in pairs}
    near: list[set[int]] = [{i} for i in range(len(topics))]
    for (i, j), value in score.items():
        if value >= needed[i, j]:
            near[i].add(j)
            near[j].add(i)
    # Two short reports of one affair may share few words; a third one that both resemble vouches for them.
    vouched = [(i, j) for (i, j), value in score.items() if _FAINT <= value < needed[i, j] <= _ENOUGH and len(near[i] & near[j])]
    for i, j in vouched:
        near[i].add(j)
        near[j].add(i)
    return {topics[i].report: frozenset(topics[j].report for j in others) for i, others in enumerate(near)}
