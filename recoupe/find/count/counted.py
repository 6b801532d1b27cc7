"""What a number counts: its noun or unit, what narrows it, and the noun that an elliptic number ("dont 12") stands for."""

from __future__ import annotations

import re

from recoupe.find.count.numerals import Tokens
from recoupe.find.count.unitforms import written_unit
from recoupe.parse.document import Parsed, Word
from recoupe.types import Figure


def find_counted(
    parsed: Parsed, tokens: Tokens, kind: str, words: range, end: int
) -> tuple[str | None, int, int, tuple[str, ...]]:
    """The unit of a number: its lemma, its word, where it ends, and what narrows it. Unit None = no figure."""
    after = words[-1] + 1
    all_words = parsed.words
    steps = 0
    while after < len(all_words) and steps < 4:
        word = all_words[after]
        if word.start > end + 40 or word.sent != all_words[words[0]].sent:
            break
        if written := written_unit(tokens.low, word):
            return written[0], after, written[1], ()
        if word.pos in ("NOUN", "PROPN") and not (steps and word.pos == "PROPN") or not steps and _is_plural(word):
            return _noun(parsed, word, words)
        if word.lower in ("de", "d'", "des") and (
            kind in ("abouts", "about", "part") or tokens.low[end - 2 : end] in ("on", "ns", "rd", "ds", "mi")
        ):
            after += 1
        elif word.pos in _SKIP_POS and word.lower not in ("plus", "moins") and (word.pos != "DET" or kind == "part"):
            after += 1
        else:
            break
        steps += 1
    return _elliptic(parsed, kind, words)


def _is_plural(word: Word) -> bool:
    """A noun in the plural that the parser took for an adverb: no adverb has a shorter lemma."""
    return word.pos == "ADV" and word.lower == f"{word.lemma.lower()}s"


def _noun(parsed: Parsed, word: Word, words: range) -> tuple[str, int, int, tuple[str, ...]]:
    lemma = _name(parsed, word)
    if lemma == "an" and _is_age(parsed, words, word):
        return "âge", word.i, word.end, ()
    if lemma == "année" and (light := _LIGHT_YEAR.match(parsed.text, word.end)):
        return "année-lumière", word.i, light.end(), ()
    if lemma in _BIRTHDAYS and parsed.words[words[0] - 1].lower in _OWN:
        return "âge", word.i, word.end, ()  # "elle a soufflé ses 76 bougies"
    return lemma, word.i, word.end, _population(parsed, word)


def _name(parsed: Parsed, noun: Word) -> str:
    """What is counted: its lemma, and "poids-lourd" for the lorry in two words."""
    lemma = noun.lemma.lower()
    after = parsed.words[noun.i + 1].lower if noun.i + 1 < len(parsed.words) else ""
    return "poids-lourd" if lemma == "poids" and after in ("lourd", "lourds") else lemma


def _is_age(parsed: Parsed, words: range, word: Word) -> bool:
    """ "un homme de 44 ans", "âgé de 44 ans", "Marie, 44 ans,", "les plus de 65 ans"; not "44 ans de prison"."""
    i = words[0] - 1
    if i > 0 and parsed.words[i].lower in ("de", "d'") and parsed.words[i - 1].lower in ("plus", "moins", "près"):
        i -= 2
    if i > 1 and parsed.words[i].lower in ("et", "à", "ou") and parsed.words[i - 1].pos == "NUM":
        i -= 2  # "de 15 et 16 ans"
    before = parsed.words[i] if i >= 0 else None
    after = parsed.words[word.i + 1] if word.i + 1 < len(parsed.words) else None
    if _IS_AGE.match(parsed.text, word.end):
        return True
    if before is None or after is not None and after.lower in ("de", "d'", "ferme", "fermes", "avant", "après", "plus", "d'"):
        return before is not None and before.lemma.lower() in ("âgé", "agé")
    ends = after is None or after.text in (",", ")", ".", ";") or after.lower == "et"
    governor_word = parsed.words[word.head]
    if governor_word.lemma == "avoir" and word.dep == "obj" and governor_word.i < word.i:
        return True
    if before.lower in _OWN:
        return ends
    if before.lower in (",", "(", "à"):
        return ends
    if before.lower in ("de", "d'") and i > 0:
        governor = parsed.words[i - 1].lemma.lower()
        return governor in _AGED or (ends and governor not in _LASTING) or parsed.words[i - 1].pos == "PROPN"
    return before.lemma.lower() == "avoir" or before.lower in ("des", "les")


