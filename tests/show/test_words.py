"""The words of the interface, dates among them."""

from __future__ import annotations

import re

import pytest

from recoupe.show.datewords import date_words
from recoupe.show.reasons import copy_words, reason_words
from recoupe.show.words import WORDS
from recoupe.types import Copy


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        ("2024-06-18", "mardi 18 juin 2024", "Tuesday 18 June 2024"),
        ("2024-06", "juin 2024", "June 2024"),
        ("2000", "2000", "2000"),
        ("../2004-06-17", "jusqu’au jeudi 17 juin 2004", "until Thursday 17 June 2004"),
        ("2004/..", "à partir de 2004", "from 2004"),
        ("2024-05-01T14:30", "mercredi 1er mai 2024, 14 h 30", "Wednesday 1 May 2024, 14:30"),
        ("2024-02-30", "30 février 2024", "30 February 2024"),
        ("hier", "hier", "hier"),
        (None, "sans date", "undated"),
    ],
)
def test_date_words(value: str | None, french: str, english: str) -> None:
    assert (date_words(value), date_words(value, "en")) == (french, english)


def test_every_label_has_both_languages_and_no_verdict_on_truth() -> None:
    assert all(french and english for french, english in WORDS.values())
    shown = " ".join(w for pair in WORDS.values() for w in pair).lower()
    assert not re.search(r"\b(vrai|faux|vérité|true|false|truth)\b", shown)


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Aucune origine commune trouvée.", "No common origin found."),
        ("Deux textes citent la même source : Kremlin.", "Several reports cite the same source: Kremlin."),
        ("Une phrase sans patron.", None),
    ],
)
def test_reasons_are_translated_or_left_as_french(french: str, english: str | None) -> None:
    assert reason_words(french) == english


def test_a_share_is_told_once_and_in_the_reader_s_language() -> None:
    why = ("42 % du texte le plus court se retrouve dans l'autre, noms et nombres mis à part.", "Les deux textes créditent APO.")
    share, credit = "42 % of the shorter report is found in the other, names and numbers aside", "Both reports credit APO"
    assert copy_words(Copy("a", "b", "same_text", 0.42, (), why, "k"), "en") == f"{share}; {credit}"
    assert copy_words(Copy("a", "b", "same_origin", 0.42, (), why[1:], "k")) == f"42 % du texte en commun ; {why[1][:-1]}"
    assert copy_words(Copy("a", "b", "same_origin", 0.001, (), why[1:], "k"), "en") == credit
