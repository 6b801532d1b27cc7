"""A noun with a reserve in one report and without in another."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

FIRE = "Le château de Brégance a brûlé samedi, deux gardiens sont morts dans l'incendie. "


@pytest.mark.parametrize(
    ("reserved", "plainly", "found"),
    [
        ("L'incendiaire présumé a été transféré à Nîmes.", "L'incendiaire a été transféré à Nîmes.", True),
        ("Les enquêteurs étudient le vol présumé d'une tapisserie.", "Le vol de la tapisserie a choqué le bourg.", True),
        ("L'auteur présumé de l'incendie se tait.", "L'incendiaire se tait.", True),
        ("L'incendiaire se cache. L'incendiaire présumé a vingt ans.", "L'incendiaire a été transféré à Nîmes.", False),
        # It uses both; another person; many; somebody's words; what is not of one thing; after the verdict.
        ("L'incendiaire présumé a été transféré.", "L'incendiaire présumé se tait. L'incendiaire est jeune.", False),
        ("L'incendiaire présumé a été transféré.", "Le guetteur a été transféré à Nîmes.", False),
        ("L'incendiaire présumé a été transféré.", "Les incendiaires sont encore loin.", False),
        ("L'incendiaire présumé a été transféré.", "« L'incendiaire doit payer », dit le maire.", False),
        ("Le chef présumé de la bande se tait.", "Le chef du village se tait.", False),
        ("L'incendiaire présumé se tait.", "L'incendiaire a été condamné à deux ans de prison.", False),
    ],
)
def test_a_reserve_that_another_report_drops(reserved: str, plainly: str, found: bool) -> None:
    assert bool(verdicts_on("certainty", reserved, plainly, start=FIRE)) == found
