"""Matters of duration: how long one thing lasted, in whatever unit ("deux jours", "47 heures", "jusqu'au 6 août")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from recoupe.lang.plain import function_words, plain
from recoupe.match.acts.afar import may_be_others
from recoupe.match.acts.families import acts, kinship
from recoupe.match.acts.happening import LOOSE
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, labelled, shown
from recoupe.match.when.lasting import draft_lasting
from recoupe.match.when.lengths import DAY, EMPTY, SECONDS, reach, things_near
from recoupe.match.when.stretches import draft_stretches
from recoupe.parse.document import Parsed, Word
from recoupe.types import Difference, Figure, SlotVerdict, Span, When

_ISO = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$")
_ISO_UNITS = ("an", "mois", "semaine", "jour", "heure", "minute", "seconde")
_LASTING = re.compile(r"(?i)(?:pendant|durant|en)\s")  # times that tell how long, not when
# Lengths that no figure holds: an article for the number, halves and quarters.
_ONE = re.compile(
    r"(?i)(?<![\w-])(?:(?P<half>(?:une )?demi-(?P<of>heure|journée))|(?P<quarter>(?P<n>un|trois) quarts? d['’]heure)"
    r"|une? (?P<unit>heure|journée|semaine|mois|an|année)(?P<more> et demie?)?)(?![\w-])"
)
_POINT = re.compile(
    r"(?i)(?:\b(?:il y a|voici|voilà|depuis|dans|d['’]ici|avant|par|sur|sous|chaque|tous les|plus d['’]|l['’])\s*)$"
)
_LATER = re.compile(
    r"(?i)\s*(?:plus tard|plus tôt|après|avant|auparavant|durant lesquel|fermes?\b|de (?:prison|réclusion|sursis)"
    r"|d['’]emprisonnement|avec sursis)"
)
_TRUE_LENGTH = re.compile(r"(?i)\bdur|\b(?:en|après|pendant|pour) |• ?$")
_AFTER = re.compile(r"(?i)\baprès\s*$")
_COMPOUND = re.compile(r"[\s,]*(?:et )?\d+(?:\s|$)")
_TIMED = re.compile(r"(?i)\b(?:avance|retard|écart|heures?|minutes?) (?:de |et |d['’])?(?:plus de |près de |environ )?$")
_LEAD = re.compile(r"(?i)\s*(?:d['’]avance|de retard|d['’]écart|du premier|de la tête|sur l[ea]\b)")
_CLOCK = re.compile(r"(?i)\b(?:est|était|à|vers|dès|jusqu['’]à)\s*$")
_CLOSE = 0.8  # two lengths in unlike sentences are one only when this near


@dataclass(frozen=True, slots=True)
class Length:
    """So long, in these words, and what lasted. `low`/`high` in seconds."""

    span: Span
    low: float
    high: float
    exact: float
    things: frozenset[str]
    around: frozenset[str]
    frame: str
    told: bool  # "a duré", "pendant", "en huit minutes": the length of something, by its very words
    only: bool = False  # the one length that its report tells so
    persons: frozenset[str] = frozenset()  # named in its sentence
    doers: frozenset[str] = frozenset()  # those of them that do what lasted


def draft_durations(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each thing whose length two reports of an affair give, alike or within each other."""
    found = {report: _lengths(desk, report) for report in sorted(desk.readings)}
    out: list[Draft] = []
    left = [length for report in sorted(found) for length in found[report]]
    while left:
        first, left = left[0], left[1:]
        group = [first]
        near = desk.related[first.span.report]
        for other in list(left):
            if other.span.report in near and all(_one(a, other) and not _recurs(desk, a, other) for a in group):
                group.append(other)
                left.remove(other)
        if draft := _draft(desk, group):
            out.append(draft)
    out += [*_ends(desk, found), *draft_lasting(desk, out)]
    return (*out, *draft_stretches(desk, out))


def _lengths(desk: Desk, report: str) -> list[Length]:
    reading = desk.readings[report]
    text, parsed = reading.report.text, reading.parsed
    out: list[Length] = []
    for figure in sorted(reading.figures, key=lambda f: f.span):
        if figure.unit in SECONDS and (figure.low or figure.high) and not _is_point(text, figure, parsed):
            out.append(_length(desk, figure.span, figure.unit, figure))
    for when in reading.whens:
        if not when.duration or not when.span or _COMPOUND.match(text, when.span.end):
            continue
        if _LASTING.match(desk.text(when.span)) and (size := _iso(when.duration)):
            out.append(_length(desk, when.span, size[1], None, size[0]))
    taken = [(length.span.start, length.span.end) for length in out]
    taken += [(w.span.start, w.span.end) for w in reading.whens if w.span]
    taken += [(f.span.start, f.span.end) for f in reading.figures if f.low and f.unit != "heure"]
    for match in _ONE.finditer(text):
        start, end = match.span()
        free = not any(s < end and start < e for s, e in taken)
        if free and not _POINT.search(text, max(0, start - 12), start) and not _LATER.match(text, end):
            unit = match["of"] or match["unit"] or "heure"
            count = 0.5 if match["half"] else (0.25 if match["n"] == "un" else 0.75) if match["quarter"] else 1.0
            out.append(_length(desk, Span(report, start, end), unit.lower(), None, count + (0.5 if match["more"] else 0.0)))
    told = [length for length in out if length.told]
    return sorted((replace(x, only=x.told and len({y.exact for y in told}) == 1) for x in out), key=lambda x: x.span)


