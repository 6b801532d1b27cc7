"""Matters of penalty: the prison terms that reports of one case give, asked, faced and passed apart, firm parts told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from recoupe.match.acts.slots import days_between
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, fitting, shown
from recoupe.parse.document import Parsed
from recoupe.types import Difference, Figure, SlotVerdict, Span

Stage = Literal["asked", "faced", "passed"]
_TITLE = {"asked": "Peine requise", "faced": "Peine encourue", "passed": "Peine prononcée"}
_STAGE: dict[str, Stage] = {
    **dict.fromkeys(("requérir", "demander", "réclamer", "réquisition", "requis", "réquisitoire"), "asked"),
    **dict.fromkeys(
        ("condamner", "écoper", "prononcer", "infliger", "condamnation", "verdict", "purger", "jugement", "sentence", "prendre"),
        "passed",
    ),
    **dict.fromkeys(("risquer", "encourir", "encouru", "passible", "puni", "punir", "maximum", "maximal", "exposer"), "faced"),
}
_UNIT = re.compile(r"(?i)^ (?:ans?|mois)\b")
_TERM = re.compile(
    r"(?i)^\W*(?:ans?|mois)\W+(?:de (?:prison|réclusion|détention|cellule|cachot)|d['’](?:emprisonnement|incarcération))"
)
_FIRM = re.compile(r"(?i)^\W*(?:ans?|mois)?\W*(?:de (?:prison|réclusion)|d['’]emprisonnement)?(?: criminelle)?\W*fermes?\b")
_SUSPENDED = re.compile(r"(?i)^\W*(?:ans?|mois)?\W*(?:de prison|d['’]emprisonnement)?\W*(?:avec sursis|assortis? d['’]un sursis)")
_LIFE = re.compile(r"(?i)\b(?:réclusion (?:criminelle )?à (?:la )?|prison à |détention à )?(?:perpétuité|vie(?<=prison à vie))\b")
_FOR_LIFE = 1200.0  # months: longer than any term in years
_NAMED = re.compile(r"(?i)\bpeines?\b[^.;:\d]*$")
_CASE = re.compile(r"(?i)prison|réclusion|détention|emprisonnement|incarcération|peine|fermes?\b|sursis")
_APPEAL = re.compile(r"(?i)\b(?:appel|cassation|première instance|second procès|nouveau procès)\b")
_DAYS = 10  # between reports of one trial
_PART = re.compile(r"(?i)\bdont\W*$")
_SPLIT = re.compile(
    r"(?i)^\W*(?:ans?|mois)(?: de prison| de réclusion| de détention| d['’]emprisonnement)?,? "
    r"dont (?:une?|deux|trois|quatre|cinq|six|\d+)(?: ans?| mois)? (?:ferme|avec sursis)"
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
    who: frozenset[str] = frozenset()  # persons named in the sentence
    appeal: bool = False  # told of a second trial


def draft_penalties(desk: Desk) -> Iterator[Draft]:
    """One matter for each penalty, asked, faced or passed, where each report tells of one only."""
    found: dict[Stage, dict[str, list[Penalty]]] = {"asked": {}, "faced": {}, "passed": {}}
    for report in sorted(desk.readings):
        for penalty in find_penalties(desk, report):
            found[penalty.stage].setdefault(report, []).append(penalty)
    for stage in found:
        ones = [_merged(ps) for _, ps in sorted(found[stage].items()) if len({p.total for p in ps}) == 1]
        for group in fitting(ones, partial(_is_one, desk)):
            if len(group) > 1 and (draft := _draft(desk, group)):
                yield draft
    yield from _passed_after(desk, found)


def _passed_after(desk: Desk, found: Mapping[Stage, Mapping[str, list[Penalty]]]) -> Iterator[Draft]:
    """What was asked or could be incurred in one report, beside what a later one tells was passed."""
    single = {s: {r: _merged(ps) for r, ps in found[s].items() if len({p.total for p in ps}) == 1} for s in found}
    names: dict[Stage, str] = {"asked": "requise", "faced": "encourue"}
    for stage, name in names.items():
        before = single[stage]
        for report, passed in sorted(single["passed"].items()):
            day = desk.order[report][0]
            rows = [
                p
                for r, p in sorted(before.items())
                if r in desk.related[report] and desk.order[r][0] and desk.order[r][0] < day and not passed.appeal
            ]
            rows = [p for p in rows if not (p.who and passed.who) or p.who & passed.who]
            if rows and len({p.total for p in rows}) == 1:
                values = shown(desk, (p.spans[0] for p in (*rows, passed)))
                first, then = (" ".join(desk.text(p.spans[0]).lower().split()) for p in (rows[0], passed))
                title = f"Peine : {first} ({name}), puis {then} (prononcée)"
                if draft := draft_values(desk, "penalty", title, Difference("penalty", "updated", values)):
                    yield draft


def _is_one(desk: Desk, a: Penalty, b: Penalty) -> bool:
    """May both be one penalty: one affair, no two persons, and where they differ one trial, told within days?"""
    if b.report not in desk.related[a.report] or a.who and b.who and not a.who & b.who:
        return False
    if a.total == b.total:
        return True
    days = [d for p in (a, b) if (d := desk.published(p.report)) and d.earliest and d.latest]
    return a.appeal == b.appeal and (len(days) < 2 or days_between(days[0], days[1]) <= _DAYS)


def find_penalties(desk: Desk, report: str) -> list[Penalty]:
    """The prison terms of a report, in order; a part ("dont deux avec sursis") belongs to the term before it."""
    reading = desk.readings[report]
    text, out = reading.report.text, list[Penalty]()
    if not _CASE.search(text):
        return out
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
        stage = _stage(reading.parsed, figure.span) or ("passed" if split or firm or suspended else None)
        if stage and figure.unit and (split or firm or suspended or _TERM.match(tail) or _is_penalty(text, figure.span)):
            end = _end(figure, tail)
            parts = (months if firm else None, months if suspended else None)
            out.append(Penalty(report, stage, months, *parts, (Span(report, figure.span.start, end),), *_case(desk, figure.span)))
            if one := _ONE.match(text[end : end + 40]):
                out[-1] = _with_part(out[-1], _MONTHS[figure.unit], firm=bool(one["firm"]), end=end + one.end())
    for match in _LIFE.finditer(text):
        span = Span(report, match.start(), match.end())
        if life := _stage(reading.parsed, span):
            out.append(Penalty(report, life, _FOR_LIFE, None, None, (span,), *_case(desk, span)))
    return out


def _end(figure: Figure, tail: str) -> int:
    matches = [m for m in (_FIRM.match(tail), _SUSPENDED.match(tail), _TERM.match(tail), _UNIT.match(tail)) if m]
    return figure.span.end + max((m.end() for m in matches), default=0)


def _with_part(whole: Penalty, months: float, *, firm: bool, end: int) -> Penalty:
    span = Span(whole.report, whole.spans[0].start, end)
    held = (months, whole.total - months) if firm else (whole.total - months, months)
    return replace(whole, firm=held[0], suspended=held[1], spans=(span,))


def _is_penalty(text: str, span: Span) -> bool:
    """ "La peine encourue atteint vingt ans": a term without the word prison, behind the word for it."""
    return bool(_NAMED.search(text, max(0, span.start - 60), span.start))


def _case(desk: Desk, span: Span) -> tuple[frozenset[str], bool]:
    """Whose penalty and of which trial, as the sentence tells."""
    reading = desk.readings[span.report]
    words = reading.parsed.at(span.start, span.end)
    sentence = reading.parsed.sentence_of(words[0])
    here = (m.actor for m in reading.mentions if sentence.start <= m.span.start < sentence.end)
    who = frozenset(a for a in here if a in desk.actors and desk.actors[a].kind == "person" and a in desk.named.values())
    return who, bool(_APPEAL.search(reading.parsed.text, sentence.start, sentence.end))


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
    verdict = _verdict(desk, group)
    if verdict is None:
        return None
    if verdict == "updated":
        ordered = sorted(values, key=lambda v: desk.order[v.report])
        longest = ", puis ".join(dict.fromkeys(v.value or "" for v in ordered))
    return draft_values(desk, "penalty", f"{_TITLE[group[0].stage]} : {longest}", Difference("penalty", verdict, values))


def _verdict(desk: Desk, group: list[Penalty]) -> SlotVerdict | None:
    """Contradicted when two wholes or two firm parts differ; refined when only some tell the parts. What a suspect faces
    changes with the charge."""
    firm = {p.firm if p.firm is not None else p.total - p.suspended if p.suspended is not None else None for p in group}
    told = firm - {None}
    if group[0].stage == "faced" and len({p.total for p in group}) > 1:
        days = {desk.order[p.report][0] for p in group}
        return "updated" if len(days) == len(group) and "" not in days else None
    if len({p.total for p in group}) > 1 or len(told) > 1:
        return "contradicted"
    return "refined" if len(firm) > 1 else "same"
