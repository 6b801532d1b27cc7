"""Which occasions of two reports are one: score their identity slots, join the best, one happening of each report."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields
from itertools import islice
from operator import attrgetter

from recoupe.match.acts.comparing import SPEECH, Likeness, compare_occasions
from recoupe.match.acts.faced import bare_nouns, one_act
from recoupe.match.acts.families import kinds, kinship, relatives
from recoupe.match.acts.happening import LOOSE, Occasion
from recoupe.match.acts.opposites import opposition
from recoupe.match.acts.twice import is_told_twice, told_once
from recoupe.match.desk import Desk
from recoupe.types import Link, LinkVerdict, make_id

_JOIN = 2.3
_JOIN_LOOSE = 2.7  # frames that say little ask for more
_JOIN_FAR = 1.0  # so much more between reports that are days apart, which tell of other acts of one kind
_NEAR_MISS = 1.6
_UNSURE = 2.0  # from here on two occasions may be one
_VAGUE = frozenset(("GENERIC", "OTHER", ""))
_MAX_PARTNERS = 24  # candidates an occasion is compared with, nearest in publication first


def join_occasions(desk: Desk, occasions: Sequence[Occasion]) -> tuple[list[list[Occasion]], list[Link], list[Link]]:
    """Groups of occasions that are one matter, the links behind them, and those of occasions that are close and stand apart."""
    ordered = sorted(occasions, key=lambda o: (desk.order[o.report], o.events[0].trigger, o.id))
    compare = _Comparer(desk, ordered)
    scored: list[tuple[float, int, int, Likeness]] = []
    for i, j in _candidates(desk, ordered):
        likeness = compare(i, j)
        if likeness.score >= _NEAR_MISS:
            scored.append((likeness.score, i, j, likeness))
    scored.sort(key=lambda x: (-x[0], x[1], x[2]))
    group = list(range(len(ordered)))
    members: dict[int, list[int]] = {i: [i] for i in group}
    links: list[Link] = []
    beside: list[tuple[int, int]] = []
    close: list[tuple[int, int, Link]] = []
    for score, i, j, likeness in scored:
        loose = (ordered[i].frame in LOOSE or ordered[j].frame in LOOSE) and not one_act(ordered[i], ordered[j])
        bar = (_JOIN_LOOSE if loose else _JOIN) + _JOIN_FAR * desk.are_days_apart(ordered[i].report, ordered[j].report)
        joins = likeness.possible and score >= bar
        if joins and group[i] != group[j] and not _crowded(desk, compare, members[group[i]], members[group[j]]):
            home, guest = sorted((group[i], group[j]))
            members[home] += members.pop(guest)
            for k in members[home]:
                group[k] = home
            links.append(_link(ordered[i], ordered[j], "same", likeness))
        elif joins and group[i] != group[j] and opposition(ordered[i].sides, ordered[j].sides):
            beside.append((i, j))  # "arrêtés lundi, relâchés mardi": either act of one report may be meant
        elif score >= (_JOIN if loose or not likeness.possible else _UNSURE):
            link = _link(ordered[i], ordered[j], "unsure" if likeness.possible else "different", likeness)
            if not likeness.possible:
                links.append(link)
            if (likeness.possible or likeness.bars) and not (bare_nouns(ordered[i]) and bare_nouns(ordered[j])):
                close.append((i, j, link))
    near = [link for i, j, link in close if group[i] != group[j]]
    links += (link for link in near if link.verdict == "unsure")
    turns = {tuple(sorted((group[i], group[j]))): (i, j) for i, j in reversed(beside)}  # the best of two groups
    pairs = [[ordered[i], ordered[j]] for i, j in sorted(turns.values())]
    return [*(told_once([ordered[k] for k in sorted(members[g])]) for g in sorted(members)), *pairs], links, near


class _Comparer:
    """How alike two of these occasions are, worked out once for all told alike: reports of one affair repeat each other."""

    def __init__(self, desk: Desk, occasions: Sequence[Occasion]) -> None:
        self._desk, self.occasions = desk, occasions
        kinds_: dict[object, int] = {}
        self.told = [kinds_.setdefault(_telling(desk, o), len(kinds_)) for o in occasions]
        self._known: dict[tuple[int, int], Likeness] = {}

    def __call__(self, i: int, j: int) -> Likeness:
        key = self.told[i], self.told[j]
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = compare_occasions(self._desk, self.occasions[i], self.occasions[j])
        return found


_OWN = frozenset(
    ("report", "events", "claims", "whens", "since")
)  # of these `compare_occasions` reads no more than `_telling` holds
_TOLD = attrgetter(*(f.name for f in fields(Occasion) if f.name not in _OWN))


def _telling(desk: Desk, o: Occasion) -> tuple[object, ...]:
    """All that `compare_occasions` reads of an occasion, whatever its ids and its place in the text."""
    return (
        desk.order[o.report][0],
        _TOLD(o),
        o.goes,
        bare_nouns(o),
        frozenset((c.status, c.negated, bool(c.sources)) for c in o.claims),
        tuple((w.earliest, w.latest, w.duration) for w in o.whens),
    )


def _link(a: Occasion, b: Occasion, verdict: LinkVerdict, likeness: Likeness) -> Link:
    reasons = tuple(dict.fromkeys((*likeness.bars, *likeness.reasons)))  # what keeps two apart first
    return Link(a.id, b.id, verdict, round(min(1.0, likeness.score / 6), 3), reasons, make_id("k", a.id, b.id))


def _candidates(desk: Desk, occasions: Sequence[Occasion]) -> list[tuple[int, int]]:
    """Pairs worth comparing, of related reports: one block, one family of frames, or main facts with one kind of thing."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, occasion in enumerate(occasions):
        blocks["block", occasion.block].append(i)
        for act in occasion.acts | occasion.themes:
            blocks["act", act].append(i)
        for row, _ in occasion.sides:
            blocks["sides", row].append(i)
        for family in relatives(occasion.frame):
            blocks["family", family].append(i)
        if occasion.heart:
            blocks["heart", occasion.heart].append(i)
        if occasion.main and occasion.frame not in SPEECH:
            for kind in kinds(occasion.objects):
                blocks["kind", kind].append(i)
    out: set[tuple[int, int]] = set()
    for (sort, _), owners in blocks.items():
        sure = sort in ("block", "act", "heart")  # all of one such block are comparable
        by_report: dict[str, list[int]] = defaultdict(list)
        for i in owners:
            by_report[occasions[i].report].append(i)
        beside: dict[frozenset[str], list[int]] = {}  # the owners of an affair, in order
        for i in owners:
            report, partners = occasions[i].report, 0
            related = desk.related[report]
            if related not in beside:
                beside[related] = sorted(j for r in related if r in by_report for j in by_report[r])
            for j in islice(beside[related], bisect_right(beside[related], i), None):
                if occasions[j].report != report and (sure or _comparable(occasions[i], occasions[j])):
                    out.add((i, j))
                    partners += 1
                    if partners >= _MAX_PARTNERS:
                        break
    return sorted(out)


def _comparable(a: Occasion, b: Occasion) -> bool:
    """One block, kin frames, or two main facts of which one has no frame that says what it is."""
    if a.block == b.block or one_act(a, b) or opposition(a.sides, b.sides) or a.heart and a.heart == b.heart:
        return True
    if a.frame not in LOOSE and b.frame not in LOOSE and kinship(a.frame, b.frame):
        return True
    return a.main and b.main and (a.frame in _VAGUE) != (b.frame in _VAGUE) and not {a.frame, b.frame} & SPEECH


def _crowded(desk: Desk, compare: _Comparer, a: list[int], b: list[int]) -> bool:
    """Would the union hold two happenings of one report, or two that cannot be one?"""
    all_ = compare.occasions
    for i in a:
        for j in b:
            if all_[i].report == all_[j].report and not is_told_twice(desk, all_[i], all_[j], compare(i, j), _JOIN):
                return True
    if len(a) * len(b) > 400:
        return False
    left, right = ({compare.told[k]: k for k in group}.values() for group in (a, b))  # one of all that are told alike
    return any(not compare(i, j).possible for i in left for j in right)
