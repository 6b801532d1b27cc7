"""What two sentences tell alike but for a "not": "le dépôt a débrayé", "aucun débrayage n'a été constaté".

Here sentences of two reports that are each other's best match are read clause by clause. An act that one asserts and
the other denies, of one thing, keeps the two from telling the same; told of one time it is a matter of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import combinations, islice

from recoupe.find.done.arguments import Clause, read_clause
from recoupe.find.done.moods import is_asked, is_negated, tense_of, verb_group
from recoupe.find.done.wordforms import TIME_NOUNS
from recoupe.lang.plain import function_words, plain
from recoupe.lang.roots import root
from recoupe.lang.tables import read_table
from recoupe.match.acts.families import act_words, carries, kinds, word_families
from recoupe.match.acts.levels import SURE, is_not_yet
from recoupe.match.acts.predicates import clause_span
from recoupe.match.acts.sides import PERSON, ROLE
from recoupe.match.acts.slots import compare_days
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.parse.document import Parsed, Word
from recoupe.types import Difference, SlotVerdict, Span, Value, When

COLUMNS = ("kind", "words", "example")
KINDS = ("not", "done", "there")
_HELD = ("polarity", "outcome", "status")
Place = tuple[str, int]  # a report, a sentence of it

_DENIES = re.compile(r"(?i)\b(?:ne|n['’]|aucune?|nulle?|jamais|sans|ni|refus\w*|évit\w*|renonc\w*)")
_HARDLY = frozenset(("rarement", "peu", "guère", "presque", "difficilement", "parfois", "seulement", "que", "qu'"))
# What somebody thinks, says, wants or may do he may both do and not do, of many things.
_MIND = frozenset(
    """vouloir pouvoir devoir falloir croire penser souhaiter sembler paraitre aimer esperer estimer juger dire affirmer declarer
    indiquer annoncer preciser ajouter expliquer assurer repondre parler evoquer exclure cacher hesiter douter attendre risquer
    savoir exister suffire agir aller laisser rester etre demander confirmer""".split()
)
_PREDICATES = frozenset(("VERB", "AUX", "ADJ", "NOUN"))
_OTHER = frozenset(("autre", "second", "deuxieme", "premier", "troisieme", "nouveau", "seul"))
_PARTS = frozenset(("des", "certains", "certaines", "plusieurs", "quelques", "d'", "de"))
_WHOLE = frozenset(("le", "la", "l'", "les", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs"))


@dataclass(frozen=True, slots=True)
class Assertion:
    """One clause of a sentence: which act, of what, by whom, done or not."""

    report: str
    names: frozenset[str]  # the root of its act and the acts it may name
    denied: bool
    themes: frozenset[str]  # of what: roots, kinds, parties
    doers: frozenset[str]
    narrowed: frozenset[str]  # words that narrow what it is of
    some: bool  # of some of many: "deux plongeurs", "certains"
    time: str  # past or present
    yet: bool  # it may come, or was until now
    whens: tuple[When, ...]
    places: frozenset[str]  # that its sentence names
    cast: frozenset[str]  # persons and bodies that its sentence names
    span: Span
    sources: tuple[str, ...]
    sure: bool
    event: str  # "" where there is none


def gainsays(desk: Desk, left: Place, right: Place) -> tuple[Assertion, Assertion] | None:
    """The clauses of two sentences of which one denies what the other asserts, if nothing else in them is one act."""
    if not (_may_deny(desk, left) or _may_deny(desk, right)):
        return None
    here, there = _assertions(desk, left), _assertions(desk, right)
    met = [(a, b) for a in here for b in there if a.names & b.names and _of_one(a, b)]
    if not met or any(a.denied == b.denied for a, b in met):
        return None
    return met[0]


def draft_nays(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each act that one report asserts and another denies, if each says but one thing of it."""
    held = [_spans(d) for d in drafts if len(d.reports) > 1 and any(x.slot in _HELD for x in d.differences)]
    out: list[Draft] = []
    for a, b in _opposed(desk):
        if any(_is_shown(a, spans) and _is_shown(b, spans) for spans in held):
            continue
        verdict = _verdict(desk, a, b)
        if verdict and (draft := _draft(desk, a, b, verdict)):
            held.append(_spans(draft))
            out.append(draft)
    return [*drafts, *out]


