"""How many, told vaguely in one report and by a number in another: "plusieurs personnes", "six blessés"; "après plusieurs mois".

What ties the two is what is told of them: one matter holds both sentences, or one act with who or what is beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.lang.nouns import actor_nouns
from recoupe.lang.plain import news_words, plain
from recoupe.match.acts.afar import may_be_others
from recoupe.match.acts.families import kinds, word_families
from recoupe.match.acts.governing import Happening, alike, common_words, happening_at, is_one
from recoupe.match.count.vague import counted_noun
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown, touches
from recoupe.match.state.ladders import ANY, PERSONS, PLACE, kinds_of
from recoupe.match.when.lengths import SECONDS
from recoupe.parse.document import Parsed, Word
from recoupe.types import Difference, Figure, Span

_FEW = frozenset("plusieurs quelques divers diverses maints nombreux nombreuses".split())
_ROUGH = {"dizaine": (10, 99), "douzaine": (12, 99), "vingtaine": (20, 99), "centaine": (100, 999), "millier": (1000, 9999)}
_OPEN = frozenset("poignée multitude série kyrielle myriade".split())
_ALL = frozenset(("tous", "toutes"))
_MOST_SEVERAL = 60  # of so many one no longer says "plusieurs"
_SPAN_OF_TIME = (1.5, 30.0)  # "plusieurs mois" are so many months
_MANY = 10  # numbers of one key that are held against a vague word
_UNTOLD = frozenset("fois chose façon manière sorte type million milliard euro dollar point voix but article page".split())
_PERSON = "person"
_BEFALLS = frozenset(
    "INJURE DIE KILL MISSING ARREST EVACUATE HOSPITALISE KIDNAP RESCUE RELEASE".split()
)  # of whom the news gives the number


@dataclass(frozen=True, slots=True)
class _Quantity:
    """So many of this, in these words; `low` and `high` of a vague one are what it may stand for."""

    span: Span
    noun: str
    keys: frozenset[str]
    low: float
    high: float
    bare: bool  # a plural without any word of number: "des soldats"


def draft_several(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each thing that one report counts and another tells by a vague word."""
    reports = [r for r in sorted(desk.readings) if len(desk.related[r]) > 1]
    exact: dict[str, list[_Quantity]] = defaultdict(list)
    for report in reports:
        for number in _numbers(desk, report):
            for key in sorted(number.keys):
                exact[key].append(number)
    homes = _homes(drafts)
    told: dict[Span, Happening | None] = {}
    found: dict[tuple[Span, ...], list[Span]] = defaultdict(list)
    for report in reports:
        for vague in _vague(desk, report):
            near = dict.fromkeys(n for k in sorted(vague.keys) for n in exact[k])
            rows = [n for n in near if n.span.report in desk.related[report] and n.span.report != report and _fits(vague, n)]
            if len(rows) <= _MANY and (told_of := _lone([n for n in rows if _is_one(desk, vague, n, homes, told)])):
                found[told_of].append(vague.span)
    return [*drafts, *(d for rows in sorted(found) if (d := _draft(desk, drafts, found[rows], rows)))]


def _homes(drafts: Sequence[Draft]) -> dict[str, frozenset[int]]:
    """The matters of happenings by their events."""
    found: dict[str, set[int]] = defaultdict(set)
    for n, draft in enumerate(drafts):
        for event in draft.events if draft.kind == "event" and len(draft.reports) > 1 else ():
            found[event].add(n)
    return {e: frozenset(rows) for e, rows in found.items()}


def _numbers(desk: Desk, report: str) -> Iterator[_Quantity]:
    parsed = desk.readings[report].parsed
    for figure in desk.readings[report].figures:
        if not _is_plain(figure) or not 0 <= figure.head < len(parsed.words):
            continue
        noun = parsed.words[figure.head]
        if figure.unit in SECONDS or noun.pos == "NOUN" and plain(noun.lemma) not in _UNTOLD:
            end = max(figure.span.end, noun.end)
            yield _quantity(parsed, noun, Span(report, figure.span.start, end), figure.low or 0, figure.high or 0)


def _is_plain(figure: Figure) -> bool:
    return figure.low is not None and figure.low == figure.high and figure.low > 1 and figure.bound in ("exact", "about")


def _quantity(parsed: Parsed, noun: Word, span: Span, low: float, high: float, *, bare: bool = False) -> _Quantity:
    return _Quantity(span, plain(noun.lemma), _keys(noun), low, high, bare)


def _keys(noun: Word) -> frozenset[str]:
    """Under what a counted noun is found: itself, its families, the sorts of things; all people under one."""
    lemma = noun.lemma.lower()
    if lemma in SECONDS:
        return frozenset(("time",))
    known = actor_nouns().get(lemma)
    held = kinds_of(lemma)
    people = {_PERSON} if PERSONS in held or known and known.kind in ("office", "job", "person", "kin") else set()
    things = {"^" + k for k in held - {PERSONS, ANY, PLACE}}
    return frozenset({"=" + plain(lemma), *("~" + f for f in word_families(plain(lemma))), *kinds((lemma,)), *things, *people})


