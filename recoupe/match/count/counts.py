"""Matters of number: the quantities that several reports of an affair give, side by side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from recoupe.match.acts.scenes import Scenes, is_elsewhere
from recoupe.match.acts.slots import compare_figures, days_between
from recoupe.match.count.countednouns import stands_for
from recoupe.match.count.currencies import draft_currencies
from recoupe.match.count.gauges import draft_gauges
from recoupe.match.count.loose import draft_loose
from recoupe.match.count.measures import Quantity, quantities_of
from recoupe.match.count.measuring import measures
from recoupe.match.count.populations import agrees_only
from recoupe.match.count.revisions import draft_revisions
from recoupe.match.count.settling import settle
from recoupe.match.count.tallies import UNITS, VAGUE, Told, draft_tally, events_of, time_of, value_of
from recoupe.match.count.wholes import draft_wholes
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.types import Difference, When

_WEEKS, _NEWS = 14, 7  # days: between two reports; before a report, of what it tells as news
_FALL, _LEAP = 0.6, 12  # of a toll, from one day to another
_STEADY = frozenset(("dead", "injured", "suspect", "attacker"))
# What is counted anew every day.
_DAILY = frozenset(
    "arrested custody demonstrator interventions flights_off trains_off crossings_off striker spectator alert_red "
    "alert_orange".split()
)
_SCOPES = frozenset("monde planète europe france continent".split())  # over which a firm or a movement counts
_SCOPED = frozenset("jobs_cut jobs_made staff sick called_back shops_shut demonstrator".split())
_LASTING = {"jobs_cut": 400}  # a plan to cut jobs goes on for months


def draft_counts(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each quantity that two reports of an affair give."""
    groups: dict[tuple[str, str, bool], list[Quantity]] = defaultdict(list)
    loose: list[Quantity] = []
    by_report = settle(desk, {report: quantities_of(desk, report) for report in sorted(desk.readings)})
    for quantity in (q for report in sorted(by_report) for q in by_report[report]):
        if quantity.measure and quantity.measure not in ("people", "object") and not agrees_only(quantity.measure):
            groups[quantity.measure, stands_for(quantity.unit), quantity.grave].append(quantity)
        else:
            loose.append(quantity)
    scenes = Scenes(desk)
    drafts = [d for key in sorted(groups) for d in _tolls(desk, groups[key], scenes)]
    alone = (*draft_loose(desk, loose, groups), *draft_wholes(desk, by_report), *draft_revisions(desk, by_report))
    alone = (*alone, *draft_currencies(desk, loose))
    drafts = [*drafts, *_sums(desk, groups), *alone]
    return (*drafts, *draft_gauges(desk, drafts))


def _tolls(desk: Desk, quantities: list[Quantity], scenes: Scenes) -> list[Draft]:
    """A named measure: one matter for each happening it is told of."""
    out = []
    for group in _happenings(desk, quantities, scenes):
        reports = sorted({q.report for q in group})
        moves = measures()[group[0].measure][1]
        if len(reports) < 2 and len({(q.figure.low, q.figure.high) for q in group}) < 2:
            continue
        title = measures()[group[0].measure][0]
        if group[0].unit and group[0].unit not in UNITS:
            title += f" ({_several(group[0].unit)})"
        if group[0].grave:
            title += " graves"
        if draft := draft_tally(desk, group, title, moves) or draft_tally(desk, _first_told(desk, group), title, moves):
            out.append(draft)
    return out


def _several(noun: str) -> str:
    """The plural of a noun of people or things: "sauveteur" -> "sauveteurs"."""
    return (
        noun if noun[-1] in "sxz" else noun[:-1] + "ux" if noun.endswith("al") else noun + ("x" if noun.endswith("eau") else "s")
    )


def _first_told(desk: Desk, group: list[Quantity]) -> list[Quantity]:
    """The counts of the first days: a report of a year later may recall another one."""
    first = min(
        (d for q in group if (d := desk.published(q.report)) and d.earliest and d.latest),
        key=lambda d: d.earliest or "",
        default=None,
    )
    if first is None:
        return group
    days = {q.report: desk.published(q.report) for q in group}
    return [q for q in group if (d := days[q.report]) and d.earliest and d.latest and days_between(first, d) <= _WEEKS]


