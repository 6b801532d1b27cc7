"""One quantity as the reports give it: a matter made of its figures, with verdict, title and sources."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise

from recoupe.match.acts.attribution import is_paper, source_name
from recoupe.match.acts.slots import Relation, compare_figures, days_between, exclude
from recoupe.match.count.measures import Quantity
from recoupe.match.count.measuring import measures
from recoupe.match.count.populations import MONEY, populations
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, agree, claims_of, in_order
from recoupe.parse.document import Parsed
from recoupe.types import Difference, Link, SlotVerdict, Span, Value, When, make_id

FAR = 45  # days: tolls told of times so far apart are of two happenings
UNITS = MONEY | {"hectare", "mètre carré", "kilomètre carré"}
VAGUE = ("plusieurs", "quelques", "des ")
_OTHER = 14  # days between two told days that make two happenings
_HALF = 0.5
_FLOORS = frozenset(("dead", "injured", "missing", "collected", "signature"))  # of these "au moins" is as far as one has counted
_OPEN_ABOVE = ("more_than", "at_least")
_STEPS = 4  # numbers a title shows one after the other
_SEEN_ONCE, _SEEN_DAYS = frozenset(("attacker",)), 3  # how many came in does not change with the news of the first days
_BY_SIDE = frozenset(
    "held jobs_cut damage flights_off trains_off crossings_off houses_hit signature".split()
)  # each side has its own
_ONE_SCENE = frozenset(("stabs", "bullets"))  # counted on one body or spot, however far apart the numbers
_ASIDE = re.compile(r"[^.;:,\d]{0,50}, ")  # between a count and the year that is set behind it
_SETTLED = 14  # days after a happening its toll no longer moves


def draft_tally(desk: Desk, group: list[Quantity], title: str, moves: bool) -> Draft | None:
    values = in_order([value_of(desk, q) for q in group])
    reports = tuple(sorted({q.report for q in group}))
    verdict = _verdict(desk, group, moves)
    if verdict is None or verdict == "same" and len(reports) < 2:
        return None
    events = events_of(desk, group)
    if not events:
        return None
    differences: tuple[Difference, ...] = (Difference("figure", verdict, values),)
    if verdict == "updated":
        differences = (*differences, *_roundings(desk, group))
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
        claims_of(desk, events),
        reports,
        agree(len(reports), differences, disputed=verdict == "wording"),
        differences,
        _title(desk, group, title, moved=verdict == "updated"),
        links,
    )


def _roundings(desk: Desk, group: list[Quantity]) -> list[Difference]:
    """Within a count that moved, the reports that give one state of it, some more exactly ("près de 300", "287")."""
    left = [q for q in current_of(group) if not q.former]
    out = []
    while left:
        first, left = left[0], left[1:]
        cluster = [first]
        for other in left:
            if all(_agree(q, other) and not _rose(desk, q, other) for q in cluster) and all(
                q.report != other.report for q in cluster
            ):
                cluster.append(other)
        left = [q for q in left if q not in cluster]
        if len({(q.figure.low, q.figure.high, q.figure.bound) for q in cluster}) > 1:
            out.append(Difference("figure", "refined", in_order([value_of(desk, q) for q in cluster])))
    return out


def _agree(a: Quantity, b: Quantity) -> bool:
    return compare_figures(a.figure, b.figure, rounds=False) in ("same", "refined")


def _title(desk: Desk, group: list[Quantity], title: str, *, moved: bool = False) -> str:
    """ "Nombre de morts : 40, puis 137" as told in time, "Nombre d'arrestations : 11"."""
    if not title:
        roles = frozenset.intersection(*(q.roles for q in group if q.roles)) if any(q.roles for q in group) else frozenset()
        words = list(
            dict.fromkeys(value_of(desk, q).value or "" for q in sorted(group, key=lambda q: -len(desk.text(q.figure.span))))
        )
        if roles:
            return f"{populations()[min(roles)].title} : {' / '.join(words[:3])}"
        return next((p for q in group if (p := _phrase(desk, q))), words[0])
    told = [q for q in current_of(group) if not desk.text(q.figure.span).lower().startswith(VAGUE)]
    numbers = sorted({n for q in told or current_of(group) for n in (q.figure.low, q.figure.high) if n is not None})
    ends = list(dict.fromkeys((numbers[0], numbers[-1]))) if numbers else []
    steps = _steps(desk, group) if moved else []
    unit = group[0].unit if group[0].unit in UNITS else ""
    shown = _written(steps, unit, ", puis ") if len(steps) > 1 else _written(ends, unit) if ends else ""
    return f"{title} : {shown}" if shown else title


def _steps(desk: Desk, group: list[Quantity]) -> list[float]:
    """The numbers of a count that moved as the reports tell them one after the other, an earlier count first."""
    days = [desk.published(q.report) for q in group]
    if (
        not all(d and d.earliest and d.latest and d.earliest[:10] == d.latest[:10] for d in days)
        and len(set(map(_report, group))) > 1
    ):
        return []  # who told it first is not known
    now = current_of(group)
    told = sorted((q for q in group if q.former or q in now), key=lambda q: (desk.order[q.report], not q.former, q.figure.span))
    sure = [q for q in told if not desk.text(q.figure.span).lower().startswith(VAGUE)] or told
    numbers = [n for q in sure if (n := q.figure.low if q.figure.low is not None else q.figure.high) is not None]
    steps = [n for i, n in enumerate(numbers) if not i or n != numbers[i - 1]]
    return steps if len(steps) <= _STEPS else [steps[0], steps[-1]] if steps[0] != steps[-1] else []


def _report(quantity: Quantity) -> str:
    return quantity.report


def _written(ends: list[float], unit: str, between: str = " à ") -> str:
    """ "40, puis 137", "300 à 1 240 hectares", "180 à 212 millions d'euros"."""
    low = min(ends)
    scale, name = next(((n, w) for n, w in ((1e9, "milliards"), (1e6, "millions")) if unit in MONEY and low >= n), (1.0, ""))
    shown = between.join(f"{n / scale:,.12g}".replace(",", " ").replace(".", ",") for n in ends)
    plural = " ".join(f"{word}s" for word in unit.split())
    if not unit or unit == "sum":
        return f"{shown} {name}".strip()
    of = "d'" if plural[0] in "aeiouhy" and plural[0] != "y" else "de "
    return f"{shown} {name} {of}{plural}" if name else f"{shown} {plural}"


def _phrase(desk: Desk, quantity: Quantity) -> str:
    """The number with the noun it hangs on: "navire de 300 mètres"."""
    parsed = desk.readings[quantity.report].parsed
    head = quantity.figure.head
    if not 0 <= head < len(parsed.words):
        return ""
    above, span = parsed.words[parsed.words[head].head], value_of(desk, quantity).evidence[0]
    dated = any(w.span and w.span.start <= above.start < w.span.end for w in desk.readings[quantity.report].whens)
    near = above.pos == "NOUN" and not dated and parsed.words[head].dep.startswith("nmod") and 0 < span.start - above.end <= 12
    words = " ".join(parsed.text[above.start : span.end].split()) if near else ""
    return words[:1].upper() + words[1:]


def _source(desk: Desk, group: list[Quantity]) -> Difference | None:
    """Who is given as the source of the number, report by report."""
    rows: dict[str, tuple[str, tuple[Span, ...]] | None] = {}
    for quantity in current_of(group):
        rows[quantity.report] = rows.get(quantity.report) or told_by(desk, quantity.figure.span)
    names = {row[0] if row else None for row in rows.values()}
    if len(names) < 2:
        return None
    spans = {q.report: value_of(desk, q).evidence for q in reversed(current_of(group))}
    values = [
        Value(r, source_name(desk, row[0] if row else None), (*spans[r], *(row[1] if row else ())))
        for r, row in sorted(rows.items())
    ]
    return Difference("source", "wording", in_order(values))


def told_by(desk: Desk, span: Span) -> tuple[str, tuple[Span, ...]] | None:
    """The speaker of the statement that holds these words, with the words that name them."""
    known = sorted(desk.readings[span.report].statements, key=lambda s: (sum(x.end - x.start for x in s.spans), s.id))
    for statement in known:  # the tightest first
        if statement.speaker_span and any(s.start <= span.start < s.end for s in statement.spans):
            speakers = (statement.speaker,) if isinstance(statement.speaker, str) else statement.speaker or ()
            for speaker in speakers:
                if speaker in desk.actors and not is_paper(desk, speaker):
                    return speaker, (statement.speaker_span,)
    return None


def events_of(desk: Desk, group: list[Quantity]) -> tuple[str, ...]:
    found = {e.id for q in group if (e := desk.events.get(q.figure.event or "") or desk.event_at(q.figure.span))}
    return tuple(sorted(found))


def value_of(desk: Desk, quantity: Quantity) -> Value:
    span = quantity.figure.span
    parsed = desk.readings[span.report].parsed
    head = quantity.figure.head
    if 0 <= head < len(parsed.words) and 0 <= parsed.words[head].start - span.end <= 24:
        span = replace(span, end=parsed.words[head].end)
    return Value(quantity.report, " ".join(desk.text(span).split()), (span,))


def _verdict(desk: Desk, group: list[Quantity], moves: bool) -> SlotVerdict | None:
    """The verdict on all values of one quantity. None: not to be shown (nothing certain to say)."""
    current = current_of(group)
    relations: set[Relation] = set()
    if moves and any(_rose(desk, a, b) for i, a in enumerate(current) for b in current[i + 1 :]):
        relations.add("disjoint")
    for i, a in enumerate(current):
        relations.update(compare_figures(a.figure, b.figure, rounds=not moves) for b in current[i + 1 :] if a.report != b.report)
    if "disjoint" not in relations:
        if any(q.former for q in group) and moves and len({q.figure.low for q in group}) > 1:
            return "updated"
        return "refined" if "refined" in relations and not _is_one_number(current) else "same"
    if moves and current[0].measure in _SEEN_ONCE and _plain(current) and not _distant(desk, current, _SEEN_DAYS):
        return "contradicted"
    if moves and current[0].measure in _BY_SIDE and _holders(desk, current) > 1 and len(_days(desk, current)) == 1:
        return "wording"
    if moves:
        return "contradicted" if _settled(desk, current) else "updated"
    if _holders(desk, current) > 1:
        return "wording"
    lows = [q.figure.low or q.figure.high or 0 for q in current]
    least = 0.0 if current[0].measure in _ONE_SCENE else _HALF
    if len({q.report for q in group}) < 2 or not _exclude(current) or min(lows) < least * max(lows):
        return None  # "118 voyageurs et deux agents": numbers so far apart count two things
    if _distant(desk, current):
        return None
    return "contradicted"  # police and unions each count their own


def _is_one_number(current: list[Quantity]) -> bool:
    """ "184 kilomètres", "plus de 184 kilomètres": the same number, neither told more exactly."""
    return len({q.figure.low for q in current}) == 1 and {q.figure.bound for q in current} <= {"exact", *_OPEN_ABOVE}


def _days(desk: Desk, current: list[Quantity]) -> set[str]:
    """The days on which the counts were published."""
    return {desk.order[q.report][0] for q in current}


def _rose(desk: Desk, a: Quantity, b: Quantity) -> bool:
    """ "plus de 115 000 euros" one day, "au moins 117 000" the next: the floor of a count that moves has risen."""
    early, late = sorted((a, b), key=lambda q: desk.order[q.report])
    if desk.order[early.report][0] >= desk.order[late.report][0] or early.figure.bound not in ("at_least", "more_than"):
        return False
    if early.measure not in _FLOORS:
        return False
    return late.figure.bound != "about" and (late.figure.low or 0) > (early.figure.low or 0)


def _distant(desk: Desk, current: list[Quantity], most: int = _OTHER) -> bool:
    """Were the reports published so far apart that they may tell of two happenings?"""
    days = [d for q in current if (d := desk.published(q.report)) and d.earliest and d.latest]
    return any(days_between(a, b) > most for a in days for b in days)


def _holders(desk: Desk, current: list[Quantity]) -> int:
    """How many named speakers give numbers that exclude each other."""
    told = [(q, t[0]) for q in current if (t := told_by(desk, q.figure.span))]
    clash = {
        name
        for q, name in told
        for other, second in told
        if name != second and compare_figures(q.figure, other.figure) == "disjoint"
    }
    return len(clash)


def current_of(group: list[Quantity]) -> list[Quantity]:
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
        published, told = desk.published(quantity.report), time_of(desk, quantity)
        if not published or not published.latest or not told or days_between(told, published) < _SETTLED:
            return False
    return True


def _plain(current: list[Quantity]) -> bool:
    """Exact numbers, one for each report."""
    return all(q.figure.bound == "exact" for q in current) and len(current) == len({q.report for q in current})


def _exclude(current: list[Quantity]) -> bool:
    """One number for each report, of which two can never be one: "moins de sept nœuds" and "huit"."""
    lone = len(current) == len({q.report for q in current})
    return lone and any(exclude(a.figure, b.figure) for i, a in enumerate(current) for b in current[i + 1 :])


@dataclass(frozen=True, slots=True)
class Told:
    """When the counted thing happened, as told, and when its report was published."""

    when: When | None
    published: When | None

    def far(self, other: Told, limit: int = 0) -> bool:
        """Two happenings: told of times far apart, or one told of a time long before the other's report ("En 2011, …")."""
        days = limit or FAR
        if self.when and other.when:
            return days_between(self.when, other.when) > min(days, limit or _OTHER)
        return any(
            a.when and b.published and b.published.earliest and b.published.latest and days_between(a.when, b.published) > days
            for a, b in ((self, other), (other, self))
            if not b.when
        )


