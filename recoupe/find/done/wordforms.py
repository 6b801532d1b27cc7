"""What a word is by its form and its preposition: an infinitive, a participle, a complement of time."""

from __future__ import annotations

from recoupe.parse.document import Parsed, Word

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
ADPOSITIONS = {"au": "à", "aux": "à", "du": "de", "des": "de", "d'": "de", "jusqu'": "jusque"}
SAYING = frozenset(("selon", "d'après", "suivant"))
DAYS = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre"
    " novembre décembre hier demain veille avant-veille lendemain surlendemain aujourd'hui".split()
)
TIME_NOUNS = DAYS | frozenset(
    "jour semaine mois an année soir matin nuit heure minute fois siècle soirée matinée journée week-end moment temps"
    " après-midi midi minuit aube décennie trimestre semestre seconde".split()
)


def is_infinitive(word: Word) -> bool:
    """An infinitive by its tag and by its ending: the tagger calls some participles so ("sera évacué")."""
    return word.feat("VerbForm") == "Inf" and word.lower.endswith(("r", "re"))


def is_participle(word: Word) -> bool:
    """A past participle, not a present the tagger took for one ("conteste"): a verb in -er has its participle in -é."""
    if word.feat("VerbForm") == "Inf":
        return word.lower.endswith(("é", "ée", "és", "ées"))
    if word.feat("VerbForm") != "Part" or word.feat("Tense") != "Past":
        return False
    return not word.lemma.endswith("er") or word.lower.endswith(("é", "ée", "és", "ées"))


def preposition_of(parsed: Parsed, i: int) -> str:
    """The preposition before word i ("au Vietnam" -> "à"), empty without one."""
    for k in parsed.children[i]:
        kid = parsed.words[k]
        if kid.dep == "case" and kid.pos == "ADP":
            if kid.lower in ("d'", "de") and any(parsed.words[f].lower == "après" for f in parsed.children[k]):
                return "d'après"
            # the partitive article is tagged as a preposition: "fournir des missiles"
            return "" if kid.lower == "des" and parsed.words[i].dep == "obj" else ADPOSITIONS.get(kid.lower, kid.lemma)
        if kid.dep == "det" and kid.lower in ("au", "aux"):
            return "à"
        if k > i:
            break
    return ""
