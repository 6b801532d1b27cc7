"""What is close and not held to be one: facts that something tells apart, and facts that may be one though nothing proves it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from recoupe.match.desk import Desk, Place
from recoupe.match.drafts import Draft, claims_of, in_order, touches
from recoupe.match.echoes import place_of, standing, teller, whole
from recoupe.match.measures import quantities_of
from recoupe.match.measuring import measures
from recoupe.match.slots import exclude
from recoupe.types import Difference, Event, Figure, Link, Value, make_id

_ROUNDED = 1.1  # two numbers that lie closer may be one, rounded
_UNCOUNTED = frozenset((*"âge an année mois semaine jour journée nuit heure minute seconde siècle fois % page".split(), "", None))
_CLOSER = 0.4  # from which a sentence is set beside another one than that which tells its fact


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two sentences that are close, with the link between an event of each: its verdict, score and reasons."""

    left: Place
    right: Place
    link: Link


def draft_related(desk: Desk, drafts: Sequence[Draft], links: Sequence[Link]) -> list[Draft]:
    """The drafts, and one for what is close to each other in two reports or more and stands together in none of them.

    `links`: of events that are alike and were not joined.
    """
    drafts = [_parted(desk, d, drafts) for d in drafts]
    held = standing(desk, drafts)
    told = {(place, r) for place, homes in held.items() for n in homes for r in drafts[n].reports if r != place[0]}
    pairs: list[_Pair] = []
    taken: set[tuple[Place, str]] = set()
    for pair in sorted((*_sentences(desk), *_events(desk, links)), key=lambda p: (-p.link.score, p.left, p.right)):
        ends = {(pair.left, pair.right[0]), (pair.right, pair.left[0])}
        joined = held.get(pair.left, set()) & held.get(pair.right, set()) or ends <= told
        if not (joined or ends & told and pair.link.score < _CLOSER or ends & taken):
            taken |= ends  # a sentence is set beside one of each other report
            pairs.append(pair)
    homes = {e: d.events[0] for d in drafts if d.kind in ("event", "echo") and len(d.reports) > 1 for e in d.events}
    return [*drafts, *(_draft(desk, group) for group in _groups(pairs, homes))]


def _parted(desk: Desk, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """The matter; no longer shared where its two reports deny each other's act or give numbers that exclude each other."""
    if draft.agreement != "shared" or draft.kind not in ("event", "echo") or len(draft.reports) != 2:
        return draft
    told: dict[tuple[str, str], set[bool]] = defaultdict(set)  # report, act -> whether it is denied
    for event in (desk.events[e] for e in draft.events):
        told[event.report, event.lemma].update(c.negated for c in desk.claims.get(event.id, ()))
    for a, b in combinations((desk.events[e] for e in draft.events), 2):
        stances = told[a.report, a.lemma], told[b.report, b.lemma]
        denied = a.lemma == b.lemma and stances in (({False}, {True}), ({True}, {False}))
        if a.report != b.report and (why := "l’un est démenti" if denied else _other_number(desk, drafts, a, b)):
            link = Link(a.id, b.id, "different", 1.0, (why,), make_id("k", "parted", a.id, b.id))
            rows = [Value(e.report, None, (whole(desk, place_of(desk, e.trigger)),)) for e in (a, b)]
            passage = Difference("passage", "wording", in_order(rows))
            kept = tuple(d for d in draft.differences if d.slot != "telling")
            return replace(draft, agreement="related", differences=(*kept, passage), links=(*draft.links, link))
    return draft


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


def _groups(pairs: Sequence[_Pair], homes: Mapping[str, str]) -> list[list[_Pair]]:
    """Pairs by the fact they have in common, that with most to set beside it first; each pair once, in the order given.

    `homes`: of events that several reports tell, the first of those they are joined with.
    """
    beside: dict[str, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        for fact in sorted({homes.get(e, e) for e in (pair.link.left, pair.link.right)}):
            beside[fact].append(pair)
    groups, taken = [], set[str]()
    for _, fact in sorted((-sum(p.link.score for p in rows), fact) for fact, rows in beside.items()):
        if group := [p for p in beside[fact] if p.link.id not in taken]:
            taken |= {p.link.id for p in group}
            groups.append(group)
    return groups


def _sentences(desk: Desk) -> Iterator[_Pair]:
    """Sentences that are each other's closest, with an event under each."""
    for (left, right), close in sorted(desk.close.items()):
        a, b = teller(desk, left, close.words), teller(desk, right, close.words)
        if a and b:
            reasons = (close.apart, *close.reasons) if close.apart else close.reasons
            known = make_id("k", "related", a.id, b.id)
            yield _Pair(
                left, right, Link(a.id, b.id, "different" if close.apart else "unsure", round(close.score, 3), reasons, known)
            )


def _events(desk: Desk, links: Sequence[Link]) -> Iterator[_Pair]:
    """The sentences of events that are alike and were not joined."""
    for link in links:
        left, right = (place_of(desk, desk.events[e].trigger) for e in (link.left, link.right))
        yield _Pair(left, right, link)


def _draft(desk: Desk, group: Sequence[_Pair]) -> Draft:
    """One matter of pairs that set the same things side by side, one sentence of each report."""
    shown = {place[0]: place for pair in reversed(group) for place in (pair.right, pair.left)}
    events = tuple(sorted({e for pair in group for e in (pair.link.left, pair.link.right)}))
    told = Difference("passage", "wording", in_order([Value(r, None, (whole(desk, place),)) for r, place in shown.items()]))
    links = tuple(pair.link for pair in group)
    return Draft("related", events, claims_of(desk, events), tuple(sorted(shown)), "related", (told,), links=links)