def time_of(desk: Desk, quantity: Quantity) -> When | None:
    """The bounded time of what a figure counts: its own, or its event's."""
    event = desk.event_at(quantity.figure.span)
    beside = {e.when for e in desk.by_sentence.get((quantity.report, quantity.sentence), ()) if e.when}
    alone = beside.pop() if len(beside) == 1 else None  # "l'attentat du 6 mai a fait 52 morts"
    for name in (quantity.figure.when, event.when if event else None, alone):
        when = desk.whens.get(name or "")
        if when and when.earliest and when.latest and when.duration is None and not _is_number(desk, when):
            behind = when.span is not None and when.span.start > quantity.figure.span.end
            return (_year(desk, quantity) if behind else None) or when  # "L'incendie de 2016 avait …, bien avant celui de mardi"
    return _year(desk, quantity)


def _is_number(desk: Desk, when: When) -> bool:
    """Four digits read as a year that count something ("1900 maisons")."""
    span = when.span
    if not span or not when.value or len(when.value) != 4:
        return False
    return any(f.span.start < span.end and span.start < f.span.end for f in desk.readings[span.report].figures)


def _is_behind(parsed: Parsed, figure: Span, when: Span) -> bool:
    """ "Les douze victimes du sanctuaire voisin, en 2015"."""
    return figure.end <= when.start and bool(_ASIDE.fullmatch(parsed.text, figure.end, when.start))


def _year(desk: Desk, quantity: Quantity) -> When | None:
    """A bygone year that the sentence names ("Agadir, 1960 : 12 000 morts")."""
    published, span = desk.published(quantity.report), quantity.figure.span
    reading = desk.readings[quantity.report]
    sentence = reading.parsed.sentences[quantity.sentence] if quantity.sentence >= 0 else None
    if sentence is None or not published or not published.earliest:
        return None
    for when in reading.whens:
        here = when.span and (sentence.start <= when.span.start < span.start or _is_behind(reading.parsed, span, when.span))
        if here and when.earliest and when.latest and when.value and when.value.isdigit() and len(when.value) == 4:
            if days_between(when, published) > FAR and not _is_number(desk, when):
                return when
    return None
