"""What an event is about: the words of its theme, without the parties, the place, the time and the numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from recoupe.find.done.arguments import COMPLEX, whole_and_parts
from recoupe.find.done.nounevents import COUNTED
from recoupe.find.done.senses import phrase_last
from recoupe.find.done.trigger import Trigger
from recoupe.find.done.wordforms import TIME_NOUNS, preposition_of
from recoupe.parse.document import Parsed, Word
from recoupe.types import ActorKind, Span

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
_ASIDE = frozenset(("de", "sur", "contre", "d"))  # beside a person or a place: "informer le maire de la fuite"
_TITLES = frozenset(("person", "state", "place"))
# Nouns that measure: "à 154 km/h", "d'une magnitude de 6".
_MEASURING = frozenset("magnitude km/h kilomètre/heure".split())
# What a noun's own complement may begin with; "une élection après quatre tours" takes in the verb's.
_NARROWING = frozenset(("", "de", "sur", "contre", "entre", "en", "à", "anti", "d"))
_ENDS = frozenset(("bout", "terme", "fin", "début", "lendemain", "moment"))
_WHOLE = frozenset(
    ("majorité", "partie", "cause", "ensemble", "compte")
)  # with "de" they only measure out, alone they are the thing
_STOPS = frozenset(
    ", ; : ( ) – — mais après depuis pour pendant avant lors selon afin cours devant alors tandis dont qui où parce dès jusque"
    " jusqu'".split()
)


def find_themes(parsed: Parsed, trigger: Trigger, kinds: Mapping[int, ActorKind], place: Collection[int]) -> list[int]:
    """Heads of the theme's phrases."""
    word = parsed.words[trigger.i]
    if word.pos == "ADV" and parsed.sentence_of(trigger.i).first == trigger.i:
        return [word.head]  # "Déraillement d'un train": the tagger's adverb hangs on its own complement
    if trigger.nominal or (trigger.i != trigger.predicate and word.pos != "ADJ"):  # but "la route reste fermée"
        return _of_noun(parsed, trigger, place)
    patients, fixed = _patients(parsed, trigger)
    addressed = trigger.sense.frame in _ADDRESSED
    things = [
        k for k in patients if (k not in kinds if addressed else kinds.get(k) not in _TITLES) and parsed.words[k].pos != "PRON"
    ]
    if not things or addressed:
        whom = not addressed and any(parsed.words[k].pos != "PRON" for k in patients)
        things += _complements(parsed, trigger, fixed, kinds, place, _ASIDE if whom else _VERB_OF)[: 3 if addressed else 1]
    return things or ([] if addressed else patients)


def _of_noun(parsed: Parsed, trigger: Trigger, place: Collection[int]) -> list[int]:
    """What an event noun is about: its complements."""
    put = putting(parsed, trigger.i)
    last = phrase_last(parsed, trigger.i)
    return [
        k.i
        for i in dict.fromkeys((*range(trigger.i, last + 1), put))
        for k in parsed.kids(i, "nmod", "obl")
        if k.i != put
        and k.pos in ("NOUN", "PROPN")
        and k.i > last
        and preposition_of(parsed, k.i) in _OF
        and k.i not in place
        and k.lemma not in COMPLEX
    ]


def _patients(parsed: Parsed, trigger: Trigger) -> tuple[list[int], list[int]]:
    """What a verb does something to, and the nouns that only make it what it is ("fait état", "mis en examen")."""
    clause, frame = trigger.clause, trigger.sense.frame
    patients = [k for k in (clause.subjects if clause.passive else clause.objects) if not own_doors(parsed, trigger, k)]
    if frame == "COMPRISE":
        patients = whole_and_parts(clause, parsed.words[trigger.predicate].lemma)[1]
    if not patients and (parsed.words[trigger.i].pos == "ADJ" or frame in _TURNING):
        patients = list(clause.subjects)
    fixed, turned = fixed_nouns(parsed, trigger), turn_nouns(trigger)
    patients = [k for k in patients if parsed.words[k].lemma not in turned] or patients
    if clause.objects and all(parsed.words[k].lemma in turned for k in clause.objects) and not clause.passive:
        return [], [*fixed, *clause.objects]  # "fait état de retards", "prend la tête du parti"
    return patients, fixed


def _complements(
    parsed: Parsed,
    trigger: Trigger,
    fixed: list[int],
    kinds: Mapping[int, ActorKind],
    place: Collection[int],
    prepositions: Collection[str],
) -> list[int]:
    """What stands behind these prepositions and says what it is about."""
    if trigger.sense.frame == "DIE":
        return []  # "est morte au volant": the dead are all there is
    clause = trigger.clause
    others = [
        k
        for p, k in (*clause.obliques, *_behind_fixed(parsed, fixed))
        if p in prepositions
        and not _times_over(parsed, k)
        and k > clause.head
        and k not in place
        and k not in fixed
        and kinds.get(k) not in _TITLES
    ]
    return [k for k in others if parsed.words[k].lemma not in TIME_NOUNS or _phrase(parsed, k, kinds)[1:]]


def turn_nouns(trigger: Trigger) -> frozenset[str]:
    """The noun of the fixed turn that the trigger is ("prendre fin"); not a number of victims."""
    turns = [t.lemmas for t in trigger.sense.tests if t.kind == "turn"]
    return turns[0] - COUNTED if turns else frozenset()


