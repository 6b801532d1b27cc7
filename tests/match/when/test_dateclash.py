"""Two days ahead in two reports: told of one appointment, or of two."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "Le procès de la mairie de Belmont a repris lundi. Luc Fabre est jugé pour fraude. "
NEXT_DAY = ("2025-03-03", "2025-03-04")


def _said(left: str, right: str, days: tuple[str, str] = NEXT_DAY) -> list[tuple[str, str]]:
    """Verdict and title of each matter that opposes two days."""
    found = matters_of(left, right, start=START, days=days)
    return [
        (d.verdict, m.title)
        for m in found
        for d in m.differences
        if d.slot == "date" and d.verdict in ("contradicted", "updated")
    ]


@pytest.mark.parametrize(
    ("left", "right", "title"),
    [
        ("Le jugement tombera le 16 mai.", "La cour rendra sa décision le 27 mai.", "Le jugement tombera le 16 ou le 27 mai"),
        ("Le verdict est attendu le 16 mai.", "Le tribunal rendra son verdict le 27 mai.", ""),
        ("Le musée rouvrira le 16 mai.", "La réouverture du musée est attendue pour le 27 mai.", ""),
        (
            "Le musée rouvrira le 16 mai.",
            "La réouverture du musée n'aura pas lieu avant le 27 mai.",
            "Le musée rouvrira le 16 ou pas avant le 27 mai",
        ),
        ("Le conseil votera le 16 mai.", "Le budget sera soumis au vote du conseil le 23 mai.", ""),
        ("La nouvelle élue prêtera serment le 16 mai.", "L'investiture est fixée au 27 mai.", ""),
        ("La règle s'appliquera dès le 16 mai.", "L'entrée en vigueur interviendra le 27 mai.", ""),
        ("Le couvre-feu sera levé le 16 mai.", "La mesure prendra fin le 27 mai.", ""),
    ],
)
def test_two_days_of_one_appointment_exclude_each_other(left: str, right: str, title: str) -> None:
    said = _said(left, right)
    assert {verdict for verdict, _ in said} == {"contradicted"}
    assert not title or title in [t for _, t in said]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Le musée rouvrira le 27 mai.", "La réouverture du musée n'aura pas lieu avant le 16 mai."),
        ("Le musée restera fermé jusqu'au 16 mai.", "Le musée rouvrira le 27 mai."),
        ("Le musée rouvrira au plus tard le 27 mai.", "Le musée ouvrira ses portes le 16 mai."),
        ("Le musée rouvrira en mai.", "Le musée ouvrira de nouveau ses portes le 12 mai."),
        ("La grève commencera le 16 mai.", "La grève prendra fin le 27 mai."),
        ("L'élue prêtera serment le 16 mai.", "Les obsèques auront lieu le 27 mai."),
        ("Une nouvelle réunion se tiendra le 16 mai.", "La réunion se tiendra le 27 mai."),
        ("Luc Fabre sera entendu le 16 mai.", "Anne Sorel sera entendue le 23 mai."),
        ("La ligne rouvrira le 16 mai.", "Le budget de la ville sera voté le 27 mai."),
        ("Une clinique ouvrira le 16 mai à Corvel.", "Une clinique semblable ouvrira le 27 mai à Orvalle."),
        ("Le musée a rouvert le 12 février.", "Le musée a rouvert ses portes le 20 février."),
    ],
)
def test_two_appointments_or_days_that_agree_oppose_nothing(left: str, right: str) -> None:
    assert "contradicted" not in {verdict for verdict, _ in _said(left, right)}


def test_a_later_report_tells_the_new_day() -> None:
    first = "Le musée rouvrira le 16 mai."
    moved = "La réouverture du musée est finalement fixée au 27 mai."
    assert {v for v, _ in _said(first, moved)} == {"updated"}
    plain = "La réouverture du musée est attendue pour le 27 mai."
    assert {v for v, _ in _said(first, plain, ("2025-03-03", "2025-03-07"))} == {"updated"}
    assert not _said(first, plain, ("2025-03-03", "2025-03-24"))


def test_each_day_that_both_reports_know_stands() -> None:
    first = "Le jugement tombera le 16 mai. Le conseil siégera le 20 mai."
    second = "La cour rendra sa décision le 16 mai. Le conseil de la ville se réunira le 20 mai."
    assert not _said(first, second)


def test_a_title_has_one_article_before_its_days() -> None:
    assert _said("Le procès s'ouvrira le 16 juin.", "Le procès a été reporté au 12 septembre.") == [
        ("updated", "Le procès a été reporté au 16 juin puis 12 septembre")
    ]


def test_the_title_tells_the_day_first_and_then_the_one_before_which_it_is_not() -> None:
    said = _said("La réouverture du musée n'aura pas lieu avant le 27 mai.", "Le musée rouvrira le 16 mai.")
    assert ("contradicted", "Le musée rouvrira le 16 ou pas avant le 27 mai") in said
