"""The tense around a time phrase: what the clause that governs it says of past and future."""

from __future__ import annotations

import re
from typing import Literal

from recoupe.parse.document import Parsed, Word

Tense = Literal["past", "present", "future", "none"]

#: Participles without auxiliary that look ahead: "la visite prévue mardi".
_AHEAD_PARTICIPLES = frozenset("prévoir attendre programmer planifier fixer espérer reporter repousser annoncer".split())
#: Verbs whose infinitive lies ahead: "doit se rendre mardi", "a promis de venir mardi".
_AHEAD_VERBS = frozenset(
    "devoir aller vouloir compter espérer prévoir envisager promettre proposer décider demander souhaiter appeler inviter tenter"
    " engager préparer menacer refuser autoriser convoquer pouvoir permettre annoncer projeter planifier falloir".split()
)
#: Verbs whose past takes être: the parser often reads "est décédé" as a passive or a copula.
_WITH_BE = frozenset(
    "aller venir mourir mort morte morts mortes décéder naître né née arriver partir parti entrer sortir tomber rester monter"
    " descendre passer devenir revenir retourner rentrer parvenir intervenir survenir".split()
)
#: Present-tense speech verbs report what was said: "explique-t-il vendredi" looks back.
_SPEECH = frozenset(
    "dire rapporter expliquer affirmer indiquer préciser révéler écrire raconter déclarer relever souligner ajouter estimer"
    " assurer confier titrer témoigner rappeler noter poursuivre commenter lancer".split()
)


def tense_at(parsed: Parsed, i: int) -> Tense:
    """The tense of the clause around word i, "none" where no verb governs it."""
    word = parsed.words[i]
    for _ in range(12):
        if word.i != i and word.pos == "NOUN" and any(k.lower in _BEHIND for k in parsed.kids(word.i, "case")):
            return "past"  # "après le retrait du maire mercredi"
        if word.pos in ("VERB", "AUX") or any(True for _ in parsed.kids(word.i, "cop")):
            tense = _tense_of(parsed, word)
            if tense == "present" and (told := _cleft(parsed, word, i)) != "none":
                return told
            if tense != "none":
                return tense
        if word.head == word.i:
            break
        word = parsed.words[word.head]
    return _by_form(parsed, i)


_BEHIND = frozenset(("après", "depuis", "suite", "lendemain"))


def _cleft(parsed: Parsed, verb: Word, i: int) -> Tense:
    """ "C'est jeudi que le pont a rouvert": the tense is that of the clause behind; "none" where it is no such turn."""
    words = parsed.words
    if verb.lemma != "être" and not any(True for _ in parsed.kids(verb.i, "cop")):
        return "none"
    end = parsed.sentence_of(i).last
    que = next((k for k in range(i + 1, min(i + 14, end)) if words[k].lower in ("que", "qu'")), None)
    if que is None or not any(w.lower in ("c'", "ce") for w in words[max(0, i - 6) : i]):
        return "none"
    behind = (w for w in words[que + 1 : end] if w.pos in ("VERB", "AUX") and not w.dep.startswith("aux"))
    return next((t for w in behind if (t := _tense_of(parsed, w)) != "none"), "none")


# A future the tagger took for a noun ("la ministre visitera l'usine") still shows by its ending.
_FUTURE_FORM = re.compile(r"\w{2,}(?:[ei]r|[dvtu]r|ser|aur)(?:a|ont)")


def _by_form(parsed: Parsed, i: int) -> Tense:
    """Where no verb was found, a form in the sentence that can only be a future."""
    sentence = parsed.sentence_of(i)
    forms = (w for w in parsed.words[sentence.first : sentence.last] if w.pos != "PROPN")
    return "future" if any(_FUTURE_FORM.fullmatch(w.lower) and w.lower not in _NO_FUTURE for w in forms) else "none"


_NO_FUTURE = frozenset("opéra caméra choléra chimera extra intra ultra contra infra supra".split())


