"""Accusations and their denials meet in one disputed matter, in one report or two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.roots import stem
from recoupe.lang.tables import read_table
from recoupe.match.acts.likeness import alike
from recoupe.match.dispute.rebuttalwords import COLUMNS
from recoupe.pipeline import cross_read, read_report
from recoupe.types import Dossier, Report, When

Cross = Callable[..., Dossier]


@pytest.fixture(scope="module")
def cross(parse_many: Callable[[list[str]], list]) -> Cross:  # type: ignore[type-arg]
    """Texts -> the dossier of reports a, b, c … of one day."""

    def run(*texts: str) -> Dossier:
        reports, readings = [], []
        for text, name, one in zip(texts, "abcdefgh", parse_many(list(texts)), strict=False):
            when = When(f"w-{name}", None, "2024-03-12", "2024-03-12", "2024-03-12")
            report = Report(name, f"{name}.txt", text, "fr", published=when, published_basis="given")
            reports.append(report)
            readings.append(read_report(report, replace(one, report=name)))
        return cross_read(reports, readings)

    return run


def disputed(dossier: Dossier) -> list[tuple[str, tuple[str, ...]]]:
    """Of each disputed matter: its reports and the words that deny, first span of each."""
    return sorted(
        (
            "".join(m.reports),
            tuple(
                dossier.words(v.evidence[0])
                for d in m.differences
                if d.slot == "polarity"
                for v in d.values
                if v.value == "denied"
            ),
        )
        for m in dossier.matters
        if m.agreement == "disputed"
    )


MILL = "La papeterie Vallier est au cœur d'une enquête à Corbon. "


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (
            "Les associations accusent la papeterie d'avoir déversé des boues dans la Vire.\n",
            "La papeterie dément tout déversement.\n",
            [("ab", ("La papeterie dément tout déversement",))],
        ),
        (
            "Le directeur de la papeterie, Jean Colmar, est soupçonné d'avoir détourné 40 000 euros.\n",
            "Son avocate, Me Lise Obrecht, dément : « Mon client dormait chez lui. »\n",
            [("ab", ("Son avocate, Me Lise Obrecht, dément",))],
        ),
        (
            "Les riverains reprochent à la préfecture d'avoir tardé.\n",
            "« Il n'y a eu aucun retard », assure le porte-parole de la préfecture, Marc Salvi.\n",
            [("ab", ("Il n'y a eu aucun retard",))],
        ),
        ("Les riverains disent avoir attendu deux jours ; la préfecture dément.\n", "", [("a", ("la préfecture dément",))]),
        (
            "« On nous a menti », s'indigne Rose Tavel, déléguée syndicale.\n",
            "« Nous n'avons jamais menti », répond la papeterie Vallier.\n",
            [("ab", ("Nous n'avons jamais menti",))],
        ),
        ("Il est soupçonné d'avoir vidé une cuve dans la Vire pour éviter des frais. Lui nie.\n", "", [("a", ("Lui nie",))]),
        (
            "Bruxelles et Lima accusent le régime norvégien d'avoir bombardé le port. Lima a rappelé son ambassadeur.\n"
            "L'armée norvégienne a démenti toute implication en renvoyant aux milices du nord.\n",
            "",
            [("a", ("L'armée norvégienne a démenti toute implication",))],
        ),
        (
            "Six cents marins ont été libérés lundi à Corbon. Les marins étaient détenus par la milice dans une mine.\n",
            "La milice dément que les six cents marins détenus par ses hommes aient été libérés.\n",
            [("ab", ("La milice dément",))],
        ),
        (
            "Pour le syndicat Rive-Uni, le contrôle de la cuve avait été repoussé, ce que la papeterie conteste toujours.\n",
            "",
            [("a", ("ce que la papeterie conteste",))],
        ),
        (
            "Les riverains accusent la papeterie d'avoir vidé une cuve dans la Vire ; cette dernière s'en défend.\n",
            "",
            [("a", ("cette dernière s'en défend",))],
        ),
        # What is public, and what another report charges the denier with, no bare denial answers.
        (
            "L'ancien directeur, Jean Colmar, a été mis en examen mardi pour détournement de fonds.\n",
            "Un fournisseur disait avoir livré Jean Colmar. Jean Colmar avait démenti jusque-là.\n",
            [("b", ("Jean Colmar avait démenti jusque-là",))],  # what the supplier says, not the charge
        ),
        ("L'orage a balayé toute la zone, où un toit se serait envolé.\n", "", []),
        ("Jean Colmar aurait volé l'or. Il avait pris un bâton pour se défendre.\n", "", []),
        ("Jean Colmar a écarté tout scénario où il contesterait la vente.\n", "", []),
        ("Des écoutes ont été publiées par la presse.\n", "La défense conteste la légalité des écoutes publiées.\n", []),
        # Two clauses of one holder are no dispute, nor is a denial of something else.
        ("La papeterie dit avoir versé l'aide et dément tout retard de paiement des salaires.\n", "", []),
        ("Les riverains accusent la papeterie d'avoir pollué la Vire.\n", "La papeterie dément toute fermeture du site.\n", []),
        # The name of a movement in both is no deed in both.
        (
            "La crise des « bonnets bleus » a commencé en mars, rappelle la mairie.\n",
            "Le préfet dément une information relayée par les « bonnets bleus ».\n",
            [],
        ),
    ],
)
def test_a_denial_meets_the_charge_it_answers(cross: Cross, left: str, right: str, found: list[object]) -> None:
    assert disputed(cross(*(MILL + t for t in (left, right) if t))) == found


def test_words_of_one_root_name_one_act() -> None:
    pairs = [("tarder", "retard"), ("déverser", "déversement"), ("tirer", "tir"), ("cacher", "mentir"), ("port", "rapport")]
    assert [bool(alike([a], [b])) for a, b in pairs] == [True, True, True, False, False]
    assert stem("plantation") == stem("planter") == "plant"


def test_every_row_of_the_rebuttals_has_an_example() -> None:
    assert [r.where for r in read_table("lang/fr/rebuttals.tsv", COLUMNS) if not r["example"]] == []
