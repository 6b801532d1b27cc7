"""Who does it and to whom: the actors beside a trigger, by its construction and its sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoupe.find.done.arguments import whole_and_parts
from recoupe.find.done.lightverbs import UNDERGO
from recoupe.find.done.places import Place
from recoupe.find.done.themes import UNDERGOING
from recoupe.find.done.trigger import Trigger
from recoupe.find.done.wordforms import is_participle, preposition_of
from recoupe.find.who.bearers import Parties
from recoupe.lang.frames import noun_classes
from recoupe.parse.document import Parsed

if TYPE_CHECKING:
    pass

TOWARDS = frozenset(("à", "contre", "envers", "avec", "sur", "vers", "auprès", "auprès de", "devant", "de", "chez", "pour"))
WHERE = frozenset(("à", "en", "dans", "sur", "près", "chez", "vers", "sous", "devant", "hors", "au", "entre"))
# The one who feels is the object: "ce tir inquiète Tokyo".
FELT = frozenset(("inquiéter", "préoccuper", "alarmer", "indigner", "choquer", "surprendre", "rassurer", "satisfaire", "réjouir"))
DESTINATION = frozenset(("VISIT",))
# What is done to somebody: "livrer des missiles à l'Iran" tells no place.
RECEIVING = frozenset(
    "SUPPLY AID SUPPORT SELL REQUEST AGREE PROPOSE ACCUSE PHONE THREATEN RETURN RECOGNISE INFORM SANCTION CRITICISE"
    " PRAISE".split()
)
PHYSICAL = frozenset(("ATTACK", "CRASH", "BLAST", "EXPLODE", "SHELL", "FIRE"))  # a state is no thing to be hit


def read_roles(parsed: Parsed, trigger: Trigger, parties: Parties, place: Place | None) -> tuple[list[int], list[int]]:
    """Heads of the agents and of the targets."""
    clause, frame = trigger.clause, trigger.sense.frame
    agents = list(clause.agents if clause.passive else clause.subjects)
    targets = list(clause.subjects if clause.passive else clause.objects) + list(clause.clitics)
    lemma = parsed.words[clause.head].lemma
    if lemma == "attendre" and clause.passive:  # "est attendu à Rome": he is the visitor
        agents, targets = targets, agents
    elif lemma in FELT and not clause.reflexive and (targets or clause.passive):
        agents, targets = targets, agents
    if frame == "COMPRISE":
        return whole_and_parts(clause, lemma)
    targets += _towards(parsed, trigger, parties, place)
    if trigger.occurring:
        agents, targets = [], []
    elif trigger.i != trigger.predicate:
        agents, targets = [a for a in agents if a != trigger.i], [t for t in targets if t != trigger.i]
    if trigger.undergone or lemma in UNDERGO:
        agents, targets = [], list(clause.subjects)
    if frame in UNDERGOING and not clause.passive and (frame == "DIE" or not clause.objects):
        agents, targets = [], agents + targets
    if trigger.nominal or trigger.i != trigger.predicate:
        more, others = _noun_roles(parsed, trigger, parties)
        agents += [a for a in more if a not in agents]
        targets += [t for t in others if t not in targets]
    if place and frame not in DESTINATION:
        targets = [t for t in targets if t not in place.words or parties.kind(parties.of(t) or "") != "place"]
    elif place and place.actor and not any(t in place.words for t in targets):
        targets.append(place.words[-1])
    return agents, targets


def _towards(parsed: Parsed, trigger: Trigger, parties: Parties, place: Place | None) -> list[int]:
    """The parties a verb's complements name: "livrer des armes à l'Iran", "s'entretenir avec le roi"."""
    found: list[int] = []
    for p, k in trigger.clause.obliques:
        actor = parties.of(k)
        kind = parties.kind(actor) if actor else None
        if p in WHERE and kind in ("place", "state"):
            if trigger.sense.frame in DESTINATION or (
                kind == "state" and p in ("à", "vers") and not (place and k in place.words)
            ):
                found.append(k)
            elif kind == "state" and p == "à" and trigger.sense.frame in RECEIVING:
                found.append(k)
        elif p in TOWARDS and actor:
            found.append(k)
    return found


def _noun_roles(parsed: Parsed, trigger: Trigger, parties: Parties) -> tuple[list[int], list[int]]:
    """Parties of an event noun: genitive, possessive, adjective of nationality, "entre", "à", "contre", "par"."""
    agents: list[int] = []
    targets: list[int] = []
    de, frame = trigger.sense.de, trigger.sense.frame
    for k in _complements(parsed, trigger.i):
        kid = parsed.words[k]
        base = kid.dep.split(":", 1)[0]
        group = [k] + [c.i for c in parsed.kids(k, "conj") if c.pos in ("NOUN", "PROPN", "PRON")]
        if kid.dep == "det" and kid.feat("Poss") == "Yes" or base == "amod" and k in parties.kinds:
            (targets if de == "target" and kid.dep == "det" else agents).append(k)
        elif base in ("nmod", "obl", "acl") and kid.pos in ("NOUN", "PROPN", "PRON"):
            p = preposition_of(parsed, k)
            kind = parties.kind(actor) if (actor := parties.of(k)) else None
            if p == "par" and _of_participle(parsed, trigger.i):
                continue
            if p in ("par", "entre") or (p == "de" and de == "both"):
                agents += group
            elif p == "de" and de == "agent" and frame in PHYSICAL and _built(parsed, k):
                targets += group  # "l'attaque d'une église"
            elif p == "de":
                (agents if de == "agent" else targets).extend(
                    group if de == "agent" or (de == "target" and kind != "place") else []
                )
            elif p in WHERE and kind in ("place", "state"):
                if frame in DESTINATION or (kind == "state" and frame in ("SUPPORT", "SUPPLY", "AID")):
                    targets += group
            elif p in TOWARDS and actor:
                targets += group
    return agents, targets


def _built(parsed: Parsed, i: int) -> bool:
    classes = noun_classes().get(parsed.words[i].lemma, frozenset())
    return bool(classes & {"site", "road"}) and not classes & {"leader", "group", "troops", "victim", "person"}


def _of_participle(parsed: Parsed, i: int) -> bool:
    """ "accusée de fraude par le parquet": who accuses, not who cheats."""
    word, up = parsed.words[i], parsed.words[parsed.words[i].head]
    return (
        word.dep.startswith("obl")
        and up.pos == "VERB"
        and is_participle(up)
        and not any(k.dep in ("aux:tense", "obl:agent") for k in parsed.kids(up.i))
    )


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
