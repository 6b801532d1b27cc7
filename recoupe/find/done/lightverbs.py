"""Support verbs: the noun says what happens, the verb says who, when and whether ("mener une attaque", "a eu lieu")."""

from __future__ import annotations

from collections.abc import Mapping

from recoupe.find.done.arguments import Clause
from recoupe.find.done.senses import noun_sense
from recoupe.find.done.trigger import GENERIC, Trigger
from recoupe.parse.document import Parsed
from recoupe.types import ActorKind

# Support verbs: the noun says what happens, the verb says who, when and whether.
LIGHT = frozenset(
    "effectuer mener procéder faire tenir donner lancer organiser commettre perpétrer livrer conduire engager entamer"
    " réaliser opérer"
    " entreprendre exercer accomplir poursuivre multiplier accorder apporter adresser exprimer formuler émettre"
    " déclencher diriger"
    " reprendre signer conclure nouer".split()
)
UNDERGO = frozenset("subir essuyer".split())
# "La réunion a eu lieu": the subject is the event.
OCCUR = frozenset(
    ("se tenir", "se dérouler", "se produire", "survenir", "intervenir", "durer", "éclater", "se poursuivre", "avoir lieu")
)


def light_verb(parsed: Parsed, clause: Clause, kinds: Mapping[int, ActorKind]) -> Trigger | None:
    """ "mener une opération": the noun is the trigger, the verb its predicate."""
    word = parsed.words[clause.head]
    if occurs(parsed, clause):
        for k in clause.subjects:
            if sense := noun_sense(parsed, parsed.words[k]):
                return Trigger(k, clause.head, sense, clause, occurring=True)
        things = [k for k in clause.subjects if parsed.words[k].pos == "NOUN" and k not in kinds and not clause.passive]
        if things and word.lemma in ("avoir", "tenir", "dérouler"):  # "le débat aura lieu jeudi"
            return Trigger(things[0], clause.head, GENERIC, clause, occurring=True)
        return None
    if word.lemma not in LIGHT and word.lemma not in UNDERGO:
        return None
    patients = (clause.subjects if clause.passive else clause.objects) + tuple(
        k for p, k in clause.obliques if p == "à" and word.lemma in ("procéder", "livrer")
    )
    for k in patients:
        if parsed.words[k].pos in ("NOUN", "VERB") and (sense := noun_sense(parsed, parsed.words[k])):
            if word.lemma == "signer" or (word.lemma == "conclure" and sense.frame != "PACT"):
                return None
            return Trigger(k, clause.head, sense, clause, undergone=word.lemma in UNDERGO)
    return None


def occurs(parsed: Parsed, clause: Clause) -> bool:
    """Does the verb only say that its subject took place ("la réunion a eu lieu")?"""
    word = parsed.words[clause.head]
    if word.lemma == "avoir":
        return any(parsed.words[k].lower == "lieu" for k in range(clause.head + 1, min(clause.head + 4, len(parsed.words))))
    return word.lemma in OCCUR or (clause.reflexive and "se " + word.lemma in OCCUR)
