"""Matters of share: what part of the votes a candidate has, how many voted or stayed away, report by report."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from recoupe.match.acts.slots import days_between
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.types import Bound, Difference, Figure, SlotVerdict, Span

_VOTES = re.compile(r"(?i)^\s*(?:des |de )?(?:voix|suffrages|votes)\b")
_ROLL = re.compile(r"(?i)\b(?:candidat|élu|scrutin|tour|élection|voix|suffrage|urnes|liste)\w*")
_TURNOUT = re.compile(r"(?i)\b(?:(?P<went>participation)|(?P<away>abstention))\b[^.;%]*$")
_VOTED = re.compile(r"(?i)^\s*(?:des |d['’])?(?:électeurs|inscrits)\b")
_STAYED = re.compile(r"(?i)^[^.;]{0,30}?\b(?:ne (?:se )?sont pas|n['’]ont pas|se sont abstenus)")
_VOTERS = re.compile(r"(?i)\b(?:électeur|électrice|inscrit|votant)")
_HOME = re.compile(r"(?i)^[^.;]{0,30}?\b(?:sont restée?s|ont boudé|a boudé|est restée?)\b")
_CONTRA = re.compile(r"(?i)\b(?:contre|au lieu de|en \d{4})\s*(?:à \w+ )?$")
# A share that will still change, or one of a poll.
_EARLY = re.compile(
    r"(?i)\b(?:provisoires?|partiels?|partielles?|dépouill\w+|estimations?|sondages?|intentions?|projections?|tendances?|"
    r"premiers? (?:résultats?|chiffres?|décomptes?)|non officiels?|crédité\w*|à (?:midi|\d{1,2} ?h)|bureaux de vote|mi-journée)\b"
)
_ALL = re.compile(r"(?i)\b(?:tous les bulletins|tous (?:les )?bureaux|100 %|totalité|définitifs?|définitivement)\b")
_CLEAR = 1.5  # points that no last count still moves
_OPEN = 8  # points that "plus de sept sur dix" reaches
_DAYS, _ROUND = 4, 0.51  # days within which reports tell of one round; points that a rounding may hide


@dataclass(frozen=True, slots=True)
class Share:
    """This party has so many per cent, in these words."""

    key: str
    per_cent: float
    bound: Bound
    decimals: int
    span: Span
    early: bool = False  # told as a first count, or of a poll


def draft_shares(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each candidate's share, and for the turnout, that two reports of one round give."""
    found: dict[str, list[Share]] = defaultdict(list)
    for report in sorted(desk.readings):
        if not _ROLL.search(desk.readings[report].report.text):
            continue
        for figure in desk.readings[report].figures:
            if figure.unit == "%" and (share := _share(desk, figure)):
                found[share.key].append(share)
    out = []
    for key in sorted(found):
        left = sorted(found[key], key=lambda s: (desk.order[s.span.report], s.span))
        while left:
            group = [s for s in left if _one_round(desk, left[0], s)]
            left = [s for s in left if s not in group]
            if draft := _draft(desk, key, group):
                out.append(draft)
    return tuple(out)


def _share(desk: Desk, figure: Figure) -> Share | None:
    reading = desk.readings[figure.span.report]
    text, span = reading.report.text, figure.span
    words = reading.parsed.at(span.start, span.end)
    number = figure.low if figure.low is not None else figure.high
    if not words or number is None or _CONTRA.search(text, max(0, span.start - 24), span.start):
        return None
    sentence = reading.parsed.sentence_of(words[0])
    start, early = sentence.start, _is_early(text[sentence.start : sentence.end])
    before, after = text[start : span.start], text[span.end : span.end + 60]
    decimals = len(match[1]) if (match := re.search(r"[,.](\d+)", desk.text(span))) else 0
    if turnout := _TURNOUT.search(before):
        went = number if turnout["went"] else 100 - number
        return Share("turnout", went, figure.bound, decimals, span, early)
    if _VOTERS.search(desk.text(span)):  # "sept électeurs sur dix"
        stayed = _STAYED.match(after) or _HOME.match(after)
        bound = _turned(figure.bound) if stayed else figure.bound
        return Share("turnout", 100 - number if stayed else number, bound, decimals, span, early)
    if _VOTED.match(after):
        return Share("turnout", 100 - number if _STAYED.match(after) else number, figure.bound, decimals, span, early)
    actor = _candidate(desk, figure, before, after)
    return Share(actor, number, figure.bound, decimals, span, early) if actor else None


def _is_early(sentence: str) -> bool:
    """Does it tell a first count, or a poll? All ballots counted ("tous bureaux dépouillés") is the last one."""
    return bool(_EARLY.search(sentence)) and not _ALL.search(sentence)


def _turned(bound: Bound) -> Bound:
    """What "plus de" of those who stayed away says of those who went."""
    pairs: dict[Bound, Bound] = {"more_than": "less_than", "less_than": "more_than", "at_least": "at_most", "at_most": "at_least"}
    return pairs.get(bound, bound)


