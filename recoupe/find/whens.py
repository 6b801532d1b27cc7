"""Times of a report: `find_times` reads them, `anchor_whens` puts them on the calendar once the day of publication is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from recoupe.find.count.numerals import lex
from recoupe.find.dating.nearest import day_of, near
from recoupe.find.times.calendar import resolve
from recoupe.find.times.context import counts_from_event, day_ahead, event_day, find_series, same_day
from recoupe.find.times.expression import TimeExpression
from recoupe.find.times.grammar import Phrase, read_phrases
from recoupe.find.times.intervals import Interval, Moment, duration
from recoupe.find.times.tense import tense_at
from recoupe.parse.document import Parsed
from recoupe.types import Span, When, make_id

__all__ = ["TimeExpression", "anchor_whens", "find_times"]

_BACK, _OWN = 200, 10  # days before publication that are long gone; days around it that are a report's own


def find_times(parsed: Parsed) -> tuple[TimeExpression, ...]:
    """Every phrase that names a time, in order, without overlap."""
    found: list[TimeExpression] = []
    for phrase in read_phrases(lex(parsed.text)):
        words = parsed.at(phrase.start, phrase.end)
        if not words or not _is_time(parsed, phrase, words):
            continue
        start = max(phrase.start, 0)
        span = Span(parsed.report, start, phrase.end)
        head = _head(parsed, words)
        dateline = _is_dateline(parsed, phrase, words)
        due = (
            phrase.meaning.kind in ("month", "season") and phrase.meaning.year is None and parsed.text.endswith("pour ", 0, start)
        )
        tense = "none" if dateline else "future" if due or _is_set(parsed, head, start) else tense_at(parsed, head)
        found.append(
            TimeExpression(
                make_id("w", parsed.report, start, phrase.end),
                span,
                words[0],
                words[-1] + 1,
                phrase.meaning,
                tense,
                _on_verb(parsed, head),
                dateline,
            )
        )
    return tuple(found)


_SETTING = frozenset("reporter renvoyer repousser ajourner décaler différer avancer fixer prolonger reconduire".split())
_TO = re.compile(r"(?:\bau |\bà )$")


def _is_set(parsed: Parsed, head: int, start: int) -> bool:
    """ "A été reporté au 12 septembre", "prolongé jusqu'au 3 mai": the day that was set lies ahead, though the verb is past."""
    above = parsed.words[parsed.words[head].head]
    named = _TO.search(parsed.text, 0, start) or parsed.text.startswith(("jusqu", "au ", "à "), start)
    return above.lemma in _SETTING and bool(named)


def anchor_whens(
    parsed: Parsed, expressions: Sequence[TimeExpression], published: When | None, around: date | None = None
) -> tuple[When, ...]:
    """The expressions on the calendar, in the same order and with the same ids. Deictic ones keep no value without a date.

    With `around`, days without a year in a report without a date are those nearest to it (see `dating.nearest`), and are
    `assumed`.
    """
    day = day_of(published)
    series = find_series(parsed, expressions)
    told: Interval | None = None
    told_day: Interval | None = None
    whens: list[When] = []
    gone = own = False  # has it told a day long gone, and one around its own?
    for k, e in enumerate(expressions):
        at = Moment(day, told, None if _is_stamp(parsed.text, e) else told_day, e.tense, e.firm, looks_back=gone and not own)
        if k in series:
            found = series[k].day(k, day)
        elif counts_from_event(e.meaning):
            again = same_day(parsed, expressions, k)
            event = None if again else event_day(parsed, expressions, k, at)
            found = resolve(again.meaning if again else e.meaning, replace(at, event=event))
            found = replace(found, duration=duration(e.meaning)) if again and e.meaning.unit == "week" else found
        elif (ahead := day_ahead(parsed, expressions, k)) is not None:
            found = resolve(replace(e.meaning, left=ahead.meaning), replace(at, tense=ahead.tense))
        else:
            found = resolve(e.meaning, at)
        if found.lo is None and found.hi is None and around and day is None and (nearest := near(e.meaning, around)):
            whens.append(replace(_when(e, resolve(nearest, at)), assumed=True))
            continue
        whens.append(_when(e, found))
        ago = (day - found.lo).days if day and found.lo and found.lo == found.hi else _OWN + 1
        gone, own = gone or ago > _BACK, own or abs(ago) <= _OWN
        if found.lo is None or e.dateline or e.meaning.kind in ("relation", "lasting", "recent"):
            continue
        if found.grain == "day" and (found.hi is not None or e.meaning.base != "event"):
            told = told_day = found
        elif told is None or found.anchor == "absolute" or e.meaning.kind == "month":
            told = found
    return tuple(whens)


_STAMP = re.compile(r"\s*[-–—•|:]\s")


def _is_stamp(text: str, e: TimeExpression) -> bool:
    """ "8 h 03 - Le maire parle": the time at which a live page says it."""
    if e.meaning.kind != "clock" or e.meaning.left is not None or not _STAMP.match(text, e.span.end):
        return False
    return not text[text.rfind("\n", 0, e.span.start) + 1 : e.span.start].strip(" -–•·[(\u00a0")


def _when(e: TimeExpression, found: Interval) -> When:
    earliest = found.lo.isoformat() if found.lo else None
    latest = found.hi.isoformat() if found.hi else None
    length = found.duration
    if length is None and e.meaning.kind in ("duration", "lasting"):
        length = duration(e.meaning)
    return When(e.id, e.span, found.value, earliest, latest, found.anchor, length, found.flags)


def _head(parsed: Parsed, words: range) -> int:
    """The word of the phrase that hangs outside it."""
    return next((i for i in words if parsed.words[i].head not in words or parsed.words[i].head == i), words[0])


def _on_verb(parsed: Parsed, head: int) -> bool:
    return parsed.words[parsed.words[head].head].pos in ("VERB", "AUX")


def _is_time(parsed: Parsed, phrase: Phrase, words: range) -> bool:
    """False for a number that counts what follows, a month that is a name, an age."""
    meaning, after = phrase.meaning, words[-1] + 1
    if phrase.letters in ("W", "A") and _in_name(parsed, words[0]):
        return False
    if meaning.kind == "daypart" and meaning.left is None and parsed.words[words[-1]].text.istitle() and len(words) > 1:
        return False  # "dans l'Aube", "du Midi"
    if meaning.kind == "clock" and _alone(parsed.text, phrase):
        return False  # the time stamps of a live page
    if (
        meaning.kind == "year"
        and phrase.letters == "Y"
        or meaning.kind == "day"
        and phrase.letters[-1] == "d"
        and meaning.month is None
    ):
        number = parsed.words[words[-1]]
        if after < len(parsed.words):
            following = parsed.words[after]
            counted = number.head == following.i and number.dep in ("nummod", "det") and following.pos in ("NOUN", "SYM")
            if counted or following.lower in ("€", "$", "%", "euros", "dollars", "personnes", "km", "m", "mètres", "habitants"):
                return False
    if meaning.kind == "month" and phrase.letters == "M":
        return parsed.text[phrase.start].islower()
    if meaning.kind == "duration":
        return phrase.letters[0] in "Pe" or phrase.letters[-1] in "VRLT"
    every_week = meaning.kind in ("day", "daypart") and phrase.letters in ("lW", "lWB")
    return not every_week  # "le dimanche"


def _in_name(parsed: Parsed, i: int) -> bool:
    """ "France Dimanche": a capital inside the sentence, right behind another."""
    word, before = parsed.words[i], parsed.words[i - 1] if i else None
    if before is None or not word.text.istitle() or not before.text.istitle() or before.sent != word.sent:
        return False
    return parsed.text[before.end : word.start] == " " and before.pos in ("PROPN", "NOUN")


def _alone(text: str, phrase: Phrase) -> bool:
    line = text[text.rfind("\n", 0, phrase.start) + 1 : phrase.start]
    end = text.find("\n", phrase.end)
    return not (line + text[phrase.end : end if end >= 0 else len(text)]).strip(" -–•·:|\u00a0")


_LONGEST_PLACE = 32  # characters: a longer head in capitals is a headline
_SAID_PUBLISHED = re.compile(r"(?:publi[ée]e?|post[ée]e?|mise? en ligne|parue?)(?: aujourd'hui)?[ :,]*(?:le )?$", re.IGNORECASE)


def _is_dateline(parsed: Parsed, phrase: Phrase, words: range) -> bool:
    """ "PARIS, 18 juin (AFP) -", "18 juin 2024. –": a day in the first 200 characters, before a dash and any verb."""
    if phrase.meaning.kind != "day" or phrase.meaning.day is None or phrase.start > 300:
        return False
    line = parsed.text.rfind("\n", 0, phrase.start) + 1
    if _SAID_PUBLISHED.search(parsed.text, max(line, phrase.start - 30), phrase.start):
        return True  # "Publié le 3 mai"
    if phrase.start - line > 60:
        return False
    tail = parsed.text[phrase.end : phrase.end + 30].lstrip()
    alone = (
        tail[:1] in ("–", "—", "-")
        or tail[:1] == "."
        and tail[1:].lstrip()[:1] in ("–", "—", "-")
        or tail[:1] == "("
        and "-" in tail + "–"
    )
    head = parsed.text[line : phrase.start]
    upper = head.strip(" ,(").isupper()
    before = parsed.words[words[0] - 1] if words[0] else None
    verbless = before is None or before.start < line or before.pos not in ("VERB", "AUX")  # on its own line
    return verbless and (alone or (upper and 3 < len(head) <= _LONGEST_PLACE and ":" not in head))
