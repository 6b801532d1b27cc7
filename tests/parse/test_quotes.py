"""Quotations: pairs, levels, paragraphs, and what a wrong mark costs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.parse.quotes import find_quotes


def inner(text: str) -> list[tuple[str, bool, int, bool]]:
    return [(text[q.inner_start : q.inner_end], q.closed, q.level, q.continues) for q in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Il a dit « oui » et “non” puis "peut-être".', ["oui", "non", "peut-être"]),
        ('Elle lance: " Bonjour " puis " Adieu ".', ["Bonjour", "Adieu"]),
        ("<<Entrez>>, dit-il, ''sans bruit''.", ["Entrez", "sans bruit"]),
        ("On entend „ja“ et „nein”.", ["ja", "nein"]),
        ("Le titre ‹ Vents › et le mot 'houle' restent.", ["Vents", "houle"]),
        ("L'homme d'aujourd'hui, l' Uruguay et rock 'n' roll.", []),
        ('Un écran de 15" coûte cher. "Trop", dit-elle.', ["Trop"]),
        ('“Marques de deux mains", dit-il.', ["Marques de deux mains"]),
        ("— Je viens, dit-il.\n— Et moi ?\n– Les faits", ["Je viens, dit-il.", "Et moi ?"]),
        ("Pas de marque ici.", []),
        ("Une fin seule » ne coûte rien, « une autre » reste.", ["une autre"]),
    ],
)
def test_marks(text: str, found: list[str]) -> None:
    assert [words for words, *_ in inner(text)] == found


def test_levels() -> None:
    assert inner("« Le « grand soir » viendra », dit-il.") == [
        ("Le « grand soir » viendra", True, 0, False),
        ("grand soir", True, 1, False),
    ]


def test_several_paragraphs_with_and_without_a_repeated_mark() -> None:
    wanted = [("Un premier point.", False, 0, False), ("Un second.", True, 0, True), ("mot", True, 0, False)]
    assert inner("« Un premier point.\n« Un second. »\nFin « mot ».") == wanted
    assert inner("« Un premier point.\nUn second. »\nFin « mot ».") == wanted


def test_an_unpaired_mark_loses_one_quotation_only() -> None:
    assert inner("Il a dit « je pars. Puis « je reste » et fin.\nElle a dit « non ».") == [
        ("je pars.", False, 0, False),
        ("je reste", True, 0, False),
        ("non", True, 0, False),
    ]


def test_an_open_mark_in_a_heading_does_not_swallow_the_next_paragraph() -> None:
    assert inner('"Tolérance zéro\n"Nous serons fermes", dit le maire.') == [
        ("Tolérance zéro", False, 0, False),
        ("Nous serons fermes", True, 0, False),
    ]


def test_text_cut_in_the_middle() -> None:
    assert inner("Le maire a dit « nous allons recons") == [("nous allons recons", False, 0, False)]


@given(st.lists(st.sampled_from(["« ", " »", "“", "”", '"', "mot", " ", ". ", "\n", "l'", "''", "—"]), max_size=40))
def test_spans_always_lie_in_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    quotes = find_quotes(text)
    assert all(0 <= q.start <= q.inner_start < q.inner_end <= q.end <= len(text) for q in quotes)
    assert list(quotes) == sorted(quotes, key=lambda q: (q.start, -q.end))


@given(st.lists(st.sampled_from(["Il a dit", "oui et non", "rien de neuf", "la suite"]), min_size=1, max_size=6))
def test_guillemets_curly_and_straight_marks_mean_the_same(words: list[str]) -> None:
    shapes = [", ".join(f"{w} {a}{w}{b}" for w in words) for a, b in (("«", "»"), ("“", "”"), ('"', '"'))]
    assert len({tuple(inner(text)) for text in shapes}) == 1


def test_a_straight_mark_behind_a_spaced_sign_closes_what_the_paragraph_before_opened() -> None:
    assert inner('Il a dit : "Il ne faut pas de débat.\nEst-ce bien utile ? ", avant de partir.') == [
        ("Il ne faut pas de débat.", False, 0, False),
        ("Est-ce bien utile ?", True, 0, True),
    ]
