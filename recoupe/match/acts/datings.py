"""When an event was, as the occasion it tells is dated: its own time, or one borrowed from the clause around it."""

from __future__ import annotations

import re

from recoupe.match.acts.families import carries
from recoupe.match.acts.happening import plain_lemma
from recoupe.match.acts.slots import days_between
from recoupe.match.desk import Desk
from recoupe.parse.document import Parsed
from recoupe.types import Event, When

_LONG_AGO = 90  # days
_NEWS = 7  # days before a report within which it tells of what is news
_BARE_DAY = re.compile(r"(?i)(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|avant-hier)(?: dernier| soir| matin)?$")
_WHEN = frozenset(("lorsque", "lorsqu'", "lorsqu’", "quand"))
_BEFALLING = frozenset(("TOLL", "KILL", "DIE", "INJURE", "DISASTER", "BURN", "ATTACK", "LOSE", "EVACUATE", "BLAST"))


def when_of(desk: Desk, event: Event) -> When | None:
    """Its time, unless that lies after the report although the event is told as past (then it is another's)."""
    when, published = desk.whens.get(event.when or "") or _borrowed(desk, event), desk.published(event.report)
    if (
        when
        and when.earliest
        and published
        and published.latest
        and event.slots.tense == "past"
        and when.earliest > published.latest
    ):
        return None
    if when and when.span and desk.text(when.span).lower().startswith("depuis"):
        return None  # that is when the last one was
    return when


def _borrowed(desk: Desk, event: Event) -> When | None:
    """The time of a clause whose subject it is ("En 2011, une collision avait fait…"), or that its object took from it."""
    parsed, i = desk.readings[event.report].parsed, event.slots.head
    if not 0 <= i < len(parsed.words):
        return None
    for other in desk.by_sentence.get((event.report, parsed.words[i].sent), ()):
        when, k = desk.whens.get(other.when or ""), other.slots.head
        if not when or not when.span or not 0 <= k < len(parsed.words) or other.id == event.id:
            continue
        if event.slots.nominal:
            told = other.frame in _BEFALLING or carries(plain_lemma(other.lemma.lower())) == "occur"
            if told and parsed.words[i].dep.startswith("nsubj") and parsed.words[i].head in (k, other.slots.predicate):
                return when
        elif (
            parsed.words[i].dep == "advcl" and parsed.words[i].head in (k, other.slots.predicate) and _is_of_that_time(parsed, i)
        ):
            return when  # "le pont a fait neuf morts en 1987, quand il a cédé"
        elif other.slots.nominal and event.slots.tense == "past" and parsed.words[k].head == i:
            if _BARE_DAY.match(desk.text(when.span)):  # "a adopté le projet lundi"
                return when
    return None


def _is_of_that_time(parsed: Parsed, i: int) -> bool:
    return any(k.lower in _WHEN for k in parsed.kids(i, "mark", "advmod"))


def since_of(desk: Desk, event: Event) -> tuple[When, ...]:
    """Since when it goes on: "bloquent l'usine depuis lundi"."""
    when = desk.whens.get(event.when or "")
    if when is None or not when.span or event.slots.tense == "future" or event.slots.nominal:
        return ()
    return (when,) if desk.text(when.span).lower().startswith("depuis") else ()


def is_remote(desk: Desk, report: str, when: When) -> bool:
    """Does it lie a season or more before its report, and was it no news of another report of the affair?

    What a page of a year later tells of the day of the accident is what the others told on that day.
    """
    published = desk.published(report)
    if not published or not published.earliest or not published.latest or not when.earliest or not when.latest:
        return False
    gone = when.latest < published.earliest and days_between(when, published) > _LONG_AGO
    return gone and not any(_is_news(when, desk.published(other)) for other in desk.related[report] - {report})


def _is_news(when: When, published: When | None) -> bool:
    """Does it lie in the days before a report came out?"""
    if not published or not published.earliest or not published.latest or not when.earliest or not when.latest:
        return False
    return when.earliest[:10] <= published.latest and days_between(when, published) <= _NEWS
