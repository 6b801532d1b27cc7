"""What the words around a time or a place tell of: the acts that govern them, who takes part, what else the sentence names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.lang.cues import noun_cues
from recoupe.lang.plain import function_words, news_words, plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.families import act_words, carries, word_families
from recoupe.match.acts.hearts import kinds
from recoupe.match.contrast import are_antonyms
from recoupe.match.desk import Desk
from recoupe.parse.document import Parsed, Word
from recoupe.types import Mention, Span

_CLIMB = 4  # words up the tree to the verb that tells it
_FAR = 10  # words between a time and an act that the tree does not tie to it
_SHORT = 16  # words of a sentence that the next one explains
_STEM = 6  # letters that "présider" and "président" share
_ARGUMENTS = ("nsubj", "obj", "obl", "xcomp", "nmod", "acl")
# Words that say that it was, not what: "survenue", "a eu lieu", "les faits".
_EMPTY = frozenset(
    "avoir etre faire aller venir lieu fait faits chose jour journee soiree matinee nuit soir matin semaine mois annee an heure "
    "minute moment temps fois date debut fin milieu lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars "
    "avril mai juin juillet aout septembre octobre novembre decembre pouvoir devoir vouloir rester mettre tenir suivre passer "
    "partir porter voir personne homme femme gens groupe monde pays ville cours cadre suite occasion cote partie nombre affaire "
    "situation evenement savoir trouver permettre continuer rendre prendre donner annoncer declarer dire durer pourcent".split()
)
# By which news are made known: the day is that of the paper, whatever the paper tells.
_MADE_KNOWN = frozenset("publier diffuser paraitre reveler devoiler rapporter relater preciser indiquer".split())
_BEYOND = frozenset(("après", "avant"))
_SORTS = frozenset("episode vague serie phenomene acte scene tentative projet operation mouvement journee cas fait sorte".split())
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
    """What these words of time or place are told of; None where they stand in no sentence, or only say when it was published."""
    parsed = desk.readings[span.report].parsed
    words = parsed.at(span.start, span.end)
    if not words:
        return None
    sentence = parsed.sentence_of(words[0])
    core = dict.fromkeys(i for i in _governing(parsed, words) if sentence.first <= i < sentence.last)
    if is_of_publishing(parsed, span):
        return None
    event = None if _in_speech(parsed, words) or _participle(parsed, words) else desk.event_at(span)
    if event and sentence.start <= event.trigger.start < sentence.end and 0 <= event.slots.head < len(parsed.words):
        if abs(event.slots.head - words[0]) <= _FAR:
            core[event.slots.head] = None
    return _happening(desk, parsed, sentence.first, sentence.last, core, frozenset(words))


def is_of_publishing(parsed: Parsed, span: Span) -> bool:
    """Does a time hang on a word that makes news known: "un sondage publié dimanche", "le journal révélait, lundi, que"?"""
    words = parsed.at(span.start, span.end)
    above = next(_governing(parsed, words), None) if words else None
    return above is not None and plain(parsed.words[above].lemma) in _MADE_KNOWN


def happening_of(desk: Desk, report: str, noun: Word) -> Happening:
    """What this noun names, with what is said of it."""
    parsed = desk.readings[report].parsed
    sentence = parsed.sentence_of(noun.i)
    core = (noun.i, *(k.i for k in parsed.kids(noun.i, "nmod", "amod", "acl")))
    return _happening(desk, parsed, sentence.first, sentence.last, core, frozenset())


def _happening(desk: Desk, parsed: Parsed, first: int, last: int, core: Iterable[int], left_out: frozenset[int]) -> Happening:
    mentions = _mentions(desk, parsed, first, last)
    named = (
        frozenset(i for m in mentions if m.form in ("name", "acronym") for i in parsed.at(m.span.start, m.span.end)) | left_out
    )
    acts = (parsed.words[i] for i in core if i not in named)
    rows = dict.fromkeys(plain(w.lemma) for w in acts if w.pos != "PROPN" and is_telling(w))
    held = frozenset(plain(w.lemma) for w in parsed.words[first:last] if w.i not in named and is_telling(w))
    actors = frozenset(m.actor for m in mentions if m.actor in desk.actors)
    return Happening(tuple((w, keys_of(w)) for w in rows), actors, held)


def alike(a: Happening, b: Happening) -> int:
    """How many governing words of one tell the same as one of the other."""
    theirs = b.keys
    return sum(bool(keys & theirs) for _, keys in a.core)


def is_one_act(a: Happening, b: Happening) -> bool:
    """Have governing words of both one lemma, stem or act, not only a family: "le départ de la course" is no "quitter"?"""
    return any(k[0] in "=#!" for k in a.keys & b.keys)


def are_opposite(a: Happening, b: Happening) -> bool:
    """Do what two times are told of exclude each other: "une baisse cette année", "la hausse d'août"?"""
    return any(are_antonyms(x[0], y[0]) for x in a.core for y in b.core)


def tells_other(a: Happening, b: Happening, names: frozenset[str]) -> bool:
    """Does the sentence of one hold a governing word of the other: "interpellé lundi lors de l'hommage", "l'hommage de lundi"?

    `names`: words of names, which tell no happening.
    """
    left, right = ({w for w, _ in h.core} - names for h in (a, b))
    return bool(left & b.around or right & a.around)


def common_words(a: Happening, b: Happening) -> frozenset[str]:
    """Content words of both sentences that are none of the matching governing words, those of any news among them."""
    matched = {w for w, keys in a.core if keys & b.keys} | {w for w, keys in b.core if keys & a.keys}
    return (a.around & b.around) - matched


def is_one(a: Happening, b: Happening) -> bool:
    """May both, told of one and the same day, be one happening: by an act and what is with it, or by who and what is there?"""
    acts, names, words = alike(a, b), len(a.names & b.names), common_words(a, b)
    telling = len(words - news_words())
    if acts:
        return acts > 1 or bool(telling or names)
    return bool(names) and (telling > 1 or len(words) > 2 or names > 1 and bool(words) or names > 2)


def is_telling(word: Word) -> bool:
    """A word with a content of its own."""
    if word.pos not in _CONTENT or len(word.lemma) < 3:
        return False
    lemma = plain(word.lemma)
    return lemma not in _EMPTY and lemma not in function_words() and lemma.isalpha() and carries(lemma) != "occur"


@lru_cache(maxsize=1 << 14)
def keys_of(lemma: str) -> frozenset[str]:
    """Under what a plain lemma is found: itself, its acts, its families, the heart it tells."""
    stem = ("#" + lemma[:_STEM],) if len(lemma) > _STEM else ()
    hearts = (name for name, kind in kinds().items() if lemma in kind.words)
    acts = (
        *("$" + h for h in _same_day().get(lemma, ())),
        *("!" + a for a in act_words(lemma)),
        *("~" + f for f in word_families(lemma)),
    )
    return frozenset(("=" + lemma, *stem, *acts, *hearts))


@cache
def _same_day() -> dict[str, tuple[str, ...]]:
    """Plain words with the happenings of one day that they may date."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_table("lang/fr/same_day.tsv", ("happening", "words", "example")):
        for word in row.many("words"):
            found[plain(word)].append(row["happening"])
    return {word: tuple(names) for word, names in found.items()}


