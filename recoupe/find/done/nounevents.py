"""Nouns that name an event by themselves: "l'incendie de la grange", "quarante morts", "l'hypothèse d'un attentat"."""

from __future__ import annotations

from collections.abc import Mapping

from recoupe.find.done.senses import ABOUT, SENTENCED, noun_sense, phrase_last
from recoupe.find.done.wordforms import TIME_NOUNS, preposition_of
from recoupe.lang.frames import Sense
from recoupe.lang.modality import modality
from recoupe.parse.document import Parsed, Word
from recoupe.types import ActorKind

COUNTED = frozenset(
    "mort blessé victime disparu tué survivant rescapé hospitalisé décès otage dépouille cadavre malade intoxiqué".split()
)
# What courts impose: an event of its own where no verb tells it.
PENALTIES = frozenset("prison réclusion emprisonnement inéligibilité sursis".split())
_AT_ONCE = frozenset("immédiat immédiate provisoire ferme sursis exécution perpétuité".split())
_HURT = frozenset(("blessé", "hospitalisé", "malade", "intoxiqué"))
# Nouns that name an event only where somebody takes part in it: "la décision du juge", not "la fin".
LOOSE = frozenset(
    "PLAN ECON_RISE ECON_FALL CHANGE END TOLL PLAY PUBLISH LAUNCH PACT APPOINT CRITICISE REQUEST SUPPORT AID REJECT"
    " LOSE WIN TRAVEL"
    " INVESTIGATE BUY SELL INVEST CELEBRATE COOPERATE OPEN CLOSE RETURN DISMISS CONCEDE THREATEN ACCUSE MEET BAN"
    " DISCOVER DENY STEAL"
    " ATTACK KILL PROTEST RIOT NEGOTIATE SUPPLY SIGN RETREAT RELEASE DISARM SANCTION SENTENCE CHARGE MOBILIZE FLEE DIE"
    " RECOGNISE AWARD".split()
)
TOLL = Sense("TOLL", "", "", "", de="target")
INJURED = Sense("INJURE", "", "", "", de="target")
MISSING = Sense("MISSING", "", "", "", de="target")
# "La visite comprend …", "le programme prévoit …": what they hold are events to come.
HOLDING = frozenset("comprendre comporter inclure prévoir réserver proposer annoncer".split())
OCCASIONS = frozenset("programme agenda journée soirée calendrier déroulé ordre menu cérémonie week-end".split())
_CHARGING = frozenset(
    "enquête enquêter information plainte procès examen inculper condamner juger poursuivre arrêter interpeller écrouer confier"
    " détention".split()
)
_SOURCES = frozenset(("lors", "selon", "d'après", "suivant"))  # "selon une enquête": who says it, not what happens
_COMPOUNDS = frozenset(("libre", "après", "avant", "porte", "passe"))
_ON_SALE = frozenset(("retirer", "proposer", "mettre", "rappeler", "placer"))
_TELLING = frozenset(("avoir", "laisser", "annoncer", "déplorer", "évoquer", "donner"))
_PRESENTING = frozenset(("announced", "requested", "denied", "planned", "possible", "excluded"))
_CARRIERS = frozenset(("objet", "cible", "théâtre", "victime", "proie", "cadre"))
# Acts that tell themselves as the subject of a verb of effect.
_VIOLENT = frozenset(("ATTACK", "PROTEST", "RIOT", "KILL", "STEAL", "INVESTIGATE"))
_WORKING = frozenset(
    "faire tuer blesser coûter causer provoquer réunir rassembler attirer dégénérer viser toucher frapper détruire endommager"
    " secouer coûter entraîner durer tourner prendre commencer débuter révéler établir montrer conclure conduire aboutir".split()
)
SET_NOUNS = {"courant": ("au", "en"), "marche": ("en",), "marché": ("bon",)}
_STRETCHES = frozenset("journée jour nuit semaine mouvement vague série".split())  # "une journée de grève"
_BORDERS = frozenset("lendemain veille issue terme sortie surlendemain".split())  # "au lendemain du vote"
# "Neuf morts": the capital makes the tagger see a name
_NUMBERS = frozenset(
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante"
    " soixante cent mille".split()
)


