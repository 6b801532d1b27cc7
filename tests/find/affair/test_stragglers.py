"""A report that shares little with each of the others belongs to the affair that most of a small run tells."""

from __future__ import annotations

from recoupe.find.affair.affairs import Topic
from recoupe.find.affair.stragglers import find_bridged, find_stragglers


def _topic(report: str, rare: str = "", words: str = "", abroad: str = "", known: str = "") -> Topic:
    return Topic(report, *(frozenset(x.split()) for x in (rare, known, words, abroad)))


_GROUP = (
    _topic("a", "orsino brassi", "barrage fissure maire", "italie"),
    _topic("b", "orsino tolvane", "barrage vallee fissure"),
    _topic("c", "tolvane lestrac", "barrage maire ingenieur"),
)
_NEAR = {"a": {"b": 0.2, "c": 0.2}, "b": {"a": 0.2, "c": 0.2}, "c": {"a": 0.2, "b": 0.2}}


def _ties(*more: Topic, near: dict[str, dict[str, float]] = _NEAR) -> list[tuple[str, str]]:
    known = {**near, **{t.report: {} for t in more if t.report not in near}}
    return find_stragglers((*_GROUP, *more), known)


def test_one_name_and_two_words_of_several_tie_it_to_the_group() -> None:
    assert _ties(_topic("d", "lestrac", "barrage maire prison")) == [("a", "d"), ("b", "d"), ("c", "d")]


def test_one_name_of_abroad_asks_for_more_words_of_several() -> None:
    group = (*_GROUP[:2], _topic("c", "tolvane lestrac", "barrage maire ingenieur vallee", "italie"))
    words = "barrage fissure maire vallee"
    for told, ties in ((words, [("a", "d"), ("b", "d"), ("c", "d")]), ("barrage fissure prison", [])):
        near = {**_NEAR, "d": {}}
        assert find_stragglers((*group, _topic("d", "", told, "italie")), near) == ties


def test_neither_a_name_nor_words_alone_do() -> None:
    assert _ties(_topic("d", "lestrac", "prison barrage"), _topic("e", "", "barrage fissure maire vallee")) == []


def test_a_name_and_a_word_that_most_of_the_group_hold_do() -> None:
    group = tuple(_topic(t.report, " ".join(t.rare), " ".join(t.lemmas), "italie") for t in _GROUP)
    for told, ties in (("barrage prison", [("a", "d"), ("b", "d"), ("c", "d")]), ("ingenieur prison", [])):
        assert find_stragglers((*group, _topic("d", "", told, "italie")), {**_NEAR, "d": {}}) == ties


def test_two_affairs_of_one_size_stay_apart() -> None:
    others = tuple(_topic(r, f"lestrac {r}{r}", "barrage maire") for r in "xyz")
    near = {**_NEAR, "x": {"y": 0.2, "z": 0.2}, "y": {"x": 0.2, "z": 0.2}, "z": {"x": 0.2, "y": 0.2}}
    assert _ties(*others, near=near) == []


def test_a_loose_chain_is_no_group() -> None:
    chain = {"a": {"b": 0.2}, "b": {"a": 0.2, "c": 0.2}, "c": {"b": 0.2, "d": 0.2}, "d": {"c": 0.2}}
    assert _ties(_topic("d", "lestrac", "barrage maire"), near=chain) == []


def test_a_name_of_abroad_that_two_hold_and_three_words_that_any_of_the_group_does_tie_it() -> None:
    group = (*(_topic(t.report, " ".join(t.rare), " ".join(t.lemmas), "italie") for t in _GROUP[:2]), _GROUP[2])
    for told, ties in (("maire ingenieur vallee", 3), ("maire ingenieur prison", 0), ("", 0)):
        assert len(find_stragglers((*group, _topic("d", "", told, "italie")), {**_NEAR, "d": {}})) == ties


def test_a_third_report_and_a_word_that_most_hold_tie_two_of_the_run() -> None:
    chain = {"a": {"b": 0.2}, "b": {"a": 0.2, "c": 0.2}, "c": {"b": 0.2, "d": 0.2}, "d": {"c": 0.2}}
    topics = (*_GROUP, _topic("d", "lestrac", "barrage prison"))
    assert find_bridged(topics, chain) == [("a", "c"), ("b", "d")]
    assert find_bridged((*_GROUP, _topic("d", "lestrac", "prison")), chain) == []
    assert find_bridged(topics[:3], {r: chain[r] for r in "ab"} | {"c": {"b": 0.2}}) == []
