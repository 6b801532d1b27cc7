"""Who stands how to each event of a report: status, negation, certainty and the chain of sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.find.done.arguments import read_clause
from recoupe.find.done.claimwords import ACCUSING, claim_evidence, without_cue
from recoupe.find.done.effects import apply_effect, effect_of
from recoupe.find.done.factuality import Stance, read_stance
from recoupe.find.done.moods import STATIVE, is_asked, verb_group
from recoupe.find.done.nominals import PETITIONS
from recoupe.find.done.plover import asked_for
from recoupe.find.done.roles import FELT
from recoupe.find.said.tellers import Tellers, chains, speakers_of, under
from recoupe.find.who.bearers import Parties
from recoupe.lang.frames import noun_senses
from recoupe.parse.document import Parsed
from recoupe.types import Actor, Claim, Event, Mention, Span, Statement, Status, make_id

REAL: frozenset[Status] = frozenset(("happened", "ongoing", "state"))
# Where one of these is told, "je n'ai rien volé" is a denial and no mere negation.
_ACCUSING_FRAMES = frozenset("ACCUSE CHARGE DENY ARREST SENTENCE SANCTION INVESTIGATE SEARCH".split())
_DENIABLE = frozenset(("happened", "ongoing", "state"))
_MINE = frozenset(("je", "j'", "nous", "mon", "ma", "mes", "notre", "nos"))
_ITS = frozenset(("son", "sa", "ses", "leur", "leurs"))
_WITNESSED = frozenset("voir entendre savoir comprendre connaître trouver recevoir croire penser aimer dormir pouvoir".split())
_VOICES = frozenset("porte-parole service avocat avocate communiqué direction entourage".split())
_JUDGING = frozenset(("juger", "estimer", "trouver", "considérer", "qualifier"))
_REQUESTS = frozenset(("REQUEST", "APPEAL"))
_PLAIN = frozenset(("GENERIC", "PLAN"))
_ASKABLE = frozenset((*REAL, "planned", "announced"))
_PRESENTING = frozenset(("possible", "planned", "excluded", "requested", "announced"))
PROMISING = frozenset(("announce", "promise", "threaten", "agree", "offer"))
_PLEDGING = PROMISING - {"announce"}  # "il se rendra à Rome, a annoncé le palais" is a plan that the palace tells
ASKING = frozenset(("request", "demand", "order", "urge", "recommend"))
ACCUSATION = frozenset(
    "accusation allégation affirmation soupçon version propos déclaration information rumeur critique reproche fait tout idée"
    " thèse hypothèse".split()
)


def find_claims(
    parsed: Parsed, events: Sequence[Event], statements: Sequence[Statement], mentions: Sequence[Mention], actors: Sequence[Actor]
) -> tuple[Claim, ...]:
    """One claim per event and holder, in text order; a denial adds the denier's claim on what was alleged."""
    reader = _Reader(parsed, events, statements, mentions, actors)
    claims = [c for e in events for c in reader.claims(e)]
    claims += reader.denials(claims)
    unique = {c.id: c for c in claims}
    return tuple(unique.values())


