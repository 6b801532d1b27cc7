"""The title of a matter, from the reports' own words: who does what to whom, where and when, in at most 90 characters."""

from __future__ import annotations

import re

from recoupe.match.desk import Desk
from recoupe.types import Event, Span

_LONG = 90
_SHORT = 30
_LEAD = re.compile(
    r"^(?:(?:et|mais|ou|que|qu['’]|qui|où|dont|selon lesquel(?:le)?s|selon que|puis|"
    r"alors que|après que|ainsi|notamment|ensuite|tandis que|lorsque|quand|"
    r"se|s['’]|en|avoir|être)(?:\b\s+|(?<=['’])))+",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"[\s,;:–—«(\"“]+$")


def title_event(desk: Desk, events: tuple[str, ...]) -> str:
    """The clearest clause among the events of a matter, trimmed to a title."""
    ranked = sorted((_rank(desk, desk.events[e]), e) for e in events)
    best = desk.events[ranked[0][1]]
    clause = desk.clause(best)
    text = desk.text(clause)
    # A long opening ("Le 19 octobre, au moment de l'ouverture, ...") gives way to the act itself.
    while (
        len(text) > _LONG
        and 0 <= (comma := text.find(", ")) < len(text) - _LONG // 3
        and clause.end - len(text) + comma < best.trigger.start
    ):
        text = text[comma + 2 :]
    text = _clean(text)
    if len(text) < _SHORT and not best.agents and not best.slots.nominal:
        text = _with_subject(desk, best, clause)
    who = next((desk.actors[a].name for a in best.agents if a in desk.actors), None)
    if who and not best.slots.nominal and not _holds(text, desk, best):
        text = f"{who} : {text[:1].lower()}{text[1:]}"
    return trim(text)


def _with_subject(desk: Desk, event: Event, clause: Span) -> str:
    """A bare clause ("utilisés en Ukraine") with the words before it that say of what."""
    reading = desk.readings[event.report]
    words = reading.parsed.at(clause.start, clause.end)
    start = max(reading.parsed.sentence_of(words[0]).start, clause.end - _LONG + 4) if words else clause.start
    text = desk.text(Span(event.report, start, clause.end)) if start < clause.end else desk.text(clause)
    whole = start == 0 or desk.readings[event.report].report.text[start - 1].isspace()
    return text if whole else "… " + text.split(" ", 1)[-1]


def _rank(desk: Desk, event: Event) -> tuple[int, int, tuple[str, str], int]:
    """Lower is clearer: a named doer in the clause, a verb, a fair length, the earlier report."""
    text = _clean(desk.text(desk.clause(event)))
    faults = (
        2 * (not _holds(text, desk, event)) + event.slots.nominal + 2 * (len(text) < 18) + (len(text) > _LONG) + (len(text) > 160)
    )
    faults += 2 * bool(re.match(r"(?i)(?:il|elle|ils|elles|on|cela|ce|cette|cet|ces|son|sa|ses|leur|leurs|y|en)\b", text))
    return faults, abs(len(text) - 65), desk.order[event.report], event.trigger.start


def _holds(text: str, desk: Desk, event: Event) -> bool:
    """Does the clause name the doer?"""
    return any(desk.text(s) in text and any(c.isupper() for c in desk.text(s)) for s in event.slots.agent_spans)


def _clean(text: str) -> str:
    text = _LEAD.sub("", " ".join(text.split()))
    return text.strip(" ,;:–—-")


def trim(text: str) -> str:
    """At most 90 characters, cut at a clause or a word, marks paired, capital first."""
    text = " ".join(text.split())
    if len(text) > _LONG:
        cut = text[: _LONG - 1]
        comma = max(cut.rfind(", "), cut.rfind(" – "), cut.rfind(" ; "))
        cut = cut[:comma] if comma >= 45 else cut.rsplit(" ", 1)[0]
        text = _TRAIL.sub("", cut) + "…"
    if text.count("«") > text.count("»"):
        text += " »"
    elif text.count("»") > text.count("«"):
        text = text.replace("»", "").strip()
    return text[:1].upper() + text[1:]
