"""What a matter says somebody did, and on whose word: the deeds that a denial may answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.acts.fillers import party_keys
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.types import Claim, Event, Statement

_ACCUSING = frozenset(("ACCUSE", "CHARGE"))
_CHARGED = frozenset(("alleged", "happened", "ongoing", "state", "opinion", "possible"))
_SPEEDS = frozenset(("kilomètre à l'heure", "km/h", "nœud"))


@dataclass(frozen=True, slots=True)
class Charge:
    """What a matter says somebody did, and on whose word."""

    draft: int
    report: str
    at: int
    sentence: int
    event: str
    accused: frozenset[str]  # keys of parties
    parties: frozenset[str]  # and of whom it befell
    holders: frozenset[str]
    words: frozenset[str]  # lemmas of its clause
    act: frozenset[str]  # the deed, and what it was done to
    frame: str
    open: bool  # alleged, or told by somebody who accuses
    accusing: bool = False  # told by a word of accusing
    deed: str = ""  # the plain lemma of the act alone


def charges_of(desk: Desk, n: int, draft: Draft, answering: set[str]) -> Iterator[Charge]:
    """One for every event that somebody but a denier tells as done."""
    for event in (desk.events[e] for e in draft.events):
        told = [c for c in desk.claims.get(event.id, ()) if not c.negated and c.status in _CHARGED]
        if event.frame == "DENY" or event.id in answering or not told or _only_narrows(desk, event):
            continue  # "accusé d'avoir rejeté des eaux" is a charge, whatever else "rejeter" may be
        claim = told[0]
        accusing = event.frame in _ACCUSING or plain(event.lemma) in ACCUSALS
        quoted = _quoted(desk, event) if accusing else None  # « … », accuse X: X is no target
        speaks = accusing or event.frame == "CRITICISE"  # who criticises holds what he says: he does not deny it
        holders = quoted.speakers if quoted else (*claim.sources[-1:], *(event.agents if speaks else ()))
        blamed = _within(desk, quoted) if quoted else event.targets if accusing else event.agents
        words, act = _words_of(desk, event)
        if event.frame in PUBLIC and not act - _PROCEDURE:
            continue  # "mis en examen": of what, others say
        yield Charge(
            n,
            event.report,
            event.trigger.start,
            event.slots.sentence,
            event.id,
            party_keys(desk, blamed),
            party_keys(desk, blamed if quoted else (*event.agents, *event.targets)),
            party_keys(desk, holders),
            words,
            act,
            event.frame,
            event.frame not in PUBLIC and (claim.status == "alleged" or accusing or _accuses(desk, claim)),
            (accusing and bool(quoted or event.targets or not event.slots.undergoer)) or _accuses(desk, claim),  # not the weather
            plain(event.lemma),
        )


def _only_narrows(desk: Desk, event: Event) -> bool:
    """Is it a participle that only says which: "des civils libérés"?"""
    parsed, i = desk.readings[event.report].parsed, event.slots.head
    if event.slots.nominal or not 0 <= i < len(parsed.words):
        return False
    word = parsed.words[i]
    return word.dep in ("acl", "amod") and word.head == i - 1 and all(k.dep == "punct" for k in parsed.kids(i))


def _quoted(desk: Desk, event: Event) -> Statement | None:
    """The quotation that this verb of accusing introduces."""
    for statement in desk.readings[event.report].statements:
        cue = statement.cue
        if cue and statement.mode == "direct" and statement.speakers and cue.start <= event.trigger.start < cue.end:
            return statement
    return None


def _within(desk: Desk, statement: Statement) -> tuple[str, ...]:
    """The actors named in what is said."""
    rows = desk.readings[statement.spans[0].report].mentions
    named = [m.actor for m in rows for s in statement.spans if s.start <= m.span.start < s.end]
    return tuple(dict.fromkeys(a for a in named if a not in statement.speakers))


def _accuses(desk: Desk, claim: Claim) -> bool:
    statement = desk.statements.get(claim.statement or "")
    return statement is not None and statement.act in ("accuse", "suspect", "criticise")


def _words_of(desk: Desk, event: Event) -> tuple[frozenset[str], frozenset[str]]:
    """Plain lemmas of the clause, and of the deed alone. Of an act of accusing: what somebody is accused of."""
    slots = event.slots
    act = {event.lemma, *slots.object}
    words = {*act, *slots.content, *slots.undergoer}
    if event.frame in _ACCUSING or plain(event.lemma) in ACCUSALS:
        for statement in desk.readings[event.report].statements:
            if statement.cue and statement.cue.start <= event.trigger.start < statement.cue.end:
                parsed = desk.readings[event.report].parsed.words
                words |= {parsed[i].lemma for i in statement.words if parsed[i].pos in ("NOUN", "VERB", "ADJ", "ADV")}
                act |= words
    if any(desk.figures[f].unit in _SPEEDS for f in event.figures if f in desk.figures):
        act.add("vitesse")
    names = {plain(w) for s in (*slots.agent_spans, *slots.target_spans) for w in desk.text(s).split()}
    weak = names | function_words() | news_words()
    kept, deed = (frozenset(p for w in some if len(p := plain(w)) > 2 and p not in weak) for some in (words | act, act))
    return kept | {plain(event.lemma)}, deed | {plain(event.lemma)}


def innermost(charges: list[Charge]) -> list[Charge]:
    """Without the acts of accusing whose content is a charge itself: "est soupçonné d'avoir incendié"."""
    inner = {c.sentence for c in charges if c.open and c.event and not c.act & ACCUSALS}
    return [c for c in charges if not (c.act & ACCUSALS and c.sentence in inner)]


# What a court or the police did is a public act: its grounds can be denied, not the act.
PUBLIC = frozenset("CHARGE ARREST SENTENCE SEARCH INVESTIGATE TOLL".split())
_PROCEDURE = frozenset(
    "mettre examen inculper inculpation poursuivre poursuite juger juge proces placer renvoyer ecrouer".split()
)
ACCUSALS = frozenset("accuser soupconner reprocher suspecter imputer blamer incriminer".split())
