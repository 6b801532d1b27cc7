"""Sentences of two reports that tell one fact, in whatever words: what they have in common, weighed.

A logistic regression on nine counts, fitted on the development affairs and on pairs of real sentences that readers judged
(docs/accuracy.md). What many sentences of an affair hold says little, and so do the words of any report; the two must be each
other's best.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from math import exp
from operator import attrgetter

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.lang.roots import root
from recoupe.match.desk import Desk
from recoupe.match.families import acts, word_families
from recoupe.match.merge import LOOSE, TALK, ordinals_of
from recoupe.match.slots import compare_figures, compare_whens, days_between
from recoupe.parse.document import Parsed, Sentence
from recoupe.types import Event, Figure, Span, Statement, When

_CONTENT = frozenset(("NOUN", "VERB", "ADJ", "PROPN"))
LIGHT = frozenset("etre avoir faire mettre prendre aller venir pouvoir devoir donner rester falloir vouloir".split())
_NEAR = 24  # related reports that one is read against, the nearest in publication
_COMMON = 0.3  # weight of a word that any report may hold
_FEW = 2  # a number that two reports share by chance
_FAR = 30  # days between two times that make two facts
_SLIP = 4  # days between two days that a slip of a reporter explains
_LONG_AGO = 90  # days before its report
_OFTEN = 60  # pairs of sentences that share a feature: more are told apart by nothing
TOLD_ALIKE = 0.63  # the score from which two sentences that are each other's best tell one fact
_BASE = -1.85
WEIGHTS = {
    "words": 0.57,
    "names": 0.29,
    "actors": 0.65,
    "deed": 0.62,
    "deed of one kind": 0.62,
    "parts": 0.79,
    "acts": 0.77,
    "families": 0.89,
    "numbers": 1.45,
    "days": 1.61,
    "days apart": -0.71,
}
_TOLD = 0.05  # a smaller part of the sum is not told
_MATTER, _SOME = frozenset(("words", "deed", "acts", "families", "numbers")), 0.6
_CAST, _WORDY, _DONE = 0.65, 0.3, 0.3  # weighed names and actors; words; deed
_WHOLE, _TWICE, _MANY_WORDS = 0.55, 1.5, 1.4  # a deed hardly told elsewhere, with two of its parts; words that few sentences hold
_RANKS = {"second": "deuxième"}
_BROAD = 8  # days of a time that is no day: "cette année" is in many sentences


Feature = str | tuple[str, str]  # the root of a word, or ("act", …), ("actor", …)


@dataclass(frozen=True, slots=True)
class Deed:
    """What one event of a sentence is called: its root, its acts, its frame; and who or what takes part."""

    names: frozenset[Feature]
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence of a report, and what it may be recognised by."""

    report: str
    sentence: int
    words: frozenset[str]  # roots of its content words
    names: frozenset[str]  # those of them that stand in names
    acts: frozenset[str]  # that its words may name
    families: tuple[tuple[str, frozenset[str]], ...]  # of its words, by root
    actors: frozenset[str]
    deeds: tuple[Deed, ...]
    figures: tuple[Figure, ...] = ()
    whens: tuple[When, ...] = ()
    places: frozenset[str] = frozenset()  # towns and states named after "à", "en"
    speakers: frozenset[str] = frozenset()  # who says most of it, word for word
    remote: bool = False  # of a time long before its report
    ordinals: frozenset[str] = frozenset()  # "un autre feu", "le deuxième procès"
    ranks: tuple[tuple[str, str], ...] = ()  # of its nouns: ("tour", "deuxième")
    denies: bool = False  # what it tells, somebody says is not so


_OWN = frozenset(("report", "sentence", "figures", "whens"))  # of the last two `_kinds` takes what is compared
_SEEN = attrgetter(*(f.name for f in fields(Telling) if f.name not in _OWN))


@dataclass(frozen=True, slots=True)
class Echo:
    """Two sentences of two reports that tell one fact, and how much says so."""

    left: Telling
    right: Telling
    score: float
    reasons: tuple[str, ...] = ()


