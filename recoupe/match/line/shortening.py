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
# Verbs that say nothing without where or how.
_HAPPENING = frozenset("survenir intervenir lier dater destiner".split())
_PLACING = frozenset("placer mettre porter tenir rester demeurer priver rendre soumettre habiter résider fonder situer".split())
_WEEKDAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
_DATES = _WEEKDAYS | frozenset(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre hier matin soir".split()
)
_SPANS = frozenset("an année mois semaine jour heure minute seconde".split())


def fit(parsed: Parsed, first: int, root: int, end: int, room: int, *, soft: bool = True) -> int | None:
    """The character before which words[first:] may end with at most `room` characters, as near to `end` as can be.

    None where no end makes a whole clause; `soft`: it may say less than it should.
    """
    words, last = parsed.words, parsed.sentence_of(first).last
    wanted = next((k for k in range(last - 1, first, -1) if words[k].end <= end), first)
    stop = next((k for k in range(first, last) if words[k].end - words[first].start > room), last)
    ends = [k for k in _ends(parsed, first, root, min(last, wanted + _REACH + 1)) if k < stop]
    if wanted in ends:
        return end
    follows = words[wanted + 1].text if wanted + 1 < last else "."
    if wanted < stop and follows in ",(" and may_end(parsed, wanted) and wanted >= root and not _is_bare(words, wanted, root):
        return end
    after = next((k for k in ends if wanted < k), None)
    if after is not None and not any(_breaks(w) for w in words[wanted + 1 : after + 1]):
        return words[after].end
    before = _last(words, ends, first, root, wanted)
    if before is None and soft:  # what else it holds may go before the line breaks off
        ends = [k for k in _ends(parsed, first, root, min(last, wanted + 1), soft=True) if k < stop]
        before = _last(words, ends, first, root, wanted)
    return before


def _last(words: tuple[Word, ...], ends: list[int], first: int, root: int, wanted: int) -> int | None:
    """The end of the last of these words before the one wanted, where that leaves a line."""
    kept = (k for k in reversed(ends) if root <= k < wanted and words[k].end - words[first].start >= _SHORT)
    return next((words[k].end for k in kept), None)


def _is_bare(words: tuple[Word, ...], k: int, root: int) -> bool:
    """Is the last thing a clause holds a noun set between commas that has to be told of: "…, un site classé"?"""
    return any(w.text == "," for w in words[max(root, k - 2) : k])


def _breaks(word: Word) -> bool:
    return word.text in ";:–—,(" or word.lower == "mais" or word.feat("VerbForm") == "Fin"


def _ends(parsed: Parsed, first: int, root: int, last: int, *, soft: bool = False) -> list[int]:
    """The words in words[first:last] behind which a clause is whole; `soft`: though it says less than it should."""
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
        elif first <= head < word.i and not _is_free(parsed, word) and not (soft and _may_go(parsed, word)):
            bind(head, word.i)
    broken = list(accumulate(held))
    opened = list(accumulate(_MARKS.get(w.text, 0) for w in words[first:last]))
    straight = list(accumulate(w.text == '"' for w in words[first:last]))
    return [
        k
        for k in range(max(first, root), last)
        if not broken[k - first] and not opened[k - first] and straight[k - first] % 2 == 0 and may_end(parsed, k)
    ]


def may_end(parsed: Parsed, k: int) -> bool:
    """May a line end with this word, by what it is and by what follows?"""
    words = parsed.words
    word, after = words[k], words[k + 1] if k + 1 < len(words) and words[k + 1].sent == words[k].sent else None
    if word.pos in _HANGING and word.text not in '»")”' or word.lower in _NEEDED and after is not None and after.pos == "ADJ":
        return False
    if after is None:
        return True
    if (
        after.pos == "ADP"
        and word.lemma in _PLACING | _HAPPENING
        or word.pos == "VERB"
        and after.pos == "DET"
        and not _is_dated(words, after)
    ):
        return False
    if after.text in '«“"' or _is_open_participle(word, after):
        return False
    if (
        after.lower in _OPENERS
        and word.lower not in _DATES
        or after.start == word.end
        and after.pos != "PUNCT"
        or after.text in "%€-/"
    ):
        return False
    if word.lemma in _SPANS and after.lower in ("après", "avant", "plus", "auparavant"):
        return False
    if after.pos == "NUM" or after.lower == "à" and words[k - 1].pos == "NUM":  # "3 buts | à 1"
        return False
    if word.pos == "NUM" and after.pos in ("NOUN", "ADJ", "NUM", "VERB"):
        return False
    if after.pos == "PROPN" and word.pos in ("PROPN", "NOUN"):
        return False
    # "lundi | matin", "dans la nuit de lundi | à mardi"
    return not (word.lower in _WEEKDAYS and after.lower in ("matin", "soir", "midi", "à", "au"))


