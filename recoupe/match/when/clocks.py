"""Matters of the hour: clock times, minutes of play and openings that several reports give for one moment."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.acts.families import acts, kinship
from recoupe.match.acts.governing import happening_at, is_one
from recoupe.match.acts.happening import LOOSE
from recoupe.match.acts.scenes import Scenes, have_no_town_in_common
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.match.when.corrections import subject_of
from recoupe.types import Difference, SlotVerdict, Span

_ABOUT = re.compile(r"(?i)\b(?:vers|environ|autour d\S*|aux? alentours d\S*|aux environs d\S*|peu (?:après|avant)|près d\S*)\s*$")
_LOOSELY = re.compile(r"(?i)\b(?:vers|environ|autour|aux|peu|un peu|près|quelques)\b")
_STAMP = re.compile(
    r"\s*(?:[-–—:|•]|\n|$)"
)  # "14:32" alone on its line, "9 h 30 - …": the hour of an entry, not of what it tells
_ZONE = re.compile(r"\s*(?:GMT|UTC|TU\b|heures? (?:de Paris|française|locale))")
_PRINTED = re.compile(r"(?i)\b(?:publi\w+|mis(?:e)? à jour|modifié\w*|actualisé\w*|posté\w*|màj|mis en ligne)\b[^\n]{0,30}$")
_WEEKDAY = re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b")
_HOUR = re.compile(r"T(\d\d):(\d\d)")
_WRITTEN = re.compile(r"(?i)\b([01]?\d|2[0-4]) ?(?:h|heures?) ?([0-5]\d)?(?!\w)")  # where the day is not known
_PLAY = re.compile(
    r"(?i)\b(?P<n>\d{1,3})e minute\b|\b(?P<hour>l['’]heure de jeu)|\b(?P<half>la demi-heure de jeu)"
    r"|\b(?P<pause>la mi-temps|la pause)\b"
)
_OPEN = re.compile(
    r"(?i)(?P<before>(?:peu |juste )?avant|(?P<after>peu après|juste après|après|dès)|(?P<at>au moment de|à|lors de)) "
    r"l['’](?P<noun>ouverture|fermeture)\b"
    r"|(?P<done>déjà|à peine) (?P<part>ouvert|fermé)e?s?\b|(?P<not>pas encore) (?P<shut>ouvert|fermé)e?s?\b"
)
_OPENS = re.compile(r"[Oo]uvert|[Ff]erm[eé]")
_PART = re.compile(
    r"(?i)\b(?:(?P<edge>(?:fin|début|milieu) (?:de (?:la |l['’])?|d['’]))"
    r"|(?:dans |avant |à |vers |en )?(?:la |le |l['’]|pleine? ))"
    r"(?P<part>aube|matinée|matin|mi-journée|après-midi|soirée|soir|nuit)\b"
)
_NEAR, _PLAYED = 15, 5  # minutes that "vers" spans; of play


def _stretches() -> dict[str, tuple[int, int]]:
    """First and last minute of each part of the day, and of its edges."""
    whole = {"aube": (4, 7), "matin": (5, 12), "matinée": (6, 12), "après-midi": (12, 19), "soir": (17, 24), "soirée": (18, 24)}
    whole["mi-journée"] = (11, 14)
    whole["nuit"] = (21, 30)
    out: dict[str, tuple[int, int]] = {}
    for part, (first, last) in whole.items():
        third = (last - first) * 20
        out[part] = (first * 60, last * 60)
        for of in ("de ", "d'"):
            out["fin " + of + part] = (last * 60 - third - 30, last * 60)
            out["début " + of + part] = (first * 60, first * 60 + third + 30)
            out["milieu " + of + part] = (first * 60 + third - 30, last * 60 - third + 30)
    return out


@dataclass(frozen=True, slots=True)
class Moment:
    """This hour, in these words: its kind, its minutes, whether it is told loosely."""

    span: Span
    kind: str
    minutes: int
    loose: bool
    day: str = ""
    last: int = -1  # of a part of the day: its last minute, past midnight where it ends so


_STRETCH = _stretches()


def _stretch(match: re.Match[str]) -> tuple[int, int]:
    """First and last minute of the part of the day that is told."""
    edge = (match["edge"] or "").lower().replace("’", "'").replace("de la ", "de ").replace("de l'", "d'")
    return _STRETCH[edge + match["part"].lower()]


def draft_clocks(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each moment that two reports of an affair give, when they agree or one rounds the other."""
    makers = (_clocks, _plays, _openings, _parts)
    reports = [r for r in sorted(desk.readings) if len(desk.related[r]) > 1]
    told = (m for report in reports for make in makers for m in make(desk, report))
    found = sorted(told, key=lambda m: (m.span.report, not _tells(desk, m.span)))
    known = Counter((m.span.report, m.kind) for m in found)
    lone = frozenset(report for (report, kind), count in known.items() if count == 1 and kind == "clock")
    out: list[Draft] = []
    while found:
        first, found = found[0], found[1:]
        near = desk.related[first.span.report] - {first.span.report}
        group = [first]
        for other in found:
            if other.span.report in near and all(_one(desk, a, other, lone) for a in group):
                group.append(other)
        found = [m for m in found if m not in group]
        if draft := _draft(desk, group):
            out.append(draft)
    return tuple(out)


