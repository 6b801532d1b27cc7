"""Who and what stands beside a predicate: subjects (inherited ones too), objects, complements by preposition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
ADPOSITIONS = {"au": "à", "aux": "à", "du": "de", "des": "de", "d'": "de", "jusqu'": "jusque"}


TIME_NOUNS = frozenset(
    "jour semaine mois an année soir matin nuit heure minute fois lundi mardi mercredi jeudi vendredi samedi dimanche"
    " janvier février mars"
    " avril mai juin juillet août septembre octobre novembre décembre hier demain siècle soirée matinée journée"
    " week-end moment temps".split()
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


def read_clause(parsed: Parsed, i: int) -> Clause:
    """The clause whose predicate is word i."""
    word = parsed.words[i]
    subjects: list[int] = []
    objects: list[int] = []
    agents: list[int] = []
    obliques: list[tuple[str, int]] = []
    clitics: list[int] = []
    passive = reflexive = infinitive = que = auxiliary = False
    for k in parsed.children[i]:
        kid = parsed.words[k]
        dep = kid.dep
        base = dep.split(":", 1)[0]
        if base in ("nsubj", "csubj"):
            subjects.append(k)
        elif base == "obj":
            if kid.pos == "PRON" and kid.lemma == "se":
                reflexive = True
            else:
                objects.append(k)
        elif dep == "obl:agent" and _preposition(parsed, k) == "par":
            agents.append(k)
        elif base in ("obl", "nmod", "conj") and kid.pos in NOMINAL and (p := _preposition(parsed, k)):
            obliques.append((p, k))
            if kid.lemma == "fois":  # "s'est rendu pour la dernière fois en Corée": the place hangs on "fois"
                obliques.extend((q, n.i) for n in parsed.kids(k, "nmod") if (q := _preposition(parsed, n.i)))
        elif base in ("obl", "xcomp") and _bare_object(parsed, i, kid):
            objects.append(k)  # a direct object with a mistaken label: it follows without a preposition
        elif base == "iobj":
            if kid.lemma == "se":
                reflexive = True
            else:
                clitics.append(k)
        elif base == "expl" and kid.lemma == "se":
            reflexive = True
        elif dep == "expl:subj" and kid.lemma != "il" and kid.lower.lstrip("-") in ("on", "elle", "ils", "elles"):
            subjects.append(k)
        elif base == "xcomp" and kid.feat("VerbForm") == "Inf":
            infinitive = True
        elif base == "ccomp":
            que = True
        elif base == "aux":
            auxiliary = True
            passive = passive or (dep == "aux:pass" and word.lemma not in UNACCUSATIVE)
    if not auxiliary and is_participle(word) and word.lemma not in UNACCUSATIVE:
        shared = word.dep == "conj" and any(k.dep == "aux:tense" for k in parsed.kids(word.head))  # "a respecté … et imposé"
        passive = not shared or any(k.dep == "aux:pass" for k in parsed.kids(word.head))
    if passive and not auxiliary and not subjects and word.dep.split(":", 1)[0] in ("acl", "amod"):
        subjects.append(word.head)
    # "livrer des missiles à l'Iran": the parser may hang the receiver on what he gets
    obliques.extend(
        (p, n.i) for o in objects for n in parsed.kids(o, "nmod") if (p := _preposition(parsed, n.i)) in ("à", "contre")
    )
    if not infinitive:
        infinitive = any(hangs_on_object(parsed, k) == i for o in objects for k in parsed.children[o])
    if not subjects:
        subjects.extend(_inherited(parsed, i, 0))
    subjects = [a for s in subjects for a in _antecedents(parsed, s)]
    return Clause(
        i,
        tuple(_coordinated(parsed, subjects)),
        tuple(_coordinated(parsed, objects)),
        tuple(_coordinated(parsed, agents)),
        tuple((p, c) for p, o in obliques for c in _coordinated(parsed, [o])),
        tuple(clitics),
        passive,
        reflexive,
        infinitive,
        que,
    )


def hangs_on_object(parsed: Parsed, i: int) -> int:
    """The verb an infinitive depends on though it hangs on that verb's complement ("appelle les partis à négocier"), else -1."""
    word = parsed.words[i]
    noun = parsed.words[word.head]
    if (
        word.feat("VerbForm") != "Inf"
        or not word.dep.startswith(("acl", "nmod"))
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
    if kid.dep.startswith("xcomp"):
        return kid.pos == "PROPN"
    return kid.i - i <= 6 and not any(
        k.dep in ("case", "nummod") or k.pos == "ADP" and k.dep != "det" for k in parsed.kids(kid.i) if k.i < kid.i
    )


def is_participle(word: Word) -> bool:
    """A past participle, not a present the tagger took for one ("conteste"): a verb in -er has its participle in -é."""
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
        if parsed.words[head].pos in NOMINAL:
            for k in parsed.children[head]:
                kid = parsed.words[k]
                if kid.dep == "conj" and kid.pos in NOMINAL and k not in out:
                    out.append(k)
    return out


def _inherited(parsed: Parsed, i: int, depth: int) -> list[int]:
    """The subject a predicate takes from the word it hangs on: coordination, control, participles, relatives."""
    word = parsed.words[i]
    if word.head == i or depth > 6:
        return []
    up = parsed.words[word.head]
    base = word.dep.split(":", 1)[0]
    if base == "acl" and up.pos in ("NOUN", "PROPN") and word.feat("VerbForm") == "Part":
        return [up.i]
    if hangs_on_object(parsed, i) >= 0:
        return [up.i]
    if base in ("acl", "nmod") and up.pos == "NOUN":  # "son intention de partir": whose intention?
        owner = [k.i for k in parsed.kids(up.i, "det", "nmod") if k.feat("Poss") == "Yes" or k.dep == "nmod"]
        return owner[:1] or (_subjects(parsed, up.head, depth + 1) if up.head != up.i else [])
    if base == "xcomp" or (base in ("advcl", "obl", "ccomp") and word.feat("VerbForm") in ("Inf", "Part")):
        if up.lemma in OBJECT_CONTROL:
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


def _subjects(parsed: Parsed, i: int, depth: int) -> list[int]:
    found = [k.i for k in parsed.kids(i, "nsubj")]
    return found or _inherited(parsed, i, depth)


def _copula(parsed: Parsed, word: Word) -> bool:
    return any(k.dep == "cop" for k in parsed.kids(word.i))
