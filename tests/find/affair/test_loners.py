"""What ties a report that stands alone: telling numbers, by their weight, and what stands beside them."""

from __future__ import annotations

import pytest

from recoupe.find.affair.affairs import Topic
from recoupe.find.affair.loners import MOST, telling_numbers, tie_loners
from recoupe.types import Figure, Span


def _figure(number: float, unit: str) -> Figure:
    return Figure(f"f{number}{unit}", Span("a", 0, 1), number, number, "exact", unit)


def _topic(report: str, words: str) -> Topic:
    return Topic(report, frozenset(), frozenset(), frozenset(words.split()))


def _are_tied(words: int, *numbers: tuple[float, str]) -> bool:
    lemmas = " ".join(f"mot{n}" for n in range(words))
    topics = [_topic("a", lemmas), _topic("b", lemmas)]
    figures = tuple(_figure(*n) for n in numbers)
    return bool(tie_loners(topics, {"a": {}, "b": {}}, {"a": figures, "b": figures}))


@pytest.mark.parametrize(
    ("words", "numbers", "tied"),
    [
        (5, [(365, "salarié")], True),
        (4, [(365, "salarié")], False),
        (0, [(365, "salarié"), (142, "mètre")], True),
        (0, [(365, "salarié"), (900, "mètre"), (9e6, "euro")], True),
        (9, [(900, "mètre")], False),
        (9, [(90, "mètre"), (11, "mort")], False),
        (9, [(365, "jour"), (17, "an"), (61, "âge"), (48, "%")], False),
    ],
)
def test_numbers_that_tie(words: int, numbers: list[tuple[float, str]], tied: bool) -> None:
    assert _are_tied(words, *numbers) is tied


def test_a_round_number_tells_only_with_its_noun() -> None:
    assert telling_numbers([_figure(900, "mètre"), _figure(95e6, "roupie"), _figure(2000, "")]) == {
        (900, "mètre"): 0.5,
        (95e6, ""): 1.0,
    }


def test_a_large_run_was_chosen_by_nobody() -> None:
    topics = [_topic(str(n), "") for n in range(MOST + 1)]
    figures = {t.report: (_figure(365, "salarié"), _figure(142, "mètre")) for t in topics}
    assert tie_loners(topics, {t.report: {} for t in topics}, figures) == []
