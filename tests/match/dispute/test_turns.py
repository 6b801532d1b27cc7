"""What an earlier report held for possible, decided or in force, and a later one tells as done or ended, is an update."""

from __future__ import annotations

import pytest

from recoupe.pipeline import compare_reports
from recoupe.types import Report, When, make_id


def _found(left: str, right: str, *days: str) -> set[tuple[str, str]]:
    """(slot, verdict) of all that differs between two reports."""
    reports = []
    for n, (text, day) in enumerate(zip((left, right), days or ("2024-03-04", "2024-03-07"), strict=True)):
        when = When(make_id("w", f"r{n}", "published"), None, day, day, day, "absolute")
        reports.append(Report(id=f"r{n}", path=None, text=text, lang="fr", published=when, published_basis="given"))
    dossier = compare_reports(reports)
    differences = [d for m in dossier.matters for d in m.differences if len(m.reports) > 1]
    return {(d.slot, d.verdict) for d in differences if d.verdict in ("updated", "contradicted")}


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        # Possible, then done.
        (
            "Un épisode venteux devrait frapper la côte de Sarnac, selon Météo-Atlas.",
            "La côte de Sarnac a été frappée par un épisode venteux.",
            {("status", "updated")},
        ),
        # A past in doubt is no possibility that came true.
        ("L'incendie de Sarnac pourrait avoir détruit la halle.", "L'incendie de Sarnac a détruit la halle.", set()),
        # Decided against, then for.
        (
            "Le préfet Luc Oriol a décidé de ne pas fermer le pont de Vaize.",
            "Le préfet Luc Oriol a annoncé que le pont de Vaize serait fermé.",
            {("polarity", "updated")},
        ),
        (
            "Le préfet Luc Oriol a décidé de ne pas fermer le pont de Vaize.",
            "Le préfet Luc Oriol a annoncé que le tunnel de Brenne serait fermé.",
            set(),
        ),
        # In force, then ended.
        (
            "Le maire de Sarnac décrète l'état d'alerte.",
            "L'état d'alerte a été levé à Sarnac par le maire.",
            {("polarity", "updated")},
        ),
        (
            "Une cagnotte a été ouverte à Sarnac en soutien au gardien Hugo Perlan.",
            "La plateforme a décidé de fermer la cagnotte en soutien à Hugo Perlan, à Sarnac.",
            {("polarity", "updated")},
        ),
        # Hurt, then dead: one named person, not "une personne" and another.
        (
            "La députée Nora Vasseur a été blessée par balle lundi à Sarnac.",
            "La députée Nora Vasseur a succombé à ses blessures à Sarnac.",
            {("polarity", "updated")},
        ),
        (
            "Une personne a été blessée lundi dans l'incendie de Sarnac.",
            "Une personne est morte dans l'incendie de Sarnac.",
            set(),
        ),
        # A later report that recalls the first of two acts tells no turn.
        (
            "Les otages de la halle de Sarnac ont été libérés par la police.",
            "Les otages de la halle de Sarnac étaient détenus par la bande de Perlan.",
            set(),
        ),
        # The beginning of a stop is a stop.
        (
            "L'arrêt des soins de Hugo Perlan reprend mardi, a annoncé l'hôpital de Sarnac.",
            "Les soins de Hugo Perlan ont été interrompus mardi à l'hôpital de Sarnac.",
            set(),
        ),
    ],
)
def test_turns(left: str, right: str, found: set[tuple[str, str]]) -> None:
    assert _found(left, right) == found


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("samedi 2 mars", "samedi 4 mars", {("date", "contradicted")}),
        ("samedi 2 mars", "lundi 4 mars", set()),  # it may have been done twice
        ("samedi 2 mars", "samedi 9 mars", set()),  # a week later
        ("le 2 mars", "le 4 mars", set()),
    ],
)
def test_one_weekday_of_two_dates(left: str, right: str, found: set[tuple[str, str]]) -> None:
    text = "La permanence du député Luc Oriol a été prise pour cible {} à Sarnac."
    assert _found(text.format(left), text.format(right), "2024-03-11", "2024-03-11") == found
