"""Accounts of two matches, two stages, two finals: reports of one competition that tell of no happening in common.

They share names, words and numbers, for every round is told alike; set side by side they make a false agreement of each line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.readings import Reading
from recoupe.parse.document import Parsed, Sentence, Word
from recoupe.types import When

COLUMNS = ("kind", "words", "example")
KINDS = ("own", "also", "won", "round", "stage", "whose")
_DENSE, _SOME, _OWN = 0.025, 4, 2  # words of contests among all words of an account, how many at least, how many of them alone
_HEAD = 3  # sentences of some words that say what a report is about
_LEAD = 2  # of these, the title and the sentence below it, that name the round when nobody has won yet
_WORDY = 4  # words of a sentence that is no dateline
# Acts at the head of a report that tells of something else than the contest: a death after the final, the winner's doping.
_BESIDE = frozenset("DOPING TOLL DIE KILL SANCTION INVESTIGATE ACCUSE SENTENCE CHARGE SUE RESIGN CLOSE".split())
_LATE = 1  # days after the contest on which its account comes out
_RANKS = {"second": "deuxième", "1er": "premier", "1re": "premier"}


@dataclass(frozen=True, slots=True)
class Contest:
    """The one contest that a report gives an account of, as far as its head tells."""

    day: tuple[str, str] | None  # the first and the last day it may have been held on
    named: bool  # the head names that day, else it is the report's
    ranks: Mapping[str, frozenset[str]]  # "étape" -> {"onzième"}
    stages: frozenset[str]
    whose: frozenset[str]
    stars: frozenset[str]  # the persons that its first sentence names
    cast: frozenset[str]  # all that it names
    winners: frozenset[str]  # of these who wins, as its first sentence says


def find_contest(reading: Reading) -> Contest | None:
    """The contest of which a report is the account; None where it tells of other things."""
    parsed = reading.parsed
    words = [w for w in parsed.words if w.pos != "PUNCT"]
    lemmas = [plain(w.lemma) for w in words]
    own = sum(x in _words("own") for x in lemmas)
    hits = own + sum(x in _words("also") for x in lemmas)
    if own < _OWN or hits < _DENSE * len(words):
        return None
    wordy = (s for s in parsed.sentences if sum(w.pos != "PUNCT" and w.pos != "NUM" for w in _of(parsed, s)) >= _WORDY)
    head = [s for s, _ in zip(wordy, range(_HEAD), strict=False)]
    told = [w for s in head for w in _of(parsed, s)]
    lead = told[: head[0].last - head[0].first] if head else []
    if hits < _SOME and not _ranks(parsed, lead):
        return None
    said = frozenset(plain(w.lemma) for w in told)
    if any(e.frame in _BESIDE and any(s.start <= e.trigger.start < s.end for s in head) for e in reading.events):
        return None
    rounds = _words("round") | _words("stage")
    if not said & _words("won") and not any(plain(w.lemma) in rounds for s in head[:_LEAD] for w in _of(parsed, s)):
        return None
    out = _bounds(reading.report.published)
    days = (b for s in head for w in _whens(reading, s) if (b := _bounds(w)))
    named = max((b for b in days if not out or b[0] <= out[1]), default=None)  # the last of "après avoir gagné hier, … ce soir"
    day = named or out
    return Contest(
        day,
        named is not None,
        _ranks(parsed, lead) or _ranks(parsed, told),
        _stages(told),
        said & _words("whose"),
        _stars(reading, head[:1]),
        _stars(reading, parsed.sentences),
        _winners(reading, lead),
    )


def are_two(a: Contest, b: Contest) -> bool:
    """Do their days, their ranks, their rounds or who takes part tell two contests apart?"""
    if any(not a.ranks[noun] & b.ranks[noun] for noun in a.ranks.keys() & b.ranks.keys()):
        return True
    if a.stages and b.stages and not a.stages & b.stages or len(a.whose) == len(b.whose) == 1 and a.whose != b.whose:
        return True
    if a.day is None or b.day is None:
        return False
    gap = _days_between(a.day, b.day)
    others = bool(a.stars and b.stars) and not (a.stars & b.cast or b.stars & a.cast)
    others = others or bool(a.winners and b.winners) and not a.winners & b.winners
    return gap > _LATE * ((not a.named) + (not b.named)) or gap > 0 and others


def _days_between(a: tuple[str, str], b: tuple[str, str]) -> int:
    first, second = sorted((a, b))
    return max(0, (date.fromisoformat(second[0]) - date.fromisoformat(first[1])).days)


def _of(parsed: Parsed, sentence: Sentence) -> list[Word]:
    return list(parsed.words[sentence.first : sentence.last])


def _whens(reading: Reading, sentence: Sentence) -> list[When]:
    """The days that a sentence names, with an hour or none."""
    here = (w for w in reading.whens if w.span and sentence.start <= w.span.start < sentence.end and not w.duration)
    return [w for w in here if (b := _bounds(w)) and _days_between((b[0], b[0]), (b[1], b[1])) <= 1]


def _bounds(when: When | None) -> tuple[str, str] | None:
    if when is None or not when.earliest or not when.latest:
        return None
    return when.earliest[:10], when.latest[:10]


def _ranks(parsed: Parsed, words: list[Word]) -> dict[str, frozenset[str]]:
    """The ordinals of the nouns of contests: "la 11e étape", "la cinquième journée"."""
    found: dict[str, set[str]] = {}
    for word in words:
        lemma = _RANKS.get(word.lemma, word.lemma)
        head = parsed.words[word.head]
        if plain(head.lemma) in _words("round") and (
            lemma == "premier" or lemma.endswith("ième") or word.text[:1].isdigit() and word.text[-1] in "eè"
        ):
            found.setdefault(plain(head.lemma), set()).add(lemma)
    return {noun: frozenset(ranks) for noun, ranks in found.items()}


def _stages(words: list[Word]) -> frozenset[str]:
    return frozenset(plain(w.lemma) for w in words) & _words("stage")


def _stars(reading: Reading, head: Sequence[Sentence]) -> frozenset[str]:
    """The persons named in these sentences."""
    persons = {a.id for a in reading.actors if a.kind == "person"}
    return frozenset(m.actor for s in head for m in reading.mentions if s.start <= m.span.start < s.end and m.actor in persons)


def _winners(reading: Reading, lead: Sequence[Word]) -> frozenset[str]:
    """The person named last before each verb of winning: "Duval s'impose au sprint"."""
    persons = {a.id for a in reading.actors if a.kind == "person"}
    verbs = [w for w in lead if w.pos == "VERB" and plain(w.lemma) in _words("won")]
    start = lead[0].start if lead else 0
    named = ([m.actor for m in reading.mentions if start <= m.span.start < v.start and m.actor in persons] for v in verbs)
    return frozenset(a for actors in named for a in actors[-1:])


@cache
def _words(kind: str) -> frozenset[str]:
    rows = read_table("lang/fr/contests.tsv", COLUMNS)
    return frozenset(plain(w) for r in rows if r.one_of("kind", KINDS) == kind for w in r.many("words"))
