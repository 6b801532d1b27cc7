"""Who and what stands beside a predicate: subjects (inherited ones too), objects, complements by preposition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from recoupe.find.done.coordination import closes_between, coordinated, is_list_item
from recoupe.find.done.doers import agreeing, hangs_on_object, paired, real_subject, subjects_of
from recoupe.find.done.objects import bare_object, behind_bare, counted, fronted, given, partitive
from recoupe.find.done.wordforms import DAYS, NOMINAL, TIME_NOUNS, is_infinitive, is_participle, preposition_of
from recoupe.parse.document import Parsed, Word

# Participles that stand with être and are not passive: "l'avion tombé", "le chanteur mort".
UNACCUSATIVE = frozenset(
    "tomber mourir décéder naître arriver partir venir aller entrer sortir rentrer repartir revenir retourner rester devenir"
    " monter descendre"
    " parvenir survenir intervenir disparaître échouer exploser périr passer apparaître paraître chuter".split()
)
# Verbs of giving: "fournir à l'armée des drones", where the parser hangs what is given on who gets it.
GIVING = frozenset(
    "fournir livrer donner vendre offrir accorder remettre envoyer transférer apporter imposer infliger proposer promettre"
    " demander réclamer transmettre prêter confier attribuer verser céder octroyer distribuer procurer expédier adresser"
    " garantir assurer refuser acheter voler prendre dérober".split()
)
PARTITIVE = GIVING | frozenset(
    "recevoir obtenir importer exporter produire consommer boire manger commander transporter contenir utiliser saisir trouver"
    " subir provoquer causer entraîner déployer lancer tirer verser rejeter répandre chercher embaucher recruter".split()
)
MANNERS = frozenset("voix biais suite intermédiaire moyen terre mer air hasard erreur endroit rapport voie fois".split())
QUANTITY = frozenset("trop beaucoup plus moins assez peu tant autant davantage".split())
_SET_PREPOSITIONS = frozenset(("en", "à", "sous", "sur"))  # of "mettre en examen", "placer sous contrôle"
# Nouns that only make a longer preposition: "à l'encontre de", "en faveur de"; and what it comes to.
COMPLEX = {
    "encontre": "contre", "égard": "envers", "profit": "pour", "faveur": "pour", "détriment": "contre", "bénéfice": "pour",
    "suite": "après", "issue": "après", "occasion": "lors", "cours": "pendant", "sein": "dans", "intention": "pour",
    "destination": "vers", "auprès": "auprès", "côté": "avec", "insu": "sans", "aide": "avec", "bord": "dans", "sujet": "sur",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its neighbours, all as indices of Parsed.words."""

    head: int
    subjects: tuple[int, ...] = ()  # who does it; of a passive: who undergoes it
    objects: tuple[int, ...] = ()
    agents: tuple[int, ...] = ()  # "par …" of a passive
    obliques: tuple[tuple[str, int], ...] = ()  # (preposition, head)
    clitics: tuple[int, ...] = ()  # lui, leur, nous
    passive: bool = False
    reflexive: bool = False
    infinitive: bool = False  # has an infinitive complement
    que: bool = False  # has a "que" clause
    adjective: bool = False  # has an adjective said of somebody: "se rendre célèbre"
    suffered: bool = False  # "s'est fait renverser": what somebody lets be done to himself


def whole_and_parts(clause: Clause, lemma: str) -> tuple[list[int], list[int]]:
    """What comprises and what is comprised: "une équipe composée de médecins", "un médecin figure parmi les membres"."""
    behind = [k for p, k in clause.obliques if p in ("de", "par", "en")]
    if lemma in ("figurer", "appartenir", "faire"):
        return [k for p, k in clause.obliques if p in ("parmi", "dans", "à", "de", "sur")], list(clause.subjects)
    if clause.passive or clause.reflexive or lemma == "disposer":
        return list(clause.subjects), list(dict.fromkeys((*clause.agents, *behind)))
    return list(clause.subjects), list(clause.objects)


