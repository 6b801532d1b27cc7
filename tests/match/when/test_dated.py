"""When one happening was, in whatever words each report gives it: one day, a stretch that holds it, a day counted from it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.governing import keys_of
from recoupe.parse.document import Parsed
from tests.match.crossing import matters_of

START = "La scène se passe à Bellançon, chez les Tuileries Morvan.\n"


def _dates(a: str, b: str, days: tuple[str, str]) -> list[tuple[str, list[str | None]]]:
    found = matters_of(a, b, start=START, days=days)
    rows = (
        d
        for m in found
        for d in m.differences
        if d.slot == "date"
        and not all((v.value or "").startswith("20") for v in d.values)
        and all(x.slot != "telling" for x in m.differences)  # the line that both begin with
    )
    return sorted((d.verdict, [v.value for v in d.values]) for d in rows)


@pytest.mark.parametrize(
    ("first", "second", "days", "told"),
    [
        # a weekday in a relative clause, a date in an apposition; another word for the act
        (
            "Le voisin, que tous disent coupable d'avoir agressé Luc Perrec samedi devant la gare, se tait.",
            "Filmé en train de s'en prendre à Luc Perrec samedi 9 mars, à deux pas de la gare, le voisin a tout nié.",
            ("2024-03-12", "2024-03-20"),
            [("refined", ["samedi", "samedi 9 mars"])],
        ),
        # the middle of a month and a day of it
        (
            "La brigade Sorel a repris la carrière de Lormont à la mi-novembre aux mineurs grévistes.",
            "Les mineurs grévistes ont perdu le 14 novembre la carrière de Lormont face à la brigade Sorel.",
            ("2023-12-02", "2023-12-05"),
            [("refined", ["à la mi-novembre", "le 14 novembre"])],
        ),
        # years told together and the months of a term
        (
            "Anne Perrec raconte les chantiers qu'elle lançait lorsqu'elle présidait la chambre de métiers, en 2017 et 2018.",
            "Anne Perrec était présidente de la chambre de métiers entre mars 2017 et juin 2018, avec des chantiers partout.",
            ("2023-12-02", "2023-12-05"),
            [("refined", ["en 2017 et 2018", "entre mars 2017 et juin 2018"])],
        ),
        # a day counted back from today; from the day that the sentence tells
        (
            "Deux jours après l'incendie de la tuilerie, les fours sont froids.",
            "Un incendie a détruit la tuilerie Morvan mardi soir.",
            ("2024-03-14", "2024-03-13"),
            [("refined", ["2024-03-12", "mardi soir"])],
        ),
        (
            "Une semaine après l'évasion de Luc Perrec, un appel a été lancé mardi 12 mars.",
            "Luc Perrec s'est évadé le 5 mars de la maison d'arrêt.",
            ("2024-03-13", "2024-03-08"),
            [("refined", ["Une semaine après l'évasion de Luc Perrec", "le 5 mars"])],
        ),
        (
            "On sait peu de l'affaire. On attend les experts. On parle aussi des fours. On a vu le maire. "
            "Ce vol survient deux jours après l'incendie de la tuilerie.",
            "Un incendie a détruit la tuilerie Morvan mardi soir.",
            ("2024-03-14", "2024-03-13"),
            [("refined", ["2024-03-12", "mardi soir"])],
        ),
        # what comes soon and its day
        (
            "À l'approche du référendum, les tuiliers ont collé leurs affiches.",
            "Le référendum des tuiliers aura lieu le 24 mars.",
            ("2024-03-13", "2024-03-08"),
            [("refined", ["À l'approche du référendum", "le 24 mars"])],
        ),
        # a season, a year ago, the start of a race and another's leaving it, a name and a place alone
        (
            "Le prix des tuiles Morvan a baissé cet hiver.",
            "Le prix des tuiles Morvan avait marqué l'exercice 2023-2024 à Lormont.",
            ("2024-03-12", "2024-03-20"),
            [],
        ),
        (
            "Le chômage en Sorvie touchait 10 % des actifs il y a un an, et 9 % ce mois-ci.",
            "Le chômage en Sorvie touchait 6 % des actifs en octobre 2023.",
            ("2024-01-12", "2024-01-12"),
            [],
        ),
        (
            "La course de Lormont a changé de tracé à quelques jours du départ.",
            "Luc Perrec a quitté le 16 mars la course de tuiliers.",
            ("2024-03-13", "2024-03-18"),
            [],
        ),
        (
            "Le ministre a parlé mercredi soir de l'hôpital lyonnais de la Croix-Rousse à Lormont.",
            "Un cortège du 13 mars a longé l'hôpital lyonnais de la Croix-Rousse.",
            ("2024-03-14", "2024-03-14"),
            [],
        ),
        # two days of two acts of one man; two weeks before is another day; a bare hour is no day
        (
            "Luc Perrec a vendu son étang samedi.",
            "Luc Perrec a fêté ses cent ans le samedi 9 mars.",
            ("2024-03-12", "2024-03-20"),
            [],
        ),
        (
            "Dix jours après l'incendie de la tuilerie, les fours sont froids.",
            "Un incendie a détruit la tuilerie Morvan mardi soir.",
            ("2024-03-14", "2024-03-13"),
            [],
        ),
    ],
)
def test_one_happening_dated_by_two_reports(
    first: str, second: str, days: tuple[str, str], told: list[tuple[str, list[str]]]
) -> None:
    assert _dates(first, second, days) == told


def test_no_finer_date_where_both_tell_it_as_finely() -> None:
    twice = "Luc Perrec a vendu la tuilerie samedi 9 mars. Samedi, les acheteurs ont fêté la vente de la tuilerie à Luc Perrec."
    once = "Luc Perrec a vendu la tuilerie samedi 9 mars."
    found = matters_of(twice, once, start=START, days=("2024-03-12", "2024-03-20"))
    assert {d.verdict for m in found for d in m.differences if d.slot == "date"} == {"same"}


def test_a_dateline_and_one_day_are_no_matter() -> None:
    first = "9 mars 2024 . – À la suite de la grève de Lormont, le maire Luc Perrec a reçu jeudi les grévistes."
    second = "Samedi, la grève de Lormont a continué : le maire Luc Perrec a reçu les grévistes."
    found = matters_of(first, second, days=("2024-03-09", "2024-03-12"))
    assert [d for m in found for d in m.differences if d.slot == "date"] == []


def test_a_day_of_which_no_sentence_tells_what_it_was_is_no_matter() -> None:
    called = "Se rendre devant les juges le 19 mars, voilà la demande faite à Luc Perrec."
    found = matters_of(
        called, "Luc Perrec et son fils convoqués le 19 mars devant les juges", start=START, days=("2024-03-12",) * 2
    )
    assert [m.title for m in found if m.title.startswith("Date :")] == []


def test_every_example_tells_its_happening(parse: Callable[[str], Parsed]) -> None:
    rows = read_table("lang/fr/same_day.tsv", ("happening", "words", "example"))
    told = {row["happening"]: {k for w in parse(row["example"]).words for k in keys_of(plain(w.lemma))} for row in rows}
    assert [name for name, keys in told.items() if "$" + name not in keys] == []


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        # what is so today and the stretch in which something is still to come
        (
            "Aujourd'hui, avec l'arrivée de Luc Perrec, tout change, dit le chef, et nous chanterons mieux.",
            "Luc Perrec quitte Lormont et arriverait en fin de semaine.",
            ("2024-03-15", "2024-03-13"),
        ),
        # two things that exclude each other
        (
            "À Bellançon, les loyers sont repartis en hausse en août 2023, constate la mairie.",
            "La mairie de Bellançon prédit une hausse des loyers, après une baisse des loyers en 2023.",
            ("2023-09-26", "2023-09-20"),
        ),
        (
            "La hausse du blé a surpris les minotiers de Bellançon en août 2023.",
            "La baisse du blé a ruiné les minotiers de Bellançon en 2023.",
            ("2023-09-26", "2023-09-20"),
        ),
    ],
)
def test_times_of_two_things_are_set_together_nowhere(first: str, second: str, days: tuple[str, str]) -> None:
    assert not _dates(first, second, days)


def test_the_day_of_two_numbers_that_are_opposed_makes_no_agreed_line_beside_them() -> None:
    left = "La mairie de Sarlan a commencé mercredi 7 mai 2025 le rappel de 140 000 flacons de sirop."
    right = "À Sarlan, 160 000 flacons de sirop ont été rappelés mercredi 7 mai 2025 par la mairie."
    found = [m for m in matters_of(left, right, days=("2025-05-08", "2025-05-08")) if len(m.reports) > 1 and "flacons" in m.title]
    assert {m.agreement for m in found} == {"contradicted"}
