"""Units of time, how far a told length may honestly lie from the true one, and what the words beside it say has lasted."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.lang.plain import plain
from recoupe.parse.document import Parsed
from recoupe.types import Span

DAY = 86400.0
SECONDS = {
    "seconde": 1.0,
    "minute": 60.0,
    "heure": 3600.0,
    "jour": DAY,
    "journée": DAY,
    "nuit": DAY,
    "semaine": 7 * DAY,
    "mois": 30.4 * DAY,
    "an": 365.25 * DAY,
    "année": 365.25 * DAY,
    "décennie": 10 * 365.25 * DAY,
    "siècle": 100 * 365.25 * DAY,
}
EMPTY = frozenset(
    "durer être avoir faire passer rester falloir prendre mettre pouvoir aller devoir dire annoncer expliquer jour heure minute "
    "mois an année décennie siècle semaine seconde temps durée nuit".split()
)
_REACH = 4  # words up the tree


def reach(count: float, unit: str) -> float:
    """How far from its number a length may honestly lie: half a unit, less for one and for hours, more for round minutes."""
    if count < 1:
        return count / 3
    if count == 1:
        return 0.2
    if unit == "heure" and count < 10:
        return 0.34  # "deux heures" are no ninety minutes
    return max(0.5, 0.1 * count) if unit == "minute" and count % 5 == 0 else 0.5 if count < 10 else 0.03 * count


def things_near(parsed: Parsed, span: Span) -> frozenset[str]:
    """Lemmas of what lasted: what hangs on the unit, what it hangs on, and the doer and theme of its verb."""
    return frozenset(w for w in (plain(lemma) for lemma in _near(parsed, span)) if w not in EMPTY and len(w) > 2)


def _near(parsed: Parsed, span: Span) -> Iterator[str]:
    words = parsed.at(span.start, span.end)
    if not words:
        return
    unit = next((i for i in reversed(words) if parsed.words[i].pos == "NOUN"), words[-1])
    if parsed.words[unit].pos == "NUM" and parsed.words[parsed.words[unit].head].lemma in SECONDS:
        unit = parsed.words[unit].head
    yield from (k.lemma.lower() for k in parsed.kids(unit, "nmod", "acl") if k.i > unit)
    for above, _ in zip(parsed.ancestors(unit), range(_REACH), strict=False):
        yield above.lemma.lower()
        if above.pos in ("VERB", "AUX", "ADJ"):
            yield from (k.lemma.lower() for k in parsed.kids(above.i, "nsubj", "obj") if k.pos in ("NOUN", "PROPN"))
            return
