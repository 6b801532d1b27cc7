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
    assert tolls["Nombre de morts : 12 à 19"][0] == "updated"
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


def test_nothing_gives_nothing() -> None:
    readings: list[Reading] = []
    assert match_matters(readings, ()) == ((), ())
