"""One holder in two states: hurt, then home; closed, then reopened; sought, then arrested. No event need join the reports."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from recoupe.match.acts.afar import are_of_others
from recoupe.match.acts.opposites import is_split
from recoupe.match.acts.slots import days_between
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order, touches
from recoupe.match.state.holders import Book, Holder, named_things
from recoupe.match.state.homes import home_of, with_places
from recoupe.match.state.ladders import ANY, PERSONS, PLACE, scales
from recoupe.match.state.oneholder import are_named_alike, is_lone, same_person, same_thing
from recoupe.match.state.standings import Standing, find_standings
from recoupe.match.state.statewords import contrary_title, moved_title, names_nobody, state_words
from recoupe.types import Difference, Value

_ANYBODY = frozenset(("", *"person homme femme personne individu victime jeune blessé suspect".split()))
_LONE, _CULPRIT = "lone", "culprit"
_IN_PARTS = frozenset(("case",))  # scales on which some of several go on alone
_KNOWN_ONLY = frozenset(("journey", "accession"))  # scales on which many persons stand: only who is known to be one
_STAYING = frozenset(("office", "running"))  # scales whose first rung is to stay
_VICTIMS = frozenset(("missing", "captivity", "health", "hospital", "trapped"))
_OATH = 3  # rung of the accession
_PENDING = frozenset(("office", "running", "captivity", "cabinet"))  # scales on which it is news that one is about to move
_BY_NAME = frozenset(("alert",))  # scales on which what no noun names is known by its place alone
_JOURNEY = "journey"
_HELD = "holding"
_SUSPECTED = "soupçonné"  # nobody is told to be suspected some day: "accuseraient" is a reserve
_ENDS = ({"condamné", "relaxé"},)  # labels of one rung that exclude one another
_APPEAL = re.compile(r"(?i)\b(?:en appel|cour d['’]appel|cassation)\b")
_LATE = 2  # days after which a report that stops at a lower rung tells of it as past
_COMPARED = 6  # members of a cluster that a newcomer is held against


@dataclass(slots=True)
class _Cluster:
    """What several reports say of one holder on one scale."""

    scale: str
    members: dict[str, list[Standing]] = field(default_factory=dict)
    alone: dict[str, frozenset[str]] = field(
        default_factory=dict
    )  # what only this one is, of the persons of a report; see _alone


def draft_states(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each holder that two reports tell in two states that follow one another."""
    things = named_things(desk)
    books = {r: Book(desk, r, things) for r in sorted(desk.readings) if len(desk.related[r]) > 1}
    by_scale: dict[str, dict[str, list[Standing]]] = defaultdict(dict)
    for report in sorted(books):
        for standing in find_standings(desk, books[report]):
            by_scale[standing.rung.scale].setdefault(report, []).append(standing)
    out = list(drafts)
    for scale in sorted(by_scale):
        for cluster in _clusters(desk, books, scale, by_scale[scale]):
            _add(desk, out, cluster)
    return out


def _add(desk: Desk, out: list[Draft], cluster: _Cluster) -> None:
    """What the reports say of one holder: a matter of its own, or more places for the one that shows it already."""
    draft: Draft | None = None
    if clash := _clash(desk, cluster):
        draft = _contrary(desk, clash)
    elif (rows := _turns(desk, cluster)) and all(names_nobody(desk, s) for _, s in rows):
        pass  # "sa condamnation", "son procès": whose, the sentences beside them may tell wrongly
    elif rows and _are_two_things(desk, rows):
        pass
    elif rows and (values := in_order(list(_values(desk, cluster, rows)))):
        if (home := home_of(out, values)) is not None:
            out[home] = with_places(out[home], values)
        else:
            draft = draft_values(desk, "state", moved_title(desk, rows), Difference("status", "updated", values))
    if draft:
        out.append(draft)


def _clusters(desk: Desk, books: dict[str, Book], scale: str, told: dict[str, list[Standing]]) -> list[_Cluster]:
    """Standings of one scale that are of one holder."""
    found: list[_Cluster] = []
    for report in sorted(told, key=lambda r: desk.order[r]):
        own = _own(told[report])
        persons = [g for g in own if PERSONS in g[0].holder.kinds]
        for standings in own:
            alone = _alone(standings, persons)
            home = next((c for c in found if report not in c.members and _belongs(desk, books, c, standings, alone)), None)
            if home is None:
                home = _Cluster(scale)
                found.append(home)
            home.members[report], home.alone[report] = standings, alone
    return [c for c in found if len(c.members) > 1]


