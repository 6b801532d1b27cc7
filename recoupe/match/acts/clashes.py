"""What cannot both be right: opposite acts, two starts of one state, two ways of one journey, two doers of what one did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from recoupe.lang.plain import plain
from recoupe.match.acts.attribution import may_be_one
from recoupe.match.acts.comparing import EXCLUSIVE, all_solid
from recoupe.match.acts.faced import mirrored, one_thing, same_deed
from recoupe.match.acts.families import is_of_nature, kinds
from recoupe.match.acts.happening import Occasion
from recoupe.match.acts.levels import SURE, shown
from recoupe.match.acts.opposites import is_split, opposition
from recoupe.match.acts.sides import PERSON
from recoupe.match.acts.slots import compare_days, days_between
from recoupe.match.desk import Desk
from recoupe.match.drafts import in_order
from recoupe.types import Claim, Difference, Event, SlotVerdict, Span, Value

_AT_ONCE = 1  # days between two reports within which a state that takes turns is told of one time
# Names of things too wide to exclude a narrower one: "un projectile", "un objet".
_WIDE = frozenset(
    "projectile objet engin arme chose vehicule appareil substance produit outil instrument materiel piece coup jet".split()
)
_HARM = frozenset(("hit", "injure", "destroy", "die", "burn"))  # acts that one thing does: what else there is may all be true
_CALLS = frozenset(("PHONE", "INVITE"))  # one of two parties begins them
_ONE_WAY = frozenset(
    ("hit", "kill", "attack", "shoot", "win", "rescue", "bomb", "steal")
)  # acts that one does to the other: not both ways round
_INSIDE = frozenset("dans intérieur sein".split())
_LEADS = frozenset("à au aux de du des le la les un une l'".split())
_OUTSIDE = frozenset("devant derrière extérieur hors dehors face abords parvis entrée sortie sous-sol toit pied".split())


_GRAVEST: tuple[SlotVerdict, ...] = ("contradicted", "updated", "wording")


def compare_opposites(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """One report tells an act, another the act that excludes or follows it."""
    verdicts: list[SlotVerdict] = []
    rows: dict[tuple[str, str], Value] = {}
    for a, b in _pairs([o for o in group if o.sides]):
        kind = opposition(a.sides, b.sides)
        if not kind:
            continue
        left, right = _told(a), _told(b)
        if kind in ("turn", "then") and bool(left) != bool(right):
            left, right = left or _decided(desk, a, b), right or _decided(desk, b, a)
        if not left or not right or kind == "then" and _looks_back(desk, a, b):
            continue
        clash = left.negated == right.negated and _excludes(desk, a, b, kind, left, right)
        said = kind not in ("turn", "then") and left.sources and right.sources
        if said and not may_be_one(desk, (left.sources[-1], right.sources[-1])):
            verdicts.append("wording")  # "perd de l'argent, dit le patron", "en gagnait, dit le syndicat": each holds his own
        else:
            verdicts.append("contradicted" if clash else "updated")
        for occasion, claim in ((a, left), (b, right)):
            rows.setdefault((occasion.report, claim.id), Value(occasion.report, claim.status, shown(claim.evidence)))
    if not verdicts:
        return None
    verdict = next(v for v in _GRAVEST if v in verdicts)
    return Difference("polarity", verdict, in_order(list(rows.values())))


def _told(occasion: Occasion) -> Claim | None:
    """The claim by which the report tells it as done, its own first."""
    done = {*SURE, "announced"} if occasion.tenses == {"past"} else SURE  # "a accepté"
    told = [c for c in occasion.claims if c.status in done and c.evidence]
    return min(told, key=lambda c: (bool(c.sources), c.evidence, c.id), default=None)


def _looks_back(desk: Desk, a: Occasion, b: Occasion) -> bool:
    """Does a report days later tell the first of two acts of which the other told the second ("les otages détenus")?"""
    firsts = [(x, y) for x, y in ((a, b), (b, a)) for row, side in x.sides if side == 0 and (row, 1) in y.sides]
    return any(desk.order[y.report][0] and desk.order[y.report][0] < desk.order[x.report][0] for x, y in firsts)


def _decided(desk: Desk, occasion: Occasion, other: Occasion) -> Claim | None:
    """The claim by which a report tells it as decided, days after the other told the act that it ends."""
    if desk.order[occasion.report][0] <= desk.order[other.report][0]:
        return None
    told = [c for c in occasion.claims if c.status in ("planned", "announced") and not c.negated and c.evidence]
    return min(told, key=lambda c: (bool(c.sources), c.evidence, c.id), default=None)


def _excludes(desk: Desk, a: Occasion, b: Occasion, kind: str, left: Claim, right: Claim) -> bool:
    """Can only one be right: both vouched for, past, of one day, and all else matching?"""
    if kind in ("then", "turn") or left.sources or right.sources or not all_solid(desk, (a, b)):
        return False
    if "future" in a.tenses | b.tenses or kind != "final" and not a.tenses & b.tenses:
        return False
    if any(is_split(desk.readings[o.report].report.text) for o in (a, b)):
        return False
    relations = [compare_days(desk, x, y) for x in a.whens for y in b.whens]
    if relations:
        return "disjoint" not in relations and bool({"same", "refined"} & set(relations))
    return kind == "final" and _out_at_once(desk, a, b)


def _out_at_once(desk: Desk, a: Occasion, b: Occasion) -> bool:
    """Were both reports out within a day, so that nothing changed in between?"""
    left, right = desk.published(a.report), desk.published(b.report)
    known = left and right and left.earliest and left.latest and right.earliest and right.latest
    return bool(known and left and right and days_between(left, right) <= _AT_ONCE)


def compare_starts(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """Since when it goes on: two starts of one state exclude one another."""
    rows = [(o, w) for o in group for w in o.since if w.span]
    if len({o.report for o, _ in rows}) < 2:
        return None
    values = in_order([Value(o.report, w.value, (w.span,)) for o, w in rows if w.span])
    verdict: SlotVerdict = "same"
    for i, (a, x) in enumerate(rows):
        for b, y in rows[i + 1 :]:
            if a.report == b.report:
                continue
            relation = compare_days(desk, x, y, starts=True)
            if relation == "disjoint" and _counts(a) and _counts(b):
                return None  # what was counted in two spans of time
            if relation == "disjoint" and all_solid(desk, (a, b)):
                verdict = "contradicted"
            elif relation != "same" and verdict == "same":
                verdict = "refined"
    return Difference("date", verdict, values)


def _counts(occasion: Occasion) -> bool:
    """Does it tell how many?"""
    return any(e.figures for e in occasion.events)


def compare_ways(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """From where and where to one journey went."""
    for slot, of in (("origin", lambda e: e.slots.origin_spans), ("destination", lambda e: e.slots.destination_spans)):
        if found := _fillers(desk, group, of):
            for (a, x), (b, y) in ((p, q) for i, p in enumerate(found) for q in found[i + 1 :] if p[0].report != q[0].report):
                if _two_towns(desk, x, y) and _one_vehicle(a, b):
                    return Difference(slot, "contradicted", in_order([Value(o.report, desk.text(s), (s,)) for o, s in found]))
    return None


def compare_instruments(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """With what it was done: two things of different kinds, neither a wider name of the other."""
    rows = [(o, s, n) for o in group for e in o.events for s, n in _means(desk, e)]
    for i, (a, _, left) in enumerate(rows):
        for b, _, right in rows[i + 1 :]:
            if a.report == b.report or left == right or {left, right} & _WIDE or _alike([left], [right]):
                continue
            if is_of_nature(left) and is_of_nature(right):
                continue  # the rain brought the flood
            if a.acts & b.acts & _HARM and (one_side(a.targets, b.targets) or a.undergoers & b.undergoers and same_deed(a, b)):
                return Difference("instrument", "contradicted", in_order([Value(o.report, n, (s,)) for o, s, n in rows]))
    return None


def _alike(a: Iterable[str], b: Iterable[str]) -> bool:
    """One kind of thing; of the wide classes of verb senses no: two tools are two."""
    return any(k[0] != "@" for k in kinds(a) & kinds(b))


def _means(desk: Desk, event: Event) -> Iterable[tuple[Span, str]]:
    """Things, no parties, that did it or with which it was done."""
    slots = event.slots
    parts = ((slots.instrument, slots.instrument_spans), (() if event.agents else slots.doer, slots.doer_spans))
    for lemmas, spans in parts:
        yield from ((s, plain(x)) for x, s in zip(lemmas, spans, strict=False) if x.islower() and s not in desk.mentions)


def compare_ends(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """Who did it to whom, the other way round: "le tram a percuté le bus", "le bus a percuté le tram"."""
    for a, b in _pairs([o for o in group if o.doers and o.undergoers and o.acts & o.lone & _ONE_WAY]):
        ends = a.doers & b.undergoers, b.doers & a.undergoers
        both = (a.doers | a.undergoers) & (b.doers & b.undergoers) or a.doers & b.doers or a.undergoers & b.undergoers
        if all(ends) and not both and a.acts & b.acts & a.lone & b.lone & _ONE_WAY and _told(a) and _told(b):
            rows = [(o, s) for o in (a, b) for e in o.events for s in e.slots.doer_spans]
            return Difference("agent", "contradicted", in_order([Value(o.report, desk.text(s), (s,)) for o, s in rows]))
    return None


def compare_sides(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """In it or in front of it: two sides of the walls of one place."""
    rows = [(o, s, _side(desk, s)) for o in group for e in o.events if (s := e.slots.place_span)]
    sides: dict[int, set[str]] = defaultdict(set)
    for o, _, side in rows:
        sides[id(o)].add(side)
    for a, b in _pairs([o for o in group if sides.get(id(o)) in ({"in"}, {"out"})]):
        if sides[id(a)] == sides[id(b)] or not a.places & b.places or not a.lemmas & b.lemmas:
            continue
        if all_solid(desk, (a, b)) and _told(a) and _told(b):
            values = [Value(o.report, _around(desk, s), (s,)) for o, s, _ in rows if o in (a, b)]
            return Difference("place", "contradicted", in_order(values))
    return None


def _side(desk: Desk, span: Span) -> str:
    """ "in" or "out", by the words that lead to a place; "" where they do not say."""
    words = frozenset(_around(desk, span).lower().split())
    return "out" if words & _OUTSIDE else "in" if words & _INSIDE else ""


def _around(desk: Desk, span: Span) -> str:
    """The words of a place with those that lead to it: "devant le bar", "l'intérieur du bar"."""
    before = desk.readings[span.report].report.text[max(0, span.start - 30) : span.start].replace("l'", "").replace("l’", "")
    lead: list[str] = []
    for word in reversed(before.split()):
        if word.lower() not in _LEADS | _INSIDE | _OUTSIDE:
            break
        lead.insert(0, word)
    return " ".join([*lead, *desk.text(span).split()])


def compare_doers(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """Two named doers of what one alone did: an exclusive act, or one report says "c'est lui qui"."""
    rows = [
        (o, a, s) for o in group for e in o.events for s in e.slots.agent_spans if (a := desk.mentions.get(s)) in e.agents and a
    ]
    for i, (one, x, _) in enumerate(rows):
        for other, y, _ in rows[i + 1 :]:
            if one.report == other.report or x == y or desk.parties[x] & desk.parties[y] - {PERSON}:
                continue
            exclusive = one.block in EXCLUSIVE or _cleft(desk, one) or _cleft(desk, other)
            swapped = mirrored(one, other) and (exclusive or one.block in _CALLS and _one_day(desk, one, other))
            if swapped or exclusive and _same_rest(one, other) and _persons(desk, x, y):
                values = [Value(o.report, desk.actors[k].name, (s,)) for o, k, s in rows]
                return Difference("agent", "contradicted", in_order(values))
    return None


def compare_actors(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """Two doers that are no persons, of what "c'est l'un qui" did: "c'est l'hôpital qui a donné l'alerte", "un magasin"."""
    told = [o for o in group if o.doers and o.undergoers]
    clefts = {id(o) for o in told if _cleft(desk, o)}
    for a, b in _pairs(told) if clefts else ():
        if not clefts & {id(a), id(b)} or a.doers & b.doers or _alike(a.doers, b.doers) or one_side(a.agents, b.agents):
            continue
        if a.undergoers & b.undergoers and same_deed(a, b):
            rows = [(o, s) for o in (a, b) for e in o.events for s in e.slots.doer_spans]
            return Difference("agent", "contradicted", in_order([Value(o.report, desk.text(s), (s,)) for o, s in rows]))
    return None


def one_side(a: frozenset[str], b: frozenset[str]) -> bool:
    """A party or a side in both."""
    return bool(a & b - {PERSON})


def _one_day(desk: Desk, a: Occasion, b: Occasion) -> bool:
    return any(compare_days(desk, x, y) in ("same", "refined") for x in a.whens for y in b.whens)


def _same_rest(a: Occasion, b: Occasion) -> bool:
    """Apart from the doer: the same thing, and no other recipient."""
    return bool(a.objects & b.objects) and (not a.targets or not b.targets or one_side(a.targets, b.targets))


def _persons(desk: Desk, a: str, b: str) -> bool:
    return {desk.actors[k].kind for k in (a, b) if k in desk.actors} == {"person"}


def _cleft(desk: Desk, occasion: Occasion) -> bool:
    """ "C'est le maire qui a signé": nobody else did."""
    parsed = desk.readings[occasion.report].parsed
    for event in occasion.events:
        i = event.slots.predicate if event.slots.predicate >= 0 else event.slots.head
        if not 0 <= i < len(parsed.words):
            continue
        sentence = parsed.sentence_of(i)
        before = [w.lower for w in parsed.words[sentence.first : i]]
        for k in range(len(before) - 2):
            if before[k] in ("c'", "ce") and before[k + 1] in ("est", "était", "sont", "fut") and "qui" in before[k + 2 :]:
                return True
    return False


def _pairs(group: Sequence[Occasion]) -> Iterable[tuple[Occasion, Occasion]]:
    return ((a, b) for i, a in enumerate(group) for b in group[i + 1 :] if a.report != b.report)


def _fillers(desk: Desk, group: Sequence[Occasion], of: Callable[[Event], tuple[Span, ...]]) -> list[tuple[Occasion, Span]]:
    return [(o, s) for o in group for e in o.events for s in of(e)]


def _two_towns(desk: Desk, a: Span, b: Span) -> bool:
    """Two names, neither within the other, that no report takes for one place."""
    left, right = plain(desk.text(a)), plain(desk.text(b))
    names = all(any(c.isupper() for c in desk.text(s)) for s in (a, b))
    if not names or set(left.split()) & set(right.split()):
        return False
    owners = [desk.mentions.get(s) for s in (a, b)]
    return not (owners[0] and owners[1] and desk.parties[owners[0]] & desk.parties[owners[1]])


def _one_vehicle(a: Occasion, b: Occasion) -> bool:
    """One thing, or one kind of thing, that travels in both."""
    return one_thing(a.doers | a.undergoers, b.doers | b.undergoers)
