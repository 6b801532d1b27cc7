from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.parse.quotes import find_quotes
from recoupe.parse.sentences import LONGEST, split_sentences

CASES = Path(__file__).parents[1] / "cases" / "fr" / "sentences.txt"


def _cases() -> list[str]:
    lines = CASES.read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("case", _cases())
def test_sentence_ends_where_the_case_marks_it(case: str) -> None:
    wanted = [piece.strip() for piece in case.split(" | ")]
    text = " ".join(wanted)
    assert [text[s.start : s.end] for s in split_sentences(text, find_quotes(text))] == wanted


def test_a_line_break_always_ends_a_sentence_and_counts_paragraphs() -> None:
    text = "Un titre sans point\n\n  Première phrase. Seconde phrase.\nFin"
    assert [(text[s.start : s.end], s.paragraph) for s in split_sentences(text)] == [
        ("Un titre sans point", 0),
        ("Première phrase.", 1),
        ("Seconde phrase.", 1),
        ("Fin", 2),
    ]


def test_an_endless_line_is_cut() -> None:
    text = "mot " * 5000
    pieces = split_sentences(text)
    assert max(s.end - s.start for s in pieces) <= LONGEST
    assert "".join(text[s.start : s.end].replace(" ", "") for s in pieces) == "mot" * 5000


@given(st.text(alphabet='aàB1.!?…«»“”" \n\u00a0,;:—()', max_size=200))
def test_sentences_cover_every_visible_character_once(text: str) -> None:
    pieces = split_sentences(text, find_quotes(text))
    assert "".join("".join(text[s.start : s.end].split()) for s in pieces) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(pieces))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Il a eu un accident en 2008.La mère est venue.", ["Il a eu un accident en 2008.", "La mère est venue."]),
        (
            "Six blessés, selon les pompiers.Quatre habitants manquent.",
            ["Six blessés, selon les pompiers.", "Quatre habitants manquent."],
        ),
        ("Le maire est parti.Il reviendra lundi.", ["Le maire est parti.", "Il reviendra lundi."]),
        ("Il dit « non ».Les élus partent.", ["Il dit « non ».", "Les élus partent."]),
        ("Le site Booking.com et M.Dupont attendent.", ["Le site Booking.com et M.Dupont attendent."]),
        ("Meetic.Fr et l'U.S.A. gagnent.", ["Meetic.Fr et l'U.S.A. gagnent."]),
    ],
)
def test_a_page_that_lost_the_space_behind_a_stop(text: str, wanted: list[str]) -> None:
    assert [text[s.start : s.end] for s in split_sentences(text)] == wanted