def noun_event(parsed: Parsed, word: Word, kinds: Mapping[int, ActorKind]) -> Sense | None:
    """The sense of the event that a noun names without a support verb; None where it names none. `kinds`: actors by head word."""
    if word.text[:1].isupper() and kinds.get(word.i) in ("place", "state"):
        return None  # "La Réunion"
    if word.pos == "VERB" and (word.dep.split(":", 1)[0] not in ("nsubj", "obl", "nmod") or not _determined(parsed, word.i)):
        return None
    headline = word.pos == "ADV" and word.text[:1].isupper() and _opens_genitive(parsed, word.i)
    if word.pos == "ADV" and not headline and not _determined(parsed, word.i):
        return None
    if word.lemma in PENALTIES and word.pos != "VERB" and _imposed(parsed, word):
        return SENTENCED
    sense = noun_sense(parsed, word)
    if headline and sense:
        return sense
    if word.lemma in COUNTED and _numbered(parsed, word):
        return MISSING if word.lemma == "disparu" else INJURED if word.lemma in _HURT else TOLL
    if sense is None or _in_a_name(parsed, word) or _no_event(parsed, word, sense):
        return None
    told = (
        _peopled(parsed, word.i, kinds) or _presented(parsed, word) or _wrought(parsed, word, sense) or _heads_line(parsed, word)
    )
    if sense.frame in LOOSE and not (told or _on_programme(parsed, word)):
        return None
    return sense


def _imposed(parsed: Parsed, word: Word) -> bool:
    """ "Quatre ans de prison, dont deux ferme", "l'inéligibilité immédiate": a penalty with its length or its force."""
    up = parsed.words[word.head]
    counted = any(k.pos == "NUM" or k.dep == "nummod" or k.lower in _NUMBERS for k in parsed.kids(up.i))
    if up.lemma in ("an", "année", "mois") and up.i < word.i and counted:
        return True
    return any(parsed.words[k].lower in _AT_ONCE for k in parsed.subtree(word.i))


def _in_a_name(parsed: Parsed, word: Word) -> bool:
    """ "Paris Match", "le libre-échange", "au courant": part of a name, of a compound, of a set phrase."""
    before = parsed.words[word.i - 1] if word.i else None
    if word.dep.startswith("compound") or (word.dep in ("flat:name", "fixed", "appos") and word.pos == "PROPN"):
        return True
    if before is None:
        return False
    if before.text == "-" and before.end == word.start and parsed.words[word.i - 2].lower in _COMPOUNDS:
        return True
    return (word.pos == "PROPN" and before.pos == "PROPN") or before.lower in SET_NOUNS.get(word.lower, ())


def _no_event(parsed: Parsed, word: Word, sense: Sense) -> bool:
    """Does the noun only say of what kind, when or whence: "un problème de canicule", "la fin du mois", "selon une enquête"?"""
    preposition = preposition_of(parsed, word.i)
    if word.lemma == "vente" and parsed.words[word.head].lemma in _ON_SALE:
        return True  # "retirer de la vente": nothing is sold
    if sense.frame == "DIE" and word.lower == "morts":
        return True  # counted: a toll, told by its verb
    if word.dep == "nmod" and preposition == "de" and not parsed.children[word.i][1:] and parsed.words[word.i - 1].lower != "du":
        head = parsed.words[word.head].lemma
        if head == "droit" or head not in _STRETCHES and not _presented(parsed, word):
            return True  # "le droit de grève": nobody strikes
    if sense.frame == "END" and any(k.lemma in TIME_NOUNS for k in parsed.kids(word.i, "nmod")):
        return True
    return preposition in _SOURCES or _helps(parsed, word)


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
    if carrier_of(parsed, word.i) >= 0 or _dates(parsed, word):
        return True
    if up.lemma == "avoir" and word.dep == "obj" and any(k.lower == "y" for k in parsed.kids(up.i)):
        return True  # "il y a eu une attaque"
    if preposition_of(parsed, word.i) == "pour" and up.lemma in _CHARGING:
        return True  # "l'enquête pour vol en bande organisée"
    if up.i != word.i and up.pos == "NOUN" and table.get(("noun", up.lemma)) and preposition_of(parsed, word.i) in ("de", "à"):
        return True
    if up.i != word.i and up.pos == "VERB" and word.dep == "obj" and table.get(("verb", up.lemma)) in _PRESENTING:
        return True
    if up.i != word.i and up.pos == "VERB" and word.dep.startswith("obl") and preposition_of(parsed, word.i) in ("sur", "à"):
        if table.get(("verb", up.lemma)) == "possible" or table.get(("verb", "se " + up.lemma)) == "possible":
            return True  # "table sur une hausse du chômage"
    return any(
        table.get(("tag", k.lemma)) or table.get(("tag", k.lower.rstrip("es"))) for k in parsed.kids(word.i, "amod", "acl")
    )


