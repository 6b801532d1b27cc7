"""What keeps two facts told alike apart: other persons, another month, each its own day, opposite words, weeks between."""

from __future__ import annotations

import pytest

from recoupe.parse.spacy import parse
from recoupe.pipeline import compare_reports
from recoupe.types import Report
from tests.match.crossing import matters_of, verdicts_on

JOINED = ("shared", "refined", "updated", "contradicted", "disputed")
FIRE = (
    "{town} : un incendie ravage la pinède\n\nUn incendie a ravagé {size} hectares de pinède {day} à {town}{near}. "
    "Personne n'a péri dans l'incendie."
)


def _joined(*texts: str, days: tuple[str, ...]) -> list[str]:
    """The titles of what the reports tell together."""
    return [m.title for m in matters_of(*texts, days=days) if m.agreement in JOINED and len(m.reports) > 1]


def test_two_fires_months_apart_are_two_affairs() -> None:
    june = FIRE.format(town="Belmont", size="cent", day="samedi", near="")
    august = FIRE.format(town="Orvalle", size="trois cents", day="dimanche", near=", près de Belmont")
    assert not _joined(june, august, days=("2025-06-07", "2025-08-17"))
    named = august + " Comme en juin, les vents soufflaient."
    assert _joined(june, named, days=("2025-06-07", "2025-08-17"))


def test_two_persons_who_die_have_two_causes_of_death() -> None:
    first = "Le cycliste belge Luc Arnal est mort dimanche à l'hôpital de Belmont, des suites de ses blessures."
    second = (
        "Le cycliste belge Paul Brisse est mort lundi à l'hôpital de Corvel, des suites d'un malaise. "
        "La veille, Luc Arnal était mort à Belmont."
    )
    assert "contradicted" not in verdicts_on("cause", first, second, days=("2025-06-02", "2025-06-03"))


def test_one_deed_of_two_named_persons_is_no_fact_told_twice() -> None:
    first = "Le maire Luc Arnal a inauguré lundi la halle rénovée du marché couvert de Belmont, en présence des commerçants."
    second = "L'évêque Paul Brisse a inauguré lundi la halle rénovée du marché couvert de Belmont, en présence des commerçants."
    assert "same" not in verdicts_on("telling", first, second, days=("2025-06-02", "2025-06-03"))
    assert "same" in verdicts_on("telling", first, first.replace("Le maire Luc", "Luc"), days=("2025-06-02", "2025-06-03"))


def test_opposite_words_are_no_agreement() -> None:
    text = "Dans le détail, l'agence Talmo enregistre une {} des inscriptions dans les registres de catégorie B."
    days = ("2025-06-02", "2025-06-03")
    assert not _joined(text.format("baisse"), text.format("hausse"), days=days)
    assert _joined(text.format("baisse"), text.format("baisse").replace("Dans le détail, l'", "L'"), days=days)


def test_what_each_report_dates_of_its_own_day_happened_twice() -> None:
    text = "L'institut Talmo a dévoilé {} les chiffres du chômage en Belvalie."
    assert not _joined(text.format("lundi"), text.format("jeudi"), days=("2025-06-02", "2025-07-03"))
    assert _joined(text.format("lundi"), text.format("lundi dernier"), days=("2025-06-02", "2025-06-03"))


def test_one_noun_narrowed_by_other_words_is_two_things() -> None:
    first = "L'association Talmo dresse un inventaire des noyades."
    second = "Le port demande de dresser un inventaire fiscal des bateaux, selon Talmo."
    assert not verdicts_on("status", first, second, days=("2025-06-03", "2025-06-04"))


def test_the_day_of_a_claim_is_not_the_day_of_the_attack() -> None:
    first, second = (
        "Un attentat a frappé Belmont samedi 3 juin 2017.",
        "Le groupe Talmo revendique l'attentat le 4 juin à Belmont.",
    )
    assert "contradicted" not in verdicts_on("date", first, second, days=("2017-06-04", "2017-06-04"))


def test_si_that_concedes_tells_a_fact() -> None:
    def stances(text: str) -> set[str]:
        return {c.status for c in compare_reports([Report("r", None, text, "fr")]).claims}

    assert "hypothetical" not in stances("Si la journaliste a été libérée lundi, son collègue est toujours détenu à Belmont.")
    assert "hypothetical" in stances("Si la journaliste est libérée lundi, son collègue partira.")


def test_a_space_after_an_apostrophe_is_read_as_none() -> None:
    report = Report("r", None, "L' armée dit qu' il est venu d' Allemagne. «l' an dernier»", "fr")
    words = [w.text for w in next(parse([report])).words]
    assert words[:2] == ["L'", "armée"] and "qu'" in words and "d'" in words


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Le conseil de Belmont siège. Plusieurs passants ont été blessés par un chien.",
            "Le conseil de Belmont vote. Des passants ont été blessés.",
        ),
        (
            "Le groupe Talmo étend ses magasins. Les ventes ont augmenté dans le pays.",
            "Le groupe Talmo grandit. Ses ventes augmentent.",
        ),
    ],
)
def test_reports_weeks_apart_need_more_in_common(first: str, second: str) -> None:
    assert _joined(first, second, days=("2025-06-02", "2025-06-03"))
    assert not _joined(first, second, days=("2025-06-02", "2025-08-20"))


def test_sentences_of_reports_weeks_apart_need_more_in_common() -> None:
    start, days = "Talmo et le parquet de Belmont. ", ("2025-06-02", "2025-06-03", "2025-08-20")
    first = "L'assureur paiera sept cents millions d'euros pour les digues."
    second = "La facture des digues : 700 millions de dollars."
    near, far = ([first, second] for _ in range(2))
    assert "same" in verdicts_on("telling", *near, start=start, days=days[:2])
    assert "same" not in verdicts_on("telling", *far, start=start, days=(days[0], days[2]))


def test_acts_of_one_kind_in_reports_days_apart_need_more_in_common() -> None:
    first = "Belmont : les dockers en grève\n\nLes dockers de Belmont ont cessé le travail. Le préfet a reçu leurs délégués."
    second = "Belmont : nouvelle réunion\n\nUne réunion est prévue à Belmont. La ministre a reçu les délégués des dockers."
    assert _joined(first, second, days=("2025-06-02", "2025-06-04"))
    assert not _joined(first, second, days=("2025-06-02", "2025-06-12"))
    recalled = second + " Le 2 juin, le préfet les avait écoutés."
    assert _joined(first, recalled, days=("2025-06-02", "2025-06-12"))


def test_an_aim_was_not_ahead() -> None:
    first, second = "Le préfet agit pour sauver le village de Belmont.", "Le préfet a sauvé le village de Belmont."
    assert "updated" not in verdicts_on("status", first, second, days=("2025-06-02", "2025-06-10"))
    planned = first.replace("agit pour sauver", "va sauver")
    assert "updated" in verdicts_on("status", planned, second, days=("2025-06-02", "2025-06-10"))


def test_what_came_of_a_fall_is_no_aim() -> None:
    claims = compare_reports([Report("r", None, "La cote du président chute pour atteindre 23 %.", "fr")]).claims
    assert {c.status for c in claims} == {"happened"}


def test_an_act_denied_under_another_word_is_not_shared() -> None:
    first = "Le maire Paul Brisse démissionne lundi de la mairie de Belmont."
    second = "Paul Brisse assure qu'il ne quittera pas la mairie de Belmont."
    assert "shared" not in {m.agreement for m in matters_of(first, second, days=("2025-06-02", "2025-06-02"))}
