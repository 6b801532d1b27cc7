"""The status of an event named by a noun: told as a fact unless an adjective or the word above says otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from recoupe.find.done.effects import CONFIRMING, Stance, apply_effect, effect_of
from recoupe.find.done.moods import DURATIVE, NEGATIVE_DETERMINERS, is_copular, lead_of
from recoupe.find.done.wordforms import preposition_of
from recoupe.lang.modality import modality
from recoupe.parse.document import Parsed, Word

Verbal = Callable[[Parsed, int, str, int], Stance]
# What has happened when it is announced: "le parquet annonce onze arrestations".
REPORTED = frozenset("ARREST KILL DIE INJURE TOLL ATTACK CRASH DISASTER BLAST RESIGN WIN LOSE DISCOVER SENTENCE".split())
# Relations in force, which a future verb beside them does not put off: "les sanctions toucheront dix banques".
_IN_FORCE = frozenset(("SANCTION", "SUPPORT", "COOPERATE", "ACCUSE"))
_LASTING = (DURATIVE | {"SANCTION", "BAN", "MOBILIZE", "PREVENT"}) - {"PLAN", "PLAY"}
# Nouns that only measure out the one after them: "une journée de grève", "une série d'attentats".
_CONTAINERS = frozenset("journée jour semaine mouvement série vague cycle campagne acte début reprise fin tour heure".split())
_JUDGED = frozenset(("critiquer", "dénoncer", "féliciter", "remercier", "blâmer"))
# "Les juges ont écarté la requête": it was made, and turned down.
PETITIONS = frozenset("requête recours demande plainte pourvoi amendement motion candidature argument".split())
_NEXT = frozenset(("prochain", "prochaine"))
_INQUIRIES = frozenset("enquête information plainte procédure instruction poursuite".split())
_DISPUTING = frozenset(("contester", "récuser", "rejeter"))
_DEFINITE = frozenset(("le", "la", "l'", "les", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs"))
# What is there to be disputed: "contester la décision" denies no decision.
_DECIDED = frozenset("PLAN SENTENCE BAN SANCTION CHANGE ELECT PACT APPOINT DISMISS EXPEL REQUEST CHARGE ECON_RISE".split())
_UNREAL = frozenset(("possible", "hypothetical", "requested", "alleged"))
_TAGS = frozenset(("planned", "possible", "requested", "denied", "negated", "announced", "excluded"))


def nominal_stance(parsed: Parsed, i: int, frame: str, verbal: Verbal) -> Stance:
    """The stance of the text on the event that noun i names; `verbal` reads the stance of the verb above it."""
    word = parsed.words[i]
    own = Stance("ongoing" if frame in _LASTING else "happened", False, "certain", "none", finite=False)
    if tagged := _tagged(parsed, i, own):
        return tagged
    if any(k.lower in NEGATIVE_DETERMINERS for k in parsed.kids(i, "det")) or preposition_of(parsed, i) == "sans":
        own = replace(own, negated=True)
    lead = lead_of(parsed, i)
    if own.status == "ongoing" and (preposition_of(parsed, i) in ("après", "lors", "lors de") or _during(parsed, i)):
        up = parsed.words[word.head]
        verb = up.i != i and (up.pos in ("VERB", "AUX") or is_copular(parsed, up))
        if verb and verbal(parsed, up.i, "GENERIC", 3).tense == "future":  # "sera présent lors du défilé"
            own = replace(own, status="planned", certainty="probable", tense="future")
        else:
            own = replace(own, status="happened")  # "après la manifestation"
    if lead == "hypothetical":
        return Stance("hypothetical", own.negated, "unknown", "future", finite=False)
    if lead == "possible":
        return Stance("possible", own.negated, "possible", "future", finite=False)
    if lead == "untrue":
        return replace(own, status="happened", negated=not own.negated)
    if is_copular(parsed, word):  # "sera en déplacement à Rome"
        told = verbal(parsed, i, frame, 3)
        return replace(told, finite=False) if told.status not in ("happened", "ongoing", "state", "opinion") else own
    if word.head == i:
        return own
    up = parsed.words[word.head]
    base = word.dep.split(":", 1)[0]
    if base == "conj":
        joined = up.pos in ("NOUN", "PROPN")
        return replace(nominal_stance(parsed, up.i, frame, verbal), negated=own.negated) if joined else own
    if up.pos == "NOUN" and base in ("nmod", "obl", "acl"):
        return _under_noun(parsed, i, up, frame, own, verbal)
    if up.pos in ("VERB", "AUX") or is_copular(parsed, up) or (up.pos == "ADJ" and base == "obl"):
        return _under_verb(parsed, i, up, frame, own, verbal)
    return own


def _during(parsed: Parsed, i: int) -> bool:
    """ "lors d'une manifestation": the parser may hang "lors" on the article's "de"."""
    first = parsed.left[i]
    return parsed.words[first].lower == "lors" or (first > 0 and parsed.words[first - 1].lower == "lors")


