"""The reports in the order in which they are read, and what an editor calls each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from recoupe.show.oneline import clean
from recoupe.types import Report

_FRAME = " —–-*_=~|"  # what texts set around a headline: "— Flash 7h —"


def in_reading_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Reports by day, those of a vague day or none after them; those of one day as a folder lists their files."""
    return tuple(sorted(reports, key=_report_key))


def report_labels(reports: tuple[Report, ...]) -> dict[str, str]:
    """A short label for each report; two reports of one outlet are told apart."""
    raw = {r.id: clean(r.outlet or r.title or "").strip(_FRAME) or (PurePath(r.path).stem if r.path else r.id) for r in reports}
    count = Counter(raw.values())
    labels = {}
    for report in reports:
        label = raw[report.id]
        apart = f" ({_apart(report, reports)})" if count[label] > 1 else ""
        room = max(20, 60 - len(apart))  # what tells two apart is never cut off
        labels[report.id] = (label if len(label) <= room else f"{label[: room - 1]}…") + apart
    return labels


def _apart(report: Report, reports: tuple[Report, ...]) -> str:
    """What tells a report from others of its outlet: its file, where it has one to itself, else its id."""
    alone = report.path is not None and sum(r.path == report.path for r in reports) == 1
    return PurePath(report.path).stem if alone and report.path else report.id


def _report_key(report: Report) -> tuple[str, tuple[tuple[int, str], ...], str]:
    """By the last day it may be of, so that "2023" and no date come late; then as a folder lists its files; then by id."""
    day = (report.published.latest or report.published.earliest) if report.published else None
    parts = re.findall(r"\d+|\D+", PurePath(report.path or "").name.casefold())
    return (day or "9999", tuple((int(part) if part.isdecimal() else -1, part) for part in parts), report.id)
