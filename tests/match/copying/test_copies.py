"""Copies: what ties two texts, and what does not."""

from __future__ import annotations

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.copying.copies import find_copies
from recoupe.match.copying.credits import find_credits
from recoupe.types import Report

WIRE = (
    "Une fuite de gaz a provoqué mardi l'évacuation de deux immeubles du quartier des Tanneurs à Morlanne, ont indiqué "
    "les pompiers. "
    "Une quarantaine d'habitants ont passé la nuit dans un gymnase prêté par la mairie, "
    "où des lits avaient été dressés à la hâte. "
    "La conduite a été réparée au petit matin et chacun a pu regagner son logement, a précisé le porte-parole de la compagnie."
)
OTHER = (
    "À Morlanne, les riverains ont retrouvé leur appartement mercredi. Le gaz s'échappait d'un tuyau ancien, "
    "perforé par une pelleteuse. "
    "La mairie promet une enquête sur le chantier voisin, que plusieurs commerçants jugent mal tenu depuis des mois."
)


def reports(*texts: str) -> list[Report]:
    """Reports named a, b, c …"""
    return [Report("abcdefgh"[i], None, text, "fr") for i, text in enumerate(texts)]


def relation(*texts: str) -> list[str]:
    """The relations of all pairs, in order."""
    return [c.relation for c in find_copies(reports(*texts))]


def test_one_text_with_other_names_and_numbers_is_one_text() -> None:
    changed = WIRE.replace("Morlanne", "Castelviel").replace("quarantaine", "soixantaine").replace("mardi", "jeudi")
    (copy,) = find_copies(reports(WIRE, changed))
    assert (copy.relation, copy.share > 0.7) == ("same_text", True)


def test_passages_are_the_same_words_in_both() -> None:
    left, right = reports(WIRE, OTHER + "\n" + WIRE[130:400] + "\n")
    (copy,) = find_copies([left, right])
    words = [(left.text[p.left.start : p.left.end], right.text[p.right.start : p.right.end]) for p in copy.passages]
    assert words and all(a == b for a, b in words)
    assert [len(a.split()) for a, _ in words] == sorted((len(a.split()) for a, _ in words), reverse=True)


def test_two_accounts_of_one_affair_have_no_common_origin_found() -> None:
    (copy,) = find_copies(reports(WIRE, OTHER))
    assert (copy.relation, copy.share, copy.why) == ("independent", 0.0, ("Aucune origine commune trouvée.",))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (WIRE + " (AFP)", OTHER + "\nAvec AFP", "same_origin"),
        (WIRE + " (AFP)", OTHER + "\nSource : Reuters", "independent"),
        (WIRE + " (AFP)", OTHER + "\nLe chantier (Photo AFP)", "independent"),
        ("MORLANNE, 9 mai (AFP) - " + WIRE, OTHER + " Le tuyau était usé, a dit la compagnie à l'AFP.", "same_origin"),
        # an agency that no table knows, credited in other words
        ("MORLANNE, 9 mai (ZTX) - " + WIRE, OTHER + " (avec ZTX)", "same_origin"),
        ("MORLANNE, 9 mai (ZTX) - " + WIRE, OTHER + "\nZTX et rédaction", "same_origin"),
        ("MORLANNE, 9 mai (ZTX) - " + WIRE, OTHER + "\nLa rédaction avec ZTX", "same_origin"),
        ("MORLANNE, 9 mai (ZTX) - " + WIRE, OTHER + "\nPhoto d'archives (avec ZTX)", "independent"),
        # spoken to, or cited
        ("MORLANNE, 9 mai (ZTX) - " + WIRE, OTHER + " Le tuyau était usé, reconnaît-on auprès de l'agence ZTX.", "same_origin"),
        (
            "MORLANNE, 9 mai (ZTX) - " + WIRE,
            OTHER + " Le tuyau était usé, dit une riveraine (ZTX). Elle porte plainte.",
            "same_origin",
        ),
        (
            "MORLANNE, 9 mai (ZTX) - " + WIRE,
            OTHER + " Le tuyau était usé, dit une riveraine (UFC). Elle porte plainte.",
            "independent",
        ),
        # one quotation in another tense, cut short
        (
            "« Les pompes tombent en panne, la cave se vide au seau avec les voisins », dit Odile Sarrans.",
            "« Les pompes sont tombées en panne, et la cave était pleine de voisins », se souvient Odile Sarrans.",
            "same_quote",
        ),
        (
            "« Les pompes tombent en panne, la cave se vide au seau avec les voisins », dit Odile Sarrans.",
            "« La cave a ses pompes, elle est vide depuis la panne », se souvient Odile Sarrans.",
            "independent",
        ),
        (
            "La maire Odile Sarrans proteste : « Personne ne nous a prévenus de ce chantier absurde et dangereux ».",
            "« Personne ne nous a prévenus de ce chantier absurde et risqué », regrette Odile Sarrans, élue en 2020.",
            "same_quote",
        ),
    ],
)
def test_credits_and_quotations(left: str, right: str, expected: str) -> None:
    assert relation(left, right) == [expected]


def test_the_examples_of_the_agency_table() -> None:
    wrong = []
    for row in read_table("data/agencies.tsv", ("name", "forms", "country", "example")):
        text, marks = parse_markup(row["example"])
        found = [(c.agency, c.span.start, c.span.end) for c in find_credits(Report("t", None, text))]
        if found != [(row["name"], m.start, m.end) for m in marks]:
            wrong.append((row.where, found))
    assert wrong == []


def test_the_order_of_reports_does_not_matter() -> None:
    three = reports(WIRE, OTHER, WIRE + " (AFP)")
    assert find_copies(three) == find_copies(three[::-1])


TAILS = [a + "r" + b for a in "aeiou" for b in ("ane", "ique", "oler", "ule")]  # words enough for a report
FULL = "la coutume du village voulant que les anciens soient consultés avant toute vente de terres"
LEFT, RIGHT = (" ".join(f"{head}{tail}" for head in heads for tail in TAILS) + "." for heads in ("bcdfg", "jlmnp"))
OFFICE = "le rapporteur spécial des Nations unies sur la situation des droits de l'homme en Birmanie"


@pytest.mark.parametrize(("words", "relation"), [(FULL, "same_origin"), (OFFICE, "independent"), (f"« {FULL} »", "same_quote")])
def test_a_dozen_words_that_tell_something_are_no_accident(words: str, relation: str) -> None:
    left = Report("a", None, f"{LEFT} On s'en souvient ici, {words}.", "fr")
    right = Report("b", None, f"{RIGHT} Rien ne presse pourtant, {words}.", "fr")
    assert [c.relation for c in find_copies([left, right])] == [relation]
