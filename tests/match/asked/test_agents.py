"""Who did what one party alone can have done: each act of the table, two doers of one act, and what looks like them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.tables import read_table
from recoupe.match.acts.loneacts import ACTS
from recoupe.match.acts.parties_apart import COLUMNS
from recoupe.match.asked.doers import find_doings
from recoupe.match.desk import lay_desk
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import matters_of, verdicts_on

ParseMany = Callable[[list[str]], list[Parsed]]
START = "Cela s'est passé à Bellançon, chez les Tuileries Morvan, mardi 12 mars 2024. "
HEAD = "Paul Mercier et Luc Arnal vivent à Belmont. "


def _acts(parse_many: ParseMany, text: str) -> list[str]:
    report = Report("a", "a.txt", text, "fr")
    desk = lay_desk([read_report(report, replace(parse_many([text])[0], report="a"))])
    return [d.act for d in find_doings(desk, "a")]


def test_every_act_of_the_table(parse_many: ParseMany) -> None:
    found = [(r["act"], _acts(parse_many, HEAD + r["example"])) for r in read_table("lang/fr/lone_acts.tsv", ACTS)]
    assert [row for row in found if row[0] not in row[1]] == []


def _agents(*texts: str) -> list[tuple[str, list[str | None]]]:
    found = [(m.agreement, d) for m in matters_of(*texts, start=START) for d in m.differences if d.slot == "agent"]
    return [(agreement, [v.value for v in d.values]) for agreement, d in found if d.verdict in ("contradicted", "wording")]


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (
            "La fontaine a été repeinte lundi par deux pompiers.",
            "Des lycéens ont repeint la fontaine lundi.",
            ("contradicted", ["deux pompiers", "Des lycéens"]),
        ),
        (
            "L'arbitre a été mordu lundi par un retraité.",
            "Une femme a mordu l'arbitre lundi.",
            ("contradicted", ["un retraité", "Une femme"]),
        ),
        (
            "Le bail porte la signature de l'architecte.",
            "C'est une banquière qui a signé le bail de l'atelier.",
            ("contradicted", ["l'architecte", "une banquière"]),
        ),
        (
            "Un dentiste a secouru les trois randonneurs.",
            "Les trois randonneurs ont été récupérés par un hélicoptère.",
            ("contradicted", ["Un dentiste", "un hélicoptère"]),
        ),
        (
            "L'évêque lui a remis le trophée, dit le jury.",
            "Elle a reçu le trophée des mains de la chanteuse Mona Varel.",
            ("disputed", ["L'évêque", "la chanteuse Mona Varel"]),
        ),
        (
            "Le décret porte la signature du préfet.",
            "La fermeture vient d'un décret signé de la banquière Mona Varel.",
            ("contradicted", ["préfet", "la banquière Mona Varel"]),
        ),
        (
            "L'enquête a été confiée à la gendarmerie.",
            "L'enquête a été confiée à l'inspection du travail.",
            ("contradicted", ["la gendarmerie", "l'inspection du travail"]),
        ),
    ],
)
def test_two_doers_of_one_act(left: str, right: str, told: tuple[str, list[str]]) -> None:
    assert told in _agents(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Le loup a été tué lundi par un tir de berger.", "Un éleveur a tué le loup lundi."),
        ("L'arbitre a été frappé lundi par un client.", "Le client a frappé l'arbitre lundi."),
        # a wider word; another thing; another number; not sure; another party got it; long before; both may have done it
        ("Un homme a signé le bail.", "La banquière a signé le bail."),
        ("Le maire a signé le bail.", "Un expert a rédigé le rapport."),
        ("Un chalutier a secouru les trois marins.", "Un hélicoptère a secouru douze marins."),
        ("Le dentiste aurait signé le bail.", "La banquière a signé le bail."),
        ("Le dentiste a remis la coupe à Paul Mercier.", "La banquière a remis la coupe à Luc Arnal."),
        ("Les douaniers ont arrêté Paul Mercier.", "Paul Mercier avait été arrêté en 2011 par l'armée."),
        ("La lettre a été écrite par un avocat.", "Le dentiste a écrit une lettre."),
        ("Le GIGN a arrêté Paul Mercier.", "Paul Mercier a été arrêté par la gendarmerie."),
        ("Le dentiste a porté plainte.", "La banquière a porté plainte."),
        ("Un promeneur a découvert le corps.", "Un joggeur a découvert le corps."),
    ],
)
def test_what_two_may_have_done(left: str, right: str) -> None:
    assert _agents(left, right) == []


SHOTS = "Un homme a tiré mardi 12 mars 2024 devant la halle de Bellançon, où siégeaient le ministre Jean Belcourt et ses gens. "
STOPPED = [
    # Who is only called the presumed one was stopped all the same; he stands before an apposition, or as a pronoun.
    ("Le tireur présumé a été désarmé par un garde du corps.", "Un livreur l'a plaqué au sol."),
    ("Le forcené, un sexagénaire, a été ceinturé par deux livreurs.", "Une infirmière a désarmé le forcené."),
    ("Un vigile de la halle a désarmé l'homme.", "L'assaillant a été neutralisé par des lycéens."),
    ("L'assaillant a été abattu par un vigile.", "C'est un pompier qui a tué le tireur."),
    # A measure is the noun behind "jour de", "état de"; a head of state is not the government.
    ("Le gouvernement a décrété deux jours de deuil.", "Le chef de l'État a proclamé deux journées de deuil."),
    ("Le gouvernement a instauré l'état d'urgence.", "L'état d'urgence a été décrété par le président."),
    ("La région décide de trois jours de deuil.", "La municipalité a décrété un jour de deuil."),
    # The infinitive behind a past verb of going; the name before "qui"; a participle behind a comma.
    (
        "La motion a été défendue par Hugues Morand.",
        "Les députés saluent Claire Vasseur, qui était venue présenter la motion.",
    ),
    ("Les élus ont approuvé la motion, présentée par Hugues Morand.", "Claire Vasseur a défendu la motion."),
    # At the wheel; both ahead; a fraud brought to light.
    ("À la barre se trouvait le banquier Cédric Junod.", "Une infirmière tenait la barre."),
    ("Au volant était assis un pompier.", "C'est une infirmière qui tenait le volant."),
    ("L'intérim sera assuré par la chirurgienne Mona Varel.", "L'économiste Timo Rautio assurera l'intérim."),
    ("La fraude a été révélée par une infirmière.", "C'est un journaliste qui a révélé la fraude."),
    # So many, and one alone.
    ("Six officiers ont lu un message à la radio.", "C'est une speakerine, seule, qui lisait le message des mutins."),
    ("C'est le contremaître qui a annoncé la nouvelle aux ouvriers.", "C'est une députée qui a porté la nouvelle."),
]
NOT_STOPPED = [
    ("Le tireur a été maîtrisé par des policiers.", "Un agent de police l'a plaqué au sol."),
    ("Le suspect a été maîtrisé par un vigile.", "Le complice a été plaqué au sol par une infirmière."),
    ("Le tireur aurait été maîtrisé par un livreur.", "Une infirmière a désarmé le tireur."),
    ("L'assaillant a été tué par une balle perdue.", "Un vigile a abattu l'assaillant."),
    ("Le gouvernement a décrété un jour de deuil national.", "Le Premier ministre a proclamé un jour de deuil."),
    ("Le maire a décrété trois jours de deuil.", "Le préfet a décrété l'état d'urgence."),
    ("Le maire a ordonné l'évacuation.", "Le préfet a ordonné la fermeture."),
    ("La motion a été défendue par Hugues Morand.", "Claire Vasseur devait présenter la motion."),
    ("La motion a été défendue par Hugues Morand.", "Claire Vasseur est venue écouter la motion."),
    ("L'intérim sera assuré par la chirurgienne Mona Varel.", "L'économiste Timo Rautio a assuré l'intérim."),
    ("Un notaire conduisait la voiture.", "Une infirmière conduisait le camion."),
    ("À la barre se trouvait le capitaine.", "Le patron du bateau tenait la barre."),
    ("Le communiqué a été lu par des officiers.", "Un colonel a lu le communiqué."),
    ("C'est le préfet qui a annoncé la fermeture.", "La direction a annoncé la fermeture."),
]


@pytest.mark.parametrize(("left", "right"), STOPPED)
def test_who_stopped_him_decreed_presented_read_it(left: str, right: str) -> None:
    assert "contradicted" in verdicts_on("agent", left, right, start=SHOTS)


@pytest.mark.parametrize(("left", "right"), NOT_STOPPED)
def test_one_party_under_two_names_another_deed_or_not_sure(left: str, right: str) -> None:
    assert "contradicted" not in verdicts_on("agent", left, right, start=SHOTS)


def test_the_gunman_of_another_year_is_another() -> None:
    left, right = "Les policiers ont abattu le tireur.", "Des soldats ont abattu le tireur."
    days = ("2024-03-12", "2025-06-03")
    assert "contradicted" not in verdicts_on("agent", left, right, start="Le maire de Bellançon a tout vu. ", days=days)


@pytest.mark.parametrize("row", read_table("lang/fr/callings.tsv", COLUMNS), ids=lambda r: str(r["words"].split(",")[0]))
def test_one_sort_of_people_is_no_two_parties(row: dict[str, str]) -> None:
    left, right = row["example"].split(" / ")
    assert _agents(left, right) == []


@pytest.mark.parametrize(
    ("thing", "days", "opposed"),
    [("une résolution", ("2024-03-12", "2024-03-24"), False), ("une résolution", ("2024-03-12", "2024-03-13"), True),
     ("la résolution", ("2024-03-12", "2024-03-24"), True)],
)  # fmt: skip
def test_a_thing_that_each_report_brings_in_days_apart_is_two(thing: str, days: tuple[str, str], opposed: bool) -> None:
    texts = [f"Le Conseil de la mer a voté {thing} proposée par {who}." for who in ("la Sorvie", "la Corvélie")]
    assert ("contradicted" in verdicts_on("agent", *texts, start=START, days=days)) is opposed
