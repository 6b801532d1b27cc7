"""What brought it about: the causes that several reports name of one mishap, side by side, joined by no event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from recoupe.match.cause.causing import ANY, Cause, find_causes, is_one
from recoupe.match.cause.mishaps import GENERAL, excludes, mishaps_of, sort_of, title_of
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.types import Difference, SlotVerdict, Value

_ARTICLES = frozenset(("un", "une", "le", "la", "les", "des", "ce", "cette", "plusieurs"))
_SLOTS = {"weapon": "instrument", "release": "outcome"}
_HEART = "~"  # of what the affair is about, whatever it is called
_UNNAMED = "Cause"
_PLAIN = "killing"  # that somebody was killed says nothing of how
_STATUS = {"sure": "happened", "open": "possible", "never": "denied"}


def draft_causes(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each mishap of which two related reports or more name the cause."""
    found: dict[str, list[Cause]] = defaultdict(list)
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1:
            for cause in find_causes(desk, report):
                found[cause.family].append(cause)
    for family in sorted(found):  # "l'accident" of a report that says no more is that of the others
        if found[family][0].sort == "accident" and family not in (GENERAL, ANY):
            found[family] += found.get(GENERAL, [])
    if alone := [c for cs in found.values() if len({c.report for c in cs}) == 1 for c in cs if c.heart and c.of]:
        found[_HEART] = sorted(alone, key=lambda c: c.span)  # each by another word
    drafts = []
    for family in sorted(found):
        for group in _one_mishap(desk, found[family]):
            drafts += [d for d in _drafts(desk, group) if d]
    return tuple(drafts)


def _one_mishap(desk: Desk, causes: Sequence[Cause]) -> Iterator[list[Cause]]:
    """The causes by mishap: of reports of one affair, and of one thing or person where they say whose."""
    groups: list[list[Cause]] = []
    for cause in causes:
        for group in groups:
            if all(c.report == cause.report or c.report in desk.related[cause.report] for c in group) and any(
                is_one(c, cause) and c.sort == cause.sort and (c.family != ANY or c.of & cause.of) for c in group
            ):
                group.append(cause)
                break
        else:
            groups.append([cause])
    yield from (g for g in groups if len({c.report for c in g}) > 1)


def _drafts(desk: Desk, group: Sequence[Cause]) -> Iterator[Draft | None]:
    """What cannot both be true, then what several reports say alike, surely or not."""
    rows = sorted({c for pair in _clashes(group) for c in pair}, key=lambda c: c.span)
    if rows:
        said = all(a.said or b.said for a, b in _clashes(group))
        verdict: SlotVerdict = "wording" if said else "contradicted"
        yield _made(desk, rows, Difference(_slot(rows), verdict, _values(desk, rows)), disputed=said)
    for kind in sorted({c.kind for c in group} - {_PLAIN}):
        alike = [c for c in group if c.kind == kind and c.level != "never"]
        if len({c.report for c in alike}) < 2:
            continue
        if len({c.level for c in alike}) > 1:
            told = in_order([Value(c.report, _STATUS[c.level], (c.span,)) for c in alike])
            yield _made(desk, alike, Difference("certainty", "refined", told))
        elif not rows:
            yield _made(desk, alike, Difference(_slot(alike), "same", _values(desk, alike)))


def _slot(causes: Sequence[Cause]) -> str:
    return _SLOTS.get(causes[0].sort, "cause")


def _clashes(group: Sequence[Cause]) -> list[tuple[Cause, Cause]]:
    """Pairs of causes of two reports that exclude one another: of two kinds, or the one denied by the other report."""
    by_report: dict[str, list[Cause]] = defaultdict(list)
    for cause in group:
        by_report[cause.report].append(cause)
    firm: list[list[Cause]] = []
    for report in sorted(by_report):
        sure = [c for c in by_report[report] if c.level == "sure"]
        if sure and not any(
            excludes(x.sort, x.kind, y.kind, alone=False) for x, y in combinations(sure, 2)
        ):  # else it weighs them
            firm.append(sure)
    found = [
        (a, b)
        for x, y in combinations(firm, 2)
        for a in x
        for b in y
        if excludes(a.sort, a.kind, b.kind, alone=a.alone or b.alone)
    ]
    denied = [c for c in group if c.level == "never"]
    return found + [(a, b) for x in firm for a in x for b in denied if a.report != b.report and a.kind == b.kind]


def _made(desk: Desk, causes: Sequence[Cause], *differences: Difference, disputed: bool = False) -> Draft | None:
    named = [c.family for c in causes if c.family not in (GENERAL, ANY)] or [GENERAL]
    shown = dict.fromkeys(_small(" ".join(desk.text(c.span).split())) for c in causes)
    unnamed = named == [GENERAL] and causes[0].family == ANY or not _is_named(desk, named[0], causes)
    title = _UNNAMED if unnamed else title_of(named[0])
    return draft_values(desk, "cause", f"{title} : {' / '.join(shown)}", *differences, disputed=disputed)


def _is_named(desk: Desk, family: str, causes: Sequence[Cause]) -> bool:
    """Does a report call the mishap by its noun? "Détruire" alone may tell a fire, a quake or a storm."""
    if sort_of(family) != "accident" or family in (GENERAL, ANY):
        return True
    words = (w for c in causes for w in desk.readings[c.report].parsed.words if w.pos != "VERB")
    return any(m.family == family for w in words for m in mishaps_of(w))


def _small(text: str) -> str:
    """Without the capital of a sentence's first word."""
    first = text.partition(" ")[0]
    return text[0].lower() + text[1:] if first.lower() in _ARTICLES else text


def _values(desk: Desk, causes: Sequence[Cause]) -> tuple[Value, ...]:
    return in_order([Value(c.report, " ".join(desk.text(c.span).split()), (c.span,)) for c in causes])
