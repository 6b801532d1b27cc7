"""What the words around a time or a place tell of: the acts that govern them, who takes part, what else the sentence names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.desk import Desk
from recoupe.match.families import act_words, carries, word_families
from recoupe.match.hearts import kinds
from recoupe.parse.document import Parsed, Word
from recoupe.types import Span

_CLIMB = 4  # words up the tree to the verb that tells it
_FAR = 10  # words between a time and an act that the tree does not tie to it
_ARGUMENTS = ("nsubj", "obj", "obl", "xcomp", "nmod", "acl")
# Words that say that it was, not what: "survenue", "a eu lieu", "les faits".
_EMPTY = frozenset(
    "avoir etre faire aller venir lieu fait faits chose jour journee soiree matinee nuit soir matin semaine mois annee an heure minute "
    "moment temps fois date debut fin milieu lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin "
    "juillet aout septembre octobre novembre decembre pouvoir devoir vouloir rester mettre tenir suivre passer partir porter voir "
    "personne homme femme gens groupe monde pays ville cours cadre suite occasion cote partie nombre affaire situation evenement "
    "savoir trouver permettre continuer rendre prendre donner annoncer declarer dire indiquer expliquer".split()
)
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")


@dataclass(frozen=True, slots=True)
class Happening:
    """What happens there: each governing word with its keys, the actors of the sentence, its other content words."""

    core: tuple[tuple[str, frozenset[str]], ...]
    names: frozenset[str]
    around: frozenset[str]

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all governing words."""
        return frozenset(k for _, keys in self.core for k in keys)


def happening_at(desk: Desk, span: Span) -> Happening | None:
    """What these words of time or place are told of; None where they stand in no sentence."""
    parsed = desk.readings[span.report].parsed
    words = parsed.at(span.start, span.end)
    if not words:
        return None
    sentence = parsed.sentence_of(words[0])
    core = dict.fromkeys(_governing(parsed, words))
    event = desk.event_at(span)
    if event and sentence.start <= event.trigger.start < sentence.end and 0 <= event.slots.head < len(parsed.words):
        if abs(event.slots.head - words[0]) <= _FAR:
            core[event.slots.head] = None
    rows = tuple((plain(w.lemma), keys_of(plain(w.lemma))) for w in (parsed.words[i] for i in core) if is_telling(w))
    held = frozenset(plain(w.lemma) for w in parsed.words[sentence.first : sentence.last] if w.i not in words and is_telling(w))
    return Happening(rows, _names(desk, span.report, sentence.start, sentence.end), held)


def alike(a: Happening, b: Happening) -> int:
    """How many governing words of one tell the same as one of the other."""
    theirs = b.keys
    return sum(bool(keys & theirs) for _, keys in a.core)


def common_words(a: Happening, b: Happening) -> frozenset[str]:
    """Content words of both sentences that are none of the matching governing words."""
    matched = {w for w, keys in a.core if keys & b.keys} | {w for w, keys in b.core if keys & a.keys}
    return (a.around & b.around) - matched - news_words()


def is_telling(word: Word) -> bool:
    """A word with a content of its own."""
    if word.pos not in _CONTENT or len(word.lemma) < 3:
        return False
    lemma = plain(word.lemma)
    return lemma not in _EMPTY and lemma not in function_words() and lemma.isalpha() and carries(lemma) != "occur"


@lru_cache(maxsize=1 << 14)
def keys_of(lemma: str) -> frozenset[str]:
    """Under what a plain lemma is found: itself, its acts, its families, the heart it tells."""
    hearts = (name for name, kind in kinds().items() if lemma in kind.words)
    return frozenset(("=" + lemma, *("!" + a for a in act_words(lemma)), *("~" + f for f in word_families(lemma)), *hearts))


def _governing(parsed: Parsed, words: range) -> Iterator[int]:
    """The words above a phrase up to its verb, and what that verb is said of."""
    top = next((parsed.words[i].head for i in words if parsed.words[i].head not in words), None)
    if top is None:
        return
    chain = [top]
    while parsed.words[chain[-1]].pos not in ("VERB", "AUX") and len(chain) < _CLIMB:
        above = parsed.words[chain[-1]].head
        if above == chain[-1]:
            break
        chain.append(above)
    yield from (i for i in chain if i not in words)
    last = parsed.words[chain[-1]]
    if last.dep.startswith("acl"):
        yield last.head
    for kid in (k for i in {chain[0], chain[-1]} for k in parsed.kids(i, *_ARGUMENTS)):
        if kid.i not in words and kid.pos in ("NOUN", "VERB", "PROPN", "ADJ"):
            yield kid.i


def _names(desk: Desk, report: str, start: int, end: int) -> frozenset[str]:
    mentions: Iterable[str] = (m.actor for m in desk.readings[report].mentions if start <= m.span.start < end)
    return frozenset(a for a in mentions if a in desk.actors)
