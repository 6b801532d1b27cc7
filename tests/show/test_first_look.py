"""What somebody who opens a dossier for the first time stumbles over: order, names, labels and reasons."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.read.inputs import read_inputs
from recoupe.show.failures import failure_words
from recoupe.show.groups import group_matters
from recoupe.show.lines import single_lines
from recoupe.show.markdown import render_markdown
from recoupe.show.narrate import narrate
from recoupe.show.overview import head_title
from recoupe.show.page import render_page
from recoupe.show.terminal import render
from recoupe.show.view import View
from recoupe.types import Claim, Difference, Dossier, Report, Span, Value, When
from tests.show.sample import sample

DOSSIER = sample()
TEXT = "Le pont de Vernay a été fermé lundi par la préfecture du Drac. Les camions font un long détour."


def _reports(*paths: str, title: str | None = None) -> tuple[Report, ...]:
    """Undated reports in these files; the ids run against the names."""
    return tuple(Report(id=f"r-{99 - i:02}", path=path, text=TEXT, lang="fr", title=title) for i, path in enumerate(paths))


def test_undated_reports_stand_as_a_folder_lists_them() -> None:
    view = View(Dossier(reports=_reports("x/1-agence.txt", "x/2-radio.txt", "x/10-mensuel.txt")))
    assert [view.label(r.id) for r in view.reports] == ["1-agence", "2-radio", "10-mensuel"]


def test_what_frames_a_headline_is_no_part_of_its_label() -> None:
    view = View(Dossier(reports=_reports("a.txt", title="— *Flash de 7 h* —")))
    assert view.label(view.reports[0].id) == "Flash de 7 h"


def test_a_report_of_some_day_of_a_year_is_read_after_the_dated_ones() -> None:
    vague, dated = _reports("1-hebdo.txt", "2-agence.txt")
    year = When("w1", None, "2023", earliest="2023-01-01", latest="2023-12-31")
    day = When("w2", None, "2023-03-09", earliest="2023-03-09", latest="2023-03-09")
    view = View(Dossier(reports=(replace(vague, published=year), replace(dated, published=day))))
    assert [view.label(r.id) for r in view.reports] == ["2-agence", "1-hebdo"]


def test_what_tells_two_long_labels_apart_is_not_cut_off() -> None:
    title = "Le pont de Vernay reste fermé aux camions jusqu’au printemps prochain"
    view = View(Dossier(reports=_reports("matin.txt", "soir.txt", title=title)))
    labels = [view.label(r.id) for r in view.reports]
    assert ([label[-8:] for label in labels], max(map(len, labels))) == ([" (matin)", "… (soir)"], 60)


@pytest.mark.parametrize("label", ["EN DIRECT - ", "DIRECT. ", "Vidéo : ", "URGENT | "])
def test_a_label_of_the_form_is_no_part_of_the_headline(label: str) -> None:
    first, second = _reports("a.txt", "b.txt")
    headline = "Le pont de Vernay fermé par la préfecture"
    assert head_title(View(Dossier(reports=(replace(first, title=label + headline), second)))) == headline


def test_values_that_parties_dispute_are_no_mere_other_words() -> None:
    (matter,) = dict(group_matters(View(DOSSIER)))["disputed"]
    values = tuple(Value("apo", v, (Span("apo", at, at + 3),)) for at, v in ((0, "10 000"), (4, "7 000")))
    told = replace(matter, claims=(), differences=(Difference("figure", "wording", values),))
    dossier = replace(DOSSIER, matters=(told,))
    shown = [view(dossier).partition("<footer")[0] for view in (render, render_markdown, render_page)]  # below: all labels
    assert [("⇄ contesté" in text or ">contesté</span>" in text, "autres mots" in text) for text in shown] == [(True, False)] * 3


def test_what_a_source_tells_as_a_fact_is_not_called_the_reports_fact() -> None:
    view = View(DOSSIER)
    lines = [line for _, found in single_lines(view, DOSSIER.matters) for line in found]
    line = lines[0]
    stance = line.stances[0]
    actor = DOSSIER.actors[0]
    sourced: Claim = replace(stance.claim, sources=(actor.id,), status="happened", certainty="certain")
    told = replace(line, stances=(replace(stance, claim=sourced),))
    assert told.told(view) == f"Source : {view.holder(sourced)}"


def test_reasons_of_failed_inputs_are_told_in_french(tmp_path: Path) -> None:
    files = {
        "vide.txt": b"",
        "scan.pdf": b"%PDF-1.4",
        "photo.txt": b"\xff\xd8\xff\xe0",
        "note.txt": b"PK\x03\x04",
        "sac.txt": b"\x1f\x8b",
        "lettre.txt": b"{\\rtf1",
        "brut.txt": b"a\x00b\x01" * 20,
        "donnees.json": b"{}",
        "liste.jsonl": b'[1]\n{"titre": "x"}\n{"text": \n',
        "long.txt": b"Le maire part. " * 15000,
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "dossier").mkdir()
    _, failures = read_inputs([*(tmp_path / name for name in files), tmp_path / "dossier", tmp_path / "absent.txt"])
    assert len(failures) == len(files) + 4
    assert [f.reason for f in failures if failure_words(f.reason) == f.reason] == []
    assert [failure_words(f.reason, "en") for f in failures] == [f.reason for f in failures]


def test_the_chain_behind_a_matter_is_told_in_the_words_of_the_page() -> None:
    told = "\n".join(line for matter in DOSSIER.matters for line in narrate(DOSSIER, matter.id))
    codes = "happened|ongoing|planned|alleged|denied|certain[,)]|unknown|contradicted|disputed|refined|shared|single|rapport"
    assert re.findall(rf"(?m)^ *(?:{codes})\b.*", told) == []
    assert "présenté comme un fait" in told


def test_who_is_who_stands_behind_what_happened() -> None:
    matters = [m for m in DOSSIER.matters if m.agreement in ("shared", "refined") and len(m.reports) > 1]
    role = replace(
        matters[0], id="x-role", reports=tuple(r.id for r in DOSSIER.reports), differences=(Difference("role", "same", ()),)
    )
    view = View(replace(DOSSIER, matters=(role, *DOSSIER.matters)))
    group = next(rows for agreement, rows in group_matters(view) if agreement == role.agreement)
    assert group[-1].id == "x-role"
