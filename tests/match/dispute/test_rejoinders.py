"""Somebody is set against what another has just said."""

from __future__ import annotations

import pytest

from recoupe.lang.tables import read_table
from recoupe.match.dispute.rejoinders import COLUMNS, KINDS
from tests.match.crossing import matters_of

FIRE = "Le château de Brégance a brûlé samedi, deux gardiens sont morts dans l'incendie. "
OTHER = "Les pompiers de Brégance ont lutté toute la nuit contre le feu."


@pytest.mark.parametrize(
    ("text", "disputed"),
    [
        ("Le syndicat affirme que 300 postes vont disparaître. La direction dément.", True),
        ("Il n'y avait pas d'issue de secours, déplorent les parents. La direction du musée soutient le contraire.", True),
        ("Selon la famille, Karim a été frappé au sol. Une version que contestent les policiers.", True),
        ("La députée Lise Aubry dit avoir vu un charnier. La préfecture dément : aucune fosse n'a été mise au jour.", True),
        ("Le garçon dormait mal, a dit sa tante. Faux, répond sa mère : il rêvait de ce voyage.", True),
        ("« Le baiser était consenti », a plaidé Luis Orta. « À aucun moment je n'ai consenti », lui a répondu Ana Melo.", True),
        ("Le ministère y voit une mesure de justice. Le diocèse refuse : l'accès restera gratuit.", True),
        ("L'organe électoral a proclamé vainqueur Ali Doro, devant Albert Ossi, qui crie à la fraude.", True),
        ("La rivière est polluée, assure Nadia Bel. La rivière est saine, affirme le préfet Jean Oriol.", True),
        ("Le Lorn soutient que le navire était dans ses eaux. La Vardie maintient que le navire était au large.", True),
        (
            "Les élèves avaient alerté la mairie, assure leur avocate, Me Ana Melo. La municipalité nie avoir reçu un courrier.",
            True,
        ),
        ("Les élèves avaient prévenu le bailleur, affirme Luis Orta. Le bailleur nie avoir été informé.", True),
        # Another was told.
        ("Les élèves avaient alerté la mairie, assure Ana Melo. Le préfet nie avoir reçu une plainte.", False),
        # Not denied; asked by the press; advised, not answered; one voice.
        ("Le syndicat affirme que 300 postes vont disparaître. La direction n'a pas démenti.", False),
        ("« Le musée rouvrira », a dit Luis Orta. « Nous y sommes prêts », a répondu Ana Melo aux journalistes.", False),
        ("« J'ai eu peur », a confié Luis Orta. Ses amis lui avaient déconseillé de jouer.", False),
        ("« Le musée rouvrira », a dit Ana Melo. « Il sera plus beau », a ajouté Ana Melo.", False),
    ],
)
def test_what_is_set_against_the_last_words(text: str, disputed: bool) -> None:
    found = {m.agreement for m in matters_of(text, OTHER, start=FIRE)}
    assert ("disputed" in found) == disputed


def test_what_one_says_against_another_in_two_reports() -> None:
    """Each holds his own, on the word of a party: no report contradicts the other, and nothing has changed in between."""
    left = "L'usine Karvex de Nérac perd de l'argent, selon son président, Florent Maury."
    right = "L'usine Karvex de Nérac gagnait de l'argent, assurent les syndicats, comptes en main."
    days = ("2024-05-03", "2024-05-06")
    assert [d.verdict for m in matters_of(left, right, days=days) for d in m.differences if d.slot == "polarity"] == ["wording"]


def test_what_one_says_was_not_and_another_says_was() -> None:
    left = "Le Marovic assure que ses chasseurs n'ont pas bombardé le port de Tess."
    right = "Les chasseurs du Marovic ont bombardé le port de Tess, affirme le Larsen."
    found = [m.agreement for m in matters_of(left, right, days=("2024-05-03", "2024-05-06"))]
    assert ("disputed" in found, "updated" in found) == (True, False)


def test_the_table_of_rejoinders() -> None:
    rows = read_table("lang/fr/rejoinders.tsv", COLUMNS)
    assert {r.one_of("kind", KINDS) for r in rows} == set(KINDS)