def _opposed(desk: Desk) -> Iterator[tuple[Assertion, Assertion]]:
    """Clauses of two related reports of which one denies the act that the other asserts, those of one sentence once."""
    told: dict[str, list[Assertion]] = {}
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1:
            count = len(desk.readings[report].parsed.sentences)
            told[report] = [a for n in range(count) if _may_deny(desk, (report, n)) for a in _assertions(desk, (report, n))]
    wanted = frozenset(n for rows in told.values() for a in rows if a.denied for n in a.names)
    found: dict[str, dict[str, list[Assertion]]] = defaultdict(lambda: defaultdict(list))
    for report in sorted(told) if wanted else ():
        for n, sentence in enumerate(desk.readings[report].parsed.sentences):
            if not desk.is_furniture(Span(report, sentence.start, sentence.end)) and _holds(desk, report, n, wanted):
                for row in _assertions(desk, (report, n)):
                    for name in row.names & wanted:
                        found[name][report].append(row)
    for name in sorted(found):
        settled = {r: rows for r, rows in found[name].items() if len({x.denied for x in rows}) == 1}
        for left, right in combinations(sorted(settled), 2):
            if right in desk.related[left] and settled[left][0].denied != settled[right][0].denied:
                pairs = ((a, b) for a in settled[left] for b in settled[right] if _of_one(a, b))
                yield from islice(pairs, 1)


def _holds(desk: Desk, report: str, number: int, wanted: frozenset[str]) -> bool:
    """Does a word of the sentence name one of these acts?"""
    parsed = desk.readings[report].parsed
    sentence = parsed.sentences[number]
    return any(
        w.pos in ("VERB", "NOUN", "ADJ") and not wanted.isdisjoint(_names(w.lemma))
        for w in parsed.words[sentence.first : sentence.last]
    )


def _spans(draft: Draft) -> tuple[Span, ...]:
    return tuple(s for d in draft.differences for v in d.values for s in v.evidence)


def _is_shown(told: Assertion, spans: Iterable[Span]) -> bool:
    return any(s.report == told.report and s.start < told.span.end and told.span.start < s.end for s in spans)


def _may_deny(desk: Desk, place: Place) -> bool:
    parsed = desk.readings[place[0]].parsed
    sentence = parsed.sentences[place[1]]
    return bool(_DENIES.search(parsed.text, sentence.start, sentence.end))


def _of_one(a: Assertion, b: Assertion) -> bool:
    """Nothing says that they are of two things, or done by two; a thing, a party or the place says that they are of one."""
    if a.themes and b.themes and not a.themes & b.themes or a.doers and b.doers and not a.doers & b.doers:
        return False
    if a.some and b.some or (a.narrowed ^ b.narrowed) & _OTHER or a.places and b.places and not a.places & b.places:
        return False
    left, right = a.themes | a.doers, b.themes | b.doers
    return bool(left & right) or not (left and right) and bool(a.places & b.places or a.cast & b.cast)


def _verdict(desk: Desk, a: Assertion, b: Assertion) -> SlotVerdict | None:
    """Contradicted of one time; updated where it may have come in between; None where nothing can be said."""
    if not (a.sure and b.sure) or desk.is_elsewhere(a.span, b.span):
        return None
    if any(compare_days(desk, x, y) == "disjoint" for x in a.whens for y in b.whens):
        return None
    no, yes = (a, b) if a.denied else (b, a)
    out = desk.order[no.report][0]
    if no.yet and not yes.yet:
        done = max((w.latest or "" for w in yes.whens), default="") or desk.order[yes.report][0]
        return "contradicted" if done and done[:10] < out[:10] else "updated" if out < desk.order[yes.report][0] else None
    if yes.yet or a.time != b.time:
        return None
    days = [desk.order[x.report][0] for x in (a, b)]
    if a.time == "present" and days[0] != days[1]:
        return None
    return "wording" if a.sources or b.sources else "contradicted"


