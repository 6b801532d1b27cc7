"""Days without a year in reports without a date: set against each other, and told without a year."""

from __future__ import annotations

from datetime import date

import pytest

from recoupe.find.dating.nearest import days_around
from recoupe.pipeline import compare_reports
from recoupe.types import DateGuess, Dossier, Report, When

LEFT = "Le procès de l'ancien maire de Brenac, Hubert Cassagne, s'ouvrira {}. Il est soupçonné d'avoir détourné 340 000 euros."
RIGHT = "Le tribunal jugera Hubert Cassagne {}. L'ancien maire de Brenac aurait détourné 340 000 euros."


def _dossier(left: str, right: str) -> Dossier:
    return compare_reports([Report(name, None, text, "fr") for name, text in (("a", left), ("b", right))])


def _days(dossier: Dossier) -> set[str]:
    return {d.verdict for m in dossier.matters for d in m.differences if d.slot == "date" and d.verdict == "contradicted"}


@pytest.mark.parametrize(("first", "second"), [("le 12 mai", "le 15 mai"), ("le 29 décembre", "le 4 janvier")])
def test_two_days_of_one_appointment_exclude_each_other_though_no_report_has_a_date(first: str, second: str) -> None:
    dossier = _dossier(LEFT.format(first), RIGHT.format(second))
    assert _days(dossier) == {"contradicted"}
    assert {(w.value, w.earliest, w.latest) for w in dossier.whens} == {(None, None, None)}
    assert all(
        v.value != f"{y}-05-12" for m in dossier.matters for d in m.differences for v in d.values for y in range(1990, 2030)
    )


@pytest.mark.parametrize(("first", "second"), [("le 12 mai", "le 12 mai"), ("lundi", "mardi"), ("le 12", "le 15 mai")])
def test_the_same_day_and_days_of_an_unknown_week_do_not(first: str, second: str) -> None:
    assert not _days(_dossier(LEFT.format(first), RIGHT.format(second)))


def test_all_reports_of_an_affair_have_one_day_and_a_dated_one_comes_first() -> None:
    guesses = {"a": (DateGuess("2021-05-01", 0.4), DateGuess("2022-05-01", 0.3)), "b": (DateGuess("2022-05-03", 0.5),), "c": ()}
    dates = {report: (None, found) for report, found in guesses.items()}
    one = {r: {o: 0.5 for o in guesses if o != r} for r in guesses}
    assert days_around(dates, one) == dict.fromkeys("abc", date(2022, 5, 3))
    assert days_around(dates, {}) == {"a": date(2021, 5, 1), "b": date(2022, 5, 3)}
    known = {**dates, "c": (When("w", None, "2019-06-07"), ())}
    assert days_around(known, one) == dict.fromkeys("ab", date(2019, 6, 7))
