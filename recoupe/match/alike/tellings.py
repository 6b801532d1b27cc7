"""Sentences of two reports that tell one fact, in whatever words: the pairs that are each other's best, behind bars."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter

from recoupe.match.acts.slots import compare_figures, days_between
from recoupe.match.alike.sentences import Feature, Telling, features_of, tellings_of
from recoupe.match.alike.weighing import CLOSE, WEIGHTS, days_in_common, measure, reasons_of, weigh, weigh_closeness
from recoupe.match.count.twocounts import are_two_counts
from recoupe.match.desk import Desk
from recoupe.types import Figure, When

_MATTER, _SOME = ("words", "deed", "acts", "families", "numbers"), 0.6
_ONE_DAY = 0.3
_WHO, _BEYOND = frozenset(("names", "actors")), 0.3  # weighed, what is close must share beyond these
_CAST, _WORDY, _DONE = 0.65, 0.3, 0.3  # weighed names and actors; words; deed
_WHOLE, _TWICE, _MANY_WORDS = 0.55, 1.5, 1.4  # a deed hardly told elsewhere, with two of its parts; words that few sentences hold
_WHICH, _ALONE = ("names", "actors", "deed", "acts", "numbers"), 0.9  # what a day needs beside it; else, words
_AN_AGE = 1.5 * WEIGHTS["numbers"]  # what an age weighs: one alone says nothing of who
_NEAR = 24  # related reports that one is read against, the nearest in publication
_FEW = 2  # a number that two reports share by chance
_FAR = 30  # days between two times that make two facts
_SLIP = 4  # days between two days that a slip of a reporter explains
_OFTEN = 60  # pairs of sentences that share a feature: more are told apart by nothing
NEAREST = 0.35  # from which two sentences that are each other's best are kept as near, joined or not
CLOSE_BY = 0.35  # from which two that are each other's closest are worth reading side by side
TOLD_ALIKE = 0.63  # the score from which two sentences that are each other's best tell one fact
_OWN = frozenset(("report", "sentence", "figures", "whens"))  # of the last two `_kinds` takes what is compared
_SEEN = attrgetter(*(f.name for f in fields(Telling) if f.name not in _OWN))


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close two sentences are that are each other's best, why, and what makes them two facts ("": nothing does)."""

    score: float
    reasons: tuple[str, ...]
    apart: str
    words: frozenset[str]  # that both have


@dataclass(frozen=True, slots=True)
class Echo:
    """Two sentences of two reports that tell one fact, and how much says so."""

    left: Telling
    right: Telling
    score: float
    reasons: tuple[str, ...] = ()


def find_echoes(desk: Desk, least: float) -> tuple[Echo, ...]:
    """Pairs of sentences that are each other's best match between two related reports, from a score on.

    Those that are each other's best or closest without that are noted on the desk.
    """
    told = {r: tellings_of(desk, r) for r in sorted(desk.readings) if len(desk.related[r]) > 1}
    near = {r: frozenset(sorted(desk.related[r] & told.keys() - {r}, key=lambda o: _apart(desk, r, o))[:_NEAR]) for r in told}
    index = {r: _index(ts) for r, ts in told.items()}
    judge = _Judge(desk, told, least)
    out: list[Echo] = []
    for left in told:
        for right in sorted(r for r in told if r > left and (r in near[left] or left in near[r])):
            pairs = {(i, j): judge(left, i, right, j) for i, j in _candidates(index[left], index[right])}
            here = [
                (told[left][i], told[right][j])
                for i, j in _mutual({p: x.score for p, x in pairs.items()})
                if pairs[i, j].score >= NEAREST
            ]
            desk.nearest.update((_place(a), _place(b)) for a, b in here if not _why_two(a, b))
            for i, j in _mutual({p: x.closeness for p, x in pairs.items()}):
                if pairs[i, j].closeness >= CLOSE_BY and (close := judge.closeness(left, i, right, j)):
                    desk.close[_place(told[left][i]), _place(told[right][j])] = close
            for i, j in _mutual({p: x.score for p, x in pairs.items() if x.reasons}):
                out.append(Echo(told[left][i], told[right][j], pairs[i, j].score, pairs[i, j].reasons))
    return tuple(sorted(out, key=lambda e: (-e.score, e.left.report, e.left.sentence, e.right.report, e.right.sentence)))


@dataclass(frozen=True, slots=True)
class _Judged:
    """How alike and how close two sentences are; and, where they tell one fact, what says so."""

    score: float
    closeness: float
    reasons: tuple[str, ...]


