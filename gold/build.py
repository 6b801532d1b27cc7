"""Compile the marked-up stories: `python gold/build.py` writes the example reports and their gold.json.

gold/examples/NAME.mark -> examples/NAME/gold.json and its reports (.txt where a report names a file, else one reports.jsonl).
gold/dev, gold/test, gold/affairs and gold/stories stay marked up: `recoupe evaluate` reads them as they are. To hand them out
as files (for `recoupe compare`, or for another scorer): `python gold/build.py FOLDER gold/affairs/dev/*.mark` writes FOLDER/ID/….
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from recoupe.evaluate.marked import compile_file

ROOT = Path(__file__).resolve().parent.parent


def outputs(source: Path, parent: Path = ROOT / "examples") -> dict[Path, str]:
    """The files that one marked-up story stands for, in a folder of `parent` named after it, and their content."""
    story = compile_file(source)
    folder = parent / story["id"]
    files: dict[Path, str] = {}
    lines: list[str] = []
    for report in story["reports"]:
        if "file" in report:
            files[folder / report["file"]] = report.pop("text")
        else:
            kept = {k: report[k] for k in ("id", "title", "outlet", "url", "published", "lang", "text") if report.get(k)}
            lines.append(json.dumps(kept, ensure_ascii=False))
    if lines:
        files[folder / "reports.jsonl"] = "\n".join(lines) + "\n"
    files[folder / "gold.json"] = _readable(story)
    return files


def _readable(story: dict[str, Any]) -> str:
    """JSON with one record a line, so that a change shows as one line of a diff."""
    parts = []
    for key, value in story.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            rows = ",\n  ".join(json.dumps(v, ensure_ascii=False) for v in value)
            parts.append(f'"{key}": [\n  {rows}\n]')
        else:
            parts.append(f'"{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main(parent: Path, marks: Sequence[Path]) -> None:
    """Write the files of these stories and name each."""
    for mark in marks:
        for path, content in outputs(mark, parent).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
            sys.stderr.write(f"{path.relative_to(parent)}\n")


if __name__ == "__main__":
    given = [Path(a) for a in sys.argv[1:]]
    main(given[0] if given else ROOT / "examples", given[1:] or sorted((ROOT / "gold" / "examples").glob("*.mark")))
