"""What is told is gainsaid in the next breath, whoever told it."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

OTHER = "Les équipes de Brégance ont travaillé toute la nuit."


@pytest.mark.parametrize(
    ("text", "disputed"),
    [
        # A verdict opens the answer; the report itself has told the charge.
        ("Les vannes du barrage fuyaient depuis mai. Faux, rétorque la régie : aucune fuite n'a été relevée.", True),
        ("À Tessy, les deux lynx du parc sont morts de faim. Mensonge, s'indigne-t-on à la mairie.", True),
        ("La digue a été sabotée, martèle le préfet. Pas du tout, corrige la députée Ana Melo : elle était usée.", True),
        ("Les crues ont emporté la digue. Faux, avait-il cru d'abord.", False),
        ("La digue va-t-elle céder ? Pas du tout, assure la députée Ana Melo.", False),
        # An object that points back, or a noun that takes up the charge as it stands.
        ("Le syndicat Agri 12 reproche au négociant d'avoir changé les étiquettes. Le négociant rejette cela.", True),
        ("La direction promet qu'aucun poste ne sera supprimé. Les syndicats n'en croient pas un mot.", True),
        ("La Vardie accuse le Lorn d'avoir tiré le premier. Le Lorn renvoie la responsabilité à son voisin.", True),
        ("« Plus on ferme de lits, plus les gens meurent », lance un infirmier. L'agence sanitaire récuse tout lien.", True),
        ("Le maire Luis Orta a été entendu lundi. Il rejette les accusations.", False),
        # Who was talked of says no; "c'est lui qui …".
        ("L'éleveur affirme avoir prévenu les services vétérinaires. Ces derniers assurent n'avoir rien reçu.", True),
        ("L'éleveur affirme avoir prévenu les services vétérinaires. Ces derniers assurent avoir tout noté.", False),
        ("« Il m'a menacée », raconte la vendeuse. « C'est elle qui m'a insulté », répond le client.", True),
        ("« Il m'a aidée », raconte la vendeuse. « Je suis content pour elle », répond le client.", False),
    ],
)
def test_what_is_gainsaid_in_the_next_breath(text: str, disputed: bool) -> None:
    found = {m.agreement for m in matters_of(text, OTHER)}
    assert ("disputed" in found) == disputed


def test_a_charge_is_shown_from_its_verb_on() -> None:
    text = "Nature Libre dénonce un cadeau aux chasseurs, qui ruinerait la faune ; le gouvernement s'en défend."
    shown = [v.evidence[0] for m in matters_of(text, OTHER) for d in m.differences if d.slot == "polarity" for v in d.values]
    assert [text[s.start : s.end].split(",")[0] for s in shown] == [
        "Nature Libre dénonce un cadeau aux chasseurs",
        "le gouvernement s'en défend",
    ]