def _tense_of(parsed: Parsed, verb: Word) -> Tense:
    """The tense of one verb with its auxiliaries, "none" where its governor must say."""
    helpers = list(parsed.kids(verb.i, "aux", "cop"))
    finite = next((h for h in helpers if h.feat("VerbForm") == "Fin" or h.feat("Mood")), None)
    if finite is None and (verb.feat("VerbForm") == "Fin" or verb.feat("Mood")):
        return _finite(verb, verb.lemma)
    if finite is not None:
        compound = finite.dep.startswith("aux") and (
            finite.lemma == "avoir" or verb.feat("VerbForm") == "Part" and finite.dep != "aux:pass"
        )
        tense = _finite(finite, verb.lemma)
        if tense == "present" and (
            verb.lemma in _WITH_BE or verb.lower in _WITH_BE or any(True for _ in parsed.kids(verb.i, "expl"))
        ):
            return "past"  # "est mort mardi", "s'est rendu": être with these is a past
        ahead = finite.lemma == "être" and verb.lemma in _AHEAD_PARTICIPLES  # "est attendu jeudi", read as a past
        if finite.dep == "cop" or not compound or ahead:
            return "future" if tense == "present" and verb.lemma in _AHEAD_PARTICIPLES else tense
        return "past" if tense in ("present", "past") or finite.feat("Mood") == "Cnd" else "future"
    form = verb.feat("VerbForm")
    if form == "Part" and any(h.lemma == "être" and h.feat("VerbForm") == "Inf" for h in helpers):
        form, helpers = "Inf", [h for h in helpers if h.lemma == "avoir"]  # "doit être élu jeudi"
    if _FUTURE_FORM.fullmatch(verb.lower):
        return "future"  # "votera", read as a participle
    if form == "Part" and verb.feat("Tense") != "Pres":
        if verb.lemma in _AHEAD_PARTICIPLES and verb.i and parsed.words[verb.i - 1].lower in ("non", "pas"):
            return "none"  # "un point de presse non prévu": that of the verb above
        return "future" if verb.lemma in _AHEAD_PARTICIPLES else "past"
    if form == "Inf":
        before = parsed.words[verb.i - 1] if verb.i else verb
        if before.lemma in ("laisser", "faire") and before.pos in ("VERB", "AUX"):
            return _tense_of(parsed, before)  # "a laissé entendre dimanche"
        if helpers:
            return "past"  # "après avoir signé mardi"
        governor = parsed.words[verb.head]
        if governor.lemma == "venir" and any(k.lower in ("de", "d'") for k in parsed.kids(verb.i, "mark")):
            return "past"  # "vient d'être arrêté mardi"
        if governor.i != verb.i and governor.lemma in _AHEAD_VERBS:
            above = _tense_of(parsed, governor)
            done = governor.lemma in ("devoir", "aller", "pouvoir") and _compound(parsed, governor)
            return "past" if above == "past" and (done or _pluperfect(parsed, governor)) else "future"
        if any(k.lower in ("pour", "afin") for k in parsed.kids(verb.i, "mark", "case")):
            return "none"
    return "none"


def _compound(parsed: Parsed, verb: Word) -> bool:
    return any(True for _ in parsed.kids(verb.i, "aux"))


def _pluperfect(parsed: Parsed, verb: Word) -> bool:
    """ "s'était engagé à dormir là lundi": what he did by now."""
    return any(k.feat("Tense") == "Imp" for k in parsed.kids(verb.i, "aux"))


def _finite(word: Word, lemma: str) -> Tense:
    mood, tense = word.feat("Mood"), word.feat("Tense")
    if mood == "Cnd" or tense == "Fut":
        return "future"
    if mood == "Sub":
        return "future"
    if tense in ("Imp", "Past"):
        return "future" if tense == "Imp" and lemma == "devoir" else "past"
    if _FUTURE_FORM.fullmatch(word.lower) and not lemma.endswith("rer"):
        return "future"  # "cessera", read as a present; "montra" and "tira" may be a past
    return "past" if lemma in _SPEECH else "present"
