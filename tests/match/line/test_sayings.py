"""Labels with two values as an editor writes them, and lines set as a printed page."""

from __future__ import annotations

import pytest

from recoupe.match.line.sayings import either, pointless, strung
from recoupe.match.line.typography import tidy_type


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Nombre : plusieurs points de suture / six points de suture", "Points de suture : plusieurs ou six"),
        ("Nombre : 139 / près de 150 voyageurs", "Voyageurs : 139 ou près de 150"),
        ("Nombre : 840 sinistrés / près de neuf cents Corbonais", "840 sinistrés ou près de neuf cents Corbonais"),
        ("Prix : quinze millions d’euros / 14,5 millions d’euros", "Prix : quinze millions ou 14,5 millions d'euros"),
        ("Rang : deuxième tour / troisième tour", "Deuxième ou troisième tour"),
        ("Âge : octogénaire / 84 ans", "Octogénaire : 84 ans"),
        ("Heure : mardi vers 17 h 40 / mardi à 17 h 42 / à 17 h 42", "Heure : mardi vers 17 h 40 ou mardi à 17 h 42"),
        ("Durée : pendant une demi-heure / 35 minutes", "Durée : une demi-heure ou 35 minutes"),
        ("Direction de la fuite : fui vers Vesles / filé vers Dol", "Direction de la fuite : vers Vesles ou vers Dol"),
        ("Date : hier / 14 avril / le 14 avril", "Date : hier ou le 14 avril"),
        ("Somme reçue : plus de 4 millions / SIX MILLIONS", "Somme reçue : plus de 4 millions ou six millions"),
        ("Liste : plusieurs lots / lots 031 à 038", "Lots 031 à 038"),
        ("Lieu : état-major à Vesles / état-major à Corbon", "Lieu : état-major à Vesles ou Corbon"),
        ("Lieu : surprise jeudi, devant sa salle de gym / prise là", "Lieu : surprise devant sa salle de gym ou prise là"),
        ("Trajet : Norna, qui venait d'appareiller / Norna entrait au port", "Norna : venait d'appareiller ou entrait au port"),
        ("Motif du départ : , son camp étant battu / pour sa santé", "Motif du départ : son camp étant battu ou pour sa santé"),
        ("Jean Roy : « Oui / non »", "Jean Roy : « Oui / non »"),
    ],
)  # fmt: skip
def test_values_side_by_side(title: str, told: str) -> None:
    assert either(title) == told


def test_one_value_where_all_say_the_same() -> None:
    assert either("Heure : peu après 9 h 30 / vers 9h30", "same") == "Heure : peu après 9 h 30"


def test_a_phrase_that_stands_alone_points_at_nobody() -> None:
    phrases = ("ces braqueurs", "sa démission", "cet otage", "son maire", "les maires")
    assert [pointless(x) for x in phrases] == ["les braqueurs", "la démission", "l'otage", "le maire", "les maires"]


def test_members_of_a_list_lose_what_ties_them_to_their_verb() -> None:
    assert strung("maire, de son adjoint et du chef des travaux", "du") == "le maire, son adjoint et le chef des travaux"
    assert strung("l'Espagne, au Qatar et aux Émirats") == "l'Espagne, le Qatar et les Émirats"
    assert strung("Vesles, de la Rance et d'Orval") == "Vesles, la Rance et Orval"


@pytest.mark.parametrize(
    ("text", "set_"),
    [
        ("l' Ukraine , la Pologne", "l'Ukraine, la Pologne"),
        ("Les rebelles [1] sont partis", "Les rebelles sont partis"),
        ("le 45 e président", "le 45e président"),
        ('le "grand débat" a eu lieu', "le « grand débat » a eu lieu"),
        ("dans la la salle", "dans la salle"),
        ("nous nous sommes tus", "nous nous sommes tus"),
        ("1 500 maisons, 3,5 %", "1 500 maisons, 3,5 %"),
    ],
)
def test_a_line_is_set_as_on_a_page(text: str, set_: str) -> None:
    assert tidy_type(text) == set_
