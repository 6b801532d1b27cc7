from hypothesis import given
from hypothesis import strategies as st

from recoupe.parse.characters import straighten


@given(st.text())
def test_the_map_keeps_every_offset(text: str) -> None:
    assert len(straighten(text)) == len(text)


def test_curly_marks_and_odd_spaces_become_plain() -> None:
    assert straighten("« l’été »\u202f! “oui”") == '" l\'été " ! "oui"'


def test_an_address_glued_to_a_word_is_blank() -> None:
    text = "Il est libre.pic.twitter.com/aB3 Voir https://exemple.org/a?b=1, dit-il."
    assert straighten(text) == "Il est libre." + " " * 19 + " Voir " + " " * 25 + ", dit-il."
