"""A toll that grows over days and weeks stays one: step by step, under fears told in between, and recalled months later."""

from __future__ import annotations

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
