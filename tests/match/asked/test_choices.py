"""Questions with few answers: what each turn of the table answers, and which answers of two reports exclude each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.acts.hearts import kinds, kinds_named
from recoupe.match.asked.asked import Scene
from recoupe.match.asked.choices import CLASSES, COLUMNS, choices, find_choices
from recoupe.match.desk import lay_desk
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import matters_of

ParseMany = Callable[[list[str]], list[Parsed]]
SIEGE = "À Bersac, la prise d'otages de la banque Orval par un forcené a pris fin lundi. "
TRIAL = "À Rochemer, le procès de l'ancien notaire Paul Gentric s'est achevé lundi. "
BOMB = "À Sarov, un attentat au marché Krasny a fait six morts dimanche. "
STORM = "À Saint-Bel, le cyclone Hilda a frappé l'hôpital Morin jeudi. "
LOST = "À Querval, la fillette disparue vendredi dans la forêt de Brane a été retrouvée dimanche. "
CHIEF = "La présidente de la Ligue de Tolmer, Anne Corvec, est mise en cause depuis lundi. "


@pytest.mark.parametrize(
    ("start", "left", "right", "title"),
    [
        (SIEGE, "L'homme est sorti les mains en l'air.", "Le forcené a été abattu par les gendarmes.", "Sort de l'auteur"),
        (SIEGE, "Reddition du preneur d'otages.", "Le forcené s'est donné la mort.", "Sort de l'auteur"),
        (TRIAL, "Relaxe pour Paul Gentric.", "Deux ans ferme pour Paul Gentric.", "Jugement"),
        (BOMB, "Les Faucons ont revendiqué l'attaque.", "Aucun groupe ne l'a revendiquée.", "Revendication"),
        (STORM, "Les patients de l'hôpital ont été évacués.", "L'évacuation de l'hôpital n'a pas eu lieu.", "Évacuation"),
        (LOST, "L'enfant est saine et sauve.", "La fillette n'a pas survécu.", "Retrouvé vivant ou mort"),
        (
            CHIEF,
            "Anne Corvec était consciente quand l'ambulance est venue.",
            "La victime avait perdu connaissance.",
            "Conscience",
        ),
        (CHIEF, "Anne Corvec a reçu un coup de bâton.", "Dimanche précédent, elle est partie sans être touchée.", "Coup reçu"),
        (CHIEF, "Elle reste à son poste.", "Anne Corvec a rendu son tablier.", "Reste ou part"),
    ],
)
def test_answers_that_exclude_each_other(start: str, left: str, right: str, title: str) -> None:
    for pair in ((left, right), (right, left)):
        found = matters_of(*pair, start=start, days=("2024-05-16", "2024-05-16"))
        assert [m.agreement for m in found if m.title.startswith(title)] == ["contradicted"]


@pytest.mark.parametrize(
    ("start", "left", "right"),
    [
        (SIEGE, "Le forcené s'est rendu.", "Les gendarmes pourraient abattre le forcené."),
        (SIEGE, "Le forcené s'est rendu.", "En 2019, un preneur d'otages avait été abattu par les gendarmes."),
        (SIEGE, "Deux assaillants se sont rendus.", "Un assaillant a été abattu par les gendarmes."),
        (TRIAL, "Paul Gentric a été relaxé pour fraude.", "Paul Gentric a été relaxé pour fraude mais condamné à une amende."),
        (TRIAL, "Paul Gentric a été relaxé.", "Condamné à un an de prison, Luc Morand ira en prison."),
        (BOMB, "L'attentat n'a pas encore été revendiqué.", "Les Faucons ont revendiqué l'attaque."),
        (STORM, "L'hôpital a été évacué.", "L'école n'a pas été évacuée."),
    ],
)
def test_answers_that_may_both_be_right(start: str, left: str, right: str) -> None:
    titles = tuple(question.capitalize() for question in choices())
    found = matters_of(left, right, start=start, days=("2024-05-16", "2024-05-16"))
    assert [m.title for m in found if m.title.startswith(titles) and m.agreement == "contradicted"] == []


def test_what_moves_is_brought_up_to_date_by_a_later_report() -> None:
    told = ("L'attentat n'a pas été revendiqué.", "L'attentat a été revendiqué par les Faucons.")
    found = matters_of(*told, start=BOMB, days=("2024-05-13", "2024-05-15"))
    assert "contradicted" not in {m.agreement for m in found}


def test_what_moves_may_go_back_in_time() -> None:
    told = ("Paul Gentric reste libre.", "Paul Gentric dort en prison.")
    for later, wanted in (("2024-05-13", {"contradicted"}), ("2024-07-15", set())):
        found = matters_of(*told, start=TRIAL, days=("2024-05-13", later))
        assert {m.agreement for m in found if m.title.startswith("Liberté")} == wanted


def test_each_row_answers_by_its_example(parse_many: ParseMany) -> None:
    rows = read_table("lang/fr/asked.tsv", COLUMNS)
    marked = [parse_markup(r["example"]) for r in rows]
    missed = []
    for row, (_, spans), parsed in zip(rows, marked, parse_many([text for text, _ in marked]), strict=True):
        desk = lay_desk([read_report(Report("r", None, parsed.text, "fr"), replace(parsed, report="r"))])
        found = [a for a in find_choices(Scene(desk, "r"), frozenset(kinds())) if a.question == row["question"]]
        at = next(iter(spans))
        if not any(a.value == row["answer"] and a.span.start < at.end and at.start < a.span.end and a.firm for a in found):
            missed.append((row.where, row["example"]))
    assert missed == []


def test_each_class_is_asked_of_and_holds_a_word_of_its_example() -> None:
    asked = {w for r in read_table("lang/fr/asked.tsv", COLUMNS) for column in ("hearts", "who") for w in r.many(column)}
    rows = read_table("lang/fr/asked_of.tsv", CLASSES)
    assert sorted(w for w in asked if w.startswith("@")) == sorted("@" + r["name"] for r in rows)
    held = {
        r["name"]: any(w in r.many("words") or kinds_named(w) & {*r.many("words")} for w in _words(r["example"])) for r in rows
    }
    assert [name for name, found in held.items() if not found] == []


def _words(text: str) -> list[str]:
    return text.rstrip(".").lower().replace("'", " ").split()


def test_at_large_first_and_caught_later_is_no_quarrel() -> None:
    left = "À Corvel, le tireur est toujours en fuite après la fusillade du marché."
    right = "À Corvel, le tireur de la fusillade du marché s'est rendu à la police."
    found = matters_of(left, right, days=("2025-05-12", "2025-05-14"))
    assert {"contradicted", "disputed"}.isdisjoint(m.agreement for m in found)
