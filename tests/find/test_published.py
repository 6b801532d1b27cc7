"""The day of publication, inferred from the words of one report or of several on one affair."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.find.published import infer_published
from recoupe.find.whens import find_times
from recoupe.parse.document import Parsed
from recoupe.pipeline import Reading
from recoupe.types import Report, When

Parse = Callable[[str], Parsed]


def _reading(parse: Parse, text: str, name: str = "t", url: str | None = None, published: str | None = None) -> Reading:
    parsed = parse(text)
    given = When("p", None, published, published, published) if published else None
    report = Report(
        id=name, path=None, text=text, lang="fr", url=url, published=given, published_basis="given" if given else "unknown"
    )
    return Reading(report, parsed, find_times(parsed))


def _day(parse: Parse, text: str, today: str | None = None) -> str | None:
    when = infer_published([_reading(parse, text)], today=today)["t"][0]
    return when.value if when else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LILLE, 18 juin 2024 (Agence) - Une digue a cédé dans le port. Trois rues sont sous l'eau.", "2024-06-18"),
        ("18 juin 2024. – Une digue a cédé dans le port, trois jours après la tempête du 15 juin.", "2024-06-18"),
        ("Une digue a cédé dans le port ce mardi 18 juin 2024, ont indiqué les pompiers.", "2024-06-18"),
        ("Une digue a cédé dans le port hier, lundi 17 juin 2024, ont indiqué les pompiers.", "2024-06-18"),
        ("Publié le 18 juin 2024\nUne digue a cédé dans le port, comme en 1953.", "2024-06-18"),
        ("Le roi est attendu mercredi 19 juin 2024 à Lisbonne, a déclaré mardi le palais.", "2024-06-18"),
        ("La mer monte et les digues vieillissent.", None),
        ("PARIS, 31 mars - Il a été condamné lundi, ce qui l'empêche d'être candidat à la présidentielle de 2027.", None),
        # a year that is told of something else is not that of the report
        ("Le maire de Vireuil, élu en 2016, vise la présidentielle. Il a gagné mardi devant le tribunal.", None),
        ("Hélène Roy a été condamnée mardi. Le 12 mars 2019, elle avait renversé un cycliste à Vireuil.", None),
        ("Le stade de Sarville ouvrira en 2031, a dit le maire, qui visait déjà 2029.", None),
        # a date on its own line is, whatever the verb that ends the headline above
        ("Vireuil : le chanteur Jules Ferrand est mort\n\n6 juin 2016 . –\nIl a été retrouvé chez lui dimanche.", "2016-06-06"),
        (
            "Le vol avait été commis le dimanche 5 mars 2023. Deux toiles ont été retrouvées en mai, a dit mercredi le juge.",
            "2023",
        ),
        ("LE PORT SOUS LES EAUX : QUI SONT LES HÉROS DU 18 JUIN ?\n\nTrois hommes ont ouvert les vannes.", None),
    ],
)
def test_day_from_the_words(parse: Parse, text: str, day: str | None) -> None:
    assert _day(parse, text) == day


def test_weekday_and_day_restrict_the_year_and_today_bounds_it(parse: Parse) -> None:
    text = "Une digue a cédé dans le port ce mardi 18 juin, ont indiqué les pompiers."
    assert _day(parse, text, today="2015-01-01") == "2013-06-18"
    guesses = infer_published([_reading(parse, text)])["t"][3]
    assert {"2013-06-18", "2019-06-18", "2024-06-18"} <= {g.value for g in guesses}
    assert sum(g.weight for g in guesses) == pytest.approx(1, abs=0.01)


def test_reports_of_one_affair_share_their_year_whatever_their_order(parse: Parse) -> None:
    first = _reading(
        parse,
        "Le président azerbaïdjanais Ilham Aliev doit visiter mardi 18 juin les serres de Vireuil, où le jardinier Luc Tarnac"
        " l'attend, a dit lundi la mairie.",
        "a",
    )
    second = _reading(
        parse,
        "Le président azerbaïdjanais Ilham Aliev a goûté mardi les figues du jardinier Luc Tarnac à Vireuil. Aliev n'y était"
        " pas venu depuis 21 ans. Il repart le 19 juin.",
        "b",
    )
    found = [infer_published(readings) for readings in ([first, second], [second, first])]
    days = [{k: v[0].value if v[0] else None for k, v in f.items()} for f in found]
    assert days == [{"a": "2024-06-17", "b": "2024-06-18"}] * 2
    assert any("21 ans" in why for why in found[0]["b"][2])


#: Reports of one affair, and the days that their words leave.
AFFAIRS = [
    (
        "Un incendie a ravagé mercredi 12 mars 2025 l'usine Chimérol de Barvaux, ont annoncé les pompiers. Deux ouvriers ont été"
        " brûlés.",
        "2025-03-12",
        "Un violent incendie a détruit mercredi l'usine Chimérol de Barvaux. Le préfet, Yvan Lestrac, se rendra sur place jeudi.",
        "2025-03-12",
        "Au lendemain de l'incendie de l'usine Chimérol de Barvaux, le préfet Yvan Lestrac a visité jeudi le site. Les pompiers"
        " surveillaient encore les cuves hier.",
        "2025-03-13",
    ),
    (
        "Les dockers de Port-Aven cesseront le travail vendredi, a annoncé mercredi le syndicat Uni-Quai.",
        "2024-10-02",
        "PORT-AVEN, 4 octobre 2024 (ANP) - Les dockers de Port-Aven ont entamé vendredi une grève, selon le syndicat Uni-Quai.",
        "2024-10-04",
        "Les dockers de Port-Aven ont repris le travail ce lundi après trois jours de grève, a indiqué le syndicat Uni-Quai.",
        "2024-10-07",
    ),
    (
        "Des voleurs ont visité, dans la nuit de lundi à mardi, le musée Brandeau de Vireuil. Il y manque une toile de Jules"
        " Ferrand, a indiqué mardi la police.",
        "2025-01-21",
        "La toile de Jules Ferrand volée le 21 janvier 2025 au musée Brandeau de Vireuil a été retrouvée jeudi, selon la police.",
        "2025-01-23",
    ),
    (
        "Le club de Sarville a battu samedi Montbreuil 2-1 grâce à un but de Karim Louvet.",
        None,  # of another affair: the day beside it says nothing
        "La députée Anne Corvin a démissionné lundi 3 février 2025 de son mandat, a annoncé son parti.",
        "2025-02-03",
    ),
]


@pytest.mark.parametrize("affair", AFFAIRS, ids=["fire", "strike", "theft", "two affairs"])
def test_weekdays_of_one_report_find_their_date_in_another(parse: Parse, affair: tuple[str | None, ...]) -> None:
    readings = [_reading(parse, str(text), str(k)) for k, text in enumerate(affair[::2])]
    found = infer_published(readings)
    assert [when.value if when else None for when, *_ in found.values()] == list(affair[1::2])


def test_a_given_date_helps_the_others(parse: Parse) -> None:
    dated = _reading(parse, "Luc Tarnac, maire de Vireuil, a été arrêté, selon la police.", "a", published="2025-05-06")
    other = _reading(parse, "Le maire de Vireuil, Luc Tarnac, arrêté mardi, a été relâché, selon la police.", "b")
    assert (found := infer_published([dated, other])["b"][0]) and found.value == "2025-05-06"


#: What a report without its date says of Luc Tarnac, whom dated reports of 5 to 8 May saw arrested on 5 May; its day.
UNDATED = [
    ("Luc Tarnac, maire de Vireuil, a été arrêté hier devant sa mairie, selon la police.", "2025-05-06"),
    ("Luc Tarnac, maire de Vireuil, a été arrêté avant-hier devant sa mairie, selon la police.", "2025-05-07"),
    ("Deux jours après l'arrestation de Luc Tarnac, maire de Vireuil, la police fouille la mairie.", "2025-05-07"),
    ("Luc Tarnac, maire de Vireuil, a été arrêté hier. La police doit rendre sa mairie avant le 30 juin.", "2025-05-06"),
]


@pytest.mark.parametrize(("text", "day"), UNDATED)
def test_a_day_told_from_its_own_is_found_in_the_dated_reports(parse: Parse, text: str, day: str) -> None:
    told = "Luc Tarnac, maire de Vireuil, a été arrêté le 5 mai par la police devant sa mairie, "
    dated = [
        _reading(parse, told + rest, name, published=f"2025-05-{day}")
        for name, day, rest in (("a", "05", "dit un voisin."), ("b", "06", "selon son avocat."), ("c", "08", "sans un mot."))
    ]
    when = infer_published([*dated, _reading(parse, text, "d")])["d"][0]
    assert when is not None and when.value == day


def test_the_days_of_an_affair_outweigh_a_year_told_in_passing(parse: Parse) -> None:
    dated = _reading(
        parse, "À Vireuil, le maire Luc Tarnac a été arrêté mercredi 26 juillet par la police.", "a", published="2023-07-26"
    )
    other = _reading(
        parse, "Luc Tarnac, maire de Vireuil, arrêté le 26 juillet, se tait. En 2010, la police le croyait fini.", "b"
    )
    assert (found := infer_published([dated, other])["b"][0]) and (found.value or "").startswith("2023-07")
    assert (alone := infer_published([other])["b"][0]) is None or not (alone.value or "").startswith("2023")


def test_given_date_is_kept_and_the_address_comes_next(parse: Parse) -> None:
    text = "Une digue a cédé mardi 18 juin 2024."
    given = _reading(parse, text, "a", published="2024-06-20")
    address = _reading(parse, text, "b", url="https://journal.example/monde/2024/06/19/digue.html")
    found = infer_published([given, address])
    assert [(found[k][0].value if found[k][0] else None, found[k][1]) for k in "ab"] == [
        ("2024-06-20", "given"),
        ("2024-06-19", "metadata"),
    ]


def test_dates_of_articles(shared: object) -> None:
    """≥ 70 % of the days and ≥ 95 % of the years of dated news articles (the first 60 of them here)."""
    import gzip
    import json
    from pathlib import Path

    from recoupe.parse.spacy import parse as parse_reports

    source = Path(str(shared)) / "data" / "winer_fr" / "winer_fr_2016_2017.jsonl.gz"
    if not source.is_file():
        pytest.skip("winer_fr is not here")
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for _, line in zip(range(60), lines, strict=False)]
    reports = [Report(id=r["id"], path=None, text=r["text"], lang="fr") for r in rows]
    right_day = right_year = 0
    for report, parsed in zip(reports, parse_reports(reports), strict=True):
        when = infer_published([Reading(report, parsed, find_times(parsed))])[report.id][0]
        day = report.id[:10].replace("_", "-")
        right_day += bool(when and when.value == day)
        right_year += bool(when and when.value and when.value[:4] == day[:4])
    assert right_day >= 0.7 * len(rows) and right_year >= 0.95 * len(rows), (right_day, right_year, len(rows))


def test_a_date_that_the_page_prints_is_its_own(parse: Parse) -> None:
    text = "Une digue cède\nPublié le 18/06/2024 à 18:42\n\nLa digue de Belmont a cédé samedi 15 juin, ont dit les pompiers."
    when, basis, why, _ = infer_published([_reading(parse, text)])["t"]
    assert when is not None
    assert (when.value, basis, why) == ("2024-06-18", "metadata", ("En tête du texte : « Publié le 18/06/2024 à 18:42 ».",))
