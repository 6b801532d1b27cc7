"""Who or what it was, told more finely in one report: "un engin" and "un obus", "un responsable" and "le ministre Paul Roy".

Only within one happening that the reports were found to share, and of one part in it: who does it, or whom it befalls.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from recoupe.find.done.arguments import Clause, read_clause
from recoupe.find.done.wordforms import TIME_NOUNS
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, shown, touches
from recoupe.parse.document import Parsed, Word
from recoupe.types import Difference, Event, Span

COLUMNS = ("general", "finer", "example")
_ONE = frozenset(("un", "une", "des", "de", "d'"))
_LONGEST = 120  # characters of a phrase


@dataclass(frozen=True, slots=True)
class _Part:
    """One who or what takes part, in the words of a report."""

    span: Span
    noun: str
    open: bool  # "un engin": it was not told of before
    named: bool  # by a proper name
    plural: bool


def draft_finer(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, those of one happening with who or what it was where one report tells more."""
    return [_grown(desk, d) if d.kind == "event" and len(d.reports) > 1 else d for d in drafts]


def _grown(desk: Desk, draft: Draft) -> Draft:
    if draft.agreement not in ("shared", "refined", "updated"):
        return draft
    slots = {d.slot for d in draft.differences}
    parts: dict[str, dict[str, _Part]] = defaultdict(dict)
    for event in (desk.events[e] for e in draft.events):
        for role, part in _parts(desk, event):
            parts[role].setdefault(event.report, part)
    found = []
    for slot in ("agent", "object"):
        rows = [part for _, part in sorted(parts[slot].items())]
        pairs = [(a, b) for a in rows for b in rows if _tells_more(a, b)]
        spans = list(dict.fromkeys(p.span for pair in pairs for p in pair))
        held = [s for d in draft.differences if d.verdict in ("refined", "updated") for v in d.values for s in v.evidence]
        if pairs and slot not in slots and not all(touches(s, held) for s in spans):
            found.append(Difference(slot, "refined", shown(desk, spans)))
    if not found:
        return draft
    agreement = "refined" if draft.agreement == "shared" else draft.agreement
    return replace(draft, differences=(*draft.differences, *found), agreement=agreement)


def _parts(desk: Desk, event: Event) -> Iterator[tuple[str, _Part]]:
    """Who does it and whom it befalls, by the clause of a verb, or by the noun behind that of an act."""
    parsed = desk.readings[event.report].parsed
    head = event.slots.predicate if event.slots.predicate >= 0 else event.slots.head
    if not 0 <= head < len(parsed.words):
        return
    for role, i in _roles(parsed, read_clause(parsed, head)):
        if part := _part(parsed, parsed.words[i]):
            yield role, part


def _roles(parsed: Parsed, clause: Clause) -> Iterator[tuple[str, int]]:
    if clause.passive:
        yield from (("agent", i) for i in clause.agents[:1])
        yield from (("object", i) for i in clause.subjects[:1])
    else:
        yield from (("agent", i) for i in clause.subjects[:1])
        yield from (("object", i) for i in clause.objects[:1])


def _part(parsed: Parsed, word: Word) -> _Part | None:
    """A noun phrase, up to its first comma or clause."""
    if word.pos not in ("NOUN", "PROPN") or word.lemma in TIME_NOUNS:
        return None
    first, last = parsed.left[word.i], word.i
    for w in parsed.words[word.i + 1 : parsed.right[word.i] + 1]:
        if (
            w.text in ",;:.()«»"
            or w.pos in ("VERB", "AUX", "PRON", "SCONJ")
            and w.dep.startswith(("acl", "nsubj", "mark", "obj"))
        ):
            break
        last = w.i
    first = max(first, parsed.sentence_of(word.i).first)
    span = parsed.span(first, last + 1)
    if span.end - span.start > _LONGEST:
        return None
    inside = parsed.words[first : last + 1]
    dets = {k.lower for k in parsed.kids(word.i, "det")}
    named = any(w.pos == "PROPN" and w.dep.startswith(("appos", "flat", "nsubj", "obj")) for w in inside) or word.pos == "PROPN"
    plural = word.feat("Number") == "Plur"
    return _Part(span, plain(word.lemma), bool(dets & _ONE) and word.pos == "NOUN", named, plural)


def _tells_more(a: _Part, b: _Part) -> bool:
    """Does the second tell more finely what the first leaves open?"""
    if a.span.report == b.span.report or not a.open or a.named or a.plural != b.plural:
        return False
    return b.named if a.noun == b.noun else b.noun in _finer().get(a.noun, ())


@cache
def _finer() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_table("lang/fr/general.tsv", COLUMNS):
        for noun in row.many("general"):
            found[plain(noun)].update(plain(w) for w in row.many("finer"))
    return {noun: frozenset(words) for noun, words in found.items()}
