"""Numbers that count nothing: they name something ("Boeing 737", a score) or mean what was told ("les deux pays")."""

from __future__ import annotations

import re

from recoupe.find.count.numerals import Tokens
from recoupe.parse.document import Parsed


def is_label(parsed: Parsed, tokens: Tokens, kind: str, first: int, last: int, start: int, end: int, words: range) -> bool:
    """True for a number that names something: "Boeing 737", "article 49", "Top 14", a score, a hyphened name."""
    low = tokens.low
    previous, following = low[start - 1 : start], low[end : end + 1]
    if kind == "one":
        if previous in ("-", "/", "_", ".", "#", "°", ":", "+", "=") or (
            following in ("-", "/", "°", ":") and low[end + 1 : end + 2].isalnum()
        ):
            return True
        before = parsed.words[words[0] - 1] if words[0] else None
        if _AFTER_NAME.search(parsed.text, max(0, start - 40), start) and following[:1] == ")":
            return True  # "le Gers (32)": a department by its number
        if before is not None and before.lower == "numéro":
            return True
        if tokens.letters[first] in "dnY" and before is not None:
            if before.lower.rstrip(".") in _NAME_BEFORE:
                return True
            if before.pos == "PROPN" and before.end + 1 >= start and not _follows_noun(parsed, words):
                return True
            if before.text[:1].isupper() and before.end + 1 == start and parsed.text[end + 1 : end + 2].isupper():
                return True  # "Télé 7 Jours"
        if before is not None and before.pos == "NOUN" and before.end + 1 == start and not _follows_noun(parsed, words):
            grouped = _GROUPED.search(low, start, end)  # "…, la préfecture 4 500": no name has thousands
            return tokens.letters[first] in "dn" and not grouped and before.lemma not in ("magnitude", "facteur")  # "terminal 2"
    if kind == "span" and low[tokens.ends[first] : tokens.starts[last - 1]].strip() == "-" and not _follows_noun(parsed, words):
        return True  # a score: "3-1"
    return low[start:end].endswith(("er", "ère")) and kind == "one" and low[start].isdigit()


_NAME_BEFORE = frozenset(
    "vol article articles numéro numéros n no chaîne route nationale départementale ligne boeing airbus falcon tome page"
    " pages chapitre"
    " groupe f1 formule top covid channel france canal bfm europe rmc radio tf1 opération station paragraphe alinéa a b c d"
    " g rn rd"
    " apollo windows iphone volet acte saison épisode version catégorie niveau".split()
)
_AFTER_NAME = re.compile(r"\b[A-ZÀ-Þ][\w'’-]* ?\($")
_GROUPED = re.compile(r"\d[ \u00a0\u202f.]\d{3}")


def _follows_noun(parsed: Parsed, words: range) -> bool:
    after = words[-1] + 1
    if after >= len(parsed.words) or "\n" in parsed.text[parsed.words[words[-1]].end : parsed.words[after].start]:
        return False
    scale = parsed.words[words[-1]].lower.rstrip("s") in (
        "million",
        "milliard",
        "millier",
        "dizaine",
        "centaine",
        "douzaine",
        "trentaine",
    )
    following = parsed.words[after]
    return following.pos in ("NOUN", "ADJ", "SYM") or following.lower in ("%", "€") or scale and following.lower in ("de", "d'")


def refers_back(parsed: Parsed, words: range) -> bool:
    """ "les deux pays", "ces deux hommes": both, not a count."""
    if words[0] == 0 or parsed.words[words[0]].lower != "deux" or len(words) > 1:
        return False
    return parsed.words[words[0] - 1].lower in _DEFINITE and not _befell(parsed, words[0])


_DEFINITE = frozenset("les ces nos vos leurs ses mes tes aux des tous toutes l'un l'une".split())


def _befell(parsed: Parsed, i: int) -> bool:
    """ "Les deux soldats tués", "l'un des deux policiers blessés": of these "les deux" tells how many."""
    for word in parsed.words[i + 1 : i + 7]:
        if word.pos in ("PUNCT", "PRON", "AUX", "CCONJ") or word.pos == "VERB" and not _STRUCK.fullmatch(word.lower):
            return False
        if _STRUCK.fullmatch(word.lower):
            return word.i > i + 1
    return False


_STRUCK = re.compile(r"(?:mort|tué|bless|disparu|décédé|abattu|assassiné|enlevé|arrêté|interpellé|capturé)\w*")