def _draft(desk: Desk, a: Assertion, b: Assertion, verdict: SlotVerdict) -> Draft | None:
    values = in_order([Value(x.report, "denied" if x.denied else "happened", (x.span,)) for x in (a, b)])
    title = " / ".join(" ".join(desk.text(x.span).split()) for x in sorted((a, b), key=lambda x: x.denied))
    said = verdict == "wording"
    events = tuple(sorted(x.event for x in (a, b) if x.event))
    difference = Difference("polarity", verdict, values)
    return draft_values(desk, "nay", title[0].upper() + title[1:], difference, events=events, disputed=said)


def _assertions(desk: Desk, place: Place) -> tuple[Assertion, ...]:
    """The clauses of a sentence that assert or deny an act, in text order."""
    reading = desk.readings[place[0]]
    parsed = reading.parsed
    sentence = parsed.sentences[place[1]]
    rows = [(w, *told) for w in parsed.words[sentence.first : sentence.last] for told in _told(parsed, w)]
    if not rows:
        return ()
    events = {e.slots.head: e for e in desk.by_sentence.get(place, ())}
    said = {i: s.speakers for s in reading.statements for i in s.words if sentence.first <= i < sentence.last}
    whens = tuple(w for w in reading.whens if w.span and sentence.start <= w.span.start < sentence.end)
    others = len(whens) > 1 or sum(w.pos == "VERB" for w in parsed.words[sentence.first : sentence.last]) > 1
    places = frozenset(desk.places_in(Span(place[0], sentence.start, sentence.end)))
    cast = _cast(desk, place)
    yet = is_not_yet(desk, Span(place[0], sentence.start, sentence.end))
    out = []
    for word, acts, denied, clause, time in rows:
        event = events.get(word.i)
        claim = next(iter(desk.claims.get(event.id, ())), None) if event else None
        themes = clause.subjects if clause.passive or clause.reflexive or not clause.objects else clause.objects
        doers = clause.agents if clause.passive else clause.subjects if themes is clause.objects else ()
        held = (*themes, *doers)
        first = min((word.i, *read_clause(parsed, word.i).subjects))
        out.append(
            Assertion(
                place[0],
                acts,
                denied,
                frozenset(k for i in themes for k in _keys(desk, parsed, i)) - acts,
                frozenset(k for i in doers for k in _keys(desk, parsed, i)),
                frozenset(plain(k.lemma) for i in held for k in parsed.kids(i, "amod", "nmod", "nummod")),
                any(_is_some(parsed, i) for i in held),
                time,
                yet,
                () if others else whens,  # with a second verb the day may be that of the other
                places,
                cast,
                clause_span(parsed, first, max((word.i, *clause.objects))),
                tuple(claim.sources if claim else said.get(word.i, ())),
                claim is None or claim.certainty == "certain" and claim.status in SURE,
                event.id if event else "",
            )
        )
    return tuple(out)


