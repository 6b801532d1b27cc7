"""What the news of a season are about is no fact that two reports share: "la présidentielle"; nor is next week's march."""

from __future__ import annotations

from tests.match.crossing import matters_of

START = "Le député Hugo Perlan, de Corvel, en Sorvie, a quitté mardi 6 mai 2025 le Parti rural. "


def _topics(left: str, right: str, word: str) -> list[str]:
    """The matters of both reports with this word in their titles."""
    found = matters_of(left, right, start=START, days=("2025-05-07", "2025-05-08"))
    return [
        m.title
        for m in found
        if len(m.reports) > 1
        and m.agreement != "related"
        and word in m.title
        and any(d.slot != "status" for d in m.differences) | (not m.differences)
    ]


def test_an_election_that_all_know_of_is_no_fact() -> None:
    left = "Le maire a dîné avec Hugo Perlan, le candidat à la présidentielle sorvienne."
    right = "Le prix du blé inquiète Hugo Perlan, le candidat du Parti rural à la présidentielle sorvienne."
    assert [t for t in _topics(left, right, "présidentielle") if not t.startswith("Hugo Perlan : candidat")] == []


def test_the_march_of_next_week_is_another_one() -> None:
    left = "La manifestation du Parti rural, à Corvel, a eu lieu samedi 3 mai."
    right = "La manifestation du Parti rural, à Corvel, aura lieu samedi 10 mai."
    assert _topics(left, right, "anifestation") == []
