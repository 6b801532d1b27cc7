"""A toll that grows over days and weeks stays one: step by step, under fears told in between, and recalled months later."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

TOLD = (
    ("2025-02-10", "Le cyclone Orso a tué deux personnes lundi sur l'île de Corvel, selon la préfecture."),
    ("2025-02-11", "Le cyclone Orso a fait douze morts sur l'île de Corvel. Le maire de l'île craint des milliers de morts."),
    ("2025-02-12", "Sur l'île de Corvel, le bilan du cyclone Orso s'établit à 38 morts, a indiqué la préfecture."),
    ("2025-03-15", "Le mois dernier, le cyclone Orso avait fait 71 morts sur l'île de Corvel, rappelle la préfecture."),
)


def test_a_toll_that_grows_is_one() -> None:
    matters = matters_of(*(text for _, text in TOLD), days=[day for day, _ in TOLD])
    tolls = [(m.reports, m.agreement) for m in matters if m.title.startswith("Nombre de morts")]
    assert tolls == [(("a", "b", "c", "d"), "updated")]


FIRST = (
    ("2025-02-10", "Cyclone Orso sur l'île de Corvel. Au moins deux personnes sont mortes à Petit-Bourg, selon la police."),
    ("2025-02-11", "Le cyclone Orso a fait douze morts sur l'île de Corvel, selon la préfecture."),
)


def test_the_first_dead_of_one_village_are_the_first_of_the_toll() -> None:
    matters = matters_of(*(text for _, text in FIRST), days=[day for day, _ in FIRST])
    assert [m.title for m in matters if m.agreement == "updated" and len(m.reports) > 1] == ["Nombre de morts : 2, puis 12"]


SABOTAGE = (
    ("2025-02-10", "Le réseau de Corvel a été saboté lundi. La police compte trois incendies criminels le long des voies."),
    ("2025-02-10", "Le réseau de Corvel a été saboté lundi : quatre feux volontaires ont coupé la ligne."),
    ("2026-02-10", "Il y a un an, le réseau de Corvel a été saboté : trois foyers allumés ont coupé la ligne."),
)


def test_counts_of_the_first_days_are_compared_whatever_is_recalled_later() -> None:
    matters = matters_of(*(text for _, text in SABOTAGE), days=[day for day, _ in SABOTAGE])
    found = [(d.verdict, {v.report for v in d.values}) for m in matters for d in m.differences if d.slot == "figure"]
    assert ("contradicted", {"a", "b"}) in found


@pytest.mark.parametrize(
    "words",
    [
        "Les autorités de Corvel ont corrigé le nombre de tués à 16.",
        "Le bilan a été révisé à 16 morts.",
        "La préfecture a revu à la baisse le bilan, à 16 morts.",
    ],
)
def test_a_toll_that_is_put_right_falls(words: str) -> None:
    start = "Le funiculaire de Corvel a déraillé mercredi 7 mai 2025 sur la colline. "
    texts = [start + "Quinze morts, selon les pompiers.", start + "Le bilan a été porté à dix-sept morts.", start + words]
    found = matters_of(*texts, days=("2025-05-07", "2025-05-08", "2025-05-09"))
    assert [m.title for m in found if m.agreement == "updated"] == ["Nombre de morts : 15, puis 17, puis 16"]
