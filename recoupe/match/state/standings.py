"""In which states a report tells who and what to be: "le pont est fermé", "le tireur est en fuite", "la réouverture du col"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from recoupe.find.done.arguments import read_clause
from recoupe.find.done.factuality import read_stance
from recoupe.find.done.moods import NEGATORS, is_asked, tense_of, verb_group
from recoupe.lang.plain import plain
from recoupe.match.acts.levels import AHEAD, SURE
from recoupe.match.desk import Desk
from recoupe.match.state.carriers import carrier_of, holders_of
from recoupe.match.state.holders import Book, Holder, near_names
from recoupe.match.state.ladders import NAME, Rung, rungs_of, scales
from recoupe.parse.document import Parsed, Word
from recoupe.types import Event, Span

Mood = Literal["done", "ahead", "not", "left"]
_POS = frozenset(("VERB", "AUX", "ADJ", "NOUN", "ADV", "PROPN"))
_LEFT, _RIGHT = 7, 8  # words beside a word that may complete it
_ASKING = frozenset("réclamer demander exiger proposer souhaiter prier sommer solliciter offrir".split())
_ENDING = frozenset("cesser achever terminer lever finir expirer".split())
_TRYING = frozenset("négocier discuter étudier envisager parlementer lorgner convoiter examiner explorer".split())
_DECIDING = frozenset("décider choisir résoudre résigner".split())
_NEGATIVE = frozenset(("pas", "plus", "jamais"))
_STILL = frozenset(("toujours", "encore"))
_ANY_TRADE = frozenset(
    "salarie agent employe personnel greviste syndicat ouvrier travailleur equipe mouvement greve effectif".split()
)
_LONGEST = 220


@dataclass(frozen=True, slots=True)
class Standing:
    """By this report, this holder is, will be or is not on this rung."""

    rung: Rung
    mood: Mood
    holder: Holder
    span: Span
    word: int
    said: bool  # by somebody, not by the report
    aside: bool  # told by the way: "le chef en fuite"

    @property
    def step(self) -> int:
        """The rung it is on: one below the one it is denied, one above the one it has left ("n'est plus fermé")."""
        return self.rung.step + {"not": -1, "left": 1}.get(self.mood, 0)


def find_standings(desk: Desk, book: Book) -> Iterator[Standing]:
    """The states that a report tells, in text order."""
    parsed = book.parsed
    events = _events(desk, book.report)
    said = {i for s in desk.readings[book.report].statements for i in s.words}
    for word in parsed.words:
        if word.pos not in _POS or not (rungs := rungs_of(word.lemma, word.lower)):
            continue
        beside = _beside(parsed, word) if any(r.near for r in rungs) else frozenset[str]()
        fitting = [r for r in rungs if all(group & beside for group in r.near) and _fits(parsed, word, r)]
        if not fitting or desk.is_furniture(Span(book.report, word.start, word.end)):
            continue
        moods: dict[int, Mood | None] = {}
        for rung in fitting:
            for carrier, i in holders_of(book, word, rung):
                holder = book.holder(i) if rung.part != "self" else _self(book, word, rung)
                if holder is None or not holder.kinds & scales()[rung.scale].kinds and rung.part != "self":
                    continue
                if carrier not in moods:
                    moods[carrier] = _mood(desk, parsed, word, carrier, events)
                mood = "done" if _is_sure(word, rung, moods[carrier]) else moods[carrier]
                if mood == "done" and rung.step > 1 and _was(parsed, carrier) and not _is_still(parsed, word):
                    mood = None
                if mood == "done" and _is_not_yet(parsed, word):
                    mood = "not"
                if mood == "not" and rung.behind == "sans" and not _is_over(parsed, word):
                    mood = "done"  # "sans" is part of what the words say: "sans électricité"
                if rung.part == "of" and mood and rung.step == 1 and _has_ended(parsed, word):
                    mood = "left"
                if mood == "done" and rung.tried:
                    mood = "ahead"
                if mood == "not" and rung.step == 1:
                    mood = "left" if _is_over(parsed, word) else None
                if mood and not _is_old(desk, book.report, word, events.get(word.i)):
                    held = word.i in said or any(c.sources for e in (events.get(word.i),) if e for c in desk.claims.get(e.id, ()))
                    yield Standing(rung, mood, holder, _span(parsed, holder, word), word.i, held, _is_aside(parsed, holder, word))


def _events(desk: Desk, report: str) -> dict[int, Event]:
    found: dict[int, Event] = {}
    for event in desk.readings[report].events:
        found.setdefault(event.slots.head, event)
        if event.slots.predicate >= 0:
            found.setdefault(event.slots.predicate, event)
    return found


def _fits(parsed: Parsed, word: Word, rung: Rung) -> bool:
    """Do its own kind, and the preposition before it, allow this reading?"""
    words = parsed.words
    if rung.part in ("done", "does", "with", "to", "from", "against", "on") and not rung.behind:
        if rung.part == "on" and word.pos == "NOUN":
            pass
        elif word.pos not in ("VERB", "AUX", "ADJ"):
            return False
    elif rung.part == "of" and not rung.behind and word.pos not in ("NOUN", "PROPN"):
        return False
    denied = word.pos == "VERB" and any(group <= _NEGATIVE for group in rung.near)
    beside = (*parsed.kids(word.i), *(k for adverb in parsed.kids(word.i, "advmod") for k in parsed.kids(adverb.i)))
    if denied and not any(k.lower in _NEGATIVE for k in beside):
        return False  # "n'a pas dit si elle se représentera"
    if rung.behind:
        if word.pos not in ("NOUN", "ADJ", "PROPN", "ADV"):
            return False
        before = [plain(w.lemma) for w in words[max(0, word.i - 3) : word.i]] + [
            plain(w.lower) for w in words[max(0, word.i - 3) : word.i]
        ]
        if rung.behind not in before:
            return False
    return True


def _beside(parsed: Parsed, word: Word) -> frozenset[str]:
    """The plain words near a word that may complete it."""
    near = parsed.words[max(0, word.i - _LEFT) : word.i + _RIGHT]
    near = (*near, *parsed.kids(word.i, "nsubj", "nsubj:pass"))  # "le pronostic vital du chef du gouvernement … est engagé"
    held = {f for w in near if w.sent == word.sent and w.i != word.i for f in (plain(w.lemma), plain(w.lower))}
    if any(w.pos == "PROPN" for w in parsed.words[word.i + 1 : word.i + 4]):
        held.add(NAME)
    return frozenset(held)


def _self(book: Book, word: Word, rung: Rung) -> Holder:
    """What the words themselves hold: a strike, the current."""
    kinds = frozenset((rung.kind,))
    none: frozenset[str] = frozenset()
    span = Span(book.report, word.start, word.end)
    above = book.parsed.words[word.head] if rung.behind else word
    subjects = frozenset(plain(book.parsed.words[i].text) for i in _named_subjects(book.parsed, above.i))
    return Holder(
        book.report,
        word.i,
        span,
        "",
        kinds,
        none,
        none,
        near_names(book.parsed, word.i) | subjects,
        _strikers(book.parsed, carrier_of(book.parsed, word)) if rung.kind == "strike" else none,
        none,
        False,
        None,
        None,
        False,
        False,
    )


def _strikers(parsed: Parsed, carrier: int) -> frozenset[str]:
    """Who strikes, by trade: the strike of the postmen is not that of the dustmen."""
    trades = (parsed.words[i] for i in read_clause(parsed, carrier).subjects if parsed.words[i].pos == "NOUN")
    return frozenset(plain(w.lemma) for w in trades) - _ANY_TRADE


def _named_subjects(parsed: Parsed, i: int) -> Iterator[int]:
    """ "L'Aude et le Gard sont placés en vigilance": the names of the subject."""
    for subject in read_clause(parsed, i).subjects:
        yield from (k for k in (subject, *(c.i for c in parsed.kids(subject, "conj"))) if parsed.words[k].pos == "PROPN")


def _mood(desk: Desk, parsed: Parsed, word: Word, carrier: int, events: dict[int, Event]) -> Mood | None:
    """Is it so, is it to come, or is it not so? None when that is open."""
    if (
        carrier == word.i
        and word.dep.startswith(("acl", "amod"))
        and word.dep != "acl:relcl"
        and not any(parsed.kids(word.i, "aux", "cop"))
    ):
        return None if any(k.lower in ("non", "pas", "jamais") for k in parsed.kids(word.i)) else "done"
    if is_asked(parsed, carrier) or _was_aim(parsed, word):
        return None
    event = events.get(word.i) or events.get(carrier)
    claims = desk.claims.get(event.id, ()) if event else ()
    if claims:
        claim = min(claims, key=lambda c: (bool(c.sources), c.id))
        status, negated = claim.status, claim.negated
    else:
        stance = read_stance(
            parsed, carrier, "STATE", nominal=parsed.words[carrier].pos == "NOUN" and not any(parsed.kids(carrier, "cop"))
        )
        status, negated = stance.status, stance.negated
    if word.feat("VerbForm") == "Inf" and _is_refused(parsed, word):
        return "not"
    finite, perfect = verb_group(parsed, word.i)
    if status in AHEAD and not negated and word.lemma in _TRYING and word.feat("VerbForm") != "Inf":
        future = finite is not None and finite.feat("Tense") == "Fut"
        return "ahead" if future else "done"  # "négocient une fusion": they do, whatever comes of it
    if status in ("announced", "requested") and not negated:  # "ont accepté", "réclame": the act itself is done
        told = finite is None or finite.feat("Mood") != "Cnd" and tense_of(finite) != "Fut"
        return "done" if told and (perfect or word.lemma in _ASKING) else "ahead"
    if status in SURE or status == "opinion":  # "stable, selon les médecins"
        return "not" if negated else "done"
    if status in AHEAD and parsed.words[word.head].lemma in _DECIDING and word.feat("VerbForm") == "Inf" and not negated:
        return "done" if verb_group(parsed, word.head)[1] else "ahead"  # "a décidé de fermer"
    if status in AHEAD:
        return "not" if negated else "ahead"
    return None


def _was_aim(parsed: Parsed, word: Word) -> bool:
    """ "Tombé pour sauver des otages": to what end something was done says nothing of what is still to come."""
    if word.feat("VerbForm") != "Inf" or not any(k.lemma in ("pour", "afin") and k.i < word.i for k in parsed.kids(word.i)):
        return False
    above = parsed.words[word.head]
    if above.pos not in ("VERB", "AUX", "ADJ", "NOUN") or above.i == word.i:
        return False
    finite, perfect = verb_group(parsed, above.i)
    past = finite is None and above.feat("VerbForm") == "Part" and above.feat("Tense") == "Past"
    return perfect or past or finite is not None and tense_of(finite) in ("Imp", "Past")


def _was(parsed: Parsed, carrier: int) -> bool:
    """In the imperfect: how things stood when something else happened, not where they have come to."""
    finite, perfect = verb_group(parsed, carrier)
    return finite is not None and not perfect and tense_of(finite) == "Imp"


def _is_still(parsed: Parsed, word: Word) -> bool:
    """ "Se trouvait toujours en garde à vue": so at the hour of the report."""
    near = {w.lower for w in parsed.words[max(0, word.i - 3) : word.i + 2] if w.sent == word.sent}
    return bool(near & _STILL) and not near & NEGATORS


def _is_sure(word: Word, rung: Rung, mood: Mood | None) -> bool:
    """Is it so whatever its verb: "n'ont plus de courant", "vont fusionner", not "ne vont pas fusionner"?"""
    denied = word.pos == "VERB" and mood == "not" and not any(group <= _NEGATIVE for group in rung.near)
    return rung.sure and not denied


def _is_not_yet(parsed: Parsed, word: Word) -> bool:
    """ "N'était pas encore maîtrisé", "n'est toujours pas rouvert"."""
    before = [w.lower for w in parsed.words[max(0, word.i - 4) : word.i] if w.sent == word.sent]
    return any({a, b} in ({"pas", s} for s in _STILL) for a, b in pairwise(before))


def _has_ended(parsed: Parsed, word: Word) -> bool:
    """ "L'occupation … a pris fin", "a été levé": what the noun names is over."""
    up = parsed.words[word.head]
    if up.i == word.i or not word.dep.startswith(("nsubj", "obj")) or verb_group(parsed, up.i)[1] is False:
        return False
    return up.lemma in _ENDING or up.lemma == "prendre" and any(k.lemma == "fin" for k in parsed.kids(up.i))


def _is_over(parsed: Parsed, word: Word) -> bool:
    """ "Ne … plus"."""
    before = parsed.words[max(parsed.sentence_of(word.i).first, word.i - _LEFT - 2) : word.i + 2]
    return any(w.lower == "plus" for w in before) and any(w.lower in ("ne", "n'") for w in before)


def _is_refused(parsed: Parsed, word: Word) -> bool:
    """ "N'a pas l'intention de partir": the verb beside the noun is denied."""
    if parsed.words[word.head].pos != "NOUN":
        return False
    before = parsed.words[max(parsed.sentence_of(word.i).first, word.i - 7) : word.i]
    return any(w.lower in ("ne", "n'") for w in before) and any(w.lower in NEGATORS for w in before)


def _is_old(desk: Desk, report: str, word: Word, event: Event | None) -> bool:
    """Is it dated in a year before that of the report? December is near to January."""
    published = desk.published(report)
    if published is None or not published.earliest:
        return False
    if event is not None:
        whens = [desk.whens[event.when]] if event.when in desk.whens else []
    else:
        close = desk.readings[report].parsed.words[max(0, word.i - _LEFT) : word.i + _RIGHT]
        whens = [w for w in desk.readings[report].whens if w.span and close[0].start <= w.span.start < close[-1].end]
    year, month = published.earliest[:4], published.earliest[5:7]
    return any(w.latest and w.latest[:4] < year and not (w.latest[5:7] == "12" and month == "01") for w in whens)


def _is_aside(parsed: Parsed, holder: Holder, word: Word) -> bool:
    """Does the word only narrow the noun?"""
    between = parsed.words[holder.word + 1 : word.i]
    noun = parsed.words[holder.word]
    if noun.head == noun.i:
        return False  # "Quatre personnes recherchées": a headline, which says nothing else
    narrows = word.head == noun.i < word.i and noun.pos in ("NOUN", "PROPN")
    return narrows and not any(w.text == "," or w.pos in ("AUX", "VERB") for w in between)


def _span(parsed: Parsed, holder: Holder, word: Word) -> Span:
    """From the holder to the end of the clause that says its state."""
    sentence = parsed.sentence_of(word.i)
    last = next((k for k in range(word.i + 1, sentence.last) if parsed.words[k].text in ",;.:!?»"), sentence.last)
    if _is_aside(parsed, holder, word):
        last = word.i + 1  # "le chef en fuite", whatever befalls his cousin
    first = min(holder.word, word.i)
    if parsed.words[first].pos == "NOUN" and first > sentence.first:
        first -= parsed.words[first - 1].pos in ("DET", "NUM")
    first = max(first, sentence.first)
    end = max(parsed.words[last - 1].end, parsed.words[max(holder.word, word.i)].end)
    start = parsed.words[first].start
    return Span(parsed.report, start, end) if end - start < _LONGEST else Span(parsed.report, word.start, word.end)
