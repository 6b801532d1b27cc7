"""The command: its outputs, its messages, its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from recoupe.cli import main
from recoupe.show.json import render_json
from tests.show.sample import sample

FEU = "Le feu a pris mardi 4 juin 2024 dans une usine de Lens. « Il y a trois blessés », a déclaré le maire, Paul Ravel.\n"
SUITE = "Quatre personnes ont été blessées mardi à Lens, selon la préfecture. L’usine avait brûlé en 2012.\n"
FIRE = "Das Feuer brach am Dienstagabend in einer Fabrik im Tal aus, und am Morgen waren die Rettungskräfte vor Ort.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A folder with two short reports."""
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "a.txt").write_text(FEU, encoding="utf-8")
    (folder / "b.txt").write_text(SUITE, encoding="utf-8")
    return folder


def test_every_output_is_written_in_its_format(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = {name: tmp_path / name for name in ("d.json", "d.html", "d.md", "d.txt", "e.json", "e.html", "e.md")}
    named = ["--json", str(out["e.json"]), "--html", str(out["e.html"]), "--markdown", str(out["e.md"])]
    status = main(
        ["compare", str(story), *(x for name in ("d.json", "d.html", "d.md", "d.txt") for x in ("-o", str(out[name]))), *named]
    )
    assert (status, capsys.readouterr()) == (0, ("", ""))
    assert [out[f"d.{x}"].read_bytes() == out[f"e.{x}"].read_bytes() for x in ("json", "html", "md")] == [True] * 3
    assert {r["text"] for r in json.loads(out["d.json"].read_bytes())["reports"]} == {FEU, SUITE}
    assert out["d.html"].read_text(encoding="utf-8").lower().startswith("<!doctype html")
    assert "Paul Ravel" in out["d.md"].read_text(encoding="utf-8")
    assert "Paul Ravel" in out["d.txt"].read_text(encoding="utf-8")


def test_without_an_output_the_dossier_is_shown_plainly(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(story)]) == 0
    shown, said = capsys.readouterr()
    assert "Paul Ravel" in shown
    assert ("\x1b" in shown, said) == (False, "")


def test_a_bad_input_is_named_and_the_rest_is_compared(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story / "c.txt").write_bytes(b"%PDF-1.7")
    (story / "d.txt").write_text(FIRE)
    status = main(["compare", str(story), str(story / "missing.txt"), "--json", "-"])
    shown, said = capsys.readouterr()
    dossier = json.loads(shown)
    assert status == 1
    assert said.splitlines() == [
        f"recoupe: {story / 'c.txt'}: this is a PDF, not text; save it as text first, for instance with pdftotext",
        f"recoupe: {story / 'missing.txt'}: no such file; check the name",
        f"recoupe: {story / 'd.txt'}: in a language we do not read (de); left out of the analysis. Read: fr, en",
    ]
    assert [Path(f["path"]).name for f in dossier["failures"]] == ["c.txt", "missing.txt"]
    assert sorted(Path(r["path"]).name for r in dossier["reports"]) == ["a.txt", "b.txt", "d.txt"]


@pytest.mark.parametrize("name", ["empty", "other"])
def test_nothing_to_read_still_makes_an_honest_dossier(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / f"{name}.txt"
    path.write_text(FIRE if name == "other" else "")
    status = main(["compare", str(path), "-q", "--json", "-"])
    dossier = json.loads(capsys.readouterr().out)
    assert (status, len(dossier["reports"]), dossier["matters"]) == ((0, 1, []) if name == "other" else (1, 0, []))


def test_an_output_that_cannot_be_written_is_named(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "no" / "folder" / "d.json"
    assert main(["compare", str(story), "-o", str(target)]) == 1
    assert capsys.readouterr().err == f"recoupe: {target}: cannot be written (no such file or directory)\n"


def test_a_report_is_never_written_over(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = story / "b.txt"
    assert main(["compare", str(story), "-o", str(story / ".." / story.name / "b.txt")]) == 1
    assert (target.read_text(encoding="utf-8"), "is one of the reports" in capsys.readouterr().err) == (SUITE, True)


def test_a_note_written_among_the_reports_is_said_to_be(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(story), "-o", str(story / "d.json"), "-o", str(story / "d.md")]) == 0
    said = capsys.readouterr().err.splitlines()
    assert [line.partition(": stands in a folder of reports")[0] for line in said] == [f"recoupe: {story / 'd.md'}"]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["compare"],
        ["compare", "a.txt", "-o", "a.docx"],
        ["compare", "a.txt", "--today", "hier"],
        ["compare", "a", "-q", "-v"],
        ["frob"],
    ],
)
def test_wrong_usage_has_status_2_and_a_hint(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "usage: recoupe" in capsys.readouterr().err


def test_the_order_and_the_place_of_files_do_not_show(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [str(story / "a.txt"), str(story / "b.txt")]
    written = []
    for inputs in (paths, paths[::-1], [str(story)]):
        main(["compare", *inputs, "--json", "-"])
        written.append(capsys.readouterr().out)
    assert written == written[:1] * 3


def test_explain_names_a_file_that_is_no_dossier(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(story / "a.txt"), "m-1"]) == 1
    assert "no dossier" in capsys.readouterr().err


def test_json_without_reports_is_no_dossier(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other.json").write_text('{"titre": 1}')
    assert main(["explain", str(tmp_path / "other.json"), "m-1"]) == 1
    assert 'no dossier (no "reports" in it)' in capsys.readouterr().err


def test_one_report_alone_and_a_date_that_is_none_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"text": FEU, "published": "mardi"}), encoding="utf-8")
    assert main(["compare", str(path), "--markdown", "-"]) == 0
    assert capsys.readouterr().err.splitlines() == [
        f"recoupe: {path}: published 'mardi' is no ISO date such as 2024-06-18; not used",
        f"recoupe: {path}: the only report read; there is nothing to compare it with",
    ]


def test_a_dossier_without_a_readable_report_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "de.txt").write_text(FIRE)
    assert main(["compare", str(tmp_path), "-q"]) == 0
    assert "Rien à recouper : aucun texte lisible." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("absent.mark", None, "no such file; check the name"),
        ("text.json", b"Le feu", "no JSON (Expecting value: line 1 column 1 (char 0)); give a gold .json, a .mark file"),
        ("bytes.mark", b"\xff\xfe\x00", "no text in UTF-8"),
        ("other.mark", b"id: x\n== a\n[c=1: dit] un mot\n", "'1' is no statement, fact or difference that this story declares"),
    ],
)
def test_gold_that_is_none_is_named(
    tmp_path: Path, name: str, content: bytes | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert main(["evaluate", str(tmp_path / name)]) == 1
    shown = capsys.readouterr().err
    assert (shown.startswith(f"recoupe: {tmp_path / name}"), said in shown) == (True, True), shown


def test_help_loads_nothing_heavy() -> None:
    code = "import sys\nfrom recoupe.cli import main\ntry: main(['--help'])\nexcept SystemExit: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "compare" in done.stdout
    assert {"spacy", "numpy", "rich", "jinja2", "msgspec", "babel"}.isdisjoint(done.stdout.splitlines()[-1].split())


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_bytes(render_json(sample()))
    command = f"{sys.executable} -m recoupe compare - --json - < {os.devnull} | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_two_processes_write_the_same_bytes(story: Path) -> None:
    written = [
        subprocess.run(
            [sys.executable, "-m", "recoupe", "compare", str(story), "--json", "-"],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert written[0] == written[1] != b""