def _is_dated(words: tuple[Word, ...], article: Word) -> bool:
    """ "Arrêté | le 3 mars"."""
    return words[article.i + 1].pos == "NUM" or words[article.i + 1].text[:1].isdigit()


def _is_open_participle(word: Word, after: Word) -> bool:
    """ "Des hommes circulant | à scooter", "l'attaque perpétrée | par un agent"."""
    if word.feat("VerbForm") != "Part":
        return False
    return word.feat("Tense") == "Pres" or word.dep.startswith("acl") and after.lower == "par"


def _is_free(parsed: Parsed, word: Word) -> bool:
    """Can the clause do without this word and all that hangs on it?"""
    words, base = parsed.words, word.dep.partition(":")[0]
    start = words[parsed.left[word.i]]
    if word.lower in _NEEDED or start.lower in _LIMITS or word.dep in _BOUND and words[start.i - 1].text != ",":
        return False
    if base in ("acl", "nmod"):  # "…, arrivé lundi" but "le texte voté lundi"; "pour la presse" but "de la presse"
        aside = start.i > 0 and words[start.i - 1].text in (",", "–", "—", "-")
        return aside or base == "nmod" and start.lower in _LOOSE and words[word.head].pos in ("NOUN", "PROPN")
    if base == "conj":
        return words[word.head].pos in ("VERB", "AUX") or _is_paired(parsed, word)
    if base == "appos" and any(parsed.kids(word.i, "conj")):  # a list, of which the parser took the second for an aside
        return _is_paired(parsed, word)
    if base == "obl" and words[start.i - 1].text == ",":
        return True
    if base == "obl" and start.pos == "ADP" and start.lower in ("à", "au", "aux", "de", "du", "des", "d'"):
        return False  # what a verb is built with: "mettre fin à", "venir de"
    return base in _FREE


def _may_go(parsed: Parsed, word: Word) -> bool:
    """May it go where a line must be cut: what narrows a noun far down, what goes with a verb that has an object?"""
    words, base, head = parsed.words, word.dep.partition(":")[0], parsed.words[word.head]
    if words[parsed.left[word.i]].lower in _LIMITS:
        return False
    if base in ("acl", "nmod"):
        return head.dep.partition(":")[0] in ("nmod", "obl", "conj") or base == "acl" and head.dep == "obj"
    objects = list(parsed.kids(head.i, "obj"))
    if any(o.pos == "NOUN" and not any(parsed.kids(o.i, "det", "nummod")) for o in objects):
        return False  # "mettre fin à", "porter plainte contre"
    return base == "obl" and head.pos == "VERB" and any(k.i < word.i for k in (*objects, *parsed.kids(head.i, "obl", "xcomp")))


def _is_paired(parsed: Parsed, word: Word) -> bool:
    """Is it one of a list that may lose its last: not one of a subject, nor of "entre A et B"?"""
    first = parsed.words[word.head]
    if first.pos == "NOUN" and not any(parsed.kids(first.i, "det", "nummod", "case")):
        return False  # "scier fenêtres et vitrines"
    top = first
    while top.dep in ("conj", "appos") and top.head != top.i:
        top = parsed.words[top.head]
    if any(parsed.kids(top.i, "cop")):
        return False  # "les retenus sont Anne, Paul et Luc": each of them
    return first.dep.partition(":")[0] not in ("nsubj", "nummod") and not any(k.lower == "entre" for k in parsed.kids(first.i))
