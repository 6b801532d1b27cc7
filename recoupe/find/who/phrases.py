"""Candidates for mentions: names with their titles, demonym adjectives, and noun phrases that stand for people and bodies.

Phrases are read along the line of words (determiner, adjectives, noun, adjectives, "de" complements), not along the tree,
whose attachments break exactly where titles and names meet ("le président russe Vladimir Poutine").
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from recoupe.find.who.appositions import appose
from recoupe.find.who.bodies import ONE, told_bodies
from recoupe.find.who.candidates import VAGUE, Candidate
from recoupe.find.who.gazetteer import place_adjectives
from recoupe.find.who.name import Name
from recoupe.find.who.named import adjective, named
from recoupe.find.who.nameruns import CIVIL
from recoupe.find.who.names import find_names
from recoupe.find.who.pronouns import CUES
from recoupe.find.who.reach import Reach
from recoupe.find.who.realms import find_realms
from recoupe.lang.countries import countries, demonyms
from recoupe.lang.frames import noun_senses
from recoupe.lang.nouns import ActorNoun, actor_nouns, other_senses
from recoupe.parse.document import Parsed, Word
from recoupe.types import ActorKind

_DETERMINERS = {
    **dict.fromkeys(("le", "la", "l'", "les"), "def"),
    **dict.fromkeys(("ce", "cet", "cette", "ces"), "dem"),
    **dict.fromkeys(("son", "sa", "ses", "leur", "leurs", "mon", "ma", "mes", "notre", "nos", "votre", "vos"), "pos"),
    **dict.fromkeys(("un", "une", "plusieurs", "certains", "certaines", "quelques", "d'autres", "aucun", "chaque"), "ind"),
}
_DETERMINED = {"le": "m", "un": "m", "ce": "m", "cet": "m", "du": "m", "au": "m", "la": "f", "une": "f", "cette": "f"}
_QUALIFIED = {"ancien": "m", "ancienne": "f", "actuel": "m", "actuelle": "f", "éternel": "m", "éternelle": "f", "nouvel": "m"}
_CONTRACTED = frozenset(("du", "des", "au", "aux"))
_DE = frozenset(("de", "du", "des", "d'"))
_NUMBERS = frozenset("deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente cent".split())
_BEFORE_NOUN = frozenset(
    """actuel actuelle ancien ancienne anciens anciennes ex nouveau nouvelle nouvel futur future premier première jeune
    haut haute""".split()
)
# "l'agence de presse officielle Sarna", "la chaîne de télévision publique Télé Sud": the name follows the kind.
_NAMED_BODIES = frozenset("agence quotidien journal hebdomadaire magazine chaîne radio site média institut cabinet".split())
# Bodies whose name is their noun and what narrows it.
_CALLED_BY_NOUN = frozenset("université parlement assemblée cour comité laboratoire ministère armée fédération académie".split())
_OFFICIAL = frozenset(
    """national nationale international internationale européen européenne suprême constitutionnel constitutionnelle législatif
    législative régional régionale départemental départementale municipal municipale olympique paralympique pénal pénale
    central centrale fédéral fédérale supérieur supérieure mondial mondiale""".split()
)
_NOBODY = frozenset(("aucun", "aucune", "nul", "nulle", "chaque", "tout", "toute", "quel", "quelle", "quelque"))


def find_candidates(parsed: Parsed) -> list[Candidate]:
    """Names, adjectives and descriptions in order of their first word, longer first."""
    return _Phrases(parsed).all()


@cache
def _head_nouns() -> dict[str, ActorNoun]:
    """The nouns of the tables, and capitalised demonyms ("L'Américain", "les Russes")."""
    return actor_nouns()


class _Phrases:
    def __init__(self, parsed: Parsed) -> None:
        self.parsed, self.words = parsed, parsed.words
        self.initials = frozenset(s.first for s in parsed.sentences)
        self.names, made = find_realms(parsed, find_names(parsed))
        self.nouns, self.local = _head_nouns(), place_adjectives()
        self.demonyms = {**demonyms(), **made} if made else demonyms()
        self.name_at: dict[int, Name] = {}
        for name in self.names:
            for i in range(name.first, name.last):
                self.name_at[i] = name
        self.bodies = told_bodies(self.words, self.names, self.nouns)
        self.extent: dict[int, Candidate] = {}  # head or first word -> phrase already read to the right
        self.reach = Reach(self.words, self.name_at, self.extent, self.demonyms)
        self.titled: dict[int, Candidate] = {}  # first word of a name -> the phrase that titles it

    def all(self) -> list[Candidate]:
        descriptions: list[Candidate] = []
        adjectives: list[Candidate] = []
        for i in range(len(self.words) - 1, -1, -1):
            word = self.words[i]
            if word.lower in self.demonyms and (found := self._adjective(word)):
                adjectives.append(found)
            if word.lower not in self.nouns and word.text[0].islower() and word.text[:3] != "ex-":
                continue
            if i not in self.name_at and (phrase := self._description(i)):
                self.extent[phrase.head] = self.extent[phrase.core] = phrase
                descriptions.append(phrase)
        portfolios = self._portfolios(descriptions)
        names = [
            named(self.parsed, name, self.titled.get(name.first), self.demonyms)
            for name in self.names
            if name.first not in portfolios
        ]
        kept = [c for c in descriptions if c.form != "title" and not self._inside_chief(c)]
        everything = kept + names + adjectives
        everything.sort(key=lambda c: (c.first, -c.last, c.form))
        appose(self.words, everything)
        return everything

    def _portfolios(self, phrases: list[Candidate]) -> set[int]:
        """First words of "names" that are only a minister's field: (ministre de) la Défense, (des) Affaires étrangères."""
        found: set[int] = set()
        for phrase in phrases:
            if phrase.noun and phrase.noun.lemma in ("ministre", "ministère", "vice-ministre", "secrétaire", "commissaire"):
                for i in range(phrase.head + 1, phrase.last):
                    name = self.name_at.get(i)
                    if (
                        name
                        and (name.kind in ("organisation", "place") or (name.kind == "person" and not name.sure))
                        and not (name.known and name.known.country)
                    ):
                        found.add(name.first)
        return found

    def _inside_chief(self, c: Candidate) -> bool:
        """ "l'exécutif" in "le chef de l'exécutif" is no party of its own."""
        j = c.first - 1
        return c.kind == "organisation" and j > 0 and self.words[j].lower in _DE and self.words[j - 1].lower in ("chef", "cheffe")

    def _adjective(self, word: Word) -> Candidate | None:
        inside, before = self.name_at.get(word.i), self.name_at.get(word.i - 1)
        return adjective(self.parsed, word, inside, before, self.initials, self.demonyms)

    # --- descriptions

    def _description(self, i: int) -> Candidate | None:
        word = self.words[i]
        noun = self.nouns.get(word.lower.removeprefix("ex-"))
        people = False
        if noun is None or word.pos not in ("NOUN", "PROPN", "ADJ", "X", "VERB"):
            if not (word.text[0].isupper() and (word.lower in self.demonyms or word.lower in self.local)):
                return None
            people = True
            noun = self._people(word)
        if not people and word.text[0].isupper() and (len(word.text) > 3 and word.text.isupper() or self._within_title(i)):
            return None
        if word.pos in ("ADJ", "VERB") and not people and not self._substantive(i, noun):
            return None
        if i and self.words[i - 1].end == self.words[i].start and self.words[i - 1].text[-1] in "-/":
            return None
        core, determiner, first = self._left(i)
        if word.text.isupper() and noun.kind == "group" and core and self.words[core - 1].lower in ONE:
            noun = replace(noun, kind="organisation", plural=False)  # "l'ONG", "une ONG"; "les ONG" are a group
        last, key = self.reach.right(i, noun)
        phrase = Candidate(first, last, i, "description", _kind(noun), None, noun, core=core, determiner=determiner, key=key)
        phrase.plural = noun.plural
        phrase.gender = noun.gender or self._determined_gender(phrase)
        if noun.kind in ("office", "job"):
            phrase.gender = self._determined_gender(phrase) or noun.gender
        phrase.country = self._affiliation(core, last, i) if not people else self.demonyms.get(word.lower)
        name = self.name_at.get(self._past_quotes(last))
        if name is not None and name.first not in self.titled and self._titles(phrase, name, noun):
            return self._title(phrase, name)
        if name is not None and phrase.last > i + 1 and self.words[phrase.last - 1].lower in CIVIL:
            phrase.last = name.last  # "le conseiller de M. Durand"
        phrase.predicate = any(k.dep == "cop" for k in self.parsed.kids(i))
        if noun.kind == "organisation" and not noun.plural and self._official(phrase):
            phrase.form = "name"
        return phrase if self._worth(phrase, word, noun, people) else None

    def _title(self, phrase: Candidate, name: Name) -> Candidate:
        """The phrase as the title of a name: it ends before the name, and what lies around both runs to the name's end."""
        self.titled[name.first] = replace(phrase, form="title", gender=None, plural=False)
        phrase.form, phrase.last = "title", name.last
        self.extent[phrase.head] = self.extent[phrase.core] = phrase  # "le père du dirigeant Kim Jong Un"
        return phrase

    def _official(self, phrase: Candidate) -> bool:
        """Is this a body's own name: "le Parlement", "l'université de Pau", "l'assemblée nationale"?"""
        word, noun = self.words[phrase.head], phrase.noun
        if phrase.determiner != "def" or phrase.core != phrase.head:
            return False
        if word.text[0].isupper() and word.i not in self.initials and word.i > phrase.first:
            return True
        assert noun is not None
        if noun.lemma not in _CALLED_BY_NOUN or not phrase.key:
            return False
        after = [w for w in self.words[phrase.head + 1 : phrase.last] if w.lower not in _DE and w.pos != "DET"]
        return after[0].text[0].isupper() or after[0].lower in self.demonyms or after[0].lower in _OFFICIAL

    def _within_title(self, i: int) -> bool:
        """A capital after a capital: "Télé Star", "Père Noël"."""
        words = self.words
        near = [words[k].text for k in (i - 1, i + 1) if 0 <= k < len(words) and k not in self.name_at]
        after = i + 1 < len(words) and words[i + 1].lower == "noël"
        before = i > 0 and words[i - 1].text[0].isupper() and words[i - 1].i not in self.initials and words[i - 1].pos == "PROPN"
        return bool(near) and (after or before)

    def _people(self, word: Word) -> ActorNoun:
        """A capitalised demonym as a noun: "les Russes" are a group, "l'Américaine" a person."""
        before = self._determined(word.i)
        many = before in ("les", "des", "aux", "ces", "plusieurs") or before in _NUMBERS or not word.i
        plural = word.lower.endswith(("s", "x")) and many
        gender = _DETERMINED.get(self._determined(word.i))
        if gender is None and not plural:
            gender = "f" if word.lower.endswith(("nne", "aise", "oise", "aine", "nde", "ole", "que")) else None
        return ActorNoun(word.lower, "person", gender, plural)

    def _determined(self, i: int) -> str:
        return self.words[i - 1].lower if i else ""

    def _substantive(self, i: int, noun: ActorNoun) -> bool:
        """An adjective or participle that stands as a noun: "le suspect", "les blessés"."""
        return self._determined(i) in _DETERMINERS and noun.kind in ("person", "job", "office") and not self._before_noun(i)

    def _before_noun(self, i: int) -> bool:
        return i + 1 < len(self.words) and self.words[i + 1].pos == "NOUN"

    def _left(self, i: int) -> tuple[int, str, int]:
        """First word after the determiner, the sort of determiner, first word of the whole."""
        words, k = self.words, i
        while k > 0 and self._prenominal(words[k - 1]) and k - 1 not in self.name_at:
            if words[k - 1].start < words[k - 1].end and words[k].start - words[k - 1].end > 1:
                break
            k -= 1
        before = words[k - 1] if k else None
        if before is None:
            return k, "", k
        lower = before.lower
        if lower in _DETERMINERS and before.pos != "PRON":
            return k, _DETERMINERS[lower], k - 1
        if lower in _CONTRACTED:
            sort = "ind" if lower == "des" and before.pos == "DET" and before.lemma != "le" else "def"
            return k, sort, k
        if any(words[j].pos == "NUM" or words[j].lower in _NUMBERS for j in range(k, i)):
            return k, "num", k
        if lower in _NOBODY:
            return k, "none", k
        return k, "of" if lower in ("de", "d'", "en") else "", k

    def _prenominal(self, word: Word) -> bool:
        """May this word stand between determiner and noun? The tagger calls "actuelle" and "ancien" nouns now and then."""
        return word.pos in ("ADJ", "NUM") or word.lower in _NUMBERS or word.lower in _BEFORE_NOUN

    def _past_quotes(self, j: int) -> int:
        """Past closing quotation marks: le « camarade » Kim."""
        return j + 1 if j < len(self.words) and self.words[j].text in ("»", '"', "”") else j

    def _titles(self, phrase: Candidate, name: Name, noun: ActorNoun) -> bool:
        """Does this phrase stand as a title right before this name?"""
        gap = self.parsed.text[self.words[phrase.last - 1].end : self.words[name.first].start].strip(' »”"\u00a0')
        before = name.first - 1
        while before > phrase.head and self.words[before].lower in CIVIL:
            before -= 1  # "le conseiller de M. Durand": the title of nobody
        if gap or phrase.plural or self.words[before].pos in ("ADP", "DET"):
            return False
        if noun.kind == "organisation":
            return name.kind == "organisation" and phrase.last - phrase.head <= (2 if noun.lemma not in _NAMED_BODIES else 5)
        return name.kind == "person" and noun.kind != "group"

    def _affiliation(self, first: int, last: int, head: int) -> str | None:
        """The country of a phrase: its own adjective, or a state inside it."""
        for i in range(first, last):
            word = self.words[i]
            if word.lower in self.demonyms and not word.text[0].isupper():
                return self.demonyms[word.lower]
        for i in range(head + 1, last):
            if (name := self.name_at.get(i)) and name.known and name.known.country and name.kind in ("state", "organisation"):
                return name.known.country
        return None

    def _worth(self, phrase: Candidate, word: Word, noun: ActorNoun, people: bool) -> bool:
        """Does this phrase denote a party, rather than a kind of thing ("voiture de police", "en tant que témoin")?"""
        if phrase.determiner == "none" or not self._determiner_agrees(phrase, noun):
            return False
        specified = bool(phrase.key)
        if phrase.determiner == "of":
            return phrase.plural and phrase.country is not None
        if noun.weak:
            many = phrase.core < phrase.head and any(self.words[k].lower in _NUMBERS for k in range(phrase.core, phrase.head))
            pays = noun.lemma == "pays" and phrase.determiner in ("def", "dem", "pos") and (specified or not self._many(phrase))
            return many or pays or (phrase.determiner in ("dem", "pos") and noun.lemma == "pays")
        if phrase.determiner == "":
            if noun.lemma in ("mort", "blessé", "disparu"):
                return False
            before = self.words[phrase.core - 2] if phrase.core > 1 else None
            if self.words[phrase.core - 1].text == "," and not phrase.plural and before is not None and not people:
                # Set beside a name or an age: "Jean Denis, 45 ans, maire de Lure"; else a verb or a list.
                return before.i in self.name_at or before.lower == "ans" or before.text in (")", "»", '"')
            beside = phrase.last + 1 < len(self.words) and self.words[phrase.last].text == "," and phrase.last + 1 in self.name_at
            if beside and noun.kind == "office" and self.words[phrase.core - 1].lower == "et":
                return True  # "le ministre des Sports et porte-parole du gouvernement, Paul Denis"
            opens = phrase.core == 0 or self.words[phrase.core - 1].text in (",", "(", "–", "-", "—", "»", '"', ":")
            starts = self.words[phrase.core].text[0].isupper()
            return opens or starts or (phrase.plural and phrase.country is not None) or people
        if noun.kind == "organisation":
            if noun.lemma == "société" and specified:
                return False  # "la société occidentale" is nobody
            phrase.speaks = phrase.determiner == "def" and self._voice(phrase)
            if not phrase.speaks and self._otherwise(phrase, noun):
                return False
            if phrase.determiner == "ind":
                return specified and not phrase.plural
            told = self.bodies.get(noun.lemma, len(self.words)) <= phrase.first and phrase.determiner == "def"
            known = specified or phrase.determiner == "dem" or told or phrase.speaks
            return not phrase.plural and (noun.lemma not in VAGUE or known)
        return True

    def _otherwise(self, phrase: Candidate, noun: ActorNoun) -> bool:
        """Is the noun no body here: "le régime alimentaire", "l'organisation du concert"?"""
        words = other_senses().get(noun.lemma)
        if words is None:
            return False
        event = "*" in words and phrase.last > phrase.head + 1 and self.words[phrase.head + 1].lower in _DE
        things = event and any(w.lemma in noun_senses() for w in self.words[phrase.head + 2 : phrase.head + 4])
        return things or not words.isdisjoint(phrase.key)

    def _voice(self, phrase: Candidate) -> bool:
        """ "La direction a annoncé", "selon la présidence": what speaks is somebody."""
        head, before = self.words[phrase.head], self.words[phrase.first - 1].lower if phrase.first else ""
        return before in ("selon", "d'après") or head.dep == "nsubj" and self.words[head.head].lemma in CUES

    def _determiner_agrees(self, phrase: Candidate, noun: ActorNoun) -> bool:
        """ "la mort" is no dead man; "vos pilotes" are nobody in particular."""
        lower = self.words[phrase.first].lower if phrase.first < phrase.core else ""
        if lower in ("votre", "vos") or (lower in ("mon", "ma", "mes", "notre", "nos") and noun.kind != "kin"):
            return False
        wanted = self._determined_gender(phrase)
        if noun.kind in ("office", "job"):
            return True  # "la chef", "la juge", "le sage-femme": the noun follows whoever holds the office
        return wanted is None or noun.gender is None or noun.gender == wanted

    def _determined_gender(self, phrase: Candidate) -> str | None:
        """What the determiner, or an adjective behind "l'", says of the gender: "la porte-parole", "l'ancienne ministre"."""
        lower = self.words[phrase.core - 1].lower if phrase.core else ""
        return _DETERMINED.get(lower) or _QUALIFIED.get(self.words[phrase.core].lower)

    def _many(self, phrase: Candidate) -> bool:
        return self._determined(phrase.core) in ("les", "des", "ces", "ses", "leurs", "aux")


def _kind(noun: ActorNoun) -> ActorKind:
    if noun.kind == "organisation":
        return "organisation"
    if noun.plural or noun.kind == "group":
        return "group"
    return "person" if noun.kind in ("person", "kin") else "role"


def country_name(code: str) -> str:
    """The usual name of a state by its code; a state that no table knows goes by its name."""
    return countries()[code].name if code in countries() else code
