"""How the time grows with the reports of one affair: 50, 100 and 200 variants of our own example reports.

A variant drops some sentences, writes some words by another of their family (lang/fr/word_families.tsv), moves a number by one
and says which it is. The parse is not counted: it grows with the words, whatever they tell. Asked of the program: 200 reports
under 60 s, and growth from 50 to 200 below n^1.3 of all that follows the parse.
"""

from __future__ import annotations

import json
import math
import random
import re
import time
from pathlib import Path

from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed
from recoupe.parse.spacy import parse
from recoupe.pipeline import cross_read, read_report
from recoupe.types import Report, When

ROOT = Path(__file__).resolve().parents[1]
AFFAIR = ROOT / "examples" / "crue" / "reports.jsonl"
COUNTS = (50, 100, 200)
_SENTENCE = re.compile(r"(?<=[.!?»])\s+")
_WORD = re.compile(r"[^\W\d_]{4,}")
_NUMBER = re.compile(r"\b\d{1,3}\b")


def main() -> None:
    """Measure and print a table."""
    reports = _variants(max(COUNTS))
    began = time.process_time()
    parsed = list(parse(reports))
    spent = time.process_time() - began
    tokens = sum(len(p.words) for p in parsed)
    print(f"{len(reports)} variants of {AFFAIR.parent.name}, {tokens:,} tokens, parsed in {spent:.1f} s\n")
    print("| reports | read, s | cross-read, s | matters | together, s |\n|---|---|---|---|---|")
    spent_on = {count: _measure(reports[:count], parsed[:count]) for count in COUNTS}
    first, last = COUNTS[0], COUNTS[-1]
    growth = math.log(spent_on[last] / spent_on[first]) / math.log(last / first)
    print(f"\ngrowth from {first} to {last}: n^{growth:.2f} (asked: below 1.3), {spent_on[last]:.1f} s (asked: under 60)")


def _measure(reports: list[Report], parsed: list[Parsed]) -> float:
    """Seconds of CPU for all that follows the parse; prints its row."""
    began = time.process_time()
    readings = [read_report(r, p) for r, p in zip(reports, parsed, strict=True)]
    between = time.process_time()
    dossier = cross_read(reports, readings)
    end = time.process_time()
    found = len(dossier.matters)
    print(f"| {len(reports)} | {between - began:.1f} | {end - between:.1f} | {found} | {end - began:.1f} |", flush=True)
    return end - began


def _variants(count: int) -> list[Report]:
    """Reports of one affair, the same on every machine."""
    known = [json.loads(line) for line in AFFAIR.read_text(encoding="utf-8").splitlines()]
    families = [row.many("words") for row in read_table("lang/fr/word_families.tsv", ("family", "words", "example"))]
    kin = {w: tuple(x for x in words if x != w) for words in families for w in words}
    made = []
    for n in range(count):
        chance = random.Random(n)
        model = known[n % len(known)]
        kept = [s for s in _SENTENCE.split(model["text"]) if chance.random() < 0.8]
        text = " ".join(kept) + f" Version {n} du récit."
        text = _WORD.sub(lambda m, c=chance: c.choice(kin[m[0]]) if m[0] in kin and c.random() < 0.3 else m[0], text)
        text = _NUMBER.sub(lambda m, c=chance: str(int(m[0]) + (c.random() < 0.1)), text)
        day = model.get("published")
        when = When(f"w{n}", None, day[:10], day[:10], day[:10]) if day else None
        name = f"v{n:03d}"
        made.append(Report(name, None, text, "fr", published=when, published_basis="given" if when else "unknown"))
    return made


if __name__ == "__main__":
    main()
