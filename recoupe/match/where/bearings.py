"""On which side of a place a thing lies: "au sud-ouest de Lormont" and "au sud-est de Lormont" exclude one another."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from recoupe.lang.plain import plain
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.types import Difference, SlotVerdict, Span

_BEARING = re.compile(
    r"(?:au |à l['’])((?:nord|sud)(?:[- ](?:est|ouest))?|est|ouest) (?:de la |de l['’]|de |d['’]|du )"
    r"([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w-]+)*)"
)
POINTS = {"nord": 0, "nord-est": 45, "est": 90, "sud-est": 135, "sud": 180, "sud-ouest": 225, "ouest": 270, "nord-ouest": 315}
_ASIDE = 90  # degrees from which two bearings exclude one another; half of it is a rounding
_DEFINITE = frozenset(("le", "la", "l'", "les", "son", "sa", "leur"))


@dataclass(frozen=True, slots=True)
class _Bearing:
    """These things lie on this side of this place."""

    span: Span
    point: int
    anchor: str
    things: frozenset[str]


def draft_bearings(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each thing that two reports place on a side of one place."""
    found: dict[tuple[str, str], dict[str, _Bearing]] = defaultdict(dict)
    for report in sorted(desk.readings):
        for bearing in _bearings(desk, report):
            for thing in sorted(bearing.things):
                found[bearing.anchor, thing].setdefault(report, bearing)
    drafts = [_draft(desk, list(rows.values()), thing) for (_, thing), rows in sorted(found.items()) if len(rows) > 1]
    return tuple(d for d in drafts if d)


def _bearings(desk: Desk, report: str) -> list[_Bearing]:
    text, parsed = desk.readings[report].report.text, desk.readings[report].parsed
    out = []
    for match in _BEARING.finditer(text):
        words = parsed.at(match.start(), match.end())
        if not words:
            continue
        sentence = parsed.sentence_of(words[0])
        before = parsed.words[sentence.first : words[0]]
        things = {
            plain(w.lemma)
            for w in before
            if w.pos == "NOUN" and any(k.lower in _DEFINITE for k in parsed.kids(w.i, "det")) and w.feat("Number") != "Plur"
        }
        point = POINTS[match[1].replace(" ", "-")]
        out.append(_Bearing(Span(report, match.start(), match.end()), point, plain(match[2]), frozenset(things)))
    return out


def _draft(desk: Desk, rows: list[_Bearing], thing: str) -> Draft | None:
    first = rows[0].span.report
    rows = [r for r in rows if r.span.report in desk.related[first]]
    if len(rows) < 2:
        return None
    angles = [min(abs(a.point - b.point), 360 - abs(a.point - b.point)) for i, a in enumerate(rows) for b in rows[i + 1 :]]
    verdict: SlotVerdict = "contradicted" if max(angles) >= _ASIDE else "refined" if max(angles) else "same"
    difference = Difference("direction", verdict, shown(desk, (r.span for r in rows)))
    return draft_values(desk, "bearing", f"De quel côté : {thing}", difference)
