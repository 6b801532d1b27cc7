"""What a report says brought a mishap about: "l'accident est dû au brouillard", "un mégot serait à l'origine de l'incendie"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.find.done.arguments import read_clause
from recoupe.find.done.moods import is_asked, is_conditional, is_negated
from recoupe.lang.nouns import actor_nouns
from recoupe.lang.plain import plain
from recoupe.match.acts.families import kinds
from recoupe.match.acts.sides import PERSON, ROLE
from recoupe.match.cause.hints import hints
from recoupe.match.cause.mishaps import GENERAL, Mishap, causers, kind_in, mishap_named, mishaps_of, sort_of, themes
from recoupe.match.cause.ties import LEAD, Ties
from recoupe.match.count.measuring import person_nouns
from recoupe.match.desk import Desk
from recoupe.parse.document import Word
from recoupe.types import Span, When

_INDEFINITE = frozenset("un une des plusieurs autre certains deux trois chaque".split())
_OPEN = re.compile(
    r"(?i)\b(?:peut-être|probable\w*|vraisembl\w*|sans doute|hypothès\w*|la piste|pistes|piste d|thèses?|éventuel\w*|possib\w+"
    r"|semble\w*|soupçon\w*|pourra\w*|peu[tv]\w*|exclu\w*|écart\w*|ignor\w*|si\b|rumeurs?|inconnue?s?|tent\w+|risqu\w+)"
)
_ANYBODY = frozenset("homme femme personne victime garcon fille enfant jeune individu habitant passager".split())
_ALIKE, _APART = "~", "!"  # marks of keys: a thing of this mishap, a thing or a person with a name that is no other
_SORTS = ("accident", "plans", "leaving")  # whose kinds are asked, of a deed of no table
ANY = "anything"
_LOSS = frozenset(("perte", "chute", "destruction"))
_YEAR = re.compile(r"\d{4}")
# Craft that are no other craft; "l'appareil", "le bateau" may be any.
_MAKES = {
    plain(noun): nouns[0]
    for nouns in (
        ("avion", "jet", "bombardier"),
        ("hélicoptère",),
        ("drone",),
        ("montgolfière",),
        ("planeur",),
        ("ULM",),
    )
    for noun in nouns
}


@dataclass(frozen=True, slots=True)
class Cause:
    """One report on one mishap: what brought it about."""

    report: str
    family: str
    sort: str
    of: frozenset[str]  # whom or what the mishap befell
    kind: str
    span: Span  # the cause
    level: str  # sure, open, never
    alone: bool  # "c'est X qui a …": nothing else did
    sources: tuple[str, ...]
    heart: bool = False  # of what the report is about

    @property
    def said(self) -> bool:
        """Is it on the word of somebody?"""
        return bool(self.sources)


def find_causes(desk: Desk, report: str) -> Iterator[Cause]:
    """The causes a report names, in text order, of mishaps that may be what its affair is about."""
    parsed = desk.readings[report].parsed
    ties = Ties(desk, parsed)
    judge = _Judge(ties)
    found: dict[tuple[int, str], Cause] = {}
    for cause, effect, alone in sorted((*ties.ties(), *hints(ties)), key=lambda t: (t[0].start, t[1], t[2])):
        made = judge.cause(cause, effect, alone)
        if made is not None:
            found.setdefault((parsed.at(made.span.start, made.span.end)[-1], made.family), made)
    yield from found.values()


def is_one(a: Cause, b: Cause) -> bool:
    """May two causes be of one mishap, by whom or what it befell?"""
    left, right = ({k for k in c.of if k.startswith(_APART)} for c in (a, b))
    if left and right and not left & right:
        return False
    return bool(a.of & b.of) or a.sort in ("accident", "weapon", "plans") and not (a.of and b.of)


class _Judge:
    """One report, and what its ties are worth: of which mishap, how sure, on whose word."""

    __slots__ = ("desk", "parsed", "said", "ties", "whens")

    def __init__(self, ties: Ties) -> None:
        self.ties, self.desk, self.parsed = ties, ties.desk, ties.parsed
        reading = ties.desk.readings[ties.parsed.report]
        self.said = {i: s for s in reading.statements for i in s.words}
        self.whens = [w for w in reading.whens if w.span]

    def cause(self, span: Span, effect: int, alone: bool) -> Cause | None:
        """The cause of a mishap that the report is about, None where it is of another or of no known kind."""
        parsed = self.parsed
        word = parsed.words[effect]
        words = parsed.words
        ends = self.ties.forced.get(span, "")
        held = [parsed.words[i] for i in parsed.at(span.start, span.end)]
        told = [m for m in mishaps_of(word) if self._is_main(m) and (ends or self._fits(m, word))]
        mishap = next((m for m in told if len(told) > 1 and kind_in(m.sort, held)), told[0] if told else None)
        if ends and ends not in self.ties.main:
            return None
        account = "account" in causers().get(plain(word.lemma), ())
        family = mishap.family if mishap else GENERAL if account or self._is_of_craft(word) else ""
        family = ends or self.ties.main.get(family, family if mishap else "")
        place = words[parsed.at(span.start, span.end)[0]].sent
        if not family and word.pos == "VERB" and word.sent <= LEAD and not mishaps_of(word):
            return self._of_any(span, word, held, alone=alone)
        if not family or self.desk.is_furniture(span) or self._is_past(place):
            return None
        if mishap is None and not account and not ends and not self._is_known(word):
            return None
        sort = sort_of(family)
        kind = next((self.ties.acted[sort, w.i] for w in held if (sort, w.i) in self.ties.acted), "") or kind_in(sort, held)
        of = frozenset() if family == "assault" else self._of(word, mishap_named(family))
        if not kind or of is None:
            return None
        level = self._level(held[0], word)
        if level == "never":
            span = self._denied(span, held[0])
        heart = family == self.ties.main.get(GENERAL)
        return Cause(parsed.report, family, sort, of, kind, span, level, alone, self._sources(held[0], word), heart)

    def _of_any(self, span: Span, word: Word, held: list[Word], *, alone: bool) -> Cause | None:
        """The cause of a deed of no table: it must be of one thing, by its noun."""
        clause = read_clause(self.parsed, word.i)
        heads = clause.subjects if clause.passive or clause.reflexive or not clause.objects else clause.objects
        things = [self.parsed.words[i] for i in heads[:1]]
        of = frozenset(plain(w.lemma) for w in things if w.pos == "NOUN" and plain(w.lemma) not in _ANYBODY and self._is_known(w))
        sort, kind = next(((s, k) for s in _SORTS if (k := kind_in(s, held))), ("", ""))
        if not of or not kind or self.desk.is_furniture(span) or self._is_past(word.sent):
            return None
        level = self._level(held[0], word)
        return Cause(self.parsed.report, ANY, sort, of, kind, span, level, alone, self._sources(held[0], word))

    def _is_main(self, mishap: Mishap) -> bool:
        """Is the affair about it: told at the head, or "le drame" told there and no more?"""
        return mishap.family in self.ties.main or mishap.sort == "accident" and self.ties.main.get(GENERAL) == GENERAL

    def _is_of_craft(self, word: Word) -> bool:
        """Is it a craft, or the loss of one?"""
        return (
            self.ties.is_craft(word.i)
            or word.lemma in _LOSS
            and any(self.ties.is_craft(k.i) for k in self.parsed.kids(word.i, "nmod"))
        )

    def _fits(self, mishap: Mishap, word: Word) -> bool:
        """Is the noun definite or told at the head, and the verb said of the right thing?"""
        if word.pos in ("NOUN", "PROPN"):
            return self._is_known(word)
        clause = read_clause(self.parsed, word.i)
        if mishap.holder == "actor":
            return True  # whose it is, must be known anyhow
        if not self.ties.is_said_of(mishap, word):
            return False
        return all(self._is_known(self.parsed.words[i]) for i in clause.subjects[:1])

    def _is_known(self, word: Word) -> bool:
        """Definite, or of the head of the report, where the affair is introduced."""
        if word.sent <= LEAD and not any(k.lower == "autre" for k in self.parsed.kids(word.i)):
            return True
        return not any(k.lower in _INDEFINITE for k in self.parsed.kids(word.i, "det", "nummod", "amod"))

    def _is_past(self, sentence: int) -> bool:
        """Does the sentence tell of another year, or of a day long before, that the head of the report does not name?"""
        published = self.desk.published(self.parsed.report)
        for when in self._whens_of(sentence):
            value, latest = when.value or "", when.latest or ""
            if any(value == w.value for head in range(LEAD + 1) for w in self._whens_of(head) if head != sentence):
                continue
            if sentence > 0 and _YEAR.fullmatch(value):
                return True
            if sentence > LEAD and latest and published and published.earliest and latest[:7] < _before(published.earliest):
                return True
        return False

    def _whens_of(self, sentence: int) -> list[When]:
        if sentence >= len(self.parsed.sentences):
            return []
        bounds = self.parsed.sentences[sentence]
        return [w for w in self.whens if w.span and bounds.start <= w.span.start < bounds.end]

    def _of(self, word: Word, mishap: Mishap) -> frozenset[str] | None:
        """Whom or what it befell; None where that must be known and is not."""
        heads: list[int] = []
        if "account" in causers().get(plain(word.lemma), ()):
            return frozenset()
        if word.i in self.ties.owner and mishap.holder == "actor" and not mishaps_of(word):
            heads.append(word.i)  # who says why
        elif word.pos in ("VERB", "ADJ"):
            clause = read_clause(self.parsed, word.i)
            heads += clause.subjects
            if (
                clause.objects
                and not clause.passive
                and not clause.reflexive
                and (mishap.holder != "actor" or mishap.sort == "release" or not mishaps_of(word))
            ):
                heads = list(clause.objects)  # "l'homme a tué le juge"
            if not heads and word.dep.startswith(("acl", "amod")) and word.head < word.i:
                heads.append(word.head)
            if not heads:  # "il est mort", which the parser may take for "il est tard"
                heads += [k.i for k in self.parsed.kids(word.i, "expl") if k.i in self.ties.owner]
        elif self.ties.is_craft(word.i):
            heads.append(word.i)
        else:
            heads += [
                k.i
                for k in self.parsed.kids(word.i, "nmod")
                if any(c.lemma in ("de", "du", "des") for c in self.parsed.kids(k.i, "case"))
            ]
            if mishap.holder == "actor":
                places = (word.i, *(k.i for k in self.parsed.kids(word.i, "cop")))  # "est mort", where the parser sees a noun
                heads += [k.i for i in places for k in self.parsed.kids(i, "nsubj")]
                heads += [k.i for k in self.parsed.kids(word.i, "det") if k.feat("Poss") == "Yes"]
        if not heads and mishap.holder == "actor":  # whatever the parser made of it: "Paul Mercier est mort"
            i = word.i - 1
            while i > 0 and self.parsed.words[i].pos in ("AUX", "ADV"):
                i -= 1
            heads.append(self.parsed.words[i].head if self.parsed.words[i].dep.startswith("flat") else i)
        keys = {k for i in heads for k in self._keys(i, mishap.holder)}
        lead = mishap.holder == "thing" and word.sent == 0  # a headline may leave out what was called off
        return frozenset(keys) if keys or lead or mishap.holder in ("affair", "one") else None

    def _keys(self, i: int, holder: str) -> Iterator[str]:
        word = self.parsed.words[i]
        if holder == "actor":
            near = (i, *(k.i for k in self.parsed.kids(i, "appos", "flat")))
            actor = next((self.desk.actors.get(self.ties.owner[k]) for k in near if k in self.ties.owner), None)
            if actor and actor.kind == "person" and actor.name[:1].isupper():
                yield _APART + actor.id
            if actor and actor.kind in ("person", "role"):
                yield from (k for k in self.desk.parties.get(actor.id, ()) if k[0] not in "~=" and k not in (PERSON, ROLE))
                if actor.name[:1].islower():
                    yield from (w for w in plain(actor.name).split() if len(w) > 3 and w not in _ANYBODY)
            noun = plain(word.lower if word.pos == "VERB" else word.lemma)  # "l'évadé"
            who = (actor.name, *actor.roles) if actor and actor.kind in ("person", "role") else ()
            yield from (k for w in who for k in kinds(plain(w).split()) if k[0] != "@" and k != "people")
            if (
                word.pos in ("NOUN", "VERB")
                and noun not in _ANYBODY
                and (noun in person_nouns() or noun in actor_nouns() or not kinds([noun]))
            ):
                yield from (k for k in kinds([noun]) if k[0] != "@" and k != "people")
                yield noun
        elif word.pos == "NOUN":
            noun = plain(word.lemma)
            yield noun
            yield from kinds([noun])
            yield from (_ALIKE + family for family in themes().get(noun, ()))
            if noun in _MAKES:
                yield _APART + _MAKES[noun]

    def _level(self, cause: Word, effect: Word) -> str:
        sentence = self.parsed.sentences[cause.sent]
        told = self.parsed.words[sentence.first : sentence.last]
        what = {effect.i} if plain(effect.lemma) not in causers() else set()  # "n'a pas ouvert à cause de la neige": it did snow
        near = (w.i for w in told if w.pos in ("VERB", "AUX", "ADJ") and abs(w.i - cause.i) < 8 and w.i not in what)
        if any(is_negated(self.parsed, i) for i in near):
            return "never"
        if any(w.feat("Mood") == "Sub" or is_conditional(w) for w in told) or _OPEN.search(
            self.parsed.text, sentence.start, sentence.end
        ):
            return "open"
        return "open" if is_asked(self.parsed, cause.i) else "sure"

    def _denied(self, span: Span, first: Word) -> Span:
        """The words of a cause with the "ne" before them."""
        before = self.parsed.words[max(0, first.i - 5) : first.i]
        ne = next((w.start for w in before if w.lower in ("ne", "n'") and w.sent == first.sent), span.start)
        return Span(span.report, min(ne, span.start), span.end)

    def _sources(self, cause: Word, effect: Word) -> tuple[str, ...]:
        statement = self.said.get(cause.i) or (self.said.get(effect.i) if effect.sent == cause.sent else None)
        if statement is None and "account" in causers().get(plain(effect.lemma), ()):
            return tuple(a for i in read_clause(self.parsed, effect.i).subjects[:1] if (a := self.ties.owner.get(i))) or ("?",)
        return (statement.speakers or ("?",)) if statement else ()


def _before(day: str) -> str:
    """The month two months before a day: "2024-03"."""
    year, month = int(day[:4]), int(day[5:7] or 1)
    return f"{year - (month <= 2):04d}-{(month - 3) % 12 + 1:02d}"
