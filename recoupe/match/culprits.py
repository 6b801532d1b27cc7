"""Guilt told in a noun: "le pyromane" in one report, the man "soupçonné d'avoir allumé l'incendie" in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, agree, in_order
from recoupe.match.levels import shown
from recoupe.parse.document import Word
from recoupe.types import Claim, Difference, Event, Span, Value

COLUMNS = ("nouns", "deeds", "example")
_DEFINITE = frozenset(("le", "la", "l'", "les", "ce", "cet", "cette", "ces", "son", "sa"))
_RESERVED = ("presum", "suppos", "suspect", "potentiel", "eventuel")
_LONGEST = 400


def judge_culprits(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters of an alleged deed, with the reports that call its suspect guilty in a noun."""
    named: dict[str, list[tuple[Span, frozenset[str]]]] = {
        r: list(_named(desk, r)) if len(desk.related[r]) > 1 else [] for r in sorted(desk.readings)
    }
    if not any(named.values()):
        return list(drafts)
    return [_judged(desk, d, named) if d.kind == "event" else d for d in drafts]


def _judged(desk: Desk, draft: Draft, named: dict[str, list[tuple[Span, frozenset[str]]]]) -> Draft:
    alleged = [(e, c) for e in draft.events for c in desk.claims.get(e, ())[:1] if _is_open(desk.events[e], c)]
    if not alleged:
        return draft
    words = {plain(w) for e, _ in alleged for w in (desk.events[e].lemma, *desk.events[e].slots.object)}
    home = desk.events[alleged[0][0]].report
    found: dict[str, Span] = {}
    for report in sorted(desk.related[home] - {desk.events[e].report for e, _ in alleged}):
        for span, deeds in named[report]:
            if deeds & words:
                found.setdefault(report, span)
    return _with(desk, draft, [c for _, c in alleged], found) if found else draft


def _is_open(event: Event, claim: Claim) -> bool:
    """Is somebody suspected of it, or charged with it, and no more?"""
    if claim.negated:
        return False
    return event.frame == "CHARGE" or claim.status == "alleged" and bool(event.agents or event.slots.doer)


def _with(desk: Desk, draft: Draft, alleged: Sequence[Claim], found: dict[str, Span]) -> Draft:
    values = [Value(desk.events[c.event].report, c.status, shown(c.evidence)) for c in alleged if c.evidence]
    values += [Value(r, "happened", (span,)) for r, span in found.items()]
    old = [d for d in draft.differences if d.slot == "certainty"]
    merged = Difference("certainty", "refined", in_order([*(v for d in old for v in d.values), *values]))
    differences = (*(d for d in draft.differences if d.slot != "certainty"), merged)
    events = tuple(sorted({*draft.events, *(e.id for s in found.values() if (e := desk.event_at(s)))}))
    claims = tuple(sorted({*draft.claims, *(c.id for e in events for c in desk.claims.get(e, ()))}))
    reports = tuple(sorted({*draft.reports, *found}))
    agreement = agree(len(reports), differences, disputed=draft.agreement == "disputed")
    return replace(draft, events=events, claims=claims, reports=reports, differences=differences, agreement=agreement)


def _named(desk: Desk, report: str) -> Iterator[tuple[Span, frozenset[str]]]:
    """The sentences (or the noun) where a report calls somebody guilty in its own voice, with the deeds the noun stands for."""
    parsed = desk.readings[report].parsed
    said: set[int] = {i for s in desk.readings[report].statements for i in s.words}
    found: dict[int, tuple[Span, frozenset[str]]] = {}
    for word in parsed.words:
        if word.pos not in ("NOUN", "PROPN", "ADJ") or word.i in said:
            continue
        deeds = _deeds().get(plain(word.lemma)) or _deeds().get(plain(word.lower))
        if deeds is None or not _is_flat(parsed.words, word):
            continue
        sentence = parsed.sentence_of(word.i)
        whole = sentence.end - sentence.start < _LONGEST
        start, end = (sentence.start, sentence.end) if whole else (word.start, word.end)
        found.setdefault(word.sent, (Span(report, start, end), deeds))
    yield from (found[k] for k in sorted(found))


def _is_flat(words: Sequence[Word], word: Word) -> bool:
    """Definite, and without "présumé"."""
    i = word.i - 1
    while i > 0 and words[i].pos in ("NUM", "ADJ"):  # "les sept trafiquants"
        i -= 1
    before = words[i].lower if word.i else ""
    near = [plain(w.lower) for w in words[word.i + 1 : word.i + 3]]
    return before in _DEFINITE and not any(w.startswith(_RESERVED) for w in near)


@cache
def _deeds() -> dict[str, frozenset[str]]:
    rows = read_table("lang/fr/culprits.tsv", COLUMNS)
    return {plain(n): frozenset(map(plain, r.many("deeds"))) for r in rows for n in r.many("nouns")}
