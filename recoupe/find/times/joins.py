"""Second and third pass: a day with its hour, parts and ranges (JOINS); since, until, ago, later (RELATIONS)."""

from __future__ import annotations

import re
from dataclasses import replace

from recoupe.find.times.meaning import Meaning
from recoupe.find.times.rules import Build, Match, rules

_LEAD = 24  # characters before "fin"
_TAKES_END = re.compile(r"\b(?:pren\w+|pri(?:s|t|rent)|mett\w+|mi(?:s|t|rent)|met|mets)(?: (?:bientôt|enfin|ainsi|donc|déjà))? $")


def _day_time(match: Match) -> Meaning | None:
    day: Meaning = match.get("5")
    times = match.all("7")
    if day.kind == "relation" or (day.kind == "day" and day.left and day.left.kind == "clock"):
        return None
    unit = match.get("B")
    for time in times:
        inner = time.left if time.kind in ("clock", "daypart") else None
        if inner is not None and inner.base == "published":
            return None  # "mardi ce matin" is two times
    clock: Meaning | None = next((t for t in times if t.kind == "clock"), None)
    if clock is not None:
        return replace(clock, left=day)
    return Meaning("daypart", unit=times[0].unit if times else unit, left=day)


def _night_between(match: Match) -> Meaning | None:
    left, right = match.all("5")
    return Meaning("daypart", unit="night", left=Meaning("range", left=left, right=right))


def _part(match: Match) -> Meaning | None:
    if _is_ended(match):
        return None
    inner = match.get("56")
    if inner is None:
        unit = match.get("U")
        if unit not in ("week", "month", "year", "day", "century", "decade", "weekend"):
            return None
        inner = Meaning("unit", unit=unit, shift={"last": -1, "next": 1}.get(match.which, 0))
        if unit == "day":
            return Meaning("daypart", unit="evening")
    if inner.kind == "day" and inner.which == "" and inner.weekday is None and inner.month is None:
        return None
    return Meaning("part", unit=match.get("b"), left=inner)


def _is_ended(match: Match) -> bool:
    """Is "fin" the noun of a verb, no edge of the time behind it: "la trêve prend fin lundi"?"""
    k = match.letters.index("b")
    before = match.tokens.low[: match.tokens.starts[match.first + k]]
    return match.word(k) == "fin" and _TAKES_END.search(before[-_LEAD:]) is not None


def _around_day(match: Match) -> Meaning | None:
    """ "le week-end du 14 juillet", "le week-end du 8 et 9 juin"."""
    stretch, day = match.get("6"), match.get("5")
    if stretch.kind != "unit" or stretch.unit != "weekend" or stretch.shift:
        return None
    if day.kind == "days":
        return day  # type: ignore[no-any-return]
    named = day.kind == "feast" or day.kind == "day" and "f" in match.letters
    return Meaning("part", unit="weekend", left=day) if named else None


def _range(match: Match) -> Meaning | None:
    left, right = match.all("56")
    if left.kind not in _POINTS or right.kind not in _POINTS:
        return None
    if left.year is None and right.year is not None and left.kind in ("day", "month"):
        left = replace(left, year=right.year)
    if left.kind == "day" and left.month is None and left.weekday is None:
        left = replace(left, month=right.month)
    return Meaning("range", left=left, right=right)


_POINTS = ("day", "month", "year", "season", "part", "shift", "feast", "unit")


def _day_of(match: Match) -> Meaning | None:
    unit = match.get("U")
    if unit in ("week", "weekend"):
        return Meaning("part", unit=unit, left=match.get("5"))
    return match.get("5") if unit == "day" else None


def _eve_of(match: Match) -> Meaning | None:
    eve, day = match.all("5")
    return replace(eve, left=day) if eve.kind == "shift" and eve.base == "told" else None


JOINS = rules(
    (r"5,?7(?:,?7)?|7,?(?:f)?5(?![a])", "5", _day_time),
    (r"5l?B(?:,?7)?|l?Bf?5(?!a5)", "5", _day_time),
    (r"(?:7|i?lB|B)f?5a5", "5", _night_between),
    (r"(?:al?|e|i?l|[z~])?[dw]?b(?:-|f)?l?(?:[56]|U[qp]?)", "6", _part),
    (r"6f?5", "6", _around_day),
    (r"[fE]?[56](?:a|-|ja?|-a)[56]|E[56]k[56]|s5ja?5", "9", _range),
    (r"i?lUf5|aUf5", "5", _day_of),
    (r"5f5", "5", _eve_of),
)


def _relation(unit: str) -> Build:
    def build(match: Match) -> Meaning | None:
        inner = match.get("5679")
        if inner.kind == "relation" or inner.kind == "range" and unit not in ("since", "from"):
            return None
        return Meaning("relation", unit=unit, left=inner)

    return build


def _quantity_of(match: Match) -> Meaning:
    return match.get("8")  # type: ignore[no-any-return]


def _ago(match: Match) -> Meaning | None:
    return replace(_quantity_of(match), kind="shift", shift=-1)


def _ahead(match: Match) -> Meaning | None:
    return replace(_quantity_of(match), kind="shift", shift=1)


def _anchored(match: Match) -> bool:
    """Does an event follow to count from ("trois jours après sa mort")?"""
    word = match.word(len(match.letters) - 1)
    return word.endswith(("avant", "après")) and (match.after[:1] or "/") in "?lcf=duwnSe"


def _counted(shift: int) -> Build:
    def build(match: Match) -> Meaning | None:
        return replace(_quantity_of(match), kind="shift", shift=shift, base="event" if _anchored(match) else "told")

    return build


def _lasting(match: Match) -> Meaning | None:
    return replace(_quantity_of(match), kind="lasting")


def _duration(match: Match) -> Meaning | None:
    return _quantity_of(match)


def _within(match: Match) -> Meaning | None:
    return Meaning("relation", unit="by", left=_ahead(match))


def _during(match: Match) -> Meaning | None:
    return match.get("56")  # type: ignore[no-any-return]


RELATIONS = rules(
    (r"s[z~]?[al]?[5679]", "9", _relation("since")),
    (r"j(?:a|e)?[5679]", "9", _relation("until")),
    (r"z?V[al]?[567]", "9", _relation("before")),
    (r"z?R[al]?[567]", "9", _relation("after")),
    (r"G(?:a|e)?[5679]", "9", _relation("by")),
    (r"D[fae]?[5679]", "9", _relation("from")),
    (r"s8", "9", _lasting),
    (r"I8", "9", _ago),
    (r"i8", "9", _ahead),
    (r"G[a]?8", "9", _within),
    (r"8L|8R", "9", _counted(1)),
    (r"8T|8V", "9", _counted(-1)),
    (r"P[lf]?8|e8", "9", _duration),
    (r"P[lf]?[56]", "6", _during),
)
