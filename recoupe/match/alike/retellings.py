"""One fact told twice: on somebody's word or with reserve here, flatly or on another's word there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.lang.roots import stem as root
from recoupe.match.acts.afar import may_be_others
from recoupe.match.acts.attribution import may_be_one, source_name
from recoupe.match.acts.families import acts
from recoupe.match.acts.happening import LOOSE
from recoupe.match.acts.slots import compare_whens
from recoupe.match.count.twocounts import are_two_sums
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, agree, draft_values, in_order
from recoupe.match.sure.headlines import find_headline
from recoupe.parse.document import Parsed, Sentence
from recoupe.types import Difference, SlotVerdict, Span, Statement, Value

_CONTENT = ("NOUN", "VERB", "PROPN", "ADJ")
_HEDGES = frozenset(("alleged", "possible"))
_ENOUGH = 2.0  # weight of the words in common
_SAME_ACT = 1.3  # the same where both tell one kind of act
_COVER = 0.5  # share of the shorter telling
_COMMON = 4  # sentences of an affair that hold a word before it says little
_WEAK = 0.35
_LONGEST = 400
_LIGHT = frozenset("etre avoir faire mettre prendre aller venir pouvoir devoir donner rester falloir vouloir".split())


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sentence of a report: its words, on whose word, and how sure."""

    report: str
    span: Span
    words: frozenset[str]
    numbers: frozenset[str]
    events: tuple[str, ...]
    source: str | None
    speaker: Span | None
    status: str  # alleged, possible or happened
    frames: frozenset[str]
    heads: frozenset[str]  # who or what takes part
    befell: frozenset[str]  # what it was done to
    negated: bool