class _Judge:
    """Weighs two sentences, those told alike once: reports of one affair repeat each other."""

    def __init__(self, desk: Desk, told: Mapping[str, Sequence[Telling]], least: float) -> None:
        number = {group: n for n, group in enumerate(dict.fromkeys(desk.related[r] for r in told))}
        self._told, self._least = told, least
        self._affair = {r: number[desk.related[r]] for r in told}
        self._commons = [_count(told, group) for group in number]
        self._kinds = _kinds(told)
        self._desk = desk
        self._judged: dict[tuple[int, int, int, int, bool], _Judged] = {}
        self._closest: dict[tuple[int, int, int, int], Closeness | None] = {}

    def __call__(self, left: str, i: int, right: str, j: int) -> _Judged:
        far = self._desk.are_days_apart(left, right)
        key = (*self._key(left, i, right, j), far)
        found = self._judged.get(key)
        if found is None:
            a, b = self._told[left][i], self._told[right][j]
            parts, left_out = self._measure(left, a, right, b)
            score = weigh(parts)
            alike = score >= self._least and _has_matter(parts) and _is_anchored(parts) and not _is_background(a, b, parts)
            if far and not days_in_common(a.whens, b.whens)[0]:
                alike = False  # of reports days apart only a day in common makes one fact: the next tells the like of another
            alike = alike and not _why_two(a, b)
            found = self._judged[key] = _Judged(
                score, weigh_closeness(_with_words(parts, left_out)), reasons_of(parts) if alike else ()
            )
        return found

    def closeness(self, left: str, i: int, right: str, j: int) -> Closeness | None:
        """How close they are, where more than names and parties says so: that one person did two things makes none close."""
        key = self._key(left, i, right, j)
        if key not in self._closest:
            a, b = self._told[left][i], self._told[right][j]
            self._closest[key] = _closeness(a, b, _with_words(*self._measure(left, a, right, b)))
        return self._closest[key]

    def _key(self, left: str, i: int, right: str, j: int) -> tuple[int, int, int, int]:
        return self._kinds[left][i], self._kinds[right][j], self._affair[left], self._affair[right]

    def _measure(self, left: str, a: Telling, right: str, b: Telling) -> tuple[tuple[float, ...], float]:
        return measure(a, b, [self._commons[self._affair[r]] for r in (left, right)], self._are_two)

    def _are_two(self, a: Figure, b: Figure) -> bool:
        return are_two_counts(self._desk, a, b, equal=(a.low, a.high) == (b.low, b.high))


def _with_words(parts: tuple[float, ...], words: float) -> tuple[float, ...]:
    return parts[0] + words, *parts[1:]


def _closeness(a: Telling, b: Telling, parts: tuple[float, ...]) -> Closeness | None:
    shared = a.actors & b.actors
    if shared and shared <= a.sources & b.sources:  # who says two things makes them no closer
        parts = tuple(0.0 if name in _WHO else part for name, part in zip(WEIGHTS, parts, strict=True))
    beyond = sum(CLOSE[name] * part for name, part in zip(WEIGHTS, parts, strict=True) if name not in _WHO)
    if weigh_closeness(parts) < CLOSE_BY or beyond < _BEYOND:
        return None
    return Closeness(weigh_closeness(parts), reasons_of(parts, CLOSE), _why_two(a, b), a.words & b.words)


def _kinds(told: Mapping[str, Sequence[Telling]]) -> dict[str, list[int]]:
    """A number for each sentence, one for all that are told alike, wherever they stand."""
    known: dict[object, int] = {}

    def one(t: Telling) -> int:
        figures = tuple((f.low, f.high, f.bound, f.unit) for f in t.figures)
        whens = tuple((w.earliest, w.latest, w.duration) for w in t.whens)
        return known.setdefault((_SEEN(t), figures, whens), len(known))

    return {r: [one(t) for t in ts] for r, ts in told.items()}


def _place(telling: Telling) -> tuple[str, int]:
    return telling.report, telling.sentence


def _apart(desk: Desk, a: str, b: str) -> tuple[int, str]:
    """How far in publication, then by name."""
    first, second = (desk.order[r][0] for r in (a, b))
    days = abs(date.fromisoformat(first[:10]) - date.fromisoformat(second[:10])).days if first and second else 0
    return days, b


def _index(tellings: Iterable[Telling]) -> dict[Feature, list[int]]:
    """Where each feature of a report stands."""
    index: dict[Feature, list[int]] = defaultdict(list)
    for i, telling in enumerate(tellings):
        for feature in features_of(telling):
            index[feature].append(i)
        for figure in telling.figures:
            if (figure.low or 0) > _FEW:
                index["number", f"{figure.low:g}"].append(i)
    return index


