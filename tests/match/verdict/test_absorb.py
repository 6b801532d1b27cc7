"""What needs no line of its own, and what of it a known matter takes in."""

from __future__ import annotations

from tests.match.crossing import matters_of

START = "Un immeuble s'est effondré à Montrevel, rue des Tisserands. "
DAYS = ("2025-11-04", "2025-11-05", "2025-11-07")


def test_the_day_on_which_somebody_spoke_dates_no_deed() -> None:
    texts = (
        "Une enfant de neuf ans a été sortie vivante des décombres lundi soir.",
        "Le maire, qui assurait lundi n'avoir reçu aucune alerte, parle.",
        "L'enfant de 9 ans sauvée lundi a quitté l'hôpital jeudi.",
    )
    found = [m.reports for m in matters_of(*texts, start=START, days=DAYS) if "enfant" in m.title and len(m.reports) > 1]
    assert found == [("a", "c")]
