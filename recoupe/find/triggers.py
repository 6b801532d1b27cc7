"""The words that name events: verbs, event nouns, support verbs with their noun, predicates after a copula."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from recoupe.find.arguments import TIME_NOUNS, UNACCUSATIVE, Clause, is_participle, preposition_of, read_clause
from recoupe.find.factuality import COMMENT, modality
from recoupe.lang.frames import Sense, Test, noun_classes, noun_phrases, noun_senses, participles, states, verb_lemma, verb_senses
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
# "vol" is a theft, unless the sentence is about flying.
AMBIGUOUS = {
    "vol": frozenset(
        "avion appareil compagnie pilote passager aéroport équipage atterrir décoller aérien piste escale aéronef provenance"
        " destination dérouter".split()
    )
}
ACTIVE_STATES = frozenset(("FLEE", "STRIKE", "STATE"))  # of these the subject is the doer
REMAINING = frozenset("rester demeurer sembler paraître porter".split())  # "reste introuvable", "sont portés disparus"
ASKING = frozenset("demander ordonner recommander conseiller enjoindre exhorter inviter appeler sommer imposer interdire".split())
# "La visite comprend …", "le programme prévoit …": what they hold are events to come.
HOLDING = frozenset("comprendre comporter inclure prévoir réserver proposer annoncer".split())
OCCASIONS = frozenset("programme agenda journée soirée calendrier déroulé ordre menu cérémonie week-end".split())
TOLL = Sense("TOLL", "", "", "", de="target")
SENTENCED = Sense("SENTENCE", "", "", "", de="target")
INJURED = Sense("INJURE", "", "", "", de="target")
MISSING = Sense("MISSING", "", "", "", de="target")
COUNTED = frozenset("mort blessé victime disparu tué survivant rescapé hospitalisé décès otage".split())
MEASURES = frozenset(
    "millier million centaine dizaine vingtaine trentaine douzaine cinquantaine groupe partie série nombre majorité"
    " plupart".split()
)
ABOUT = frozenset("dizaine centaine millier douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine".split())
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
_CAMPAIGNERS = frozenset("candidat candidate élection présidentielle législative tour parti député sénateur référendum".split())
_CHARGING = frozenset(
    "enquête enquêter information plainte procès examen inculper condamner juger poursuivre arrêter interpeller écrouer confier"
    " détention".split()
)
_SOURCES = frozenset(("lors", "selon", "d'après", "suivant"))  # "selon une enquête": who says it, not what happens
# With "se" these mean something else altogether: "se trouver" finds nothing, "se porter" carries nothing.
_COURTS = frozenset("cour tribunal juge justice jury assise chambre magistrat président conseil".split())
_PENALTIES = frozenset("prison peine amende réclusion euro travail perpétuité mort sursis détention emprisonnement".split())
_SET_NOUNS = {"courant": ("au", "en"), "marche": ("en",), "marché": ("bon",)}
_STRETCHES = frozenset("journée jour nuit semaine mouvement vague série".split())  # "une journée de grève"
_OWN_WAY = frozenset(("trouver", "faire", "voir", "passer", "porter", "dire", "rendre", "mettre", "tenir", "sentir", "attendre"))
_WEAPONS = frozenset("nucléaire balistique atomique missile missiles arme armes tir tirs fusée torpille militaire bombe".split())
_DOERS = frozenset(("leader", "group", "troops", "person", "victim"))
# Frames that a verb over an infinitive does not tell: "a commencé à", "a perdu".
ASPECTUAL = frozenset(("PLAN", "GENERIC", "LAUNCH", "END", "PREVENT", "LOSE", "PROPOSE"))
FEELING = frozenset(("dire", "déclarer", "montrer", "sentir"))
GENERIC = Sense("GENERIC", "", "", "")
ANNOUNCE = Sense("ANNOUNCE", "", "", "")
STATE = Sense("STATE", "", "", "")
OPINION = Sense("OPINION", "", "", "")
# Nouns that name an event only where somebody takes part in it: "la décision du juge", not "la fin".
LOOSE = frozenset(
    "PLAN ECON_RISE ECON_FALL CHANGE END TOLL PLAY PUBLISH LAUNCH PACT APPOINT CRITICISE REQUEST SUPPORT AID REJECT"
    " LOSE WIN TRAVEL"
    " INVESTIGATE BUY SELL INVEST CELEBRATE COOPERATE OPEN CLOSE RETURN DISMISS CONCEDE THREATEN ACCUSE MEET BAN"
    " DISCOVER DENY STEAL"
    " ATTACK KILL PROTEST RIOT NEGOTIATE SUPPLY SIGN RETREAT RELEASE DISARM SANCTION SENTENCE CHARGE MOBILIZE FLEE DIE"
    " RECOGNISE AWARD".split()
)


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
    for word in parsed.words:
        if word.lemma == "avoir" and word.feat("VerbForm") == "Inf" and not word.dep.startswith("aux"):
            if broken := _broken_perfect(parsed, word, kinds):
                found[broken.i] = broken
                taken.update((broken.i, broken.predicate))
                continue
        if word.pos in ("VERB", "AUX") and not word.dep.startswith(("aux", "cop", "fixed", "flat")):
            trigger = _verbal(parsed, word, kinds, cues, taken)
            if trigger and trigger.i not in found:
                found[trigger.i] = trigger
                if trigger.predicate != trigger.i:
                    taken.add(trigger.predicate)
        elif word.pos == "ADJ" and word.dep == "xcomp" and parsed.words[word.head].lemma in FEELING:
            found[word.i] = Trigger(word.i, word.i, _felt(word), read_clause(parsed, word.i))
        elif word.pos == "ADJ" and word.dep == "xcomp" and parsed.words[word.head].lemma in REMAINING:
            sense = states().get(word.lemma) or _participle_sense(word) or STATE
            clause = read_clause(parsed, word.head)
            found[word.i] = Trigger(word.i, word.head, sense, clause, undergone=sense.frame not in ACTIVE_STATES)
        elif word.i in copular_heads and word.pos in ("ADJ", "NOUN", "PROPN"):
            if copular := _copular(parsed, word, quoted):
                found[word.i] = copular
    for word in parsed.words:
        if word.pos in ("NOUN", "PROPN", "ADV", "VERB") and word.i not in found and word.i not in taken:
            if _absorbed(parsed, word, found):
                continue
            if nominal := _nominal(parsed, word, kinds):
                found[word.i] = nominal
    for word in parsed.words:
        if word.i in copular_heads and word.pos == "NOUN" and word.i not in found:
            if state := _in_state(parsed, word):
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


def noun_sense(parsed: Parsed, word: Word) -> Sense | None:
    """The event a noun names, by its lemma or, where the lemmatiser failed, its form; "garde à vue" before "garde"."""
    for rest, phrase in noun_phrases().get(word.lemma, ()):
        after = parsed.words[word.i + 1 : word.i + 1 + len(rest)]
        if len(after) == len(rest) and all(w.lower == r or w.lemma == r for w, r in zip(after, rest, strict=True)):
            return phrase
    if word.lemma in AMBIGUOUS and parsed.words[min(word.i + 1, len(parsed.words) - 1)].pos == "NUM":
        return None  # "le vol 8432"
    if word.lemma in AMBIGUOUS and any(w.lemma in AMBIGUOUS[word.lemma] for w in _sentence(parsed, word.i)):
        return None
    if _other_sense(parsed, word):
        return None
    if word.lemma == "condamnation" and any(_penal(parsed, k) for k in parsed.kids(word.i, "nmod", "obl")):
        return SENTENCED
    table = noun_senses()
    if word.pos == "PROPN" and word.lower not in table:
        return None
    if sense := table.get(word.lower) or table.get(word.lemma):
        return sense
    return table.get(word.lower[:-1]) if word.lower.endswith("s") and word.pos != "VERB" else None


def _penal(parsed: Parsed, word: Word) -> bool:
    """ "sa condamnation à six mois de prison", "pour fraude": by a court, not in words."""
    preposition = preposition_of(parsed, word.i)
    return preposition == "pour" or (preposition == "à" and (word.lemma in TIME_NOUNS or word.lemma in _PENALTIES))


def _other_sense(parsed: Parsed, word: Word) -> bool:
    """ "Prendre le contrôle" checks nobody, "la campagne de vaccination" elects and "la menace d'une crue" threatens nobody."""
    if word.lemma == "contrôle":
        return any(k.lower in ("le", "la", "l'", "son", "leur") for k in parsed.kids(word.i, "det")) or preposition_of(
            parsed, word.i
        ) in (
            "sous",
            "de",
        )
    if word.lemma == "reprise" and preposition_of(parsed, word.i) == "à":  # "à plusieurs reprises"
        return True
    if word.lemma == "entretien":  # of roads
        of = [k for k in parsed.kids(word.i, "nmod") if k.pos == "NOUN" and preposition_of(parsed, k.i) == "de"]
        return any(not noun_classes().get(k.lemma, frozenset()) & _DOERS for k in of) and not _with_whom(parsed, word.i)
    if word.lemma == "essai":  # of a drug, of a car, in rugby
        return not any(k.lemma in _WEAPONS or k.lower in _WEAPONS for k in parsed.kids(word.i))
    if word.lemma in ("campagne", "menace"):
        table = noun_classes()
        of = [k for k in parsed.kids(word.i, "nmod") if k.pos == "NOUN" and preposition_of(parsed, k.i) == "de"]
        if word.lemma == "campagne":
            of = [k for k in of if k.lemma not in _CAMPAIGNERS]
        return any(not table.get(k.lemma, frozenset()) & _DOERS for k in of)
    return False


def _with_whom(parsed: Parsed, i: int) -> bool:
    return any(preposition_of(parsed, k.i) in ("avec", "entre") for k in parsed.kids(i, "nmod"))


def _sentence(parsed: Parsed, i: int) -> tuple[Word, ...]:
    sentence = parsed.sentence_of(i)
    return parsed.words[sentence.first : sentence.last]


def _verbal(
    parsed: Parsed, word: Word, kinds: Mapping[int, ActorKind], cues: Mapping[int, str], taken: set[int]
) -> Trigger | None:
    i = word.i
    if word.dep.startswith(("case", "mark", "det")) or i in taken or not word.text[0].isalpha():
        return None
    if word.dep in ("acl", "amod") and modality().get(("tag", word.lower.rstrip("es"))):
        return None  # "la visite prévue": it colours the noun
    if word.lower == "parti" and word.text[0] == "P" and i > parsed.sentence_of(i).first:
        return None  # "le Parti socialiste"
    if word.lower in _SET_NOUNS and i and parsed.words[i - 1].lower in _SET_NOUNS[word.lower]:
        return None  # "au courant", "En marche"
    if word.lower in ("commencer", "compter", "partir") and 0 < i < len(parsed.words) - 1 and parsed.words[i - 1].lower == "à":
        if parsed.words[i + 1].lower in ("par", "de", "du"):
            return None  # "à commencer par le numéro deux": nothing begins
    clause = read_clause(parsed, i)
    if word.lemma == "appeler" and clause.passive and not clause.agents and _marked_infinitive(parsed, i, "à"):
        return None  # "appelé à reprendre la firme": he will, and nobody asks
    sense, fixed = _sense(parsed, clause, kinds)
    light = None if fixed else _light(parsed, clause, kinds)
    if light is not None:
        return light
    if sense is not None and (sense.frame in QUALIFYING or word.lemma == "armer") and _bare_participle(parsed, word):
        return None
    if (sense is None or sense.frame == "CHARGE") and _deems(parsed, clause):
        return Trigger(i, i, OPINION, clause)  # "jugent le parti plus ouvert"
    tells = sense is not None and word.lemma not in SPEECH and bool(clause.objects) and not clause.que
    if (
        i in cues
        and sense is not None
        and sense.frame == "THREATEN"
        and word.lemma != "menacer"
        and not clause.objects
        and not clause.clitics
    ):
        return None  # "…, a-t-elle averti"
    if i in cues and clause.que and sense is not None and sense.plover in ("SUPPORT", "COERCE", "SANCTION"):
        return None  # "il soutient que"
    if i in cues and word.lemma in SPEECH and not (clause.objects or clause.que or clause.obliques or clause.infinitive):
        return None  # "a-t-elle insisté"
    fears = bool(clause.objects) and not clause.que and modality().get(("verb", word.lemma)) == "possible"  # "redoute une grève"
    if i in cues and not tells and not fears and (sense is None or sense.plover not in ACTS):
        return Trigger(i, i, ANNOUNCE, clause) if _announces(parsed, clause) else None
    if word.lemma in SPEECH and (sense is None or clause.que and not fixed and sense.plover not in ACTS):
        if word.lemma in COMMENT and word.lower.endswith("ant"):
            return Trigger(i, i, OPINION, clause)
        if sense is None and not clause.que and _reported(parsed, clause, kinds):
            return Trigger(i, i, GENERIC, clause)
        return Trigger(i, i, ANNOUNCE, clause) if _announces(parsed, clause) else None
    effect = (modality().get(("verb", "se " + word.lemma)) if clause.reflexive else None) or modality().get(("verb", word.lemma))
    if clause.infinitive and effect in (
        "due",
        "planned",
        "possible",
        "aspect",
        "recent",
        "probable",
        "said",
        "excluded",
        "negated",
    ):
        if sense is None or sense.frame in ASPECTUAL or not (sense.plover or sense.frame == "ALLOW"):
            return None
    if sense is not None:
        return Trigger(i, i, sense, clause)
    return _unlisted(parsed, word, clause, kinds)


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
        if following.pos == "ADV":
            continue
        verb = participles().get(following.lower)
        if verb and following.head == word.i:
            clause = read_clause(parsed, word.i)
            for sense in verb_senses().get(verb, ()):
                if all(_holds(parsed, clause, test, kinds) != test.absent for test in sense.tests):
                    return Trigger(k, word.i, sense, clause)
            return Trigger(k, word.i, GENERIC, clause)
        return None
    return None


def _unlisted(parsed: Parsed, word: Word, clause: Clause, kinds: Mapping[int, ActorKind]) -> Trigger | None:
    """A verb the tables do not know still tells something when it is a full predicate with somebody or something in it."""
    i = word.i
    nouns = [k for k in clause.subjects + clause.objects if parsed.words[k].pos in ("NOUN", "PROPN") or k in kinds]
    if word.lemma == "avoir" and word.pos == "VERB":
        there = any(k.lower == "y" for k in parsed.kids(i)) or _occurs(parsed, clause)
        has = [k for k in clause.objects if parsed.words[k].pos == "NOUN"]
        return Trigger(i, i, STATE, clause) if clause.subjects and has and not there and nouns else None
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


def _sense(parsed: Parsed, clause: Clause, kinds: Mapping[int, ActorKind]) -> tuple[Sense | None, bool]:
    """The first sense whose tests hold, and whether it named a particular neighbour."""
    word = parsed.words[clause.head]
    senses = verb_senses()
    lemma = verb_lemma(word.lemma, word.lower)
    keys = ["se " + lemma, lemma] if clause.reflexive else [lemma]
    if clause.reflexive and lemma in _OWN_WAY:
        keys.pop()
    if clause.reflexive and lemma == "prendre" and any(k.lower == "en" and k.i < word.i for k in parsed.kids(word.i)):
        keys.insert(0, "se en prendre")
    for key in keys:
        for sense in senses.get(key, ()):
            if all(_holds(parsed, clause, test, kinds) != test.absent for test in sense.tests):
                return sense, any(t.lemmas or t.classes for t in sense.tests)
    return None, False


def _holds(parsed: Parsed, clause: Clause, test: Test, kinds: Mapping[int, ActorKind]) -> bool:
    patients = clause.subjects if clause.passive else clause.objects
    if test.kind == "obj":
        if not (test.lemmas or test.classes):
            return bool(patients)
        return any(_fits(parsed, k, test, kinds) for k in patients)
    if test.kind == "subj":
        doers = clause.agents if clause.passive else clause.subjects
        return any(_fits(parsed, k, test, kinds) for k in doers)
    if test.kind == "prep":
        found = [k for p, k in clause.obliques if p == test.preposition] + list(
            clause.agents if test.preposition == "par" else ()
        )
        # "taxer le maire de racisme": the parser often hangs the complement on the object
        found += [
            k.i
            for o in patients
            for k in parsed.kids(o, "nmod")
            if (test.lemmas or test.preposition == "sur") and preposition_of(parsed, k.i) == test.preposition
        ]
        if not (test.lemmas or test.classes):
            taken_up = test.preposition == "de" and any(k.lower == "en" for k in parsed.kids(clause.head))  # "il s'en défend"
            marked = test.preposition in ("à", "de") and _marked_infinitive(parsed, clause.head, test.preposition)
            return bool(found) or taken_up or marked
        return any(_fits(parsed, k, test, kinds) for k in found)
    if test.kind == "inf":
        return clause.infinitive
    if test.kind == "pass":
        return clause.passive
    if test.kind == "que":
        return clause.que
    if test.kind == "rien":
        return not (clause.objects or clause.obliques or clause.infinitive or clause.adjective)
    if test.kind == "nonaux":
        return not clause.infinitive
    if test.kind == "tout":  # "conteste tout retard": the object is denied as such
        return any(k.lemma == "tout" for o in patients for k in parsed.kids(o, "det", "amod"))
    return _turn(parsed, clause, test)


def _marked_infinitive(parsed: Parsed, i: int, preposition: str) -> bool:
    return any(m.lemma == preposition for k in parsed.kids(i, "xcomp") for m in parsed.kids(k.i, "mark"))


def _fits(parsed: Parsed, k: int, test: Test, kinds: Mapping[int, ActorKind]) -> bool:
    word = parsed.words[k]
    if word.lemma in test.lemmas or word.lower in test.lemmas or (word.pos == "NOUN" and word.lower.rstrip("sx") in test.lemmas):
        return True
    if word.lemma in MEASURES and any(_fits(parsed, m.i, test, kinds) for m in parsed.kids(k, "nmod")):
        return True  # "des milliers de réfugiés"
    if not test.classes:
        return False
    classes = noun_classes()
    named = classes.get(word.lemma, frozenset()) | classes.get(word.lower, frozenset())
    kind = kinds.get(k)
    for name in test.classes:
        if name in named:
            return True
        if name in ("person", "leader") and (kind in ("person", "role") if kind else word.pos == "PROPN" and name == "person"):
            return True
        if name == "country" and kind == "state":
            return True
        if name == "place" and (kind in ("place", "state") or (kind is None and word.pos == "PROPN")):
            return True
        if name == "group" and kind in ("group", "organisation"):
            return True
        if name == "victim" and kind == "person":
            return True
    return False


def _turn(parsed: Parsed, clause: Clause, test: Test) -> bool:
    """Is the noun of a fixed turn within reach after the verb ("mettre … en cause"), or its passive subject?"""
    i = clause.head
    last = min(parsed.sentence_of(i).last, i + 7)
    if not test.preposition and i + 2 < last and parsed.words[i + 1].pos == "NOUN" and parsed.words[i + 2].pos == "ADP":
        last = i + 2  # "fait état de dix morts": another fixed turn
    for k in range(i + 1, last):
        word = parsed.words[k]
        if word.pos == "PUNCT" and word.lower in (",", ";", ":", "."):
            break
        if word.lemma in test.lemmas or word.lower in test.lemmas or word.lower.rstrip("sx") in test.lemmas:
            if word.dep == "nmod" and i < word.head < k and _part_of(parsed, word):
                continue
            if not test.preposition:
                before = parsed.words[k - 1].lower
                return before not in ("à", "en", "pour", "sur", "avec", "contre", "dans") or k == i + 1
            wanted = {"à": ("à", "au", "aux"), "de": ("de", "du", "d'", "des"), "d": ("d'",)}.get(
                test.preposition, (test.preposition,)
            )
            return any(parsed.words[m].lower in wanted for m in range(max(i + 1, k - 3), k))
        if word.pos == "VERB" and word.feat("VerbForm") in ("Inf", "Fin"):
            break  # "faire baisser la pression" puts no pressure on anybody
    return not test.preposition and clause.passive and any(parsed.words[s].lemma in test.lemmas for s in clause.subjects)


def _part_of(parsed: Parsed, word: Word) -> bool:
    """ "faire partie des victimes": the noun belongs to another one; not in "faire des dizaines de victimes"."""
    up = parsed.words[word.head]
    return up.pos == "NOUN" and up.lemma not in ABOUT and up.lemma not in MEASURES and preposition_of(parsed, word.i) == "de"


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


def _copular(parsed: Parsed, word: Word, quoted: frozenset[int]) -> Trigger | None:
    known = word.lower in participles()
    if word.pos == "ADJ" and (state := states().get(word.lemma)) and word.lemma not in participles():
        clause = read_clause(parsed, word.i)
        return Trigger(word.i, word.i, state, clause, undergone=state.frame not in ACTIVE_STATES) if clause.subjects else None
    if word.pos == "ADJ" and not known and (modality().get(("adjective", word.lemma)) or word.i not in quoted):
        return None
    clause = read_clause(parsed, word.i)
    if word.pos == "NOUN" and clause.subjects and (state := states().get(f"{preposition_of(parsed, word.i)} {word.lemma}")):
        return Trigger(word.i, word.i, state, clause, undergone=state.frame not in ACTIVE_STATES)
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


def _nominal(parsed: Parsed, word: Word, kinds: Mapping[int, ActorKind]) -> Trigger | None:
    if word.pos == "VERB" and (word.dep.split(":", 1)[0] not in ("nsubj", "obl", "nmod") or not _determined(parsed, word.i)):
        return None
    headline = word.pos == "ADV" and word.text[:1].isupper() and _opens_genitive(parsed, word.i)
    if word.pos == "ADV" and not headline and not _determined(parsed, word.i):
        return None
    sense = noun_sense(parsed, word)
    if headline and sense:
        return Trigger(word.i, word.i, sense, Clause(word.i), nominal=True)
    if word.lemma in COUNTED and _numbered(parsed, word):
        sense = MISSING if word.lemma == "disparu" else INJURED if word.lemma in ("blessé", "hospitalisé") else TOLL
        return Trigger(word.i, word.i, sense, Clause(word.i), nominal=True)
    if sense is None or word.dep in ("flat:name", "fixed", "appos") and word.pos == "PROPN":
        return None
    if word.i and parsed.words[word.i - 1].text == "-" and parsed.words[word.i - 1].end == word.start:
        if parsed.words[word.i - 2].lower in ("libre", "après", "avant", "porte", "passe"):
            return None  # "libre-échange"
    if word.pos == "PROPN" and word.i and parsed.words[word.i - 1].pos == "PROPN":
        return None  # "Paris Match"
    if word.lower in _SET_NOUNS and word.i and parsed.words[word.i - 1].lower in _SET_NOUNS[word.lower]:
        return None
    if word.lemma == "vente" and parsed.words[word.head].lemma in ("retirer", "proposer", "mettre", "rappeler", "placer"):
        return None  # "retirer de la vente": nothing is sold
    if sense.frame == "DIE" and word.lower == "morts":
        return None  # counted: a toll, told by its verb
    if (
        word.dep == "nmod"
        and preposition_of(parsed, word.i) == "de"
        and not parsed.children[word.i][1:]
        and parsed.words[word.i - 1].lower != "du"
        and not _presented(parsed, word)
        and parsed.words[word.head].lemma not in _STRETCHES
    ):
        return None  # "un problème de canicule": a kind, not an event
    if sense.frame == "END" and any(k.lemma in TIME_NOUNS for k in parsed.kids(word.i, "nmod")):
        return None  # "d'ici la fin du mois"
    if word.dep.startswith("compound") or preposition_of(parsed, word.i) in _SOURCES or _helps(parsed, word):
        return None
    if sense.frame in LOOSE and not (_peopled(parsed, word.i, kinds) or _presented(parsed, word) or _on_programme(parsed, word)):
        return None
    clause = Clause(word.i)
    return Trigger(word.i, word.i, sense, clause, nominal=True)


def _helps(parsed: Parsed, word: Word) -> bool:
    """ "à l'aide d'une nacelle": a preposition, and nobody helps."""
    return (
        word.lemma == "aide"
        and word.i > 1
        and parsed.words[word.i - 2].lower == "à"
        and parsed.words[word.i - 1].lower == "l'"
        and parsed.words[min(word.i + 1, len(parsed.words) - 1)].lower in ("de", "d'", "du", "des")
    )


def _opens_genitive(parsed: Parsed, i: int) -> bool:
    """ "Déraillement d'un train": a headline's first noun, read as an adverb."""
    return (
        i + 2 < len(parsed.words) and parsed.words[i + 1].lower in ("de", "d'", "du", "des") and parsed.sentence_of(i).first == i
    )


