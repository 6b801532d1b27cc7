"""What one report has ahead and a later one tells as done: clause against clause, in whatever words, whatever joins them.

"La ministre sera auditionnée mercredi", "la ministre est passée sur le gril"; "le collectif appelle à défiler", "4 000 personnes
ont marché". A party or a thing of the plan must be in the doing, and nothing may part them: who, whom, on which day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from recoupe.find.done.arguments import Clause, read_clause
from recoupe.find.done.factuality import read_stance
from recoupe.find.done.moods import has_si, is_asked, tense_of, verb_group
from recoupe.find.done.wordforms import TIME_NOUNS
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.afar import may_be_others
from recoupe.match.acts.clauses import LIGHT, ClauseReader
from recoupe.match.acts.happening import TALK
from recoupe.match.acts.levels import AHEAD, SURE
from recoupe.match.acts.predicates import clause_span
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.parse.document import Word
from recoupe.types import Difference, Span, Value

COLUMNS = ("act", "who", "words", "example")
WHO = ("one", "crowd")
_SAME, _TURN, _FRAME = 2.0, 1.4, 1.5  # one verb, one act in other words, one kind of act
_SHARED, _THING, _DAY = 1.2, 0.8, 0.8  # who does it, or whom it befalls; what else; the day
_APART, _ELSE = -1.2, -2.5  # others do it; it befalls something else
_ENOUGH, _FULL = 2.5, 3.2
_TWICE = 2
_OFTEN = 40  # clauses of an affair that hold one act before it says nothing
_REACH = 6  # words beside a verb that may complete a turn
_WIDE = frozenset(
    "continuer poursuivre permettre aller venir voir travailler jouer vivre demander parler rester chercher trouver tenter aider "
    "apporter montrer servir commencer finir prévoir attendre programmer annoncer envisager souhaiter vouloir pouvoir devoir "
    "falloir appeler prendre mettre faire être avoir laisser donner garder tenir suivre entendre assurer garantir éviter lutter "
    "défendre soutenir répondre rappeler promettre espérer compter proposer préparer organiser concerner agir risquer".split()
)
_SPOKEN = TALK | frozenset(
    "ADMIT ACCUSE DENY PRAISE CRITICISE THANK WARN SUSPECT OPINION COMPRISE STATE COUNT".split()
)  # said again and again, or at all times
_PURPOSE = frozenset(("pour", "afin", "sans", "avant"))


@dataclass(frozen=True, slots=True)
class _Act:
    """One clause that tells an act, ahead or done."""

    report: str
    word: int
    span: Span
    lemma: str
    cores: frozenset[str]
    turns: frozenset[str]  # acts of the table
    doers: frozenset[str]
    undergoers: frozenset[str]
    things: frozenset[str]  # what else stands beside it
    nouns: frozenset[str]  # every thing and party of its words
    cast: frozenset[str]  # every party and name of its sentence
    days: frozenset[str]
    event: str

    @property
    def keys(self) -> frozenset[str]:
        """The act under every name."""
        return frozenset((*self.cores, *("t:" + t for t in self.turns)))


def draft_fulfilled(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each plan of a report that a later one tells as done, unless a matter says so already."""
    dated = [r for r in sorted(desk.readings) if len(desk.related[r]) > 1 and desk.order[r][0]]
    readers = {r: _Reader(desk, r) for r in dated}
    plans = {r: list(reader.ahead()) for r, reader in readers.items()}
    wanted = frozenset(k for acts in plans.values() for a in acts for k in a.keys)
    done = {r: _by_key(readers[r].done(wanted)) for r in dated} if wanted else {}
    known = _known(drafts)
    out = []
    for report in dated:
        later = [
            r for r in sorted(desk.related[report]) if r in done and r != report and desk.order[report][0] <= desk.order[r][0]
        ]
        for plan in plans[report] if later else ():
            told = [acts for r in later if (acts := _best(desk, plan, done[r]))]
            found = [acts for acts in told if not any(_is_known(known, plan, a) for a in acts)]
            if found and not _best(desk, plan, done[report]):
                if draft := _draft(desk, plan, found):
                    out.append(draft)
    return [*drafts, *_once(out)]


