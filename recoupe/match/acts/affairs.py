"""Which reports of one affair may have their figures, dates and bare nouns set against each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recoupe.find.affair.affairs import ENOUGH, SMALL, Affairs, Topic, find_topics, names_in_common
from recoupe.match.acts.contests import are_two, find_contest
from recoupe.match.acts.slots import days_between
from recoupe.match.readings import Reading
from recoupe.types import When

_NEAR = 10  # days: up to here no more is needed than makes an affair
_BY_GAP = ((_NEAR, ENOUGH), (30, 0.24), (400, 0.34), (10**6, 0.42))  # days between publications -> affinity
_BY_NAME = ((2.5, 400), (2.0, 200))  # weight of the names in common (a rare one, or two of abroad) -> days they bridge
_NAMED = 2.0  # weight of the names in common that such a run asks for, however far apart
_CORE = 3  # reports of a small run, and half of it, to which a report is tied: then it tells of its affair however much later
_SEASON = 200  # days within which witnesses count
_WITNESSES = 2  # reports that vouch for two which have next to nothing in common, being most of what either is related to


def relate(readings: Sequence[Reading], affairs: Affairs) -> dict[str, frozenset[str]]:
    """For each report, the reports (itself among them) that tell of the same affair, now that their days are known."""
    published = {r.report.id: r.report.published for r in readings}
    days = {r.report.id: _named_days(r) for r in readings}
    far = {(a, b) for a in sorted(affairs) for b in affairs[a] if gap_between(published[a], published[b]) > _NEAR}
    topics = find_topics(readings, frozenset(r for pair in far for r in pair)) if far else {}
    small = len(readings) <= SMALL
    core = {r for r, others in affairs.items() if small and len(others) >= max(_CORE, len(affairs) / 2)}
    related: dict[str, frozenset[str]] = {}
    for report, others in affairs.items():
        kept = (
            o
            for o, value in others.items()
            if (report, o) not in far
            or days[report] & days[o]
            or value >= _needed(published[report], published[o])
            or {report, o} <= core
            or _bridged(topics[report], topics[o], gap_between(published[report], published[o]), small)
        )
        related[report] = frozenset((report, *kept))
    return _each_contest(readings, _vouched(related, published, affairs))


def _each_contest(readings: Sequence[Reading], related: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Without the pairs that are accounts of two matches, stages or finals."""
    contests = {r.report.id: c for r in readings if (c := find_contest(r))}
    two = {
        r: {o for o in near & contests.keys() if are_two(contests[r], contests[o])}
        for r, near in related.items()
        if r in contests
    }
    return {r: near - two.get(r, set()) for r, near in related.items()}


def _bridged(a: Topic, b: Topic, gap: int, small: bool) -> bool:
    """Do the names in common make one affair of two reports so far apart?"""
    names = names_in_common(a, b)
    return small and names >= _NAMED or any(names >= weight and gap <= days for weight, days in _BY_NAME)


def _vouched(
    related: Mapping[str, frozenset[str]], published: Mapping[str, When | None], affairs: Affairs
) -> dict[str, frozenset[str]]:
    """With the pairs for which most of what is related to either vouches, out within a season; a year later all."""
    more: dict[str, set[str]] = {r: set() for r in related}
    alike: dict[frozenset[str], frozenset[str]] = {}  # one of all circles that are the same
    related = {r: alike.setdefault(near, near) for r, near in related.items()}
    for report in sorted(related):
        reached = frozenset().union(*{id(c): c for c in (related[near] for near in related[report])}.values())
        for other in sorted(reached - related[report]):
            common = len((related[report] & related[other]) - {report, other})
            fewer = min(len(related[report]), len(related[other])) - 1
            close = gap_between(published[report], published[other]) <= _SEASON
            again = common == fewer and affairs[report].get(other, 0.0) >= ENOUGH  # a year later, and nothing else is as near
            if common >= _WITNESSES and (2 * common > fewer if close else again):
                more[report].add(other)
    return {r: near | more[r] for r, near in related.items()}


def _needed(a: When | None, b: When | None) -> float:
    """The further apart two reports came out, the more they must have in common, unless both name one day."""
    gap = gap_between(a, b)
    return next(enough for days, enough in _BY_GAP if gap <= days)


def gap_between(a: When | None, b: When | None) -> int:
    """Days between two publications, 0 when either is unknown."""
    if not a or not b or not a.earliest or not a.latest or not b.earliest or not b.latest:
        return 0
    return days_between(a, b)


def _named_days(reading: Reading) -> frozenset[str]:
    """Days named by their date, not by a weekday alone."""
    text = reading.report.text
    dated = (w for w in reading.whens if w.span and w.earliest and w.earliest == w.latest)
    return frozenset(
        w.earliest for w in dated if w.span and w.earliest and any(c.isdigit() for c in text[w.span.start : w.span.end])
    )
