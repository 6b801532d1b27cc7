"""When it was: the day, the night, the month that two reports give to one happening, whatever words tell the happening."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.match.happenings import Happening, alike, common_words, happening_at
from recoupe.match.joined import Joined
from recoupe.types import Difference, SlotVerdict, Span, Value, When

_LONGEST = 800  # days of the longest stretch that still says when something was
_MANY = 12  # tellings of one key that are held against a new one
_DIGITS = re.compile(r"\d")
_DAY_WORD = re.compile(
    r"(?i)\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|avant-hier|veille|lendemain|\d{1,2}(?:er)?\s[^\W\d]{3,}|\d/\d)"
)
_DATELINE = re.compile(r"\s*[.)]?\s*[-–—]")


@dataclass(frozen=True, slots=True)
class Told:
    """These words say that this happened between these days."""

    span: Span
    first: date
    last: date
    what: Happening
    own: bool  # only the day on which its report came out, without a date

    @property
    def days(self) -> int:
        """How many days later its last one is than its first."""
        return (self.last - self.first).days


def draft_dated(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with the times that reports give to one happening: on the matter that tells it, or as one of their own."""
    told = [t for report in sorted(desk.readings) if len(desk.related[report]) > 1 for t in _tellings(desk, report)]
    out = list(drafts)
    for group in _groups(desk, told):
        out = _placed(desk, out, group)
    return out


def _tellings(desk: Desk, report: str) -> Iterator[Told]:
    """The times of a report that lie in the past of its news and say when something was."""
    published = desk.published(report)
    own = published.earliest[:10] if published and published.earliest and published.earliest == published.latest else ""
    for when in desk.readings[report].whens:
        days = _interval(when)
        if not days or not when.span or (days[1] - days[0]).days > _LONGEST or not _says_when(desk, when):
            continue
        if desk.is_furniture(when.span):
            continue
        what = happening_at(desk, when.span)
        if what and what.core:
            bare = own == days[0].isoformat() == days[1].isoformat() and not _DIGITS.search(desk.text(when.span))
            yield Told(when.span, *days, what, bare)


def _interval(when: When) -> tuple[date, date] | None:
    if not when.earliest or not when.latest or when.flags:
        return None
    try:
        return date.fromisoformat(when.earliest[:10]), date.fromisoformat(when.latest[:10])
    except ValueError:  # a year that the calendar of the program does not know
        return None


def _says_when(desk: Desk, when: When) -> bool:
    """Do its words name a day or a stretch, not only an hour of the day on which the report came out?"""
    if not when.span:
        return False
    words = desk.text(when.span)
    text = desk.readings[when.span.report].report.text
    line = text.rfind("\n", 0, when.span.start) + 1
    if when.span.start - line < 3 and _DATELINE.match(text, when.span.end):
        return False  # "16 juin 2016. – …" dates the report
    one = when.earliest == when.latest
    return bool(_DAY_WORD.search(words)) if one else not words.lower().startswith(("avant", "après", "d'ici", "d’ici"))


def _groups(desk: Desk, told: Sequence[Told]) -> Iterator[list[Told]]:
    """Times of one happening, each group of several reports."""
    names = {f"{n:06d}": t for n, t in enumerate(told)}
    joined = Joined(names)
    for rows in _buckets(names).values():
        kept: list[str] = []
        for name in rows:
            near = kept[-_MANY:]
            for other in near:
                if joined.find(name) != joined.find(other) and _is_one(desk, names[name], names[other]):
                    joined.join(name, other, "when", 1.0)
            kept.append(name)
    groups: dict[str, list[Told]] = defaultdict(list)
    for name in sorted(names):
        groups[joined.find(name)].append(names[name])
    yield from (g for _, g in sorted(groups.items()) if len({t.span.report for t in g}) > 1)


def _buckets(names: Mapping[str, Told]) -> dict[tuple[str, str], list[str]]:
    """Tellings by what they tell, single days by their day too."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    coarse = {k for t in names.values() if t.days for k in t.what.keys}
    for name, one in names.items():
        for key in one.what.keys:
            if not one.days:
                found[one.first.isoformat(), key].append(name)
            if key in coarse:
                found["", key].append(name)
        if not one.days:
            for actor in one.what.names:
                found[one.first.isoformat(), actor].append(name)
    return {k: found[k] for k in sorted(found)}


def _is_one(desk: Desk, a: Told, b: Told) -> bool:
    """Do both times fit, and are both told of one happening?"""
    if a.span.report == b.span.report or b.span.report not in desk.related[a.span.report]:
        return False
    if a.first > b.last or b.first > a.last:
        return False
    acts, words, names = alike(a.what, b.what), common_words(a.what, b.what), a.what.names & b.what.names
    same = (a.first, a.last) == (b.first, b.last)
    if a.own and b.own:
        return acts > 1 and bool(names) and bool(words)
    if same and a.days <= 1:
        return acts > 1 or acts and bool(words or names) or len(words) > 1 and bool(names)
    inside = a.first <= b.first and b.last <= a.last or b.first <= a.first and a.last <= b.last
    return inside and bool(acts) and bool(names) and (acts > 1 or bool(words))


def _placed(desk: Desk, drafts: list[Draft], group: Sequence[Told]) -> list[Draft]:
    """The matters with these times: those that one has already grow by the others; else as one more."""
    for n, draft in enumerate(drafts):
        if draft.kind != "day" and draft.agreement != "contradicted" and (grown := _grown(desk, draft, group)):
            return [*drafts[:n], grown, *drafts[n + 1 :]]
    values = _values(desk, group)
    title = "Date : " + " / ".join(dict.fromkeys((v.value or "").lower() for v in values))
    draft = draft_values(desk, "when", title, Difference("date", _verdict(desk, group), values))
    return [*drafts, draft] if draft else drafts


def _grown(desk: Desk, draft: Draft, group: Sequence[Told]) -> Draft | None:
    """The matter with all these times, where it holds those of two reports already."""
    for slot in draft.differences:
        held = {s for v in slot.values for s in v.evidence} if slot.slot == "date" and slot.verdict in ("same", "refined") else set()
        if len({t.span.report for t in group if t.span in held}) < 2:
            continue
        more = [v for v in _values(desk, [t for t in group if t.span not in held])]
        verdict: SlotVerdict = "refined" if slot.verdict == "refined" else _verdict(desk, group)
        new = replace(slot, values=in_order([*slot.values, *more]), verdict=verdict)
        rows = tuple(new if d is slot else d for d in draft.differences)
        reports = tuple(sorted({*draft.reports, *(v.report for v in more)}))
        agreement = "refined" if draft.agreement == "shared" and verdict == "refined" else draft.agreement
        return replace(draft, differences=rows, reports=reports, agreement=agreement)
    return None


def _verdict(desk: Desk, group: Sequence[Told]) -> SlotVerdict:
    """Same where all tell the same days in the same way: by the date, or by the weekday alone."""
    days = {(t.first, t.last) for t in group}
    full = {bool(_DIGITS.search(desk.text(t.span))) for t in group}
    return "same" if len(days) == len(full) == 1 else "refined"


def _values(desk: Desk, group: Sequence[Told]) -> tuple[Value, ...]:
    """Each report's words for it, like ones once."""
    rows: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for one in sorted(group, key=lambda t: t.span):
        rows[one.span.report, " ".join(desk.text(one.span).split()).lower()].append(one.span)
    return tuple(Value(r, " ".join(desk.text(s[0]).split()), tuple(s)) for (r, _), s in sorted(rows.items()))
