"""Matters of wording: the same words of the same speaker, as each report quotes them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, agree, claims_of, in_order
from recoupe.match.shingles import tokens
from recoupe.types import Difference, Link, SlotVerdict, Span, Value, make_id

_SAME = 97.0
_ALIKE = 72.0
_SHORT_ALIKE = 58.0  # two or three words of which one differs ("protestation historique", "contestation historique")
_NEGATION = frozenset(("ne", "n", "pas", "jamais", "aucun", "aucune", "rien", "personne", "sans", "ni", "non"))
_MAX_WORDS = 90
_STEM = 4
_LABEL = 5  # words of a name
_OFTEN = 4  # quotations of the same words in one affair
_DENIES = 75.0  # « le bateau était surchargé », « le bateau n'était pas surchargé »


@dataclass(frozen=True, slots=True)
class Quoted:
    """One stretch between quotation marks with who says it."""

    span: Span
    speakers: frozenset[str]
    plain: str  # its words without marks, case or accents
    stems: frozenset[str]


def draft_wordings(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each quotation that two reports of an affair hold, word for word or altered."""
    quotes = [q for report in sorted(desk.readings) for q in _quotes(desk, report)]
    index: dict[str, list[int]] = defaultdict(list)
    for i, quote in enumerate(quotes):
        for stem in sorted(quote.stems):
            index[stem].append(i)
    pairs = sorted({pair for owners in index.values() if len(owners) <= 200 for pair in _related(desk, quotes, owners)})
    group = list(range(len(quotes)))
    grouped = {i: [i] for i in group}
    for i, j in pairs:
        if group[i] != group[j] and _match(desk, quotes[i], quotes[j]):
            home, guest = sorted((group[i], group[j]))
            for k in grouped[guest]:
                group[k] = home
            grouped[home] += grouped.pop(guest)
    said = Counter(q.plain for q in quotes)
    out = []
    for g in sorted(grouped):
        members = [quotes[k] for k in sorted(grouped[g])]
        if _is_label(desk, members, said):
            continue
        if len({q.span.report for q in members}) > 1 and (draft := _draft(desk, members)):
            out.append(draft)
    return tuple(out)


def _is_label(desk: Desk, members: list[Quoted], said: Mapping[str, int]) -> bool:
    """The usual name of a thing in marks (« gilets jaunes », « trafic d'influence »): nobody's wording.

    Told by no verb, in the same few words, on the word of nobody whom two of them name, or so often that it is a name.
    """
    if len({q.plain for q in members}) > 1 or len(members[0].plain.split()) > _LABEL or any(_has_verb(desk, q) for q in members):
        return False
    named = [q.speakers for q in members]
    often = said[members[0].plain] >= _OFTEN
    return often or not frozenset.intersection(*named) or any(_is_offence(desk, q) for q in members)


def _has_verb(desk: Desk, quote: Quoted) -> bool:
    parsed = desk.readings[quote.span.report].parsed
    return any(parsed.words[i].pos in ("VERB", "AUX") for i in parsed.at(quote.span.start, quote.span.end))


def _is_offence(desk: Desk, quote: Quoted) -> bool:
    """What somebody is charged with: it stands behind "pour" or "de"."""
    parsed = desk.readings[quote.span.report].parsed
    first = next(iter(parsed.at(quote.span.start, quote.span.end)), 0)
    before = [parsed.words[i].lower for i in range(max(0, first - 3), first)]
    return "pour" in before


def _related(desk: Desk, quotes: list[Quoted], owners: list[int]) -> list[tuple[int, int]]:
    """Pairs of quotations of two reports that tell of one affair."""
    reports = [quotes[i].span.report for i in owners]
    return [
        (i, j)
        for n, i in enumerate(owners)
        for j, other in zip(owners[n + 1 :], reports[n + 1 :], strict=True)
        if other != reports[n] and other in desk.related[reports[n]]
    ]


