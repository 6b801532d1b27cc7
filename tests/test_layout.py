"""The design that no type checker sees: who may import whom, and what is not in the repository."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "recoupe"

# Each layer may import itself and those before it; read, pipeline, evaluate and cli are the rim and may import all.
ORDER = ("errors", "types", "lang", "parse", "gloss", "find", "match", "show")
RIM = ("read", "pipeline", "evaluate", "cli", "__init__", "__main__")
# `match` and the finders of dates read `Reading` records: their type, not the code of the pipeline.
MOST = 45  # modules in one folder: beyond that nobody finds one
SPACY = {"parse/model.py", "parse/spacy.py"}


def _modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def _layer(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def _imports(path: Path) -> set[str]:
    """Modules imported at run time: what stands under `if TYPE_CHECKING` only names types."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            node.body = []
        if isinstance(node, ast.FunctionDef) and node.name == "_repr_html_":
            node.body = []  # a notebook asks a record to show itself: the view is imported only then
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    layer = _layer(path)
    if layer in RIM:
        return
    allowed = ORDER[: ORDER.index(layer) + 1]
    ours = {name.split(".")[1] for name in _imports(path) if name.startswith("recoupe.")}
    assert ours <= set(allowed), f"{layer} must not import {sorted(ours - set(allowed))}"


def test_only_the_parse_layer_knows_spacy() -> None:
    knowing = {
        str(path.relative_to(PACKAGE)) for path in _modules() if any(re.match(r"(spacy|thinc)(\.|$)", n) for n in _imports(path))
    }
    assert knowing <= SPACY


def test_every_module_says_what_it_is() -> None:
    silent = [str(p.relative_to(PACKAGE)) for p in _modules() if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))]
    assert silent == []


def test_no_folder_is_a_pile() -> None:
    folders = {path.parent for path in _modules()}
    assert [str(f.relative_to(PACKAGE)) for f in sorted(folders) if len(list(f.glob("*.py"))) > MOST] == []


def test_no_machine_path_and_no_registry_address_is_committed() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git repository: only the committed files are looked at")
    # Written in pieces so that this file does not find itself.
    bad = re.compile(
        "(^|[^A-Za-z0-9_.])/(wo"
        + "rk|ro"
        + "ot|tm"
        + "p|home/[a-z]+)/[a-z.]|py"
        + "pi\\.org|python"
        + "hosted|registry\\.npm"
        + "js"
    )
    found = []
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.is_file() and path.suffix not in (".png", ".gz", ".woff2"):
            for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), 1):
                if bad.search(line):
                    found.append(f"{name}:{number}")
    assert found == []
