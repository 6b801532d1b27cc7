"""Reports far apart in time: names in common bridge the gap; witnesses vouch for reports that share next to nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from recoupe.match.affairs import relate
from recoupe.parse.document import Parsed
from recoupe.types import Report, When

Parse = Callable[[str], Parsed]


@dataclass(frozen=True)
class Read:
    report: Report
    parsed: Parsed
    whens: tuple[When, ...] = ()


def _related(parse: Parse, affinity: dict[tuple[str, str], float], *rows: tuple[str, str]) -> list[str]:
    """The pairs that are related, as "01"; rows are (day, text)."""
    readings = []
    for k, (day, text) in enumerate(rows):
        published = When(f"w{k}", None, day, day, day)
        readings.append(Read(Report(str(k), None, text, "fr", published=published), parse(text)))
    near: dict[str, dict[str, float]] = {str(k): {} for k in range(len(rows))}
    for (a, b), value in affinity.items():
        near[a][b] = near[b][a] = value
    found = relate(readings, near)  # type: ignore[arg-type]
    return sorted(a + b for a in found for b in found[a] if a < b)


def test_two_rare_names_bridge_months(parse: Parse) -> None:
    first = ("2024-05-14", "Le maire de Vaubrun, Ugo Lantier, a été placé en garde à vue.")
    later = ("2024-12-20", "Ugo Lantier, ancien maire de Vaubrun, a été jugé.")
    other = ("2024-12-20", "Un procès pour vol s'est ouvert au tribunal.")
    assert _related(parse, {("0", "1"): 0.2}, first, later) == ["01"]
    assert _related(parse, {("0", "1"): 0.2}, first, other) == []


def test_a_name_bridges_years_in_a_small_run(parse: Parse) -> None:
    first = ("2021-05-14", "Le maire de Vaubrun, Ugo Lantier, a été placé en garde à vue.")
    later = ("2024-12-20", "Ugo Lantier, ancien maire de Vaubrun, a été jugé.")
    others = [("2024-12-20", "Un procès pour vol s'est ouvert au tribunal.")] * 20
    assert _related(parse, {("0", "1"): 0.2}, first, later) == ["01"]
    assert _related(parse, {("0", "2"): 0.2}, first, later, others[0]) == []
    assert _related(parse, {("0", "1"): 0.2}, first, later, *others) == []


def test_witnesses_vouch_within_days(parse: Parse) -> None:
    near = {("0", "1"): 0.3, ("0", "2"): 0.3, ("1", "2"): 0.3, ("1", "3"): 0.3, ("2", "3"): 0.3}
    days = ("2024-05-14", "2024-05-15", "2024-05-15", "2024-05-16")
    assert "03" in _related(parse, near, *((d, "Il pleut.") for d in days))
    assert "03" not in _related(parse, {k: v for k, v in near.items() if k != ("2", "3")}, *((d, "Il pleut.") for d in days))


def test_a_year_later_all_that_is_related_must_vouch(parse: Parse) -> None:
    near = {("0", "1"): 0.5, ("0", "2"): 0.5, ("1", "2"): 0.5, ("1", "3"): 0.5, ("2", "3"): 0.5, ("0", "3"): 0.2}
    rows = [(d, "Il pleut.") for d in ("2024-05-14", "2024-05-15", "2024-05-15", "2025-06-16", "2025-06-17", "2024-05-16")]
    assert "03" in _related(parse, near, *rows[:4])
    assert "03" not in _related(parse, {k: v for k, v in near.items() if k != ("0", "3")}, *rows[:4])
    assert "03" not in _related(parse, near | {("3", "4"): 0.5, ("0", "5"): 0.5}, *rows)  # each is near to another one