def _is_point(text: str, figure: Figure, parsed: Parsed) -> bool:
    """ "il y a trois jours", "trois jours plus tard", a prison term: no length of a thing."""
    end = parsed.words[figure.head].end if 0 <= figure.head < len(parsed.words) else figure.span.end
    after = max(end, figure.span.end)
    start = figure.span.start
    if _COMPOUND.match(text, after) or _TIMED.search(text, max(0, start - 24), start) or _LEAD.match(text, after):
        return True  # "1 heure 46 minutes", "8 minutes d'avance": the times of a race, which has many
    if figure.unit == "seconde" or figure.unit == "heure" and _CLOCK.search(text, max(0, start - 12), start):
        return True
    if _AFTER.search(text, max(0, start - 8), start) and not re.match(r" d(?:e |u |['’])", text[after : after + 4]):
        return True  # "après trois jours, …" is a time; "après trois jours de procès" tells how long
    return bool(_POINT.search(text, max(0, start - 12), start) or _LATER.match(text, after))


def _iso(duration: str) -> tuple[float, str] | None:
    """ "PT30M" -> 30 minutes; mixed ones in their smallest unit."""
    match = _ISO.match(duration)
    if not match or not any(match.groups()):
        return None
    parts = [(float(n), unit) for n, unit in zip(match.groups(), _ISO_UNITS, strict=True) if n]
    last = parts[-1][1]
    return sum(n * SECONDS[unit] for n, unit in parts) / SECONDS[last], last


def _length(desk: Desk, span: Span, unit: str, figure: Figure | None, count: float = 0.0) -> Length:
    low, high = (figure.low, figure.high) if figure else (count, count)
    exact = low if low is not None else high or 0.0
    slack = reach(exact, unit)
    if figure and figure.bound == "about":
        slack = max(slack, 0.2 * exact)
    open_end = figure is not None and figure.bound in ("at_least", "more_than", "at_most", "less_than")
    slack = 0.0 if open_end else slack
    bottom = (low if low is not None else (high or 0) / 1.5) - slack
    top = (high if high is not None else (low or 0) * 1.5) + slack
    size = SECONDS[unit]
    words = desk.readings[span.report].parsed
    event = desk.event_at(span)
    frame = event.frame if event and event.frame not in LOOSE else ""
    before = desk.readings[span.report].report.text[max(0, span.start - 12) : span.start]
    at = words.at(span.start, span.end)
    after_verb = bool(at) and at[0] > 0 and words.words[at[0] - 1].pos == "VERB"  # "interrompu une dizaine de minutes"
    told = bool(_TRUE_LENGTH.search(before)) or bool(_LASTING.match(desk.text(span))) or after_verb
    persons = _persons(desk, words, span)
    doers = persons & frozenset(event.agents if event else ())
    things, around = things_near(words, span), _content(words, span)
    return Length(span, bottom * size, top * size, exact * size, things, around, frame, told, persons=persons, doers=doers)


def _persons(desk: Desk, parsed: Parsed, span: Span) -> frozenset[str]:
    """The persons that its sentence names."""
    words = parsed.at(span.start, span.end)
    if not words:
        return frozenset()
    sentence = parsed.sentence_of(words[0])
    here = (m.actor for m in desk.readings[span.report].mentions if sentence.start <= m.span.start < sentence.end)
    return frozenset(
        a for a in here if a in desk.actors and desk.actors[a].kind == "person" and desk.actors[a].name[:1].isupper()
    )


def _content(parsed: Parsed, span: Span) -> frozenset[str]:
    words = parsed.at(span.start, span.end)
    if not words:
        return frozenset()
    sentence = parsed.sentence_of(words[0])
    found = (plain(w.lemma) for w in parsed.words[sentence.first : sentence.last] if w.pos in ("NOUN", "PROPN", "VERB", "ADJ"))
    return frozenset(w for w in found if len(w) > 2 and w not in EMPTY) - function_words()


def _one(a: Length, b: Length) -> bool:
    """Do both tell how long one thing lasted? Only lengths that agree are taken for one."""
    if a.exact != b.exact and (a.low >= b.high or b.low >= a.high):
        return False
    if a.span.report == b.span.report:
        return a.exact == b.exact and bool(a.things & b.things)
    if a.doers and b.doers and not a.doers & b.doers:
        return False  # how long she ran, and how long another
    if a.things & b.things or acts(a.things) & acts(b.things):
        return True
    if a.persons and b.persons and not a.persons & b.persons:
        return False
    if a.frame and b.frame and kinship(a.frame, b.frame) == "same" and len(a.around & b.around) >= 1:
        return True
    close = _CLOSE <= a.exact / b.exact <= 1 / _CLOSE
    if a.only and b.only and close and (a.low, a.high) != (b.low, b.high) and max(a.exact, b.exact) > SECONDS["minute"]:
        return True
    return len(a.around & b.around) >= 3


