"""Set phrases that wave a charge off, and what the accused answers without a word of denial."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "La papeterie Vallier est au cœur d'une enquête à Corbon. "


@pytest.mark.parametrize(
    ("left", "right", "disputed"),
    [
        # set phrases, in a report that tells no charge
        (
            "Deux adjoints accusent le maire, Luc Arnal, d'avoir vendu le terrain sans appel d'offres.",
            "L'avocate de Luc Arnal a qualifié ces accusations de pure invention.",
            True,
        ),
        (
            "Les riverains accusent la papeterie Vallier d'avoir empoisonné la Vire.",
            "La papeterie Vallier décline toute responsabilité.",
            True,
        ),
        (
            "Un comptable accuse le directeur, Luc Arnal, d'avoir maquillé les comptes.",
            "Luc Arnal plaide non coupable.",
            True,
        ),
        # answers
        (
            "Les familles accusent la papeterie Vallier d'avoir ignoré leurs lettres.",
            "« Aucune lettre n'est restée sans réponse », soutient la papeterie Vallier.",
            True,
        ),
        (
            "La Suède accuse la Norvège d'avoir visé des chalutiers.",
            "« Aucun chalutier n'a été visé », répond l'amiral Ulf Hagen.",
            True,
        ),
        # somebody who is not accused; what is no answer; a phrase that is negated
        (
            "Les familles accusent la papeterie Vallier d'avoir ignoré leurs lettres.",
            "« Aucun budget n'a été voté », regrette le maire, Luc Arnal.",
            False,
        ),
        (
            "Les familles accusent la papeterie Vallier d'avoir ignoré leurs lettres.",
            "La papeterie Vallier annonce l'embauche de dix ouvriers.",
            False,
        ),
        (
            "Les riverains accusent la papeterie Vallier d'avoir empoisonné la Vire.",
            "La papeterie Vallier ne rejette pas ces accusations.",
            False,
        ),
    ],
)
def test_an_answer_makes_a_charge_disputed(left: str, right: str, disputed: bool) -> None:
    assert ("disputed" in {m.agreement for m in matters_of(START + left, START + right)}) == disputed
