"""Two passages tell one act by a party or by words that both have: a verb and a sort of thing are in many reports."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "La préfecture de Sarlan suit la crue de la Vendrelle et les secours de Belmont. "
STRANGERS = [
    (  # Two parties with a name, days apart.
        "La ligue de Sarlan a perdu un point dans le sondage de la semaine.",
        "Le parti de Corvel a perdu deux points dans l'enquête de samedi.",
        "2025-05-09",
    ),
    (  # Long sentences, and next to no word of the one in the other.
        "Le club a remporté un titre de plus, devant une foule joyeuse venue de toute la région avec tambours, drapeaux, torches "
        "et chansons.",
        "La jeune nageuse aux yeux clairs a gagné hier son deuxième titre, au terme d'une saison sans la moindre défaite ni la "
        "moindre blessure.",
        "2025-05-06",
    ),
    (  # Weeks apart, and nobody with a name.
        "Les juges examinent le projet de loi sur la chasse, la pêche et les forêts.",
        "Les médecins de campagne rejettent en bloc ce projet de loi et la réforme du numerus.",
        "2025-07-06",
    ),
]
BOUND = [
    ("Le pont a été fermé.", "Le pont a été fermé par la police.", "2025-05-06"),
    ("Paul Denis a perdu un point au sondage.", "L'enquête de samedi fait perdre deux points à Paul Denis.", "2025-05-09"),
]

# One is said to be about to do it, or to have done it; another one did.
STANCES = [
    ("Le Front Vert devrait participer aux élections de Corvel.", "La Ligue du Nord a participé hier aux élections de Sarnac."),
    ("La Ligue du Nord devrait publier ses comptes.", "Paul Denis a publié ses comptes dans la presse."),
]


@pytest.mark.parametrize(("left", "right", "day"), STRANGERS)
def test_acts_of_one_kind_alone_stand_side_by_side(left: str, right: str, day: str) -> None:
    assert _verdicts(left, right, day) == {"related"}


@pytest.mark.parametrize(("left", "right", "day"), BOUND)
def test_acts_with_a_party_or_words_in_common_are_compared(left: str, right: str, day: str) -> None:
    assert "related" not in _verdicts(left, right, day)


@pytest.mark.parametrize(("left", "right"), STANCES)
def test_nobody_is_surer_of_the_act_of_another(left: str, right: str) -> None:
    assert _verdicts(left, right, "2025-05-06") == {"related"}


def _verdicts(left: str, right: str, day: str) -> set[str]:
    """The agreement of the matters that both reports tell behind their first sentence."""
    found = matters_of(left, right, start=START, days=("2025-05-05", day))
    return {m.agreement for m in found if len(m.reports) > 1 and "crue" not in m.title}