def _dates(parsed: Parsed, word: Word) -> bool:
    """ "Après un entretien", "lors de la demi-finale", "au lendemain du vote": what something else is dated by has happened."""
    preposition = preposition_of(parsed, word.i)
    if not word.dep.startswith(("obl", "nmod")):
        return False
    up = parsed.words[word.head]
    border = preposition == "de" and up.lemma in _BORDERS and preposition_of(parsed, up.i) in ("à", "de")
    return preposition in ("après", "lors", "pendant", "durant", "depuis") or border


def carrier_of(parsed: Parsed, i: int) -> int:
    """The noun that carries an event to its subject ("a fait l'objet d'une enquête", "a été la cible d'un tir"), else -1."""
    word = parsed.words[i]
    if not word.dep.startswith(("nmod", "obl")) or preposition_of(parsed, i) != "de":
        return -1
    up = parsed.words[word.head]
    if up.pos == "VERB":  # the parser hangs "d'une enquête" on "fait" or on "objet"
        return next((k.i for k in parsed.kids(up.i, "obj") if k.i < i and k.lemma in _CARRIERS), -1)
    return up.i if up.i < i and up.lemma in _CARRIERS else -1


def _heads_line(parsed: Parsed, word: Word) -> bool:
    """ "Disparitions mystérieuses à Vesles": the noun that heads a line without a verb tells what happened."""
    sentence = parsed.sentence_of(word.i)
    words = parsed.words[sentence.first : sentence.last]
    if (
        word.dep != "ROOT"
        or sum(w.text[0].isalpha() for w in words) < 2
        or not words[-1].text[-1].isalnum()
        and words[-1].text not in ".!:"
    ):
        return False
    return not any(w.pos in ("VERB", "AUX") and w.feat("VerbForm") == "Fin" for w in words)


def _wrought(parsed: Parsed, word: Word, sense: Sense) -> bool:
    """ "Une attaque a fait dix morts", "une marche a réuni mille personnes": what has effects took place."""
    return sense.frame in _VIOLENT and word.dep.startswith("nsubj") and parsed.words[word.head].lemma in _WORKING


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


def _numbered(parsed: Parsed, word: Word) -> bool:
    """ "40 morts", "une dizaine de blessés", outside a verb that tells the toll already."""
    counted = any(k.dep == "nummod" or k.pos == "NUM" or (k.i < word.i and k.lower in _NUMBERS) for k in parsed.kids(word.i))
    if not counted and parsed.words[word.head].lemma not in ABOUT:
        return False
    up = parsed.words[word.head]
    return not (word.dep == "obj" and up.pos == "VERB") or up.lemma in _TELLING


def _determined(parsed: Parsed, i: int) -> bool:
    return any(parsed.words[k].dep == "det" or parsed.words[k].dep == "nummod" for k in parsed.children[i])


def _peopled(parsed: Parsed, i: int, kinds: Mapping[int, ActorKind]) -> bool:
    """Does anybody take part: a complement, a possessive, an adjective of nationality, a pointing article?"""
    pointed = False
    if i + 1 < len(parsed.words) and parsed.words[i + 1].lower == "entre":
        return True
    for k in (*parsed.children[i], *(parsed.children[last] if (last := phrase_last(parsed, i)) != i else ())):
        kid = parsed.words[k]
        if k in kinds or kid.feat("Poss") == "Yes" or kid.lower in ("ce", "cet", "cette", "ces"):
            return True
        if kid.dep.split(":", 1)[0] in ("nmod", "obl") and kid.pos in ("NOUN", "PROPN", "PRON"):
            if k in kinds or _any_kind(parsed, k, kinds) or kid.pos == "PROPN":
                return True
            pointed = True
        if kid.pos == "NUM" and i < k <= i + 2 and _month_after(parsed, k):
            pointed = True  # "la tuerie du 6 décembre"
    return pointed and any(
        parsed.words[k].dep == "det" and parsed.words[k].lower in ("le", "la", "l'", "les") for k in parsed.children[i]
    )


def _month_after(parsed: Parsed, k: int) -> bool:
    return k + 1 < len(parsed.words) and parsed.words[k + 1].lemma in TIME_NOUNS


def _any_kind(parsed: Parsed, i: int, kinds: Mapping[int, ActorKind]) -> bool:
    return any(k in kinds for k in parsed.subtree(i))