def _told(parsed: Parsed, word: Word) -> Iterator[tuple[frozenset[str], bool, Clause, str]]:
    """What a predicate asserts or denies: the names of the act, whether it is denied, its clause, past or present."""
    if word.pos not in _PREDICATES:
        return
    copula = next(parsed.kids(word.i, "cop"), None)
    if word.pos not in ("VERB", "AUX") and copula is None or plain(word.lemma) in _MIND:
        return
    kind = _kinds().get(plain(word.lemma), "") or ("there" if carries(plain(word.lemma)) == "light" else "")
    finite, perfect = verb_group(parsed, word.i)
    finite, denied = finite or copula, is_negated(parsed, word.i)
    up = parsed.words[word.head]
    if word.dep.partition(":")[0] == "xcomp" and up.pos == "VERB":
        governs = _kinds().get(plain(up.lemma), "")
        if governs not in ("not", "done"):
            return
        finite, perfect = verb_group(parsed, up.i)
        denied ^= is_negated(parsed, up.i) ^ (governs == "not")
    if finite is None or finite.feat("Mood") in ("Cnd", "Sub", "Imp") or is_asked(parsed, word.i) or tense_of(finite) == "Fut":
        return
    if any(k.lower in _HARDLY for k in parsed.kids(word.i, "advmod")) or denied and _is_until_then(parsed, finite):
        return
    clause = read_clause(parsed, word.i)
    if not clause.subjects and up.i != word.i and word.dep.partition(":")[0] == "xcomp":
        clause = replace(clause, subjects=read_clause(parsed, up.i).subjects)
    tense = tense_of(finite)
    time = "past" if perfect or tense in ("Past", "Imp") or clause.passive and copula is None else "present"
    if kind in ("not", "done"):
        return
    if kind == "there":
        for i in (*clause.objects, *(clause.subjects if clause.passive or clause.reflexive or not clause.objects else ())):
            if parsed.words[i].pos == "NOUN" and (names := _names(parsed.words[i].lemma)):
                own = () if i in clause.subjects else clause.subjects
                yield names, denied, replace(clause, subjects=own, objects=(), agents=()), time
        return
    yield _names(word.lemma), denied, clause, time


def _is_until_then(parsed: Parsed, finite: Word) -> bool:
    """ "Aucun agent n'avait été tué depuis 1992": what had not been until this time denies nothing of it."""
    sentence = parsed.sentence_of(finite.i)
    return tense_of(finite) == "Imp" and any(w.lower == "depuis" for w in parsed.words[sentence.first : sentence.last])


@lru_cache(maxsize=1 << 12)
def _names(lemma: str) -> frozenset[str]:
    """The root of a word, and the acts it may name."""
    word = plain(lemma)
    if word in function_words() or word in TIME_NOUNS or len(word) < 3:
        return frozenset()
    return frozenset((root(word), *("=" + a for a in act_words(word)), *("~" + f for f in word_families(word))))


def _keys(desk: Desk, parsed: Parsed, i: int) -> Iterator[str]:
    """Under which keys a thing compares: the party it is, the root of its noun, the kinds it is of."""
    word = parsed.words[i]
    if (actor := desk.mentions.get(_mention(desk, parsed, i))) in desk.actors:
        yield from (k for k in desk.parties.get(actor, ()) if k not in (PERSON, ROLE) and k[0] not in "~=")
    noun = plain(word.lemma)
    if word.pos in ("NOUN", "PROPN") and noun not in function_words():
        yield root(noun)
        yield from ("kind " + k for k in kinds((noun,)) if k[0] != "@")


def _is_some(parsed: Parsed, i: int) -> bool:
    """ "Deux plongeurs", "des riverains": not all there are."""
    beside = [k for k in parsed.kids(i, "det", "nummod") if k.i < i]
    parts = any(k.pos == "NUM" or k.lower in _PARTS for k in beside)
    return parts and not any(k.lower in _WHOLE for k in beside)


def _cast(desk: Desk, place: Place) -> frozenset[str]:
    """The persons and bodies that a sentence speaks of."""
    parsed = desk.readings[place[0]].parsed
    sentence = parsed.sentences[place[1]]
    held = {m.actor for m in desk.readings[place[0]].mentions if sentence.start <= m.span.start < sentence.end}
    return frozenset(a for a in held if a in desk.actors and desk.actors[a].kind in ("person", "organisation"))


def _mention(desk: Desk, parsed: Parsed, i: int) -> Span:
    """The words of the mention whose head is this word."""
    found = (m.span for m in desk.readings[parsed.report].mentions if m.head == i)
    return next(found, parsed.span(i, i + 1))


@cache
def _kinds() -> dict[str, str]:
    rows = read_table("lang/fr/shunning.tsv", COLUMNS)
    return {plain(w): row.one_of("kind", KINDS) for row in rows for w in row.many("words")}
