"""Who speaks, through all layers of one report: texts with the speakers of their statements."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from recoupe.find.mentions import find_mentions
from recoupe.find.statements import find_statements
from recoupe.parse.document import Parsed

CASES = Path(__file__).resolve().parents[2] / "cases" / "fr" / "speakers.txt"


def speakers(parsed: Parsed) -> list[str]:
    """The names of the speakers, in the order of what they say; "?" for nobody known."""
    statements, _, actors = find_statements(parsed, *find_mentions(parsed), ())
    names = {a.id: a.name for a in actors}
    return ["+".join(names[a] for a in s.speakers) or "?" for s in statements]


def test_speakers(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    lines = [line for line in CASES.read_text(encoding="utf-8").split("\n") if "=>" in line and not line.startswith("#")]
    cases = [(text.strip().replace("\\n", "\n"), wanted.strip()) for text, _, wanted in (line.partition("=>") for line in lines)]
    found = [(p.text, "; ".join(speakers(p))) for p in parse_many([text for text, _ in cases])]
    assert [f for f, case in zip(found, cases, strict=True) if f != case] == []
