"""How old the one dead of an affair was, called by a name, a pronoun or a noun; not the ages of two or of another time."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

DAYS = ("2024-05-16", "2024-05-16")
HOME = "À Varlen, la chanteuse Bia Morel a été trouvée inanimée lundi. "
LAKE = "À Varlen, une baignade a mal tourné lundi dans le lac Lanvaux. "
CABLE = "À Varlen, le funiculaire Lanvaux a déraillé mardi. "
FIRE = "À Varlen, une maison a brûlé mardi rue Lanvaux. "
PAINTER = "À Varlen, le peintre Luc Roy a été retrouvé mort mardi. "
KNIFE = "À Varlen, un homme a été poignardé mardi. "
CASES = [
    (HOME, "Bia Morel s'est éteinte à l'âge de 78 ans.", "Elle avait 74 ans quand la mort l'a emportée."),
    (LAKE, "Idriss Roy avait 17 ans. Il s'est noyé devant ses amis.", "Un jeune homme de 21 ans s'est noyé dans le lac."),
    (CABLE, "Le garde-frein, Luc Roy, 40 ans, a sauté.", "L'homme aux commandes, 45 ans, a été blessé."),
    (FIRE, "La victime était âgée de 71 ans.", "Le retraité est mort à 76 ans."),
    (PAINTER, "Il était âgé de 83 ans.", "Luc Roy est décédé chez lui, à l'âge de 79 ans."),
    (KNIFE, "La victime, âgée de 58 ans, n'a pas survécu.", "Un boucher de 63 ans a été tué d'un coup de couteau."),
]
FRIENDS = [
    (KNIFE, "Un homme de 45 ans a été tué.", "Trois personnes sont mortes. Léa, 12 ans, a été tuée."),
    (PAINTER, "Il était âgé de 83 ans.", "Sa femme, l'actrice Anne Roy, est morte à l'âge de 50 ans."),
    (PAINTER, "Il était âgé de 83 ans.", "Luc Roy avait 20 ans quand il vint à Corvel."),
    (CABLE, "Le conducteur, 30 ans, a été blessé.", "Un passager de 24 ans est mort."),
    (FIRE, "La victime était âgée de 71 ans.", "Un voisin de 30 ans l'a trouvée. La victime vivait seule."),
]


@pytest.mark.parametrize(("start", "left", "right"), CASES)
def test_two_ages_of_one_dead(start: str, left: str, right: str) -> None:
    assert "contradicted" in verdicts_on("age", left, right, start=start, days=DAYS)


@pytest.mark.parametrize(("start", "left", "right"), FRIENDS)
def test_ages_of_two(start: str, left: str, right: str) -> None:
    assert "contradicted" not in verdicts_on("age", left, right, start=start, days=DAYS)
