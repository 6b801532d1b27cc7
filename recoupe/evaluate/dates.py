"""EDTF values as (earliest, latest)."""

from __future__ import annotations

import re
from calendar import monthrange

Bounds = tuple[str | None, str | None]

_UNSURE = re.compile(r"[~?%]")
_YEARS = re.compile(r"\d{4}|\d{3}X|\d\dXX")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_DAY = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}")


def bounds(value: str | None) -> Bounds | None:
    """The first and last day of an EDTF value, None on an open side; None when it cannot be read.

    >>> bounds("2000-02/2000-03"), bounds("../1950")
    (('2000-02-01', '2000-03-31'), (None, '1950-12-31'))
    """
    if value is None:
        return None
    if "/" in value:
        first, last = (((None, None) if side in ("", "..") else bounds(side)) for side in value.split("/", 1))
        return (first[0], last[1]) if first and last else None
    value = _UNSURE.sub("", value.partition("T")[0])
    if _YEARS.fullmatch(value):
        return value.replace("X", "0") + "-01-01", value.replace("X", "9") + "-12-31"
    if month := _MONTH.fullmatch(value):
        if not 1 <= int(month[2]) <= 12:
            return value, value
        return f"{value}-01", f"{value}-{monthrange(int(month[1]), int(month[2]))[1]:02d}"
    if _WEEK.fullmatch(value) or _DAY.fullmatch(value):
        return value, value
    return None