class _Reader:
    """The statements and parties of one report, looked up by word."""

    def __init__(
        self,
        parsed: Parsed,
        events: Sequence[Event],
        statements: Sequence[Statement],
        mentions: Sequence[Mention],
        actors: Sequence[Actor],
    ) -> None:
        self.parsed = parsed
        self.events = events
        self.statements = {s.id: s for s in statements}
        self.parties = Parties(parsed, mentions, actors)
        self.actors = {a.id: a for a in actors}
        self.tellers = Tellers(parsed, statements, self.parties)
        self.predicates = frozenset(e.slots.predicate for e in events)
        self.accused = any(e.frame in _ACCUSING_FRAMES for e in events) or any(s.act in (*ACCUSING, "deny") for s in statements)
        self.suspects = frozenset(t for e in events if e.frame in _ACCUSING_FRAMES for t in e.targets)
        self.deniers = [
            (parsed.words[s.cue_word].sent, a) for s in statements if s.act == "deny" and s.cue_word >= 0 for a in speakers_of(s)
        ]

    def claims(self, event: Event) -> list[Claim]:
        """The claim of whoever tells the event."""
        i, predicate = event.slots.head, event.slots.predicate
        nominal = predicate == i and event.slots.nominal
        stance = read_stance(self.parsed, i if nominal else predicate, event.frame, nominal=nominal)
        statement = self.tellers.statement_of(i, event)
        levels = [level for c in self.tellers.chain(statement) for level in (speakers_of(c), self.tellers.cited(c))]
        if stance.holder >= 0 and (statement is None or stance.holder in statement.words or not any(levels)):
            levels = under(levels, self.tellers.holders(stance.holder))
        if statement is not None:
            stance = self._in_statement(event, statement, stance)
        elif stance.conditional and stance.status == "alleged" and not stance.perfect and (before := self.tellers.before(i)):
            stance, levels, statement = replace(stance, status="possible", certainty="possible"), [speakers_of(before)], before
        if event.frame == "DENY" and stance.status in REAL and not stance.negated:
            stance, levels = replace(stance, status="denied"), under(levels, event.agents or self.tellers.holders(predicate))
        if event.frame in _REQUESTS and stance.status in REAL and not stance.negated and self._asks(event):
            stance, levels = _requested(stance), under(levels, event.agents or self.tellers.holders(predicate))
        elif event.frame == "AGREE" and stance.status in REAL and not stance.negated and self._pledges(predicate):
            stance = replace(stance, status="announced", certainty="probable")  # "s'est engagé à livrer": what is pledged
            levels = under(levels, event.agents or self.tellers.holders(predicate))
        elif not nominal and stance.status in REAL and (seen := self._of_object(event, stance)):
            stance, held = seen
            levels = under(levels, self.tellers.holders(predicate)) if held else levels
        if event.frame == "OPINION":
            stance = replace(stance, status="opinion")
            if statement is None and self.parsed.words[predicate].lemma in _JUDGING:
                levels = under(levels, event.agents)  # "juge la vente inutile": who judges
        if stance.status in _ASKABLE and is_asked(self.parsed, i):
            stance = replace(stance, status="hypothetical", certainty="unknown")
        evidence = without_cue(self.parsed, claim_evidence(self.parsed, event, nominal, stance), event, statement)
        return [_claim(event, stance, sources, statement, evidence) for sources in chains(levels)]

    def _asks(self, event: Event) -> bool:
        """Is something or somebody asked: not "…, insiste-t-il"?"""
        clause = read_clause(self.parsed, event.slots.predicate)
        there = clause.objects or clause.obliques or clause.clitics or clause.infinitive or clause.que
        if event.slots.nominal and event.slots.head == event.slots.predicate:
            return False  # "la demande de report": told as a fact, by nobody in particular
        return clause.passive or event.slots.nominal or bool(there) or bool(asked_for(self.parsed, event.slots.predicate))

    def _pledges(self, predicate: int) -> bool:
        what = asked_for(self.parsed, predicate)
        infinitive = bool(what) and self.parsed.words[what[0]].feat("VerbForm") == "Inf"
        return infinitive and self.parsed.words[predicate].lemma not in ("proposer", "offrir")

    def _of_object(self, event: Event, stance: Stance) -> tuple[Stance, bool] | None:
        """ "Redoute une grève", "invoque une baisse": what such a verb tells is its object, as the verb presents it."""
        i = event.slots.predicate
        word = self.parsed.words[i]
        if event.frame not in _PLAIN or word.pos != "VERB":
            return None
        effect, held = effect_of(self.parsed, word)
        if effect not in _PRESENTING and not (held and effect == "said"):
            return None
        clause = read_clause(self.parsed, i)
        if clause.infinitive or clause.que or any(k.dep in ("ccomp", "xcomp") and k.pos == "VERB" for k in self.parsed.kids(i)):
            return None
        things = (*(clause.subjects if clause.passive else clause.objects), *(k for p, k in clause.obliques if p in ("à", "sur")))
        nouns = [k for k in things if self.parsed.words[k].pos == "NOUN" and self.parsed.words[k].lemma not in PETITIONS]
        if not any(self.parsed.words[k].lemma in noun_senses() or (held and _indefinite(self.parsed, k)) for k in nouns):
            return None
        return apply_effect(self.parsed, effect or "", word, Stance("happened", finite=False), stance, held=held), held

    def _in_statement(self, event: Event, statement: Statement, stance: Stance) -> Stance:
        """What the act of the statement makes of the event."""
        act, status = statement.act, stance.status
        if act in ACCUSING and status in (*REAL, "alleged", "planned"):
            return replace(stance, status="alleged", certainty="unknown")
        if act == "deny" and status in (*REAL, "alleged"):
            return replace(stance, status="denied") if self._in_scope(event, statement, stance) else stance
        if (
            status in REAL
            and statement.mode == "direct"
            and stance.negated
            and self.parsed.words[event.slots.predicate].lemma in FELT
        ):
            return replace(stance, status="opinion")  # "cela ne nous inquiète pas": nobody is accused
        if stance.conditional and event.frame in STATIVE:
            return replace(stance, status="possible", certainty="possible")
        if stance.conditional and status == "alleged" and not stance.perfect:
            return self._future_in_past(event, statement, stance)
        if stance.negated and stance.finite and status in _DENIABLE and self._denies(event, statement):
            return replace(stance, status="denied")
        if status == "planned" and act in ASKING:
            return _requested(stance)
        if stance.conditional and status == "possible" and act in PROMISING and self._above(event) == "devoir":
            return replace(stance, status="planned", certainty="probable")
        own = stance.finite and self._own(event, statement)
        if status == "planned" and (act in _PLEDGING or own) and not stance.negated:
            return replace(stance, status="announced")
        if status in REAL and act in ("praise", "criticise") and not stance.finite and not event.slots.nominal:
            return replace(stance, status="alleged", certainty="unknown")
        if status in REAL and event.plover is not None and event.plover.mode == "disapprove" and statement.mode == "direct":
            if any(w in ("nous", "me", "m'", "je", "moi") for w in self._neighbours(event.slots.predicate)):
                return replace(stance, status="opinion")
        return stance

    def _in_scope(self, event: Event, statement: Statement, stance: Stance) -> bool:
        """Does the denial fall on this event: the head of what is denied, not what its phrases bring along ("les otages détenus",
        "au contraire de ce que disait le préfet")?
        """
        words, cue = self.parsed.words, statement.cue_word
        if statement.mode == "direct" or cue < 0:
            return True
        i = event.slots.predicate
        if event.slots.nominal and event.slots.head == i:
            if words[i].head == cue:
                return not words[i].dep.startswith("obl:mod")
            if words[i].head in self.predicates or words[words[i].head].pos == "NOUN":
                return False
        for up in (words[i], *self.parsed.ancestors(i)):
            if up.i == cue:
                return True
            if up.dep.startswith(("acl", "advcl")) and up.head != cue and words[up.head].lemma not in ACCUSATION:
                return False
            if (
                up.i != i
                and up.i in self.predicates
                and up.lemma not in ACCUSATION
                and not words[i].dep.startswith(("conj", "xcomp"))
            ):
                return False
        return True

    def _denies(self, event: Event, statement: Statement) -> bool:
        """Does the speaker say "no" for himself, or for his client or his own, in a report where somebody is accused?"""
        i, speakers = event.slots.predicate, set(speakers_of(statement))
        if not self.accused or event.slots.nominal:
            return False
        since = [(event.slots.sentence - k, a) for k, a in self.deniers]
        if any(a in speakers and 0 <= n <= 2 for n, a in since):
            return True  # "La firme dément. « Aucune vanne n'a été ouverte », écrit-elle."
        if any(0 <= n <= 1 for n, _ in since) and any(self._speaks_for_another(s) for s in speakers):
            return True  # "…, assure son service de presse"
        if self.parsed.words[i].lemma in _WITNESSED and not speakers & self.suspects:
            return False
        if speakers & set(event.agents):
            return True
        own = _MINE if statement.mode == "direct" else _MINE | _ITS
        clause = read_clause(self.parsed, i)
        return any(
            self.parsed.words[k].lower in own or any(d.lower in own for d in self.parsed.kids(k, "det")) for k in clause.subjects
        )

    def _speaks_for_another(self, speaker: str) -> bool:
        actor = self.actors.get(speaker)
        return actor is not None and any(w in _VOICES for w in actor.name.lower().split())

    def _above(self, event: Event) -> str:
        words = self.parsed.words
        return words[words[event.slots.predicate].head].lemma

    def _neighbours(self, i: int) -> list[str]:
        return [k.lower for k in self.parsed.kids(i)]

    def _future_in_past(self, event: Event, statement: Statement, stance: Stance) -> Stance:
        """A conditional under a past verb of speech is its future ("a promis qu'il viendrait"), else the speaker's guess."""
        cue = statement.cue_word
        if statement.mode in ("indirect", "mixed") and cue >= 0:
            finite, perfect = verb_group(self.parsed, cue)
            if perfect or (finite is not None and finite.feat("Tense") in ("Past", "Imp")):
                status: Status = (
                    "announced"
                    if not stance.negated and (statement.act in PROMISING or self._own(event, statement))
                    else "planned"
                )
                return replace(stance, status=status, certainty="probable", tense="future")
        return replace(stance, status="possible", certainty="possible")

    def _own(self, event: Event, statement: Statement) -> bool:
        """Does the speaker speak of what he, or the state he speaks for, will do?"""
        speakers = speakers_of(statement)
        if set(speakers) & set(event.agents):
            return True
        countries = {self.actors[s].country for s in speakers if s in self.actors} - {None}
        return any(
            a in self.actors and self.actors[a].kind == "state" and self.actors[a].country in countries for a in event.agents
        )

    def denials(self, claims: Sequence[Claim]) -> list[Claim]:
        """What "X nie ces accusations" denies: the events of the last accusation, or those its object names."""
        by_event = {c.event: c for c in claims}
        events = {e.id: e for e in self.events}
        out: list[Claim] = []
        for own in claims:
            event = events[own.event]
            if event.frame != "DENY" or own.status != "denied" or not own.sources:
                continue
            for other in self._denied(event, by_event):
                base = by_event[other.id]
                if base.sources[-1:] != own.sources[-1:]:
                    statement = self.statements.get(own.statement or "")
                    stance = Stance("denied", base.negated)
                    out.append(_claim(other, stance, own.sources, statement, own.evidence[0]))
        return out

    def _denied(self, denial: Event, by_event: Mapping[str, Claim]) -> list[Event]:
        """The accused events a denial answers: nearest allegation before (or just after) it that fits its object."""
        head = denial.slots.head
        objects = set(denial.slots.object) - ACCUSATION
        anaphoric = bool(set(denial.slots.object) & ACCUSATION) or not denial.slots.object
        alleged = [
            e
            for e in self.events
            if e.id in by_event
            and by_event[e.id].status == "alleged"
            and by_event[e.id].sources
            and abs(e.slots.sentence - denial.slots.sentence) <= 6
        ]
        if objects:
            fitting = [e for e in alleged if _overlap(objects, e)]
            if fitting:
                return fitting[-2:]
        if not anaphoric:
            return []
        before = [e for e in alleged if e.slots.head < head]
        if not before:
            return []
        last = by_event[before[-1].id]
        return [e for e in before if by_event[e.id].statement == last.statement and by_event[e.id].sources == last.sources][-4:]


def _overlap(objects: set[str], event: Event) -> bool:
    words = {event.lemma, *event.slots.object, *event.slots.content}
    if words & objects:
        return True
    return event.frame == "SUPPLY" and bool(objects & {"transfert", "livraison", "fourniture", "envoi", "arme"})


def _indefinite(parsed: Parsed, i: int) -> bool:
    return any(k.lower in ("un", "une", "des", "de", "d'") for k in parsed.kids(i, "det"))


def _requested(stance: Stance) -> Stance:
    return replace(stance, status="requested", certainty="unknown")


def _claim(event: Event, stance: Stance, sources: tuple[str, ...], statement: Statement | None, evidence: Span) -> Claim:
    certainty = "unknown" if stance.status == "alleged" else stance.certainty
    name = make_id("c", event.id, statement.id if statement else None, *sources)
    return Claim(
        name, event.id, stance.status, stance.negated, certainty, sources, statement.id if statement else None, (evidence,)
    )
