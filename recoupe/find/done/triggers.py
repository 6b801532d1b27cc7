"""The words that name events: verbs, event nouns, support verbs with their noun, predicates after a copula."""

from __future__ import annotations

from collections.abc import Mapping

from recoupe.find.done.arguments import Clause, read_clause
from recoupe.find.done.copulas import REMAINING, STANDING, copular, in_state, said_of, standing, there_is
from recoupe.find.done.effects import threatens
from recoupe.find.done.factuality import COMMENT
from recoupe.find.done.lightverbs import light_verb, occurs
from recoupe.find.done.nounevents import COUNTED, PENALTIES, SET_NOUNS, noun_event
from recoupe.find.done.participials import participial
from recoupe.find.done.senses import holds, marked_infinitive, noun_sense, phrase_last, verb_sense
from recoupe.find.done.trigger import ANNOUNCE, GENERIC, OPINION, STATE, Trigger
from recoupe.find.done.wordforms import is_participle
from recoupe.lang.frames import Sense, participles, states, verb_senses
from recoupe.lang.modality import modality
from recoupe.parse.document import Parsed, Word
from recoupe.types import ActorKind

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
ASKING = frozenset("demander ordonner recommander conseiller enjoindre exhorter inviter appeler sommer imposer interdire".split())
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
        elif word.pos == "ADJ" and word.dep == "xcomp" and (said := said_of(parsed, word)):
            found[word.i] = said
        elif word.i in copular_heads and (word.pos in ("ADJ", "NOUN", "PROPN") or word.lemma in states()):
            if told := copular(parsed, word, quoted, kinds):
                found[word.i] = told
    for word in parsed.words:
        if word.i not in found and word.i not in taken and (told := participial(parsed, word)):
            found[word.i] = told
    for word in parsed.words:
        if word.pos in ("NOUN", "PROPN", "ADV", "VERB") and word.i not in found and word.i not in taken:
            if _absorbed(parsed, word, found):
                continue
            named = noun_event(parsed, word, kinds)
            if named and not _sentenced(parsed, word, named):
                found[word.i] = Trigger(word.i, word.i, named, Clause(word.i), nominal=True)
                taken.update(range(word.i + 1, phrase_last(parsed, word.i) + 1))  # "placement en garde à vue" is one
    for word in parsed.words:
        if word.i in copular_heads and word.pos == "NOUN" and word.i not in found:
            if state := in_state(parsed, word):
                found[word.i] = state
    for i in _judgements(parsed, quoted, found):
        found[i] = Trigger(i, i, OPINION, Clause(i), nominal=True)
    return [found[i] for i in sorted(found)]


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


def _sentenced(parsed: Parsed, word: Word, sense: Sense) -> bool:
    """Is a penalty told by a verb: "condamné à deux ans de prison", "a requis deux ans de prison"?"""
    penalty = word.lemma in PENALTIES and sense.frame == "SENTENCE"
    return penalty and any(a.pos == "VERB" for a in parsed.ancestors(word.i))


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
    if word.lemma == "menacer" and clause.passive and not clause.agents and not (sense and (sense.frame == "RISK" or fixed)):
        return None  # "une espèce menacée d'extinction", but "la juge est menacée de mort"
    light = None if fixed else light_verb(parsed, clause, kinds)
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
    settled = clause.reflexive and word.lemma == "trouver"  # "se trouve en prison"
    if word.lemma in SPEECH and not settled and (sense is None or clause.que and not fixed and sense.plover not in ACTS):
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
    if word.lower == "ferme" and (before in ("an", "ans", "mois", "prison") or i > 1 and parsed.words[i - 2].lower == "dont"):
        return True  # "deux ans ferme", "quatre ans de prison, dont deux ferme"
    if word.dep.startswith("xcomp") and parsed.words[word.head].lemma == "porter":
        return True  # "portée disparue": "porter" tells it
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
    if word.lemma in STANDING and (stands := standing(parsed, word, clause, kinds)):
        return stands
    parts = clause.subjects + clause.objects + clause.agents
    nouns = [k for k in parts if parsed.words[k].pos in ("NOUN", "PROPN") or k in kinds]
    if word.lemma == "avoir" and word.pos == "VERB":
        has = [k for k in clause.objects if parsed.words[k].pos == "NOUN"]
        if any(k.lower == "y" for k in parsed.kids(i)):
            return there_is(parsed, clause)
        return Trigger(i, i, STATE, clause) if clause.subjects and has and not occurs(parsed, clause) and nouns else None
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
