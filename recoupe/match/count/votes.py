"""How a vote went, as several reports count it: "par six voix contre quatre", "sept jurés pour, trois contre", "151 voix"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from recoupe.match.acts.slots import compare_figures, days_between
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, fitting, in_order, labelled
from recoupe.parse.document import Sentence
from recoupe.types import Difference, Figure, SlotVerdict, Span, Value

_VOTE = re.compile(
    r"(?i)\b(?:voix|vot(?:e|es|é|ée|és|er|ent|ants?|aient|èrent)|suffrages?|scrutin|bulletins?|approuv\w+|adopt\w+|rejet\w+|"
    r"se sont prononcée?s|unanimité|motion|désavou\w+|censur\w+)\b|\b\d{2,3} pour(?=[,.;!?]|$)"
)
# Who votes in a body; the votes of a people are shares and belong elsewhere.
_VOTERS = frozenset(
    "voix vote suffrage bulletin député députée élu élue sénateur sénatrice juré jurée membre conseiller conseillère "
    "parlementaire délégué déléguée administrateur électeur cardinal eurodéputé représentant "
    "ministre juge magistrat actionnaire adhérent pays".split()
)
_FOR = re.compile(
    r"(?i)^[^.;:,]{0,40}?(?: pour\b| (?:l['’])?(?:ont|avaient) (?:approuvé|voté(?! contre)|adopté|soutenu|validé|dit oui|"
    r"désavoué|censuré)| (?:approuvent|votent(?! contre)|adoptent|soutiennent|valident)\b| favorables?\b)"
)
_BARE = re.compile(r"(?i)^ (?:voix|suffrages|votes)\b(?! (?:de|d['’]) (?:majorité|avance|plus|moins))")
_NOT = re.compile(
    r"(?i)(?:\b(?:fallait|faut|faudrait|nécessaires?|requis\w*|majorité (?:absolue |requise )?(?:de|est de|était de|fixée à)|"
    r"seuil de|manqu\w+|sur|parmi|avance de|abst\w+|d['’]avance|près|"
    r"\b(?:devanc|distanc)\w+[^.;]{0,30} de|\bécart de|\bmarge de)\s*(?:plus de |au moins )?)$"
)
_BEHIND = re.compile(
    r"(?i)^\s*(?:\w+ )?(?:manqu\w+|de majorité|d['’]avance|nécessaires|requises|abstentions?|blancs?|nuls?|%|pour cent)"
)
_ALONE, _NOUN = re.compile(r" pour(?=[,.;!?]|$)"), re.compile(r"\s?\w+")
_SIDE = re.compile(r"(?: voix)?(?: contre| pour)?(?!\w)")
_CON = re.compile(r"(?i)(?:\bcontre )$")
_AGAINST = re.compile(r"(?i)^[^.;:,]{0,30}?\bcontre\b")
_OTHER = re.compile(
    r"(?i)\b(?:amendements?|article \d|première lecture|deuxième lecture|l['’]an dernier|en (?:19|20)\d\d|"
    r"précédente?|sondages?|(?:avait|avaient)(?: été)? \w+[éis]|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|"
    r"octobre|novembre|décembre))\b"
)
_FIRST = re.compile(r"(?i)\b(?:premiers? décomptes?|provisoires?|partiels?|selon un décompte|non officiels?|dépouillés?)\b")
_PART = 3
_MOST, _NEAR, _DAYS = 2000, 0.1, 7  # voters of a body; part of all votes two counts may differ by; days between two reports


@dataclass(frozen=True, slots=True)
class Vote:
    """So many for the winning side, so many for the other one (None = not told)."""

    report: str
    won: Figure
    lost: Figure | None
    span: Span
    early: bool  # told as a first count
    side: str = ""  # of a lone count: "for", "against", "" = not told

    @property
    def total(self) -> float:
        """All who voted for either."""
        return (self.won.low or 0) + (self.lost.low or 0 if self.lost else 0)


def draft_votes(desk: Desk) -> Iterator[Draft]:
    """One matter for the vote of which two reports give one count each."""
    ones: dict[str, Vote] = {}
    for report in sorted(desk.readings):
        found = list(find_votes(desk, report)) if len(desk.related[report]) > 1 else []
        most = max((v.won.low or 0 for v in found), default=0)
        found = [v for v in found if (v.won.low or 0) * _PART >= most]  # a few of one camp are no vote
        if found and all(_agree(found[0], v) for v in found):
            ones[report] = next((v for v in found if v.lost), found[0])
    for group in fitting((ones[r] for r in sorted(ones)), partial(_is_one, desk)):
        if len(group) > 1 and (draft := _draft(desk, group)):
            yield draft


def find_votes(desk: Desk, report: str) -> Iterator[Vote]:
    """The counts of votes of a report, a pair where both sides are told."""
    reading = desk.readings[report]
    figures = sorted((f for f in reading.figures if f.low and f.low == int(f.low) and f.low < _MOST), key=lambda f: f.span)
    for sentence in reading.parsed.sentences:
        text = reading.parsed.text[sentence.start : sentence.end]
        if not _VOTE.search(text) or _OTHER.search(text):
            continue
        here = [f for f in figures if sentence.start <= f.span.start < sentence.end and _counts(text, sentence, f)]
        if vote := _pair(text, sentence, here, report) or _single(text, sentence, here, report):
            yield vote


def _counts(text: str, sentence: Sentence, figure: Figure) -> bool:
    before, after = text[: figure.span.start - sentence.start], text[figure.span.end - sentence.start :]
    return not _NOT.search(before[-40:]) and not _BEHIND.match(after)


def _pair(text: str, sentence: Sentence, here: list[Figure], report: str) -> Vote | None:
    """ "61 voix contre 54", "sept pour, trois contre", "63 ont voté contre, 54 pour"."""
    for a, b in pairwise(here):
        between = text[a.span.end - sentence.start : b.span.start - sentence.start]
        after = text[b.span.end - sentence.start :]
        versus = _CON.search(between) and len(between) < 40 and a.unit in _VOTERS | {""}
        sides = [bool(_FOR.match(x)) - bool(_AGAINST.match(x)) for x in (between, after)]
        if versus or sides[0] * sides[1] < 0 and a.unit in _VOTERS | {""}:
            won, lost = (a, b) if (a.low or 0) >= (b.low or 0) else (b, a)
            side = _SIDE.match(after)
            end = b.span.end + (side.end() if side else 0)
            return Vote(report, won, lost, Span(report, a.span.start, end), bool(_FIRST.search(text)))
    return None


def _single(text: str, sentence: Sentence, here: list[Figure], report: str) -> Vote | None:
    """ "148 élus ont approuvé le texte", "le tableau affiche 151 voix", "333 pour"."""
    for figure in here:
        after = text[figure.span.end - sentence.start :]
        alone = not figure.unit and _ALONE.match(after)
        side = "for" if _FOR.match(after) else "against" if _AGAINST.match(after) else "" if _BARE.match(after) else None
        if (figure.unit in _VOTERS or alone) and side is not None:
            noun = _NOUN.match(after)
            end = figure.span.end + (noun.end() if noun else 0)
            return Vote(report, figure, None, Span(report, figure.span.start, end), bool(_FIRST.search(text)), side)
    return None


def _agree(a: Vote, b: Vote) -> bool:
    """Do two counts of one report stand beside each other without a clash?"""
    same = compare_figures(a.won, b.won, rounds=False) in ("same", "refined")
    return same and (a.lost is None or b.lost is None or a.lost.low == b.lost.low)


def _is_one(desk: Desk, a: Vote, b: Vote) -> bool:
    """May both be of one vote: reports of one affair and of the same days, and nearly as many who voted?"""
    if b.report not in desk.related[a.report]:
        return False
    days = [d for v in (a, b) if (d := desk.published(v.report)) and d.earliest and d.latest]
    if len(days) == 2 and days_between(days[0], days[1]) > _DAYS:
        return False
    if a.side and b.side and a.side != b.side:
        return False
    left, right = (a.total, b.total) if a.lost and b.lost else (a.won.low or 0, b.won.low or 0)
    return abs(left - right) <= _NEAR * max(left, right)


def _draft(desk: Desk, group: list[Vote]) -> Draft | None:
    values = in_order([Value(v.report, " ".join(desk.text(v.span).split()), (v.span,)) for v in group])
    title = labelled("Vote", values)
    verdict = _verdict(desk, group)
    return draft_values(desk, "vote", title, Difference("figure", verdict, values)) if verdict else None


def _verdict(desk: Desk, group: list[Vote]) -> SlotVerdict | None:
    if len({v.early for v in group}) > 1 and len({v.won.low for v in group}) > 1:
        return "updated"
    if all(_agree(a, b) for a in group for b in group):
        exact = {(v.won.low, v.won.bound, v.lost.low if v.lost else None) for v in group}
        return "same" if len(exact) == 1 else "refined"
    plain = all(v.won.bound == "exact" for v in group)
    return "contradicted" if plain and (all(v.lost for v in group) or _are_one_side(group)) else None


def _are_one_side(group: list[Vote]) -> bool:
    """Are all counts of those who were for it: "par 331 voix", "333 députés ont approuvé la motion"?"""
    return all(v.side == "for" or v.side == "" and v.lost is None for v in group) and any(v.side == "for" for v in group)
