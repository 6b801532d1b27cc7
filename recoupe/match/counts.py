"""Matters of number: the quantities that several reports of an affair give, side by side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise

from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, agree, in_order
from recoupe.match.measures import Quantity, find_quantities, measures
from recoupe.match.populations import MONEY, populations
from recoupe.match.slots import Relation, compare_figures, compare_whens, days_between
from recoupe.types import Difference, Link, SlotVerdict, Span, Value, When, make_id

_FAR = 45  # days: tolls told of times so far apart are of two happenings
_LASTING = {"jobs_cut": 400}  # a plan to cut jobs goes on for months
_SETTLED = 14  # days after a happening its toll no longer moves
_DISTINCT = 3  # digits that make a number its own mark
_MANY = 20  # smaller numbers meet by chance
_LARGE = 1000  # sums and areas: two that agree within a report's rounding are the same one, if nothing else comes near
_PEOPLE = frozenset(("people", "attacker", "suspect"))
_LIKE = 0.3
_NOT_COUNTED = frozenset(
    "âge,,an,année,jour,journée,nuit,mois,semaine,heure,minute,seconde,siècle,numéro,%,page,fois,word".split(",")
)


def draft_counts(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each quantity that two reports of an affair give."""
    groups: dict[tuple[str, str, bool], list[Quantity]] = defaultdict(list)
    loose: list[Quantity] = []
    by_report = {report: find_quantities(desk.readings[report]) for report in sorted(desk.readings)}
    for report, found in by_report.items():
        near = desk.related[report] - {report}
        arrested = {q.figure.low for r in sorted(near) for q in by_report[r] if q.measure == "arrested" and not q.part}
        has_dead = any(q.measure == "dead" and not q.part for q in found)
        for quantity in found:
            if quantity.measure == "victim" and not has_dead:
                quantity = replace(quantity, measure="dead")
            if quantity.measure == "passenger" and _are_aboard(quantity, found, [q for r in sorted(near) for q in by_report[r]]):
                quantity = replace(quantity, measure="aboard")
            if quantity.measure == "suspect" and quantity.figure.low in arrested:
                quantity = replace(quantity, measure="arrested")  # eleven suspects where others count eleven arrests
            if quantity.measure and quantity.measure not in ("people", "object") and not _agrees_only(quantity):
                groups[quantity.key].append(quantity)
            else:
                loose.append(quantity)
    drafts = [d for key in sorted(groups) for d in _tolls(desk, groups[key])]
    return (*drafts, *_sums(desk, groups), *_loose(desk, loose, groups))


def _agrees_only(quantity: Quantity) -> bool:
    """Of such things many are counted in one affair: only numbers that agree are taken for one."""
    known = populations().get(quantity.measure)
    return known is not None and known.way == "agree"


def _are_aboard(quantity: Quantity, own: tuple[Quantity, ...], others: list[Quantity]) -> bool:
    """Passengers stand for all aboard where no report tells them from the crew and the numbers agree ("quelque 80", "82")."""
    aboard = [q for q in others if q.measure == "aboard"]
    told_apart = any(q.measure == "aboard" for q in own)
    return (
        bool(aboard) and not told_apart and all(compare_figures(quantity.figure, q.figure) in ("same", "refined") for q in aboard)
    )


def _tolls(desk: Desk, quantities: list[Quantity]) -> list[Draft]:
    """A named measure: one matter for each happening it is told of."""
    out = []
    for group in _happenings(desk, quantities):
        reports = sorted({q.report for q in group})
        moves = measures()[group[0].measure][1]
        if len(reports) < 2 and len({(q.figure.low, q.figure.high) for q in group}) < 2:
            continue
        title = measures()[group[0].measure][0]
        if group[0].unit:
            title += f" ({group[0].unit})"
        if group[0].grave:
            title += " graves"
        if draft := _draft(desk, group, title, moves):
            out.append(draft)
    return out


