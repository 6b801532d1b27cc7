"""Two wordings side by side: what they share, and whether one turns the other round."""

from __future__ import annotations

import pytest

from recoupe.match.copying.alignment import align, negates, swaps
from recoupe.match.copying.shingles import tokens

TURNED = [
    ("Nous connaissions le danger", "Nous ne connaissions pas le danger"),
    ("Nous ignorions ce défaut", "Nous n'ignorions pas ce défaut, mais nous avons continué"),
    ("Il ne pouvait pas ne pas entendre", "Il ne pouvait pas entendre"),
    ("Je repars sans regret", "Je ne repars pas sans regret"),
    ("Personne ne nous avait prévenus", "On nous avait prévenus"),
    ("Je ne jouerai plus pour rien", "Je jouerai"),
    ("Nous avons fait des choix, jamais des paris", "Nous avons fait des choix et des paris"),
    ("Le pont était en très bon état", "Le pont n'était pas en état"),
    ("Je ne veux pas gagner", "Je ne veux que gagner"),
]
KEPT = [
    ("Nous ne pouvons accepter ce prix", "Nous ne pouvons pas accepter ce prix"),
    ("Nous n'avons pas seulement perdu un match", "Nous avons perdu un match"),
    ("Le maire me fait confiance", "Le maire ne me fait pas peur"),
    ("Nous avons rarement vu un tel vent", "Nous n'avons jamais vu un tel vent"),
    ("Je ne regrette rien, j'ai donné mon cœur à ce club", "J'ai donné mon cœur à ce club"),
    ("Il n'a rien dit et il est parti", "Il est parti et il n'a rien dit"),
    ("Nous avons vu la vague arriver", "Nous avions vu arriver la vague"),
]


@pytest.mark.parametrize(("left", "right", "turned"), [(*p, True) for p in TURNED] + [(*p, False) for p in KEPT])
def test_a_denial_turns_words_round_and_a_shorter_form_does_not(left: str, right: str, turned: bool) -> None:
    a, b = tokens(left), tokens(right)
    assert (negates(align(a, b).edits, a, b), negates(align(b, a).edits, b, a)) == (turned, turned)


def test_endings_and_persons_are_no_difference() -> None:
    laid = align(tokens("Ils ont frappé à toutes les portes"), tokens("« J'ai frappé à toutes les portes »"))
    assert (laid.common, laid.cover, laid.edits) == (7, 1.0, (((), ()), ((), ())))


def test_a_word_in_the_place_of_another_is_a_swap() -> None:
    laid = align(tokens("On nous regarde partir"), tokens("On nous force à partir"))
    assert [(x.plain, y.plain) for x, y in swaps(laid.edits)] == [("regarde", "force")]
