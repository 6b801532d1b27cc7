"""Matters of small affairs of our own writing, read by the whole pipeline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from recoupe.match.matters import match_matters
from recoupe.pipeline import Reading, cross_read, read_report
from recoupe.types import Dossier, Report, When

Cross = Callable[..., Dossier]


@pytest.fixture(scope="session")
def cross(parse_many: Callable[[list[str]], list]) -> Cross:  # type: ignore[type-arg]
    """(text, day) pairs -> Dossier; reports are called a, b, c … unless names are given."""

    def run(*pairs: tuple[str, str], names: Sequence[str] = "abcdefgh") -> Dossier:
        parsed = parse_many([text for text, _ in pairs])
        reports, readings = [], []
        for (text, day), name, one in zip(pairs, names, parsed, strict=False):
            when = When(f"w-{name}", None, day, day, day)
            report = Report(name, f"{name}.txt", text, "fr", published=when, published_basis="given")
            one = replace(one, report=name)
            reports.append(report)
            readings.append(read_report(report, one))
        return cross_read(reports, readings)

    return run


def summary(dossier: Dossier) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """What several reports share or contest: agreement, title, (slot, verdict)."""
    found = [m for m in dossier.matters if m.agreement != "single"]
    return sorted((m.agreement, m.title, tuple((d.slot, d.verdict) for d in m.differences)) for m in found)


FIRE_A = (
    "Un incendie a ravagé lundi une filature de Trémont. Il a fait douze morts et trente blessés, selon la préfecture.\n"
    "« Nous avons rarement vu un feu aussi violent », a dit le capitaine Marc Olivet.\n"
)
FIRE_B = (
    "Le bilan de l'incendie de la filature de Trémont s'est alourdi mardi. "
    "Dix-neuf personnes ont péri et trente ont été blessées.\n"
    "« Nous n'avons jamais vu un feu aussi violent », a dit le capitaine Marc Olivet.\n"
)
TAX = (
    "Le conseil municipal de Bellecour a voté jeudi une baisse de la taxe de séjour. Le maire, Paul Ferrand, s'en est félicité.\n"
)


def test_a_toll_that_grows_is_an_update_and_no_contradiction(cross: Cross) -> None:
    found = cross((FIRE_A, "2023-05-08"), (FIRE_B, "2023-05-09"))
    tolls = {m.title: (m.agreement, m.origins) for m in found.matters if m.title.startswith("Nombre de")}
    assert tolls["Nombre de morts : 12, puis 19"][0] == "updated"
    assert tolls["Nombre de blessés : 30"][0] == "shared"
    assert "contradicted" not in {m.agreement for m in found.matters}


def test_an_altered_quotation_is_shown_with_both_wordings(cross: Cross) -> None:
    found = cross((FIRE_A, "2023-05-08"), (FIRE_B, "2023-05-09"))
    (quote,) = [d for m in found.matters for d in m.differences if d.slot == "wording"]
    assert (quote.verdict, [v.value for v in quote.values]) == (
        "wording",
        ["Nous avons rarement vu un feu aussi violent", "Nous n'avons jamais vu un feu aussi violent"],
    )


def test_reports_of_two_affairs_meet_in_no_matter(cross: Cross) -> None:
    assert [m for m in cross((FIRE_A, "2023-05-08"), (TAX, "2023-05-08")).matters if len(m.reports) > 1] == []


def test_an_unrelated_report_changes_nothing_for_the_others(cross: Cross) -> None:
    two = cross((FIRE_A, "2023-05-08"), (FIRE_B, "2023-05-09"))
    three = cross((FIRE_A, "2023-05-08"), (FIRE_B, "2023-05-09"), (TAX, "2023-05-11"))
    assert [m for m in three.matters if "c" not in m.reports] == list(two.matters)


def test_the_order_of_reports_does_not_matter(cross: Cross) -> None:
    dossier = cross((FIRE_A, "2023-05-08"), (FIRE_B, "2023-05-09"), (TAX, "2023-05-11"))
    turned = cross((TAX, "2023-05-11"), (FIRE_B, "2023-05-09"), (FIRE_A, "2023-05-08"), names="cba")
    assert dossier.matters == turned.matters


def test_renaming_reports_changes_no_verdict(cross: Cross) -> None:
    plain = cross((FIRE_A, "2023-05-08"), (FIRE_B, "2023-05-09"))
    renamed = cross((FIRE_A, "2023-05-08"), (FIRE_B, "2023-05-09"), names=("nord", "zeste"))
    assert summary(plain) == summary(renamed)


def test_a_report_given_twice_adds_no_origin(cross: Cross) -> None:
    once = cross((FIRE_A, "2023-05-08"), (FIRE_B, "2023-05-09"))
    twice = cross((FIRE_A, "2023-05-08"), (FIRE_B, "2023-05-09"), (FIRE_A, "2023-05-08"))
    origins = [{m.title: (m.agreement, m.origins) for m in d.matters if len(m.reports) > 1} for d in (once, twice)]
    assert {t: origins[1][t] for t in origins[0]} == origins[0]


def test_every_matter_rests_on_words_of_its_reports(cross: Cross) -> None:
    found = cross((FIRE_A, "2023-05-08"), (FIRE_B, "2023-05-09"), (TAX, "2023-05-11"))
    events = {e.id: e.report for e in found.events}
    bad = [m.title for m in found.matters if not m.events or {events[e] for e in m.events} - set(m.reports) or len(m.title) > 92]
    assert bad == []


@pytest.mark.parametrize(
    ("left", "right", "agreement"),
    [
        ("La police a arrêté Hugo Lestang à Nancy samedi.", "Hugo Lestang a été arrêté samedi à Nancy par la police.", "shared"),
        (
            "L'avion transportait 67 occupants, selon la compagnie Alizair.",
            "Une soixantaine d'occupants étaient dans l'avion d'Alizair.",
            "refined",
        ),
        ("L'avion d'Alizair transportait 67 occupants.", "L'avion d'Alizair transportait 62 occupants.", "contradicted"),
        (
            "Lise Arnaud est la 10e femme élue à l'Académie des lettres.",
            "Lise Arnaud devient la 11e femme élue à l'Académie des lettres.",
            "contradicted",
        ),
        ("Le vol 8432 d'Alizair a disparu des radars.", "Le vol 8243 d'Alizair a disparu des radars.", "contradicted"),
        (
            "Lima accuse Quito d'avoir livré des armes aux rebelles.",
            "Quito nie avoir livré des armes aux rebelles, dont Lima l'accuse.",
            "disputed",
        ),
    ],
)
def test_the_verdict_on_one_pair(cross: Cross, left: str, right: str, agreement: str) -> None:
    found = cross((left, "2023-05-09"), (right, "2023-05-09"))
    assert agreement in {m.agreement for m in found.matters if len(m.reports) > 1}


def test_the_number_that_both_give_a_flight_is_no_matter(cross: Cross) -> None:
    found = cross(
        ("Le vol 8432 d'Alizair a disparu des radars.", "2023-05-09"), ("Le vol 8432 d'Alizair volait bas.", "2023-05-09")
    )
    assert [d.slot for m in found.matters for d in m.differences if d.slot == "number"] == []


JOINED = [  # one happening under two names: the words that both reports' matter must hold
    (
        "Un train régional a déraillé jeudi à Orvalle.\n\nLe trafic est coupé.",
        "Jeudi, un autorail a quitté les rails en gare d'Orvalle.\n\nLe trafic est coupé.",
        ("déraillé", "quitté"),
    ),
    (
        "Un drone de l'armée est tombé mardi près de Tolme.\n\nUne enquête est ouverte.",
        "L'appareil s'est écrasé mardi près de Tolme.\n\nUne enquête est ouverte.",
        ("tombé", "écrasé"),
    ),
    (
        "Lise Arnaud s'est entretenue par téléphone avec Paul Ferrand, à Orvalle.",
        "Lise Arnaud a appelé au calme lors d'un entretien avec Paul Ferrand, à Orvalle.",
        ("entretenue", "entretien"),
    ),
    (
        "Le procureur avait requis quatre ans de prison contre Hugo Lestang, à Orvalle.",
        "À l'audience d'Orvalle, le parquet avait demandé quatre ans de prison contre Hugo Lestang.",
        ("requis", "demandé"),
    ),
    (
        "Un tableau de Keller a été volé mercredi au musée d'Orvalle.",
        "Deux hommes ont dérobé mercredi une toile de Keller au musée d'Orvalle.",
        ("volé", "dérobé"),
    ),
]


@pytest.mark.parametrize(("left", "right", "words"), JOINED)
def test_one_happening_under_two_names_is_one_matter(cross: Cross, left: str, right: str, words: tuple[str, str]) -> None:
    found = cross((left, "2025-03-13"), (right, "2025-03-13"))
    events = {e.id: found.words(e.trigger) for e in found.events}
    assert any(set(words) <= {events[e] for e in m.events} for m in found.matters)


APART = [
    ("Hugo Lestang a été arrêté samedi à Nancy.", "Un autre suspect, Marc Olivet, a été arrêté samedi à Nancy."),
    ("Un feu a détruit une grange à Orvalle.", "Un autre feu a détruit une grange à Orvalle."),
    (
        "Le maire d'Orvalle a été condamné lundi à six mois de prison.",
        "Le maire d'Orvalle avait été condamné en 2012 à six mois de prison.",
    ),
]


@pytest.mark.parametrize(("left", "right"), APART)
def test_two_happenings_of_one_kind_stay_two(cross: Cross, left: str, right: str) -> None:
    found = cross((left, "2025-03-13"), (right, "2025-03-13"))
    frames = {e.id: e.frame for e in found.events}
    together = [
        m for m in found.matters if len(m.reports) > 1 and any(frames[e] in ("ARREST", "SENTENCE", "ATTACK") for e in m.events)
    ]
    assert [m.agreement for m in together if m.agreement in ("shared", "refined", "updated")] == []


ACCUSED = "La Morvanie accuse le Sarvan d'avoir abattu un drone mardi près de Tolme."


@pytest.mark.parametrize(
    "denial", ["Le Sarvan nie toute implication dans la perte du drone de Tolme.", "Le Sarvan a aussitôt démenti, à Tolme."]
)
def test_a_denial_joins_the_accusation_in_another_report(cross: Cross, denial: str) -> None:
    found = cross((ACCUSED, "2025-03-13"), (f"{ACCUSED} {denial}", "2025-03-13"))
    assert ("disputed", ("a", "b")) in {(m.agreement, m.reports) for m in found.matters}


def test_planned_then_done_is_an_update_and_not_the_other_way_round(cross: Cross) -> None:
    ahead, done = "Lise Arnaud se rendra vendredi 14 mars à Orvalle.", "Lise Arnaud s'est rendue vendredi 14 mars à Orvalle."
    status = [
        {d.verdict for m in cross(*pair).matters for d in m.differences if d.slot == "status"}
        for pair in (((ahead, "2025-03-13"), (done, "2025-03-15")), ((ahead, "2025-03-13"), (ahead, "2025-03-13")))
    ]
    assert status == [{"updated"}, set()]


def test_what_was_not_done_yesterday_may_be_done_today(cross: Cross) -> None:
    never, done = (
        "Lise Arnaud n'a pas reçu Paul Ferrand à Orvalle.",
        "Lise Arnaud a reçu Paul Ferrand vendredi 14 mars à Orvalle.",
    )
    found = cross((never, "2025-03-13"), (done, "2025-03-15"))
    assert "contradicted" not in {m.agreement for m in found.matters}


def test_the_same_short_report_twice_is_shared_with_one_origin(cross: Cross) -> None:
    text = "Le maire d'Orvalle a nié toute fraude. « Je suis serein », a-t-il dit."
    found = cross((text, "2025-03-13"), (text, "2025-03-13"))
    assert {(m.agreement, m.origins) for m in found.matters} == {("shared", 1)}


def test_a_line_that_a_site_prints_under_all_its_reports_is_no_matter(cross: Cross) -> None:
    foot = "\nTous les lecteurs doivent respecter notre charte.\n"
    found = cross(
        *((text + foot, "2023-05-08") for text in (FIRE_A, TAX, "Le club de Valbray a vendu son attaquant Luis Ortega."))
    )
    assert [m.title for m in found.matters if "charte" in m.title] == []


def test_nothing_gives_nothing() -> None:
    readings: list[Reading] = []
    assert match_matters(readings, ()) == ((), ())