def moments_in(desk: Desk, span: Span) -> Iterator[Moment]:
    """The hours and the parts of the day that these words tell."""
    text = desk.readings[span.report].report.text
    if any(w.span and span.start <= w.span.start < span.end for w in desk.readings[span.report].whens):
        yield from (m for m in _clocks(desk, span.report) if span.start <= m.span.start < span.end)
    for match in _PART.finditer(text, span.start, span.end):
        first, last = _stretch(match)
        yield Moment(Span(span.report, *match.span()), "part", first, True, "", last)


def is_within(minutes: int, part: Moment) -> bool:
    """Does an hour lie in this part of the day?"""
    return part.minutes <= minutes <= part.last or part.minutes <= minutes + 1440 <= part.last


def _clocks(desk: Desk, report: str) -> Iterator[Moment]:
    text = desk.readings[report].report.text
    for when in desk.readings[report].whens:
        if not when.span or when.duration:
            continue
        hour = _HOUR.search(when.value or "") or _WRITTEN.search(desk.text(when.span))
        if not hour:
            continue
        start, end = when.span.start, when.span.end
        words = text[start:end]
        if text[max(0, start - 2) : start].strip().endswith("(") and _ZONE.match(text, end):
            continue  # "vers 1 h 30 (5 h 30 GMT)": the same moment by another clock
        line = text.rfind("\n", 0, start) + 1
        alone = not text[line:start].strip(" •-–—>[(") and _STAMP.match(text, end)
        if alone or _PRINTED.search(text, line, start) or re.match(r"(?i)de|entre", words):
            continue
        told = bool(_LOOSELY.search(words) or _ABOUT.search(text, max(0, start - 20), start))
        yield Moment(when.span, "clock", int(hour[1]) * 60 + int(hour[2] or 0), told, when.earliest or "")


def _parts(desk: Desk, report: str) -> Iterator[Moment]:
    """ "à l'aube", "en fin d'après-midi": a stretch of the day, on the day that its time or its report tells."""
    text, published = desk.readings[report].report.text, desk.published(report)
    whens = [w for w in desk.readings[report].whens if w.span and w.earliest and w.earliest == w.latest]
    for match in _PART.finditer(text):
        first, last = _stretch(match)
        near = next((w for w in whens if w.span and match.start() - 12 <= w.span.start <= match.end() + 3), None)
        when = near or published
        if when and when.earliest and when.earliest == when.latest:
            yield Moment(Span(report, *match.span()), "part", first, True, when.earliest, last)


def _inside(desk: Desk, clock: Moment, part: Moment) -> bool:
    """Does an hour lie in a part of the same day, and do both tell one act?"""
    if clock.span.report == part.span.report or not clock.day or clock.day[:10] != part.day[:10]:
        return False
    near = is_within(clock.minutes, part)
    if near and _is_told_of_one(desk, clock.span, part.span):
        return True
    left, right = desk.event_at(clock.span), desk.event_at(part.span)
    if not near or not left or not right or have_no_town_in_common(Scenes(desk), clock.span.report, part.span.report):
        return False
    subjects = subject_of(desk, clock.span) & subject_of(desk, part.span)
    return bool(subjects) or _same_act(desk, clock, part) and bool(_words(desk, clock) & _words(desk, part))


def _plays(desk: Desk, report: str) -> Iterator[Moment]:
    text = desk.readings[report].report.text
    for match in _PLAY.finditer(text):
        minutes = int(match["n"]) if match["n"] else 60 if match["hour"] else 30 if match["half"] else 45
        yield Moment(Span(report, *match.span()), "play", minutes, not match["n"])


def _openings(desk: Desk, report: str) -> Iterator[Moment]:
    """ "au moment de l'ouverture" = 0, "déjà ouvert" and "après" = later, "avant" = earlier."""
    text = desk.readings[report].report.text
    found = (_OPEN.search(text, max(0, m.start() - 22), m.end() + 6) for m in _OPENS.finditer(text))
    for match in (m for m in found if m):
        noun = match["noun"] or match["part"] or match["shut"]
        when = 0 if match["at"] else 1 if match["after"] or match["done"] else -1
        yield Moment(Span(report, *match.span()), "opening" if noun.lower().startswith("ouv") else "closing", when, True)


