"""What the tests of matching share: short texts cross-read as reports of one affair."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.pipeline import compare_reports
from recoupe.types import Matter, Report, When


def matters_of(*texts: str, start: str = "", days: Sequence[str] = ()) -> tuple[Matter, ...]:
    """The matters of these texts, each behind `start`, as reports "a", "b", …; `days`: each report's own day of publication."""
    return compare_reports([_report(n, start + text, days) for n, text in enumerate(texts)]).matters


def verdicts_on(slot: str, *texts: str, start: str = "", days: Sequence[str] = ()) -> list[str]:
    """What the matters of these texts say on one slot."""
    return [d.verdict for m in matters_of(*texts, start=start, days=days) for d in m.differences if d.slot == slot]


def _report(n: int, text: str, days: Sequence[str]) -> Report:
    name = "abcdefgh"[n]
    if not days:
        return Report(name, None, text, "fr")
    when = When(f"w{name}", None, days[n], days[n], days[n])
    return Report(name, None, text, "fr", published=when, published_basis="given")
