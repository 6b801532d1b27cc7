"""Headlines that outrun their own text, and those that do not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.tables import read_table
from recoupe.match.sure.headlines import COLUMNS
from recoupe.parse.document import Parsed
from recoupe.pipeline import cross_read, read_report
from recoupe.types import Report


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "La scierie Aubrac rachetée par un groupe belge\n\nLe groupe belge Sofrane pourrait racheter la scierie Aubrac.\n",
            ["La scierie Aubrac rachetée par un groupe belge", "Le groupe belge Sofrane pourrait racheter la scierie Aubrac"],
        ),
        (
            "Le pont de Corbon détruit par la crue\n\nLa crue menace le pont de Corbon. Il est fermé depuis mardi.\n",
            ["Le pont de Corbon détruit par la crue", "La crue menace le pont de Corbon"],
        ),
        (
            "Vallier a empoisonné la Vire\n\nLa papeterie Vallier aurait déversé des boues dans la Vire.\n",
            ["Vallier a empoisonné la Vire", "La papeterie Vallier aurait déversé des boues dans la Vire"],
        ),
        (
            "Le gang du quai démantelé\n\nDouze hommes sont en prison. Le chef du gang du quai reste introuvable.\n",
            ["Le gang du quai démantelé", "Le chef du gang du quai reste introuvable"],
        ),
        (
            "Le maire de Corbon chassé de son poste\n\nUn recours est ouvert. Il lui est interdit de signer des contrats.\n",
            ["Le maire de Corbon chassé de son poste", "Il lui est interdit"],
        ),
        # Beyond any word of one party: a turn that takes it back, and what the table sets against it.
        (
            "Le lac de Corbon empoisonné\n\nDes poissons flottaient lundi. Aucun lien n'est toutefois établi avec l'usine.\n",
            ["Le lac de Corbon empoisonné", "Aucun lien n'est toutefois établi avec l'usine"],
        ),
        (
            "LA VALLÉE PARALYSÉE !\n\nLa route est fermée depuis lundi. Un car sur deux circule pourtant.\n",
            ["LA VALLÉE PARALYSÉE !", "Un car sur deux circule pourtant"],
        ),
        (
            "Alpes : les huit randonneurs sauvés\n\nUn hélicoptère a vu le groupe. Il reste à les redescendre avant la nuit.\n",
            ["Alpes : les huit randonneurs sauvés", "Il reste à les redescendre avant la nuit."],
        ),
        (
            "LA GRANDE PEUR DE CORBON !\n\nUne secousse a réveillé la ville. Aucune cheminée n'est pourtant tombée.\n",
            ["LA GRANDE PEUR DE CORBON !", "Aucune cheminée n'est pourtant tombée."],
        ),
        (
            "Scierie Aubrac : 60 licenciements\n\nLe plan est connu. Il n'y aura pas de licenciement sec.\n",
            ["Scierie Aubrac : 60 licenciements", "Il n'y aura pas de licenciement sec."],
        ),
        # A sober headline is not taken back by "pourtant" alone.
        ("Une secousse réveille Corbon\n\nLa ville a tremblé. Aucune cheminée n'est pourtant tombée.\n", []),
        # What is denied is not what the headline says; an attack that nobody claims is one; the same sentence says it.
        ("Un attentat à Corbon\n\nLa bombe a tué deux hommes lundi. Aucun groupe n'a revendiqué l'attentat.\n", []),
        ("Vaux remporte la coupe\n\nVaux a remporté la coupe avec une large avance.\n", []),
        ("Le maire Paul Vidal accusé de fraude\n\nL'emploi n'est pourtant pas une fraude, dit Paul Vidal.\n", []),
        ("Une élection disputée à Corbon\n\nL'élection, qui aura lieu mardi à Corbon, partage la ville.\n", []),
        # The text says so too; a plan in the present tense; a line that is no headline.
        ("Le pont de Corbon détruit par la crue\n\nLa crue menace Vaux. Elle a détruit le pont de Corbon.\n", []),
        ("La ligne de Corbon ferme lundi\n\nLa ligne de Corbon fermera lundi.\n", []),
        ("La crue a détruit le pont de Corbon.\n\nLa crue menace le pont de Corbon.\n", []),
    ],
)
def test_a_headline_is_held_against_its_own_text(parse: Callable[[str], Parsed], text: str, found: list[str]) -> None:
    report = Report("a", "a.txt", text, "fr")
    dossier = cross_read([report], [read_report(report, replace(parse(text), report="a"))])
    rows = [d for m in dossier.matters for d in m.differences if (d.slot, d.verdict) == ("certainty", "wording")]
    assert [dossier.words(v.evidence[0]) for d in rows for v in d.values] == found


def test_every_row_of_the_overstatements_has_an_example() -> None:
    assert [r.where for r in read_table("lang/fr/overstatements.tsv", COLUMNS) if not r["example"]] == []
