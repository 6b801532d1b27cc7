"""A matter being made: what several places of the reports have in common, before its title and its origins are known."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.types import Agreement, Difference, Link, SlotVerdict, Value


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
