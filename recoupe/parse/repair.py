"""Mends what the parser is known to break, on plain words: moods, lemmas, bare coordinations, inverted subjects, title and name.

Each repair is a fact of French that the model gets wrong often enough to cost speakers; none looks at a single sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from recoupe.lang.tables import read_table
from recoupe.parse.document import Sentence, Word
from recoupe.parse.morphology import correct_mood

_FUNCTION_LEMMAS = {
    "du": "de",
    "des": "de",
    "d'": "de",
    "au": "à",
    "aux": "à",
    "qu'": "que",
    "jusqu'": "jusque",
    "lorsqu'": "lorsque",
}
_CLOSED = frozenset({"ADP", "SCONJ", "CCONJ"})
_SPEECH_TAIL = frozenset({",", '"', "»", "”", "-"})
_INVERTED = frozenset(
    "dire déclarer affirmer ajouter assurer expliquer indiquer préciser annoncer estimer confier souligner raconter rapporter "
    "lancer poursuivre conclure rappeler reconnaître répondre prévenir juger confirmer insister marteler écrire commenter "
    "résumer témoigner répéter noter regretter déplorer dénoncer promettre nuancer détailler renchérir avertir plaider "
    "soupirer admettre tempérer réagir".split()
)


def repair(words: list[Word], sentences: Sequence[Sentence]) -> None:
    """Correct words in place, sentence by sentence."""
    for word in words:
        correct_mood(word)
        _correct_tag(word, words)
        _correct_lemma(word)
    for sentence in sentences:
        _find_lost_verb(words, sentence)
        _raise_finite_modifier(words, sentence)
        _name_the_opener(words, sentence)
        _free_bare_coordination(words, sentence)
        _join_title_and_name(words, sentence)
        _turn_inverted_subject(words, sentence)


def _correct_tag(word: Word, words: list[Word]) -> None:
    """A capitalised word inside a sentence is no pronoun or adverb; a noun with a tense auxiliary is a participle."""
    if (
        word.pos in ("PRON", "ADV", "DET")
        and len(word.text) > 3
        and word.text[0].isupper()
        and word.text[1:].islower()
        and word.i
    ):
        before = words[word.i - 1]
        inside = before.sent == word.sent and before.pos != "PUNCT"
        if (inside or (before.text == "," and word.pos == "PRON")) and not word.feat("PronType"):
            word.pos, word.lemma, word.morph = "PROPN", word.text, ""
    elif word.dep == "aux:tense" and word.head > word.i:
        verb = words[word.head]
        if verb.pos in ("NOUN", "ADJ", "ADV") and verb.lower.endswith(("é", "és", "ée", "ées", "i", "is", "u", "us", "t")):
            verb.pos, verb.morph = "VERB", "Tense=Past|VerbForm=Part"
            verb.lemma = _infinitive(verb.lower)


def _infinitive(form: str) -> str:
    for ending in ("ées", "ée", "és", "é"):
        if form.endswith(ending):
            return form[: -len(ending)] + "er"
    return form


def _correct_lemma(word: Word) -> None:
    if word.pos in _CLOSED:
        word.lemma = _FUNCTION_LEMMAS.get(word.lower, word.lower)
    elif word.pos == "VERB" and word.lower in _homographs() and word.feat("VerbForm") != "Part":
        word.lemma = _homographs()[word.lower]
    elif word.pos == "VERB" and not word.lemma.endswith(("r", "re")):
        # The look-up table keeps noun homographs for verbs ("marque", "juge"): a present in -e(s|nt) is a verb in -er.
        for ending in ("ent", "es", "e"):
            if word.lower.endswith(ending) and len(word.lower) > len(ending) + 2:
                word.lemma = word.lower[: -len(ending)] + "er"
                break
        else:
            if word.feat("VerbForm") == "Part":
                word.lemma = _infinitive(word.lower)


def _attach(words: list[Word], word: Word, head: int, dep: str) -> None:
    """Hang word on head, unless that would close a circle or unseat a root."""
    i = head
    while words[i].head != i:
        if i == word.i:
            return
        i = words[i].head
    if i != word.i:
        word.head, word.dep = head, dep


@cache
def _homographs() -> dict[str, str]:
    rows = read_table("lang/fr/homographs.tsv", ("form", "lemma", "example"))
    return {row["form"]: row["lemma"] for row in rows}


def _raise_finite_modifier(words: list[Word], sentence: Sentence) -> None:
    """A noun with a finite modifier ("Un quotidien rapporte deux arrestations") is the subject of that verb."""
    for verb in words[sentence.first : sentence.last]:
        if verb.dep != "acl" or verb.pos != "VERB" or verb.feat("VerbForm") != "Fin" or verb.head >= verb.i:
            continue
        noun = words[verb.head]
        kids = [w for w in words[sentence.first : sentence.last] if w.head == verb.i]
        if (
            noun.head != noun.i
            or noun.pos not in ("NOUN", "PROPN")
            or any(w.dep.startswith(("nsubj", "expl:subj")) for w in kids)
        ):
            continue
        for child in words[verb.i + 1 : sentence.last]:
            if child.head == noun.i:
                child.head = verb.i
        verb.head, verb.dep = verb.i, "ROOT"
        noun.head, noun.dep = verb.i, "nsubj"
        return


_BEFORE = frozenset({"NOUN", "PROPN", "ADJ", "PRON", "PUNCT"})
_AFTER = frozenset({"DET", "NUM", "ADP", "PRON", "ADV", "SCONJ", "PUNCT"})


def _find_lost_verb(words: list[Word], sentence: Sentence) -> None:
    """Where a clause lacks its verb, a verb form read as a noun or adverb is that verb."""
    known = _homographs()
    for i in range(sentence.first + 1, sentence.last - 1):
        word = words[i]
        if word.lower not in known or word.pos in ("VERB", "AUX", "PROPN"):
            continue
        before, after = words[i - 1], words[i + 1]
        if before.pos not in _BEFORE or after.pos not in _AFTER:
            continue
        if before.pos == "PUNCT" and before.lower not in (",", '"', ")"):
            continue
        if not _clause_has_verb(words, word, sentence):
            _make_verb(words, word, known[word.lower], sentence)
        elif word.lower == "dément" and before.pos != "ADJ":
            _make_relative_verb(words, word)


def _clause_has_verb(words: list[Word], word: Word, sentence: Sentence) -> bool:
    """A finite verb that governs this word's clause already, marks of a relative clause apart."""
    chain, i = [], word.i
    while words[i].head != i and len(chain) < 60:
        i = words[i].head
        chain.append(words[i])
    if any(w.pos in ("VERB", "AUX") and w.feat("VerbForm") in ("Fin", "Part", None) for w in chain):
        return True
    top = words[i]
    return any(w.head == top.i and w.dep.startswith(("cop", "aux")) for w in words[sentence.first : sentence.last])


