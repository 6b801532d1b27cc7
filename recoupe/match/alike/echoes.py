"""One fact told in other words: sentences of two reports that tell it become one matter, with the events under them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.lang.roots import root
from recoupe.match.alike.sentences import Telling
from recoupe.match.alike.tellings import TOLD_ALIKE, Echo, find_echoes
from recoupe.match.desk import Desk, Place
from recoupe.match.drafts import Draft, claims_of, draft_values, in_order
from recoupe.match.verdict.nays import gainsays
from recoupe.types import Difference, Event, Link, Span, Value, make_id

_LONGEST = 400  # characters of a sentence that is shown whole

_MOST = 0.7  # of a sentence


def draft_echoes(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, and one for every group of sentences that tell one fact and stand together in no draft yet."""
    echoes = [e for e in find_echoes(desk, TOLD_ALIKE) if not gainsays(desk, _of(e.left), _of(e.right))]
    held = standing(desk, drafts)
    groups = _groups([e for e in echoes if not _are_joined(e, held)])
    by_place: dict[Place, list[Echo]] = defaultdict(list)
    for echo in echoes:
        by_place[_of(echo.left)].append(echo)
    made = [d for group in groups if (d := _draft(desk, group, by_place))]
    kept, own = _spelt_out(desk, drafts, [e for e in echoes if _are_joined(e, held)], held), []
    for draft in made:
        reports = {e: desk.events[e].report for e in draft.events}
        homes = [n for n, d in enumerate(kept) if _takes(d, draft, reports)]
        if homes:
            best = max(homes, key=lambda n: (len(set(kept[n].events) & set(draft.events)), len(kept[n].reports), -n))
            kept[best] = _grown(desk, kept[best], draft)
        else:
            own.append(draft)
    told = {e for d in made for e in d.events}
    return [*(d for d in kept if not (_is_alone(d) and told.issuperset(d.events))), *own]


def _spelt_out(desk: Desk, drafts: Sequence[Draft], echoes: Sequence[Echo], held: dict[Place, set[int]]) -> list[Draft]:
    """The drafts, those that join a clause or two of sentences told alike throughout shown with the whole of these."""
    told: dict[int, list[Value]] = defaultdict(list)
    for echo in echoes:
        if echo.left.remote or echo.right.remote:
            continue  # "la crue de 1994": recalled beside the happening itself
        homes = sorted(n for n in held[_of(echo.left)] & held[_of(echo.right)] if drafts[n].kind == "event")
        agreed = [n for n in homes if drafts[n].agreement in ("shared", "refined")]
        spans = [whole(desk, _of(t)) for t in (echo.left, echo.right)]
        if agreed and not all(any(_covers(desk, drafts[n], s) for n in homes) for s in spans):
            told[max(agreed, key=lambda n: (len(drafts[n].events), -n))] += [Value(s.report, None, (s,)) for s in spans]
    out = list(drafts)
    for n, values in told.items():
        out[n] = replace(drafts[n], differences=(*drafts[n].differences, Difference("telling", "same", in_order(values))))
    return out


def _covers(desk: Desk, draft: Draft, sentence: Span) -> bool:
    """Do the clauses of its events make up most of the sentence?"""
    clauses = {desk.clause(desk.events[e]) for e in draft.events if desk.events[e].report == sentence.report}
    inside = {i for c in clauses for i in range(max(c.start, sentence.start), min(c.end, sentence.end))}
    return len(inside) >= _MOST * (sentence.end - sentence.start)


def _takes(home: Draft, echo: Draft, reports: dict[str, str]) -> bool:
    """Does an agreed matter tell what the echo does, in each or in two of the reports that both have? `reports`: of events."""
    if home.kind != "event" or len(home.reports) < 2 or home.agreement not in ("shared", "refined"):
        return False
    both = set(home.reports) & set(echo.reports)
    meet = {reports[e] for e in set(home.events) & set(echo.events)}
    return bool(both) and (both == meet or len(meet) > 1)


def _grown(desk: Desk, home: Draft, echo: Draft) -> Draft:
    """The matter with what further reports tell in other words."""
    events = tuple(sorted({*home.events, *echo.events}))
    reports = tuple(sorted({*home.reports, *echo.reports}))
    links = (*home.links, *echo.links)
    differences = (*home.differences, *echo.differences)
    return replace(home, events=events, claims=claims_of(desk, events), reports=reports, differences=differences, links=links)


