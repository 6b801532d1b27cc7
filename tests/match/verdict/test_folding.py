"""What several reports tell again inside the sentences of another matter of theirs folds into it."""

from __future__ import annotations

import pytest

from recoupe.match.drafts import Draft
from recoupe.match.verdict.folding import recounted
from recoupe.types import Difference, Span, Value
from tests.match.crossing import matters_of


def _titles(*texts: str) -> list[tuple[str, str]]:
    return sorted((m.agreement, m.title) for m in matters_of(*texts) if len(m.reports) > 1)


@pytest.mark.parametrize(
    ("left", "right", "matters"),
    [
        # An act named by a noun beside its verb is no second fact.
        (
            "Le tribunal de Sarnac a condamné lundi Hugo Perlan à l'issue d'un procès public.",
            "Le tribunal de Sarnac a condamné lundi Hugo Perlan après un procès public.",
            1,
        ),
        # Two full acts of one sentence are two facts.
        (
            "La police de Sarnac a arrêté Hugo Perlan, et le préfet Luc Oriol a fermé le pont de Vaize.",
            "À Sarnac, le préfet Luc Oriol a fermé le pont de Vaize, et la police a arrêté Hugo Perlan.",
            2,
        ),
    ],
)
def test_fold(left: str, right: str, matters: int) -> None:
    found = _titles(left, right)
    assert len([f for f in found if f[0] != "single"]) == matters, found


def test_a_count_in_the_words_of_another_is_no_second_line() -> None:
    whole = _count("4 sur 11", Span("a", 0, 2), Span("a", 9, 10), Span("b", 3, 5))
    part = _count("auteurs : 4", Span("a", 9, 10), Span("b", 3, 5))
    other = _count("morts : 7", Span("a", 20, 21), Span("b", 30, 31))
    assert recounted([part, whole, other]) == {0: 1}


def _count(title: str, *spans: Span) -> Draft:
    values = tuple(Value(s.report, None, (s,)) for s in spans)
    return Draft(
        "count", (), (), tuple(sorted({s.report for s in spans})), "shared", (Difference("figure", "same", values),), title
    )
