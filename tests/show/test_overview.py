"""The head of a dossier: title, numbers, summary, origins."""

from __future__ import annotations

from dataclasses import replace

from recoupe.show.origins import group_origins
from recoupe.show.overview import affair_numbers, head_title, summary
from recoupe.show.stances import stances_of
from recoupe.show.view import View
from recoupe.show.words import say
from recoupe.types import Dossier, Report, Statement
from tests.show.sample import sample

DOSSIER = sample()


def test_numbers_and_origins() -> None:
    view = View(DOSSIER)
    numbers = affair_numbers(view)
    assert (numbers.reports, numbers.origins, numbers.first, numbers.last) == (4, 3, "2025-03-04", "2025-03-06")
    assert group_origins(view) == (("apo", "courrier"), ("littoral",), ("radio",))


def test_the_title_is_the_headline_that_the_other_reports_bear_out() -> None:
    texts = {
        "a": "Un train déraille près de Morlette\n\nUn train régional a déraillé mardi.",
        "b": "Drame\n\nLe train de Morlette a déraillé près du pont.",
        "c": "Que s'est-il passé à Morlette ?\n\nUn train déraille, trois morts près de la gare.",
    }
    reports = tuple(Report(name, None, text, "fr") for name, text in texts.items())
    assert head_title(View(Dossier(reports=reports))) == "Un train déraille près de Morlette"
    assert head_title(View(Dossier(reports=reports[1:]))) == say("title", "fr")  # a word and a question are no headlines
    caption = replace(reports[0], text="Un train déraille près de Morlette (Photo Agence Sillage)\n\nUn train a déraillé.")
    assert head_title(View(Dossier(reports=(caption, *reports[1:])))) == say("title", "fr")  # nor are the words under a picture


def test_the_summary_points_at_what_is_contradicted_and_changed() -> None:
    view = View(DOSSIER)
    keys = [(key, m.agreement) for key, m in summary(view, head_title(view))]
    assert keys[-2:] == [("lead.contradicted", "contradicted"), ("lead.updated", "updated")]
    assert len(keys) <= 3


def test_what_all_only_quote_is_not_told_as_what_they_say() -> None:
    view = View(DOSSIER)
    matter = next(m for m in DOSSIER.matters if m.agreement == "refined" and view.is_fact(m))
    matters = tuple(replace(m, agreement="shared") if m is matter else m for m in DOSSIER.matters)
    events = tuple(replace(e, agents=(DOSSIER.actors[0].id,)) if e.id in matter.events else e for e in DOSSIER.events)
    told = replace(DOSSIER, events=events, matters=matters)
    spoken = tuple(Statement(f"s-{n}", s.spans, "direct", "say") for n, s in enumerate(stances_of(view, matter)))
    quoted = replace(told, statements=(*DOSSIER.statements, *spoken))
    shown = [matter.id in {m.id for key, m in summary(View(d), "") if key.startswith("lead.shared")} for d in (told, quoted)]
    assert shown == [True, False]