def _vague(desk: Desk, report: str) -> Iterator[_Quantity]:
    """The vague numbers of a report, in text order."""
    parsed = desk.readings[report].parsed
    speakers = [s.speaker_span for s in desk.readings[report].statements if s.speaker_span]
    for word in parsed.words:
        lower, after = word.lower, parsed.words[word.i + 1 : word.i + 2]
        if lower in _FEW or lower in _ALL or lower == "des" and word.pos == "DET":
            noun = counted_noun(parsed, word, 3 if lower in _FEW else 2)
            low, high = (2.0, float(_MOST_SEVERAL)) if lower in _FEW else (2.0, 1e9)
        elif word.lemma in _ROUGH and lower.endswith("s") or word.lemma in _OPEN:
            noun = counted_noun(parsed, after[0], 2) if after and after[0].lemma == "de" else None
            low, high = map(float, _ROUGH.get(word.lemma, (2, 1e9)))
        else:
            continue
        if (
            noun is None
            or plain(noun.lemma) in _UNTOLD
            or noun.lemma in _ROUGH
            or desk.is_furniture(Span(report, word.start, word.end))
        ):
            continue
        first = word.i - 1 if word.i and parsed.words[word.i - 1].lower in ("des", "plusieurs", "une", "un", "de") else word.i
        span = Span(report, parsed.words[first].start, noun.end)
        if touches(span, speakers):
            continue  # "ont dit des responsables": who tells it is not counted
        yield _quantity(parsed, noun, span, low, high, bare=lower == "des" or lower in _ALL)


def _fits(vague: _Quantity, number: _Quantity) -> bool:
    """May the vague word stand for that number?"""
    if "time" in vague.keys:
        if vague.bare or vague.noun not in SECONDS or number.noun not in SECONDS:
            return False
        ratio = number.low * SECONDS[number.noun] / SECONDS[vague.noun]
        return _SPAN_OF_TIME[0] <= ratio <= _SPAN_OF_TIME[1]
    return vague.low <= number.low <= vague.high


def _is_one(
    desk: Desk, vague: _Quantity, number: _Quantity, homes: Mapping[str, frozenset[int]], told: dict[Span, Happening | None]
) -> bool:
    """Are both told of one thing?"""
    left, right = (desk.event_at(s) for s in (vague.span, number.span))
    both = bool(left and right and homes.get(left.id, frozenset()) & homes.get(right.id, frozenset()))
    kin = {k for k in vague.keys & number.keys if k != _PERSON}
    act = bool(left and right and left.frame == right.frame and left.frame in _BEFALLS)
    for span in (vague.span, number.span):
        if span not in told:
            told[span] = happening_at(desk, span)
    a, b = told[vague.span], told[number.span]
    if a is None or b is None or _on_other_days(desk, vague.span, number.span) or may_be_others(desk, vague.span, number.span):
        return False
    if both:
        return bool(kin) or act or bool(alike(a, b))
    if vague.bare or not kin and not act or desk.is_elsewhere(vague.span, number.span):
        return False
    if "time" in kin:
        return bool(a.names & b.names) and (bool(alike(a, b)) or bool(common_words(a, b) - news_words()))
    return is_one(a, b)


def _on_other_days(desk: Desk, a: Span, b: Span) -> bool:
    left, right = (desk.days_of(s.report, desk.readings[s.report].parsed.at(s.start, s.end)[0]) for s in (a, b))
    return bool(left and right and not left & right)


def _lone(numbers: Sequence[_Quantity]) -> tuple[Span, ...]:
    """Of each report that tells one number only, its first place."""
    by_report: dict[str, list[_Quantity]] = defaultdict(list)
    for number in numbers:
        by_report[number.span.report].append(number)
    return tuple(told[0].span for _, told in sorted(by_report.items()) if len({n.low for n in told}) == 1)


def _draft(desk: Desk, drafts: Sequence[Draft], vague: Sequence[Span], rows: Sequence[Span]) -> Draft | None:
    """One matter, unless one shows it already."""
    fresh = [s for s in vague if not any(_shows(d, s, rows) for d in drafts)]
    if not fresh:
        return None
    values = shown(desk, (*fresh, *rows))
    words = " / ".join(dict.fromkeys((v.value or "").lower() for v in values))
    return draft_values(desk, "count", f"Nombre : {words}", Difference("number", "refined", values))


def _shows(draft: Draft, vague: Span, rows: Sequence[Span]) -> bool:
    spans = [s for d in draft.differences if d.slot in ("figure", "number", "duration") for v in d.values for s in v.evidence]
    return touches(vague, spans) and any(touches(s, spans) for s in rows)
