"""Compile the marked-up stories: `python gold/build.py` writes the example reports and their gold.json.

gold/examples/NAME.mark -> examples/NAME/gold.json and its reports (.txt where a report names a file, else one reports.jsonl).
gold/dev and gold/test stay marked up: `recoupe evaluate` reads them as they are.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from recoupe.evaluate.marked import compile_file

ROOT = Path(__file__).resolve().parent.parent


def outputs(source: Path) -> dict[Path, str]:
    """The files that one example's marked-up story stands for, and their content."""
    story = compile_file(source)
    folder = ROOT / "examples" / story["id"]
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


if __name__ == "__main__":
    for mark in sorted((ROOT / "gold" / "examples").glob("*.mark")):
        for path, content in outputs(mark).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
            sys.stderr.write(f"{path.relative_to(ROOT)}\n")
