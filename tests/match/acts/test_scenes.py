"""Counts of two happenings are kept apart by their places; counts of one are told as they moved."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

FLOOD = "Une coulée de boue a frappé la ville de Grenoble, dans le sud-est de la France, samedi 4 mai 2024. "
LATER = "Samedi 4 mai 2024, Grenoble a été frappée par une coulée de boue : le décompte a été revu. "
BUS = "Un car scolaire s'est renversé mardi 7 mai 2024 à Nantes. "
VAN = "Après l'accident survenu mardi à Nantes, un car scolaire s'est renversé mercredi 8 mai 2024 à Toulouse. "


def _titles(left: str, right: str) -> list[tuple[str, str]]:
    found = [m for m in matters_of(left, right) if any(d.slot == "figure" for d in m.differences)]
    return sorted((m.agreement, m.title) for m in found if len(m.reports) > 1)


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        # A toll with a country of its own is another one.
        (
            FLOOD + "Le village pleure 154 morts. Les pluies ont fait 87 morts au Chili.",
            LATER + "On compte désormais 290 morts.",
            [("updated", "Nombre de morts : 154, puis 290")],
        ),
        # So is one of a place told as a reminder.
        (
            FLOOD + "On compte 154 morts.",
            LATER + "On compte 290 morts. Une autre coulée, en 2015 à Lisbonne, avait fait 92 morts.",
            [("updated", "Nombre de morts : 154, puis 290")],
        ),
        (BUS + "Le bilan est de deux morts.", VAN + "Le bilan est de six morts.", []),
        # Of another year, told behind the number; of many happenings; a part of the toll.
        (FLOOD + "On compte cinq morts.", LATER + "L'imam a rappelé les douze morts de la digue voisine, en 2015.", []),
        (FLOOD + "On compte cinq morts.", LATER + "Chacun évoque Belmont et ses dix-huit morts, six ans plus tôt.", []),
        (FLOOD + "On compte cinq morts.", LATER + "Les crues ont déjà fait 169 morts depuis janvier.", []),
        (FLOOD + "On compte 154 morts.", LATER + "Les enfants représentent un tiers des décès.", []),
        # The bodies that have a name are some of the dead.
        (
            FLOOD + "On compte 290 morts.",
            LATER + "On compte 290 morts. Déjà 186 corps ont été identifiés.",
            [("shared", "Nombre de morts : 290")],
        ),
        # Those who live in a town are not those whom something befell.
        (FLOOD + "La ville (40 000 habitants) est coupée.", LATER + "Quelque 45 000 habitants sont touchés.", []),
        # A toll that falls is told as it fell.
        (
            FLOOD + "On compte 76 morts.",
            LATER + "On compte 71 morts.",
            [("updated", "Nombre de morts : 76, puis 71")],
        ),
    ],
)
def test_counts_of_one_happening(left: str, right: str, wanted: list[tuple[str, str]]) -> None:
    assert _titles(left, right) == wanted


def test_steps_of_a_count() -> None:
    left = FLOOD + "Quelque 1 300 résidences sont inondées et 700 personnes ont été évacuées. On a déployé 300 soldats."
    right = LATER + "Les sinistrés se comptent : 4 120 maisons inondées, 3 460 personnes évacuées."
    assert _titles(left, right) == [
        ("updated", "Maisons touchées : 1 300, puis 4 120"),
        ("updated", "Nombre de personnes évacuées : 700, puis 3 460"),
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # No toll becomes a tenth of itself overnight, or twelve times what it was.
        ("Le 3 mars 2025, une collision a fait 62 morts.", "Le 4 mars 2025, une collision a fait au moins deux morts."),
        ("Le 3 mars 2025, une collision a fait 3 morts.", "Le 4 mars 2025, une collision a fait 81 morts."),
        # New arrests come beside the earlier ones.
        ("La police a procédé à quatre arrestations.", "La police a procédé à trois nouvelles arrestations."),
    ],
)
def test_counts_that_leap(left: str, right: str) -> None:
    start = "Le trafic reste coupé entre Sorville et Belmont après la collision de deux trains. "
    matters = matters_of(left, right, start=start, days=("2025-03-03", "2025-03-04"))
    found = [m for m in matters if m.title.startswith("Nombre de morts") or "arrestations" in m.title]
    assert [m.title for m in found if len(m.reports) > 1 and m.agreement == "updated"] == []


def test_a_village_that_no_table_knows_is_one_scene() -> None:
    left = "La sirène de la fosse a réveillé tout Korvanec. Le souffle a été senti jusqu'à Ostrava. On compte cinq morts."
    right = "Le bilan du coup de grisou de Korvanec est passé à neuf morts. Un mineur de Prague est indemne."
    days = ("2025-05-05", "2025-05-06")
    titles = [m.title for m in matters_of(left, right, days=days) if m.agreement == "updated"]
    assert titles == ["Nombre de morts : 5, puis 9"]
    elsewhere = right.replace("Korvanec", "Belkovice")
    assert [m.title for m in matters_of(left, elsewhere, days=days) if m.agreement == "updated"] == []


def test_the_square_of_a_town_is_in_that_town() -> None:
    left = "Le toit du marché d'Ambert est tombé. On compte onze blessés."
    right = "Sur la place d'Ambert, le marché n'a plus de toit. On compte désormais dix-sept blessés, soignés à Riom."
    found = matters_of(left, right, days=("2025-05-05", "2025-05-06"))
    assert [m.title for m in found if m.agreement == "updated"] == ["Nombre de blessés : 11, puis 17"]