def _recurs(desk: Desk, a: Length, b: Length) -> bool:
    """Weeks apart, do they tell of nobody with a name, in other words? Each holiday and each poll lasts as long."""
    alike = len(a.around & b.around) * 2 > min(len(a.around), len(b.around))
    return may_be_others(desk, a.span, b.span) and not alike


def _draft(desk: Desk, group: list[Length]) -> Draft | None:
    if len({x.span.report for x in group}) < 2:
        return None
    values = shown(desk, (_shown(desk, x) for x in group))
    exact = len({(x.exact, x.low, x.high) for x in group}) == 1
    verdict: SlotVerdict = "same" if exact else "refined"
    common = frozenset.intersection(*(x.things for x in group))
    title = _title(desk, group, common, [v.value or "" for v in values])
    return draft_values(desk, "duration", title, Difference("duration", verdict, values), events=_events(desk, group))


def _events(desk: Desk, group: Sequence[Length]) -> tuple[str, ...]:
    return tuple(sorted({e.id for x in group if (e := desk.event_at(x.span))}))


def _title(desk: Desk, group: list[Length], common: frozenset[str], values: list[str]) -> str:
    """ "Durée de garde : deux jours / 47 heures"."""
    nouns = sorted(common & {plain(w.lemma) for x in group for w in _nouns(desk, x)})
    told = " / ".join(dict.fromkeys(values))
    forms = {plain(w.lemma): _compound(desk.readings[x.span.report].parsed, w) for x in group for w in _nouns(desk, x)}
    return f"Durée ({forms[nouns[0]]}) : {told}" if nouns else f"Durée : {told}"


def _compound(parsed: Parsed, noun: Word) -> str:
    """A noun with what "à" ties to it: "garde à vue"."""
    tied = parsed.words[noun.i + 1 : noun.i + 3]
    return f"{noun.text} à {tied[1].text}".lower() if len(tied) == 2 and tied[0].lower == "à" else noun.text.lower()


def _nouns(desk: Desk, length: Length) -> Iterator[Word]:
    parsed = desk.readings[length.span.report].parsed
    words = parsed.at(length.span.start, length.span.end)
    sentence = parsed.sentence_of(words[0])
    return (w for w in parsed.words[sentence.first : sentence.last] if w.pos == "NOUN")


def _shown(desk: Desk, length: Length) -> Span:
    """The words of a length with its unit."""
    parsed, span = desk.readings[length.span.report].parsed, length.span
    words = parsed.at(span.start, span.end)
    after = words[-1] + 1 if words else len(parsed.words)
    if after < len(parsed.words) and parsed.words[after].lemma.lower() in SECONDS and parsed.words[words[-1]].pos != "NOUN":
        return Span(span.report, span.start, parsed.words[after].end)
    return span


def _ends(desk: Desk, found: dict[str, list[Length]]) -> Iterator[Draft]:
    """ "un ultimatum de sept jours, lancé le 30 juillet" and "jusqu'au 6 août": a length and the day that ends it."""
    for report in sorted(found):
        for when in desk.readings[report].whens:
            if not when.span or not when.latest or not re.match(r"(?i)jusqu", desk.text(when.span)):
                continue
            rows = [x for r in sorted(desk.related[report] - {report}) for x in found[r] if _meets(desk, x, when)]
            values = shown(desk, (when.span, *(_shown(desk, x) for x in rows)))
            title = labelled("Durée", values)
            if rows and (draft := draft_values(desk, "duration", title, Difference("duration", "refined", values))):
                yield draft


def _meets(desk: Desk, length: Length, end: When) -> bool:
    """Does a length that began where its sentence says, or on the day of its report, end then?"""
    parsed = desk.readings[length.span.report].parsed
    if length.exact < 3 * DAY or not end.span or not end.latest:
        return False
    other = desk.readings[end.span.report].parsed
    shared = length.around & _content(other, end.span)
    event, ending = desk.event_at(length.span), desk.event_at(end.span)
    akin = bool(event and ending and event.frame == ending.frame and event.frame not in LOOSE)
    if not shared and not akin:
        return False
    words = parsed.at(length.span.start, length.span.end)
    sentence = parsed.sentence_of(words[0])
    here = [w for w in desk.readings[length.span.report].whens if w.span and sentence.start <= w.span.start < sentence.end]
    starts: list[When | None] = [w for w in here if w.earliest and w.earliest == w.latest]
    starts = starts or [desk.published(length.span.report)]
    year = bool(re.search(r"\d{4}$", end.value or "")) and len(end.value or "") <= 7
    for start in starts:
        try:
            day = date.fromisoformat((start.earliest if start else None) or "")
            last = day + timedelta(seconds=length.exact)
            if year and last.year == int(end.latest[:4]) or abs((date.fromisoformat(end.latest) - last).days) <= 1:
                return True
        except (ValueError, OverflowError):
            continue
    return False
