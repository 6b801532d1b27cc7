"""The order of work: one report's fault is its own."""

from __future__ import annotations

import re

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


def test_spaces_that_do_not_break_are_read_as_spaces_and_printed_as_they_came() -> None:
    plain = (
        "Le cargo a coulé dimanche à 4 h 30 au large de Belmont. Il portait 40 000 tonnes de blé.",
        "Le cargo a coulé à 7 h 15 au large de Belmont. « Il portait 40 000 tonnes de blé », dit la capitainerie.",
    )
    typeset = [re.sub(r"(?<=\d) (?=[\dh])|(?<=h) (?=\d)|(?<=«) | (?=»)", "\u00a0", t) for t in plain]
    assert all("\u00a0" in t for t in typeset)
    one, two = (
        pipeline.compare_reports([Report(n, None, t, "fr") for n, t in zip("ab", texts, strict=True)])
        for texts in (plain, typeset)
    )
    assert [r.text for r in two.reports] == typeset
    assert [(m.title, m.agreement, m.differences) for m in two.matters] == [
        (m.title, m.agreement, m.differences) for m in one.matters
    ]
    assert "contradicted" in {m.agreement for m in two.matters}
