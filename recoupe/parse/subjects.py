"""Subjects and names where the parser loses them: bare coordinations, lone openers, inversions after speech, title and name."""

from __future__ import annotations

from recoupe.parse.document import Sentence, Word
from recoupe.parse.tree import TIME_NOUNS, attach, has_case

_SPEECH_TAIL = frozenset({",", '"', "»", "”", "-"})
_INVERTED = frozenset(
    "dire déclarer affirmer ajouter assurer expliquer indiquer préciser annoncer estimer confier souligner raconter rapporter "
    "lancer poursuivre conclure rappeler reconnaître répondre prévenir juger confirmer insister marteler écrire commenter "
    "résumer témoigner répéter noter regretter déplorer dénoncer promettre nuancer détailler renchérir avertir plaider "
    "soupirer admettre tempérer réagir".split()
)


# Adverbs and other openers that a verb may follow with its subject after it.
_OPENERS = frozenset(
    "hier demain aujourd'hui soudain ainsi ici là puis alors peut-être reste suit aussi enfin ensuite ailleurs voilà voici "
    "pourtant toutefois cependant pas plus non oui jamais rien personne tout toute tous nul aucun certes bientôt autrefois "
    "désormais parfois souvent ci-dessous résultat".split()
)


def name_the_opener(words: list[Word], sentence: Sentence) -> None:
    """One capitalised word before a verb without a subject is a name, hence that subject ("Bruxelles accuse")."""
    if sentence.last - sentence.first < 3:
        return
    opener, verb = words[sentence.first], words[sentence.first + 1]
    if opener.pos not in ("ADV", "NOUN", "ADJ", "X", "INTJ", "PROPN", "VERB") or not opener.text[:1].isupper():
        return
    if opener.lower in _OPENERS or opener.lower.endswith(("ment", "ant")) or not opener.text.isalpha() or len(opener.text) < 3:
        return
    head = words[verb.head] if verb.pos == "AUX" else verb
    if verb.pos not in ("VERB", "AUX") or verb.feat("VerbForm") != "Fin" or head.pos != "VERB":
        return
    if any(
        w.head == head.i and w.dep.startswith(("nsubj", "expl:subj")) and w is not opener
        for w in words[sentence.first : sentence.last]
    ):
        return
    if (
        opener.dep.startswith("nsubj")
        and opener.pos == "NOUN"
        and opener.feat("Number") == "Plur"
        and verb.feat("Number") == "Plur"
    ):
        return
    opener.pos, opener.lemma, opener.morph = "PROPN", opener.text, ""
    if opener.head != opener.i:
        attach(words, opener, head.i, "nsubj")


def free_bare_coordination(words: list[Word], sentence: Sentence) -> None:
    """In "Moscou et Pyongyang nient" the parser takes the first name for the root and the verb for its conjunct."""
    root = next((words[i] for i in range(sentence.first, sentence.last) if words[i].head == i), None)
    if root is None or root.pos not in ("PROPN", "NOUN"):
        return
    for i in range(root.i + 1, sentence.last):
        second = words[i]
        verb = words[second.head]
        if second.dep.startswith("nsubj") and verb.head == root.i and verb.dep == "conj" and verb.pos == "VERB" and verb.i > i:
            if any(w.pos in ("VERB", "AUX") for w in words[root.i : i]) or not any(w.pos == "CCONJ" for w in words[root.i : i]):
                return
            verb.head, verb.dep = verb.i, "ROOT"
            root.head, root.dep = verb.i, second.dep
            second.head, second.dep = root.i, "conj"
            for k in range(sentence.first, sentence.last):
                other = words[k]
                if other.pos == "CCONJ" and root.i < k < i:
                    other.head = i
                elif other.head == root.i and k > verb.i:
                    other.head = verb.i
            return


def claim_pair_after_stop(words: list[Word], sentence: Sentence) -> None:
    """In "… a commencé ; Paris et Londres saluent" the pair is taken for an object of what stands before the stop."""
    for i in range(sentence.first + 1, sentence.last - 3):
        first, link, second, verb = words[i : i + 4]
        if words[i - 1].text not in (";", "–", "—") or first.pos != "PROPN" or link.lower != "et" or second.pos != "PROPN":
            continue
        if verb.pos != "VERB" or verb.feat("VerbForm") != "Fin" or verb.feat("Number") == "Sing" or first.head == verb.i:
            continue
        if any(
            w.head == verb.i and w.dep.startswith("nsubj") and w.i not in (i, i + 2)
            for w in words[sentence.first : sentence.last]
        ):
            continue
        attach(words, first, verb.i, "nsubj")
        attach(words, second, first.i, "conj")


