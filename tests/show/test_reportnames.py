"""The reports in the order in which they are read, and what an editor calls each."""

from __future__ import annotations

from dataclasses import replace

from recoupe.show.view import View
from recoupe.types import Dossier, Report, When

TEXT = "Le pont de Vernay a été fermé lundi par la préfecture du Drac. Les camions font un long détour."


def _reports(*paths: str, title: str | None = None) -> tuple[Report, ...]:
    """Undated reports in these files; the ids run against the names."""
    return tuple(Report(id=f"r-{99 - i:02}", path=path, text=TEXT, lang="fr", title=title) for i, path in enumerate(paths))


def test_undated_reports_stand_as_a_folder_lists_them() -> None:
    view = View(Dossier(reports=_reports("x/1-agence.txt", "x/2-radio.txt", "x/10-mensuel.txt")))
    assert [view.label(r.id) for r in view.reports] == ["1-agence", "2-radio", "10-mensuel"]


def test_a_report_of_some_day_of_a_year_is_read_after_the_dated_ones() -> None:
    vague, dated = _reports("1-hebdo.txt", "2-agence.txt")
    year = When("w1", None, "2023", earliest="2023-01-01", latest="2023-12-31")
    day = When("w2", None, "2023-03-09", earliest="2023-03-09", latest="2023-03-09")
    view = View(Dossier(reports=(replace(vague, published=year), replace(dated, published=day))))
    assert [view.label(r.id) for r in view.reports] == ["2-agence", "1-hebdo"]


def test_what_tells_two_long_labels_apart_is_not_cut_off() -> None:
    title = "Le pont de Vernay reste fermé aux camions jusqu’au printemps prochain"
    view = View(Dossier(reports=_reports("matin.txt", "soir.txt", title=title)))
    labels = [view.label(r.id) for r in view.reports]
    assert ([label[-8:] for label in labels], max(map(len, labels))) == ([" (matin)", "… (soir)"], 60)


def test_what_frames_a_headline_is_no_part_of_its_label() -> None:
    view = View(Dossier(reports=_reports("a.txt", title="— *Flash de 7 h* —")))
    assert view.label(view.reports[0].id) == "Flash de 7 h"
