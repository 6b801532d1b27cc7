"""How sure each report is of one suspicion: not ruled out here, without a sign of it there, ruled out elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.lang.tables import read_table
from recoupe.match.acts.idiom import plain_turn, turn
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order, touches
from recoupe.types import Difference, Span, Value

COLUMNS = ("kind", "label", "words", "example")
_LABELS = {"open": "possible", "unproved": "sans preuve", "out": "exclu", "sure": "établi"}
_RANK = ("open", "unproved", "out", "sure")  # of one report the most decided counts
_NE = r"(?:\bne |\bn')(?:[\w'-]+ ){0,4}?"
_NOT_OUT = re.compile(
    rf"{_NE}(?:l')?(?:exclu|écart)\w*|\b(?:exclure|écarter) (?:rien|aucun)|\b(?:pas|jamais) (?:été |encore )?(?:exclu|écart)\w*"
    rf"|{_NE}pas (?:im|in)(?:possible|vraisemblable)"
)
_SIGNS = r"(?:indice|preuve|élément|trace|signe|indication|témoignage)s?"
_UNPROVED = re.compile(
    rf"\baucune? (?:\w+ ){{0,2}}{_SIGNS}\b|\bpas (?:de |d'|la )(?:moindre )?{_SIGNS}\b|\bsans (?:la moindre |aucune? )?{_SIGNS}\b"
    r"|\brien (?:ne |n')(?:[\w'-]+ ){0,2}?(?:indiqu|prouv|montr|perme|laiss|dit|démontr|étay|étaie|confirm|accrédit|suggèr)\w*"
    rf"|{_NE}(?:pas|jamais|plus|guère|point) (?:encore |été |pu |toujours ){{0,2}}(?:été )?(?:\w+ment )?"
    r"(?:étay|établ|prouv|démontr|confirm|avér|corrobor|accrédit|vérifi)\w*"
    r"|(?:\bne |\bn')(?:sembl|par[aâ][iî]|appara)\w* (?:pas|guère)"
    r"|\bpeu (?:probable|vraisemblable|crédible|plausible)|\bimprobable"
)
_OUT = re.compile(
    r"\b(?:exclu|écart|infirm|invalid|abandonn|élimin|refermé|réfut)\w*|\bdément\w*\b|\bhors de cause\b"
    r"|\bil n'y (?:en )?a(?:vait)? (?:pas|jamais|aucun\w*) (?:eu )?"
)
_SURE = re.compile(
    r"(?<!d')(?<!pour )(?<!si )\b(?:confirm(?:e|ent|é|ée|és|ées|ait)|établi(?:e|s|es|t|ssent)?|avérée?s?|prouvée?s?|prouvent|"
    r"démontr(?:e|ent|é|ée|és|ées)|attest(?:e|ent|é|ée))\b"
)
_OPEN = re.compile(
    r"\b(?:possible|probable|plausible|envisagée?s?|envisagent?|évoquée?s?|évoquent?|étudiée?s?|étudient?|privilégi\w*|soupçonn\w*"
    r"|suspect\w*|semblent?|semblait|pourrai\w+|aurait|auraient|serait|seraient|peut-être|pistes?|hypothèses?|probablement"
    r"|vraisemblablement|établir si|savoir si|déterminer si|redout\w+|craint|craignent)\b"
)
_CLAUSE = re.compile(r"[;:]|, (?:mais|or|alors que|tandis que|et)\b")
_NEAR = 70  # letters between a suspicion and what is told of it
_ANSWER = 90  # letters of the answer to a question
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Suspicion:
    """How sure one report is of one thing that may have been."""

    report: str
    kind: str
    degree: str
    spans: tuple[Span, ...]


def draft_suspicions(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each suspicion of which two reports of an affair are not equally sure."""
    told: dict[str, dict[str, Suspicion]] = {}
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1:
            for one in find_suspicions(desk, report):
                known = told.setdefault(one.kind, {}).get(report)
                if known is None or _RANK.index(known.degree) < _RANK.index(one.degree):
                    told[one.kind][report] = one
    out: list[Draft] = []
    for kind in sorted(told):
        done: set[str] = set()
        for report in sorted(told[kind]):
            group = [told[kind][r] for r in sorted(told[kind]) if r in desk.related[report] and r not in done]
            degrees = {x.degree for x in group}
            if report not in done and len(degrees) > 1 and not degrees >= {"out", "sure"} and not _is_held(drafts, group):
                done.update(x.report for x in group)
                out += [d for d in [_draft(desk, kind, group)] if d]
    return [*drafts, *out]


