"""The line at the head of a page that prints its date, and lines that only look like it."""

from __future__ import annotations

import pytest

from recoupe.lang.printed import is_byline, is_date_line, printed_day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Le 24 janvier 2026 - Ouest Info", "2026-01-24"),
        ("17 janvier 2026", "2026-01-17"),
        ("6 juin 2016 . –", "2016-06-06"),
        ("Publié le 14/01/2026 à 18:42", "2026-01-14"),
        ("Le samedi 24 janvier 2026 à 18h02", "2026-01-24"),
        ("La Gazette du Lorn, le 24 janvier 2026", "2026-01-24"),
        ("24/01/2026 18:02", "2026-01-24"),
        ("La Gazette | 24 janv. 2026", "2026-01-24"),
        ("Mis à jour le 24.01.2026 à 08h10", "2026-01-24"),
        ("Par Jean Roux, 24 janvier 2026", "2026-01-24"),
        ("Par la rédaction, le 3 mars 2025 à 12 h 30", "2025-03-03"),
        ("Par Anne Le Bihan - Publié le 3 mars 2025 | Temps de lecture : 3 min", "2025-03-03"),
        ("Publié le 3 mars 2025 à 08:00, mis à jour le 4 mars 2025 à 09:10", "2025-03-03"),
        ("Date: 2025-11-03", "2025-11-03"),
        ("2026-01-24T18:02:00+01:00", "2026-01-24"),
        ("Posted on March 3, 2025 at 10:12 am", "2025-03-03"),
        ("Sat, 24 Jan 2026", "2026-01-24"),
    ],
)
def test_a_line_that_prints_the_date_of_its_page(line: str, day: str) -> None:
    found = printed_day(f"{line}\n\nUne digue a cédé dans le port.")
    assert found is not None
    assert (found[0].isoformat(), found[1]) == (day, line)


@pytest.mark.parametrize(
    "line",
    [
        "Le 24 janvier 2026, la tour s'effondre",
        "Ce que l'on sait de l'attentat du 6 mai 2025",
        "Procès du 13 novembre 2015",
        "13 novembre 2015 : Belmont",
        "13 novembre 2015 : dix ans après, les survivants témoignent",
        "BELMONT, 3 mars 2025 (ANP) - Un homme a été arrêté",
        "Le 11 septembre 2001 en images",
        "Un mort à Belmont le 3 mars 2025",
        "Budget 2026",
        "31/02/2026",
        "Le 14 mars",
    ],
)
def test_a_line_that_tells_something(line: str) -> None:
    assert not is_date_line(line)


def test_what_was_published_comes_before_what_was_updated() -> None:
    found = printed_day("Mis à jour le 5 mars 2025\nPublié le 3 mars 2025\n\nUne digue a cédé.")
    assert found is not None
    assert found[0].isoformat() == "2025-03-03"


def test_figures_that_an_english_page_may_mean_either_way() -> None:
    assert printed_day("03/04/2026\n\nA dam broke.", "en") is None
    assert printed_day("03/04/2026\n\nUne digue a cédé.", "fr") is not None
    assert printed_day("23/04/2026\n\nA dam broke.", "en") is not None


def test_a_date_behind_the_head_of_a_text_prints_nothing() -> None:
    body = "Une digue a cédé dans le port de Belmont et trois rues sont sous l'eau depuis la nuit, ont indiqué mardi " * 2
    assert printed_day(f"Une digue cède\n\n{body}\n\n3 mars 2025") is None


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Par la rédaction avec l'ANP", True),
        ("Par Anne Le Bihan", True),
        ("Par miracle, le port est sauvé", False),
        ("By Ann Roe", True),
    ],
)
def test_bylines(line: str, byline: bool) -> None:
    assert is_byline(line) is byline
