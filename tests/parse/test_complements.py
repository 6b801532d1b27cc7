"""What a verb has behind it: its object, and the clause that it carries past a phrase of circumstance."""

from __future__ import annotations

import pytest

from recoupe.parse.document import Parsed, Word
from recoupe.parse.spacy import parse
from recoupe.types import Report


def _parsed(text: str) -> Parsed:
    return next(parse([Report("r", None, text, "fr")]))


def _word(parsed: Parsed, text: str) -> Word:
    return next(w for w in parsed.words if w.text == text)


def test_a_noun_behind_the_verb_is_its_object() -> None:
    parsed = _parsed("Boko Haram dément la libération des 40 otages.")
    noun = _word(parsed, "libération")
    assert (noun.dep, parsed.words[noun.head].text) == ("obj", "dément")


@pytest.mark.parametrize(
    ("text", "verb", "inner"),
    [
        (
            "Le chef du groupe a démenti dans une vidéo mise en ligne vendredi que les otages aient été libérés.",
            "démenti",
            "libérés",
        ),
        ("La ministre a assuré lors d'une visite faite lundi que le pont serait fermé.", "assuré", "fermé"),
    ],
)
def test_what_is_said_hangs_on_the_verb_of_saying(text: str, verb: str, inner: str) -> None:
    parsed = _parsed(text)
    clause = _word(parsed, inner)
    assert (clause.dep, parsed.words[clause.head].text) == ("ccomp", verb)


def test_a_clause_of_a_noun_stays_with_it() -> None:
    parsed = _parsed("Le maire a parlé de la vidéo que les otages ont tournée.")
    assert _word(parsed, "tournée").dep.startswith("acl")
