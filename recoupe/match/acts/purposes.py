"""What it was done for, when two reports each say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from recoupe.lang.plain import function_words, plain
from recoupe.match.acts.happening import Occasion
from recoupe.match.desk import Desk
from recoupe.match.drafts import in_order
from recoupe.types import Difference, Value


def compare_purposes(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """The purposes of one act: the same, or one told more exactly. Two with nothing in common may both hold: nothing is said."""
    rows = [(o.report, e.slots) for o in group for e in o.events if e.slots.purpose_spans]
    reports = sorted({r for r, _ in rows})
    if len(reports) < 2:
        return None
    words = [frozenset(_content(lemma for q, slots in rows if q == r for lemma in slots.purpose)) for r in reports]
    if not frozenset.intersection(*words):
        return None
    values = in_order([Value(r, desk.text(span), (span,)) for r, slots in rows for span in slots.purpose_spans])
    return Difference("purpose", "same" if len(set(words)) == 1 else "refined", values)


def _content(lemmas: Iterable[str]) -> Iterator[str]:
    return (p for p in map(plain, lemmas) if p not in function_words() and len(p) > 2)
