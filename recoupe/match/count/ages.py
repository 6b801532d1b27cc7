"""Matters of age: how old two reports of an affair say that one person is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from recoupe.match.acts.slots import days_between
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.match.readings import Reading
from recoupe.types import Difference, Figure, SlotVerdict, Span, Value

_CLIMB = 5  # words between "ans" and the person it is said of ("Âgé de 68 ans, l'ancien maire a été …")
_YEAR = 365.25  # days
_CLOSE = 3  # days: between reports so near a birthday is no likely reason
_DECADES = {
    "trentenaire": 30,
    "quadragénaire": 40,
    "quinquagénaire": 50,
    "sexagénaire": 60,
    "septuagénaire": 70,
    "octogénaire": 80,
    "nonagénaire": 90,
}
_DECADE = re.compile(rf"(?i)\b({'|'.join(_DECADES)})\b")
_THEN = re.compile(r" ?(?:ans)?, (?P<who>(?:il|elle)\b|[A-ZÀ-Ý])")
# Years that are an age by the words before them.
_AGED = re.compile(
    r"(?i)(?:\b(?:avait|âgée? de|l['’]âge de|à ses)|\b(?:morte?|décédée?|éteinte?|disparue?|tuée?|emportée?)\b[^.;:]{0,40}? à) ?$"
)
_AT_AGE = re.compile(r"(?i)\b(?:à|dès|depuis|vers) l['’]âge de ?$|\bdès ?$")
_AGED_DEAD = re.compile(
    r"(?i)\b(?:morte?s?|décédée?s?|éteinte?|disparue?|tuée?|emportée?|meurt|décède|s['’]éteint)\b[^.;:]{0,40}$"
)
_PERSONAL = frozenset(("person", "role"))


@dataclass(frozen=True, slots=True)
class Age:
    """So old is this actor, in these words."""

    actor: str
    years: float
    span: Span


def draft_ages(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each person whose age two reports of an affair give differently."""
    known: dict[str, list[Age]] = defaultdict(list)
    for report in sorted(desk.readings):
        for figure in desk.readings[report].figures:
            if age := _age(desk, figure):
                known[age.actor].append(age)
    drafts = (_draft(desk, actor, known[actor]) for actor in sorted(known))
    return (*(d for d in drafts if d), *_swapped(desk), *_decades(desk))


def _decades(desk: Desk) -> Iterator[Draft]:
    """ "une octogénaire" in one report, "une femme de 84 ans" in another that tells of no second one of that decade."""
    nouns: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    ages: dict[str, list[Age]] = defaultdict(list)
    for report in sorted(desk.readings):
        reading = desk.readings[report]
        for match in _DECADE.finditer(reading.report.text):
            nouns[report].append((_DECADES[match[1].lower()], Span(report, *match.span())))
        for figure in reading.figures:
            if figure.unit == "âge" and figure.low == figure.high and figure.low:
                ages[report].append(Age("", figure.low, figure.span))
    for report, found in nouns.items():
        for decade, span in found:
            if sum(d == decade for d, _ in found) > 1 or any(decade <= a.years < decade + 10 for a in ages[report]):
                continue
            rows = []
            for other in sorted(desk.related[report] - {report}):
                fit = [a for a in ages[other] if decade <= a.years < decade + 10]
                if len({a.years for a in fit}) == 1:
                    rows.append(fit[0])
            if rows and len({a.years for a in rows}) == 1:
                yield from _aged(desk, span, rows)


def _aged(desk: Desk, span: Span, rows: list[Age]) -> Iterator[Draft]:
    values = [Value(span.report, desk.text(span), (span,)), *(Value(a.span.report, f"{a.years:g} ans", (a.span,)) for a in rows)]
    title = f"Âge : {desk.text(span)} / {rows[0].years:g} ans"
    if draft := draft_values(desk, "age", title, Difference("age", "refined", in_order(values))):
        yield draft


