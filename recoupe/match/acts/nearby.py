"""The subject that stands before a verb, told by where it stands: for a verb whose own the parser took from another clause."""

from __future__ import annotations

from recoupe.match.acts.agreeing import agrees, number_of
from recoupe.parse.document import Parsed, Word

_RELATIVE = frozenset("qui que qu' dont où lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel".split())
_BREAKS = frozenset(', ; : ( ) – — « » " “ ” … . ! ?'.split())
_HALTS = frozenset("que qu' si s' lorsque lorsqu' quand comme puisque puisqu' mais or car donc dont où qui".split())
_NOUNS = frozenset(("NOUN", "PROPN"))
_ENDS = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "X"))
_TIMES = frozenset(
    "an mois jour heure minute année semaine lundi mardi mercredi jeudi vendredi samedi dimanche matin soir nuit hier "
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
_ASIDES = 3
_LONGEST = 90  # characters of a subject
_ASIDE = 160  # characters of what stands between a subject and its verb


def is_severed(parsed: Parsed, s: int, start: int) -> bool:
    """Does a clause end, or another verb stand, between subject s and the verb that begins with word `start`?"""
    opened = 0
    related = False
    for word in parsed.words[s + 1 : start]:
        opened += {"(": 1, "«": 1, ")": -1, "»": -1}.get(word.text, 0)
        related = related or word.lower in _RELATIVE and word.pos == "PRON"
        if opened <= 0 and word.text in (":", ";", "."):
            return True
        if opened <= 0 and not related and is_verb(parsed, word):
            return True
    return _is_before_que(parsed, s, start)


def _is_before_que(parsed: Parsed, s: int, start: int) -> bool:
    """ "C'est près du gué qu'un berger a …": the subject of a clause that "que" opens stands behind "que", not before."""
    for word in reversed(parsed.words[s + 1 : start]):
        if is_verb(parsed, word):
            return False
        if word.lower in ("que", "qu'"):
            return True
    return False


def said_already(parsed: Parsed, start: int, i: int) -> bool:
    """Has the verb, whose group begins with word `start`, the subject of the verb before it: "… et s'effondre"?"""
    before, word = parsed.words[start - 1] if start else None, parsed.words[i]
    if before is None or before.pos == "CCONJ" or before.lower == "puis":
        return True
    return word.dep == "conj" and before.text == "," and parsed.words[word.head].pos == "VERB"


def is_verb(parsed: Parsed, word: Word) -> bool:
    """Is it a finite verb or auxiliary?"""
    return word.pos in ("VERB", "AUX") and word.feat("VerbForm") == "Fin"


def near_subject(parsed: Parsed, start: int, i: int) -> tuple[int, int] | None:
    """The first and last word of the noun phrase that stands before verb i, whose group begins with word `start`.

    "L'objectif était que | le conseil | vote"; "Paul Rey, 25 ans, connu de la police, | a …"; "…, le maire, qui | a …".
    """
    words, first = parsed.words, parsed.sentence_of(i).first
    if any(w.text[:1] == "-" and len(w.text) > 1 for w in words[start + 1 : i + 2]):
        return None  # "…, a-t-il dit": its subject stands behind
    k = start - 1
    while k > first and words[k].pos == "ADV":
        k -= 1
    relative = k > first and words[k].lower == "qui"
    if relative:
        k -= 1
        k -= k > first and words[k].text == ","
        cleft = next((w.i for w in words[first + 1 : k] if w.lemma == "être" and words[w.i - 1].lower in ("c'", "ce")), None)
        if cleft is not None:  # "c'est | le maire de Corbon | qui a …"
            return _phrase(parsed, k, cleft + 1, i, shortest=False)
    for _ in range(_ASIDES + 1):
        if k <= first - 1:
            return None
        if words[k].text in (",", ")"):
            k = _before_aside(parsed, k, first)
            continue
        if k > first + 1 and is_time(words[k]) and words[k - 1].pos == "NUM" and words[k - 2].text == ",":
            k -= 3  # "Paul Rey, 25 ans"
            continue
        found = _phrase(parsed, k, first, i, shortest=relative)
        if found is None and relative and k > first + 1 and words[k].pos == "NOUN" and words[k - 1].text == ",":
            found = _phrase(parsed, k - 2, first, i, shortest=True)  # "le Zénith, salle qui a …"
        if found is None:
            return None
        noun = next((w for w in words[found[0] : found[1] + 1] if w.pos in _NOUNS), words[found[1]])
        return None if is_time(noun) else found
    return None


def _before_aside(parsed: Parsed, k: int, first: int) -> int:
    """The word before what two marks set off, the second of which is word k."""
    words, opening = parsed.words, "(" if parsed.words[k].text == ")" else ","
    for j in range(k - 1, first, -1):
        if words[k].end - words[j].start > _ASIDE:
            break
        if words[j].text == opening:
            return j - 1
    return first - 1


def _phrase(parsed: Parsed, last: int, first: int, i: int, *, shortest: bool) -> tuple[int, int] | None:
    """The noun phrase that ends with word `last`, where it may be the subject of verb i."""
    words = parsed.words
    if words[last].pos not in _ENDS and not _is_name(parsed, last):
        return None
    begin = last
    while begin > first and (_is_name(parsed, begin - 1) or not _halts(parsed, words[begin - 1])):
        begin -= 1
    ends = range(last, begin - 1, -1) if shortest else range(begin, last + 1)
    for k in ends:
        noun = _head(parsed, k, last)
        if noun is not None and shortest:
            k -= _article_before(parsed, k)
        if (
            noun is not None
            and words[last].end - words[k].start <= _LONGEST
            and agrees(parsed, noun, i)
            and not _is_lone(parsed, k, last, i)
        ):
            return k, last
        if not shortest and words[k].pos not in ("ADV", "CCONJ") and not is_time(words[k]):
            return None
    return None


def _is_lone(parsed: Parsed, first: int, last: int, i: int) -> bool:
    """Is it one name, before a verb in the plural?"""
    held = parsed.words[first : last + 1]
    alone = _is_name(parsed, first) and not any(w.pos == "CCONJ" for w in held)
    return alone and number_of(parsed, i) == "Plur"


def _article_before(parsed: Parsed, k: int) -> int:
    """How many words the article of a name takes up: "l'Alhambra", "l' Alhambra", of which the parser made three."""
    before = "".join(w.lower for w in parsed.words[max(0, k - 2) : k]).replace("’", "'")
    one = parsed.words[k - 1].lower.replace("’", "'") if k else ""
    return 1 if one == "l'" else 2 if before == "l'" else 0


def _is_name(parsed: Parsed, k: int) -> bool:
    """Is it a name, or one of two words in capitals side by side, whatever the parser took them for?"""
    word = parsed.words[k]
    if word.pos == "PROPN" or not word.text[:1].isupper() or word.pos in ("DET", "PRON", "ADP", "AUX"):
        return word.pos == "PROPN"
    beside = (parsed.words[j] for j in (k - 1, k + 1) if 0 <= j < len(parsed.words))
    return any(w.sent == word.sent and w.text[:1].isupper() and w.text[1:].islower() and w.pos != "DET" for w in beside)


def _halts(parsed: Parsed, word: Word) -> bool:
    return word.text in _BREAKS or word.lower in _HALTS or word.pos in ("SCONJ", "PRON") or is_verb(parsed, word)


def _head(parsed: Parsed, k: int, last: int) -> int | None:
    """The noun of a phrase that begins with word k, where one may begin there: an article, a number, a name."""
    words = parsed.words
    if _is_name(parsed, k):
        return None if k and _is_name(parsed, k - 1) else k
    opens = words[k].pos in ("DET", "NUM") and words[k].lower not in ("de", "d'")
    if not opens or k and words[k - 1].pos in ("DET", "NUM"):
        return None
    return next((w.i for w in words[k + 1 : last + 1] if w.pos in _NOUNS), None)


def is_time(word: Word) -> bool:
    """Is it a word of an age or a day: "25 ans", "samedi"?"""
    return word.lemma.lower() in _TIMES