def _quotes(desk: Desk, report: str) -> list[Quoted]:
    reading = desk.readings[report]
    text = reading.report.text
    out = []
    for quote in reading.parsed.quotes:
        start, end = quote.inner_start, quote.inner_end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        words = tokens(text[start:end])
        if quote.level or not words or len(words) > _MAX_WORDS or end - start > 590:
            continue
        stems = frozenset(w.plain[: max(_STEM, len(w.plain) - 3)] for w in words if w.content or w.masked == "@")
        if stems:
            said = " ".join(w.plain for w in words)
            out.append(Quoted(Span(report, start, end), _speakers(desk, report, start, end), said, stems))
    return out


def _speakers(desk: Desk, report: str, start: int, end: int) -> frozenset[str]:
    """Who says the words, as far as the statements know."""
    found: set[str] = set()
    for statement in desk.readings[report].statements:
        if any(s.start < end and s.end > start for s in statement.spans):
            speaker = statement.speaker
            found.update((speaker,) if isinstance(speaker, str) else speaker or ())
    return frozenset(found)


def _match(desk: Desk, a: Quoted, b: Quoted) -> bool:
    """Are these words of two related reports the same, perhaps altered, of nobody else?"""
    known = bool(a.speakers and b.speakers)
    if known and not a.speakers & b.speakers:
        denies = flips(a.plain, b.plain) and len(a.stems & b.stems) >= 2 and fuzz.ratio(a.plain, b.plain) >= _DENIES
        return denies or a.plain == b.plain and len(a.stems) >= 3
    common = len(a.stems & b.stems)
    small = min(len(a.stems), len(b.stems))
    if a.plain == b.plain:
        return known or len(a.stems) >= 2 or len(a.plain) >= 8
    if small <= 3:
        return (
            common >= 1
            and (common >= 2 or known)
            and fuzz.ratio(a.plain, b.plain) >= (_SHORT_ALIKE if common * 2 >= small else 101)
        )
    return common >= 0.5 * small and max(fuzz.ratio(a.plain, b.plain), fuzz.partial_ratio(a.plain, b.plain)) >= _ALIKE


def _draft(desk: Desk, members: list[Quoted]) -> Draft | None:
    verdict: SlotVerdict = "same"
    if len({q.plain for q in members}) > 1:
        verdict = "wording"
    events = sorted({e.id for q in members if (e := desk.event_at(q.span))})
    if not events:
        return None
    reports = tuple(sorted({q.span.report for q in members}))
    differences = (
        Difference("wording", verdict, in_order([Value(q.span.report, desk.text(q.span), (q.span,)) for q in members])),
    )
    claims = claims_of(desk, events)
    reason = "mêmes paroles" if verdict == "same" else "mêmes paroles, un mot change"
    pairs = [(a, b) for a, b in pairwise(events) if desk.events[a].report != desk.events[b].report]
    links = tuple(Link(a, b, "same", 0.9, (reason,), make_id("k", "quote", a, b)) for a, b in pairs)
    return Draft(
        "quote",
        tuple(events),
        claims,
        reports,
        agree(len(reports), differences, disputed=_denied(members)),
        differences,
        _title(desk, members),
        links,
    )


def _denied(members: list[Quoted]) -> bool:
    """Does one speaker negate what another says?"""
    pairs = [(a, b) for i, a in enumerate(members) for b in members[i + 1 :]]
    return any(a.speakers and b.speakers and not a.speakers & b.speakers and flips(a.plain, b.plain) for a, b in pairs)


def _title(desk: Desk, members: list[Quoted]) -> str:
    named = [q.speakers for q in members if q.speakers]
    common = frozenset.intersection(*named) if named else frozenset()
    speakers = sorted((s for s in common if s in desk.actors), key=lambda s: desk.actors[s].name)
    words = min((desk.text(q.span) for q in members), key=lambda t: (-len(t) if len(t) <= 60 else len(t), t))
    shown = words if len(words) <= 60 else words[:57].rsplit(" ", 1)[0] + "…"
    return f"{desk.actors[speakers[0]].name} : « {shown} »" if speakers else f"« {shown} »"


def flips(a: str, b: str) -> bool:
    """Does one of two wordings negate what the other says?"""
    left, right = ({t.plain for t in tokens(x)} & _NEGATION for x in (a, b))
    return bool(left) != bool(right)
