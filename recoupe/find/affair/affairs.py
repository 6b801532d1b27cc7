"""Do two reports tell of one affair? Only then may their figures, dates and bare nouns be set against each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from typing import Protocol

from recoupe.find.affair.gathering import GATHERED, gather
from recoupe.find.affair.headlines import pair_headlines, read_headline
from recoupe.find.affair.loners import MOST, short_towns, tie_loners
from recoupe.find.affair.stragglers import find_bridged, find_stragglers
from recoupe.find.furniture import blank_furniture, find_furniture
from recoupe.find.who.gazetteer import known_names
from recoupe.lang.frames import noun_classes, noun_senses
from recoupe.lang.nouns import actor_nouns, first_names
from recoupe.lang.plain import function_words, news_words, plain
from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed
from recoupe.types import Figure, Report

Affairs = Mapping[str, Mapping[str, float]]  # report -> the others that tell of the same affair, with their affinity

# Reports of one affair reach .13 to .45, of two affairs mostly under .10.
ENOUGH = 0.14
_TELLING = frozenset(("PROPN", "NOUN", "ADJ", "VERB"))  # parts of speech that say what a report is about
_FAINT = 0.1
# What a shared name is worth: a rare one, one of abroad (a state, a city, a leader), one that any affair may hold (Paris).
_RARE, _ABROAD, _KNOWN = 2.0, 1.25, 0.5
_FEW, _MANY = 3, 4  # words beside one rare name; known names where no rare one is shared
_STRONG, _SAME = 0.3, 0.5
_BESIDE = ((2, 2, 0.16), (1, 3, 0.11))  # names of abroad, words beside them, affinity
# Names that tell (a rare one beside one of abroad, two of abroad), all in common, and affinity, of short reports.
_NAMED, _MASS, _SHORT = 2.5, 4.0, 0.09
_HEADED, _NAMED_ABOVE = 0.05, 0.17  # affinity beside one happening, or one name, in two headlines
_ROUNDS = 2
SMALL = MOST  # reports of a run: who asks for so few asks about one affair, and a trial is told of two years later
_HOME = frozenset(("FRA", "USA", "RUS", "EU"))  # states of which the news in French speak every day


class Readable(Protocol):
    """What is read of a report here."""

    @property
    def report(self) -> Report: ...
    @property
    def parsed(self) -> Parsed: ...
    @property
    def figures(self) -> Sequence[Figure]: ...


@dataclass(frozen=True, slots=True)
class Topic:
    """What one report is about: its names, rare, of abroad and known, and its content lemmas, in plain form."""

    report: str
    rare: frozenset[str]
    known: frozenset[str]
    lemmas: frozenset[str]
    abroad: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()  # what its towns are called for short

    def weights(self) -> dict[str, float]:
        """Every feature with its weight; names stand apart from words of the same letters."""
        found = dict.fromkeys(self.lemmas, 1.0)
        for names, weight in ((self.known, _KNOWN), (self.abroad, _ABROAD), (self.rare, _RARE)):
            found |= {"^" + name: weight for name in names}
        return found

    @property
    def size(self) -> float:
        """The weight of all its features."""
        return _RARE * len(self.rare) + _ABROAD * len(self.abroad) + _KNOWN * len(self.known) + len(self.lemmas)


def find_affairs(readings: Sequence[Readable]) -> Affairs:
    """For each report, the reports that tell of the same affair: what pairs and whole groups share, and headlines."""
    if len(readings) < 2:
        return {r.report.id: {} for r in readings}
    topics = list(find_topics(readings).values())
    near = {report: dict(others) for report, others in relate(topics).items()}
    for group in gather(topics):
        for a, b in combinations(_with_names(topics[i] for i in group), 2):
            value = near[a.report].get(b.report)
            near[a.report][b.report] = near[b.report][a.report] = max(affinity(a, b) if value is None else value, GATHERED)
    ordered = sorted(readings, key=lambda r: r.report.id)
    for i, j, happening in pair_headlines([read_headline(r.report, r.parsed) for r in ordered]):
        a, b = topics[i], topics[j]
        if (value := affinity(a, b)) >= (_HEADED if happening else _NAMED_ABOVE):
            near[a.report][b.report] = near[b.report][a.report] = max(value, GATHERED, near[a.report].get(b.report, 0.0))
    for one, other in find_bridged(topics, near):
        near[one][other] = near[other][one] = GATHERED
    for _ in range(_ROUNDS):  # the first straggler brings words that the next one shares
        for one, other in find_stragglers(_named_above(ordered, topics), near):
            near[one][other] = near[other][one] = GATHERED
    figures = {r.report.id: r.figures for r in readings}
    for one, other in tie_loners(topics, near, figures):
        near[one][other] = near[other][one] = GATHERED
    return {report: dict(sorted(others.items())) for report, others in near.items()}


def _named_above(readings: Sequence[Readable], topics: Sequence[Topic]) -> list[Topic]:
    """The topics with the words of each headline that another report uses as a name."""
    used = frozenset(n for t in topics for n in t.rare | t.abroad)
    found = []
    for reading, topic in zip(readings, topics, strict=True):
        words = (plain(w) for w in _CAPITAL.findall(reading.report.title or ""))
        parts = {p for w in words for p in (w, *w.split("-"))}
        abroad, rare = parts & used & _foreign(), frozenset(map(_sounds, parts - _foreign())) & used
        found.append(replace(topic, rare=topic.rare | rare, abroad=topic.abroad | abroad))
    return found


_FEW_NAMES, _SOME = 4, 1.0  # a short report may name nobody that the others name; else a rare name, one of abroad, two known ones


def _with_names(group: Iterable[Topic]) -> list[Topic]:
    """Without those that name many and none of whom the others name: words alone make one affair of two accidents."""
    names = {t: {f: w for f, w in t.weights().items() if f.startswith("^")} for t in group}
    holders = Counter(name for held in names.values() for name in held)
    shared = {t: sum(w for f, w in held.items() if holders[f] > 1) for t, held in names.items()}
    return [t for t, held in names.items() if len(held) <= _FEW_NAMES or shared[t] >= _SOME]


def find_topics(readings: Sequence[Readable], wanted: frozenset[str] | None = None) -> dict[str, Topic]:
    """The topic of every report, or of the `wanted` ones, by its id, in the order of ids."""
    furniture = find_furniture([r.report.text for r in readings])
    asked = (r for r in readings if wanted is None or r.report.id in wanted)
    return {r.report.id: find_topic(r, furniture) for r in sorted(asked, key=lambda r: r.report.id)}


def find_topic(reading: Readable, furniture: frozenset[str] = frozenset()) -> Topic:
    """The topic of a report, read off its nouns, names and adjectives outside what its site prints around it."""
    capitals: set[str] = set()
    common: set[str] = set()
    parsed = reading.parsed
    body = blank_furniture(parsed.text, furniture)
    empty = _empty()
    for word in parsed.words:
        if word.pos not in _TELLING or body[word.start] == " ":
            continue
        if word.pos == "PROPN" or word.text[0].isupper() and _is_name(parsed, word.i):
            capitals.add(word.text)
        else:
            common.add(word.lemma)
    names = {plain(name) for name in capitals if len(name) > 2}
    lemmas = {lemma for word in common if (lemma := plain(word)) not in empty and len(lemma) > 2}
    abroad = frozenset(names & _foreign())
    known = frozenset(names & _widespread()) - abroad
    rare = names - known - abroad - empty
    towns = frozenset(map(_sounds, short_towns(rare)))
    return Topic(reading.report.id, frozenset(map(_sounds, rare)), known, frozenset(lemmas), abroad, towns)


_CAPITAL = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\w-]+")
_WEAK = re.compile(r"(?<=.)[aeiouyh]|(.)(?=\1)")
_SOUNDS = 4  # consonants by which a name is known, at least


def _sounds(name: str) -> str:
    """A rare name by its consonants: two reports may spell it in two ways ("Bergman", "Bergmann"); a short one as it is."""
    bare = _WEAK.sub("", name)
    return bare if len(bare) >= _SOUNDS else name


def _is_name(parsed: Parsed, i: int) -> bool:
    """A capital inside a sentence, or before another at its head ("Crocus City Hall visé")."""
    following = parsed.words[i + 1].text[:1] if i + 1 < len(parsed.words) else ""
    return parsed.words[i].start > parsed.sentence_of(i).start or following.isupper()


def relate(topics: Sequence[Topic]) -> Affairs:
    """The neighbourhoods of topics; only reports that share a rare name are weighed against each other."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, topic in enumerate(topics):
        for name in (*topic.rare, *topic.abroad, *topic.known):
            holders[name].append(i)
    near: list[dict[int, float]] = [{} for _ in topics]
    for i, topic in enumerate(topics):
        rare = {j for name in (*topic.rare, *topic.abroad) for j in holders[name]}
        shared = Counter(j for name in topic.known for j in holders[name])
        for j in sorted(j for j in rare | {j for j, count in shared.items() if count > 1} if j > i):
            value = affinity(topic, topics[j])
            if value >= ENOUGH and _telling(topic, topics[j], value) or _named(topic, topics[j], value):
                near[i][j] = near[j][i] = value
    alike: dict[frozenset[int], frozenset[int]] = {}  # one of all circles that are the same
    circles = [alike.setdefault(c, c) for c in (frozenset((i, *others)) for i, others in enumerate(near))]
    vouched = [(i, j, affinity(topics[i], topics[j])) for i in range(len(topics)) for j in sorted(_once_removed(circles, i))]
    for i, j, value in vouched:
        if value >= _FAINT:
            near[i][j] = near[j][i] = value
    return {topics[i].report: {topics[j].report: others[j] for j in sorted(others)} for i, others in enumerate(near)}


