"""Where a line may end: not between a noun and what it cannot do without, nor before an object or the other half of a pair."""

from __future__ import annotations

from itertools import accumulate

from recoupe.parse.document import Parsed, Word

# Relations whose words a clause can do without.
_FREE = frozenset("obl advmod advcl appos parataxis conj vocative discourse punct dislocated cc dep".split())
_BOUND = frozenset(("obl:arg", "advmod:que"))
_NEEDED = frozenset("pas plus jamais rien aucun guère que qu' ne n' non ni".split())  # what turns a clause round
_LIMITS = frozenset("sans sauf hormis sinon excepté ni entre si s' que qu' qui".split())  # what begins a limit
_LOOSE = frozenset("pour dans à au aux en sur avec après avant depuis lors pendant contre chez vers par face selon".split())
_OPENERS = frozenset("de du des d' que qu'".split())
_HANGING = frozenset("ADP DET CCONJ SCONJ AUX PUNCT PRON PART".split())
_MARKS = {"«": 1, "»": -1, "(": 1, ")": -1, "“": 1, "”": -1, "[": 1, "]": -1}
_REACH = 14  # words by which a line that was cut too early may grow
_SHORT = 18  # characters under which a line says nothing
_WEEKDAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())


def fit(parsed: Parsed, first: int, root: int, end: int, room: int) -> int | None:
    """The character before which words[first:] may end with at most `room` characters, as near to `end` as can be.

    None where no end makes a whole clause.
    """
    words, last = parsed.words, parsed.sentence_of(first).last
    wanted = next((k for k in range(last - 1, first, -1) if words[k].end <= end), first)
    stop = next((k for k in range(wanted, last) if words[k].end - words[first].start > room), last)
    ends = [k for k in _ends(parsed, first, root, min(last, wanted + _REACH + 1)) if k < stop]
    if wanted in ends:
        return end
    follows = words[wanted + 1].text if wanted + 1 < last else "."
    if wanted < stop and follows in ",(" and _may_end(parsed, wanted) and wanted >= root and not _is_bare(words, wanted, root):
        return end
    after = next((k for k in ends if wanted < k), None)
    if after is not None and not any(_breaks(w) for w in words[wanted + 1 : after + 1]):
        return words[after].end
    before = next((k for k in reversed(ends) if k < wanted and words[k].end - words[first].start >= _SHORT), None)
    return words[before].end if before is not None and before >= root else None


def _is_bare(words: tuple[Word, ...], k: int, root: int) -> bool:
    """Is the last thing a clause holds a noun set between commas that has to be told of: "…, un site classé"?"""
    return any(w.text == "," for w in words[max(root, k - 2) : k])


def _breaks(word: Word) -> bool:
    return word.text in ";:–—,(" or word.lower == "mais" or word.feat("VerbForm") == "Fin"


def _ends(parsed: Parsed, first: int, root: int, last: int) -> list[int]:
    """The words in words[first:last] behind which a clause is whole."""
    words = parsed.words
    held = [0] * (last - first + 1)  # held[k - first]: how many bonds a cut behind word k would break

    def bind(low: int, high: int) -> None:
        low, high = max(low, first), min(high, last)
        if low < high:
            held[low - first] += 1
            held[high - first] -= 1

    for word in words[first : parsed.sentence_of(first).last]:
        head = word.head
        if head > word.i and word.i != root:
            bind(word.i, head)
        elif first <= head < word.i and not _is_free(parsed, word):
            bind(head, word.i)
    broken = list(accumulate(held))
    opened = list(accumulate(_MARKS.get(w.text, 0) for w in words[first:last]))
    straight = list(accumulate(w.text == '"' for w in words[first:last]))
    return [
        k
        for k in range(max(first, root), last)
        if not broken[k - first] and not opened[k - first] and straight[k - first] % 2 == 0 and _may_end(parsed, k)
    ]


def _may_end(parsed: Parsed, k: int) -> bool:
    """May a line end with this word, by what it is and by what follows?"""
    words = parsed.words
    word, after = words[k], words[k + 1] if k + 1 < len(words) and words[k + 1].sent == words[k].sent else None
    if word.pos in _HANGING and word.text not in '»")”' or word.lower in _NEEDED and after is not None and after.pos == "ADJ":
        return False
    if after is None:
        return True
    if after.text in '«“"' or _is_open_participle(word, after):
        return False
    if after.lower in _OPENERS or after.start == word.end and after.pos != "PUNCT" or after.text in "%€-/":
        return False
    if after.pos == "NUM" or after.lower == "à" and words[k - 1].pos == "NUM":  # "3 buts | à 1"
        return False
    if word.pos == "NUM" and after.pos in ("NOUN", "ADJ", "NUM", "VERB"):
        return False
    return not (word.pos == after.pos == "PROPN" or word.lower in _WEEKDAYS and after.lower in ("matin", "soir", "midi"))


def _is_open_participle(word: Word, after: Word) -> bool:
    """ "Des hommes circulant | à scooter", "l'attaque perpétrée | par un agent"."""
    if word.feat("VerbForm") != "Part":
        return False
    return word.feat("Tense") == "Pres" or word.dep.startswith("acl") and after.lower == "par"


def _is_free(parsed: Parsed, word: Word) -> bool:
    """Can the clause do without this word and all that hangs on it?"""
    words, base = parsed.words, word.dep.partition(":")[0]
    start = words[parsed.left[word.i]]
    if word.lower in _NEEDED or start.lower in _LIMITS or word.dep in _BOUND:
        return False
    if base in ("acl", "nmod"):  # "…, arrivé lundi" but "le texte voté lundi"; "pour la presse" but "de la presse"
        aside = start.i > 0 and words[start.i - 1].text in (",", "–", "—", "-")
        return aside or base == "nmod" and start.lower in _LOOSE and words[word.head].pos in ("NOUN", "PROPN")
    if base == "conj":
        return words[word.head].pos in ("VERB", "AUX") or _is_paired(parsed, word)
    if base == "obl" and start.pos == "ADP" and start.lower in ("à", "au", "aux", "de", "du", "des", "d'"):
        return words[start.i - 1].text == ","  # what a verb is built with: "mettre fin à", "venir de"
    return base in _FREE


def _is_paired(parsed: Parsed, word: Word) -> bool:
    """Is it one of a list that may lose its last: not one of a subject, nor of "entre A et B"?"""
    first = parsed.words[word.head]
    return first.dep.partition(":")[0] not in ("nsubj", "nummod") and not any(k.lower == "entre" for k in parsed.kids(first.i))
