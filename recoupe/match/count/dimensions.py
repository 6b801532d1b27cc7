"""Two figures in two units: "12 500 pieds" and "3 800 mètres" are one depth, "900 dollars" and "900 euros" two sums."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from recoupe.lang.tables import read_table
from recoupe.match.acts.slots import Relation, compare_figures, exclude
from recoupe.match.count.populations import MONEY
from recoupe.types import Figure

COLUMNS = ("unit", "dimension", "times", "example")
CURRENCIES = ("unit", "least", "most", "example")
_SLACK = 0.06  # part of itself that a converted length may be rounded by
_SUM = 1e6
_SUM_NOUNS = frozenset(
    "profit bénéfice perte dette recette déficit excédent dégât aide subvention crédit investissement budget dividende "
    "chiffre dépense économie impôt taxe amende don fonds capital trésorerie créance impayé rançon prime".split()
)
_DEAR = 0.1  # part by which a converted sum may be rounded


def compare_sizes(a: Figure, b: Figure, *, rounds: bool = True) -> Relation:
    """As `compare_figures`, across units of one dimension, or of none, and currencies; "unknown" for two dimensions."""
    if a.unit == b.unit or "sum" in (a.unit, b.unit) and {a.unit, b.unit} <= MONEY:
        return compare_figures(a, b, rounds=rounds)
    if a.unit in worth() and b.unit in worth():
        left, right = euros(a), euros(b)
        return "refined" if left[0] <= right[1] and right[0] <= left[1] else "disjoint"
    if dimension(a.unit) != dimension(b.unit):
        return "unknown"
    if not dimension(a.unit):
        return compare_figures(a, b, rounds=rounds)
    return "disjoint" if compare_figures(_converted(a), _converted(b), rounds=False) == "disjoint" else "refined"


def exclude_sizes(a: Figure, b: Figure) -> bool:
    """As `exclude`, across the units of one dimension and the currencies."""
    if compare_sizes(a, b) != "disjoint":
        return False
    if a.unit == b.unit or "sum" in (a.unit, b.unit) or not dimension(a.unit):
        return exclude(a, b)
    if a.unit in worth():
        return a.bound == b.bound == "exact"
    return exclude(_converted(a), _converted(b))


def dimension(unit: str) -> str:
    """What a unit measures: "length", "area", "money"…; "" where the tables do not know it."""
    return _dimensions()[unit][0] if unit in _dimensions() else "money" if unit in worth() else ""


def as_sum(figure: Figure) -> Figure:
    """ "1,9 milliard de bénéfice" counts money of whatever currency, not profits."""
    large = (figure.low if figure.low is not None else figure.high or 0.0) >= _SUM
    return replace(figure, unit="sum") if large and figure.unit in _SUM_NOUNS else figure


def size(figure: Figure) -> float:
    """The figure in the base unit of its dimension; a sum in its own currency."""
    value = figure.low if figure.low is not None else figure.high or 0.0
    return value * (_dimensions()[figure.unit][1] if figure.unit in _dimensions() else 1.0)


def euros(figure: Figure) -> tuple[float, float]:
    """The least and the most that a sum may have been worth."""
    least, most = worth()[figure.unit]
    low = figure.low if figure.low is not None else figure.high or 0.0
    high = figure.high if figure.high is not None else low
    return low * least * (1 - _DEAR), high * most * (1 + _DEAR)


@cache
def worth() -> dict[str, tuple[float, float]]:
    """What one unit of a currency has been worth in euros, at least and at most."""
    return {row["unit"]: (float(row["least"]), float(row["most"])) for row in read_table("data/currencies.tsv", CURRENCIES)}


def _converted(figure: Figure) -> Figure:
    """In the base unit, an exact number as a rounded one."""
    times = _dimensions()[figure.unit][1]
    low, high = (None if n is None else n * times for n in (figure.low, figure.high))
    if figure.bound == "exact" and low is not None and high is not None:
        return replace(figure, low=low * (1 - _SLACK), high=high * (1 + _SLACK), bound="between")
    return replace(figure, low=low, high=high)


@cache
def _dimensions() -> dict[str, tuple[str, float]]:
    return {row["unit"]: (row["dimension"], float(row["times"])) for row in read_table("data/dimensions.tsv", COLUMNS)}
