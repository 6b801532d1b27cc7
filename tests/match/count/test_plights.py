"""What became of the people counted, in turns of phrase: tolls that two reports tell in unlike words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.find.figures import find_figures
from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.count.plights import COLUMNS, find_plight
from recoupe.parse.document import Parsed
from tests.match.crossing import matters_of

DAYS = ("2025-07-03", "2025-07-05")
WRECK = "Un bateau de pêche a coulé mercredi 2 juillet 2025 au large de Corvel. "
SCHOOL = "Le collège de Sorbières a renvoyé ses élèves chez eux lundi 6 octobre 2025. "
RAID = "La police a fouillé mardi 4 mars 2025 un entrepôt de Belmont. "
CASES = [
    (WRECK, "Vingt-deux marins étaient toujours recherchés.", "Sept noms manquent encore à l'appel.", "updated"),
    (WRECK, "Onze pêcheurs ont perdu la vie.", "Le naufrage a coûté la vie à quatorze personnes.", "updated"),
    (SCHOOL, "Dix-sept élèves ont été pris de vomissements.", "Quarante et un collégiens sont tombés malades.", "updated"),
    (RAID, "Trois hommes ont été placés en garde à vue.", "Cinq personnes dorment désormais en cellule.", "updated"),
    (SCHOOL, "Une pétition a réuni 230 signatures.", "Près de 700 parents ont paraphé le texte.", "updated"),
]
MINE = "Un coup de grisou a ravagé mercredi 2 juillet 2025 la mine de Belmont. "
SHOP = "Une bijouterie de Corvel a été cambriolée mercredi 2 juillet 2025. "
CASES += [
    (MINE, "Huit mineurs sont morts.", "Le coup de grisou a tué douze hommes.", "updated"),
    (SHOP, "Trois hommes cagoulés ont pris la fuite.", "Quatre individus ont fait irruption dans la bijouterie.", "contradicted"),
]
FRIENDS = [
    (RAID, "Trois gardes surveillaient l'entrepôt.", "Cinq personnes dorment désormais en cellule."),
    (SCHOOL, "Dix-sept élèves ont été pris de vomissements.", "Quatre cents élèves n'ont pas été incommodés."),
]


def _verdicts(start: str, left: str, right: str) -> set[str]:
    found = (m for m in matters_of(left, right, start=start, days=DAYS) if len(m.reports) > 1)
    return {d.verdict for m in found for d in m.differences if d.slot == "figure"}


@pytest.mark.parametrize(("start", "left", "right", "wanted"), CASES)
def test_one_toll_in_two_turns(start: str, left: str, right: str, wanted: str) -> None:
    assert _verdicts(start, left, right) == {wanted}


@pytest.mark.parametrize(("start", "left", "right"), FRIENDS)
def test_no_toll(start: str, left: str, right: str) -> None:
    assert _verdicts(start, left, right) == set()


def test_every_turn_names_its_measure(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    rows = read_table("lang/fr/plights.tsv", COLUMNS)
    parsed = parse_many([parse_markup(row["example"])[0] for row in rows])
    found = [{find_plight(one, f) for f in find_figures(one, ())} for one in parsed]
    assert [(r["measure"], r["example"], f) for r, f in zip(rows, found, strict=True) if r["measure"] not in f] == []
