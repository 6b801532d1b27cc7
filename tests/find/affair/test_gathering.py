"""Affairs gathered from what whole groups of reports have in common."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from recoupe.find.affair.gathering import gather


@dataclass(frozen=True)
class Words:
    """A topic of words, each of weight 1."""

    words: str
    filler: str  # words of this topic alone: they make it as long as a short report

    def weights(self) -> dict[str, float]:
        return dict.fromkeys([*self.words.split(), *(f"{self.filler}{k}" for k in range(24))], 1.0)


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        # pairs that alone share too little, and a group in which they all do
        (("a b c d e f", "a b c d g h", "a b e g i j"), [[0, 1, 2]]),
        (("a b c d e f", "a b e g i j"), [[0], [1]]),
        (("a b c d e", "a b c d f", "g h i j k", "g h i j l"), [[0, 1], [2, 3]]),
        # the one in the middle shares with both; they share nothing with each other
        (("a b c d e", "a b c d e w x y z", "w x y z"), [[0, 1], [2]]),
        (("a", "b", "c"), [[0], [1], [2]]),
    ],
)
def test_groups(words: tuple[str, ...], groups: list[list[int]]) -> None:
    topics = [Words(w, f"f{k}-") for k, w in enumerate(words)]
    assert sorted(gather(topics)) == groups
    order = list(reversed(range(len(topics))))
    turned = gather([topics[k] for k in order])
    assert sorted(sorted(order[k] for k in group) for group in turned) == groups


def test_a_stranger_moves_no_one() -> None:
    topics = [Words(w, f"f{k}-") for k, w in enumerate(("a b c d e f", "a b c d g h", "a b e g i j"))]
    assert [sorted(g) for g in gather([*topics, Words("q r s", "g")])] == [[0, 1, 2], [3]]


def test_none_and_one() -> None:
    assert (gather([]), gather([Words("a", "f")])) == ([], [[0]])
