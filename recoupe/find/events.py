"""What happens, or is spoken of, in one report: every trigger with its frame, its parties, its place, time and figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from recoupe.find.arguments import preposition_of
from recoupe.find.evidence import clause_words
from recoupe.find.factuality import Stance, read_stance
from recoupe.find.plover import NATURE, code_event
from recoupe.find.triggers import Trigger, find_triggers, heads
from recoupe.parse.document import Parsed
from recoupe.types import Actor, ActorKind, Event, Figure, Mention, Plover, Slots, Span, Statement, make_id

if TYPE_CHECKING:
    from recoupe.find.whens import TimeExpression

TOWARDS = frozenset(("à", "contre", "envers", "avec", "sur", "vers", "auprès", "auprès de", "devant", "de", "chez", "pour"))
WHERE = frozenset(("à", "en", "dans", "sur", "près", "chez", "vers", "sous", "devant", "hors", "au", "entre"))
UNDERGOING = frozenset(("DIE", "CRASH", "DISASTER", "BIRTH", "INJURE", "BLAST"))  # the subject is who it happens to
# The one who feels is the object: "ce tir inquiète Tokyo".
FELT = frozenset(("inquiéter", "préoccuper", "alarmer", "indigner", "choquer", "surprendre", "rassurer", "satisfaire", "réjouir"))
DESTINATION = frozenset(("VISIT",))
CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))
ORDINALS = frozenset("premier second deuxième troisième quatrième dernier nouveau prochain précédent ancien autre futur".split())


def find_events(
    parsed: Parsed,
    mentions: Sequence[Mention],
    actors: Sequence[Actor],
    times: Sequence[TimeExpression],
    figures: Sequence[Figure],
    statements: Sequence[Statement],
) -> tuple[Event, ...]:
    """The events of a report in text order, one a trigger. Mentions of one event are merged later, by `recoupe.match`."""
    parties = Parties(parsed, mentions, actors)
    cues = {s.cue_word: s.act for s in statements if s.cue_word >= 0}
    quoted = frozenset(w for s in statements for w in s.words)
    triggers = find_triggers(parsed, parties.kinds, cues, quoted)
    named = heads(triggers)
    whens = _owners(parsed, [(t.first, t.last, t.id) for t in times if not t.dateline], named)
    counts = _owners(parsed, [(f.head, f.head + 1, f.id) for f in figures if f.head >= 0], named)
    return tuple(_event(parsed, t, parties, whens.get(t.i, []), counts.get(t.i, [])) for t in triggers)


class Parties:
    """Which actor a word stands for."""

    __slots__ = ("_actors", "_heads", "_words", "kinds", "parsed")

    def __init__(self, parsed: Parsed, mentions: Sequence[Mention], actors: Sequence[Actor]) -> None:
        self.parsed = parsed
        self._actors = {a.id: a for a in actors}
        self._heads: dict[int, Mention] = {}
        self._words: dict[int, Mention] = {}
        for mention in mentions:
            if mention.head >= 0:
                self._heads.setdefault(mention.head, mention)
            for w in parsed.at(mention.span.start, mention.span.end):
                other = self._words.get(w)
                if other is None or _length(mention.span) < _length(other.span):
                    self._words[w] = mention
        self.kinds: dict[int, ActorKind] = {
            w: self._actors[m.actor].kind for w, m in self._heads.items() if m.actor in self._actors
        }

    def of(self, i: int) -> str | None:
        """The actor of the mention whose head is word i (or that covers it)."""
        mention = self._heads.get(i) or (self._words.get(i) if self.parsed.words[i].pos in ("PROPN", "PRON", "NOUN") else None)
        return mention.actor if mention else None

    def kind(self, actor: str) -> ActorKind | None:
        """The kind of an actor."""
        found = self._actors.get(actor)
        return found.kind if found else None

    def span(self, i: int) -> Span:
        """The words of the mention at i, or word i itself."""
        mention = self._heads.get(i) or self._words.get(i)
        word = self.parsed.words[i]
        return mention.span if mention else Span(self.parsed.report, word.start, word.end)


def _length(span: Span) -> int:
    return span.end - span.start


def _owners(parsed: Parsed, items: list[tuple[int, int, str]], named: Mapping[int, Trigger]) -> dict[int, list[str]]:
    """Each time or figure belongs to the nearest trigger above it."""
    found: dict[int, list[str]] = {}
    for first, last, name in items:
        if not 0 <= first < len(parsed.words):
            continue
        i = first
        while first <= parsed.words[i].head < last and parsed.words[i].head != i:
            i = parsed.words[i].head
        for above in (parsed.words[i], *parsed.ancestors(i)):
            if trigger := named.get(above.i):
                found.setdefault(trigger.i, []).append(name)
                break
    return found


def _event(parsed: Parsed, trigger: Trigger, parties: Parties, whens: list[str], figures: list[str]) -> Event:
    i, word = trigger.i, parsed.words[trigger.i]
    low, high = clause_words(parsed, trigger.predicate, i, trigger.nominal)
    content = tuple(w.lemma for w in parsed.words[low : high + 1] if w.pos in CONTENT and w.i != i)
    stance = stance_of(parsed, trigger)
    agents, targets, place = _roles(parsed, trigger, parties)
    span = Span(parsed.report, word.start, word.end)
    doers = [parsed.words[w].lemma for s in trigger.clause.subjects for w in _phrase(parsed, s)]
    doers = [d for d in doers if d in NATURE]
    code = code_event(trigger.sense, stance, frozenset((*content, *doers)), "conjoint" in content or "commun" in content)
    return Event(
        make_id("e", parsed.report, span.start, span.end),
        parsed.report,
        (span,),
        span,
        word.lemma,
        trigger.sense.frame,
        code if code is None or _told(trigger, agents, targets, code) else None,
        _ids(parties, agents),
        _ids(parties, targets),
        parties.of(place) if place >= 0 else None,
        whens[0] if whens else None,
        tuple(dict.fromkeys(figures)),
        _slots(parsed, trigger, parties, stance, agents, targets, place, content),
    )


def stance_of(parsed: Parsed, trigger: Trigger) -> Stance:
    """The stance of the text on what a trigger names."""
    if trigger.nominal:
        return read_stance(parsed, trigger.i, trigger.sense.frame, nominal=True)
    return read_stance(parsed, trigger.predicate, trigger.sense.frame)


def _told(trigger: Trigger, agents: list[int], targets: list[int], code: Plover) -> bool:
    """A code needs somebody: a bare noun with no party at all is too thin to be coded."""
    return not trigger.nominal or bool(agents or targets) or code.type in ("ASSAULT", "PROTEST", "COERCE")


def _ids(parties: Parties, words: list[int]) -> tuple[str, ...]:
    found = [a for w in words if (a := parties.of(w)) is not None]
    return tuple(dict.fromkeys(found))


def _roles(parsed: Parsed, trigger: Trigger, parties: Parties) -> tuple[list[int], list[int], int]:
    """Heads of the agents, of the targets, and of the place (-1 without one)."""
    clause, frame = trigger.clause, trigger.sense.frame
    agents = list(clause.agents if clause.passive else clause.subjects)
    targets = list(clause.subjects if clause.passive else clause.objects) + list(clause.clitics)
    place = -1
    lemma = parsed.words[clause.head].lemma
    if lemma == "attendre" and clause.passive:  # "est attendu à Rome": he is the visitor
        agents, targets = targets, agents
    elif lemma in FELT and not clause.reflexive and (targets or clause.passive):
        agents, targets = targets, agents
    for p, k in clause.obliques:
        actor = parties.of(k)
        kind = parties.kind(actor) if actor else None
        if p in WHERE and kind in ("place", "state") and place < 0:
            place = k
            if kind == "state" and (frame in DESTINATION or p in ("à", "vers")):
                targets.append(k)
            elif frame in DESTINATION:
                targets.append(k)
        elif p in TOWARDS and actor:
            targets.append(k)
    if trigger.occurring:
        agents, targets = [], []
    elif trigger.i != trigger.predicate:
        agents, targets = [a for a in agents if a != trigger.i], [t for t in targets if t != trigger.i]
    if trigger.undergone:
        agents, targets = [], list(clause.subjects)
    if frame in UNDERGOING and not clause.passive and (frame == "DIE" or not clause.objects):
        agents, targets = [], agents + targets
    if trigger.nominal or trigger.i != trigger.predicate:
        more, others, where = _noun_roles(parsed, trigger, parties)
        agents += [a for a in more if a not in agents]
        targets += [t for t in others if t not in targets]
        place = where if place < 0 else place
    return agents, targets, place


def _noun_roles(parsed: Parsed, trigger: Trigger, parties: Parties) -> tuple[list[int], list[int], int]:
    """Parties of an event noun: genitive, possessive, adjective of nationality, "entre", "à", "contre", "par"."""
    agents: list[int] = []
    targets: list[int] = []
    place = -1
    de = trigger.sense.de
    for k in _complements(parsed, trigger.i):
        kid = parsed.words[k]
        base = kid.dep.split(":", 1)[0]
        group = [k] + [c.i for c in parsed.kids(k, "conj") if c.pos in ("NOUN", "PROPN", "PRON")]
        if kid.dep == "det" and kid.feat("Poss") == "Yes" or base == "amod" and k in parties.kinds:
            (targets if de == "target" and kid.dep == "det" else agents).append(k)
        elif base in ("nmod", "obl", "acl") and kid.pos in ("NOUN", "PROPN", "PRON"):
            p = preposition_of(parsed, k)
            kind = parties.kind(actor) if (actor := parties.of(k)) else None
            if p == "par":
                agents += group
            elif p == "entre" or (p == "de" and de == "both"):
                agents += group
            elif p == "de":
                (agents if de == "agent" else targets).extend(group if de != "none" else [])
                place = k if kind in ("place", "state") and de in ("none", "target") and place < 0 else place
            elif p in WHERE and kind in ("place", "state"):
                place = k if place < 0 else place
                if (
                    kind == "state"
                    and trigger.sense.frame in ("VISIT", "SUPPORT", "SUPPLY", "AID")
                    or trigger.sense.frame in DESTINATION
                ):
                    targets += group
            elif p in TOWARDS and actor:
                targets += group
    return agents, targets, place


def _complements(parsed: Parsed, i: int) -> list[int]:
    """The dependents of a noun, with "entre X et Y" soon after it, which the parser often hangs on the verb or on the theme."""
    found = list(parsed.children[i])
    for k in range(i + 1, min(i + 5, parsed.sentence_of(i).last)):
        word = parsed.words[k]
        if word.pos in ("VERB", "AUX", "PUNCT"):
            break
        if word.lower == "entre" and word.head not in found and word.head > i:
            found.append(word.head)
    return found


def _slots(
    parsed: Parsed,
    trigger: Trigger,
    parties: Parties,
    stance: Stance,
    agents: list[int],
    targets: list[int],
    place: int,
    content: tuple[str, ...],
) -> Slots:
    themes = _themes(parsed, trigger)
    words = [w for t in themes for w in _phrase(parsed, t)]
    adjectives = [k for k in parsed.kids(trigger.i, "amod", "nummod") if k.i not in parties.kinds]
    determiners = [k.lower for k in parsed.kids(trigger.i, "det")]
    return Slots(
        head=trigger.i,
        predicate=trigger.predicate,
        sentence=parsed.words[trigger.i].sent,
        object=tuple(dict.fromkeys(parsed.words[w].lemma for w in words if parsed.words[w].pos in CONTENT)),
        object_span=parsed.span(min(words), max(words) + 1) if words else None,
        agent_spans=tuple(parties.span(a) for a in agents),
        target_spans=tuple(parties.span(t) for t in targets),
        place_span=parties.span(place) if place >= 0 else None,
        place_name=parsed.text[parties.span(place).start : parties.span(place).end] if place >= 0 else None,
        modifiers=tuple(k.lemma for k in adjectives),
        tense=stance.tense,
        definite=any(d in ("ce", "cet", "cette", "ces", "le", "la", "l'", "les") for d in determiners),
        nominal=trigger.nominal or trigger.i != trigger.predicate,
        content=tuple(dict.fromkeys(content)),
    )


def _themes(parsed: Parsed, trigger: Trigger) -> list[int]:
    """The heads of what the event is about."""
    clause = trigger.clause
    if trigger.nominal or trigger.i != trigger.predicate:
        return [k.i for k in parsed.kids(trigger.i, "nmod", "obl") if k.pos in ("NOUN", "PROPN")]
    patients = list(clause.subjects if clause.passive else clause.objects)
    return patients or [k for p, k in clause.obliques if p in ("de", "sur", "à")][:1]


def _phrase(parsed: Parsed, i: int) -> list[int]:
    """The words of a noun phrase without the clauses that hang on it."""
    out = [i]
    for kid in parsed.kids(i, "amod", "nmod", "flat", "nummod", "conj", "fixed"):
        if kid.pos not in ("VERB", "AUX"):
            out += _phrase(parsed, kid.i) if kid.i != i else []
    return sorted(out)