def _happenings(desk: Desk, quantities: list[Quantity], scenes: Scenes) -> list[list[Quantity]]:
    """Split by affair and by the time of what is counted."""
    groups: list[_Group] = []
    for quantity in sorted(quantities, key=lambda q: (desk.order[q.report], q.figure.span)):
        when = Told(time_of(desk, quantity), desk.published(quantity.report))
        mark = _mark(quantity, when.when)
        home = next(
            (
                g
                for g in groups
                if 2 * len(g.reports & desk.related[quantity.report]) >= len(g.reports)
                and g.takes(mark, quantity, when)
                and not g.leaps(desk, quantity)
                and not any(_later_affair(desk, q, quantity) or is_elsewhere(scenes, q, quantity) for q, _ in g.marks.values())
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


@dataclass(slots=True)
class _Group:
    """Figures of one happening, and the different ones among them: only those need comparing."""

    members: list[Quantity] = field(default_factory=list)
    marks: dict[tuple[object, ...], tuple[Quantity, Told]] = field(default_factory=dict)
    reports: set[str] = field(default_factory=set)

    def takes(self, mark: tuple[object, ...], quantity: Quantity, when: Told) -> bool:
        """May this figure count the same?"""
        return not any(_apart(q, quantity, t, when) for q, t in self.marks.values())

    def leaps(self, desk: Desk, quantity: Quantity) -> bool:
        """Is it out of all proportion to what was counted on the days before: a toll grows step by step?"""
        told = [
            q for q, _ in self.marks.values() if _is_telling(desk, q) and desk.order[q.report][0] < desk.order[quantity.report][0]
        ]
        last = max(told, key=_size, default=None)
        return last is not None and _is_telling(desk, quantity) and _leaps(last, quantity)


def _later_affair(desk: Desk, a: Quantity, b: Quantity) -> bool:
    """Two tolls that differ, weeks apart, and the later report names no day near the earlier one's: two happenings."""
    first, second = desk.published(a.report), desk.published(b.report)
    if a.measure in _LASTING or a.report == b.report or compare_figures(a.figure, b.figure) == "same":
        return False
    known = first and second and first.earliest and first.latest and second.earliest and second.latest
    if not known or not first or not second or days_between(first, second) <= _WEEKS:
        return False
    later, news = (b, first) if (first.earliest or "") < (second.earliest or "") else (a, second)
    named = (w for w in desk.readings[later.report].whens if w.earliest and w.latest and w.earliest <= (news.latest or ""))
    return all(days_between(w, news) > _NEWS for w in named if w.earliest and w.earliest[:7] == (w.latest or "")[:7])


def _is_telling(desk: Desk, quantity: Quantity) -> bool:
    """A count of this very happening, not one that is feared ("des milliers") nor one recalled."""
    vague = desk.text(quantity.figure.span).lower().startswith(VAGUE)
    return quantity.measure in _STEADY and not quantity.former and not vague


def _size(quantity: Quantity) -> float:
    return quantity.figure.low if quantity.figure.low is not None else quantity.figure.high or 0


def _leaps(early: Quantity, late: Quantity) -> bool:
    """From one day to another the dead become much fewer, or twelve times as many: two happenings."""
    before, after = _size(early), _size(late)
    return after < _FALL * before or before >= 2 and after > _LEAP * before


def _mark(quantity: Quantity, when: When | None) -> tuple[object, ...]:
    """Two figures with one mark are apart from the same others. A part is told from the wholes of its own report."""
    figure = quantity.figure
    told = (when.earliest, when.latest) if when else None
    own = quantity.report if quantity.part else ""
    return (figure.low, figure.high, figure.bound, quantity.part, quantity.elsewhere, told, own)


def _apart(a: Quantity, b: Quantity, told: Told, other: Told) -> bool:
    """Are the two counted at times too far apart to be one happening, or one as a part of the other?"""
    if a.part != b.part and a.measure != "arrested" and not a.unit and not a.grave:
        if a.report == b.report or compare_figures(a.figure, b.figure) == "disjoint":
            return True
    scopes = [q.context & _SCOPES for q in (a, b)] if a.measure in _SCOPED else []
    if all(scopes) and scopes and not scopes[0] & scopes[1] and compare_figures(a.figure, b.figure) == "disjoint":
        return True
    if a.measure in _DAILY and _days_apart(told, other):
        return True
    if a.elsewhere != b.elsewhere or a.elsewhere == "other" and compare_figures(a.figure, b.figure) == "disjoint":
        return True
    return told.far(other, _LASTING.get(a.measure, 0))


def _days_apart(a: Told, b: Told) -> bool:
    """Is each told of a day of its own ("vendredi", "samedi")?"""
    left, right = (t.when for t in (a, b))
    if not left or not right or not left.earliest or not left.latest or not right.earliest or not right.latest:
        return False
    single = all(w.earliest and w.latest and w.earliest[:10] == w.latest[:10] for w in (left, right))
    return single and left.earliest[:10] != right.earliest[:10]


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
        values = in_order([value_of(desk, q) for q in group + others])
        title = f"{dead.figure.low:g} morts et {alive.figure.low:g} survivants ne font pas {total.figure.low:g} personnes à bord"
        difference = Difference("total", "contradicted", values)
        if draft := draft_values(desk, "sum", title, difference, events=events_of(desk, group + others)):
            out.append(draft)
    return out