def find_suspicions(desk: Desk, report: str) -> Iterator[Suspicion]:
    """What a report says of each suspicion, in text order."""
    parsed = desk.readings[report].parsed
    named = {
        parsed.words[i].sent for m in _pattern().finditer(plain_turn(parsed.text)) for i in parsed.at(m.start(), m.end())[:1]
    }
    for number in sorted(named):
        sentence = parsed.sentences[number]
        span = Span(report, sentence.start, sentence.end)
        text = plain_turn(parsed.text[sentence.start : sentence.end])
        if len(text) > _LONGEST or desk.is_furniture(span):
            continue
        asked = text.rstrip(' »"').endswith("?")
        for start, clause in _clauses(text):
            for match in _pattern().finditer(clause):
                kind = next(k for k in match.groupdict() if match[k])
                if asked:
                    if answer := _answered(desk, report, number):
                        yield Suspicion(report, kind, answer[0], (span, answer[1]))
                elif degree := _degree(clause, match.start(), match.end()):
                    yield Suspicion(
                        report, kind, degree, (Span(report, sentence.start + start, sentence.start + start + len(clause)),)
                    )


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in _CLAUSE.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:].rstrip()


def _degree(clause: str, start: int, end: int) -> str:
    """What the words around a suspicion make of it, "" where they say nothing."""
    near = clause[max(0, start - _NEAR) : end + _NEAR]
    if _NOT_OUT.search(near):
        return "open"
    if _UNPROVED.search(near):
        return "unproved"
    if _OUT.search(near):
        return "out"
    if _OPEN.search(near):
        return "open"
    return "sure" if _SURE.search(near) else ""


def _answered(desk: Desk, report: str, number: int) -> tuple[str, Span] | None:
    """ "Un piratage ? Il n'y en a pas eu": what the next sentence answers."""
    parsed = desk.readings[report].parsed
    if number + 1 >= len(parsed.sentences):
        return None
    following = parsed.sentences[number + 1]
    text = plain_turn(parsed.text[following.start : following.end]).strip(' «»"')
    if len(text) > _ANSWER or text.endswith("?"):
        return None
    degree = "out" if text.startswith(("non", "pas du tout", "faux")) else _degree(text, 0, len(text))
    return (degree, Span(report, following.start, following.end)) if degree else None


def _is_held(drafts: Sequence[Draft], group: Sequence[Suspicion]) -> bool:
    """Does a matter set two of these side by side already?"""
    for draft in drafts:
        for difference in draft.differences:
            if difference.slot in ("status", "certainty", "polarity") and difference.verdict != "same":
                shown = [s for v in difference.values for s in v.evidence]
                if sum(any(touches(s, shown) for s in x.spans) for x in group) > 1:
                    return True
    return False


def _draft(desk: Desk, kind: str, group: Sequence[Suspicion]) -> Draft | None:
    values = [Value(x.report, _LABELS[x.degree], x.spans) for x in group]
    degrees = dict.fromkeys(_LABELS[d] for d in _RANK if any(x.degree == d for x in group))
    events = tuple(sorted({e.id for x in group for s in x.spans if (e := desk.event_at(s))}))
    title = f"{_label(kind)} : {' ou '.join(degrees)}"
    return draft_values(desk, "stance", title, Difference("certainty", "refined", in_order(values)), events=events)


def _label(kind: str) -> str:
    label = next(row["label"] for row in read_table("lang/fr/suspicions.tsv", COLUMNS) if row["kind"] == kind)
    return label[0].upper() + label[1:]


@cache
def _pattern() -> re.Pattern[str]:
    """What finds a suspicion named, each kind as a group."""
    rows = read_table("lang/fr/suspicions.tsv", COLUMNS)
    kinds = (f"(?P<{row['kind']}>{'|'.join(turn(w) for w in row.many('words'))})" for row in rows)
    return re.compile(rf"(?<!\w)(?:{'|'.join(kinds)})(?!\w)")