def _presented(parsed: Parsed, word: Word) -> bool:
    """Is the noun what some attitude is about: "l'hypothèse d'un attentat", "une éventuelle attaque"?"""
    table = modality()
    up = parsed.words[word.head]
    if up.lemma == "avoir" and word.dep == "obj" and any(k.lower == "y" for k in parsed.kids(up.i)):
        return True  # "il y a eu une attaque"
    if preposition_of(parsed, word.i) == "pour" and up.lemma in _CHARGING:
        return True  # "l'enquête pour vol en bande organisée"
    if up.i != word.i and up.pos == "NOUN" and table.get(("noun", up.lemma)) and preposition_of(parsed, word.i) in ("de", "à"):
        return True
    if (
        up.i != word.i
        and up.pos == "VERB"
        and word.dep == "obj"
        and table.get(("verb", up.lemma)) in ("announced", "requested", "denied", "planned", "possible", "excluded")
    ):
        return True
    if up.i != word.i and up.pos == "VERB" and word.dep.startswith("obl") and preposition_of(parsed, word.i) in ("sur", "à"):
        if table.get(("verb", up.lemma)) == "possible" or table.get(("verb", "se " + up.lemma)) == "possible":
            return True  # "table sur une hausse du chômage"
    return any(
        table.get(("tag", k.lemma)) or table.get(("tag", k.lower.rstrip("es"))) for k in parsed.kids(word.i, "amod", "acl")
    )


