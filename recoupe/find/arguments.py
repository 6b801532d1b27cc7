"""Who and what stands beside a predicate: subjects (inherited ones too), objects, complements by preposition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from recoupe.parse.document import Parsed, Word

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
# Participles that stand with être and are not passive: "l'avion tombé", "le chanteur mort".
UNACCUSATIVE = frozenset(
    "tomber mourir décéder naître arriver partir venir aller entrer sortir rentrer revenir retourner rester devenir"
    " monter descendre"
    " parvenir survenir intervenir disparaître échouer exploser périr passer apparaître paraître chuter".split()
)
# Verbs whose object (not their subject) does what the infinitive says: "accuser X de fournir".
OBJECT_CONTROL = frozenset(
    "accuser soupçonner suspecter inculper condamner appeler exhorter inviter presser sommer prier obliger contraindre"
    " forcer aider"
    " autoriser empêcher encourager inciter pousser critiquer féliciter remercier blâmer punir poursuivre convaincre"
    " persuader charger"
    " dissuader voir entendre laisser faire supplier implorer taxer arrêter".split()
)
DATIVE_CONTROL = frozenset(
    "demander ordonner permettre interdire reprocher conseiller proposer enjoindre recommander commander suggérer dire"
    " imposer".split()
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
ADPOSITIONS = {"au": "à", "aux": "à", "du": "de", "des": "de", "d'": "de", "jusqu'": "jusque"}
SAYING = frozenset(("selon", "d'après", "suivant"))
UNITS = frozenset(
    "m² km² ha hectare mètre kilomètre centimètre millimètre tonne litre kilo gramme hectolitre baril pourcent % pour-cent point"
    " degré fois euro dollar livre franc yen place rang kilomètre/heure km/h".split()
)
MANNERS = frozenset("voix biais suite intermédiaire moyen terre mer air hasard erreur endroit rapport voie fois".split())
QUANTITY = frozenset("trop beaucoup plus moins assez peu tant autant davantage".split())
_SET_PREPOSITIONS = frozenset(("en", "à", "sous", "sur"))  # of "mettre en examen", "placer sous contrôle"
NO_SUBJECT = frozenset(("à", "en", "par", "pour", "avec", "dans", "sous", "chez", "vers", "contre", "sans"))
# Nouns that only make a longer preposition: "à l'encontre de", "en faveur de"; and what it comes to.
COMPLEX = {
    "encontre": "contre", "égard": "envers", "profit": "pour", "faveur": "pour", "détriment": "contre", "bénéfice": "pour",
    "suite": "après", "issue": "après", "occasion": "lors", "cours": "pendant", "sein": "dans", "intention": "pour",
    "destination": "vers", "auprès": "auprès", "côté": "avec", "insu": "sans", "aide": "avec", "bord": "dans", "sujet": "sur",
}  # fmt: skip
DAYS = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre"
    " novembre décembre hier demain veille avant-veille lendemain surlendemain aujourd'hui".split()
)
TIME_NOUNS = DAYS | frozenset(
    "jour semaine mois an année soir matin nuit heure minute fois siècle soirée matinée journée week-end moment temps"
    " après-midi midi minuit aube décennie trimestre semestre seconde".split()
)


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
        subjects.extend(_subjects(parsed, i, 0))
    if len(subjects) > 1:  # "la collision entre un ferry et un chalutier a fait …"
        subjects = [s for s in subjects if s == subjects[0] or not _between(parsed, subjects[0], s)]
    subjects = [a for s in subjects for a in _antecedents(parsed, s)]
    if subjects and _to_be_done(parsed, word):
        found.objects, subjects = [*subjects, *found.objects], []
    infinitive = found.infinitive or any(hangs_on_object(parsed, k) == i for o in found.objects for k in parsed.children[o])
    return Clause(
        word.i,
        tuple(_coordinated(parsed, subjects)),
        tuple(_coordinated(parsed, found.objects)),
        tuple(_coordinated(parsed, found.agents)),
        tuple((p, c) for p, o in found.obliques for c in _coordinated(parsed, [o])),
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
            preposition = _preposition(parsed, g)
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
        elif kid.dep == "obl:agent" and _preposition(self.parsed, kid.i) == "par":
            self.agents.append(kid.i)
        elif base in ("obl", "nmod", "conj") and kid.pos in NOMINAL and (p := _preposition(self.parsed, kid.i)):
            self._oblique(p, kid)
        elif base in ("obl", "xcomp", "conj", "advmod") and _bare_object(self.parsed, self.i, kid):
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
            self.subjects += _subjects(parsed, pair, 1)
            return
        if not self.auxiliary and is_participle(word) and word.lemma not in UNACCUSATIVE:
            shared = word.dep == "conj" and any(k.dep == "aux:tense" for k in parsed.kids(word.head))  # "a vendu … et imposé"
            self.passive = not shared or any(k.dep == "aux:pass" for k in parsed.kids(word.head))
        if not self.subjects and not self.passive and self.objects and self._inverted():
            behind = [o for o in self.objects if o > i]
            self.subjects, self.objects = behind[:1], [o for o in self.objects if o < i]
        if not self.objects and not self.passive and word.lemma in PARTITIVE:
            self.objects += [o for p, o in self.obliques if p == "de" and _partitive(parsed, i, o)]
        if not self.subjects and word.pos in ("ADJ", "NOUN", "VERB") and word.feat("VerbForm") != "Inf":
            self.subjects += _fronted(parsed, i)
        if self.passive and not self.auxiliary and not self.subjects and word.dep.split(":", 1)[0] in ("acl", "amod"):
            self.subjects.append(agreeing(parsed, word))
        if not self.objects and not self.passive and word.lemma in GIVING:
            self.objects += [g for p, o in self.obliques if p == "à" for g in _given(parsed, o)]
        if not self.objects and not self.passive and not self.reflexive:
            self.objects += [n for p, o in self.obliques if p in _SET_PREPOSITIONS for n in _behind_bare(parsed, o)]
        # "livrer des missiles à l'Iran": the parser may hang the receiver on what he gets
        self.obliques.extend(
            (p, n.i) for o in self.objects for n in parsed.kids(o, "nmod") if (p := _preposition(parsed, n.i)) in ("à", "contre")
        )
        if self.passive and not self.agents:  # with an article it is who, without one how: "tué par balles"
            self.agents += [o for p, o in self.obliques if p == "par" and self._somebody(o)]
        if self.passive and not self.agents:  # "accusée de fraude par le parquet"
            self.agents += [
                n.i for _, o in self.obliques for n in parsed.kids(o, "nmod") if n.i > o and _preposition(parsed, n.i) == "par"
            ]
        # "s'est entretenu par téléphone avec le ministre"
        means = [o for p, o in self.obliques if p in ("par", "en")]
        self.obliques.extend(("avec", n.i) for o in means for n in parsed.kids(o, "nmod") if _preposition(parsed, n.i) == "avec")

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
        self.subjects += _real_subject(self.parsed, kid)

    def _object(self, kid: Word) -> None:
        if kid.pos == "PRON" and kid.lemma == "se":
            self.reflexive = True
        elif kid.pos == "ADV" and kid.lemma in QUANTITY:  # "retenir trop d'eau"
            self.objects += [n.i for n in self.parsed.kids(kid.i, "obl", "nmod") if n.pos == "NOUN"]
        elif kid.pos == "ADV" or kid.lower in ("ci", "-ci") or (kid.lemma in TIME_NOUNS and not _counted(self.parsed, kid)):
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
            self.obliques.extend((q, n.i) for n in parsed.kids(kid.i, "nmod") if (q := _preposition(parsed, n.i)))
        elif kid.lemma in COMPLEX and preposition in ("à", "en", "dans", "de"):
            real = [(COMPLEX[kid.lemma], n.i) for n in parsed.kids(kid.i, "nmod") if _preposition(parsed, n.i) == "de"]
            self.obliques[-1:] = real or self.obliques[-1:]

    def _expletive(self, kid: Word) -> None:
        if kid.lemma == "se":
            self.reflexive = True


def _fronted(parsed: Parsed, i: int) -> list[int]:
    """ "De nouvelles averses sont possibles": the partitive article made the parser take the subject for a complement."""
    found = []
    for k in parsed.children[i]:
        kid = parsed.words[k]
        if k < i and kid.dep.startswith("obl") and kid.pos == "NOUN" and kid.lemma not in TIME_NOUNS:
            if not _preposition(parsed, k) and any(d.dep == "det" and d.lower in ("de", "d'", "des") for d in parsed.kids(k)):
                found.append(k)
    return found


def _partitive(parsed: Parsed, i: int, o: int) -> bool:
    """ "recevoir du pétrole", "obtenir de la farine": right behind its verb, with an article in the preposition."""
    first = parsed.words[parsed.left[o]]
    behind = parsed.words[first.i + 1] if first.i + 1 < len(parsed.words) else first
    near = first.i - i <= 2 or parsed.words[first.i - 1].text == ","
    return (
        i < first.i
        and near
        and (
            first.lower in ("du", "des")
            or (first.lower in ("de", "d'") and behind.lower in ("la", "l'", "nouveaux", "nouvelles"))
        )
    )


def _behind_bare(parsed: Parsed, o: int) -> list[int]:
    """ "A placé en garde à vue deux hommes": the object, which the parser hung on a noun without an article."""
    if parsed.words[o].pos != "NOUN" or any(k.dep in ("det", "nummod") for k in parsed.kids(o)):
        return []
    return [
        n.i
        for n in parsed.kids(o, "nmod", "appos")
        if n.i > o
        and n.pos in ("NOUN", "PROPN")
        and _preposition(parsed, n.i) == ""
        and n.lemma not in TIME_NOUNS
        and any(d.dep in ("det", "nummod") and d.i < n.i for d in parsed.kids(n.i))
    ]


def _given(parsed: Parsed, i: int) -> list[int]:
    """What stands as "des missiles" on the receiver of "fournir à la Russie des missiles"."""
    return [
        k.i
        for k in parsed.kids(i, "nmod")
        if k.i > i and k.pos == "NOUN" and any(parsed.words[c].lower == "des" for c in parsed.children[k.i])
    ]


def _real_subject(parsed: Parsed, kid: Word) -> list[int]:
    """A subject, mended: in "Selon un diplomate, l'Union …" the parser may take the source for it and hang the rest on that."""
    preposition = _preposition(parsed, kid.i)
    if preposition in SAYING:
        return _behind_source(parsed, kid.i)
    if preposition in NO_SUBJECT and kid.pos == "NOUN":
        return []  # "affirme au contraire avoir fui"
    return [] if kid.lemma in DAYS else [kid.i]


def agreeing(parsed: Parsed, word: Word) -> int:
    """The noun a participle is said of: the one it hangs on or, where the endings do not agree, the nearest before it that fits
    ("un hommage aux soldats tués").
    """
    up = parsed.words[word.head]
    if up.i > word.i or not is_participle(word) or _agrees(up, word) or any(True for _ in parsed.kids(up.i, "conj")):
        return up.i
    for k in range(word.i - 1, up.i, -1):
        near = parsed.words[k]
        if near.pos in ("NOUN", "PROPN") and near.feat("Number") and _agrees(near, word):
            return k
    return up.i


def paired(parsed: Parsed, i: int) -> int:
    """The participle before word i that goes with it though the parser hung it on a noun between them ("seront bâchés contre la
    pluie et cloués au mur"), else -1.
    """
    words, word = parsed.words, parsed.words[i]
    noun = words[word.head]
    if i < 2 or words[i - 1].lower not in ("et", "ou", "puis") or noun.i >= i or noun.pos not in ("NOUN", "PROPN"):
        return -1
    if not is_participle(word) or _agrees(noun, word):
        return -1
    ending = word.lower[-1] if word.lower[-1] in "es" else ""
    for k in range(noun.i - 1, max(noun.i - 8, parsed.sentence_of(i).first - 1), -1):
        other = words[k]
        if other.pos == "VERB":
            same = is_participle(other) and (other.lower[-1] if other.lower[-1] in "es" else "") == ending
            return k if same and any(d.dep.startswith("aux") for d in parsed.kids(k)) else -1
    return -1


def _agrees(noun: Word, participle: Word) -> bool:
    form = participle.lower
    number = "Sing" if not form.endswith("s") else "Plur" if form.endswith(("és", "es", "us", "ts")) else ""
    gender = "Fem" if form.endswith(("e", "es")) else "Masc"
    same = not number or noun.feat("Number") in (None, number)
    return same and noun.feat("Gender") in (None, gender)


def _behind_source(parsed: Parsed, i: int) -> list[int]:
    return [k.i for k in parsed.kids(i, "appos") if any(parsed.words[d].dep == "det" for d in parsed.children[k.i])]


def _counted(parsed: Parsed, word: Word) -> bool:
    return word.lemma not in DAYS and any(k.dep == "nummod" or k.pos == "NUM" for k in parsed.kids(word.i))


def hangs_on_object(parsed: Parsed, i: int) -> int:
    """The verb an infinitive depends on though it hangs on that verb's complement ("appelle les partis à négocier"), else -1."""
    word = parsed.words[i]
    noun = parsed.words[word.head]
    if (
        word.feat("VerbForm") != "Inf"
        or not word.dep.startswith(("acl", "nmod", "xcomp"))
        or noun.pos not in NOMINAL
        or noun.head == noun.i
    ):
        return -1
    verb = parsed.words[noun.head]
    controls = verb.lemma in OBJECT_CONTROL or verb.lemma in DATIVE_CONTROL
    return verb.i if controls and verb.pos in ("VERB", "AUX") and noun.i > verb.i else -1


def _bare_object(parsed: Parsed, i: int, kid: Word) -> bool:
    if kid.i < i or kid.pos not in ("NOUN", "PROPN") or kid.lemma in TIME_NOUNS or kid.dep == "obl:agent":
        return False
    if kid.dep.startswith(("xcomp", "advmod")):
        return kid.pos == "PROPN"
    if kid.dep == "conj":  # "« dément catégoriquement » toute vitesse excessive"
        kids = {k.dep for k in parsed.kids(kid.i)}
        return kid.pos == "NOUN" and "det" in kids and not kids & {"cc", "nsubj", "cop", "punct"}
    if kid.i - i > 6 or any(k.dep == "case" or k.pos == "ADP" and k.dep != "det" for k in parsed.kids(kid.i) if k.i < kid.i):
        return False
    counted = any(k.dep == "nummod" for k in parsed.kids(kid.i))
    return not counted or kid.lemma not in UNITS  # "a duré dix mètres", but "a contaminé plus de 300 élevages"


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
    return _preposition(parsed, i)


def _preposition(parsed: Parsed, i: int) -> str:
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


def _antecedents(parsed: Parsed, i: int) -> Iterator[int]:
    """A relative pronoun stands for the noun its clause hangs on; anything else for itself."""
    word = parsed.words[i]
    if word.pos == "PRON" and word.lower in ("qui", "lequel", "laquelle", "lesquels", "lesquelles"):
        for up in parsed.ancestors(i):
            if up.dep.startswith("acl"):
                yield up.head
                return
    yield i


def _coordinated(parsed: Parsed, heads: list[int]) -> list[int]:
    """Each head followed by the nouns coordinated with it."""
    out: list[int] = []
    for head in heads:
        if head not in out:
            out.append(head)
        if parsed.children[head] and parsed.words[head].pos in NOMINAL:
            _join(parsed, head, out, 0)
    return out


def _join(parsed: Parsed, head: int, out: list[int], depth: int) -> None:
    """Add the conjuncts of a head, those of its conjuncts, and the second item of a list that the parser took for an apposition
    ("une réunion, un dîner et un concert").
    """
    words = parsed.words
    for k in parsed.children[head]:
        kid = words[k]
        if kid.pos not in NOMINAL or k in out:
            continue
        if kid.dep == "conj":
            named = kid.pos == "NOUN" and kid.text[:1].isupper() and not words[head].text[:1].isupper()
            if named and _preposition(parsed, k) == "de":
                continue  # "une délégation des ministres de la Santé et des Transports"
            if _between(parsed, head, k):
                continue  # "la collision entre un ferry et un chalutier"
        elif kid.dep != "appos" or k < head or not is_list_item(parsed, k):
            continue
        out.append(k)
        if depth < 6 and parsed.children[k]:
            _join(parsed, k, out, depth + 1)


def other_end(parsed: Parsed, i: int) -> int:
    """The Y of "entre X et Y" for its X, word i, wherever the parser hung it; -1 without one."""
    words = parsed.words
    for kid in parsed.kids(i, "conj"):
        return kid.i
    k = parsed.right[i] + 1
    if k < len(words) and words[k].lower == "et":
        return next((j for j in range(k + 1, min(k + 4, len(words))) if words[j].pos in ("NOUN", "PROPN")), -1)
    return -1


def _between(parsed: Parsed, head: int, k: int) -> bool:
    """Does word k close an "entre X et …" on the head: neither its conjunct nor a subject beside it?"""
    return any(
        head < kid.i < k and _preposition(parsed, kid.i) == "entre" and other_end(parsed, kid.i) == k
        for kid in parsed.kids(head, "nmod", "obl")
    )


def is_list_item(parsed: Parsed, k: int) -> bool:
    """Is word k no apposition but an item of a list: one with an article of its own, and one more behind it."""
    kids = list(parsed.kids(k, "det", "conj"))
    return any(d.dep == "det" and d.lower in ("un", "une", "des") for d in kids) and any(
        c.dep == "conj" and any(d.lower in ("un", "une", "des", "de", "d'") for d in parsed.kids(c.i)) for c in kids
    )


def _inherited(parsed: Parsed, i: int, depth: int) -> list[int]:
    """The subject a predicate takes from the word it hangs on: coordination, control, participles, relatives."""
    word = parsed.words[i]
    if word.head == i or depth > 6:
        return []
    up = parsed.words[word.head]
    base = word.dep.split(":", 1)[0]
    if base in ("acl", "conj", "appos") and up.pos in ("NOUN", "PROPN") and word.feat("VerbForm") == "Part":
        if any(k.feat("VerbForm") == "Inf" for k in parsed.kids(i, "aux")) and up.dep.startswith("obl"):
            return _subjects(parsed, up.head, depth + 1)  # "affirme de son côté avoir relâché dix otages"
        if base == "acl" or not _copula(parsed, up):
            return [agreeing(parsed, word)]  # "L'avion, parti de Lima, …": the parser may coordinate it
    if word.dep == "acl" and word.feat("VerbForm") == "Fin" and up.pos in ("NOUN", "PROPN"):
        return _bearer(parsed, word, up)
    if hangs_on_object(parsed, i) >= 0:
        return [up.i]
    if base in ("acl", "nmod") and up.pos == "NOUN":  # "son intention de partir": whose intention?
        owner = [k.i for k in parsed.kids(up.i, "det", "nmod") if k.feat("Poss") == "Yes" or k.dep == "nmod"]
        return owner[:1] or (_subjects(parsed, up.head, depth + 1) if up.head != up.i else [])
    if base == "xcomp" or (base in ("advcl", "obl", "ccomp") and word.feat("VerbForm") in ("Inf", "Part")):
        bare = base == "advcl" and is_participle(word) and not any(k.dep in ("mark", "aux", "aux:tense") for k in parsed.kids(i))
        if up.lemma in OBJECT_CONTROL and not bare:  # "Condamné en juin, il a fait appel"
            objects = [k.i for k in parsed.kids(up.i, "obj", "iobj") if k.lemma != "se"]
            if objects and base != "ccomp":
                return objects
            if any(k.dep == "aux:pass" for k in parsed.kids(up.i)):
                return _subjects(parsed, up.i, depth + 1)
        if up.lemma in DATIVE_CONTROL:
            dative = [k.i for k in parsed.kids(up.i, "obl", "iobj") if k.dep == "iobj" or _preposition(parsed, k.i) == "à"]
            if dative:
                return dative
        return _subjects(parsed, up.i, depth + 1)
    if (
        base in ("conj", "parataxis")
        and (up.pos in ("VERB", "AUX", "ADJ") or _copula(parsed, up))
        and word.feat("VerbForm") != "Inf"
    ):
        return _subjects(parsed, up.i, depth + 1)
    if base == "conj" and word.feat("VerbForm") == "Inf":
        return _inherited(parsed, up.i, depth + 1) or _subjects(parsed, up.i, depth + 1)
    return []


def _bearer(parsed: Parsed, word: Word, up: Word) -> list[int]:
    """The subject of a finite verb that the parser hung on a noun without a relative: "L'Agence des médicaments retire …"."""
    if any(k.pos == "PRON" and k.i < word.i for k in parsed.kids(word.i)):
        return []
    while up.dep == "nmod" and parsed.words[up.head].pos in ("NOUN", "PROPN") and up.head < up.i:
        up = parsed.words[up.head]
    return [up.i]


def _subjects(parsed: Parsed, i: int, depth: int) -> list[int]:
    found = [s for k in parsed.kids(i, "nsubj") for s in _real_subject(parsed, k)]
    if not found:
        found = [
            s
            for k in parsed.kids(i, "obl")
            if k.i < i and _preposition(parsed, k.i) in SAYING
            for s in _behind_source(parsed, k.i)
        ]
    return found or _before_gerund(parsed, i) or _inherited(parsed, i, depth)


def _before_gerund(parsed: Parsed, i: int) -> list[int]:
    """ "Le préfet, en fermant la route, a surpris": the parser gives the subject to the gerund between."""
    for k in parsed.children[i]:
        kid = parsed.words[k]
        if k > i:
            break
        if kid.dep == "advcl" and kid.lower.endswith("ant"):
            for s in parsed.kids(k, "nsubj"):
                if any(parsed.words[m].lower == "en" for m in range(s.i + 1, k)):
                    return [s.i]
    return []


def _copula(parsed: Parsed, word: Word) -> bool:
    return any(k.dep == "cop" for k in parsed.kids(word.i))
