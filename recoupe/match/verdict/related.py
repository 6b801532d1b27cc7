"""What is close and not held to be one: facts that something tells apart, and facts that may be one though nothing proves it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.match.alike.echoes import place_of, standing, teller, whole
from recoupe.match.desk import Desk, Place
from recoupe.match.drafts import Draft, claims_of, in_order
from recoupe.types import Difference, Link, Value, make_id

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