_LIGHT_YEAR = re.compile(r"[- ]lumière\b")
_IS_AGE = re.compile(r"(?i),? (?:c['’](?:est|était)|tel (?:est|était)) l['’]âge\b")  # "Neuf ans, c'est l'âge de la rescapée"
_BIRTHDAYS = frozenset(("bougie", "printemps"))
_OWN = frozenset(("ses", "leurs", "mes", "tes", "nos", "vos"))
_LASTING = frozenset(
    "peine mandat plan durée bail contrat programme période expérience prison délai accord trêve mariage carrière guerre"
    " règne condamnation"
    " interdiction suspension année tradition cycle moratoire absence attente embargo conflit existence histoire moins"
    " plus".split()
)
_AGED = frozenset(
    "âgé âgée agé agée homme femme garçon fille fillette enfant adolescent adolescente jeune suspect victime étudiant"
    " étudiante mère père âge"
    " personne retraité touriste ressortissant chanteur acteur joueur conducteur individu militant bébé sexagénaire député"
    " fils soldat".split()
)


def _population(parsed: Parsed, noun: Word) -> tuple[str, ...]:
    """What narrows the counted thing: adjectives, participles and complements on its noun."""
    found = []
    for kid in parsed.kids(noun.i, "amod", "acl", "nmod"):
        if kid.pos in ("ADJ", "VERB", "NOUN") and kid.lemma not in _NOT_COUNTED and kid.i > noun.i and kid.i - noun.i <= 6:
            found.append(kid.lemma.lower())
    return tuple(sorted(set(found)))


def _elliptic(parsed: Parsed, kind: str, words: range) -> tuple[str | None, int, int, tuple[str, ...]]:
    """A number without its noun: "dont 12 grièvement", "150 autres", "trois sont morts". It counts the noun counted before."""
    last = parsed.words[words[-1]]
    head = parsed.words[last.head]
    between = parsed.words[last.i + 1 : head.i]
    counted = last.dep in ("nummod", "det") and head.pos in ("NOUN", "PROPN") and head.lemma not in _NOT_COUNTED | _COUNT_NOUNS
    if counted and 0 < head.i - last.i <= 6 and not any(w.pos in ("AUX", "VERB") for w in between):
        return _noun(parsed, head, words)
    if parsed.words[words[0]].lower in ("un", "une") and kind == "one" and len(words) == 1:
        return None, -1, last.end, ()
    if kind == "none" or words[0] and parsed.words[words[0] - 1].lower == "sur":
        return None, -1, last.end, ()  # "un homme sur cinq"
    if last.dep in _STANDS_ALONE:
        noun = _antecedent(parsed, words[0]) or _counted_before(parsed, words[0])
        if noun is not None:
            return noun.lemma.lower(), noun.i, last.end, ()
        return "", -1, last.end, ()
    return "", -1, last.end, ()


_STANDS_ALONE = frozenset(
    "nsubj nsubj:pass obj obl obl:arg conj nmod root dep appos ROOT iobj nummod obl:mod parataxis advcl".split()
)


def _antecedent(parsed: Parsed, i: int) -> Word | None:
    """The noun before "dont": what "dont 60 dans un état grave" is part of."""
    if i < 2 or parsed.words[i - 1].lower != "dont":
        return None
    for k in range(i - 2, max(i - 9, -1), -1):
        word = parsed.words[k]
        if word.pos == "NOUN" and any(d.pos == "NUM" for d in parsed.kids(k, "nummod", "det")):
            return word
    return next((parsed.words[k] for k in range(i - 2, max(i - 5, -1), -1) if parsed.words[k].pos == "NOUN"), None)


