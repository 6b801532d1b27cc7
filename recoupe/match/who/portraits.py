"""Where a report says who somebody is: beside the name, in "X est …", "qui dirige …", "son poste de …", or by a description."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.lang.plain import plain
from recoupe.match.desk import Desk
from recoupe.match.who.callings import NATIVE, Named, Phrase, name_start, read_field, read_phrase
from recoupe.parse.document import Parsed
from recoupe.types import Actor, Span

_COPULAS = frozenset("est était fut reste restait demeure demeurait devient devenait".split())
_AUXILIARIES = frozenset("a avait est était fut".split())
_BECOME = frozenset("devenu devenue été redevenu redevenue resté restée".split())
_CHOSEN = frozenset("élu élue réélu réélue nommé nommée désigné désignée promu promue".split())
_LEADING = {
    "présider": "président",
    "diriger": "directeur",
    "commander": "commandant",
    "entraîner": "entraîneur",
    "fonder": "fondateur",
    "cofonder": "cofondateur",
    "créer": "fondateur",
    "succéder": "successeur",
    "perpétrer": "auteur",
    "commettre": "auteur",
    "enseigner": "professeur",
    "étudier": "étudiant",
    "représenter": "représentant",
}
_TAKING = frozenset(("prendre", "assurer"))
_SUITE = frozenset(("suite", "succession", "relève"))
_SERVING = frozenset("travailler exercer officier servir occuper tenir".split())
_POSTS = frozenset("poste fonction fonctions emploi métier profession mandat portefeuille siège charge".split())
_CLOSING = frozenset((",", ".", "(", ")", ";", ":", "»", '"', "et", "qui", "!", "?", "–", "—", "-", "…", "dont", "mais"))
_DE = ("de", "d'")
_OF_NAMES = frozenset("famille clan couple époux affaire frères sœurs dossier gouvernement loi".split())
_OF = frozenset(("de", "du", "des", "d'"))
_OPENING = frozenset((",", "«", '"', "–", "—", ":"))
_PARTING = frozenset((",", "(", "–", "—"))
_ARTICLES = frozenset(("le", "la", "l'"))
_ONE_OF = (("l'", "un", "des"), ("l'", "une", "des"), ("l'un", "des"), ("l'une", "des"), ("un", "des"), ("une", "des"))
_SINCE = frozenset(("depuis", "pendant", "durant", "dès", "jusqu'"))
_SHORT = 6  # words that say since when
_FAR = 14  # words of a calling that stands before its name


@dataclass(frozen=True, slots=True)
class Calling:
    """In this report this actor is called so. `firm`: beside the name or its pronoun, with no description to resolve."""

    actor: str
    report: str
    phrase: Phrase
    span: Span
    firm: bool
    past: bool | None = False  # "ancien": True; "était", "de 2012 à 2014": None, for it may be so still


def callings_in(desk: Desk, report: str) -> Iterator[Calling]:
    """All that one report calls its named persons and bodies."""
    parsed = desk.readings[report].parsed
    reader = _Reader(parsed, names_in(desk, report))
    for mention in desk.readings[report].mentions:
        actor = desk.actors.get(mention.actor)
        if actor is None or not is_party(actor):
            continue
        words = parsed.at(mention.span.start, mention.span.end)
        if not words:
            continue
        for first, last, phrase in reader.phrases(mention.form, words, actor):
            if (phrase.kind in ("organisation", "group")) != (actor.kind == "organisation") or _is_name(parsed, phrase, actor):
                continue
            firm = mention.form not in ("description", "acronym")
            past = _past(parsed, phrase, words[-1] + 1, mention.form)
            yield Calling(mention.actor, report, phrase, parsed.span(first, last), firm, past)


def is_party(actor: Actor) -> bool:
    """Is it a person or a body with a name of its own?"""
    return actor.kind in ("person", "organisation") and any(c.isupper() for c in actor.name)


def _is_name(parsed: Parsed, phrase: Phrase, actor: Actor) -> bool:
    """Is the calling but the name: "le ministère de l'Intérieur"?"""
    own = plain(" ".join(actor.names))
    return actor.kind == "organisation" and all(plain(w.text) in own for w in parsed.words[phrase.first : phrase.last])


def names_in(desk: Desk, report: str) -> Named:
    """The names of bodies, places and states in a report, by their first word."""
    parsed = desk.readings[report].parsed
    found: dict[int, tuple[int, str]] = {}
    for mention in desk.readings[report].mentions:
        actor = desk.actors.get(mention.actor)
        if actor and mention.form in ("name", "acronym", "metonym") and actor.kind in ("organisation", "place", "state"):
            words = parsed.at(mention.span.start, mention.span.end)
            if words:
                skip = parsed.words[words[0]].pos == "DET" and len(words) > 1
                found[words[0] + skip] = (words[-1] + 1, f"@{actor.country}" if actor.kind == "state" else actor.id)
    return found


def _past(parsed: Parsed, phrase: Phrase, after: int, form: str) -> bool | None:
    """Is it so no more? `after`: the first word behind the mention."""
    told = any(w.feat("Tense") == "Imp" or w.lower in ("fut", "été") for w in parsed.words[after : phrase.first])
    return True if phrase.former else None if len(phrase.years) > 1 or told or form == "possessive" else False


class _Reader:
    """The words of one report, with the names in them."""

    def __init__(self, parsed: Parsed, named: Named) -> None:
        self.parsed, self.words, self.named = parsed, parsed.words, named

    def phrases(self, form: str, words: range, actor: Actor) -> Iterator[tuple[int, int, Phrase]]:
        """Each calling with the words that show whose it is, from the first to before the last."""
        first, last = words[0], words[-1] + 1
        start = name_start(self.parsed, first, last, actor.name) if form in ("name", "title") else first
        start = first if start == last else start
        if first < start and (title := read_phrase(self.parsed, self.named, first, start)) and self._is_title(title, start, last):
            yield first, last, title
        if form in ("name", "title"):
            yield from ((min(first, p.first), last, p) for p in self._before(first))
            yield from self._led_by(first, last)
        inner = (
            actor.kind == "organisation" and first and self.words[first - 1].lower in _OF
        )  # "la jeunesse du Parti, une milice"
        if form in ("name", "title", "description", "acronym") and not inner:
            yield from ((start, p.last, p) for p in self._behind(last))
        if form in ("name", "title", "pronoun", "acronym"):
            within = last < len(self.words) and self.words[last].text == "," == self.words[first - 1].text
            yield from ((first, p.last, p) for p in self._by_verb(last + within))
        elif form == "possessive" and last + 1 < len(self.words):
            if self.words[last].lower in _POSTS and self.words[last + 1].lower in _DE:
                yield from ((first, p.last, p) for p in self._read(last + 2))
        elif form == "description" and actor.kind == "person":
            yield from ((p.first, p.last, p) for p in self._read(first))

    def _is_title(self, title: Phrase, start: int, last: int) -> bool:
        """Does the calling not run into the name: "l'avocate de la famille Klein"?"""
        before = self.words[start - 1]
        if title.last < start or title.last == title.first or not title.about or not before.text.islower():
            return True
        return before.lower not in _OF_NAMES and (last - start > 1 or before.pos != "NOUN")

    def _read(self, i: int) -> Iterator[Phrase]:
        if i < len(self.words) and (found := read_phrase(self.parsed, self.named, i, self.parsed.sentence_of(i).last)):
            yield found

    def _before(self, first: int) -> Iterator[Phrase]:
        """ "Le maire de X, Paul Denis": a calling that a comma ends before the name."""
        words, comma = self.words, first - 1
        if first < 2 or words[comma].text != "," or words[comma].sent != words[first].sent:
            return
        begin = self.parsed.sentence_of(first).first
        for i in range(max(begin, comma - _FAR), comma):
            before = words[i - 1]
            opens = i == begin or before.text in _OPENING or words[i].lower in _ARTICLES
            if opens or before.pos in ("ADP", "SCONJ", "VERB", "CCONJ"):
                phrase = read_phrase(self.parsed, self.named, i, comma)
                if phrase and (phrase.last == comma or words[phrase.last].lower in _SINCE and comma - phrase.last < _SHORT):
                    yield phrase
                    return

    def _led_by(self, first: int, last: int) -> Iterator[tuple[int, int, Phrase]]:
        """ "la mission présidée par Paul Denis"."""
        words = self.words
        if first < 3 or words[first - 1].lower != "par" or words[first - 2].lemma not in _LEADING:
            return
        noun = words[words[first - 2].head]
        if noun.pos == "NOUN" and noun.i < first - 2:
            led = read_field(self.parsed, self.named, noun.i, first - 2, _LEADING[words[first - 2].lemma])
            if led:
                yield noun.i, last, led

    def _behind(self, last: int) -> Iterator[Phrase]:
        """ "Paul Denis, maire de X et fondateur de Y", "…, élu maire de X en 2014", "…, qui dirige Y"."""
        words = self.words
        if last + 1 >= len(words) or words[last + 1].sent != words[last].sent:
            return
        if words[last].lower in _CHOSEN:  # "Paul Denis élu maire", in a headline
            yield from self._read(last + 1)
        if words[last].text not in _PARTING:
            return
        i = last + 1
        if words[i].lower == "qui":
            yield from self._by_verb(i + 1)
            return
        while i + 1 < len(words) and (words[i].lower in _CHOSEN or words[i].pos == "ADV"):
            i += 1
        if match := next((n for n in _ONE_OF if tuple(w.lower for w in words[i : i + len(n)]) == n), None):
            i += len(match)
        yield from self._chained(i, words[last].sent)

    def _chained(self, i: int, sentence: int) -> Iterator[Phrase]:
        """ "…, avocat, ancien maire de X et fondateur de Y": one apposition behind the other."""
        words = self.words
        for phrase in self._read(i):
            end = words[phrase.last] if phrase.last < len(words) else None
            if end is None or end.sent != sentence or end.text in _CLOSING or end.pos in ("ADP", "VERB", "ADV", "ADJ"):
                yield phrase
                if end is not None and (end.text in ("et", ",") or end.lower in NATIVE):
                    k = end.i + (end.lower not in NATIVE)
                    while k + 1 < len(words) and words[k].pos == "ADV":
                        k += 1
                    if k < len(words) and words[k].sent == sentence:
                        yield from self._chained(k, sentence)

    def _by_verb(self, k: int) -> Iterator[Phrase]:
        """ "… est médecin à X", "… a été élu maire", "… préside l'assemblée", "… travaillait comme vigile"."""
        words = self.words
        if k >= len(words):
            return
        end = self.parsed.sentence_of(k).last
        told = words[k].lower in _COPULAS
        while k < end and (words[k].lower in _AUXILIARIES or words[k].pos == "ADV" and words[k].lower not in ("ne", "n'")):
            k += 1
        while k < end and (words[k].lower in _COPULAS or words[k].lower in _BECOME or words[k].lower in _CHOSEN):
            told = True
            k += 1
            while k < end and words[k].pos == "ADV":
                k += 1
        if k >= end:
            return
        if told and words[k].pos != "VERB":
            if match := next((n for n in _ONE_OF if tuple(w.lower for w in words[k : k + len(n)]) == n), None):
                k += len(match)
            yield from self._read(k)
        elif words[k].lemma in _LEADING:
            if led := read_field(self.parsed, self.named, k + 1, end, _LEADING[words[k].lemma]):
                yield led
        elif words[k].lemma in _TAKING and (after := self._takes_over(k + 1, end)) is not None:
            yield after
        elif words[k].lemma in _SERVING:
            yield from self._served(k + 1, end)

    def _takes_over(self, k: int, end: int) -> Phrase | None:
        """ "… a pris sa suite à la mairie"."""
        for i in range(k, min(k + 3, end - 1)):
            if self.words[i].lower in _SUITE:
                return read_field(self.parsed, self.named, i + 1, end, "successeur")
        return None

    def _served(self, k: int, end: int) -> Iterator[Phrase]:
        """ "… comme vigile", "… un poste de vigile"."""
        for i in range(k, min(k + 7, end - 1)):
            if self.words[i].lower == "comme":
                yield from self._read(i + 1)
                return
            if self.words[i].lower in _POSTS and self.words[i + 1].lower in _DE:
                yield from self._read(i + 2)
                return
