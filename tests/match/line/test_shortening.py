"""Where a line may end, and which subject goes with its verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.match.acts.agreeing import agreeing
from recoupe.match.line.shortening import fit
from recoupe.parse.document import Parsed

Parse = Callable[[str], Parsed]


@pytest.mark.parametrize(
    ("text", "verb", "upto", "room", "line"),
    [
        # cut too early: to the end of the phrase
        ("Un feu s'est déclaré lundi près de Corbon.", "déclaré", "près", 90, "Un feu s'est déclaré lundi près de Corbon"),
        (
            "Le vent a causé des dégâts dépassant le million.",
            "causé",
            "dépassant",
            90,
            "Le vent a causé des dégâts dépassant le million",
        ),
        (
            "Douze bus sont annulés et mille voyageurs bloqués.",
            "annulés",
            "voyageurs",
            90,
            "Douze bus sont annulés et mille voyageurs bloqués",
        ),
        # too long: what the clause can do without goes, its object and its negation stay
        (
            "Oslo accuse Minsk de livrer des obus à Moscou pour prolonger le siège de la ville.",
            "accuse",
            "ville",
            60,
            "Oslo accuse Minsk de livrer des obus à Moscou",
        ),
        (
            "La justice a suspendu mardi le décret sur les loyers pour une durée de trois mois.",
            "suspendu",
            "mois",
            70,
            "La justice a suspendu mardi le décret sur les loyers",
        ),
        # nor is one of a list left out where the list is what is said, nor half of a night
        ("Les régions touchées sont la Vesle, la Rance et le Drac.", "Vesle", "Drac", 45, None),
        ("Le hangar du port a brûlé dans la nuit de lundi à mardi.", "brûlé", "mardi", 46, "Le hangar du port a brûlé"),
        # a pair stays a pair
        ("La rencontre entre le maire de Corbon et le préfet de la Vesle aura lieu mardi.", "aura", "lieu", 30, None),
    ],
)
def test_a_line_ends_where_a_clause_is_whole(parse: Parse, text: str, verb: str, upto: str, room: int, line: str | None) -> None:
    parsed = parse(text)
    root = next(w.i for w in parsed.words if w.text == verb)
    last = next(w.end for w in parsed.words if w.text == upto)
    end = fit(parsed, 0, root, last, room)
    assert (text[:end] if end is not None else None) == line


def test_a_subject_agrees_with_its_verb(parse: Parse) -> None:
    def subject(text: str, noun: str, verb: str) -> str | None:
        parsed = parse(text)
        s, i = (next(w.i for w in parsed.words if w.text == word) for word in (noun, verb))
        found = agreeing(parsed, s, i)
        return None if found is None else parsed.words[found].text

    navor = "Les équipages de la compagnie Navor sont en grève depuis vendredi."
    assert subject(navor, "compagnie", "grève") == "équipages"
    assert subject("Le maire a démissionné lundi.", "maire", "démissionné") == "maire"
    assert subject("Deux morts, désormais : une femme a succombé.", "morts", "succombé") is None