def draft_retellings(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """A matter for every pair of sentences that tell one fact with another certainty or source, unless one has them already."""
    told = {r: tuple(_tellings(desk, r)) for r in sorted(desk.readings) if len(desk.related[r]) > 1}
    known = [frozenset(d.events) for d in drafts if any(x.slot in ("certainty", "source") for x in d.differences)]
    home: dict[str, set[int]] = defaultdict(set)
    for n, events in enumerate(known):
        for event in events:
            home[event].add(n)
    kept, out = list(drafts), []
    echoes = {n: _shown(d) for n, d in enumerate(kept) if d.kind == "echo"}
    for left, right in _pairs(desk, told):
        if not _told_together(home, left, right) and (draft := _draft(desk, left, right)):
            same = next((n for n, spans in echoes.items() if spans == {left.span, right.span}), None)
            if same is None:
                if any(d.verdict != "wording" for d in draft.differences):
                    out.append(draft)  # that only one gives a source is by itself no matter
            else:
                kept[same] = _with_stances(kept[same], draft)
                echoes[same] = _shown(kept[same])
    return [*kept, *out]


def _shown(draft: Draft) -> frozenset[Span]:
    """The words of a matter."""
    return frozenset(s for d in draft.differences for v in d.values for s in v.evidence)


def _with_stances(echo: Draft, stances: Draft) -> Draft:
    """What two sentences tell, with how each stands to it."""
    differences = (*echo.differences, *stances.differences)
    return replace(echo, differences=differences, agreement=agree(len(echo.reports), differences))


def _told_together(home: dict[str, set[int]], a: _Telling, b: _Telling) -> bool:
    left, right = (set().union(*(home.get(e, set()) for e in x.events)) for x in (a, b))
    return bool(left & right)


def _tellings(desk: Desk, report: str) -> Iterator[_Telling]:
    reading = desk.readings[report]
    parsed = reading.parsed
    said: dict[int, list[Statement]] = defaultdict(list)
    for statement in reading.statements:
        for at in {parsed.words[i].sent for i in statement.words}:
            said[at].append(statement)
    headline = find_headline(parsed)
    for number, sentence in enumerate(parsed.sentences):
        if headline and sentence.start < headline.end:
            continue
        events = desk.by_sentence.get((report, number), ())
        span = Span(report, sentence.start, sentence.end)
        if span.end - span.start > _LONGEST or desk.is_furniture(span) or not events:
            continue
        claims = [c for e in events for c in desk.claims.get(e.id, ())]
        if any(c.status in ("denied", "planned", "requested", "announced", "hypothetical") for c in claims):
            continue
        speaker = _speaker(said[number], sentence.last - sentence.first)
        if speaker is None and _is_quoted(parsed, sentence):
            continue  # somebody says it, we do not know who
        hedged = [c.status for c in claims if c.status in _HEDGES]
        status = hedged[0] if len(hedged) * 2 >= len(claims) and hedged else "happened"
        words = parsed.words[sentence.first : sentence.last]
        aside = {i for s in said[number] for i in _between(desk, s.speaker_span)}
        named = _parties(desk, span)
        found = {named[i] for i in named if i not in aside}
        aside |= set(named)
        found |= {_canonical(w.lemma) for w in words if w.pos in _CONTENT and w.i not in aside and _telling(plain(w.lemma))}
        numbers = frozenset(w.lower for w in words if w.text[:1].isdigit())
        source = speaker.speakers[0] if speaker and speaker.speakers else None
        yield _Telling(
            report,
            span,
            frozenset(found),
            numbers,
            tuple(e.id for e in events),
            source,
            speaker.speaker_span if speaker else None,
            status,
            frozenset(e.frame for e in events) - LOOSE,
            frozenset(_canonical(w) for e in events for w in (*e.slots.doer, *e.slots.undergoer)),
            frozenset(_canonical(w) for e in events for w in e.slots.undergoer),
            any(c.negated for c in claims),
        )


def _is_quoted(parsed: Parsed, sentence: Sentence) -> bool:
    """Does half of the sentence stand in quotation marks?"""
    held = sum(max(0, min(q.end, sentence.end) - max(q.start, sentence.start)) for q in parsed.quotes if not q.level)
    return held * 2 > sentence.end - sentence.start


def _speaker(statements: Iterable[Statement], size: int) -> Statement | None:
    """Who tells most of the sentence."""
    rows = [s for s in statements if s.speakers and s.speaker_span and len(s.words) * 10 >= size * 4]
    return max(rows, key=lambda s: (len(s.words), s.id), default=None)


def _between(desk: Desk, span: Span | None) -> Iterable[int]:
    return desk.readings[span.report].parsed.at(span.start, span.end) if span else ()


def _parties(desk: Desk, span: Span) -> dict[int, str]:
    """The words of the sentence that stand for actors, with their keys."""
    parsed = desk.readings[span.report].parsed
    rows = [m for m in desk.readings[span.report].mentions if span.start <= m.span.start < span.end and m.form != "pronoun"]
    return {i: "@" + m.actor for m in rows for i in parsed.at(m.span.start, m.span.end)}


def _telling(lemma: str) -> bool:
    return len(lemma) > 2 and lemma not in function_words() and lemma not in news_words() and lemma not in _LIGHT


@cache
def _canonical(lemma: str) -> str:
    """One form for the words of one act or one root."""
    word = plain(lemma)
    known = sorted(acts(frozenset([word])))
    return "=" + known[0] if known else root(word)


def _pairs(desk: Desk, told: dict[str, tuple[_Telling, ...]]) -> Iterator[tuple[_Telling, _Telling]]:
    """Sentences of two related reports that are each other's best match, one of them marked."""
    every = [t for ts in told.values() for t in ts]
    count = Counter(w for t in every for w in t.words)
    rare = {r: max(_COMMON, int(1.5 * len(desk.related[r]))) for r in told}  # once or twice in each report of the affair
    index: dict[str, list[int]] = defaultdict(list)
    for n, telling in enumerate(every):
        for word in telling.words:
            index[word].append(n)
    best: dict[tuple[int, str], tuple[float, int]] = {}
    scores: dict[tuple[int, int], float] = {}
    for word in sorted(index):
        if len(index[word]) > 60:
            continue
        for x, i in enumerate(index[word]):
            for j in index[word][x + 1 :]:
                if every[i].report != every[j].report and every[j].report in desk.related[every[i].report]:
                    scores[i, j] = scores.get((i, j), 0.0) + (1.0 if count[word] <= rare[every[i].report] else _WEAK)
    for (i, j), score in sorted(scores.items()):
        for own, other in ((i, j), (j, i)):
            key = own, every[other].report
            best[key] = max(best.get(key, (0.0, 0)), (score, -other))
    for (i, j), score in sorted(scores.items()):
        a, b = every[i], every[j]
        mutual = best[i, b.report][1] == -j and best[j, a.report][1] == -i
        small = min(_weight(x.words, count, rare[a.report]) for x in (a, b))
        enough = _SAME_ACT if a.frames & b.frames else _ENOUGH
        if mutual and score >= max(enough, _COVER * small) and _may_be_one(desk, a, b):
            yield a, b


def _weight(words: Iterable[str], count: Counter[str], rare: int) -> float:
    return sum(1.0 if count[w] <= rare else _WEAK for w in words)


def _may_be_one(desk: Desk, a: _Telling, b: _Telling) -> bool:
    """No numbers or days that differ, no other act, and more in common than names."""
    common = a.words & b.words
    if _are_two(desk, a, b):
        return False
    if a.frames and b.frames and not a.frames & b.frames and not common & a.heads & b.heads:
        return False
    plain_words = [w for w in common if w[0] != "@"]
    if a.befell and b.befell and not a.befell & b.befell and len(plain_words) < 3:
        return False  # "a perdu sa propulsion", "a perdu le courant"
    return len(plain_words) > 1 or len(plain_words) == 1 and len(common) > 1 and bool(a.frames & b.frames)


def _are_two(desk: Desk, a: _Telling, b: _Telling) -> bool:
    """Do days, numbers or a negation part them, or the days between two that name nobody?"""
    if may_be_others(desk, a.span, b.span) or are_two_sums(desk, a.span, b.span):
        return True
    days = [[w for e in x.events if (w := desk.whens.get(desk.events[e].when or "")) and w.anchor != "told"] for x in (a, b)]
    if any(compare_whens(x, y) == "disjoint" for x in days[0] for y in days[1]):
        return True
    return a.negated != b.negated or bool(a.numbers and b.numbers and not a.numbers & b.numbers)


def _draft(desk: Desk, a: _Telling, b: _Telling) -> Draft | None:
    differences = tuple(d for d in (_certainty(a, b), _source(desk, a, b)) if d)
    if not differences:
        return None
    events = tuple(sorted({*a.events, *b.events}))
    return draft_values(desk, "stance", "", *differences, events=events)


def _certainty(a: _Telling, b: _Telling) -> Difference | None:
    if (a.status in _HEDGES) == (b.status in _HEDGES):
        return None
    return Difference("certainty", "refined", in_order([Value(t.report, t.status, (t.span,)) for t in (a, b)]))


def _source(desk: Desk, a: _Telling, b: _Telling) -> Difference | None:
    if a.source == b.source or a.source and b.source and may_be_one(desk, (a.source, b.source)):
        return None
    verdict: SlotVerdict = "refined" if a.source and b.source else "wording"
    values = [Value(t.report, source_name(desk, t.source), (*((t.speaker,) if t.speaker else ()), t.span)) for t in (a, b)]
    return Difference("source", verdict, in_order(values))
