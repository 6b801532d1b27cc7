"""One sentence told twice, on the word of one here, of nobody or another there."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

LEFT = "Le romancier Hugo Dastre souffrait d'un cancer du pancréas"
RIGHT = "Le romancier Hugo Dastre, mort lundi, souffrait d'un cancer du pancréas"
DEATH = "Le romancier Hugo Dastre est mort lundi à Corbière. "


@pytest.mark.parametrize(
    ("left", "right", "sources"),
    [
        (f"{LEFT}, a précisé sa fille.", f"{RIGHT}, a indiqué son éditeur.", ["refined"]),
        (f"{LEFT}, a précisé sa fille.", f"{RIGHT}.", ["wording"]),
        # By one and the same; on a word that may stand for no more than what is quoted.
        (f"{LEFT}, a précisé sa fille.", f"{RIGHT}, a indiqué sa fille.", []),
        (f"{DEATH}{LEFT[12:]}, a précisé sa fille.", f"{DEATH}{LEFT[12:]}, selon sa fille.", []),
        (
            '"Olga", une dépression "assez rare" selon Météo-Sud, va longer un large quart du littoral entre lundi et mardi.',
            "La dépression Olga a dévasté un large quart du littoral entre lundi et mardi.",
            [],
        ),
    ],
)
def test_the_sources_of_one_sentence_told_twice(left: str, right: str, sources: list[str]) -> None:
    assert [d.verdict for m in matters_of(left, right) for d in m.differences if d.slot == "source"] == sources
