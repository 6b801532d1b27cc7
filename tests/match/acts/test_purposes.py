"""What an act was done for, in two reports."""

from __future__ import annotations

from recoupe.types import Report


def purposes(*texts: str) -> list[str]:
    from recoupe.pipeline import compare_reports

    reports = [Report(f"r{i}", None, text, "fr") for i, text in enumerate(texts)]
    dossier = compare_reports(reports)
    return [d.verdict for m in dossier.matters for d in m.differences if d.slot == "purpose"]


def test_a_purpose_told_more_exactly() -> None:
    first = "La Norvège a livré dix drones à la Moldavie pour surveiller la frontière."
    second = "La Norvège a livré dix drones à la Moldavie pour surveiller la frontière du nord pendant la nuit."
    assert purposes(first, second) == ["refined"]


def test_two_purposes_with_nothing_in_common() -> None:
    first = "La Norvège a livré dix drones à la Moldavie pour surveiller la frontière."
    second = "La Norvège a livré dix drones à la Moldavie pour former des pilotes."
    assert purposes(first, second) == []
