"""What one report only suspects or holds possible and another tells as done: clause against clause, whatever joins them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recoupe.find.arguments import read_clause
from recoupe.find.factuality import read_stance
from recoupe.find.moods import has_si, is_negated
from recoupe.lang.plain import news_words, plain
from recoupe.match.attribution import source_name
from recoupe.match.clauses import LIGHT, ClauseReader
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.match.levels import SURE
from recoupe.match.slots import compare_whens
from recoupe.parse.document import Word
from recoupe.types import Difference, Span, Value

_DOUBTED = frozenset(("alleged", "possible"))
_SUSPECT = frozenset(
    "soupçonner suspecter présumer sembler paraître pouvoir envisager songer possible probable hypothèse peut-être".split()
)
_SAME, _KIN, _FRAME = 2.0, 1.4, 1.5  # the verbs: one word, one family, one kind of act
_PARTY, _LIKE, _THING, _OTHER = (
    1.2,
    0.8,
    0.8,
    -1.0,
)  # who it is told of: the same, of one kind; what else is the same; somebody else
_ENOUGH = 2.5
_SURE, _HALF = 3.9, 2.1
_OFTEN = 60  # clauses of an affair that hold one core before it says nothing
_SHOWN = 8  # reports set beside one that doubts
_LIGHT_WORDS = frozenset(plain(w) for w in LIGHT)
_ONCE = frozenset("F:" + f for f in "RESIGN CLOSE CRASH SINK MARRY CANCEL SELL BUY".split())  # what befalls one party once
_SUSPECTING = frozenset(("soupçonner", "suspecter"))
_LONGEST = 400
_NEAR = 8  # words around a predicate whose numbers are its own


@dataclass(frozen=True, slots=True)
class _Told:
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
    rumour: bool  # "aurait", "serait" in its sentence


def draft_hardened(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each clause that is doubted in one report, or told on a word, and flatly told in others."""
    readers = {r: _Reader(desk, r) for r in sorted(desk.readings) if len(desk.related[r]) > 1}
    doubted = {r: list(reader.doubted()) for r, reader in readers.items()}
    wanted = {c for told in doubted.values() for t in told for c in t.cores}
    if not wanted:
        return list(drafts)
    index: dict[str, dict[str, list[_Told]]] = defaultdict(lambda: defaultdict(list))
    for report, reader in readers.items():
        for told in reader.flat(wanted):
            for core in told.cores & wanted:
                index[core][report].append(told)
    known, homes = _known(drafts), _homes(desk, drafts)
    out = []
    for report in sorted(doubted):
        for weak in doubted[report]:
            strong = [t for t in _best(desk, weak, index, homes) if not any(_held(known.get((report, t.report), ()), weak, t))]
            if strong and (draft := _draft(desk, weak, strong)):
                out.append(draft)
    return [*drafts, *out]


def _known(drafts: Sequence[Draft]) -> dict[tuple[str, str], list[tuple[Span, Span]]]:
    """The places that matters already set side by side for their certainty or their source."""
    found: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    for difference in (x for d in drafts for x in d.differences if x.slot in ("certainty", "source") and len(d.reports) > 1):
        told = [(v.report, s) for v in difference.values[:_SHOWN] for s in v.evidence]
        for left, x in told:
            for right, y in told:
                if left != right:
                    found[left, right].append((x, y))
    return found


def _homes(desk: Desk, drafts: Sequence[Draft]) -> dict[tuple[str, int], set[int]]:
    """Which matters of several reports stand in a sentence."""
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for n, draft in enumerate(drafts):
        if len(draft.reports) > 1 and draft.kind in ("event", "echo"):
            told = (s for d in draft.differences if d.slot == "telling" for v in d.values for s in v.evidence)
            for span in (*told, *(desk.events[e].trigger for e in draft.events)):
                parsed = desk.readings[span.report].parsed
                if words := parsed.at(span.start, span.end):
                    found[span.report, parsed.words[words[0]].sent].add(n)
    return found


def _held(places: Sequence[tuple[Span, Span]], weak: _Told, strong: _Told) -> Iterator[bool]:
    for x, y in places:
        yield _meets(x, weak.span) and _meets(y, strong.span)