def _happenings(desk: Desk, quantities: list[Quantity]) -> list[list[Quantity]]:
    """Split by affair and by the time of what is counted."""
    groups: list[_Group] = []
    for quantity in sorted(quantities, key=lambda q: (desk.order[q.report], q.figure.span)):
        when = _Told(_time(desk, quantity), desk.published(quantity.report))
        mark = _mark(quantity, when.when)
        home = next(
            (
                g
                for g in groups
                if 2 * len(g.reports & desk.related[quantity.report]) >= len(g.reports) and g.takes(mark, quantity, when)
            ),
            None,
        )
        if home is None:
            home = _Group()
            groups.append(home)
        home.members.append(quantity)
        home.marks.setdefault(mark, (quantity, when))
        home.reports.add(quantity.report)
    return [g.members for g in groups]


@dataclass(frozen=True, slots=True)
class _Told:
    """When the counted thing happened, as told, and when its report was published."""

    when: When | None
    published: When | None

    def far(self, other: _Told, limit: int = 0) -> bool:
        """Two happenings: told of times far apart, or one told of a time long before the other's report ("En 2011, …")."""
        days = limit or _FAR
        if self.when and other.when:
            return days_between(self.when, other.when) > days
        return any(
            a.when and b.published and b.published.earliest and b.published.latest and days_between(a.when, b.published) > days
            for a, b in ((self, other), (other, self))
            if not b.when
        )


@dataclass(slots=True)
class _Group:
    """Figures of one happening, and the different ones among them: only those need comparing."""

    members: list[Quantity] = field(default_factory=list)
    marks: dict[tuple[object, ...], tuple[Quantity, _Told]] = field(default_factory=dict)
    reports: set[str] = field(default_factory=set)

    def takes(self, mark: tuple[object, ...], quantity: Quantity, when: _Told) -> bool:
        """May this figure count the same?"""
        return not any(_apart(q, quantity, t, when) for q, t in self.marks.values())


def _mark(quantity: Quantity, when: When | None) -> tuple[object, ...]:
    """Two figures with one mark are apart from the same others. A part is told from the wholes of its own report."""
    figure = quantity.figure
    told = (when.earliest, when.latest) if when else None
    own = quantity.report if quantity.part else ""
    return (figure.low, figure.high, figure.bound, quantity.part, quantity.elsewhere, told, own)


def _apart(a: Quantity, b: Quantity, told: _Told, other: _Told) -> bool:
    """Are the two counted at times too far apart to be one happening, or one as a part of the other?"""
    if a.part != b.part and a.measure != "arrested" and not a.unit and not a.grave:
        if a.report == b.report or compare_figures(a.figure, b.figure) == "disjoint":
            return True
    if a.elsewhere != b.elsewhere or a.elsewhere == "other" and compare_figures(a.figure, b.figure) == "disjoint":
        return True
    return told.far(other, _LASTING.get(a.measure, _FAR))


def _time(desk: Desk, quantity: Quantity) -> When | None:
    """The bounded time of what a figure counts: its own, or its event's."""
    event = desk.event_at(quantity.figure.span)
    for name in (quantity.figure.when, event.when if event else None):
        when = desk.whens.get(name or "")
        if when and when.earliest and when.latest and when.duration is None:
            return when
    return _year(desk, quantity)


def _year(desk: Desk, quantity: Quantity) -> When | None:
    """A bygone year that the sentence names ("Agadir, 1960 : 12 000 morts")."""
    published, span = desk.published(quantity.report), quantity.figure.span
    reading = desk.readings[quantity.report]
    sentence = reading.parsed.sentences[quantity.sentence] if quantity.sentence >= 0 else None
    if sentence is None or not published or not published.earliest:
        return None
    for when in reading.whens:
        here = when.span and sentence.start <= when.span.start < span.start
        if here and when.earliest and when.latest and when.value and when.value.isdigit() and len(when.value) == 4:
            if days_between(when, published) > _FAR:
                return when
    return None


def _draft(desk: Desk, group: list[Quantity], title: str, moves: bool) -> Draft | None:
    values = in_order([_value(desk, q) for q in group])
    reports = tuple(sorted({q.report for q in group}))
    verdict = _verdict(desk, group, moves)
    if verdict is None or verdict == "same" and len(reports) < 2:
        return None
    events = _events(desk, group)
    if not events:
        return None
    differences: tuple[Difference, ...] = (Difference("figure", verdict, values),)
    claims = tuple(sorted(c.id for e in events for c in desk.claims.get(e, ())))
    if len(reports) > 1 and (source := _source(desk, group)):
        differences = (*differences, source)
    links = tuple(
        Link(
            a.figure.id,
            b.figure.id,
            "same",
            1.0 if verdict == "same" else 0.8,
            (f"même grandeur : {title.lower()}",),
            make_id("k", a.figure.id, b.figure.id),
        )
        for a, b in pairwise(group)
        if a.report != b.report
    )
    return Draft(
        "count",
        events,
        claims,
        reports,
        agree(len(reports), differences, disputed=verdict == "wording"),
        differences,
        _title(desk, group, title),
        links,
    )


