"""Headlines that tie reports of one affair whose texts share little."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.find.affair.headlines import one_happening, one_name, pair_headlines, read_headline
from recoupe.parse.document import Parsed
from recoupe.types import Report, When

Parse = Callable[[str], Parsed]

FIRE = ("Incendie de Vireuil : deux écoles fermées", "La fumée a gagné les rues de Vireuil. Les élèves sont rentrés.")
SINGER = ("La chanteuse Lou Mérac offre ses cachets", "Après l'incendie qui a touché Vireuil, Lou Mérac a donné cent euros.")
SCHOOL = ("Vireuil : une école de plus", "Le maire de Vireuil a ouvert une école. Les élèves sont rentrés.")
OTHER = ("Incendie de Barvaux : une usine perdue", "Le feu a pris à Barvaux. Les pompiers ont sauvé les bureaux.")
LEADER = ("Jacques Chirac visite une ferme", "Jacques Chirac a visité une ferme. Il a goûté du cidre.")
LATER = ("Jacques Chirac fête ses voisins", "Jacques Chirac a reçu ses voisins. Ils ont goûté du cidre.")


@pytest.mark.parametrize(
    ("first", "second", "days", "happening", "name"),
    [
        (FIRE, SINGER, (3, 5), True, False),  # the second has the happening in its first lines
        (FIRE, SINGER, (3, 9), False, False),
        (FIRE, SCHOOL, (3, 5), False, True),  # one town, no happening in common
        (FIRE, SCHOOL, (3, 20), False, False),
        (FIRE, OTHER, (3, 4), False, False),  # one happening, two towns
        (LEADER, LATER, (3, 5), False, False),  # in office: in every headline
    ],
)
def test_what_two_headlines_share(
    parse: Parse, first: tuple[str, str], second: tuple[str, str], days: tuple[int, int], happening: bool, name: bool
) -> None:
    a, b = (
        read_headline(Report("r", None, text, "fr", title=title, published=When("w", None, f"2003-06-{day:02}")), parse(text))
        for (title, text), day in zip((first, second), days, strict=True)
    )
    assert ((one_happening(a, b), one_name(a, b)), (one_happening(b, a), one_name(b, a))) == ((happening, name),) * 2
    assert list(pair_headlines([a, b])) == ([(0, 1, happening)] if happening or name else [])


def test_a_leader_out_of_office_is_news(parse: Parse) -> None:
    old = [Report("r", None, text, "fr", title=title, published=When("w", None, "2016-06-03")) for title, text in (LEADER, LATER)]
    a, b = (read_headline(r, parse(r.text)) for r in old)
    assert one_name(a, b)