def _count(told: Mapping[str, Sequence[Telling]], reports: frozenset[str]) -> tuple[Counter[Feature], int]:
    """In how many sentences of an affair each feature stands, and how many reports it has."""
    return Counter(f for r in reports if r in told for t in told[r] for f in features_of(t)), len(reports)


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


def _has_matter(parts: Sequence[float]) -> bool:
    """Is there more in common than names and parties? A deed of one day, however common its word, is."""
    found = dict(zip(WEIGHTS, parts, strict=True))
    return sum(found[name] for name in _MATTER) + _ONE_DAY * (found["deed"] > 0 < found["days"]) >= _SOME


def _is_anchored(parts: Sequence[float]) -> bool:
    """Is it one party both name, one number of one thing, one day in some words, one deed of one thing, or many rare words?

    Words of two families and acts of one kind meet in any two reports of a long affair: on real follow-ups two joins in three
    that had nothing more were wrong.
    """
    weighed = {name: WEIGHTS[name] * p for name, p in zip(WEIGHTS, parts, strict=True)}
    said = weighed["words"] + weighed["deed"] + weighed["acts"] + weighed["days"] > 0 or weighed["numbers"] > _AN_AGE
    named = weighed["names"] + weighed["actors"] >= _CAST and said
    counted = weighed["numbers"] > WEIGHTS["numbers"] and weighed["words"] >= _WORDY
    dated = weighed["days"] > 0 and weighed["words"] >= (_WORDY if any(weighed[x] > 0 for x in _WHICH) else _ALONE)
    done = weighed["deed"] >= _DONE and weighed["parts"] > 0 and (weighed["words"] >= _WORDY or weighed["days"] > 0)
    whole = weighed["deed"] >= _WHOLE and weighed["parts"] + weighed["acts"] >= _TWICE and weighed["parts"] > 0
    return named or counted or dated or done or whole or weighed["words"] >= _MANY_WORDS


def _is_background(a: Telling, b: Telling, parts: Sequence[float]) -> bool:
    """Is a deed all they have in common, and told by nouns, as what is known: "bastion de l'opposition au mandat"?"""
    found = dict(zip(WEIGHTS, parts, strict=True))
    if found["numbers"] or not found["deed"] or WEIGHTS["words"] * found["words"] >= _WORDY:
        return False
    nominal = [(x.nominal, y.nominal) for x in a.deeds for y in b.deeds if x.names & y.names]
    return all(all(n) if found["days"] else any(n) for n in nominal)


def _counts_apart(a: Telling, b: Telling) -> bool:
    """Do both count one thing, and never agree: one rate of 9,8 %, another of 5,9 %?"""
    pairs = [(x, y) for x in a.figures for y in b.figures if x.unit == y.unit and x.bound == y.bound == "exact"]
    return bool(pairs) and all(compare_figures(x, y) == "disjoint" for x, y in pairs)


def _why_two(a: Telling, b: Telling) -> str:
    """What tells of two facts: a denial, a rank, one recalled from long ago, two towns, voices or days; "" when nothing does."""
    if a.denies != b.denies:
        return "l’un est démenti"
    if _ranked_apart(a, b) or a.ordinals != b.ordinals:
        return "autre rang"
    if a.remote != b.remote and not days_in_common(a.whens, b.whens)[0]:
        return "l’un est rappelé d’il y a longtemps"  # but a report of a year later recalls what was news that day
    if a.places and b.places and not a.places & b.places:
        return "autre lieu"
    if a.speakers and b.speakers and not a.speakers & b.speakers:
        return "un autre parle"
    if _others(a, b):
        return "d’autres personnes"
    if _counts_apart(a, b):
        return "autre nombre"
    days = [(x, y) for x in a.whens for y in b.whens]
    if days and all(_is_day(w) for w in (*a.whens, *b.whens)) and all(days_between(x, y) > _SLIP for x, y in days):
        return "un autre jour"  # the march of one Saturday, the march of the next
    return "dates trop éloignées" if days and all(days_between(x, y) > _FAR for x, y in days) else ""


def _others(a: Telling, b: Telling) -> bool:
    """Is what both tell by one word done by, or to, persons with a name, and never the same: two riders dead in two days?"""
    cast = [(x.persons, y.persons) for x in a.deeds for y in b.deeds if any(n[0] != "frame" for n in x.names & y.names)]
    return any(x and y and not x & y for x, y in cast) and not any(x & y for x, y in cast)


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
