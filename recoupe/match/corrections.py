"""Matters of date that moved: "le 31 mars, et non le 24 comme annoncé", "prévu en novembre, le procès s'est tenu en décembre"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, agree, in_order
from recoupe.match.families import acts
from recoupe.match.slots import compare_whens
from recoupe.types import Difference, Span, Value, When

_NOT = re.compile(r"(?i)\bet non (?:pas |plus )?(?:pour |en |à )?$")
_NOT_DAY = re.compile(r"(?i),? et non (?:pas |plus )?le (\d{1,2})\b(?! (?:heures?|h|%|euros?)\b)")
_PLANNED = re.compile(
    r"(?i)\b(?:prévue?s?|fixée?s?|annoncée?s?|attendue?s?|programmée?s?|espérée?s?)(?: initialement| d['’]abord)?"
    r" (?:pour |au |à )?$"
)
_MOVED = re.compile(
    r"(?i)\b(?:report|repouss|décal|avanc|finalement|dû attendre|s['’](?:est|était) tenu|a(?:vait)? eu lieu|aura lieu)"
)
_AHEAD = re.compile(r"(?i)\b(?:doi(?:t|vent)|devra|devrait|prévu|fixé|attendu|annoncé|programmé|\w+r(?:a|ont)\b)")
_DAY = re.compile(r"(?i)\b(\d{1,2})(?:er)? (janv|févr|mars|avri|mai|juin|juil|août|sept|octo|nove|déce)")
_MONTHS = "janv févr mars avri mai juin juil août sept octo nove déce".split()


@dataclass(frozen=True, slots=True)
class Moved:
    """This report gives the new date of something and the one that was told before."""

    report: str
    new: Span
    old: Span
    day: tuple[int, str] | None  # of the old date: day and month
    when: When | None


def draft_corrections(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each date that a report says has moved, with the reports that told the date before."""
    out = []
    for report in sorted(desk.readings):
        for moved in _moved(desk, report):
            rows = [s for other in sorted(desk.related[report] - {report}) for s in _before(desk, moved, other)]
            if draft := _draft(desk, moved, rows):
                out.append(draft)
    return tuple(out)


def _moved(desk: Desk, report: str) -> Iterator[Moved]:
    reading = desk.readings[report]
    text, parsed = reading.report.text, reading.parsed
    whens = sorted((w for w in reading.whens if w.span), key=lambda w: w.span.start if w.span else 0)
    for i, when in enumerate(whens):
        if not when.span:
            continue
        if match := _NOT_DAY.match(text, when.span.end):
            month = _day(text[when.span.start : when.span.end])
            if month:
                yield Moved(report, when.span, Span(report, match.start(1), match.end(1)), (int(match[1]), month[1]), None)
        following = whens[i + 1] if i + 1 < len(whens) else None
        if following is None or not following.span:
            continue
        first, second = parsed.at(when.span.start, when.span.end), parsed.at(following.span.start, following.span.end)
        if not first or not second or parsed.words[first[0]].sent != parsed.words[second[0]].sent:
            continue
        between = text[when.span.end : following.span.start]
        apart = compare_whens(when, following) in ("disjoint", "unknown")
        if apart and _NOT.search(between):
            yield Moved(report, when.span, following.span, _day(desk.text(following.span)), following)
        elif apart and _PLANNED.search(text, max(0, when.span.start - 30), when.span.start) and _MOVED.search(between):
            yield Moved(report, following.span, when.span, _day(desk.text(when.span)), when)


def _day(text: str) -> tuple[int, str] | None:
    """Day and month of a written date, the day 0 where only the month stands ("en mai")."""
    match = _DAY.search(text)
    if match:
        return int(match[1]), match[2].lower()
    month = next((m for m in _MONTHS if m in text.lower()), None)
    return (0, month) if month else None


def _is_day(told: tuple[int, str] | None, other: tuple[int, str] | None) -> bool:
    return bool(told and other and told[1] == other[1] and told[0] in (0, other[0]))


def _before(desk: Desk, moved: Moved, report: str) -> Iterator[Span]:
    """Where another report tells the old date of the same thing, as something ahead."""
    reading = desk.readings[report]
    mine = _words(desk, moved.new)
    for when in reading.whens:
        if not when.span:
            continue
        same = _is_day(moved.day, _day(desk.text(when.span)))
        if not same and moved.when is not None:
            same = compare_whens(moved.when, when) in ("same", "refined") and bool(_day(desk.text(when.span)) or not moved.day)
        if not same:
            continue
        words = reading.parsed.at(when.span.start, when.span.end)
        sentence = reading.parsed.sentence_of(words[0])
        ahead = _AHEAD.search(reading.report.text, sentence.start, sentence.end)
        theirs = _words(desk, when.span)
        if ahead and (mine & theirs or acts(mine) & acts(theirs)):
            yield when.span


def _words(desk: Desk, span: Span) -> frozenset[str]:
    parsed = desk.readings[span.report].parsed
    words = parsed.at(span.start, span.end)
    if not words:
        return frozenset()
    sentence = parsed.sentence_of(words[0])
    held = (plain(w.lemma) for w in parsed.words[sentence.first : sentence.last] if w.pos in ("NOUN", "VERB", "PROPN"))
    dated = frozenset(plain(parsed.words[i].lemma) for i in words) | {plain(m) for m in _MONTHS}
    return frozenset(w for w in held if len(w) > 2 and w[:4] not in _MONTHS) - news_words() - function_words() - dated


def _draft(desk: Desk, moved: Moved, rows: list[Span]) -> Draft | None:
    spans = [moved.new, moved.old, *rows]
    events = tuple(sorted({e.id for s in spans if (e := desk.event_at(s))}))
    if not events:
        return None
    values = in_order([Value(s.report, " ".join(desk.text(s).split()), (s,)) for s in spans])
    differences = (Difference("date", "updated", values),)
    claims = tuple(sorted(c.id for e in events for c in desk.claims.get(e, ())))
    reports = tuple(sorted({s.report for s in spans}))
    old = " ".join(desk.text(rows[0] if rows else moved.old).split())
    title = f"Date reportée : {old}, puis {' '.join(desk.text(moved.new).split())}"
    return Draft("moved", events, claims, reports, agree(len(reports), differences), differences, title)