def _make_verb(words: list[Word], word: Word, lemma: str, sentence: Sentence) -> None:
    top = word
    while top.head != top.i:
        top = words[top.head]
    word.pos, word.lemma, word.morph = "VERB", lemma, "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    for child in words[sentence.first : sentence.last]:
        if child.head == top.i and child is not word and child is not top:
            if child.dep.startswith(("nsubj", "punct", "parataxis")) or (
                (child.i > word.i) != (top.i > word.i) and child.pos != "DET"
            ):
                child.head = word.i
        elif child.head == word.i and child.i > word.i and child.dep == "nmod" and not _has_case(words, child):
            child.dep = "obj"
    word.head, word.dep = word.i, "ROOT"
    if top is not word:
        top.head, top.dep = word.i, "obj" if top.i > word.i else "nsubj"


def _make_relative_verb(words: list[Word], word: Word) -> None:
    """In "…, ce que la Chine dément" the noun taken for the clause's head is the verb's subject."""
    subject = words[word.head]
    word.pos, word.lemma, word.morph = "VERB", "démentir", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    if subject.i < word.i and subject.pos in ("NOUN", "PROPN") and subject.head != subject.i:
        word.head, word.dep = subject.head, subject.dep
        subject.head, subject.dep = word.i, "nsubj"