def _known(drafts: Sequence[Draft]) -> dict[str, list[tuple[int, Span]]]:
    """The places that updates and other turns show already, by report."""
    found: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for n, difference in enumerate(d for x in drafts for d in x.differences if d.verdict in ("updated", "contradicted")):
        for value in difference.values:
            found[value.report] += [(n, s) for s in value.evidence]
    return found


def _is_known(known: Mapping[str, Sequence[tuple[int, Span]]], plan: _Act, act: _Act) -> bool:
    left, right = ({n for n, s in known.get(a.report, ()) if s.start < a.span.end and a.span.start < s.end} for a in (plan, act))
    return bool(left & right)


def _by_key(acts: Iterator[_Act]) -> dict[str, list[_Act]]:
    found: dict[str, list[_Act]] = defaultdict(list)
    for act in acts:
        for key in act.keys:
            found[key].append(act)
    return found


def _best(desk: Desk, plan: _Act, done: Mapping[str, Sequence[_Act]]) -> list[_Act]:
    """The clauses of a report that tell the plan as done, the likest first: a lead and its text tell it twice."""
    rows = {a.word: a for k in plan.keys if len(done.get(k, ())) <= _OFTEN for a in done.get(k, ())}
    scored = [(-score, i) for i, a in rows.items() if (score := _score(plan, a)) >= _ENOUGH and _may_be(desk, plan, a)]
    return [rows[i] for _, i in sorted(scored)[:_TWICE]]


def _may_be(desk: Desk, plan: _Act, act: _Act) -> bool:
    """Is no day of the doing before the plan was told, and no town told of which the other report never speaks?

    Weeks later it must be the doing of somebody with a name.
    """
    if act.days and max(act.days) < desk.order[plan.report][0][:10] or may_be_others(desk, plan.span, act.span):
        return False
    return bool(plan.days & act.days) or not desk.is_elsewhere(plan.span, act.span)


def _score(plan: _Act, act: _Act) -> float:
    """How surely the one is the doing of the other: 0 where too little is the same."""
    if plan.days and act.days and not plan.days & act.days:
        return 0.0
    common, turns = plan.cores & act.cores, plan.turns & act.turns
    crowd = any(_turns_who()[t] == "crowd" for t in turns)
    named = plan.lemma == act.lemma and plan.lemma not in _WIDE
    kind = max(
        (_SAME * named, _TURN * any(c[0] in "fr" for c in common), _TURN * bool(turns), _FRAME * any(c[0] == "F" for c in common))
    )
    if not kind:
        return 0.0
    doers, undergoers = _in_common(plan.doers, act.doers), _in_common(plan.undergoers, act.undergoers)
    # "sera entendue par", "passe devant"; "se prononcent sur la motion", "la motion a été rejetée"
    swapped = _strong(plan.doers & act.undergoers | plan.undergoers & act.doers) if not doers | undergoers else frozenset[str]()
    things = _strong(plan.nouns & act.nouns) - doers - undergoers - swapped
    score = kind + _SHARED * (bool(doers) + bool(undergoers) + bool(swapped))
    score += _THING * min(2, len(things)) + _DAY * bool(plan.days & act.days)
    if crowd:
        cast = {k for k in plan.cast & act.cast if k[0] == "@"}
        enough = cast and (plan.days & act.days or things or len(cast) > 1)
        return score + _SHARED * bool(cast and not doers) if enough else 0.0
    if plan.doers and act.doers and not plan.doers & act.doers and not swapped:
        score += _APART
    if plan.undergoers and act.undergoers and not plan.undergoers & act.undergoers and not swapped:
        score += _ELSE
    elif plan.things and act.things and not things and not undergoers:
        score += _ELSE if named else _APART
    held = bool(turns) and (len(things) > 1 or bool(things & (plan.undergoers | act.undergoers)))
    alone = named and not turns and not undergoers  # one verb of one doer is told of many things
    return score if (doers | undergoers | swapped or held) and (not alone or things or score >= _FULL) else 0.0