def _once_removed(circles: Sequence[frozenset[int]], i: int) -> set[int]:
    """Two short reports of one affair may share few words; a third one that both resemble vouches for them."""
    reached = set().union(*{id(c): c for c in (circles[j] for j in circles[i])}.values())
    return {k for k in reached - circles[i] if k > i}


def _telling(a: Topic, b: Topic, value: float) -> bool:
    """One rare name may be a minister's or a city's: it takes another, or words beside it; without one, much of the rest."""
    rare = len(a.rare & b.rare)
    if rare > 1 or rare and value >= _STRONG:
        return True
    names = len(a.abroad & b.abroad) + len(a.known & b.known)
    return names + len(a.lemmas & b.lemmas) >= _FEW if rare else value >= (_STRONG if names >= _MANY else _SAME)


def _named(a: Topic, b: Topic, value: float) -> bool:
    """Short reports of one affair often share little but its names."""
    abroad, lemmas = len(a.abroad & b.abroad), len(a.lemmas & b.lemmas)
    if any(abroad >= names and lemmas >= words and value >= enough for names, words, enough in _BESIDE):
        return True
    return value >= _SHORT and names_in_common(a, b) >= _NAMED and value * min(a.size, b.size) >= _MASS


def names_in_common(a: Topic, b: Topic) -> float:
    """The weight of the names that both hold and that few other affairs do."""
    return _RARE * len(a.rare & b.rare) + _ABROAD * len(a.abroad & b.abroad)


