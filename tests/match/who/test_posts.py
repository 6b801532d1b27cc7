"""The rank or post of one person: two that exclude each other, not one by two names or one that came later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.asked.asked import Scene
from recoupe.match.desk import lay_desk
from recoupe.match.who.posts import POSTS, RANKS, find_posts
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import matters_of

ParseMany = Callable[[list[str]], list[Parsed]]
DAYS = ("2024-05-16", "2024-05-16")
RAID = "À Varlen, deux policiers ont été tués mardi dans l'attaque du fourgon de la prison. "
COUP = "À Corvel, l'armée a pris le pouvoir samedi sous la conduite d'Odran Belc. "
FALL = "À Corvel, le gouvernement est tombé jeudi et Ivo Lanz a démissionné. "
WRECK = "Au large de Varlen, le cargo Aldana a sombré mardi. "
CASES = [
    (RAID, "Le brigadier Luc Roy est mort sur le coup.", "Le capitaine Luc Roy avait 44 ans."),
    (RAID, "L'hommage au commissaire Anne Morel aura lieu lundi.", "La commandante Anne Morel laisse deux enfants."),
    (COUP, "Le colonel Odran Belc a lu le texte.", "Le général Odran Belc a lu le texte."),
    (COUP, "Odran Belc, chef d'état-major de l'armée de terre, a lu le texte.", "Odran Belc est chef d'état-major interarmées."),
    (FALL, "Ivo Lanz, ministre de la Défense, est parti.", "Le ministre de l'Intérieur, Ivo Lanz, a rendu ses dossiers."),
    (FALL, "Ivo Lanz, directeur de la police nationale, s'est tu.", "« C'est fini », dit Ivo Lanz, patron de la gendarmerie."),
]
FRIENDS = [
    (RAID, "Le colonel Luc Roy est mort sur le coup.", "Le lieutenant-colonel Luc Roy avait 44 ans."),
    (RAID, "Le brigadier Luc Roy est mort sur le coup.", "Le capitaine Luc Roy, promu à titre posthume, avait 44 ans."),
    (RAID, "Le brigadier Luc Roy est mort sur le coup.", "Le capitaine Paul Denis avait 44 ans."),
    (WRECK, "Le capitaine Luc Roy a quitté le navire le dernier.", "Le commandant Luc Roy est resté à bord du cargo."),
    (FALL, "Ivo Lanz, ministre de la Défense, est parti.", "Ivo Lanz, ancien ministre de l'Intérieur, est parti."),
    (FALL, "Ivo Lanz, ministre de la Défense, est parti.", "Ivo Lanz, nommé ministre de l'Intérieur, s'est tu."),
    (FALL, "Ivo Lanz, ministre de l'Économie, est parti.", "Ivo Lanz, ministre des Finances, est parti."),
]


def _opposed(left: str, right: str, start: str, days: tuple[str, str] = DAYS) -> list[str]:
    found = matters_of(left, right, start=start, days=days)
    return [m.agreement for m in found if m.title.startswith(("Grade", "Fonction"))]


@pytest.mark.parametrize(("start", "left", "right"), CASES)
def test_two_ranks_or_posts_of_one_person(start: str, left: str, right: str) -> None:
    assert _opposed(left, right, start) == ["contradicted"]


@pytest.mark.parametrize(("start", "left", "right"), FRIENDS)
def test_ranks_and_posts_that_may_both_be_true(start: str, left: str, right: str) -> None:
    assert _opposed(left, right, start) == []


def test_weeks_bring_another_post() -> None:
    told = ("Ivo Lanz, ministre de la Défense, s'est tu.", "Ivo Lanz, ministre de l'Intérieur, s'est tu.")
    assert _opposed(*told, "À Corvel, le gouvernement prépare son budget. ", ("2024-05-16", "2024-07-16")) == []


def test_each_row_reads_its_example(parse_many: ParseMany) -> None:
    rows = [*read_table("lang/fr/worn_ranks.tsv", RANKS), *read_table("lang/fr/posts.tsv", POSTS)]
    marked = [parse_markup(row["example"]) for row in rows]
    missed = []
    for row, (_, (mark, *_)), parsed in zip(rows, marked, parse_many([text for text, _ in marked]), strict=True):
        desk = lay_desk([read_report(Report("r", None, parsed.text, "fr"), replace(parsed, report="r"))])
        found = [(a.value, a.span.start) for a in find_posts(Scene(desk, "r"))]
        if found != [(row.cells.get("field") or row["rank"], mark.start)]:
            missed.append((row.where, row["example"], found))
    assert missed == []
