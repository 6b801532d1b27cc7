"""Contrary things said of one thing, though no event joins them: "le coffre était vide", "le coffre contenait 30 000 euros"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.attribution import may_be_one
from recoupe.match.acts.opposites import KINDS
from recoupe.match.acts.predicates import Predicate, find_predicates
from recoupe.match.acts.slots import compare_days, days_between
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.types import Difference, SlotVerdict, Value

COLUMNS = ("kind", "left", "right", "example")
STATES = ("either", "opposed")
_APART = 2  # sentences between what one says and what another sets against it
_AT_ONCE = 1  # days between two reports within which a state is told of one time
# Of these an affair has many: "l'homme" of two reports may be two men.
_MANY = frozenset(
    "noun " + w for w in "homme femme personne jeune individu suspect garcon fille enfant victime temoin passager".split()
)
_HELD = ("polarity", "status", "penalty")


@dataclass(frozen=True, slots=True)
class _Side:
    """On this row of a table a clause says the left or the right word, or denies it."""

    row: str
    kind: str
    left: bool
    denied: bool


def draft_contraries(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each thing of which two reports say what excludes or follows one another."""
    known = [frozenset(d.events) for d in drafts if len(d.reports) > 1 and any(x.slot in _HELD for x in d.differences)]
    found: dict[tuple[str, str], list[tuple[Predicate, _Side]]] = defaultdict(list)
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1:
            for told in find_predicates(desk, report, words()):
                for side in _sides(told):
                    for theme in sorted(told.themes):
                        found[side.row, theme].append((told, side))
    out: list[Draft] = []
    seen: set[frozenset[tuple[str, int]]] = set()
    for key in sorted(found):
        for a, b in _pairs(desk, found[key]):
            places = frozenset((p.report, p.word) for p, _ in (a, b))
            events = {p.event.id for p, _ in (a, b) if p.event}
            if places in seen or len(events) == 2 and any(events <= k for k in known):
                continue
            seen.add(places)
            if (verdict := _verdict(desk, a, b)) and (draft := _draft(desk, a[0], b[0], verdict)):
                out.append(draft)
    return [*drafts, *out]


_Told = tuple[Predicate, _Side]


def _pairs(desk: Desk, rows: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """Clauses of two reports, each report's last word on the thing, that may be of one thing."""
    last: dict[str, _Told] = {}
    both: set[str] = set()
    for told in rows:
        report = told[0].report
        if report in last and _contrary(last[report][1], told[1]):
            both.add(report)
            if _side_by_side(desk, last[report][0], told[0]) and told[1].kind not in ("then", "turn"):
                yield last[report], told
        last[report] = told
    for a, b in combinations([last[r] for r in sorted(last)], 2):
        if b[0].report in desk.related[a[0].report] and _of_one(a[0], b[0]) and not desk.is_elsewhere(a[0].span, b[0].span):
            if not {a[0].report, b[0].report} & both or a[1].kind in ("then", "turn"):
                yield a, b


def _side_by_side(desk: Desk, a: Predicate, b: Predicate) -> bool:
    """Does one report set them next to each other, each on the word of another: "est polluée, dit X. Elle est saine, dit Y"?"""
    words = desk.readings[a.report].parsed.words
    return _two_say(desk, a, b) and abs(words[a.word].sent - words[b.word].sent) <= _APART and _of_one(a, b)


def _two_say(desk: Desk, a: Predicate, b: Predicate) -> bool:
    """Are they told on the word of two parties?"""
    return bool(a.sources and b.sources) and not may_be_one(desk, (a.sources[-1], b.sources[-1]))


def _of_one(a: Predicate, b: Predicate) -> bool:
    """Nothing says that they are of two things, or that two others take part."""
    if any(x and y and not x & y for x, y in zip(a.narrowed, b.narrowed, strict=True)):
        return False
    return not (a.others and b.others) or bool(a.others & b.others)


def _contrary(a: _Side, b: _Side) -> bool:
    """Can both not be said at one time?"""
    if a.left == b.left:
        return a.denied != b.denied
    return not (a.denied or b.denied) or a.kind == "either" and a.denied and b.denied


def _verdict(desk: Desk, a: _Told, b: _Told) -> SlotVerdict | None:
    """Contradicted at one time, updated where the one may follow the other."""
    if not a[0].sure or not b[0].sure or not _contrary(a[1], b[1]):
        return None
    days = [desk.published(p.report) for p, _ in (a, b)]
    bounded = [d for d in days if d and d.earliest and d.latest]
    apart = days_between(bounded[0], bounded[1]) if len(bounded) == 2 else 0
    if a[1].kind in ("then", "turn"):
        return _followed(desk, a, b, apart)
    if a[0].report == b[0].report:
        return "contradicted"  # told on the word of two
    whens = [desk.whens.get(p.event.when or "") if p.event else None for p, _ in (a, b)]
    if whens[0] and whens[1] and compare_days(desk, whens[0], whens[1]) == "disjoint":
        return None
    times = {a[0].time, b[0].time}
    if times == {"past", "present"}:
        return None
    if "past" not in times and apart > _AT_ONCE:
        return "updated"
    return None if (a[0].themes | b[0].themes) & _MANY else "contradicted"


def _followed(desk: Desk, a: _Told, b: _Told, apart: int) -> SlotVerdict | None:
    """Of two acts of which one follows the other, the later report must tell the second."""
    first, second = (a, b) if desk.order[a[0].report] <= desk.order[b[0].report] else (b, a)
    if a[1].kind == "turn":
        return "updated" if apart else None
    done = not second[1].left and not second[1].denied
    begun = first[1].left and not first[1].denied or not first[1].left and first[1].denied
    return "updated" if done and begun else None


def _draft(desk: Desk, a: Predicate, b: Predicate, verdict: SlotVerdict) -> Draft | None:
    values = in_order([Value(p.report, "denied" if p.negated else "happened", (p.span,)) for p in (a, b)])
    said = verdict == "contradicted" and bool(a.sources or b.sources) or verdict == "updated" and _two_say(desk, a, b)
    return draft_values(desk, "contrary", "", Difference("polarity", "wording" if said else verdict, values), disputed=said)


def _sides(told: Predicate) -> Iterator[_Side]:
    """Where a clause stands in the tables."""
    rows = dict.fromkeys(x for form in sorted(told.forms) for x in _rows().get(form, ()))
    for kind, row, left, beside in rows:
        if not beside or beside in told.near:
            yield _Side(row, kind, left, told.negated)


@cache
def words() -> frozenset[str]:
    """The plain words that stand in a row."""
    return frozenset(_rows())


@cache
def _rows() -> dict[str, tuple[tuple[str, str, bool, str], ...]]:
    found: dict[str, list[tuple[str, str, bool, str]]] = defaultdict(list)
    tables = [("contraries", STATES), ("opposites", KINDS)]
    for name, known in tables:
        for n, row in enumerate(read_table(f"lang/fr/{name}.tsv", COLUMNS)):
            kind = row.one_of("kind", known)
            kind = "opposed" if kind == "final" else kind
            for left, column in ((True, "left"), (False, "right")):
                for word in row.many(column):
                    head, _, beside = word.partition("+")
                    if not head.isupper():
                        found[plain(head)].append((kind, f"{name} {n}", left, plain(beside)))
    return {word: tuple(rows) for word, rows in found.items()}