def _on_programme(parsed: Parsed, word: Word) -> bool:
    """An item of what an occasion holds: "la visite comprend une réception et des signatures de contrats"."""
    item, base = word, word.dep.partition(":")[0]
    for _ in range(6):
        if base not in ("conj", "appos") or item.head == item.i:
            break
        item = parsed.words[item.head]
        base = item.dep.partition(":")[0]
    verb = parsed.words[item.head]
    if base not in ("obj", "obl") or verb.lemma not in HOLDING:
        return False
    return any(k.lemma in OCCASIONS or noun_sense(parsed, k) for k in parsed.kids(verb.i, "nsubj") if k.pos == "NOUN")


# "Neuf morts": the capital makes the tagger see a name
_NUMBERS = frozenset(
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante"
    " soixante cent mille".split()
)


def _numbered(parsed: Parsed, word: Word) -> bool:
    """ "40 morts", "une dizaine de blessés", outside a verb that tells the toll already."""
    counted = any(k.dep == "nummod" or k.pos == "NUM" or (k.i < word.i and k.lower in _NUMBERS) for k in parsed.kids(word.i))
    if not counted and parsed.words[word.head].lemma not in ABOUT:
        return False
    up = parsed.words[word.head]
    return not (word.dep == "obj" and up.pos == "VERB") or up.lemma in (
        "avoir",
        "laisser",
        "annoncer",
        "déplorer",
        "évoquer",
        "donner",
    )