def _swapped(desk: Desk) -> Iterator[Draft]:
    """The one man arrested is 42 in one report and 24 in another: the same digits, so one of them has slipped."""
    ages: dict[str, list[Age]] = defaultdict(list)
    for report in sorted(desk.readings):
        for figure in desk.readings[report].figures:
            event = desk.event_at(figure.span) if figure.unit == "âge" and figure.low and figure.bound == "exact" else None
            if event and event.frame == "ARREST" and figure.low:
                ages[report].append(Age("", figure.low, figure.span))
    single = {r: found[0] for r, found in ages.items() if len({a.years for a in found}) == 1}
    for i, report in enumerate(sorted(single)):
        for other in sorted(single)[i + 1 :]:
            pair = [single[report], single[other]]
            digits = [f"{a.years:g}" for a in pair]
            if other in desk.related[report] and digits[0] == digits[1][::-1] != digits[1]:
                again = [
                    Age("", a.years, f.span)
                    for a in pair
                    for f in desk.readings[a.span.report].figures
                    if f.unit == "âge" and f.low == a.years and f.span != a.span
                ]
                if draft := _draft(desk, "", [*pair, *again], "la personne arrêtée"):
                    yield draft


def _age(desk: Desk, figure: Figure) -> Age | None:
    if not _is_age(desk, figure) or figure.bound != "exact" or figure.low is None or figure.low != figure.high:
        return None
    actor = bearer(desk, figure.span) or _lone_person(desk, figure.span)
    return Age(actor, figure.low, figure.span) if actor else None


def _is_age(desk: Desk, figure: Figure) -> bool:
    """Read as an age, or years that the words before them tell as one; "amputé à l'âge de 11 ans" is of another time."""
    text, start = desk.readings[figure.span.report].report.text, figure.span.start
    if _AT_AGE.search(text, max(0, start - 16), start) and not _AGED_DEAD.search(text, max(0, start - 64), start):
        return False
    return figure.unit == "âge" or figure.unit == "an" and bool(_AGED.search(text, max(0, start - 64), start))


def _lone_person(desk: Desk, span: Span) -> str | None:
    """The one person whom a sentence names before "est mort à l'âge de"."""
    reading = desk.readings[span.report]
    if not _AGED.search(reading.report.text, max(0, span.start - 64), span.start):
        return None
    words = reading.parsed.at(span.start, span.end)
    sentence = reading.parsed.sentence_of(words[0]) if words else None
    here = [
        m for m in reading.mentions if sentence and sentence.start <= m.span.start < sentence.end and m.form in ("name", "title")
    ]
    persons = {m.actor for m in here if m.actor in desk.actors and desk.actors[m.actor].kind in _PERSONAL}
    return min(persons) if len(persons) == 1 and any(m.span.end <= span.start for m in here if m.actor in persons) else None


def bearer(desk: Desk, span: Span) -> str | None:
    """The person an age is said of: the noun it hangs on, or the subject of the clause it opens. None when not one."""
    reading = desk.readings[span.report]
    parsed = reading.parsed
    words = parsed.at(span.start, span.end)
    if not words:
        return None
    if (named := _just_named(desk, span) or _then_named(desk, span)) is not None:
        return named
    heads = _holders(reading)
    for ancestor, _ in zip(parsed.ancestors(words[-1]), range(_CLIMB), strict=False):
        found = heads.get(ancestor.i)
        if found is None and ancestor.pos == "VERB":
            found = next((heads[k.i] for k in parsed.kids(ancestor.i, "nsubj") if k.i in heads), None)
        if found is not None:
            # "Le frère de X, 47 ans": the age may be either's.
            outer = heads.get(ancestor.head) if ancestor.dep.startswith("nmod") else None
            person = found in desk.actors and desk.actors[found].kind in _PERSONAL
            return found if person and outer in (None, found) else None
    return None


