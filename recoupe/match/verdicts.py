"""The verdict on each slot of a matter: what its occasions share, and what differs in which words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, agree, in_order
from recoupe.match.families import acts
from recoupe.match.merge import Occasion, sided
from recoupe.match.pairs import EXCLUSIVE, compare_occasions
from recoupe.match.slots import compare_whens, compare_words
from recoupe.types import Claim, Difference, Event, SlotVerdict, Span, Value, When

_REPEATS = frozenset(
    ("VISIT", "MEET", "SAY", "ANNOUNCE", "SUPPLY", "ACCUSE", "DENY", "PRAISE", "CRITICISE", "PROTEST", "ATTACK", "COOPERATE")
)
_SURE = frozenset(("happened", "ongoing", "state"))
_AHEAD = frozenset(("planned", "announced", "possible", "requested"))
_HEDGED = frozenset(("alleged", "possible", "hypothetical", "opinion"))
_LIKELY = 0.1  # weight of a day of publication that cannot be left out
_MAX_EVIDENCE = 500


def draft_event(desk: Desk, group: Sequence[Occasion]) -> Draft:
    """The matter of occasions that are one happening."""
    events = tuple(sorted(e.id for o in group for e in o.events))
    claims = tuple(sorted({c.id for o in group for c in o.claims}))
    reports = tuple(sorted({o.report for o in group}))
    differences = tuple(
        d
        for d in (
            _dates(desk, group),
            _places(desk, group),
            _actors(desk, group),
            *_stances(desk, group),
            _sources(desk, group),
            _objects(desk, group),
            _headline(desk, group),
        )
        if d
    )
    return Draft("event", events, claims, reports, agree(len(reports), differences, disputed=_disputed(desk, group)), differences)


def _solid(desk: Desk, group: Sequence[Occasion]) -> bool:
    return all(compare_occasions(desk, a, b).solid for i, a in enumerate(group[:6]) for b in group[i + 1 : 6])


def _disputed(desk: Desk, group: Sequence[Occasion]) -> bool:
    """Do different holders stand opposed: one denies what another alleges or tells?"""
    for occasion in group:
        stances: dict[str, list[Claim]] = defaultdict(list)
        for claim in occasion.claims:
            stances[claim.event].append(claim)
        for claims in stances.values():
            denying = [c for c in claims if c.status == "denied" or c.negated]
            others = [c for c in claims if c.status not in ("denied", "hypothetical") and not c.negated]
            if any(d.sources and set(d.sources) != set(o.sources) for d in denying for o in others):
                return True
    if _said_and_unsaid(group):
        return True
    charges = any(c.status == "alleged" or c.sources and c.status == "happened" for o in group for c in o.claims if not c.negated)
    denied = {
        tuple(c.sources)
        for o in group
        for c in o.claims
        if c.sources and (c.status == "denied" and (charges or not _about_denial(desk, c)) or c.negated and charges)
    }
    told = {
        tuple(c.sources)
        for o in group
        for c in o.claims
        if not c.negated and (c.status == "alleged" or c.sources and c.status == "happened") and not _about_denial(desk, c)
    }
    return any(d != t for d in denied for t in told)


def _said_and_unsaid(group: Sequence[Occasion]) -> bool:
    """Does one report tell in its own voice what another's source says is not so, or the other way round?"""
    rows = [(o.report, c) for o in group for c in o.claims if c.certainty == "certain" and c.status in _SURE]
    no = {(r, tuple(c.sources)) for r, c in rows if c.negated}
    yes = {(r, tuple(c.sources)) for r, c in rows if not c.negated}
    verbal = all(not e.slots.nominal for o in group for e in o.events)
    return verbal and any(a != b and s != t and (s or t) for a, s in no for b, t in yes)


def _about_denial(desk: Desk, claim: Claim) -> bool:
    event = desk.events.get(claim.event)
    return event is None or event.frame in ("DENY", "REJECT", "ACCUSE")