def _counted_before(parsed: Parsed, i: int) -> Word | None:
    """The last noun with a number in the sentence before word i: what "12 autres" counts."""
    sentence = parsed.sentence_of(i)
    for k in range(i - 1, sentence.first - 1, -1):
        word = parsed.words[k]
        if (
            word.pos == "NOUN"
            and word.lemma not in _NOT_COUNTED
            and any(d.pos == "NUM" and d.i < i for d in parsed.kids(k, "nummod"))
        ):
            return word
    return None


def _numbered(parsed: Parsed, words: range) -> Word | None:
    """The noun of which "au nombre de" tells how many."""
    if words[0] < 3 or [w.lower for w in parsed.words[words[0] - 3 : words[0]]] != ["au", "nombre", "de"]:
        return None
    number = parsed.words[words[0] - 2]
    of = (*parsed.kids(number.i, "nsubj"), *parsed.kids(number.head, "nsubj", "nsubj:pass"), parsed.words[number.head])
    return next((w for w in of if w.pos == "NOUN" and w.i < number.i), None)


def find_unit_elsewhere(
    parsed: Parsed, low: str, start: int, words: range, last_figure: Figure | None, head: int
) -> tuple[str, int]:
    """What a bare number counts, and its word: a magnitude, the noun of "le nombre de", or what the figure before counts."""
    if _MAGNITUDE.search(low, max(0, start - 24), start):
        return "magnitude", head
    if (noun := _numbered(parsed, words)) is not None:
        return _name(parsed, noun), noun.i  # "les camions, au nombre de 58"
    if (noun := _named_after(parsed, words)) is not None:
        return noun.lemma.lower(), noun.i  # "portant à neuf le nombre de morts"
    if (noun := _subject(parsed, words)) is not None:
        return noun.lemma.lower(), noun.i  # "les assaillants étaient trois"
    if last_figure is None or last_figure.head < 0 or last_figure.unit in _NEVER_MEANT or last_figure.unit is None:
        return "", head
    if parsed.words[last_figure.head].sent != parsed.words[words[0]].sent:
        return "", head
    return last_figure.unit, last_figure.head  # "trente maisons sont endommagées et trois détruites"


_MAGNITUDE = re.compile(r"\bmagnitude (?:de |d'|: |estimée à |proche de |supérieure à )?(?:près de |environ )?$")
_NEVER_MEANT = frozenset(("âge", "%", "magnitude"))  # a bare number after one of these counts something else
_COUNT_NOUNS = frozenset(("nombre", "bilan", "total", "décompte"))


def _named_after(parsed: Parsed, words: range) -> Word | None:
    """What a number counts that stands before "le nombre de …"."""
    following = parsed.words[words[-1] + 1 : words[-1] + 4]
    noun = next((w for w in following if w.lemma in _COUNT_NOUNS and w.sent == parsed.words[words[0]].sent), None)
    return next(parsed.kids(noun.i, "nmod"), None) if noun else None


def _subject(parsed: Parsed, words: range) -> Word | None:
    """The noun of which a number is told by "être"."""
    last = parsed.words[words[-1]]
    if not any(True for _ in parsed.kids(last.i, "cop")):
        return None
    return next(
        (k for k in parsed.kids(last.i, "nsubj") if k.pos == "NOUN" and k.i < words[0] and k.lower.endswith(("s", "x"))), None
    )


_NOT_COUNTED = frozenset(
    "an année mois jour semaine heure minute siècle million milliard millier juin juillet août fin début milieu veille lendemain"
    " matin soir nuit pourcent pour-cent % min".split()
)
_SKIP_POS = frozenset(("ADJ", "ADV", "DET"))
