"""Words between quotation marks, as two reports have them."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of, verdicts_on

MINE = "Un éboulement a fermé lundi la mine de Valmure. Douze mineurs de Valmure ont été remontés. "
DIRECTOR = "La directrice, Anne Lauret, a pris la parole : « {} ».\n"


def shown(left: str, right: str, days: tuple[str, ...] = ("2024-05-14", "2024-05-14")) -> list[tuple[str, str, str]]:
    """Agreement, slot and verdict of what is said of the quotations."""
    return sorted(
        (m.agreement, d.slot, d.verdict)
        for m in matters_of(left, right, start=MINE, days=days)
        for d in m.differences
        if any("«" not in (v.value or "") and v.value and v.value in left + right for v in d.values)
        and d.slot in ("wording", "polarity")
    )


KNEW, KNEW_NOT = "Nous avions vu la fissure au fond du puits", "Nous n'avions pas vu la fissure au fond du puits"


def test_words_turned_round_by_a_denial_exclude_one_another() -> None:
    assert ("contradicted", "polarity", "contradicted") in shown(DIRECTOR.format(KNEW), DIRECTOR.format(KNEW_NOT))


def test_what_is_said_the_other_way_round_a_week_later_is_another_wording() -> None:
    days = ("2024-05-14", "2024-05-24")
    assert {v for _, _, v in shown(DIRECTOR.format(KNEW), DIRECTOR.format(KNEW_NOT), days)} <= {"wording"}


def test_two_people_who_say_the_contrary_quarrel() -> None:
    other = "Le mineur Luc Darbois lui répond : « La galerie n'était pas sûre depuis le printemps ».\n"
    told = shown(DIRECTOR.format("La galerie était sûre depuis le printemps"), other)
    assert [a for a, slot, _ in told if slot == "wording"] == ["disputed"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (DIRECTOR.format("Le plafond, je le dis avec tristesse, était fissuré depuis l'automne"),
         "« Le plafond était fissuré », admet la patronne de la mine.\n"),
        (DIRECTOR.format("Les lampes sont tombées, j'ai cru que la galerie allait céder"),
         "« J'ai cru que la galerie allait céder », dit Anne Loret.\n"),
        (DIRECTOR.format("On nous regarde couler, et on nous demande encore des efforts"),
         DIRECTOR.format("On nous aide à couler, et on nous demande des efforts")),
        (DIRECTOR.format("Nous avons creusé trop vite et trop loin"),
         "Ils ont, selon Mme Lauret, « creusé trop vite et trop loin ».\n"),
        ("La colère des mineurs a été « étouffée et moquée », dit Anne Lauret.\n",
         "Anne Lauret juge la colère des mineurs « étouffé et moqué sans honte ».\n"),
    ],
)  # fmt: skip
def test_words_dropped_moved_or_swapped_are_one_speech(left: str, right: str) -> None:
    assert "wording" in {v for _, slot, v in shown(left, right) if slot == "wording"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("« Ensemble », répète Anne Lauret.\n", DIRECTOR.format("Il faudra des années et nous le ferons ensemble")),
        (DIRECTOR.format("Le fond de la mine est noir"), DIRECTOR.format("La mine de demain sera sans fond")),
    ],
)  # fmt: skip
def test_a_word_in_common_is_no_quotation_in_common(left: str, right: str) -> None:
    assert [x for x in shown(left, right) if x[1] == "wording"] == []


def test_one_speech_in_two_mouths_has_two_sources() -> None:
    other = "« Nous avons creusé trop vite et trop loin », a reconnu le géologue Yves Mérand.\n"
    found = matters_of(DIRECTOR.format("Nous avons creusé trop vite et trop loin"), other, start=MINE)
    values = [{v.value for v in d.values} for m in found for d in m.differences if d.slot == "source"]
    assert {"Anne Lauret", "Yves Mérand"} in values


def test_two_words_said_weeks_apart_are_two_sayings() -> None:
    told = "Paul Denis promet « une baisse des impôts ».", "Paul Denis vante « des baisses d'impôts record »."
    near, far = ([verdicts_on("wording", *told, days=("2025-05-05", last))] for last in ("2025-05-06", "2025-07-06"))
    assert near != [[]] and far == [[]]


def test_a_name_in_marks_is_no_saying_in_the_plural_either() -> None:
    left = "Un « béret vert » a parlé au préfet. Les « bérets verts » bloquent Sarlan."
    right = "Les « bérets verts » attendent à Sarlan. Des « bérets verts » ont écrit au préfet."
    assert verdicts_on("wording", left, right) == []


TERM = "Nous avons promis aux mineurs, et nous tiendrons, que le temps de travail au fond du puits ne sera pas touché cette année"
OTHER = (
    "Ni les syndicats ni moi, quoi qu'en pensent certains, n'irons parler du temps de travail au fond du puits avant l'automne"
)


def test_a_term_of_the_subject_makes_no_quotation_of_two() -> None:
    assert [
        x for x in shown(DIRECTOR.format(TERM), DIRECTOR.format(OTHER), ("2024-05-14", "2024-09-24")) if x[1] == "wording"
    ] == []


def test_names_and_a_date_are_nobody_s_wording() -> None:
    left = "« Luc Ravel prendra la tête de Radio-Mine à partir du lundi 3 juin », annonce Radio-Mine.\n"
    right = "La Société des mineurs juge « étrange de voir Luc Ravel diriger Radio-Mine à partir du 3 juin ».\n"
    assert [x for x in shown(left, right) if x[1] == "wording"] == []
