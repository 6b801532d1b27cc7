"""Accounts of two contests of one competition have no happening in common; two accounts of one contest have."""

from __future__ import annotations

import pytest

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.contests import COLUMNS, KINDS, find_contest
from recoupe.parse.spacy import parse
from recoupe.pipeline import read_report
from recoupe.types import Report
from tests.match.crossing import matters_of

JOINED = ("shared", "refined", "updated", "contradicted", "disputed")
STAGE = (
    "Tour des Deux-Mers : {who} remporte {what}\n\n{who} a remporté {what} au terme d'un long sprint. Le coureur, deuxième du "
    "classement, a battu le peloton sur la ligne. Le maillot jaune finit l'épreuve troisième, sans une chute."
)
MATCH = (
    "Coupe de la Ligue : {who} s'impose\n\n{when}, {who} a remporté le match face à {other}, sur un score de trois buts à deux. "
    "Le gardien a réalisé douze arrêts pendant la mi-temps. L'entraîneur a salué la victoire de ses joueurs."
)


def _joined(*texts: str, days: tuple[str, ...]) -> list[str]:
    """The titles of what the reports tell together."""
    return [m.title for m in matters_of(*texts, days=days) if m.agreement in JOINED and len(m.reports) > 1]


def test_two_stages_share_nothing() -> None:
    first, next_one = STAGE.format(who="Luc Arnal", what="la 5e étape"), STAGE.format(who="Paul Brisse", what="la 6e étape")
    assert not _joined(first, next_one, days=("2025-06-05", "2025-06-06"))


def test_two_accounts_of_one_stage_share_it() -> None:
    first = STAGE.format(who="Luc Arnal", what="la 5e étape")
    again = (
        "Luc Arnal a gagné la cinquième étape du Tour des Deux-Mers devant le peloton et le maillot jaune, au terme d'un sprint."
    )
    assert _joined(first, again, days=("2025-06-05", "2025-06-06"))


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        (("Brest", "Samedi", "Dijon"), ("Brest", "Dimanche", "Nantes"), ("2025-06-07", "2025-06-08")),  # the head names the days
        (("Brest", "En finale", "Dijon"), ("Brest", "En demi-finale", "Dijon"), ("2025-06-08", "2025-06-08")),  # two rounds
        (
            ("Brest", "Dans l'épreuve féminine", "Dijon"),
            ("Brest", "Dans l'épreuve masculine", "Dijon"),
            ("2025-06-08", "2025-06-08"),
        ),
        (("Brest", "Au stade du Port", "Dijon"), ("Brest", "Au stade du Port", "Nantes"), ("2025-06-01", "2025-06-08")),  # a week
    ],
)
def test_two_matches_share_nothing(left: tuple[str, ...], right: tuple[str, ...], days: tuple[str, ...]) -> None:
    texts = [MATCH.format(who=who, when=when, other=other) for who, when, other in (left, right)]
    assert not _joined(*texts, days=days)


def test_one_contest_has_one_winner() -> None:
    """Two days apart, and neither names its day: the leader of both is told in both."""
    tail = " Au classement, {lead} garde le maillot jaune devant le peloton, et le coureur le plus combatif est {lead}."
    first = STAGE.format(who="Luc Arnal", what="l'étape") + tail.format(lead="Paul Brisse")
    then = STAGE.format(who="Paul Brisse", what="l'étape") + tail.format(lead="Paul Brisse")
    assert not _joined(first, then, days=("2025-06-05", "2025-06-07"))


def test_results_of_two_rounds_however_short() -> None:
    title = "Tournoi des 4 Rivages : les résultats de la {} journée\n\nLe Tournoi des 4 Rivages a disputé sa {} journée au stade."
    texts = [title.format(n, n) + " Match nul." for n in ("deuxième", "troisième")]
    assert not _joined(*texts, days=("2025-06-05", "2025-06-12"))


def test_the_round_is_named_below_the_title() -> None:
    """Nobody has won in the title, which names the place alone."""
    body = (
        "Triathlon : {0} en fête\n\nLa {1} étape de la coupe s'est tenue à {0}. Les athlètes ont couru dix kilomètres. Les "
        "nageurs avaient quitté le bassin en peloton. L'épreuve réunit vingt nageuses et leurs entraîneurs."
    )
    assert not _joined(body.format("Corvel", "deuxième"), body.format("Sarlan", "troisième"), days=("2025-06-05", "2025-06-08"))


def test_a_report_of_what_came_of_a_match_is_no_account_of_one() -> None:
    """The sanction that follows a match days later is still told with it."""
    match = MATCH.format(who="Brest", when="Samedi", other="Dijon") + " Un supporteur de 20 ans a été blessé par un fumigène."
    after = "La Ligue suspend le stade de Brest\n\nUn supporteur de 20 ans a été blessé samedi à Brest par un fumigène au match."
    assert _joined(match, after, days=("2025-06-07", "2025-06-12"))


@pytest.mark.parametrize("row", read_table("lang/fr/contests.tsv", COLUMNS), ids=lambda r: r.where)
def test_row(row) -> None:  # type: ignore[no-untyped-def]
    """Each example holds a word of its row, marked."""
    kind = row.one_of("kind", KINDS)
    marked = row["example"].partition(f"[{kind}: ")[2].partition("]")[0]
    words = {plain(w) for w in row.many("words")}
    parsed = next(parse([Report("r", None, f"On annonce : {marked}.", "fr")]))
    assert words & {plain(w.lemma) for w in parsed.words}, marked


def test_other_news_is_no_contest() -> None:
    report = Report(
        "r", None, "Le maire a remporté la victoire au second tour. Son adversaire a reconnu sa défaite dans la soirée.", "fr"
    )
    assert find_contest(read_report(report, next(parse([report])))) is None


@pytest.mark.parametrize(
    "text",
    [
        "Dopage : le vainqueur du Tour contrôlé positif\n\nLe coureur Luc Arnal, vainqueur du Tour des Deux-Mers, a été contrôlé "
        "positif, dit la fédération de cyclisme. Le champion a porté le maillot jaune et remporté trois étapes de l'épreuve.",
        "Deux morts après la finale\n\nDeux supporteurs sont morts à Belmont après la victoire en finale de la Coupe. "
        "Les joueurs ont dédié le match aux victimes. Le championnat de football reprendra samedi.",
    ],
)
def test_what_befell_beside_a_contest_is_no_account_of_it(text: str) -> None:
    report = Report("r", None, text, "fr")
    assert find_contest(read_report(report, next(parse([report])))) is None


def test_another_hero_at_the_head_makes_no_other_match() -> None:
    first = (
        "Football : Luc Arnal offre la Coupe à Brest\n\nBrest a remporté la finale face à Dijon. "
        "Luc Arnal a marqué deux buts du match. Les joueurs ont fêté la victoire."
    )
    other = (
        "Football : Paul Brisse raconte la victoire\n\nBrest a remporté la finale face à Dijon, sur deux buts de Luc Arnal. "
        "Le match a été beau. Les joueurs rêvent du championnat."
    )
    assert _joined(first, other, days=("2025-06-07", "2025-06-08"))
