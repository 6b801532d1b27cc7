"""Who is spoken against in a report: accused, blamed, charged by the law, said to have done something, or merely talked of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recoupe.lang.plain import plain
from recoupe.match.acts.fillers import party_keys
from recoupe.match.acts.sides import one_party
from recoupe.match.desk import Desk
from recoupe.match.dispute.questions import Stand
from recoupe.match.dispute.turns import Turn, content_at
from recoupe.types import Event, Span

_PRONOUN = re.compile(r"(?i)\b(?:l['’]|les? |la |lui |leur )$")
# Acts by which the law, a jury or an employer holds somebody guilty of something; "procès", "juger" only tell that he is tried.
_LAW = frozenset(
    "mettre mise inculper inculpation poursuivre poursuite soupconner suspecter accuser verbaliser disqualifier disqualification"
    " exclure exclusion suspendre suspension radier radiation sanctionner sanction licencier licenciement limoger penaliser"
    " condamner condamnation deferer viser epingler".split()
)
_HOLDING = frozenset(("CHARGE", "SANCTION", "SENTENCE"))
_MOVED = frozenset(
    "preoccuper inquieter alarmer emouvoir plaindre protester pleuvoir contester regretter deplorer convoquer".split()
)
_MEASURES = frozenset(
    "disqualifier disqualification suspension exclusion radiation sanction licenciement inculpation verbaliser exclure".split()
)


@dataclass(frozen=True, slots=True)
class Blame:
    """Somebody is spoken against: by whom, and who it is."""

    kind: str  # accused, blamed (criticised), charged (by the law, a jury, a rumour), told
    turn: Turn
    toward: frozenset[str]
    pronoun: bool = False  # a pronoun stands for whom a verb of accusing governs


def find_blames(desk: Desk, report: str, charges: Sequence[Turn]) -> tuple[Blame, ...]:
    """All of a report, in order."""
    found = [*_of_charges(desk, charges), *_of_events(desk, report, charges)]
    return tuple(sorted(found, key=lambda b: (b.turn.at, b.kind)))


def _of_charges(desk: Desk, charges: Sequence[Turn]) -> Iterator[Blame]:
    for turn in charges:
        if not turn.who or turn.report and not turn.spans:
            continue
        toward = turn.toward - turn.who
        accuses = next((e for e in _events_at(desk, turn) if e.frame == "ACCUSE"), None) if turn.open else None
        if accuses is not None:
            pronoun = not accuses.targets and bool(_PRONOUN.search(_before(desk, accuses)))
            aimed = party_keys(desk, accuses.targets) or toward
            yield Blame("accused", turn, aimed - turn.who, pronoun)
        elif turn.open:
            yield Blame("blamed", turn, toward)
        elif toward:
            yield Blame("charged" if turn.words & _MEASURES else "told", turn, toward)


def _events_at(desk: Desk, turn: Turn) -> Iterator[Event]:
    """The acts of accusing whose words introduce a turn."""
    first = turn.spans[0]
    for event in desk.by_sentence.get((turn.report, turn.sentence), ()):
        if event.trigger.start <= first.start or first.start <= event.trigger.start < first.end:
            yield event


def _before(desk: Desk, event: Event) -> str:
    text = desk.readings[event.report].report.text
    start = event.trigger.start
    return re.sub(r"(?:\b(?:a|ont|avait|avaient|ayant) )$", "", text[max(0, start - 30) : start])


def _of_events(desk: Desk, report: str, charges: Sequence[Turn]) -> Iterator[Blame]:
    """Acts that no words of somebody tell: "tancé la proposition de X", "mis en examen", "aurait puisé dans la caisse"."""
    held = [s for c in charges if c.open for s in c.spans]
    cues = [s.cue for s in desk.readings[report].statements if s.cue]
    for event in desk.readings[report].events:
        claim = next(iter(desk.claims.get(event.id, ())), None)
        if claim is None or claim.negated or claim.status in ("denied", "hypothetical", "requested", "planned"):
            continue
        told = event.trigger.start
        if any(c.start <= told < c.end for c in cues):
            continue
        if _is_held(event) and claim.status in ("happened", "ongoing", "alleged", "state") and event.targets:
            yield Blame("charged", event_turn(desk, event, ()), party_keys(desk, event.targets))
        elif event.frame in ("ACCUSE", "CRITICISE") and not event.slots.nominal and plain(event.lemma) not in _MOVED:
            clause = desk.clause(event)
            if any(s.start < clause.end and clause.start < s.end for s in held):
                continue
            after = Span(report, event.trigger.end, max(clause.end, event.trigger.end + 1))
            inside = [m.actor for m in desk.readings[report].mentions if after.start <= m.span.start < after.end]
            toward = party_keys(desk, (*event.targets, *inside)) - party_keys(desk, event.agents)
            by = event.agents or _named_before(desk, event, toward)
            if toward:
                yield Blame("accused" if event.frame == "ACCUSE" else "blamed", event_turn(desk, event, by), toward)
        elif claim.status == "alleged" and event.agents:
            agents = party_keys(desk, event.agents)
            holders = tuple(s for s in claim.sources if s in desk.actors)
            if not agents & party_keys(desk, holders):
                yield Blame("charged", event_turn(desk, event, holders), agents)


def _named_before(desk: Desk, event: Event, toward: frozenset[str]) -> tuple[str, ...]:
    """Who does it where the parser lost the subject ("X avait, dès lundi, tancé …"): the one person its sentence names before."""
    bounds = desk.readings[event.report].parsed.sentences[event.slots.sentence]
    rows = [m for m in desk.readings[event.report].mentions if bounds.start <= m.span.start < event.trigger.start]
    persons = {m.actor for m in rows if m.actor in desk.actors and desk.actors[m.actor].kind == "person" and m.form == "name"}
    own = one_party(party_keys(desk, persons), toward)
    return tuple(persons) if len(persons) == 1 and not own else ()


def _is_held(event: Event) -> bool:
    lemma = plain(event.lemma)
    return lemma in _LAW and (event.frame in _HOLDING or lemma.startswith("disqualifi"))


def event_turn(desk: Desk, event: Event, by: Sequence[str]) -> Turn:
    """An act against somebody, told by nobody's words, as a turn of a quarrel; `by`: who does or says it."""
    turn = bare_turn(desk, desk.clause(event), event.slots.sentence, by, event.targets)
    return replace(turn, at=event.trigger.start)


def bare_turn(desk: Desk, span: Span, sentence: int, by: Sequence[str], toward: Sequence[str] = ()) -> Turn:
    """Words that set somebody against another and are no statement, as a turn of a quarrel; `by`: who does or says it."""
    words = desk.readings[span.report].parsed.at(span.start, span.end)
    own = party_keys(desk, by)
    return Turn(
        span.report,
        span.start,
        sentence,
        (span,),
        tuple(by),
        own,
        frozenset(),
        party_keys(desk, toward) - own,
        frozenset(),
        Stand(frozenset(), frozenset(), frozenset()),
        content_at(desk, span.report, words),
        plain(desk.text(span)),
        True,
        hard=True,
    )
