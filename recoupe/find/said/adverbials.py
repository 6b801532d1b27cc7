"""What may stand between a cue and what it governs: days, places, whom it was told to."""

from __future__ import annotations

from recoupe.find.who.nounphrases import TIMES
from recoupe.parse.document import Parsed, Word

# "alors que", "bien que": the clause is not what is said.
OTHER_LINKS = frozenset(
    "alors tandis afin pour bien dès après avant sans depuis pendant lors parce plus moins autant ainsi tant sitôt".split()
)


def skip_adverbials(parsed: Parsed, at: int, limit: int) -> int:
    """Over adverbs, times, "à la presse", "dans un communiqué", commas: the next word that is none."""
    words = parsed.words
    while at < limit:
        word = words[at]
        if (
            word.lower in ("d'", "de")
            and at + 1 < limit
            and words[at + 1].lower in ("ailleurs", "abord", "emblée", "office", "avance", "nouveau")
        ):
            at += 2
        elif word.lower in ("lors", "auprès", "près") and at + 1 < limit and words[at + 1].lower in ("de", "d'", "du", "des"):
            at = _past_complement(words, at + 2, limit)
        elif (
            word.pos == "ADV"
            and word.lower not in ("que", "qu'", "qu", "ne", "n'")
            or word.text in (",", ")")
            or word.lemma.lower() in TIMES
        ):
            at += 1
        elif word.text == "(":
            close = next((k for k in range(at, min(limit, at + 12)) if words[k].text == ")"), at)
            at = close + 1
        elif word.lower in ("pour", "par") and (close := _set_phrase(words, at, limit)) > at:
            at = close
        elif (
            word.pos == "ADP"
            and word.lower not in ("de", "d'", "du", "des", "pour", "par")
            or word.lower in ("à", "aux", "au", "dans", "lors", "auprès")
        ):
            end = _past_complement(words, at + 1, limit)
            if end == at + 1:
                return at
            at = end
        elif word.pos == "DET" and at + 1 < limit and words[at + 1].lemma.lower() in TIMES:
            at += 2
        elif word.pos == "DET" and at + 2 < limit and words[at + 1].pos == "ADJ" and words[at + 2].lemma.lower() in TIMES:
            at += 3
        elif (date := past_date(words, at, limit)) > at:
            at = date
        elif word.pos in ("NUM", "ADJ") and words[at - 1].lemma.lower() in TIMES:
            at += 1
        else:
            return at
    return at


def _set_phrase(words: tuple[Word, ...], at: int, limit: int) -> int:
    """The word after "pour le moment", "pour sa part", "par ailleurs"; `at` itself where none stands."""
    for k in range(at + 1, min(limit, at + 3)):
        if words[k].lower in ("moment", "instant", "heure", "part", "ailleurs", "exemple", "suite", "fois"):
            return k + 1
    return at


def _past_complement(words: tuple[Word, ...], at: int, limit: int) -> int:
    """The word after the noun phrase that a preposition right before `at` governs, with the participle that ends it."""
    end = at
    while end < limit and words[end].lower not in ("que", "qu'"):
        word, before = words[end], words[end - 1]
        if word.text in '«“"' and end == at:  # "au « Journal du soir »": a title
            close = next((k for k in range(at + 1, min(limit, at + 7)) if words[k].text in '»”"'), -1)
            if close < 0:
                break
            end = close + 1
            continue
        told = word.feat("VerbForm") == "Part" and end > at and before.pos in ("NOUN", "PROPN", "ADJ")
        if word.pos not in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PRON") and not told:
            break
        if word.pos == "DET" and before.pos in ("NOUN", "PROPN", "ADJ"):
            break
        if word.pos == "ADP" and end + 1 < limit and words[end + 1].feat("VerbForm") == "Inf":
            break
        end += 1
    return end


def past_date(words: tuple[Word, ...], at: int, limit: int) -> int:
    """The word after "le 28 juillet 2016", "lundi 3 mai"; `at` itself where no date stands."""
    k = at
    while k < min(limit, at + 3) and (words[k].lower == "le" or words[k].lower in WEEKDAYS):
        k += 1
    if k + 1 >= limit or not words[k].text[:1].isdigit() or words[k + 1].lower not in _MONTHS:
        return at
    k += 2
    return k + 1 if k < limit and words[k].text.isdigit() and len(words[k].text) == 4 else k


WEEKDAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
_MONTHS = frozenset("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split())