def _dates(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """The days of a matter: same, more exact, or excluding one another."""
    rows: list[tuple[Occasion, When]] = [
        (o, w) for o in group for w in o.whens if w.span and w.earliest and w.latest and not w.duration
    ]
    if len({o.report for o, _ in rows}) < 2:
        return None
    verdict: SlotVerdict = "same"
    for i, (a, x) in enumerate(rows):
        for b, y in rows[i + 1 :]:
            if a.report == b.report:
                continue
            relation = compare_whens(x, y)
            if relation in ("refined", "overlap"):
                verdict = "refined" if verdict == "same" else verdict
            elif relation == "disjoint":
                if not _excludes(desk, group, x, y):
                    return None
                verdict = "contradicted"
            elif relation == "same" and x.span and y.span and _weekday_only(desk, x) != _weekday_only(desk, y):
                verdict = "refined" if verdict == "same" else verdict
    return Difference("date", verdict, in_order([Value(o.report, w.value, (w.span,)) for o, w in rows if w.span]))


def _excludes(desk: Desk, group: Sequence[Occasion], x: When, y: When) -> bool:
    """Can only one of two days be right? The matter happens once, all else matches, and both are days."""
    frames = {o.block for o in group}
    days = x.earliest == x.latest and y.earliest == y.latest
    past = all("past" in o.tenses or {c.status for c in o.claims} <= _SURE for o in group)
    return days and past and not frames & _REPEATS and not any(":" in f for f in frames) and _solid(desk, group)


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
            if (
                relation in ("refined", "overlap")
                or second in desk.readings[report].report.text
                or place in desk.readings[other].report.text
            ):
                verdict = "refined" if verdict == "same" else verdict
            elif (
                group[0].block not in _REPEATS and ":" not in group[0].block and _towns(desk, span, right) and _solid(desk, group)
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


def _actors(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """Who did it: two named doers of an act that one does alone."""
    rows = [
        (o, e, a, s)
        for o in group
        for e in o.events
        for s in e.slots.agent_spans
        if (a := desk.mentions.get(s)) in e.agents and a
    ]
    if len({o.report for o, *_ in rows}) < 2:
        return None
    keys = {a for _, _, a, _ in rows}
    values = in_order([Value(o.report, desk.actors[a].name if a in desk.actors else None, (s,)) for o, _, a, s in rows])
    if len(keys) == 1 or all(
        sided(a.agents, b.agents) for i, a in enumerate(group) for b in group[i + 1 :] if a.agents and b.agents
    ):
        return None
    kinds = {desk.actors[a].kind for a in keys if a in desk.actors}
    if kinds == {"person"} and group[0].block in EXCLUSIVE and _same_rest(group):
        return Difference("agent", "contradicted", values)
    return None


def _same_rest(group: Sequence[Occasion]) -> bool:
    """Apart from the doer: same recipient or same thing, in every pair."""
    pairs = [(a, b) for i, a in enumerate(group) for b in group[i + 1 :]]
    return all(a.objects & b.objects and (not a.targets or not b.targets or sided(a.targets, b.targets)) for a, b in pairs)


def _stances(desk: Desk, group: Sequence[Occasion]) -> Iterable[Difference]:
    """Certainty and state of affairs, report by report."""
    if len({o.report for o in group}) < 2:
        return ()
    rows = {o.report: _level(o) for o in group}
    levels = {level for level, _ in rows.values()}
    if len(levels - {None}) < 2:
        return ()
    values = in_order([Value(r, c.status, _short(c.evidence)) for r, (_, c) in sorted(rows.items()) if c and c.evidence])
    if len({v.report for v in values}) < 2:
        return ()
    if levels >= {"sure", "never"} and _solid(desk, group) and all(_own(o) for o in group):
        never = [r for r, (level, _) in rows.items() if level == "never"]
        sure = [r for r, (level, _) in rows.items() if level == "sure"]
        return (Difference("polarity", "updated" if _came_later(desk, group, never, sure) else "contradicted", values),)
    if "sure" in levels and "ahead" in levels:
        done = [desk.order[r] for r, (level, _) in rows.items() if level == "sure"]
        ahead = [desk.order[r] for r, (level, _) in rows.items() if level == "ahead"]
        verdict: SlotVerdict = "updated" if min(ahead)[0] <= max(done)[0] and _one_act(group) else "wording"
        return (Difference("status", verdict, values),)
    if "sure" in levels and "hedged" in levels or {"hedged", "ahead"} <= levels:
        return (Difference("certainty", "refined", values),)
    return ()


def _one_act(group: Sequence[Occasion]) -> bool:
    """Do all tell it by one frame, or by words for one act? A departure and a return are none."""
    return len({o.frame for o in group}) == 1 or bool(frozenset.intersection(*(acts(o.lemmas) for o in group)))


def _headline(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """A headline that tells as done what its own text hedges or only plans."""
    for occasion in group:
        top = [c for c in occasion.claims if _in_headline(desk, c) and not c.negated]
        below = [c for c in occasion.claims if not _in_headline(desk, c) and c.status != "denied"]
        sure = [c for c in top if c.status in _SURE and not c.sources]
        if sure and below and not any(c.status in _SURE for c in below):
            rows = [(c.status, _short(c.evidence)) for c in (sure[0], below[0]) if c.evidence]
            if len(rows) == 2:
                return Difference("certainty", "wording", in_order([Value(occasion.report, s, spans) for s, spans in rows]))
    return None


def _in_headline(desk: Desk, claim: Claim) -> bool:
    event = desk.events.get(claim.event)
    if event is None:
        return False
    parsed = desk.readings[event.report].parsed
    first = parsed.sentences[0]
    return event.trigger.end <= first.end and any(s.paragraph > first.paragraph for s in parsed.sentences)


def _came_later(desk: Desk, group: Sequence[Occasion], never: Sequence[str], sure: Sequence[str]) -> bool:
    """May it have been done after the report that says it was not came out? Then both are right at their time."""
    out = min(_may_be_out(desk, r) for r in never)
    days = [w.latest for o in group if o.report in sure for w in o.whens if w.latest]
    if days:
        return max(days) >= out
    return out < min(desk.order[r][0] for r in sure)


def _may_be_out(desk: Desk, report: str) -> str:
    """The first day on which a report may well have come out."""
    record = desk.readings[report].report
    likely = [g.value for g in record.published_distribution if g.weight >= _LIKELY]
    return min(likely, default=desk.order[report][0])


def _level(occasion: Occasion) -> tuple[str | None, Claim | None]:
    """How a report stands to the occasion: sure, ahead (planned), hedged, or never."""
    bare = {e.id for e in occasion.events if e.slots.nominal and not e.when}  # "la suppression de la taxe" may lie ahead
    told = [c for c in occasion.claims if c.event not in bare or c.status not in (*_SURE, "announced")]
    own = [c for c in told if not c.sources] or told
    for claim in own:
        if claim.status == "denied":
            continue
        if claim.negated:
            return ("never", claim) if claim.status in _SURE and claim.certainty == "certain" else (None, None)
        if claim.status in _SURE:
            return "sure", claim
        if claim.status in _HEDGED:
            return "hedged", claim
        if claim.status in _AHEAD:
            return "ahead", claim
    return None, None


def _own(occasion: Occasion) -> bool:
    return any(not c.sources for c in occasion.claims)


def _sources(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """Who is given as the source: lost in one report, or another one."""
    rows: dict[str, Claim] = {}
    for occasion in group:
        claims = [c for c in occasion.claims if c.status != "denied" and c.evidence]
        if claims:  # what a report once tells in its own voice it vouches for
            rows.setdefault(occasion.report, sorted(claims, key=lambda c: (bool(c.sources), c.evidence, c.id))[0])
    if len(rows) < 2:
        return None
    innermost = {r: c.sources[-1] if c.sources else None for r, c in rows.items()}
    if len(set(innermost.values())) < 2 or _one_party(desk, innermost.values()):
        return None
    values = in_order([Value(r, _source_name(desk, innermost[r]), _source_span(desk, c)) for r, c in sorted(rows.items())])
    return Difference("source", "wording" if None in innermost.values() else "refined", values)


def _one_party(desk: Desk, actors: Iterable[str | None]) -> bool:
    """Do these ids name one party ("le maire" of two reports that nothing else ties)?"""
    keys = [frozenset(k for k in desk.parties.get(a or "", frozenset()) if k[0] != "~") for a in actors]
    return all(keys) and bool(frozenset.intersection(*keys))


def _source_name(desk: Desk, actor: str | None) -> str | None:
    return desk.actors[actor].name if actor and actor in desk.actors else "le rapport lui-même" if actor is None else None


def _source_span(desk: Desk, claim: Claim) -> tuple[Span, ...]:
    statement = desk.statements.get(claim.statement or "")
    spans = (statement.speaker_span,) if statement and statement.speaker_span else ()
    return spans or _short(claim.evidence)


def _objects(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """What it was about, when one report says more than another."""
    rows: list[tuple[str, Event, frozenset[str], Span]] = [
        (o.report, e, o.objects, e.slots.object_span) for o in group for e in o.events if e.slots.object_span
    ]
    if len({r for r, *_ in rows}) < 2:
        return None
    sets = {r: frozenset().union(*(objects for q, _, objects, _ in rows if q == r)) for r, *_ in rows}
    distinct = set(sets.values())
    if len(distinct) < 2:
        return None
    nested = all(a <= b or b <= a for a in distinct for b in distinct)
    longest: dict[str, Span] = {}
    for report, _, _, span in rows:
        if span.end - span.start <= _MAX_EVIDENCE and (report not in longest or _length(span) > _length(longest[report])):
            longest[report] = span
    values = in_order([Value(r, desk.text(span), (span,)) for r, span in longest.items()])
    return Difference("object", "refined" if nested else "wording", values)


def _length(span: Span) -> int:
    return span.end - span.start


def _short(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(s for s in spans if s.end - s.start <= _MAX_EVIDENCE)[:3]
