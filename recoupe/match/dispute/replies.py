"""What the accused answers without a word of denial: "Malte n'a pas répondu", « Aucun appel n'est resté sans réponse »."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from recoupe.lang.plain import plain
from recoupe.match.acts.fillers import party_keys
from recoupe.match.acts.likeness import alike
from recoupe.match.acts.sides import PERSON, ROLE, one_party
from recoupe.match.desk import Desk
from recoupe.match.dispute.deeds import ACCUSALS
from recoupe.match.dispute.denials import Denial, is_negative, lemmas_of
from recoupe.match.dispute.rebuttalwords import excuses, rebuttals
from recoupe.match.drafts import Draft
from recoupe.types import Event, Span, Statement

_HELD = frozenset(("accuse", "suspect", "criticise", "deny", "request"))
_NONE = frozenset("aucun aucune nul nulle rien jamais personne".split())
_LONGEST = 40  # words of an answer
_SHORT = 16  # of one that does no more than answer


def find_replies(desk: Desk, drafts: Sequence[Draft], answered: set[int]) -> dict[int, list[Denial]]:
    """By matter: what the party that it accuses says to the contrary, in any report of the affair."""
    found: dict[int, list[Denial]] = defaultdict(list)
    for n, draft in enumerate(drafts):
        if draft.kind == "event" and n not in answered:
            for event in (desk.events[e] for e in draft.events):
                if _accuses(desk, event):
                    found[n] += (d for d in _answers(desk, event) if d not in found[n])
    return {n: given for n, given in found.items() if given}


def _accuses(desk: Desk, event: Event) -> bool:
    """Does somebody accuse somebody, in earnest and not long ago?"""
    told = desk.claims.get(event.id, ())
    named = event.frame == "ACCUSE" or plain(event.lemma) in ACCUSALS
    return named and bool(told) and not told[0].negated and told[0].status not in ("denied", "hypothetical")


def _answers(desk: Desk, event: Event) -> Iterator[Denial]:
    holders = party_keys(desk, event.agents)
    accused = party_keys(desk, event.targets) - holders
    bodies = any(desk.actors[a].kind in ("state", "organisation", "place") for a in event.targets if a in desk.actors)
    charge = _charge(desk, event)
    for report in sorted(desk.related[event.report] | {event.report}):
        for statement in desk.readings[report].statements:
            speakers = party_keys(desk, statement.speakers)
            if not speakers or statement.act in _HELD or not statement.words or _meets(speakers, holders, sides=False):
                continue
            if any(s.report == event.report and s.start <= event.trigger.start < s.end for s in statement.spans):
                continue  # "n'a aucun compte à rendre à ceux qui l'accusent"
            side = _meets(speakers, accused, sides=bodies)
            near = report == event.report and statement.spans[0].start > event.trigger.start
            if _says_no(desk, statement, charge, side=side, near=near):
                yield _denial(desk, report, statement)


def _meets(a: frozenset[str], b: frozenset[str], *, sides: bool) -> bool:
    """One party; with `sides`, or one of its side ("les forces maltaises" and "Malte")."""
    return bool(a & b - {PERSON, ROLE}) if sides else one_party(a, b)


def _charge(desk: Desk, event: Event) -> frozenset[str]:
    """Plain lemmas of what somebody is accused of."""
    words = {*event.slots.object, *event.slots.content}
    for statement in desk.readings[event.report].statements:
        if statement.cue and statement.cue.start <= event.trigger.start < statement.cue.end:
            words |= lemmas_of(desk, statement)
    return frozenset(p for w in words if len(p := plain(w)) > 2) - ACCUSALS


def _says_no(desk: Desk, statement: Statement, charge: frozenset[str], *, side: bool, near: bool) -> bool:
    """Does the accused say that it was not so, or that all was as it should be? Somebody else must name the deed to deny it."""
    if len(statement.words) > _LONGEST:
        return False
    parsed = desk.readings[statement.spans[0].report].parsed
    said = lemmas_of(desk, statement)
    negated = any(parsed.words[i].lower in ("ne", "n'") for i in statement.words)  # "sans rien apercevoir" denies nothing
    none = [i for i in statement.words if negated and plain(parsed.words[i].lower) in _NONE]
    if not side:  # « aucun civil n'a été touché »
        every = [i for i in none if parsed.words[i].dep == "det" and (not i or parsed.words[i - 1].lower != "plus")]
        denied = {plain(parsed.words[parsed.words[i].head].lemma) for i in every}
        return bool(denied & charge) and is_negative(desk, statement)
    short = len(statement.words) <= _SHORT
    named = bool(alike(said, charge))
    if said & (rebuttals() | excuses()):
        return short and (near or named)
    return is_negative(desk, statement) and (bool(none) and short and (near or named) or bool(alike(said, charge) & charge))


def _denial(desk: Desk, report: str, statement: Statement) -> Denial:
    first = statement.spans[0]
    parsed = desk.readings[report].parsed
    spans: tuple[Span, ...] = tuple(s for s in (*statement.spans, statement.speaker_span) if s and s.end - s.start < 500)
    events = [e.id for e in desk.readings[report].events if any(s.start <= e.trigger.start < s.end for s in statement.spans)]
    sentence = parsed.words[statement.words[0]].sent
    return Denial(report, first.start, sentence, spans, statement.speakers, frozenset(), tuple(events), frozenset(), False)