def _tagged(parsed: Parsed, i: int, own: Stance) -> Stance | None:
    """What an adjective or a participle beside the noun says: "présumé", "éventuel", "annulée"."""
    table = modality()
    if any(parsed.words[g].lemma in _NEXT for k in parsed.kids(i, "nmod", "obl") for g in parsed.children[k.i]):
        return replace(own, status="planned", certainty="probable", tense="future")  # "la tournée de la troupe l'an prochain"
    for kid in parsed.kids(i, "amod", "acl"):
        if kid.feat("VerbForm") == "Inf" and kid.i == i + 2 and parsed.words[i + 1].lower == "à":
            return replace(own, status="planned", certainty="probable", tense="future")  # "des réformes à mener"
        effect = table.get(("tag", kid.lemma)) or table.get(("tag", kid.lower.rstrip("es")))
        if effect == "alleged":
            return replace(own, status="alleged", certainty="unknown")
        if effect == "possible":
            return replace(own, status="possible", certainty="possible", tense="future")
        if effect == "planned":
            return replace(own, status="planned", certainty="probable", tense="future")
        if kid.dep == "acl" and kid.pos == "VERB" and kid.i > i and kid.feat("Tense") == "Past":
            told = table.get(("verb", kid.lemma))
            if told in _TAGS and kid.lemma not in ("attendre", "accepter"):
                return apply_effect(parsed, told, kid, own, Stance("happened"))
    return None


def _under_noun(parsed: Parsed, i: int, up: Word, frame: str, own: Stance, verbal: Verbal) -> Stance:
    effect, held = effect_of(parsed, up)
    if up.lemma == "occasion" and preposition_of(parsed, up.i) == "à":
        return own  # "à l'occasion de la visite"
    if effect and effect not in ("aspect", "said"):
        return apply_effect(parsed, effect, up, own, Stance("happened"), held=held)
    if up.lemma in _CONTAINERS and preposition_of(parsed, i) == "de":
        return replace(nominal_stance(parsed, up.i, frame, verbal), negated=own.negated)
    return own


def _looks_back(parsed: Parsed, verb: Word) -> bool:
    """ "L'incendie pourrait avoir détruit la halle": the doubt is about what the fire has done."""
    infinitives = [k for k in parsed.kids(verb.i, "xcomp") if k.pos == "VERB"]
    return verb.lemma in ("pouvoir", "devoir") and any(True for k in infinitives for _ in parsed.kids(k.i, "aux:tense"))


def _under_verb(parsed: Parsed, i: int, up: Word, frame: str, own: Stance, verbal: Verbal) -> Stance:
    base, _, sort = parsed.words[i].dep.partition(":")
    passive = base == "nsubj" and (sort == "pass" or any(k.dep == "aux:pass" for k in parsed.kids(up.i)))
    subject = base == "nsubj"
    outer = verbal(parsed, up.i, "GENERIC", 3)
    if passive or not subject or is_copular(parsed, up):
        if found := _governed(parsed, i, up, frame, own, outer, passive):
            return found
    told = any(k.lower in _DEFINITE for k in parsed.kids(i, "det")) and subject  # "les 500 otages ont été libérés"
    if frame == "TOLL" and (base == "obj" or subject) and not told and outer.status not in ("ongoing", "state"):
        return outer
    going = base == "obl" and preposition_of(parsed, i) == "en"  # "doit partir en visite à Quito"
    ahead = outer.tense == "future" and not (subject and _looks_back(parsed, up))
    if ahead and frame not in _IN_FORCE and (subject or base == "obj" or going):
        negated = own.negated or (outer.negated and base == "obj")
        return Stance(outer.status, negated, outer.certainty, "future", outer.holder, finite=False)
    indefinite = any(k.lower in ("un", "une", "de", "d'", "des") for k in parsed.kids(i, "det"))
    if outer.status in _UNREAL and (subject or base == "obj") and indefinite:
        return replace(outer, negated=own.negated or (outer.negated and base == "obj"), finite=False)
    if outer.negated and base == "obj":
        own = replace(own, negated=True)
    return own


def _governed(parsed: Parsed, i: int, up: Word, frame: str, own: Stance, outer: Stance, passive: bool) -> Stance | None:
    """What the verb or adjective does to its object, or to its passive subject: "la visite est annulée"."""
    base = parsed.words[i].dep.partition(":")[0]
    effect, held = effect_of(parsed, up)
    near = base in ("obj", "nsubj") or preposition_of(parsed, i) in ("à", "de", "pour", "sur", "")
    if up.lemma in CONFIRMING and outer.negated and base == "obj":
        return apply_effect(parsed, "said", up, own, outer)
    if effect == "said" and held and base == "obj":
        return replace(own, holder=up.i)
    if not effect or not near or effect in ("aspect", "recent", "said", "due", "probable"):
        return None
    if base not in ("obj", "obl", "nmod", "nsubj") or up.lemma == "aller":  # "va à la rencontre de": no plan
        return None
    if effect == "alleged" and up.lemma in _JUDGED and base == "obj":
        return own
    if up.lemma == "viser" and any(k.lemma in _INQUIRIES for k in parsed.kids(up.i, "nsubj")):
        return own  # "l'enquête vise un vol": it lies behind, and nobody plans it
    if effect == "excluded" and parsed.words[i].lemma in PETITIONS:
        return own
    if effect == "denied" and up.lemma in _DISPUTING and any(k.lower in _DEFINITE for k in parsed.kids(i, "det")):
        if frame in _DECIDED:
            return own
    if effect == "denied" and outer.status == "hypothetical":
        return replace(outer, negated=own.negated, finite=False)
    if effect == "announced" and (up.lemma == "accepter" or (up.lemma == "annoncer" and frame in REPORTED)):
        return replace(own, holder=up.i if up.lemma == "annoncer" else -1)
    return apply_effect(parsed, effect, up, own, outer, held=held)