def join_title_and_name(words: list[Word], sentence: Sentence) -> None:
    """In "Le président russe Vladimir Poutine" or "le conseiller du Kremlin, Iouri Ouchakov" the name is the title's apposition.

    The parser makes it a second subject, a conjunct without a conjunction or an oblique.
    """
    for i in range(sentence.first + 1, sentence.last):
        name = words[i]
        if name.pos != "PROPN" or name.dep.startswith(("flat", "appos")) or name.head == i:
            continue
        before = words[i - 1]
        if before.pos in ("ADJ", "NOUN") and not has_case(words, name):
            k = i - 1 if before.pos == "NOUN" else before.head
            title = words[k]
            is_title = title.pos == "NOUN" and title.text[:1].islower() and title.lemma not in TIME_NOUNS
            if sentence.first <= k < i and is_title and _is_outer(words, k, i):
                attach(words, name, k, "appos")
        elif before.text == "," and name.dep in ("conj", "obl:mod", "dep", "nmod", "obl:arg") and not has_case(words, name):
            noun = _title_before(words, i - 1, sentence.first)
            if noun is not None and not any(w.pos == "CCONJ" and w.head == i for w in words[max(0, i - 3) : i]):
                attach(words, name, noun, "appos")


def _is_outer(words: list[Word], k: int, i: int) -> bool:
    """No verb or mark between the title and the name."""
    return all(words[j].pos in ("ADJ", "PROPN", "NOUN") for j in range(k + 1, i))


def _title_before(words: list[Word], comma: int, first: int) -> int | None:
    """The head noun of the lower-case noun phrase that ends at the comma, at most eight words back."""
    for k in range(comma - 1, max(first, comma - 9) - 1, -1):
        if words[k].pos in ("VERB", "AUX", "PUNCT", "CCONJ"):
            return None
        starts = words[k].pos == "DET" and k + 1 < comma and words[k + 1].pos == "NOUN" and words[k + 1].text[:1].islower()
        if starts and (k == first or words[k - 1].pos != "ADP"):
            return k + 1
    return None


def turn_inverted_subject(words: list[Word], sentence: Sentence) -> None:
    """After a closed quotation or a comma the subject follows its verb of saying."""
    for i in range(sentence.first + 1, sentence.last):
        verb = words[i]
        if verb.lemma not in _INVERTED or verb.pos != "VERB":
            continue
        start = i
        while start > sentence.first and (words[start - 1].head == i and words[start - 1].pos in ("AUX", "PRON", "ADV")):
            start -= 1
        if start == sentence.first or words[start - 1].lower not in _SPEECH_TAIL:
            continue
        if any(w.head == i and w.dep.startswith(("nsubj", "expl:subj")) for w in words[sentence.first : sentence.last]):
            continue
        subject = _following_subject(words, i, sentence.last)
        if subject is not None:
            attach(words, subject, i, "nsubj")
            if words[start - 1].lower in _SPEECH_TAIL and verb.dep in ("dep", "conj") and words[verb.head].i > i:
                verb.dep = "parataxis"


def _following_subject(words: list[Word], i: int, last: int) -> Word | None:
    """The first noun phrase after the verb that no preposition governs and that is no time ("a déclaré lundi à la presse X")."""
    for k in range(i + 1, min(last, i + 14)):
        word = words[k]
        if word.pos in ("VERB", "SCONJ") or word.lower in ("que", "qu'", ":"):
            return None
        if word.pos not in ("NOUN", "PROPN") or word.lemma in TIME_NOUNS or has_case(words, word):
            continue
        if word.dep.startswith("flat") or (words[k - 1].pos == "PROPN" and word.pos == "PROPN"):
            continue
        if any(
            words[j].pos == "NOUN" and not has_case(words, words[j]) and j > i and words[j].lemma not in TIME_NOUNS
            for j in range(i + 1, k)
        ):
            return None
        return word
    return None
