"""Where it was, finer in one report: "au Mali" and "dans le nord du Mali", "à Istanbul" and "à Istanbul, dans le quartier de …".

Only places of which one lies in the other by the very words are compared: both phrases name one place, or a town and its state.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.governing import Happening, alike, common_words, happening_at
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order, labelled, shown, touches
from recoupe.match.where.coarse import COLUMNS as GROUNDS
from recoupe.match.where.seats import COLUMNS as SEATS
from recoupe.match.where.sites import COLUMNS as SITES
from recoupe.match.who.joined import Joined
from recoupe.parse.document import Parsed
from recoupe.types import Difference, Mention, SlotVerdict, Span

_CASES = frozenset(
    "à au aux a en dans sur devant près hors vers chez sous autour depuis jusqu'à derrière le long au-dessus non loin".split()
)
_GAP = 3  # characters between two phrases that tell one place: ", "
_CLIMB = 3  # nouns of one phrase: "dans le quartier de la gare de Metz"
_MANY = 12  # tellings of one key that are held against a new one
_COLUMNS: tuple[
    tuple[str, tuple[str, ...], str, str, tuple[str, ...]], ...
] = (  # table, columns, cell that picks, word cell, picked
    ("lang/fr/grounds.tsv", GROUNDS, "class", "words", ("area", "vague", "part")),
    ("lang/fr/sites.tsv", SITES, "class", "words", ("site",)),
    ("lang/fr/seats.tsv", SEATS, "kind", "heads", ()),
)
_LETTERS = re.compile(r"\b[A-ZÀ-Þ]{2,}[\w-]* ?$")
_WIDE = frozenset("pays territoire ville commune etat capitale localite region departement".split())  # they tell no finer place
# Of these one town sees one in an affair; an arrest or a talk it may see twice.
_STRUCK = frozenset(("$harm", "$fire", "$weather", "$quake", "$wreck"))
_SIDES = frozenset("nord sud est ouest nord-est nord-ouest sud-est sud-ouest centre centre-ville coeur peripherie".split())
_OFFICES = frozenset("mairie siege prefecture presidence parlement".split())  # "candidate à la mairie de Metz"


@dataclass(frozen=True, slots=True)
class Placed:
    """This happened there: the places named, the nouns that narrow them."""

    span: Span
    places: frozenset[str]
    grounds: frozenset[str]
    what: Happening
    days: frozenset[str]

    @property
    def parties(self) -> frozenset[str]:
        """Who else is named there."""
        return self.what.names - self.places


def draft_placed(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with the places of which one report tells a finer one: in the matter that has the place, or as one more."""
    told = [p for report in sorted(desk.readings) if len(desk.related[report]) > 1 for p in _tellings(desk, report)]
    out = list(drafts)
    for group in _groups(desk, told):
        spans = [g.span for g in group]
        verdict: SlotVerdict = "same" if len({(g.places, g.grounds) for g in group}) == 1 else "refined"
        new = Difference("place", verdict, shown(desk, spans))
        home = next((n for n, d in enumerate(out) if _placing(d, spans)), None)
        if home is not None:
            out[home] = _finer(out[home], spans, new)
            continue
        title = labelled("Lieu", new.values)
        if draft := draft_values(desk, "ground", title, new):
            out.append(draft)
    return out


def _placing(draft: Draft, spans: Sequence[Span]) -> Difference | None:
    """The slot in which a matter has these places of two reports already."""
    for slot in draft.differences:
        held = [s for v in slot.values for s in v.evidence] if slot.slot == "place" else []
        if held and len({s.report for s in spans if touches(s, held)}) > 1:
            return slot
    return None


def _finer(draft: Draft, spans: Sequence[Span], new: Difference) -> Draft:
    """The matter whose two like places are told more finely by these words."""
    old = _placing(draft, spans)
    if old is None or old.verdict != "same" or new.verdict == "same":
        return draft
    rest = tuple(v for v in old.values if v.report not in {s.report for s in spans})
    slot = replace(new, values=in_order([*rest, *new.values]))
    agreement = "refined" if draft.agreement == "shared" else draft.agreement
    return replace(draft, differences=tuple(slot if d is old else d for d in draft.differences), agreement=agreement)


def _tellings(desk: Desk, report: str) -> Iterator[Placed]:
    """The places of a report that a phrase of place names, those of one act in one breath together."""
    parsed = desk.readings[report].parsed
    rows = sorted((m for m in desk.readings[report].mentions if _is_place(desk, m)), key=lambda m: m.span)
    before: tuple[Span, set[str], set[str], int] | None = None
    for mention in rows:
        phrase = None if _is_spelt_out(parsed, mention) else _phrase(parsed, mention)
        if phrase is None or desk.is_furniture(mention.span):
            continue
        first, last, grounds = phrase
        span = Span(report, parsed.words[first].start, max(parsed.words[last].end, mention.span.end))
        here = parsed.words[first].sent
        if before and before[3] == here and span.start - before[0].end <= _GAP:
            joined = Span(report, before[0].start, max(before[0].end, span.end))
            before = (joined, before[1] | {mention.actor}, before[2] | grounds, here)
            continue
        if before and (one := _placed(desk, *before[:3])):
            yield one
        before = (span, {mention.actor}, grounds, here)
    if before and (one := _placed(desk, *before[:3])):
        yield one


