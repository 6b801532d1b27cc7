"""Which tellings of one report have one word, or a verb and the noun made of it."""

from __future__ import annotations

import pytest

from recoupe.match.acts.happening import Occasion, called_alike


def _named(lemma: str) -> Occasion:
    none: frozenset[str] = frozenset()
    return Occasion("a", "RELEASE", (), (), frozenset([lemma]), none, none, none, none, none, (), none, none)


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ("libérer", "libération", True),
        ("évacuer", "évacuation", True),
        ("blocage", "bloquer", True),
        ("libérer", "libérer", True),
        ("libérer", "livraison", False),
        ("arrêter", "interpellation", False),
    ],
)
def test_a_verb_and_its_noun_are_one_word(left: str, right: str, alike: bool) -> None:
    assert called_alike(_named(left), _named(right)) is alike
