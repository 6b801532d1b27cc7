"""The order of work: one report's fault is its own."""

from __future__ import annotations

import pytest

from recoupe import pipeline
from recoupe.pipeline import Reading, compare_reports
from recoupe.types import Report


def test_a_fault_of_ours_on_one_report_is_named_and_costs_the_others_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    good = Report("good", "good.txt", "Le maire de Corvel a démenti lundi toute fraude.", "fr")
    bad = Report("bad", "bad.txt", "La préfète a annoncé la fermeture du pont de Corvel.", "fr")
    real = pipeline.read_report

    def read(report: Report, parsed: pipeline.Parsed) -> Reading:
        if report.id == "bad":
            raise IndexError("tuple index out of range")
        return real(report, parsed)

    alone = compare_reports([good])
    monkeypatch.setattr(pipeline, "read_report", read)
    both = compare_reports([good, bad])
    assert [(f.path, "IndexError" in f.reason) for f in both.failures] == [("bad.txt", True)]
    assert [r.id for r in both.reports] == ["bad", "good"]
    assert both.statements == alone.statements


def test_the_public_names_answer() -> None:
    import recoupe

    assert recoupe.contrast("Le maire a démissionné lundi.", "Le maire n'a pas démissionné lundi.").verdict == "contradicted"
    assert recoupe.compare([]).reports == ()
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        recoupe.nothing  # noqa: B018
