"""Matters of penalty: the prison terms that reports of one case give, asked and passed apart, whole, firm and suspended apart."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.parse.document import Parsed
from recoupe.types import Difference, Figure, SlotVerdict, Span

Stage = Literal["asked", "passed"]
_TITLE = {"asked": "Peine requise", "passed": "Peine prononcée"}
_STAGE: dict[str, Stage | None] = {
    **dict.fromkeys(("requérir", "demander", "réclamer", "réquisition", "requis", "réquisitoire"), "asked"),
    **dict.fromkeys(("condamner", "écoper", "prononcer", "infliger", "condamnation", "peine", "verdict", "purger"), "passed"),
    **dict.fromkeys(("risquer", "encourir", "passible", "puni", "punir", "maximum"), None),  # what the law allows is neither
}
_TERM = re.compile(r"(?i)^\W*(?:ans?|mois)\W+(?:de (?:prison|réclusion|détention)|d['’](?:emprisonnement|incarcération))")
_FIRM = re.compile(r"(?i)^\W*(?:ans?|mois)?\W*(?:de (?:prison|réclusion)|d['’]emprisonnement)?(?: criminelle)?\W*fermes?\b")
_SUSPENDED = re.compile(r"(?i)^\W*(?:ans?|mois)?\W*(?:de prison|d['’]emprisonnement)?\W*(?:avec sursis|assortis? d['’]un sursis)")
_PART = re.compile(r"(?i)\bdont\W*$")
_SPLIT = re.compile(
    r"(?i)^\W*(?:ans?|mois)(?: de prison)?,? dont (?:un|une|deux|trois|quatre|cinq|six|\d+)(?: ans?| mois)? (?:ferme|avec sursis)"
)
_ONE = re.compile(r"(?i)^\W*dont une?\W+(?:an\W+|mois\W+)?(?:(?P<firm>ferme)|avec sursis)\b")  # an article is no figure
_MONTHS = {"an": 12, "mois": 1, "": 12}


@dataclass(frozen=True, slots=True)
class Penalty:
    """One prison term as one report tells it, in months; `firm`, `suspended` None = not said."""

    report: str
    stage: Stage
    total: float
    firm: float | None
    suspended: float | None
    spans: tuple[Span, ...]


def draft_penalties(desk: Desk) -> tuple[Draft, ...]:
    """One matter for the penalty passed and one for the penalty asked, where each report tells of one only."""
    found: dict[Stage, dict[str, list[Penalty]]] = {"asked": defaultdict(list), "passed": defaultdict(list)}
    for report in sorted(desk.readings):
        for penalty in find_penalties(desk, report):
            found[penalty.stage][report].append(penalty)
    out: list[Draft] = []
    for stage in found:
        single = {r: _merged(ps) for r, ps in found[stage].items() if len({p.total for p in ps}) == 1}
        done: set[str] = set()
        for report in sorted(single):
            group = [single[r] for r in sorted(desk.related[report] & set(single)) if r not in done]
            done.update(p.report for p in group)
            if len(group) > 1 and (draft := _draft(desk, group)):
                out.append(draft)
    return tuple(out)


def find_penalties(desk: Desk, report: str) -> list[Penalty]:
    """The prison terms of a report, in order; a part ("dont deux avec sursis") belongs to the term before it."""
    reading = desk.readings[report]
    text, out = reading.report.text, list[Penalty]()
    for figure in sorted(reading.figures, key=lambda f: f.span):
        tail = text[figure.span.end : figure.span.end + 60]
        if figure.low is None or figure.low != figure.high or figure.unit not in _MONTHS:
            continue
        months = figure.low * _MONTHS[figure.unit]
        firm, suspended = bool(_FIRM.match(tail)), bool(_SUSPENDED.match(tail))
        if _PART.search(text[max(0, figure.span.start - 8) : figure.span.start]):
            if out and (firm or suspended) and figure.span.start - out[-1].spans[-1].end < 60:
                out[-1] = _with_part(out[-1], months, firm=firm, end=_end(figure, tail))
            continue
        split = bool(_SPLIT.match(tail))
        stage = _stage(reading.parsed, figure.span) or ("passed" if split else None)
        if stage and figure.unit and (split or firm or suspended or _TERM.match(tail)):
            end = _end(figure, tail)
            span = Span(report, figure.span.start, end)
            out.append(Penalty(report, stage, months, months if firm else None, months if suspended else None, (span,)))
            if one := _ONE.match(text[end : end + 40]):
                out[-1] = _with_part(out[-1], _MONTHS[figure.unit], firm=bool(one["firm"]), end=end + one.end())
    return out


def _end(figure: Figure, tail: str) -> int:
    matches = [m for m in (_FIRM.match(tail), _SUSPENDED.match(tail), _TERM.match(tail)) if m]
    return figure.span.end + max((m.end() for m in matches), default=0)


def _with_part(whole: Penalty, months: float, *, firm: bool, end: int) -> Penalty:
    span = Span(whole.report, whole.spans[0].start, end)
    held = (months, whole.total - months) if firm else (whole.total - months, months)
    return Penalty(whole.report, whole.stage, whole.total, held[0], held[1], (span,))


def _stage(parsed: Parsed, span: Span) -> Stage | None:
    """Asked or passed: by the nearest word of the kind before the figure in its sentence, else after it."""
    words = parsed.at(span.start, span.end)
    if not words:
        return None
    sentence = parsed.sentence_of(words[0])
    order = [*range(words[0] - 1, sentence.first - 1, -1), *range(words[-1] + 1, sentence.last)]
    return next((_STAGE[parsed.words[i].lemma] for i in order if parsed.words[i].lemma in _STAGE), None)


def _merged(penalties: list[Penalty]) -> Penalty:
    """One report's term told several times: with what any of them says of its parts."""
    return max(penalties, key=lambda p: (p.firm is not None, p.suspended is not None, -p.spans[0].start))


def _draft(desk: Desk, group: list[Penalty]) -> Draft | None:
    values = shown(desk, (p.spans[0] for p in group))
    longest = max((v.value or "" for v in values), key=lambda v: (len(v), v))
    return draft_values(desk, "penalty", f"{_TITLE[group[0].stage]} : {longest}", Difference("penalty", _verdict(group), values))


def _verdict(group: list[Penalty]) -> SlotVerdict:
    """Contradicted when two wholes or two firm parts differ; refined when only some tell the parts."""
    firm = {p.firm if p.firm is not None else p.total - p.suspended if p.suspended is not None else None for p in group}
    told = firm - {None}
    if len({p.total for p in group}) > 1 or len(told) > 1:
        return "contradicted"
    return "refined" if len(firm) > 1 else "same"