def fixed_nouns(parsed: Parsed, trigger: Trigger) -> list[int]:
    """The noun that only makes the verb what it is, which nothing is done to: "mis en examen", "pris pour cible", "en tête"."""
    if trigger.sense.frame == "SENTENCE":
        return []  # "condamné à mort"
    lemmas = {n for t in trigger.sense.tests if t.kind in ("turn", "prep") and not t.absent for n in t.lemmas}
    found = []
    for p, k in trigger.clause.obliques:
        bare = p in ("en", "pour") and not any(d.dep in ("det", "nummod") for d in parsed.kids(k))
        if bare and (parsed.words[k].lemma in lemmas or (p == "en" and k - trigger.clause.head <= 2)):
            found.append(k)
    return found


def _behind_fixed(parsed: Parsed, fixed: list[int]) -> list[tuple[str, int]]:
    """What hangs on such a noun: "mis en examen mardi pour détournement de fonds"."""
    found = []
    for i in fixed:
        for kid in parsed.kids(i, "nmod", "obl"):
            if kid.lemma in TIME_NOUNS:
                found += [(preposition_of(parsed, k.i), k.i) for k in parsed.kids(kid.i, "nmod") if k.pos == "NOUN"]
            elif kid.pos == "NOUN":
                found.append((preposition_of(parsed, kid.i), kid.i))
    return found


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
        words = _phrase(parsed, theme, kinds)
        out += [w for w in words if w not in place and _tells(parsed.words[w], kinds)]
        if parsed.words[theme].lemma in _WHOLE and not any(
            preposition_of(parsed, k.i) == "de" for k in parsed.kids(theme, "nmod")
        ):
            out.append(theme)  # "obtenir la majorité absolue"
    return sorted(set(out))


def stretch(parsed: Parsed, words: list[int]) -> Span | None:
    """The words of the theme as one stretch, which ends where another phrase begins ("1 900 maisons et 400 routes")."""
    if not words:
        return None
    stop = 1
    while stop < len(words) and words[stop] - words[stop - 1] <= 5 and not _broken(parsed, words[stop - 1], words[stop]):
        stop += 1
    return parsed.span(words[0], words[stop - 1] + 1)


def _broken(parsed: Parsed, left: int, right: int) -> bool:
    between = parsed.words[left + 1 : right]
    listed = parsed.words[right].dep.startswith(("conj", "obl:arg", "obj")) and parsed.words[right].pos == "NOUN"
    if any(
        (w.lower in _STOPS and not (listed and w.text == ",")) or w.lemma in TIME_NOUNS or w.pos in ("VERB", "AUX")
        for w in between
    ):
        return True
    return any(w.lower == "et" for w in between) and any(w.pos == "NUM" for w in between)


def _tells(word: Word, kinds: Mapping[int, ActorKind]) -> bool:
    if word.lemma in _MEASURING or word.lower in _MEASURING:
        return False
    if word.pos not in _CONTENT or word.lemma in _EMPTY or word.lower in _EMPTY or not word.text[-1].isalpha():
        return False
    return word.pos != "ADJ" or word.i not in kinds  # "sarvanais" names a party


def putting(parsed: Parsed, i: int) -> int:
    """The noun whose complements tell of a "mise en examen", "mise en place": the second."""
    if parsed.words[i].lemma != "mise":
        return i
    return next((k.i for k in parsed.kids(i, "nmod") if preposition_of(parsed, k.i) in ("en", "sous", "à")), i)


def _times_over(parsed: Parsed, i: int) -> bool:
    """ "à deux reprises", "à plusieurs reprises": how often, no resumption."""
    return parsed.words[i].lower == "reprises" and any(True for _ in parsed.kids(i, "det", "nummod"))


def _foreign(parsed: Parsed, kid: Word, kinds: Mapping[int, ActorKind]) -> bool:
    """Is this complement of the noun really the verb's: a time, "après quatre tours", "au pape", "au bout du compte"?"""
    preposition = preposition_of(parsed, kid.i)
    if kid.lemma in TIME_NOUNS or preposition not in _NARROWING:
        return True
    return preposition == "à" and (kid.lemma in COMPLEX or kid.lemma in _ENDS or kinds.get(kid.i) in ("person", "role"))


def _phrase(parsed: Parsed, i: int, kinds: Mapping[int, ActorKind], depth: int = 0) -> list[int]:
    """The words of a noun phrase without the clauses and appositions that hang on it."""
    out = [i]
    for kid in parsed.kids(i, "amod", "nmod", "flat", "nummod", "conj", "fixed"):
        if kid.pos in ("VERB", "AUX") or kid.i == i or depth > 8:
            continue
        if kid.dep == "nmod" and kid.i > i and _foreign(parsed, kid, kinds):
            continue
        if kid.dep == "nmod" and depth and preposition_of(parsed, kid.i) in ("contre", "sur"):
            continue  # "la grève des correcteurs contre la réforme"
        if kid.dep == "nmod" and kid.pos in ("NOUN", "PROPN") and kid.i > i and not preposition_of(parsed, kid.i):
            if parsed.words[kid.i - 1].pos in ("PUNCT", "DET"):
                continue  # ", la ministre de la Défense": an apposition or the tail of a cue
        out += _phrase(parsed, kid.i, kinds, depth + 1)
    return sorted(out)