def _is_alone(draft: Draft) -> bool:
    beyond = any(x.slot == "certainty" for x in draft.differences)  # a headline set against its text stays
    return draft.kind == "event" and draft.agreement == "single" and not beyond


def standing(desk: Desk, drafts: Sequence[Draft]) -> dict[Place, set[int]]:
    """Which drafts of several reports stand in each sentence. A day alone tells no fact."""
    held: dict[Place, set[int]] = defaultdict(set)
    for n, draft in enumerate(drafts):
        if len(draft.reports) > 1 and draft.kind not in ("day", "weekday"):
            spans = [desk.events[e].trigger for e in draft.events]
            for span in (*spans, *(s for d in draft.differences for v in d.values for s in v.evidence)):
                held[place_of(desk, span)].add(n)
    return held


def place_of(desk: Desk, span: Span) -> Place:
    parsed = desk.readings[span.report].parsed
    words = parsed.at(span.start, span.end)
    return span.report, parsed.words[words[0]].sent if words else -1


def _are_joined(echo: Echo, held: dict[Place, set[int]]) -> bool:
    left, right = (_of(t) for t in (echo.left, echo.right))
    return bool(held.get(left, set()) & held.get(right, set()))


def _groups(echoes: Sequence[Echo]) -> list[list[Telling]]:
    """Sentences joined by the strongest pairs first, one of each report."""
    group: dict[Place, int] = {}
    members: dict[int, dict[str, Telling]] = {}
    for echo in echoes:
        ends = [_of(t) for t in (echo.left, echo.right)]
        for end, telling in zip(ends, (echo.left, echo.right), strict=True):
            if end not in group:
                group[end] = len(group)
                members[group[end]] = {telling.report: telling}
        a, b = sorted(group[end] for end in ends)
        if a != b and not members[a].keys() & members[b].keys():
            members[a] |= members.pop(b)
            for telling in members[a].values():
                group[_of(telling)] = a
    return [[found[r] for r in sorted(found)] for _, found in sorted(members.items()) if len(found) > 1]


def _draft(desk: Desk, group: Sequence[Telling], by_place: Mapping[Place, Sequence[Echo]]) -> Draft | None:
    """A matter of these sentences, resting on the event of each that says most of what they share."""
    count = Counter(w for t in group for w in t.words)
    owners = {_of(t): teller(desk, _of(t), frozenset(w for w in t.words if count[w] > 1)) for t in group}
    events = tuple(sorted(e.id for e in owners.values() if e))
    values = [Value(t.report, None, (whole(desk, _of(t)),)) for t in group]
    draft = draft_values(desk, "echo", "", Difference("telling", "same", in_order(values)), events=events)
    links = []
    held = (e for place in owners for e in by_place.get(place, ()) if _of(e.right) in owners)
    for echo in sorted(held, key=lambda e: (-e.score, _of(e.left), _of(e.right))):
        left, right = owners[_of(echo.left)], owners[_of(echo.right)]
        if left and right:
            links.append(
                Link(left.id, right.id, "same", round(echo.score, 3), echo.reasons, make_id("k", "echo", left.id, right.id))
            )
    return replace(draft, links=tuple(links)) if draft else None


def _of(telling: Telling) -> Place:
    return telling.report, telling.sentence


def teller(desk: Desk, place: Place, common: frozenset[str]) -> Event | None:
    """The event of a sentence whose clause holds most of the words in common with the others of its group."""
    here = desk.by_sentence.get(place, ())
    return max(here, key=lambda e: (_shares(e, common), -e.trigger.start, e.id), default=None)


def _shares(event: Event, common: frozenset[str]) -> float:
    """How many of the words in common an event's own words are: its trigger counts most, then who takes part."""
    slots = event.slots
    own = (root(w) for w in (*slots.doer, *slots.undergoer, *slots.object))
    return 2.0 * (root(event.lemma.lower()) in common) + len(common & frozenset(own)) + 0.5 * (not slots.nominal)


def whole(desk: Desk, place: Place) -> Span:
    """The sentence, or where that is long the clause of its first event."""
    report, number = place
    sentence = desk.readings[report].parsed.sentences[number]
    here = desk.by_sentence.get(place, ())
    if sentence.end - sentence.start <= _LONGEST or not here:
        return Span(report, sentence.start, sentence.end)
    return desk.clause(here[0])
