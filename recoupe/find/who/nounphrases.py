"""Noun phrases: where one begins and ends, what is joined to it, which preposition governs it."""

from __future__ import annotations

from recoupe.find.said.cueing import Hit
from recoupe.parse.document import Parsed, Word

NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
TIMES = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche matin midi soir nuit jour journée semaine mois an année veille "
    "lendemain janvier février mars avril mai juin juillet août septembre octobre novembre décembre heure minute hier "
    "aujourd'hui demain week-end moment instant fois après-midi matinée soirée siècle époque début fin tôt tard".split()
)
OFFICES = frozenset(
    "président présidente chef cheffe ministre directeur directrice porte-parole secrétaire responsable maire préfet préfète "
    "procureur procureure avocat avocate ambassadeur ambassadrice représentant représentante député députée sénateur sénatrice "
    "roi reine gouverneur gouverneure commandant commandante général colonel patron patronne dirigeant dirigeante leader "
    "entraîneur entraîneuse capitaine fondateur fondatrice coordinateur coordinatrice délégué déléguée conseiller conseillère "
    "professeur professeure chercheur chercheuse auteur autrice membre habitant habitante expert experte analyste rédacteur "
    "rédactrice vice-président vice-présidente envoyé envoyée commissaire juge tribunal cour parquet".split()
)


def is_office(word: Word) -> bool:
    """Is this the noun of an office ("maire", "procureure")?"""
    return word.pos == "NOUN" and word.lemma.lower() in OFFICES


def case_of(parsed: Parsed, i: int) -> str | None:
    """The preposition that governs this word, None without one."""
    return next((w.lower for w in parsed.kids(i, "case")), None)


def prepositional(parsed: Parsed, i: int) -> bool:
    """Does a preposition govern this noun? By the tree, or by the word right before its determiner."""
    words = parsed.words
    if any(w.i < i and w.lower not in ("quant", "'") for w in parsed.kids(i, "case", "mark")):
        return True
    k = i - 1
    while k >= 0 and words[k].sent == words[i].sent and words[k].pos in ("DET", "ADJ", "NUM"):
        k -= 1
    return k >= 0 and words[k].sent == words[i].sent and words[k].pos == "ADP"


def is_one_of(parsed: Parsed, i: int) -> bool:
    """ "L'une des élèves", "un de ses proches": one of several, who is not named."""
    words = parsed.words
    if words[i].lower not in ("un", "une") or i + 2 >= len(words) or words[i + 1].lower not in ("de", "d'", "des"):
        return False
    return words[i + 2].lower not in ("eux", "elles", "entre")


_PLURAL_ARTICLES = frozenset(
    "les des ces ses mes nos vos leurs plusieurs quelques certains certaines deux trois quatre cinq".split()
)
_SINGULAR_ARTICLES = frozenset("le la l' un une ce cet cette son sa mon ma notre votre leur".split())


def agrees(parsed: Parsed, hit: Hit, head: int) -> bool:
    """May this one noun be the subject of the cue, by its number? By the article and the ending: tags are often wrong here."""
    words = parsed.words
    bearer = next((k for k in words[hit.first : hit.word] if k.lemma in ("avoir", "être") and k.pos in ("AUX", "VERB")), None)
    many = (bearer or words[hit.word]).lower.endswith(("ent", "ont"))
    articles = {k.lower for k in parsed.kids(head, "det") if k.i < head}
    if words[head].pos != "NOUN":
        return True
    if many:
        group = any(k.i > head for k in parsed.kids(head, "nmod", "conj"))  # "une quinzaine d'élus", "le maire et le préfet"
        group = group or any(w.lower == "et" for w in words[head + 1 : head + 8])
        return group or not articles & _SINGULAR_ARTICLES
    own = words[head].head == hit.word and words[head].dep.startswith("nsubj")
    return own or not articles & _PLURAL_ARTICLES


SUBJECT_PRONOUNS = frozenset(
    "il elle ils elles on celui-ci celle-ci ceux-ci celles-ci celui celle ceux celles certains certaines plusieurs "
    "beaucoup tous toutes autres l'un l'une dernier dernière -il -elle -ils -elles -on -t-il -t-elle -t-on je nous j' "
    "-je -nous".split()
)


