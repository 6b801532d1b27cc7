"""The words that name events: verbs, event nouns, support verbs with their noun, predicates after a copula."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from recoupe.find.arguments import TIME_NOUNS, UNACCUSATIVE, Clause, is_participle, preposition_of, read_clause
from recoupe.find.effects import threatens
from recoupe.find.factuality import COMMENT
from recoupe.find.nounevents import COUNTED, SET_NOUNS, noun_event
from recoupe.find.senses import holds, marked_infinitive, noun_sense, phrase_last, verb_sense
from recoupe.lang.frames import Sense, noun_classes, participles, states, verb_senses
from recoupe.lang.modality import modality
from recoupe.parse.document import Parsed, Word
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
SPEECH = frozenset(
    "dire déclarer affirmer indiquer préciser ajouter expliquer souligner rappeler estimer assurer confier raconter"
    " répondre signaler"
    " rapporter noter témoigner écrire juger considérer penser croire croyer savoir ignorer constater commenter"
    " conclure poursuivre informer apprendre"
    " annoncer lâcher glisser marteler insister observer remarquer évoquer exprimer parler citer lire résumer répéter"
    " martelé trouver citer"
    " mentionner relater narrer relever détailler prétendre supposer imaginer comprendre".split()
)
BLAND = frozenset(
    "être avoir pouvoir devoir falloir sembler paraître rester demeurer devenir agir pleuvoir suffire exister concerner"
    " consister permettre"
    " appartenir correspondre dépendre valoir signifier représenter constituer sévir ressembler sembler voir dater"
    " mettre tourner porter"
    " faire aller venir laisser savoir vouloir connaître tenir situer trouver passer appeler nommer baser lier dénommer"
    " intituler âger nécessiter montrer favoriser rendre comporter contenir inclure contribuer aider reposer provenir disposer"
    " bénéficier remonter posséder servir ressortir caractériser illustrer symboliser incarner refléter traduire justifier"
    " impliquer mériter préférer ignorer réussir parvenir commencer continuer finir faciliter avérer révéler".split()
)
ACTS = frozenset(("ACCUSE", "REJECT", "SUPPORT", "REQUEST", "THREATEN", "AGREE", "CONCEDE", "COERCE", "SANCTION"))
ACTIVE_STATES = frozenset("FLEE STRIKE STATE TRAVEL STAY RESIGN".split())  # of these the subject is the doer
# Verbs of being somewhere or somehow: what follows them with its preposition may tell a state ("vit en exil").
STANDING = frozenset("être rester demeurer vivre dormir croupir trouver retrouver reposer gésir".split())
REMAINING = frozenset("rester demeurer sembler paraître porter".split())  # "reste introuvable", "sont portés disparus"
ASKING = frozenset("demander ordonner recommander conseiller enjoindre exhorter inviter appeler sommer imposer interdire".split())
# "en train de", "en mesure de", "le premier à": predicates that state nothing
NO_STATE = frozenset(
    "revanche fait réalité conséquence outre général particulier vérité somme plus moins premier seul dernier effet cours lieu"
    " train mesure passe droit question point avis".split()
)
BLANK = frozenset(
    "tout même autre tel certain seul général national public européen jaune rouge vert bleu noir blanc rose orange gris".split()
)  # adjectives that judge nothing
# Frames a bare participle beside its noun does not tell: "à la vitesse autorisée", "des produits interdits".
QUALIFYING = frozenset(
    "THREATEN ECON_RISE ALLOW BAN GENERIC PLAN CHANGE WATCH AGREE SUPPORT PUBLISH ATTENTION APPOINT COMPRISE PRAISE LOSE".split()
)
_COURTS = frozenset("cour tribunal juge justice jury assise chambre magistrat président conseil".split())
# Frames that a verb over an infinitive does not tell: "a commencé à", "a perdu".
ASPECTUAL = frozenset(("PLAN", "GENERIC", "LAUNCH", "END", "PREVENT", "LOSE", "PROPOSE"))
# Effects of a verb that only says how its infinitive holds.
MODAL = frozenset("due planned possible aspect recent probable said excluded negated".split())
FEELING = frozenset(("dire", "déclarer", "montrer", "sentir"))
GENERIC = Sense("GENERIC", "", "", "")
ANNOUNCE = Sense("ANNOUNCE", "", "", "")
STATE = Sense("STATE", "", "", "")
STAY = Sense("STAY", "", "", "")
OPINION = Sense("OPINION", "", "", "")


@dataclass(frozen=True, slots=True)
class Trigger:
    """Word `i` names an event of this sense; `predicate` carries its mood and its arguments (a support verb, or `i` itself)."""

    i: int
    predicate: int
    sense: Sense
    clause: Clause
    nominal: bool = False  # named by a noun without a support verb
    undergone: bool = False  # "subir une attaque": the subject is the target
    occurring: bool = False  # "la réunion a eu lieu": the trigger is the subject


def find_triggers(
    parsed: Parsed, kinds: Mapping[int, ActorKind], cues: Mapping[int, str], quoted: frozenset[int]
) -> list[Trigger]:
    """Every event trigger in text order, one a word.

    `kinds`: kind of actor by head word; `cues`: act by cue word; `quoted`: words of statements.
    """
    found: dict[int, Trigger] = {}
    taken: set[int] = set()
    copular_heads = {w.head for w in parsed.words if w.dep == "cop"}
    passive_heads = {w.head for w in parsed.words if w.dep == "aux:pass"}
    for word in parsed.words:
        if word.lemma == "avoir" and word.feat("VerbForm") == "Inf" and not word.dep.startswith("aux"):
            if broken := _broken_perfect(parsed, word, kinds):
                found[broken.i] = broken
                taken.update((broken.i, broken.predicate))
                continue
        mistaken = word.pos == "ADJ" and word.i in passive_heads and word.lemma.endswith("r")  # "sont privés d'eau"
        if mistaken or (word.pos in ("VERB", "AUX") and not word.dep.startswith(("aux", "cop", "fixed", "flat"))):
            trigger = _verbal(parsed, word, kinds, cues, taken)
            if trigger and trigger.i not in found:
                found[trigger.i] = trigger
                if trigger.predicate != trigger.i:
                    taken.add(trigger.predicate)
        elif word.pos == "ADJ" and word.dep == "xcomp" and (said := _said_of(parsed, word)):
            found[word.i] = said
        elif word.i in copular_heads and word.pos in ("ADJ", "NOUN", "PROPN"):
            if copular := _copular(parsed, word, quoted, kinds):
                found[word.i] = copular
    for word in parsed.words:
        if word.pos in ("NOUN", "PROPN", "ADV", "VERB") and word.i not in found and word.i not in taken:
            if _absorbed(parsed, word, found):
                continue
            if named := noun_event(parsed, word, kinds):
                found[word.i] = Trigger(word.i, word.i, named, Clause(word.i), nominal=True)
                taken.update(range(word.i + 1, phrase_last(parsed, word.i) + 1))  # "placement en garde à vue" is one
    for word in parsed.words:
        if word.i in copular_heads and word.pos == "NOUN" and word.i not in found:
            if state := _in_state(parsed, word):
                found[word.i] = state
    for i in _judgements(parsed, quoted, found):
        found[i] = Trigger(i, i, OPINION, Clause(i), nominal=True)
    return [found[i] for i in sorted(found)]


def _said_of(parsed: Parsed, word: Word) -> Trigger | None:
    """What an adjective says of somebody through a verb: "se dit préoccupée", "reste introuvable"."""
    verb = parsed.words[word.head]
    if verb.lemma in FEELING:
        return Trigger(word.i, word.i, _felt(word), read_clause(parsed, word.i))
    if verb.lemma in REMAINING:
        sense = states().get(word.lemma) or _participle_sense(word) or STATE
        return Trigger(word.i, word.head, sense, read_clause(parsed, word.head), undergone=sense.frame not in ACTIVE_STATES)
    return None


def _absorbed(parsed: Parsed, word: Word, found: Mapping[int, Trigger]) -> bool:
    """Does a verb tell it already: "s'est alourdi à quatre morts et vingt blessés", "a été placé en garde à vue"?"""
    base = word.dep.partition(":")[0]
    verb = found.get(word.head)
    if verb and not verb.nominal and any(word.lemma in t.lemmas for t in verb.sense.tests if not t.absent):
        sense = noun_sense(parsed, word)
        return sense is not None and sense.frame == verb.sense.frame
    return (
        word.lemma in COUNTED
        and base in ("obj", "obl")
        and verb is not None
        and not verb.nominal
        and verb.sense.frame in ("TOLL", "KILL")
    )


def _judgements(parsed: Parsed, quoted: frozenset[int], found: Mapping[int, Trigger]) -> list[int]:
    """One adjective a quoted fragment that judges and tells no event: « des documents importants, très significatifs »."""
    out: list[int] = []
    for quote in parsed.quotes:
        words = parsed.at(quote.inner_start, quote.inner_end)
        if not 2 <= len(words) <= 15 or any(
            w in found or w not in quoted or parsed.words[w].pos in ("VERB", "AUX") for w in words
        ):
            continue
        out += [w for w in words if parsed.words[w].pos == "ADJ" and parsed.words[w].lemma not in BLANK][:1]
    return out


def _felt(word: Word) -> Sense:
    """ "se dit préoccupée": the sense of the participle, else a plain opinion."""
    return _participle_sense(word) or OPINION


def _participle_sense(word: Word) -> Sense | None:
    verb = participles().get(word.lower)
    return next((s for s in verb_senses().get(verb or "", ()) if not s.tests), None)


def _verbal(
    parsed: Parsed, word: Word, kinds: Mapping[int, ActorKind], cues: Mapping[int, str], taken: set[int]
) -> Trigger | None:
    """What a verb tells: the event of the tables, of its support noun, a generic one, or nothing."""
    i = word.i
    if i in taken or _no_verb(parsed, word):
        return None
    clause = read_clause(parsed, i)
    if word.lemma == "appeler" and clause.passive and not clause.agents and marked_infinitive(parsed, i, "à"):
        return None  # "appelé à reprendre la firme": he will, and nobody asks
    if word.lemma == "menacer" and not clause.objects and not clause.passive and not threatens(parsed, i):
        return None  # "le toit menace de s'effondrer"
    sense, fixed = verb_sense(parsed, clause, kinds)
    if word.lemma == "menacer" and clause.passive and not clause.agents and not (sense and sense.frame == "RISK"):
        return None  # "une espèce menacée d'extinction"
    light = None if fixed else _light(parsed, clause, kinds)
    if light is not None:
        return light
    if sense is not None and (sense.frame in QUALIFYING or word.lemma == "armer") and _bare_participle(parsed, word):
        return None
    if (sense is None or sense.frame == "CHARGE") and _deems(parsed, clause):
        return Trigger(i, i, OPINION, clause)  # "jugent le parti plus ouvert"
    told_of = fixed and (
        clause.reflexive or _noun_undergoes(parsed, clause)
    )  # "s'est proclamé roi", "le lot a été rappelé par X"
    tells = told_of or (sense is not None and word.lemma not in SPEECH and bool(clause.objects) and not clause.que)
    if i in cues and not told_of and _only_speaks(clause, word, sense):
        return None
    fears = bool(clause.objects) and not clause.que and modality().get(("verb", word.lemma)) == "possible"  # "redoute une grève"
    if i in cues and not tells and not fears and (sense is None or sense.plover not in ACTS):
        return Trigger(i, i, ANNOUNCE, clause) if _announces(parsed, clause) else None
    if word.lemma in SPEECH and (sense is None or clause.que and not fixed and sense.plover not in ACTS):
        return _spoken(parsed, word, clause, sense, kinds)
    if clause.infinitive and _effect(word, clause) in MODAL:
        if sense is None or sense.frame in ASPECTUAL or not (sense.plover or sense.frame == "ALLOW"):
            return None
    if sense is not None:
        return Trigger(i, i, sense, clause)
    return _unlisted(parsed, word, clause, kinds)


def _noun_undergoes(parsed: Parsed, clause: Clause) -> bool:
    return clause.passive and any(parsed.words[s].pos in ("NOUN", "PROPN") for s in clause.subjects)


def _no_verb(parsed: Parsed, word: Word) -> bool:
    """No verb for all its tag: a function word, "la visite prévue", "le Parti socialiste", "au courant", "à commencer par"."""
    i = word.i
    if word.dep.startswith(("case", "mark", "det")) or not word.text[0].isalpha():
        return True
    if word.dep in ("acl", "amod") and modality().get(("tag", word.lower.rstrip("es"))):
        return True  # it colours the noun
    if word.lower == "parti" and word.text[0] == "P" and i > parsed.sentence_of(i).first:
        return True
    before = parsed.words[i - 1].lower if i else ""
    if before in SET_NOUNS.get(word.lower, ()):
        return True
    if word.lower == "ferme" and before in ("an", "ans", "mois", "prison"):
        return True  # "deux ans ferme"
    if word.lower in ("commencer", "compter", "partir") and before == "à" and i < len(parsed.words) - 1:
        return parsed.words[i + 1].lower in ("par", "de", "du")
    return False


def _only_speaks(clause: Clause, word: Word, sense: Sense | None) -> bool:
    """Is a cue of speech no event besides: "…, a-t-elle averti", "il soutient que", "a-t-elle insisté"?"""
    if sense is not None and sense.frame == "THREATEN" and word.lemma != "menacer":
        if not clause.objects and not clause.clitics:
            return True
    if clause.que and sense is not None and sense.plover in ("SUPPORT", "COERCE", "SANCTION"):
        return True
    return word.lemma in SPEECH and not (clause.objects or clause.que or clause.obliques or clause.infinitive)


def _spoken(parsed: Parsed, word: Word, clause: Clause, sense: Sense | None, kinds: Mapping[int, ActorKind]) -> Trigger | None:
    """What a verb of speech tells besides what is said."""
    i = word.i
    if word.lemma in COMMENT and word.lower.endswith("ant"):
        return Trigger(i, i, OPINION, clause)
    if sense is None and not clause.que and _reported(parsed, clause, kinds):
        return Trigger(i, i, GENERIC, clause)
    return Trigger(i, i, ANNOUNCE, clause) if _announces(parsed, clause) else None


def _effect(word: Word, clause: Clause) -> str | None:
    """What the verb makes of its infinitive."""
    reflexive = modality().get(("verb", "se " + word.lemma)) if clause.reflexive else None
    return reflexive or modality().get(("verb", word.lemma))


def _reported(parsed: Parsed, clause: Clause, kinds: Mapping[int, ActorKind]) -> bool:
    """ "Un cas a été signalé": that there is one; and "demande de rapporter les flacons", where nobody speaks."""
    word = parsed.words[clause.head]
    if clause.passive and any(k.dep == "aux:pass" for k in parsed.kids(word.i)):
        return any(parsed.words[s].pos == "NOUN" and s not in kinds for s in clause.subjects)
    return False


def _deems(parsed: Parsed, clause: Clause) -> bool:
    """ "Les lecteurs le jugent trop long", "jugent le ministre incompétent": only courts try people."""
    word = parsed.words[clause.head]
    if clause.adjective and word.lemma in ("juger", "estimer", "trouver", "considérer"):
        return True
    if word.lemma != "juger" or clause.passive or not clause.objects:
        return False
    return bool(clause.subjects) and not any(parsed.words[s].lemma in _COURTS for s in clause.subjects)


def _bare_participle(parsed: Parsed, word: Word) -> bool:
    return word.dep in ("acl", "amod") and is_participle(word) and not parsed.children[word.i]


def _broken_perfect(parsed: Parsed, word: Word, kinds: Mapping[int, ActorKind]) -> Trigger | None:
    """ "accusé d'avoir piraté une banque", where the parser made "avoir" the verb and its participle an adjective."""
    for k in range(word.i + 1, min(word.i + 3, len(parsed.words))):
        following = parsed.words[k]
        verb = participles().get(following.lower)
        if following.pos == "ADV" and verb is None:
            continue
        if verb and following.head == word.i:
            clause = read_clause(parsed, word.i)
            sense = next((s for s in verb_senses().get(verb, ()) if holds(parsed, clause, s, kinds)), GENERIC)
            return Trigger(k, word.i, sense, clause)
        return None
    return None


def _unlisted(parsed: Parsed, word: Word, clause: Clause, kinds: Mapping[int, ActorKind]) -> Trigger | None:
    """A verb the tables do not know still tells something when it is a full predicate with somebody or something in it."""
    i = word.i
    if word.lemma in STANDING and (standing := _standing(parsed, word, clause, kinds)):
        return standing
    parts = clause.subjects + clause.objects + clause.agents
    nouns = [k for k in parts if parsed.words[k].pos in ("NOUN", "PROPN") or k in kinds]
    if word.lemma == "avoir" and word.pos == "VERB":
        has = [k for k in clause.objects if parsed.words[k].pos == "NOUN"]
        if any(k.lower == "y" for k in parsed.kids(i)):
            return _there_is(parsed, clause)
        return Trigger(i, i, STATE, clause) if clause.subjects and has and not _occurs(parsed, clause) and nouns else None
    if _asked(parsed, word):
        return Trigger(i, i, GENERIC, clause)
    if word.lemma in ("rester", "demeurer") and nouns and any(p in ("à", "en", "sous", "dans") for p, _ in clause.obliques):
        return Trigger(i, i, STATE, clause)  # "reste à quai", "demeure en prison"
    if word.lemma in BLAND or not nouns or _purpose(parsed, word):
        return None
    finite = word.feat("VerbForm") == "Fin" or any(k.dep.startswith("aux") for k in parsed.kids(i))
    if word.dep == "conj" and not finite:  # "ont emporté un pont et coupé une route"
        finite = not clause.infinitive and any(k.dep == "aux:tense" for k in parsed.kids(word.head))
    if finite:
        return Trigger(i, i, GENERIC, clause)
    if word.dep.startswith("xcomp") and parsed.words[word.head].lemma in REMAINING and clause.passive:
        return Trigger(i, i, GENERIC, clause)  # "restent bloquées"
    if (
        clause.agents
        or word.feat("VerbForm") == "Inf"
        and parsed.words[word.head].pos in ("VERB", "ADJ", "AUX", "NOUN")
        and clause.objects
    ):
        return Trigger(i, i, GENERIC, clause)
    return None


def _standing(parsed: Parsed, word: Word, clause: Clause, kinds: Mapping[int, ActorKind]) -> Trigger | None:
    """ "Il vit en exil", "le patron est sur le départ", "Paul Martin est à Minsk": the state that a complement of place tells."""
    behind = [(preposition_of(parsed, k.i), k.i) for k in parsed.kids(word.i, "xcomp") if k.pos == "NOUN"]
    for preposition, k in (*clause.obliques, *behind) if clause.subjects else ():
        state = states().get(f"{preposition} {parsed.words[k].lemma}")
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


def _there_is(parsed: Parsed, clause: Clause) -> Trigger | None:
    """ "Il y avait 125 passagers à bord": that there was something, unless the noun tells it or dates ("il y a un an")."""
    things = [k for k in clause.objects if parsed.words[k].pos == "NOUN" and parsed.words[k].lemma not in TIME_NOUNS]
    if not things or noun_sense(parsed, parsed.words[things[0]]):
        return None
    return Trigger(clause.head, clause.head, STATE, clause)


def _asked(parsed: Parsed, word: Word) -> bool:
    """ "demande de rester loin du feu": whatever the verb, it is what was asked for."""
    up = parsed.words[word.head]
    return (
        word.feat("VerbForm") == "Inf"
        and up.lemma in ASKING
        and up.i < word.i
        and word.dep.partition(":")[0] in ("xcomp", "ccomp", "advcl", "obj")
        and word.lemma not in ("avoir", "être", "pouvoir", "devoir", "savoir", "faire", "laisser")
    )


def _purpose(parsed: Parsed, word: Word) -> bool:
    """ "pour rejoindre la côte": what it is done for, no event of its own unless the tables know it."""
    return (
        word.feat("VerbForm") == "Inf"
        and word.dep.startswith("advcl")
        and any(k.lower in ("pour", "afin") for k in parsed.kids(word.i, "mark", "case"))
    )


def _announces(parsed: Parsed, clause: Clause) -> bool:
    return parsed.words[clause.head].lemma in ("annoncer", "proclamer") and bool(clause.objects) and not clause.que


def _light(parsed: Parsed, clause: Clause, kinds: Mapping[int, ActorKind]) -> Trigger | None:
    """ "mener une opération": the noun is the trigger, the verb its predicate."""
    word = parsed.words[clause.head]
    if _occurs(parsed, clause):
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


def _occurs(parsed: Parsed, clause: Clause) -> bool:
    word = parsed.words[clause.head]
    if word.lemma == "avoir":
        return any(parsed.words[k].lower == "lieu" for k in range(clause.head + 1, min(clause.head + 4, len(parsed.words))))
    return word.lemma in OCCUR or (clause.reflexive and "se " + word.lemma in OCCUR)


def _copular(parsed: Parsed, word: Word, quoted: frozenset[int], kinds: Mapping[int, ActorKind]) -> Trigger | None:
    known = word.lower in participles()
    if word.pos == "ADJ" and (state := states().get(word.lemma)) and word.lemma not in participles():
        clause = read_clause(parsed, word.i)
        return Trigger(word.i, word.i, state, clause, undergone=state.frame not in ACTIVE_STATES) if clause.subjects else None
    if word.pos == "ADJ" and not known and (modality().get(("adjective", word.lemma)) or word.i not in quoted):
        return None
    told = _said_clause(parsed, word.i)
    if (
        word.pos == "NOUN"
        and (told.subjects or _it(parsed, word.i))
        and (state := states().get(f"{preposition_of(parsed, word.i)} {word.lemma}".strip()))
    ):
        if state.frame != "CAPTIVE" or _somebody(parsed, told, kinds):
            return Trigger(word.i, word.i, state, told, undergone=state.frame not in ACTIVE_STATES)
    clause = read_clause(parsed, word.i)
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


def _in_state(parsed: Parsed, word: Word) -> Trigger | None:
    """ "Le trafic est à l'arrêt", "la ville est en deuil": a noun of an event that tells the state of something."""
    if not noun_sense(parsed, word) or preposition_of(parsed, word.i) not in ("à", "en", "sous", "hors", "hors de"):
        return None
    clause = read_clause(parsed, word.i)
    return Trigger(word.i, word.i, STATE, clause) if clause.subjects else None


def heads(triggers: Iterable[Trigger]) -> dict[int, Trigger]:
    """Triggers by the word that names them and by their predicate."""
    found: dict[int, Trigger] = {}
    for trigger in triggers:
        found.setdefault(trigger.predicate, trigger)
        found[trigger.i] = trigger
    return found