def _title(desk: Desk, group: list[Quantity], title: str) -> str:
    """ "Nombre de morts : 40 à 137", "Nombre d'arrestations : 11"."""
    if not title:
        return _value(desk, max(group, key=lambda q: (len(desk.text(q.figure.span)), q.report))).value or ""
    numbers = sorted({n for q in _current(group) for n in (q.figure.low, q.figure.high) if n is not None})
    shown = [f"{n:,.12g}".replace(",", " ").replace(".", ",") for n in (numbers[0], numbers[-1])] if numbers else []
    return f"{title} : {shown[0]}" + (f" à {shown[1]}" if shown[0] != shown[1] else "") if shown else title


def _source(desk: Desk, group: list[Quantity]) -> Difference | None:
    """Who is given as the source of the number, report by report."""
    rows: dict[str, tuple[str, tuple[Span, ...]] | None] = {}
    for quantity in _current(group):
        rows[quantity.report] = rows.get(quantity.report) or _told_by(desk, quantity.figure.span)
    names = {row[0] if row else None for row in rows.values()}
    if len(names) < 2:
        return None
    spans = {q.report: _value(desk, q).evidence for q in reversed(_current(group))}
    values = [
        Value(r, desk.actors[row[0]].name if row else None, (*spans[r], *(row[1] if row else ())))
        for r, row in sorted(rows.items())
    ]
    return Difference("source", "wording", in_order(values))


def _told_by(desk: Desk, span: Span) -> tuple[str, tuple[Span, ...]] | None:
    """The speaker of the statement that holds these words, with the words that name them."""
    for statement in desk.readings[span.report].statements:
        if statement.speaker_span and any(s.start <= span.start < s.end for s in statement.spans):
            speakers = (statement.speaker,) if isinstance(statement.speaker, str) else statement.speaker or ()
            for speaker in speakers:
                if speaker in desk.actors:
                    return speaker, (statement.speaker_span,)
    return None


def _events(desk: Desk, group: list[Quantity]) -> tuple[str, ...]:
    found = {e.id for q in group if (e := desk.events.get(q.figure.event or "") or desk.event_at(q.figure.span))}
    return tuple(sorted(found))


def _value(desk: Desk, quantity: Quantity) -> Value:
    span = quantity.figure.span
    parsed = desk.readings[span.report].parsed
    head = quantity.figure.head
    if 0 <= head < len(parsed.words) and 0 <= parsed.words[head].start - span.end <= 24:
        span = replace(span, end=parsed.words[head].end)
    return Value(quantity.report, " ".join(desk.text(span).split()), (span,))


def _verdict(desk: Desk, group: list[Quantity], moves: bool) -> SlotVerdict | None:
    """The verdict on all values of one quantity. None: not to be shown (nothing certain to say)."""
    current = _current(group)
    relations: set[Relation] = set()
    for i, a in enumerate(current):
        relations.update(compare_figures(a.figure, b.figure, rounds=not moves) for b in current[i + 1 :] if a.report != b.report)
    if "disjoint" not in relations:
        if any(q.former for q in group) and moves and len({q.figure.low for q in group}) > 1:
            return "updated"
        return "refined" if "refined" in relations else "same"
    if moves:
        return "contradicted" if _settled(desk, current) else "updated"
    if len({q.report for q in group}) < 2 or not _plain(current):
        return None
    return "wording" if _holders(desk, current) > 1 else "contradicted"  # police and unions each count their own


def _holders(desk: Desk, current: list[Quantity]) -> int:
    """How many named speakers give the numbers, 0 when a report gives its own."""
    told = [_told_by(desk, q.figure.span) for q in current]
    return len({t[0] for t in told if t}) if all(told) else 0


