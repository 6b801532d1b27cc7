"""In which states a report tells who and what to be: "le pont est fermé", "le tireur est en fuite", "la réouverture du col"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from recoupe.find.arguments import TIME_NOUNS, read_clause
from recoupe.find.factuality import read_stance
from recoupe.find.moods import NEGATORS, tense_of, verb_group
from recoupe.lang.plain import plain
from recoupe.match.desk import Desk
from recoupe.match.holders import Book, Holder, owner_of
from recoupe.match.ladders import PERSONS, Rung, forms_of, kinds_of, rungs_of, scales
from recoupe.match.levels import AHEAD, SURE
from recoupe.parse.document import Parsed, Word
from recoupe.types import Event, Span

Mood = Literal["done", "ahead", "not"]
_POS = frozenset(("VERB", "AUX", "ADJ", "NOUN", "ADV", "PROPN"))
_STAY = frozenset(
    "être rester demeurer trouver porter sembler paraître retrouver déclarer juger tenir maintenir laisser placer mettre".split()
)
_LEFT, _RIGHT = 4, 8  # words beside a word that may complete it
_NOUNS = frozenset(("of", "self"))
_ASKING = frozenset("réclamer demander exiger proposer souhaiter prier sommer solliciter offrir".split())
_COUNSEL = frozenset("avocat avocate defense defenseur conseil".split())
_LONGEST = 220


@dataclass(frozen=True, slots=True)
class Standing:
    """By this report, this holder is, will be or is not on this rung."""

    rung: Rung
    mood: Mood
    holder: Holder
    span: Span
    word: int

    @property
    def step(self) -> int:
        """The rung it is on: one below the one it is denied."""
        return self.rung.step - (self.mood == "not")


def find_standings(desk: Desk, book: Book) -> Iterator[Standing]:
    """The states that a report tells, in text order."""
    parsed = book.parsed
    events = _events(desk, book.report)
    for word in parsed.words:
        if word.pos not in _POS or not (rungs := rungs_of(forms_of(word.lemma, word.lower))):
            continue
        fitting = [r for r in rungs if _fits(parsed, word, r)]
        if not fitting or desk.is_furniture(Span(book.report, word.start, word.end)):
            continue
        moods: dict[int, Mood | None] = {}
        for rung in fitting:
            for carrier, i in _holders(book, word, rung):
                holder = book.holder(i) if rung.part != "self" else _self(book, word, rung)
                if holder is None or not holder.kinds & scales()[rung.scale].kinds and rung.part != "self":
                    continue
                if carrier not in moods:
                    moods[carrier] = _mood(desk, parsed, word, carrier, events)
                mood = moods[carrier]
                if mood == "done" and rung.tried:
                    mood = "ahead"
                if mood and not _is_old(desk, book.report, word, events.get(word.i)):
                    yield Standing(rung, mood, holder, _span(parsed, holder, word), word.i)


def _events(desk: Desk, report: str) -> dict[int, Event]:
    found: dict[int, Event] = {}
    for event in desk.readings[report].events:
        found.setdefault(event.slots.head, event)
        if event.slots.predicate >= 0:
            found.setdefault(event.slots.predicate, event)
    return found


def _fits(parsed: Parsed, word: Word, rung: Rung) -> bool:
    """Do the words beside it, and its own kind, allow this reading?"""
    words = parsed.words
    if rung.part in ("done", "does", "with", "to", "on"):
        if word.pos not in ("VERB", "AUX", "ADJ"):
            return False
    elif rung.part == "of" and (word.pos != "NOUN" and word.pos != "PROPN"):
        return False
    if rung.behind:
        if word.pos not in ("NOUN", "ADJ", "PROPN", "ADV"):
            return False
        before = [plain(w.lemma) for w in words[max(0, word.i - 3) : word.i]] + [
            plain(w.lower) for w in words[max(0, word.i - 3) : word.i]
        ]
        if rung.behind not in before:
            return False
    if not rung.near:
        return True
    beside = words[max(0, word.i - _LEFT) : word.i + _RIGHT]
    held = {f for w in beside if w.sent == word.sent and w.i != word.i for f in (plain(w.lemma), plain(w.lower))}
    return all(group & held for group in rung.near)


def _holders(book: Book, word: Word, rung: Rung) -> Iterator[tuple[int, int]]:
    """The word that carries mood and negation, and the words that name who or what is in the state."""
    parsed, part = book.parsed, rung.part
    if part == "self":
        yield _carrier(parsed, word), word.i
    elif part == "of":
        for i in owner_of(book, word.i):
            yield word.i, i
    elif part == "is":
        carrier = _carrier(parsed, word)
        if not _is_shouted(parsed, word, carrier):
            for i in _bearers(parsed, word, carrier):
                yield carrier, i
    else:
        clause = read_clause(parsed, word.i)
        if rung.reflexive and not clause.reflexive:
            return
        subjects = tuple(s for s in clause.subjects if s != word.i) or _bare_subjects(parsed, word)
        if part == "done":
            passive = (
                clause.passive or clause.reflexive and not _of_persons(rung) or not clause.objects and _is_bare(parsed, word)
            )
            found = subjects if passive else clause.objects
            if _is_bare(parsed, word) and word.dep.startswith(("acl", "amod")):
                found = found or (word.head,)
        elif part == "does":
            found = () if clause.passive and not rung.near else subjects
        elif part == "to":
            found = tuple(i for p, i in clause.obliques if p == "à")
        elif part == "on":
            found = tuple(i for p, i in clause.obliques if p in ("à", "sur", "dans", "de", "depuis"))
        else:
            found = tuple(o for s in subjects for o in (*owner_of(book, s), *_relative(parsed, word)))
        yield from ((word.i, i) for i in _placed(book, word, rung, found))


def _of_persons(rung: Rung) -> bool:
    """ "Il s'acquitte d'une dette" is no acquittal, "le col se ferme" is a closure."""
    return PERSONS in scales()[rung.scale].kinds


def _placed(book: Book, word: Word, rung: Rung, found: tuple[int, ...]) -> Iterator[int]:
    """What is found; of "la circulation … dans le tunnel" the tunnel, of "son avocat fait appel" whose lawyer he is."""
    parsed = book.parsed
    for i in found:
        if rung.scale == "case" and plain(parsed.words[i].lemma) in _COUNSEL and (clients := tuple(owner_of(book, i))):
            yield from clients
        elif "traffic" in kinds_of(plain(parsed.words[i].lemma)):
            ways = [
                w.i
                for w in parsed.words[i + 1 : i + 16]
                if w.sent == word.sent
                and w.pos == "NOUN"
                and kinds_of(plain(w.lemma)) & {"road", "tunnel", "bridge", "rail", "airport"}
            ]
            yield from ways[:1] or (i,)
        else:
            yield i


def _bare_subjects(parsed: Parsed, word: Word) -> tuple[int, ...]:
    """Subjects that the parser did not call so: nouns without preposition before the verb, or those of the verb above."""
    up = parsed.words[word.head]
    if word.feat("VerbForm") == "Inf" and up.pos == "NOUN":  # "n'a pas l'intention de partir"
        before = parsed.words[parsed.sentence_of(word.i).first : up.i]
        return tuple(w.i for w in reversed(before) if w.dep.startswith("nsubj"))[:1]
    told = (k.i for k in parsed.kids(word.i, "advcl", "acl") if k.i < word.i and k.feat("VerbForm") == "Part")
    for i in dict.fromkeys((word.i, *told, word.head)):
        found = tuple(k.i for k in parsed.kids(i) if k.i < word.i and _is_bare_noun(parsed, k))
        if found:
            return found
    return ()


def _is_bare_noun(parsed: Parsed, word: Word) -> bool:
    if word.pos not in ("NOUN", "PROPN", "PRON") or word.lemma in TIME_NOUNS or word.lower in ("se", "s'", "y", "en"):
        return False
    return word.dep.partition(":")[0] in ("nsubj", "obl", "nmod", "dislocated", "appos", "vocative") and not any(
        parsed.kids(word.i, "case")
    )


def _is_bare(parsed: Parsed, word: Word) -> bool:
    """A participle without its auxiliary: "le tunnel, fermé lundi"."""
    return word.pos == "ADJ" or word.feat("VerbForm") == "Part" and not any(parsed.kids(word.i, "aux:tense"))


def _relative(parsed: Parsed, word: Word) -> Iterator[int]:
    """The noun before "dont", past what stands between commas."""
    dont = next((w for w in reversed(parsed.words[max(0, word.i - 10) : word.i]) if w.lower == "dont"), None)
    if dont is None:
        return
    if word.dep.startswith("acl"):
        yield word.head
    else:
        near = (w.i for w in reversed(parsed.words[max(0, dont.i - 3) : dont.i]) if w.pos in ("NOUN", "PROPN"))
        yield from list(near)[:1]


def _carrier(parsed: Parsed, word: Word) -> int:
    """The word that has the subject: itself, or the verb of staying above it."""
    above = parsed.words[word.head]
    if above.i != word.i and above.lemma in _STAY and above.pos in ("VERB", "AUX") and above.i < word.i:
        return above.i
    return word.i


def _is_shouted(parsed: Parsed, word: Word, carrier: int) -> bool:
    """Without a verb and between quotation marks: "« le préfet en prison »" is a wish."""
    if carrier != word.i or any(parsed.kids(word.i, "cop", "aux")):
        return False
    return any(q.inner_start <= word.start < q.inner_end for q in parsed.quotes)


def _bearers(parsed: Parsed, word: Word, carrier: int) -> tuple[int, ...]:
    """Of whom a state is said."""
    clause = read_clause(parsed, carrier)
    attached = word.dep.partition(":")[0] in ("amod", "acl", "nmod", "appos")
    if not clause.subjects and not attached and (found := _bare_subjects(parsed, parsed.words[carrier])):
        return found
    if clause.subjects and not (carrier == word.i and word.dep in ("amod", "acl", "nmod", "appos")):
        moved = carrier != word.i and clause.objects and not clause.passive and not clause.reflexive
        return clause.objects if moved else clause.subjects
    if attached and parsed.words[word.head].pos in ("NOUN", "PROPN", "PRON"):
        return (word.head,)
    for before in reversed(parsed.words[max(parsed.sentence_of(word.i).first, word.i - 8) : word.i]):
        if before.dep.startswith("nsubj") or before.pos in (";", ":"):
            return (before.i,)
    return ()


def _self(book: Book, word: Word, rung: Rung) -> Holder:
    """What the words themselves hold: a strike, the current."""
    kinds = frozenset((rung.kind,))
    none: frozenset[str] = frozenset()
    span = Span(book.report, word.start, word.end)
    return Holder(book.report, word.i, span, "", kinds, none, none, none, none, False, None, None, False, False)


def _mood(desk: Desk, parsed: Parsed, word: Word, carrier: int, events: dict[int, Event]) -> Mood | None:
    """Is it so, is it to come, or is it not so? None when that is open."""
    if (
        carrier == word.i
        and word.dep.startswith(("acl", "amod"))
        and word.dep != "acl:relcl"
        and not any(parsed.kids(word.i, "aux", "cop"))
    ):
        return None if any(k.lower in ("non", "pas", "jamais") for k in parsed.kids(word.i)) else "done"
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
    if status in ("announced", "requested") and not negated:  # "ont accepté", "réclame": the act itself is done
        told = finite is None or finite.feat("Mood") != "Cnd" and tense_of(finite) != "Fut"
        return "done" if told and (perfect or word.lemma in _ASKING) else "ahead"
    if status in SURE:
        return "not" if negated else "done"
    if status in AHEAD:
        return "not" if negated else "ahead"
    return None


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


def _span(parsed: Parsed, holder: Holder, word: Word) -> Span:
    """From the holder to the end of the clause that says its state."""
    sentence = parsed.sentence_of(word.i)
    last = next((k for k in range(word.i + 1, sentence.last) if parsed.words[k].text in ",;.:!?»"), sentence.last)
    first = min(holder.word, word.i)
    if parsed.words[first].pos == "NOUN" and first > sentence.first:
        first -= parsed.words[first - 1].pos in ("DET", "NUM")
    first = max(first, sentence.first)
    end = max(parsed.words[last - 1].end, parsed.words[max(holder.word, word.i)].end)
    start = parsed.words[first].start
    return Span(parsed.report, start, end) if end - start < _LONGEST else Span(parsed.report, word.start, word.end)
