"""The verdict on each slot of a matter: what its occasions share, and what differs in which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from recoupe.lang.plain import function_words, plain
from recoupe.match.acts.attribution import compare_sources
from recoupe.match.acts.clashes import (
    compare_actors,
    compare_doers,
    compare_ends,
    compare_instruments,
    compare_opposites,
    compare_sides,
    compare_starts,
    compare_ways,
)
from recoupe.match.acts.comparing import all_solid, compare_occasions
from recoupe.match.acts.faced import same_deed, same_happening
from recoupe.match.acts.happening import Occasion
from recoupe.match.acts.levels import AHEAD, SURE
from recoupe.match.acts.opposites import opposition
from recoupe.match.acts.purposes import compare_purposes
from recoupe.match.acts.slots import compare_days, compare_words, days_between
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, agree, in_order
from recoupe.match.sure.stances import compare_headline, compare_stances
from recoupe.match.verdict.opposed import is_disputed
from recoupe.match.verdict.polarity import compare_polarity
from recoupe.match.when.hours import compare_hours
from recoupe.types import Difference, Event, SlotVerdict, Span, Value, When

_REPEATS = frozenset(
    ("VISIT", "MEET", "SAY", "ANNOUNCE", "SUPPLY", "ACCUSE", "DENY", "PRAISE", "CRITICISE", "PROTEST", "ATTACK", "COOPERATE")
)
_NEXT = 40  # letters behind a phrase in which the rest of it may stand
_MAX_EVIDENCE = 500
_WEEK = 7  # days
_DAY = re.compile(
    r"(?i)\d|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|aujourd|veille|lendemain|ce (?:matin|soir))"
)
_WEEKDAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())


def draft_event(desk: Desk, group: Sequence[Occasion]) -> Draft:
    """The matter of occasions that are one happening."""
    events = tuple(sorted(e.id for o in group for e in o.events))
    claims = tuple(sorted({c.id for o in group for c in o.claims}))
    reports = tuple(sorted({o.report for o in group}))
    found: Iterable[Difference | None] = _compare(desk, group) if len(reports) > 1 else (compare_headline(desk, group),)
    differences = tuple(d for d in found if d)
    turned = any(d.slot == "polarity" and d.verdict == "updated" for d in differences)  # each was right at its time
    if turned:  # an act and the one that follows it have a day each
        differences = tuple(d for d in differences if d.slot != "date" or d.verdict != "contradicted")
    opposed = any(d.slot == "polarity" and d.verdict == "wording" for d in differences)  # on the word of two
    disputed = not turned and (opposed or is_disputed(desk, group))
    return Draft("event", events, claims, reports, agree(len(reports), differences, disputed=disputed), differences)


def _compare(desk: Desk, group: Sequence[Occasion]) -> Iterable[Difference | None]:
    """Slot by slot, what several reports of one happening say."""
    yield _dates(desk, group) or compare_starts(desk, group)
    yield compare_hours(desk, group)
    yield compare_sides(desk, group) or _places(desk, group)
    yield compare_doers(desk, group) or compare_ends(desk, group) or compare_actors(desk, group)
    yield compare_ways(desk, group)
    yield compare_instruments(desk, group)
    yield compare_opposites(desk, group) or compare_polarity(desk, group) or compare_stances(desk, group)
    yield compare_sources(desk, group)
    yield _objects(desk, group)
    yield compare_purposes(desk, group)
    yield compare_headline(desk, group)


def _dates(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """The days of a matter: same, more exact, put off, or excluding one another."""
    rows: list[tuple[Occasion, When]] = [(o, w) for o in group for w in o.whens if w.span and not w.duration]
    if len({o.report for o, _ in rows}) < 2:
        return None
    verdict: SlotVerdict = "same"
    for i, (a, x) in enumerate(rows):
        for b, y in rows[i + 1 :]:
            if a.report == b.report:
                continue
            relation = compare_days(desk, x, y)
            if relation in ("refined", "overlap"):
                verdict = "refined" if verdict == "same" else verdict
            elif relation == "disjoint":
                if opposition(a.sides, b.sides) or _denies(a) != _denies(b):
                    return None  # two acts, each with its day; or not that day
                if _is_moved(desk, a, b):
                    verdict = "updated" if verdict != "contradicted" else verdict
                elif _excludes(desk, group, x, y) or _one_weekday(desk, x, y) and _one_deed(a, b):
                    verdict = "contradicted"
                else:
                    return None
            elif relation == "same" and x.span and y.span and _weekday_only(desk, x) != _weekday_only(desk, y):
                verdict = "refined" if verdict == "same" else verdict
            elif relation == "unknown" and not (x.earliest and y.earliest):
                return None
    return Difference("date", verdict, in_order([Value(o.report, w.value, (w.span,)) for o, w in rows if w.span]))


def _denies(occasion: Occasion) -> bool:
    """Does the report say that it was not?"""
    return any(c.negated for c in occasion.claims)


def _is_moved(desk: Desk, a: Occasion, b: Occasion) -> bool:
    """Set for one day, then for another one, or held on another one: put off in between."""
    ahead = [bool(o.claims) and all(c.status in AHEAD for c in o.claims) for o in (a, b)]
    return any(ahead) and (compare_occasions(desk, a, b).solid or same_deed(a, b))


def _excludes(desk: Desk, group: Sequence[Occasion], x: When, y: When) -> bool:
    """Can only one of two days be right? The matter happens once, all else matches, and both are days."""
    frames = {o.block for o in group}
    days = all(w.earliest and w.latest and w.earliest[:10] == w.latest[:10] and _names_day(desk, w) for w in (x, y))
    past = all("past" in o.tenses or {c.status for c in o.claims} <= SURE for o in group)
    if not days or not past or len({n for o in group if (n := _number(desk, o))}) > 1:
        return False
    if all(same_happening(a, b) for i, a in enumerate(group) for b in group[i + 1 :]):
        return True
    return not frames & _REPEATS and not any(":" in f for f in frames) and all_solid(desk, group)


def _number(desk: Desk, occasion: Occasion) -> str:
    """Whether it befalls one or several, where its words tell: "l'élu a été arrêté lundi", "des élus ont été arrêtés mardi"."""
    parsed = desk.readings[occasion.report].parsed
    spans = [s for e in occasion.events for s in e.slots.undergoer_spans]
    found = {
        parsed.words[i].feat("Number") or "" for s in spans for i in parsed.at(s.start, s.end) if parsed.words[i].pos == "NOUN"
    }
    return min(found) if len(found) == 1 and found <= {"Sing", "Plur"} else ""


def _names_day(desk: Desk, when: When) -> bool:
    """ "Lundi soir", "hier", "le 3"; "en pleine nuit" may be any night."""
    return when.span is not None and bool(_DAY.search(desk.text(when.span)))


def _one_weekday(desk: Desk, x: When, y: When) -> bool:
    """ "Samedi 27 juillet", "samedi 29 juillet": both cannot be Saturdays."""
    left, right = (desk.text(w.span).lower().split() if w.span else [] for w in (x, y))
    days = {w for w in left if w in _WEEKDAYS} & {w for w in right if w in _WEEKDAYS}
    numbers = all(any(c.isdigit() for c in "".join(words)) for words in (left, right))
    dated = x.earliest and x.latest and y.earliest and y.latest
    return bool(days) and numbers and bool(dated) and days_between(x, y) < _WEEK


def _one_deed(a: Occasion, b: Occasion) -> bool:
    """One act done to one thing at one place, in the same word: whatever repeats was told of one time."""
    return bool(a.lemmas & b.lemmas and a.undergoers & b.undergoers and a.places & b.places) and a.ordinals == b.ordinals


def _weekday_only(desk: Desk, when: When) -> bool:
    return when.span is not None and not any(ch.isdigit() for ch in desk.text(when.span))


def _places(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """Where it happened: two towns exclude one another only when neither report knows the other's."""
    places = [(o.report, _place(desk, e)) for o in group for e in o.events]
    rows = [(r, " ".join(desk.text(s).split()), s) for r, s in places if s and any(c.isupper() for c in desk.text(s))]
    if len({r for r, *_ in rows}) < 2:
        return None
    verdict: SlotVerdict = "same"
    for i, (report, place, span) in enumerate(rows):
        for other, second, right in rows[i + 1 :]:
            if report == other:
                continue
            relation = compare_words(place, second)
            if desk.mentions.get(span, span) == desk.mentions.get(right, right) or relation == "same":
                continue
            knows = second in desk.readings[report].report.text, place in desk.readings[other].report.text
            if all(knows):
                continue  # each report names both
            if relation in ("refined", "overlap") or any(knows):
                verdict = "refined" if verdict == "same" else verdict
            elif (
                group[0].block not in _REPEATS
                and ":" not in group[0].block
                and _towns(desk, span, right)
                and all_solid(desk, group)
            ):
                verdict = "contradicted"
            else:
                return None
    return Difference("place", verdict, in_order([Value(r, p, (s,)) for r, p, s in rows]))