def find_echoes(desk: Desk, least: float) -> tuple[Echo, ...]:
    """Pairs of sentences that are each other's best match between two related reports, from a score on."""
    told = {r: _tellings(desk, r) for r in sorted(desk.readings) if len(desk.related[r]) > 1}
    near = {r: frozenset(sorted(desk.related[r] & told.keys() - {r}, key=lambda o: _apart(desk, r, o))[:_NEAR]) for r in told}
    index = {r: _index(ts) for r, ts in told.items()}
    number = {group: n for n, group in enumerate(dict.fromkeys(desk.related[r] for r in told))}
    affair = {r: number[desk.related[r]] for r in told}
    commons = [_count(told, group) for group in number]
    kinds = _kinds(told)
    judged: dict[tuple[int, int, int, int], tuple[float, tuple[str, ...]] | None] = {}  # reports of one affair repeat each other
    out: list[Echo] = []
    for left in told:
        for right in sorted(r for r in told if r > left and (r in near[left] or left in near[r])):
            found: dict[tuple[int, int], tuple[float, tuple[str, ...]]] = {}
            for i, j in _candidates(index[left], index[right]):
                key = kinds[left][i], kinds[right][j], affair[left], affair[right]
                if key not in judged:
                    held = [commons[affair[r]] for r in (left, right)]
                    judged[key] = _judged(told[left][i], told[right][j], held, least)
                if (echo := judged[key]) is not None:
                    found[i, j] = echo
            out += (Echo(told[left][i], told[right][j], *found[i, j]) for i, j in _mutual({k: e[0] for k, e in found.items()}))
    return tuple(sorted(out, key=lambda e: (-e.score, e.left.report, e.left.sentence, e.right.report, e.right.sentence)))


def _kinds(told: Mapping[str, Sequence[Telling]]) -> dict[str, list[int]]:
    """A number for each sentence, one for all that are told alike, wherever they stand."""
    known: dict[object, int] = {}

    def one(t: Telling) -> int:
        figures = tuple((f.low, f.high, f.bound, f.unit) for f in t.figures)
        whens = tuple((w.earliest, w.latest, w.duration) for w in t.whens)
        return known.setdefault((_SEEN(t), figures, whens), len(known))

    return {r: [one(t) for t in ts] for r, ts in told.items()}


def _judged(
    a: Telling, b: Telling, held: Sequence[tuple[Counter[Feature], int]], least: float
) -> tuple[float, tuple[str, ...]] | None:
    """The score of two sentences that tell one fact, from a score on, and what says so; None of others."""
    parts = measure(a, b, held)
    score = weigh(parts)
    alike = score >= least and _has_matter(parts) and _is_anchored(parts) and not _are_two(a, b)
    return (score, _reasons(parts)) if alike else None


def _apart(desk: Desk, a: str, b: str) -> tuple[int, str]:
    """How far in publication, then by name."""
    first, second = (desk.order[r][0] for r in (a, b))
    days = abs(date.fromisoformat(first[:10]) - date.fromisoformat(second[:10])).days if first and second else 0
    return days, b


def _tellings(desk: Desk, report: str) -> tuple[Telling, ...]:
    """The sentences of a report that are no line of its site, in order."""
    reading = desk.readings[report]
    parsed = reading.parsed
    holders: dict[int, set[str]] = defaultdict(set)
    for mention in reading.mentions:
        for i in parsed.at(mention.span.start, mention.span.end):
            holders[i].add(mention.actor)
    spoken: dict[int, list[Statement]] = defaultdict(list)
    for statement in reading.statements:
        for n in {parsed.words[i].sent for i in statement.words}:
            spoken[n].append(statement)
    out = []
    for number, sentence in enumerate(parsed.sentences):
        if desk.is_furniture(Span(report, sentence.start, sentence.end)):
            continue
        words = [w for w in parsed.words[sentence.first : sentence.last] if w.pos in _CONTENT and len(w.lemma) > 2]
        lemmas = [(w, plain(w.lemma)) for w in words]
        lemmas = [(w, x) for w, x in lemmas if x not in function_words() and x not in LIGHT]
        events = desk.by_sentence.get((report, number), ())
        names = {root(x) for w, x in lemmas if w.i in holders or w.pos == "PROPN"}
        actors = {a for w in parsed.words[sentence.first : sentence.last] for a in holders.get(w.i, ())}
        span = Span(report, sentence.start, sentence.end)
        whens = tuple(w for w in reading.whens if w.span and w.earliest and w.latest and span.start <= w.span.start < span.end)
        out.append(
            Telling(
                report,
                number,
                frozenset(root(x) for _, x in lemmas),
                frozenset(names),
                acts(frozenset(x for _, x in lemmas)),
                tuple(sorted({(root(x), known) for _, x in lemmas if (known := word_families(x))}, key=lambda f: f[0])),
                frozenset(actors),
                tuple(_deed(e) for e in events if e.frame not in TALK),
                tuple(f for f in reading.figures if span.start <= f.span.start < span.end),
                whens,
                frozenset(desk.places_in(span)),
                _speakers(spoken.get(number, ()), sentence.last - sentence.first),
                _is_remote(whens, desk.published(report)),
                frozenset(o for e in events for o in ordinals_of(desk, e)),
                _ranks(parsed, sentence),
                any(e.frame == "DENY" for e in events) or any(s.act == "deny" for s in spoken.get(number, ())),
            )
        )
    return tuple(out)


