"""Verbs of speech that the tagger takes for another word: what they govern tells them."""

from __future__ import annotations

from recoupe.lang.cues import expressions
from recoupe.parse.document import Parsed, Word

NEVER = frozenset(("PUNCT", "DET", "ADP"))
VERBAL = frozenset(("VERB", "AUX", "NOUN", "ADJ"))


def mistaken_for(parsed: Parsed, word: Word, known: frozenset[str]) -> str | None:
    """The infinitive of a cue that the tagger takes for another word, told by what stands around it; None if it is none."""
    end = word.lower[-1:]
    if word.lemma in known:
        return word.lemma if _governs(parsed, word) else None
    if end == "e" and (_before_clitic(parsed, word) or _after_se(parsed, word) or _governs(parsed, word)):
        # "estime-t-on", "s'inquiète X": no verb for the tagger
        forms = (word.lower + "r", word.lower.replace("è", "é") + "r", word.lower.replace("è", "e") + "r")
        return next((c for c in forms if c in known), None)
    if end == "é" and word.pos in ("VERB", "X"):
        return word.lower[:-1] + "er" if word.lower[:-1] + "er" in known else None  # "a twitté"
    if end == "t" and makes_known(parsed, word):
        return "faire"
    if word.lower == "dément" and word.pos == "ADV":
        return "démentir"  # French knows no such adverb
    if end == "t" and is_gerund(parsed, word):
        return word.lower[:-3] + "er" if word.lower[:-3] + "er" in known else None
    return None


def _governs(parsed: Parsed, word: Word) -> bool:
    """Does the place of the word show a verb of speech, whatever the tagger says?"""
    by_clause = before_que(parsed, word) or told_like(parsed, word)
    return by_clause or after_quotation(parsed, word) or _before_quotation(parsed, word)


def _before_clitic(parsed: Parsed, word: Word) -> bool:
    return word.i + 1 < len(parsed.words) and parsed.words[word.i + 1].lower in ("-t", "-il", "-elle", "-ils", "-elles", "-on")


def before_que(parsed: Parsed, word: Word) -> bool:
    """ "L'association juge que": a noun for the tagger, yet no article and a clause behind it."""
    words, i = parsed.words, word.i
    if word.pos != "NOUN" or i == 0 or i + 1 >= len(words) or words[i + 1].lower not in ("que", "qu'"):
        return False
    return words[i - 1].pos in ("NOUN", "PROPN", "ADV", "PRON") and words[i + 1].pos == "SCONJ" and word.text[0].islower()


def after_quotation(parsed: Parsed, word: Word) -> bool:
    """ "« ... », argumente encore l'élu": no verb for the tagger."""
    words, i = parsed.words, word.i
    if i < 2 or word.pos not in ("NOUN", "ADJ", "ADV") or not word.text[0].islower():
        return False
    return words[i - 1].text == "," and words[i - 2].text in ('"', "»", "”")


def told_like(parsed: Parsed, word: Word) -> bool:
    """ "comme le rapporte X", "comme l'indique X": a noun for the tagger."""
    words, i = parsed.words, word.i
    if i < 2 or word.pos not in ("NOUN", "VERB") or words[i - 1].lower not in ("le", "l'"):
        return False
    return words[i - 2].lower == "comme" or words[i - 2].lower in ("que", "qu'") and i > 2 and words[i - 3].lower == "ainsi"


def makes_known(parsed: Parsed, word: Word) -> bool:
    """ "..., fait savoir la préfecture": a noun for the tagger."""
    words, i = parsed.words, word.i
    return word.lower in ("fait", "font") and i + 1 < len(words) and words[i + 1].lower in expressions().get("faire", ())


def _before_quotation(parsed: Parsed, word: Word) -> bool:
    """ "Claire Delage lance « Je reste »": a part of the name for the tagger."""
    words, i = parsed.words, word.i
    if word.pos != "PROPN" or not word.text[0].islower() or i < 1 or i + 1 >= len(words):
        return False
    return words[i - 1].pos == "PROPN" and words[i + 1].text in '«“"'


def is_gerund(parsed: Parsed, word: Word) -> bool:
    """ "en martelant", "Martelant que": an adjective or a noun for the tagger."""
    words, i = parsed.words, word.i
    if word.pos not in ("ADJ", "NOUN") or not word.lower.endswith("ant"):
        return False
    opens = i == parsed.sentences[word.sent].first and i + 1 < len(words) and words[i + 1].lower in ("que", "qu'")
    return opens or i > 0 and words[i - 1].lower == "en"


def _after_se(parsed: Parsed, word: Word) -> bool:
    return word.i > 0 and parsed.words[word.i - 1].lower in ("s'", "se")
