"""A matter being made: what several places of the reports have in common, before its title and its origins are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from recoupe.match.desk import Desk
from recoupe.types import Agreement, Difference, Link, SlotVerdict, Span, Value

STANCES = frozenset(("status", "source", "certainty", "polarity", "telling"))  # slots whose values are whole clauses


@dataclass(frozen=True, slots=True)
class Draft:
    """One matter without title and origins."""

    kind: str  # event, count, quote, date, rank, label, lapse
    events: tuple[str, ...]
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    agreement: Agreement
    differences: tuple[Difference, ...] = ()
    title: str = ""
    links: tuple[Link, ...] = ()


def draft_values(
    desk: Desk, kind: str, title: str, *differences: Difference, events: Sequence[str] = (), disputed: bool = False
) -> Draft | None:
    """The matter of words that no event compares: its events (unless given), claims and reports follow from them.

    None where no event tells them: a matter rests on what happened.
    """
    told = [v for d in differences for v in d.values]
    owners = events or {e.id for v in told for s in v.evidence[:1] if (e := desk.event_at(s))}
    if not owners:
        return None
    ids, reports = tuple(sorted(owners)), tuple(sorted({v.report for v in told}))
    agreement = agree(len(reports), differences, disputed=disputed)
    return Draft(kind, ids, claims_of(desk, ids), reports, agreement, differences, title)


_Row = TypeVar("_Row")


def fitting(rows: Iterable[_Row], fits: Callable[[_Row, _Row], bool]) -> Iterator[list[_Row]]:
    """The rows in groups of which every two fit, each begun by the first that is left and grown in order."""
    left = list(rows)
    while left:
        group: list[_Row] = [left[0]]
        rest: list[_Row] = []
        for row in left[1:]:
            (group if all(fits(a, row) for a in group) else rest).append(row)
        left = rest
        yield group


def labelled(label: str, values: Iterable[Value], mark: str = " / ") -> str:
    """A title of bare values, each told once: "Nombre : 40 / 42"."""
    return f"{label} : " + mark.join(dict.fromkeys(v.value or "" for v in values))


def touches(span: Span, others: Iterable[Span]) -> bool:
    """Does it share a character with one of these?"""
    return any(o.report == span.report and o.start < span.end and span.start < o.end for o in others)


def shown(desk: Desk, spans: Iterable[Span]) -> tuple[Value, ...]:
    """Each span as the words it holds."""
    return in_order([Value(s.report, " ".join(desk.text(s).split()), (s,)) for s in spans])


def claims_of(desk: Desk, events: Iterable[str]) -> tuple[str, ...]:
    """The claims on these events."""
    return tuple(sorted(c.id for e in events for c in desk.claims.get(e, ())))


_WEIGHT: dict[SlotVerdict, int] = {"same": 0, "wording": 1, "refined": 2, "updated": 3, "contradicted": 4}


def agree(reports: int, differences: tuple[Difference, ...], *, disputed: bool = False) -> Agreement:
    """The agreement of a matter from its differences: the gravest one names it."""
    worst = max((_WEIGHT[d.verdict] for d in differences), default=0)
    if worst == 4:
        return "contradicted"
    if disputed:
        return "disputed"
    if worst == 3:
        return "updated"
    if reports < 2:
        return "single"
    return "refined" if worst == 2 else "shared"


def in_order(values: list[Value]) -> tuple[Value, ...]:
    """Values by report, then by place; equal ones once."""
    return tuple(sorted(dict.fromkeys(values), key=lambda v: (v.report, v.evidence, v.value or "")))
