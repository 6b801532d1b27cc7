"""Figures of no named measure: only those that agree, and that count like things, are brought together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial

from recoupe.match.acts.families import acts
from recoupe.match.acts.slots import compare_figures, days_between
from recoupe.match.count.countednouns import is_known, stands_for
from recoupe.match.count.measures import Quantity
from recoupe.match.count.measuring import measures
from recoupe.match.count.populations import MONEY, agrees_only
from recoupe.match.count.tallies import Told, draft_tally, time_of, value_of
from recoupe.match.count.twocounts import are_two_counts, names_race
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, fitting

_SOME, _FEW = 10, 3  # such numbers of one kind meet by chance seldom; fewer ones only in like sentences
PEOPLE = frozenset(("people", "attacker", "suspect"))
_DISTINCT = 3  # digits that make a number its own mark
_MANY = 20  # smaller numbers meet by chance
_LARGE = 1000  # sums and areas: two that agree within a report's rounding are the same one, if nothing else comes near
_LENGTHS = frozenset(("kilomètre", "mètre", "centimètre"))  # a race and a road have many
_LIKE = 0.3
_WEEKS, _CLOSE = 14, 0.06  # days; part of a number
# Nouns of the sum itself.
_SUM_NOUNS = frozenset(
    "valeur montant prix somme coût hauteur total facture enveloppe budget million milliard millier euro argent chèque "
    "virement ordre moyenne tarif".split()
)
_NOT_COUNTED = frozenset(
    "âge,,an,année,jour,journée,nuit,mois,semaine,heure,minute,seconde,siècle,numéro,%,page,fois,word,point".split(",")
)


def draft_loose(desk: Desk, quantities: list[Quantity], groups: dict[tuple[str, str, bool], list[Quantity]]) -> list[Draft]:
    """Other figures: only those that agree, and that count like things in like words, are brought together."""
    people = [q for key, qs in groups.items() if key[0] in PEOPLE for q in qs]
    pool: dict[str, list[Quantity]] = defaultdict(list)
    lone = _lone(quantities)
    alike = _alike(desk, [*quantities, *(q for qs in groups.values() for q in qs)])
    told = {s for d in alike for v in d.differences if v.slot == "figure" for x in v.values for s in x.evidence}
    for quantity in [*(_in_currency(desk, q, quantities) for q in quantities), *people]:
        kind = "people" if quantity.measure in PEOPLE else quantity.measure or quantity.unit
        if value_of(desk, quantity).evidence[0] in told:
            continue
        if (
            kind
            and not quantity.former
            and not names_race(desk, quantity.figure)
            and (quantity.measure or kind not in _NOT_COUNTED)
        ):
            pool[kind].append(quantity)
    out = list(alike)
    for kind in sorted(pool):
        left = sorted(pool[kind], key=lambda q: (desk.order[q.report], q.figure.span))
        partners = _partners(desk, left)
        for group in fitting(left, partial(_fits, desk, lone, partners)):
            if len({q.report for q in group}) > 1:
                title = measures()[kind][0] if kind in measures() else ""
                if draft := draft_tally(desk, group, title, moves=False):
                    out.append(draft)
    return out


def _in_currency(desk: Desk, quantity: Quantity, others: list[Quantity]) -> Quantity:
    """A bare sum ("1,9 milliard") in the one currency of the reports around it."""
    if quantity.unit != "sum":
        return quantity
    found = {q.unit for q in others if q.unit in MONEY and q.unit != "sum" and q.report in desk.related[quantity.report]}
    return replace(quantity, unit=found.pop()) if len(found) == 1 else quantity


def _alike(desk: Desk, quantities: list[Quantity]) -> list[Draft]:
    """ "quatorze marins" and "une douzaine de matelots": each report counts this kind once, under whatever verb."""
    by_noun: dict[str, dict[str, list[Quantity]]] = defaultdict(lambda: defaultdict(list))
    for quantity in quantities:
        noun = stands_for(quantity.figure.unit)
        if is_known(noun) and not quantity.part and not quantity.elsewhere and not quantity.former:
            by_noun[noun][quantity.report].append(quantity)
    out = []
    for noun in sorted(by_noun):
        ones = {r: qs[0] for r, qs in by_noun[noun].items() if len({(q.figure.low, q.figure.high) for q in qs}) == 1}
        rows = sorted(ones.values(), key=lambda q: (desk.order[q.report], q.figure.span))
        for group in fitting(rows, partial(_same_lot, desk)):
            if len(group) > 1 and len({q.key for q in group}) > 1 and (draft := draft_tally(desk, group, "", moves=False)):
                out.append(draft)
    return out


def _same_lot(desk: Desk, a: Quantity, b: Quantity) -> bool:
    """May two counts of one kind of people or things be one count? Not the dead and the hurt, nor small numbers by chance."""
    known = {a.measure, b.measure} - {"", "people", "object", "aboard", "passenger"}
    relation = compare_figures(a.figure, b.figure)
    if b.report not in desk.related[a.report] or len(known) > 1 or relation not in ("same", "refined"):
        return False
    low = min(q.figure.low or q.figure.high or 0 for q in (a, b))
    return low >= _SOME or low >= _FEW and len((a.context & b.context) - {a.figure.unit}) >= 1


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
    known = {a.measure, b.measure} - {"", "people"}
    return a.unit == b.unit and len(known) < 2 and compare_figures(a.figure, b.figure) in ("same", "refined")


def _lone(quantities: list[Quantity]) -> _Lone:
    """The units (with their report) of which a report gives one number only."""
    numbers: dict[tuple[str, str], set[tuple[float | None, float | None]]] = defaultdict(set)
    for quantity in quantities:
        numbers[quantity.report, quantity.unit].add((quantity.figure.low, quantity.figure.high))
    return frozenset(
        key for key, found in numbers.items() if len(found) == 1 and key[1] not in _NOT_COUNTED and key[1] not in MONEY
    )


def _fits(desk: Desk, lone: _Lone, partners: _Partners, a: Quantity, b: Quantity) -> bool:
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
    if relation != "same" and (_distant(desk, a, b) or _two_floors(a, b)):
        return False
    if are_two_counts(desk, a.figure, b.figure, equal=relation == "same"):
        return False
    shared = a.context & b.context
    if a.measure == b.measure and agrees_only(a.measure):
        return True
    if a.measure in ("people", "attacker", "suspect", "object"):
        return (a.figure.low or 0) > 1 and a.unit == b.unit
    if a.unit in MONEY and (not _near(a, b) or relation != "same" and _other_things(desk, a, b)):
        return False
    low = a.figure.low if a.figure.low is not None else a.figure.high or 0
    if relation == "same" and len(f"{low:g}".replace(".", "").rstrip("0")) >= _DISTINCT:
        return True
    if a.unit in MONEY and a.roles and b.roles and low >= _MANY and not _other_years(desk, a, b):
        return True  # each tells the price, or the loss
    if a.unit in MONEY and low >= 100000 and len(shared) >= 1:
        return True
    if (
        low >= _MANY
        and a.unit == b.unit
        and (a.unit not in _LENGTHS or _is_close(a, b))
        and {(a.report, a.unit), (b.report, b.unit)} <= lone
    ):
        return True  # "quelque 24 000 spectateurs", "23 871 spectateurs": each report counts this thing once
    if low >= _LARGE and a.unit == b.unit and a.unit and (b.report, a) in partners and (a.report, b) in partners:
        return True  # "quelque six millions d'euros", "6,2 millions d'euros": no other sum of either report comes near
    small = min(len(a.context), len(b.context)) or 1
    return len(shared) >= 2 and len(shared) / small >= _LIKE or relation == "same" and low >= 30 and len(shared) >= 1


def _other_things(desk: Desk, a: Quantity, b: Quantity) -> bool:
    """Are two sums told of two things ("un vélo à plus de 4 000 euros", "5 000 euros de vaisselle")?"""
    left, right = _things(desk, a), _things(desk, b)
    alike = {stands_for(x) for x in left} & {stands_for(x) for x in right}
    return bool(left and right and not alike and not acts(left) & acts(right))


def _things(desk: Desk, quantity: Quantity) -> frozenset[str]:
    """Lemmas of the things a sum is told of: what hangs on it, or the noun that it hangs on."""
    parsed, head = desk.readings[quantity.report].parsed, quantity.figure.head
    if not 0 <= head < len(parsed.words):
        return frozenset()
    found = {k.lemma.lower() for k in parsed.kids(head, "nmod") if k.i > head and k.pos == "NOUN"}
    below = parsed.words[head]
    while below.dep.startswith("nmod") and any(True for _ in parsed.kids(below.head, "det")):  # a noun, whatever its tag
        below = parsed.words[below.head]
        found.add(below.lemma.lower())
    return frozenset(found) - _SUM_NOUNS


def _distant(desk: Desk, a: Quantity, b: Quantity) -> bool:
    """Were the reports published weeks apart? Then numbers that only resemble each other are of two things."""
    first, second = desk.published(a.report), desk.published(b.report)
    known = first and second and first.earliest and first.latest and second.earliest and second.latest
    return bool(known and first and second and days_between(first, second) > _WEEKS) and not _is_close(a, b)


def _is_close(a: Quantity, b: Quantity) -> bool:
    """Do two numbers lie within a twentieth?"""
    ends = [[n for n in (q.figure.low, q.figure.high) if n is not None] for q in (a, b)]
    return min(abs(x - y) for x in ends[0] for y in ends[1]) <= _CLOSE * max(max(ends[0]), max(ends[1]))


def _two_floors(a: Quantity, b: Quantity) -> bool:
    """ "plus de 188 kilomètres", "plus de 183 kilomètres": two numbers, each told to its last digit."""
    same = a.figure.bound == b.figure.bound
    return same and a.figure.bound in ("more_than", "less_than", "at_least", "at_most") and a.figure != b.figure


def _rounded(number: float) -> float:
    """Half of what the last digit of a number stands for."""
    step = 1.0
    while number % (step * 10) == 0 and step < 1e12:
        step *= 10
    return step / 2


def _near(a: Quantity, b: Quantity) -> bool:
    """Is one of two sums exact, or do they lie within a tenth? "plus de 3 milliards" is no word about "environ 3,7 milliards"."""
    bounds = {a.figure.bound, b.figure.bound}
    if bounds <= {"exact", "about"} and a.figure.low and b.figure.low and a.figure.low % 1000 == b.figure.low % 1000 == 0:
        # "environ 55 000 euros" is no 50 000: it is told to its last digit.
        gap, half = abs(a.figure.low - b.figure.low), max(_rounded(a.figure.low), _rounded(b.figure.low))
        finer = min((a.figure, b.figure), key=lambda f: _rounded(f.low or 0))
        if gap > half or gap == half and finer.bound == "about":
            return False
    left, right = (q.figure.low if q.figure.low is not None else q.figure.high or 0 for q in (a, b))
    loose = all(q.figure.bound not in ("exact", "between") for q in (a, b))
    return not loose or abs(left - right) <= 0.1 * max(left, right)


def _one_role(a: Quantity, b: Quantity) -> bool:
    """A sum claimed is no sum awarded, a fine no price."""
    if not a.roles or not b.roles:
        return True
    other = {"claim"}
    return ("claim" in a.roles) == ("claim" in b.roles) and (bool(a.roles & b.roles - other) or a.roles == b.roles)


def _other_years(desk: Desk, a: Quantity, b: Quantity) -> bool:
    """Are the two told of times far apart ("une perte de … en 2019")?"""
    left, right = (Told(time_of(desk, q), desk.published(q.report)) for q in (a, b))
    return left.far(right)