def _ranks(parsed: Parsed, sentence: Sentence) -> tuple[tuple[str, str], ...]:
    """The nouns that an ordinal tells from others of their kind."""
    found = set()
    for word in parsed.words[sentence.first : sentence.last]:
        lemma = _RANKS.get(word.lemma, word.lemma)
        if (lemma == "premier" or lemma.endswith("ième")) and parsed.words[word.head].pos == "NOUN":
            found.add((root(plain(parsed.words[word.head].lemma)), lemma))
    return tuple(sorted(found))


def _speakers(statements: Sequence[Statement], size: int) -> frozenset[str]:
    """Who says more than half of a sentence, in his own words."""
    rows = (s for s in statements if s.mode in ("direct", "mixed") and 2 * len(s.words) > size)
    return frozenset(a for s in rows for a in s.speakers)


def _is_remote(whens: Sequence[When], published: When | None) -> bool:
    """Do all its times lie long before its report?"""
    if not whens or not published or not published.earliest or not published.latest:
        return False
    return all((w.latest or "") < published.earliest and days_between(w, published) > _LONG_AGO for w in whens)


def _deed(event: Event) -> Deed:
    lemma, slots = plain(event.lemma.lower()), event.slots
    names: set[Feature] = {root(lemma), *(("act", a) for a in acts(frozenset([lemma])))}
    if event.frame not in LOOSE:
        names.add(("frame", event.frame))
    heads = (*slots.doer[: len(slots.doer_spans)], *slots.undergoer[: len(slots.undergoer_spans)], *slots.object)
    return Deed(frozenset(names), frozenset((*(root(plain(x)) for x in heads), *event.agents, *event.targets)))


def _features(telling: Telling) -> Iterator[Feature]:
    yield from telling.words
    yield from (("act", a) for a in telling.acts)
    yield from (("actor", a) for a in telling.actors)
    yield from {("family", f) for _, found in telling.families for f in found}
    yield from {n for d in telling.deeds for n in d.names if n[0] == "frame"}


def _index(tellings: Iterable[Telling]) -> dict[Feature, list[int]]:
    """Where each feature of a report stands."""
    index: dict[Feature, list[int]] = defaultdict(list)
    for i, telling in enumerate(tellings):
        for feature in _features(telling):
            index[feature].append(i)
        for figure in telling.figures:
            if (figure.low or 0) > _FEW:
                index["number", f"{figure.low:g}"].append(i)
    return index


def _count(told: Mapping[str, Sequence[Telling]], reports: frozenset[str]) -> tuple[Counter[Feature], int]:
    """In how many sentences of an affair each feature stands, and how many reports it has."""
    return Counter(f for r in reports if r in told for t in told[r] for f in _features(t)), len(reports)


def _candidates(left: Mapping[Feature, Sequence[int]], right: Mapping[Feature, Sequence[int]]) -> list[tuple[int, int]]:
    """Sentences of two reports that share a number, or two features which few sentences of either hold."""
    found: dict[tuple[int, int], int] = defaultdict(int)
    for feature in left.keys() & right.keys():
        here, there = left[feature], right[feature]
        if len(here) * len(there) <= _OFTEN:
            count = 2 if feature[0] == "number" else 1
            for i in here:
                for j in there:
                    found[i, j] += count
    return sorted(pair for pair, count in found.items() if count > 1)


