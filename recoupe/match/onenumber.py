"""Two numbers of two reports: do they answer one question ("une facture de 38 millions", "coûtera 83 millions")?

Newsrooms tell one quantity in words that share next to nothing, so no rule on words finds such pairs. What tells them is all
that stands around at once: how far apart the numbers lie, whether either report has another number of that kind, where in
their reports they stand, what their clauses have in common, and by how much no other number of the other report fits better.
A logistic regression on these, fitted on pairs of reports written for it and on real articles (docs/accuracy.md).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log

from recoupe.find.moods import is_conditional, verb_group
from recoupe.lang.plain import news_words
from recoupe.lang.roots import root
from recoupe.match.ages import bearer
from recoupe.match.desk import Desk
from recoupe.match.dimensions import compare_sizes, dimension, exclude_sizes
from recoupe.match.families import acts, kinds, word_families
from recoupe.match.numbers import Number, is_rough, numbers_of
from recoupe.match.tallies import Told, time_of
from recoupe.match.twocounts import are_two_counts

_COMMON = 0.4  # weight of a word that any report may hold
_FAR = 5.0  # logarithm of the ratio of two numbers, at most
_HEAD = 3  # sentences at the head of a report
_BASE = -5.21
WEIGHTS = {
    "ratio": -1.28,
    "alone": 1.35,
    "head": 1.58,
    "one measure": 4.05,
    "closest": 0.94,
    "margin": 0.12,
    "money": 2.38,
    "size": 2.52,
    "age": 0.41,
    "far": -1.23,
    "time": 0.52,
}
_ASKED = frozenset("requerir requisition demander reclamer exiger solliciter proposer offrir souhaiter esperer vouloir".split())
_SECOND = frozenset("second deuxieme troisieme replique".split())  # of a second one of its kind
_WIDE = frozenset(("", "people", "object"))  # measures under which any number may stand


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers of two reports that differ, and what speaks for and against one question."""

    left: Number
    right: Number
    finer: bool  # one may be the other, told more exactly; else they exclude each other
    features: Mapping[str, float]


def pairs(desk: Desk, a: str, b: str) -> Iterator[Pair]:
    """The numbers of one kind of two reports that differ, both unknown to the other report."""
    mine, theirs = (_by_kind(numbers_of(desk, r)) for r in (a, b))
    weights = _Weights(desk, a, b)
    for kind in sorted(mine.keys() & theirs.keys()):
        known = {n.size for n in mine[kind]} & {n.size for n in theirs[kind]}
        left, right = ([n for n in side if n.size not in known] for side in (mine[kind], theirs[kind]))
        alone = tuple(1 / max(1, len({n.size for n in side})) for side in (left, right))
        fit = {(x, y): weights.fit(x, y) for x in left for y in right}
        for (x, y), words in fit.items():
            finer = compare_sizes(x.figure, y.figure) == "refined"
            if not finer and (not exclude_sizes(x.figure, y.figure) or is_rough(desk, x) or is_rough(desk, y)) or are_two(desk, x, y):
                continue
            better = max((f.total for (v, w), f in fit.items() if (v is x) != (w is y)), default=0.0)
            yield Pair(x, y, finer, _features(desk, x, y, words, better, alone))


def _features(desk: Desk, x: Number, y: Number, words: Fit, better: float, alone: Sequence[float]) -> dict[str, float]:
    measures = {n.quantity.measure for n in (x, y)}
    roles = x.quantity.roles, y.quantity.roles
    return {
        "ratio": min(_FAR, abs(log(x.size / y.size))),
        "alone": sum(alone),
        "head": float(x.row < _HEAD) + float(y.row < _HEAD),
        "one measure": float(len(measures) == 1 and measures.isdisjoint(_WIDE)),
        "closest": words.closest,
        "margin": words.total - better,
        "money": float(x.kind == "money"),
        "size": float(bool(dimension(x.quantity.figure.unit)) and x.kind != "money"),
        "age": float(x.kind == "âge"),
        "far": float(_is_far(desk, x, y)),
        "time": float(x.kind == "time"),
    }


