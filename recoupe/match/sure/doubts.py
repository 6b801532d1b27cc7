"""The clauses of a report that it only suspects or holds possible, and those it tells as done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recoupe.find.done.arguments import read_clause
from recoupe.find.done.factuality import read_stance
from recoupe.find.done.moods import has_si, is_conditional, is_negated, verb_group
from recoupe.lang.modality import asides, doubting
from recoupe.lang.plain import news_words, plain
from recoupe.match.acts.clauses import ClauseReader, lemma_of
from recoupe.match.acts.levels import SURE
from recoupe.match.desk import Desk
from recoupe.parse.document import Word
from recoupe.types import Span

DOUBTED = frozenset(("alleged", "possible"))
_SUSPECT = frozenset(
    "soupçonner suspecter présumer sembler paraître pouvoir envisager songer possible probable hypothèse peut-être".split()
)
_SUSPECTING = frozenset(("soupçonner", "suspecter"))
_CONFIRMING = frozenset("confirmer annoncer révéler constater reconnaître officialiser déplorer admettre".split())
_DEFINING = frozenset("consister constituer signifier désigner comporter comprendre".split())
_LONGEST = 400
_NEAR = 8  # words around a predicate whose numbers are its own
_BESIDE = 12  # words between a predicate and an aside
_TELLING = 3  # smaller numbers are articles as often as counts


@dataclass(frozen=True, slots=True)
class Told:
    """One clause: its act, who and what takes part, and whether it is told as done."""

    report: str
    word: int
    sentence: int
    span: Span
    status: str
    lemma: str
    cores: frozenset[str]
    subject: frozenset[str]  # keys of whom it is told; empty where a pronoun says no more
    objects: frozenset[str]
    things: frozenset[str]
    numbers: frozenset[str]
    event: str  # its id, "" where no event is known of it
    count: str  # "trois" of its subject
    alone: bool  # the only clause of its report with this verb
    teller: str  # the statement that tells it, "" in the voice of the report
    rumour: bool  # "aurait", "serait" in its sentence, or "pourrait avoir"
    finite: bool = True
    counts: frozenset[str] = frozenset()  # the numbers of its clause


class DoubtReader(ClauseReader):
    """One report, read for what it doubts and what it tells flatly."""

    def __init__(self, desk: Desk, report: str) -> None:
        super().__init__(desk, report)
        self.asides: dict[int, list[int]] = defaultdict(list)
        named = (m.span for m in desk.readings[report].mentions if m.form == "name")
        self.in_names = {i for s in named for i in self.parsed.at(s.start, s.end)}
        for match in asides().finditer(self.parsed.text):
            for i in self.parsed.at(match.start(), match.end())[:1]:
                self.asides[self.parsed.words[i].sent].append(i)

    def is_predicate(self, word: Word) -> bool:
        """May this word tell an act? Not within a name ("Nations unies"), nor of what a thing is ("qui consiste à")."""
        return word.i not in self.in_names and word.lemma not in _DEFINING and super().is_predicate(word)

    def doubted(self) -> Iterator[Told]:
        """The clauses that the report only suspects or holds possible."""
        doubting_ = doubting()
        hedged = {w.sent for w in self.parsed.words if w.feat("Mood") == "Cnd" or w.lemma in _SUSPECT or w.lower in doubting_}
        hedged |= self.asides.keys()
        for word in self.parsed.words:
            if word.lemma in _SUSPECTING:
                yield from self._suspected(word)
            elif self.is_predicate(word):
                if word.sent in hedged and not self._is_ahead(word) and not self._is_aim(word):
                    yield from self.told(word, DOUBTED)
                if word.i in self.tellers and word.feat("VerbForm") != "Inf" and not word.dep.startswith(("acl", "advcl")):
                    yield from self.told(word, SURE)

    def _is_ahead(self, word: Word) -> bool:
        """ "Une réforme qui autoriserait", "il a assuré qu'ils seraient fiers": of what is not yet, told from before."""
        finite, perfect = verb_group(self.parsed, word.i)
        if finite is None or perfect or not is_conditional(finite):
            return False
        above = self.parsed.ancestors(word.i)
        return word.dep.startswith("acl") or any(
            w.pos == "VERB" and verb_group(self.parsed, w.i)[1] for w in above if w.start < word.start
        )

    def _is_aim(self, word: Word) -> bool:
        """ "Pour pouvoir partir": what for."""
        modal = word if word.lemma == "pouvoir" else self.parsed.words[word.head]
        return modal.lemma == "pouvoir" and modal.i > 0 and self.parsed.words[modal.i - 1].lower == "pour"

    def _suspected(self, word: Word) -> Iterator[Told]:
        """ "Soupçonné dans trois décès", "accusé de fraude": the act is the noun."""
        for noun in self.parsed.kids(word.i, "obl", "obl:arg", "obl:mod"):
            if noun.pos == "NOUN" and not is_negated(self.parsed, word.i):
                for told in self.told(word, SURE):
                    yield replace(told, status="alleged", lemma=plain(noun.lemma), cores=self.cores(noun), things=frozenset())

    def flat(self, wanted: set[str]) -> Iterator[Told]:
        """The clauses of these acts that the report tells as done, in its own words or on somebody's, and acts it confirms."""
        quoted = {i for q in self.parsed.quotes for i in self.parsed.at(q.inner_start, q.inner_end)}
        for word in self.parsed.words:
            bare = word.feat("VerbForm") == "Inf"  # "vouloir partir" tells of no departure
            unsaid = word.i not in quoted or word.i in self.tellers
            if unsaid and not bare and self.is_predicate(word) and wanted & self.cores(word):
                yield from self.told(word, SURE)
            elif word.pos == "NOUN" and self._is_confirmed(word) and wanted & self.cores(word):
                yield self._confirmed(word)

    def _is_confirmed(self, word: Word) -> bool:
        """ "Le parquet confirme [l'ouverture] d'une enquête"."""
        above = self.parsed.words[word.head]
        beside = above.lemma in _CONFIRMING and word.dep.partition(":")[0] == "obj" and not is_negated(self.parsed, above.i)
        return beside and above.feat("Mood") != "Cnd" and any(self.parsed.kids(word.i, "nmod"))

    def _confirmed(self, noun: Word) -> Told:
        parsed = self.parsed
        sentence = parsed.sentence_of(noun.i)
        of = [k.i for k in parsed.kids(noun.i, "nmod")]
        return Told(
            parsed.report,
            noun.i,
            noun.sent,
            Span(parsed.report, sentence.start, sentence.end),
            "happened",
            plain(noun.lemma),
            self.cores(noun),
            frozenset(k for i in of for k in self.keys(i)),
            frozenset(),
            frozenset(k for i in of[1:] for k in self.keys(i) if k[0] != "~"),
            frozenset(),
            "",
            self.count(of),
            False,
            self.tellers.get(noun.i, ""),
            False,
        )

    def told(self, word: Word, wanted: frozenset[str]) -> Iterator[Told]:
        """The clause of a predicate, where the report tells it with one of these statuses and does not deny it."""
        event, parsed = self.events.get(word.i), self.parsed
        claim = next(iter(self.desk.claims.get(event.id, ())), None) if event else None
        read = read_stance(parsed, word.i, event.frame if event else "")
        # "Le mobile serait politique": an opinion of nobody, but a rumour
        stance = read if claim is None or claim.status == "opinion" and read.status == "alleged" else claim
        # "s'est vraisemblablement retourné", "a fui, dit-on"
        doubted = stance.certainty in ("possible", "probable") or self._stands_aside(word)
        status = "possible" if doubted and stance.status in SURE else stance.status
        if status not in wanted or stance.negated or has_si(parsed, word.i):
            return
        sentence = parsed.sentence_of(word.i)
        span = Span(parsed.report, sentence.start, sentence.end)
        if span.end - span.start > _LONGEST or self.desk.is_furniture(span):
            return
        clause = read_clause(parsed, word.i)
        things = (*clause.objects, *clause.agents, *(i for _, i in clause.obliques))
        near = parsed.words[max(sentence.first, word.i - _NEAR) : min(sentence.last, word.i + _NEAR + 1)]
        yield Told(
            parsed.report,
            word.i,
            word.sent,
            span,
            status,
            lemma_of(word),
            self.cores(word),
            frozenset(k for i in clause.subjects for k in self.keys(i)),
            frozenset(k for i in clause.objects for k in self.keys(i)),
            frozenset(k for i in things for k in self.keys(i) if k[0] != "~"),
            frozenset(w.lower for w in near if w.text[:1].isdigit()),
            event.id if event else "",
            self.count(clause.subjects),
            self.often[word.lemma] == 1 and word.lemma not in news_words(),
            self.tellers.get(word.i, ""),
            self._is_past(word)
            or any(
                w.feat("Mood") == "Cnd" and w.lemma in ("avoir", "être") for w in parsed.words[sentence.first : sentence.last]
            ),
            not word.lower.endswith(("ant", "ants")),
            frozenset(self._counts(near)),
        )

    def _is_past(self, word: Word) -> bool:
        """ "Pourrait avoir aggravé": what may have been, nothing to come."""
        aux = self.parsed.kids(word.i, "aux", "aux:tense")
        return self.parsed.words[word.head].lemma == "pouvoir" and any(k.feat("VerbForm") == "Inf" for k in aux)

    def _stands_aside(self, word: Word) -> bool:
        """Does an aside near it leave open what it tells?"""
        return any(abs(i - word.i) <= _BESIDE for i in self.asides.get(word.sent, ()))

    def _counts(self, near: Sequence[Word]) -> Iterator[str]:
        """The numbers that stand in these words, as numbers: "trois cents", 300."""
        for figure in self.figures.get(near[0].sent, ()) if near else ():
            low = figure.low if figure.low is not None else figure.high
            if low is not None and low >= _TELLING and near[0].start <= figure.span.start < near[-1].end:
                yield f"#{low:g}"
