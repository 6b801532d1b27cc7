"""Which reports are not independent: one text, one agency, one quotation. Independence itself is never proved."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations, pairwise
from operator import attrgetter

from rapidfuzz import fuzz

from recoupe.find.furniture import blank_furniture, find_furniture
from recoupe.lang.plain import plain
from recoupe.match.copying.credits import Credit, find_credits, find_relays
from recoupe.match.copying.shingles import Token, shingles, tokens
from recoupe.match.readings import Reading
from recoupe.types import Copy, CopyRelation, Passage, Report, Span, make_id

_SAME_TEXT = 0.5  # of the shorter report's masked shingles
_SAME_ORIGIN = 0.12  # rewritten agency copy keeps this much; unrelated reports of one affair share under .03
_LONG_RUN = 18  # so many words running are no accident; the name of an office reaches 16
_FULL_RUN, _FULL = 12, 7  # nor so many, of which so many carry meaning and name nobody; of the name of an office at most six do
_FEW = 5  # shared shingles: two short lines may meet by chance
_PASSAGE = 6
_STRIDE = 8  # words compared at once
_MAX_PASSAGES = 12
_QUOTE_WORDS = 4  # content words that two texts must quote alike
_LONG_QUOTE = 8  # words of a quotation that is telling even when altered
_STEM = 4
_SAME_RUN = 50  # words running: one text, whatever stands around them
_ALIKE = 78.0  # rapidfuzz ratio above which two quotations are one, slightly altered
_ALTERED = 68.0  # the same for a long quotation of which some words changed
_ALL_PAIRS = 30  # beyond so many reports only the pairs that are tied are listed
_EVERYBODY = 60  # a run of words that so many reports share ties no two of them
_START = attrgetter("start")
_QUOTED = re.compile(r"«\s*([^«»]{6,600})\s*»|“([^“”]{6,600})”|\"([^\"\n]{6,600})\"")


@dataclass(frozen=True, slots=True)
class _Text:
    report: Report
    words: tuple[Token, ...]
    shingles: frozenset[tuple[str, ...]]
    quotes: tuple[tuple[str, tuple[str, ...], int, int], ...]  # plain words, content words, start, end
    credits: tuple[Credit, ...]
    relays: frozenset[str]  # agencies to which somebody spoke: "a-t-il dit à l'AFP"
    plain: tuple[str, ...]
    content: list[bool] = field(default_factory=list)  # of each word, see `Token.content`; this and what follows filled on demand
    sequence: list[str] = field(default_factory=list)  # the run of words from each word on
    runs: dict[str, list[int]] = field(default_factory=dict)  # each run of words -> its places


def find_copies(reports: Sequence[Report], readings: Sequence[Reading] = ()) -> tuple[Copy, ...]:
    """How each pair of reports is tied: same text, same origin, same quotation, or no common origin found.

    `readings` may be empty: copying is read off the texts. Beyond 30 reports, pairs without a tie are left out.
    """
    furniture = find_furniture([report.text for report in reports])
    texts = sorted((_read(report, furniture) for report in reports), key=lambda t: t.report.id)
    tied = _candidates(texts)
    out = []
    for i, j in combinations(range(len(texts)), 2):
        if (i, j) in tied:
            out.append(_compare(texts[i], texts[j], tied[i, j]))
        elif len(texts) <= _ALL_PAIRS:
            out.append(_record(texts[i], texts[j], "independent", 0.0, (), ("Aucune origine commune trouvée.",)))
    return tuple(c for c in out if len(texts) <= _ALL_PAIRS or c.relation != "independent")


def _read(report: Report, furniture: frozenset[str]) -> _Text:
    body = blank_furniture(report.text, furniture)
    words = tokens(body)
    return _Text(
        report,
        words,
        shingles(words),
        _quotes(body),
        find_credits(report),
        find_relays(report.text),
        tuple(w.plain for w in words),
    )


def _quotes(text: str) -> tuple[tuple[str, tuple[str, ...], int, int], ...]:
    out = []
    for match in _QUOTED.finditer(text):
        start, end = match.span(match.lastindex or 0)
        words = tokens(text[start:end])
        heavy = tuple(w.plain for w in words if w.content or w.masked == "@")
        if len(heavy) >= 2 and "//" not in text[start:end] and " " in text[start:end].strip():
            out.append((" ".join(w.plain for w in words), heavy, start, end))
    return tuple(out)


def _candidates(texts: list[_Text]) -> dict[tuple[int, int], int]:
    """Pairs that share anything, with their count of shared shingles: an index, never n² texts."""
    holders: dict[object, list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        for shingle in text.shingles:
            holders[shingle].append(i)
        for run in {run for _, heavy, _, _ in text.quotes for run in pairwise(heavy)}:
            holders["quoted", " ".join(run)].append(i)
        for agency in {c.agency for c in text.credits} | text.relays:
            holders["credit", agency].append(i)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for key, owners in holders.items():
        weight = int(isinstance(key, tuple) and len(key) > 2)
        if len(owners) > max(_EVERYBODY, len(texts)) if weight else len(owners) > _EVERYBODY:
            continue
        for pair in combinations(owners, 2):
            counts[pair] += weight
    return counts


def _compare(a: _Text, b: _Text, shared: int) -> Copy:
    """How two texts that share something are tied: by their words, by an agency, by words that both quote."""
    smaller = min(len(a.shingles), len(b.shingles))
    share = round(shared / smaller, 3) if smaller else 0.0
    if a.report.text.strip() == b.report.text.strip():
        share = 1.0
    passages = _passages(a, b) if shared else ()
    quotes, weight = _same_quotes(a, b)
    found = [_by_words(a, passages, share, shared), _by_credit(a, b), _by_quotes(quotes) if weight >= _QUOTE_WORDS else None]
    ties = [tie for tie in found if tie]
    if not ties:
        return _record(a, b, "independent", 0.0, (), ("Aucune origine commune trouvée.",))
    relation, why = ties[0][0], [reason for _, reason in ties]
    if relation == "same_quote" or not passages:
        passages = quotes
    if relation != "same_quote" and (first := _first(a.report, b.report)):
        why.append(first)
    return _record(a, b, relation, share, passages[:_MAX_PASSAGES], tuple(why))


_Tie = tuple[CopyRelation, str]  # what ties two texts, and the reason a reader is told


def _by_words(a: _Text, passages: tuple[Passage, ...], share: float, shared: int) -> _Tie | None:
    """One text, or one origin, by the words that both hold."""
    outside = _outside_quotes(a, passages)
    if share == 1:
        return "same_text", "Les deux textes sont les mêmes."
    if share >= _SAME_TEXT and shared >= _FEW or outside >= _SAME_RUN:
        return "same_text", f"{100 * share:.0f} % du texte le plus court se retrouve dans l'autre, noms et nombres mis à part."
    long = outside >= _LONG_RUN or any(_is_full(a, p) for p in passages[:_MAX_PASSAGES])
    if not (share >= _SAME_ORIGIN and shared >= _FEW or long):
        return None
    longest = max((len(_words_in(a, p.left)) for p in passages), default=0)
    if long:
        return "same_origin", f"Un passage de {longest} mots se suit à l'identique dans les deux textes."
    return "same_origin", f"{100 * share:.0f} % des suites de mots sont communes, noms et nombres mis à part."


def _by_credit(a: _Text, b: _Text) -> _Tie | None:
    """One agency behind both: credited by both, or credited by one and spoken to in the other."""
    left, right = ({c.agency for c in text.credits} for text in (a, b))
    if agencies := [c.agency for c in a.credits if c.agency in right]:
        return "same_origin", f"Les deux textes créditent {_listed(agencies)}."
    if relayed := sorted(left & b.relays | right & a.relays):
        return "same_origin", f"L'un crédite {_listed(relayed)}, l'autre reprend des propos tenus à cette agence."
    return None


def _by_quotes(quotes: tuple[Passage, ...]) -> _Tie:
    """Words that both quote."""
    if len(quotes) == 1:
        return "same_quote", "Les deux textes citent les mêmes paroles."
    return "same_quote", f"Les deux textes ont {len(quotes)} citations en commun."


def _record(
    a: _Text, b: _Text, relation: CopyRelation, share: float, passages: tuple[Passage, ...], why: tuple[str, ...]
) -> Copy:
    left, right = a.report.id, b.report.id
    return Copy(left, right, relation, share, passages, why, make_id("cp", left, right))


def _same_quotes(a: _Text, b: _Text) -> tuple[tuple[Passage, ...], int]:
    """Quotations that both hold, as passages, and how many content words they hold in all."""
    found: list[tuple[int, Passage]] = []
    seen: set[tuple[str, ...]] = set()
    for words, heavy, start, end in a.quotes:
        if heavy in seen:
            continue
        seen.add(heavy)
        best = max(((_alike(words, heavy, q), q) for q in b.quotes), key=lambda x: (x[0], -x[1][2]), default=None)
        if best and best[0]:
            found.append((best[0], Passage(Span(a.report.id, start, end), Span(b.report.id, best[1][2], best[1][3]))))
    found.sort(key=lambda x: (-x[0], x[1].left))
    return tuple(p for _, p in found), sum(n for n, _ in found)


def _alike(words: str, heavy: tuple[str, ...], other: tuple[str, tuple[str, ...], int, int]) -> int:
    """Content words that two quotations have in common when one is (nearly) the other or a part of it, else 0."""
    left, right = _stems(heavy), _stems(other[1])
    if left.isdisjoint(right):
        return 0
    long = min(words.count(" "), other[0].count(" ")) >= _LONG_QUOTE - 1
    if long and len(left & right) >= 3 and fuzz.ratio(words, other[0]) >= _ALTERED:
        return max(len(left & right), _QUOTE_WORDS)
    if _within(heavy, other[1]):
        return min(len(heavy), len(other[1]))
    common = len(set(heavy) & set(other[1]))
    if common < 2 or common < 0.6 * min(len(set(heavy)), len(set(other[1]))):
        return 0
    short = min(len(words), len(other[0]))
    score = fuzz.ratio(words, other[0]) if short < 30 else max(fuzz.ratio(words, other[0]), fuzz.partial_ratio(words, other[0]))
    return common if score >= _ALIKE else 0


def _within(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Do the content words of the shorter come back in the longer one, in their order, but for tense and number?"""
    short, long = sorted((tuple(w[:_STEM] for w in words) for words in (a, b)), key=len)
    rest = iter(long)
    return len(short) >= _QUOTE_WORDS and all(w in rest for w in short)


