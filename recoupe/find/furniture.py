"""What a site prints around its reports ("Vos réactions doivent…"): no part of what the report tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

_CODE = re.compile(r"://|[\"']//|[{}]|\w\(\)")
_LONGEST = 120  # characters: longer lines are text, not furniture
# A report does not speak to its reader; its site does.
_READER = re.compile(
    r"(?i)\b(?:vos|votre|vous|retrouvez|abonnez|inscrivez|cliquez|suivez|partagez|lire aussi|à lire|newsletter|cookies|cgu|"
    r"tous droits|commentaires)\b"
)


def find_furniture(texts: Iterable[str]) -> frozenset[str]:
    """Short lines that three texts hold alike, or two where the line speaks to the reader."""
    count: dict[str, int] = defaultdict(int)
    for text in texts:
        for line in {line.strip() for line in text.split("\n")}:
            count[line] += len(line) < _LONGEST
    return frozenset(line for line, n in count.items() if n > 2 or (n == 2 and _READER.search(line)))


def blank_furniture(text: str, furniture: frozenset[str]) -> str:
    """The text with furniture and lines of code blanked; same length, so that offsets hold."""
    code = _CODE.search(text) is not None
    return "\n".join(
        " " * len(line) if line.strip() in furniture or code and _CODE.search(line) else line for line in text.split("\n")
    )
