"""An hour told exactly and roughly: "à 9 h 52" and "un peu avant dix heures", "à 17 h 42" and "en fin d'après-midi"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.acts.families import act_words, word_families
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.match.when.clocks import Moment, is_within, moments_in
from recoupe.match.when.hours import HOUR, minutes_of
from recoupe.types import Difference, Span

_NEAR = 20  # minutes that "vers" and "un peu avant" span
_ZONE = re.compile(r"(?i) ?\(?(?:GMT|UTC|TU\b|heures? (?:de paris|française))")
_HALF = re.compile(r"(?i) (?P<half>du soir|de l['’]après-midi|du matin)")
_LEAD = re.compile(
    r"(?i)(?:(?P<rough>\b(?:un |très )?peu (?:avant|après)|\bvers|\benviron|\bautour de|\baux alentours de|\baux environs de|"
    r"\bsur le coup de|\bjuste (?:avant|après)|\bà près de|\bil (?:est|était) (?:presque|environ|près de)|\bquelque) "
    r"|\b(?:à|dès|il (?:est|était)|de|jusqu['’]à|mardi|lundi|mercredi|jeudi|vendredi|samedi|dimanche) )$"
)
_DAY = re.compile(r"(?i)\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|avant-hier|\d{1,2}(?:er)? [a-zéû]{3,})")
_WEEKDAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
_PRINTED = re.compile(r"(?i)\b(?:publi\w+|mis(?:e)? (?:à jour|en ligne)|modifié\w*|actualisé\w*|posté\w*|màj)\b[^\n]{0,30}$")
_TIMES = frozenset("heure heures minute matin soir nuit journee jour local fin debut".split())


@dataclass(frozen=True, slots=True)
class Told:
    """This minute of this day, by these words, exact or rough, and what the sentence tells."""

    span: Span
    minutes: int
    rough: bool
    days: frozenset[str]
    weekdays: frozenset[str]
    words: frozenset[str]
    acts: frozenset[str]


def draft_rough_hours(desk: Desk, known: Sequence[Draft]) -> tuple[Draft, ...]:
    """One matter for each moment that one report tells to the minute and another roughly, but for those of the `known` ones."""
    shown_before = [[s for d in x.differences for v in d.values for s in v.evidence] for x in known]
    found: dict[str, list[Told]] = {}
    parts: dict[str, list[tuple[Told, Moment]]] = {}
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1:
            found[report] = list(_hours(desk, report))
            whole = Span(report, 0, len(desk.readings[report].report.text))
            parts[report] = [(_told(desk, p.span, p.minutes), p) for p in moments_in(desk, whole) if p.kind == "part"]
    out: dict[tuple[Span, Span], Draft] = {}
    taken: dict[str, set[Span]] = defaultdict(set)
    for report in sorted(found):
        for other in sorted(desk.related[report] & set(found) - {report}):
            for a in (t for t in found[report] if not t.rough):
                spans = [b.span for b in found[other] if _may_be(a, b, found[report], found[other])]
                spans += [t.span for t, part in parts[other] if a.minutes % 720 and is_within(a.minutes, part) and _one_act(a, t)]
                for span in spans[:1]:
                    if any(_holds(before, a.span) and _holds(before, span) for before in shown_before):
                        continue
                    if a.span not in taken[other] and (draft := _draft(desk, a.span, span)):
                        taken[other].add(a.span)
                        out[a.span, span] = draft
    return tuple(out[pair] for pair in sorted(out))


def _holds(spans: Sequence[Span], span: Span) -> bool:
    return any(s.report == span.report and s.start < span.end and span.start < s.end for s in spans)


def _hours(desk: Desk, report: str) -> Iterator[Told]:
    """The hours that stand in sentences, no stamps of a live page."""
    text = desk.readings[report].report.text
    for match in HOUR.finditer(text):
        minutes = minutes_of(match)
        lead = _LEAD.search(text, max(0, match.start() - 32), match.start())
        line = text.rfind("\n", 0, match.start()) + 1
        if minutes < 0 or not lead or _PRINTED.search(text, line, match.start()) or _ZONE.match(text, match.end()):
            continue
        half = _HALF.match(text, match.end())
        if half and half["half"].lower() != "du matin" and minutes < 720:
            minutes += 720
        end = half.end() if half else match.end()
        yield _told(desk, Span(report, lead.start(), end), minutes, rough=bool(lead["rough"]))


def _told(desk: Desk, span: Span, minutes: int, *, rough: bool = True) -> Told:
    parsed = desk.readings[span.report].parsed
    sentence = parsed.sentence_of(parsed.at(span.start, span.end)[0])
    words = parsed.words[sentence.first : sentence.last]
    held = frozenset(plain(w.lemma) for w in words if w.pos in ("NOUN", "PROPN", "VERB", "ADJ") and len(w.lemma) > 3)
    held -= news_words() | function_words() | _TIMES
    event = desk.event_at(span)
    own = event is not None and sentence.start <= event.trigger.start < sentence.end
    told = (event.lemma, *event.slots.doer[:1], *event.slots.undergoer[:1]) if event and own else ()
    acts = frozenset(a for w in map(plain, told) for a in (*act_words(w), *("~" + f for f in word_families(w))))
    whens = (w for w in desk.readings[span.report].whens if w.span and sentence.start <= w.span.start < sentence.end)
    dated = (w for w in whens if w.span and _DAY.search(desk.text(w.span)))  # a bare hour is counted from the day of publication
    days = frozenset(w.earliest[:10] for w in dated if w.earliest and w.latest and w.earliest[:10] == w.latest[:10])
    weekdays = frozenset(w.lower for w in words if w.lower in _WEEKDAYS)
    return Told(span, minutes, rough, days, weekdays, held, acts)


def _may_be(a: Told, b: Told, mine: list[Told], theirs: list[Told]) -> bool:
    """Is a rough hour that exact one: near it, of one act or with no other hour near in either report?"""
    gap = abs(a.minutes - b.minutes)
    if not b.rough or min(gap, 1440 - gap) > _NEAR or _two_days(a, b):
        return False
    alone = all(sum(abs(t.minutes - x.minutes) <= 60 for t in rows) == 1 for x, rows in ((a, mine), (b, theirs)))
    return alone or _of_one(a, b)


def _of_one(a: Told, b: Told) -> bool:
    """Do both sentences tell one act, or hold two words in common?"""
    return len(a.words & b.words) > 1 or _one_act(a, b)


def _one_act(a: Told, b: Told) -> bool:
    """Do both clauses tell one act, of the same or a kindred thing where both name one?"""
    if _two_days(a, b):
        return False
    common = a.acts & b.acts
    return any(not act.startswith("~") for act in common) or len(common) > 1


def _two_days(a: Told, b: Told) -> bool:
    apart = any(x and y and not x & y for x, y in ((a.days, b.days), (a.weekdays, b.weekdays)))
    return apart and not a.days & b.days


def _draft(desk: Desk, a: Span, b: Span) -> Draft | None:
    values = shown(desk, (a, b))
    title = "Heure : " + " / ".join(v.value or "" for v in values)
    return draft_values(desk, "rough", title, Difference("time", "refined", values))
