"""What a clause is recognised by: its act under every name it may go by, and who or what takes part."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.families import act_words, kinds, word_families
from recoupe.match.acts.happening import LOOSE
from recoupe.match.desk import Desk
from recoupe.parse.document import Word
from recoupe.types import Event, Figure

COLUMNS = ("family", "words", "example")
LIGHT = frozenset(
    "avoir être faire mettre prendre donner perdre rendre passer porter tenir subir aller venir devenir rester trouver"
    " souffrir".split()
)
# Verbs of what somebody only thinks of doing: the act is the one beside them, and no act yet.
_THINKING = frozenset("envisager songer projeter ambitionner réfléchir".split())
_NOT_TOLD = frozenset(
    "dire déclarer affirmer assurer indiquer préciser estimer penser croire expliquer ajouter annoncer savoir".split()
)
_VAGUE = frozenset(
    "fait scene incident evenement affaire bilan situation nombre chiffre enquete piste hypothese chose fois moment cas".split()
)
_ANY = frozenset("tout autre meme premier seul nouveau dernier certain jeune petit grand plusieurs different".split())
_SIDES = frozenset(("côté", "côtés"))  # "côté pluie, …" names nothing, least of all a coast
_MADE = 10  # words behind "rendre" in which it says what it made of something
_COMPLEMENTS = frozenset(("obj", "obl", "xcomp"))


class ClauseReader:
    """One report, with what is looked up for every clause."""

    def __init__(self, desk: Desk, report: str) -> None:
        reading = desk.readings[report]
        self.desk, self.parsed = desk, reading.parsed
        rows = [e for e in reading.events if not e.slots.nominal]
        self.events: dict[int, Event] = {i: e for e in rows for i in (e.slots.head, e.slots.predicate) if i >= 0}
        self.tellers = {i: s.id for s in reading.statements if s.speaker_span for i in s.words}
        self.often = Counter(w.lemma for w in self.parsed.words if w.pos == "VERB")
        self.figures: dict[int, list[Figure]] = defaultdict(list)
        for figure in reading.figures:
            if here := self.parsed.at(figure.span.start, figure.span.end):
                self.figures[self.parsed.words[here[0]].sent].append(figure)
        self.actors: dict[int, list[str]] = defaultdict(list)
        for mention in reading.mentions:
            for i in {mention.head, *self.parsed.at(mention.span.start, mention.span.end)}:
                self.actors[i].append(mention.actor)

    def is_predicate(self, word: Word) -> bool:
        """May this word tell an act of its own?"""
        if word.lemma in _NOT_TOLD:
            return False
        return word.pos == "VERB" or word.pos in ("NOUN", "ADJ") and any(self.parsed.kids(word.i, "cop", "aux:pass"))

    def cores(self, word: Word) -> frozenset[str]:
        """The act under every name it may go by: its word, its families, those of the noun beside a light verb, its frame."""
        heads = {plain(word.lemma), *_infinitives(plain(word.lemma))}
        thinks = word.lemma in _THINKING
        if light := word.lemma in LIGHT or thinks:
            beside = [k for k in self.parsed.kids(word.i) if k.dep.partition(":")[0] in _COMPLEMENTS]
            beside += self._made(word) if word.lemma == "rendre" else ()
            heads = {plain(f) for k in beside for f in (k.lemma, *_infinitives(k.lemma))}
        found = {"f:" + f for h in heads for f in (*word_families(h), *act_words(h))}
        found |= {"r:" + f for h in heads for f in _rumours().get(h, ())}
        if thinks:
            return frozenset("e:" + f[2:] for f in found)
        if not light:
            found.add("l:" + lemma_of(word))
        if self._is_among(word):
            found.add("r:among")
        event = self.events.get(word.i)
        if event is not None and event.frame not in LOOSE:
            found.add("F:" + event.frame)
        return frozenset(found)

    def _made(self, word: Word) -> list[Word]:
        """ "A rendu la crue [plus violente]": what became more, or less, of it."""
        behind = self.parsed.words[word.i + 2 : min(word.i + _MADE, self.parsed.sentence_of(word.i).last)]
        return [w for w in behind if self.parsed.words[w.i - 1].lower in ("plus", "moins")]

    def _is_among(self, word: Word) -> bool:
        """ "Figure parmi les blessés", "étaient parmi les passagers": to be one of them."""
        below = (word, *self.parsed.kids(word.i, "obl", "obl:mod", "obl:arg"))
        return any(k.lower == "parmi" for w in below for k in self.parsed.kids(w.i, "case"))

    def count(self, subjects: Sequence[int]) -> str:
        """The number that stands before one of these."""
        counts = (k.lower for i in subjects for k in self.parsed.kids(i, "nummod"))
        return next((c for c in counts if c not in ("un", "une")), "")

    def keys(self, i: int) -> Iterator[str]:
        """Under which keys a thing compares: the party it is, its noun, and with "~" its kind."""
        for actor in self.actors.get(i, ()):
            yield "@" + actor
            yield from ("@" + k for k in self.desk.parties.get(actor, ()) if k[0] not in "~=")
        word = self.parsed.words[i]
        if word.lower in _SIDES:
            return
        noun = plain(word.lemma)
        if word.pos == "PROPN" and not self.actors.get(i) and (rest := [k.text for k in self.parsed.kids(i, "flat:name")]):
            yield "@n:" + plain(" ".join((word.text, *rest)))  # a name that nobody bears elsewhere in the report
        if word.pos in ("NOUN", "PROPN", "ADJ") and noun not in function_words() and len(noun) > 2:
            weak = noun in news_words() or noun in _VAGUE
            yield "~n:" + noun if weak else "n:" + noun
            if weak and word.pos == "NOUN":  # "une femme enceinte": the adjective tells which
                yield from (f"n:{noun} {lemma_of(k)}" for k in self.parsed.kids(i, "amod") if k.pos == "ADJ" and _tells(k))
            yield from ("~" + k for k in kinds([noun]))


def _tells(adjective: Word) -> bool:
    """Is it no "autre", "tout", "premier"?"""
    lemma = plain(adjective.lemma)
    return len(lemma) > 3 and lemma not in function_words() and lemma not in news_words() and lemma not in _ANY


def lemma_of(word: Word) -> str:
    """Its plain lemma; of what is no verb without the ending of the feminine, which taggers leave or take away."""
    lemma = plain(word.lemma)
    return lemma if word.pos == "VERB" else lemma.removesuffix("e")


def _infinitives(lemma: str) -> tuple[str, ...]:
    """Of a participle that the tagger left as it stands: "fendu"."""
    return tuple(lemma[:-1] + end for end in ("re", "oir")) if lemma.endswith("u") else ()


@cache
def _rumours() -> dict[str, tuple[str, ...]]:
    """What news first tell as a rumour, by its words."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_table("lang/fr/rumours.tsv", COLUMNS):
        for word in row.many("words"):
            found[plain(word)].append(row["family"])
    return {word: tuple(names) for word, names in found.items()}
