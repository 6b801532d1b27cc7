"""Who stands how to a matter: each stance with its words, and the two camps of a dispute."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.show.view import View
from recoupe.types import Claim, Matter, Span


@dataclass(frozen=True, slots=True)
class Stance:
    """One holder's stance on a matter, in one report, with the words."""

    claim: Claim
    report: str
    spans: tuple[Span, ...]
    direct: bool  # all the words lie inside a quotation


@dataclass(frozen=True, slots=True)
class Voice:
    """One stance and all who take it in the same words of the same report."""

    stance: Stance
    claims: tuple[Claim, ...]


def stances_of(view: View, matter: Matter) -> tuple[Stance, ...]:
    """Who stands how to a matter, with its words, in the order of the reports; one stance in the same words once."""
    found: dict[tuple[object, ...], Stance] = {}
    for claim in sorted((view.claims[c] for c in matter.claims if c in view.claims), key=lambda c: c.id):
        event = view.events.get(claim.event)
        spans = claim.evidence or (event.spans if event else ())
        if spans:
            key = (spans, claim.sources, claim.status, claim.negated, claim.certainty)
            found.setdefault(key, Stance(claim, spans[0].report, spans, view.quoted(spans)))
    return tuple(sorted(found.values(), key=lambda s: (view.order(s.report), s.spans, s.claim.id)))


def camps_of(view: View, matter: Matter) -> tuple[tuple[Voice, ...], tuple[Voice, ...]]:
    """Who holds it for so, and who denies it; holders of one stance in the same words stand together."""
    camps: tuple[dict[object, Voice], dict[object, Voice]] = ({}, {})
    seen: set[tuple[str, str, bool]] = set()
    stances = stances_of(view, matter)
    charged = {s.report for s in stances if s.claim.status == "alleged"}
    for stance in stances:
        event = view.events.get(stance.claim.event)
        if event is not None and event.frame == "ACCUSE" and not stance.claim.sources and stance.report in charged:
            continue  # that Washington accuses nobody contests: what it alleges stands beside it
        against = _is_against(view, matter, stance)
        holder = (stance.report, view.holder(stance.claim), against)
        if holder in seen:
            continue
        seen.add(holder)
        key = (stance.report, stance.spans, view.stance_words(stance.claim))
        voice = camps[against].get(key, Voice(stance, ()))
        camps[against][key] = Voice(voice.stance, (*voice.claims, stance.claim))
    return tuple(camps[0].values()), tuple(camps[1].values())


def _is_against(view: View, matter: Matter, stance: Stance) -> bool:
    """Does he who takes this stance deny the matter? What others belie is held for so, however negative its words."""
    claim = stance.claim
    shown = [v for d in matter.differences if d.slot == "polarity" for v in d.values]
    told = {v.value == "denied" for v in shown if any(_touches(s, stance.spans) for s in v.evidence)}
    if told == {False} and not _is_denial(view, claim):
        return False
    if told == {True} and claim.sources and claim.status != "alleged":
        return True
    return claim.status == "denied" or claim.negated != _is_denial(view, claim)


def _is_denial(view: View, claim: Claim) -> bool:
    """Is what is told the denial itself ("Oslo dément tout tir")?"""
    event = view.events.get(claim.event)
    return event is not None and event.frame in ("DENY", "REJECT")


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(o.report == span.report and o.start < span.end and span.start < o.end for o in others)