def _candidate(desk: Desk, figure: Figure, before: str, after: str) -> str | None:
    """Whose share: the name beside it ("Anne Colin (27 %)", "27 % à Anne Colin"), else the one person before "N % des voix"."""
    reading = desk.readings[figure.span.report]
    end = figure.span.end
    names = [m for m in reading.mentions if m.form in ("name", "title") and _is_person(desk, m.actor)]
    for mention in names:
        gap = reading.report.text[mention.span.end : figure.span.start]
        if re.fullmatch(r" ?[(,] ?(?:avec )?|, avec | avec | à | obtient | recueille | a obtenu | a recueilli ", gap):
            return mention.actor
        if re.fullmatch(r" (?:à|pour) ", reading.report.text[end : mention.span.start]):
            return mention.actor
    if not _VOTES.match(after):
        return None
    start = figure.span.start - len(before)
    inside = [m for m in names if start <= m.span.start < figure.span.start]
    if not inside and not before.strip(" ,").count(","):  # "Avec 50,9 % des suffrages …, Anne Colin"
        inside = [m for m in names if end <= m.span.start < end + 80][:1]
    return inside[0].actor if len({m.actor for m in inside}) == 1 else None


def _is_person(desk: Desk, actor: str) -> bool:
    return actor in desk.actors and desk.actors[actor].kind == "person"


def _one_round(desk: Desk, a: Share, b: Share) -> bool:
    """Reports published within days of each other tell of one round."""
    if a == b:
        return True
    first, second = desk.published(a.span.report), desk.published(b.span.report)
    near = b.span.report in desk.related[a.span.report]
    bounded = first and second and first.earliest and first.latest and second.earliest and second.latest
    return bool(near and bounded and first and second and days_between(first, second) <= _DAYS)


def _draft(desk: Desk, key: str, group: list[Share]) -> Draft | None:
    if not len({s.span.report for s in group}) == len(group) > 1:
        return None
    name = "" if key == "turnout" else desk.actors[key].name
    title = f"Part des voix {'d’' if name[0] in 'AEÉÈIOUH' else 'de '}{name}" if name else "Participation"
    ends = [f"{s.per_cent:g}".replace(".", ",") for s in sorted(group, key=lambda s: s.per_cent)]
    told = ends[0] if ends[0] == ends[-1] else f"{ends[0]} à {ends[-1]}"
    difference = Difference("share", _verdict(group), shown(desk, (s.span for s in group)))
    return draft_values(desk, "share", f"{title} : {told} %", difference)


def _verdict(group: list[Share]) -> SlotVerdict:
    """Equal, rounded to fewer decimals, counted further (shares move while the votes are counted), or two results of one vote."""
    worst: SlotVerdict = "same"
    for i, a in enumerate(group):
        for b in group[i + 1 :]:
            gap = abs(a.per_cent - b.per_cent)
            coarse = min(a.decimals, b.decimals)
            if gap > 1e-9 and _admits(a, b):
                worst = "refined" if worst == "same" else worst
            elif gap > 1e-9 and (a.decimals != b.decimals and gap <= _ROUND * 10**-coarse or _rounds(a, b) and gap <= 2):
                worst = "refined" if worst == "same" else worst
            elif gap > 1e-9:
                worst = "contradicted" if worst == "contradicted" or _excludes(a, b, gap) else "updated"
            elif a.bound != b.bound and worst == "same":
                worst = "refined"
    return worst


def _excludes(a: Share, b: Share, gap: float) -> bool:
    """Two last counts too far apart for one of them to be a better one."""
    clear = _CLEAR if a.bound == b.bound == "exact" else 2 * _CLEAR
    beyond = {a.bound, b.bound} <= {"exact", "about"} or _is_beyond(a, b) or _is_beyond(b, a)
    return gap >= clear and beyond and not (a.early or b.early)


def _is_beyond(a: Share, b: Share) -> bool:
    """ "À peine 41 %", and 47 %: an open share, and one that lies where it does not reach."""
    if b.bound not in ("exact", "about"):
        return False
    return a.per_cent < b.per_cent if a.bound in ("less_than", "at_most") else a.per_cent > b.per_cent and a.bound != "exact"


def _admits(a: Share, b: Share) -> bool:
    """ "Moins d'un électeur sur deux" and 47,2 %: an open share, and one on its side and near."""
    for open_one, other in ((a, b), (b, a)):
        above = open_one.bound in ("more_than", "at_least") and open_one.per_cent <= other.per_cent
        below = open_one.bound in ("less_than", "at_most") and open_one.per_cent >= other.per_cent
        if (above or below) and other.bound in ("exact", "about") and abs(a.per_cent - b.per_cent) <= _OPEN:
            return True
    return False


def _rounds(a: Share, b: Share) -> bool:
    """Is one told as a rounding of the other ("près de 52 %")?"""
    return a.bound != b.bound and {a.bound, b.bound} <= {"exact", "about", "between"}