def _just_named(desk: Desk, span: Span) -> str | None:
    """The person whose name stands right before: "Nora Vial, 47 ans"; not "le frère de Nora Vial, 47 ans"."""
    reading = desk.readings[span.report]
    for mention in reading.mentions:
        gap = reading.report.text[mention.span.end : span.start]
        if mention.form in ("name", "title") and gap in (", ", " (", ", âgé de ", ", âgée de "):
            before = reading.report.text[max(0, mention.span.start - 4) : mention.span.start]
            person = mention.actor in desk.actors and desk.actors[mention.actor].kind in _PERSONAL
            kin = re.search(r"(?:de|d['’])\s*$", before) and _is_kin(reading, mention.span.start)
            return mention.actor if person and not kin else None
    return None


def _then_named(desk: Desk, span: Span) -> str | None:
    """The person whom a sentence that begins with the age goes on with: "44 ans, elle avait été prise"."""
    reading = desk.readings[span.report]
    parsed = reading.parsed
    sentence = parsed.sentence_of(parsed.at(span.start, span.end)[0])
    opens = parsed.text[sentence.start : span.start].strip().lower() in ("", "à", "âgé de", "âgée de")
    goes_on = _THEN.match(parsed.text, span.end)
    if not opens or not goes_on:
        return None
    return next((m.actor for m in reading.mentions if m.span.start == goes_on.start("who")), None)


def _is_kin(reading: Reading, start: int) -> bool:
    """Is the name the complement of a noun for a person ("la sœur de")?"""
    words = reading.parsed.at(start, start + 1)
    governor = reading.parsed.words[reading.parsed.words[words[0]].head] if words else None
    known = (m for m in reading.mentions if governor and m.span.start <= governor.start < m.span.end)
    return any(m.form in ("description", "title") for m in known)


def _holders(reading: Reading) -> dict[int, str]:
    """Each word of a name or description -> its actor; of nested mentions the shorter one holds its own words."""
    out: dict[int, str] = {}
    for mention in sorted(reading.mentions, key=lambda m: (m.span.end - m.span.start, m.span)):
        if mention.form in ("name", "title", "description"):
            for i in reading.parsed.at(mention.span.start, mention.span.end):
                out.setdefault(i, mention.actor)
    return out


def _draft(desk: Desk, actor: str, ages: list[Age], called: str = "") -> Draft | None:
    near = [a for a in ages if any(a.span.report in desk.related[b.span.report] and a.span.report != b.span.report for b in ages)]
    years = sorted({a.years for a in near})
    per_report = {(a.span.report, a.years) for a in near}
    if len(years) < 2 or len(per_report) != len({r for r, _ in per_report}):
        return None
    verdict = _verdict(desk, near)
    if verdict is None:
        return None
    values = in_order([Value(a.span.report, f"{a.years:g} ans", (a.span,)) for a in near])
    title = f"Âge de {called or desk.actors[actor].name} : {years[0]:g} ou {years[-1]:g} ans"
    return draft_values(desk, "age", title, Difference("age", verdict, values))


def _verdict(desk: Desk, ages: list[Age]) -> SlotVerdict | None:
    """Contradicted where no birthday explains two ages, updated where one does; None where years between the reports do."""
    verdict: SlotVerdict | None = None
    for a, b in combinations(ages, 2):
        if a.years == b.years or a.span.report == b.span.report:
            continue
        days = [desk.published(x.span.report) for x in (a, b)]
        bounded = [d for d in days if d and d.earliest and d.latest]
        apart = days_between(bounded[0], bounded[1]) if len(bounded) == 2 else None
        first, then = sorted((a, b), key=lambda x: desk.order[x.span.report])
        grown = then.years - first.years
        if apart is not None and apart >= _YEAR and abs(grown - apart / _YEAR) < 1:
            continue  # 52 in the year of the accident, 63 at the verdict
        if abs(grown) > 1 or apart is not None and apart < _CLOSE or grown < 0 and apart is not None:
            return "contradicted"
        verdict = "updated"
    return verdict
