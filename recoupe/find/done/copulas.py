"""What is told by being somewhere or somehow: "est malade", "reste introuvable", "vit en exil", "se dit prêt"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from recoupe.find.done.arguments import UNACCUSATIVE, Clause, read_clause
from recoupe.find.done.senses import holds, noun_sense
from recoupe.find.done.trigger import ACTIVE_STATES, OPINION, STATE, STAY, Trigger
from recoupe.find.done.wordforms import TIME_NOUNS, preposition_of
from recoupe.lang.frames import Sense, noun_classes, participles, states, verb_senses
from recoupe.lang.modality import modality
from recoupe.parse.document import Parsed, Word
from recoupe.types import ActorKind

# Verbs of being somewhere or somehow: what follows them with its preposition may tell a state ("vit en exil").
STANDING = frozenset("être rester demeurer vivre dormir croupir trouver retrouver reposer gésir".split())
REMAINING = frozenset("rester demeurer sembler paraître porter".split())  # "reste introuvable", "sont portés disparus"
# "en train de", "en mesure de", "le premier à": predicates that state nothing
NO_STATE = frozenset(
    "revanche fait réalité conséquence outre général particulier vérité somme plus moins premier seul dernier effet cours lieu"
    " train mesure passe droit question point avis".split()
)
FEELING = frozenset(("dire", "déclarer", "montrer", "sentir"))


def said_of(parsed: Parsed, word: Word) -> Trigger | None:
    """What an adjective says of somebody through a verb: "se dit préoccupée", "reste introuvable"."""
    verb = parsed.words[word.head]
    if verb.lemma in FEELING:
        return Trigger(word.i, word.i, _felt(word), read_clause(parsed, word.i))
    if verb.lemma in REMAINING:
        clause = read_clause(parsed, word.head)
        sense = _state(parsed, clause, word.lemma) or _participle_sense(word) or STATE
        return Trigger(word.i, word.head, sense, clause, undergone=sense.frame not in ACTIVE_STATES)
    return None


def _state(parsed: Parsed, clause: Clause, key: str) -> Sense | None:
    """The state of the tables that this predicate tells of these subjects."""
    return next((s for s in states().get(key, ()) if holds(parsed, clause, s, {})), None)


def _felt(word: Word) -> Sense:
    """ "se dit préoccupée": the sense of the participle, else a plain opinion."""
    return _participle_sense(word) or OPINION


def _participle_sense(word: Word) -> Sense | None:
    verb = participles().get(word.lower)
    return next((s for s in verb_senses().get(verb or "", ()) if not s.tests), None)


def standing(parsed: Parsed, word: Word, clause: Clause, kinds: Mapping[int, ActorKind]) -> Trigger | None:
    """ "Il vit en exil", "le patron est sur le départ", "Paul Martin est à Minsk": the state that a complement of place tells."""
    behind = [(preposition_of(parsed, k.i), k.i) for k in parsed.kids(word.i, "xcomp") if k.pos == "NOUN"]
    for preposition, k in (*clause.obliques, *behind) if clause.subjects else ():
        state = _state(parsed, clause, f"{preposition} {parsed.words[k].lemma}")
        if state and (state.frame != "CAPTIVE" or _somebody(parsed, clause, kinds)):
            return Trigger(k, word.i, state, clause, undergone=state.frame not in ACTIVE_STATES)
        if word.lemma == "être" and _whereabouts(parsed, preposition, k, kinds) and _somebody(parsed, clause, kinds):
            return Trigger(word.i, word.i, STAY, clause)
    return None


def _said_clause(parsed: Parsed, i: int) -> Clause:
    """The clause of what is said of a subject; the parser may hang the subject on the copula: "le voleur est dans la nature"."""
    clause = read_clause(parsed, i)
    if clause.subjects:
        return clause
    return replace(clause, subjects=tuple(s.i for c in parsed.kids(i, "cop") for s in parsed.kids(c.i, "nsubj")))


def _it(parsed: Parsed, i: int) -> bool:
    """ "Il serait en route": a person for all that the parser takes it for an empty pronoun."""
    return any(k.lower in ("il", "ils") and k.i < i for k in parsed.kids(i, "expl", "expl:subj"))


def _somebody(parsed: Parsed, clause: Clause, kinds: Mapping[int, ActorKind]) -> bool:
    """Is the subject a human being: by name, by pronoun, by what the noun means?"""
    return any(
        (kinds.get(s) in ("person", "role") and parsed.words[s].pos != "PRON")
        or parsed.words[s].lower in ("il", "elle", "ils", "elles")
        or bool(noun_classes().get(parsed.words[s].lemma, frozenset()) & {"leader", "victim", "troops"})
        for s in clause.subjects
    )


def _whereabouts(parsed: Parsed, preposition: str, k: int, kinds: Mapping[int, ActorKind]) -> bool:
    return (
        preposition in ("à", "en", "au", "chez") and parsed.words[k].pos == "PROPN" and kinds.get(k) in ("place", "state", None)
    )


def there_is(parsed: Parsed, clause: Clause) -> Trigger | None:
    """ "Il y avait 125 passagers à bord": that there was something, unless the noun tells it or dates ("il y a un an")."""
    things = [k for k in clause.objects if parsed.words[k].pos == "NOUN" and parsed.words[k].lemma not in TIME_NOUNS]
    if not things or noun_sense(parsed, parsed.words[things[0]]):
        return None
    return Trigger(clause.head, clause.head, STATE, clause)


def copular(parsed: Parsed, word: Word, quoted: frozenset[int], kinds: Mapping[int, ActorKind]) -> Trigger | None:
    """What the noun or adjective after "être" tells: an event of the tables, a state, an opinion."""
    known = word.lower in participles()
    clause = read_clause(parsed, word.i)
    simple = word.pos in ("ADJ", "ADV") and word.lemma not in participles()  # "vent debout"
    if simple and (state := _state(parsed, clause, word.lemma)):
        return Trigger(word.i, word.i, state, clause, undergone=state.frame not in ACTIVE_STATES) if clause.subjects else None
    if word.pos == "ADJ" and not known and (modality().get(("adjective", word.lemma)) or word.i not in quoted):
        return None
    told = _said_clause(parsed, word.i)
    if (
        word.pos == "NOUN"
        and (told.subjects or _it(parsed, word.i))
        and (state := _state(parsed, told, f"{preposition_of(parsed, word.i)} {word.lemma}".strip()))
    ):
        if state.frame != "CAPTIVE" or _somebody(parsed, told, kinds):
            return Trigger(word.i, word.i, state, told, undergone=state.frame not in ACTIVE_STATES)
    if (
        word.pos == "PROPN"
        and _whereabouts(parsed, preposition_of(parsed, word.i), word.i, kinds)
        and _somebody(parsed, clause, kinds)
    ):
        return Trigger(word.i, word.i, STAY, clause)
    if (verb := participles().get(word.lower)) and any(k.lemma == "être" for k in parsed.kids(word.i, "cop")):
        for sense in verb_senses().get("se " + verb if clause.reflexive else verb, ()) + verb_senses().get(verb, ()):
            if not sense.tests:
                done = not clause.reflexive and verb not in UNACCUSATIVE  # "est privé d'eau" befalls it
                return Trigger(
                    word.i, word.i, sense, clause, undergone=done
                )  # "s'est alourdi", "serait mort": the tagger saw an adjective
    if any(k.lower in ("c'", "ce", "ça", "cela", "ceci") for k in parsed.kids(word.i, "nsubj", "expl")):
        return None
    if word.lemma in NO_STATE or not any(parsed.words[k].pos in ("NOUN", "PROPN", "PRON", "NUM") for k in clause.subjects):
        return None
    if (noun_sense(parsed, word) and word.pos == "NOUN") or (word.pos == "ADJ" and word.i not in quoted):
        return None
    evaluative = word.i in quoted and word.pos == "ADJ"
    return Trigger(word.i, word.i, OPINION if evaluative else STATE, clause)


def in_state(parsed: Parsed, word: Word) -> Trigger | None:
    """ "Le trafic est à l'arrêt", "la ville est en deuil": a noun of an event that tells the state of something."""
    if not noun_sense(parsed, word) or preposition_of(parsed, word.i) not in ("à", "en", "sous", "hors", "hors de"):
        return None
    clause = read_clause(parsed, word.i)
    return Trigger(word.i, word.i, STATE, clause) if clause.subjects else None