def _determined(parsed: Parsed, i: int) -> bool:
    return any(parsed.words[k].dep == "det" or parsed.words[k].dep == "nummod" for k in parsed.children[i])


def _peopled(parsed: Parsed, i: int, kinds: Mapping[int, ActorKind]) -> bool:
    """Does anybody take part: a complement, a possessive, an adjective of nationality, a pointing article?"""
    pointed = False
    if i + 1 < len(parsed.words) and parsed.words[i + 1].lower == "entre":
        return True
    for k in parsed.children[i]:
        kid = parsed.words[k]
        if k in kinds or kid.feat("Poss") == "Yes" or kid.lower in ("ce", "cet", "cette", "ces"):
            return True
        if kid.dep.split(":", 1)[0] in ("nmod", "obl") and kid.pos in ("NOUN", "PROPN", "PRON"):
            if k in kinds or _any_kind(parsed, k, kinds) or kid.pos == "PROPN":
                return True
            pointed = True
    return pointed and any(
        parsed.words[k].dep == "det" and parsed.words[k].lower in ("le", "la", "l'", "les") for k in parsed.children[i]
    )


def _any_kind(parsed: Parsed, i: int, kinds: Mapping[int, ActorKind]) -> bool:
    return any(k in kinds for k in parsed.subtree(i))


def heads(triggers: Iterable[Trigger]) -> dict[int, Trigger]:
    """Triggers by the word that names them and by their predicate."""
    found: dict[int, Trigger] = {}
    for trigger in triggers:
        found.setdefault(trigger.predicate, trigger)
        found[trigger.i] = trigger
    return found
