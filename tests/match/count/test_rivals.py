"""One thing that two count: a disputed number, within one report; parts, places, persons and other things are none."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

TWO = [
    ("Le parti revendique 10 000 participants ; la police en a compté 7 000.", {"10 000 participants", "7 000"}),
    ("La CGT annonce 12 000 manifestants, la préfecture 4 500.", {"12 000 manifestants", "4 500"}),
    ("Selon les organisateurs, 15 000 personnes ont défilé. La police a dénombré 6 200 manifestants.", {"15 000", "6 200"}),
    ("Entre 2 000 (selon la police) et 5 000 personnes (selon les syndicats) ont marché.", {"2 000", "5 000"}),
    ("Les pompiers évaluent à 300 hectares la surface brûlée, l'ONF à 450.", {"300 hectares", "450"}),
    ("La direction reconnaît 12 % de grévistes, les syndicats avancent 60 %.", {"12 %", "60 %"}),
    ("« 80 % du personnel a suivi », se réjouit le syndicat. La direction évoque 35 %.", {"80 %", "35 %"}),
    ("Ils étaient 12 000, d'après leur syndicat. Un chiffre que la police ramène à 5 000.", {"12 000", "5 000"}),
    ("Le maire évalue le coût à 3 millions d'euros. L'opposition parle de 5 millions d'euros.", {"3 millions", "5 millions"}),
    ("Ils étaient 3 000 selon la préfecture, 8 000 d'après les organisateurs.", {"3 000", "8 000"}),
    ("Le bilan officiel s'établit à 3 200 morts, alors que les secours en avaient annoncé 11 000.", {"3 200", "11 000"}),
    ("Selon l'ONG, 40 civils ont été tués. L'armée s'en tient à 12.", {"40 civils", "12"}),
    (
        "L'agence retient 4 300 morts. Des associations disent que le bilan dépasse les dix mille.",
        {"4 300", "dépasse les dix mille"},
    ),
    ("La direction parle de trois blessés légers. Dix, corrige le syndicat.", {"trois", "Dix"}),
    ("Douze morts, d'après l'opposition ; cinq, assure le ministère.", {"Douze", "cinq"}),
    ("Le ministère compte 3 283 morts, alors que le chiffre de 11 300 décès avait été publié par l'agence.", {"3 283", "11 300"}),
    ("Les organisateurs ont compté 20 000 marcheurs, contre 6 000 pour la préfecture.", {"20 000", "6 000"}),
]
ONE = [
    'Pour 78% des habitants sondés, la forêt est menacée ("très" pour 35%, "peu" pour 43%).',
    "Selon les pompiers, 300 hectares ont brûlé et, selon la mairie, 40 maisons ont été détruites.",
    "La police compte 12 blessés à Lorge ; les secours en dénombrent 30 à Malmer.",
    "La direction annonce 200 embauches ; le syndicat rappelle que 350 départs sont prévus.",
    "Paul Orsan obtient 52 % selon l'institut Vox, Luc Arnal 48 % selon le ministère.",
    "« 80 % du personnel a suivi », se réjouit le syndicat. La direction annonce une hausse de 35 %.",
    "Selon les secours, 200 personnes ont péri. L'armée a fait état de 40 personnes blessées.",
    "Le syndicat réclame 25 millions d'euros, quand le ministère parle d'une aide de 10 millions d'euros.",
    "Ils étaient 8 000 selon la CGT. Sept jours plus tôt, ils étaient 6 000 selon la police.",
    "« Peut-être approcherons-nous le millier », dit le maire. La police parle de centaines.",
    "La police a compté 7 000 personnes, dont 300 mineurs selon la mairie.",
    "La direction parle de trois blessés légers. Dix autres, ajoute le syndicat, ont été choqués.",
    "Le ministère retient 40 projets. Les associations en avaient déposé 300.",
    "La préfecture compte 300 foyers sans courant, contre 2 000 mardi.",
    "Le rapport annonce 400 emplois, contre 250 pour la France.",
]
START = "Le parti du Centre et les syndicats ont défilé mardi 6 mai 2025 à Corvel. "
OTHER = "La marche s'est déroulée dans le calme."


def _disputed(text: str) -> list[set[str]]:
    matters = matters_of(START + text, START + OTHER)
    return [
        {v.value or "" for v in d.values}
        for m in matters
        if m.agreement == "disputed"
        for d in m.differences
        if d.slot == "figure"
    ]


@pytest.mark.parametrize(("text", "wanted"), TWO)
def test_one_thing_that_two_count(text: str, wanted: set[str]) -> None:
    (found,) = _disputed(text)
    assert all(any(value.startswith(number) for value in found) for number in wanted), found


@pytest.mark.parametrize("text", ONE)
def test_what_is_no_count_of_one_thing(text: str) -> None:
    assert not _disputed(text)


def test_other_reports_that_give_one_of_the_numbers_stand_beside() -> None:
    left = START + "11 300 personnes ont péri, selon les secours. Les autorités s'en tiennent à 3 166 morts."
    right = START + "Onze mille trois cents morts ont été comptés à Corvel."
    other = START + "Le bilan officiel est de 3 166 morts ; l'agence retient 11 300 décès."
    alone = START + "Douze personnes ont péri sur la route de Belmont."
    (found,) = [m for m in matters_of(left, right, other, alone) if m.agreement == "disputed"]
    assert found.reports == ("a", "b", "c")


def test_one_number_of_two_things_ties_no_two_disputes() -> None:
    left = START + "Les organisateurs ont compté 20 000 marcheurs, la préfecture 6 000."
    right = START + "La mairie a compté 20 000 bouteilles, l'association 9 000."
    found = [m for m in matters_of(left, right) if m.agreement == "disputed"]
    assert sorted(m.reports for m in found) == [("a",), ("b",)]