def measure(a: Telling, b: Telling, held: Sequence[tuple[Counter[Feature], int]]) -> tuple[float, ...]:
    """What two sentences have in common, each part by how rare it is in the affair; in the order of `WEIGHTS`."""

    def rare(feature: Feature) -> float:
        return min(1 / (1 + max(0, count[feature] - 2) * 2 / max(4, reports)) for count, reports in held)

    common = a.words & b.words
    named = common & (a.names | b.names)
    deed, kind, parts, said = _deeds(a, b, rare)
    told = common - named - said
    one = a.acts & b.acts
    carried = {act for w in common for act in acts(frozenset([w]))} if one else set()
    return (
        sum(rare(w) * (_COMMON if w in _any_report() else 1.0) for w in sorted(told)),
        sum(rare(w) for w in sorted(named)),
        sum(rare(("actor", x)) for x in sorted(a.actors & b.actors)),
        deed,
        kind,
        parts,
        sum(sorted((rare(("act", x)) for x in one - carried), reverse=True)[:2]),
        _alike(a, b, common, rare),
        _figures(a.figures, b.figures),
        *_days(a.whens, b.whens),
    )


def _alike(a: Telling, b: Telling, common: frozenset[str], rare: Callable[[Feature], float]) -> float:
    """How many words of two sentences are of one family without being one word, the rarest families first; each word once."""
    left, right = ([f for f in t.families if f[0] not in common] for t in (a, b))
    pairs = sorted(
        ((max(rare(("family", f)) for f in x & y), one, other) for one, x in left for other, y in right if x & y),
        key=lambda p: (-p[0], p[1], p[2]),
    )
    total, used = 0.0, set[tuple[int, str]]()
    for value, one, other in pairs:
        if not {(0, one), (1, other)} & used:
            total += value
            used |= {(0, one), (1, other)}
    return total


def _deeds(a: Telling, b: Telling, rare: Callable[[Feature], float]) -> tuple[float, float, float, frozenset[str]]:
    """How alike the likest events of two sentences are called, by word or by frame alone, and how many take part in both."""
    best: tuple[float, float, float, frozenset[str]] = (0.0, 0.0, 0.0, frozenset())
    for x in a.deeds:
        for y in b.deeds:
            common = x.names & y.names
            if common:
                said = frozenset(n for n in common if isinstance(n, str))
                called = max(rare(n) for n in common)
                by_name = any(n[0] != "frame" for n in common)
                found = called * by_name, called * (not by_name), float(min(2, len(x.parts & y.parts))), said
                best = max(best, found, key=lambda r: (r[0] + r[1] + r[2], sorted(r[3])))
    return best


def _figures(left: Sequence[Figure], right: Sequence[Figure]) -> float:
    """One number of one thing: 2; one number, or two of one thing that agree: 1. "Des centaines de" twice are no number."""
    best = 0.0
    for a in left:
        for b in right:
            if a.bound != "exact" != b.bound:
                continue
            if min(a.low or a.high or 0, b.low or b.high or 0) > _FEW and compare_figures(a, b) in ("same", "refined"):
                best = max(best, float((a.low, a.high) == (b.low, b.high)) + (a.unit == b.unit))
    return best


def _days(left: Sequence[When], right: Sequence[When]) -> tuple[float, float]:
    """One day or one named stretch of time in both; or days, and none in common. That a day lies in a year says nothing."""
    relations = {compare_whens(a, b) for a in left for b in right if _is_narrow(a) and _is_narrow(b) or _is_one(a, b)}
    if relations & {"same", "refined"}:
        return 1.0, 0.0
    return 0.0, float("disjoint" in relations)


def _is_narrow(when: When) -> bool:
    ends = [date.fromisoformat(d) for d in (when.earliest, when.latest) if d]
    return len(ends) == 2 and (ends[1] - ends[0]).days < _BROAD


def _is_one(a: When, b: When) -> bool:
    return (a.earliest, a.latest) == (b.earliest, b.latest)


