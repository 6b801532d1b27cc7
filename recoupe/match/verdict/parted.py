"""What was taken for one fact and is none: two reports that deny each other's act, or count one thing differently."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, product

from recoupe.lang.plain import plain
from recoupe.match.acts.happening import LOOSE, TALK
from recoupe.match.acts.slots import exclude
from recoupe.match.alike.echoes import place_of, whole
from recoupe.match.contrast import are_antonyms
from recoupe.match.count.measures import quantities_of
from recoupe.match.count.measuring import measures
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, in_order, touches
from recoupe.types import Difference, Event, Figure, Link, Value, make_id

_ROUNDED = 1.1  # two numbers that lie closer may be one, rounded
_UNCOUNTED = frozenset((*"âge an année mois semaine jour journée nuit heure minute seconde siècle fois % page".split(), "", None))


def part_shared(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those called shared whose two reports exclude each other set side by side instead."""
    return [_part(desk, d, drafts) for d in drafts]


def _part(desk: Desk, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """The matter; no longer shared where its two reports deny each other's act or give numbers that exclude each other."""
    if draft.agreement != "shared" or draft.kind not in ("event", "echo") or len(draft.reports) != 2:
        return draft
    told: dict[tuple[str, str], set[bool]] = defaultdict(set)  # report, act -> whether it is denied
    for event in (desk.events[e] for e in draft.events):
        told[event.report, _act(event)].update(c.negated for c in desk.claims.get(event.id, ()))
    for a, b in combinations((desk.events[e] for e in draft.events), 2):
        stances = told[a.report, _act(a)], told[b.report, _act(b)]
        denied = _act(a) == _act(b) and stances in (({False}, {True}), ({True}, {False}))
        if a.report != b.report and (why := "l’un est démenti" if denied else _other_number(desk, drafts, a, b)):
            link = Link(a.id, b.id, "different", 1.0, (why,), make_id("k", "parted", a.id, b.id))
            rows = [Value(e.report, None, (whole(desk, place_of(desk, e.trigger)),)) for e in (a, b)]
            passage = Difference("passage", "wording", in_order(rows))
            kept = tuple(d for d in draft.differences if d.slot != "telling")
            return replace(draft, agreement="related", differences=(passage, *kept), links=(*draft.links, link))
    if draft.kind == "echo" and (pair := _opposite(desk, draft)):
        a, b = pair
        link = Link(a.id, b.id, "different", 1.0, ("mots contraires",), make_id("k", "parted", a.id, b.id))
        rows = [Value(e.report, None, (whole(desk, place_of(desk, e.trigger)),)) for e in pair]
        passage = Difference("passage", "wording", in_order(rows))
        return replace(draft, agreement="related", differences=(passage,), links=(*draft.links, link))
    return draft


def _act(event: Event) -> str:
    """What it tells: its frame, where that says what happened, else its word."""
    return event.lemma if event.frame in LOOSE | TALK else event.frame


def _opposite(desk: Desk, draft: Draft) -> tuple[Event, Event] | None:
    """Events of its two reports whose sentences hold two opposite words, each the one only: "une baisse", "une hausse"."""
    for a, b in combinations((desk.events[e] for e in draft.events), 2):
        if a.report != b.report:
            left, right = (_lemmas(desk, e) for e in (a, b))
            if any(are_antonyms(x, y) and x not in right and y not in left for x in sorted(left) for y in sorted(right)):
                return a, b
    return None


def _lemmas(desk: Desk, event: Event) -> frozenset[str]:
    """The plain words of the sentence of an event."""
    parsed = desk.readings[event.report].parsed
    sentence = parsed.sentence_of(parsed.at(event.trigger.start, event.trigger.end)[0])
    return frozenset(plain(w.lemma) for w in parsed.words[sentence.first : sentence.last] if w.pos in ("NOUN", "VERB", "ADJ"))


def _other_number(desk: Desk, drafts: Sequence[Draft], a: Event, b: Event) -> str:
    """The reason where two clauses count one thing each and exclude each other; "" where they do not, or a matter tells it."""
    for left, right in product(_lone_figures(desk, a), _lone_figures(desk, b)):
        if left.unit == right.unit and _are_far(left, right) and not _is_shown(drafts, left, right):
            return "autre nombre"
    return ""


def _lone_figures(desk: Desk, event: Event) -> list[Figure]:
    """The exact numbers in the clause of an event, of things that it counts once: no times, nothing whose count moves."""
    clause = desk.clause(event)
    moving = {q.figure.id for q in quantities_of(desk, event.report) if q.measure in measures() and measures()[q.measure][1]}
    here = [f for f in desk.readings[event.report].figures if clause.start <= f.span.start < clause.end]
    count = Counter(f.unit for f in here)
    return [f for f in here if f.bound == "exact" and f.unit not in _UNCOUNTED and count[f.unit] == 1 and f.id not in moving]


def _are_far(a: Figure, b: Figure) -> bool:
    """Are they more than a rounding apart?"""
    least, most = sorted(f.low or f.high or 0.0 for f in (a, b))
    return exclude(a, b) and most > _ROUNDED * least


def _is_shown(drafts: Sequence[Draft], a: Figure, b: Figure) -> bool:
    """Does a matter set the two numbers against each other?"""
    spans = ([s for v in x.values for s in v.evidence] for d in drafts for x in d.differences if x.slot != "telling")
    return any(touches(a.span, told) and touches(b.span, told) for told in spans)
