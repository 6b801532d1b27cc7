"""Reports that share little with any one other of a run, and enough with the affair that most of it tells.

Who asks for five reports to be compared asks about one affair: where a close group holds most of a small run, one more report
needs only a name that the group knows and two words, or one name, that several of the group hold; or a name and a word
that most of the group hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Protocol

from recoupe.lang.plain import news_words

_LEAST, _SHARE, _MOST = 3, 0.6, 20  # reports of the group, its part of the run, reports of the run at most
_CLOSE = 0.65  # part of the pairs of the group that are related: two affairs that one report ties are no group
_RARE, _ABROAD, _KNOWN = 2.0, 1.25, 0.5
_NAMES, _TOTAL = 2.0, 3.5  # weight of the names that the group knows; with the words and names that several of it hold
_KEY, _KEYS = 0.6, 2  # part of the group that holds a word by which it tells the affair; how many of these are enough
_SEVERAL, _WORDS = 2, 3  # reports of the group that hold a name, or a word; words that any of it holds
_MUCH = 5.0  # beside one name of abroad: the column that tells of "Sánchez", "vibration" and "atmosphérique" once more


class Topical(Protocol):
    """What one report is about, see `affairs.Topic`."""

    @property
    def report(self) -> str: ...
    @property
    def rare(self) -> frozenset[str]: ...
    @property
    def abroad(self) -> frozenset[str]: ...
    @property
    def known(self) -> frozenset[str]: ...
    @property
    def lemmas(self) -> frozenset[str]: ...


def find_stragglers(topics: Sequence[Topical], near: Mapping[str, Mapping[str, float]]) -> list[tuple[str, str]]:
    """Pairs of reports, not related yet, that belong to the affair of most of the run."""
    group = _main_group(near)
    if not _is_close(group, near):
        return []
    members = [t for t in topics if t.report in group]
    names, words = Counter(n for t in members for n in t.rare | t.abroad), Counter(x for t in members for x in t.lemmas)
    holders = Counter(n for t in members for n in t.known)
    fit = frozenset(t.report for t in topics if _fits(t, names, words, holders, own=int(t.report in group)))
    keys = frozenset(x for held in (names, words) for x, count in held.items() if count >= max(_LEAST, _KEY * len(group)))
    outside = [t for t in topics if t.report not in group]
    fit |= {t.report for t in outside if _is_keyed(t, keys) or _is_named(t, names, words)}
    pairs = combinations(sorted(t.report for t in topics), 2)
    return [(a, b) for a, b in pairs if b not in near[a] and _belong(frozenset((a, b)), fit, group)]


def find_bridged(topics: Sequence[Topical], near: Mapping[str, Mapping[str, float]]) -> list[tuple[str, str]]:
    """Pairs of the affair of most of a small run that a third report ties, and a word or name that half of it holds."""
    group = _main_group(near)
    held = {t.report: t.rare | t.abroad | t.known | t.lemmas for t in topics if t.report in group}
    counts = Counter(x for words in held.values() for x in words)
    keys = frozenset(x for x, count in counts.items() if count > max(_LEAST, len(group) // 2))
    pairs = ((a, b) for a, b in combinations(sorted(group), 2) if b not in near[a] and near[a].keys() & near[b].keys())
    return [(a, b) for a, b in pairs if held[a] & held[b] & keys]


def _belong(pair: frozenset[str], fit: frozenset[str], group: frozenset[str]) -> bool:
    """Both fit, or one from outside the group does and the other is of it."""
    return pair <= fit or bool(pair & group) and bool(pair & (fit - group))


def _main_group(near: Mapping[str, Mapping[str, float]]) -> frozenset[str]:
    """The group, tied at first or at second hand, that most reports of a small run belong to; empty where there is none."""
    groups = {_reached(near, r) for r in near} if len(near) <= _MOST else set[frozenset[str]]()
    group = max(groups, key=lambda g: (len(g), sorted(g)), default=frozenset[str]())
    return group if len(group) >= max(_LEAST, _SHARE * len(near)) else frozenset()


def _is_close(group: frozenset[str], near: Mapping[str, Mapping[str, float]]) -> bool:
    """Are most of its pairs related?"""
    related = sum(len(near[r]) for r in group)
    return bool(group) and related >= _CLOSE * len(group) * (len(group) - 1)


def _reached(near: Mapping[str, Mapping[str, float]], report: str) -> frozenset[str]:
    """All that a report is related to, at first or at second hand."""
    found, waiting = {report}, [report]
    while waiting:
        new = near[waiting.pop()].keys() - found
        found |= new
        waiting += new
    return frozenset(found)


def _fits(topic: Topical, names: Counter[str], words: Counter[str], known: Counter[str], own: int) -> bool:
    """Does it name somebody of the group and hold what several of the group do? `own`: 1 where the counts hold it, too."""
    shared = [n for n in topic.rare | topic.abroad if names[n] > own]
    weight = sum(_RARE if n in topic.rare else _ABROAD for n in shared)
    core = sum(names[n] > own + 1 for n in shared) + sum(words[x] > own + 1 for x in topic.lemmas)
    more = _KNOWN * sum(known[n] > own for n in topic.known)
    named = weight >= _NAMES and core > 0 and weight + core + more >= _TOTAL
    return named or weight >= _ABROAD and weight + core >= _MUCH


def _is_named(topic: Topical, names: Counter[str], words: Counter[str]) -> bool:
    """Does it name what several of the group name, and hold some words of theirs? One report in 200 of another affair does."""
    known = [words[x] for x in topic.lemmas if words[x] and x not in news_words()]
    several = any(names[n] >= _SEVERAL for n in topic.rare | topic.abroad)
    return several and len(known) >= _WORDS and max(known) >= _SEVERAL


def _is_keyed(topic: Topical, keys: frozenset[str]) -> bool:
    """Does it hold the words by which most of the group tell their affair, a name among them ("Lisbonne", "câble")?"""
    names = topic.rare | topic.abroad
    return bool(keys & names) and len(keys & (names | topic.lemmas)) >= _KEYS