def _current(group: list[Quantity]) -> list[Quantity]:
    """The count each report ends with: not the earlier ones that it recalls."""
    by_report: dict[str, list[Quantity]] = defaultdict(list)
    for quantity in group:
        by_report[quantity.report].append(quantity)
    out: list[Quantity] = []
    for report in sorted(by_report):
        now = [q for q in by_report[report] if not q.former] or by_report[report]
        if by_report[report][0].measure in measures() and measures()[by_report[report][0].measure][1]:
            now = [max(now, key=lambda q: (q.figure.low or q.figure.high or 0, -q.figure.span.start))]
        out += now
    return out


def _settled(desk: Desk, current: list[Quantity]) -> bool:
    """Were all reports published so long after the happening that its toll stood still?"""
    for quantity in current:
        published, told = desk.published(quantity.report), _time(desk, quantity)
        if not published or not published.latest or not told or days_between(told, published) < _SETTLED:
            return False
    return True


def _plain(current: list[Quantity]) -> bool:
    """Exact numbers, one for each report: only these can contradict."""
    return all(q.figure.bound == "exact" for q in current) and len(current) == len({q.report for q in current})


def _sums(desk: Desk, groups: dict[tuple[str, str, bool], list[Quantity]]) -> list[Draft]:
    """Dead and survivors that do not make the number aboard, in one report."""
    table: dict[str, dict[str, list[Quantity]]] = defaultdict(lambda: defaultdict(list))
    for (measure, unit, grave), quantities in groups.items():
        if measure in ("dead", "survivor", "aboard") and not unit and not grave:
            for quantity in quantities:
                if not quantity.part and not quantity.former and quantity.figure.bound == "exact":
                    table[quantity.report][measure].append(quantity)
    out = []
    for report in sorted(table):
        parts = table[report]
        if not all(len({q.figure.low for q in parts[m]}) == 1 for m in ("dead", "survivor", "aboard")):
            continue
        dead, alive, total = (parts[m][0] for m in ("dead", "survivor", "aboard"))
        if (dead.figure.low or 0) + (alive.figure.low or 0) == total.figure.low:
            continue
        group = [dead, alive, total]
        # Reports that give one of the three may agree with either side: they are set beside it.
        others = [
            q
            for r in sorted(desk.related[report] & set(table) - {report})
            for m in ("survivor", "dead", "aboard")
            for q in table[r][m][:1]
            if desk.order[r][0] == desk.order[report][0]
        ]
        values = in_order([_value(desk, q) for q in group + others])
        events = _events(desk, group + others)
        if events:
            difference = (Difference("total", "contradicted", values),)
            claims = tuple(sorted(c.id for e in events for c in desk.claims.get(e, ())))
            reports = tuple(sorted({v.report for v in values}))
            title = (
                f"{dead.figure.low:g} morts et {alive.figure.low:g} survivants ne font pas {total.figure.low:g} personnes à bord"
            )
            out.append(Draft("sum", events, claims, reports, "contradicted", difference, title))
    return out


def _loose(desk: Desk, quantities: list[Quantity], groups: dict[tuple[str, str, bool], list[Quantity]]) -> list[Draft]:
    """Other figures: only those that agree, and that count like things in like words, are brought together."""
    people = [q for key, qs in groups.items() if key[0] in _PEOPLE for q in qs]
    pool: dict[str, list[Quantity]] = defaultdict(list)
    lone = _lone(quantities)
    for quantity in [*quantities, *people]:
        kind = "people" if quantity.measure in _PEOPLE else quantity.measure or quantity.unit
        if kind and (quantity.measure or kind not in _NOT_COUNTED):
            pool[kind].append(quantity)
    out = []
    for kind in sorted(pool):
        left = sorted(pool[kind], key=lambda q: (desk.order[q.report], q.figure.span))
        partners = _partners(desk, left)
        while left:
            seed, left = left[0], left[1:]
            group = [seed]
            for quantity in list(left):
                if all(_fits(desk, q, quantity, lone, partners) for q in group):
                    group.append(quantity)
                    left.remove(quantity)
            if len({q.report for q in group}) > 1:
                title = measures()[kind][0] if kind in measures() else ""
                if draft := _draft(desk, group, title, moves=False):
                    out.append(draft)
    return out