def _in_common(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """Who or what is the same: of two named armies "armée" is not."""
    left, right = ({k for k in keys if k[0] == "@"} for keys in (a, b))
    return frozenset() if left and right and not left & right else _strong(a & b)


def _strong(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(k for k in keys if k[0] != "~")


class _Reader(ClauseReader):
    """One report, read for what it has ahead and what it tells as done."""

    def ahead(self) -> Iterator[_Act]:
        """The acts that are planned, announced, asked for or held possible."""
        for word in self.parsed.words:
            if self._may_tell(word) and self._looks_ahead(word) and self._level(word) == "ahead":
                yield self._act(word)

    def done(self, wanted: frozenset[str]) -> Iterator[_Act]:
        """The acts of these names that are told as done."""
        for word in self.parsed.words:
            if self._may_tell(word) and word.feat("VerbForm") != "Inf":
                turns, _ = self._turns(word)
                if not wanted.isdisjoint((*self.cores(word), *("t:" + t for t in turns))) and self._level(word) == "done":
                    yield self._act(word)

    def _may_tell(self, word: Word) -> bool:
        return word.pos == "VERB" and (word.lemma not in _WIDE or bool(self._turns(word)[0]) or word.lemma in LIGHT)

    def _looks_ahead(self, word: Word) -> bool:
        """Can it tell of what is to come: a claim says so, or it is an infinitive, a future, a participle of one?"""
        past = any(k.feat("VerbForm") == "Inf" for k in self.parsed.kids(word.i, "aux:tense"))  # "pourrait avoir détruit"
        if event := self.events.get(word.i):
            return not past and any(c.status in AHEAD for c in self.desk.claims.get(event.id, ()))
        forms = (word, *self.parsed.kids(word.i, "aux:pass", "aux", "cop"))
        return not past and any(w.feat("VerbForm") == "Inf" or w.feat("Tense") == "Fut" or w.feat("Mood") == "Cnd" for w in forms)

    def _level(self, word: Word) -> Literal["ahead", "done", ""]:
        """Is it told as to come or as done? What is asked or announced is itself done where its verb is: "a fait appel"."""
        parsed, event = self.parsed, self.events.get(word.i)
        if event is not None and event.frame in _SPOKEN and not self._turns(word)[0]:
            return ""
        claim = next(iter(self.desk.claims.get(event.id, ())), None) if event else None
        stance = claim or read_stance(parsed, word.i, event.frame if event else "")
        if stance.negated or has_si(parsed, word.i) or is_asked(parsed, word.i):
            return ""
        finite, perfect = verb_group(parsed, word.i)
        if finite is not None and perfect and tense_of(finite) == "Imp":
            return ""  # "avait atteint" tells what was before
        if stance.status in SURE or stance.status in ("announced", "requested") and perfect and finite is not None:
            return "done"
        if stance.status not in AHEAD or self._is_thought(word, finite) or self._is_purpose(word):
            return ""
        return "ahead"

    def _is_thought(self, word: Word, finite: Word | None) -> bool:
        """In the subjunctive: what is feared or wished, by itself or under a modal."""
        return any(w.feat("Mood") == "Sub" for w in (finite, self.parsed.words[word.head]) if w is not None)

    def _is_purpose(self, word: Word) -> bool:
        """Behind "pour", "sans": itself, or the modal above it."""
        up = self.parsed.words[word.head]
        rows = (word, up) if up.lemma in ("pouvoir", "devoir", "aller") else (word,)
        return any(k.lower in _PURPOSE for w in rows for k in self.parsed.kids(w.i, "mark", "case"))

    def _turns(self, word: Word) -> tuple[frozenset[str], frozenset[str]]:
        """The acts of the table that a word tells, and the plain words beside it that belong to the turn."""
        rows = _turns().get(plain(word.lemma), ())
        if not rows:
            return frozenset(), frozenset()
        near = self.parsed.words[max(0, word.i - _REACH) : word.i + _REACH + 3]
        beside = {f for w in near if w.sent == word.sent and w.i != word.i for f in (plain(w.lemma), plain(w.lower))}
        told = [(act, groups) for act, groups in rows if all(g & beside for g in groups)]
        return frozenset(act for act, _ in told), frozenset(w for _, groups in told for g in groups for w in g & beside)

    def _act(self, word: Word) -> _Act:
        parsed = self.parsed
        clause = read_clause(parsed, word.i)
        doers, undergoers = _roles(clause)
        turns, idiom = self._turns(word)
        undergoers = tuple(i for i in undergoers if plain(parsed.words[i].lemma) not in idiom and word.lemma not in LIGHT)
        sentence = parsed.sentence_of(word.i)
        said = {w.i for w in parsed.words[sentence.first : sentence.last] if plain(w.lemma) in idiom or plain(w.lower) in idiom}
        others = [i for _, i in clause.obliques if parsed.words[i].lemma not in TIME_NOUNS and i not in said]
        span = clause_span(parsed, min((word.i, *clause.subjects)), word.i)
        nouns = [i for i in parsed.at(span.start, span.end) if i not in said and parsed.words[i].lemma not in TIME_NOUNS]
        event = self.events.get(word.i)
        cast = (k for i in range(sentence.first, sentence.last) if i in self.actors for k in self.keys(i))
        return _Act(
            parsed.report,
            word.i,
            span,
            plain(word.lemma),
            self.cores(word),
            turns,
            frozenset(k for i in doers for k in self.keys(i)),
            frozenset(k for i in undergoers for k in self.keys(i)),
            frozenset(k for i in others for k in self.keys(i)),
            frozenset(k for i in nouns if parsed.words[i].pos in ("NOUN", "PROPN") for k in self.keys(i)),
            frozenset(cast),
            self.desk.days_of(parsed.report, word.i),
            event.id if event else "",
        )


def _roles(clause: Clause) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who does it, and whom it befalls."""
    return (clause.agents, clause.subjects) if clause.passive else (clause.subjects, clause.objects)


@cache
def _turns() -> dict[str, tuple[tuple[str, tuple[frozenset[str], ...]], ...]]:
    """By plain word, the acts it tells and what must stand beside it."""
    found: dict[str, list[tuple[str, tuple[frozenset[str], ...]]]] = defaultdict(list)
    for row in read_table("lang/fr/plans.tsv", COLUMNS):
        for words in row.many("words"):
            head, *near = words.split("+")
            found[plain(head)].append((row["act"], tuple(frozenset(map(plain, g.split("/"))) for g in near)))
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def _turns_who() -> dict[str, str]:
    return {row["act"]: row.one_of("who", WHO) for row in read_table("lang/fr/plans.tsv", COLUMNS)}


def _once(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Each doing under one plan."""
    seen: set[tuple[str, ...]] = set()
    for draft in drafts:
        done = tuple(f"{v.report} {v.evidence}" for d in draft.differences for v in d.values if v.value == "happened")
        if done not in seen:
            seen.add(done)
            yield draft


def _draft(desk: Desk, plan: _Act, done: Sequence[Sequence[_Act]]) -> Draft | None:
    told = (Value(acts[0].report, "happened", tuple(dict.fromkeys(a.span for a in acts))) for acts in done)
    values = [Value(plan.report, "planned", (plan.span,)), *told]
    title = " ".join(desk.text(done[0][0].span).split())
    return draft_values(desk, "stance", title[:1].upper() + title[1:], Difference("status", "updated", in_order(values)))