def _own(told: Sequence[Standing]) -> list[list[Standing]]:
    """The standings of one report by their holder."""
    groups: list[list[Standing]] = []
    for standing in told:
        for group in groups:
            if any(_one_here(standing.holder, s.holder) for s in group):
                group.append(standing)
                break
        else:
            groups.append([standing])
    return groups


def _one_here(a: Holder, b: Holder) -> bool:
    """Within one report: one party, or one noun under one name."""
    if PERSONS in a.kinds or PERSONS in b.kinds:
        alike = a.noun == b.noun or ANY in a.kinds & b.kinds and a.plural
        return bool(a.keys & b.keys) or not (a.keys and b.keys) and alike and a.plural == b.plural and not _differ(a, b)
    return bool(a.kinds & b.kinds - {PLACE}) and (not a.names or not b.names or bool(a.names & b.names)) and a.other == b.other


def _differ(a: Holder, b: Holder) -> bool:
    return bool(a.number and b.number and a.number != b.number)


def _belongs(desk: Desk, books: dict[str, Book], cluster: _Cluster, standings: list[Standing], alone: frozenset[str]) -> bool:
    """Is it the cluster's holder: one party, or the only one of its kind in each report?"""
    report = standings[0].holder.report
    kinds = scales()[cluster.scale].kinds
    keys = frozenset(k for s in standings for k in s.holder.keys)
    met = [t.holder for near in cluster.members if near in desk.related[report] for t in cluster.members[near]]
    if any(keys & h.keys and not _are_two_bodies(standings[0].holder, h) for h in met):
        return True
    for near in sorted(cluster.members)[:_COMPARED]:
        if near not in desk.related[report]:
            return False
        pairs = [(s.holder, t.holder) for s in standings for t in cluster.members[near]]
        if PERSONS in pairs[0][0].kinds or PERSONS in pairs[0][1].kinds:
            if (
                cluster.scale in _KNOWN_ONLY
                and not _swear(standings, cluster.members[near])
                or not _picked_out(alone, cluster.alone[near])
                or not _one_person(cluster.scale, standings, cluster.members[near])
            ):
                return False
        elif not all(same_thing(a, b, kinds) for a, b in pairs):
            return False
        elif not any(are_named_alike(a, b) for a, b in pairs) and (
            cluster.scale in _BY_NAME
            and not any(a.near & b.near for a, b in pairs)
            and any(not h.noun for p in pairs for h in p)
            or not all(is_lone(books[h.report], h, kinds) for p in pairs for h in p)
        ):
            return False
    return True


def _are_two_bodies(a: Holder, b: Holder) -> bool:
    """Only of one kind, and each with words that tell which: "la cour d'appel", "la Cour européenne des droits de l'homme"?"""
    common = a.keys & b.keys
    return all(k.startswith("k:") for k in common) and bool(a.detail and b.detail) and not a.detail & b.detail


def _one_person(scale: str, left: Sequence[Standing], right: Sequence[Standing]) -> bool:
    """Are those of two reports one party? Of several who are sought, some may be caught."""
    for a in left:
        for b in right:
            first, then = sorted((a, b), key=lambda s: s.step)
            part = scale in _IN_PARTS and first.step < then.step
            if not same_person(first.holder, then.holder, part=part, lone=scale in _VICTIMS or _swear(left, right)):
                return False
    return True


def _swear(left: Sequence[Standing], right: Sequence[Standing]) -> bool:
    """Do both reports tell of nothing but an oath of office? Of an affair one takes it."""
    return all(s.rung.scale == "accession" and s.rung.step == _OATH for s in (*left, *right))


def _alone(standings: Sequence[Standing], persons: Sequence[Sequence[Standing]]) -> frozenset[str]:
    """What only this one is of the persons that a report has on a scale: "lone" = there is no other; else nouns and kinds."""
    others = [s.holder for group in persons if group is not standings for s in group]
    if not others:
        return frozenset((_LONE, *(k for s in standings for k in (s.holder.noun, *s.holder.kinds)))) - {""}
    own = {k for s in standings for k in (s.holder.noun, *s.holder.kinds)}
    return frozenset(own - {k for h in others for k in (h.noun, *h.kinds)} - _ANYBODY - {PERSONS, ANY})


