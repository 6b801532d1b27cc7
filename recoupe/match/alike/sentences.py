"""A sentence of a report, and what it may be recognised by in another: words, names, acts, deeds, figures, days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recoupe.lang.plain import function_words, plain
from recoupe.lang.roots import root
from recoupe.match.acts.datings import is_remote
from recoupe.match.acts.families import acts, word_families
from recoupe.match.acts.fillers import ordinals_of
from recoupe.match.acts.governing import is_of_publishing
from recoupe.match.acts.happening import LOOSE, TALK
from recoupe.match.desk import Desk
from recoupe.parse.document import Parsed, Sentence
from recoupe.types import Event, Figure, Span, Statement, When

_CONTENT = frozenset(("NOUN", "VERB", "ADJ", "PROPN"))
LIGHT = frozenset("etre avoir faire mettre prendre aller venir pouvoir devoir donner rester falloir vouloir".split())
_AGED = frozenset(root(x) for x in ("age", "ager"))
_RANKS = {"second": "deuxième"}
Feature = str | tuple[str, str]  # the root of a word, or ("act", …), ("actor", …)


@dataclass(frozen=True, slots=True)
class Deed:
    """What one event of a sentence is called: its root, its acts, its frame; and who or what takes part."""

    names: frozenset[Feature]
    parts: frozenset[str]
    persons: frozenset[str] = frozenset()  # those of its parties that are persons with a name
    nominal: bool = False  # told by a noun: "l'opposition à la réforme" is known already


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
    sources: frozenset[str] = frozenset()  # on whose word it tells what it tells
    dating: frozenset[str] = frozenset()  # those of its words that say when,
    counting: frozenset[str] = frozenset()  # how many of what,
    telling: frozenset[str] = frozenset()  # that somebody says it


def tellings_of(desk: Desk, report: str) -> tuple[Telling, ...]:
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
        here = (w for w in reading.whens if w.span and w.earliest and w.latest and span.start <= w.span.start < span.end)
        whens = tuple(w for w in here if w.span and not is_of_publishing(parsed, w.span))
        figures = tuple(f for f in reading.figures if span.start <= f.span.start < span.end)
        out.append(
            Telling(
                report,
                number,
                frozenset(root(x) for _, x in lemmas),
                frozenset(names),
                acts(frozenset(x for _, x in lemmas)),
                tuple(sorted({(root(x), known) for _, x in lemmas if (known := word_families(x))}, key=lambda f: f[0])),
                frozenset(actors),
                tuple(_deed(desk, e) for e in events if e.frame not in TALK),
                figures,
                whens,
                frozenset(desk.places_in(span)),
                _speakers(spoken.get(number, ()), sentence.last - sentence.first),
                bool(whens) and all(is_remote(desk, report, w) for w in whens),
                frozenset(o for e in events for o in ordinals_of(desk, e)),
                _ranks(parsed, sentence),
                any(e.frame == "DENY" for e in events) or any(s.act == "deny" for s in spoken.get(number, ())),
                frozenset(x for e in events for c in desk.claims.get(e.id, ()) for x in c.sources),
                _roots(parsed, (w.span for w in whens if w.span)),
                _roots(parsed, (f.span for f in figures)) | (_AGED if any(f.unit == "âge" for f in figures) else frozenset()),
                _roots(parsed, (e.trigger for e in events if e.frame in TALK)),
            )
        )
    return tuple(out)


def _roots(parsed: Parsed, spans: Iterable[Span]) -> frozenset[str]:
    return frozenset(root(plain(parsed.words[i].lemma)) for s in spans for i in parsed.at(s.start, s.end))


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


def _deed(desk: Desk, event: Event) -> Deed:
    lemma, slots = plain(event.lemma.lower()), event.slots
    names: set[Feature] = {root(lemma), *(("act", a) for a in acts(frozenset([lemma])))}
    if event.frame not in LOOSE:
        names.add(("frame", event.frame))
    heads = (*slots.doer[: len(slots.doer_spans)], *slots.undergoer[: len(slots.undergoer_spans)], *slots.object)
    parties = frozenset((*event.agents, *event.targets))
    known = (desk.actors[a] for a in parties if a in desk.actors)
    persons = frozenset(a.id for a in known if a.kind == "person" and a.name[:1].isupper())
    return Deed(frozenset(names), parties | {root(plain(x)) for x in heads}, persons, slots.nominal)


def features_of(telling: Telling) -> Iterator[Feature]:
    yield from telling.words
    yield from (("act", a) for a in telling.acts)
    yield from (("actor", a) for a in telling.actors)
    yield from {("family", f) for _, found in telling.families for f in found}
    yield from {n for d in telling.deeds for n in d.names if n[0] == "frame"}
