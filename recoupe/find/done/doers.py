"""The subject of a predicate: its own, or the one it takes from the word it hangs on."""

from __future__ import annotations

from recoupe.find.done.wordforms import DAYS, NOMINAL, SAYING, is_participle, preposition_of
from recoupe.parse.document import Parsed, Word

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
NO_SUBJECT = frozenset(("à", "en", "par", "pour", "avec", "dans", "sous", "chez", "vers", "contre", "sans"))


def subjects_of(parsed: Parsed, i: int, depth: int) -> list[int]:
    """The heads of the subjects of word i, its own or inherited; `depth` bounds the climb."""
    found = [s for k in parsed.kids(i, "nsubj") for s in real_subject(parsed, k)]
    if not found:
        found = [
            s
            for k in parsed.kids(i, "obl")
            if k.i < i and preposition_of(parsed, k.i) in SAYING
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


def real_subject(parsed: Parsed, kid: Word) -> list[int]:
    """A subject, mended: in "Selon un diplomate, l'Union …" the parser may take the source for it and hang the rest on that."""
    preposition = preposition_of(parsed, kid.i)
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


def _inherited(parsed: Parsed, i: int, depth: int) -> list[int]:
    """The subject a predicate takes from the word it hangs on: coordination, control, participles, relatives."""
    word = parsed.words[i]
    if word.head == i or depth > 6:
        return []
    up = parsed.words[word.head]
    base = word.dep.split(":", 1)[0]
    if base in ("acl", "conj", "appos") and up.pos in ("NOUN", "PROPN") and word.feat("VerbForm") == "Part":
        if any(k.feat("VerbForm") == "Inf" for k in parsed.kids(i, "aux")) and up.dep.startswith("obl"):
            return subjects_of(parsed, up.head, depth + 1)  # "affirme de son côté avoir relâché dix otages"
        if base == "acl" or not _copula(parsed, up):
            return [agreeing(parsed, word)]  # "L'avion, parti de Lima, …": the parser may coordinate it
    if word.dep == "acl" and word.feat("VerbForm") == "Fin" and up.pos in ("NOUN", "PROPN"):
        return _bearer(parsed, word, up)
    if hangs_on_object(parsed, i) >= 0:
        return [up.i]
    if base in ("acl", "nmod") and up.pos == "NOUN":  # "son intention de partir": whose intention?
        owner = [k.i for k in parsed.kids(up.i, "det", "nmod") if k.feat("Poss") == "Yes" or k.dep == "nmod"]
        return owner[:1] or (subjects_of(parsed, up.head, depth + 1) if up.head != up.i else [])
    if base == "xcomp" or (base in ("advcl", "obl", "ccomp") and word.feat("VerbForm") in ("Inf", "Part")):
        bare = base == "advcl" and is_participle(word) and not any(k.dep in ("mark", "aux", "aux:tense") for k in parsed.kids(i))
        if up.lemma in OBJECT_CONTROL and not bare:  # "Condamné en juin, il a fait appel"
            objects = [k.i for k in parsed.kids(up.i, "obj", "iobj") if k.lemma != "se"]
            if objects and base != "ccomp":
                return objects
            if any(k.dep == "aux:pass" for k in parsed.kids(up.i)):
                return subjects_of(parsed, up.i, depth + 1)
        if up.lemma in DATIVE_CONTROL:
            dative = [k.i for k in parsed.kids(up.i, "obl", "iobj") if k.dep == "iobj" or preposition_of(parsed, k.i) == "à"]
            if dative:
                return dative
        return subjects_of(parsed, up.i, depth + 1)
    if (
        base in ("conj", "parataxis")
        and (up.pos in ("VERB", "AUX", "ADJ") or _copula(parsed, up))
        and word.feat("VerbForm") != "Inf"
    ):
        return subjects_of(parsed, up.i, depth + 1)
    if base == "conj" and word.feat("VerbForm") == "Inf":
        return _inherited(parsed, up.i, depth + 1) or subjects_of(parsed, up.i, depth + 1)
    return []


def _bearer(parsed: Parsed, word: Word, up: Word) -> list[int]:
    """The subject of a finite verb that the parser hung on a noun without a relative: "L'Agence des médicaments retire …"."""
    if any(k.pos == "PRON" and k.i < word.i for k in parsed.kids(word.i)):
        return []
    while up.dep == "nmod" and parsed.words[up.head].pos in ("NOUN", "PROPN") and up.head < up.i:
        up = parsed.words[up.head]
    return [up.i]


def _copula(parsed: Parsed, word: Word) -> bool:
    return any(k.dep == "cop" for k in parsed.kids(word.i))
