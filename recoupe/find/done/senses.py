"""Which sense of the tables a verb or a noun has among its neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recoupe.find.done.arguments import Clause
from recoupe.find.done.wordforms import TIME_NOUNS, preposition_of
from recoupe.lang.frames import Sense, Test, noun_classes, noun_phrases, noun_senses, verb_lemma, verb_senses
from recoupe.parse.document import Parsed, Word
from recoupe.types import ActorKind

# "vol" is a theft, unless the sentence is about flying.
AMBIGUOUS = {
    "vol": frozenset(
        "avion appareil compagnie pilote passager aéroport équipage atterrir décoller aérien piste escale aéronef provenance"
        " destination dérouter".split()
    )
}
MEASURES = frozenset(
    "millier million centaine dizaine vingtaine trentaine douzaine cinquantaine groupe partie série nombre majorité"
    " plupart".split()
)
ABOUT = frozenset("dizaine centaine millier douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine".split())
_CAMPAIGNERS = frozenset("candidat candidate élection présidentielle législative tour parti député sénateur référendum".split())
_WEAPONS = frozenset("nucléaire balistique atomique missile missiles arme armes tir tirs fusée torpille militaire bombe".split())
_DOERS = frozenset(("leader", "group", "troops", "person", "victim"))
_PENALTIES = frozenset("prison peine amende réclusion euro travail perpétuité mort sursis détention emprisonnement".split())
_OWN_WAY = frozenset(("trouver", "faire", "voir", "passer", "porter", "dire", "rendre", "mettre", "tenir", "sentir", "attendre"))
# A noun behind one of these is no object: "passer la main", but "passer aux mains de".
_BEFORE_OTHERS = frozenset(("à", "au", "aux", "en", "pour", "sur", "avec", "contre", "dans"))
_PERSONAL = frozenset("il elle ils elles le la l' les me m' nous on lui".split())
SENTENCED = Sense("SENTENCE", "", "", "", de="target")


_ARTICLES = frozenset(("le", "la", "les", "l'", "un", "une", "son", "sa"))


def noun_sense(parsed: Parsed, word: Word) -> Sense | None:
    """The event a noun names, by its lemma or, where the lemmatiser failed, its form; "garde à vue" before "garde"."""
    if phrase := _phrase(parsed, word):
        return phrase[1]
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


def phrase_last(parsed: Parsed, i: int) -> int:
    """The last word of the event noun at word i: "vue" in "la garde à vue", "presse" in "la conférence de presse"."""
    phrase = _phrase(parsed, parsed.words[i])
    return i + phrase[0] if phrase else i


def _phrase(parsed: Parsed, word: Word) -> tuple[int, Sense] | None:
    """How many words more the noun takes for an event of the tables, and its sense."""
    for rest, sense in noun_phrases().get(word.lemma, ()):
        if last := _phrase_end(parsed, word.i, rest):
            return last - word.i, sense
    return None


def _phrase_end(parsed: Parsed, i: int, rest: Sequence[str]) -> int:
    """The last word of the phrase, 0 where it is another; an article behind "de" may stand or not: "charge de (la) police"."""
    for wanted in rest:
        i += 1
        if (
            i < len(parsed.words)
            and parsed.words[i - 1].lemma == "de"
            and parsed.words[i].pos == "DET"
            and wanted not in _ARTICLES
        ):
            i += 1
        while i < len(parsed.words) and parsed.words[i].pos == "NUM":  # "la suppression de 300 postes"
            i += 1
        if i >= len(parsed.words) or wanted not in (parsed.words[i].lower, parsed.words[i].lemma):
            return 0
    return i


def _penal(parsed: Parsed, word: Word) -> bool:
    """ "sa condamnation à une amende", "pour fraude": by a court, not in words."""
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


def verb_sense(parsed: Parsed, clause: Clause, kinds: Mapping[int, ActorKind]) -> tuple[Sense | None, bool]:
    """The first sense whose tests hold, and whether it named a particular neighbour."""
    word = parsed.words[clause.head]
    senses = verb_senses()
    lemma = verb_lemma(word.lemma, word.lower)
    keys = ["se " + lemma, lemma] if clause.reflexive else [lemma]
    if clause.reflexive and lemma in _OWN_WAY:
        keys.pop()
    clitics = {k.lower for k in parsed.kids(word.i) if k.i < word.i}
    if clause.reflexive and "en" in clitics:
        keys.insert(0, f"se en {lemma}")  # "s'en prendre à", "s'en aller"
    if clause.suffered and lemma in ("exploser", "sauter"):
        keys.insert(0, f"se faire {lemma}")
    if lemma == "emporter" and "l'" in clitics and not any(parsed.words[k].pos == "NOUN" for k in clause.objects):
        keys.insert(0, "le emporter")  # "l'emporte sur son rival"
    for key in keys:
        for sense in senses.get(key, ()):
            if holds(parsed, clause, sense, kinds):
                return sense, any(t.lemmas or t.classes for t in sense.tests)
    return None, False


def holds(parsed: Parsed, clause: Clause, sense: Sense, kinds: Mapping[int, ActorKind]) -> bool:
    """Do the neighbours of the verb pass all tests of a sense?"""
    return all(_holds(parsed, clause, test, kinds) != test.absent for test in sense.tests)


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
            for k in parsed.kids(o, "nmod", "obl")
            if (test.lemmas or test.preposition == "sur") and preposition_of(parsed, k.i) == test.preposition
        ]
        if not (test.lemmas or test.classes):
            taken_up = test.preposition == "de" and any(k.lower == "en" for k in parsed.kids(clause.head))  # "il s'en défend"
            marked = test.preposition in ("à", "de") and marked_infinitive(parsed, clause.head, test.preposition)
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


def marked_infinitive(parsed: Parsed, i: int, preposition: str) -> bool:
    """Has the verb an infinitive with this preposition before it?"""
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
        if name in ("person", "victim") and kind is None and word.pos == "PRON" and word.lower in _PERSONAL:
            return True  # "il a été frappé", "les a enlevés"
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
        bare = word.lower.rstrip("sx")
        said = bare.removesuffix("e") if word.pos in ("ADJ", "VERB") else bare  # "portée disparue"
        if not test.lemmas.isdisjoint((word.lemma, word.lower, bare, said)):
            if word.dep == "nmod" and i < word.head < k and _part_of(parsed, word):
                continue
            if not test.preposition:
                before = parsed.words[k - 1].lower
                return before not in _BEFORE_OTHERS or k == i + 1
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
