"""What several reports tell again inside the sentences of another matter of theirs folds into it."""

from __future__ import annotations

import pytest

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


def test_what_others_march_against_is_no_matter() -> None:
    found = _titles(
        "À Sarnac, deux mille personnes ont marché mardi contre la réforme du lycée.",
        "À Orvalle, le député Luc Oriol a répondu jeudi à un courrier sur la réforme du lycée.",
    )
    assert found == []


def test_a_count_inside_another_is_no_second_line() -> None:
    found = _titles(
        "La police de Sarnac a arrêté onze hommes, dont quatre assaillants.",
        "À Sarnac, la police a arrêté onze hommes, dont quatre assaillants.",
    )
    assert len([title for _, title in found if "4" in title]) <= 1
