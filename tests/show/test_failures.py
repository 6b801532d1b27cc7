"""Why an input could not be used, in French."""

from __future__ import annotations

from pathlib import Path

from recoupe.read.inputs import read_inputs
from recoupe.show.failures import failure_words


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
