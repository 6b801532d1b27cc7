"""Part of speech and lemma where the tagger is wrong as a class: verb forms that are also nouns, futures, names in a sentence."""

from __future__ import annotations

from functools import cache

from recoupe.lang.tables import read_table
from recoupe.parse.document import Word
from recoupe.parse.tree import TIME_NOUNS, attach, has_case

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
_NOUNS = frozenset(("car", "or"))  # conjunctions that are nouns, too: a coach, gold
_ARTICLES = frozenset("le l' l’ un ce cet son leur notre votre mon chaque quel aucun autre même".split())
_DETERMINERS = _ARTICLES | {"du", "au"}
_ELIDED = frozenset(("l'", "l’"))
_NO_NOUN = frozenset(("cc", "mark", "fixed", "dep"))  # what no noun is
_CLOSED = frozenset({"ADP", "SCONJ", "CCONJ"})
_TAKINGS = frozenset("mise mises prise prises remise remises".split())


def correct_tag(word: Word, words: list[Word]) -> None:
    """A capitalised word inside a sentence is no pronoun or adverb; a noun with a tense auxiliary is a participle; "le car"."""
    if word.pos == "CCONJ" and word.lower in _NOUNS and word.i and words[word.i - 1].lower in _DETERMINERS:
        _make_noun(word, words)
    elif word.pos == "AUX" and word.i and words[word.i - 1].lower in _ELIDED and _is_whom(word):
        _make_noun(word, words)  # "L'évadé demeure introuvable", not "la trace de l'évadé"
        word.dep = "nsubj" if word.head > word.i and word.dep != "obl:arg" else word.dep
    elif word.pos == "VERB" and word.lower in _TAKINGS and _has_article(word, words):
        word.pos, word.lemma = "NOUN", word.lower.removesuffix("s")  # "une possible mise en examen"
    elif word.pos == "VERB" and word.text[0].isupper() and word.text[1:].islower() and _behind_preposition(word, words):
        word.pos, word.lemma, word.morph = "PROPN", word.text, ""  # "les informations de Closer"
        word.dep = "nmod" if words[word.head].pos in ("NOUN", "PROPN") else word.dep
    elif (
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
    elif (
        word.pos in ("NOUN", "ADJ", "ADV", "X")
        and word.i
        and _is_future(word.lower)
        and words[word.i - 1].pos not in ("DET", "ADP", "NUM")
    ):
        number = "Plur" if word.lower.endswith("ont") else "Sing"
        word.lemma = word.lower[: -3 if number == "Plur" else -1]
        word.pos, word.morph = "VERB", f"Mood=Ind|Number={number}|Person=3|Tense=Fut|VerbForm=Fin"
        for child in words[word.i + 1 : word.i + 12]:
            if child.head == word.i and child.dep == "nmod" and child.sent == word.sent:
                child.dep = "obl:mod" if child.lemma in TIME_NOUNS else "obj" if not has_case(words, child) else "obl:arg"
    elif word.dep == "aux:tense" and word.head > word.i:
        verb = words[word.head]
        if (verb.pos in ("NOUN", "ADJ", "ADV") or verb.pos == "PROPN" and verb.text.islower()) and verb.lower.endswith(
            ("é", "és", "ée", "ées", "i", "is", "u", "us", "t")
        ):
            verb.pos, verb.morph = "VERB", "Tense=Past|VerbForm=Part"
            verb.lemma = _infinitive(verb.lower)


def _is_whom(word: Word) -> bool:
    """A participle in -é before the verb it was hung on, and no form of "avoir" or "être": a person."""
    return word.lower.endswith("é") and word.lower != "été" and word.head > word.i


def _make_noun(word: Word, words: list[Word]) -> None:
    """ "Le car", "l'or": behind a determiner no conjunction stands."""
    word.pos, word.lemma, word.morph = "NOUN", word.lower, "Gender=Masc|Number=Sing"
    k = word.i - 1
    while k >= 0 and words[k].lower in _ARTICLES and words[k].sent == word.sent:
        if words[k].head != word.i and word.dep in _NO_NOUN:
            attach(words, word, words[k].head, words[k].dep)
        words[k].pos = "DET"
        attach(words, words[k], word.i, "det")
        k -= 1
    lead = words[max(k, 0)]
    if lead.pos == "ADP" and lead.sent == word.sent:
        attach(words, lead, word.i, "case")
        above = words[max(k - 1, 0)]
        if above.pos in ("NOUN", "PROPN") and above.sent == word.sent:
            attach(words, word, above.i, "nmod")
        elif word.head != word.i:
            word.dep = "obl:arg"
    elif word.head != word.i and (word.dep in _NO_NOUN or word.dep == "obj" and word.head > word.i):
        word.dep = "nsubj" if word.head > word.i else "obj"


def _has_article(word: Word, words: list[Word]) -> bool:
    """Does an article or a possessive stand before it, with no more than an adjective between?"""
    before = words[max(0, word.i - 2) : word.i]
    return any(w.pos == "DET" and w.head == word.i and w.sent == word.sent for w in before)


def _behind_preposition(word: Word, words: list[Word]) -> bool:
    before = words[word.i - 1] if word.i else word
    return before is not word and before.sent == word.sent and before.pos == "ADP" and before.lower in ("de", "d'", "chez", "par")


def _is_future(form: str) -> bool:
    """Third persons of the simple future in -era, -eront, -ira, -iront: no noun ends so but those with an accent ("caméra")."""
    return len(form) > 6 and form.endswith(("era", "eront", "ira", "iront"))


def _infinitive(form: str) -> str:
    for ending in ("ées", "ée", "és", "é"):
        if form.endswith(ending):
            return form[: -len(ending)] + "er"
    return form


def correct_lemma(word: Word) -> None:
    if word.pos in _CLOSED:
        word.lemma = _FUNCTION_LEMMAS.get(word.lower, word.lower)
    elif word.pos == "VERB" and word.lower in homographs() and word.feat("VerbForm") != "Part":
        word.lemma = homographs()[word.lower]
    elif word.pos == "VERB" and not word.lemma.endswith(("r", "re")):
        # The look-up table keeps noun homographs for verbs ("marque", "juge"): a present in -e(s|nt) is a verb in -er.
        for ending in ("ent", "es", "e"):
            if word.lower.endswith(ending) and len(word.lower) > len(ending) + 2:
                word.lemma = word.lower[: -len(ending)] + "er"
                break
        else:
            if word.feat("VerbForm") == "Part":
                word.lemma = _infinitive(word.lower)


@cache
def homographs() -> dict[str, str]:
    rows = read_table("lang/fr/homographs.tsv", ("form", "lemma", "example"))
    return {row["form"]: row["lemma"] for row in rows}


def correct_case(word: Word, words: list[Word]) -> None:
    """A preposition before a name is no conjunction and no adverb: "Elle est soignée à Corvel", at the end of a sentence."""
    after = words[word.i + 1] if word.i + 1 < len(words) else None
    if word.pos != "ADP" or after is None or after.sent != word.sent:
        return
    if after.pos != "PROPN" and not (after.pos == "NOUN" and after.text[:1].isupper()):
        return
    if word.dep == "mark" and word.head == after.i:
        word.dep = "case"
    elif after.dep == "fixed" and after.head == word.i and word.head not in (word.i, after.i):
        after.head, after.dep, word.head, word.dep = word.head, "obl:mod", after.i, "case"
