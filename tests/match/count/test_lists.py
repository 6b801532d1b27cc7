"""A list that another report shortens, counts or samples; and names that merely meet."""

from __future__ import annotations

import pytest

from tests.match.crossing import verdicts_on

START = "Le gouvernement de Corvélie a annoncé lundi 5 mai 2025 ses mesures. "
CASES = [
    ("La Delta Bank, la Banque Orion et Volga Crédit sont visées.", "Les sanctions visent trois banques."),
    ("L'Ar Mor, le Sterenn et l'Enez restent bloqués à quai.", "Trois navires restent bloqués à quai."),
    ("Les ports de Sarlan, Belmont et Orvault ferment aux navires étrangers.", "Deux ports, Sarlan et Belmont, ferment."),
    ("Il accepte l'aide de l'Espagne, du Qatar et de la Suisse.", "Trois pays ont reçu son accord, dont l'Espagne."),
    (
        "Les bureaux du maire, de son adjoint et du directeur ont été fouillés.",
        "Trois responsables ont vu leurs bureaux fouillés.",
    ),
    ("Nantes, Brest et Vannes ont fermé leurs plages.", "Plusieurs villes ont fermé leurs plages."),
    ("Ont signé Lise Varenne, Marc Tissot et Paul Giraud.", "Huit cents auteurs suivent, dont Lise Varenne et Paul Giraud."),
    ("Le jouet est vendu en Pologne, en Italie et au Danemark.", "Plusieurs pays d'Europe sont touchés."),
    ("Trois syndicats ont quitté la réunion. Trois syndicats, donc.", "La CFDT, l'Unsa et FO ont quitté la réunion."),
    ("Les voleurs ont emporté quatre toiles du musée.", "La « Dame au chat » et trois autres tableaux ont quitté le musée."),
    ("Quatre communes ont écrit au préfet.", "Belmont et trois communes voisines ont écrit au préfet."),
]
FRIENDS = [
    ("Nantes, Brest et Vannes ont fermé leurs plages.", "Plusieurs pays ont fermé leurs plages."),
    ("Nantes, Brest et Vannes ont fermé leurs plages.", "Plusieurs villes ont ouvert une crèche."),
    # Two names beside a greater number are not some of them unless the sentence says so.
    ("Paul Verrier et Marc Sorel sont morts lors du raid armé.", "Six personnes sont mortes lors du raid armé."),
    # Countries are no suspects.
    ("Les mesures contre les suspects visent l'Irak et la Syrie.", "Les mesures contre trois suspects visent aussi leurs biens."),
    ("Les ports de Sarlan, Belmont et Orvault ferment.", "Un avion relie Sarlan et Belmont."),
    ("Il accepte l'aide de l'Espagne, du Qatar et de la Suisse.", "Trois ministres ont démissionné."),
    ("Les voleurs ont emporté quatre toiles du musée.", "La « Dame au chat » et deux autres tableaux ont quitté le musée."),
    ("Trois syndicats appellent à la grève chez Marlon.", "Paul Brun, Luce Amar et Jean Roy mènent la grève chez Marlon."),
    ("Le maire a vendu quatre toiles.", "La « Dame au chat » et trois autres tableaux ont quitté le musée."),
    ("Il accepte l'aide de l'Espagne et du Qatar.", "Il accepte l'aide du Qatar et de la Suisse."),
    # Some of them did another thing.
    ("Sont retenus Lise Varenne, Marc Tissot et Paul Giraud.", "Lise Varenne et Paul Giraud soutiennent le port."),
    # The report of the shorter list knows the third one as well.
    (
        "L'Espagne, le Qatar et la Suisse siègent d'office au conseil.",
        "L'Espagne et le Qatar siègent d'office au conseil. La Suisse y siège aussi.",
    ),
    # One of two.
    (
        "Si Paul Verrier ou Marc Sorel gagnent la primaire, elle se retire.",
        "Paul Verrier, Marc Sorel et Luc Roy visent la primaire.",
    ),
    # One word in common that the number is not told of.
    ("Lise Varenne, Marc Tissot et Paul Giraud dénoncent la loi.", "Il dénonce le fait que trois candidats parlent."),
]


def _found(left: str, right: str) -> list[str]:
    return verdicts_on("list", left, right, start=START)


@pytest.mark.parametrize(("left", "right"), CASES)
def test_a_list_told_in_full_and_shorter(left: str, right: str) -> None:
    assert _found(left, right) == ["refined"]


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_names_that_merely_meet(left: str, right: str) -> None:
    assert _found(left, right) == []
