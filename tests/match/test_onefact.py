"""What two reports have in common by the way: an age, a year, a unit, a paper's day, a noun. It makes no fact of both."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "La scène se passe à Bellançon, chez les Tuileries Morvan.\n"
NEAR, FAR = ("2024-03-12", "2024-03-13"), ("2024-03-12", "2024-06-20")


def _compared(first: str, second: str, days: tuple[str, str]) -> list[tuple[str, str]]:
    """The slots of what both reports are said to tell, but for the line that both begin with."""
    return sorted(
        (m.agreement, d.slot)
        for m in matters_of(first, second, start=START, days=days)
        for d in m.differences
        if m.agreement not in ("single", "related")
        and len({v.report for v in d.values}) > 1
        and any(s.start >= len(START) for v in d.values for s in v.evidence)
    )


@pytest.mark.parametrize(
    ("first", "second", "slot", "days"),
    [
        # an age alone, and the words that say that it is one
        (
            "Âgé de 41 ans, Luc Perrec était marié et avait deux enfants.",
            "Âgé de 41 ans, Luc Perrec est le patron de la forge depuis 2015.",
            "telling",
            NEAR,
        ),
        # what was published on one day
        (
            "« Rien ne presse », répond Luc Perrec à la Gazette de Lormont, dans des propos publiés dimanche 10 mars.",
            "Le four a la faveur de 46 % des habitants, d'après une enquête de la Gazette de Lormont, publiée dimanche 10 mars.",
            "telling",
            NEAR,
        ),
        # a year, a season
        (
            "Les pluies de l'exercice 2015-2016 furent rares.",
            "Le potier avait vendu sa première jarre de l'exercice 2015-2016.",
            "telling",
            NEAR,
        ),
        # an opposition that both take as known
        (
            "Le quartier des forges porte l'opposition à Luc Perrec.",
            "L'opposition à Luc Perrec tient aussi les vergers.",
            "telling",
            NEAR,
        ),
        # two rates
        (
            "Le taux de chômage de Lormont monte à 6,2 % des actifs, selon la chambre de métiers.",
            "Le taux de chômage du canton monte à 11,4 % des actifs, selon la chambre de métiers.",
            "telling",
            NEAR,
        ),
        # a number of seconds; a village, months apart; the day on which a paper tells it
        (
            "Le groupe de tête démarre avec vingt secondes.",
            "Deux nageuses sortent de l'eau avec vingt secondes.",
            "telling",
            NEAR,
        ),
        (
            "Au sud du canton de Lormont, deux familles se disputent un puits dans la commune de Chassart.",
            "Quatre ouvriers ont perdu la vie dans une explosion à la commune de Chassart, au sud du canton de Lormont.",
            "telling",
            FAR,
        ),
        (
            "La Gazette de Lormont écrivait, lundi, que la camionnette des voleurs avait manqué d'essence.",
            "La camionnette des voleurs, précise lundi 11 mars la Gazette de Lormont, a fui vers la côte.",
            "telling",
            NEAR,
        ),
        # the bombs of another month; another court
        (
            "Deux bombes ont explosé à Lisbonne dans le quartier d'Alfama.",
            "L'attentat contre des passants à Lisbonne a choqué le pays.",
            "place",
            FAR,
        ),
        (
            "La cour d'appel doit rendre sa décision sur la forge.",
            "La Cour européenne des droits de l'homme rejette la requête de la forge.",
            "status",
            NEAR,
        ),
        # a system is no tool; the car bomb of another month is another one
        (
            "L'État verse une somme chaque année par ce système.",
            "La mairie défend une réforme du système, avec un système à points.",
            "instrument",
            NEAR,
        ),
        (
            "Deux gardes sont morts dans l'explosion d'une voiture piégée.",
            "Une voiture piégée a tué trois passants, et la voiture a brûlé.",
            "instrument",
            FAR,
        ),
        # who was aboard in March and in June
        (
            "Un avion de la compagnie Airvol a été détourné. L'appareil transportait 81 personnes.",
            "Un avion de la compagnie Airvol s'est abîmé en mer. L'appareil transportait 66 personnes.",
            "figure",
            FAR,
        ),
        # his own death and that of her
        (
            "L'homme a tiré sur la chanteuse avant de se donner la mort.",
            "L'homme a tiré après la mort de la chanteuse.",
            "order",
            NEAR,
        ),
    ],
)
def test_what_is_in_common_by_the_way(first: str, second: str, slot: str, days: tuple[str, str]) -> None:
    assert slot not in [s for _, s in _compared(first, second, days)]


def test_one_month_told_in_two_ways_is_no_finer_date() -> None:
    found = _compared(
        "Ce conflit avec les mineurs de Lormont avait commencé en avril 2014.",
        "Le conflit entre la mairie et les mineurs de Lormont dure depuis avril 2014.",
        NEAR,
    )
    assert ("shared", "date") in found


def test_who_is_shot_is_not_arrested() -> None:
    found = matters_of("Le tireur est activement recherché.", "La police a abattu le tireur.", start=START, days=NEAR)
    assert [m.title for m in found if m.agreement == "updated"] == ["Tireur : recherché, puis abattu"]


def test_nobody_is_about_to_be_suspected() -> None:
    first, second = "Le patron, Luc Fabre, pourrait être accusé de fraude.", "Luc Fabre est accusé de fraude."
    assert [m.title for m in matters_of(first, second, start=START, days=NEAR) if m.agreement == "updated"] == []
