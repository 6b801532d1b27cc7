"""Named persons, places and organisations on winer_fr: strict spans, names without titles or articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from accuracy.shared import ratio, read_all, table, winer

from recoupe.find.who.names import find_names
from recoupe.pipeline import Reading

Entity = tuple[int, int, str]

LABELS = ("Person", "Location", "Organization")
_KINDS = {"person": "Person", "state": "Location", "place": "Location", "organisation": "Organization", "group": "Organization"}
# What the annotators leave outside a name, on either side of the comparison: articles, civil titles.
_OUTSIDE = re.compile(
    r"(?:(?:le|la|les|l['’]|du|des|de|un|une|M\.|MM\.|Mme|Mmes|Mlle|Me|Dr|Mgr)(?:\s+|(?<=['’])))+", re.IGNORECASE
)


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a leading article or civil title."""
    found = _OUTSIDE.match(text, start, end)
    return (found.end(), end) if found and found.end() < end else (start, end)


def gold_entities(row: dict[str, Any]) -> set[Entity]:
    """The outermost persons, places and organisations of an article."""
    spans = {(*bare(row["text"], start, end), label) for start, end, label in row["entities"] if label in LABELS}
    return outermost(spans)


def outermost(spans: Iterable[Entity]) -> set[Entity]:
    """Without what lies inside another span (« Québec » in « Cour supérieure du Québec »)."""
    every = set(spans)
    return {e for e in every if not any(o[:2] != e[:2] and o[0] <= e[0] and e[1] <= o[1] for o in every)}


def our_entities(reading: Reading) -> set[Entity]:
    """The names, acronyms and metonyms of a reading, as bare spans with the kind of what they name."""
    kinds = {a.id: a.kind for a in reading.actors}
    return outermost(
        (*_name(reading, m.span.start, m.span.end, kinds[m.actor]), _KINDS[kinds[m.actor]])
        for m in reading.mentions
        if m.form in ("name", "acronym", "metonym") and kinds[m.actor] in _KINDS
    )


def _name(reading: Reading, start: int, end: int, kind: str) -> tuple[int, int]:
    """The bare name in a mention: ours take in « le président » Idriss Maro, « la société » Dulcor, the annotators do not."""
    text, words = reading.report.text, reading.parsed.words
    titled = kind in ("person", "organisation")
    named = [n for n in find_names(reading.parsed) if n.kind == kind] if titled else []
    names = [(words[n.first].start, words[n.last - 1].end) for n in named]
    inside = [bare(text, a, b) for a, b in names if start <= a and b <= end]
    return max(inside, key=lambda s: (s[1] - s[0], s), default=bare(text, start, end))


def row_of(name: str, gold: Sequence[set[Entity]], found: Sequence[set[Entity]]) -> list[str]:
    """One line of the table: F (precision / recall) of each kind."""
    cells = [name]
    for label in LABELS:
        mine = [{e for e in g if e[2] == label} for g in gold]
        theirs = [{e for e in f if e[2] == label} for f in found]
        hits = sum(len(a & b) for a, b in zip(mine, theirs, strict=True))
        given, wanted = sum(map(len, theirs)), sum(map(len, mine))
        cells.append(f"**{ratio(2 * hits, given + wanted)}** ({ratio(hits, given)} / {ratio(hits, wanted)})")
    return cells


HEADER = ("", *(f"{label}: F (P / R)" for label in ("persons", "places", "organisations")))


def section(count: int = 150) -> str:
    """Our names on `count` articles."""
    articles = winer(count)
    found = [our_entities(r) for r in read_all((a["id"], a["text"]) for a in articles)]
    gold = [gold_entities(a) for a in articles]
    totals = [str(sum(e[2] == label for g in gold for e in g)) for label in LABELS]
    return table(HEADER, [["in the gold", *totals], row_of("recoupe", gold, found)])
