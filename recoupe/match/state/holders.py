"""Who or what is in a state, as one report names it, and whether two reports name one and the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from recoupe.find.done.wordforms import TIME_NOUNS
from recoupe.lang.nouns import actor_nouns
from recoupe.lang.numbers import cardinals
from recoupe.lang.plain import function_words, plain
from recoupe.match.acts.sides import PERSON, ROLE
from recoupe.match.desk import Desk
from recoupe.match.state.ladders import ANY, PERSONS, PLACE, kinds_of, scales
from recoupe.parse.document import Parsed, Word
from recoupe.types import Actor, Span

_WHO = frozenset(("person", "role"))
_AGAIN = frozenset("autre second deuxième troisième voisin nouveau ancien".split())
_EITHER = frozenset("victime personne recrue star vedette otage enfant malade témoin".split())  # said of men and women alike
_ROUND = frozenset(("mille", "cent", "million", "centaine", "dizaine", "millier"))
ROAD = re.compile(r"[andmer]\d{1,4}")  # "l'A6", "la D8"
_NONE = frozenset(("aucun", "aucune", "nul", "nulle", "chaque"))
_DOERS = ("iste", "ienne", "ien", "naire", "nier", "niere", "euse", "logue", "mane", "cide", "eur")  # endings of nouns of people
_BODIES = frozenset("marine etat armee defense region republique nation premier justice interieur".split())  # names of nothing
_ONE = frozenset("le la l' un une ce cet cette son sa leur notre mon".split())
_SEVERAL = frozenset("les des ces ses leurs nos mes plusieurs".split())
# Kinds of things with a name of their own.
_NAMED = frozenset("ship plane train site firm blaze product storm".split())
_SMALL = cardinals(2, 10)
_PLACING = frozenset("à au aux dans en chez sur d' de du des".split())
_WRAPS = frozenset("état niveau message placement mesure dispositif plan".split())
_BILL = "bill"
_PRONOUNS = frozenset("il elle ils elles lui eux celui-ci celle-ci ceux-ci celles-ci".split())
_REACH = 7  # words behind a noun that may still narrow it


@dataclass(frozen=True, slots=True)
class Holder:
    """One noun, name or pronoun that is in a state."""

    report: str
    word: int
    span: Span
    noun: str  # lemma, "" of a bare name
    kinds: frozenset[str]
    keys: frozenset[str]  # of the party it is
    names: frozenset[str]  # plain, of what narrows a thing: "de Nice"
    near: frozenset[str]  # plain names behind a preposition in the rest of its clause: "… dans les Alpilles"
    detail: frozenset[str]  # plain nouns and adjectives that narrow it
    topic: frozenset[str]  # of a bill, the plain nouns that tell what it is on
    plural: bool
    number: float | None
    male: bool | None
    named: bool  # a person told by name
    other: bool  # "l'autre pont", "un tunnel voisin"


class Book:
    """The parties of one report by the word that names them, and its nouns by kind."""

    def __init__(self, desk: Desk, report: str, things: dict[str, frozenset[str]] | None = None) -> None:
        self.desk, self.report = desk, report
        self.things = things or {}  # names of things, with what they are
        reading = desk.readings[report]
        self.parsed: Parsed = reading.parsed
        self.actors = {m.head: desk.actors[m.actor] for m in reading.mentions if m.head >= 0 and m.actor in desk.actors}
        self.owners = {
            m.span.start: desk.actors[m.actor]
            for m in reading.mentions
            if m.form in ("possessive", "pronoun") and m.actor in desk.actors
        }
        self.counts = {f.head: f.low for f in reading.figures if f.head >= 0 and f.low is not None and f.low == f.high}

    def holder(self, i: int) -> Holder | None:
        """What word i names, None when it is nothing that can be in a state."""
        word = self.parsed.words[i]
        if word.pos == "PRON" and (named := self._named_by(i)) is not None:
            return replace(held, word=i) if (held := self.holder(named)) else None
        noun, kinds = _noun_and_kinds(self.parsed, word)
        if not kinds and i and any(k.i == i - 1 and k.pos == "NOUN" for k in self.parsed.kids(i, "amod", "nmod")):
            return self.holder(i - 1)  # "la vigilance rouge", where the colour was taken for the noun
        actor = self.actors.get(i) or self.owners.get(word.start) or self._beside(i)
        if word.pos == "NOUN" and (actor is None or not actor.name[:1].isupper()):
            actor = self._between_commas(i) or actor
        called = frozenset[str]()
        if word.pos == "PROPN" and (thing := self.things.get(plain(word.text))):
            kinds, called = kinds | thing, frozenset((plain(word.text),))
        if actor is not None and actor.kind == "organisation":
            kinds |= {"firm"}
        if actor is not None and actor.kind in (*_WHO, "group"):
            kinds |= {PERSONS} | _kinds_of(actor)
        elif (
            actor is None
            and not kinds
            and word.pos == "PROPN"
            and word.text[0].isupper()
            and word.dep not in ("flat:name", "flat")
        ):
            return None
        if not kinds or any(k.lower in _NONE for k in self.parsed.kids(i, "det")):
            return None
        number = self.counts.get(i) or _small(self.parsed, word)
        gender = None if noun in _EITHER or word.pos == "PRON" else word.feat("Gender")
        return Holder(
            self.report,
            i,
            Span(self.report, word.start, word.end),
            noun if word.pos != "PRON" else "",
            kinds,
            self._keys(actor),
            called or _number_of(word) or _names(self.parsed, i) or self._called(i) or self._known(kinds),
            near_names(self.parsed, i),
            _detail(self.parsed, i),
            _topic(self.parsed, i) if _BILL in kinds else frozenset(),
            _is_plural(self.parsed, word, actor, number),
            number,
            gender == "Masc" if gender else None,
            actor is not None and actor.kind == "person" and actor.name[:1].isupper() and " " in actor.name,
            any(k.lemma in _AGAIN for k in self.parsed.kids(i, "amod", "det", "advmod")),
        )

    def _named_by(self, i: int) -> int | None:
        """The thing that a pronoun stands for: "les frontières, elles, …", "le pont est fermé. Il rouvrira"."""
        words, word = self.parsed.words, self.parsed.words[i]
        known = self.actors.get(i) or self.owners.get(word.start)
        if known is not None and known.kind != "place" or word.lower not in _PRONOUNS or word.dep.startswith("expl"):
            return None
        if i > 1 and words[i - 1].text == "," and words[i - 2].pos == "NOUN":
            return i - 2
        first = self.parsed.sentences[max(0, word.sent - 1)].first
        before = (w for w in reversed(words[first:i]) if w.dep.startswith("nsubj") and w.pos == "NOUN")
        noun = next((w for w in before if w.sent == word.sent - 1 or w.head != word.head), None)
        if noun is None or PERSONS in (kinds := _noun_and_kinds(self.parsed, noun)[1]) or not kinds:
            return None
        alike = all(word.feat(f) == noun.feat(f) for f in ("Gender", "Number") if word.feat(f) and noun.feat(f))
        return noun.i if alike else None

    def _keys(self, actor: Actor | None) -> frozenset[str]:
        keys = self.desk.parties.get(actor.id, frozenset()) if actor else frozenset()
        return frozenset(k for k in keys if k[0] not in "~=" and k not in (PERSON, ROLE))

    def _known(self, kinds: frozenset[str]) -> frozenset[str]:
        """The one name under which the report tells of things of this kind."""
        if PERSONS in kinds:
            return frozenset()
        named = {names for kind in kinds - {PLACE} for names in self.series.get(kind, ())}
        return next(iter(named)) if len(named) == 1 and not any(n.startswith("#") for n in next(iter(named))) else frozenset()

    def _called(self, i: int) -> frozenset[str]:
        """The name a noun explains: "le Norna, un ferry"."""
        up = self.parsed.words[self.parsed.words[i].head]
        explains = self.parsed.words[i].dep in ("appos", "nmod") and up.pos == "PROPN" and not any(self.parsed.kids(i, "case"))
        return frozenset((plain(up.text),)) if explains else frozenset()

    def _beside(self, i: int) -> Actor | None:
        """The person named right behind a noun: "la ministre Hélène Sarthou"."""
        near = (
            k
            for k in self.parsed.kids(i, "appos", "flat", "nmod")
            if k.pos == "PROPN" and k.i > i and not any(self.parsed.kids(k.i, "case"))
        )
        return next((a for k in near if (a := self.actors.get(k.i)) and a.kind == "person" and a.name[:1].isupper()), None)

    def _between_commas(self, i: int) -> Actor | None:
        """The person named between commas behind a noun and its complements: "le tireur du bar de Metz, Luc Roy, …"."""
        words = self.parsed.words
        for k in range(i + 1, min(i + _REACH + 2, len(words) - 1)):
            if words[k].text == ",":
                actor = next((a for j in (k + 1, k + 2) if (a := self.actors.get(j)) and words[k + 1].pos == "PROPN"), None)
                return actor if actor and actor.kind == "person" and " " in actor.name else None
            ends = words[k].pos in ("VERB", "AUX", "PRON", "PUNCT", "CCONJ") and words[k].feat("VerbForm") != "Part"
            if ends or words[k].sent != words[i].sent:
                return None
        return None

    @cached_property
    def series(self) -> dict[str, set[frozenset[str]]]:
        """By kind, the names under which the report tells of things of that kind."""
        found: dict[str, set[frozenset[str]]] = defaultdict(set)
        for word in self.parsed.words:
            if word.pos == "NOUN" and (kinds := kinds_of(word.lemma.lower())):
                named = _names(self.parsed, word.i)
                again = any(k.lemma in _AGAIN for k in self.parsed.kids(word.i, "amod", "det"))
                for kind in kinds:
                    if named or again:
                        found[kind].add(named or frozenset((f"#{word.i}",)))
        return found


def _noun_and_kinds(parsed: Parsed, word: Word) -> tuple[str, frozenset[str]]:
    """The noun of a word, and what it is by that noun alone."""
    noun = word.lemma.lower() if word.pos in ("NOUN", "ADJ", "VERB") or not word.text[:1].isupper() else ""
    bare = word.lower.rstrip("s")
    alerts = scales()["alert"].kinds - {PLACE}
    if noun in _WRAPS and (held := next((k for k in parsed.kids(word.i, "nmod") if alerts & kinds_of(k.lemma.lower())), None)):
        return held.lemma.lower(), kinds_of(held.lemma.lower())  # "l'état d'urgence"
    if kinds := kinds_of(noun):
        return noun, kinds
    if kinds := kinds_of(bare):
        return bare, kinds
    if word.pos in ("NUM", "PRON") or word.lemma in _ROUND:  # "les deux mille évacués"
        counted = (k.lower.rstrip("s") for k in parsed.kids(word.i, "acl", "amod", "nmod"))
        if bare := next((k for k in counted if kinds_of(k)), ""):
            return bare, kinds_of(bare)
    if ROAD.fullmatch(word.lower):
        return noun, frozenset(("road",))
    if word.pos == "NOUN":
        known = actor_nouns().get(word.lemma.lower())
        if known and known.kind in ("office", "job", "person", "kin") or noun.endswith(_DOERS):
            return noun, frozenset((PERSONS,))
    return noun, frozenset()


def _small(parsed: Parsed, word: Word) -> float | None:
    """A small number before a noun ("les deux otages", where no figure is read)."""
    if word.lemma in _ROUND:
        return None
    return next((_SMALL[k.lower] for k in parsed.kids(word.i, "nummod") if k.lower in _SMALL), None)


def _detail(parsed: Parsed, i: int) -> frozenset[str]:
    kids = (k for k in parsed.kids(i, "amod", "nmod") if k.pos in ("NOUN", "ADJ") and k.text[0].islower())
    return frozenset(plain(k.lemma) for k in kids)


def _topic(parsed: Parsed, i: int) -> frozenset[str]:
    """ "Le projet de loi sur l'eau" is on water: what the parser makes of it is not asked."""
    found = []
    for word in parsed.words[i + 1 : i + _REACH]:
        noun = word.pos == "NOUN" or parsed.words[word.i - 1].pos in ("ADP", "DET") and word.pos not in ("ADP", "DET", "ADJ")
        if not noun and word.pos not in ("ADP", "DET", "ADJ", "PROPN") or word.sent != parsed.words[i].sent:
            break
        if word.pos == "ADP" and word.lemma not in ("de", "sur"):
            break
        if noun and word.text[0].islower() and word.lemma not in TIME_NOUNS:
            found.append(word.lemma.lower() if word.pos == "NOUN" else word.lower)
    return frozenset(plain(n) for n in found if _BILL not in kinds_of(n))


def _is_plural(parsed: Parsed, word: Word, actor: Actor | None, number: float | None) -> bool:
    """By its number, its article, else its own form."""
    before = {k.lower for k in parsed.kids(word.i, "det")}
    if number or word.lemma in _ROUND:
        return number is None or number > 1
    if before & _ONE or before & _SEVERAL:
        return bool(before & _SEVERAL)
    return word.feat("Number") == "Plur" or actor is not None and actor.kind == "group" and word.pos != "NOUN"


def _kinds_of(actor: Actor) -> frozenset[str]:
    found: set[str] = set()
    for name in (*actor.names, *actor.roles):
        known = (kinds_of(w) for w in name.split()[:3] if w[:1].islower())
        found |= next((k for k in known if k), frozenset())  # of "cheffe du gouvernement" the first noun
    return frozenset(found - {ANY})


def _number_of(word: Word) -> frozenset[str]:
    """Of "la D8" the number."""
    return frozenset((word.lower.lstrip("andmer"),)) if ROAD.fullmatch(word.lower) else frozenset()


def _names(parsed: Parsed, i: int) -> frozenset[str]:
    """The names behind a noun: "le pont de Térénez". What the parser makes of them is not asked."""
    found = []
    for word in parsed.words[i + 1 : i + _REACH]:
        if (
            word.pos in ("VERB", "AUX", "PRON", "SCONJ", "CCONJ", "ADV")
            or word.text in ",;:.!?()«»"
            or word.sent != parsed.words[i].sent
        ):
            break
        if word.i == i + 1 and word.text.isdigit() or ROAD.fullmatch(word.lower):
            found.append(word.lower.lstrip("andmer"))  # "la départementale 8", "l'autoroute A6"
        elif word.text[0].isupper() and plain(word.text) not in _BODIES:
            found.append(plain(word.text))
        elif found and word.pos == "ADP":
            break
    return frozenset(w for w in found if w not in function_words())


def named_things(desk: Desk) -> dict[str, frozenset[str]]:
    """Names that a report explains by a noun, with what they are: "le Norna, un ferry", "le ferry Norna"."""
    found: dict[str, frozenset[str]] = {}
    for report in sorted(desk.readings):
        words = desk.readings[report].parsed.words
        for word in words:
            if word.pos != "PROPN" or not word.text[0].isupper() or word.dep in ("nsubj", "nsubj:pass") and not word.i:
                continue
            up = words[word.head]
            beside = [up] if up.i == word.i - 1 else []
            if word.i + 3 < len(words) and words[word.i + 1].text == "," and words[word.i + 2].lower in ("un", "une", "le", "la"):
                beside.append(words[word.i + 3])
            for noun in beside:
                kinds = kinds_of(noun.lemma.lower()) if noun.pos == "NOUN" else frozenset[str]()
                if kinds & _NAMED:
                    found.setdefault(plain(word.text), kinds)
    return found


def near_names(parsed: Parsed, i: int) -> frozenset[str]:
    """Names behind a preposition in the clause of word i: where it is, or whose."""
    sentence = parsed.sentence_of(i)
    words = parsed.words
    first = next((k + 1 for k in range(i, sentence.first - 1, -1) if words[k].text in ";:."), sentence.first)
    last = next(
        (k for k in range(i, sentence.last) if words[k].text in ";:." or words[k].lower in ("et", "mais", "tandis")),
        sentence.last,
    )
    found = set()
    for k in range(max(first, sentence.first + 1), last):
        if words[k].text[0].isupper() and len(words[k].text) > 2 and words[k].pos != "NUM":
            before = words[k - 1]
            after_name = before.text[0].isupper() or before.text == "-"
            if after_name and plain(before.text) in found or any(w.lower in _PLACING for w in words[max(first, k - 3) : k]):
                found.add(plain(words[k].text))
    return frozenset(found)


def owner_of(book: Book, i: int) -> Iterator[int]:
    """Whose word i is: "la fermeture du pont", "son pronostic", "dont le pronostic"."""
    for kid in book.parsed.kids(i):
        if kid.dep.startswith(("nmod", "obl")) and any(
            k.lemma == "de" or k.lower in ("du", "des", "d'") for k in book.parsed.kids(kid.i, "case")
        ):
            yield kid.i
        elif kid.dep.startswith("det") and kid.start in book.owners:
            yield kid.i
