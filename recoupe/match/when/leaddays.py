"""The day of the news: "mardi" in the lead of one report, "l'accident du 14 avril" in another that came out later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.acts.families import acts
from recoupe.match.acts.governing import happening_at
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, labelled, shown
from recoupe.match.when.dayspans import is_dateline
from recoupe.parse.document import Parsed
from recoupe.types import Difference, Span, When

_LEAD = 3  # sentences in which a report tells its news
_LATER = 2  # days after which a report names by its date only the day that all know of
_RECENT = 60  # days after which "le 14 avril" is history
_PAPERS = frozenset("edition numero journal bulletin document lettre arrete decret".split())
_HAPPENING = frozenset("remonter dater survenir produire dérouler intervenir".split())
_TIMES = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche matin soir nuit journee soiree matinee jour semaine mois annee heure "
    "janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre avoir etre faire".split()
)
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "avant-hier")


def draft_lead_days(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one for each day that a lead tells by its weekday and later reports of the affair by its date."""
    known = [frozenset(s for d in x.differences if d.slot == "date" for v in d.values for s in v.evidence) for x in drafts]
    out: list[Draft] = []
    for report in sorted(desk.readings):
        lead = _lead_day(desk, report)
        if lead is None or lead.span is None:
            continue
        rows = [s for other in sorted(desk.related[report] - {report}) if (s := _dated(desk, other, lead))]
        rows = [s for s in rows if not any(lead.span in k and s in k for k in known)]
        if rows:
            values = shown(desk, (lead.span, *rows))
            title = labelled("Date", values)
            if draft := draft_values(desk, "when", title, Difference("date", "refined", values)):
                out.append(draft)
    return [*drafts, *out]


def _lead_day(desk: Desk, report: str) -> When | None:
    """The one day that the lead tells as past by a weekday, where the day of publication is sure."""
    parsed = desk.readings[report].parsed
    if desk.is_day_unsure(report) or not desk.published(report):
        return None
    body = [s for s in parsed.sentences if s.last - s.first > 3][:_LEAD]
    found = [w for w in _one_days(desk, report) if w.span and any(s.start <= w.span.start < s.end for s in body)]
    weekdays = [w for w in found if w.span and desk.text(w.span).lower().split()[0] in _WEEKDAYS and not desk.has_date(w)]
    past = [w for w in weekdays if _is_past(desk, report, w) and _tells_past(desk, parsed, w)]
    return past[0] if past and len({w.earliest for w in past}) == 1 else None


def _one_days(desk: Desk, report: str) -> Iterator[When]:
    return (w for w in desk.readings[report].whens if w.span and not w.duration and w.earliest and w.earliest == w.latest)


def _is_past(desk: Desk, report: str, when: When) -> bool:
    published = desk.published(report)
    return bool(published and published.latest and when.earliest and when.earliest[:10] <= published.latest[:10])


def _tells_past(desk: Desk, parsed: Parsed, when: When) -> bool:
    """Does an event of its sentence lie in the past, which is not that something was published?"""
    event = desk.event_at(when.span) if when.span and happening_at(desk, when.span) else None
    return event is not None and (event.slots.tense == "past" or event.slots.nominal)


def _dated(desk: Desk, report: str, lead: When) -> Span | None:
    """Where a report gives that day by its number."""
    published = desk.published(report)
    if not published or not published.latest or not lead.earliest:
        return None
    since = _days(lead.earliest, published.latest)
    for when in _one_days(desk, report) if 0 <= since <= _RECENT else ():
        same = when.earliest and when.earliest[:10] == lead.earliest[:10]
        if not same or not lead.span or not when.span or not desk.has_date(when):
            continue
        if is_dateline(desk.readings[report].report.text, when.span):
            continue
        if since >= _LATER or _is_named(desk, when.span) or _share(desk, lead.span, when.span):
            return when.span
    return None


def _is_named(desk: Desk, span: Span) -> bool:
    """Does the day tell which happening is meant: "l'accident du 14 avril", "celle du 16 janvier"?"""
    parsed = desk.readings[span.report].parsed
    words = parsed.at(span.start, span.end)
    if words and any(w.lemma in _HAPPENING for w in parsed.ancestors(words[-1])):
        return True
    before = parsed.words[words[0] - 1] if words and words[0] > 1 else None
    noun = parsed.words[words[0] - 2] if before and before.lower == "du" else None
    return noun is not None and noun.pos in ("NOUN", "PRON", "ADJ") and plain(noun.lemma) not in _PAPERS


def _share(desk: Desk, a: Span, b: Span) -> bool:
    """Do both sentences hold a noun or a verb, or an act, in common?"""
    left, right = (_content(desk, s) for s in (a, b))
    return bool(left & right or acts(left) & acts(right))


def _content(desk: Desk, span: Span) -> frozenset[str]:
    parsed = desk.readings[span.report].parsed
    sentence = parsed.sentence_of(parsed.at(span.start, span.end)[0])
    held = (plain(w.lemma) for w in parsed.words[sentence.first : sentence.last] if w.pos in ("NOUN", "VERB"))
    return frozenset(w for w in held if len(w) > 3) - function_words() - news_words() - _TIMES


def _days(first: str, last: str) -> int:
    try:
        return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days
    except ValueError:  # a year that the calendar of the program does not know
        return -1