def joined(parsed: Parsed, head: int) -> tuple[int, ...]:
    """The head and what is coordinated with it: "Moscou et Pyongyang"; not a second office of the same person."""
    words, out, at = parsed.words, [head], [head]
    beside = [w.i for w in parsed.kids(words[head].head, "nsubj") if head < w.i <= head + 8 and w.pos in NOMINAL]
    if words[head].dep.startswith("nsubj") and beside and any(w.lower == "et" for w in words[head : beside[0]]):
        out.append(beside[0])  # the parser gives the verb two subjects
    alone = words[head].dep.startswith("nsubj") and words[head].pos == "NOUN" and _alone(parsed, words[words[head].head])
    while at and len(out) < 5:
        for kid in parsed.kids(at.pop(), "conj"):
            single = (
                any(k.feat("Number") == "Sing" for k in parsed.kids(head, "det"))
                and words[head].text[0].islower()
                and kid.text[0].islower()
            )
            if (alone or single) and not any(parsed.kids(kid.i, "det", "nummod")):
                continue  # "la fondatrice et présidente de l'association": one person
            if (
                kid.pos in NOMINAL
                and kid.text[0].isalnum()
                and kid.i not in out
                and not prepositional(parsed, kid.i)
                and abs(kid.i - head) < 25
            ):
                between = words[min(head, kid.i) : max(head, kid.i)]
                if any(w.lower in ("et", "ou", "ainsi", "comme") for w in between) and not any(
                    w.pos in ("VERB", "AUX") and w.feat("VerbForm") == "Fin" for w in between
                ):
                    out.append(kid.i)
                    at.append(kid.i)
    return tuple(out)


def enumerated(parsed: Parsed, last: int) -> tuple[int, ...]:
    """ "Navelys, Transcor ou encore Orvane ont dénoncé": the names before the last one, which only commas and a link join."""
    words, out, k = parsed.words, [last], last - 1
    while k > 0 and words[k].sent == words[last].sent:
        linked = False
        while k > 0 and (words[k].text == "," or words[k].lower in ("et", "ou", "encore", "la", "le", "l'", "les")):
            linked |= words[k].text == "," or words[k].lower in ("et", "ou")
            k -= 1
        if words[k].text == ")":  # "la CGT (premier syndicat)"
            k = next((j - 1 for j in range(k, max(0, k - 9), -1) if words[j].text == "("), k)
        if not linked or words[k].pos != "PROPN":
            break
        while k > 0 and words[k - 1].pos == "PROPN":
            k -= 1
        out.append(k)
        k -= 1
    return tuple(reversed(out))


def _alone(parsed: Parsed, verb: Word) -> bool:
    """Is this verb in the singular: "L'ancien maire et député estime"?"""
    bearer = next((k for k in parsed.kids(verb.i, "aux") if k.feat("VerbForm") == "Fin"), verb)
    return bearer.feat("VerbForm") == "Fin" and bearer.feat("Number") == "Sing"


# Participles that say what became of a document, and days: no part of a speaker's name.
_TOLD = frozenset(
    "cité citée cités citées publié publiée publiés publiées communiqué communiquée communiqués communiquées diffusé diffusée "
    "diffusés diffusées transmis transmise rendu rendue consulté consultée obtenu obtenue relayé relayée interrogé interrogée "
    "interrogés interrogées joint jointe contacté contactée".split()
)
_DAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche hier".split())


def phrase(parsed: Parsed, head: int, limit: int | None = None) -> tuple[int, int]:
    """Words [first, last) of the noun phrase of `head`: no relative clause, no verb, not across a quotation mark."""
    words = parsed.words
    sentence = parsed.sentences[words[head].sent]
    first = last = head
    low = max(sentence.first, parsed.left[head])
    while first > low and (
        words[first - 1].pos in ("DET", "ADJ", "NUM", "PROPN", "NOUN") or words[first - 1].lower in ("-", "'")
    ):
        if words[first - 1].pos == "NOUN" and words[first - 1].head != head:
            break
        if words[first].pos == "DET" and words[first - 1].pos != "DET":
            break  # "a expliqué | l'animateur": nothing of a phrase stands before its article
        first -= 1
    while first - 1 > sentence.first and words[first - 1].text == "-" and words[first - 1].end == words[first].start:
        first -= 2  # "Météo-France", three words for the tokeniser
    while last + 1 < sentence.last and words[last + 1].pos == "PROPN" and words[last + 1].dep.startswith(("flat", "appos")):
        last += 1
    high = min(sentence.last - 1, parsed.right[head], limit if limit is not None else 10**9)
    while last < high:
        word = words[last + 1]
        if (
            (word.pos in ("VERB", "AUX", "SCONJ") and not (word.dep == "amod" and word.head == head))
            or word.lower in ("qui", "dont", "où", "lequel", "laquelle")
            or word.text in '«»“”":;()–—'
            or word.lower in _TOLD
            or word.lower in _DAYS
        ):
            break
        last += 1
    if last - 1 > head and words[last].lower in ("lui", "elle", "eux", "elles") and words[last - 1].text == ",":
        last -= 2  # "L'état-major, lui, ...": taken up, no part of the name
    while last > head and words[last].pos in ("PUNCT", "ADP", "CCONJ", "DET", "ADV"):
        last -= 1
    return first, last + 1


def is_pronoun(word: Word) -> bool:
    """A subject pronoun, by its form."""
    return word.lower in SUBJECT_PRONOUNS