def are_two(desk: Desk, x: Number, y: Number) -> bool:
    """Do the words beside two numbers say that they are two?"""
    a, b = x.quantity, y.quantity
    if any(q.part or q.former or q.elsewhere for q in (a, b)):
        return True
    if a.measure != b.measure and {a.measure, b.measure}.isdisjoint(_WIDE):
        return True  # red alerts and orange ones, the dead and the hurt
    if _is_wished(desk, x) != _is_wished(desk, y) or bool((x.clause | x.path) & _SECOND) != bool((y.clause | y.path) & _SECOND):
        return True
    if x.kind == "âge" and len({bearer(desk, q.figure.span) for q in (a, b)} - {None}) > 1:
        return True
    return are_two_counts(desk, a.figure, b.figure, equal=True)


def _is_wished(desk: Desk, number: Number) -> bool:
    """Is it asked for, offered or only forecast: "requis six ans", "obtiendrait 38 sièges"?"""
    parsed = desk.readings[number.report].parsed
    finite = verb_group(parsed, number.verb)[0]
    return bool(number.path & _ASKED) or finite is not None and is_conditional(finite)


def _is_far(desk: Desk, x: Number, y: Number) -> bool:
    """Is one told of a time far from that of the other?"""
    left, right = (Told(time_of(desk, n.quantity), desk.published(n.report)) for n in (x, y))
    return left.far(right)


def _by_kind(numbers: Iterable[Number]) -> dict[str, list[Number]]:
    found: dict[str, list[Number]] = defaultdict(list)
    for number in numbers:
        found[number.kind].append(number)
    return found


@dataclass(frozen=True, slots=True)
class Fit:
    """How much the words around two numbers have in common."""

    path: float
    clause: float
    closest: float
    sentence: float
    around: float
    share: float

    @property
    def total(self) -> float:
        """All of it, the nearest words most."""
        return self.path + self.clause + self.sentence / 2 + self.around / 4


class _Weights:
    """What a word in common is worth: little where many sentences of the two reports hold it."""

    def __init__(self, desk: Desk, a: str, b: str) -> None:
        sentences: dict[tuple[str, int], set[str]] = {}
        for report in (a, b):
            parsed = desk.readings[report].parsed
            for n, s in enumerate(parsed.sentences):
                sentences[report, n] = {root(w.lemma.lower()) for w in parsed.words[s.first : s.last]}
        self._count = Counter(w for held in sentences.values() for w in held)
        self._all = log(len(sentences) + 1)

    def fit(self, x: Number, y: Number) -> Fit:
        path = self._both(x.path, y.path | y.clause, y.path, x.path | x.clause)
        clause = self._both(x.clause, y.clause, y.clause, x.clause)
        sentence = self._both(x.sentence, y.sentence, y.sentence, x.sentence)
        around = self._both(x.sentence, y.around, y.sentence, x.around)
        closest = min(max(self._alike(p, q), default=0.0) for p, q in ((x.clause, y.clause), (y.clause, x.clause)))
        share = clause / (1 + len(x.clause) + len(y.clause)) + sentence / (1 + len(x.sentence) + len(y.sentence))
        return Fit(path, clause, closest, sentence, around, share)

    def _both(self, a: frozenset[str], b: frozenset[str], c: frozenset[str], d: frozenset[str]) -> float:
        return sum(self._alike(a, b)) + sum(self._alike(c, d))

    def _alike(self, words: frozenset[str], others: frozenset[str]) -> list[float]:
        known = frozenset().union(*map(_names, others)) if others else frozenset()
        return [self._worth(w) for w in sorted(words) if _names(w) & known]

    def _worth(self, word: str) -> float:
        count = self._count[root(word)]
        return (1 - log(count + 0.5) / self._all if count else 1.0) * (_COMMON if word in news_words() else 1.0)


@cache
def _names(word: str) -> frozenset[str]:
    """All by which a lemma may be known again: its root, the acts and kinds of things it names, its family."""
    one = frozenset([word])
    return frozenset(
        (
            root(word),
            *(f"act {a}" for a in acts(one)),
            *(f"kind {k}" for k in kinds(one)),
            *(f"family {f}" for f in word_families(word)),
        )
    )


def chance(pair: Pair) -> float:
    """The chance, 0..1, that two numbers answer one question."""
    return 1 / (1 + exp(-_BASE - sum(WEIGHTS[name] * value for name, value in pair.features.items())))
