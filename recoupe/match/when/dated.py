"""When it was: the day, the night, the month that two reports give to one happening, whatever words tell the happening."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from recoupe.lang.plain import news_words, plain
from recoupe.match.acts.governing import alike, are_opposite, common_words, is_one, is_one_act, tells_other
from recoupe.match.alike.echoes import place_of
from recoupe.match.desk import Desk, Place
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.match.when.dayspans import Told, tellings
from recoupe.match.who.joined import Joined
from recoupe.types import Difference, SlotVerdict, Value

_MANY = 12  # tellings of one key that are held against a new one
_CLOSE = 15  # days of a stretch that may be known by its context alone
_NARROW = 62  # days of a stretch of which one act of one party tells enough
_YEAR = re.compile(r"\d{4}")
_DIGITS = re.compile(r"\d")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def draft_dated(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with the times that reports give to one happening: on the matter that tells it, or as one of their own."""
    told = [t for report in sorted(desk.readings) if len(desk.related[report]) > 1 for t in tellings(desk, report)]
    out = list(drafts)
    for group in _groups(desk, told):
        out = _placed(desk, out, group)
    return out


def _groups(desk: Desk, told: Sequence[Told]) -> Iterator[list[Told]]:
    """Times of one happening, each group of several reports."""
    names = {f"{n:06d}": t for n, t in enumerate(told)}
    joined = Joined(names)
    for rows in _buckets(names).values():
        kept: list[str] = []
        for name in rows:
            near = kept[-_MANY:]
            for other in near:
                if joined.find(name) != joined.find(other) and _fits(desk, names[name], names[other]):
                    joined.join(name, other, "when", 1.0)
            kept.append(name)
    groups: dict[str, list[Told]] = defaultdict(list)
    for name in sorted(names):
        groups[joined.find(name)].append(names[name])
    yield from (g for _, g in sorted(groups.items()) if len({t.span.report for t in g}) > 1)


