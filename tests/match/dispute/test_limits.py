"""Words that take back what was said before them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.lang.tables import read_table
from recoupe.match.dispute.limits import COLUMNS, KINDS, denies, limits
from recoupe.parse.document import Parsed


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Le pont a pourtant tenu.", {"oppose"}),
        ("À ce stade, le bilan est provisoire.", {"so_far"}),
        ("C'est, pour l'heure, la seule à avoir parlé.", {"so_far", "part"}),
        ("Un train sur trois circule.", {"part"}),
        ("L'immeuble n'a perdu que ses vitres.", {"part"}),
        ("Le préfet n'a pas dit que la route fermait.", set()),
        ("Nul n'a entendu de coup de feu.", {"none"}),
        ("Le maire a ouvert le bal.", set()),
    ],
)
def test_a_sentence_limits_in_these_ways(parse: Callable[[str], Parsed], text: str, kinds: set[str]) -> None:
    parsed = parse(text)
    assert limits(parsed, parsed.sentences[0]) == kinds


@pytest.mark.parametrize(
    ("text", "told", "denied"),
    [
        ("Aucun lien n'a été établi.", "lien", True),
        ("Les ponts ne sont pas rompus.", "rompre", True),
        ("La maison n'a perdu que son toit.", "perdre", True),
        ("La maison a perdu son toit, mais aucun mur.", "perdre", False),
        ("Le maire n'est pas venu, et la route a été coupée.", "couper", False),
    ],
)
def test_a_denial_holds_for_its_own_clause(parse: Callable[[str], Parsed], text: str, told: str, denied: bool) -> None:
    parsed = parse(text)
    assert denies(parsed, parsed.sentences[0], told) is denied


def test_every_row_of_the_limits_has_an_example() -> None:
    rows = list(read_table("lang/fr/limits.tsv", COLUMNS))
    assert [r.where for r in rows if not r["example"] or r["kind"] not in KINDS] == []