def _picked_out(a: frozenset[str], b: frozenset[str]) -> bool:
    """Can two who are not known for one party only be one, by what they alone are? Of a deed one is the doer."""
    if _LONE in a and _LONE in b or a & b - _ANYBODY - {PERSONS, ANY}:
        return True
    return _LONE in a | b and (_CULPRIT in a and ANY in b or _CULPRIT in b and ANY in a)


def _last(standings: Sequence[Standing]) -> Standing | None:
    """The furthest that a report has its holder."""
    done = [s for s in standings if s.mood != "ahead"]
    return max(done, key=lambda s: (s.step, s.mood == "done", not s.aside, -s.word), default=None)


def _turns(desk: Desk, cluster: _Cluster) -> list[tuple[str, Standing]]:
    """The holder on one rung in one report, on a further one in another."""
    rows = _rows(desk, cluster)
    reached = max((s.step for _, s in rows if s.mood != "not"), default=0)  # what is not so says not how far it has come
    rows = rows if any(s.step < reached for _, s in rows) else _came_true(desk, cluster) or _is_announced(desk, cluster, rows)
    return [] if cluster.scale == _JOURNEY and _to_other_places(desk, [s for _, s in rows]) else rows


def _are_two_things(desk: Desk, rows: Sequence[tuple[str, Standing]]) -> bool:
    """Is it a thing that no name tells, spoken of days apart beside other parties: one army's offensive, another's?"""
    held = [s.holder for _, s in rows]
    if any(h.keys or PERSONS in h.kinds for h in held):
        return False
    return any(are_of_others(desk, a.span, b.span) and not are_named_alike(a, b) for a, b in combinations(held, 2))


def _to_other_places(desk: Desk, rows: Sequence[Standing]) -> bool:
    """Do the sentences of two name places, and none in common: expected in one country, arrived in another?"""
    named = []
    for standing in rows:
        reading = desk.readings[standing.holder.report]
        inside = reading.parsed.sentence_of(standing.word)
        here = (m.actor for m in reading.mentions if inside.start <= m.span.start < inside.end and m.actor in desk.actors)
        named.append(frozenset(a for a in here if desk.actors[a].kind in ("place", "state")))
    return any(a and b and not a & b for a, b in combinations(named, 2))


def _contrary(desk: Desk, rows: Sequence[tuple[str, Standing]]) -> Draft | None:
    """The holder in two states of which only one can be."""
    said = any(s.said for _, s in rows)
    values = in_order([Value(r, state_words(desk, s), (s.span,)) for r, s in rows])
    difference = Difference("polarity", "wording" if said else "contradicted", values)
    return draft_values(desk, "state", contrary_title(desk, rows), difference, disputed=said)


def _rows(desk: Desk, cluster: _Cluster) -> list[tuple[str, Standing]]:
    """The state of the holder, report by report, in the order of the reports."""
    last = {r: s for r in cluster.members if (s := _last(cluster.members[r]))}
    rows: list[tuple[str, Standing]] = []
    turns = scales()[cluster.scale].turns
    for report in sorted(last, key=lambda r: desk.order[r]):
        past = any(s.step > last[report].step and _apart(desk, r, report) >= 1 for r, s in rows)
        if turns or not past:
            rows.append((report, last[report]))
    return rows


def _came_true(desk: Desk, cluster: _Cluster) -> list[tuple[str, Standing]]:
    """What one report has ahead and another has done."""
    done = {r: s for r in sorted(cluster.members) if (s := _last(cluster.members[r])) and s.mood == "done"}
    rows: list[tuple[str, Standing]] = []
    for report in sorted(cluster.members):
        for standing in cluster.members[report]:
            if standing.mood == "ahead" and report not in done:
                rows += (
                    [(report, standing), *then]
                    if (then := [(r, s) for r, s in done.items() if _fulfils(desk, standing, s)])
                    else []
                )
    return list(dict.fromkeys(rows))


def _is_announced(desk: Desk, cluster: _Cluster, rows: Sequence[tuple[str, Standing]]) -> list[tuple[str, Standing]]:
    """What one report has on a rung, a later one has about to leave it: in office, then about to go."""
    if cluster.scale not in _PENDING:
        return []
    for report, now in rows:
        known = {s.rung.step for s in cluster.members[report] if s.mood == "ahead"}
        for later in sorted(cluster.members, key=lambda r: desk.order[r]):
            ahead = [
                s for s in cluster.members[later] if s.mood == "ahead" and s.rung.step > now.step and s.rung.step not in known
            ]
            if ahead and now.mood == "done" and desk.order[report][0] < desk.order[later][0]:
                return [(report, now), (later, ahead[0])]
    return []


