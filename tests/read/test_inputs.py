"""Files, folders, JSON Lines and standard input; every bad input is named and stops nothing."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.errors import InputError
from recoupe.read import read_inputs
from recoupe.read.decode import clean, decode
from recoupe.read.inputs import NOTES
from recoupe.read.language import find_language
from recoupe.types import When

FEU = "Le feu a pris mardi soir dans une usine de la vallée. Les secours étaient sur place mercredi matin.\n"
GRÈVE = "Les salariés de l’usine ont voté la grève jeudi. La direction dit vouloir reprendre les discussions lundi.\n"
FIRE = "Das Feuer brach am Dienstagabend in einer Fabrik im Tal aus, und am Morgen waren die Rettungskräfte vor Ort.\n"


def _file(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def test_a_clean_text_is_stored_unchanged(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", GRÈVE)
    (report,), failures = read_inputs([path])
    assert (report.text, report.path, report.lang, report.meta, failures) == (GRÈVE, path, "fr", {}, ())


def test_other_encodings_marks_and_line_ends_are_made_plain(tmp_path: Path) -> None:
    dos = GRÈVE.replace("\n", "\r\n")
    variants = {
        "windows.txt": dos.encode("cp1252"),
        "bom.txt": b"\xef\xbb\xbf" + dos.encode(),
        "utf16.txt": GRÈVE.encode("utf-16"),
        "apart.txt": GRÈVE.replace("é", "e\u0301").encode(),
    }
    reports, failures = read_inputs([_file(tmp_path, name, data) for name, data in variants.items()])
    assert {r.text for r in reports} == {GRÈVE}
    assert {Path(r.path or "").name: r.meta.get(NOTES) for r in reports} == {
        "windows.txt": ["not UTF-8; read as cp1252"],
        "bom.txt": None,
        "utf16.txt": ["not UTF-8; read as utf-16"],
        "apart.txt": None,
    }
    assert failures == ()


def test_a_folder_gives_all_its_reports_and_nothing_else(tmp_path: Path) -> None:
    _file(tmp_path, "b/deep/a.txt", FEU)
    _file(tmp_path, "a.md", "# Grève à l’usine\n\n" + GRÈVE)
    _file(tmp_path, "c.jsonl", json.dumps({"text": FEU + GRÈVE}))
    _file(tmp_path, ".hidden/x.txt", FEU)
    _file(tmp_path, "photo.jpg", b"\xff\xd8\xff")
    reports, failures = read_inputs([tmp_path])
    names = sorted((Path(r.path or "").name, r.title) for r in reports)
    assert (names, failures) == ([("a.md", "Grève à l’usine"), ("a.txt", None), ("c.jsonl", None)], ())


def test_json_lines_keep_what_they_say(tmp_path: Path) -> None:
    record = {
        "id": "une",
        "text": FEU.replace("\n", "\r\n"),
        "title": "Incendie",
        "outlet": "Le Journal",
        "url": "https://exemple.fr",
        "published": "2024-06-18T09:30:00+02:00",
        "lang": "fr-FR",
        "desk": {"n": 3},
    }
    (report,), failures = read_inputs([_file(tmp_path, "a.jsonl", json.dumps(record) + "\n\n")])
    assert report.published is not None
    assert report.published == When(report.published.id, None, "2024-06-18", earliest="2024-06-18", latest="2024-06-18")
    assert (report.id, report.text, report.title, report.outlet, report.url) == (
        "une",
        FEU,
        "Incendie",
        "Le Journal",
        record["url"],
    )
    assert (report.published_basis, report.lang, failures) == ("given", "fr", ())
    assert report.meta == {"desk": {"n": 3}, "published_time": "2024-06-18T09:30:00+02:00"}


def test_every_bad_input_is_named_with_its_reason_and_the_good_one_is_read(tmp_path: Path) -> None:
    lines = "\n".join(['{"text": "x', "[1]", '{"titre": "x"}', '{"text": ""}', '{"text": 12}', json.dumps({"text": FEU})])
    bad = {
        "empty.txt": b"",
        "blank.txt": b" \n\n ",
        "pdf.txt": b"%PDF-1.7\n%\xe2\xe3",
        "zip.txt": b"PK\x03\x04....",
        "nul.txt": b"Le feu\x00\x01\x02 a pris",
        "one.json": b"{}",
        "table.csv": b"id,text\n1,Le feu a pris.",
        "page.txt": b"\n<!DOCTYPE html><html><body><p>Le feu a pris.</p></body></html>",
        "feed.md": b"\xef\xbb\xbf<?xml version='1.0'?><rss></rss>",
        "lines.jsonl": lines.encode(),
        "huge.txt": b"a " * 600_000,
    }
    paths = [_file(tmp_path, name, data) for name, data in bad.items()]
    (tmp_path / "nothing").mkdir()
    reports, failures = read_inputs([*paths, tmp_path / "missing.txt", tmp_path / "nothing"])
    assert [r.text for r in reports] == [FEU]
    said = {str(Path(f.path).relative_to(tmp_path)): f.reason.split(";")[0].split(" (")[0] for f in failures}
    assert said == {
        "blank.txt": "empty",
        "empty.txt": "empty",
        "huge.txt": "1,200,000 characters, more than the 200,000 of any report",
        "lines.jsonl:1": "not a JSON object",
        "lines.jsonl:2": "a JSON list, not an object",
        "lines.jsonl:3": 'no "text" in this record',
        "lines.jsonl:4": "empty",
        "lines.jsonl:5": '"text" is a number, not a string',
        "feed.md": "this is a web page or XML, not text",
        "missing.txt": "no such file",
        "nothing": "no .txt, .md or .jsonl file in this folder",
        "nul.txt": "binary data, not text",
        "one.json": "a .json file",
        "page.txt": "this is a web page or XML, not text",
        "pdf.txt": "this is a PDF, not text",
        "table.csv": "a .csv file",
        "zip.txt": "this is a ZIP archive or an office document, not text",
    }


def test_another_language_is_kept_named_and_no_failure(tmp_path: Path) -> None:
    reports, failures = read_inputs([_file(tmp_path, "de.txt", FIRE), _file(tmp_path, "short.txt", "Bonsoir.")])
    notes = {Path(r.path or "").name: (r.lang, r.meta[NOTES]) for r in reports}
    assert notes == {
        "de.txt": ("de", ["in a language we do not read (de); left out of the analysis. Read: fr, en"]),
        "short.txt": (None, ["in a language we cannot tell; left out of the analysis. Read: fr, en"]),
    }
    assert failures == ()


def test_a_file_named_twice_is_one_report(tmp_path: Path) -> None:
    a, b = (_file(tmp_path, name, FEU) for name in ("a.txt", "b.txt"))
    reports, failures = read_inputs([tmp_path, a, tmp_path / "." / "b.txt", b])
    assert ([Path(r.path or "").name for r in reports], failures) == (["a.txt", "b.txt"], ())


def test_one_input_needs_no_list(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", FEU)
    assert read_inputs(path) == read_inputs([path]) == read_inputs(Path(path))


def test_ids_come_from_the_content_not_from_names_or_order(tmp_path: Path) -> None:
    a, b, c = (_file(tmp_path, name, text) for name, text in (("a.txt", FEU), ("b.txt", GRÈVE), ("c.txt", FEU)))
    first, _ = read_inputs([a, b, c])
    second, _ = read_inputs([c, a, b])
    renamed, _ = read_inputs([_file(tmp_path, "z.txt", FEU), _file(tmp_path, "y.txt", GRÈVE), _file(tmp_path, "x.txt", FEU)])
    assert first == second
    assert [(r.id, r.text) for r in first] == [(r.id, r.text) for r in renamed]
    assert len({r.id for r in first}) == 3


def test_a_given_id_that_is_not_unique_is_replaced_and_said(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "x", "text": FEU}),
        json.dumps({"id": "x", "text": GRÈVE}),
        json.dumps({"id": 7, "text": FEU + FEU}),
    ]
    forth, _ = read_inputs([_file(tmp_path, "a.jsonl", "\n".join(lines))])
    back, _ = read_inputs([_file(tmp_path, "a.jsonl", "\n".join(reversed(lines)))])
    assert forth == back
    assert "7" in {r.id for r in forth}
    assert sum("that of another report" in " ".join(r.meta.get(NOTES, ())) for r in forth) == 2


@pytest.mark.parametrize("value", ["hier", "2024-13-45", 20240618, ["2024-06-18"]])
def test_a_published_date_that_is_none_is_said_and_not_used(tmp_path: Path, value: object) -> None:
    (report,), failures = read_inputs([_file(tmp_path, "a.jsonl", json.dumps({"text": FEU, "published": value}))])
    assert (report.published, report.published_basis, failures) == (None, "unknown", ())
    assert "no ISO date" in report.meta[NOTES][0]


@pytest.mark.parametrize("data", [GRÈVE, json.dumps({"text": GRÈVE})])
def test_standard_input_is_text_or_json_lines(monkeypatch: pytest.MonkeyPatch, data: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    (report,), failures = read_inputs(["-"])
    assert (report.text, failures) == (GRÈVE, ())


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_reason(data: bytes) -> None:
    try:
        text = decode(data, "x.txt").text
    except InputError:
        return
    assert clean(text) == text


@given(st.text(st.characters(), max_size=200))
def test_any_text_has_a_language_or_none(text: str) -> None:
    found = find_language(text)
    assert found is None or found.isalpha()