# Adverbs and other openers that a verb may follow with its subject after it.
_OPENERS = frozenset(
    "hier demain aujourd'hui soudain ainsi ici là puis alors peut-être reste suit aussi enfin ensuite ailleurs voilà voici "
    "pourtant toutefois cependant pas plus non oui jamais rien personne tout toute tous nul aucun certes bientôt autrefois "
    "désormais parfois souvent ci-dessous résultat".split()
)


def _name_the_opener(words: list[Word], sentence: Sentence) -> None:
    """One capitalised word before a verb that has no subject is a name, hence its subject ("Macron reçoit", "Bruxelles accuse")."""
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
        _attach(words, opener, head.i, "nsubj")


def _free_bare_coordination(words: list[Word], sentence: Sentence) -> None:
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


def _join_title_and_name(words: list[Word], sentence: Sentence) -> None:
    """In "Le président russe Vladimir Poutine" and "le conseiller du Kremlin, Iouri Ouchakov": the name is the title's apposition.

    The parser makes it a second subject, a conjunct without a conjunction or an oblique.
    """
    for i in range(sentence.first + 1, sentence.last):
        name = words[i]
        if name.pos != "PROPN" or name.dep.startswith(("flat", "appos")) or name.head == i:
            continue
        before = words[i - 1]
        if before.pos in ("ADJ", "NOUN") and not _has_case(words, name):
            k = i - 1 if before.pos == "NOUN" else before.head
            title = words[k]
            is_title = title.pos == "NOUN" and title.text[:1].islower() and title.lemma not in _NOT_TITLES
            if sentence.first <= k < i and is_title and _is_outer(words, k, i):
                _attach(words, name, k, "appos")
        elif before.text == "," and name.dep in ("conj", "obl:mod", "dep", "nmod", "obl:arg") and not _has_case(words, name):
            k = _title_before(words, i - 1, sentence.first)
            if k is not None and not any(w.pos == "CCONJ" and w.head == i for w in words[max(0, i - 3) : i]):
                _attach(words, name, k, "appos")


_NOT_TITLES = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche an fois mois jour semaine année heure matin soir".split()
)


def _has_case(words: list[Word], name: Word) -> bool:
    return any(words[k].head == name.i and words[k].dep in ("case", "mark") for k in range(max(0, name.i - 3), name.i))


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


def _turn_inverted_subject(words: list[Word], sentence: Sentence) -> None:
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
            _attach(words, subject, i, "nsubj")
            if words[start - 1].lower in _SPEECH_TAIL and verb.dep in ("dep", "conj") and words[verb.head].i > i:
                verb.dep = "parataxis"


def _following_subject(words: list[Word], i: int, last: int) -> Word | None:
    """The first noun phrase after the verb that no preposition governs and that is no time ("a déclaré lundi à la presse X")."""
    for k in range(i + 1, min(last, i + 14)):
        word = words[k]
        if word.pos in ("VERB", "SCONJ") or word.lower in ("que", "qu'", ":"):
            return None
        if word.pos not in ("NOUN", "PROPN") or word.lemma in _NOT_TITLES or _has_case(words, word):
            continue
        if word.dep.startswith("flat") or (words[k - 1].pos == "PROPN" and word.pos == "PROPN"):
            continue
        if any(
            words[j].pos == "NOUN" and not _has_case(words, words[j]) and j > i and words[j].lemma not in _NOT_TITLES
            for j in range(i + 1, k)
        ):
            return None
        return word
    return None
