"""What a time takes from those around it: a clock time its day, a weekday its series, "the eve of" the day of its event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from recoupe.find.times.calendar import resolve
from recoupe.find.times.expression import TimeExpression
from recoupe.find.times.intervals import Interval, Moment
from recoupe.find.times.meaning import Meaning
from recoupe.find.times.tense import Tense
from recoupe.parse.document import Parsed

Times = Sequence[TimeExpression]


def day_ahead(parsed: Parsed, times: Times, k: int) -> TimeExpression | None:
    """The day a clock time waits for: "à 23h11 (22h11 GMT) vendredi"; None when a day stands before it in the sentence."""
    e = times[k]
    if e.meaning.kind not in ("clock", "daypart") or e.meaning.left is not None:
        return None
    sentence = parsed.words[e.first].sent
    near = [x for x in times[max(0, k - 4) : k + 4] if parsed.words[x.first].sent == sentence and x.meaning.kind == "day"]
    if not near or near[0].first < e.first or parsed.words[near[0].first].i - e.last > 8:
        return None
    return near[0]


# ---------------------------------------------------------------- weekdays told in one breath

_BETWEEN = re.compile(r"\s*(?:,|,?\s(?:et|ou|puis))\s+")


@dataclass(frozen=True, slots=True)
class Series:
    """Weekdays told in one breath run forward: "vendredi, samedi et dimanche"."""

    weekdays: tuple[Meaning, ...]
    places: tuple[int, ...]  # which expressions they are
    tense: Tense

    def day(self, k: int, published: date | None) -> Interval:
        """The day of expression k: counted from the first of the series, or back from the last where they are past."""
        back = self.tense == "past" or any(m.which == "last" for m in self.weekdays)
        which = self.weekdays[0].which or self.weekdays[-1].which
        order = list(zip(self.places, self.weekdays, strict=True))[:: -1 if back else 1]
        found = resolve(replace(order[0][1], which=which), Moment(published, tense=self.tense))
        for place, weekday in order:
            if place != order[0][0]:
                step = replace(weekday, base="told", which="last" if back else "next")
                found = replace(resolve(step, Moment(published, told_day=found)), anchor="published")
            if place == k:
                break
        return found


def find_series(parsed: Parsed, times: Times) -> dict[int, Series]:
    """The weekdays that stand in a series, by their place among the expressions."""
    out: dict[int, Series] = {}
    run: list[int] = []
    for k, e in enumerate(times):
        if run and not (_is_weekday(e) and _BETWEEN.fullmatch(parsed.text, times[k - 1].span.end, e.span.start)):
            _close(out, times, run)
            run = []
        if _is_weekday(e):
            run.append(k)
    _close(out, times, run)
    return out


def _is_weekday(e: TimeExpression) -> bool:
    m = e.meaning
    return m.kind == "day" and m.weekday is not None and m.day is None and m.base == "published" and m.left is None


def _close(out: dict[int, Series], times: Times, run: Sequence[int]) -> None:
    if len(run) < 2:
        return
    tenses = [times[k].tense for k in run]
    tense: Tense = "past" if tenses[0] == "past" else next((t for t in ("future", "past", "present") if t in tenses), "none")
    series = Series(tuple(times[k].meaning for k in run), tuple(run), tense)
    out.update(dict.fromkeys(run, series))


# ---------------------------------------------------------------- times counted from an event

_SAME_DAY = re.compile(r"\s*,?\s+")
_NEAR = 12  # words between an event and the day told behind it
_BEFORE_NOUN = frozenset(("DET", "ADP", "ADJ", "NUM"))
_WHAT_HAPPENED = frozenset(
    "drame tragédie catastrophe sinistre fait événement évènement".split()
)  # they name no event: the one told
_UNITS = frozenset("an année mois semaine jour heure minute anniversaire".split())


def event_day(parsed: Parsed, times: Times, k: int, at: Moment) -> Interval | None:
    """The day of the event from which "la veille du procès" counts: told behind it, or on it elsewhere; None if not told."""
    event = _event_behind(parsed, times[k])
    if event is None:
        return None
    day = _told_behind(parsed, times, k, event) or _told_elsewhere(parsed, times, k, event)
    if day is not None:
        found = resolve(day.meaning, Moment(at.published, tense=day.tense, firm=day.firm))
        return found if _agrees(times[k], found, at) else None
    return at.told_day if parsed.words[event].lemma in _WHAT_HAPPENED else None


def _agrees(e: TimeExpression, event: Interval, at: Moment) -> bool:
    """ "Une semaine après la crue, la rive a rouvert": not when a week after that day is still ahead."""
    after = e.meaning.kind == "shift" and e.meaning.shift > 0
    return not (after and e.tense != "future" and at.published and event.lo and event.lo >= at.published)


def same_day(parsed: Parsed, times: Times, k: int) -> TimeExpression | None:
    """ "samedi soir, au lendemain du vote": the day that "au lendemain" or "une semaine après" says again."""
    m = times[k].meaning
    if not k or m.unit not in ("day", "week") or m.count is None or not _is_day(times[k - 1]):
        return None
    e = times[k]
    return times[k - 1] if _SAME_DAY.fullmatch(parsed.text, times[k - 1].span.end, e.span.start) else None


def counts_from_event(meaning: Meaning) -> bool:
    """ "la veille du procès", "le matin même du procès"."""
    return any(m.base == "event" for m in meaning.parts())


def _event_behind(parsed: Parsed, e: TimeExpression) -> int | None:
    """The noun behind "la veille de" or "deux jours après"."""
    for word in parsed.words[e.last : e.last + 5]:
        if word.pos in ("NOUN", "PROPN"):
            return word.i if word.lemma not in _UNITS else None
        if word.pos not in _BEFORE_NOUN:
            break
    return None


def _is_day(e: TimeExpression) -> bool:
    day = e.meaning.left if e.meaning.kind in ("clock", "daypart") else e.meaning
    return day is not None and day.kind in ("day", "feast") and day.base == "published" and not e.dateline


def _told_behind(parsed: Parsed, times: Times, k: int, event: int) -> TimeExpression | None:
    """ "au lendemain de l'incendie de samedi"."""
    if k + 1 >= len(times) or not _is_day(times[k + 1]):
        return None
    day = times[k + 1]
    between = parsed.words[event + 1 : day.first]
    if len(between) > _NEAR or any(w.pos in ("VERB", "AUX", "PUNCT") for w in between):
        return None
    return day if parsed.words[event].sent == parsed.words[day.first].sent else None


def _told_elsewhere(parsed: Parsed, times: Times, k: int, event: int) -> TimeExpression | None:
    """The day that the report gives to a thing of this name: on the noun ("le procès du 3 juin") before on its verb."""
    lemma = parsed.words[event].lemma
    on_noun: list[TimeExpression] = []
    on_verb: list[TimeExpression] = []
    for n, e in enumerate(times):
        if n == k or not _is_day(e):
            continue
        over = _governors(parsed, e)
        if any(parsed.words[i].lemma == lemma and i != event for i in over) or over and _said_of(parsed, over[0]) == lemma:
            on_noun.append(e)
        elif any(kid.lemma == lemma and kid.i != event for i in over for kid in parsed.kids(i, "nsubj", "obj", "obl:agent")):
            on_verb.append(e)
    return next(iter((*on_noun, *on_verb)), None)


def _governors(parsed: Parsed, e: TimeExpression) -> tuple[int, ...]:
    """What a time hangs on, and what a noun among that hangs on ("a eu lieu samedi")."""
    first = next((h for i in range(e.first, e.last) if not e.first <= (h := parsed.words[i].head) < e.last), None)
    if first is None:
        return ()
    above = parsed.words[first].head
    return (first, above) if parsed.words[first].pos == "NOUN" and above != first else (first,)


def _said_of(parsed: Parsed, verb: int) -> str:
    """The noun that a relative clause or a participle stands by: "une vente qui se tiendra samedi"."""
    word = parsed.words[verb]
    return parsed.words[word.head].lemma if word.dep.startswith("acl") else ""