_Lone = frozenset[tuple[str, str]]
_Partners = frozenset[tuple[str, Quantity]]


def _partners(desk: Desk, quantities: list[Quantity]) -> _Partners:
    """(report, quantity): that report holds exactly one number that agrees with the quantity, and its own holds no other."""
    large: dict[str, list[Quantity]] = defaultdict(list)
    for quantity in quantities:
        if (quantity.figure.low or 0) >= _LARGE and not quantity.former and not quantity.part:
            large[quantity.report].append(quantity)
    out: set[tuple[str, Quantity]] = set()
    for report, own in large.items():
        near = [r for r in sorted(desk.related[report] | {report}) if r in large]
        for quantity in own:
            found = {r: {(q.figure.low, q.figure.high) for q in large[r] if _agree(q, quantity)} for r in near}
            if len(found[report]) == 1:
                out.update((r, quantity) for r in near if len(found[r]) == 1)
    return frozenset(out)


def _agree(a: Quantity, b: Quantity) -> bool:
    return a.unit == b.unit and compare_figures(a.figure, b.figure) in ("same", "refined")


def _lone(quantities: list[Quantity]) -> _Lone:
    """The units (with their report) of which a report gives one number only."""
    numbers: dict[tuple[str, str], set[tuple[float | None, float | None]]] = defaultdict(set)
    for quantity in quantities:
        numbers[quantity.report, quantity.unit].add((quantity.figure.low, quantity.figure.high))
    return frozenset(
        key for key, found in numbers.items() if len(found) == 1 and key[1] not in _NOT_COUNTED and key[1] not in MONEY
    )


def _fits(desk: Desk, a: Quantity, b: Quantity, lone: _Lone, partners: _Partners) -> bool:
    """May two loose figures count the same? Only equal or compatible ones, told in like words or by a telling number."""
    if a.report == b.report:
        return (a.figure.low, a.figure.high) == (b.figure.low, b.figure.high) and not a.former and not b.former
    if b.report not in desk.related[a.report] or a.part != b.part:
        return False
    relation = compare_figures(a.figure, b.figure)
    if relation not in ("same", "refined"):
        return False
    if relation != "same" and not _one_role(a, b) or "claim" in a.roles ^ b.roles and a.roles and b.roles:
        return False
    shared = a.context & b.context
    if a.measure == b.measure and _agrees_only(a):
        return True
    if a.measure in ("people", "attacker", "suspect", "object"):
        return (a.figure.low or 0) > 1 and a.unit == b.unit
    low = a.figure.low if a.figure.low is not None else a.figure.high or 0
    if relation == "same" and len(f"{low:g}".replace(".", "").rstrip("0")) >= _DISTINCT:
        return True
    if a.unit in MONEY and a.roles and b.roles and low >= _MANY and not _other_years(desk, a, b):
        return True  # each tells the price, or the loss
    if a.unit in MONEY and low >= 100000 and len(shared) >= 1:
        return True
    if low >= _MANY and a.unit == b.unit and {(a.report, a.unit), (b.report, b.unit)} <= lone:
        return True  # "quelque 24 000 spectateurs", "23 871 spectateurs": each report counts this thing once
    if low >= _LARGE and a.unit == b.unit and a.unit and (b.report, a) in partners and (a.report, b) in partners:
        return True  # "quelque six millions d'euros", "6,2 millions d'euros": no other sum of either report comes near
    small = min(len(a.context), len(b.context)) or 1
    return len(shared) >= 2 and len(shared) / small >= _LIKE or relation == "same" and low >= 30 and len(shared) >= 1


def _one_role(a: Quantity, b: Quantity) -> bool:
    """A sum claimed is no sum awarded, a fine no price."""
    if not a.roles or not b.roles:
        return True
    other = {"claim"}
    return ("claim" in a.roles) == ("claim" in b.roles) and (bool(a.roles & b.roles - other) or a.roles == b.roles)


def _other_years(desk: Desk, a: Quantity, b: Quantity) -> bool:
    """Are the two told of times far apart ("une perte de … en 2019")?"""
    left, right = (_Told(_time(desk, q), desk.published(q.report)) for q in (a, b))
    return left.far(right)


def same_day(a: When | None, b: When | None) -> bool:
    """Do two times name one day?"""
    return compare_whens(a, b) == "same"