def affinity(a: Topic, b: Topic) -> float:
    """How much two reports are about the same thing, 0..1."""
    small = min(a.size, b.size)
    shared = names_in_common(a, b) + _KNOWN * len(a.known & b.known) + len(a.lemmas & b.lemmas)
    return shared / small if small else 0.0


@cache
def _empty() -> frozenset[str]:
    return function_words() | news_words()


@cache
def _widespread() -> frozenset[str]:
    """Single words of names that many affairs hold: states, cities, institutions, agencies, first names."""
    names = {name for entries in known_names().values() for name, _ in entries}
    names |= first_names().keys()
    names |= {row["name"] for row in read_table("data/leaders.tsv", ("name", "office", "country", "start", "end", "example"))}
    for row in read_table("data/agencies.tsv", ("name", "forms", "country", "example")):
        names |= {row["name"], *row.many("forms")}
    names |= actor_nouns().keys() | noun_senses().keys() | noun_classes().keys()  # written with a capital: "l'Armée", "les Jeux"
    return frozenset(_parts(names))


@cache
def _foreign() -> frozenset[str]:
    """Single words of the names of states, cities and leaders of which the news in French do not speak every day."""
    known = [(name, k) for rows in known_names().values() for name, k in rows]
    found = {name for name, k in known if k.country and k.country not in _HOME or k.sort == "city" and not k.country}
    found |= {
        row["name"].split()[-1]
        for row in read_table("data/leaders.tsv", ("name", "office", "country", "start", "end", "example"))
        if row["country"] not in _HOME
    }
    common = first_names().keys() | actor_nouns().keys() | noun_senses().keys() | noun_classes().keys()
    home = {name for name, k in known if k.country in _HOME}
    return frozenset(_parts(found)) - frozenset(_parts((*common, *home)))


def _parts(names: Iterable[str]) -> Iterable[str]:
    return (plain(part) for name in names for part in (name, *name.replace("-", " ").split()))
