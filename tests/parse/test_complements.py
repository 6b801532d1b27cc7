"""The clause that a verb of saying carries past a phrase of circumstance."""

from __future__ import annotations

import pytest

from recoupe.parse.document import Parsed, Word
from recoupe.parse.spacy import parse
from recoupe.types import Report


def _parsed(text: str) -> Parsed:
    return next(parse([Report("r", None, text, "fr")]))


def _word(parsed: Parsed, text: str) -> Word:
    return next(w for w in parsed.words if w.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "inner"),
    [
        (
            "Paul Brisse a nié dans une lettre lue lundi au conseil que les bateaux aient été vendus.",
            "nié",
            "vendus",
        ),
        ("La ministre a assuré lors d'une visite faite lundi que le pont serait fermé.", "assuré", "fermé"),
    ],
)
def test_what_is_said_hangs_on_the_verb_of_saying(text: str, verb: str, inner: str) -> None:
    parsed = _parsed(text)
    clause = _word(parsed, inner)
    assert (clause.dep, parsed.words[clause.head].text) == ("ccomp", verb)


def test_a_clause_behind_its_own_noun_stays_with_it() -> None:
    parsed = _parsed("Le maire a répondu dans la salle que les marins ont bâtie.")
    assert _word(parsed, "bâtie").dep != "ccomp"