def _is_spelt_out(parsed: Parsed, mention: Mention) -> bool:
    """ "L'OPB (Office des ponts de Bretagne)": the brackets spell a name out and place nothing."""
    opened = parsed.text.rfind("(", 0, mention.span.start)
    return opened > parsed.text.rfind(")", 0, mention.span.start) and bool(
        _LETTERS.search(parsed.text, max(0, opened - 12), opened)
    )


def _is_place(desk: Desk, mention: Mention) -> bool:
    actor = desk.actors.get(mention.actor)
    return actor is not None and actor.kind in ("place", "state") and mention.form == "name"


def _phrase(parsed: Parsed, mention: Mention) -> tuple[int, int, set[str]] | None:
    """The first and last word of the phrase of place around a name, with the nouns that narrow it; None where it is none."""
    words = parsed.at(mention.span.start, mention.span.end)
    if not words:
        return None
    head = next((parsed.words[i] for i in words if parsed.words[i].head not in words), parsed.words[words[0]])
    grounds: set[str] = set()
    while (above := parsed.words[head.head]).i != head.i and above.pos == "NOUN" and plain(above.lemma) in _grounds():
        if len(grounds) >= _CLIMB or not head.dep.startswith(("nmod", "appos", "flat")):
            break
        if (noun := plain(above.lemma)) in _OFFICES:
            return None
        grounds.add(noun)
        head = above
    cases = [k for k in parsed.kids(head.i, "case") if k.i < words[0] or k.i < head.i]
    if not any(k.lower.replace("’", "'") in _CASES for k in cases):
        return None
    return min(k.i for k in cases), max(words[-1], head.i), grounds - _WIDE


@cache
def _grounds() -> frozenset[str]:
    """Nouns of places and of parts of places."""
    found: set[str] = set()
    for table, columns, picks, cell, kinds in _COLUMNS:
        rows = (row for row in read_table(table, columns) if not kinds or row[picks] in kinds)
        found.update(plain(w) for row in rows for w in row.many(cell))
    return frozenset(found)


def _placed(desk: Desk, span: Span, places: set[str], grounds: set[str]) -> Placed | None:
    what = happening_at(desk, span)
    if what is None or not what.core:
        return None
    parsed = desk.readings[span.report].parsed
    states = {f"&{a.country}" for p in places if (a := desk.actors[p]).country}
    return Placed(
        span, frozenset(places | states), frozenset(grounds), what, desk.days_of(span.report, parsed.at(span.start, span.end)[0])
    )


def _groups(desk: Desk, told: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Tellings of one happening, one a report, the finest first."""
    names = {f"{n:06d}": t for n, t in enumerate(told)}
    joined = Joined(names)
    for rows in _buckets(names).values():
        for n, name in enumerate(rows):
            for other in rows[max(0, n - _MANY) : n]:
                if joined.find(name) != joined.find(other) and _is_one(desk, names[name], names[other]):
                    joined.join(name, other, "where", 1.0)
    groups: dict[str, dict[str, Placed]] = defaultdict(dict)
    for name in sorted(names):
        held, one = groups[joined.find(name)], names[name]
        if one.span.report not in held or _weight(held[one.span.report]) < _weight(one):
            held[one.span.report] = one
    for _, rows_of in sorted(groups.items()):
        group = [rows_of[r] for r in sorted(rows_of)]
        if len(group) > 1 and (len({_weight(g) for g in group}) > 1 or group[0].grounds):
            yield group


def _weight(told: Placed) -> tuple[int, int]:
    """How finely it is placed."""
    return len(told.grounds) + len(told.places), len(told.grounds)


def _buckets(names: Mapping[str, Placed]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, one in names.items():
        for place in one.places:
            for key in one.what.keys:
                found[place, key].append(name)
    return {k: found[k] for k in sorted(found)}


def _is_one(desk: Desk, a: Placed, b: Placed) -> bool:
    """Does one place lie in the other by its words, and are both told of one happening?"""
    if a.span.report == b.span.report or b.span.report not in desk.related[a.span.report]:
        return False
    if a.days and b.days and not a.days & b.days or desk.are_days_apart(a.span.report, b.span.report):
        return False
    if not _holds(a, b) and not _holds(b, a):
        return False
    keys = {k for k in a.what.keys & b.what.keys if k[0] not in "~$" or k in _STRUCK}
    if keys & _STRUCK and any(desk.actors[p].kind == "place" for p in a.places & b.places if p in desk.actors):
        return True
    return bool(keys and (a.parties & b.parties or alike(a.what, b.what) > 1 and common_words(a.what, b.what)))


def _holds(wide: Placed, fine: Placed) -> bool:
    """Does the finer place lie in the wider one by its words: more names or more nouns, or a quarter in a part of the town?"""
    if not wide.places <= fine.places:
        return False
    return wide.grounds <= fine.grounds or wide.places < fine.places and wide.grounds <= _SIDES and not fine.grounds & _SIDES
