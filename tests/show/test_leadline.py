"""The line that heads a dossier: what most reports begin with."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from recoupe.lang.tables import read_table
from recoupe.show.leadline import COLUMNS, other_form
from recoupe.show.overview import head_title
from recoupe.show.view import View
from recoupe.types import Actor, Claim, Difference, Dossier, Event, Matter, Mention, Report, Span, Value

NOTICE = "Un ferry a heurté la digue du port de Calvère. Douze passagers sont blessés."


def _dossier(*texts: str, told: dict[str, str] | None = None, status: str = "happened") -> Dossier:
    """Reports, and a matter for each title that `told` gives to words of them."""
    reports = tuple(Report(f"r{n}", None, text, "fr") for n, text in enumerate(texts))
    actor = Actor("a", "Calvère", "place", None, ("Calvère",), ())
    mentions = tuple(
        Mention(f"m{r.id}", Span(r.id, at, at + 7), "a", "name") for r in reports if (at := r.text.find("Calvère")) >= 0
    )
    events, claims, matters = [], [], []
    for n, (title, words) in enumerate((told or {}).items()):
        spans = tuple(Span(r.id, at, at + len(words)) for r in reports if (at := r.text.find(words)) >= 0)
        for span in spans:
            events.append(Event(f"e{n}{span.report}", span.report, (span,), span, "heurter", "GENERIC"))
            claims.append(Claim(f"c{n}{span.report}", events[-1].id, status, False, "certain", (), None, (span,)))
        mine = [e.id for e in events if e.id.startswith(f"e{n}")]
        names = tuple(s.report for s in spans)
        kind = "shared" if len(names) > 1 else "single"
        matters.append(Matter(f"x{n}", title, tuple(mine), tuple(f"c{e[1:]}" for e in mine), names, kind, (), 1, ()))
    return Dossier(
        reports=reports, mentions=mentions, actors=(actor,), events=tuple(events), claims=tuple(claims), matters=tuple(matters)
    )


def test_a_clause_with_which_the_reports_begin_heads_the_dossier_and_not_a_detail() -> None:
    title = "Un ferry a heurté la digue du port de Calvère"
    detail = "La mairie de Calvère ouvre un gymnase aux familles"
    below = f"{NOTICE} {'La mer était grosse ce soir-là. ' * 20}{detail}."
    dossier = _dossier(
        below, below, f"Un ferry a heurté une digue à Calvère, port du Nord. {detail}.", told={title: title, detail: detail}
    )
    assert head_title(View(dossier)) == title


def test_a_demand_or_a_charge_heads_no_dossier() -> None:
    title = "Un ferry a heurté la digue du port de Calvère"
    for status in ("requested", "alleged", "opinion"):
        assert head_title(View(_dossier(NOTICE, NOTICE, told={title: title}, status=status))) == "Calvère"


@pytest.mark.parametrize(
    "form", ["Calvère : ce que l’on sait du naufrage du ferry", "Naufrage du ferry à Calvère : suivez les secours"]
)
def test_the_headline_of_a_running_page_gives_way_to_that_of_a_report(form: str) -> None:
    line = "Calvère : un ferry s’échoue sur la digue du port"
    texts = (f"{form}\n\n{NOTICE} Le naufrage et les secours.", f"{line}\n\n{NOTICE}", NOTICE)
    assert head_title(View(_dossier(*texts))) == line


def test_a_toll_that_a_later_one_replaced_heads_no_dossier() -> None:
    old, new = "Naufrage à Calvère : deux morts au port", "Naufrage à Calvère : le port compte sept morts"
    texts = (f"{old}\n\n{NOTICE} Le naufrage a fait deux morts.", f"{new}\n\n{NOTICE} Le naufrage a fait sept morts.", NOTICE)
    dossier = _dossier(*texts)
    figure = Difference("figure", "updated", (Value("r0", "2", (Span("r0", 22, 31),)), Value("r1", "7", (Span("r1", 36, 45),))))
    tolls = Matter("x", "Nombre de morts : 2, puis 7", (), (), ("r0", "r1"), "updated", (figure,), 1, ())
    assert head_title(View(dossier)) == old  # the shorter line
    later = replace(dossier, matters=(tolls,), events=(), claims=())
    assert [head_title(View(later, lang)) for lang in ("fr", "en")] == [new, new]


def test_every_form_of_the_table_is_found_in_its_example() -> None:
    for row in read_table("lang/fr/headline_forms.tsv", COLUMNS):
        assert re.search(rf"\b(?:{row['pattern']})\b", row["example"], re.IGNORECASE) and other_form().search(row["example"])


@pytest.mark.parametrize("label", ["EN DIRECT - ", "DIRECT. ", "Vidéo : ", "URGENT | "])
def test_a_label_of_the_form_is_no_part_of_the_headline(label: str) -> None:
    text = "Le pont de Vernay a été fermé lundi par la préfecture du Drac. Les camions font un long détour."
    headline = "Le pont de Vernay fermé par la préfecture"
    first, second = Report("a", "a.txt", text, "fr", title=label + headline), Report("b", "b.txt", text, "fr")
    assert head_title(View(Dossier(reports=(first, second)))) == headline