def weigh(parts: Sequence[float]) -> float:
    """How likely two sentences tell one fact, 0 to 1: the logistic of the weighted sum."""
    return 1 / (1 + exp(-_BASE - sum(w * p for w, p in zip(WEIGHTS.values(), parts, strict=True))))


_SAID = {
    "words": "mêmes mots",
    "names": "mêmes noms",
    "actors": "mêmes acteurs",
    "deed": "même acte",
    "deed of one kind": "actes d’un genre",
    "parts": "mêmes participants",
    "acts": "mots d’un même acte",
    "families": "mots d’une même famille",
    "numbers": "même nombre",
    "days": "même jour",
    "days apart": "autre jour",
}


def _reasons(parts: Sequence[float]) -> tuple[str, ...]:
    """What counted, with its weight, the heaviest first: "même nombre (2,9)"."""
    counted = sorted(((abs(WEIGHTS[n] * p), n, WEIGHTS[n] * p) for n, p in zip(WEIGHTS, parts, strict=True) if p), reverse=True)
    return tuple(f"{_SAID[name]} ({value:+.1f})".replace(".", ",") for size, name, value in counted if size >= _TOLD)


def _has_matter(parts: Sequence[float]) -> bool:
    """Is there more in common than names and parties?"""
    return sum(p for name, p in zip(WEIGHTS, parts, strict=True) if name in _MATTER) >= _SOME


def _is_anchored(parts: Sequence[float]) -> bool:
    """Is it one party both name, one number of one thing, one day in some words, one deed of one thing, or many rare words?

    Words of two families and acts of one kind meet in any two reports of a long affair: on real follow-ups two joins in three
    that had nothing more were wrong.
    """
    weighed = {name: WEIGHTS[name] * p for name, p in zip(WEIGHTS, parts, strict=True)}
    said = weighed["words"] + weighed["deed"] + weighed["acts"] + weighed["numbers"] + weighed["days"] > 0
    named = weighed["names"] + weighed["actors"] >= _CAST and said
    counted = weighed["numbers"] > WEIGHTS["numbers"]
    dated = weighed["days"] > 0 and weighed["words"] >= _WORDY
    done = weighed["deed"] >= _DONE and weighed["parts"] > 0 and weighed["words"] >= _WORDY
    whole = weighed["deed"] >= _WHOLE and weighed["parts"] + weighed["acts"] >= _TWICE and weighed["parts"] > 0
    return named or counted or dated or done or whole or weighed["words"] >= _MANY_WORDS


def _are_two(a: Telling, b: Telling) -> bool:
    """Do time, place, rank or voice tell two facts: one recalled from long ago, two towns, two rounds, two speakers, a denial?"""
    if a.denies != b.denies or _ranked_apart(a, b):
        return True
    if a.remote != b.remote and not _days(a.whens, b.whens)[0]:
        return True  # but a report of a year later recalls what was news that day
    if a.ordinals != b.ordinals or a.places and b.places and not a.places & b.places:
        return True
    if a.speakers and b.speakers and not a.speakers & b.speakers:
        return True
    days = [(x, y) for x in a.whens for y in b.whens]
    if days and all(_is_day(w) for w in (*a.whens, *b.whens)) and all(days_between(x, y) > _SLIP for x, y in days):
        return True  # the march of one Saturday, the march of the next
    return bool(days) and all(days_between(x, y) > _FAR for x, y in days)


def _is_day(when: When) -> bool:
    return bool(when.earliest) and when.earliest == when.latest


def _ranked_apart(a: Telling, b: Telling) -> bool:
    """ "La première demi-finale", "la seconde demi-finale"."""
    left, right = dict(a.ranks), dict(b.ranks)
    return any(left[noun] != right[noun] for noun in left.keys() & right.keys())


def _mutual(scored: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs that are each other's best."""
    best: dict[tuple[int, int], tuple[float, int]] = {}  # (side, sentence) -> its best score, the partner with it
    for (i, j), score in sorted(scored.items()):
        for key, other in (((0, i), j), ((1, j), i)):
            best[key] = max(best.get(key, (0.0, 0)), (score, -other))
    return [(i, j) for i, j in sorted(scored) if best[0, i][1] == -j and best[1, j][1] == -i]


@cache
def _any_report() -> frozenset[str]:
    """Roots of words that any report may hold."""
    return frozenset(root(w) for w in news_words())