def _one(desk: Desk, a: Moment, b: Moment, lone: frozenset[str]) -> bool:
    """May both tell one moment?"""
    if {a.kind, b.kind} == {"clock", "part"}:
        return _inside(desk, a, b) if a.kind == "clock" else _inside(desk, b, a)
    if a.kind != b.kind or a.span.report == b.span.report:
        return False
    if a.kind == "part":
        return _overlap(a, b) and _is_told_of_one(desk, a.span, b.span)
    if a.kind in ("opening", "closing"):
        return a.minutes * b.minutes >= 0 and bool(
            _words(desk, a) & _words(desk, b) or _same_act(desk, a, b) or _same_day(desk, a, b)
        )
    names = [set(_WEEKDAY.findall(desk.text(m.span).lower())) for m in (a, b)]
    if names[0] and names[1] and not names[0] & names[1]:
        return False
    if a.day and b.day and a.day != b.day and abs((date.fromisoformat(a.day) - date.fromisoformat(b.day)).days) > 1:
        return False
    gap = abs(a.minutes - b.minutes)
    reach = (_PLAYED if a.kind == "play" else _NEAR) if a.loose or b.loose else 0
    if gap > reach:
        return False
    if a.kind == "play":
        return True
    precise = any(m.minutes % 30 for m in (a, b))
    if precise and (gap or a.minutes % 5) and {a.span.report, b.span.report} <= lone:
        return True  # the only hour that either report tells
    if _same_act(desk, a, b) or len(_words(desk, a) & _words(desk, b)) >= (1 if precise else 2):
        return True
    return bool(a.day) and a.day == b.day and _is_told_of_one(desk, a.span, b.span)


def _overlap(a: Moment, b: Moment) -> bool:
    """Two parts of one day under two names that have hours in common: "à la mi-journée", "en début d'après-midi"."""
    met = min(a.last, b.last) - max(a.minutes, b.minutes)
    much = 2 * met >= min(a.last - a.minutes, b.last - b.minutes)  # an afternoon is no evening
    return a.day == b.day and much and (a.minutes, a.last) != (b.minutes, b.last)


def _is_told_of_one(desk: Desk, a: Span, b: Span) -> bool:
    """Are both told of one happening?"""
    left, right = happening_at(desk, a), happening_at(desk, b)
    return left is not None and right is not None and is_one(left, right)


def _same_act(desk: Desk, a: Moment, b: Moment) -> bool:
    left, right = desk.event_at(a.span), desk.event_at(b.span)
    if not left or not right:
        return False
    kin = kinship(left.frame, right.frame) in ("same", "near") and left.frame not in LOOSE
    return kin or bool(acts(frozenset([left.lemma])) & acts(frozenset([right.lemma])))


def _same_day(desk: Desk, a: Moment, b: Moment) -> bool:
    """Do both sentences name one day by its date?"""
    days = []
    for moment in (a, b):
        parsed = desk.readings[moment.span.report].parsed
        at = parsed.at(moment.span.start, moment.span.end)
        sentence = parsed.sentence_of(at[0]) if at else None
        whens = (w for w in desk.readings[moment.span.report].whens if w.span and sentence)
        here = (w for w in whens if w.span and sentence and sentence.start <= w.span.start < sentence.end)
        days.append({w.earliest for w in here if w.earliest and w.earliest == w.latest})
    return bool(days[0] & days[1])


def _words(desk: Desk, moment: Moment) -> frozenset[str]:
    """Content words of its sentence; of a bare line, those of the next sentence too."""
    parsed = desk.readings[moment.span.report].parsed
    at = parsed.at(moment.span.start, moment.span.end)
    if not at:
        return frozenset()
    sentence = parsed.sentence_of(at[0])
    last = sentence.last
    if last - sentence.first < 8 and parsed.words[at[0]].sent + 1 < len(parsed.sentences):
        last = parsed.sentences[parsed.words[at[0]].sent + 1].last
    held = (plain(w.lemma) for w in parsed.words[sentence.first : last] if w.pos in ("NOUN", "PROPN", "VERB", "ADJ"))
    return frozenset(w for w in held if len(w) > 2 and w not in ("heure", "local", "minute")) - news_words() - function_words()


def _tells(desk: Desk, span: Span) -> bool:
    """Does its own sentence tell what happened then?"""
    parsed, event = desk.readings[span.report].parsed, desk.event_at(span)
    words = parsed.at(span.start, span.end)
    sentence = parsed.sentence_of(words[0]) if words else None
    return event is not None and sentence is not None and sentence.start <= event.trigger.start < sentence.end


def _draft(desk: Desk, group: list[Moment]) -> Draft | None:
    if len({m.span.report for m in group}) < 2:
        return None
    told = [m for m in group if _tells(desk, m.span)]
    group = told if {m.span.report for m in told} == {m.span.report for m in group} else group
    values = shown(desk, (m.span for m in group))
    verdict: SlotVerdict = "same" if len({(m.minutes, m.loose) for m in group}) == 1 else "refined"
    kind = {"clock": "Heure", "part": "Heure", "play": "Minute de jeu"}.get(group[0].kind, "Moment")
    hours = " / ".join(dict.fromkeys((v.value or "").lower() for v in values))
    return draft_values(desk, "time", f"{kind} : {hours}", Difference("time", verdict, values))
