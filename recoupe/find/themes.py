"""What an event is about: the words of its theme, without the parties, the place, the time and the numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from recoupe.find.arguments import TIME_NOUNS, preposition_of, whole_and_parts
from recoupe.find.triggers import Trigger
from recoupe.parse.document import Parsed, Word
from recoupe.types import ActorKind

# The subject is who or what it happens to.
UNDERGOING = frozenset("DIE CRASH DISASTER BIRTH INJURE BLAST EXPLODE ECON_RISE ECON_FALL SPEED".split())
# The subject of these, where nothing else is, is their theme too ("l'usine ferme", "le trafic a repris").
_TURNING = UNDERGOING | frozenset("CLOSE OPEN END LAUNCH CHANGE TOLL STRIKE ESTIMATE".split())
# Said or done to somebody: the object is a party, what is asked or imposed stands behind "à", "de", "pour".
_ADDRESSED = frozenset("REQUEST SENTENCE ACCUSE CHARGE THREATEN REQUISITION".split())
# Nouns that only help: "avoir lieu", "faire l'objet de", "à la suite de", "une série de".
_EMPTY = TIME_NOUNS | frozenset(
    "lieu place suite cours objet part partie cas fait fois série nombre millier million milliard centaine dizaine vingtaine"
    " trentaine quarantaine cinquantaine quinzaine douzaine plupart majorité ensemble type sorte cadre sein titre terme moyen"
    " compte cause raison but effet mesure manière façon niveau m. mme me mm. mlle monsieur madame maître printemps"
    " automne hiver euro dollar livre kilomètre mètre centimètre kilo tonne litre hectare km long tout autre même quelque "
    "plusieurs certain tel moins plus".split()
)
_CONTENT = frozenset(("NOUN", "PROPN", "ADJ", "VERB"))
_OF = frozenset(("de", "contre", "sur", "pour", "à", "envers", "en", "d"))
_VERB_OF = ("de", "sur", "à", "contre", "pour", "en")
_TITLES = frozenset(("person", "state", "place"))


def find_themes(parsed: Parsed, trigger: Trigger, kinds: Mapping[int, ActorKind], place: Collection[int]) -> list[int]:
    """Heads of the theme's phrases."""
    clause = trigger.clause
    if (
        parsed.words[trigger.i].pos == "ADV" and parsed.sentence_of(trigger.i).first == trigger.i
    ):  # "Déraillement d'un train": the tagger's adverb hangs on its own complement
        return [parsed.words[trigger.i].head]
    adjective = parsed.words[trigger.i].pos == "ADJ"  # "la route reste fermée"
    if trigger.nominal or (trigger.i != trigger.predicate and not adjective):
        return [
            k.i
            for k in parsed.kids(trigger.i, "nmod", "obl")
            if k.pos in ("NOUN", "PROPN") and k.i > trigger.i and preposition_of(parsed, k.i) in _OF and k.i not in place
        ]
    patients = list(clause.subjects if clause.passive else clause.objects)
    patients = [k for k in patients if not own_doors(parsed, trigger, k)]
    if trigger.sense.frame == "COMPRISE":
        patients = whole_and_parts(clause, parsed.words[trigger.predicate].lemma)[1]
    if not patients and (adjective or trigger.sense.frame in _TURNING):
        patients = list(clause.subjects)
    addressed = trigger.sense.frame in _ADDRESSED
    things = [
        k for k in patients if (k not in kinds if addressed else kinds.get(k) not in _TITLES) and parsed.words[k].pos != "PRON"
    ]
    if not things or addressed:
        others = [
            k for p, k in clause.obliques if p in _VERB_OF and k > clause.head and k not in place and kinds.get(k) not in _TITLES
        ]
        things += [k for k in others if parsed.words[k].lemma not in TIME_NOUNS or _phrase(parsed, k)[1:]][
            : 3 if addressed else 1
        ]
    return things or ([] if addressed else patients)


def own_doors(parsed: Parsed, trigger: Trigger, k: int) -> bool:
    """ "L'usine ferme ses portes": it is the works that close."""
    word = parsed.words[k]
    if trigger.sense.frame not in ("CLOSE", "OPEN") or word.lemma not in ("porte", "rideau"):
        return False
    return any(d.feat("Poss") == "Yes" for d in parsed.kids(k, "det"))


def theme_words(parsed: Parsed, themes: list[int], kinds: Mapping[int, ActorKind], place: Collection[int]) -> list[int]:
    """The content words of the theme."""
    out: list[int] = []
    for theme in themes:
        out += [w for w in _phrase(parsed, theme) if w not in place and _tells(parsed.words[w], kinds)]
    return sorted(set(out))


def _tells(word: Word, kinds: Mapping[int, ActorKind]) -> bool:
    if word.pos not in _CONTENT or word.lemma in _EMPTY or word.lower in _EMPTY or not word.text[-1].isalpha():
        return False
    return word.pos != "ADJ" or word.i not in kinds  # "sarvanais" names a party


def _phrase(parsed: Parsed, i: int, depth: int = 0) -> list[int]:
    """The words of a noun phrase without the clauses and appositions that hang on it."""
    out = [i]
    for kid in parsed.kids(i, "amod", "nmod", "flat", "nummod", "conj", "fixed"):
        if kid.pos in ("VERB", "AUX") or kid.i == i or depth > 8:
            continue
        if kid.dep == "nmod" and kid.pos in ("NOUN", "PROPN") and kid.i > i and not preposition_of(parsed, kid.i):
            if parsed.words[kid.i - 1].pos in ("PUNCT", "DET"):
                continue  # ", la ministre de la Défense": an apposition or the tail of a cue
        out += _phrase(parsed, kid.i, depth + 1)
    return sorted(out)
