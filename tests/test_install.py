"""A bare install of the built package: everything it needs at run time is in it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the tracked files only, so that nothing unfinished beside them gets in."""
    folder = tmp_path_factory.mktemp("build")
    listed = subprocess.run(["git", "ls-files", "-z", "--", "recoupe"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git repository: the files of the package are not known")
    for name in ["pyproject.toml", "README.md", "LICENSE", "NOTICE", *filter(None, listed.stdout.split("\0"))]:
        (folder / "src" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "src" / name).write_bytes((ROOT / name).read_bytes())
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    subprocess.run([*command, str(folder / "src")], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    listed = subprocess.run(["git", "ls-files", "-z", "--", "recoupe"], cwd=ROOT, capture_output=True, text=True, check=True)
    held = set(zipfile.ZipFile(wheel).namelist())
    assert sorted(set(filter(None, listed.stdout.split("\0"))) - held) == []


@pytest.mark.slow
def test_a_bare_install_compares(wheel: Path, tmp_path: Path) -> None:
    """The wheel alone in a new environment, which borrows the pinned dependencies from this one but not this work tree."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "v")], check=True)
    python = tmp_path / "v" / "bin" / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", str(wheel)], check=True
    )
    (tmp_path / "a.txt").write_text(
        "Le maire a annoncé mardi la fermeture de l’usine. « C’est une honte », a répondu le syndicat.\n"
    )
    site = next((tmp_path / "v" / "lib").glob("python*/site-packages"))
    borrowed = next(p for p in sys.path if (Path(p) / "spacy").is_dir())
    # Plain path entries come after the wheel's own, and the editable install's hook (a .pth file there) is not run.
    (site / "borrowed.pth").write_text(f"{borrowed}\n")
    done = subprocess.run(
        [
            str(tmp_path / "v" / "bin" / "recoupe"),
            "compare",
            "a.txt",
            "-q",
            "-o",
            "d.json",
            "-o",
            "d.html",
            "-o",
            "d.md",
            "-o",
            "d.txt",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert all((tmp_path / f"d.{x}").stat().st_size > 100 for x in ("json", "html", "md", "txt"))
    where = subprocess.run(
        [str(python), "-c", "import recoupe; print(recoupe.__file__)"], cwd=tmp_path, capture_output=True, text=True
    )
    assert str(tmp_path) in where.stdout
