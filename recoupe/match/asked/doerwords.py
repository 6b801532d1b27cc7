"""Where the words of a doer stand: between "c'est" and "qui", behind "par", behind a turn such as "à la demande de"."""

from __future__ import annotations

from recoupe.find.done.wordforms import TIME_NOUNS
from recoupe.parse.document import Parsed, Word
from recoupe.types import Span


def cleft_noun(parsed: Parsed, i: int) -> int | None:
    """The noun between "c'est" and "qui", in a sentence that says so before word i."""
    words, first = parsed.words, parsed.sentence_of(i).first
    for k in range(first, i - 2):
        if words[k].lower in ("c'", "ce") and words[k + 1].lower in _BE:
            qui = next((w.i for w in words[k + 2 : i] if w.lower == "qui"), None)
            if qui is not None and not any(w.pos == "VERB" for w in words[qui + 1 : i]):
                said = [w for w in words[k + 2 : qui] if w.pos in ("NOUN", "PROPN", "ADJ")]
                return min(said, key=lambda w: (w.pos == "ADJ", w.i)).i if said else None
    return None


def named_antecedent(parsed: Parsed, i: int, doer: int) -> int:
    """Who "qui" stands for: the name right before it, where the noun taken for it agrees with the verb in no way.

    "Applaudissements autour de Claire Vasseur, qui était montée présenter la motion."
    """
    words, first = parsed.words, parsed.sentence_of(i).first
    qui = next((k for k in range(i - 1, max(first, i - _NEAR), -1) if words[k].lower == "qui"), -1)
    back = qui - 2 if qui > 0 and words[qui - 1].text == "," else qui - 1
    if qui < 0 or back <= doer or back < first or words[back].pos != "PROPN":
        return doer
    verbs = [w for w in words[qui + 1 : i + 1] if w.pos in ("VERB", "AUX")]
    said = [w.feat("Number") for w in verbs if w.feat("Number")]
    if not said or not words[doer].feat("Number") or words[doer].feat("Number") in said:
        return doer
    return words[back].head if words[back].dep.startswith("flat") else back


def named_before(parsed: Parsed, i: int) -> int:
    """The noun that opens the sentence, where what is taken for the subject stands behind it between commas.

    "Le tireur présumé, un septuagénaire, a été maîtrisé".
    """
    words, first = parsed.words, parsed.sentence_of(i).first
    comma = parsed.left[i] - 1
    behind = next((w for w in words[i + 1 : i + _NEAR] if w.pos not in ("ADJ", "ADP", "DET", "NOUN", "NUM")), None)
    if comma <= first or words[comma].text != "," or behind is None or behind.text != ",":
        return i
    before = words[max(first, comma - _NEAR) : comma]
    if any(w.text in _SHUT or w.pos == "VERB" and w.feat("VerbForm") == "Fin" for w in before):
        return i
    return next((w.i for w in before if w.pos in ("NOUN", "PROPN") and w.feat("Number") != "Plur"), i)


def verb_before(parsed: Parsed, start: int) -> Word | None:
    """The nearest verb before a place, in its sentence."""
    here = parsed.at(start, start + 1) or parsed.at(start - 1, start)
    i = here[0]
    first = parsed.sentence_of(i).first
    return next((w for w in reversed(parsed.words[max(first, i - 12) : i]) if w.pos == "VERB"), None)


def noun_behind(parsed: Parsed, end: int) -> int | None:
    """The word of the first noun behind a place, with no sign before it; None without one."""
    here = parsed.at(end, end + 2)
    for word in parsed.words[here[-1] : here[-1] + 6] if here else ():
        if word.text in _SHUT:
            return None
        if word.pos in ("NOUN", "PROPN") and word.start >= end:
            return word.i
    return None


def behind_par(parsed: Parsed, i: int) -> tuple[int, ...]:
    """Who stands behind "par", also behind a day: "secourus dimanche par un chalutier"."""
    for word in parsed.words[i + 1 : i + 7]:
        if word.text in _SHUT or word.pos == "VERB" and word.lemma[:-3] not in word.lower:
            break
        if word.lower == "par":
            who = noun_behind(parsed, word.end)
            return (who,) if who is not None and parsed.words[who].lemma not in TIME_NOUNS else ()
    return ()


def phrase_of(parsed: Parsed, i: int) -> Span:
    """The noun at word i with its article and what hangs on it, up to a sign or a clause."""
    words, first, last = parsed.words, i, i
    while first > parsed.left[i] and words[first - 1].pos in ("DET", "ADJ", "NUM"):
        first -= 1
    while (
        last < min(parsed.right[i], i + 6)
        and words[last + 1].text not in _SHUT
        and words[last + 1].pos not in ("PRON", "VERB", "AUX", "SCONJ", "CCONJ")
    ):
        last += 1
    while last > i and words[last].pos in ("ADP", "DET"):
        last -= 1
    return Span(parsed.report, words[first].start, words[last].end)


_NEAR = 8  # words between "qui" and its verb
_BE = frozenset(("est", "était", "sont", "étaient", "fut", "furent"))
_SHUT = ',;:.!?()«»"”“—–'