@lru_cache(maxsize=1 << 10)  # triggers and claims ask the same
def read_clause(parsed: Parsed, i: int) -> Clause:
    """The clause whose predicate is word i."""
    word = parsed.words[i]
    found = _Neighbours(parsed, i)
    for k, base in _dependents(parsed, i):
        found.take(parsed.words[k], base)
    found.mend()
    subjects = found.subjects
    if not subjects:
        subjects.extend(subjects_of(parsed, i, 0))
    if len(subjects) > 1:  # "la collision entre un ferry et un chalutier a fait …"
        subjects = [s for s in subjects if s == subjects[0] or not closes_between(parsed, subjects[0], s)]
    subjects = [a for s in subjects for a in _antecedents(parsed, s)]
    if subjects and _to_be_done(parsed, word):
        found.objects, subjects = [*subjects, *found.objects], []
    infinitive = found.infinitive or any(hangs_on_object(parsed, k) == i for o in found.objects for k in parsed.children[o])
    return Clause(
        word.i,
        tuple(coordinated(parsed, subjects)),
        tuple(coordinated(parsed, found.objects)),
        tuple(coordinated(parsed, found.agents)),
        tuple((p, c) for p, o in found.obliques for c in coordinated(parsed, [o])),
        tuple(found.clitics),
        found.passive,
        found.reflexive,
        infinitive,
        found.que,
        found.adjective,
        found.suffered,
    )


def _to_be_done(parsed: Parsed, word: Word) -> bool:
    """ "Deux morts sont à déplorer", "des pannes restent à craindre": the subject is what it is done to."""
    up = parsed.words[word.head]
    if word.feat("VerbForm") != "Inf" or up.lemma not in ("être", "rester", "demeurer") or up.i >= word.i:
        return False
    return any(k.lower == "à" and k.i < word.i for k in parsed.kids(word.i, "mark", "case"))


def _dependents(parsed: Parsed, i: int) -> Iterator[tuple[int, str]]:
    """The dependents of a predicate with their relation. What the parser hung on a time ("arrivé vendredi à Rome",
    "a condamné lundi 9 juin l'ancien maire") belongs to the predicate.
    """
    words = parsed.words
    for k in parsed.children[i]:
        kid = words[k]
        base = kid.dep.partition(":")[0]
        yield k, base
        if k > i and (kid.lemma in TIME_NOUNS or kid.pos in ("NUM", "ADV")) and base in ("obl", "obj", "xcomp", "nmod", "advmod"):
            yield from _behind_time(parsed, k)


def _behind_time(parsed: Parsed, k: int) -> Iterator[tuple[int, str]]:
    words = parsed.words
    for g in parsed.children[k]:
        kid = words[g]
        if g < k or kid.pos in ("ADP", "DET", "PUNCT"):
            continue
        if kid.lemma in TIME_NOUNS or kid.pos == "NUM":
            yield from _behind_time(parsed, g)
        elif kid.pos in ("NOUN", "PROPN") and kid.dep != "conj":
            preposition = preposition_of(parsed, g)
            if preposition and preposition != "de":
                yield g, "obl"
            elif not preposition and any(words[d].dep == "det" for d in parsed.children[g]):
                yield g, "obj"
            elif words[k].lemma in DAYS and kid.pos == "NOUN" and k < parsed.left[g] < g:
                if not preposition or words[parsed.left[g]].lower == "des":
                    yield g, "behind"  # "a libéré mercredi neuf pêcheurs", "a mené samedi des exercices"


