"""Whom or what a word of state is said of: subject, object, complement, owner, or the noun it stands beside."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.find.done.arguments import Clause, read_clause
from recoupe.find.done.wordforms import TIME_NOUNS, preposition_of
from recoupe.lang.plain import plain
from recoupe.match.state.holders import ROAD, Book, owner_of
from recoupe.match.state.ladders import PERSONS, Rung, kinds_of, scales
from recoupe.parse.document import Parsed, Word

_STAY = frozenset(
    "être rester demeurer trouver porter sembler paraître retrouver déclarer juger tenir maintenir laisser placer mettre".split()
)
_COUNSEL = frozenset("avocat avocate defense defenseur conseil".split())
_WAYS = frozenset(("road", "tunnel", "bridge", "rail", "airport"))
_ON_WAYS = frozenset(("traffic", "zone"))  # what is said of them is said of the way: "les barrages sur la M5"
_ATTACHED = frozenset(("amod", "acl", "nmod", "appos"))
_BEHIND = {"to": ("à",), "from": ("de",), "against": ("contre", "envers"), "on": ("à", "sur", "dans", "de", "depuis")}


def holders_of(book: Book, word: Word, rung: Rung) -> Iterator[tuple[int, int]]:
    """The word that carries mood and negation, and the words that name who or what is in the state."""
    parsed, part = book.parsed, rung.part
    if part == "self":
        yield carrier_of(parsed, word), word.i
    elif part == "of" or part == "on" and word.pos == "NOUN":
        yield from ((word.i, i) for i in (owner_of(book, word.i) if part == "of" else _where(parsed, word)))
    elif part == "is" or rung.behind:
        carrier = carrier_of(parsed, word)
        if not _is_shouted(parsed, word, carrier):
            for i in _bearers(parsed, word, carrier):
                yield from ((carrier, k) for k in (_owners(book, word, i) if part == "with" else (i,)))
    else:
        yield from ((word.i, i) for i in _placed(book, word, rung, _arguments(book, word, rung)))


def carrier_of(parsed: Parsed, word: Word) -> int:
    """The word that has the subject: itself, or the verb of staying above it."""
    above = parsed.words[word.head]
    if (
        above.pos == "ADV" or above.lemma in TIME_NOUNS and word.dep != "appos"
    ):  # "n'est plus en vigueur", "se trouvait mardi entre"
        above = parsed.words[above.head]
        above = parsed.words[above.head] if above.lemma in TIME_NOUNS else above
    if above.i != word.i and above.lemma in _STAY and above.pos in ("VERB", "AUX") and above.i < word.i:
        return above.i
    return word.i


def _arguments(book: Book, word: Word, rung: Rung) -> tuple[int, ...]:
    """What stands beside a verb on the side that the rung asks for."""
    parsed, part = book.parsed, rung.part
    clause = read_clause(parsed, word.i)
    if rung.reflexive and not clause.reflexive:
        return ()
    if part in _BEHIND:
        found = tuple(i for p, i in clause.obliques if p in _BEHIND[part])
        return (*found, *_within(parsed, (*clause.objects, *(i for _, i in clause.obliques)), part)) if rung.near else found
    subjects = tuple(s for s in clause.subjects if s != word.i) or _bare_subjects(parsed, word)
    if part == "does":
        return () if clause.passive and not rung.near else subjects
    if part == "with":
        return tuple(o for s in subjects for o in _owners(book, word, s))
    found = subjects if _is_undergone(parsed, word, rung, clause) else clause.objects
    return found or ((word.head,) if _is_bare(parsed, word) and word.dep.startswith(("acl", "amod")) else ())


def _within(parsed: Parsed, nouns: tuple[int, ...], part: str) -> Iterator[int]:
    """What hangs on a noun of the idiom: "apposer sa signature sur l'accord", "venir à bout du feu"."""
    for noun in nouns:
        yield from (k.i for k in parsed.kids(noun, "nmod") if preposition_of(parsed, k.i) in _BEHIND[part])


def _is_undergone(parsed: Parsed, word: Word, rung: Rung, clause: Clause) -> bool:
    """Is the subject what it is done to? "Il s'acquitte d'une dette" is no acquittal, "le col se ferme" is a closure."""
    persons = PERSONS in scales()[rung.scale].kinds
    return clause.passive or clause.reflexive and not persons or not clause.objects and _is_bare(parsed, word)


def _owners(book: Book, word: Word, subject: int) -> tuple[int, ...]:
    return (*owner_of(book, subject), *_relative(book.parsed, word))


def _where(parsed: Parsed, word: Word) -> Iterator[int]:
    """ "Retour à la normale sur la ligne": on what."""
    for noun in (word, *parsed.kids(word.i, "nmod", "obl")):
        for kid in parsed.kids(noun.i, "nmod", "obl"):
            if preposition_of(parsed, kid.i) in _BEHIND["on"]:
                yield kid.i


def _placed(book: Book, word: Word, rung: Rung, found: tuple[int, ...]) -> Iterator[int]:
    """What is found; of "la circulation … dans le tunnel" the tunnel, of "son avocat fait appel" whose lawyer he is."""
    words = book.parsed.words
    for i in found:
        if any(k.lower in ("ou", "ni") for c in book.parsed.kids(i, "conj") for k in book.parsed.kids(c.i, "cc")):
            return  # "Luc ou Marc l'emporte"
        if rung.scale == "case" and plain(words[i].lemma) in _COUNSEL and (clients := tuple(owner_of(book, i))):
            yield from clients
        elif kinds_of(words[i].lemma.lower()) & _ON_WAYS:
            near = (w for w in words[max(0, i - 5) : i + 16] if w.sent == word.sent and w.i != i and w.pos in ("NOUN", "PROPN"))
            yield next((w.i for w in near if kinds_of(w.lemma.lower()) & _WAYS or ROAD.fullmatch(w.lower)), i)
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
    fronted = word.dep.startswith("advcl") and up.i > word.i and word.feat("VerbForm") == "Part"
    return read_clause(parsed, up.i).subjects if fronted else ()  # "Mis en examen mardi, le maire …"


def _is_bare_noun(parsed: Parsed, word: Word) -> bool:
    if word.pos not in ("NOUN", "PROPN", "PRON") or word.lemma in TIME_NOUNS or word.lower in ("se", "s'", "y", "en"):
        return False
    named = word.dep.partition(":")[0] in ("nsubj", "obl", "nmod", "dislocated", "appos", "vocative")
    return named and not any(parsed.kids(word.i, "case"))


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


def _past_place(parsed: Parsed, word: Word) -> int:
    """ "La policière blessée à Metz, entre la vie et la mort": the noun that a phrase between commas takes up, past a name."""
    up = parsed.words[word.head]
    first = min((word.i, *(k.i for k in parsed.kids(word.i, "case", "det"))))
    if up.pos != "PROPN" or not first or parsed.words[first - 1].text != ",":
        return up.i
    return next((w.i for w in parsed.ancestors(up.i) if w.pos == "NOUN"), up.i)


def _is_shouted(parsed: Parsed, word: Word, carrier: int) -> bool:
    """Without a verb and between quotation marks: "« le préfet en prison »" is a wish."""
    if carrier != word.i or any(parsed.kids(word.i, "cop", "aux")):
        return False
    return any(q.inner_start <= word.start < q.inner_end for q in parsed.quotes)


def _bearers(parsed: Parsed, word: Word, carrier: int) -> tuple[int, ...]:
    """Of whom a state is said."""
    clause = read_clause(parsed, carrier)
    attached = word.dep.partition(":")[0] in _ATTACHED
    if not clause.subjects and not attached and (found := _bare_subjects(parsed, parsed.words[carrier])):
        return found
    if clause.subjects and not (carrier == word.i and attached):
        moved = carrier != word.i and clause.objects and not clause.passive and not clause.reflexive
        return clause.objects if moved else clause.subjects
    if attached and parsed.words[word.head].pos in ("NOUN", "PROPN", "PRON"):
        return (_past_place(parsed, word),)
    if said := tuple(k.i for k in parsed.kids(carrier, "nsubj", "nsubj:pass")):
        return said  # "les jours du pilote", which are no time
    if word.dep == "conj" and parsed.words[word.head].pos in ("NOUN", "PROPN") and any(parsed.kids(word.i, "cop")):
        return (word.head,)  # "Fabre, 59 ans, est stable", where the name was taken for the sentence
    for before in reversed(parsed.words[max(parsed.sentence_of(word.i).first, word.i - 8) : word.i]):
        if before.dep.startswith("nsubj"):
            return (before.i,)
    return ()