def _fulfils(desk: Desk, ahead: Standing, done: Standing) -> bool:
    """Is it, no earlier, where it was to be, or beyond?"""
    left, right = ahead.holder.report, done.holder.report
    if left == right or desk.order[left][0] > desk.order[right][0]:
        return False
    if ahead.rung.label == _SUSPECTED or ahead.rung.scale == _HELD and _on_other_days(desk, ahead, done):
        return False
    if done.step > ahead.rung.step:
        return True
    # a strike to be called, a road to be closed: each time may be another
    return done.step == ahead.rung.step > 1 and done.rung.label == ahead.rung.label


def _on_other_days(desk: Desk, a: Standing, b: Standing) -> bool:
    """Do their sentences name days, and none in common?"""
    left, right = (desk.days_of(s.holder.report, s.word) for s in (a, b))
    return bool(left and right and not left & right)


def _clash(desk: Desk, cluster: _Cluster) -> list[tuple[str, Standing]]:
    """Two states of one named person that cannot follow one another: gone in one report and, days later, staying on; or
    sentenced in one and acquitted in another of the same days, no court of appeal being spoken of."""
    last = {r: s for r in cluster.members if (s := _last(cluster.members[r]))}
    ordered = sorted(last, key=lambda r: desk.order[r])
    for i, first in enumerate(ordered):
        for then in ordered[i + 1 :]:
            a, b = last[first], last[then]
            if not a.holder.keys & b.holder.keys or "ahead" in (a.mood, b.mood):
                continue
            if cluster.scale in _STAYING and a.step == 2 and b.step == 1 and _apart(desk, first, then) >= 1:
                return [(first, a), (then, b)]
            ended = {a.rung.label, b.rung.label}
            if a.step == b.step and ended in _ENDS and _apart(desk, first, then) <= _LATE:
                if all(
                    len(_ended(cluster.members[r])) == 1 and not _is_open(desk.readings[r].report.text) for r in (first, then)
                ):
                    return [(first, a), (then, b)]
    return []


def _is_open(text: str) -> bool:
    """Is there an appeal, or a verdict on several counts?"""
    return bool(_APPEAL.search(text)) or is_split(text)


def _ended(standings: Sequence[Standing]) -> set[str]:
    return {s.rung.label for s in standings if any(s.rung.label in pair for pair in _ENDS)}


def _values(desk: Desk, cluster: _Cluster, rows: Sequence[tuple[str, Standing]]) -> Iterator[Value]:
    """Each report's state, with what it has ahead where another has it done."""
    reached = {s.step for _, s in rows if s.mood == "done"}
    first = min(s.step for _, s in rows)
    dropped = {r for r, _ in rows}
    rows = [(r, s) for r, s in rows if not s.aside or all(o.aside or o.step != s.step for _, o in rows)]
    dropped -= {r for r, _ in rows}
    for report in sorted(cluster.members):
        told = [s for r, s in rows if r == report]
        ahead = [s for s in cluster.members[report] if s.mood == "ahead" and s.rung.step <= max(reached, default=0)]
        ahead = [s for s in ahead if all(s.rung.step > t.step for t in told)]
        if told or ahead and report not in dropped:
            between = [s for s in cluster.members[report] if told and s.mood == "done" and first < s.step < told[0].step]
            again = [
                s
                for s in cluster.members[report]
                if told
                and s.step == told[0].step
                and (s.mood == "ahead") == (told[0].mood == "ahead")
                and not touches(s.span, (told[0].span,))
            ]
            kept = [*told, *again[:2], *ahead[:1], *between[:2]]
            yield Value(report, state_words(desk, kept[0]), tuple(dict.fromkeys(s.span for s in kept)))


def _apart(desk: Desk, a: str, b: str) -> int:
    """Days from the one report to the other, 0 when unknown."""
    days = [desk.published(r) for r in (a, b)]
    bounded = [d for d in days if d and d.earliest and d.latest]
    return days_between(bounded[0], bounded[1]) if len(bounded) == 2 else 0
