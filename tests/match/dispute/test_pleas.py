"""Those who are spoken against speak up."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from recoupe.lang.plain import plain
from recoupe.lang.tables import Row, read_table
from recoupe.match.dispute.pleas import COLUMNS, KINDS, phrases
from tests.match.crossing import matters_of

START = "À Belmont, une réunion sur le port s'est tenue lundi, selon Claire Morel. "
ROWS = read_table("lang/fr/pleas.tsv", COLUMNS)


def _disputed(*texts: str, days: Sequence[str] = ()) -> list[tuple[str, ...]]:
    told = texts if len(texts) > 1 else (*texts, "La réunion a duré deux heures.")
    return [m.reports for m in matters_of(*told, start=START, days=days) if m.agreement == "disputed"]


def test_nobody_answers_what_is_told_weeks_later() -> None:
    told = "« Je suis innocent », a déclaré Yvan Costa.", "Yvan Costa a été mis en examen pour fraude."
    near, far = (_disputed(*told, days=("2025-05-05", last)) for last in ("2025-05-06", "2025-07-06"))
    assert ("a", "b") in near and ("a", "b") not in far


@pytest.mark.parametrize(
    "text",
    [
        # whoever is criticised calls that bad
        "Hélène Marchand a fustigé la gestion de Paul Renaud. « Ces attaques sont indignes », a réagi Paul Renaud.",
        # the accused speaks next
        "L'ONG Eaux vives accuse la mairie de Sorvans d'avoir menti. La mairie de Sorvans rappelle que l'eau est saine.",
        # a pronoun stands for the accused
        "Des internautes l'accusaient d'avoir triché. Le chanteur Ivan Roche a précisé qu'il avait suivi le règlement.",
        # a decision is called names
        "Le tribunal suspend l'arrêté, a annoncé l'avocate. Le préfet a dénoncé une décision « incompréhensible ».",
        # taken to task
        "C'est une complicité, a déclaré Anne Loubet. Le notaire a demandé à Anne Loubet de « revoir » ce mot de complicité.",
        # each accuses the other
        "Jean Corti a accusé Paul Amiel de mépris, ce dernier l'accusant de mensonge.",
        # waved off
        "Le maire Luc Ferrat a qualifié le mouvement de « chantage ». Les grévistes s'en défendent : « Nous sommes calmes ».",
        # belied
        "Le ministre Jules Armand a assuré que les masques étaient prêts. Des propos contredits depuis par un audit.",
    ],
)
def test_an_answer_follows_the_blame(text: str) -> None:
    assert len(_disputed(text)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Yvan Costa a été mis en examen pour fraude.", "« Je suis innocent », a déclaré Yvan Costa."),
        # what one says of one's own conduct; the very thing that is told of him
        ("La firme Orbec accuse Karim Sadki d'avoir copié ses fichiers.", "Karim Sadki jure n'avoir rien emporté."),
        ("Selon l'opposition, la présidente Ada Krov a fait taire trois juges.", "Ada Krov a nié toute pression sur les juges."),
        ("Selon Le Courrier, Marc Lanthier aurait puisé dans la caisse.", "Marc Lanthier dénonce un lynchage."),
        (
            "« Amiel a une proximité coupable avec ces thèses racistes », dénonce Jean Corti. Amiel dénonce un texte ignoble.",
            "Selon le rival du maire, Amiel a une proximité coupable avec des thèses racistes.",
        ),
        (
            "Jean Corti a fustigé le projet de Paul Amiel.",
            "Paul Amiel a réagi aux propos de Jean Corti. « Ce sont des mots indignes », a-t-il dit.",
        ),
    ],
)
def test_the_accused_answers_in_another_report(left: str, right: str) -> None:
    assert _disputed(left, right) == [("a", "b")]


@pytest.mark.parametrize(
    "texts",
    [
        ("Hélène Marchand a félicité Paul Renaud. « C'est un honneur », a réagi Paul Renaud.",),
        ("L'ONG Eaux vives accuse la mairie de Sorvans d'avoir menti. La mairie de Sorvans a reconnu une erreur.",),
        ("Pierre Soler est accusé de viol. Le réalisateur Hugo Blanc s'est dit choqué.",),
        ("Le maire Luc Ferrat a dénoncé l'incendie. « Nous allons reconstruire », a répondu le préfet Jean Daubin.",),
        ("Marc Lanthier est mis en examen pour fraude.", "« Je n'ai jamais autant travaillé », a dit Marc Lanthier à la foire."),
        ("François Amiel a fustigé les « rumeurs ».", "La salle était pleine. L'équipe de François Amiel nie farouchement."),
    ],
)
def test_no_answer_to_blame(texts: tuple[str, ...]) -> None:
    assert _disputed(*texts) == []


@pytest.mark.parametrize(
    "row", [r for r in ROWS if r["kind"] in ("clears", "scorns", "disagrees", "yields")], ids=lambda r: r.where
)
def test_the_example_of_a_row_holds_one_of_its_phrases(row: Row) -> None:
    assert phrases(row.one_of("kind", KINDS)).search(f" {plain(row['example']).replace('.', ' ')} ")