class _Neighbours:
    """What stands beside one predicate, gathered word by word."""

    __slots__ = (
        "adjective", "agents", "auxiliary", "clitics", "i", "infinitive", "objects", "obliques", "parsed", "passive", "que",
        "reflexive", "subjects", "suffered",
    )  # fmt: skip

    def __init__(self, parsed: Parsed, i: int) -> None:
        self.parsed, self.i = parsed, i
        self.subjects: list[int] = []
        self.objects: list[int] = []
        self.agents: list[int] = []
        self.obliques: list[tuple[str, int]] = []
        self.clitics: list[int] = []
        self.passive = self.reflexive = self.infinitive = self.que = self.auxiliary = self.adjective = self.suffered = False

    def take(self, kid: Word, base: str) -> None:
        """Put one dependent where it belongs."""
        if base in ("nsubj", "csubj"):
            self._subject(kid)
        elif base == "obj":
            self._object(kid)
        elif base == "behind":
            if not self.objects:
                self.objects.append(kid.i)
        elif kid.dep == "obl:agent" and preposition_of(self.parsed, kid.i) == "par":
            self.agents.append(kid.i)
        elif base in ("obl", "nmod", "conj") and kid.pos in NOMINAL and (p := preposition_of(self.parsed, kid.i)):
            self._oblique(p, kid)
        elif base in ("obl", "xcomp", "conj", "advmod") and bare_object(self.parsed, self.i, kid):
            self.objects.append(kid.i)  # a direct object with a mistaken label: it follows without a preposition
        elif base == "iobj":
            if kid.lemma == "se":
                self.reflexive = True
            else:
                self.clitics.append(kid.i)
        elif base == "expl":
            self._expletive(kid)
        elif base == "xcomp":
            self.infinitive = self.infinitive or kid.feat("VerbForm") == "Inf"
            self.adjective = self.adjective or kid.pos == "ADJ"
        elif base == "ccomp":
            self.que = True
        elif base == "cop" and kid.lower == "été" and is_participle(self.parsed.words[self.i]):
            self.auxiliary = True  # "a été prise pour cible", read as a copula
            self.passive = self.parsed.words[self.i].lemma not in UNACCUSATIVE
        elif base == "aux":
            self.auxiliary = True
            if kid.dep == "aux:pass" and is_infinitive(self.parsed.words[self.i]):
                return  # "l'objectif est d'éviter une crue"
            self.passive = self.passive or (kid.dep == "aux:pass" and self.parsed.words[self.i].lemma not in UNACCUSATIVE)

    def mend(self) -> None:
        """Read the voice of a bare participle, and give back what the parser hung on the object."""
        parsed, i = self.parsed, self.i
        word = parsed.words[i]
        if self.reflexive:  # "s'est retirée": être here makes no passive, whatever the parser calls it
            self.passive = False
        if self.reflexive and word.feat("VerbForm") == "Inf" and any(k.lemma == "faire" and k.i < i for k in parsed.kids(i)):
            self.suffered, self.auxiliary = True, True  # "s'est fait renverser par un bus"
            self.passive, self.reflexive = word.lemma not in UNACCUSATIVE, False
        if not self.auxiliary and (pair := paired(parsed, i)) >= 0:
            kin = {k.dep for k in parsed.kids(pair)}
            self.passive = "aux:pass" in kin
            self.subjects += subjects_of(parsed, pair, 1)
            return
        if not self.auxiliary and is_participle(word) and word.lemma not in UNACCUSATIVE:
            shared = word.dep == "conj" and any(k.dep == "aux:tense" for k in parsed.kids(word.head))  # "a vendu … et imposé"
            self.passive = not shared or any(k.dep == "aux:pass" for k in parsed.kids(word.head))
        if not self.subjects and not self.passive and self.objects and self._inverted():
            behind = [o for o in self.objects if o > i]
            self.subjects, self.objects = behind[:1], [o for o in self.objects if o < i]
        if not self.objects and not self.passive and word.lemma in PARTITIVE:
            self.objects += [o for p, o in self.obliques if p == "de" and partitive(parsed, i, o)]
        if not self.subjects and word.pos in ("ADJ", "NOUN", "VERB") and word.feat("VerbForm") != "Inf":
            self.subjects += fronted(parsed, i)
        if self.passive and not self.auxiliary and not self.subjects and word.dep.split(":", 1)[0] in ("acl", "amod"):
            self.subjects.append(agreeing(parsed, word))
        if not self.objects and not self.passive and word.lemma in GIVING:
            self.objects += [g for p, o in self.obliques if p == "à" for g in given(parsed, o)]
        if not self.objects and not self.passive and not self.reflexive:
            self.objects += [n for p, o in self.obliques if p in _SET_PREPOSITIONS for n in behind_bare(parsed, o)]
        # "livrer des missiles à l'Iran": the parser may hang the receiver on what he gets
        self.obliques.extend(
            (p, n.i)
            for o in self.objects
            for n in parsed.kids(o, "nmod")
            if (p := preposition_of(parsed, n.i)) in ("à", "contre")
        )
        if self.passive and not self.agents:  # with an article it is who, without one how: "tué par balles"
            self.agents += [o for p, o in self.obliques if p == "par" and self._somebody(o)]
        if self.passive and not self.agents:  # "accusée de fraude par le parquet"
            self.agents += [
                n.i for _, o in self.obliques for n in parsed.kids(o, "nmod") if n.i > o and preposition_of(parsed, n.i) == "par"
            ]
        # "s'est entretenu par téléphone avec le ministre"
        means = [o for p, o in self.obliques if p in ("par", "en")]
        self.obliques.extend(
            ("avec", n.i) for o in means for n in parsed.kids(o, "nmod") if preposition_of(parsed, n.i) == "avec"
        )

    def _inverted(self) -> bool:
        """ "comme le relaie le journal", "qu'avait annoncé le maire": the verb has its object, the noun behind is its subject."""
        words, i = self.parsed.words, self.i
        if not any(o > i and words[o].pos in ("NOUN", "PROPN") for o in self.objects):
            return False
        if words[i].dep.startswith("acl"):
            return any(k.i < i and k.lower in ("que", "qu'") and k.pos == "PRON" for k in self.parsed.kids(i))
        clitic = any(k.i < i and k.lower in ("le", "l'", "les", "la") and k.pos == "PRON" for k in self.parsed.kids(i))
        return clitic and any(k.lower == "comme" for k in self.parsed.kids(i))

    def _somebody(self, i: int) -> bool:
        word = self.parsed.words[i]
        if word.lemma in TIME_NOUNS or word.lemma in MANNERS:
            return False
        return word.pos == "PROPN" or any(k.dep == "det" for k in self.parsed.kids(i))

    def _subject(self, kid: Word) -> None:
        self.subjects += real_subject(self.parsed, kid)

    def _object(self, kid: Word) -> None:
        if kid.pos == "PRON" and kid.lemma == "se":
            self.reflexive = True
        elif kid.pos == "ADV" and kid.lemma in QUANTITY:  # "retenir trop d'eau"
            self.objects += [n.i for n in self.parsed.kids(kid.i, "obl", "nmod") if n.pos == "NOUN"]
        elif kid.pos == "ADV" or kid.lower in ("ci", "-ci") or (kid.lemma in TIME_NOUNS and not counted(self.parsed, kid)):
            return  # "a abattu la veille un drone"
        elif self.objects and kid.i > self.objects[-1] and self._apposed(kid) and not is_list_item(self.parsed, kid.i):
            return  # "réclame la rupture des relations, une option que …"
        else:
            self.objects.append(kid.i)

    def _apposed(self, kid: Word) -> bool:
        first = self.parsed.left[kid.i]
        return first > 0 and self.parsed.words[first - 1].text == ","

    def _oblique(self, preposition: str, kid: Word) -> None:
        parsed = self.parsed
        self.obliques.append((preposition, kid.i))
        if kid.lemma == "fois":  # "a joué pour la première fois à Lille": the place hangs on "fois"
            self.obliques.extend((q, n.i) for n in parsed.kids(kid.i, "nmod") if (q := preposition_of(parsed, n.i)))
        elif kid.lemma in COMPLEX and preposition in ("à", "en", "dans", "de"):
            real = [(COMPLEX[kid.lemma], n.i) for n in parsed.kids(kid.i, "nmod") if preposition_of(parsed, n.i) == "de"]
            self.obliques[-1:] = real or self.obliques[-1:]

    def _expletive(self, kid: Word) -> None:
        if kid.lemma == "se":
            self.reflexive = True


def _antecedents(parsed: Parsed, i: int) -> Iterator[int]:
    """A relative pronoun stands for the noun its clause hangs on; anything else for itself."""
    word = parsed.words[i]
    if word.pos == "PRON" and word.lower in ("qui", "lequel", "laquelle", "lesquels", "lesquelles"):
        for up in parsed.ancestors(i):
            if up.dep.startswith("acl"):
                yield up.head
                return
    yield i
