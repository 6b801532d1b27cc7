"""Since when it had not been: two years of one last time, in whatever words; not a first time beside a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.match.asked.asked import Scene
from recoupe.match.desk import lay_desk
from recoupe.match.when.sincewhen import COLUMNS, find_since_when
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import matters_of

ParseMany = Callable[[list[str]], list[Parsed]]
DAYS = ("2024-05-16", "2024-05-16")
COUP = "Dans la nuit de samedi à dimanche, à Corvel, l'armée a pris le palais du président Odran Belc. "
FLOOD = "À Bellançon, la Sarvelle est sortie de son lit lundi et a noyé le quartier Lanvaux. "
SLIDE = "Au mont Kerval, une avalanche a tué mardi le guide Ivo Lanz et deux alpinistes suisses. "
OUSTED = "Le Parlement morévien a destitué jeudi le président Odran Belc par 112 voix. "
STRIKE = "À Corvel, les cheminots ont cessé le travail lundi à l'appel du syndicat Varo. "
PLANT = "À Corvel, l'usine Fibrane a annoncé mardi la suppression de 300 emplois. "
BANK = "À Corvel, la banque centrale a relevé jeudi son taux à 4 %. "
BLAST = "À Corvel, une voiture piégée a explosé mardi devant le consulat Morel. "
CASES = [
    (COUP, "Le pays n'avait plus connu de coup d'État depuis 1988.", "Le dernier coup d'État remontait à 1994."),
    (COUP, "La Morévie n'avait plus vécu pareil épisode depuis 1988.", "C'est une première depuis 1994."),
    (FLOOD, "Cette crue est la plus meurtrière depuis 1947.", "On n'avait pas vécu de crue aussi meurtrière depuis 1970."),
    (SLIDE, "Aucun guide n'avait péri ici depuis 1999.", "Il faut remonter à 2003 pour trouver un guide mort sur le mont."),
    (SLIDE, "C'est la première fois depuis 1999 qu'un guide meurt ici.", "Un guide mort, du jamais vu depuis vingt et un ans."),
    (OUSTED, "C'est la première destitution depuis 1961.", "La dernière fois qu'un chef avait été destitué, c'était en 1974."),
    (OUSTED, "Une telle sanction n'avait plus été prononcée depuis 1961.", "La précédente destitution date de 1974."),
    (STRIKE, "C'est la première grève générale depuis 1995.", "La dernière grève générale datait de 2007."),
]
FRIENDS = [
    (FLOOD, "C'est la première crue depuis 2016.", "C'est la pire crue depuis 1910."),
    (FLOOD, "La ville n'avait plus été inondée depuis 1987.", "La région n'avait plus été inondée depuis 2001."),
    (FLOOD, "Jamais depuis 1910 la Sarvelle n'était montée aussi haut.", "Du jamais vu depuis 1955 : elle a passé huit mètres."),
    (BANK, "Le chômage est au plus bas depuis 1982.", "L'inflation n'avait plus été aussi haute depuis 1991."),
    (PLANT, "L'usine n'avait plus embauché depuis 2019.", "L'usine n'avait plus connu de grève depuis 2004."),
    (PLANT, "Le maire, élu depuis 2008, n'a pas répondu.", "L'usine n'avait plus licencié depuis 1999."),
    (PLANT, "Fibrane est le premier employeur de la ville depuis 1971.", "C'est le premier plan social depuis 1999."),
    # the last of a wider class may be later
    (BLAST, "C'est le premier attentat à la voiture piégée depuis 1995.", "Le pays n'avait plus connu d'attentat depuis 2016."),
    (OUSTED, "C'est la première destitution depuis 1961.", "On n'avait plus vu de destitution depuis plus de soixante ans."),
]


@pytest.mark.parametrize(("start", "left", "right"), CASES)
def test_two_last_times(start: str, left: str, right: str) -> None:
    found = [m.agreement for m in matters_of(left, right, start=start, days=DAYS) if m.title.startswith("La fois précédente")]
    assert found == ["contradicted"]


@pytest.mark.parametrize(("start", "left", "right"), FRIENDS)
def test_last_times_that_may_both_be_true(start: str, left: str, right: str) -> None:
    assert [m.title for m in matters_of(left, right, start=start, days=DAYS) if m.agreement == "contradicted"] == []


def test_what_had_not_been_until_then_denies_no_act() -> None:
    told = ("Aucun guide n'avait été tué sur le Kerval depuis 1999.", "Le guide Ivo Lanz a été tué sur le Kerval.")
    assert [m.title for m in matters_of(*told, start=SLIDE, days=DAYS) if m.agreement == "contradicted"] == []


def test_each_degree_reads_its_example(parse_many: ParseMany) -> None:
    rows = read_table("lang/fr/degrees.tsv", COLUMNS)
    marked = [parse_markup(row["example"]) for row in rows]
    missed = []
    for row, (_, (mark, *_)), parsed in zip(rows, marked, parse_many([text for text, _ in marked]), strict=True):
        desk = lay_desk([read_report(Report("r", None, parsed.text, "fr"), replace(parsed, report="r"))])
        found = [(a.question, a.span.end) for a in find_since_when(Scene(desk, "r"))]
        if found != [(f"since {row['degree']}", mark.end)]:
            missed.append((row.where, row["example"], found))
    assert missed == []