@lru_cache(maxsize=1 << 12)  # a quotation is held against those of every report that quotes alike
def _stems(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(w[:_STEM] for w in words)


def _passages(a: _Text, b: _Text) -> tuple[Passage, ...]:
    """Longest runs of the same words, at least six and two of them with meaning, longest first, none inside another."""
    where, left, right = _runs(b), a.plain, b.plain
    _runs(a)
    runs: list[tuple[int, int, int]] = []
    done = 0
    for i, places in enumerate(map(where.get, a.sequence)):
        if places is None or i < done:
            continue
        size, at = max((_common(left, i, right, j), -j) for j in places[:8])
        done = i + size
        if sum(a.content[i:done]) > 1:
            runs.append((size, i, -at))
    runs.sort(key=lambda r: (-r[0], r[1]))
    return tuple(Passage(_span(a, i, n), _span(b, j, n)) for n, i, j in runs[:_MAX_PASSAGES])


def _common(left: tuple[str, ...], i: int, right: tuple[str, ...], j: int) -> int:
    """How many words are the same from two places on; the first six are."""
    n = _PASSAGE
    while left[i + n : i + n + _STRIDE] == right[j + n : j + n + _STRIDE] and i + n + _STRIDE <= len(left):
        n += _STRIDE
    while i + n < len(left) and j + n < len(right) and left[i + n] == right[j + n]:
        n += 1
    return n


def _runs(text: _Text) -> dict[str, list[int]]:
    """Where each run of six words stands. Made once a text: in an affair it is compared with every other."""
    if not text.runs:
        text.content.extend(w.content for w in text.words)
        text.sequence.extend(" ".join(text.plain[j : j + _PASSAGE]) for j in range(len(text.plain) - _PASSAGE + 1))
        for j, run in enumerate(text.sequence):
            text.runs.setdefault(run, []).append(j)
    return text.runs


def _span(text: _Text, first: int, count: int) -> Span:
    return Span(text.report.id, text.words[first].start, text.words[first + count - 1].end)


def _words_in(text: _Text, span: Span) -> tuple[Token, ...]:
    first = bisect_left(text.words, span.start, key=_START)
    return text.words[first : bisect_left(text.words, span.end, first, key=_START)]


def _outside_quotes(a: _Text, passages: tuple[Passage, ...]) -> int:
    """Words of the longest passage that no quotation holds: a shared quotation alone makes no shared text."""
    best = 0
    for passage in passages[:_MAX_PASSAGES]:
        span = passage.left
        words = _words_in(a, span)
        if len(words) <= best:
            break  # the longest come first
        quoted = [(s, e) for _, _, s, e in a.quotes if s < span.end and e > span.start]
        best = max(best, sum(not any(s <= w.start < e for s, e in quoted) for w in words) if quoted else len(words))
    return best


def _is_full(a: _Text, passage: Passage) -> bool:
    """A dozen words running that tell something, outside quotations."""
    words = _words_in(a, passage.left)
    full = len(words) >= _FULL_RUN and sum(w.content for w in words) >= _FULL
    return full and _outside_quotes(a, (passage,)) >= _FULL_RUN


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " et " + names[-1]


def _first(a: Report, b: Report) -> str | None:
    """Who is likely to have had it first, when both dates are given."""
    days = [r.published.earliest if r.published and r.published_basis in ("given", "metadata") else None for r in (a, b)]
    if not days[0] or not days[1] or days[0] == days[1]:
        return None
    early = a if days[0] < days[1] else b
    return f"{early.outlet or early.title or 'Un des deux'} l'a publié en premier ({min(days[0], days[1])})."


def same_words(a: str, b: str) -> float:
    """How alike two wordings are, 0..1, whatever their case, accents and marks."""
    left, right = (" ".join(t.plain for t in tokens(x)) for x in (a, b))
    return fuzz.ratio(left, right) / 100 if left and right else 0.0


__all__ = ["find_copies", "plain", "same_words"]