def _governing(parsed: Parsed, words: range) -> Iterator[int]:
    """The words above a phrase up to its verb, and what that verb is said of."""
    if own := _participle(parsed, words):
        yield from (own.i, own.i - 1)
        yield from (k.i for k in parsed.kids(own.i, *_ARGUMENTS) if k.i not in words and k.pos in ("NOUN", "VERB", "ADJ"))
        return
    top = next((parsed.words[i].head for i in words if parsed.words[i].head not in words), None)
    if top is None:
        return
    chain = [top]
    while parsed.words[chain[-1]].pos not in ("VERB", "AUX") and not _is_speech(parsed.words[chain[-1]]) and len(chain) < _CLIMB:
        above = parsed.words[chain[-1]].head
        if above == chain[-1]:
            break
        chain.append(above)
    yield from (i for i in chain if i not in words)
    last = parsed.words[chain[-1]]
    if last.dep.startswith("acl"):
        yield last.head
    for kid in (k for i in {chain[0], chain[-1]} for k in parsed.kids(i, *_ARGUMENTS)):
        if kid.i not in words and kid.pos in ("NOUN", "VERB", "PROPN", "ADJ") and not _is_beyond(parsed, kid):
            yield kid.i
            if plain(kid.lemma) in _SORTS:
                yield from (k.i for k in parsed.kids(kid.i, "nmod") if k.pos == "NOUN")


def _is_beyond(parsed: Parsed, word: Word) -> bool:
    """ "A parlé mercredi, après la fusillade": that was before."""
    return any(k.lower in _BEYOND for k in parsed.kids(word.i, "case"))


def _is_speech(word: Word) -> bool:
    """ "Selon l'annonce de la mairie mercredi": the day is that of the announcement, not of what it tells."""
    return word.pos == "NOUN" and word.dep.startswith("obl") and word.lemma in noun_cues()


def _in_speech(parsed: Parsed, words: range) -> bool:
    """Does a time hang on a noun of speech by which the sentence is told?"""
    above = (w for i in words if parsed.words[i].head not in words for w in (parsed.words[parsed.words[i].head],))
    return any(_is_speech(w) or w.pos != "VERB" and _is_speech(parsed.words[w.head]) for w in above)


def _participle(parsed: Parsed, words: range) -> Word | None:
    """ "Ajoutés à la liste dans le bulletin émis à 16 h": the hour is that of the participle before it, not of the main verb."""
    at = words[0] - 1
    while at > 0 and parsed.words[at].pos in ("ADP", "DET"):
        at -= 1
    word = parsed.words[at]
    if at < 1 or word.sent != parsed.words[words[0]].sent or word.pos != "VERB" or word.feat("VerbForm") != "Part":
        return None
    return word if parsed.words[at - 1].pos == "NOUN" and not any(parsed.kids(at, "aux:tense", "aux:pass")) else None


def _mentions(desk: Desk, parsed: Parsed, first: int, last: int) -> list[Mention]:
    """The actors of a sentence; of a short one, those of the next one too."""
    if last - first < _SHORT and last < len(parsed.words):
        last = parsed.sentence_of(last).last
    start, end = parsed.words[first].start, parsed.words[last - 1].end
    return [m for m in desk.readings[parsed.report].mentions if start <= m.span.start < end]