def _buckets(names: Mapping[str, Told]) -> dict[tuple[str, str], list[str]]:
    """Tellings by what or of whom they tell; single days by their day too."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    coarse = {k for t in names.values() if t.days for k in _keys(t)}
    for name, one in names.items():
        for key in _keys(one):
            if not one.days:
                found[one.first.isoformat(), key].append(name)
            if key in coarse:
                found["", key].append(name)
    return {k: found[k] for k in sorted(found)}


def _keys(told: Told) -> frozenset[str]:
    return told.what.keys | told.what.names


def _fits(desk: Desk, a: Told, b: Told) -> bool:
    """Do both times fit, and are both told of one happening?"""
    if a.span.report == b.span.report or b.span.report not in desk.related[a.span.report]:
        return False
    if a.first > b.last or b.first > a.last:
        return False
    years = [bool(_YEAR.fullmatch(desk.text(t.span))) for t in (a, b)]
    if any(years) and (all(years) or (a.first, a.last) != (b.first, b.last)):
        return False  # "le Tour 2016": the year is part of a name
    acts, words = alike(a.what, b.what), common_words(a.what, b.what)
    parties = _parties(desk, a.what.names & b.what.names)
    spelt = frozenset(w for p in parties for w in p)
    names, telling = len(_apart(parties)), len(words - news_words() - spelt)
    if not acts and names < 2 and telling < 2 and not tells_other(a.what, b.what, spelt):
        return False  # who and where alone date no happening
    if (a.named or b.named) and not (acts and (names or is_one_act(a.what, b.what))):
        return False
    if a.own and b.own:
        return acts > 1 and bool(names and telling)
    if are_opposite(a.what, b.what):
        return False
    if (a.own or b.own) and names < 2 and not (acts and (telling or a.days == b.days == 0)):
        return False  # "aujourd'hui" stands in many a sentence on the party
    if a.days <= 1 and b.days <= 1:
        return is_one(a.what, b.what)
    inside = a.first <= b.first and b.last <= a.last or b.first <= a.first and a.last <= b.last
    if not inside or min(a.days, b.days) > _CLOSE and not acts:
        return False
    narrow = max(a.days, b.days) <= _NARROW or a.named or b.named
    return bool(acts and (names or telling and narrow) and (narrow or acts + names + telling > 2))


def _parties(desk: Desk, names: frozenset[str]) -> set[frozenset[str]]:
    """The words of each name."""
    return {frozenset(plain(desk.actors[n].name).replace("-", " ").split()) for n in names if n in desk.actors}


def _apart(parties: set[frozenset[str]]) -> list[frozenset[str]]:
    """Names but for those that hold another: "la Pitié", "l'hôpital de la Pitié"."""
    return [p for p in parties if not any(o < p for o in parties)]


def _placed(desk: Desk, drafts: list[Draft], group: Sequence[Told]) -> list[Draft]:
    """The matters with these times: those that one has already grow by the others; else as one more."""
    for n, draft in enumerate(drafts):
        if draft.kind != "day" and draft.agreement != "contradicted" and (grown := _grown(desk, draft, group)):
            return [*drafts[:n], grown, *drafts[n + 1 :]]
    values = _values(desk, group)
    words = list(dict.fromkeys(v.value or "" for v in values if not _ISO.fullmatch(v.value or "")))
    title = "Date : " + " / ".join(words or dict.fromkeys(v.value or "" for v in values))
    difference = Difference("date", _verdict(desk, group), values)
    told = {place_of(desk, t.span) for t in group}
    for n, draft in enumerate(drafts):  # what is opposed in these very sentences is told of that day: no agreed line beside it
        if draft.agreement == "contradicted" and draft.kind not in ("day", "weekday") and told == _places(desk, draft):
            return [*drafts[:n], replace(draft, differences=(*draft.differences, difference)), *drafts[n + 1 :]]
    own = draft_values(desk, "when", title, difference)
    return [*drafts, own] if own else drafts


def _places(desk: Desk, draft: Draft) -> set[Place]:
    """The sentences of what a matter opposes."""
    return {place_of(desk, s) for d in draft.differences if d.verdict == "contradicted" for v in d.values for s in v.evidence}


def _grown(desk: Desk, draft: Draft, group: Sequence[Told]) -> Draft | None:
    """The matter with all these times, where it holds those of two reports already."""
    for slot in draft.differences:
        held = {s for v in slot.values for s in v.evidence}
        if slot.slot != "date" or slot.verdict not in ("same", "refined"):
            continue
        if len({t.span.report for t in group if t.span in held}) < 2:
            continue
        more = _values(desk, [t for t in group if t.span not in held])
        verdict: SlotVerdict = "refined" if slot.verdict == "refined" else _verdict(desk, group)
        new = replace(slot, values=in_order([*slot.values, *more]), verdict=verdict)
        rows = tuple(new if d is slot else d for d in draft.differences)
        reports = tuple(sorted({*draft.reports, *(v.report for v in more)}))
        agreement = "refined" if draft.agreement == "shared" and verdict == "refined" else draft.agreement
        return replace(draft, differences=rows, reports=reports, agreement=agreement)
    return None


def _verdict(desk: Desk, group: Sequence[Told]) -> SlotVerdict:
    """Same where the finest telling of each report is of the same days and of one kind: a date, a weekday, a count of days."""
    finest: dict[str, tuple[int, bool, bool, date, date]] = {}
    for told in group:
        one = (told.days, told.named, not _DIGITS.search(desk.text(told.span)), told.first, told.last)
        finest[told.span.report] = min(one, finest.get(told.span.report, one))
    return "same" if len(set(finest.values())) == 1 else "refined"


def _values(desk: Desk, group: Sequence[Told]) -> tuple[Value, ...]:
    """Each report's words for it, like ones once; "deux jours après l'orage" tells the day only when counted back."""
    rows: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in sorted(group, key=lambda t: t.span):
        rows[one.span.report, " ".join(desk.text(one.span).split()).lower()].append(one)
    return tuple(Value(r, _value(desk, told[0]), tuple(t.span for t in told)) for (r, _), told in sorted(rows.items()))


def _value(desk: Desk, told: Told) -> str:
    counted = told.named and told.first == told.last
    return told.first.isoformat() if counted else " ".join(desk.text(told.span).split())
