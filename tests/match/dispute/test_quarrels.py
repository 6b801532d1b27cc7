"""Who is blamed for what, and what the other side answers, in whatever words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.dispute.questions import COLUMNS, camps_of, stand_of
from recoupe.parse.document import Parsed
from tests.match.crossing import matters_of

START = "À Merlac, sur les bords de la Drouette, la société Vallor emploie 300 personnes depuis 1931. "
QUESTIONS = read_table("lang/fr/quarrels.tsv", COLUMNS)


def _disputed(*texts: str) -> list[tuple[str, ...]]:
    return [m.reports for m in matters_of(*texts, start=START) if m.agreement == "disputed"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # one question, neither verb nor noun in common
        ("« Les chefs étaient au courant », tonne le syndicat Acier-Uni.", "La direction de Vallor jure qu'elle ignorait tout."),
        ("Le syndicat Acier-Uni dénonce un four vétuste.", "La société Vallor réfute toute négligence."),
        (
            "Selon une voisine, les sirènes étaient muettes.",
            "« L'alarme a bien retenti », soutient la direction de Vallor, qui dément.",
        ),
        # the accused tells what he has not done
        ("Le maire accuse la société Vallor d'avoir rogné sur les masques.", "Vallor assure n'avoir jamais lésiné."),
        # a charge taken up as such
        ("« On nous a caché la fuite », fulmine une riveraine.", "Le patron de Vallor, Jean Audibert, repousse ces accusations."),
        # there was none of it
        ("Une riveraine assure qu'une citerne a explosé.", "« Aucune citerne n'a explosé », répond le préfet."),
        # set phrases
        ("Le préfet montre du doigt la société Vallor.", "La société Vallor a qualifié de fantaisistes ces accusations."),
    ],
)
def test_blame_and_answer_meet_over_reports(left: str, right: str) -> None:
    assert _disputed(left, right) == [("a", "b")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Le syndicat Acier-Uni dénonce un four vétuste.", "La société Vallor dément tout projet de rachat."),
        ("Le maire accuse la société Vallor d'avoir rogné sur les masques.", "Le maire dément vouloir quitter Merlac."),
        ("Le préfet a tardé, selon une riveraine.", "La région dément tout retard dans les travaux du lycée."),
        ("« Rien ne justifie la violence », s'indigne le préfet.", "Le ministre parle de violences inadmissibles."),
        ("La société Vallor accuse une baisse de 4 %.", "« Nous n'avons jamais tant vendu », répète le directeur."),
    ],
)
def test_another_matter_is_no_answer(left: str, right: str) -> None:
    assert _disputed(left, right) == []


@pytest.mark.parametrize(
    ("text", "disputed"),
    [
        ("Pour le syndicat, tout était compté. « Nul n'a manqué de rien », rétorque la directrice, Anne Sorel.", True),
        ("Le maire affirme que le four fumait. « Faux », dit la directrice, Anne Sorel.", True),
        ("Le four fumait, selon le maire, ce que la directrice conteste.", True),
        ("Le maire salue la foule. « Je n'ai pas froid », rit la directrice, Anne Sorel.", False),
        ("Le maire affirme que le four fumait. La directrice dément vouloir partir.", False),
    ],
)
def test_an_answer_follows_what_it_answers(text: str, disputed: bool) -> None:
    assert bool(_disputed(text, "La société Vallor, à Merlac, embauche.")) == disputed


@pytest.mark.parametrize("row", QUESTIONS, ids=lambda row: row["question"])
def test_the_example_of_a_question_takes_both_sides(row: object, parse: Callable[[str], Parsed]) -> None:
    blamed, answered = row["example"].split(" / ")  # type: ignore[index]
    question = row["question"]  # type: ignore[index]
    sides = [stand_of(p, range(len(p.words)), all_main=True) for p in (parse(blamed), parse(answered))]
    assert question in sides[0].yes | sides[0].about
    assert question in sides[1].no | sides[1].yes | sides[1].about


def test_every_camp_has_a_word_in_its_example() -> None:
    rows = read_table("lang/fr/camps.tsv", ("camp", "words", "example"))
    bare = [r["camp"] for r in rows if not any(plain(w) in plain(r["example"]) for w in r.many("words"))]
    assert (bare, camps_of(frozenset(["employeur"]))) == ([], frozenset(["company"]))


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        ("Les sirènes n'ont pas retenti.", True, False),
        ("La sirène a retenti.", False, True),
        ("L'alarme était muette.", True, False),
        ("Il vise une muette vitrine.", False, False),  # said in passing
    ],
)
def test_a_side_is_taken_in_the_main_and_turned_by_a_negation(
    text: str, yes: bool, no: bool, parse: Callable[[str], Parsed]
) -> None:
    parsed = parse(text)
    stand = stand_of(parsed, range(len(parsed.words)))
    assert ("une alarme" in stand.yes, "une alarme" in stand.no) == (yes, no)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # a merely negative sentence denies its own verb
        ("Lise Omer est arrivée en tête du premier tour.", "« Je n'exclus rien pour le second tour », dit Lise Omer."),
        # a kindred deed done to something else
        ("Un orage a détruit la halle de Merlac.", "La préfecture dément qu'un enfant ait été frappé."),
        # "with her": whoever that is, the other report does not tell
        ("Il aurait travaillé pour des brasseurs, dit-on à Merlac.", "Une greffière assure n'avoir jamais travaillé avec elle."),
        # "false" only narrows a noun
        ("Le journal publie un contrat de Vallor.", "Le journal évoque un contrat « apparemment faux »."),
        # words without a link to the blame, in another report
        ("Des élus reprochent au maire, Luc Arnal, de gagner trop.", "« Je ne suis dupe de rien », dit Luc Arnal."),
    ],
)
def test_what_is_no_denial_of_this(left: str, right: str) -> None:
    assert _disputed(left, right) == []


def test_what_one_governs_after_a_verb_of_denial_is_what_is_denied() -> None:
    left = "Les riverains reprochent aux pompiers d'être arrivés sans eau."
    assert _disputed(left, left + " Le préfet se défend de vouloir fermer la caserne.") == []
