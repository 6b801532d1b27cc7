"""What the reports differ on, within a matter, and what they agree on: slots, and the sides that their values make."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from recoupe.show.stances import camps_of
from recoupe.show.view import OWN, View
from recoupe.types import Difference, Matter, Span

_GRAVITY = ("contradicted", "updated", "refined", "wording")
_TELLING = re.compile(r"\d|(?<!^)\b[A-ZÀ-Ý]")  # a number or a name: a thing told by another common noun is no news


@dataclass(frozen=True, slots=True)
class Side:
    """Reports that fill a slot in the same way."""

    value: str | None
    reports: tuple[str, ...]
    spans: tuple[Span, ...]


def differing(view: View, matter: Matter) -> tuple[Difference, ...]:
    """The slots on which the reports differ, the gravest first; where two camps are shown, those say who denies."""
    camps = matter.agreement == "disputed" and bool(camps_of(view, matter)[1])
    rows = [d for d in matter.differences if d.verdict != "same" and d.slot != "passage" and not (camps and d.slot == "polarity")]
    rows = [d for d in rows if not is_minor(d) or len(sides_of(view, d)) > 1]
    rows = [d for d in rows if d.slot != "object" or any(_TELLING.search(side.value or "") for side in sides_of(view, d))]
    return tuple(sorted(rows, key=lambda d: (_GRAVITY.index(d.verdict), is_minor(d))))


def verdict_of(view: View, matter: Matter, difference: Difference) -> str:
    """How the values of a difference stand to each other; what two parties dispute is more than other words."""
    disputed = matter.agreement == "disputed" and difference.verdict == "wording" and not is_minor(difference)
    return "disputed" if disputed else difference.verdict


def sides_of(view: View, difference: Difference) -> tuple[Side, ...]:
    """The values of a difference; reports with the same value stand together."""
    order: dict[tuple[str, str], list[tuple[str, str | None, tuple[Span, ...]]]] = defaultdict(list)
    # One value on all sides tells nothing ("presented as a fact", one day named in two ways): then, as without a value,
    # only the words can tell two sides apart.
    bare = len({v.value for v in difference.values}) == 1 and difference.slot != "source"
    for value in sorted(difference.values, key=lambda v: (view.order(v.report), v.evidence)):
        filler = None if bare else value.value or (OWN if difference.slot == "source" else None)
        text = view.words(value.evidence) if filler is None else filler
        key = ("words" if filler is None else "value", text.casefold())
        order[key].append((value.report, filler, value.evidence))
    return tuple(
        Side(rows[0][1], tuple(dict.fromkeys(r for r, _, _ in rows)), tuple(s for _, _, spans in rows for s in spans))
        for rows in order.values()
    )


def agreeing(view: View, matter: Matter) -> tuple[tuple[str, str], ...]:
    """The slots on which they agree: (slot, value)."""
    rows = []
    for difference in matter.differences:
        if difference.verdict == "same":
            value = next((v for v in difference.values if v.value is not None or v.evidence), None)
            shown = (view.value(difference.slot, value.value) or view.words(value.evidence[:1])) if value else ""
            rows.append((difference.slot, shown))
    return tuple(dict.fromkeys(rows))


def common_words(view: View, matter: Matter) -> tuple[Span, ...]:
    """The words of each report for what they share on a slot (a figure, a means) or what is close, one a report.

    () where stances tell it.
    """
    if not all(is_minor(d) for d in differing(view, matter)):
        return ()
    first: dict[str, Span] = {}
    for difference in matter.differences:
        for value in difference.values if difference.verdict == "same" or difference.slot == "passage" else ():
            if value.evidence:
                first.setdefault(value.report, value.evidence[0])
    return view.sorted_spans(first.values()) if len(first) > 1 else ()


def is_minor(difference: Difference) -> bool:
    """A difference that one line tells: who is given as the source, or one thing in two words."""
    return difference.slot in ("source", "object") and difference.verdict in ("refined", "wording")
