"""Since when: the last time something was so, told by a year in one report and by a number of years in another.

"Premier voyage depuis 24 ans" and "pour la dernière fois il y a plus de 20 ans"; "le plus violent depuis 1934" and "jamais vu en
quatre-vingt-dix ans".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.match.acts.slots import compare_whens
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.types import Difference, SlotVerdict, Span, When

_SINCE = re.compile(
    r"(?i)\b(?:premi(?:er|ère)s?|derni(?:er|ère)s?|"
    r"(?:pas|plus) (?:re(?:venu|tourné)|venu|allé)\w*|qu['’]une (?:seule )?fois|une seule fois)\b"
)
# Nothing like it since then: of an affair such a record has one measure.
_RECORD = re.compile(
    r"(?i)\b(?:(?:le|la|les) (?:plus|moins) (?!\w+ment\b|tard|tôt|souvent)\w+|pires?|records?|jamais|sans précédent|inédite?s?|"
    r"inégalée?s?|du jamais[- ]vu|sans équivalent|plus haut|plus bas)\b"
)
_LAPSE = re.compile(r"(?i)(?:depuis|il y a|en|remont)")
_MOVES = {"TRAVEL": "VISIT", "RETURN": "VISIT", "ARRIVE": "VISIT"}
_ROUND = 0.25  # part of a long time that "plus de" may leave out: 24 years are "plus de vingt ans"
_LEAST = 2  # years it may leave out anyhow
_LONG = 4  # years from which a time is long enough to be a record


@dataclass(frozen=True, slots=True)
class Lapse:
    """Since then, by these words; what the sentence tells; whether it is a record."""

    when: When
    span: Span
    frames: frozenset[str]
    record: bool


def draft_lapses(desk: Desk) -> list[Draft]:
    """One matter for each lapse that two reports or more tell."""
    found = [x for report in sorted(desk.readings) if len(desk.related[report]) > 1 for x in _lapses(desk, report)]
    records = Counter(x.span.report for x in found if x.record)
    groups: list[list[Lapse]] = []
    for one in found:
        home = next(
            (
                g
                for g in groups
                if any(_relation(desk, x, one, records) for x in g) and one.span.report not in {x.span.report for x in g}
            ),
            None,
        )
        if home is None:
            groups.append(home := [])
        home.append(one)
    return [draft for group in groups if len(group) > 1 and (draft := _draft(desk, group, records))]


def _relation(desk: Desk, a: Lapse, b: Lapse, records: Mapping[str, int]) -> SlotVerdict | None:
    """Do two reports tell one lapse: "same", or the one more exactly than the other; None where they do not."""
    if a.span.report == b.span.report or b.span.report not in desk.related[a.span.report]:
        return None
    relation = compare_whens(a.when, b.when)
    if a.when.earliest and a.when.value == b.when.value:
        relation = "same"  # "depuis 1932" has no last day
    close = relation in ("same", "refined", "overlap") or _open(desk, a.when, b.when)
    lone = _is_lone(a, records) and _is_lone(b, records) and _is_long(desk, a) and _is_long(desk, b)
    return ("same" if relation == "same" else "refined") if close and (a.frames & b.frames or lone) else None


def _is_lone(lapse: Lapse, records: Mapping[str, int]) -> bool:
    """Is it the one record of its report?"""
    return lapse.record and records[lapse.span.report] == 1


def _draft(desk: Desk, group: Sequence[Lapse], records: Mapping[str, int]) -> Draft | None:
    pairs = [_relation(desk, a, b, records) for a, b in combinations(group, 2)]
    values = shown(desk, [x.span for x in group])
    label = "Record : " if all(_is_lone(x, records) for x in group) else "La fois précédente : "
    title = label + " / ".join(dict.fromkeys(v.value or "" for v in values))
    return draft_values(desk, "lapse", title, Difference("date", "refined" if "refined" in pairs else "same", values))


def _lapses(desk: Desk, report: str) -> list[Lapse]:
    reading = desk.readings[report]
    out = []
    for when in reading.whens:
        words = reading.parsed.at(when.span.start, when.span.end) if when.span else ()
        if not when.span or not words or not _LAPSE.match(desk.text(when.span)):
            continue
        sentence = reading.parsed.sentence_of(words[0])
        before = reading.report.text[sentence.start : when.span.start]
        record = bool(_RECORD.search(before)) and desk.text(when.span).lower().startswith(("depuis", "en"))
        if record or _SINCE.search(before):
            here = desk.by_sentence.get((report, reading.parsed.words[words[0]].sent), ())
            frames = frozenset(_MOVES.get(e.frame, e.frame) for e in here) - {"GENERIC"}
            out.append(Lapse(when, when.span, frames, record))
    return out


def _is_long(desk: Desk, lapse: Lapse) -> bool:
    """Several years: a record of some weight."""
    published, start = desk.published(lapse.span.report), lapse.when.earliest or lapse.when.latest
    day = published.earliest if published else None
    return bool(day and start) and int((day or "0")[:4]) - int((start or "0")[:4]) >= _LONG


def _open(desk: Desk, a: When, b: When) -> bool:
    """ "il y a plus de 20 ans" has no first day: does the other lie a little before its last?"""
    for x, y in ((a, b), (b, a)):
        published = desk.published(x.span.report) if x.span else None
        if x.earliest or not x.latest or not y.earliest or y.earliest > x.latest:
            continue
        today = int(published.earliest[:4]) if published and published.earliest else 0
        years = today - int(x.latest[:4])
        return not today or int(x.latest[:4]) - int(y.earliest[:4]) <= max(_LEAST, _ROUND * years)
    return False
