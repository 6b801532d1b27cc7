"""A number whose digits have changed places on the way: "1 254 salariés" in one report, "1 524 emplois" in another.

Two numbers of three digits or more in which two neighbours have changed places, of one kind of thing, each unknown to the other
report, are one number of which one report has slipped: chance makes such a pair once in hundreds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from recoupe.lang.nouns import actor_nouns
from recoupe.match.count.measuring import person_nouns
from recoupe.match.count.populations import MONEY
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order, labelled
from recoupe.types import Difference, Figure, Span, Value

_DIGITS = 3  # significant ones, at least
_PEOPLE, _SUM = "people", "money"
_POSTS = frozenset("emploi poste salarié personne suppression mort blessé victime disparu".split())
_YEAR = range(1900, 2101)
_TIMES = frozenset("an année âge heure minute seconde jour mois semaine %".split())


def draft_transposed(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each number that two reports tell with its digits in another order."""
    found: dict[tuple[str, str], dict[float, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1:
            for figure, kind, digits in _numbers(desk, report):
                found[kind, digits][figure.low or 0.0].append(figure)
    out = list(drafts)
    for key in sorted(found):
        if len(found[key]) == 2:
            low, high = sorted(found[key])
            left, right = found[key][low], found[key][high]
            if _is_slip(str(int(low)), str(int(high))) and (draft := _draft(desk, left, right)):
                out.append(draft)
    return out


def _numbers(desk: Desk, report: str) -> Iterator[tuple[Figure, str, str]]:
    """The exact numbers of a report with the kind of what they count and their digits in order, the noughts behind them apart."""
    for figure in desk.readings[report].figures:
        value = figure.low
        if value is None or value != figure.high or figure.bound != "exact" or value != int(value) or value < 100:
            continue
        kind, digits = _kind(figure.unit), str(int(value))
        bare = digits.rstrip("0")
        dated = int(value) in _YEAR and kind not in (_PEOPLE, _SUM)
        if kind and len(bare) >= _DIGITS and len(set(bare)) > 1 and not dated and not desk.is_furniture(figure.span):
            yield figure, kind, "".join(sorted(bare)) + digits[len(bare) :]


def _is_slip(a: str, b: str) -> bool:
    """Do two neighbours stand the other way round, and all else alike?"""
    apart = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(apart) == 2 and apart[1] - apart[0] == 1


def _kind(unit: str) -> str:
    """People of any name, money of any currency, else the thing itself."""
    if unit in MONEY:
        return _SUM
    if unit in _POSTS or unit in person_nouns() or unit in actor_nouns():
        return _PEOPLE
    return "" if unit in _TIMES else unit


def _draft(desk: Desk, left: Sequence[Figure], right: Sequence[Figure]) -> Draft | None:
    """The matter of two numbers; None where one report knows both, or no two of their reports tell of one affair."""
    ours, theirs = ({f.span.report for f in side} for side in (left, right))
    near = any(b in desk.related[a] for a in ours for b in theirs)
    both = any(_knows(desk, r, side[0]) for reports, side in ((ours, right), (theirs, left)) for r in reports)
    if not near or both:
        return None
    values = [Value(f.span.report, " ".join(desk.text(_shown(desk, f)).split()), (_shown(desk, f),)) for f in (*left, *right)]
    title = labelled("Chiffres intervertis", values)
    return draft_values(desk, "slip", title, Difference("figure", "contradicted", in_order(values)))


def _knows(desk: Desk, report: str, figure: Figure) -> bool:
    """Does a report hold this number, of whatever thing?"""
    return any(f.low == figure.low for f in desk.readings[report].figures)


def _shown(desk: Desk, figure: Figure) -> Span:
    """The number with its noun, where that stands close behind."""
    words, span = desk.readings[figure.span.report].parsed.words, figure.span
    close = 0 <= figure.head < len(words) and 0 <= words[figure.head].start - span.end <= 24
    return Span(span.report, span.start, words[figure.head].end) if close else span
