"""Matters of wholes and parts ("onze arrêtés, dont quatre auteurs"), and of one number in two states (held, then released)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recoupe.match.acts.slots import compare_figures
from recoupe.match.count.measures import Quantity
from recoupe.match.count.measuring import measures
from recoupe.match.count.tallies import events_of, value_of
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.types import Difference, SlotVerdict, Value

# The first state gives way to the second: what is told of so many people at two times.
_STATES = {("held", "released"): "retenus, puis libérés", ("missing", "dead"): "disparus, puis morts"}
_STATES |= {("missing", "presumed"): "disparus, puis présumés morts"}
_STATES |= {("arrested", "released"): "arrêtés, puis relâchés"}
_NEXT_PART = re.compile(r"(?i) \w[\w-]*(?:,| et) (?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) ")
_PAIR = 2  # so few meet by chance
_AMONG = re.compile(r"(?i)^ (?:d['’]entre )?(?:des|de ces|de ses|de leurs|de nos) $")


@dataclass(frozen=True, slots=True)
class Share:
    """So many out of so many, in one report."""

    whole: Quantity
    part: Quantity


def draft_wholes(desk: Desk, found: Mapping[str, Sequence[Quantity]]) -> tuple[Draft, ...]:
    """Parts told with their whole in one report and alone, or otherwise, in another; and numbers in two states."""
    shares = {report: tuple(_shares(desk, found[report])) for report in sorted(found)}
    return (*_against(desk, shares), *_alone(desk, shares, found), *_states(desk, found))


def _shares(desk: Desk, quantities: Sequence[Quantity]) -> Iterator[Share]:
    """ "N, dont M" and "M des N"."""
    for whole, part in pairwise(quantities):
        if whole.sentence != part.sentence:
            continue
        low, high = (q.figure.low for q in (part, whole))
        if part.part and not whole.part and not _AMONG.match(_text_between(desk, whole, part)) and (low or 0) <= (high or 0):
            yield Share(whole, part)
        if (high or 0) < (low or 0) and _AMONG.match(_text_between(desk, whole, part)):
            yield Share(part, whole)  # the part stands first: "deux des quatre voitures"


def _text_between(desk: Desk, a: Quantity, b: Quantity) -> str:
    return desk.readings[a.report].report.text[a.figure.span.end : b.figure.span.start]


def _against(desk: Desk, shares: Mapping[str, Sequence[Share]]) -> Iterator[Draft]:
    """Two reports give one whole and, exactly, two different parts of it of one kind."""
    reports = sorted(shares)
    for i, left in enumerate(reports):
        for right in (r for r in reports[i + 1 :] if r in desk.related[left]):
            for a in shares[left]:
                for b in shares[right]:
                    exact = a.part.figure.bound == b.part.figure.bound == "exact"
                    if exact and a.part.figure.unit == b.part.figure.unit and _one_whole(a.whole, b.whole):
                        if compare_figures(a.part.figure, b.part.figure) == "disjoint" and a.part.grave == b.part.grave:
                            rows = [value_of(desk, q) for q in (a.part, b.part)]
                            numbers = sorted((a.part.figure.low or 0, b.part.figure.low or 0))
                            noun = rows[0].value.split(" ", 1)[-1] if rows[0].value else ""
                            title = f"Nombre de {noun.lower()} : {numbers[0]:g} ou {numbers[1]:g}"
                            yield from _made(desk, [a.part, b.part], rows, "number", "contradicted", title, [a.whole, b.whole])


def _one_whole(a: Quantity, b: Quantity) -> bool:
    known = {a.measure, b.measure} - {"", "people"}
    agrees = compare_figures(a.figure, b.figure) in ("same", "refined")
    exact = (a.figure.low, a.figure.high) == (b.figure.low, b.figure.high)
    return agrees and len(known) < 2 and a.unit == b.unit and (exact or min(a.figure.low or 0, b.figure.low or 0) >= 100)


def _alone(desk: Desk, shares: Mapping[str, Sequence[Share]], found: Mapping[str, Sequence[Quantity]]) -> Iterator[Draft]:
    """A part told with its whole here, and there as a number of its own."""
    told: set[tuple[str, int]] = set()
    for report in sorted(shares):
        for share in shares[report]:
            alike = [s for r in sorted(desk.related[report]) for s in shares.get(r, ()) if _same_share(share, s)]
            if any((s.whole.report, s.whole.figure.span.start) in told for s in alike):
                continue
            told.update((s.whole.report, s.whole.figure.span.start) for s in alike)
            saying = {s.whole.report for s in alike}
            others = sorted(desk.related[report] & set(found) - saying)
            kinds = frozenset(s.part.figure.unit for s in alike)
            beside = [tuple(_beside(desk, share, found[other], kinds)) for other in others]
            rows = [q for one in beside for q in one]
            if rows:
                plainly = all(_is_listed(desk, one[-1]) for one in beside if one)  # they say as much as "dont" does
                values = [value_of(desk, q) for q in rows]
                for one in alike:
                    part, whole = value_of(desk, one.part), value_of(desk, one.whole)
                    values.append(Value(one.whole.report, part.value, (*part.evidence, *whole.evidence)))
                yield from _made(
                    desk,
                    [*(s.part for s in alike), *rows],
                    values,
                    "part",
                    "same" if plainly else "refined",
                    _sharing(desk, share),
                )


def _sharing(desk: Desk, share: Share) -> str:
    """ "2 voitures sur 4"."""
    words = [(value_of(desk, q).value or "").split(" ", 1)[1:] for q in (share.part, share.whole)]
    noun = next((w[0] for w in words if w), "")
    return f"{share.part.figure.low:g} {noun} sur {share.whole.figure.low:g}".replace("  ", " ")


def _same_share(a: Share, b: Share) -> bool:
    return (a.whole.figure.low, a.part.figure.low) == (b.whole.figure.low, b.part.figure.low)


def _beside(desk: Desk, share: Share, others: Sequence[Quantity], kinds: frozenset[str]) -> list[Quantity]:
    """The figures of another report that are this part and do not say so: beside the whole, or the only ones of their kind."""
    low, unit = share.part.figure.low, share.part.figure.unit or share.whole.figure.unit
    exact = [q for q in others if q.figure.bound == "exact" and not q.part and not q.former]
    parts = [q for q in exact if q.figure.low == low and unit and q.figure.unit in kinds | {unit}]
    if not parts or low is None or share.part.figure.bound != "exact":
        return []
    for part in parts:
        wholes = [q for q in exact if q.figure.low == share.whole.figure.low != low and _joined(desk, q, part)]
        if wholes:
            return [wholes[0], part]
    lone = {q.figure.low for q in others if q.figure.unit == unit} == {low}
    thing = unit == share.whole.figure.unit and unit not in measures() and share.whole.measure == ""
    return parts[:1] if lone and thing else []


def _is_listed(desk: Desk, part: Quantity) -> bool:
    """Is a part the first of several that make up the whole: "quatre otages, deux Français, une Américaine et un Belge"?"""
    text = desk.readings[part.report].report.text
    return bool(_NEXT_PART.match(text, part.figure.span.end))


def _joined(desk: Desk, whole: Quantity, part: Quantity) -> bool:
    """Do both stand in one phrase, with no verb between ("onze hommes, quatre tireurs")?"""
    if whole.sentence != part.sentence:
        return False
    parsed = desk.readings[whole.report].parsed
    start, end = sorted((whole.figure.span.start, part.figure.span.start))
    return not any(parsed.words[i].pos in ("VERB", "AUX") for i in parsed.at(start, end))


def _states(desk: Desk, found: Mapping[str, Sequence[Quantity]]) -> Iterator[Draft]:
    """ "quatorze marins sont retenus", "les quatorze marins ont été libérés"."""
    for (first, second), words in _STATES.items():
        # A report that counts both states, six dead and nine missing, does not tell of one lot that went from one to the other.
        befores = [
            q
            for r in sorted(found)
            if not any(q.measure == second for q in found[r])
            for q in found[r]
            if q.measure == first and not q.former and not q.part
        ]
        for before in befores:
            afters = [
                q
                for r in sorted(desk.related[before.report] & set(found) - {before.report})
                if not any(q.measure == first and q.figure.low != before.figure.low for q in found[r])
                for q in found[r]
                if q.measure == second
                and not q.part
                and desk.order[before.report][0] <= desk.order[r][0]
                and (q.figure.low, q.figure.high) == (before.figure.low, before.figure.high)
            ]
            afters = [q for q in afters if {q.figure.unit, before.figure.unit} & _ANY or q.figure.unit == before.figure.unit]
            if afters and before.figure.low and before.figure.low > _PAIR:
                values = [value_of(desk, before), *(value_of(desk, q) for q in afters)]
                title = f"{values[0].value} : {words}"
                yield from _made(desk, [before, *afters], values, "status", "updated", title)
                break


_ANY = frozenset(("personne", "", "disparu", "mort", "corps", "homme", "individu", "otage"))


def _made(
    desk: Desk,
    quantities: Sequence[Quantity],
    values: list[Value],
    slot: str,
    verdict: SlotVerdict,
    title: str,
    wholes: Sequence[Quantity] = (),
) -> Iterator[Draft]:
    events = events_of(desk, list(quantities))
    differences: tuple[Difference, ...] = (Difference(slot, verdict, in_order(values)),)
    if wholes:
        same = compare_figures(wholes[0].figure, wholes[1].figure) == "same"
        numbers = in_order([value_of(desk, q) for q in wholes])
        differences = (*differences, Difference("figure", "same" if same else "refined", numbers))
    if events and (draft := draft_values(desk, "count", title, *differences, events=events)):
        yield draft