def _meets(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _best(
    desk: Desk, weak: _Told, index: dict[str, dict[str, list[_Told]]], homes: dict[tuple[str, int], set[int]]
) -> list[_Told]:
    """The clause of each other report that tells the same act, where one fits best."""
    rows: dict[str, dict[int, _Told]] = defaultdict(dict)
    related = desk.related[weak.report] - {weak.report}
    for core in sorted(weak.cores):
        held = index.get(core, {})
        told = [t for r in held.keys() & related for t in held[r]]
        for t in told if len(told) <= _OFTEN else ():
            rows[t.report][t.word] = t
    mine = homes.get((weak.report, weak.sentence), set())
    out = []
    for report in sorted(rows):
        scored = []
        for i, told_ in rows[report].items():
            joined = bool(mine & homes.get((report, told_.sentence), set()))
            bar = (
                _ENOUGH if weak.status in _DOUBTED else _HALF if joined else _SURE
            )  # for a lost source alone more, or one matter
            score = _score(weak, told_, joined)
            if score >= bar and not _are_two(desk, weak, told_):
                scored.append((score, -i, told_))
        if scored:
            out.append(max(scored, key=lambda row: row[:2])[2])
    return out[:_SHOWN]


def _score(a: _Told, b: _Told, joined: bool) -> float:
    """How surely two clauses tell one act: 0 where too little is the same."""
    if a.objects and b.objects and not a.objects & b.objects:
        return 0.0  # "a perdu la vue", "a perdu ses gants"
    shared = {k for k in a.subject & b.subject if k[0] != "~"}
    party = _PARTY if shared else _LIKE if a.subject & b.subject else _OTHER if a.subject and b.subject else 0.0
    things = min(2, len(a.things & b.things))
    common = a.cores & b.cores
    rules = []
    if a.lemma == b.lemma and a.lemma not in _LIGHT_WORDS:
        alone = party >= 0 and a.alone and b.alone and not a.objects
        rules.append((_SAME, party >= _PARTY or party >= 0 and things > 0 or things > 1 or alone))
    if frames := {c for c in common if c[0] == "F"}:
        rules.append((_FRAME, things > 0 and party >= 0 or party == _PARTY and bool(frames & _ONCE)))
    if {c for c in common if c[0] in "fr"}:  # somebody does many things of one family; a window breaks once
        thing = any(k[0] == "n" for k in shared) and not any(k[0] == "@" for k in shared)
        counted = party >= _LIKE and bool(a.count) and a.count == b.count
        rumour = party == _PARTY and any(c[0] == "r" for c in common)
        rules.append((_KIN, party == _PARTY and (things > 0 or thing) or counted or rumour))
    if joined and common:  # their sentences tell one fact already: who and what may stand in other places
        party = max(party, 0.0)
        left, right = ({k for k in t.subject | t.objects | t.things if k[0] != "~"} for t in (a, b))
        rules.append((_KIN + _THING * (not things and not party), bool(left & right) or not a.subject or not b.subject))
    return max((act + party + _THING * things for act, enough in rules if enough), default=0.0)


def _are_two(desk: Desk, a: _Told, b: _Told) -> bool:
    """Do numbers or days part them?"""
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        return True
    left, right = (
        [w for w in desk.readings[t.report].whens if w.span and _within(w.span, t.span) and not w.duration] for t in (a, b)
    )
    return any(compare_whens(x, y) == "disjoint" for x in left for y in right)


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


class _Reader(ClauseReader):
    """One report, read for what it doubts and what it tells flatly."""

    def doubted(self) -> Iterator[_Told]:
        """The clauses that the report only suspects or holds possible."""
        hedged = {w.sent for w in self.parsed.words if w.feat("Mood") == "Cnd" or w.lemma in _SUSPECT}
        for word in self.parsed.words:
            if word.lemma in _SUSPECTING:
                yield from self._suspected(word)
            elif self.is_predicate(word):
                if word.sent in hedged:
                    yield from self._told(word, _DOUBTED)
                if word.i in self.tellers and word.feat("VerbForm") != "Inf" and not word.dep.startswith(("acl", "advcl")):
                    yield from self._told(word, SURE)

    def _suspected(self, word: Word) -> Iterator[_Told]:
        """ "Soupçonné dans trois décès", "accusé de fraude": the act is the noun."""
        for noun in self.parsed.kids(word.i, "obl", "obl:arg", "obl:mod"):
            if noun.pos == "NOUN" and not is_negated(self.parsed, word.i):
                for told in self._told(word, SURE):
                    yield replace(told, status="alleged", lemma=plain(noun.lemma), cores=self.cores(noun), things=frozenset())

    def flat(self, wanted: set[str]) -> Iterator[_Told]:
        """The clauses of these acts that the report tells as done, in nobody's quoted words."""
        quoted = {i for q in self.parsed.quotes for i in self.parsed.at(q.inner_start, q.inner_end)}
        for word in self.parsed.words:
            bare = word.feat("VerbForm") == "Inf"  # "vouloir partir" tells of no departure
            if (
                word.i not in quoted
                and word.i not in self.tellers
                and not bare
                and self.is_predicate(word)
                and wanted & self.cores(word)
            ):
                yield from self._told(word, SURE)

    def _told(self, word: Word, wanted: frozenset[str]) -> Iterator[_Told]:
        event, parsed = self.events.get(word.i), self.parsed
        claim = next(iter(self.desk.claims.get(event.id, ())), None) if event else None
        stance = claim or read_stance(parsed, word.i, event.frame if event else "")
        if stance.status not in wanted or stance.negated or has_si(parsed, word.i):
            return
        sentence = parsed.sentence_of(word.i)
        span = Span(parsed.report, sentence.start, sentence.end)
        if span.end - span.start > _LONGEST or self.desk.is_furniture(span):
            return
        clause = read_clause(parsed, word.i)
        things = (*clause.objects, *clause.agents, *(i for _, i in clause.obliques))
        near = parsed.words[max(sentence.first, word.i - _NEAR) : min(sentence.last, word.i + _NEAR + 1)]
        yield _Told(
            parsed.report,
            word.i,
            word.sent,
            span,
            stance.status,
            plain(word.lemma),
            self.cores(word),
            frozenset(k for i in clause.subjects for k in self.keys(i)),
            frozenset(k for i in clause.objects for k in self.keys(i)),
            frozenset(k for i in things for k in self.keys(i) if k[0] != "~"),
            frozenset(w.lower for w in near if w.text[:1].isdigit()),
            event.id if event else "",
            self.count(clause.subjects),
            self.often[word.lemma] == 1 and word.lemma not in news_words(),
            self.tellers.get(word.i, ""),
            any(w.feat("Mood") == "Cnd" and w.lemma in ("avoir", "être") for w in parsed.words[sentence.first : sentence.last]),
        )


def _nearest(desk: Desk, span: Span) -> str:
    event = desk.event_at(span)
    return event.id if event else ""


def _draft(desk: Desk, weak: _Told, strong: Sequence[_Told]) -> Draft | None:
    """Doubted here, done there; on somebody's word here, on nobody's there; what was possible, and done later, has come about."""
    differences = []
    if weak.status in _DOUBTED:
        values = [Value(weak.report, weak.status, (weak.span,)), *(Value(t.report, "happened", (t.span,)) for t in strong)]
        came = _came_later(desk, weak, strong)
        differences.append(Difference("status" if came else "certainty", "updated" if came else "refined", in_order(values)))
    if weak.teller and (said := desk.statements[weak.teller]).speakers and said.speaker_span:
        value = Value(weak.report, source_name(desk, said.speakers[0]), (said.speaker_span, weak.span))
        lost = [Value(t.report, source_name(desk, None), (t.span,)) for t in strong]
        differences.append(Difference("source", "wording", in_order([value, *lost])))
    events = tuple(sorted({e for t in (weak, *strong) if (e := t.event or _nearest(desk, t.span))}))
    return draft_values(desk, "stance", "", *differences, events=events) if differences else None


def _came_later(desk: Desk, weak: _Told, strong: Sequence[_Told]) -> bool:
    """Only possible, no rumour, and every report that has it done is later."""
    first, then = desk.order[weak.report][0], [desk.order[t.report][0] for t in strong]
    return weak.status == "possible" and not weak.rumour and bool(first) and all(first < day for day in then)
