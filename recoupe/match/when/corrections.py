"""Matters of date that moved: "le 31 mars, et non le 24 comme annoncé", "prévu en novembre, le procès s'est tenu en décembre"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.acts.families import acts
from recoupe.match.acts.slots import compare_whens
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.types import Difference, Span, When

_NOT = re.compile(r"(?i)\bet non (?:pas |plus )?(?:pour |en |à )?$")
_NOT_DAY = re.compile(r"(?i),? et non (?:pas |plus )?le (\d{1,2})\b(?! (?:heures?|h|%|euros?)\b)")
_PLANNED = re.compile(
    r"(?i)\b(?:(?:prévue?s?|fixée?s?|attendue?s?|programmée?s?|espérée?s?)(?: initialement| d['’]abord)? (?:pour |au |à )?"
    r"|annoncée?s?(?: initialement| d['’]abord)? pour )$"
)  # "annoncée au début de l'été" tells when it was announced
_SHIFT = re.compile(
    r"(?i)\b(?:avancé|reporté|repoussé|décalé|différé|ajourné|déplacé)e?s?(?: [^.;,\d]{1,30}?)?"
    r" (?:au|à|en|jusqu['’](?:au|à|en)|pour)(?: le| la)? ?$"
)
_TO_BE = re.compile(
    r"(?i)\b(?:devait|devaient|doit|doivent|devra|devrait|prévue?s?|fixée?s?|attendue?s?|programmée?s?|aura lieu|à partir)\b"
    r"[^.;:\d]{0,40}$"
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
    old: Span | None  # None: told elsewhere
    day: tuple[int, str] | None  # of the old date: day and month
    when: When | None


def draft_corrections(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each date that a report says has moved, with the reports that told the date before."""
    out = []
    for report in sorted(desk.readings):
        for moved in _moved(desk, report):
            places = desk.related[report] - {report} if moved.old else desk.related[report] | {report}
            rows = [s for other in sorted(places) for s in _before(desk, moved, other)]
            if draft := _draft(desk, moved, rows):
                out.append(draft)
    return tuple(out)


def _moved(desk: Desk, report: str) -> Iterator[Moved]:
    reading = desk.readings[report]
    text = reading.report.text
    whens = sorted((w for w in reading.whens if w.span), key=lambda w: w.span.start if w.span else 0)
    paired = list(_pairs(desk, report, whens))
    yield from paired
    known = {m.new for m in paired}
    for when in whens:
        if when.span and when.span not in known and _is_one_day(when) and _SHIFT.search(_lead(text, when.span)):
            yield Moved(report, when.span, None, None, when)


def _lead(text: str, span: Span) -> str:
    """The words before a time, with its own first word where that is a preposition ("au 17 octobre")."""
    first = text[span.start : span.end].split(" ")[0]
    inside = len(first) + 1 if first.lower() in ("au", "à", "en") else 0
    return text[max(0, span.start - 50) : span.start + inside]


def _pairs(desk: Desk, report: str, whens: list[When]) -> Iterator[Moved]:
    """New and old date in one sentence."""
    reading = desk.readings[report]
    text, parsed = reading.report.text, reading.parsed
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
        if moved.old is None:
            if _was_due(desk, moved, when):
                yield when.span
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


def _is_one_day(when: When) -> bool:
    return bool(when.earliest and when.latest and when.earliest[:10] == when.latest[:10])


def _was_due(desk: Desk, moved: Moved, when: When) -> bool:
    """Is this another day, told as that on which the same thing was to be?"""
    if not when.span or not moved.when or not _is_one_day(when) or compare_whens(moved.when, when) != "disjoint":
        return False
    text, start = desk.readings[when.span.report].report.text, when.span.start
    words = desk.readings[when.span.report].parsed.at(start, when.span.end)
    sentence = desk.readings[when.span.report].parsed.sentence_of(words[0])
    due = _TO_BE.search(text, max(sentence.start, start - 60), start)
    # The thing itself, named before its day in both: what else the sentences share may be anything.
    return bool(due and subject_of(desk, moved.new) & subject_of(desk, when.span))


def subject_of(desk: Desk, span: Span) -> frozenset[str]:
    """Lemmas of the subject of the clause that holds a time."""
    parsed = desk.readings[span.report].parsed
    words = parsed.at(span.start, span.end)
    if not words:
        return frozenset()
    for above in parsed.ancestors(words[-1]):
        if above.pos == "VERB" and (
            subject := next((k for k in parsed.kids(above.i, "nsubj") if k.pos in ("NOUN", "PROPN")), None)
        ):
            return frozenset([plain(subject.lemma)])
    return frozenset()


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
    if moved.old is None and not rows:
        return None
    values = shown(desk, (moved.new, *([moved.old] if moved.old else []), *rows))
    first = rows[0] if rows else moved.old or moved.new
    title = f"Date {_way(desk, moved)} : {_shown(desk, first)}, puis {_shown(desk, moved.new)}"
    return draft_values(desk, "moved", title, Difference("date", "updated", values))


def _shown(desk: Desk, span: Span) -> str:
    """The words of a day: "le 17 octobre" for "17 octobre"."""
    words = " ".join(desk.text(span).split())
    return f"le {words}" if words[:1].isdigit() else words


def _way(desk: Desk, moved: Moved) -> str:
    """Put off, or brought forward where its sentence says so."""
    text, start = desk.readings[moved.report].report.text, moved.new.start
    return "avancée" if re.search(r"(?i)\bavancé\w*[^.;]*$", text[max(0, start - 60) : start]) else "reportée"
