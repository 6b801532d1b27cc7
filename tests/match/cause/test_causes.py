"""What brought a mishap about: each kind of the tables, causes that exclude one another, and others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.tables import read_table
from recoupe.match.cause.causing import find_causes
from recoupe.match.cause.mishaps import ACTS, CAUSERS, KINDS, MISHAPS
from recoupe.match.desk import Desk, lay_desk
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report, When
from tests.match.crossing import matters_of

ParseMany = Callable[[list[str]], list[Parsed]]
HEADS = {
    "accident": "Un drame s'est produit lundi à Belmont. ",
    "death": "Disparition de Paul Mercier. Paul Mercier avait 70 ans. ",
    "leaving": "Paul Mercier quitte la mairie de Belmont. ",
    "release": "Otage depuis un an, Paul Mercier est rentré. ",
    "weapon": "Une attaque a eu lieu lundi à Belmont. ",
    "plans": "Il n'y aura pas de fête samedi à Belmont. ",
}


def _desk(parse_many: ParseMany, texts: list[str]) -> Desk:
    """Reports of one affair on a desk."""
    readings = []
    for name, text, parsed in zip("abcdefgh", texts, parse_many(texts), strict=False):
        when = When(f"w-{name}", None, "2024-03-12", "2024-03-12", "2024-03-12")
        report = Report(name, f"{name}.txt", text, "fr", published=when, published_basis="given")
        readings.append(read_report(report, replace(parsed, report=name)))
    return lay_desk(readings)


def _kinds(parse_many: ParseMany, text: str) -> list[str]:
    return [c.kind for c in find_causes(_desk(parse_many, [text]), "a")]


def test_every_kind_of_cause(parse_many: ParseMany) -> None:
    rows = read_table("lang/fr/cause_kinds.tsv", KINDS)
    found = [(r["sort"], r["kind"], _kinds(parse_many, HEADS[r["sort"]] + r["example"])) for r in rows]
    assert [row for row in found if row[1] not in row[2] or len(set(row[2]) - {"killing"}) > 1] == []


@pytest.mark.parametrize(("table", "columns"), [("mishaps", MISHAPS), ("causers", CAUSERS), ("cause_acts", ACTS)])
def test_every_mishap_and_every_tie(parse_many: ParseMany, table: str, columns: tuple[str, ...]) -> None:
    rows = read_table(f"lang/fr/{table}.tsv", columns)
    heads = [HEADS[r["sort"]] if "sort" in r.cells else "" for r in rows]
    assert [r["example"] for r, h in zip(rows, heads, strict=True) if not _kinds(parse_many, _head(h, r["example"]))] == []


def _head(head: str, example: str) -> str:
    if head:
        return head + example
    person = "Paul" in example or "Il est" in example or "Elle" in example
    return (HEADS["death"] if person else "Un avion s'est écrasé lundi à Belmont. Un incendie, puis un drame. ") + example


START = "Cela s'est passé à Bellançon, chez les Tuileries Morvan. "
CLASHES = [
    ("Un juge a été agressé lundi à l'arme blanche.", "Le juge a été agressé lundi avec une matraque.", "contradicted"),
    ("Un juge a été agressé lundi avec une lame de rasoir.", "Le juge a été agressé lundi avec un poignard.", "contradicted"),
    ("Le match est arrêté lundi : une panne.", "Le match a été arrêté, des supporteurs ayant envahi la pelouse.", "contradicted"),
    ("Le mur s'est effondré lundi, miné par les racines.", "L'effondrement du mur est dû à la pluie.", "contradicted"),
    ("Le parc a été évacué lundi, une odeur s'étant répandue.", "Un feu a forcé le maire à évacuer le parc.", "contradicted"),
    ("Un incendie a pris lundi. Le feu est parti d'un pétard.", "L'incendie est dû à un court-circuit.", "contradicted"),
    ("L'agression de lundi a été commise au sabre.", "L'agresseur avait pour toute arme un marteau.", "contradicted"),
    ("Le train a déraillé lundi. L'accident est dû au gel.", "C'est un sabotage qui a provoqué le déraillement.", "contradicted"),
    (
        "Le train a déraillé lundi. L'accident est dû à une panne, selon la compagnie.",
        "Le train a déraillé lundi. L'accident a été causé par un attentat, affirme le maire.",
        "disputed",
    ),
    ("L'incendie de lundi est criminel.", "Un incendie a pris lundi. Le feu est dû à un court-circuit.", "contradicted"),
    ("Un avion est tombé. Il a été abattu par un missile.", "Pris dans un orage, un avion est tombé lundi.", "contradicted"),
    ("L'avion a été abattu lundi.", "Un avion est tombé lundi. L'appareil n'a pas été abattu.", "contradicted"),
    ("Paul Mercier est mort d'un cancer.", "Paul Mercier est mort lundi d'une crise cardiaque.", "contradicted"),
    ("L'assaillant était armé d'un fusil.", "L'assaillant a frappé un homme à coups de hache.", "contradicted"),
    ("Paul Mercier a été abattu par la police.", "Paul Mercier s'est suicidé.", "contradicted"),
    ("Un car s'est renversé. Le verglas est en cause.", "Le car s'est renversé lundi : le chauffeur dormait.", "contradicted"),
    ("Le cargo a coulé lundi. Panne de moteur, dit le maire.", "Le naufrage a eu lieu lundi. L'officier dormait.", "disputed"),
    ("La coupure est due à un sanglier.", "Coupure lundi : une pelleteuse avait arraché le câble.", "contradicted"),
    ("La frappe a été menée par un drone.", "Lors de la frappe, un chasseur a visé le marché.", "contradicted"),
    ("L'otage Paul Mercier a été libéré lors d'un raid.", "Ses ravisseurs ont relâché Paul Mercier.", "contradicted"),
    ("Paul Mercier démissionne pour raisons de santé.", "Paul Mercier a démissionné en raison d'un désaccord.", "contradicted"),
]  # fmt: skip
FRIENDS = [
    # may both be true; one of them open; another mishap; another person; another craft; another year
    ("Le train a déraillé lundi. L'accident est dû au gel.", "Le train a déraillé lundi. L'accident est dû à une erreur."),
    ("Le naufrage est dû à une surcharge.", "Une panne de moteur a causé le naufrage."),
    ("Le train a déraillé lundi. L'accident serait dû au gel.", "Le train a déraillé lundi. L'accident est dû à un sabotage."),
    ("Le train a déraillé lundi à cause du gel.", "Le train a déraillé lundi. Un attentat a provoqué une explosion en ville."),
    ("Paul Mercier est mort d'un cancer.", "Paul Mercier est en deuil. Luc Arnal est mort d'une crise cardiaque."),
    (
        "Un avion s'est écrasé lundi, victime d'une panne.",
        "Un avion s'est écrasé lundi. L'hélicoptère a été abattu par un missile.",
    ),
    ("Le train a déraillé lundi à cause du gel.", "Le train a déraillé lundi. En 2011, l'accident était dû à un attentat."),
    ("Le train a déraillé lundi à cause du gel.", "Le train a déraillé lundi à cause de la neige."),
    ("Le train n'est pas parti lundi à cause de la neige.", "Le train est parti mardi, après un lundi de neige."),
    ("L'assaillant était armé d'un couteau.", "L'assaillant a fui. Les policiers étaient armés de fusils."),
    ("Paul Mercier a été abattu par la police.", "Luc Arnal s'est suicidé. Paul Mercier était son ami."),
]


def _judged(*texts: str) -> list[str]:
    found = matters_of(*texts, start=START, days=["2024-03-12"] * len(texts))
    return [m.agreement for m in found if m.title.startswith(("Cause", "Motif", "Arme", "Manière"))]


@pytest.mark.parametrize(("left", "right", "agreement"), CLASHES)
def test_causes_that_exclude_one_another(left: str, right: str, agreement: str) -> None:
    assert _judged(left, right) == ([agreement] if agreement else [])


@pytest.mark.parametrize(("left", "right"), FRIENDS)
def test_causes_that_do_not(left: str, right: str) -> None:
    assert set(_judged(left, right)) & {"contradicted", "disputed"} == set()


def test_a_cause_told_surely_and_openly() -> None:
    texts = [
        "Un incendie a pris lundi. Un mégot serait à l'origine de l'incendie.",
        "L'incendie de lundi a été causé par un mégot.",
    ]
    found = [m for m in matters_of(*texts, start=START) if m.title.startswith("Cause")]
    told = [(m.agreement, d.slot, [v.value for v in d.values]) for m in found for d in m.differences]
    assert told == [("refined", "certainty", ["possible", "happened"])]


def test_a_betrayal_is_no_weapon(parse_many: ParseMany) -> None:
    found = _kinds(parse_many, HEADS["weapon"] + "Le maire parle d'un coup de poignard dans le dos.")
    assert "blade" not in found
    assert "blade" in _kinds(parse_many, HEADS["weapon"] + "Il a été tué d'un coup de poignard.")