def _place(desk: Desk, event: Event) -> Span | None:
    """Its place, or a town that its clause names after "à"."""
    if event.slots.place_span:
        return event.slots.place_span
    clause = desk.clause(event)
    for mention in desk.readings[event.report].mentions:
        inside = event.trigger.end <= mention.span.start and mention.span.end <= clause.end
        if inside and mention.actor in desk.actors and desk.actors[mention.actor].kind == "place":
            if desk.readings[event.report].report.text[: mention.span.start].endswith((" à ", " À ")):
                return mention.span
    return None


def _towns(desk: Desk, a: Span, b: Span) -> bool:
    """Are both names of places that are no state (a town may lie in a state)?"""
    kinds = [desk.actors[x].kind if (x := desk.mentions.get(s)) in desk.actors and x else "" for s in (a, b)]
    return kinds == ["place", "place"]


def _objects(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """What it was about, when one report says more than another."""
    rows: list[tuple[str, Event, frozenset[str], Span]] = [
        (o.report, e, o.objects, e.slots.object_span) for o in group for e in o.events if e.slots.object_span
    ]
    if len({r for r, *_ in rows}) < 2:
        return None
    longest: dict[str, Span] = {}
    for report, _, _, span in rows:
        if span.end - span.start <= _MAX_EVIDENCE and (report not in longest or _length(span) > _length(longest[report])):
            longest[report] = span
    words = {r: _telling(desk.text(span)) for r, span in longest.items()}
    if not all(a <= b or b <= a for a in words.values() for b in words.values()):
        quoted = all(_is_quoted(desk, span) for span in longest.values())  # other words for it are no news, but in marks
        return Difference("object", "wording", _shown(desk, longest)) if quoted else None
    whole = frozenset().union(*words.values())
    words = {r: told | (whole & _behind(desk, longest[r])) for r, told in words.items()}
    added = whole - frozenset.intersection(*words.values())
    if not any(w[0].isupper() or w[0].isdigit() for w in added):
        return None  # "la démission", "cette démission"
    return Difference("object", "refined", _shown(desk, longest))


def _behind(desk: Desk, span: Span) -> frozenset[str]:
    """The words right behind a phrase, which the parser may have cut off: the name of "la démission du cardinal" X."""
    text = desk.readings[span.report].report.text
    behind = text[span.end : span.end + _NEXT].split("\n")[0]
    return frozenset(re.findall(r"[^\W_]{2,}", re.split(r"[.;:!?]", behind)[0]))


def _shown(desk: Desk, spans: Mapping[str, Span]) -> tuple[Value, ...]:
    return in_order([Value(r, desk.text(span), (span,)) for r, span in spans.items()])


def _is_quoted(desk: Desk, span: Span) -> bool:
    return any(q.start <= span.start and span.end <= q.end for q in desk.readings[span.report].parsed.quotes)


def _telling(text: str) -> frozenset[str]:
    """The names, numbers and nouns of a phrase: what it begins with may owe its capital to its place."""
    words = re.findall(r"[^\W_]{2,}", text)
    first = words[0].lower() if words and text[:1].isupper() else ""
    return frozenset(w for w in words if plain(w) not in function_words() and (w.lower() != first or w != words[0])) or frozenset(
        words
    )


def _length(span: Span) -> int:
    return span.end - span.start
